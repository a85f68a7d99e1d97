#include "config.h"

#include "core/ex-objective.h"
#include "core/ex-quantity.h"

#include <string.h>

#define U EX_UNSET

static ExObjective *
make_number (double baseline,
             double threshold,
             double target,
             double stretch)
{
  ExObjective *self = ex_objective_new ("o", "c", "l", "Calls answered in 30 s", EX_KIND_NUMBER);

  self->baseline = baseline;
  self->threshold = threshold;
  self->target = target;
  self->stretch = stretch;
  self->weight = 4000;
  self->unit = g_strdup ("%");
  self->source = g_strdup ("Phone system");
  self->cadence = EX_CADENCE_MONTHLY;

  return self;
}

static ExCycle *
make_cycle (void)
{
  return ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
}

/* @words: NULL, no sentence; else one has each of these, separated by '|' */
static void
assert_sentences (GPtrArray  *sentences,
                  const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", "|", -1);
  g_autofree char *all = NULL;

  g_ptr_array_add (sentences, NULL);
  all = g_strjoinv ("\n", (char **) sentences->pdata);
  if (words == NULL)
    g_assert_cmpstr (all, ==, "");
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (all, parts[i]) == NULL)
      g_error ("“%s” is not in “%s”", parts[i], all);
  g_ptr_array_unref (sentences);
}

static void
test_nicks (void)
{
  const struct { const char *text; ExDriver driver; } drivers[] = {
    { "win back", EX_DRIVER_WIN_BACK }, { "Win-Back", EX_DRIVER_WIN_BACK }, { "WIN_BACK", EX_DRIVER_WIN_BACK }, { "retain", EX_DRIVER_RETAIN },
  };
  ExDriver driver;
  ExKind kind;
  ExAggregate aggregate;
  ExCadence cadence;

  for (gsize i = 0; i < G_N_ELEMENTS (drivers); i++)
    {
      g_assert_true (ex_driver_parse (drivers[i].text, &driver));
      g_assert_cmpint (driver, ==, drivers[i].driver);
    }
  g_assert_false (ex_driver_parse ("winback", &driver));
  g_assert_false (ex_driver_parse ("win", &driver));
  g_assert_false (ex_driver_parse ("", &driver));
  g_assert_false (ex_driver_parse (NULL, &driver));

  for (int i = EX_KIND_NUMBER; i <= (int) EX_KIND_MILESTONE; i++)
    g_assert_true (ex_kind_parse (ex_kind_nick ((ExKind) i), &kind) && kind == (ExKind) i);
  for (int i = EX_AGGREGATE_LATEST; i <= (int) EX_AGGREGATE_MAXIMUM; i++)
    g_assert_true (ex_aggregate_parse (ex_aggregate_nick ((ExAggregate) i), &aggregate) && aggregate == (ExAggregate) i);
  for (int i = EX_CADENCE_NONE; i <= (int) EX_CADENCE_QUARTERLY; i++)
    g_assert_true (ex_cadence_parse (ex_cadence_nick ((ExCadence) i), &cadence) && cadence == (ExCadence) i);
  g_assert_cmpstr (ex_kind_label (EX_KIND_MILESTONE), ==, "Milestone");
  g_assert_cmpint (ex_cadence_days (EX_CADENCE_WEEKLY), ==, 7);
  g_assert_cmpint (ex_cadence_days (EX_CADENCE_MONTHLY), ==, 30);
  g_assert_cmpint (ex_cadence_days (EX_CADENCE_QUARTERLY), ==, 91);
  g_assert_cmpint (ex_cadence_days (EX_CADENCE_NONE), ==, 91);
}

static void
test_copy_is_equal (void)
{
  g_autoptr (ExObjective) self = make_number (80, U, 88, U);
  g_autoptr (ExObjective) copy = NULL;
  ExLink link = { EX_DRIVER_RETAIN, 43640000, EX_CLAIM_NONE };

  self->parent_id = g_strdup ("p");
  self->stage = g_strdup ("support");
  g_array_append_val (self->links, link);
  copy = ex_objective_copy (self);
  g_assert_true (ex_objective_equal (self, copy));

  g_array_index (copy->links, ExLink, 0).customers = 5;
  g_assert_false (ex_objective_equal (self, copy));
  g_array_index (copy->links, ExLink, 0).customers = EX_CLAIM_NONE;
  copy->stretch = 92;
  g_assert_false (ex_objective_equal (self, copy));
  copy->stretch = U;
  g_assert_true (ex_objective_equal (self, copy));
  g_clear_pointer (&copy->stage, g_free);
  g_assert_false (ex_objective_equal (self, copy));
}

static void
test_ids_are_made_alike (void)
{
  g_autofree char *a = ex_objective_make_id ("c", "l", "Café");
  g_autofree char *b = ex_objective_make_id ("c", "l", "Cafe\314\201"); /* the accent on its own */
  g_autofree char *c = ex_objective_make_id ("cl", "", "Café");
  g_autofree char *d = ex_objective_make_id ("c", "l", "Cafe");
  g_autofree char *broken = ex_objective_make_id ("c", "l", "\377");

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
  g_assert_cmpstr (a, !=, d);
  g_assert_cmpstr (a, ==, "o-1de207d9a5059780aa8a"); /* on every laptop, for ever */
  g_assert_nonnull (broken);
}

