/* Reports: what is in them, for whom, and what never is. */
#include "config.h"

#include "company-fixture.h"
#include "company/ex-report.h"
#include "company/ex-sample.h"
#include "report-words.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-reviews.h"

#include <string.h>

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ex_sample_fill (fixture->store, &error);
  g_assert_no_error (error);
}

static void
act_as (Fixture *fixture, const char *actor)
{
  g_autoptr (GError) error = NULL;

  ex_store_set_actor (fixture->store, actor, &error);
  g_assert_no_error (error);
}

static ExReportFacts *
read_facts (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ExReportFacts *facts = ex_report_facts_read (fixture->store, NULL, ex_day_today (), &error);

  g_assert_no_error (error);

  return facts;
}

/* As @actor sees it. */
static ExDocument *
review_as (Fixture *fixture, const char *actor, const char *leader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReportFacts) facts = NULL;
  ExDocument *document;

  act_as (fixture, actor);
  facts = read_facts (fixture);
  document = ex_report_review (fixture->store, facts, leader, &error);
  g_assert_no_error (error);

  return document;
}

static char *
cycle_id (Fixture *fixture)
{
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (fixture->store, NULL, NULL);

  return g_strdup (cycle->id);
}

static void
go_to_sign (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cycle = cycle_id (fixture);

  act_as (fixture, EX_STORE_HR);
  for (guint i = 0; i < 2; i++)
    {
      ex_store_advance_cycle (fixture->store, cycle, &error);
      g_assert_no_error (error);
    }
}

static void
take (Fixture *fixture, const char *actor, const char *leader, ExStep step, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cycle = cycle_id (fixture);

  act_as (fixture, actor);
  ex_store_take_step (fixture->store, cycle, leader, step, why, NULL, &error);
  g_assert_no_error (error);
}

/* What the manager wrote of the leader's first objective. (transfer full) */
static char *
manager_words (Fixture *fixture, const char *manager, const char *leader)
{
  g_autofree char *cycle = cycle_id (fixture);
  g_autoptr (ExReviewSheet) sheet = NULL;

  act_as (fixture, manager);
  sheet = ex_store_read_sheet (fixture->store, cycle, leader, NULL);
  for (guint i = 0; i < sheet->ratings->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (sheet->ratings, i);

      if (rating->role == EX_ROLE_MANAGER && rating->comment != NULL)
        return g_strdup (rating->comment);
    }
  g_assert_not_reached ();
}

/* --- a review --------------------------------------------------------------------------------------------------------------------- */

static void
test_review (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "# Ngozi Adeyemi-Larsen", "Chief Executive Officer", "The Supervisory Board", "FY 2026, 1 Oct 2025 to 30 Sep 2026",
    "# 1. More customers in September 2026 than a year before", "2. Net promoter score of all customers (points)",
    "We lost ground. I underestimated the competitor's offer.", "1, Not met", "Each score counts by its weight", "# Reward statement", "# Signatures",
  };
  g_autoptr (ExDocument) document = NULL;
  g_autofree char *head = NULL;

  fill (fixture);
  head = ex_store_get_head (fixture->store, NULL);
  document = review_as (fixture, EX_STORE_HR, "L001");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (says (document, expected[i]));
  g_assert_true (says (document, head));
  g_assert_cmpuint (count_charts (document), ==, 4);
}

static void
test_before_release (Fixture *fixture, gconstpointer data)
{
  static const char *const viewers[] = { EX_STORE_HR, "L001", "L002" };
  g_autofree char *words = NULL;

  fill (fixture);
  words = manager_words (fixture, "L001", "L002");
  for (gsize i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      g_autoptr (ExDocument) document = review_as (fixture, viewers[i], "L002");

      g_assert_true (says (document, "The reviewer’s ratings are shown once the review is assessed and the cycle is in Sign."));
      g_assert_false (says (document, words));
      g_assert_false (says (document, "Observers, mean"));
      g_assert_false (says (document, "The self-ratings are"));
      g_assert_false (says (document, "The final rating"));
    }
}

static void
test_released (Fixture *fixture, gconstpointer data)
{
  static const char *const viewers[] = { EX_STORE_HR, "L001", "L002" };
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *cycle = NULL;

  fill (fixture);
  cycle = cycle_id (fixture);
  words = manager_words (fixture, "L001", "L002");
  ex_store_save_note (fixture->store, cycle, "L002", "Between us: not before spring.", &error);
  g_assert_no_error (error);
  go_to_sign (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      g_autoptr (ExDocument) document = review_as (fixture, viewers[i], "L002");

      g_assert_true (says (document, words));
      g_assert_true (says (document, "The self-ratings are, on average,"));
      g_assert_true (says (document, "The final rating, over all objectives by their weight, is "));
      g_assert_false (says (document, "The reviewer’s ratings are shown once"));
      g_assert_false (says (document, "Between us"));
    }
}

