/* The window as a person meets it: pages, keys, toasts, undo, names for screen readers. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-pages.h"
#include "app/ex-window-private.h"
#include "store/ex-store.h"

static gboolean
never (gpointer data)
{
  gint64 *end = data;

  return g_get_monotonic_time () > *end;
}

/* For what takes a frame or two and leaves nothing to ask. */
static void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  wait_until (never, &end);
}

static gboolean
has_words (GtkWidget *widget, gpointer words)
{
  return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

static gboolean
shows_words (ExWindow *window, const char *words)
{
  return find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, has_words, (gpointer) words) != NULL;
}

static void
test_welcome (void)
{
  ExWindow *window = ex_window_new (GTK_APPLICATION (the_application ()));

  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  g_assert_null (ex_window_get_session (window));
  g_assert_null (ex_window_get_path (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->root_stack), ==, "welcome");
  g_assert_null (ex_window_get_page (window, "history"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (gtk_window_get_focus (GTK_WINDOW (window)))), ==, "app.sample");
  close_window (window);
}

static void
test_refused (void)
{
  ExWindow *window = ex_window_new (GTK_APPLICATION (the_application ()));
  g_autofree char *path = fresh_path ("not-ours.exemplar");
  g_autoptr (GList) toplevels = NULL;

  g_assert_true (g_file_set_contents (path, "not a company", -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  ex_window_open (window, path);
  settle (window);
  g_assert_null (ex_window_get_path (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->root_stack), ==, "welcome");

  /* What is wrong is said in a window of its own. */
  toplevels = gtk_window_list_toplevels ();
  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      {
        gtk_window_destroy (l->data);
        close_window (window);
        return;
      }
  g_assert_not_reached ();
}

static void
test_pages (void)
{
  g_autofree char *path = fresh_path ("pages.exemplar");
  ExWindow *window;
  guint n;
  const ExPageInfo *pages = ex_pages (&n);

  make_company (path);
  window = open_window (path);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", pages[i].name));
      g_assert_cmpstr (ex_window_get_page_name (window), ==, pages[i].name);
      g_assert_true (EX_IS_PAGE (ex_window_get_page (window, pages[i].name)));
      g_assert_cmpstr (gtk_widget_get_name (GTK_WIDGET (gtk_list_box_get_selected_row (window->page_list))), ==, pages[i].name);
      settle (window);
      run_for (30);
    }
  close_window (window);
}

static void
test_same_file (void)
{
  g_autofree char *path = fresh_path ("same.exemplar");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *odd = g_build_filename (folder, ".", base, NULL);
  GtkApplication *application = GTK_APPLICATION (the_application ());
  ExWindow *window;

  make_company (path);
  window = open_window (path);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
  ex_application_open (EX_APPLICATION (application), odd, NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
  close_window (window);
}

static gpointer
rename_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExLeader) leader = ex_leader_new ("L1", "Anna");

  return GINT_TO_POINTER (ex_store_save_leader (store, leader, error));
}

static const char *
first_name (ExWindow *window)
{
  return ex_company_get_leader (ex_session_get_company (window->session), 0)->name;
}

static void
test_undo (void)
{
  g_autofree char *path = fresh_path ("undo.exemplar");
  ExWindow *window;

  make_company (path);
  window = open_window (path);
  ex_session_write_async (window->session, "Edit a leader", rename_in_worker, NULL, NULL, NULL, NULL, NULL, NULL);
  settle (window);
  g_assert_cmpstr (first_name (window), ==, "Anna");
  g_assert_true (shows_words (window, "Leader changed: Anna"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window->undo_button), ==, "Undo “Edit a leader”: Anna (Ctrl+Z)");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
  g_assert_cmpstr (first_name (window), ==, "Ana Okafor");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  settle (window);
  g_assert_cmpstr (first_name (window), ==, "Anna");
  close_window (window);
}

static void
test_actor (void)
{
  g_autofree char *path = fresh_path ("actor.exemplar");
  ExWindow *window;

  make_company (path);
  window = open_window (path);
  g_assert_true (gtk_revealer_get_reveal_child (window->actor_banner));
  g_assert_cmpstr (gtk_label_get_text (window->actor_label), ==, "HR");
  ex_window_set_actor (window, "L2");
  settle (window);
  g_assert_false (gtk_revealer_get_reveal_child (window->actor_banner));
  g_assert_cmpstr (gtk_label_get_text (window->actor_label), ==, "Ben Ito");
  close_window (window);

  /* Once a file. */
  window = open_window (path);
  g_assert_cmpstr (ex_session_get_actor (window->session), ==, "L2");
  g_assert_false (gtk_revealer_get_reveal_child (window->actor_banner));
  close_window (window);
}

typedef struct
{
  const char *key;
  const char *action;
} Key;

static const Key keys[] = {
  { "<Control>o", "win.open" },      { "<Control>n", "win.new-company" },  { "<Control>f", "win.search" },
  { "<Control>q", "app.quit" },      { "<Control>w", "window.close" },     { "F1", "app.about" },
  { "<Control>question", "win.shortcuts" }, { "<Alt>Left", "win.back" },   { "F9", "win.sidebar" },
  { "<Control><Shift>n", "app.new-window" },
};

static void
test_keys (void)
{
  GtkApplication *application = GTK_APPLICATION (the_application ());
  guint n;
  const ExPageInfo *pages = ex_pages (&n);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, keys[i].key);
      g_assert_cmpstr (actions[0], ==, keys[i].action);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i + 1);
      g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].name);
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, key);
      g_assert_cmpstr (actions[0], ==, action);
    }
}

static gboolean
is_narrow (gpointer window)
{
  return ex_split_get_collapsed (((ExWindow *) window)->split);
}

static gboolean
is_wide (gpointer window)
{
  return !is_narrow (window);
}

static void
test_narrow (void)
{
  g_autofree char *path = fresh_path ("narrow.exemplar");
  ExWindow *window;

  make_company (path);
  window = open_window (path);
  /* The display answers the first size before it hears of another. */
  run_for (200);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  wait_until (is_narrow, window);
  run_for (60);
  g_assert_true (gtk_widget_get_visible (window->sidebar_button));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sidebar", NULL);
  g_assert_true (ex_split_get_show_sidebar (window->split));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sidebar", NULL);
  g_assert_false (ex_split_get_show_sidebar (window->split));
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  wait_until (is_wide, window);
  run_for (60);
  g_assert_false (gtk_widget_get_visible (window->sidebar_button));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/window/welcomes while there is no company", test_welcome);
  g_test_add_func ("/window/says why a file was refused, and stays", test_refused);
  g_test_add_func ("/window/shows every page of the table", test_pages);
  g_test_add_func ("/window/the same file twice is one window", test_same_file);
  g_test_add_func ("/window/a write toasts, and is undone and redone", test_undo);
  g_test_add_func ("/window/asks once who is at the keyboard", test_actor);
  g_test_add_func ("/window/every key leads to its action", test_keys);
  g_test_add_func ("/window/the sidebar gives way in a narrow window", test_narrow);
  return g_test_run ();
}
