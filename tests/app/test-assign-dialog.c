/* Objectives handed out from templates, and the company's own templates. */
#include "config.h"

#include "reviews-finding.h"

#include "app/ex-assign-targets.h"
#include "app/ex-template-dialog.h"
#include "app/ex-template-row.h"
#include "company/ex-template-library.h"

/* --- the sums --------------------------------------------------------------------------------------------------------------------------- */

static ExReviews *
read_reviews (ExStore *store)
{
  g_autoptr (ExCompany) company = ex_store_read_company (store, NULL, ex_day_today (), NULL);

  return ex_store_read_reviews (store, company, NULL);
}

static const ExAssignTarget *
target_at (GPtrArray *targets, guint index)
{
  g_assert_cmpuint (index, <, targets->len);
  return g_ptr_array_index (targets, index);
}

static void
assert_target (GPtrArray *targets, guint index, const char *label, guint leaders, guint left_out)
{
  const ExAssignTarget *target = target_at (targets, index);

  g_assert_cmpstr (target->label, ==, label);
  g_assert_cmpuint (target->leaders->len, ==, leaders);
  g_assert_cmpuint (target->left_out, ==, left_out);
}

static void
test_targets (void)
{
  const char *selected[] = { "b", "c", NULL };
  const char *one[] = { "c", NULL };
  const char *nobody[] = { NULL };
  g_autoptr (ExStore) store = fresh_reviews ();
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GPtrArray) of_hr = NULL;
  g_autoptr (GPtrArray) of_one = NULL;
  g_autoptr (GPtrArray) of_manager = NULL;

  bring_review (store, "a", EX_REVIEW_AGREED);
  take_step (store, EX_STORE_HR, "d", EX_STEP_EXCUSE, "On leave");
  reviews = read_reviews (store);
  of_hr = ex_assign_targets_new (reviews, selected, EX_NOBODY);
  assert_target (of_hr, 0, "2 selected leaders", 2, 0);
  assert_target (of_hr, 1, "Everybody", 2, 2);
  assert_target (of_hr, 2, "Level 1", 0, 1);
  assert_target (of_hr, 3, "Level 2", 1, 1);
  assert_target (of_hr, 4, "Level 3", 1, 0);
  g_assert_cmpuint (of_hr->len, ==, 5);
  of_one = ex_assign_targets_new (reviews, one, EX_NOBODY);
  assert_target (of_one, 0, "Cem Kaya", 1, 0);
  /* Ben may give to Cem alone. */
  of_manager = ex_assign_targets_new (reviews, nobody, ex_company_find_leader (ex_reviews_get_company (reviews), "b"));
  assert_target (of_manager, 0, "All whom you review", 1, 0);
}

static void
test_count (void)
{
  const char *nobody[] = { NULL };
  g_autoptr (ExStore) store = fresh_reviews ();
  g_autoptr (ExReviews) reviews = read_reviews (store);
  g_autoptr (GPtrArray) targets = ex_assign_targets_new (reviews, nobody, EX_NOBODY);
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_template_free);

  g_assert_cmpuint (ex_assign_count (reviews, target_at (targets, 0)->leaders, templates), ==, 0);
  g_ptr_array_add (templates, ex_template_new ("t1", "Something new"));
  g_assert_cmpuint (ex_assign_count (reviews, target_at (targets, 0)->leaders, templates), ==, 4);
  /* All four have it already. */
  g_ptr_array_add (templates, ex_template_new ("t2", "Fewer complaints"));
  g_assert_cmpuint (ex_assign_count (reviews, target_at (targets, 0)->leaders, templates), ==, 4);
}

/* --- the dialog ----------------------------------------------------------------------------------------------------------------------------- */

static gboolean
is_template (GtkWidget *widget, gpointer title)
{
  return g_str_equal (ex_template_row_get_template (EX_TEMPLATE_ROW (widget))->title, title);
}

static ExTemplateRow *
find_template (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = find_widget (dialog, EX_TYPE_TEMPLATE_ROW, is_template, (gpointer) title);

  return row != NULL ? EX_TEMPLATE_ROW (row) : NULL;
}

static gboolean
has_templates (gpointer window)
{
  GtkWidget *dialog = dialog_of (window);

  return dialog != NULL && ex_window_is_settled (window) && find_widget (dialog, EX_TYPE_TEMPLATE_ROW, NULL, NULL) != NULL;
}

static GtkWidget *
open_dialog (ExWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "assign", "");
  wait_until (has_templates, window);
  return dialog_of (window);
}

static void
choose_target (GtkWidget *dialog, guint index)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (dialog, GTK_TYPE_DROP_DOWN, NULL, NULL)), index);
}

static gboolean
is_assigned (gpointer window)
{
  return ex_window_is_settled (window) && ex_company_n_objectives (ex_session_get_company (ex_window_get_session (window))) == 16;
}

