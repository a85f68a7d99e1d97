/* Makes a PNG of every page: shots FOLDER; with "cycle" behind it only those of a review cycle. In each of light and dark: 1280 × 800,
 * 800 × 600, and 1280 × 800 with text half as large again; dialogs once in light and dark. A screenshot is a test: a program makes it, a person looks at it. */
#include "config.h"

#include "pictures.h"
#include "shots-asset.h"
#include "shots-cycle.h"
#include "shots-history.h"
#include "shots-my-review.h"
#include "shots-overview.h"
#include "shots-reviews.h"
#include "shots-rewards.h"

#include "app/ex-application.h"
#include "app/ex-check-in-dialog.h"
#include "app/ex-import-dialog.h"
#include "app/ex-pages.h"
#include "app/ex-print-sheet.h"
#include "app/ex-window.h"
#include "store/ex-store.h"

#include <libintl.h>
#include <locale.h>

typedef struct
{
  const char *name;    /* of the picture */
  const char *page;    /* NULL: the window as it is */
  const char *action;  /* then activated, with its target; NULL: none */
  gboolean    dialog;  /* the picture is of the window that the action brings up */
  void     (* bring) (ExWindow *window); /* or this, for what has no action */
} Scene;

/* A file as they lie around: two managers that are not there, a leader twice, an amount that is none. */
static const char leaders_csv[] =
  "Employee ID;Name;Job title;Reports to;Incentive target\n"
  "N1;Ada Whitlock;Chief Executive Officer;;120000\n"
  "N2;Ben Castellanos;Chief Customer Officer;N1;80000\n"
  "N3;Chidi Obi;Head of Service;N2;plenty\n"
  "N4;Dora Lindqvist;Head of Billing;N9;40000\n"
  "N2;Ben Castellanos;Chief Customer Officer;N1;80000\n"
  "N5;Emil Kovács;Head of Renewals;n2;40000\n";

static void
bring_import (ExWindow *window)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "leaders of the new unit.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, leaders_csv, -1, NULL));
  ex_import_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), EX_IMPORT_LEADERS, file);
}

/* The one blue button in view. */
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
bring_preview (ExWindow *window)
{
  GtkWindow *dialog;

  bring_import (window);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  dialog = newest_window (window);
  g_assert_nonnull (dialog);
  wait_for_frames (GTK_WIDGET (dialog), window, QUIET_FRAMES);
  g_signal_emit_by_name (suggested (GTK_WIDGET (dialog)), "clicked");
}

static void
bring_check_in (ExWindow *window)
{
  ExSession *session = ex_window_get_session (window);

  ex_check_in_dialog_present (GTK_WIDGET (window), session, ex_company_get_objective (ex_session_get_company (session), 4), NULL);
}

