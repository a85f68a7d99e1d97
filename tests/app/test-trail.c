/* The way down from the Overview, five levels deep, by marks and keys, and back up. */
#include "config.h"

#include "overview-finding.h"

#include "app/ex-level.h"
#include "app/ex-trail.h"
#include "core/ex-format.h"

static GtkWidget *
page_of (ExWindow *window)
{
  return GTK_WIDGET (overview_of (window));
}

static const ExTarget *
where (ExWindow *window)
{
  GtkWidget *level = NULL;

  for (GtkWidget *w = find_widget (page_of (window), EX_TYPE_LEVEL, NULL, NULL); w != NULL; w = gtk_widget_get_next_sibling (w))
    if (gtk_widget_get_child_visible (w))
      level = w;
  g_assert_nonnull (level);
  return ex_level_get_about (EX_LEVEL (level));
}

static gboolean
is_title (GtkWidget *widget, gpointer data G_GNUC_UNUSED)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_has_css_class (widget, "title-1") && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

static const char *
sentence_of (ExWindow *window)
{
  GtkWidget *label = find_widget (page_of (window), GTK_TYPE_LABEL, is_title, NULL);

  g_assert_nonnull (label);
  return gtk_label_get_text (GTK_LABEL (label));
}

/* Heatmap, leader, small multiples, objective, check-in: each by a mark, with the keyboard alone; each under a sentence of its own. */
static void
test_five_levels_down (void)
{
  ExWindow *window = open_sample ();
  g_autofree char *sentences[5] = { NULL };
  ExChartView *view;

  sentences[0] = g_strdup (sentence_of (window));
  view = chart_of (page_of (window), "ExHeatmapChart");
  enter_mark (window, view, mark_leading_to (view, EX_TARGET_CELL));
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 2);
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_CELL);
  sentences[1] = g_strdup (sentence_of (window));

  view = chart_of (page_of (window), "ExHeatmapChart");
  enter_mark (window, view, mark_leading_to (view, EX_TARGET_LEADER));
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_LEADER);
  sentences[2] = g_strdup (sentence_of (window));

  view = chart_of (page_of (window), "ExMultiplesChart");
  enter_mark (window, view, mark_leading_to (view, EX_TARGET_OBJECTIVE));
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_OBJECTIVE);
  sentences[3] = g_strdup (sentence_of (window));

  view = chart_of (page_of (window), "ExLineChart");
  enter_mark (window, view, mark_leading_to (view, EX_TARGET_CHECK_IN));
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 5);
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_CHECK_IN);
  sentences[4] = g_strdup (sentence_of (window));
  g_assert_true (says (page_of (window), "What was written"));
  g_assert_true (says (page_of (window), "Who recorded it, and what it was before"));

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (sentences[i], !=, sentences[k]);
  close_window (window);
}

/* The mark that led down has the focus again, and the page stands where it stood. */
static void
test_back_where_one_was (void)
{
  ExWindow *window = open_sample ();
  ExChartView *view = chart_of (page_of (window), "ExHeatmapChart");
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double before;

  gtk_widget_grab_focus (walker_of (view));
  settle (window);
  gtk_adjustment_set_value (adjustment, 700);
  before = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (before, ==, 700);
  enter_mark (window, view, mark_leading_to (view, EX_TARGET_LEADER));
  g_assert_true (ex_page_can_go_back (EX_PAGE (page_of (window))));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  settle (window);
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == walker_of (view));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), before, 1);
  g_assert_false (ex_page_can_go_back (EX_PAGE (page_of (window))));
  close_window (window);
}

static gboolean
is_step (GtkWidget *widget, gpointer name)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (widget));

  return gtk_widget_get_mapped (widget) && GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), name)
         && gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL;
}

static void
test_trail_leads_back (void)
{
  ExWindow *window = open_sample ();
  GtkWidget *trail = find_widget (page_of (window), EX_TYPE_TRAIL, NULL, NULL);
  const ExLeader *leader;
  GtkWidget *step;

  g_assert_false (gtk_widget_get_mapped (trail));
  leader = ex_company_get_leader (company_of (window), (guint) ex_company_find_leader (company_of (window), "L003"));
  go_to (window, EX_TARGET_UNIT, leader->unit, NULL);
  go_to (window, EX_TARGET_LEADER, "L003", NULL);
  go_to (window, EX_TARGET_OBJECTIVE, "O010", NULL);
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 4);
  g_assert_true (gtk_widget_get_mapped (trail));
  step = find_widget (trail, GTK_TYPE_BUTTON, is_step, (gpointer) leader->unit);
  g_assert_nonnull (step);
  g_signal_emit_by_name (step, "clicked");
  settle (window);
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 2);
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_UNIT);
  step = find_widget (trail, GTK_TYPE_BUTTON, is_step, (gpointer) "Overview");
  g_signal_emit_by_name (step, "clicked");
  settle (window);
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 1);
  close_window (window);
}

