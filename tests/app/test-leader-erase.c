/* Erasing the personal data of a leader from their page: only of one who has left, asked first, and not to be undone. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-leader-view.h"
#include "app/ex-page.h"
#include "store/ex-store.h"

static const ExLeader *
ben (gpointer window)
{
  ExCompany *company = ex_session_get_company (ex_window_get_session (window));

  return ex_company_get_leader (company, (guint) ex_company_find_leader (company, "L2"));
}

static gboolean
is_erased (gpointer window)
{
  return g_str_has_prefix (ben (window)->name, "Erased person");
}

/* A window on Ben, whose last day is @last. */
static ExWindow *
window_on_ben (const char *name, ExDay last)
{
  g_autofree char *path = fresh_path (name);
  g_autoptr (ExLeader) leader = ex_leader_new ("L2", "Ben Ito");
  g_autoptr (GError) error = NULL;
  ExWindow *window;
  ExStore *store;

  make_company (path);
  store = ex_store_open (path, &error);
  g_assert_no_error (error);
  leader->manager_id = g_strdup ("L1");
  leader->to = last;
  ex_store_save_leader (store, leader, &error);
  g_assert_no_error (error);
  ex_store_close (store);

  window = open_window (path);
  ex_window_show_page (window, "leaders");
  ex_page_show (EX_PAGE (ex_window_get_page (window, "leaders")), "leader", "L2");
  settle (window);
  return window;
}

static void
ask (ExWindow *window)
{
  GtkWidget *view = find_widget (ex_window_get_page (window, "leaders"), EX_TYPE_LEADER_VIEW, NULL, NULL);

  gtk_widget_activate_action (view, "leader.erase", NULL);
  settle (window);
}

static void
test_erase (void)
{
  ExWindow *window = window_on_ben ("erase.exemplar", ex_day_new (2019, 12, 31));

  ask (window);
  wait_until (has_dialog, window);
  g_assert_true (says (dialog_of (window), "Erase the personal data of Ben Ito?"));
  g_assert_false (is_erased (window));
  g_signal_emit_by_name (button_of (dialog_of (window), "_Erase for Good"), "clicked");
  wait_until (is_erased, window);
  settle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
  g_assert_true (is_erased (window));
  close_window (window);
}

static void
test_not_offered (void)
{
  static const struct { const char *name; ExDay last; const char *actor; } cases[] = {
    { "stays.exemplar", EX_DAY_NONE, "HR" },
    { "leaves.exemplar", 767010, "HR" }, /* in 2100 */
    { "not-hr.exemplar", 737059, "L1" }, /* in 2019 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExWindow *window = window_on_ben (cases[i].name, cases[i].last);

      ex_session_set_actor (ex_window_get_session (window), cases[i].actor);
      settle (window);
      ask (window);
      g_assert_null (dialog_of (window));
      close_window (window);
    }
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/leader/erase/after asking, for good", test_erase);
  g_test_add_func ("/leader/erase/not offered of others, nor to others", test_not_offered);
  return g_test_run ();
}