static gboolean
has_sheet (GtkWidget *root)
{
  if (EX_IS_PRINT_SHEET (root))
    return ex_print_sheet_is_drawn (EX_PRINT_SHEET (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_sheet (child))
      return TRUE;
  return FALSE;
}

/* The pages are laid out meanwhile. */
static void
bring_pages (ExWindow *window)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  activate (window, "win.print");
  while (g_get_monotonic_time () < until && (newest_window (window) == NULL || !has_sheet (GTK_WIDGET (newest_window (window)))))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static const Scene scenes[] = {
  { "objective", "objectives", "win.show(('objectives', 'objective', 'O001'))", FALSE },
  { "leader", "leaders", "win.show(('leaders', 'leader', 'L003'))", FALSE },
  { "add-leader", "leaders", "win.show(('leaders', 'add', ''))", TRUE },
  { "add-objective", "objectives", "win.show(('objectives', 'add', ''))", TRUE },
  { "check-in", NULL, NULL, TRUE, bring_check_in },
  { "import", NULL, NULL, TRUE, bring_import },
  { "import-preview", NULL, NULL, TRUE, bring_preview },
  { "i-am", NULL, "win.choose-actor", TRUE },
  { "new-company", NULL, "win.new-company", TRUE },
  { "new-cycle", NULL, "win.new-cycle", TRUE },
  { "shortcuts", NULL, "win.shortcuts", TRUE },
  { "print-preview", "rewards", NULL, TRUE, bring_pages },
};

static const Size sizes[] = {
  { "1280x800", 1280, 800, 1 },
  { "800x600", 800, 600, 1 },
  { "1280x800-large-text", 1280, 800, 1.5 },
};

/* --- pictures --------------------------------------------------------------------------------------------------------- */

static void
take_dialog (ExWindow *window, const Scene *scene, gboolean dark)
{
  if (scene->bring != NULL)
    scene->bring (window);
  else if (!activate (window, scene->action))
    return;
  take_over (window, scene->name, dark, &sizes[0]);
}

static void
take_scene (ExWindow *window, const Scene *scene, gboolean dark, const Size *size)
{
  if (scene->page != NULL && ex_pages_find (scene->page) < 0)
    return;
  if (scene->page != NULL)
    ex_window_show_page (window, scene->page);
  if (scene->dialog)
    {
      if (size == &sizes[0])
        take_dialog (window, scene, dark);
      return;
    }
  wait_for_frames (GTK_WIDGET (window), window, 2);
  activate (window, scene->action);
  take_page (window, scene->name, dark, size);
  activate (window, "win.back");
}

/* Right to left, once each. */
static void
take_mirrored (ExWindow *window)
{
  guint n;
  const ExPageInfo *pages = ex_pages (&n);

  set_look (window, FALSE, &sizes[0]);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-rtl", pages[i].name);

      ex_window_show_page (window, pages[i].name);
      take_page (window, name, FALSE, &sizes[0]);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
take_all (ExWindow *window, gboolean dark, const Size *size)
{
  guint n;
  const ExPageInfo *pages = ex_pages (&n);

  set_look (window, dark, size);
  for (guint i = 0; i < n; i++)
    {
      ex_window_show_page (window, pages[i].name);
      take_page (window, pages[i].name, dark, size);
    }
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    take_scene (window, &scenes[i], dark, size);
}

/* --- something for History to show ------------------------------------------------------------------------------------- */

static gpointer
edit_leader (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, error);
  ExLeader *leader = leaders != NULL ? g_ptr_array_index (leaders, 3) : NULL;

  if (leader == NULL)
    return NULL;
  g_free (leader->title);
  leader->title = g_strdup ("Head of Contact Centre Lakeside");
  leader->incentive_target += 50000;
  return GINT_TO_POINTER (ex_store_save_leader (store, leader, error));
}

static gpointer
edit_objective (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) objectives = ex_store_list_objectives (store, NULL, error);
  ExObjective *objective = objectives != NULL ? g_ptr_array_index (objectives, 4) : NULL;

  if (objective == NULL)
    return NULL;
  objective->weight -= 500;
  g_free (objective->source);
  objective->source = g_strdup ("Contact centre, monthly report");
  return GINT_TO_POINTER (ex_store_save_objective (store, objective, error));
}

static gpointer
check_in (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExCheckIn) record = ex_check_in_new ("O005", ex_day_today (), 322);

  record->confidence = 6;
  record->note = g_strdup ("Two large accounts renewed after all.");
  return GINT_TO_POINTER (ex_store_save_check_in (store, record, error));
}

static gboolean
toasts_are_gone (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!toasts_are_gone (child))
      return FALSE;
  return TRUE;
}

