/* Rating oneself: kept as it is typed, lost by nothing, handed in as a whole. */
#include "config.h"

#include "my-review-finding.h"

typedef struct
{
  ExWindow   *window;
  const char *objective;
  int         rating;
  gboolean    commented;
} Kept;

static gboolean
is_kept (gpointer data)
{
  const Kept *kept = data;
  const ExMark *mark = self_mark (kept->window, kept->objective);

  return ex_window_is_settled (kept->window) && mark != NULL && mark->rating == kept->rating && mark->commented == kept->commented;
}

static gboolean
is_not_kept (gpointer data)
{
  const Kept *kept = data;

  return ex_window_is_settled (kept->window) && self_mark (kept->window, kept->objective) == NULL;
}

static void
count_cb (ExSession *session, const ExAction *action, guint *written)
{
  (*written)++;
}

static void
test_draft (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");
  GtkWidget *row = rating_row (page_of (window), "b1");
  g_autofree char *typed = NULL;
  guint written = 0;
  ExCompany *company = company_of (window);

  g_signal_connect (ex_window_get_session (window), "written", G_CALLBACK (count_cb), &written);
  g_assert_true (says (page_of (window), "It is time to rate yourself."));
  choose_rating (row, 4);
  wait_until (is_kept, (&(Kept) { window, "b1", 4, FALSE }));
  g_assert_true (says (row, "Draft saved"));

  /* The words follow a moment after the last key. */
  type_comment (row, "We called every customer");
  wait_until (is_kept, (&(Kept) { window, "b1", 4, TRUE }));
  g_assert_true (rating_row (page_of (window), "b1") == row);
  typed = typed_comment (row);
  g_assert_cmpstr (typed, ==, "We called every customer");

  /* No reason to read a million check-ins. */
  g_assert_true (company_of (window) == company);

  /* Quietly, but undone like anything else. */
  g_assert_cmpuint (written, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (is_kept, (&(Kept) { window, "b1", 4, FALSE }));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (is_not_kept, (&(Kept) { window, "b1", 0, FALSE }));
  g_clear_pointer (&typed, g_free);
  typed = typed_comment (row);
  g_assert_cmpstr (typed, ==, "");
  g_assert_false (ex_rating_row_is_rated (EX_RATING_ROW (row)));
  close_window (window);
}

static gboolean
press (GtkWidget *widget, guint key)
{
  GListModel *controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !taken)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  g_object_unref (controllers);
  return taken;
}

/* The digits choose where the buttons have the focus; what is no point of the scale is left alone. */
static void
test_keyboard (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");
  GtkWidget *row = rating_row (page_of (window), "b2");
  GtkWidget *choice = find_widget (row, EX_TYPE_RATING_CHOICE, NULL, NULL);

  ex_page_show (EX_PAGE (page_of (window)), "self-assessment", "");
  settle (window);
  g_assert_true (press (choice, GDK_KEY_2));
  g_assert_cmpint (ex_rating_choice_get_rating (EX_RATING_CHOICE (choice)), ==, 2);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_root_get_focus (GTK_ROOT (window)))));
  g_assert_true (says (row, ex_cycle_rating_word (ex_company_get_cycle (company_of (window)), 2)));
  g_assert_false (press (choice, GDK_KEY_9));
  g_assert_false (press (choice, GDK_KEY_x));
  wait_until (is_kept, (&(Kept) { window, "b2", 2, FALSE }));
  close_window (window);
}

static gboolean
has_digits (GtkWidget *widget, gpointer data)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (widget));

  return label != NULL && g_ascii_isdigit (*label);
}

