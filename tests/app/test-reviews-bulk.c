/* What is done with the reviews that are selected on the Reviews page: which buttons are there, each step, thousands at once, reminders. */
#include "config.h"

#include "reviews-finding.h"

#include "app/ex-leader-chooser.h"
#include "app/ex-page.h"
#include "app/ex-review-remind.h"

/* --- selecting ------------------------------------------------------------------------------------------------------------------------ */

static void
test_selected_stay (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window = open_reviews (store, EX_STORE_HR);

  g_assert_null (button_of (bar_of (window), "_Agree"));
  select_leader (window, "b");
  g_assert_true (says (bar_of (window), "1 selected"));
  g_assert_nonnull (button_of (bar_of (window), "_Agree"));
  select_leader (window, "d");
  assert_rows (window, "a [b] [d]");
  g_assert_nonnull (button_of (bar_of (window), "_Agree (2)"));
  sort_by (window, 0, GTK_SORT_DESCENDING);
  assert_rows (window, "[d] c [b] a");
  gtk_column_view_sort_by_column (table_of (window), NULL, GTK_SORT_ASCENDING);
  assert_rows (window, "a [b] [d]");
  gtk_widget_activate_action (bar_of (window), "bar.unselect", NULL);
  assert_rows (window, "a b d");
  settle (window);
  close_window (window);
}

/* The list's own keys: Ctrl+A, and space on the row that has the focus. */
static void
test_selected_by_keys (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *list = find_widget (GTK_WIDGET (table_of (window)), GTK_TYPE_LIST_VIEW, NULL, NULL);
  GtkWidget *row = gtk_widget_get_first_child (list);

  g_assert_true (gtk_widget_activate_action (list, "list.select-all", NULL));
  assert_rows (window, "[a] [b] [d]");
  wait_until (bar_is_there, window);
  g_assert_true (says (bar_of (window), "3 selected"));
  g_assert_true (gtk_widget_activate_action (list, "list.unselect-all", NULL));
  assert_rows (window, "a b d");
  g_assert_true (gtk_widget_activate_action (row, "listitem.select", "(bb)", TRUE, FALSE));
  assert_rows (window, "[a] b d");
  close_window (window);
}

/* As a keyboard would, past every controller of the table. */
static gboolean
press_ctrl_space (ExWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (table_of (window)));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_space, 0, GDK_CONTROL_MASK, &taken);
    }
  return taken;
}

/* Ctrl+Space adds the row that has the focus to those that are selected, and takes it away again; it does not fold the tree. */
static void
test_toggled_by_key (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *list = find_widget (GTK_WIDGET (table_of (window)), GTK_TYPE_LIST_VIEW, NULL, NULL);
  GtkWidget *row = gtk_widget_get_first_child (list);

  select_leader (window, "b");
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (press_ctrl_space (window));
  assert_rows (window, "[a] [b] d");
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_next_sibling (row)));
  g_assert_true (press_ctrl_space (window));
  assert_rows (window, "[a] b d");
  g_assert_true (press_ctrl_space (window));
  assert_rows (window, "[a] [b] d");
  close_window (window);
}

static gboolean
is_enabled (GtkWidget *bar, const char *label)
{
  GtkWidget *button = button_of (bar, label);

  g_assert_nonnull (button);
  return gtk_widget_is_sensitive (button);
}

static guint
menu_length (GtkWidget *bar)
{
  GtkWidget *more = find_widget (bar, GTK_TYPE_MENU_BUTTON, NULL, NULL);

  return (guint) g_menu_model_get_n_items (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (more)));
}

static void
test_only_what_applies (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_AGREED);
  bring_review (store, "b", EX_REVIEW_AGREED);
  window = open_reviews (store, EX_STORE_HR);
  select_leader (window, "b");
  g_assert_false (is_enabled (bar_of (window), "_Agree"));
  g_assert_false (is_enabled (bar_of (window), "Assign _Objectives…"));
  g_assert_true (is_enabled (bar_of (window), "_Remind"));
  g_assert_cmpuint (menu_length (bar_of (window)), ==, 5);
  /* With one more that is drafting, it is for that one. */
  select_leader (window, "d");
  g_assert_true (is_enabled (bar_of (window), "_Agree (1)"));

  /* Excusing, moving and re-opening are HR's; Ana may send back what she agreed. */
  ex_session_set_actor (ex_window_get_session (window), "a");
  settle (window);
  assert_rows (window, "[b] [d]");
  g_assert_cmpuint (menu_length (bar_of (window)), ==, 2);
  g_assert_true (is_enabled (bar_of (window), "_Agree (1)"));
  close_window (window);
}

