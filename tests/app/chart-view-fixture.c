#include "config.h"

#include "chart-view-fixture.h"

#include "chart/ex-waterfall-chart.h"

static ExChart *
waterfall (void)
{
  ExChart *chart = ex_waterfall_chart_new ();
  ExWaterfallChart *self = EX_WATERFALL_CHART (chart);

  ex_chart_set_title (chart, "Losses outran gains", "Customers");
  ex_waterfall_chart_add_bar (self, EX_BAR_TOTAL, "Opening", 1000, "1,000", "Opening: 1,000 customers");
  ex_waterfall_chart_add_bar (self, EX_BAR_GAIN, "New", 400, "+400", "New: 400 customers");
  ex_waterfall_chart_add_bar (self, EX_BAR_LOSS, "Lost", 600, "−600", "Lost: 600 customers");
  ex_waterfall_chart_add_bar (self, EX_BAR_TOTAL, "Closing", 800, "800", "Closing: 800 customers");
  return chart;
}

static gboolean
too_late_cb (gpointer what)
{
  g_error ("waited too long for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

void
wait_for (const char *what, Condition condition, gpointer data)
{
  guint id = g_timeout_add_seconds (20, too_late_cb, (gpointer) what);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

gboolean
is_laid_out (gpointer data)
{
  Fixture *fixture = data;
  ExRect rect;

  return gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 0
         && (ex_chart_view_get_chart (fixture->view) == NULL || ex_chart_n_marks (ex_chart_view_get_chart (fixture->view)) == 0
             || ex_chart_mark_rect (ex_chart_view_get_chart (fixture->view), 0, &rect));
}

void
activated_cb (ExChartView *view, guint mark, Fixture *fixture)
{
  fixture->activated++;
  fixture->last = (int) mark;
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (ExChart) chart = waterfall ();

  fixture->window = gtk_window_new ();
  fixture->before = gtk_button_new_with_label ("Before");
  fixture->view = EX_CHART_VIEW (ex_chart_view_new ());
  g_signal_connect (fixture->view, "mark-activated", G_CALLBACK (activated_cb), fixture);
  ex_chart_view_set_chart (fixture->view, chart);
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->view), TRUE);
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  if (data != NULL)
    gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (fixture->before);
  wait_for ("the chart in its window", is_laid_out, fixture);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (view); /* nothing keeps the view */
}

/* ---- Doing as a user does ---- */

GtkWidget *
child_of_type (GtkWidget *parent, const char *type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (g_type_is_a (G_OBJECT_TYPE (child), g_type_from_name (type)))
        return child;
      found = child_of_type (child, type);
      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
mark_of (Fixture *fixture)
{
  return child_of_type (GTK_WIDGET (fixture->view), "ExChartMark");
}

GtkEventController *
controller_of (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  g_assert_not_reached ();
}

gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (controller_of (mark_of (fixture), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0, state, &handled);
  return handled;
}

void
move_pointer (Fixture *fixture, double x, double y)
{
  g_signal_emit_by_name (controller_of (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x, y);
}

void
point_at (Fixture *fixture, guint mark)
{
  ExRect rect;

  g_assert_true (ex_chart_mark_rect (ex_chart_view_get_chart (fixture->view), mark, &rect));
  move_pointer (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2);
}

void
tab_to_chart (Fixture *fixture)
{
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (mark_of (fixture)));
}

gboolean
is_allocated (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0 && gtk_widget_get_child_visible (widget);
}

GtkWidget *
card_of (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "chart-card"))
      return child;
  g_assert_not_reached ();
}
