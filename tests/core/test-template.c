#include "config.h"

#include "core/ex-quantity.h"
#include "core/ex-template.h"

#define U EX_UNSET

static ExTemplate *
make_template (void)
{
  ExTemplate *self = ex_template_new ("churn", "Keep one-year contracts");

  self->description = g_strdup ("Of the contracts that end, the share renewed.");
  self->kind = EX_KIND_NUMBER;
  self->unit = g_strdup ("%");
  self->decimals = 1;
  self->aggregate = EX_AGGREGATE_MEAN;
  self->falls = TRUE;
  self->source = g_strdup ("Contracts");
  self->cadence = EX_CADENCE_QUARTERLY;
  self->stage = g_strdup ("renew");
  self->driver = EX_DRIVER_RETAIN;
  self->has_driver = TRUE;

  return self;
}

static void
test_makes_a_draft (void)
{
  g_autoptr (ExTemplate) template = make_template ();
  g_autoptr (ExTemplate) copy = ex_template_copy (template);
  g_autoptr (ExObjective) objective = ex_template_make_objective (copy, "c", "l");
  g_autofree char *id = ex_objective_make_id ("c", "l", template->title);

  g_assert_cmpstr (objective->id, ==, id);
  g_assert_cmpstr (objective->cycle_id, ==, "c");
  g_assert_cmpstr (objective->leader_id, ==, "l");
  g_assert_cmpstr (objective->description, ==, template->description);
  g_assert_cmpstr (objective->unit, ==, "%");
  g_assert_cmpint (objective->decimals, ==, 1);
  g_assert_cmpint (objective->aggregate, ==, EX_AGGREGATE_MEAN);
  g_assert_cmpstr (objective->source, ==, "Contracts");
  g_assert_cmpint (objective->cadence, ==, EX_CADENCE_QUARTERLY);
  g_assert_cmpstr (objective->stage, ==, "renew");
  g_assert_cmpuint (objective->links->len, ==, 1);
  g_assert_cmpint (g_array_index (objective->links, ExLink, 0).driver, ==, EX_DRIVER_RETAIN);
  g_assert_true (g_array_index (objective->links, ExLink, 0).value == EX_CLAIM_NONE);
  g_assert_true (g_array_index (objective->links, ExLink, 0).customers == EX_CLAIM_NONE);
  g_assert_cmpint (objective->weight, ==, 0);
  g_assert_true (isnan (objective->baseline) && isnan (objective->target) && isnan (objective->low));
  ex_template_free (NULL);
}

static void
test_out_of_an_objective_and_back (void)
{
  g_autoptr (ExTemplate) template = make_template ();
  g_autoptr (ExObjective) objective = ex_template_make_objective (template, "c", "l");
  g_autoptr (ExTemplate) again = NULL;
  g_autoptr (ExTemplate) plain = NULL;

  objective->baseline = 12;
  objective->target = 9;
  again = ex_template_from_objective (objective, "t");
  g_assert_cmpstr (again->id, ==, "t");
  g_assert_cmpstr (again->title, ==, template->title);
  g_assert_cmpstr (again->description, ==, template->description);
  g_assert_cmpstr (again->unit, ==, template->unit);
  g_assert_cmpint (again->decimals, ==, template->decimals);
  g_assert_cmpint (again->aggregate, ==, template->aggregate);
  g_assert_cmpstr (again->source, ==, template->source);
  g_assert_cmpint (again->cadence, ==, template->cadence);
  g_assert_cmpstr (again->stage, ==, template->stage);
  g_assert_true (again->falls && again->own && again->has_driver);
  g_assert_cmpint (again->driver, ==, EX_DRIVER_RETAIN);

  objective->target = 15;
  g_array_set_size (objective->links, 0);
  plain = ex_template_from_objective (objective, "t");
  g_assert_false (plain->falls);
  g_assert_false (plain->has_driver);
}

static void
test_problems (void)
{
  const struct { const char *title; int decimals; ExKind kind; gboolean falls; guint n; } cases[] = {
    { "Title", 0, EX_KIND_NUMBER, TRUE, 0 }, { " ", 0, EX_KIND_NUMBER, FALSE, 1 }, { NULL, 0, EX_KIND_NUMBER, FALSE, 1 },
    { "Title", 10, EX_KIND_NUMBER, FALSE, 1 }, { "Title", -1, EX_KIND_NUMBER, FALSE, 1 }, { "Title", 9, EX_KIND_RANGE, FALSE, 0 },
    { "Title", 0, EX_KIND_RANGE, TRUE, 1 }, { "", 11, EX_KIND_MILESTONE, TRUE, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExTemplate) template = ex_template_new ("t", cases[i].title);
      g_autoptr (GPtrArray) problems = NULL;

      template->decimals = cases[i].decimals;
      template->kind = cases[i].kind;
      template->falls = cases[i].falls;
      problems = ex_template_problems (template);
      g_assert_cmpuint (problems->len, ==, cases[i].n);
    }
}

