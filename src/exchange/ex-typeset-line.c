/* Shows a line of text. Pango hands runs from right to left on in the order of reading, and a PDF then steps backwards from glyph to glyph, which programs that
 * search it take for words of one letter. Here they come in the order of the page, each with its letters; the readers turn them themselves. */
#include "config.h"

#include "ex-typesetter.h"

typedef struct
{
  GArray  *glyphs;   /* (element-type cairo_glyph_t) */
  GArray  *clusters; /* (element-type cairo_text_cluster_t) */
  GString *text;
} Shown;

/* FALSE: a glyph that no font has, which Pango draws as a box. */
static gboolean
add_glyphs (Shown *shown, const PangoGlyphItem *run, double x, double y)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      cairo_glyph_t glyph = { info->glyph, x + (double) info->geometry.x_offset / PANGO_SCALE, y + (double) info->geometry.y_offset / PANGO_SCALE };

      if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        return FALSE;
      if (info->glyph != PANGO_GLYPH_EMPTY)
        g_array_append_val (shown->glyphs, glyph);
      x += (double) info->geometry.width / PANGO_SCALE;
    }

  return TRUE;
}

/* Clusters from left to right: the letters of each end where those of the one before, further on in the text, began. */
static void
add_clusters (Shown *shown, const PangoGlyphItem *run, const char *text)
{
  const PangoGlyphString *glyphs = run->glyphs;
  int end = run->item->length;

  for (int i = 0; i < glyphs->num_glyphs;)
    {
      int start = glyphs->log_clusters[i];
      cairo_text_cluster_t cluster = { end - start, 0 };

      for (; i < glyphs->num_glyphs && glyphs->log_clusters[i] == start; i++)
        cluster.num_glyphs += glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
      g_string_append_len (shown->text, text + run->item->offset + start, end - start);
      g_array_append_val (shown->clusters, cluster);
      end = start;
    }
}

static gboolean
show_backward (cairo_t *cr, const PangoGlyphItem *run, const char *text, double x, double y)
{
  Shown shown = { g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)), g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t)), g_string_new (NULL) };
  cairo_scaled_font_t *font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font));
  gboolean known = font != NULL && add_glyphs (&shown, run, x, y);

  if (known)
    {
      add_clusters (&shown, run, text);
      cairo_set_scaled_font (cr, font);
      cairo_show_text_glyphs (cr, shown.text->str, (int) shown.text->len, (cairo_glyph_t *) shown.glyphs->data, (int) shown.glyphs->len,
                              (cairo_text_cluster_t *) shown.clusters->data, (int) shown.clusters->len, 0);
    }
  g_array_unref (shown.glyphs);
  g_array_unref (shown.clusters);
  g_string_free (shown.text, TRUE);

  return known;
}

static gboolean
is_backward (const PangoGlyphItem *run)
{
  return run->item->analysis.level % 2 == 1;
}

void
ex_show_line (cairo_t *cr, PangoLayoutLine *line, double x, double y)
{
  const char *text = pango_layout_get_text (line->layout);
  gboolean any = FALSE;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    any = any || is_backward (l->data);
  if (!any)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout_line (cr, line);
      return;
    }
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;

      if (!is_backward (run) || !show_backward (cr, run, text, x, y))
        {
          cairo_move_to (cr, x, y);
          pango_cairo_show_glyph_item (cr, text, run);
        }
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}
