/* Where a heatmap's parts stand: the names at the side where reading begins, the columns beside them, as wide as their figures need and no wider
 * than they can be read across, above them their names, and above all the legend. */
#include "config.h"

#include "ex-heatmap-chart-private.h"

#include <math.h>

/* In ems. */
#define NATURAL_ROW 1.9
#define HIGHEST_ROW 4.0
#define WIDEST_COLUMN 14.0
#define NARROWEST_COLUMN 1.5
#define SMALL_PADDING 0.5 /* beside a figure */
#define WIDEST_FIGURE 7.0
#define NAME_GAP 0.6
#define TOTAL_GAP 0.5
#define INDENT 0.9
#define NARROWEST_NAME 3.0
#define STUB 0.5 /* where there is no room for names, their marks still stand somewhere */
#define HEADER_GAP 0.3
#define HIGHEST_TURNED 9.0
#define WIDE_COLUMN 5.0 /* even a long word is better broken than turned */
#define DEEPEST 8

#define NAME_SCALE 1.0
#define SMALL_NAME_SCALE 0.82
#define FIGURE_SCALE 0.9
#define SMALL_FIGURE_SCALE 0.75
#define HEADER_SCALE 0.9
#define SMALL_HEADER_SCALE 0.8
#define HEADER_LINES 3
#define MARGIN 2.0

/* ---- Where a cell is ---- */

double
ex_heatmap_column_offset (ExHeatmapChart *self, guint column)
{
  int total = self->total;
  int gaps = total < 0 ? 0 : ((int) column > total) + (total > 0 && (int) column >= total);

  return self->names + column * self->column + gaps * self->apart;
}

ExRect
ex_heatmap_rect (ExHeatmapChart *self, double place, int column)
{
  double from = column < 0 ? 0 : ex_heatmap_column_offset (self, (guint) column);
  double name = MAX (self->names - NAME_GAP / 2 * ex_chart_get_em (EX_CHART (self)), self->names / 2);
  double width = column < 0 ? name : self->column;
  double x = ex_chart_get_rtl (EX_CHART (self)) ? self->area.x + self->area.width - from - width : self->area.x + from;

  return (ExRect) { x, self->area.y + place * self->row, width, self->row };
}

/* ---- Widths ---- */

/* In the order of the tree. */
static double
indent_of (ExHeatmapChart *self, const ExHeatmapRow *row)
{
  return MIN (row->depth, DEEPEST) * INDENT * ex_chart_get_em (EX_CHART (self));
}

/* One layout measures them all. Always with their indents: in another order the columns stay where they are. One far longer than nearly all is no measure. */
static double
widest_name (ExHeatmapChart *self)
{
  PangoContext *context = ex_chart_get_text_context (EX_CHART (self));
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  guint font = MAX (1, pango_font_description_hash (pango_context_get_font_description (context)));
  g_autoptr (GArray) widths = g_array_sized_new (FALSE, FALSE, sizeof (double), self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    {
      ExHeatmapRow *row = ex_heatmap_row (self, i);
      double width;
      PangoRectangle extents;

      if (row->measured_in != font)
        {
          pango_layout_set_text (layout, row->name, -1);
          pango_layout_get_extents (layout, NULL, &extents);
          row->width = (double) extents.width / PANGO_SCALE;
          row->measured_in = font;
        }
      width = indent_of (self, row) + row->width;
      g_array_append_val (widths, width);
    }

  return ex_chart_column_width (widths);
}

/* Of the figures with the most letters, at FIGURE_SCALE; one far out is no measure. */
static double
widest_figure (ExHeatmapChart *self)
{
  glong longest = 0;
  double widest = 0;
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->cells->len && n < 32; i++)
      {
        ExHeatmapCell *cell = &g_array_index (self->cells, ExHeatmapCell, i);
        glong length = ex_heatmap_has_value (cell) ? g_utf8_strlen (ex_heatmap_cell_text (self, cell), -1) : -1;

        if (pass == 0)
          longest = MAX (longest, length);
        else if (length == longest)
          {
            g_autoptr (ExLabel) label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), cell->text, FIGURE_SCALE, TRUE, EX_INK_TEXT);

            widest = MAX (widest, label->rect.width);
            n++;
          }
      }

  return MIN (widest, WIDEST_FIGURE * ex_chart_get_em (EX_CHART (self)));
}