/* Where one is already is not gone to again; what is not there leads nowhere. */
static void
test_no_step_twice (void)
{
  ExWindow *window = open_sample ();

  go_to (window, EX_TARGET_LEADER, "L003", NULL);
  go_to (window, EX_TARGET_LEADER, "L003", NULL);
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 2);
  go_to (window, EX_TARGET_LEADER, "nobody", NULL);
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 2);
  go_to (window, EX_TARGET_OBJECTIVE, "nothing", NULL);
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 2);
  go_to (window, EX_TARGET_CHECK_IN, "O005", "2001-01-01");
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 2);
  gtk_widget_activate_action (page_of (window), "trail.go", "s", "no such key");
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 2);
  close_window (window);
}

/* A leader in a list goes down the trail, not to another page. */
static void
test_rows_go_down (void)
{
  ExWindow *window = open_sample ();
  GtkWidget *row;

  go_to (window, EX_TARGET_UNIT, "Customer Care", NULL);
  row = row_titled (page_of (window), "Henrik Sandvik");
  gtk_widget_activate_action (row, "win.show", "(sss)", "leaders", "leader", "L002");
  settle (window);
  g_assert_cmpstr (ex_window_get_page_name (window), ==, "overview");
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_LEADER);
  gtk_widget_activate_action (page_of (window), "win.show", "(sss)", "reviews", "leader", "L002");
  settle (window);
  g_assert_cmpstr (ex_window_get_page_name (window), ==, "reviews");
  close_window (window);
}

static void
test_movements_and_reasons (void)
{
  ExWindow *window = open_sample ();
  const ExAsset *asset = ex_session_get_asset (ex_window_get_session (window));
  ExChartView *view = chart_of (page_of (window), "ExWaterfallChart");
  const ExLostReason *reason = &g_array_index (asset->cycle->reasons, ExLostReason, 0);
  g_autofree char *lost = ex_format_integer (reason->lost.customers);

  enter_mark (window, view, mark_leading_to (view, EX_TARGET_MOVEMENT));
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_MOVEMENT);
  chart_of (page_of (window), "ExGrowthChart");
  view = chart_of (page_of (window), "ExParetoChart");
  enter_mark (window, view, mark_leading_to (view, EX_TARGET_SEGMENT));
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_SEGMENT);
  ex_page_go_back (EX_PAGE (page_of (window)));
  ex_page_go_back (EX_PAGE (page_of (window)));
  go_to (window, EX_TARGET_REASON, reason->reason >= 0 ? ex_asset_reason_name (asset, reason->reason) : "", NULL);
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_REASON);
  g_assert_nonnull (strstr (sentence_of (window), lost));
  close_window (window);
}

/* What is removed while it is looked at is left; what is above it stays. */
static gpointer
remove_check_in (ExStore *store, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return GINT_TO_POINTER (ex_store_remove_check_in (store, "O1", ex_day_new (2026, 6, 30), error));
}

static gpointer
correct_check_in (ExStore *store, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  g_autoptr (ExCheckIn) check_in = ex_check_in_new ("O1", ex_day_new (2026, 6, 30), 51);

  check_in->note = g_strdup ("Counted again");
  return GINT_TO_POINTER (ex_store_save_check_in (store, check_in, error));
}

static void
save_check_in (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) store = ex_store_open (path, &error);
  g_autoptr (ExCheckIn) check_in = ex_check_in_new ("O1", ex_day_new (2026, 6, 30), 47);

  g_assert_no_error (error);
  ex_store_save_check_in (store, check_in, &error);
  g_assert_no_error (error);
}

static gboolean
is_corrected (gpointer window)
{
  return says (GTK_WIDGET (overview_of (window)), "30 Jun 2026: 51 %");
}

static gboolean
is_left (gpointer window)
{
  return ex_overview_page_get_depth (overview_of (window)) == 2 && ex_window_is_settled (window);
}

