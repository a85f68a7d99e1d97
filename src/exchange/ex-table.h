/* A table on its way out: columns that are named twice, for programs and for people, and rows of typed cells. Nobody keeps the rows: each is
 * handed to whoever writes them (a CSV file, a spreadsheet, a terminal) when its last cell is there, so that a million need no memory. */
#pragma once

#include "core/ex-day.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  EX_CELL_TEXT,    /* out of the company's data */
  EX_CELL_WORD,    /* one of our own words */
  EX_CELL_INTEGER,
  EX_CELL_NUMBER,
  EX_CELL_MONEY,
  EX_CELL_PERCENT, /* basis points; in CSV "12.5" */
  EX_CELL_RATE,    /* a fraction; in CSV six decimals */
  EX_CELL_DATE,
  EX_CELL_TIME,
  EX_CELL_BOOLEAN, /* in CSV 1 and 0 */
} ExTableKind;

typedef struct
{
  const char *name;    /* in CSV and JSON: "opening_value"; NULL: only for people */
  const char *title;   /* on a terminal, N_(); NULL: not there */
  ExTableKind kind;
  const char *heading; /* in a spreadsheet, N_(); NULL: the title; if that is NULL, too: not there */
} ExTableColumn;

#define EX_TABLE_END { NULL, NULL, EX_CELL_TEXT, NULL }

typedef struct
{
  ExTableKind kind;
  gboolean   none;     /* undefined, or not said; @shown has the words for it */
  gboolean   number;   /* without quotes in JSON, on the right on a terminal */
  gboolean   code;     /* of a word: a spreadsheet has the programs' */
  gboolean   change;   /* of a rate: with its sign, for people */
  gint8      decimals; /* of a number, and of money: the currency's */
  guint      indent;   /* of a text, for people: its level */
  gint64     integer;  /* integer, boolean, basis points, minor units, a day, seconds since 1970 */
  double     real;     /* number, rate */
  GString   *text;     /* text, or word for programs */
  GString   *shown;    /* word for people; if has_shown */
  gboolean   has_shown;
  GString   *unit;     /* of a number; the currency of money */
} ExTableCell;

typedef struct
{
  /* Each may set @error; the table is then over. Called in this order: begin once, row, end once unless the table was given up. */
  gboolean (* begin) (gpointer data, const ExTableColumn *columns, guint n_columns, GError **error); /* (nullable) */
  gboolean (* row)   (gpointer data, const ExTableCell *cells, guint n_columns, GError **error);
  gboolean (* end)   (gpointer data, GError **error);  /* (nullable) */
  void     (* free)  (gpointer data);                  /* (nullable) without end before: nothing of it may stay */
} ExTableSink;

typedef struct _ExTable ExTable;

/* @columns end with EX_TABLE_END; they and @sink must outlive the table. Takes @data. */
ExTable *ex_table_new     (const ExTableColumn *columns, const ExTableSink *sink, gpointer data);
void     ex_table_free    (ExTable *self); /* what was not ended is given up */
guint64  ex_table_n_rows  (const ExTable *self);
/* It failed, or was given up: more rows are for nothing. Fillers of many rows ask. */
gboolean ex_table_is_over (const ExTable *self);
/* FALSE: writing failed, here or before. */
gboolean ex_table_end     (ExTable *self, GError **error);

/* Cells from left to right, row after row. */
void ex_table_text     (ExTable *self, const char *text); /* NULL: nothing */
void ex_table_indented (ExTable *self, const char *text, guint level);
void ex_table_word     (ExTable *self, const char *word, const char *shown); /* @word NULL: nothing for programs; @shown NULL: the same */
void ex_table_code     (ExTable *self, const char *word, const char *shown); /* the same of one that sorts, and so stays as it is in a spreadsheet: "2026-09" */
void ex_table_integer  (ExTable *self, gint64 number);
void ex_table_number   (ExTable *self, double number, int decimals, const char *unit); /* NaN: undefined */
void ex_table_money    (ExTable *self, gint64 minor, const char *currency);
void ex_table_percent  (ExTable *self, int basis_points);
void ex_table_rate     (ExTable *self, double fraction, gboolean change); /* @change: with a sign for people */
void ex_table_day      (ExTable *self, ExDay day);        /* EX_DAY_NONE: nothing */
void ex_table_time     (ExTable *self, gint64 seconds);   /* since 1970 */
void ex_table_boolean  (ExTable *self, gboolean yes);
/* A figure with words of its own for people: "3 of 4". */
void ex_table_integer_shown (ExTable *self, gint64 number, const char *shown);
void ex_table_real_shown    (ExTable *self, double number, int decimals, const char *shown); /* exactly so many decimals in files */
/* A figure that is put together, such as "10;20"; a list is no number. */
void ex_table_list     (ExTable *self, const char *plain, gboolean number);
/* A figure that is not there; people read @shown (nullable) instead. */
void ex_table_blank    (ExTable *self, const char *shown);
void ex_table_none     (ExTable *self);                   /* the same with a dash */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExTable, ex_table_free)

/* --- cells, for those who write them ----------------------------------------------------------------------------------- */

/* As programs read it, appended; FALSE: nothing, undefined. The same in every locale. */
gboolean ex_cell_append_plain (const ExTableCell *cell, GString *plain);
/* As people read it. (transfer full) */
char    *ex_cell_to_shown     (const ExTableCell *cell);

G_END_DECLS
