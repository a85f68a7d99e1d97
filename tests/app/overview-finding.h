/* What the tests of the Overview, its trail and the wall share: the sample company, and doing with charts as a user does. */
#pragma once

#include "app-fixture.h"

#include "app/ex-chart-view.h"
#include "app/ex-overview-page.h"
#include "company/ex-sample.h"
#include "company/ex-target.h"

G_BEGIN_DECLS

static inline ExWindow *
open_sample (void)
{
  g_autofree char *path = fresh_path ("sample.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_sample_info ();
  g_autoptr (GError) error = NULL;
  ExStore *store = ex_store_create (path, info, &error);
  ExWindow *window;

  g_assert_no_error (error);
  ex_sample_fill (store, &error);
  g_assert_no_error (error);
  ex_store_close (store);
  window = open_window (path);
  ex_window_show_page (window, "overview");
  settle (window);
  return window;
}

static inline ExOverviewPage *
overview_of (ExWindow *window)
{
  return EX_OVERVIEW_PAGE (ex_window_get_page (window, "overview"));
}

static inline ExCompany *
company_of (ExWindow *window)
{
  return ex_session_get_company (ex_window_get_session (window));
}

/* The chart in view that a type name is of. */
static inline gboolean
shows_chart (GtkWidget *widget, gpointer type)
{
  ExChart *chart = ex_chart_view_get_chart (EX_CHART_VIEW (widget));

  return gtk_widget_get_mapped (widget) && chart != NULL && g_str_equal (G_OBJECT_TYPE_NAME (chart), type);
}

static inline ExChartView *
chart_of (GtkWidget *root, const char *type)
{
  GtkWidget *view = find_widget (root, EX_TYPE_CHART_VIEW, shows_chart, (gpointer) type);

  if (view == NULL)
    g_error ("No %s is in view", type);
  return EX_CHART_VIEW (view);
}

/* The first mark whose key is of that kind. */
static inline int
mark_leading_to (ExChartView *view, ExTargetKind kind)
{
  ExChart *chart = ex_chart_view_get_chart (view);

  for (guint i = 0; i < ex_chart_n_marks (chart); i++)
    {
      ExTarget target = { 0 };
      gboolean found = ex_target_parse (ex_chart_mark_key (chart, i), &target) && target.kind == kind;

      ex_target_clear (&target);
      if (found)
        return (int) i;
    }
  return -1;
}

/* As a key does, without a keyboard: whether it was taken. */
static inline gboolean
press_key (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
    }
  return taken;
}

/* What the arrow keys walk in a chart: it has the focus. */
static inline GtkWidget *
walker_of (ExChartView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (G_OBJECT_TYPE_NAME (child), "ExChartMark"))
      return child;
  g_assert_not_reached ();
}

/* By the keyboard: Home, Right as often as it takes, Enter. */
static inline void
enter_mark (ExWindow *window, ExChartView *view, int mark)
{
  GtkWidget *walker = walker_of (view);

  g_assert_cmpint (mark, >=, 0);
  g_assert_true (gtk_widget_grab_focus (walker));
  g_assert_true (press_key (walker, GDK_KEY_Home, 0));
  for (guint tries = 0; ex_chart_view_get_mark (view) != mark && tries < 400; tries++)
    press_key (walker, ex_chart_view_get_mark (view) < mark && !press_key (walker, GDK_KEY_Right, 0) ? GDK_KEY_Down : GDK_KEY_VoidSymbol, 0);
  if (ex_chart_view_get_mark (view) != mark)
    g_signal_emit_by_name (view, "mark-activated", (guint) mark); /* not on the way of these two keys */
  else
    g_assert_true (press_key (walker, GDK_KEY_Return, 0));
  settle (window);
}

static inline void
go_to (ExWindow *window, ExTargetKind kind, const char *id, const char *extra)
{
  g_autofree char *key = ex_target_key (kind, id, extra);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (overview_of (window)), "trail.go", "s", key));
  settle (window);
}

G_END_DECLS
