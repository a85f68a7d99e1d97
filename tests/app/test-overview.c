/* The Overview: what it shows, that filters and period apply to it, and what it says while there is nothing. */
#include "config.h"

#include "overview-finding.h"

#include "app/ex-overview-filters.h"
#include "app/ex-overview-work.h"
#include "company/ex-asset-words.h"
#include "review-company.h"

static GtkWidget *
page_of (ExWindow *window)
{
  return GTK_WIDGET (overview_of (window));
}

static guint
marks_in (ExWindow *window, const char *type)
{
  return ex_chart_n_marks (ex_chart_view_get_chart (chart_of (page_of (window), type)));
}

static void
test_from_top_to_bottom (void)
{
  static const char * const questions[] = { "How it came about", "Why customers left", "Where leaders stand", "How far leaders are apart", "Who talks, who walks",
                                            "How far down the cascade is", "What hangs on what", "Does it add up?" };
  static const char * const charts[] = { "ExWaterfallChart", "ExGrowthChart", "ExParetoChart", "ExHeatmapChart", "ExDotChart", "ExDumbbellChart", "ExStepsChart",
                                         "ExIcicleChart", "ExCurveChart" };
  ExWindow *window = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_assert_true (says (page_of (window), questions[i]));
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    g_assert_cmpuint (marks_in (window, charts[i]), >, 0);
  close_window (window);
}

/* Every mark leads somewhere that there is, or nowhere. */
static void
test_keys_are_targets (void)
{
  static const char * const charts[] = { "ExWaterfallChart", "ExGrowthChart", "ExParetoChart", "ExHeatmapChart", "ExDotChart", "ExDumbbellChart", "ExStepsChart",
                                         "ExIcicleChart" };
  ExWindow *window = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      ExChart *chart = ex_chart_view_get_chart (chart_of (page_of (window), charts[i]));
      guint keyed = 0;

      for (guint mark = 0; mark < ex_chart_n_marks (chart); mark++)
        {
          ExTarget target = { 0 };
          const char *key = ex_chart_mark_key (chart, mark);

          g_assert_true (key == NULL || ex_target_parse (key, &target));
          keyed += key != NULL;
          ex_target_clear (&target);
        }
      if (keyed == 0)
        g_error ("No mark of %s leads anywhere", charts[i]);
    }
  close_window (window);
}

/* --- filters ---------------------------------------------------------------------------------------------------------------------------- */

static GtkDropDown *
filter_of (ExWindow *window, guint nth)
{
  GtkWidget *filters = find_widget (page_of (window), EX_TYPE_OVERVIEW_FILTERS, NULL, NULL);
  GtkWidget *first = find_widget (filters, GTK_TYPE_DROP_DOWN, NULL, NULL);

  while (nth-- > 0)
    first = gtk_widget_get_next_sibling (first);
  return GTK_DROP_DOWN (first);
}

enum { UNIT, LEVEL, DRIVER, STAGE, PERIOD };

static void
choose (ExWindow *window, guint filter, const char *label)
{
  GtkDropDown *drop_down = filter_of (window, filter);
  GListModel *model = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label))
      {
        gtk_drop_down_set_selected (drop_down, i);
        settle (window);
        return;
      }
  g_error ("There is no “%s” to choose", label);
}

static gboolean
is_cut (GtkWidget *label, gpointer data)
{
  (*(guint *) data)++;
  return gtk_widget_get_mapped (label) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

static gboolean
is_laid_out (gpointer list)
{
  return gtk_widget_get_mapped (list) && find_widget (list, GTK_TYPE_LABEL, NULL, NULL) != NULL && !g_main_context_pending (NULL);
}

/* A button may say "All units" where the longest unit is "Northlight Energy": the list has to be as wide as that by itself. */
static void
test_whole_names_in_lists (void)
{
  ExWindow *window = open_sample ();
  GtkDropDown *units = filter_of (window, UNIT);
  GtkSelectionModel *rows = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (gtk_drop_down_get_model (units))));
  GtkWidget *list = gtk_list_view_new (rows, g_object_ref (gtk_drop_down_get_list_factory (units)));
  GtkWidget *narrow = gtk_window_new ();
  guint labels = 0;

  gtk_window_set_default_size (GTK_WINDOW (narrow), 30, 500);
  gtk_window_set_child (GTK_WINDOW (narrow), list);
  gtk_window_present (GTK_WINDOW (narrow));
  wait_until (is_laid_out, list);
  g_assert_null (find_widget (list, GTK_TYPE_LABEL, is_cut, &labels));
  g_assert_cmpuint (labels, >, 3);
  gtk_window_destroy (GTK_WINDOW (narrow));
  close_window (window);
}

static guint
leaders_in (ExWindow *window, const char *unit, int driver)
{
  g_autoptr (ExScope) scope = ex_scope_new ();
  g_autoptr (GArray) leaders = NULL;

  scope->unit = g_strdup (unit);
  scope->driver = driver;
  leaders = ex_scope_leaders (scope, ex_session_get_reviews (ex_window_get_session (window)));
  return leaders->len;
}

