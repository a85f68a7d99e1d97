/* The sample company's reviews: half-way through assess, from the top down, with some of everything that holds a review up. */
#include "config.h"

#include "company-fixture.h"
#include "company/ex-sample.h"
#include "core/ex-coverage.h"
#include "core/ex-gate.h"
#include "store/ex-store-reviews.h"

#include <string.h>

/* (transfer full) on the day that EXEMPLAR_TODAY says */
static ExReviews *
build (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = NULL;
  ExReviews *reviews;

  ex_sample_fill (fixture->store, &error);
  g_assert_no_error (error);
  company = ex_store_read_company (fixture->store, NULL, ex_day_today (), &error);
  g_assert_no_error (error);
  reviews = ex_store_read_reviews (fixture->store, company, &error);
  g_assert_no_error (error);

  return reviews;
}

static guint
find (const ExReviews *reviews, const char *id)
{
  int index = ex_company_find_leader (ex_reviews_get_company (reviews), id);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *leader; ExReviewState state; gboolean excused; } expected[] = {
    { "L001", EX_REVIEW_ASSESSED, FALSE },      { "L002", EX_REVIEW_ASSESSED, FALSE }, { "L016", EX_REVIEW_ASSESSED, FALSE },
    { "L010", EX_REVIEW_SELF_ASSESSED, FALSE }, { "L009", EX_REVIEW_AGREED, FALSE },   { "L022", EX_REVIEW_DRAFTING, TRUE },
    { "L005", EX_REVIEW_DRAFTING, FALSE },      { "L060", EX_REVIEW_DRAFTING, FALSE },
  };
  g_autoptr (ExReviews) reviews = build (fixture);

  g_assert_cmpint (ex_reviews_get_cycle (reviews)->phase, ==, EX_PHASE_ASSESS);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const ExReview *review = ex_reviews_get (reviews, find (reviews, expected[i].leader));

      g_assert_cmpint (review->state, ==, expected[i].state);
      g_assert_cmpint (review->excused, ==, expected[i].excused);
    }
}

/* Nobody is agreed below somebody who is not, nor assessed by one who has not rated themself. */
static void
test_from_the_top_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExReviews) reviews = build (fixture);
  guint n = ex_company_n_leaders (ex_reviews_get_company (reviews));

  for (guint i = 0; i < n; i++)
    {
      ExReviewState state = ex_reviews_get (reviews, i)->state;
      int reviewer = ex_reviews_get_reviewer (reviews, i);
      g_autoptr (GPtrArray) flags = ex_reviews_get_flags (reviews, i);

      g_assert_cmpuint (flags->len, ==, 0);
      if (reviewer < 0)
        continue;
      g_assert_true (state < EX_REVIEW_AGREED || ex_reviews_get (reviews, (guint) reviewer)->state >= EX_REVIEW_AGREED);
      g_assert_true (state < EX_REVIEW_ASSESSED || ex_reviews_get (reviews, (guint) reviewer)->state >= EX_REVIEW_SELF_ASSESSED);
    }
}

static void
test_coverage_falls_from_level_to_level (Fixture *fixture, gconstpointer data)
{
  static const struct { guint leaders, excused, agreed, assessed; } expected[] = { { 1, 0, 1, 1 }, { 6, 0, 6, 3 }, { 19, 0, 17, 6 }, { 32, 1, 21, 5 } };
  g_autoptr (ExReviews) reviews = build (fixture);
  g_autoptr (GArray) levels = ex_coverage_new (reviews);

  g_assert_cmpuint (levels->len, ==, G_N_ELEMENTS (expected) + 1); /* and one under no top */
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const ExCoverage *level = &g_array_index (levels, ExCoverage, i);

      g_assert_cmpuint (level->level, ==, i + 1);
      g_assert_cmpuint (level->leaders, ==, expected[i].leaders);
      g_assert_cmpuint (level->excused, ==, expected[i].excused);
      g_assert_cmpuint (level->agreed, ==, expected[i].agreed);
      g_assert_cmpuint (level->state[EX_REVIEW_ASSESSED] + level->state[EX_REVIEW_SIGNED], ==, expected[i].assessed);
    }
}

/* So that the pages have each of them to show. */
static void
test_every_reason_to_wait (Fixture *fixture, gconstpointer data)
{
  static const char *const reasons[] = {
    "no objectives", "weights total 90 %", "1 objective not linked", "1 objective not measurable", "1 objective under none above",
    "no manager, and not named as a top", "ready to be agreed", "no self-assessment", "0 of 4 rated", "own self-assessment",
  };
  g_autoptr (ExReviews) reviews = build (fixture);
  g_autoptr (GString) all = g_string_new (NULL);
  guint observed = 0;

  for (guint i = 0; i < ex_company_n_leaders (ex_reviews_get_company (reviews)); i++)
    {
      g_autofree char *summary = ex_review_summary (reviews, i, NULL);
      guint n = 0;

      g_string_append_printf (all, "%s\n", summary);
      ex_reviews_get_observers (reviews, i, &n);
      observed += n >= EX_LEAST_OBSERVERS;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strstr (all->str, reasons[i]) == NULL)
      g_error ("nobody has “%s”:\n%s", reasons[i], all->str);
  g_assert_cmpuint (observed, >=, 2);
}

/* It is the same whenever somebody looks at it, also before the cycle and long after. */
static void
test_on_any_day (void)
{
  static const char *const days[] = { "1999-12-31", "2025-10-01", "2026-02-28", "2026-09-30", "2026-10-15", "2040-01-01" };
  g_autofree char *was = g_strdup (g_getenv ("EXEMPLAR_TODAY"));

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      Fixture fixture = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (ExReviews) reviews = NULL;

      g_setenv ("EXEMPLAR_TODAY", days[i], TRUE);
      fixture_set_up (&fixture, NULL);
      g_test_timer_start ();
      reviews = build (&fixture);
      g_assert_cmpfloat (g_test_timer_elapsed (), <, 2);
      g_assert_cmpint (ex_reviews_get (reviews, find (reviews, "L016"))->state, ==, EX_REVIEW_ASSESSED);
      problems = ex_store_check (fixture.store, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);
      fixture_tear_down (&fixture, NULL);
    }
  if (was != NULL)
    g_setenv ("EXEMPLAR_TODAY", was, TRUE);
  else
    g_unsetenv ("EXEMPLAR_TODAY");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/sample-reviews/states", test_states);
  fixture_add ("/sample-reviews/from-the-top-down", test_from_the_top_down);
  fixture_add ("/sample-reviews/coverage-falls-from-level-to-level", test_coverage_falls_from_level_to_level);
  fixture_add ("/sample-reviews/every-reason-to-wait", test_every_reason_to_wait);
  g_test_add_func ("/sample-reviews/on-any-day", test_on_any_day);

  return g_test_run ();
}
