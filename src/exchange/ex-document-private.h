/* Private to the floor: what a document is made of. Blocks own their words, so that pages may point to them. */
#pragma once

#include "ex-document.h"

G_BEGIN_DECLS

typedef enum
{
  EX_BLOCK_HEADING,
  EX_BLOCK_TEXT,
  EX_BLOCK_FACTS,
  EX_BLOCK_CHARTS,
  EX_BLOCK_TABLE,
  EX_BLOCK_SIGNATURES,
  EX_BLOCK_PAGE_BREAK,
} ExBlockKind;

typedef struct
{
  ExBlockKind       kind;
  guint             level;     /* of a heading */
  ExTextStyle       style;     /* of a text */
  char             *text;
  char            **words;     /* pairs of facts, cells row after row, names and notes of signatures in turn; "" where there is none */
  guint             n_words;
  ExDocumentColumn *columns;   /* titles are ours */
  guint             n_columns; /* of the table, or charts in a row */
  gboolean          bold_last;
  GPtrArray        *charts;    /* (element-type ExChart) */
  double            height;    /* of each chart, 0: natural */
} ExBlock;

struct _ExDocument
{
  gatomicrefcount ref_count;
  char           *title;
  char           *company;
  char           *dated;
  char           *language;
  char           *foot;
  gboolean        rtl;
  gboolean        landscape;
  GPtrArray      *blocks;      /* (element-type ExBlock) */
};

G_END_DECLS