/* --- weights ----------------------------------------------------------------------------------------------------------- */

static GPtrArray *
make_objectives (guint n)
{
  GPtrArray *objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);

  for (guint i = 0; i < n; i++)
    {
      /* Backwards, so that the first in the list is not the first by id. */
      g_autofree char *id = g_strdup_printf ("o%04u", n - i);

      g_ptr_array_add (objectives, ex_objective_new (id, "c", "l", id, EX_KIND_NUMBER));
    }

  return objectives;
}

static int
weight_of (const GPtrArray *objectives,
           guint            i)
{
  return ((const ExObjective *) g_ptr_array_index (objectives, i))->weight;
}

static void
test_weights_total_exactly (void)
{
  for (guint n = 1; n <= 400; n++)
    {
      g_autoptr (GPtrArray) objectives = make_objectives (n);
      int total = 0, least = EX_WHOLE_BP, most = 0;

      ex_objectives_spread_weights (objectives);
      for (guint i = 0; i < n; i++)
        {
          total += weight_of (objectives, i);
          least = MIN (least, weight_of (objectives, i));
          most = MAX (most, weight_of (objectives, i));
        }
      g_assert_cmpint (total, ==, EX_WHOLE_BP);
      g_assert_cmpint (most - least, <=, 1);
    }
}

static void
test_weights_ties_go_by_id (void)
{
  g_autoptr (GPtrArray) objectives = make_objectives (3);
  g_autoptr (GPtrArray) none = make_objectives (0);

  ex_objectives_spread_weights (objectives);
  g_assert_cmpint (weight_of (objectives, 0), ==, 3333);
  g_assert_cmpint (weight_of (objectives, 1), ==, 3333);
  g_assert_cmpint (weight_of (objectives, 2), ==, 3334);
  ex_objectives_spread_weights (none);
}

/* --- carrying ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  double baseline, threshold, target, stretch; /* before */
  double actual;                               /* NaN: not measured */
  double base, thresh, aim, best;              /* after */
} Carry;

static const Carry carries[] = {
  { 30, U, 40, U, 35, 35, U, 40, U },          /* on the way: the target stays */
  { 30, U, 40, U, 40, 40, U, U, U },           /* reached: it is no aim any more */
  { 30, U, 40, U, 44, 44, U, U, U },
  { 30, 35, 40, 50, 36, 36, U, 40, 50 },       /* past the threshold */
  { 30, 35, 40, 50, 35, 35, 35, 40, 50 },      /* a threshold may stand on the baseline */
  { 30, 35, 40, 50, 33, 33, 35, 40, 50 },
  { 30, 35, 40, 50, 45, 45, U, U, 50 },
  { 30, 35, 40, 50, 50, 50, U, U, U },
  { 30, 35, 40, 50, 20, 20, 35, 40, 50 },      /* it got worse */
  { 12, 11, 9, 7, 10, 10, U, 9, 7 },           /* lower is better */
  { 12, 11, 9, 7, 9, 9, U, U, 7 },
  { 12, U, 9, U, 14, 14, U, 9, U },
  { 30, 35, 40, 50, U, 30, 35, 40, 50 },       /* not measured: as it was */
  { U, U, 40, U, 44, 44, U, 40, U },           /* which way is better, nobody said */
};

static void
assert_same (double a,
             double b)
{
  if (isnan (b))
    g_assert_true (isnan (a));
  else
    g_assert_cmpfloat (a, ==, b);
}

