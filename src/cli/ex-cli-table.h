/* An answer of rows and columns: aligned for people, or CSV or JSON for programs (stable, in English, with a point). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { EX_CLI_TEXT, EX_CLI_CSV, EX_CLI_JSON } ExCliFormat;

gboolean ex_cli_format_parse (const char *nick, ExCliFormat *format); /* "text", "csv", "json"; NULL: text */

/* From here on everything is said in English where programs read it: sentences in cells, too. */
void     ex_cli_format_speak (ExCliFormat format);

typedef struct
{
  const char *name;  /* of CSV and JSON: "opening_value"; NULL: only for people */
  const char *title; /* for people, N_(); NULL: not for them */
} ExCliColumn;

typedef struct _ExCliTable ExCliTable;

/* @columns end with one that has neither name nor title, and must outlive the table. */
ExCliTable *ex_cli_table_new    (const ExCliColumn *columns);
void        ex_cli_table_free   (ExCliTable *self);
guint       ex_cli_table_n_rows (const ExCliTable *self);

/* Cells from left to right, row after row. */
void ex_cli_table_text     (ExCliTable *self, const char *text);  /* out of the company's data; NULL: nothing */
void ex_cli_table_indented (ExCliTable *self, const char *text, guint level); /* the same, indented for people */
void ex_cli_table_word     (ExCliTable *self, const char *word, const char *shown); /* one of our own words; @shown NULL: the same */
void ex_cli_table_integer  (ExCliTable *self, gint64 number);
void ex_cli_table_number   (ExCliTable *self, double number, int decimals, const char *unit); /* NaN: undefined */
void ex_cli_table_money    (ExCliTable *self, gint64 minor, const char *currency);
void ex_cli_table_percent  (ExCliTable *self, int basis_points);   /* in files "12.5" */
void ex_cli_table_rate     (ExCliTable *self, double fraction, gboolean change); /* six decimals in files; @change: with a sign for people */
/* Anything: @plain in files (NULL: undefined), which is a number for JSON if @number; @shown to people. */
void ex_cli_table_cell     (ExCliTable *self, const char *plain, gboolean number, const char *shown);
void ex_cli_table_none     (ExCliTable *self);

/* The rows so far to standard output, and away with them: for answers that are too long to be kept. Not as text, whose columns are as wide as the
 * widest of all. ex_cli_table_answer() then prints the rest. */
void ex_cli_table_pass     (ExCliTable *self, ExCliFormat format);
/* To standard output. */
void ex_cli_table_answer   (const ExCliTable *self, ExCliFormat format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCliTable, ex_cli_table_free)

G_END_DECLS
