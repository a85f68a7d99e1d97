/* Bare cairo and Pango: what is on the pages is found once, for a few reviews, and then drawn a thousand times as a plain program would: a layout is made for
 * every text and shown at its place, lines are filled, and every chart strokes its marks, which it has laid out before the clock runs. */
#include "config.h"

#include "bench-paper.h"

#include "chart/ex-chart-base.h"
#include "exchange/ex-pages-private.h"

#include <cairo-pdf.h>

#define N_KINDS 8 /* reviews that differ; the thousand are these in turn */

typedef struct
{
  char                 *text;
  PangoFontDescription *font;
  PangoAttrList        *attributes;
  int                   width;
  PangoAlignment        align;
  int                   first, n;  /* lines */
  double                leading;   /* 0: Pango's own */
  double                x, y;      /* of the first baseline, or of the upper left corner where leading is 0 */
  double                box;       /* the width to stand at the right of, 0: at the left */
  ExColor               color;
} Text;

typedef struct { double x, y, width, height, gray; } Rule;
typedef struct { ExChart *chart; double x, y; GArray *texts; } Picture;

typedef struct
{
  GArray *texts;    /* (element-type Text) */
  GArray *rules;    /* (element-type Rule) */
  GArray *pictures; /* (element-type Picture) */
} Sheet;

/* ---- Finding out what there is ---- */

static void
keep_layout (GArray *texts, PangoLayout *layout, Text text)
{
  text.text = g_strdup (pango_layout_get_text (layout));
  text.font = pango_font_description_copy (pango_layout_get_font_description (layout));
  text.attributes = pango_layout_get_attributes (layout) != NULL ? pango_attr_list_ref (pango_layout_get_attributes (layout)) : NULL;
  text.width = pango_layout_get_width (layout);
  text.align = pango_layout_get_alignment (layout);
  g_array_append_val (texts, text);
}

static Picture
keep_chart (const ExPiece *piece, double x, double y)
{
  Picture picture = { piece->chart, x, y, g_array_new (FALSE, FALSE, sizeof (Text)) };
  const ExPalette *palette = ex_palette_get (EX_THEME_PRINT);
  GPtrArray *labels = NULL;

  ex_chart_set_font (piece->chart, ex_typesetter_family (), EX_CHART_TYPE);
  ex_chart_layout (piece->chart, piece->width / 0.75, piece->height / 0.75, EX_THEME_PRINT, FALSE);
  labels = ex_chart_get_labels (piece->chart);
  for (guint i = 0; i < labels->len; i++)
    {
      const ExLabel *label = g_ptr_array_index (labels, i);
      const ExColor *inks[] = { &palette->text, &palette->dim, &palette->gained, &palette->lost, &palette->strong };

      keep_layout (picture.texts, label->layout, (Text) { .x = label->rect.x - label->x_offset, .y = label->rect.y, .color = *inks[label->ink] });
    }

  return picture;
}

static void
keep_piece (Sheet *sheet, ExPages *pages, const ExPiece *piece, double top)
{
  double x = pages->paper.left + piece->x, y = pages->paper.top + top + piece->y;

  if (piece->kind == EX_PIECE_CHART)
    {
      Picture picture = keep_chart (piece, x, y);

      g_array_append_val (sheet->pictures, picture);
    }
  else if (piece->kind == EX_PIECE_LINES)
    {
      const ExSetText *set = &g_array_index (pages->texts, ExSetText, piece->text);
      double leading = ex_type_leading (set->type), size = ex_type_size (set->type);

      keep_layout (sheet->texts, set->layout,
                   (Text) { .first = (int) piece->first, .n = piece->n, .leading = leading, .x = x, .y = y + (leading - size) / 2 + 0.81 * size,
                            .box = set->align == EX_ALIGN_END ? set->width : 0 });
    }
  else
    g_array_append_val (sheet->rules, ((Rule) { x, y, piece->width, piece->height, piece->ink == EX_PAPER_RULE ? 0.25 : 0.8 }));
}

static void
keep_running (Sheet *sheet, ExPages *pages, const char *words, double y, gboolean end)
{
  ExSetText set;

  ex_typesetter_set (pages->setter, &set, words, EX_TYPE_RUNNING, EX_ALIGN_START, pages->width, TRUE);
  keep_layout (sheet->texts, set.layout, (Text) { .n = 1, .leading = 11, .x = pages->paper.left, .y = y + 8, .box = end ? pages->width : 0 });
  ex_set_text_clear (&set);
}