static void
test_carry_ladder (void)
{
  g_autoptr (ExCycle) from = ex_cycle_new ("c1", "2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  g_autoptr (ExCycle) to = ex_cycle_new ("c2", "2027", ex_day_new (2027, 1, 1), ex_day_new (2027, 12, 31));

  for (gsize i = 0; i < G_N_ELEMENTS (carries); i++)
    {
      const Carry *item = &carries[i];
      g_autoptr (ExObjective) old = ex_objective_new ("o", "c1", "l", "Title", EX_KIND_NUMBER);
      g_autoptr (ExObjective) next = NULL;
      ExReading reading = { .measured = !isnan (item->actual), .actual = item->actual };

      old->baseline = item->baseline;
      old->threshold = item->threshold;
      old->target = item->target;
      old->stretch = item->stretch;
      next = ex_objective_carry (old, &reading, from, to, NULL);
      assert_same (next->baseline, item->base);
      assert_same (next->threshold, item->thresh);
      assert_same (next->target, item->aim);
      assert_same (next->stretch, item->best);
    }
}

static void
test_carry_never_crosses (void)
{
  g_autoptr (ExCycle) from = ex_cycle_new ("c1", "2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  g_autoptr (ExCycle) to = ex_cycle_new ("c2", "2027", ex_day_new (2027, 1, 1), ex_day_new (2027, 12, 31));

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (ExObjective) old = ex_objective_new ("o", "c1", "l", "Title", EX_KIND_NUMBER);
      g_autoptr (ExObjective) next = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      int way = g_test_rand_int_range (0, 2) ? 1 : -1;
      ExReading reading = { .measured = TRUE, .actual = g_test_rand_int_range (-10, 60) };

      old->baseline = g_test_rand_int_range (0, 20);
      old->threshold = g_test_rand_int_range (0, 2) ? old->baseline + way * g_test_rand_int_range (0, 5) : U;
      old->target = old->baseline + way * g_test_rand_int_range (6, 12);
      old->stretch = g_test_rand_int_range (0, 2) ? old->target + way * g_test_rand_int_range (1, 9) : U;
      next = ex_objective_carry (old, &reading, from, to, NULL);
      problems = ex_objective_problems (next, to);
      if (problems->len > 0)
        g_error ("%g %g %g %g at %g: %s", old->baseline, old->threshold, old->target, old->stretch, reading.actual,
                 (const char *) g_ptr_array_index (problems, 0));
    }
}

static void
test_carry_the_rest (void)
{
  g_autoptr (ExCycle) from = ex_cycle_new ("c1", "2028", ex_day_new (2028, 1, 1), ex_day_new (2028, 12, 31)); /* a leap year */
  g_autoptr (ExCycle) to = ex_cycle_new ("c2", "2029", ex_day_new (2029, 1, 1), ex_day_new (2029, 12, 31));
  g_autoptr (ExObjective) old = ex_objective_new ("o", "c1", "l", "Title", EX_KIND_MILESTONE);
  g_autoptr (ExObjective) next = NULL;
  g_autoptr (ExObjective) orphan = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *id = ex_objective_make_id ("c2", "l", "Title");
  ExLink link = { EX_DRIVER_RETAIN, 120000, 4 };
  ExReading reading = { .measured = TRUE, .actual = 1 };

  old->due = ex_day_new (2028, 12, 31);
  old->weight = 2500;
  old->parent_id = g_strdup ("p1");
  old->description = g_strdup ("Words");
  g_array_append_val (old->links, link);
  g_hash_table_insert (ids, (gpointer) "p1", (gpointer) "p2");

  next = ex_objective_carry (old, &reading, from, to, ids);
  g_assert_cmpstr (next->id, ==, id);
  g_assert_cmpstr (next->cycle_id, ==, "c2");
  g_assert_cmpstr (next->parent_id, ==, "p2");
  g_assert_cmpuint (next->due, ==, to->last);
  g_assert_cmpint (next->weight, ==, 2500);
  g_assert_cmpstr (next->description, ==, "Words");
  g_assert_cmpuint (next->links->len, ==, 1);
  g_assert_true (isnan (next->baseline));

  old->due = ex_day_new (2028, 2, 10);
  orphan = ex_objective_carry (old, &reading, from, to, NULL);
  g_assert_null (orphan->parent_id);
  g_assert_cmpuint (orphan->due, ==, ex_day_new (2029, 2, 10));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/makes-a-draft", test_makes_a_draft);
  g_test_add_func ("/template/out-of-an-objective-and-back", test_out_of_an_objective_and_back);
  g_test_add_func ("/template/problems", test_problems);
  g_test_add_func ("/template/weights/total-exactly", test_weights_total_exactly);
  g_test_add_func ("/template/weights/ties-go-by-id", test_weights_ties_go_by_id);
  g_test_add_func ("/template/carry/ladder", test_carry_ladder);
  g_test_add_func ("/template/carry/never-crosses", test_carry_never_crosses);
  g_test_add_func ("/template/carry/the-rest", test_carry_the_rest);

  return g_test_run ();
}