/* --- steps ------------------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  ExWindow     *window;
  const char   *leader;
  ExReviewState state;
} Wanted;

static gboolean
is_in_state (gpointer data)
{
  const Wanted *wanted = data;

  return ex_window_is_settled (wanted->window) && review_of (wanted->window, wanted->leader)->state == wanted->state;
}

static void
test_agree (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  select_leader (window, "a");
  click (bar_of (window), "_Agree");
  wait_until (is_in_state, (&(Wanted) { window, "a", EX_REVIEW_AGREED }));
  g_assert_true (mentions (page_of (window), "1 of 4 reviews are agreed"));
  assert_rows (window, "[a] b d");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (is_in_state, (&(Wanted) { window, "a", EX_REVIEW_DRAFTING }));
  close_window (window);
}

static GtkListBoxRow *
missing_row (GtkWidget *dialog, guint index)
{
  GtkWidget *list = find_widget (dialog, GTK_TYPE_LIST_BOX, NULL, NULL);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) index);
}

/* Everything that stands in the way is listed, and leads to where it is mended. */
static void
test_agree_refused (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;
  GtkWidget *dialog;

  g_assert_true (ex_store_remove_objective (store, "b3", NULL));
  window = open_reviews (store, EX_STORE_HR);
  select_leader (window, "b");
  click (bar_of (window), "_Agree");
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  g_assert_true (says (dialog, "The review of Ben Ito cannot be agreed yet"));
  /* Ana’s own is not agreed; too few objectives; weights of 75 %. */
  g_assert_nonnull (missing_row (dialog, 2));
  g_assert_null (missing_row (dialog, 3));
  g_assert_cmpint (review_of (window, "b")->state, ==, EX_REVIEW_DRAFTING);

  for (guint i = 0; i < 3; i++)
    if (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (missing_row (dialog, i))), "Ana") != NULL)
      {
        gtk_widget_activate (GTK_WIDGET (missing_row (dialog, i)));
        break;
      }
  wait_until (has_no_dialog, window);
  settle (window);
  g_assert_cmpstr (ex_window_get_page_name (window), ==, "reviews");
  g_assert_true (says (page_of (window), "Ana Okafor"));
  g_assert_true (ex_page_can_go_back (EX_PAGE (page_of (window))));
  close_window (window);
}

/* Managers first: what hangs on them passes in the same go. */
static void
test_agree_many (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  sort_by (window, 0, GTK_SORT_DESCENDING);
  gtk_selection_model_select_all (rows_of (window));
  wait_until (bar_is_there, window);
  click (bar_of (window), "_Agree (4)");
  wait_until (is_in_state, (&(Wanted) { window, "c", EX_REVIEW_AGREED }));
  g_assert_true (mentions (page_of (window), "All 4 reviews are agreed"));
  g_assert_false (has_dialog (window));
  /* One action, one Ctrl+Z. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (is_in_state, (&(Wanted) { window, "a", EX_REVIEW_DRAFTING }));
  g_assert_cmpint (review_of (window, "c")->state, ==, EX_REVIEW_DRAFTING);
  close_window (window);
}

static void
test_agree_many_refused (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  g_assert_true (ex_store_remove_objective (store, "b3", NULL));
  window = open_reviews (store, EX_STORE_HR);
  sort_by (window, 0, GTK_SORT_ASCENDING);
  gtk_selection_model_select_all (rows_of (window));
  wait_until (bar_is_there, window);
  click (bar_of (window), "_Agree (4)");
  wait_until (has_dialog, window);
  g_assert_true (says (dialog_of (window), "2 of 4 reviews were left out"));
  g_assert_true (mentions (dialog_of (window), "2 reviews agreed."));
  g_assert_true (mentions (dialog_of (window), "Ben Ito"));
  g_assert_true (mentions (dialog_of (window), "Cem Kaya"));
  g_assert_false (mentions (dialog_of (window), "Dee Lund"));
  g_assert_cmpint (review_of (window, "a")->state, ==, EX_REVIEW_AGREED);
  g_assert_cmpint (review_of (window, "b")->state, ==, EX_REVIEW_DRAFTING);
  g_assert_cmpint (review_of (window, "d")->state, ==, EX_REVIEW_AGREED);
  /* Each leads to the review. */
  gtk_widget_activate (find_widget (dialog_of (window), ADW_TYPE_ACTION_ROW, NULL, NULL));
  wait_until (has_no_dialog, window);
  settle (window);
  g_assert_true (mentions (part_of (page_of (window), "ExReviewView"), "Ben Ito"));
  close_window (window);
}

