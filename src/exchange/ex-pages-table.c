/* Rows of a table, and of facts, as slabs. */
#include "config.h"

#include "ex-pages-private.h"

#define GAP 11.0
#define ROW_TOP 2.5
#define ROW_BOTTOM 3.0
#define HAIRLINE 0.35

static double
line_y (const ExRow *row, guint line)
{
  return row->top + line * row->leading;
}

/* Higher than a page: a line of all columns is a slab. */
static void
add_split_row (ExPages *self, const ExRow *row, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    {
      gboolean first = i == 0, last = i + 1 == n_lines;
      double top = first ? row->top : 0;
      double height = top + row->leading + (last ? row->bottom : 0);
      ExSlab *slab = ex_pages_slab (self, first ? row->before : 0, height, first || i + 2 == n_lines || (last && row->hold));

      slab->head = row->head;
      slab->inset = first ? 0 : row->top;
      if (first && row->total)
        ex_pages_put_rule (self, EX_PAPER_RULE, 0, 0, self->width, 0.6);
      for (guint k = 0; k < row->n; k++)
        if (i < ex_pages_n_lines (self, row->texts[k]))
          ex_pages_put_lines (self, row->texts[k], i, 1, row->xs[k], top);
      if (last && row->rule > 0)
        ex_pages_put_rule (self, row->ink, 0, height - row->rule, self->width, row->rule);
    }
}

void
ex_pages_add_row (ExPages *self, const ExRow *row)
{
  double most = self->height - (row->head < 0 ? 0 : g_array_index (self->slabs, ExSlab, row->head).height);
  guint n_lines = 1;
  double height = 0;

  for (guint k = 0; k < row->n; k++)
    n_lines = MAX (n_lines, ex_pages_n_lines (self, row->texts[k]));
  height = line_y (row, n_lines) + row->bottom;
  if (height > most)
    {
      add_split_row (self, row, n_lines);
      return;
    }
  ex_pages_slab (self, row->before, height, row->hold)->head = row->head;
  if (row->total)
    ex_pages_put_rule (self, EX_PAPER_RULE, 0, 0, self->width, 0.6);
  for (guint k = 0; k < row->n; k++)
    {
      guint lines = ex_pages_n_lines (self, row->texts[k]);

      if (*g_array_index (self->texts, ExSetText, row->texts[k]).text != '\0')
        ex_pages_put_lines (self, row->texts[k], 0, lines, row->xs[k], line_y (row, row->low ? n_lines - lines : 0));
    }
  if (row->rule > 0)
    ex_pages_put_rule (self, row->ink, 0, height - row->rule, self->width, row->rule);
}

/* ---- Tables ---- */

typedef struct
{
  const ExBlock *table;
  double        *widths;
  double        *xs;
  guint         *texts; /* of the row being set */
  gint           head;  /* slab, -1: no column has a title */
} Table;

static void
set_row (ExPages *self, Table *t, const char *const *words, ExType type)
{
  for (guint k = 0; k < t->table->n_columns; k++)
    t->texts[k] = ex_pages_set (self, words[k], type, t->table->columns[k].align, t->widths[k]);
}

static void
add_head (ExPages *self, Table *t, double before)
{
  g_autofree const char **titles = g_new0 (const char *, t->table->n_columns);
  gboolean any = FALSE;
  ExRow row = { .n = t->table->n_columns, .xs = t->xs, .leading = ex_type_leading (EX_TYPE_CELL_HEAD), .before = before, .bottom = 4,
                .rule = 0.7, .ink = EX_PAPER_RULE, .head = -1, .hold = TRUE, .low = TRUE };

  t->head = -1;
  for (guint k = 0; k < t->table->n_columns; k++)
    {
      titles[k] = t->table->columns[k].title;
      any = any || *titles[k] != '\0';
    }
  if (!any)
    return;
  set_row (self, t, titles, EX_TYPE_CELL_HEAD);
  row.texts = t->texts;
  ex_pages_add_row (self, &row);
  t->head = (gint) self->slabs->len - 1;
}

void
ex_pages_add_table (ExPages *self, const ExBlock *block, double before)
{
  guint n = block->n_columns, n_rows = block->n_words / n;
  g_autofree double *widths = ex_pages_columns (self, block, GAP);
  g_autofree double *xs = g_new0 (double, n);
  g_autofree guint *texts = g_new0 (guint, n);
  Table t = { block, widths, xs, texts, -1 };

  for (guint k = 1; k < n; k++)
    xs[k] = xs[k - 1] + widths[k - 1] + GAP;
  add_head (self, &t, before);
  for (guint i = 0; i < n_rows; i++)
    {
      gboolean last = i + 1 == n_rows;
      ExRow row = { .n = n, .texts = texts, .xs = xs, .leading = ex_type_leading (EX_TYPE_CELL), .top = ROW_TOP, .bottom = ROW_BOTTOM,
                    .rule = last ? 0.5 : HAIRLINE, .ink = last ? EX_PAPER_RULE : EX_PAPER_FAINT, .head = t.head };

      row.before = i == 0 && t.head < 0 ? before : 0;
      row.total = last && block->bold_last && n_rows > 1;
      row.hold = !last && (i == 0 || i + 2 == n_rows); /* never a single row above a break or below one */
      set_row (self, &t, (const char *const *) block->words + (gsize) i * n, last && block->bold_last ? EX_TYPE_CELL_TOTAL : EX_TYPE_CELL);
      ex_pages_add_row (self, &row);
    }
}
