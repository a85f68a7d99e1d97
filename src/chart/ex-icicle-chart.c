#include "config.h"

#include "ex-icicle-chart.h"

#include "ex-icicle-chart-private.h"
#include "ex-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Weights outside are pulled in: nothing weighs nothing, and nothing so much that the rest is lost in its rounding. */
#define LEAST_WEIGHT 1e-6
#define MOST_WEIGHT 1e9
/* Bytes in a piece of memory for strings. */
#define STRINGS 4096

G_DEFINE_FINAL_TYPE (ExIcicleChart, ex_icicle_chart, EX_TYPE_CHART)

/* ---- Marks: what is in view, as it is read: each, then all that hangs on it ---- */

static guint
ex_icicle_chart_n_marks (ExChart *chart)
{
  return ex_icicle_n_visible (EX_ICICLE_CHART (chart));
}

static gboolean
ex_icicle_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);
  const ExIcicleItem *item = ex_icicle_item (self, ex_icicle_mark_item (self, mark));
  const ExIcicleCell *cell = ex_icicle_cell_of (self, item);

  if (cell == NULL)
    return FALSE;
  *rect = ex_icicle_cell_rect (self, &self->view, item->row, cell);
  return TRUE;
}

static void
ex_icicle_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExRect rect;

  if (ex_icicle_chart_mark_rect (chart, mark, &rect))
    ex_paint_ring (cr, &rect, palette);
}

static int
ex_icicle_chart_hit (ExChart *chart, double x, double y)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);
  int item = self->cells->len > 0 ? ex_icicle_item_at (self, x, y) : -1;

  return item >= 0 ? ex_icicle_mark_of (self, (guint) item) : -1;
}

/* The one beside it in its row, passing over those that it is drawn as one with. */
static int
beside (ExIcicleChart *self, const ExIcicleItem *item, int step)
{
  const ExIcicleCell *cell = ex_icicle_cell_of (self, item);
  gint64 member = item->member;

  if (cell == NULL)
    member += step;
  else
    member = step > 0 ? (gint64) cell->first + cell->count : (gint64) cell->first - 1;
  if (member < self->row_start[item->row] || member >= self->row_start[item->row + 1])
    return -1;

  return ex_icicle_mark_of (self, self->members[member]);
}

static int
ex_icicle_chart_neighbour (ExChart *chart, guint mark, ExWay way)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);
  const ExIcicleItem *item = ex_icicle_item (self, ex_icicle_mark_item (self, mark));
  gboolean rtl = ex_chart_get_rtl (chart);

  switch (way)
    {
    case EX_WAY_UP:
      return item->parent >= 0 ? ex_icicle_mark_of (self, item->parent) : -1;
    case EX_WAY_DOWN:
      return item->n_under > 1 ? (int) mark + 1 : -1;
    case EX_WAY_LEFT:
      return beside (self, item, rtl ? 1 : -1);
    case EX_WAY_RIGHT:
    default:
      return beside (self, item, rtl ? -1 : 1);
    }
}

static const char *
ex_icicle_chart_mark_key (ExChart *chart, guint mark)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);

  return ex_icicle_item (self, ex_icicle_mark_item (self, mark))->key;
}

/* ---- Words ---- */

/* Its status, and that it hangs in the air; "" when neither has a name. */
static char *
status_text (ExIcicleChart *self, const ExIcicleItem *item)
{
  const char *tone = self->tone_names[item->tone];
  const char *loose = item->loose ? self->loose_name : NULL;

  if (tone != NULL && loose != NULL)
    /* Translators: two things that are said of one part: its status, and that it hangs on nothing. */
    return g_strdup_printf (C_("part", "%s, %s"), tone, loose);

  return g_strdup (tone != NULL ? tone : loose != NULL ? loose : "");
}