typedef struct
{
  double names;  /* with the gap behind them */
  double column;
  double apart;
  double all;
} Widths;

/* Names get what columns of @least leave, and at least a quarter; columns then share the rest. */
static Widths
share_width (ExHeatmapChart *self, double width, double least)
{
  Widths widths = { 0 };
  double em = ex_chart_get_em (EX_CHART (self));
  guint n = self->n_columns;
  guint gaps = self->total < 0 || n < 2 ? 0 : (self->total > 0) + (self->total < (int) n - 1);
  double natural = widest_name (self);
  double names;

  widths.apart = MIN (TOTAL_GAP * em, 0.05 * width);
  names = MIN (natural, MAX (width - NAME_GAP * em - gaps * widths.apart - n * least, 0.25 * width));
  names = MIN (names, n > 0 ? 0.5 * width : width - NAME_GAP * em);
  if (names < natural && names < NARROWEST_NAME * em)
    names = 0;
  widths.names = names > 0 ? names + NAME_GAP * em : MIN (STUB * em, 0.1 * width);
  widths.column = n > 0 ? CLAMP ((width - widths.names - gaps * widths.apart) / n, 0.1, WIDEST_COLUMN * em) : 1;
  widths.all = widths.names + n * widths.column + gaps * widths.apart;

  return widths;
}

/* For figures as wide as @figure at FIGURE_SCALE; where these find no room, names have it. */
static Widths
choose_widths (ExHeatmapChart *self, double width, double figure)
{
  double em = ex_chart_get_em (EX_CHART (self)), small = figure * SMALL_FIGURE_SCALE / FIGURE_SCALE;
  Widths widths = share_width (self, width, MAX (small + SMALL_PADDING * em, NARROWEST_COLUMN * em));

  return small + 2 * MARGIN <= widths.column ? widths : share_width (self, width, NARROWEST_COLUMN * em);
}

/* ---- The columns' names ---- */

typedef struct
{
  GPtrArray *labels; /* (element-type ExLabel) */
  double     height; /* 0: not shown */
} Header;

static gboolean
stands_out (ExHeatmapChart *self, guint column)
{
  return (int) column == self->total || (self->order == EX_HEATMAP_BY_SIZE && (int) column == self->order_column);
}

static gboolean
fits_across (ExHeatmapChart *self, double column, double scale)
{
  PangoContext *context = ex_chart_get_text_context (EX_CHART (self));

  if (column >= WIDE_COLUMN * ex_chart_get_em (EX_CHART (self)))
    return TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    if (1.06 * ex_text_longest_word (context, self->columns[i], scale) > column - 2 * MARGIN) /* some are bold */
      return FALSE;

  return TRUE;
}

/* Across where their words fit, smaller if need be, else turned, where a line or two fit. @most: as high as they may be. */
static Header
header_new (ExHeatmapChart *self, double column, double most)
{
  Header header = { g_ptr_array_new_with_free_func ((GDestroyNotify) ex_label_free), 0 };
  gboolean across = fits_across (self, column, HEADER_SCALE), turned = !across && !fits_across (self, column, SMALL_HEADER_SCALE);
  double scale = across || turned ? HEADER_SCALE : SMALL_HEADER_SCALE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      ExLabel *label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), self->columns[i], scale, stands_out (self, i),
                                     stands_out (self, i) ? EX_INK_TEXT : EX_INK_DIM);

      g_ptr_array_add (header.labels, label);
      if (turned && label->rect.width > most)
        ex_label_wrap (label, most, 2 * label->rect.height < column ? 2 : 1, PANGO_ALIGN_LEFT);
      else if (!turned)
        ex_label_wrap (label, column - 2 * MARGIN, HEADER_LINES, PANGO_ALIGN_CENTER);
      if (turned)
        ex_label_turn (label);
      header.height = MAX (header.height, label->rect.height);
      if (label->rect.width > column)
        g_ptr_array_set_size (header.labels, 0);
      if (header.labels->len == 0)
        break;
    }
  header.height = header.labels->len > 0 && header.height <= most ? header.height + HEADER_GAP * ex_chart_get_em (EX_CHART (self)) : 0;

  return header;
}

