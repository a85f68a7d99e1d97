#include "config.h"

#include "review-fixture.h"

/* Of a1: target 90 in place of 88, and another link; of a2 and a3 the weights that make up for it. */
static ExAmendment *
make_amendment (ExStore *store, const char *why)
{
  ExAmendment *amendment = ex_amendment_new ("fy26", "a", why);
  ExLink link = { EX_DRIVER_EXPAND, EX_CLAIM_NONE, 12 };
  static const int weights[] = { 5000, 3000, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i + 1);
      g_autoptr (GError) error = NULL;
      ExObjective *objective = ex_objective_find (store->db, id, &error);

      g_assert_no_error (error);
      objective->weight = weights[i];
      g_ptr_array_add (amendment->after, objective);
    }
  ((ExObjective *) g_ptr_array_index (amendment->after, 0))->target = 90;
  g_array_append_val (((ExObjective *) g_ptr_array_index (amendment->after, 0))->links, link);
  return amendment;
}

static ExObjective *
amended (const ExAmendment *amendment, guint i)
{
  return g_ptr_array_index (amendment->after, i);
}

static void
must_propose (ExStore *store, const char *actor, const ExAmendment *amendment)
{
  g_autoptr (GError) error = NULL;

  act_as (store, actor);
  if (!ex_store_propose_amendment (store, amendment, &error))
    g_error ("%s", error->message);
}

static void
must_not_propose (ExStore *store, const char *actor, const ExAmendment *amendment, const char *words)
{
  g_autoptr (GError) error = NULL;

  act_as (store, actor);
  g_assert_false (ex_store_propose_amendment (store, amendment, &error));
  assert_refused (&error, words);
}

static void
must_not_decide (ExStore *store, const char *actor, ExAmendmentState state, const char *answer, const char *words)
{
  g_autoptr (GError) error = NULL;

  act_as (store, actor);
  g_assert_false (ex_store_decide_amendment (store, "fy26", "a", 1, state, answer, &error));
  assert_refused (&error, words);
}

static GPtrArray *
list_amendments (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviewSheet) sheet = NULL;

  act_as (store, "HR");
  sheet = ex_store_read_sheet (store, "fy26", "a", &error);
  g_assert_no_error (error);
  return g_ptr_array_ref (sheet->amendments);
}

static void
test_proposed_and_accepted (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExAmendment) amendment = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *there = NULL;
  g_autoptr (GError) error = NULL;
  const ExAmendment *one;

  bring_to (store, "a", EX_REVIEW_AGREED);
  amendment = make_amendment (store, "  The market moved  ");
  must_propose (store, "a", amendment);
  assert_last_action (store, "Propose an amendment: Ann");
  g_assert_cmpint (count (store, "SELECT target FROM objectives WHERE id = 'a1'"), ==, 88);
  before = dump_reviews (store);
  act_as (store, "HR");
  g_assert_true (ex_store_decide_amendment (store, "fy26", "a", 1, EX_AMENDMENT_ACCEPTED, "Right", &error));
  g_assert_no_error (error);
  assert_last_action (store, "Accept an amendment: Ann");
  g_assert_cmpint (count (store, "SELECT target FROM objectives WHERE id = 'a1'"), ==, 90);
  g_assert_cmpint (count (store, "SELECT sum(weight) FROM objectives WHERE leader_id = 'a'"), ==, 10000);
  g_assert_cmpint (count (store, "SELECT count(*) FROM links WHERE objective_id = 'a1'"), ==, 2);
  after = dump_reviews (store);

  kept = list_amendments (store);
  g_assert_cmpuint (kept->len, ==, 1);
  one = g_ptr_array_index (kept, 0);
  g_assert_cmpstr (one->why, ==, "The market moved");
  g_assert_cmpstr (one->proposed_by, ==, "a");
  g_assert_cmpstr (one->decided_by, ==, EX_BOARD);
  g_assert_cmpstr (one->answer, ==, "Right");
  g_assert_cmpint (one->state, ==, EX_AMENDMENT_ACCEPTED);
  g_assert_cmpuint (one->day, ==, ex_day_new (2026, 1, 15));
  g_assert_cmpuint (one->before->len, ==, 3);
  g_assert_cmpfloat (((ExObjective *) g_ptr_array_index (one->before, 0))->target, ==, 88);
  g_assert_cmpfloat (amended (one, 0)->target, ==, 90);
  g_assert_cmpuint (((ExObjective *) g_ptr_array_index (one->before, 0))->links->len, ==, 1);
  g_assert_cmpuint (amended (one, 0)->links->len, ==, 2);
  g_assert_cmpint (g_array_index (amended (one, 0)->links, ExLink, 1).customers, ==, 12);
  g_assert_true (g_array_index (amended (one, 0)->links, ExLink, 1).value == EX_CLAIM_NONE);

  undo (store);
  there = dump_reviews (store);
  g_assert_cmpstr (there, ==, before);
  redo (store);
  g_free (there);
  there = dump_reviews (store);
  g_assert_cmpstr (there, ==, after);
  assert_sound (store);
}