static char *
ex_icicle_chart_mark_text (ExChart *chart, guint mark)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);
  const ExIcicleItem *item = ex_icicle_item (self, ex_icicle_mark_item (self, mark));
  const ExIcicleCell *cell = self->arranged && ex_chart_get_frame (chart)->width > 0 ? ex_icicle_cell_of (self, item) : NULL;
  g_autofree char *status = status_text (self, item);
  g_autofree char *text = NULL;

  if (item->detail != NULL)
    text = g_strdup (item->detail);
  else if (self->detail_text != NULL)
    text = self->detail_text (ex_icicle_mark_item (self, mark), item->name, self->detail_data);
  else
    text = *status != '\0' ? g_strdup_printf (C_("part", "%s: %s"), item->name, status) : g_strdup (item->name);
  if (cell == NULL || cell->count < 2)
    return g_steal_pointer (&text);

  /* Translators: a part, then with how many others it shares its place, for all of them are too narrow. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (with %u other too narrow to show)", "%s (with %u others too narrow to show)",
                                       cell->count - 1),
                          text, cell->count - 1);
}

static char *
share_text (ExIcicleChart *self, const ExIcicleItem *item)
{
  return g_strdup_printf (_("%.1f %%"), 100 * item->width / self->whole);
}

static char *
row_text (ExIcicleChart *self, guint row)
{
  if (self->row_names != NULL && row < g_strv_length (self->row_names))
    return g_strdup (self->row_names[row]);

  return g_strdup_printf ("%u", row + 1);
}

static GPtrArray *
ex_icicle_chart_table (ExChart *chart)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n = ex_icicle_n_visible (self);

  g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { _("Name"), _("Under"), _("Row"), _("Status"), _("Share of the whole"), NULL }));
  for (guint i = 0; i < n; i++)
    {
      const ExIcicleItem *item = ex_icicle_item (self, ex_icicle_mark_item (self, i));
      const char *parent = item->parent >= 0 ? ex_icicle_item (self, item->parent)->name : "–";
      g_autofree char *row = row_text (self, item->row);
      g_autofree char *status = status_text (self, item);
      g_autofree char *share = share_text (self, item);

      g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { item->name, parent, row, status, share, NULL }));
    }

  return rows;
}

static void
append_count (GString *text, const char *name, guint n)
{
  g_autofree char *figure = g_strdup_printf ("%'u", n);

  if (name == NULL || n == 0)
    return;
  g_string_append_c (text, ' ');
  /* Translators: what several parts are, and how many they are. */
  g_string_append_printf (text, C_("parts", "%s: %s."), name, figure);
}

static char *
ex_icicle_chart_describe (ExChart *chart)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);
  guint n = ex_icicle_n_visible (self), tones[EX_N_TONES] = { 0 }, loose = 0;
  GString *text = g_string_new (NULL);
  ExIcicleView view;
  guint n_rows;

  if (n == 0)
    return g_string_free (text, FALSE);
  view = ex_icicle_view_of (self, self->focus);
  n_rows = (guint) (view.bottom - view.top);
  for (guint i = 0; i < n; i++)
    {
      const ExIcicleItem *item = ex_icicle_item (self, ex_icicle_mark_item (self, i));

      tones[item->tone]++;
      loose += item->loose ? 1 : 0;
    }
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u part, under what it hangs on.", "%u parts, each under what it hangs on.", n), n);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u row.", "%u rows.", n_rows), n_rows);
  for (guint i = 1; i <= EX_N_TONES; i++) /* none last */
    append_count (text, self->tone_names[i % EX_N_TONES], tones[i % EX_N_TONES]);
  append_count (text, self->loose_name, loose);

  return g_string_free (text, FALSE);
}

static gboolean
ex_icicle_chart_mirrored (ExChart *chart)
{
  return ex_chart_get_rtl (chart);
}

/* ---- Motion ---- */

static gboolean
ex_icicle_chart_has_motion (ExChart *chart)
{
  return EX_ICICLE_CHART (chart)->moved;
}

static void
ex_icicle_chart_end_motion (ExChart *chart)
{
  EX_ICICLE_CHART (chart)->moved = FALSE;
}

/* ---- The object ---- */

static void
clear_detail_text (ExIcicleChart *self)
{
  if (self->detail_destroy != NULL)
    self->detail_destroy (self->detail_data);
  self->detail_text = NULL;
  self->detail_data = NULL;
  self->detail_destroy = NULL;
}

static void
ex_icicle_chart_finalize (GObject *object)
{
  ExIcicleChart *self = EX_ICICLE_CHART (object);

  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  clear_detail_text (self);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->swatches, g_array_unref);
  g_clear_pointer (&self->shapes, g_array_unref);
  g_clear_pointer (&self->papers, g_array_unref);
  g_clear_pointer (&self->row_names, g_strfreev);
  for (guint i = 0; i < EX_N_TONES; i++)
    g_clear_pointer (&self->tone_names[i], g_free);
  g_clear_pointer (&self->loose_name, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->members, g_free);
  g_clear_pointer (&self->drawn_in, g_free);
  g_clear_pointer (&self->row_start, g_free);
  g_clear_pointer (&self->cell_start, g_free);

  G_OBJECT_CLASS (ex_icicle_chart_parent_class)->finalize (object);
}