static void
test_a_unit (void)
{
  ExWindow *window = open_sample ();
  guint all = marks_in (window, "ExDotChart"), waterfall = marks_in (window, "ExWaterfallChart");
  const ExStoryAsk *ask = ex_overview_page_get_ask (overview_of (window));
  GtkWidget *clear;

  g_assert_null (button_of (page_of (window), "Clear _Filters"));
  choose (window, UNIT, "Customer Care");
  g_assert_cmpstr (ask->scope->unit, ==, "Customer Care");
  g_assert_true (says (page_of (window), "Customer Care"));
  g_assert_cmpuint (marks_in (window, "ExDotChart"), <, all);
  g_assert_cmpuint (marks_in (window, "ExDotChart"), >=, leaders_in (window, "Customer Care", EX_ANY_DRIVER));
  /* The ledger knows no units: its charts stay, and say so. */
  g_assert_cmpuint (marks_in (window, "ExWaterfallChart"), ==, waterfall);
  g_assert_true (says (page_of (window), "The customer ledger knows no units, levels, drivers or stages: this is the whole company’s."));
  clear = button_of (page_of (window), "Clear _Filters");
  g_assert_nonnull (clear);
  g_signal_emit_by_name (clear, "clicked");
  settle (window);
  g_assert_true (ex_story_ask_is_whole (ask));
  g_assert_cmpuint (marks_in (window, "ExDotChart"), ==, all);
  g_assert_null (button_of (page_of (window), "Clear _Filters"));
  close_window (window);
}

static gboolean
asks_for_every_unit (gpointer window)
{
  return ex_overview_page_get_ask (overview_of (window))->scope->unit == NULL;
}

/* Renamed by another program while it is looked at. */
static void
test_a_unit_that_goes (void)
{
  ExWindow *window = open_sample ();
  guint all = marks_in (window, "ExDotChart");
  ExCompany *company = company_of (window);
  g_autoptr (GError) error = NULL;
  ExStore *store;

  choose (window, UNIT, "Customer Care");
  store = ex_store_open (ex_session_get_path (ex_window_get_session (window)), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      g_autoptr (ExLeader) leader = ex_leader_copy (ex_company_get_leader (company, i));

      if (g_strcmp0 (leader->unit, "Customer Care") != 0)
        continue;
      g_free (leader->unit);
      leader->unit = g_strdup ("Service");
      ex_store_save_leader (store, leader, &error);
      g_assert_no_error (error);
    }
  ex_store_close (store);
  wait_until (asks_for_every_unit, window);
  settle (window);
  g_assert_cmpuint (marks_in (window, "ExDotChart"), ==, all);
  g_assert_null (button_of (page_of (window), "Clear _Filters"));
  close_window (window);
}

static void
test_a_driver (void)
{
  ExWindow *window = open_sample ();
  guint marks = marks_in (window, "ExIcicleChart");

  choose (window, DRIVER, ex_driver_label (EX_DRIVER_ACQUIRE));
  g_assert_cmpint (ex_overview_page_get_ask (overview_of (window))->scope->driver, ==, EX_DRIVER_ACQUIRE);
  g_assert_cmpuint (marks_in (window, "ExIcicleChart"), <, marks);
  /* Of the claims only those for it. */
  g_assert_true (says (page_of (window), ex_driver_label (EX_DRIVER_ACQUIRE)));
  g_assert_false (says (page_of (window), ex_driver_label (EX_DRIVER_WIN_BACK)));
  close_window (window);
}

static void
test_a_level (void)
{
  ExWindow *window = open_sample ();

  choose (window, LEVEL, "Level 2");
  g_assert_cmpuint (ex_overview_page_get_ask (overview_of (window))->scope->level, ==, 2);
  g_assert_true (says (page_of (window), "Level 2"));
  close_window (window);
}

/* The sentence is the quarter's, the objectives are read as they stood at its end. */
static void
test_a_quarter (void)
{
  ExWindow *window = open_sample ();
  ExSession *session = ex_window_get_session (window);
  const ExAsset *asset = ex_session_get_asset (session);
  const ExSpan *span = NULL;
  gint64 gained = 0, lost = 0;
  ExMovement sum = { 0 };
  g_autofree char *sentence = NULL;

  choose (window, PERIOD, "Q1 2026");
  for (int month = 2026 * 12; month < 2026 * 12 + 3; month++)
    {
      span = ex_asset_find_span (asset, (ExPeriod) { EX_GRAIN_MONTH, month });
      g_assert_nonnull (span);
      gained += span->movement.fresh.customers + span->movement.won_back.customers;
      lost += span->movement.lost.customers;
    }
  sum.fresh.customers = gained;
  sum.lost.customers = lost;
  sentence = ex_asset_words_customers (&sum);
  g_assert_cmpint (ex_overview_page_get_ask (overview_of (window))->period.grain, ==, EX_GRAIN_QUARTER);
  g_assert_true (says (page_of (window), "Q1 2026"));
  g_assert_cmpuint (marks_in (window, "ExGrowthChart"), ==, 3);
  g_assert_nonnull (strstr (ex_chart_get_subtitle (ex_chart_view_get_chart (chart_of (page_of (window), "ExHeatmapChart"))), "31 Mar 2026"));
  close_window (window);
}