static void
test_ladders (void)
{
  const struct { double baseline, threshold, target, stretch; const char *words; } cases[] = {
    { 80, U, 88, U, NULL }, { 80, 84, 88, 92, NULL }, { 80, 80, 88, 92, NULL }, { 12, 10, 8, 6, NULL }, { 12, 12, 8, U, NULL },
    { -5, -3, 0, 4, NULL }, { 80, U, 80, U, NULL }, { U, U, U, U, NULL }, { U, 84, 88, U, NULL }, { 80, U, U, 90, NULL },
    { 80, 79, 88, U, "baseline (80)|threshold (79)" }, { 80, 89, 88, U, "threshold (89)|target (88)" },
    { 80, 88, 88, U, "threshold|target|both 88" }, { 80, U, 88, 88, "target|stretch|both 88" },
    { 80, U, 88, 87.5, "target (88)|stretch (87.5)" }, { 12, 13, 8, U, "baseline (12)|threshold (13)" },
    { 12, U, 8, 9, "target (8)|stretch (9)" }, { 80, U, 80, 90, "baseline|target|both 80" }, { 80, 84, 80, U, "threshold (84)|target (80)" },
    { 80, 80, 80, U, "threshold|target|both 80" }, { U, 84, 88, 86, "target (88)|stretch (86)" },
    { 80, 79, 88, 85, "threshold (79)|stretch (85)" }, { 80, U, INFINITY, U, "finite number: target" },
    { 80, U, 88, -INFINITY, "finite number: stretch" }, { 80, 80 + 1e-8, 88, U, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExObjective) self = make_number (cases[i].baseline, cases[i].threshold, cases[i].target, cases[i].stretch);

      assert_sentences (ex_objective_problems (self, NULL), cases[i].words);
    }
}

/* A ladder is fine exactly when its points, put in order by hand, are in order. */
static void
test_any_ladder (void)
{
  for (int i = 0; i < 20000; i++)
    {
      double p[4];
      gboolean up = TRUE, down = TRUE;
      g_autoptr (ExObjective) self = NULL;
      g_autoptr (GPtrArray) problems = NULL;

      for (int k = 0; k < 4; k++)
        p[k] = g_test_rand_int_range (0, 6);
      for (int k = 1; k < 4; k++)
        {
          up &= p[k] > p[k - 1] || (k == 1 && p[1] == p[0]);
          down &= p[k] < p[k - 1] || (k == 1 && p[1] == p[0]);
        }

      self = make_number (p[0], p[1], p[2], p[3]);
      problems = ex_objective_problems (self, NULL);
      g_assert_cmpint (problems->len == 0, ==, up || down);
    }
}

static void
test_other_problems (void)
{
  g_autoptr (ExCycle) cycle = make_cycle ();
  g_autoptr (ExObjective) number = make_number (80, U, 88, U);
  g_autoptr (ExObjective) range = ex_objective_new ("r", "c", "l", "Stock", EX_KIND_RANGE);
  g_autoptr (ExObjective) milestone = ex_objective_new ("m", "c", "l", "Portal", EX_KIND_MILESTONE);

  number->weight = 10001;
  number->decimals = 10;
  g_free (number->title);
  number->title = g_strdup ("  ");
  number->parent_id = g_strdup ("o");
  assert_sentences (ex_objective_problems (number, cycle), "title|100.01 %|10 decimals|own parent");

  range->low = 90;
  range->high = 80;
  range->width = 0;
  assert_sentences (ex_objective_problems (range, cycle), "(90)|(80)|over 0");
  range->high = 90;
  range->width = 2;
  assert_sentences (ex_objective_problems (range, cycle), NULL);
  range->high = INFINITY;
  assert_sentences (ex_objective_problems (range, cycle), "finite number: high end");

  assert_sentences (ex_objective_problems (milestone, cycle), NULL);
  milestone->due = ex_day_new (2027, 1, 1);
  assert_sentences (ex_objective_problems (milestone, cycle), "2027-01-01|2026-12-31");
  assert_sentences (ex_objective_problems (milestone, NULL), NULL);
  milestone->due = ex_day_new (2026, 12, 31);
  milestone->target = INFINITY; /* of another kind: ignored */
  assert_sentences (ex_objective_problems (milestone, cycle), NULL);
}