/* More points than fit a row of buttons are a list; the digits still choose, 0 for ten. */
static void
test_long_scale (void)
{
  const char *words[] = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", NULL };
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  GtkWidget *choice;

  cycle->scale = g_strdupv ((char **) words);
  choice = g_object_ref_sink (ex_rating_choice_new (cycle, "Your rating"));
  g_assert_nonnull (find_widget (choice, GTK_TYPE_DROP_DOWN, NULL, NULL));
  g_assert_null (find_widget (choice, GTK_TYPE_TOGGLE_BUTTON, has_digits, NULL));
  ex_rating_choice_set_rating (EX_RATING_CHOICE (choice), 7);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find_widget (choice, GTK_TYPE_DROP_DOWN, NULL, NULL))), ==, 7);
  g_assert_true (press (choice, GDK_KEY_0));
  g_assert_cmpint (ex_rating_choice_get_rating (EX_RATING_CHOICE (choice)), ==, 10);
  g_object_unref (choice);
}

static gpointer
rename_leader (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExLeader) leader = ex_leader_new ("d", "Dee Lundgren");

  leader->manager_id = g_strdup ("a");
  return GINT_TO_POINTER (ex_store_save_leader (store, leader, error));
}

static void
test_draft_survives (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");
  GtkWidget *row = rating_row (page_of (window), "b1");
  g_autofree char *typed = NULL;

  /* Something else changes while a sentence is being typed. */
  type_comment (row, "Half a sent");
  ex_session_write_async (ex_window_get_session (window), "Edit a leader", rename_leader, NULL, NULL, NULL, NULL, NULL, NULL);
  settle (window);
  g_assert_true (rating_row (page_of (window), "b1") == row);
  typed = typed_comment (row);
  g_assert_cmpstr (typed, ==, "Half a sent");

  /* To another page and back, at once. */
  ex_window_show_page (window, "overview");
  ex_window_show_page (window, "my-review");
  wait_until (is_kept, (&(Kept) { window, "b1", 0, TRUE }));
  close_window (window);
}

static void
test_submit (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");
  static const char * const ids[] = { "b1", "b2", "b3" };

  /* Not whole: everything that is missing is said. */
  choose_rating (rating_row (page_of (window), "b1"), 4);
  type_comment (rating_row (page_of (window), "b1"), "Good");
  click (page_of (window), "_Submit");
  wait_until (has_dialog, window);
  g_assert_true (mentions (dialog_of (window), "Answer calls in 30 seconds"));
  g_assert_true (mentions (dialog_of (window), "Fewer complaints"));
  g_assert_false (mentions (dialog_of (window), "Keep one-year contracts"));
  gtk_window_close (GTK_WINDOW (dialog_of (window)));
  wait_until (has_no_dialog, window);
  g_assert_cmpint (review_of (window, "b")->state, ==, EX_REVIEW_AGREED);

  /* The last words go with it, without waiting for a pause. */
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      choose_rating (rating_row (page_of (window), ids[i]), 3);
      type_comment (rating_row (page_of (window), ids[i]), "As agreed");
    }
  click (page_of (window), "_Submit");
  settle (window);
  g_assert_cmpint (review_of (window, "b")->state, ==, EX_REVIEW_SELF_ASSESSED);
  g_assert_null (button_of (page_of (window), "_Submit"));
  g_assert_true (says (page_of (window), "How you rated yourself"));
  g_assert_null (find_widget (rating_row (page_of (window), "b1"), GTK_TYPE_TOGGLE_BUTTON, (gboolean (*) (GtkWidget *, gpointer)) gtk_widget_get_mapped, NULL));
  close_window (window);
}

static void
test_reports_shut (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");

  g_assert_true (says (page_of (window), "Rate yourself first: then you can assess Cem Kaya."));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/self-assessment/a-rating-is-kept-as-it-is-typed-quietly", test_draft);
  g_test_add_func ("/app/self-assessment/what-is-being-typed-survives-a-refresh", test_draft_survives);
  g_test_add_func ("/app/self-assessment/handing-in-says-everything-missing-then-takes-the-last-words", test_submit);
  g_test_add_func ("/app/self-assessment/the-reports-are-shut-until-one-has-rated-oneself", test_reports_shut);
  g_test_add_func ("/app/self-assessment/digits-rate", test_keyboard);
  g_test_add_func ("/app/self-assessment/a-long-scale-is-a-list", test_long_scale);
  return g_test_run ();
}
