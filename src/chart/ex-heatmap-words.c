/* What a heatmap says: of a cell, of a row, of the whole, and as a table. */
#include "config.h"

#include "ex-heatmap-chart-private.h"

#include <glib/gi18n-lib.h>

/* In a cell's own words or in the chart's. */
static char *
cell_words (ExHeatmapChart *self, guint row, guint column)
{
  ExHeatmapCell *cell = ex_heatmap_cell (self, row, column);
  const char *name = ex_heatmap_row (self, row)->name, *of = self->columns[column];

  if (cell->detail != NULL)
    return g_strdup (cell->detail);
  if (cell->kind == EX_CELL_NOT_MEASURED)
    /* Translators: a row's name, a column's name: "Ana Okafor, retain: not measured". */
    return g_strdup_printf (_("%s, %s: not measured"), name, of);
  if (cell->kind == EX_CELL_PARTLY)
    return g_strdup_printf (_("%s, %s: %s, measured in part"), name, of, ex_heatmap_cell_text (self, cell));

  return g_strdup_printf (C_("heatmap cell", "%s, %s: %s"), name, of, ex_heatmap_cell_text (self, cell));
}

/* As a table and a row's sentence write it; (transfer full). */
static char *
value_words (ExHeatmapChart *self, guint row, guint column)
{
  ExHeatmapCell *cell = ex_heatmap_cell (self, row, column);

  if (cell->kind == EX_CELL_NONE)
    return g_strdup ("");
  if (cell->kind == EX_CELL_NOT_MEASURED)
    return g_strdup (_("not measured"));
  if (cell->kind == EX_CELL_PARTLY)
    return g_strdup_printf (_("%s (in part)"), ex_heatmap_cell_text (self, cell));

  return g_strdup (ex_heatmap_cell_text (self, cell));
}

/* "Ana Okafor: total 68 %; retain 41 %; win back not measured" */
static char *
row_words (ExHeatmapChart *self, guint row)
{
  GString *text = g_string_new (ex_heatmap_row (self, row)->name);
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *value = value_words (self, row, i);

      if (ex_heatmap_cell (self, row, i)->kind == EX_CELL_NONE)
        continue;
      g_string_append_printf (text, "%s%s %s", any ? "; " : ": ", self->columns[i], value);
      any = TRUE;
    }

  return g_string_free (text, FALSE);
}

char *
ex_heatmap_chart_mark_text (ExChart *chart, guint mark)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  guint place;
  int column;

  if (!ex_heatmap_mark_spot (self, mark, &place, &column))
    return g_strdup ("");

  return column < 0 ? row_words (self, ex_heatmap_at (self, place)) : cell_words (self, ex_heatmap_at (self, place), (guint) column);
}

GPtrArray *
ex_heatmap_chart_table (ExChart *chart)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  ex_heatmap_sort (self);
  for (guint i = 0; i <= self->rows->len; i++)
    {
      GStrv cells = g_new0 (char *, self->n_columns + 2);

      cells[0] = g_strdup (i > 0 ? ex_heatmap_row (self, ex_heatmap_at (self, i - 1))->name : self->heading != NULL ? self->heading : _("Name"));
      for (guint j = 0; j < self->n_columns; j++)
        cells[j + 1] = i > 0 ? value_words (self, ex_heatmap_at (self, i - 1), j) : g_strdup (self->columns[j]);
      g_ptr_array_add (rows, cells);
    }

  return rows;
}

typedef struct
{
  guint cells, unmeasured;
  guint low_row, low_column, high_row, high_column; /* when cells > unmeasured */
} Summary;

/* Of the parts, not of their whole, which is never further out than they are. */
static Summary
summary_of (ExHeatmapChart *self)
{
  Summary summary = { 0 };
  const ExHeatmapCell *low = NULL, *high = NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const ExHeatmapCell *cell = &g_array_index (self->cells, ExHeatmapCell, i);
      guint row = i / self->n_columns, column = i % self->n_columns;

      if (cell->kind == EX_CELL_NONE || ((int) column == self->total && self->n_columns > 1))
        continue;
      summary.cells++;
      summary.unmeasured += cell->kind == EX_CELL_NOT_MEASURED;
      if (!ex_heatmap_has_value (cell))
        continue;
      if (low == NULL || cell->value < low->value)
        {
          low = cell;
          summary.low_row = row;
          summary.low_column = column;
        }
      if (high == NULL || cell->value > high->value)
        {
          high = cell;
          summary.high_row = row;
          summary.high_column = column;
        }
    }

  return summary;
}

static char *
spot_words (ExHeatmapChart *self, guint row, guint column)
{
  return g_strdup_printf (C_("heatmap cell", "%s, %s: %s"), ex_heatmap_row (self, row)->name, self->columns[column],
                          ex_heatmap_cell_text (self, ex_heatmap_cell (self, row, column)));
}

char *
ex_heatmap_chart_describe (ExChart *chart)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  guint n = self->rows->len;
  GString *text = g_string_new (NULL);
  Summary summary = summary_of (self);

  if (n == 0)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "A table of colours with %u row.", "A table of colours with %u rows.", n), n);
  if (summary.cells > summary.unmeasured)
    {
      g_autofree char *low = spot_words (self, summary.low_row, summary.low_column);
      g_autofree char *high = spot_words (self, summary.high_row, summary.high_column);

      g_string_append_c (text, ' ');
      /* Translators: a row, a column and a value: "Ana Okafor, retain: 41 %". */
      g_string_append_printf (text, _("Highest: %s."), high);
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Lowest: %s."), low);
    }
  if (summary.unmeasured > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u cell is not measured.", "%u cells are not measured.", summary.unmeasured),
                              summary.unmeasured);
    }

  return g_string_free (text, FALSE);
}