/* --- steps with a reason ------------------------------------------------------------------------------------------------------------------- */

static void
choose (ExWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (bar_of (window), action, NULL));
}

static gboolean
d_is_excused (gpointer window)
{
  return ex_window_is_settled (window) && review_of (window, "d")->excused;
}

static gboolean
d_counts (gpointer window)
{
  return ex_window_is_settled (window) && !review_of (window, "d")->excused;
}

static void
test_excuse_and_reopen (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  select_leader (window, "d");
  choose (window, "bar.excuse");
  give_reason (window, "On leave until May", "_Excuse");
  wait_until (d_is_excused, window);
  g_assert_cmpstr (review_of (window, "d")->excuse, ==, "On leave until May");
  g_assert_true (mentions (page_of (window), "0 of 3 reviews are agreed"));
  choose (window, "bar.reopen");
  give_reason (window, "Back already", "Re-o_pen");
  wait_until (d_counts, window);
  close_window (window);
}

static void
test_send_back (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_AGREED);
  bring_review (store, "b", EX_REVIEW_AGREED);
  window = open_reviews (store, "a");
  select_leader (window, "b");
  choose (window, "bar.send-back");
  give_reason (window, "The second target is last year’s", "_Send Back");
  wait_until (is_in_state, (&(Wanted) { window, "b", EX_REVIEW_DRAFTING }));
  g_assert_cmpstr (review_of (window, "b")->why, ==, "The second target is last year’s");
  close_window (window);
}

static gboolean
d_reviews_c (gpointer window)
{
  return ex_window_is_settled (window) && g_strcmp0 (review_of (window, "c")->reviewer_id, "d") == 0;
}

static void
test_move (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *dialog, *chooser;

  ex_page_set_search (EX_PAGE (page_of (window)), "kaya");
  settle (window);
  select_leader (window, "c");
  choose (window, "bar.move");
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  chooser = find_widget (dialog, EX_TYPE_LEADER_CHOOSER, NULL, NULL);
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Move")));
  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "_Why")), "Works for Dee now");
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Move")));
  /* Ben reviews already, and the dialog says so. */
  ex_leader_chooser_choose (EX_LEADER_CHOOSER (chooser), "b");
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Move")));
  g_assert_true (mentions (dialog, "already"));
  ex_leader_chooser_choose (EX_LEADER_CHOOSER (chooser), "d");
  click (dialog, "_Move");
  wait_until (d_reviews_c, window);
  g_assert_cmpstr (review_of (window, "c")->why, ==, "Works for Dee now");
  close_window (window);
}

/* --- many, and cancelled ---------------------------------------------------------------------------------------------------------------------- */

static ExStore *
many_leaders (guint n)
{
  g_autofree char *path = fresh_path ("many.exemplar");
  ExStore *store = make_reviews (path);
  g_autoptr (GError) error = NULL;

  act_as (store, EX_STORE_HR);
  ex_store_begin (store, "Fill", &error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%05u", i);
      g_autoptr (ExLeader) leader = ex_leader_new (id, id);

      leader->manager_id = g_strdup ("d");
      ex_store_save_leader (store, leader, &error);
    }
  ex_store_commit (store, &error);
  g_assert_no_error (error);
  return store;
}