static void
test_refused_and_withdrawn (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExAmendment) amendment = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_AGREED);
  amendment = make_amendment (store, "The market moved");
  must_propose (store, "a", amendment);
  must_not_propose (store, "a", amendment, "is waiting for its answer already");
  must_not_decide (store, "a", EX_AMENDMENT_ACCEPTED, NULL, "HR does this");
  must_not_decide (store, "b", EX_AMENDMENT_REFUSED, "No", "HR does this");
  must_not_decide (store, "b", EX_AMENDMENT_WITHDRAWN, NULL, "Only whoever proposed");
  must_not_decide (store, "HR", EX_AMENDMENT_REFUSED, "  ", "needs an answer");
  g_assert_true (ex_store_decide_amendment (store, "fy26", "a", 1, EX_AMENDMENT_REFUSED, "Not this year", &error));
  must_not_decide (store, "HR", EX_AMENDMENT_ACCEPTED, NULL, "decided already: it is refused");
  must_propose (store, "HR", amendment);
  act_as (store, "HR");
  g_assert_false (ex_store_decide_amendment (store, "fy26", "a", 3, EX_AMENDMENT_ACCEPTED, NULL, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "no amendment 3");
  g_assert_true (ex_store_decide_amendment (store, "fy26", "a", 2, EX_AMENDMENT_WITHDRAWN, NULL, &error));
  kept = list_amendments (store);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpuint (((ExAmendment *) g_ptr_array_index (kept, 0))->number, ==, 2); /* newest first */
  g_assert_cmpint (count (store, "SELECT target FROM objectives WHERE id = 'a1'"), ==, 88);
  assert_sound (store);
}

typedef void (* Spoil) (ExAmendment *amendment);

static void
spoil_why (ExAmendment *amendment)
{
  g_free (amendment->why);
  amendment->why = g_strdup (" \n");
}

static void
spoil_all (ExAmendment *amendment)
{
  g_ptr_array_set_size (amendment->after, 0);
}

static void
spoil_weight (ExAmendment *amendment)
{
  amended (amendment, 0)->weight = 4999;
}

static void
spoil_ladder (ExAmendment *amendment)
{
  amended (amendment, 0)->target = 80;
}

static void
spoil_links (ExAmendment *amendment)
{
  g_array_set_size (amended (amendment, 0)->links, 0);
}

static void
spoil_source (ExAmendment *amendment)
{
  g_free (amended (amendment, 0)->source);
  amended (amendment, 0)->source = g_strdup ("Guesses");
}

static void
spoil_title (ExAmendment *amendment)
{
  g_free (amended (amendment, 0)->title);
  amended (amendment, 0)->title = g_strdup ("Other");
}

static void
spoil_nothing_new (ExAmendment *amendment)
{
  amended (amendment, 1)->weight = 3500;
}

static void
spoil_twice (ExAmendment *amendment)
{
  g_ptr_array_add (amendment->after, ex_objective_copy (amended (amendment, 0)));
}

static void
spoil_owner (ExAmendment *amendment)
{
  g_free (amended (amendment, 0)->id);
  amended (amendment, 0)->id = g_strdup ("b1");
}

static void
test_what_an_amendment_cannot_be (Fixture *fixture, gconstpointer data)
{
  static const struct { Spoil spoil; const char *says; } cases[] = {
    { spoil_why, "needs a reason" },
    { spoil_all, "needs an objective" },
    { spoil_weight, "Weights total 99.99 %" },
    { spoil_ladder, "there is nothing to move" },
    { spoil_links, "not linked" },
    { spoil_source, "and nothing else" },
    { spoil_title, "without an amendment" },
    { spoil_nothing_new, "“Objective 2” is as it was" },
    { spoil_twice, "twice" },
    { spoil_owner, "is no objective of Ann" },
  };
  ExStore *store = fixture->store;

  bring_to (store, "a", EX_REVIEW_AGREED);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExAmendment) amendment = make_amendment (store, "The market moved");

      cases[i].spoil (amendment);
      must_not_propose (store, "a", amendment, cases[i].says);
    }
  g_assert_cmpint (count (store, "SELECT count(*) FROM amendments"), ==, 0);
}

static void
test_only_while_agreed (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExAmendment) amendment = make_amendment (store, "The market moved");

  must_not_propose (store, "a", amendment, "still drafts");
  bring_to (store, "a", EX_REVIEW_ASSESSED);
  must_not_propose (store, "a", amendment, "The review of Ann is assessed");
  must_take (store, "HR", "a", EX_STEP_SEND_BACK, "Targets");
  must_not_propose (store, "b", amendment, "Only Ann can propose");
  must_propose (store, "a", amendment);
}

/* Proposed, and sent back to drafting: first the answer. */
static void
test_an_open_one_holds_the_review (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExAmendment) amendment = make_amendment (store, "The market moved");
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_AGREED);
  must_propose (store, "a", amendment);
  must_not_take (store, "HR", "a", EX_STEP_SEND_BACK, "Anew", "amendment");
  act_as (store, "a");
  g_assert_true (ex_store_decide_amendment (store, "fy26", "a", 1, EX_AMENDMENT_WITHDRAWN, NULL, &error));
  must_take (store, "HR", "a", EX_STEP_SEND_BACK, "Anew");
  g_assert_false (ex_store_remove_objective (store, "a1", &error));
  assert_refused (&error, "was the subject of amendment 1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/amendments/proposed and accepted", test_proposed_and_accepted);
  add_review_test ("/store/amendments/refused and withdrawn", test_refused_and_withdrawn);
  add_review_test ("/store/amendments/what an amendment cannot be", test_what_an_amendment_cannot_be);
  add_review_test ("/store/amendments/only while agreed", test_only_while_agreed);
  add_review_test ("/store/amendments/an open one holds the review", test_an_open_one_holds_the_review);
  return g_test_run ();
}
