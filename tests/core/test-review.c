#include "config.h"

#include "core/ex-quantity.h"
#include "core/ex-review.h"

static void
test_words (void)
{
  for (int i = 0; i < EX_N_REVIEW_STATES; i++)
    {
      ExReviewState state = EX_REVIEW_DRAFTING;

      g_assert_true (ex_review_state_parse (ex_review_state_nick (i), &state));
      g_assert_cmpint (state, ==, i);
      g_assert_cmpstr (ex_review_state_label (i), !=, "");
    }

  for (int i = EX_STEP_AGREE; i <= EX_STEP_OBSERVE; i++)
    {
      ExStep step = EX_STEP_AGREE;

      g_assert_true (ex_step_parse (ex_step_nick (i), &step));
      g_assert_cmpint (step, ==, i);
      g_assert_cmpstr (ex_step_label (i), !=, "");
    }

  for (int i = EX_ROLE_SELF; i <= EX_ROLE_OBSERVER; i++)
    {
      ExRole role = EX_ROLE_SELF;

      g_assert_true (ex_role_parse (ex_role_nick (i), &role));
      g_assert_cmpint (role, ==, i);
    }

  g_assert_cmpstr (ex_step_nick (EX_STEP_SEND_BACK), ==, "send-back");
  g_assert_cmpstr (ex_review_state_nick (EX_REVIEW_SELF_ASSESSED), ==, "self-assessed");
  g_assert_false (ex_step_parse ("approve", NULL));
  g_assert_false (ex_review_state_parse ("", NULL));
  g_assert_false (ex_role_parse ("boss", NULL));
}

static void
test_reasons (void)
{
  const ExStep steps[] = { EX_STEP_DISSENT, EX_STEP_EXCUSE, EX_STEP_REOPEN, EX_STEP_SEND_BACK, EX_STEP_MOVE };
  guint n = 0;

  for (int i = EX_STEP_AGREE; i <= EX_STEP_OBSERVE; i++)
    n += ex_step_needs_why (i) ? 1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_true (ex_step_needs_why (steps[i]));
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (steps));
}

static void
test_review_is_copied_whole (void)
{
  g_autoptr (ExReview) review = ex_review_new ("c", "L1");
  g_autoptr (ExReview) copy = NULL;

  g_assert_cmpint (review->state, ==, EX_REVIEW_DRAFTING);
  g_assert_cmpuint (review->steps, ==, 0);
  g_assert_null (review->assessed_by);

  review->steps = 4;
  review->state = EX_REVIEW_SIGNED;
  review->excused = TRUE;
  review->why = g_strdup ("a");
  review->excuse = g_strdup ("b");
  review->reviewer_id = g_strdup ("c");
  review->assessed_by = g_strdup (EX_BOARD);
  review->reviewer_signed = g_strdup ("d");
  review->leader_signed = g_strdup ("e");
  review->dissent = g_strdup ("f");
  review->day = 7;

  copy = ex_review_copy (review);
  g_assert_cmpstr (copy->leader_id, ==, "L1");
  g_assert_cmpuint (copy->steps, ==, 4);
  g_assert_cmpint (copy->state, ==, EX_REVIEW_SIGNED);
  g_assert_true (copy->excused);
  g_assert_cmpstr (copy->why, ==, "a");
  g_assert_cmpstr (copy->excuse, ==, "b");
  g_assert_cmpstr (copy->reviewer_id, ==, "c");
  g_assert_cmpstr (copy->assessed_by, ==, EX_BOARD);
  g_assert_cmpstr (copy->reviewer_signed, ==, "d");
  g_assert_cmpstr (copy->leader_signed, ==, "e");
  g_assert_cmpstr (copy->dissent, ==, "f");
  g_assert_cmpuint (copy->day, ==, 7);
}

static void
test_rating_is_copied_whole (void)
{
  g_autoptr (ExRating) rating = ex_rating_new ("o", EX_ROLE_MANAGER, EX_BOARD);
  g_autoptr (ExRating) copy = NULL;

  g_assert_cmpint (rating->rating, ==, 0);
  g_assert_true (isnan (rating->actual));

  rating->rating = 4;
  rating->comment = g_strdup ("Well held");
  rating->confirmed = TRUE;
  rating->actual = 84.1;
  copy = ex_rating_copy (rating);
  g_assert_cmpstr (copy->objective_id, ==, "o");
  g_assert_cmpstr (copy->rater_id, ==, EX_BOARD);
  g_assert_cmpint (copy->role, ==, EX_ROLE_MANAGER);
  g_assert_cmpint (copy->rating, ==, 4);
  g_assert_cmpstr (copy->comment, ==, "Well held");
  g_assert_true (copy->confirmed);
  g_assert_cmpfloat (copy->actual, ==, 84.1);
}

/* What was confirmed, what is read now, whether the one still stands for the other. */
static void
test_confirmed_holds (void)
{
  static const struct
  {
    gboolean confirmed;
    double   actual;
    gboolean measured;
    double   now;
    gboolean so_far;
    gboolean holds;
  } cases[] = {
    { TRUE, 84.1, TRUE, 84.1, FALSE, TRUE },
    { TRUE, 84.1, TRUE, 84.1 * (1 + 1e-12), FALSE, TRUE },
    { TRUE, 84.1, TRUE, 84.2, FALSE, FALSE },
    { FALSE, 84.1, TRUE, 84.1, FALSE, FALSE },
    { TRUE, 12, TRUE, 31, TRUE, TRUE },         /* the sum of a cycle that still runs */
    { TRUE, NAN, FALSE, 0, FALSE, TRUE },       /* it was right that nothing was measured */
    { TRUE, NAN, TRUE, 5, FALSE, FALSE },
    { TRUE, NAN, TRUE, 5, TRUE, FALSE },
    { TRUE, 5, FALSE, 5, FALSE, FALSE },
    { FALSE, NAN, FALSE, 0, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExRating) rating = ex_rating_new ("o", EX_ROLE_MANAGER, "m");
      ExReading reading = { .measured = cases[i].measured, .actual = cases[i].now, .so_far = cases[i].so_far };

      rating->confirmed = cases[i].confirmed;
      rating->actual = cases[i].actual;
      if (ex_rating_confirms (rating, &reading) != cases[i].holds)
        g_test_fail_printf ("case %" G_GSIZE_FORMAT ": should %s", i, cases[i].holds ? "hold" : "not hold");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review/states-steps-and-roles-have-their-words", test_words);
  g_test_add_func ("/review/steps-back-and-dissent-need-a-reason", test_reasons);
  g_test_add_func ("/review/a-copy-has-everything", test_review_is_copied_whole);
  g_test_add_func ("/review/a-copied-rating-has-everything", test_rating_is_copied_whole);
  g_test_add_func ("/review/an-actual-is-confirmed-until-another-is-read", test_confirmed_holds);

  return g_test_run ();
}
