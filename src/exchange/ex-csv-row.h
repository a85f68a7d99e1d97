/* The inside of a CSV reader: text in a buffer, and how a row of it is parted into fields. Of ex-csv-reader.c only. */
#pragma once

#include "ex-csv-reader.h"
#include "ex-csv-text.h"

G_BEGIN_DECLS

struct _ExCsvReader
{
  ExCsvSource  *source;
  ExCsvText     text;
  ExCsvDecoder *decoder;
  GString      *buffer;     /* the part of the text at hand */
  gsize         skip;       /* bytes before the first row */
  gboolean      ended;      /* no more text follows what is in the buffer */
  gboolean      too_long;   /* since a row was longer than any is */
  const char   *end;        /* of the buffer */
  const char   *at;         /* in it: the next row */
  guint         first_line; /* of the first row */
  guint         next_line;
  guint         line;       /* of the row read last */
  char          separator;
  guint8        stops[256]; /* 1: the byte ends a bare field */
  ExField      *fields;
  guint         n_fields;
  guint         allocated;
  gboolean      bad;        /* the row read last has a problem */
  gboolean      filled;     /* it has something in it */
  gboolean      broken;     /* a quote never ends */
  gboolean      sampling;   /* a separator is only being tried */
  gboolean      unescaping; /* there is something in unescaped */
  GStringChunk *unescaped;  /* fields of the row that had doubled quotes */
  GError       *failure;    /* the file could not be read to its end */
};

/* The row at hand, as far as it is in the buffer. Returns where the next one starts. */
const char *ex_csv_split_row (ExCsvReader *self, ExProblems *problems);
/* Of the row at hand, which is then bad. @problems: (nullable). */
void        ex_csv_complain  (ExCsvReader *self, ExProblems *problems, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
