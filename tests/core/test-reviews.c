#include "config.h"

#include "review-world.h"

static void
test_reviewers (void)
{
  const struct { const char *tweaks, *leader, *reviewer; } cases[] = {
    { "", "b", "a" },
    { "", "c", "b" },
    { "", "a", "board" },
    { "", "n", "none" },
    /* Who is not there is passed over to the next above; above a top is the board. */
    { "excuse:b", "c", "a" },
    { "gone:b", "c", "a" },
    { "joins:b", "c", "a" },
    { "past:b", "c", "a" },
    { "gone:b gone:c", "d", "a" },
    { "excuse:b gone:a", "c", "board" },
    { "excuse:a", "b", "board" },
    { "gone:n manager:x=n", "x", "none" },
    { "gone:n manager:x=n top:n", "x", "board" },
    { "manager:x=n", "x", "n" },
    { "joins:b today:2026-08-01", "c", "b" },
    { "gone:b today:2026-03-31", "c", "b" },
    { "gone:b today:2026-04-01", "c", "a" },
    /* Read inside the cycle. */
    { "gone:b today:2025-06-30", "c", "b" },
    { "joins:b today:2027-06-30", "c", "b" },
    /* As moved, or agreed: whoever the review names, and above them. */
    { "reviewer:c=x", "c", "x" },
    { "reviewer:c=x gone:x", "c", "a" },
    { "reviewer:c=x excuse:x excuse:a", "c", "board" },
    { "reviewer:c=n gone:n", "c", "none" },
    { "reviewer:c=n gone:n top:n", "c", "board" },
    { "reviewer:n=x", "n", "x" },
    { "reviewer:c=stranger", "c", "b" },
    /* A reviewer who has come under the leader: passed over like one who is gone. */
    { "reviewer:b=x manager:x=b gone:x", "b", "a" },
    /* Tops are reviewed by the board, whatever is above them. */
    { "top:b", "b", "board" },
    { "top:b", "c", "b" },
    { "top:b excuse:b", "c", "board" },
    { "top:b reviewer:b=x", "b", "board" },
    { "no-tops: top:b", "a", "none" },
    { "no-tops: top:b", "x", "a" },
    { "no-tops:", "a", "none" },
    { "no-tops:", "b", "a" },
    { "top:n", "n", "board" },
    { "top:stranger", "n", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);

      g_test_message ("%s: %s", cases[i].tweaks, cases[i].leader);
      g_assert_cmpint (ex_reviews_get_reviewer (reviews, (guint) who (reviews, cases[i].leader)), ==, who (reviews, cases[i].reviewer));
    }
}

static void
test_manager_of_the_day (void)
{
  g_autoptr (ExReviews) reviews = world_reviews ("reviewer:c=x gone:b top:x reviewer:x=b");

  g_assert_cmpint (ex_reviews_get_manager (reviews, (guint) who (reviews, "c")), ==, who (reviews, "a"));
  g_assert_cmpint (ex_reviews_get_reviewer (reviews, (guint) who (reviews, "c")), ==, who (reviews, "x"));
  g_assert_cmpint (ex_reviews_get_manager (reviews, (guint) who (reviews, "x")), ==, EX_NOBODY);
  g_assert_cmpint (ex_reviews_get_manager (reviews, (guint) who (reviews, "n")), ==, EX_NO_ONE);
}

static void
test_names (void)
{
  g_autoptr (ExReviews) reviews = world_reviews ("board:Ruth");

  g_assert_cmpstr (ex_reviews_get_reviewer_name (reviews, (guint) who (reviews, "c")), ==, "Leader b");
  g_assert_cmpstr (ex_reviews_get_reviewer_name (reviews, (guint) who (reviews, "a")), ==, "Ruth");
  g_assert_cmpstr (ex_reviews_get_reviewer_name (reviews, (guint) who (reviews, "n")), ==, "");
}

static void
test_presence (void)
{
  const struct { const char *tweaks; gboolean takes_part, is_there; } cases[] = {
    { "", TRUE, TRUE },
    { "gone:b", TRUE, FALSE },
    { "joins:b", TRUE, FALSE },
    { "past:b", FALSE, FALSE },
    { "excuse:b", TRUE, FALSE },
    { "gone:b today:2026-03-31", TRUE, TRUE },
    { "joins:b today:2027-02-01", TRUE, TRUE },
    { "gone:b today:2025-12-01", TRUE, TRUE },
    { "later:b today:2027-01-31", TRUE, TRUE },
    { "later:b today:2027-02-01", TRUE, TRUE }, /* as the cycle's last day has it */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);
      guint b = (guint) who (reviews, "b");

      g_test_message ("%s", cases[i].tweaks);
      g_assert_cmpint (ex_reviews_takes_part (reviews, b), ==, cases[i].takes_part);
      g_assert_cmpint (ex_reviews_is_there (reviews, b), ==, cases[i].is_there);
    }
}

