#include "config.h"

#include "app-fixture.h"

#include "store/ex-store.h"

#include <glib/gstdio.h>

#include <string.h>

static char *folder;

void
wait_until_at (Condition condition, gpointer data, guint seconds, const char *what, const char *file, int line)
{
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("%s:%d: waited %u seconds in vain for %s", file, line, seconds, what);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

/* Every test program has one; what GTK and the store leave behind goes with it. */
static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

/* Under an X server without a window manager GTK sometimes misses that another window has the keyboard, finds it out when an entry's cursor blinks, and blames the entry.
 * Every other warning ends the test. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0 && strstr (fields[i].value, "did not receive a focus-out event") != NULL)
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

void
app_init (int *argc, char ***argv)
{
  g_autofree char *schemas = g_build_filename (g_getenv ("EX_BUILD_DIR"), "data", NULL);

  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_setenv ("EXEMPLAR_TODAY", "2026-07-01", FALSE);
  g_setenv ("GTK_A11Y", "test", FALSE);
  g_test_init (argc, argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  /* Not gtk_test_init(), which takes the same arguments and sets the locale back to C for good. */
  gtk_disable_setlocale ();
  adw_init ();
  folder = g_dir_make_tmp ("exemplar-test-XXXXXX", NULL);
  g_assert_nonnull (folder);
  atexit (remove_folder);
}

char *
fresh_path (const char *name)
{
  static guint n;
  g_autofree char *file = g_strdup_printf ("%u-%s", ++n, name);

  return g_build_filename (folder, file, NULL);
}

static void
save_leader (ExStore *store, const char *id, const char *name, const char *manager)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLeader) leader = ex_leader_new (id, name);

  leader->manager_id = g_strdup (manager);
  ex_store_save_leader (store, leader, &error);
  g_assert_no_error (error);
}

static void
save_objective (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) objective = ex_objective_new ("O1", "C1", "L2", "Keep one-year contracts", EX_KIND_NUMBER);

  objective->unit = g_strdup ("%");
  objective->baseline = 40;
  objective->target = 60;
  objective->weight = 10000;
  ex_store_save_objective (store, objective, &error);
  g_assert_no_error (error);
}

void
make_company (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Test", "EUR");
  g_autoptr (ExStore) store = ex_store_create (path, info, &error);
  g_autoptr (ExCycle) cycle = ex_cycle_new ("C1", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));

  g_assert_no_error (error);
  save_leader (store, "L1", "Ana Okafor", NULL);
  save_leader (store, "L2", "Ben Ito", "L1");
  ex_store_save_cycle (store, cycle, &error);
  g_assert_no_error (error);
  save_objective (store);
}

ExApplication *
the_application (void)
{
  static ExApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = ex_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
      g_application_set_default (G_APPLICATION (application));
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
      g_assert_no_error (error);
    }
  return application;
}

static gboolean
is_open (gpointer window)
{
  return ex_window_get_session (window) != NULL && ex_window_is_settled (window);
}

ExWindow *
open_window (const char *path)
{
  ExWindow *window = ex_window_new (GTK_APPLICATION (the_application ()));

  gtk_window_present (GTK_WINDOW (window));
  ex_window_open (window, path);
  wait_until (is_open, window);
  return window;
}

static gboolean
is_settled (gpointer window)
{
  return ex_window_is_settled (window) && !g_main_context_pending (NULL);
}

void
settle (ExWindow *window)
{
  wait_until (is_settled, window);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
close_window (ExWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (is_gone, &weak);
}

GtkWidget *
find_widget (GtkWidget *root, GType type, gboolean (* matches) (GtkWidget *widget, gpointer data), gpointer data)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (matches == NULL || matches (root, data)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
label_reads (GtkWidget *widget, gpointer words)
{
  return gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

gboolean
says (GtkWidget *root, const char *words)
{
  return find_widget (root, GTK_TYPE_LABEL, label_reads, (gpointer) words) != NULL;
}

static gboolean
has_label (GtkWidget *widget, gpointer label)
{
  return gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

GtkWidget *
button_of (GtkWidget *root, const char *label)
{
  return root != NULL ? find_widget (root, GTK_TYPE_BUTTON, has_label, (gpointer) label) : NULL;
}

static gboolean
has_title (GtkWidget *widget, gpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

GtkWidget *
row_titled (GtkWidget *root, const char *title)
{
  GtkWidget *row = find_widget (root, ADW_TYPE_PREFERENCES_ROW, has_title, (gpointer) title);

  g_assert_nonnull (row);
  return row;
}

GtkWidget *
dialog_of (ExWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

gboolean
has_dialog (gpointer window)
{
  return dialog_of (window) != NULL;
}

gboolean
has_no_dialog (gpointer window)
{
  return dialog_of (window) == NULL && ex_window_is_settled (window);
}