/* --- how a chart is shown ---------------------------------------------------------------------------------------------------------------- */

static void
toggle (ExWindow *window, const char *label)
{
  GtkWidget *button = button_of (page_of (window), label);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  settle (window);
}

static void
test_choices (void)
{
  ExWindow *window = open_sample ();
  const ExStoryAsk *ask = ex_overview_page_get_ask (overview_of (window));
  guint before = marks_in (window, "ExWaterfallChart");

  toggle (window, "_Value");
  g_assert_cmpint (ask->measure, ==, EX_MEASURE_VALUE);
  g_assert_cmpuint (marks_in (window, "ExWaterfallChart"), >, before); /* expanded and contracted */
  toggle (window, "_Units");
  g_assert_cmpint (ask->rows, ==, EX_GRID_BY_UNIT);
  g_assert_cmpint (mark_leading_to (chart_of (page_of (window), "ExHeatmapChart"), EX_TARGET_UNIT), >=, 0);
  toggle (window, "Le_vels");
  g_assert_cmpint (mark_leading_to (chart_of (page_of (window), "ExHeatmapChart"), EX_TARGET_LEVEL), >=, 0);
  toggle (window, "_Stages");
  g_assert_cmpint (ask->columns, ==, EX_GRID_BY_STAGE);
  g_assert_cmpint (mark_leading_to (chart_of (page_of (window), "ExHeatmapChart"), EX_TARGET_CELL), >=, 0);
  toggle (window, "Ra_tings");
  g_assert_cmpint (ask->of, ==, EX_SPREAD_RATINGS);
  close_window (window);
}

/* --- nothing yet ---------------------------------------------------------------------------------------------------------------------------- */

/* Leaders and a cycle, but no ledger, no ratings, no check-ins. */
static void
test_little_yet (void)
{
  g_autofree char *path = fresh_path ("little.exemplar");
  ExWindow *window;

  make_company (path);
  window = open_window (path);
  ex_window_show_page (window, "overview");
  settle (window);
  g_assert_true (says (page_of (window), "No customers here yet."));
  g_assert_nonnull (button_of (page_of (window), "Import _Customers…"));
  g_assert_true (says (page_of (window), "Once the cycle has a reward curve, this shows what today’s growth pays."));
  close_window (window);
}

static void
test_no_cycle (void)
{
  g_autofree char *path = fresh_path ("no-cycle.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Test", "EUR");
  g_autoptr (GError) error = NULL;
  ExStore *store = ex_store_create (path, info, &error);
  g_autoptr (ExLeader) leader = ex_leader_new ("L1", "Ana Okafor");
  ExWindow *window;

  ex_store_save_leader (store, leader, &error);
  g_assert_no_error (error);
  ex_store_close (store);
  window = open_window (path);
  ex_window_show_page (window, "overview");
  settle (window);
  g_assert_nonnull (button_of (page_of (window), "_New Cycle…"));
  close_window (window);
}

/* --- work ------------------------------------------------------------------------------------------------------------------------------------- */

/* What was asked for last is what stands in the end, however quickly one asks. */
static void
test_the_last_question_counts (void)
{
  ExWindow *window = open_sample ();
  GtkDropDown *units = filter_of (window, UNIT), *periods = filter_of (window, PERIOD);

  for (guint i = 1; i <= 3; i++)
    {
      gtk_drop_down_set_selected (units, i);
      gtk_drop_down_set_selected (periods, i);
    }
  gtk_drop_down_set_selected (periods, 0);
  gtk_drop_down_set_selected (units, 0);
  settle (window);
  g_assert_true (ex_overview_work_all_idle ());
  g_assert_true (ex_story_ask_is_whole (ex_overview_page_get_ask (overview_of (window))));
  g_assert_null (button_of (page_of (window), "Clear _Filters"));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/overview/tells-the-story-from-top-to-bottom", test_from_top_to_bottom);
  g_test_add_func ("/app/overview/every-mark-leads-to-something", test_keys_are_targets);
  g_test_add_func ("/app/overview/a-unit-applies-to-all-that-knows-units", test_a_unit);
  g_test_add_func ("/app/overview/lists-say-whole-names", test_whole_names_in_lists);
  g_test_add_func ("/app/overview/a-unit-that-is-no-more-is-asked-for-no-more", test_a_unit_that_goes);
  g_test_add_func ("/app/overview/a-driver-applies-to-objectives-and-claims", test_a_driver);
  g_test_add_func ("/app/overview/a-level", test_a_level);
  g_test_add_func ("/app/overview/a-quarter-is-read-as-it-stood", test_a_quarter);
  g_test_add_func ("/app/overview/how-a-chart-is-shown-can-be-chosen", test_choices);
  g_test_add_func ("/app/overview/says-what-will-be-there", test_little_yet);
  g_test_add_func ("/app/overview/offers-a-cycle-where-there-is-none", test_no_cycle);
  g_test_add_func ("/app/overview/the-last-question-counts", test_the_last_question_counts);
  return g_test_run ();
}
