#include "config.h"

#include "ex-chart-view.h"

#include "ex-chart-mark.h"
#include "ex-chart-table.h"
#include "ex-chart-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define CARD_CHARS 48
#define LEAST_SCALE 0.25
#define MOST_SCALE 16.0

G_DEFINE_FINAL_TYPE (ExChartView, ex_chart_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_CHART, PROP_SHOW_TABLE, PROP_NATURAL, PROP_SCALE, N_PROPS };
static GParamSpec *props[N_PROPS];

/* ---- The chart takes after the widget ---- */

ExTheme
ex_chart_view_get_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? EX_THEME_CONTRAST_DARK : EX_THEME_CONTRAST;
  return adw_style_manager_get_dark (style) ? EX_THEME_DARK : EX_THEME_LIGHT;
}

/* The size in points at 96 pixels an inch, as a chart counts: text made larger in the system's settings comes as a resolution. */
void
ex_chart_view_sync_font (ExChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  size *= pango_font_description_get_size_is_absolute (font) ? 72.0 / 96.0 : resolution > 0 ? resolution / 96.0 : 1;
  self->syncing = TRUE;
  if (size > 0)
    ex_chart_set_font (self->chart, pango_font_description_get_family (font), size);
  self->syncing = FALSE;
}

gboolean
ex_chart_view_sync (ExChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->chart == NULL)
    return FALSE;
  ex_chart_view_sync_font (self);
  self->syncing = TRUE;
  ex_chart_set_rtl (self->chart, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  self->syncing = FALSE;
  self->theme = ex_chart_view_get_theme ();
  ex_chart_layout (self->chart, gtk_widget_get_width (widget) / self->scale, gtk_widget_get_height (widget) / self->scale, self->theme, FALSE);

  return TRUE;
}

/* ---- Table in place of the drawing ---- */

static void
drop_table (ExChartView *self)
{
  g_clear_pointer (&self->table, gtk_widget_unparent);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
}

static void
make_table (ExChartView *self)
{
  const char *title = ex_chart_get_title (self->chart);

  self->heading = gtk_label_new (title != NULL ? title : ex_chart_get_subtitle (self->chart));
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  self->table = ex_chart_table_new (self->chart);
  gtk_widget_insert_before (self->table, GTK_WIDGET (self), self->more);
}

static void
rebuild_table (ExChartView *self, gboolean wanted)
{
  gboolean had_focus = ex_chart_view_has_focus_inside (self);

  drop_table (self);
  if (wanted && self->chart != NULL)
    make_table (self);
  gtk_widget_set_visible (self->mark, self->table == NULL);
  self->hovered = -1;
  if (had_focus)
    gtk_widget_child_focus (self->table != NULL ? self->table : self->mark, GTK_DIR_TAB_FORWARD);
  ex_chart_view_update_menu (self);
  ex_chart_view_update_more (self);
  ex_chart_view_update_current (self);
}

void
ex_chart_view_set_show_table (ExChartView *self, gboolean show_table)
{
  g_return_if_fail (EX_IS_CHART_VIEW (self));

  if (ex_chart_view_get_show_table (self) == !!show_table || self->chart == NULL)
    return;
  rebuild_table (self, show_table);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_TABLE]);
}

gboolean
ex_chart_view_get_show_table (ExChartView *self)
{
  g_return_val_if_fail (EX_IS_CHART_VIEW (self), FALSE);

  return self->table != NULL;
}

/* ---- The chart ---- */

static gboolean
refresh_cb (gpointer data)
{
  ExChartView *self = data;
  int n = self->chart != NULL ? (int) ex_chart_n_marks (self->chart) : 0;

  self->refresh_id = 0;
  self->walked = MIN (self->walked, n - 1);
  self->hovered = self->hovered < n ? self->hovered : -1;
  ex_chart_view_update_words (self);
  if (self->table != NULL)
    rebuild_table (self, self->chart != NULL);
  ex_chart_view_update_current (self);

  return G_SOURCE_REMOVE;
}

/* A chart that is being filled changes with every point: its words are read once, later. */
static void
changed_cb (ExChart *chart, ExChartView *self)
{
  ex_chart_view_forget_drawing (self);
  if (self->syncing)
    return;
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
  if (self->natural)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  ex_chart_view_move (self);
}

static void
release_chart (ExChartView *self)
{
  ex_chart_view_stop_motion (self);
  if (self->chart != NULL)
    g_clear_signal_handler (&self->changed_id, self->chart);
  g_clear_object (&self->chart);
}

void
ex_chart_view_set_chart (ExChartView *self, ExChart *chart)
{
  g_return_if_fail (EX_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || EX_IS_CHART (chart));

  if (self->chart == chart)
    return;
  release_chart (self);
  if (chart != NULL)
    {
      self->chart = g_object_ref (chart);
      self->changed_id = g_signal_connect (chart, "changed", G_CALLBACK (changed_cb), self);
    }
  ex_chart_view_forget_drawing (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  refresh_cb (self);
  ex_chart_view_update_menu (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHART]);
}

