#include "config.h"

#include "ex-label.h"

#include "ex-paint.h"

#include <string.h>

#define HALO 1.8
#define LEFT_TO_RIGHT_MARK "\u200e"
#define SOFT_HYPHEN "\u00ad"
#define PER_CENT " %"
#define MIDDLE_DOT " ·"

PangoContext *
ex_text_context_new (cairo_t *cr, const char *family, double size, gboolean rtl)
{
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *font = pango_font_description_new ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);

  pango_font_description_set_family (font, family);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_context_set_font_description (context, font);

  pango_font_description_free (font);
  cairo_font_options_destroy (options);
  return context;
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

static void
measure (ExLabel *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);
  self->x_offset = (double) logical.x / PANGO_SCALE;
  self->rect.width = (double) logical.width / PANGO_SCALE;
  self->rect.height = (double) logical.height / PANGO_SCALE;
}

ExLabel *
ex_label_new (PangoContext *context, const char *text, double scale, gboolean bold, ExInk ink)
{
  ExLabel *self = g_new0 (ExLabel, 1);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *directed = NULL;

  /* Words without letters, such as "+1,204", keep their sign in front among right-to-left ones too. */
  if (*valid != '\0' && !has_letters (valid))
    directed = g_strconcat (LEFT_TO_RIGHT_MARK, valid, NULL);

  pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) * scale));
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  self->ink = ink;
  self->layout = pango_layout_new (context);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_text (self->layout, directed != NULL ? directed : valid, -1);
  measure (self);

  pango_font_description_free (font);
  return self;
}

void
ex_label_free (ExLabel *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->layout);
  g_free (self);
}

static void
keep (PangoAttrList *attributes, const char *text, const char *what)
{
  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    {
      PangoAttribute *together = pango_attr_allow_breaks_new (FALSE);

      together->start_index = (guint) (at - text);
      together->end_index = together->start_index + strlen (what);
      pango_attr_list_insert (attributes, together);
    }
}

PangoAttrList *
ex_text_keep_together (const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  keep (attributes, text, PER_CENT);
  keep (attributes, text, MIDDLE_DOT);

  return attributes;
}

void
ex_label_wrap (ExLabel *self, double width, int lines, PangoAlignment align)
{
  g_autoptr (PangoAttrList) together = ex_text_keep_together (pango_layout_get_text (self->layout));

  pango_layout_set_attributes (self->layout, together);
  pango_layout_set_alignment (self->layout, align);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (self->layout, -lines);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  measure (self);
}

void
ex_label_turn (ExLabel *self)
{
  double width = self->rect.width;

  self->rect.width = self->rect.height;
  self->rect.height = width;
  self->turned = TRUE;
}

static void
draw_turned (const ExLabel *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, self->rect.x, self->rect.y + self->rect.height);
  cairo_rotate (cr, -G_PI / 2);
  cairo_move_to (cr, -self->x_offset, 0);
  pango_cairo_show_layout (cr, self->layout);
  cairo_restore (cr);
}

/* On pixels, the words themselves, a little off to every side: to stroke their outlines takes twenty times as long. */
static void
repeat_around (const ExLabel *self, cairo_t *cr)
{
  static const double ways[][2] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 }, { -0.7, -0.7 }, { 0.7, -0.7 }, { -0.7, 0.7 }, { 0.7, 0.7 } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      cairo_move_to (cr, self->rect.x - self->x_offset + HALO * ways[i][0], self->rect.y + HALO * ways[i][1]);
      pango_cairo_show_layout (cr, self->layout);
    }
}

/* In a file, where words are searched for and should be found once. */
static void
stroke_outlines (const ExLabel *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_move_to (cr, self->rect.x - self->x_offset, self->rect.y);
  pango_cairo_layout_path (cr, self->layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * HALO);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The rim, before the words. */
static void
draw_halo (const ExLabel *self, cairo_t *cr, const ExPalette *palette)
{
  ex_paint_set_color (cr, &palette->background);
  if (cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    repeat_around (self, cr);
  else
    stroke_outlines (self, cr);
}

void
ex_label_draw (const ExLabel *self, cairo_t *cr, const ExPalette *palette)
{
  if (self->haloed)
    draw_halo (self, cr, palette);
  ex_paint_set_color (cr, ex_paint_ink (palette, self->ink));
  if (self->turned)
    {
      draw_turned (self, cr);
      return;
    }
  cairo_move_to (cr, self->rect.x - self->x_offset, self->rect.y);
  pango_cairo_show_layout (cr, self->layout);
}

/* A translation may say by soft hyphens where a long word can be broken. */
static char *
show_breaks (const char *text)
{
  GString *shown = g_string_new (text);

  g_string_replace (shown, SOFT_HYPHEN, "- ", 0);
  return g_string_free (shown, FALSE);
}

double
ex_text_longest_word (PangoContext *context, const char *text, double scale)
{
  g_autofree char *shown = show_breaks (text);
  g_auto (GStrv) words = g_strsplit_set (shown, " \n\t", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (ExLabel) label = ex_label_new (context, words[i], scale, FALSE, EX_INK_TEXT);

      widest = MAX (widest, label->rect.width);
    }

  return widest;
}

gboolean
ex_rect_overlaps (const ExRect *a, const ExRect *b, double gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

gboolean
ex_rect_contains (const ExRect *self, double x, double y)
{
  return x >= self->x && x <= self->x + self->width && y >= self->y && y <= self->y + self->height;
}

/* Clips the line against one border after the other (Liang and Barsky). */
gboolean
ex_rect_meets_line (const ExRect *self, double x0, double y0, double x1, double y1)
{
  double dx = x1 - x0, dy = y1 - y0;
  const double p[] = { -dx, dx, -dy, dy };
  const double q[] = { x0 - self->x, self->x + self->width - x0, y0 - self->y, self->y + self->height - y0 };
  double from = 0, to = 1;

  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        from = MAX (from, q[i] / p[i]);
      else if (p[i] > 0)
        to = MIN (to, q[i] / p[i]);
    }

  return from <= to;
}