static void
make_history (ExWindow *window)
{
  ExSession *session = ex_window_get_session (window);
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  ex_session_write_async (session, "Edit a leader", edit_leader, NULL, NULL, NULL, NULL, NULL, NULL);
  ex_session_write_async (session, "Edit an objective", edit_objective, NULL, NULL, NULL, NULL, NULL, NULL);
  ex_session_write_async (session, "Record a check-in", check_in, NULL, NULL, NULL, NULL, NULL, NULL);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  take (GTK_WIDGET (window), adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), "toast-light-1280x800");
  ex_session_undo_async (session, 0, NULL, NULL);
  while (!toasts_are_gone (GTK_WIDGET (window)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
expand_rows (GtkWidget *widget, guint *left)
{
  if (ADW_IS_EXPANDER_ROW (widget) && *left > 0)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
      (*left)--;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    expand_rows (child, left);
  return *left == 0;
}

static void
take_open_history (ExWindow *window, gboolean dark)
{
  guint left = 4;

  ex_window_show_page (window, "history");
  set_look (window, dark, &sizes[0]);
  expand_rows (ex_window_get_page (window, "history"), &left);
  take_page (window, "history-open", dark, &sizes[0]);
}

/* --- windows ---------------------------------------------------------------------------------------------------------- */

/* Wherever the display has it: no picture wants the marks of hovering. */
static void
ignore_pointer (ExWindow *window)
{
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
}

static void
shoot_welcome (GtkApplication *application)
{
  ExWindow *window = ex_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        set_look (window, dark, &sizes[i]);
        take_page (window, "welcome", dark, &sizes[i]);
      }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_sample (GtkApplication *application)
{
  GtkWindow *window;

  ex_application_sample (EX_APPLICATION (application), NULL);
  window = gtk_application_get_windows (application)->data;
  ignore_pointer (EX_WINDOW (window));
  wait_for_frames (GTK_WIDGET (window), EX_WINDOW (window), QUIET_FRAMES);
  if (ex_window_get_session (EX_WINDOW (window)) == NULL)
    {
      pictures_fail ("The sample company did not open");
      return;
    }
  set_look (EX_WINDOW (window), FALSE, &sizes[0]);
  activate (EX_WINDOW (window), "win.dismiss-actor");
  make_history (EX_WINDOW (window));
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      take_all (EX_WINDOW (window), dark, &sizes[i]);
  for (guint dark = 0; dark < 2; dark++)
    take_open_history (EX_WINDOW (window), dark);
  take_mirrored (EX_WINDOW (window));
  gtk_window_destroy (window);
}

static void
activate_cb (GtkApplication *application, gpointer data)
{
  /* The program's own first window is not wanted. */
  g_signal_stop_emission_by_name (application, "activate");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_application_hold (G_APPLICATION (application));
  if (data == NULL)
    {
      shoot_welcome (application);
      shoot_sample (application);
    }
  if (data == NULL || g_str_equal (data, "asset"))
    shoot_asset (application);
  if (data == NULL || g_str_equal (data, "cycle"))
    shoot_cycle (application);
  if (data == NULL || g_str_equal (data, "reviews"))
    shoot_reviews (application);
  if (data == NULL || g_str_equal (data, "my-review"))
    shoot_my_review (application);
  if (data == NULL || g_str_equal (data, "history"))
    shoot_history (application);
  if (data == NULL || g_str_equal (data, "rewards"))
    shoot_rewards (application);
  if (data == NULL || g_str_equal (data, "overview"))
    shoot_overview (application);
  g_application_release (G_APPLICATION (application));
}

int
main (int argc, char **argv)
{
  static const char * const parts[] = { "asset", "cycle", "reviews", "my-review", "history", "rewards", "overview", NULL };
  g_autoptr (ExApplication) application = NULL;

  if (argc != 2 && !(argc == 3 && g_strv_contains (parts, argv[2])))
    {
      g_printerr ("Usage: shots FOLDER [asset|cycle|reviews|my-review|history|rewards|overview]\n");
      return 2;
    }
  pictures_begin (argv[1]);
  setlocale (LC_ALL, "");
  if (g_getenv ("EXEMPLAR_LOCALE_DIR") != NULL) /* pictures in another language: LANGUAGE says which */
    {
      bindtextdomain (GETTEXT_PACKAGE, g_getenv ("EXEMPLAR_LOCALE_DIR"));
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      textdomain (GETTEXT_PACKAGE);
    }
  /* The sample's year, not ours. */
  g_setenv ("EXEMPLAR_TODAY", "2026-09-30", FALSE);
  application = ex_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), argv[2]);
  g_application_run (G_APPLICATION (application), 1, argv);
  return pictures_failed () ? 1 : 0;
}