static gboolean
mentions_value (GtkWidget *widget, gpointer words)
{
  return gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

/* What it was before is there; and once it is gone, so is its level. */
static void
test_a_check_in_corrected_and_removed (void)
{
  g_autofree char *path = fresh_path ("check-in.exemplar");
  ExWindow *window;
  ExSession *session;

  make_company (path);
  save_check_in (path);
  window = open_window (path);
  session = ex_window_get_session (window);
  ex_window_show_page (window, "overview");
  go_to (window, EX_TARGET_OBJECTIVE, "O1", NULL);
  go_to (window, EX_TARGET_CHECK_IN, "O1", "2026-06-30");
  g_assert_cmpuint (ex_overview_page_get_depth (overview_of (window)), ==, 3);
  g_assert_cmpstr (sentence_of (window), ==, "30 Jun 2026: 47 %");
  ex_session_write_async (session, "Correct a check-in", correct_check_in, NULL, NULL, NULL, NULL, NULL, NULL);
  wait_until (is_corrected, window);
  settle (window);
  g_assert_nonnull (find_widget (page_of (window), GTK_TYPE_LABEL, mentions_value, "47 % → 51 %"));
  g_assert_nonnull (find_widget (page_of (window), GTK_TYPE_LABEL, mentions_value, "Counted again"));
  ex_session_write_async (session, "Remove a check-in", remove_check_in, NULL, NULL, NULL, NULL, NULL, NULL);
  wait_until (is_left, window);
  close_window (window);
}

static gboolean
has_no_leader (gpointer window)
{
  return ex_company_n_leaders (ex_session_get_company (ex_window_get_session (window))) == 0 && ex_window_is_settled (window);
}

static gboolean
has_leaders (gpointer window)
{
  return ex_company_n_leaders (ex_session_get_company (ex_window_get_session (window))) > 0 && ex_window_is_settled (window);
}

/* Undone to nothing: no title of what is gone, and no way back that leads nowhere; done again, one is where one was. */
static void
test_undone_to_nothing (void)
{
  ExWindow *window = open_sample ();
  ExPage *page = EX_PAGE (overview_of (window));

  go_to (window, EX_TARGET_LEADER, "L013", NULL);
  g_assert_true (ex_page_can_go_back (page));
  g_assert_nonnull (ex_page_get_title (page));
  ex_session_undo_async (ex_window_get_session (window), 0, NULL, NULL);
  wait_until (has_no_leader, window);
  g_assert_false (ex_page_can_go_back (page));
  g_assert_null (ex_page_get_title (page));
  ex_session_redo_async (ex_window_get_session (window), NULL, NULL);
  wait_until (has_leaders, window);
  g_assert_true (ex_page_can_go_back (page));
  g_assert_cmpint (where (window)->kind, ==, EX_TARGET_LEADER);
  close_window (window);
}

/* Pressed together, the middle of the trail is in a menu; nothing is wider than its room. */
static void
test_narrow_trail (void)
{
  const char * const names[] = { "Overview", "Customer Care and everything that belongs to it", "Ana Okafor", "Keep one-year contracts of all households",
                                 "30 September", NULL };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *trail = g_object_ref_sink (ex_trail_new ());
  int least, wished;

  ex_trail_set (EX_TRAIL (trail), names);
  gtk_window_set_child (GTK_WINDOW (window), trail);
  gtk_widget_measure (trail, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
  g_assert_cmpint (least, <, 360);
  g_assert_cmpint (wished, >, 600);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (trail);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/trail/five-levels-down-to-a-check-in", test_five_levels_down);
  g_test_add_func ("/app/trail/back-to-where-one-was", test_back_where_one_was);
  g_test_add_func ("/app/trail/every-step-leads-back", test_trail_leads_back);
  g_test_add_func ("/app/trail/no-step-twice-and-none-to-nothing", test_no_step_twice);
  g_test_add_func ("/app/trail/rows-go-down-and-other-pages-stay-pages", test_rows_go_down);
  g_test_add_func ("/app/trail/movements-segments-and-reasons", test_movements_and_reasons);
  g_test_add_func ("/app/trail/a-check-in-corrected-and-removed", test_a_check_in_corrected_and_removed);
  g_test_add_func ("/app/trail/undone-to-nothing-and-done-again", test_undone_to_nothing);
  g_test_add_func ("/app/trail/fits-a-narrow-window", test_narrow_trail);
  return g_test_run ();
}