static void
test_levels (void)
{
  /* Of a, b, c, d, x, n. */
  const struct { const char *tweaks; guint levels[6], n; } cases[] = {
    { "", { 1, 2, 3, 4, 2, 0 }, 4 },
    { "excuse:b gone:c", { 1, 2, 3, 4, 2, 0 }, 4 },
    { "top:c", { 1, 2, 1, 2, 2, 0 }, 2 },
    { "top:n", { 1, 2, 3, 4, 2, 1 }, 4 },
    { "no-tops:", { 0, 0, 0, 0, 0, 0 }, 0 },
    { "no-tops: top:b", { 0, 1, 2, 3, 0, 0 }, 3 },
    { "reviewer:d=x", { 1, 2, 3, 4, 2, 0 }, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);

      g_test_message ("%s", cases[i].tweaks);
      g_assert_cmpuint (ex_reviews_n_levels (reviews), ==, cases[i].n);
      for (guint leader = 0; leader < 6; leader++)
        g_assert_cmpuint (ex_reviews_get_level (reviews, leader), ==, cases[i].levels[leader]);
    }
}

static void
test_reports (void)
{
  const struct { const char *tweaks, *reviewer, *reports; } cases[] = {
    { "", "a", "bx" },
    { "", "board", "a" },
    { "", "d", "" },
    { "excuse:b", "a", "bcx" },
    { "past:b", "a", "cx" },
    { "gone:b", "a", "bcx" },
    { "excuse:a top:n", "board", "abxn" },
    { "reviewer:n=b", "b", "cn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);
      g_autoptr (GString) found = g_string_new (NULL);
      guint n = 99;
      const guint *reports = ex_reviews_get_reports (reviews, who (reviews, cases[i].reviewer), &n);

      for (guint k = 0; k < n; k++)
        g_string_append (found, ex_company_get_leader (ex_reviews_get_company (reviews), reports[k])->id);
      g_test_message ("%s: %s", cases[i].tweaks, cases[i].reviewer);
      g_assert_cmpstr (found->str, ==, cases[i].reports);
    }
}

static void
test_circles (void)
{
  const struct { const char *tweaks, *leader, *above; gboolean under; } cases[] = {
    { "", "d", "a", TRUE },
    { "", "d", "x", FALSE },
    { "", "a", "d", FALSE },
    { "", "c", "c", FALSE },
    { "reviewer:c=x", "d", "x", TRUE },
    { "reviewer:c=x", "d", "b", FALSE },
    { "reviewer:b=x reviewer:x=b", "b", "b", TRUE },
    { "reviewer:b=x reviewer:x=b", "d", "d", FALSE },
    { "reviewer:b=x reviewer:x=b", "d", "a", FALSE },
    { "reviewer:b=d", "d", "d", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);

      g_test_message ("%s: %s under %s", cases[i].tweaks, cases[i].leader, cases[i].above);
      g_assert_cmpint (ex_reviews_is_reviewed_under (reviews, (guint) who (reviews, cases[i].leader), (guint) who (reviews, cases[i].above)), ==,
                       cases[i].under);
    }
}

static void
test_flags (void)
{
  const struct { const char *tweaks, *leader; guint n; const char *words; } cases[] = {
    { "", "c", 0, NULL },
    { "state:a=signed state:b=signed state:c=signed", "c", 0, NULL },
    { "state:c=agreed", "c", 1, "Agreed, though Leader b’s own objectives are not agreed any more." },
    { "state:c=agreed excuse:c", "c", 0, NULL },
    { "state:c=agreed past:c", "c", 0, NULL },
    { "state:a=agreed", "a", 0, NULL },
    { "state:b=agreed state:c=assessed", "c", 1, "Assessed by Leader b, who has no self-assessment any more." },
    { "state:b=agreed state:c=assessed excuse:b state:a=agreed", "c", 0, NULL },
    { "state:b=assessed state:c=signed", "c", 1, "Signed, though Leader b’s own review is not signed any more." },
    { "state:b=assessed state:c=assessed half-signed:c=b", "c", 1, "Signed, though" },
    { "state:c=signed", "c", 3, "Agreed, though" },
    { "reviewer:c=x", "c", 1, "Reviewed by Leader x, though Leader b is the manager of the day." },
    { "elsewhere:c=x", "c", 0, NULL },
    { "elsewhere:c=x gone:x", "c", 1, "Reviewed by" },
    { "reviewer:c=x state:c=signed state:x=signed state:b=signed", "c", 0, NULL },
    { "reviewer:n=x", "n", 1, "Reviewed by Leader x, though no manager is there." },
    { "reviewer:b=x reviewer:x=b", "b", 2, "though Leader a is" },
    { "manager:c=x reviewer:c=b", "c", 1, "Reviewed by Leader b, though Leader x is the manager of the day." },
    { "gone:b reviewer:c=b", "c", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);
      g_autoptr (GPtrArray) flags = ex_reviews_get_flags (reviews, (guint) who (reviews, cases[i].leader));

      g_test_message ("%s: %s", cases[i].tweaks, cases[i].leader);
      g_assert_cmpuint (flags->len, ==, cases[i].n);
      if (cases[i].words != NULL)
        g_assert_nonnull (strstr (g_ptr_array_index (flags, 0), cases[i].words));
    }
}

/* Who sees what of c's review, state by state from drafting to signed: "y" or "-". Before and from the phase sign on. */
static void
test_sight (void)
{
  const struct { const char *tweaks, *leader, *viewer, *self, *before, *after; } cases[] = {
    { "", "c", "c", "yyyyy", "-----", "---yy" },
    { "", "c", "b", "--yyy", "yyyyy", "yyyyy" },
    { "", "c", "a", "--yyy", "---yy", "---yy" },
    { "", "c", "board", "--yyy", "---yy", "---yy" }, /* HR */
    { "", "c", "d", "-----", "-----", "-----" },
    { "", "c", "x", "-----", "-----", "-----" },
    { "", "c", "n", "-----", "-----", "-----" },
    { "", "a", "board", "--yyy", "yyyyy", "yyyyy" }, /* HR writes for the board */
    { "", "a", "b", "-----", "-----", "-----" },
    { "", "a", "a", "yyyyy", "-----", "---yy" },
    { "reviewer:c=x", "c", "x", "--yyy", "yyyyy", "yyyyy" },
    { "reviewer:c=x", "c", "b", "--yyy", "---yy", "---yy" },
    { "excuse:b", "c", "a", "--yyy", "yyyyy", "yyyyy" },
  };
  static const char * const states[] = { "drafting", "agreed", "self-assessed", "assessed", "signed" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int phase = EX_PHASE_PLAN; phase <= EX_PHASE_CLOSED; phase++)
      for (int state = 0; state < EX_N_REVIEW_STATES; state++)
        {
          g_autofree char *tweaks = g_strdup_printf ("phase:%s state:%s=%s %s", ex_phase_nick (phase), cases[i].leader, states[state], cases[i].tweaks);
          g_autoptr (ExReviews) reviews = world_reviews (tweaks);
          guint leader = (guint) who (reviews, cases[i].leader);
          int viewer = who (reviews, cases[i].viewer);
          const char *manager = phase >= EX_PHASE_SIGN ? cases[i].after : cases[i].before;

          g_test_message ("%s seen by %s", tweaks, cases[i].viewer);
          g_assert_cmpint (ex_reviews_sees_self (reviews, viewer, leader), ==, cases[i].self[state] == 'y');
          g_assert_cmpint (ex_reviews_sees_manager (reviews, viewer, leader), ==, manager[state] == 'y');
        }
}

static void
test_records (void)
{
  g_autoptr (World) world = world_new ("state:c=agreed");
  g_autoptr (ExReviews) reviews = NULL;
  const guint amended = world_index (world, "c"), stranger = 99;

  g_array_append_val (world->records->amendments, amended);
  g_array_append_val (world->records->amendments, stranger);
  g_ptr_array_add (world->records->reviews, ex_review_new ("c", "stranger"));
  reviews = world_build (world);

  g_assert_cmpint (ex_reviews_get (reviews, amended)->state, ==, EX_REVIEW_AGREED);
  g_assert_cmpint (ex_reviews_get (reviews, 0)->state, ==, EX_REVIEW_DRAFTING);
  g_assert_cmpstr (ex_reviews_get (reviews, 0)->leader_id, ==, "a");
  g_assert_cmpstr (ex_reviews_get (reviews, 0)->cycle_id, ==, "c");
  g_assert_cmpuint (ex_reviews_n_amendments (reviews, amended), ==, 1);
  g_assert_cmpuint (ex_reviews_n_amendments (reviews, 0), ==, 0);
  g_assert_cmpstr (ex_reviews_get_cycle (reviews)->name, ==, "FY 2026");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reviews/who-is-not-there-is-passed-over", test_reviewers);
  g_test_add_func ("/reviews/the-manager-of-the-day-is-told-apart", test_manager_of_the_day);
  g_test_add_func ("/reviews/reviewers-have-names", test_names);
  g_test_add_func ("/reviews/everybody-in-role-on-a-day-takes-part", test_presence);
  g_test_add_func ("/reviews/levels-count-from-the-tops", test_levels);
  g_test_add_func ("/reviews/reports-are-those-who-are-reviewed", test_reports);
  g_test_add_func ("/reviews/a-circle-of-reviewers-is-found", test_circles);
  g_test_add_func ("/reviews/what-is-out-of-step-is-flagged", test_flags);
  g_test_add_func ("/reviews/who-sees-what", test_sight);
  g_test_add_func ("/reviews/records-of-strangers-are-left-out", test_records);

  return g_test_run ();
}
