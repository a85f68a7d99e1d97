#include "config.h"

#include "shots-overview.h"

#include "pictures.h"
#include "review-company.h"

#include "app/ex-application.h"
#include "app/ex-overview-filters.h"
#include "app/ex-overview-page.h"
#include "app/ex-wall.h"
#include "company/ex-target.h"

static const Size sizes[] = {
  { "1280x800", 1280, 800, 1 },
  { "800x600", 800, 600, 1 },
};
static const Size tall = { "1280x1700", 1280, 1700, 1 };

static ExOverviewPage *
page_of (ExWindow *window)
{
  return EX_OVERVIEW_PAGE (ex_window_get_page (window, "overview"));
}

/* The scroller in view. */
static GtkWidget *
find_scroller (GtkWidget *root)
{
  if (GTK_IS_SCROLLED_WINDOW (root) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_mapped (child) ? find_scroller (child) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
scroll_to (ExWindow *window, double top)
{
  GtkWidget *scroller = find_scroller (GTK_WIDGET (page_of (window)));
  GtkAdjustment *adjustment;

  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  if (scroller == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, top);
}

static void
go (ExWindow *window, ExTargetKind kind, const char *id, const char *extra)
{
  g_autofree char *key = ex_target_key (kind, id, extra);

  ex_page_show (EX_PAGE (page_of (window)), "target", key);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
}

static void
go_up (ExWindow *window)
{
  while (ex_page_can_go_back (EX_PAGE (page_of (window))))
    ex_page_go_back (EX_PAGE (page_of (window)));
}

/* From top to bottom, a picture a screenful. */
static void
take_whole (ExWindow *window, const char *name, gboolean dark, const Size *size)
{
  GtkWidget *scroller = find_scroller (GTK_WIDGET (page_of (window)));
  GtkAdjustment *adjustment = scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  guint n = 1;

  scroll_to (window, 0);
  take_page (window, name, dark, size);
  if (adjustment == NULL)
    return;
  for (double top = size->height - 100; top < gtk_adjustment_get_upper (adjustment) - 100 && n < 9; top += size->height - 100)
    {
      g_autofree char *next = g_strdup_printf ("%s-%u", name, ++n);

      scroll_to (window, top);
      take_page (window, next, dark, size);
    }
  scroll_to (window, 0);
}

static void
take_levels (ExWindow *window, gboolean dark, const Size *size)
{
  go (window, EX_TARGET_MOVEMENT, "lost", NULL);
  take_page (window, "overview-movement", dark, size);
  go_up (window);
  go (window, EX_TARGET_UNIT, "Customer Care", NULL);
  take_page (window, "overview-unit", dark, size);
  go (window, EX_TARGET_LEADER, "L003", NULL);
  take_whole (window, "overview-leader", dark, size);
  go (window, EX_TARGET_OBJECTIVE, "O010", NULL);
  take_page (window, "overview-objective", dark, size);
  go (window, EX_TARGET_CHECK_IN, "O010", "2026-06-30");
  take_page (window, "overview-check-in", dark, size);
  go_up (window);
}

static GtkWidget *
find_of (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_of (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A unit, a driver and a quarter. */
static void
take_filtered (ExWindow *window, gboolean dark, const Size *size)
{
  GtkWidget *filters = find_of (GTK_WIDGET (page_of (window)), EX_TYPE_OVERVIEW_FILTERS);
  GtkWidget *filter = find_of (filters, GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), 2);
  filter = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (filter));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), 2);
  filter = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (filter));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), 3);
  take_whole (window, "overview-filtered", dark, size);
  ex_overview_filters_clear (EX_OVERVIEW_FILTERS (filters));
}

static void
take_mirrored (ExWindow *window)
{
  set_look (window, FALSE, &tall);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  take_whole (window, "overview-rtl", FALSE, &tall);
  go (window, EX_TARGET_UNIT, "Customer Care", NULL);
  go (window, EX_TARGET_LEADER, "L003", NULL);
  take_page (window, "overview-leader-rtl", FALSE, &tall);
  go_up (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
take_period (ExWindow *window)
{
  go (window, EX_TARGET_PERIOD, "2026-Q2", NULL);
  take_whole (window, "overview-period", FALSE, &tall);
  go_up (window);
}

static GtkWidget *
wall_of (ExWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (EX_IS_WALL (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

/* As a key does, without a keyboard. */
static void
press (GtkWidget *wall, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (wall);
  gboolean taken;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
}

/* Slide by slide, as large as a projector's picture. */
static void
take_wall (ExWindow *window, gboolean dark)
{
  GtkWidget *wall;

  activate (window, "win.present");
  wall = wall_of (window);
  gtk_window_set_default_size (GTK_WINDOW (wall), 1600, 900);
  wait_for_frames (wall, window, QUIET_FRAMES * 4);
  for (guint i = 0; i < ex_wall_get_n (EX_WALL (wall)); i++)
    {
      g_autofree char *name = g_strdup_printf ("wall-%u-%s", i + 1, theme_name (dark));

      wait_for_frames (wall, window, QUIET_FRAMES);
      take (wall, gtk_window_get_child (GTK_WINDOW (wall)), name);
      press (wall, GDK_KEY_Right);
    }
  gtk_window_destroy (GTK_WINDOW (wall));
}

/* Leaders and objectives, but no customers, no ratings, no rewards; then nobody at all but a leader. */
static void
shoot_little (GtkApplication *application)
{
  g_autofree char *folder = g_dir_make_tmp ("exemplar-sample-XXXXXX", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "little.exemplar" : "least.exemplar", NULL);
      g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Little", "EUR");
      g_autoptr (ExLeader) leader = ex_leader_new ("a", "Ana Okafor");
      ExStore *store = i == 0 ? make_reviews (path) : ex_store_create (path, info, NULL);
      ExWindow *window = ex_window_new (application);

      if (i == 1)
        ex_store_save_leader (store, leader, NULL);
      ex_store_close (store);
      gtk_window_present (GTK_WINDOW (window));
      gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
      ex_window_open (window, path);
      wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
      activate (window, "win.dismiss-actor");
      ex_window_show_page (window, "overview");
      set_look (window, FALSE, &tall);
      take_whole (window, i == 0 ? "overview-little" : "overview-least", FALSE, &tall);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

void
shoot_overview (GtkApplication *application)
{
  ExWindow *window;

  ex_application_sample (EX_APPLICATION (application), NULL);
  window = gtk_application_get_windows (application)->data;
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  activate (window, "win.dismiss-actor");
  ex_window_show_page (window, "overview");
  set_look (window, FALSE, &tall);
  take_whole (window, "overview", FALSE, &tall);
  take_period (window);
  take_filtered (window, FALSE, &tall);
  take_mirrored (window);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint dark = 0; dark < 2; dark++)
      {
        set_look (window, dark, &sizes[i]);
        take_whole (window, "overview", dark, &sizes[i]);
        take_levels (window, dark, &sizes[i]);
      }
  set_look (window, FALSE, &sizes[0]);
  take_wall (window, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
  shoot_little (application);
}
