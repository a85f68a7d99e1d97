#include "config.h"

#include "ex-typesetter.h"

#include <string.h>

#define LEFT_TO_RIGHT_MARK "\u200e"
#define FAMILY "Cantarell, Adwaita Sans, Noto Sans, DejaVu Sans, sans-serif"
#define BASELINE 0.81 /* of an em, from its top */

typedef struct
{
  double      size, leading;
  PangoWeight weight;
  ExPaperInk  ink;
} Face;

static const Face faces[EX_N_TYPES] = {
  [EX_TYPE_TITLE]      = { 20, 25, PANGO_WEIGHT_BOLD, EX_PAPER_INK },
  [EX_TYPE_HEADING]    = { 13, 17, PANGO_WEIGHT_BOLD, EX_PAPER_INK },
  [EX_TYPE_SUBHEADING] = { 10.5, 14, PANGO_WEIGHT_BOLD, EX_PAPER_INK },
  [EX_TYPE_BODY]       = { 9.5, 13.5, PANGO_WEIGHT_NORMAL, EX_PAPER_INK },
  [EX_TYPE_LEAD]       = { 12, 16.5, PANGO_WEIGHT_NORMAL, EX_PAPER_INK },
  [EX_TYPE_NOTE]       = { 8, 11, PANGO_WEIGHT_NORMAL, EX_PAPER_DIM },
  [EX_TYPE_NAME]       = { 9, 13.5, PANGO_WEIGHT_NORMAL, EX_PAPER_DIM },
  [EX_TYPE_CELL]       = { 8.5, 11.5, PANGO_WEIGHT_NORMAL, EX_PAPER_INK },
  [EX_TYPE_CELL_HEAD]  = { 8, 10.5, PANGO_WEIGHT_BOLD, EX_PAPER_DIM },
  [EX_TYPE_CELL_TOTAL] = { 8.5, 11.5, PANGO_WEIGHT_BOLD, EX_PAPER_INK },
  [EX_TYPE_RUNNING]    = { 8, 11, PANGO_WEIGHT_NORMAL, EX_PAPER_DIM },
  [EX_TYPE_FINE]       = { 6.5, 9, PANGO_WEIGHT_NORMAL, EX_PAPER_DIM },
};

struct _ExTypesetter
{
  PangoContext         *context;
  PangoFontDescription *fonts[EX_N_TYPES];
  PangoAttrList        *figures; /* digits of one width, so that they stand under each other */
  PangoLayout          *ruler;   /* for measuring, and for what is not kept */
  gboolean              rtl;
};

void
ex_set_text_clear (ExSetText *self)
{
  g_clear_object (&self->layout);
}

const char *
ex_typesetter_family (void)
{
  return FAMILY;
}

double
ex_type_leading (ExType type)
{
  return faces[type].leading;
}

double
ex_type_size (ExType type)
{
  return faces[type].size;
}

static PangoContext *
context_new (PangoFontMap *fonts)
{
  g_autoptr (PangoFontMap) own = fonts == NULL ? pango_cairo_font_map_new () : g_object_ref (fonts);
  PangoContext *context = pango_font_map_create_context (own);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

ExTypesetter *
ex_typesetter_new (PangoFontMap *fonts)
{
  ExTypesetter *self = g_new0 (ExTypesetter, 1);

  self->context = context_new (fonts);
  for (guint i = 0; i < EX_N_TYPES; i++)
    {
      self->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family_static (self->fonts[i], FAMILY);
      pango_font_description_set_size (self->fonts[i], (int) (faces[i].size * PANGO_SCALE));
      pango_font_description_set_weight (self->fonts[i], faces[i].weight);
    }
  self->figures = pango_attr_list_new ();
  pango_attr_list_insert (self->figures, pango_attr_font_features_new ("tnum=1"));
  self->ruler = pango_layout_new (self->context);

  return self;
}

void
ex_typesetter_free (ExTypesetter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < EX_N_TYPES; i++)
    pango_font_description_free (self->fonts[i]);
  pango_attr_list_unref (self->figures);
  g_object_unref (self->ruler);
  g_object_unref (self->context);
  g_free (self);
}