/* Whoever observed is in no review, whatever was said. */
static void
test_observers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExReportFacts) facts = NULL;
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (ExReviews) reviews = NULL;
  guint n_shown = 0;

  fill (fixture);
  go_to_sign (fixture);
  facts = read_facts (fixture);
  company = ex_store_read_company (fixture->store, NULL, ex_day_today (), NULL);
  reviews = ex_store_read_reviews (fixture->store, company, NULL);
  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      const ExLeader *leader = ex_company_get_leader (company, i);
      g_autoptr (ExDocument) document = ex_report_review (fixture->store, facts, leader->id, NULL);
      const ExObserver *observers;
      guint n;

      observers = ex_reviews_get_observers (reviews, i, &n);
      n_shown += says (document, "Observers, mean");
      for (guint k = 0; k < n; k++)
        if ((int) observers[k].observer != ex_reviews_get_reviewer (reviews, i))
          g_assert_false (says (document, ex_company_get_leader (company, observers[k].observer)->name));
    }
  g_assert_cmpuint (n_shown, >, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *actor, *leader; int code; const char *words; } cases[] = {
    { EX_STORE_HR, "L999", EX_STORE_ERROR_NOT_FOUND, "There is no leader “L999” in this company; give the id of one." },
    { "L003", "L002", EX_STORE_ERROR_REFUSED, "The review of Henrik Sandvik is for them, for those who review them, for the leaders above and for HR." },
    { "L004", "L013", EX_STORE_ERROR_REFUSED, "The review of Carolina Restrepo Duarte is for" },
  };

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ExReportFacts) facts = NULL;

      act_as (fixture, cases[i].actor);
      facts = read_facts (fixture);
      g_assert_null (ex_report_review (fixture->store, facts, cases[i].leader, &error));
      g_assert_error (error, EX_STORE_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].words));
    }
}

static void
test_signatures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = NULL;

  fill (fixture);
  go_to_sign (fixture);
  take (fixture, EX_STORE_HR, "L001", EX_STEP_SIGN, "The board has signed on paper.");
  take (fixture, "L001", "L001", EX_STEP_DISSENT, "The market shrank; the target did not.");
  document = review_as (fixture, "L001", "L001");
  g_assert_true (says (document, "The market shrank; the target did not."));
  g_assert_true (says (document, "The Supervisory Board"));
  g_assert_true (says (document, "Signed on")); /* what the board does, HR enters */

  take (fixture, "L001", "L001", EX_STEP_SIGN, NULL);
  take (fixture, EX_STORE_HR, "L002", EX_STEP_SIGN, "On leave until spring.");
  g_clear_pointer (&document, ex_document_unref);
  document = review_as (fixture, "L002", "L002");
  g_assert_true (says (document, "Signed by HR for Ngozi Adeyemi-Larsen on"));
  g_assert_true (says (document, "On leave until spring."));
  g_assert_false (says (document, "Signed on"));
}

/* --- pay ------------------------------------------------------------------------------------------------------------------------------- */

static void
test_pay (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *actor; gboolean all; } cases[] = { { EX_STORE_HR, TRUE }, { "L001", TRUE }, { "L003", FALSE } };

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ExReportFacts) facts = NULL;
      g_autoptr (ExDocument) document = NULL;

      act_as (fixture, cases[i].actor);
      facts = read_facts (fixture);
      document = ex_report_rewards (fixture->store, facts, &error);
      g_assert_no_error (error);
      g_assert_true (says (document, "Amara Okafor"));
      g_assert_true (says (document, "Henrik Sandvik") == cases[i].all);
      g_assert_true (says (document, "All together") == cases[i].all);
      g_assert_true (says (document, "the pool of") == cases[i].all);
    }
}

/* Who reviews does not see what is paid: the statement is for the leader, HR and the tops. */
static void
test_statement (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *actor; gboolean shown; } cases[] = { { EX_STORE_HR, TRUE }, { "L003", TRUE }, { "L001", TRUE }, { "L002", FALSE } };

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExDocument) document = review_as (fixture, cases[i].actor, "L003");

      g_assert_true (says (document, "# Reward statement") == cases[i].shown);
    }
}

/* --- the other reports -------------------------------------------------------------------------------------------------------------------- */