static void
place_header (ExHeatmapChart *self, Header *header, double bottom)
{
  double gap = HEADER_GAP * ex_chart_get_em (EX_CHART (self));

  g_ptr_array_set_free_func (header->labels, NULL);
  for (guint i = 0; i < header->labels->len; i++)
    {
      ExLabel *label = g_ptr_array_index (header->labels, i);
      ExRect cell = ex_heatmap_rect (self, 0, (int) i);

      if (header->height > 0)
        ex_chart_place (EX_CHART (self), label, cell.x + (cell.width - label->rect.width) / 2, bottom - gap - label->rect.height);
      else
        ex_label_free (label);
    }
}

/* ---- The rows' names ---- */

static double
middle_of (ExHeatmapChart *self, const ExHeatmapRow *row)
{
  return self->area.y + (row->place + 0.5) * self->row;
}

static void
place_name (ExHeatmapChart *self, ExHeatmapRow *row, double scale, double middle)
{
  ExChart *chart = EX_CHART (self);
  double room = self->names - NAME_GAP * ex_chart_get_em (chart);
  double indent = self->order == EX_HEATMAP_BY_TREE ? MIN (indent_of (self, row), 0.3 * room) : 0;
  ExLabel *label = ex_label_new (ex_chart_get_text_context (chart), row->name, scale, FALSE, EX_INK_TEXT);
  double from;

  if (label->rect.width > room - indent)
    ex_label_wrap (label, room - indent, 1, PANGO_ALIGN_LEFT);
  from = ex_chart_get_rtl (chart) ? self->area.x + self->area.width - indent - label->rect.width : self->area.x + indent;
  ex_chart_place (chart, label, from, middle - label->rect.height / 2);
  row->label = label;
}

/* Whether the pixels from @top are free; takes them. */
static gboolean
take_room (GArray *taken, double top, double height)
{
  int from = (int) floor (top), to = (int) ceil (top + height);

  if (from < 0 || to > (int) taken->len)
    return FALSE;
  for (int i = from; i < to; i++)
    if (g_array_index (taken, gboolean, i))
      return FALSE;
  for (int i = from; i < to; i++)
    g_array_index (taken, gboolean, i) = TRUE;

  return TRUE;
}

/* Of rows too thin for a name each, as many as find room between @top and @bottom: in the tree, those nearest its tops first. */
static void
place_some_names (ExHeatmapChart *self, double height, double top, double bottom)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (gboolean));
  gboolean by_tree = self->order == EX_HEATMAP_BY_TREE;

  g_array_set_size (taken, (guint) MAX (0, floor (bottom - top)));
  for (guint depth = 0; depth <= (by_tree ? DEEPEST : 0); depth++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        ExHeatmapRow *row = ex_heatmap_row (self, ex_heatmap_at (self, i));
        double middle = CLAMP (middle_of (self, row), top + height / 2, bottom - height / 2 - 1);

        if (by_tree && MIN (row->depth, DEEPEST) != depth)
          continue;
        if (take_room (taken, middle - height / 2 - top, height))
          place_name (self, row, SMALL_NAME_SCALE, middle);
        else
          self->thinned = TRUE;
      }
}