void
ex_typesetter_speak (ExTypesetter *self, const char *language, gboolean rtl)
{
  pango_context_set_language (self->context, language != NULL ? pango_language_from_string (language) : pango_language_get_default ());
  pango_context_set_base_dir (self->context, rtl ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);
  self->rtl = rtl;
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* Figures read from left to right on a page from right to left, too: the sign in front, the unit behind. */
static void
set_text (ExTypesetter *self, PangoLayout *layout, const char *text)
{
  g_autofree char *directed = NULL;

  if (self->rtl && *text != '\0' && !has_letters (text))
    directed = g_strconcat (LEFT_TO_RIGHT_MARK, text, NULL);
  pango_layout_set_text (layout, directed != NULL ? directed : text, -1);
}

/* A figure and its sign stay on one line: "41 %", "3 €". (transfer full) (nullable): there is none. */
static PangoAttrList *
glue (const char *text)
{
  PangoAttrList *list = NULL;

  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      PangoAttribute *attribute = NULL;

      if (p == text || !g_ascii_isdigit (p[-1]) || !(p[1] == '%' || g_str_has_prefix (p + 1, "€")))
        continue;
      attribute = pango_attr_allow_breaks_new (FALSE);
      attribute->start_index = (guint) (p - text);
      attribute->end_index = attribute->start_index + 2;
      list = list != NULL ? list : pango_attr_list_new ();
      pango_attr_list_insert (list, attribute);
    }

  return list;
}

static void
fill (ExTypesetter *self, PangoLayout *layout, ExType type, ExAlign align, const char *text, double width)
{
  PangoAttrList *glued = align == EX_ALIGN_END || width <= 0 ? NULL : glue (text);

  pango_layout_set_font_description (layout, self->fonts[type]);
  pango_layout_set_attributes (layout, align == EX_ALIGN_END ? self->figures : glued);
  g_clear_pointer (&glued, pango_attr_list_unref);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  set_text (self, layout, text);
}

static double
line_width (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

double
ex_typesetter_measure (ExTypesetter *self, ExType type, ExAlign align, const char *text)
{
  PangoRectangle logical;

  fill (self, self->ruler, type, align, text, 0);
  pango_layout_get_extents (self->ruler, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

void
ex_typesetter_set (ExTypesetter *self, ExSetText *set, const char *text, ExType type, ExAlign align, double width, gboolean keep)
{
  PangoLayout *layout = keep ? pango_layout_new (self->context) : self->ruler;

  *set = (ExSetText) { .text = text, .width = width, .type = type, .align = align };
  fill (self, layout, type, align, text, width);
  set->n_lines = pango_layout_get_line_count (layout);
  if (keep)
    set->layout = layout;
}

void
ex_typesetter_shorten (ExSetText *set)
{
  if (set->n_lines < 2)
    return;
  pango_layout_set_single_paragraph_mode (set->layout, TRUE);
  pango_layout_set_ellipsize (set->layout, PANGO_ELLIPSIZE_END);
  set->n_lines = 1;
}

double
ex_typesetter_first_width (const ExSetText *set)
{
  return line_width (pango_layout_get_line_readonly (set->layout, 0));
}

void
ex_paper_ink (cairo_t *cr, ExPaperInk ink)
{
  static const double grays[] = { 0.08, 0.36, 0.25, 0.80 };

  cairo_set_source_rgb (cr, grays[ink], grays[ink], grays[ink]);
}

/* Figures stand at the right in every direction, point under point. A paragraph in a script from right to left begins there, whatever the page. */
static gboolean
stands_right (const ExTypesetter *self, const ExSetText *set, PangoLayoutLine *line)
{
  if (set->align == EX_ALIGN_END || self->rtl)
    return TRUE;

  return (set->type == EX_TYPE_BODY || set->type == EX_TYPE_LEAD || set->type == EX_TYPE_NOTE)
         && pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
}

/* Lines are placed one by one: leading and side are ours, whatever script, font or direction Pango has found in them. */
void
ex_typesetter_draw (ExTypesetter *self, ExSetText *set, guint first, guint n, cairo_t *cr, double x, double y)
{
  const Face *face = &faces[set->type];
  PangoLayout *layout = set->layout;

  if (layout == NULL)
    {
      layout = self->ruler;
      fill (self, layout, set->type, set->align, set->text, set->width);
    }
  ex_paper_ink (cr, face->ink);
  y += (face->leading - face->size) / 2 + BASELINE * face->size;
  for (guint i = first; i < first + n && i < set->n_lines; i++, y += face->leading)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);
      double left = 0;

      if (line == NULL)
        break;
      if (set->align == EX_ALIGN_CENTER)
        left = (set->width - line_width (line)) / 2;
      else if (stands_right (self, set, line))
        left = set->width - line_width (line);
      ex_show_line (cr, line, x + left, y);
    }
}