static void
ex_icicle_chart_class_init (ExIcicleChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_icicle_chart_finalize;

  chart_class->layout = ex_icicle_chart_layout;
  chart_class->draw = ex_icicle_chart_draw;
  chart_class->draw_hover = ex_icicle_chart_draw_hover;
  chart_class->hit = ex_icicle_chart_hit;
  chart_class->n_marks = ex_icicle_chart_n_marks;
  chart_class->mark_text = ex_icicle_chart_mark_text;
  chart_class->mark_rect = ex_icicle_chart_mark_rect;
  chart_class->table = ex_icicle_chart_table;
  chart_class->describe = ex_icicle_chart_describe;
  chart_class->mirrored = ex_icicle_chart_mirrored;
  chart_class->mark_key = ex_icicle_chart_mark_key;
  chart_class->neighbour = ex_icicle_chart_neighbour;
  chart_class->natural_height = ex_icicle_chart_natural_height;
  chart_class->has_motion = ex_icicle_chart_has_motion;
  chart_class->draw_motion = ex_icicle_chart_draw_motion;
  chart_class->end_motion = ex_icicle_chart_end_motion;
}

static void
ex_icicle_chart_init (ExIcicleChart *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (ExIcicleItem));
  self->strings = g_string_chunk_new (STRINGS);
  self->cells = g_array_new (FALSE, FALSE, sizeof (ExIcicleCell));
  self->swatches = g_array_new (FALSE, FALSE, sizeof (ExIcicleSwatch));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (ExIcicleSwatch));
  self->papers = g_array_new (FALSE, FALSE, sizeof (ExRect));
  self->focus = -1;
}

ExChart *
ex_icicle_chart_new (void)
{
  return g_object_new (EX_TYPE_ICICLE_CHART, NULL);
}

guint
ex_icicle_chart_add_node (ExIcicleChart *self, const ExIcicleNode *node)
{
  ExIcicleItem item = { 0 };

  g_return_val_if_fail (EX_IS_ICICLE_CHART (self), 0);
  g_return_val_if_fail (node != NULL && node->name != NULL, 0);
  g_return_val_if_fail (node->parent < (int) self->items->len, 0);
  g_return_val_if_fail ((guint) node->tone < EX_N_TONES, 0);

  item.name = g_string_chunk_insert (self->strings, node->name);
  item.detail = node->detail != NULL ? g_string_chunk_insert (self->strings, node->detail) : NULL;
  item.key = node->key != NULL ? g_string_chunk_insert (self->strings, node->key) : NULL;
  item.parent = MAX (node->parent, -1);
  item.level = node->level;
  item.weight = isnan (node->weight) ? LEAST_WEIGHT : CLAMP (node->weight, LEAST_WEIGHT, MOST_WEIGHT);
  item.tone = node->tone;
  item.loose = node->loose;
  g_array_append_val (self->items, item);
  self->arranged = FALSE;
  self->moved = FALSE;
  ex_chart_changed (EX_CHART (self));

  return self->items->len - 1;
}

void
ex_icicle_chart_set_detail_text (ExIcicleChart *self, ExIcicleText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_ICICLE_CHART (self));

  clear_detail_text (self);
  self->detail_text = func;
  self->detail_data = data;
  self->detail_destroy = destroy;
  ex_chart_changed (EX_CHART (self));
}

void
ex_icicle_chart_set_rows (ExIcicleChart *self, const char *const *rows)
{
  g_return_if_fail (EX_IS_ICICLE_CHART (self));

  g_strfreev (self->row_names);
  self->row_names = g_strdupv ((char **) rows);
  ex_chart_changed (EX_CHART (self));
}

void
ex_icicle_chart_set_tone_names (ExIcicleChart *self, const char *const names[4], const char *loose)
{
  g_return_if_fail (EX_IS_ICICLE_CHART (self));

  for (guint i = 0; i < EX_N_TONES; i++)
    {
      g_free (self->tone_names[i]);
      self->tone_names[i] = names != NULL ? g_strdup (names[i]) : NULL;
    }
  g_free (self->loose_name);
  self->loose_name = g_strdup (loose);
  ex_chart_changed (EX_CHART (self));
}

void
ex_icicle_chart_set_focus (ExIcicleChart *self, int node)
{
  g_return_if_fail (EX_IS_ICICLE_CHART (self));
  g_return_if_fail (node < (int) self->items->len);

  node = MAX (node, -1);
  if (node == self->focus)
    return;
  ex_icicle_arrange (self);
  if (!self->moved) /* on the way already: it still comes from where it began */
    self->before = ex_icicle_view_of (self, self->focus);
  self->moved = TRUE;
  self->focus = node;
  ex_chart_changed (EX_CHART (self));
}
