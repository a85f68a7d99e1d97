#include "config.h"

#include "review-world.h"

#define ACTIONS 40000

static char *
miss (const char *tweaks,
      const char *leader,
      ExStep      step,
      const char *why,
      const char *to)
{
  g_autoptr (ExReviews) reviews = world_reviews (tweaks);
  g_autoptr (GPtrArray) missing = ex_step_missing (reviews, (guint) who (reviews, leader), step, why, who (reviews, to));

  return ex_missing_to_text (missing);
}

#define CLOSED "The cycle is closed: HR has to re-open it first."
#define EXCUSED "Leader c is excused (on leave): HR has to re-open the review first."
#define ABSENT "Leader c is not in role on any day of the cycle."
#define SIGNED "The review of Leader c is signed: nothing in it changes until HR re-opens it."
#define REASON "A reason is needed, in a sentence."

static void
test_missing_of_steps (void)
{
  const struct { ExStep step; const char *tweaks, *why, *missing; } cases[] = {
    { EX_STEP_DISSENT, "phase:sign state:c=assessed", "I disagree", "" },
    { EX_STEP_DISSENT, "phase:sign state:c=assessed half-signed:c=b", "I disagree", "" },
    { EX_STEP_DISSENT, "phase:sign state:c=assessed", " ", "A dissent needs its words." },
    { EX_STEP_DISSENT, "phase:calibrate state:c=assessed", "I disagree", "The cycle is in “Calibrate”: this opens in “Sign”." },
    { EX_STEP_DISSENT, "phase:sign state:c=self-assessed", "I disagree", "The review of Leader c is not assessed yet." },
    { EX_STEP_DISSENT, "phase:sign state:c=signed", "I disagree", SIGNED },
    { EX_STEP_DISSENT, "phase:closed state:c=assessed", "I disagree", CLOSED },

    { EX_STEP_EXCUSE, "", "On leave", "" },
    { EX_STEP_EXCUSE, "phase:sign state:c=assessed", "On leave", "" },
    { EX_STEP_EXCUSE, "", NULL, REASON },
    { EX_STEP_EXCUSE, "excuse:c", "On leave", EXCUSED },
    { EX_STEP_EXCUSE, "state:c=signed", "On leave", SIGNED },
    { EX_STEP_EXCUSE, "past:c", "On leave", ABSENT },
    { EX_STEP_EXCUSE, "phase:closed", "On leave", CLOSED },

    { EX_STEP_REOPEN, "state:c=signed", "A figure was wrong", "" },
    { EX_STEP_REOPEN, "excuse:c", "Back", "" },
    { EX_STEP_REOPEN, "excuse:c", "", REASON },
    { EX_STEP_REOPEN, "state:c=assessed", "Why not", "The review of Leader c is neither signed nor excused: there is nothing to re-open." },
    { EX_STEP_REOPEN, "phase:closed state:c=signed", "A figure was wrong", CLOSED },
    { EX_STEP_REOPEN, "past:c excuse:c", "Back", ABSENT },

    { EX_STEP_SEND_BACK, "state:c=agreed", "Too easy", "" },
    { EX_STEP_SEND_BACK, "state:c=self-assessed", "Too short", "" },
    { EX_STEP_SEND_BACK, "state:c=assessed half-signed:c=b", "Wrong", "" },
    { EX_STEP_SEND_BACK, "state:c=agreed", NULL, REASON },
    { EX_STEP_SEND_BACK, "", "Too easy", "The objectives of Leader c are still drafts: there is nothing to send back." },
    { EX_STEP_SEND_BACK, "state:c=signed", "Wrong", SIGNED },
    { EX_STEP_SEND_BACK, "state:c=agreed amendment:c", "Wrong", "An amendment of Leader c is open: accept, refuse or withdraw it first." },
    { EX_STEP_SEND_BACK, "state:c=self-assessed amendment:c", "Wrong", "" },
    { EX_STEP_SEND_BACK, "state:c=agreed excuse:c", "Wrong", EXCUSED },
    { EX_STEP_SEND_BACK, "phase:closed state:c=agreed past:c", "", CLOSED "\n" ABSENT "\n" REASON },

    { EX_STEP_OBSERVE, "", NULL, "" },
    { EX_STEP_OBSERVE, "state:c=signed", NULL, SIGNED },
    { EX_STEP_CALIBRATE, "state:c=assessed", NULL, "" },
    { EX_STEP_CALIBRATE, "", NULL, "The review of Leader c is not assessed yet." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = miss (cases[i].tweaks, "c", cases[i].step, cases[i].why, "none");

      g_test_message ("%s of %s", ex_step_nick (cases[i].step), cases[i].tweaks);
      g_assert_cmpstr (text, ==, cases[i].missing);
    }
}

static void
test_missing_of_move (void)
{
  const struct { const char *tweaks, *leader, *to, *missing; } cases[] = {
    { "", "c", "x", "" },
    { "", "c", "a", "" },
    { "", "d", "x", "" },
    { "", "n", "x", "" },
    { "state:c=assessed", "c", "x", "" },
    { "", "c", "b", "Leader b reviews Leader c already." },
    { "reviewer:c=x", "c", "x", "Leader x reviews Leader c already." },
    { "reviewer:c=x", "c", "b", "" },
    { "gone:b", "c", "a", "Leader a reviews Leader c already." },
    { "reviewer:c=b gone:b", "c", "a", "" },  /* for good, in place of who has gone */
    { "", "c", "c", "Leader c cannot be their own reviewer." },
    { "", "c", "d", "Leader d is below Leader c, and cannot review upward." },
    { "", "b", "d", "Leader d is below Leader b, and cannot review upward." },
    { "reviewer:d=x", "c", "d", "Leader d is below Leader c, and cannot review upward." },
    { "reviewer:x=c", "c", "x", "Leader x is below Leader c, and cannot review upward." },
    { "reviewer:n=x reviewer:x=c", "c", "n", "Leader n is below Leader c, and cannot review upward." },
    { "gone:x", "c", "x", "Leader x is not in role now, or excused: a reviewer has to be there." },
    { "excuse:x", "c", "x", "Leader x is not in role now, or excused: a reviewer has to be there." },
    { "", "c", "board", "The board reviews only the tops of the cycle: name a leader as the new reviewer." },
    { "", "c", "none", "Name the new reviewer." },
    { "", "a", "n", "Leader a is one of the tops of the cycle, whom the board reviews." },
    { "state:c=signed", "c", "x", SIGNED },
    { "excuse:c", "c", "x", EXCUSED },
    { "phase:closed", "c", "x", CLOSED },
    { "past:c", "c", "x", ABSENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = miss (cases[i].tweaks, cases[i].leader, EX_STEP_MOVE, "Managers changed", cases[i].to);
      g_autofree char *without = miss (cases[i].tweaks, cases[i].leader, EX_STEP_MOVE, NULL, cases[i].to);

      g_test_message ("%s: %s to %s", cases[i].tweaks, cases[i].leader, cases[i].to);
      g_assert_cmpstr (text, ==, cases[i].missing);
      g_assert_true (g_str_has_suffix (without, REASON));
    }
}

/* For each step who may take it, of the leader c, the reviewer b, the top a, the others d and x, and HR: "y" or "-". */
static void
test_forbids (void)
{
  const struct { const char *tweaks; ExStep step; const char *leader, *may; } cases[] = {
    { "", EX_STEP_AGREE, "c", "-y---y" },
    { "", EX_STEP_ASSESS, "c", "-y---y" },
    { "", EX_STEP_SEND_BACK, "c", "-y---y" },
    { "", EX_STEP_SELF_ASSESS, "c", "y----y" },
    { "", EX_STEP_DISSENT, "c", "y----y" },
    { "", EX_STEP_SIGN, "c", "-y---y" },
    { "half-signed:c=b", EX_STEP_SIGN, "c", "y----y" },
    { "", EX_STEP_CALIBRATE, "c", "--y--y" },
    { "", EX_STEP_CALIBRATE, "a", "-----y" },
    { "top:x", EX_STEP_CALIBRATE, "a", "----yy" },
    { "", EX_STEP_EXCUSE, "c", "-----y" },
    { "", EX_STEP_REOPEN, "c", "-----y" },
    { "", EX_STEP_MOVE, "c", "-----y" },
    { "", EX_STEP_OBSERVE, "c", "-----y" },
    { "excuse:b", EX_STEP_AGREE, "c", "--y--y" },
    { "reviewer:c=x", EX_STEP_AGREE, "c", "----yy" },
    { "", EX_STEP_AGREE, "a", "-----y" },  /* the board's: HR for it */
    { "", EX_STEP_AGREE, "n", "-----y" },
  };
  const char * const actors[] = { "c", "b", "a", "d", "x", "board" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (actors); k++)
      {
        g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);
        g_autofree char *forbids = ex_step_forbids (reviews, (guint) who (reviews, cases[i].leader), cases[i].step, who (reviews, actors[k]));

        g_test_message ("%s %s of %s by %s: %s", cases[i].tweaks, ex_step_nick (cases[i].step), cases[i].leader, actors[k], forbids);
        g_assert_cmpint (forbids == NULL, ==, cases[i].may[k] == 'y');
      }
}

static void
test_forbids_says_who_may (void)
{
  g_autoptr (ExReviews) reviews = world_reviews ("board:Ruth");
  const struct { ExStep step; const char *leader, *sentence; } cases[] = {
    { EX_STEP_AGREE, "c", "Leader c is reviewed by Leader b: only Leader b can do this, or HR." },
    { EX_STEP_AGREE, "a", "Leader a is reviewed by Ruth: HR does this for them." },
    { EX_STEP_AGREE, "n", "Nobody reviews Leader n yet: HR has to name somebody first." },
    { EX_STEP_SELF_ASSESS, "c", "Only Leader c can do this, or HR." },
    { EX_STEP_MOVE, "c", "Only HR can do this." },
    { EX_STEP_CALIBRATE, "c", "Only HR and the tops of the cycle adjust ratings." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *forbids = ex_step_forbids (reviews, (guint) who (reviews, cases[i].leader), cases[i].step, who (reviews, "d"));

      g_assert_cmpstr (forbids, ==, cases[i].sentence);
    }
}

static void
test_needs_reason (void)
{
  const struct { const char *tweaks, *leader; ExStep step; const char *actor; gboolean needs; } cases[] = {
    { "", "c", EX_STEP_SIGN, "b", FALSE },
    { "half-signed:c=b", "c", EX_STEP_SIGN, "c", FALSE },
    { "", "c", EX_STEP_SIGN, "board", TRUE },           /* HR for b */
    { "half-signed:c=b", "c", EX_STEP_SIGN, "board", TRUE },
    { "", "a", EX_STEP_SIGN, "board", FALSE },          /* HR for the board */
    { "half-signed:a=", "a", EX_STEP_SIGN, "board", TRUE },
    { "", "c", EX_STEP_AGREE, "board", FALSE },
    { "", "c", EX_STEP_EXCUSE, "board", TRUE },
    { "", "c", EX_STEP_SEND_BACK, "b", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);

      g_test_message ("%s %s of %s", cases[i].tweaks, ex_step_nick (cases[i].step), cases[i].leader);
      g_assert_cmpint (ex_step_needs_reason (reviews, (guint) who (reviews, cases[i].leader), cases[i].step, who (reviews, cases[i].actor)), ==,
                       cases[i].needs);
    }
}

/* (transfer full) "assessed by b, reviewer b, signed b" */
static char *
describe (const ExReview *review)
{
  GString *text = g_string_new (ex_review_state_nick (review->state));

  if (review->reviewer_id != NULL)
    g_string_append_printf (text, " reviewer=%s", review->reviewer_id);
  if (review->assessed_by != NULL)
    g_string_append_printf (text, " assessed-by=%s", review->assessed_by);
  if (review->reviewer_signed != NULL)
    g_string_append_printf (text, " reviewer-signed=%s", review->reviewer_signed);
  if (review->leader_signed != NULL)
    g_string_append_printf (text, " leader-signed=%s", review->leader_signed);
  if (review->excused)
    g_string_append_printf (text, " excused=%s", review->excuse);
  if (review->dissent != NULL)
    g_string_append_printf (text, " dissent=%s", review->dissent);

  return g_string_free (text, FALSE);
}

static void
test_take (void)
{
  const struct { const char *tweaks, *leader; ExStep step; const char *why, *to, *actor, *after; } cases[] = {
    { "", "c", EX_STEP_AGREE, NULL, "none", "b", "agreed reviewer=b" },
    { "", "c", EX_STEP_AGREE, NULL, "none", "board", "agreed reviewer=b" },
    { "", "a", EX_STEP_AGREE, NULL, "none", "board", "agreed" },
    { "excuse:b", "c", EX_STEP_AGREE, NULL, "none", "a", "agreed reviewer=a" },
    { "reviewer:c=x", "c", EX_STEP_AGREE, NULL, "none", "x", "agreed reviewer=x" },
    { "reviewer:c=x excuse:x excuse:a", "c", EX_STEP_AGREE, NULL, "none", "board", "agreed" },
    { "state:c=agreed", "c", EX_STEP_SELF_ASSESS, NULL, "none", "c", "self-assessed" },
    { "state:c=self-assessed", "c", EX_STEP_ASSESS, NULL, "none", "b", "assessed assessed-by=b" },
    { "state:c=self-assessed", "c", EX_STEP_ASSESS, NULL, "none", "board", "assessed assessed-by=b" },
    { "state:a=self-assessed", "a", EX_STEP_ASSESS, NULL, "none", "board", "assessed assessed-by=" },
    { "state:c=assessed", "c", EX_STEP_SIGN, NULL, "none", "b", "assessed assessed-by=b reviewer-signed=b" },
    { "state:c=assessed", "c", EX_STEP_SIGN, "On leave", "none", "board", "assessed assessed-by=b reviewer-signed=HR" },
    { "state:a=assessed", "a", EX_STEP_SIGN, NULL, "none", "board", "assessed assessed-by= reviewer-signed=" },
    { "state:c=assessed half-signed:c=b", "c", EX_STEP_SIGN, NULL, "none", "c", "signed assessed-by=b reviewer-signed=b leader-signed=c" },
    { "state:c=assessed half-signed:c=b", "c", EX_STEP_SIGN, "Refuses", "none", "board", "signed assessed-by=b reviewer-signed=b leader-signed=HR" },
    { "state:a=assessed half-signed:a=", "a", EX_STEP_SIGN, NULL, "none", "a", "signed assessed-by= reviewer-signed= leader-signed=a" },
    { "state:c=assessed", "c", EX_STEP_DISSENT, "No", "none", "c", "assessed assessed-by=b dissent=No" },
    { "state:c=agreed", "c", EX_STEP_EXCUSE, "Leave", "none", "board", "agreed excused=Leave" },
    { "state:c=agreed excuse:c", "c", EX_STEP_REOPEN, "Back", "none", "board", "agreed" },
    { "state:c=signed", "c", EX_STEP_REOPEN, "Wrong", "none", "board", "assessed assessed-by=b" },
    { "state:c=assessed half-signed:c=b", "c", EX_STEP_SEND_BACK, "Wrong", "none", "b", "assessed assessed-by=b" },
    { "state:c=assessed", "c", EX_STEP_SEND_BACK, "Wrong", "none", "b", "self-assessed" },
    { "state:c=self-assessed", "c", EX_STEP_SEND_BACK, "Wrong", "none", "b", "agreed" },
    { "state:c=agreed reviewer:c=x", "c", EX_STEP_SEND_BACK, "Wrong", "none", "x", "drafting reviewer=x" },
    { "state:c=assessed", "c", EX_STEP_MOVE, "Left", "x", "board", "assessed reviewer=x assessed-by=b" },
    { "state:c=assessed", "c", EX_STEP_CALIBRATE, NULL, "none", "board", "assessed assessed-by=b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);
      guint leader = (guint) who (reviews, cases[i].leader);
      const ExReview *before = ex_reviews_get (reviews, leader);
      g_autoptr (ExReview) after = ex_step_take (reviews, leader, cases[i].step, cases[i].why, who (reviews, cases[i].to), who (reviews, cases[i].actor));
      g_autofree char *text = describe (after);

      g_test_message ("%s: %s of %s", cases[i].tweaks, ex_step_nick (cases[i].step), cases[i].leader);
      g_assert_cmpstr (text, ==, cases[i].after);
      if (cases[i].step == EX_STEP_CALIBRATE)
        continue;
      g_assert_cmpuint (after->steps, ==, before->steps + 1);
      g_assert_cmpuint (after->day, ==, ex_day_new (2026, 6, 30));
      g_assert_cmpstr (after->why, ==, cases[i].why);
    }
}

/* Where a step may lead from a state, as the picture in ex-review.h has it; -1: nowhere. Signing and re-opening may also stay where they are:
 * with one signature, and when an excuse is taken back. */
static int
lead_from (ExReviewState state,
           ExStep        step)
{
  switch (step)
    {
    case EX_STEP_AGREE:
      return state == EX_REVIEW_DRAFTING ? EX_REVIEW_AGREED : -1;
    case EX_STEP_SELF_ASSESS:
      return state == EX_REVIEW_AGREED ? EX_REVIEW_SELF_ASSESSED : -1;
    case EX_STEP_ASSESS:
      return state == EX_REVIEW_SELF_ASSESSED ? EX_REVIEW_ASSESSED : -1;
    case EX_STEP_SIGN:
      return state == EX_REVIEW_ASSESSED ? EX_REVIEW_SIGNED : -1;
    case EX_STEP_REOPEN:
      return state == EX_REVIEW_SIGNED ? EX_REVIEW_ASSESSED : (int) state;
    case EX_STEP_SEND_BACK:
      return state > EX_REVIEW_DRAFTING && state < EX_REVIEW_SIGNED ? (int) state - 1 : -1;
    case EX_STEP_DISSENT:
      return state == EX_REVIEW_ASSESSED ? EX_REVIEW_ASSESSED : -1;
    case EX_STEP_CALIBRATE:
    case EX_STEP_EXCUSE:
    case EX_STEP_MOVE:
    case EX_STEP_OBSERVE:
    default:
      return state < EX_REVIEW_SIGNED ? (int) state : -1;
    }
}

static void
check_step (const ExReview *before,
            ExStep          step,
            const ExReview *after)
{
  int led = lead_from (before->state, step);
  gboolean stays = after->state == before->state
                   && ((step == EX_STEP_SIGN && before->reviewer_signed == NULL) || (step == EX_STEP_SEND_BACK && before->reviewer_signed != NULL));

  g_assert_true ((int) after->state == led || stays);
  g_assert_false (before->excused && step != EX_STEP_REOPEN);

  g_assert_cmpint (after->state == EX_REVIEW_SIGNED, ==, after->reviewer_signed != NULL && after->leader_signed != NULL);
  g_assert_true (after->leader_signed == NULL || after->reviewer_signed != NULL);
  g_assert_true (after->reviewer_signed == NULL || after->state >= EX_REVIEW_ASSESSED);
  g_assert_cmpint (after->state >= EX_REVIEW_ASSESSED, ==, after->assessed_by != NULL);
  g_assert_cmpint (after->excused, ==, after->excuse != NULL);
}

/* Who was to go first had gone, when the step was taken. */
static void
check_from_the_top (const ExReviews *reviews,
                    guint            leader,
                    ExStep           step)
{
  int reviewer = ex_reviews_get_reviewer (reviews, leader);
  ExReviewState above = reviewer >= 0 ? ex_reviews_get (reviews, (guint) reviewer)->state : EX_REVIEW_SIGNED;
  ExPhase phase = ex_reviews_get_cycle (reviews)->phase;

  g_assert_cmpint (phase, !=, EX_PHASE_CLOSED);
  switch (step)
    {
    case EX_STEP_AGREE:
      g_assert_cmpint (above, >=, EX_REVIEW_AGREED);
      break;
    case EX_STEP_SELF_ASSESS:
      g_assert_cmpint (phase, >=, EX_PHASE_ASSESS);
      break;
    case EX_STEP_ASSESS:
      g_assert_cmpint (above, >=, EX_REVIEW_SELF_ASSESSED);
      break;
    case EX_STEP_SIGN:
      g_assert_cmpint (above, ==, EX_REVIEW_SIGNED);
      g_assert_cmpint (phase, ==, EX_PHASE_SIGN);
      break;
    case EX_STEP_CALIBRATE:
    case EX_STEP_DISSENT:
    case EX_STEP_EXCUSE:
    case EX_STEP_REOPEN:
    case EX_STEP_SEND_BACK:
    case EX_STEP_MOVE:
    case EX_STEP_OBSERVE:
    default:
      break;
    }
}

static void
keep (World    *world,
      ExReview *review)
{
  for (guint i = 0; i < world->records->reviews->len; i++)
    if (strcmp (((ExReview *) g_ptr_array_index (world->records->reviews, i))->leader_id, review->leader_id) == 0)
      {
        g_ptr_array_remove_index (world->records->reviews, i);
        break;
      }

  g_ptr_array_add (world->records->reviews, review);
}

/* Everybody has rated everybody, so that only the order of the steps counts. */
static World *
make_rated (void)
{
  const char * const ids[] = { "a", "b", "c", "d", "x", "n" };
  World *world = world_new ("");

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      world_rate_all (world, ids[i], EX_ROLE_SELF, ids[i], 3);
      world_rate_all (world, ids[i], EX_ROLE_MANAGER, EX_BOARD, 3);
      for (gsize k = 0; k < G_N_ELEMENTS (ids); k++)
        if (k != i)
          world_rate_all (world, ids[i], EX_ROLE_MANAGER, ids[k], 4);
    }

  return world;
}

/* Steps that go back or aside are rarer than those that go on, so that reviews come to their end; but for taking an excuse back. */
static ExStep
choose_step (GRand *rand)
{
  ExStep step;

  do
    step = (ExStep) g_rand_int_range (rand, 0, EX_STEP_OBSERVE + 1);
  while (step >= EX_STEP_EXCUSE && step != EX_STEP_REOPEN && g_rand_int_range (rand, 0, 12) > 0);

  return step;
}

static ExPhase
choose_phase (GRand *rand)
{
  return g_rand_int_range (rand, 0, 4) == 0 ? (ExPhase) g_rand_int_range (rand, EX_PHASE_PLAN, EX_PHASE_CLOSED + 1) : EX_PHASE_SIGN;
}

/* Any leader, step and actor, thousands of times: whatever passes keeps to the picture, and every step comes to be taken. */
static void
test_any_sequence (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (World) world = make_rated ();
  guint taken[EX_STEP_OBSERVE + 1] = { 0 };

  for (int i = 0; i < ACTIONS; i++)
    {
      ExStep step = choose_step (rand);
      guint leader = (guint) g_rand_int_range (rand, 0, 6);
      int actor = g_rand_boolean (rand) ? EX_NOBODY : g_rand_int_range (rand, 0, 6);
      int to = g_rand_int_range (rand, EX_NO_ONE, 6);
      g_autoptr (ExReviews) reviews = world_build (world);
      g_autoptr (GPtrArray) missing = ex_step_missing (reviews, leader, step, "Because", to);
      g_autofree char *forbids = ex_step_forbids (reviews, leader, step, actor);

      if (missing->len == 0 && forbids == NULL)
        {
          ExReview *after = ex_step_take (reviews, leader, step, "Because", to, actor);

          check_from_the_top (reviews, leader, step);
          check_step (ex_reviews_get (reviews, leader), step, after);
          keep (world, after);
          taken[step]++;
        }
      if (g_rand_int_range (rand, 0, 30) == 0)
        world->cycle->phase = choose_phase (rand);
    }

  for (int step = 0; step <= EX_STEP_OBSERVE; step++)
    {
      g_test_message ("%s: %u", ex_step_nick (step), taken[step]);
      g_assert_cmpuint (taken[step], >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/step/each-says-what-is-missing", test_missing_of_steps);
  g_test_add_func ("/step/a-move-goes-to-somebody-there-and-not-below", test_missing_of_move);
  g_test_add_func ("/step/who-may-take-it", test_forbids);
  g_test_add_func ("/step/who-may-not-reads-who-may", test_forbids_says_who_may);
  g_test_add_func ("/step/signing-for-a-person-needs-a-reason", test_needs_reason);
  g_test_add_func ("/step/what-comes-of-it", test_take);
  g_test_add_func ("/step/any-sequence-keeps-to-the-picture", test_any_sequence);

  return g_test_run ();
}