static void
test_what_is_missing (void)
{
  g_autoptr (ExCycle) cycle = make_cycle ();
  g_autoptr (ExObjective) fine = make_number (80, 84, 88, 92);
  g_autoptr (ExObjective) same = make_number (80, U, 80, U);
  g_autoptr (ExObjective) empty = ex_objective_new ("e", "c", "l", "Empty", EX_KIND_NUMBER);
  g_autoptr (ExObjective) range = ex_objective_new ("r", "c", "l", "Stock", EX_KIND_RANGE);
  g_autoptr (ExObjective) milestone = ex_objective_new ("m", "c", "l", "Portal", EX_KIND_MILESTONE);

  assert_sentences (ex_objective_missing (fine, cycle), NULL);
  assert_sentences (ex_objective_missing (same, cycle), "baseline and its target are both 80");
  assert_sentences (ex_objective_missing (empty, cycle), "unit|source|cadence|no baseline|no target");

  range->unit = g_strdup ("days");
  range->source = g_strdup ("Warehouse");
  range->cadence = EX_CADENCE_WEEKLY;
  assert_sentences (ex_objective_missing (range, cycle), "no range");
  range->low = 10;
  assert_sentences (ex_objective_missing (range, cycle), "no width");
  range->width = 5;
  assert_sentences (ex_objective_missing (range, cycle), NULL);
  range->high = 10;
  assert_sentences (ex_objective_missing (range, cycle), "both 10");
  range->high = 20;
  range->width = U;
  assert_sentences (ex_objective_missing (range, cycle), NULL);

  milestone->source = g_strdup ("Steering group");
  milestone->cadence = EX_CADENCE_MONTHLY;
  assert_sentences (ex_objective_missing (milestone, cycle), "due date inside the cycle");
  milestone->due = ex_day_new (2025, 12, 31);
  assert_sentences (ex_objective_missing (milestone, cycle), "2025-12-31");
  milestone->due = ex_day_new (2026, 1, 1);
  assert_sentences (ex_objective_missing (milestone, cycle), NULL);
}

static void
test_check_ins (void)
{
  const struct { const char *day; double value; int confidence; ExKind kind; const char *words; } cases[] = {
    { "2026-01-01", 84.1, 0, EX_KIND_NUMBER, NULL }, { "2026-12-31", -3, 10, EX_KIND_NUMBER, NULL }, { "2026-06-30", 1, 1, EX_KIND_MILESTONE, NULL },
    { "2026-06-30", 0, 5, EX_KIND_MILESTONE, NULL }, { "2025-12-31", 1, 0, EX_KIND_NUMBER, "2025-12-31|2026-01-01" },
    { "2027-01-01", 1, 0, EX_KIND_NUMBER, "2027-01-01" }, { "", 1, 0, EX_KIND_NUMBER, "needs the day" },
    { "2026-06-30", 0.5, 0, EX_KIND_MILESTONE, "1 (done) or 0" }, { "2026-06-30", NAN, 0, EX_KIND_NUMBER, "finite" },
    { "2026-06-30", INFINITY, 11, EX_KIND_NUMBER, "finite|1 to 10" }, { "2026-06-30", 1, -1, EX_KIND_NUMBER, "1 to 10" },
  };
  g_autoptr (ExCycle) cycle = make_cycle ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExObjective) objective = ex_objective_new ("o", "c", "l", "Any", cases[i].kind);
      g_autoptr (ExCheckIn) check_in = ex_check_in_new ("o", ex_day_parse (cases[i].day), cases[i].value);

      check_in->confidence = cases[i].confidence;
      assert_sentences (ex_check_in_problems (check_in, objective, cycle), cases[i].words);
    }
}

static void
test_late_check_ins (void)
{
  const struct { const char *recorded; const char *note; gboolean late; const char *words; } cases[] = {
    { "2026-06-30", NULL, FALSE, NULL },      { "2026-12-31", NULL, FALSE, NULL },
    { "2027-01-01", "Figures came late", TRUE, NULL }, { "2027-01-01", NULL, TRUE, "2026-12-31|late|says why" },
    { "", NULL, FALSE, NULL },
  };
  g_autoptr (ExCycle) cycle = make_cycle ();
  g_autoptr (ExObjective) objective = ex_objective_new ("o", "c", "l", "Any", EX_KIND_NUMBER);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExCheckIn) check_in = ex_check_in_new ("o", ex_day_new (2026, 6, 30), 1);

      check_in->recorded = ex_day_parse (cases[i].recorded);
      check_in->note = g_strdup (cases[i].note);
      g_assert_cmpint (ex_check_in_is_late (check_in, cycle), ==, cases[i].late);
      assert_sentences (ex_check_in_problems (check_in, objective, cycle), cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/objective/words-of-files-are-forgiving", test_nicks);
  g_test_add_func ("/objective/a-copy-is-equal", test_copy_is_equal);
  g_test_add_func ("/objective/ids-are-the-same-on-every-laptop", test_ids_are_made_alike);
  g_test_add_func ("/objective/crossing-points-are-named", test_ladders);
  g_test_add_func ("/objective/any-ladder-is-judged-by-its-order", test_any_ladder);
  g_test_add_func ("/objective/problems-are-all-listed", test_other_problems);
  g_test_add_func ("/objective/what-is-missing-is-all-listed", test_what_is_missing);
  g_test_add_func ("/check-in/problems-are-all-listed", test_check_ins);
  g_test_add_func ("/check-in/a-late-one-says-why", test_late_check_ins);

  return g_test_run ();
}
