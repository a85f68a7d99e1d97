#include "config.h"

#include "pictures.h"
#include "review-company.h"
#include "shots-cycle.h"

#include "app/ex-adjust-dialog.h"
#include "app/ex-application.h"
#include "app/ex-leader-dialog.h"
#include "app/ex-manager-dialog.h"
#include "app/ex-observers-dialog.h"

static const Size sizes[] = {
  { "1400x900", 1400, 900, 1 },
  { "800x600", 800, 600, 1 },
};

static GtkWidget *
find_type (GtkWidget *root, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_cycle_button (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "show-cycle") != NULL;
}

static GtkWidget *
cycle_button (GtkWidget *root)
{
  if (is_cycle_button (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = cycle_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The menu behind the cycle's button. */
static void
take_menu (ExWindow *window, const char *name, gboolean dark, const Size *size)
{
  GtkWidget *button = cycle_button (GTK_WIDGET (window));
  g_autofree char *file = g_strdup_printf ("%s-%s-%s", name, theme_name (dark), size->name);
  GtkWidget *popover;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  popover = find_type (button, "GtkPopoverMenu");
  if (popover == NULL)
    {
      pictures_fail ("No menu came up for %s", name);
      return;
    }
  take (popover, gtk_widget_get_first_child (popover), file);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  wait_for_frames (GTK_WIDGET (window), window, 2);
}

static GtkWidget *
suggested (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) && gtk_widget_has_css_class (root, "suggested-action"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = suggested (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
scroll_to_end (GtkWidget *root)
{
  if (GTK_IS_SCROLLED_WINDOW (root))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (root));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    scroll_to_end (child);
}

/* The new cycle's editor: above, below, and its second step. */
static void
take_new_cycle (ExWindow *window, gboolean dark, const Size *size)
{
  activate (window, "win.new-cycle");
  take_over (window, "cycle-new", dark, size);
  activate (window, "win.new-cycle");
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  scroll_to_end (GTK_WIDGET (newest_window (window)));
  take_over (window, "cycle-new-end", dark, size);
  activate (window, "win.new-cycle");
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  g_signal_emit_by_name (suggested (GTK_WIDGET (newest_window (window))), "clicked");
  take_over (window, "cycle-bring", dark, size);
}

static void
take_calibrate (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "calibrate");
  take_page (window, "calibrate", dark, size);
  activate (window, "win.show(('calibrate', 'leader', 'L002'))");
  take_page (window, "calibrate-leader", dark, size);
  activate (window, "win.back");
}

/* The dialogs of people. */
static void
take_people (ExWindow *window, gboolean dark, const Size *size)
{
  ExSession *session = ex_window_get_session (window);

  ex_observers_dialog_present (GTK_WIDGET (window), session, "L003");
  take_over (window, "observers", dark, size);
  ex_adjust_dialog_present (GTK_WIDGET (window), session, "O005", NULL);
  take_over (window, "adjust", dark, size);
  ex_manager_dialog_present (GTK_WIDGET (window), session, "L003", "L002");
  take_over (window, "manager", dark, size);
  ex_leader_dialog_present (GTK_WIDGET (window), session, "L003", NULL);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  scroll_to_end (GTK_WIDGET (newest_window (window)));
  take_over (window, "leader-edit", dark, size);
  activate (window, "win.choose-actor");
  take_over (window, "view-as", dark, size);
  ex_window_show_page (window, "asset");
  take_page (window, "asset-final", dark, size);
}

static void
take_phase (ExWindow *window, gboolean dark, const Size *size)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (ex_window_get_session (window)));
  g_autofree char *menu = g_strdup_printf ("cycle-menu-%s", ex_phase_nick (cycle->phase));
  g_autofree char *advance = g_strdup_printf ("cycle-advance-%s", ex_phase_nick (cycle->phase));

  set_look (window, dark, size);
  take_menu (window, menu, dark, size);
  if (cycle->phase < EX_PHASE_SIGN)
    {
      activate (window, "win.advance-cycle");
      take_over (window, advance, dark, size);
    }
  if (cycle->phase == EX_PHASE_CALIBRATE)
    take_calibrate (window, dark, size);
  if (cycle->phase == EX_PHASE_ASSESS)
    {
      take_people (window, dark, size);
      take_new_cycle (window, dark, size);
    }
  if (cycle->phase == EX_PHASE_SIGN)
    {
      activate (window, "win.close-cycle");
      take_over (window, "cycle-close-missing", dark, size);
    }
}

/* --- companies ------------------------------------------------------------------------------------------------------------- */

static void
take_everywhere (ExWindow *window, void (* func) (ExWindow *window, gboolean dark, const Size *size))
{
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      func (window, dark, &sizes[i]);
}

static void
ignore_pointer (ExWindow *window)
{
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
}

static gpointer
step_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, NULL, error);

  if (cycle == NULL)
    return NULL;
  return GINT_TO_POINTER (data != NULL ? ex_store_advance_cycle (store, cycle->id, error) : ex_store_back_cycle (store, cycle->id, "For a picture", error));
}

static gpointer
adjust_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExAdjustment) adjustment = ex_adjustment_new ("O005", 2, "Two of the three months were lost to the billing fault.", "the Supervisory Board");

  return GINT_TO_POINTER (ex_store_adjust (store, adjustment, error));
}

static void
write_now (ExWindow *window, ExSessionFunc func, gpointer data)
{
  ex_session_write_quietly_async (ex_window_get_session (window), "For a picture", func, data, NULL, NULL, NULL, NULL, NULL);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
}