ExChart *
ex_chart_view_get_chart (ExChartView *self)
{
  g_return_val_if_fail (EX_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

void
ex_chart_view_set_natural (ExChartView *self, gboolean natural)
{
  g_return_if_fail (EX_IS_CHART_VIEW (self));

  if (self->natural == !!natural)
    return;
  self->natural = !!natural;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NATURAL]);
}

void
ex_chart_view_set_scale (ExChartView *self, double scale)
{
  g_return_if_fail (EX_IS_CHART_VIEW (self));
  g_return_if_fail (scale >= LEAST_SCALE && scale <= MOST_SCALE);

  if (self->scale == scale)
    return;
  self->scale = scale;
  ex_chart_view_forget_drawing (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCALE]);
}

/* ---- Virtual functions ---- */

static void
ex_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ExChartView *self = EX_CHART_VIEW (widget);

  ex_chart_view_sync (self);
  ex_chart_view_allocate (self, width, height);
}

static void
ex_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ExChartView *self = EX_CHART_VIEW (widget);

  if (self->table == NULL)
    ex_chart_view_draw (self, snapshot);

  GTK_WIDGET_CLASS (ex_chart_view_parent_class)->snapshot (widget, snapshot);
}

/* Tab goes to the chart or its table first, then to the button over its corner, wherever these stand. */
static gboolean
ex_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ExChartView *self = EX_CHART_VIEW (widget);
  GtkWidget *order[] = { self->table != NULL ? self->table : self->mark, self->more };
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_LEFT || direction == GTK_DIR_UP;
  int i = focus == order[1] ? 1 : focus == order[0] ? 0 : back ? 1 : 0;

  if (focus != NULL && focus == self->menu)
    return gtk_widget_child_focus (focus, direction);
  for (; i >= 0 && i < 2; i += back ? -1 : 1)
    if (gtk_widget_child_focus (order[i], direction))
      return TRUE;

  return FALSE;
}

static void
ex_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  ex_chart_view_forget_drawing (EX_CHART_VIEW (widget));
  gtk_widget_queue_allocate (widget);

  GTK_WIDGET_CLASS (ex_chart_view_parent_class)->direction_changed (widget, previous);
}

static void
ex_chart_view_dispose (GObject *object)
{
  ExChartView *self = EX_CHART_VIEW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  release_chart (self);
  drop_table (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (ex_chart_view_parent_class)->dispose (object);
}

static void
ex_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ExChartView *self = EX_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, self->table != NULL);
      break;
    case PROP_NATURAL:
      g_value_set_boolean (value, self->natural);
      break;
    case PROP_SCALE:
      g_value_set_double (value, self->scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
ex_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ExChartView *self = EX_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      ex_chart_view_set_chart (self, g_value_get_object (value));
      break;
    case PROP_SHOW_TABLE:
      ex_chart_view_set_show_table (self, g_value_get_boolean (value));
      break;
    case PROP_NATURAL:
      ex_chart_view_set_natural (self, g_value_get_boolean (value));
      break;
    case PROP_SCALE:
      ex_chart_view_set_scale (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
ex_chart_view_class_init (ExChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ex_chart_view_dispose;
  object_class->get_property = ex_chart_view_get_property;
  object_class->set_property = ex_chart_view_set_property;
  widget_class->get_request_mode = ex_chart_view_get_request_mode;
  widget_class->measure = ex_chart_view_measure;
  widget_class->size_allocate = ex_chart_view_size_allocate;
  widget_class->snapshot = ex_chart_view_snapshot;
  widget_class->focus = ex_chart_view_focus;
  widget_class->direction_changed = ex_chart_view_direction_changed;

  props[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, EX_TYPE_CHART,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_NATURAL] = g_param_spec_boolean ("natural", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, LEAST_SCALE, MOST_SCALE, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  ex_chart_view_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "exchartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
make_parts (ExChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->mark = ex_chart_mark_new ();
  gtk_widget_set_parent (self->mark, widget);
  g_signal_connect_object (self->mark, "notify::has-focus", G_CALLBACK (ex_chart_view_update_current), self, G_CONNECT_SWAPPED);

  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->more, _("Chart Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart Menu"), -1);
  gtk_widget_add_css_class (self->more, "chart-more");
  gtk_widget_set_parent (self->more, widget);

  self->card = gtk_label_new (NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_label_set_wrap (GTK_LABEL (self->card), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->card), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->card), CARD_CHARS);
  gtk_widget_set_can_target (self->card, FALSE);
  gtk_widget_add_css_class (self->card, "chart-card");
  gtk_widget_set_parent (self->card, widget);
}

static void
ex_chart_view_init (ExChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->natural = TRUE;
  self->scale = 1;
  self->walked = -1;
  self->hovered = -1;
  make_parts (self);
  ex_chart_view_add_controllers (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (ex_chart_view_forget_drawing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (ex_chart_view_forget_drawing), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, _("chart"), -1);
  ex_chart_view_update_words (self);
  ex_chart_view_update_menu (self);
  ex_chart_view_update_more (self);
}

GtkWidget *
ex_chart_view_new (void)
{
  return g_object_new (EX_TYPE_CHART_VIEW, NULL);
}