static void
test_assign (void)
{
  g_autoptr (GPtrArray) library = ex_template_library ();
  const char *first = ((const ExTemplate *) g_ptr_array_index (library, 0))->title;
  const char *second = ((const ExTemplate *) g_ptr_array_index (library, 1))->title;
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *dialog = open_dialog (window);
  ExCompany *company;

  g_assert_true (mentions (dialog, "Choose what 4 leaders are to take on."));
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Assign")));
  choose_target (dialog, 2); /* level 2: Ben and Dee */
  gtk_widget_activate (GTK_WIDGET (find_template (dialog, first)));
  gtk_widget_activate (GTK_WIDGET (find_template (dialog, second)));
  g_assert_true (mentions (dialog, "4 objectives for 2 leaders."));
  click (dialog, "_Assign");
  wait_until (is_assigned, window);

  company = ex_session_get_company (ex_window_get_session (window));
  for (guint i = 0; i < 4; i++)
    {
      int leader = ex_company_find_leader (company, &"a\0b\0c\0d"[2 * i]);
      const ExStanding *standing = ex_company_get_standing (company, (guint) leader);

      g_assert_cmpint (standing->weight, ==, 10000);
      g_assert_cmpuint (standing->objectives, ==, i % 2 == 1 ? 5 : 3);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
  g_assert_cmpuint (ex_company_n_objectives (ex_session_get_company (ex_window_get_session (window))), ==, 12);
  close_window (window);
}

static gboolean
nothing_fits (gpointer dialog)
{
  return says (dialog, "No template fits");
}

static gboolean
something_fits (gpointer dialog)
{
  return !says (dialog, "No template fits");
}

/* Not the one in the popover of the targets. */
static gboolean
is_in_view (GtkWidget *widget, gpointer data)
{
  return gtk_widget_get_mapped (widget);
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) library = ex_template_library ();
  const char *title = ((const ExTemplate *) g_ptr_array_index (library, 4))->title;
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *dialog = open_dialog (window);
  GtkWidget *entry = find_widget (dialog, GTK_TYPE_SEARCH_ENTRY, is_in_view, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "nothing is called like that");
  g_signal_emit_by_name (entry, "search-changed");
  wait_until (nothing_fits, dialog);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (find_template (dialog, title))));
  wait_until (something_fits, dialog);
  close_dialog (window);
  close_window (window);
}

/* --- the company's own --------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
template_dialog (ExWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (dialog_of (window)) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_template_dialog (gpointer window)
{
  return template_dialog (window) != NULL;
}

typedef struct
{
  ExWindow   *window;
  const char *title;
  gboolean    there;
} Own;

static gboolean
is_listed (gpointer data)
{
  const Own *own = data;

  return template_dialog (own->window) == NULL && ex_window_is_settled (own->window)
         && (find_template (dialog_of (own->window), own->title) != NULL) == own->there;
}

static void
test_own_templates (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *dialog = open_dialog (window);
  GtkWidget *editor, *row;

  click (dialog, "_New Template…");
  wait_until (has_template_dialog, window);
  editor = template_dialog (window);
  g_assert_false (gtk_widget_is_sensitive (button_of (editor, "_Save")));
  gtk_editable_set_text (GTK_EDITABLE (row_titled (editor, "_Title")), "Visits to farms");
  gtk_editable_set_text (GTK_EDITABLE (row_titled (editor, "_Unit")), "visits");
  click (editor, "_Save");
  wait_until (is_listed, (&(Own) { window, "Visits to farms", TRUE }));

  row = GTK_WIDGET (find_template (dialog, "Visits to farms"));
  g_assert_cmpstr (ex_template_row_get_template (EX_TEMPLATE_ROW (row))->unit, ==, "visits");
  g_signal_emit_by_name (row, "edit");
  wait_until (has_template_dialog, window);
  editor = template_dialog (window);
  gtk_editable_set_text (GTK_EDITABLE (row_titled (editor, "_Title")), "Visits to growers");
  click (editor, "_Save");
  wait_until (is_listed, (&(Own) { window, "Visits to growers", TRUE }));
  g_assert_null (find_template (dialog, "Visits to farms"));

  g_signal_emit_by_name (find_template (dialog, "Visits to growers"), "remove");
  wait_until (is_listed, (&(Own) { window, "Visits to growers", FALSE }));
  close_dialog (window);
  close_window (window);
}

static gboolean
has_dialog_and_is_settled (gpointer window)
{
  return has_dialog (window) && ex_window_is_settled (window);
}

/* An objective made into a template: its words, not its figures. */
static void
test_objective_kept (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "objectives", "objective", "b3");
  settle (window);
  click (GTK_WIDGET (window), "Save as _Template…");
  wait_until (has_dialog_and_is_settled, window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_titled (dialog_of (window), "_Title"))), ==, "Fewer complaints");
  click (dialog_of (window), "_Save");
  wait_until (has_no_dialog, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "assign", "");
  wait_until (has_templates, window);
  g_assert_true (ex_template_row_get_template (find_template (dialog_of (window), "Fewer complaints"))->own);
  /* Twelve to six: lower is better. */
  g_assert_true (ex_template_row_get_template (find_template (dialog_of (window), "Fewer complaints"))->falls);
  close_dialog (window);
  close_window (window);
}

/* Escape takes away what was searched for, then closes the dialog. */
static void
test_escape (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *search;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "assign", "");
  wait_until (has_templates, window);
  search = find_widget (dialog_of (window), GTK_TYPE_SEARCH_ENTRY, is_in_view, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "calls");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_true (has_dialog (window));
  g_signal_emit_by_name (search, "stop-search");
  wait_until (has_no_dialog, window);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/assign/to the selected, everybody, a level: as far as they draft and are whose they are", test_targets);
  g_test_add_func ("/assign/counts what is not there yet", test_count);
  g_test_add_func ("/assign/to a level, with weights of exactly 100 %", test_assign);
  g_test_add_func ("/assign/templates are searched", test_search);
  g_test_add_func ("/assign/Escape in the search closes the dialog", test_escape);
  g_test_add_func ("/assign/templates of one's own are made, changed and removed", test_own_templates);
  g_test_add_func ("/assign/an objective is kept as a template", test_objective_kept);
  return g_test_run ();
}