static Sheet *
keep_sheet (ExPages *pages, guint page)
{
  const ExPage *of = &g_array_index (pages->pages, ExPage, page);
  Sheet *sheet = g_new (Sheet, 1);
  double foot = pages->paper.height - 42;
  g_autofree char *number = g_strdup_printf ("Page %u of %u", page + 1, pages->pages->len);

  *sheet = (Sheet) { g_array_new (FALSE, FALSE, sizeof (Text)), g_array_new (FALSE, FALSE, sizeof (Rule)), g_array_new (FALSE, FALSE, sizeof (Picture)) };
  keep_running (sheet, pages, pages->document->company, 36, FALSE);
  keep_running (sheet, pages, pages->document->title, 36, TRUE);
  keep_running (sheet, pages, pages->document->dated, foot, FALSE);
  keep_running (sheet, pages, number, foot, TRUE);
  g_array_append_val (sheet->rules, ((Rule) { pages->paper.left, 51, pages->width, 0.4, 0.8 }));
  g_array_append_val (sheet->rules, ((Rule) { pages->paper.left, foot - 4, pages->width, 0.4, 0.8 }));
  for (guint i = of->first; i < of->first + of->n; i++)
    {
      const ExSlab *slab = &g_array_index (pages->slabs, ExSlab, i);

      for (guint k = slab->first; k < slab->first + slab->n; k++)
        keep_piece (sheet, pages, &g_array_index (pages->pieces, ExPiece, k), slab->y);
    }

  return sheet;
}

/* ---- Drawing it ---- */

static PangoContext *
context_new (double resolution)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, resolution);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static void
draw_text (const Text *text, PangoContext *context, cairo_t *cr)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, text->font);
  pango_layout_set_attributes (layout, text->attributes);
  pango_layout_set_width (layout, text->width);
  pango_layout_set_alignment (layout, text->align);
  pango_layout_set_text (layout, text->text, -1);
  cairo_set_source_rgb (cr, text->color.red, text->color.green, text->color.blue);
  if (text->leading == 0)
    {
      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, layout);
    }
  for (int i = 0; i < text->n && text->leading > 0; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, text->first + i);
      PangoRectangle logical = { 0 };

      if (text->box > 0)
        pango_layout_line_get_extents (line, NULL, &logical);
      cairo_move_to (cr, text->box > 0 ? text->x + text->box - (double) logical.width / PANGO_SCALE : text->x, text->y + i * text->leading);
      pango_cairo_show_layout_line (cr, line);
    }
  g_object_unref (layout);
}

static void
draw_sheet (const Sheet *sheet, PangoContext *words, PangoContext *labels, cairo_t *cr)
{
  for (guint i = 0; i < sheet->texts->len; i++)
    draw_text (&g_array_index (sheet->texts, Text, i), words, cr);
  for (guint i = 0; i < sheet->rules->len; i++)
    {
      const Rule *rule = &g_array_index (sheet->rules, Rule, i);

      cairo_set_source_rgb (cr, rule->gray, rule->gray, rule->gray);
      cairo_rectangle (cr, rule->x, rule->y, rule->width, rule->height);
      cairo_fill (cr);
    }
  for (guint i = 0; i < sheet->pictures->len; i++)
    {
      const Picture *picture = &g_array_index (sheet->pictures, Picture, i);

      cairo_save (cr);
      cairo_translate (cr, picture->x, picture->y);
      cairo_scale (cr, 0.75, 0.75);
      EX_CHART_GET_CLASS (picture->chart)->draw (picture->chart, cr, &ex_chart_priv (picture->chart)->plot, ex_palette_get (EX_THEME_PRINT));
      for (guint k = 0; k < picture->texts->len; k++)
        draw_text (&g_array_index (picture->texts, Text, k), labels, cr);
      cairo_restore (cr);
    }
}

clock_t
bench_bare (guint n, const ExPaper *paper, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, paper->width, paper->height);
  cairo_t *cr = cairo_create (surface);
  PangoContext *words = context_new (72), *labels = context_new (96);
  GPtrArray *kinds[N_KINDS];
  clock_t began;

  for (guint i = 0; i < N_KINDS; i++)
    {
      ExDocument *document = bench_review (i);
      ExPages *pages = ex_pages_new (document, paper); /* both are kept: the sheets point into them */

      kinds[i] = g_ptr_array_new ();
      for (guint k = 0; k < ex_pages_n (pages); k++)
        g_ptr_array_add (kinds[i], keep_sheet (pages, k));
    }
  began = clock ();
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < kinds[i % N_KINDS]->len; k++)
      {
        draw_sheet (g_ptr_array_index (kinds[i % N_KINDS], k), words, labels, cr);
        cairo_show_page (cr);
      }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (words);
  g_object_unref (labels);

  return began;
}