static void
place_names (ExHeatmapChart *self, double top, double bottom)
{
  double full = ex_chart_measure_height (EX_CHART (self), NULL, NAME_SCALE);
  double small = ex_chart_measure_height (EX_CHART (self), NULL, SMALL_NAME_SCALE);

  for (guint i = 0; i < self->rows->len; i++)
    ex_heatmap_row (self, i)->label = NULL;
  self->thinned = FALSE;
  if (self->names < NARROWEST_NAME * ex_chart_get_em (EX_CHART (self)) && widest_name (self) > self->names)
    return;
  if (self->row < small)
    place_some_names (self, small, top, bottom);
  else
    for (guint i = 0; i < self->rows->len; i++)
      place_name (self, ex_heatmap_row (self, i), self->row >= full ? NAME_SCALE : SMALL_NAME_SCALE, middle_of (self, ex_heatmap_row (self, i)));
}

/* ---- Figures ---- */

ExLabel *
ex_heatmap_figure (ExHeatmapChart *self, const char *text)
{
  ExLabel *label = g_hash_table_lookup (self->written, text);

  if (label == NULL)
    {
      label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, self->figures, FALSE, EX_INK_TEXT);
      g_hash_table_insert (self->written, g_strdup (text), label);
    }

  return label;
}

/* @figure: the widest at FIGURE_SCALE. */
static double
figure_scale (ExHeatmapChart *self, double figure)
{
  static const double scales[] = { FIGURE_SCALE, SMALL_FIGURE_SCALE };

  for (guint i = 0; i < G_N_ELEMENTS (scales) && figure > 0; i++)
    if (figure * scales[i] / FIGURE_SCALE + 2 * MARGIN <= self->column
        && ex_chart_measure_height (EX_CHART (self), NULL, scales[i]) + 1 <= self->row)
      return scales[i];

  return 0;
}

/* ---- The whole ---- */

void
ex_heatmap_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  double em = ex_chart_get_em (chart), n = self->rows->len, figure = 0, legend;
  Widths widths;
  Header header;

  self->area = *plot;
  self->row = 0;
  g_hash_table_remove_all (self->written);
  ex_heatmap_legend_clear (&self->legend);
  if (self->rows->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  ex_heatmap_sort (self);
  if (plot->height / n > ex_chart_measure_height (chart, NULL, SMALL_FIGURE_SCALE))
    figure = widest_figure (self);
  widths = choose_widths (self, plot->width, figure);
  self->names = widths.names;
  self->column = widths.column;
  self->apart = widths.apart;
  self->area.width = widths.all;
  if (ex_chart_get_rtl (chart))
    self->area.x = plot->x + plot->width - widths.all;

  legend = ex_heatmap_legend_height (self);
  header = header_new (self, widths.column, MIN (HIGHEST_TURNED * em, MAX (0.35 * plot->height, plot->height - n * NATURAL_ROW * em - legend)));
  if (plot->height - header.height < MIN (n * 1.2, 4) * em)
    header.height = 0;
  if (plot->height - header.height - legend < MIN (n * NATURAL_ROW, 6) * em - 0.001)
    legend = 0;
  self->area.y += legend + header.height;
  self->row = MIN ((plot->height - legend - header.height) / n, HIGHEST_ROW * em);
  self->area.height = n * self->row;
  self->figures = figure_scale (self, figure);
  if (legend > 0)
    ex_heatmap_legend_place (self, plot);
  place_header (self, &header, self->area.y);
  place_names (self, plot->y + legend, plot->y + plot->height);
  g_ptr_array_unref (header.labels);
}

double
ex_heatmap_chart_natural_height (ExChart *chart, double width)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  Header header;
  double height;

  if (self->rows->len == 0)
    return 0;
  header = header_new (self, choose_widths (self, width, widest_figure (self)).column, HIGHEST_TURNED * ex_chart_get_em (chart));
  height = ex_heatmap_legend_height (self) + header.height + self->rows->len * NATURAL_ROW * ex_chart_get_em (chart);
  g_ptr_array_unref (header.labels);

  return height;
}