static gboolean
has_cancel (gpointer window)
{
  return button_of (GTK_WIDGET (window), "_Cancel") != NULL;
}

static gboolean
all_are_found (gpointer window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rows_of (window))) == 6000;
}

static void
test_cancelled (void)
{
  ExWindow *window = open_reviews (many_leaders (6000), EX_STORE_HR);

  ex_page_set_search (EX_PAGE (page_of (window)), "x0");
  wait_until (all_are_found, window); /* in a thread */
  gtk_selection_model_select_all (rows_of (window));
  wait_until (bar_is_there, window);
  choose (window, "bar.excuse");
  wait_until (has_dialog, window);
  gtk_text_buffer_set_text (reason_of (dialog_of (window)), "The unit was sold", -1);
  click (dialog_of (window), "_Excuse");
  wait_until (has_cancel, window);
  click (GTK_WIDGET (window), "_Cancel");
  wait_until (has_no_dialog, window);
  settle (window);
  for (guint i = 0; i < 6000; i += 999)
    {
      g_autofree char *id = g_strdup_printf ("x%05u", i);

      g_assert_false (review_of (window, id)->excused);
    }
  close_window (window);
}

/* --- reminding -------------------------------------------------------------------------------------------------------------------------------- */

static GPtrArray *opened;

static void
note_uri (GtkWidget *parent, const char *uri)
{
  g_ptr_array_add (opened, g_strdup (uri));
}

static void
set_email (ExStore *store, const char *id, const char *email)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, NULL);

  for (guint i = 0; i < leaders->len; i++)
    {
      ExLeader *leader = g_ptr_array_index (leaders, i);

      if (!g_str_equal (leader->id, id))
        continue;
      leader->email = g_strdup (email);
      g_assert_true (ex_store_save_leader (store, leader, NULL));
    }
}

static void
test_remind (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  g_assert_true (ex_store_remove_objective (store, "b3", NULL));
  g_assert_true (ex_store_remove_objective (store, "d3", NULL));
  set_email (store, "b", "ben@northlight.example");
  opened = g_ptr_array_new_with_free_func (g_free);
  ex_review_remind_set_opener (note_uri);
  window = open_reviews (store, EX_STORE_HR);
  select_leader (window, "b");
  select_leader (window, "d");
  click (bar_of (window), "_Remind (2)");
  g_assert_cmpuint (opened->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (opened, 0), "mailto:"));
  g_assert_nonnull (strstr (g_ptr_array_index (opened, 0), "ben@northlight.example"));
  wait_until (has_dialog, window);
  g_assert_true (says (dialog_of (window), "1 leader has no e-mail address"));
  g_assert_true (mentions (dialog_of (window), "Dee Lund"));
  close_dialog (window);
  ex_review_remind_set_opener (NULL);
  g_ptr_array_unref (opened);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/reviews/who is selected stays so", test_selected_stay);
  g_test_add_func ("/reviews/selected by keys", test_selected_by_keys);
  g_test_add_func ("/reviews/rows are added to the selection one by one, by key", test_toggled_by_key);
  g_test_add_func ("/reviews/a button is there for those it applies to", test_only_what_applies);
  g_test_add_func ("/reviews/agreed, and undone", test_agree);
  g_test_add_func ("/reviews/a refusal lists all that is missing and leads there", test_agree_refused);
  g_test_add_func ("/reviews/many agreed at once, from the top down", test_agree_many);
  g_test_add_func ("/reviews/of many, those refused are listed with why", test_agree_many_refused);
  g_test_add_func ("/reviews/excused with a reason, and re-opened", test_excuse_and_reopen);
  g_test_add_func ("/reviews/sent back by who reviews", test_send_back);
  g_test_add_func ("/reviews/moved to another reviewer", test_move);
  g_test_add_func ("/reviews/thousands at once can be cancelled with nothing done", test_cancelled);
  g_test_add_func ("/reviews/a mail reminds, and who has no address is listed", test_remind);
  return g_test_run ();
}