static void
test_asset (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "We gained 412 customers and lost 538.", "The customer asset shrank by 5.8 %", "# Customers by period",
                                          "# Why customers left", "Better offer from a competitor", "# Segments of customers", "All customers",
                                          "# Claims held against the ledger", "Complete to", "# What is certain" };
  g_autoptr (ExReportFacts) facts = NULL;
  g_autoptr (ExDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  facts = read_facts (fixture);
  document = ex_report_asset (fixture->store, facts, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (says (document, expected[i]));
  g_assert_cmpuint (count_charts (document), ==, 5);
}

static void
test_team (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExReportFacts) facts = NULL;
  g_autoptr (ExDocument) document = NULL;
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  facts = read_facts (fixture);
  document = ex_report_team (fixture->store, facts, &error);
  g_assert_no_error (error);
  company = ex_store_read_company (fixture->store, NULL, ex_day_today (), NULL);
  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    g_assert_true (says (document, ex_company_get_leader (company, i)->name));
  g_assert_true (says (document, "# Test"));
  g_assert_true (says (document, "# Henrik Sandvik"));   /* of the second level */
  g_assert_false (says (document, "# Amara Okafor"));    /* of the third */
}

/* --- little there ---------------------------------------------------------------------------------------------------------------------------- */

static void
test_no_cycle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExReportFacts) facts = read_facts (fixture);
  g_autoptr (ExDocument) asset = NULL;
  ExDocument *(* const others[]) (ExStore *, const ExReportFacts *, GError **) = { ex_report_team, ex_report_rewards };
  g_autoptr (GError) review = NULL;

  asset = ex_report_asset (fixture->store, facts, NULL);
  g_assert_true (says (asset, "There are no customers in the file yet"));
  g_assert_null (ex_report_review (fixture->store, facts, "L001", &review));
  g_assert_error (review, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (others[i] (fixture->store, facts, &error));
      g_assert_cmpstr (error->message, ==, "There is no cycle yet: open one first, then there is something to report.");
    }
}

static void
test_unknown_cycle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_null (ex_report_facts_read (fixture->store, "FY 1999", ex_day_today (), &error));
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND);
}

/* One leader without anything, no customers: whole sentences, and nothing made up. */
static void
test_bare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLeader) leader = ex_leader_new ("A", "ليلى حداد");
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2025, 10, 1), ex_day_new (2026, 9, 30));
  g_autoptr (ExReportFacts) facts = NULL;
  g_autoptr (ExDocument) review = NULL, team = NULL, rewards = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_save_leader (fixture->store, leader, NULL) && ex_store_save_cycle (fixture->store, cycle, NULL));
  facts = read_facts (fixture);
  review = ex_report_review (fixture->store, facts, "A", &error);
  g_assert_no_error (error);
  g_assert_true (says (review, "There are no objectives for FY 2026 yet, and so there is no score."));
  g_assert_cmpuint (count_charts (review) + count_rows (review), ==, 0);
  team = ex_report_team (fixture->store, facts, &error);
  g_assert_no_error (error);
  g_assert_true (says (team, "There are no customers in the file yet"));
  g_assert_true (says (team, "No objective claims anything yet."));
  rewards = ex_report_rewards (fixture->store, facts, &error);
  g_assert_no_error (error);
  g_assert_true (says (rewards, "FY 2026 pays nothing by growth: no reward curve is set."));
}

static void
test_names (void)
{
  static const struct { const char *nick; gboolean known; ExReport report; } cases[] = {
    { "review", TRUE, EX_REPORT_REVIEW }, { "TEAM", TRUE, EX_REPORT_TEAM }, { "asset", TRUE, EX_REPORT_ASSET },
    { "rewards", TRUE, EX_REPORT_REWARDS }, { "reviews", FALSE, 0 }, { "", FALSE, 0 }, { NULL, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExReport report = 0;

      g_assert_true (ex_report_parse (cases[i].nick, &report) == cases[i].known);
      g_assert_cmpint (report, ==, cases[i].report);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("EXEMPLAR_TODAY", "2026-11-22", TRUE);
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/company/report/review/has-what-the-leader-gets-in-hand", test_review);
  fixture_add ("/company/report/review/leaves-out-ratings-before-they-are-released", test_before_release);
  fixture_add ("/company/report/review/has-them-in-sign-but-never-private-notes", test_released);
  fixture_add ("/company/report/review/never-names-observers", test_observers);
  fixture_add ("/company/report/review/is-refused-with-a-reason", test_refused);
  fixture_add ("/company/report/review/signatures-with-their-days-and-the-dissent", test_signatures);
  fixture_add ("/company/report/rewards/everybody-s-for-hr-and-tops-one-s-own-else", test_pay);
  fixture_add ("/company/report/rewards/a-statement-is-not-for-the-reviewer", test_statement);
  fixture_add ("/company/report/asset/has-all-its-parts", test_asset);
  fixture_add ("/company/report/team/lists-everybody-and-tells-of-the-top-two-levels", test_team);
  fixture_add ("/company/report/without-a-cycle-there-are-customers-alone", test_no_cycle);
  fixture_add ("/company/report/an-unknown-cycle-is-refused", test_unknown_cycle);
  fixture_add ("/company/report/one-leader-and-nothing-else", test_bare);
  g_test_add_func ("/company/report/names", test_names);
  return g_test_run ();
}
