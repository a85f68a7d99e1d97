#include "config.h"

#include "review-world.h"

#include "core/ex-format.h"

#define ROUNDS 300

static void
assert_near (double a,
             double b)
{
  g_assert_true (isnan (a) == isnan (b));
  if (!isnan (a))
    g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

static void
test_marks_of_an_objective (void)
{
  g_autoptr (World) world = world_new ("rates:c=b");
  g_autoptr (ExReviews) reviews = NULL;
  const ExMark *marks;
  guint n = 99;

  world_add_mark (world, "c1", EX_ROLE_OBSERVER, (int) world_index (world, "x"), 1);
  world_add_mark (world, "c1", EX_ROLE_MANAGER, (int) world_index (world, "x"), 2); /* begun before the review moved */
  world_add_mark (world, "c1", EX_ROLE_SELF, (int) world_index (world, "c"), 5);
  reviews = world_build (world);

  marks = ex_reviews_get_marks (reviews, world_objective_index (world, "c1"), &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (marks[0].role, ==, EX_ROLE_SELF);
  g_assert_cmpint (marks[1].role, ==, EX_ROLE_MANAGER);
  g_assert_cmpint (marks[1].rating, ==, 4);
  g_assert_cmpint (marks[2].rating, ==, 2);
  g_assert_cmpint (marks[3].role, ==, EX_ROLE_OBSERVER);

  ex_reviews_get_marks (reviews, world_objective_index (world, "d1"), &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (ex_reviews_get_self (reviews, world_objective_index (world, "d1")));
}

/* Whose rating is the first: of who assessed; of who reviews while nobody did. */
static void
test_first (void)
{
  const struct { const char *tweaks; int first; } cases[] = {
    { "rates:c=b", 4 },
    { "", 0 },
    { "rates:c=x", 0 },
    { "rates:c=x reviewer:c=x", 4 },
    { "rates:c=b reviewer:c=x", 0 },
    { "rates:c=b reviewer:c=x state:c=assessed", 4 },      /* by b */
    { "rates:c=a excuse:b", 4 },
    { "rates:c=a excuse:b state:c=assessed", 0 },
    { "rates:c=a excuse:b state:c=assessed assessed-by:c=a", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new (cases[i].tweaks);
      g_autoptr (ExReviews) reviews = world_build (world);
      const ExMark *first = ex_reviews_get_first (reviews, world_objective_index (world, "c2"));

      g_test_message ("%s", cases[i].tweaks);
      g_assert_cmpint (first != NULL ? first->rating : 0, ==, cases[i].first);
      g_assert_cmpint (ex_reviews_get_final (reviews, world_objective_index (world, "c2")), ==, cases[i].first);
    }
}

static void
test_board_rates_a_top (void)
{
  g_autoptr (World) world = world_new ("rates:a=");
  g_autoptr (ExReviews) reviews = world_build (world);

  g_assert_nonnull (ex_reviews_get_first (reviews, world_objective_index (world, "a1")));
  g_assert_cmpfloat (ex_reviews_mean_first (reviews, world_index (world, "a")), ==, 4);
}

static void
test_adjusted (void)
{
  const struct { const char *state; int adjusted, final; } cases[] = {
    { "self-assessed", 0, 4 },
    { "assessed", 2, 2 },
    { "signed", 2, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tweaks = g_strdup_printf ("rates:c=b state:c=%s", cases[i].state);
      g_autoptr (World) world = world_new (tweaks);
      g_autoptr (ExReviews) reviews = NULL;
      guint c1 = world_objective_index (world, "c1");

      g_ptr_array_add (world->records->adjustments, ex_adjustment_new ("c1", 2, "Compared", "Ruth"));
      g_ptr_array_add (world->records->adjustments, ex_adjustment_new ("stranger", 2, "Compared", "Ruth"));
      reviews = world_build (world);

      g_assert_cmpint (ex_reviews_get_adjusted (reviews, c1), ==, cases[i].adjusted);
      g_assert_cmpint (ex_reviews_get_final (reviews, c1), ==, cases[i].final);
      g_assert_cmpint (ex_reviews_get_first (reviews, c1)->rating, ==, 4);
      g_assert_cmpfloat (ex_reviews_mean_first (reviews, world_index (world, "c")), ==, 4);
      g_assert_cmpfloat_with_epsilon (ex_reviews_mean_final (reviews, world_index (world, "c")), cases[i].adjusted == 0 ? 4 : 3.2, 1e-12);
    }
}

static void
test_gap (void)
{
  g_autoptr (World) world = world_new ("self:c rates:c=b self-rating:c1=5 rating:c3=1");
  g_autoptr (ExReviews) reviews = world_build (world);
  g_autoptr (ExWorking) working = ex_working_new ();
  guint c = world_index (world, "c");

  /* Self 5, 3, 3; manager 4, 4, 1; weights 40, 30, 30 %: 0.4 - 0.3 + 0.6. */
  g_assert_cmpfloat_with_epsilon (ex_reviews_gap_manager (reviews, c, working), 0.7, 1e-12);
  g_assert_cmpuint (ex_working_length (working), ==, 4);
  g_assert_cmpstr (ex_working_get (working, 0)->how, ==, "40 % × (5 self − 4 manager)");
  g_assert_cmpstr (ex_working_get (working, 0)->result, ==, "+0.40");
  g_assert_cmpstr (ex_working_get (working, 1)->result, ==, "−0.30");
  g_assert_cmpstr (ex_working_get (working, 3)->result, ==, "+0.70");
  g_assert_true (isnan (ex_reviews_gap_observers (reviews, c, NULL)));
}

static void
test_no_mean_with_a_hole (void)
{
  g_autoptr (ExReviews) reviews = world_reviews ("self:c rates:c=b self-rating:c2=0");
  guint c = (guint) who (reviews, "c"), d = (guint) who (reviews, "d");
  g_autoptr (ExWorking) working = ex_working_new ();

  g_assert_true (isnan (ex_reviews_mean_self (reviews, c)));
  g_assert_cmpfloat (ex_reviews_mean_first (reviews, c), ==, 4);
  g_assert_true (isnan (ex_reviews_gap_manager (reviews, c, working)));
  g_assert_cmpuint (ex_working_length (working), ==, 0);
  g_assert_true (isnan (ex_reviews_mean_first (reviews, d)));
}

static void
test_weights_that_are_off (void)
{
  g_autoptr (ExReviews) half = world_reviews ("self:c weight:c1=0 weight:c2=2000 self-rating:c3=5");
  g_autoptr (ExReviews) none = world_reviews ("self:c weight:c1=0 weight:c2=0 weight:c3=0");

  g_assert_cmpfloat_with_epsilon (ex_reviews_mean_self (half, (guint) who (half, "c")), (2000 * 3 + 3000 * 5) / 5000.0, 1e-12);
  g_assert_true (isnan (ex_reviews_mean_self (none, (guint) who (none, "c"))));
}

static void
add_observer (World      *world,
              const char *leader,
              const char *observer)
{
  ExObserver one = { world_index (world, leader), world_index (world, observer) };

  g_array_append_val (world->records->observers, one);
}

/* Asked are a, b, x and d; @answers says who rates all ("abxd"), @parts who rates one objective only. */
static void
test_observers (void)
{
  const struct { const char *answers, *parts; guint n; double mean; } cases[] = {
    { "", "", 0, EX_UNSET },
    { "ab", "", 2, EX_UNSET },
    { "ab", "x", 2, EX_UNSET },
    { "abx", "", 3, 2 },          /* 1, 2, 3 */
    { "abxd", "", 4, 2.5 },
    { "abx", "d", 3, 2 },         /* who rated only a part counts nowhere */
    { "abn", "", 2, EX_UNSET },   /* n was not asked */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ("self:c");
      g_autoptr (ExReviews) reviews = NULL;
      guint c = world_index (world, "c"), n = 99;
      int rating = 1;

      for (const char *asked = "abxd"; *asked != '\0'; asked++)
        add_observer (world, "c", (char[]) { *asked, '\0' });
      for (const char *one = cases[i].answers; *one != '\0'; one++)
        world_rate_all (world, "c", EX_ROLE_OBSERVER, (char[]) { *one, '\0' }, rating++);
      for (const char *one = cases[i].parts; *one != '\0'; one++)
        world_add_mark (world, "c1", EX_ROLE_OBSERVER, (int) world_index (world, (char[]) { *one, '\0' }), 5);
      reviews = world_build (world);

      g_test_message ("%s, %s", cases[i].answers, cases[i].parts);
      assert_near (ex_reviews_mean_observers (reviews, c, &n), cases[i].mean);
      g_assert_cmpuint (n, ==, cases[i].n);
      assert_near (ex_reviews_observed (reviews, world_objective_index (world, "c1")), cases[i].mean);
      assert_near (ex_reviews_gap_observers (reviews, c, NULL), 3 - cases[i].mean);
      g_assert_true (ex_reviews_observes (reviews, world_index (world, "d"), c));
      g_assert_false (ex_reviews_observes (reviews, world_index (world, "n"), c));
      g_assert_false (ex_reviews_observes (reviews, c, world_index (world, "d")));
      ex_reviews_get_observers (reviews, c, &n);
      g_assert_cmpuint (n, ==, 4);
    }
}

static gboolean
chance (GRand *rand,
        int    of)
{
  return g_rand_int_range (rand, 0, of) == 0;
}

/* A company as chance makes it: a tree, tops anywhere in it, people coming and going, reviews moved to anybody. */
static World *
make_random (GRand *rand)
{
  World *world = world_new_empty ();
  int n = g_rand_int_range (rand, 1, 60);

  for (int i = 0; i < n; i++)
    {
      const char * const happens[] = { "gone:l%d", "joins:l%d", "past:l%d", "excuse:l%d", "top:l%d", "state:l%d=assessed", "state:l%d=agreed" };
      g_autofree char *id = g_strdup_printf ("l%d", i);
      g_autofree char *manager = g_strdup_printf ("l%d", i > 0 ? g_rand_int_range (rand, MAX (0, i - 8), i) : 0);
      guint objectives = (guint) g_rand_int_range (rand, 0, 4);

      world_add_leader (world, id, i > 0 && !chance (rand, 12) ? manager : NULL);
      for (guint k = 0; k < objectives; k++)
        {
          g_autofree char *objective = g_strdup_printf ("%s-%u", id, k);

          world_add_objective (world, objective, id, g_rand_int_range (rand, 0, 10001));
        }
      if (chance (rand, 3))
        {
          g_auto (GStrv) words = g_strsplit (happens[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (happens))], "l%d", 2);
          g_autofree char *tweak = g_strjoin (id, words[0], words[1], NULL);

          world_tweak (world, tweak);
        }
    }

  for (int i = 0; i < n; i += g_rand_int_range (rand, 1, 6))
    {
      g_autofree char *move = g_strdup_printf ("reviewer:l%d=l%d", i, g_rand_int_range (rand, 0, n));

      world_tweak (world, move);
    }

  return world;
}

static void
add_random_marks (World *world,
                  GRand *rand)
{
  for (guint objective = 0; objective < world->objectives->len; objective++)
    {
      const ExObjective *record = g_ptr_array_index (world->objectives, objective);
      int leader = (int) world_index (world, record->leader_id);

      if (!chance (rand, 5))
        world_add_mark (world, record->id, EX_ROLE_SELF, leader, g_rand_int_range (rand, 0, 6));
      for (int rater = -1; rater < (int) world->leaders->len; rater++)
        {
          if (rater != leader && chance (rand, 2))
            world_add_mark (world, record->id, EX_ROLE_MANAGER, rater, g_rand_int_range (rand, 0, 6));
          if (rater >= 0 && rater < 6 && rater != leader)
            world_add_mark (world, record->id, EX_ROLE_OBSERVER, rater, g_rand_int_range (rand, chance (rand, 9) ? 0 : 1, 6));
        }
      if (chance (rand, 4))
        g_ptr_array_add (world->records->adjustments, ex_adjustment_new (record->id, g_rand_int_range (rand, 1, 6), "Compared", "Ruth"));
    }

  for (guint leader = 0; leader < world->leaders->len; leader++)
    for (guint observer = 0; observer < MIN (6, world->leaders->len); observer++)
      if (observer != leader && !chance (rand, 3))
        g_array_append_vals (world->records->observers, &(ExObserver) { leader, observer }, 1);
}

static void
check_lines (const ExReviews *reviews)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExTree *tree = ex_company_get_tree (company);

  for (guint i = 0; i < tree->n; i++)
    {
      int reviewer = ex_reviews_get_reviewer (reviews, i);
      guint level = ex_reviews_get_level (reviews, i);

      g_assert_cmpint (reviewer, !=, i);
      g_assert_true (reviewer < 0 || ex_reviews_is_there (reviews, (guint) reviewer));
      g_assert_true (!ex_reviews_is_there (reviews, i) || ex_reviews_takes_part (reviews, i));
      g_assert_cmpuint (level, <=, ex_reviews_n_levels (reviews));

      /* Levels rise by one from manager to report, but at a top, which is the first. */
      if (ex_reviews_is_top (reviews, i))
        g_assert_cmpuint (level, ==, 1);
      else if (tree->parent[i] < 0)
        g_assert_cmpuint (level, ==, 0);
      else if (ex_reviews_get_level (reviews, (guint) tree->parent[i]) > 0)
        g_assert_cmpuint (level, ==, ex_reviews_get_level (reviews, (guint) tree->parent[i]) + 1);
      else
        g_assert_cmpuint (level, ==, 0);
    }
}

/* Each of those who take part and have a reviewer is among the reports of that one, and of nobody else. */
static void
check_reports (const ExReviews *reviews)
{
  guint leaders = ex_company_n_leaders (ex_reviews_get_company (reviews));
  guint counted = 0, expected = 0;

  for (guint i = 0; i < leaders; i++)
    expected += ex_reviews_takes_part (reviews, i) && ex_reviews_get_reviewer (reviews, i) != EX_NO_ONE ? 1 : 0;

  for (int reviewer = EX_NOBODY; reviewer < (int) leaders; reviewer++)
    {
      guint n = 0;
      const guint *reports = ex_reviews_get_reports (reviews, reviewer, &n);

      for (guint k = 0; k < n; k++)
        {
          g_assert_cmpint (ex_reviews_get_reviewer (reviews, reports[k]), ==, reviewer);
          g_assert_true (ex_reviews_takes_part (reviews, reports[k]));
          g_assert_true (k == 0 || reports[k - 1] < reports[k]);
        }
      counted += n;
    }

  g_assert_cmpuint (counted, ==, expected);
}

static void
check_on_scale (double mean)
{
  g_assert_true (isnan (mean) || (mean >= 1 - 1e-9 && mean <= 5 + 1e-9));
}

/* The gap as the rules write it: the weighted mean of the differences. */
static double
gap_by_hand (const ExReviews *reviews,
             guint            leader)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  guint n = 0;
  const guint *own = ex_company_leader_objectives (company, leader, &n);
  double sum = 0, weights = 0;

  for (guint k = 0; k < n; k++)
    {
      const ExMark *self = ex_reviews_get_self (reviews, own[k]), *first = ex_reviews_get_first (reviews, own[k]);
      int weight = ex_company_get_objective (company, own[k])->weight;

      if (self == NULL || first == NULL || self->rating == 0 || first->rating == 0)
        return EX_UNSET;
      sum += weight * (self->rating - first->rating);
      weights += weight;
    }

  return weights > 0 ? sum / weights : EX_UNSET;
}

static void
check_observers (const ExReviews *reviews,
                 guint            leader)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  guint n = 0, answered = 0, weights = 0;
  const guint *own = ex_company_leader_objectives (company, leader, &n);
  double mean = ex_reviews_mean_observers (reviews, leader, &answered);
  double sum = 0;

  /* A weight of 0 in all leaves nothing to weigh. */
  weights = (guint) ex_company_get_standing (company, leader)->weight;
  if (answered < EX_LEAST_OBSERVERS || weights == 0)
    {
      g_assert_true (isnan (mean));
      g_assert_true (isnan (ex_reviews_gap_observers (reviews, leader, NULL)));
      return;
    }

  /* The mean of the observers' means is the weighted mean of the objectives' means. */
  for (guint k = 0; k < n; k++)
    sum += ex_company_get_objective (company, own[k])->weight * ex_reviews_observed (reviews, own[k]);
  check_on_scale (mean);
  assert_near (mean, sum / weights);
  assert_near (ex_reviews_gap_observers (reviews, leader, NULL), ex_reviews_mean_self (reviews, leader) - mean);
}

static void
check_means (const ExReviews *reviews)
{
  for (guint i = 0; i < ex_company_n_leaders (ex_reviews_get_company (reviews)); i++)
    {
      check_on_scale (ex_reviews_mean_self (reviews, i));
      check_on_scale (ex_reviews_mean_first (reviews, i));
      check_on_scale (ex_reviews_mean_final (reviews, i));
      assert_near (ex_reviews_gap_manager (reviews, i, NULL), gap_by_hand (reviews, i));
      check_observers (reviews, i);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (World) world = make_random (rand);
      g_autoptr (ExReviews) reviews = NULL;

      add_random_marks (world, rand);
      reviews = world_build (world);
      check_lines (reviews);
      check_reports (reviews);
      check_means (reviews);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review-marks/stand-self-first-then-manager-then-observers", test_marks_of_an_objective);
  g_test_add_func ("/review-marks/the-first-rating-is-of-who-assessed-or-reviews", test_first);
  g_test_add_func ("/review-marks/the-board-rates-a-top", test_board_rates_a_top);
  g_test_add_func ("/review-marks/an-adjustment-leaves-the-first-rating", test_adjusted);
  g_test_add_func ("/review-marks/the-gap-is-self-less-manager-with-its-working", test_gap);
  g_test_add_func ("/review-marks/there-is-no-mean-with-a-hole", test_no_mean_with_a_hole);
  g_test_add_func ("/review-marks/weights-that-are-off-still-make-a-mean", test_weights_that_are_off);
  g_test_add_func ("/review-marks/observers-are-shown-from-three-on", test_observers);
  g_test_add_func ("/review-marks/any-company-keeps-levels-reports-means-and-gaps", test_random);

  return g_test_run ();
}