static void
shoot_phases (ExWindow *window)
{
  /* It stands in Assess. */
  write_now (window, step_in_worker, NULL);
  write_now (window, step_in_worker, NULL);
  write_now (window, adjust_in_worker, NULL);
  for (ExPhase phase = EX_PHASE_PLAN; phase < EX_PHASE_CLOSED; phase++)
    {
      take_everywhere (window, take_phase);
      if (phase < EX_PHASE_SIGN)
        write_now (window, step_in_worker, window);
    }
}

static ExWindow *
open_path (GtkApplication *application, const char *path)
{
  ExWindow *window = ex_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  ignore_pointer (window);
  ex_window_open (window, path);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  activate (window, "win.dismiss-actor");
  return window;
}

static void
take_pages (ExWindow *window, const char *name, gboolean dark, const Size *size)
{
  static const char * const pages[] = { "my-review", "reviews", "calibrate", "leaders" };

  set_look (window, dark, size);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s", name, pages[i]);

      ex_window_show_page (window, pages[i]);
      take_page (window, file, dark, size);
    }
}

static void
take_empty (ExWindow *window, gboolean dark, const Size *size)
{
  take_pages (window, "cycle-empty", dark, size);
}

static void
take_late (ExWindow *window, gboolean dark, const Size *size)
{
  take_pages (window, "cycle-late", dark, size);
  take_menu (window, "cycle-late-menu", dark, size);
}

static void
take_closed (ExWindow *window, gboolean dark, const Size *size)
{
  take_pages (window, "cycle-closed", dark, size);
  take_menu (window, "cycle-closed-menu", dark, size);
  activate (window, "win.show(('calibrate', 'leader', 'b'))");
  take_page (window, "cycle-closed-calibrate-leader", dark, size);
  activate (window, "win.back");
  activate (window, "win.edit-cycle");
  take_over (window, "cycle-closed-dialog", dark, size);
}

static char *
path_for (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("exemplar-sample-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

/* One leader, a cycle, and nothing in it. */
static void
shoot_empty (GtkApplication *application)
{
  g_autofree char *path = path_for ("One.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("One", "EUR");
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2027", ex_day_new (2026, 10, 1), ex_day_new (2027, 9, 30));
  g_autoptr (ExLeader) leader = ex_leader_new ("L1", "Ada Whitlock");
  ExStore *store = ex_store_create (path, info, NULL);
  ExWindow *window;

  leader->title = g_strdup ("Chief Executive Officer");
  g_assert_true (ex_store_save_leader (store, leader, NULL));
  g_assert_true (ex_store_save_cycle (store, cycle, NULL));
  ex_store_close (store);
  window = open_path (application, path);
  take_everywhere (window, take_empty);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing is agreed, and the year is over. */
static void
shoot_late (GtkApplication *application)
{
  g_autofree char *path = path_for ("Late.exemplar");
  ExStore *store = make_reviews (path);
  g_autofree char *today = g_strdup (g_getenv ("EXEMPLAR_TODAY"));
  ExWindow *window;

  advance_cycle_to (store, EX_PHASE_ASSESS);
  ex_store_close (store);
  g_setenv ("EXEMPLAR_TODAY", "2027-03-15", TRUE);
  window = open_path (application, path);
  take_everywhere (window, take_late);
  gtk_window_destroy (GTK_WINDOW (window));
  g_setenv ("EXEMPLAR_TODAY", today, TRUE);
}

static void
make_figures_final (ExStore *store)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, TRUE, sizeof (ExEnteredMovement));
  ExEnteredMovement year = { .period = { EX_GRAIN_YEAR, 2026 } };
  ExImportInfo info = { .file_name = "movements.csv", .digest = "d" };

  year.movement.opening = (ExCount) { 1204, 120400 };
  year.movement.fresh = (ExCount) { 96, 9600 };
  year.movement.lost = (ExCount) { 52, 5200 };
  year.movement.closing = (ExCount) { 1248, 124800 };
  g_array_append_val (movements, year);
  act_as (store, EX_STORE_HR);
  g_assert_true (ex_store_import_movements (store, movements, &info, NULL, NULL));
  g_assert_true (ex_store_set_final (store, year.period, TRUE, NULL));
}

static void
shoot_closed (GtkApplication *application)
{
  static const char * const leaders[] = { "a", "b", "c", "d" };
  g_autofree char *path = path_for ("Closed.exemplar");
  ExStore *store = make_reviews (path);
  g_autoptr (ExAdjustment) adjustment = ex_adjustment_new ("b1", 3, "Held back by the billing fault.", "the board");
  ExWindow *window;

  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    bring_review (store, leaders[i], EX_REVIEW_ASSESSED);
  act_as (store, EX_STORE_HR);
  g_assert_true (ex_store_adjust (store, adjustment, NULL));
  advance_cycle_to (store, EX_PHASE_SIGN);
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    for (guint n = 0; n < 2; n++)
      take_step (store, EX_STORE_HR, leaders[i], EX_STEP_SIGN, "Signed on paper");
  make_figures_final (store);
  g_assert_true (ex_store_close_cycle (store, REVIEW_CYCLE, NULL));
  ex_store_close (store);
  window = open_path (application, path);
  take_everywhere (window, take_closed);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
shoot_cycle (GtkApplication *application)
{
  ExWindow *window;

  ex_application_sample (EX_APPLICATION (application), NULL);
  window = EX_WINDOW (gtk_application_get_windows (application)->data);
  ignore_pointer (window);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  if (ex_window_get_session (window) == NULL)
    {
      pictures_fail ("The sample company did not open");
      return;
    }
  activate (window, "win.dismiss-actor");
  shoot_phases (window);
  gtk_window_destroy (GTK_WINDOW (window));
  shoot_empty (application);
  shoot_late (application);
  shoot_closed (application);
}
