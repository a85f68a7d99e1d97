/* What a cycle pays, from setting its terms to the second version of a second close; and who sees it. */
#include "config.h"

#include "cycle-world.h"

#include <string.h>

#define HEAD "leader,target,company_factor,own_factor,proration,reward\n"

/* 100.00 grow to 103.00. Ana scores 45 %, the others nothing; Cleo came in April; Dan has no target. */
static char *
company_at (WorldStage stage, const char *name)
{
  char *company = world_at (stage, name);
  g_autofree char *leaders = cli_file ("paid.csv", "id,name,manager,incentive_target,from\nana,Ana Okafor,,10000,\nben,Ben Adjei,ana,5000,\n"
                                                   "cleo,Cleo Maas,ana,2500,2026-04-01\ndan,Dan Roth,ben,,\neve,Eve Lund,cleo,1000,\n");
  g_autofree char *ledger = cli_file ("grown.csv", "customer,period,value\nc1,2025-Q3,40\nc2,2025-Q3,60\nc1,2025-Q4,40\nc2,2025-Q4,61\nc1,2026-Q1,40\n"
                                                   "c2,2026-Q1,61\nc1,2026-Q2,40\nc2,2026-Q2,62\nc1,2026-Q3,41\nc2,2026-Q3,62\nc3,2026-Q2,0\n");

  g_free (world_do (company, "import % leaders @paid.csv"));
  g_free (world_do (company, "import % customers @grown.csv"));

  return company;
}

static void
expect (const char *company, const char *line, const char *expected)
{
  g_autofree char *out = world_do (company, line);

  if (strcmp (out, expected) != 0)
    g_error ("%s\nanswered\n%s\ninstead of\n%s", line, out, expected);
}

static void
told (const char *company, const char *line, const char *words)
{
  g_autoptr (CliRun) run = world_run (company, line);
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  g_assert_cmpint (run->status, ==, 0);
  for (char **one = all; *one != NULL; one++)
    cli_assert_has (run->err, *one);
}

/* --- payout --------------------------------------------------------------------------------------------------------------------- */

static void
test_payout (void)
{
  static const struct { const char *growth, *answer; } cases[] = {
    { "3", "66.666667\n" }, { "3.2", "70\n" },  { "2", "50\n" }, { "1.999999", "0\n" }, { "5", "100\n" }, { "6.5", "125\n" }, { "8", "150\n" },
    { "400", "150\n" },     { "-4", "0\n" },    { "0", "0\n" },  { "3.2%", "70\n" },    { "2.00003", "50.0005\n" },
  };
  static const struct { const char *curve, *words; } bad[] = {
    { "2:50", "2 to 12 points" },     { "5:50,2:100", "does not rise" },       { "2:100,5:50", "payout falls" },
    { "2:50,2:60", "does not rise" }, { "2:-1,5:50", "less than nothing" },    { "two:50,5:100", "growth in “two:50”" },
    { "", "2 to 12 points" },         { "1:1,2:2,3:3,4:4,5:5,6:6,7:7,8:8,9:9,10:10,11:11,12:12,13:13", "this one has 13" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = NULL;

      cli_expect (0, &out, "payout", "--curve", "2:50,5:100,8:150", "--growth", cases[i].growth, NULL);
      g_assert_cmpstr (out, ==, cases[i].answer);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    cli_refused (1, bad[i].words, "payout", "--curve", bad[i].curve, "--growth", "3", NULL);
  cli_refused (2, "--growth is missing", "payout", "--curve", "2:50,5:100", NULL);
  cli_refused (2, "--curve is missing", "payout", "--growth", "3", NULL);
  cli_refused (2, "no number", "payout", "--curve", "2:50,5:100", "--growth", "3,2", NULL);
  cli_refused (2, "no number", "payout", "--curve", "2:50,5:100", "--growth", "nan", NULL);
}

/* --- terms ---------------------------------------------------------------------------------------------------------------------- */

static void
test_terms_are_refused (void)
{
  static const struct { int status; const char *words, *line; } cases[] = {
    { 2, "has no curve yet", "rewards % CYCLE set --pool 100" },
    { 1, "no one-company reward", "rewards % CYCLE set --curve 2:50,5:100 --company-share 49.99" },
    { 1, "more than the whole", "rewards % CYCLE set --curve 2:50,5:100 --company-share 100.01" },
    { 1, "--company-share: “half” is not a percentage", "rewards % CYCLE set --curve 2:50,5:100 --company-share half" },
    { 1, "payout falls", "rewards % CYCLE set --curve 2:50,5:40" },
    { 1, "less than nothing", "rewards % CYCLE set --curve 2:50,5:100 --pool -1" },
    { 1, "more decimals than the currency", "rewards % CYCLE set --curve 2:50,5:100 --pool 1.234" },
    { 1, "“none”", "rewards % CYCLE set --curve 2:50,5:100 --pool all" },
    { 1, "under 0 %", "rewards % CYCLE set --curve 2:50,5:100 --cap -1" },
    { 2, "--gate much", "rewards % CYCLE set --curve 2:50,5:100 --gate much" },
    { 2, "customers or value", "rewards % CYCLE set --curve 2:50,5:100 --measure profit" },
    { 2, "say what is to be set", "rewards % CYCLE set" },
    { 2, "Did you mean “set”", "rewards % CYCLE sett" },
    { 1, "FY 2026", "rewards % 'FY 2062' set --curve 2:50,5:100" },
    { 1, "", "rewards % CYCLE set --curve 2:50,5:100 --as ana" },
    { 2, "one word too many", "rewards % CYCLE set 2:50,5:100" },
  };
  g_autofree char *company = world_at (WORLD_AGREED, "terms.exemplar");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (!g_str_equal (cases[i].line, "rewards % CYCLE set"))
      world_refused (company, cases[i].status, cases[i].words, cases[i].line);
  g_free (world_do (company, "rewards % CYCLE set --curve 2:50,5:100"));
  world_refused (company, 2, "say what is to be set", "rewards % CYCLE set");
  world_refused (company, 1, "no one-company reward", "rewards % CYCLE set --company-share 30");
}

/* Changing one keeps the others. */
static void
test_terms_are_kept (void)
{
  g_autofree char *company = company_at (WORLD_SIGNED, "kept.exemplar");

  told (company, "rewards % CYCLE set --curve '2:50, 5:100, 8:150' --gate 3", "2 % pays 50 %|The point 2 % → 50 % lies under the gate of 3 %");
  expect (company, "show % rewards --leader ana --format csv", HEAD "ana,10000.00,0.666667,0.450000,1.000000,6666.67\n");
  told (company, "rewards % CYCLE set --company-share 80", "Growth under 3 % pays nothing.|80 % hangs on growth and 20 % on|up to 150 %");
  expect (company, "show % rewards --leader ana --format csv", HEAD "ana,10000.00,0.666667,0.450000,1.000000,6233.33\n");
  g_free (world_do (company, "rewards % CYCLE set --cap 40"));
  expect (company, "show % rewards --leader ana --format csv", HEAD "ana,10000.00,0.666667,0.400000,1.000000,6133.33\n");
  g_free (world_do (company, "rewards % CYCLE set --gate 3.01"));
  expect (company, "show % rewards --leader ana --format csv", HEAD "ana,10000.00,0.000000,0.400000,1.000000,0.00\n");
  told (company, "rewards % CYCLE set --gate 0 --cap 150 --company-share 100 --pool 5000", "All of a reward hangs on growth.|At most 5,000.00");
  expect (company, "show % rewards --leader ana --format csv", HEAD "ana,10000.00,0.666667,0.450000,1.000000,2897.97\n");
  g_free (world_do (company, "rewards % CYCLE set --pool none --measure customers"));
  /* Two customers stay two: growth of 0 %, under the first point. */
  expect (company, "show % rewards --leader ana --format csv", HEAD "ana,10000.00,0.000000,0.450000,1.000000,0.00\n");
  world_assert_sound (company);
}

static void
test_no_terms (void)
{
  g_autofree char *company = company_at (WORLD_SIGNED, "unpaid.exemplar");

  expect (company, "show % rewards --format csv", HEAD);
  expect (company, "show % rewards --format json", "[\n]\n");
  told (company, "show % rewards", "pays nothing by growth");
  g_free (world_do (company, "rewards % CYCLE set --curve 2:50,5:100"));
  told (company, "rewards % CYCLE remove", "pays nothing by growth");
  expect (company, "show % rewards --format csv", HEAD);
  world_refused (company, 1, "no version 1", "show % rewards --version 1");
  world_refused (company, 2, "no version", "show % rewards --version 0");
  world_refused (company, 2, "says nothing about leaders", "show % leaders --version 1");
}

/* --- what is undefined ---------------------------------------------------------------------------------------------------------- */

static void
test_undefined_growth (void)
{
  g_autofree char *company = world_at (WORLD_AGREED, "undefined.exemplar");
  g_autofree char *leaders = cli_file ("targets.csv", "id,name,manager,incentive_target\nana,Ana Okafor,,10000\nben,Ben Adjei,ana,\n");

  g_free (world_do (company, "import % leaders @targets.csv"));
  g_free (world_do (company, "rewards % CYCLE set --curve 2:50,5:100 --company-share 50"));
  expect (company, "show % rewards --format csv", HEAD "ana,10000.00,,0.000000,1.000000,\nben,,,0.000000,1.000000,\n"
                                                      "cleo,,,0.000000,1.000000,\ndan,,,0.000000,1.000000,\neve,,,0.000000,1.000000,\n");
  expect (company, "show % rewards --leader ana --format json",
          "[\n {\"leader\": \"ana\", \"target\": 10000.00, \"company_factor\": null, \"own_factor\": 0.000000, \"proration\": 1.000000, \"reward\": null}\n]\n");
}

/* --- the whole life --------------------------------------------------------------------------------------------------------------- */

#define ALL \
  HEAD "ana,10000.00,0.666667,0.450000,1.000000,6233.33\nben,5000.00,0.666667,0.000000,1.000000,2666.67\n" \
       "cleo,2500.00,0.666667,0.000000,0.501370,668.49\ndan,,0.666667,0.000000,1.000000,\neve,1000.00,0.666667,0.000000,1.000000,533.33\n"

static void
make_final (const char *company)
{
  static const char *const periods[] = { "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3" };

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *line = g_strdup_printf ("asset %% final %s", periods[i]);

      g_free (world_do (company, line));
    }
}

static void
test_life (void)
{
  g_autofree char *company = company_at (WORLD_SIGNED, "life.exemplar");
  g_autofree char *open = NULL;
  g_autofree char *explained = NULL;
  g_autofree char *frozen = NULL;
  g_autofree char *pool = NULL;
  gint64 sum = 0;

  g_free (world_do (company, "rewards % CYCLE set --curve 2:50,5:100,8:150 --company-share 80"));
  expect (company, "show % rewards --format csv", ALL);
  told (company, "show % rewards", "Computed now|grew by 3.0 %");
  open = world_do (company, "show % rewards --explain --leader cleo");
  cli_assert_has (open, "183 of 365 days in role");
  cli_assert_has (open, "Reward: rounded, half away from zero = 668.49");

  make_final (company);
  told (company, "cycle % CYCLE close", "Its rewards are frozen, version 1. Rewards come to 10,101.82");
  expect (company, "show % rewards --format csv", ALL);
  told (company, "show % rewards", "Frozen at the close of|version 1");
  explained = world_do (company, "show % rewards --explain --leader cleo");
  g_assert_cmpstr (open, ==, explained);
  world_refused (company, 1, "", "rewards % CYCLE set --pool 5000");

  /* What was frozen stays, whatever becomes of targets. */
  frozen = cli_file ("raised.csv", "id,name,incentive_target\nana,Ana Okafor,99999\n");
  g_free (world_do (company, "import % leaders @raised.csv"));
  expect (company, "show % rewards --format csv", ALL);

  g_free (world_do (company, "cycle % CYCLE reopen --why 'The pool was forgotten'"));
  g_free (world_do (company, "import % leaders @paid.csv"));
  g_free (world_do (company, "rewards % CYCLE set --pool 5000"));
  told (company, "show % rewards", "Computed now|--version 1");
  g_free (world_do (company, "cycle % CYCLE close"));
  told (company, "show % rewards", "version 2");
  told (company, "show % rewards --version 1", "version 1; version 2 came after it");
  expect (company, "show % rewards --version 1 --format csv", ALL);
  pool = world_do (company, "show % rewards --format csv");
  for (gsize i = 0; world_everyone[i] != NULL; i++)
    {
      g_autofree char *reward = cli_csv_get (pool, "leader", world_everyone[i], "reward");
      g_auto (GStrv) parts = g_strsplit (reward, ".", 2);

      if (*reward != '\0')
        sum += g_ascii_strtoll (parts[0], NULL, 10) * 100 + g_ascii_strtoll (parts[1], NULL, 10);
    }
  g_assert_cmpint (sum, ==, 500000);
  world_assert_sound (company);

  /* A third close without terms pays nothing, and leaves what the first two have frozen. */
  g_free (world_do (company, "cycle % CYCLE reopen --why 'Nothing is to be paid'"));
  g_free (world_do (company, "rewards % CYCLE remove"));
  g_free (world_do (company, "cycle % CYCLE close"));
  expect (company, "show % rewards --format csv", HEAD);
  told (company, "show % rewards", "was closed without a reward curve: it has paid nothing by growth|Earlier closes have frozen 2 versions: --version 2");
  expect (company, "show % rewards --version 1 --format csv", ALL);
  expect (company, "show % rewards --version 2 --format csv", pool);
  told (company, "show % rewards --version 2", "version 2; the last close paid nothing by growth");
  world_assert_sound (company);
}

/* Earlier times in the role: shown as they are read, and paid for. */
static void
test_spells (void)
{
  g_autofree char *company = company_at (WORLD_SIGNED, "spells.exemplar");
  g_autofree char *leaders = cli_file ("spells.csv", "id,name,manager,from,to\ncleo,Cleo Maas,ana,2025-09-15;2026-04-01,2025-10-31;\n");
  g_autofree char *before = NULL;
  g_autofree char *shown = NULL;

  g_free (world_do (company, "rewards % CYCLE set --curve 2:50,5:100,8:150"));
  g_free (world_do (company, "import % leaders @spells.csv"));
  /* 31 days of October and 183 from April on. */
  expect (company, "show % rewards --leader cleo --format csv", HEAD "cleo,2500.00,0.666667,0.000000,0.586301,977.17\n");
  before = world_do (company, "show % leaders --leader cleo --format csv");
  cli_assert_has (before, ",\"2025-09-15;2026-04-01\",\"2025-10-31;\"\n");
  shown = cli_file ("shown.csv", before);
  g_free (world_do (company, "import % leaders @shown.csv"));
  expect (company, "show % leaders --leader cleo --format csv", before);
  world_assert_sound (company);
}

/* --- who sees what ---------------------------------------------------------------------------------------------------------------- */

static void
assert_privacy (const char *company)
{
  g_autofree char *of_top = world_do (company, "show % rewards --format csv --as ana");
  g_autofree char *of_hr = world_do (company, "show % rewards --format csv");
  g_autofree char *text = world_do (company, "show % rewards --as ben");
  g_autofree char *explained = world_do (company, "show % rewards --explain --as ben");

  g_assert_cmpstr (of_top, ==, of_hr);
  expect (company, "show % rewards --format csv --as ben", HEAD "ben,5000.00,0.666667,0.000000,1.000000,2666.67\n");
  expect (company, "show % rewards --format csv --as dan", HEAD "dan,,0.666667,0.000000,1.000000,\n");
  g_assert_null (strstr (text, "6,233"));
  g_assert_null (strstr (text, "10,101"));
  g_assert_null (strstr (explained, "6,233"));
  g_assert_null (strstr (explained, "Ana"));
  world_refused (company, 1, "Pay is confidential", "show % rewards --leader ana --as ben");
  world_refused (company, 1, "Pay is confidential", "show % rewards --leader dan --as ben");
  g_free (world_do (company, "show % rewards --leader ben --as ben"));
}

static void
test_privacy (void)
{
  g_autofree char *company = company_at (WORLD_SIGNED, "private.exemplar");
  g_autofree char *hr = NULL;
  g_autofree char *ben = NULL;

  g_free (world_do (company, "rewards % CYCLE set --curve 2:50,5:100,8:150 --company-share 80"));
  assert_privacy (company);
  make_final (company);
  g_free (world_do (company, "cycle % CYCLE close"));
  assert_privacy (company);
  world_refused (company, 1, "Pay is confidential", "show % rewards --version 1 --leader ana --as ben");

  /* The lists of leaders keep it too. */
  hr = world_do (company, "show % leaders --format csv");
  ben = world_do (company, "show % leaders --format csv --as ben");
  cli_assert_has (hr, "10000.00");
  g_assert_null (strstr (ben, "10000.00"));
  cli_assert_has (ben, "5000.00");
}

static void
test_forms (void)
{
  g_autofree char *company = company_at (WORLD_SIGNED, "forms.exemplar");
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;

  g_free (world_do (company, "rewards % CYCLE set --curve 2:50,5:100,8:150 --pool 5000"));
  csv = world_do (company, "show % rewards --explain --leader ana --format csv");
  g_assert_true (g_str_has_prefix (csv, "leader,objective,what,how,result\nana,,"));
  text = world_do (company, "show % rewards");
  cli_assert_has (text, "Ana Okafor");
  cli_assert_has (text, "66.7 %");
  cli_assert_has (text, "5,000.00");
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);

  g_test_add_func ("/rewards/payout", test_payout);
  g_test_add_func ("/rewards/terms/are-refused-with-the-reason", test_terms_are_refused);
  g_test_add_func ("/rewards/terms/changing-one-keeps-the-others", test_terms_are_kept);
  g_test_add_func ("/rewards/terms/none-pays-nothing", test_no_terms);
  g_test_add_func ("/rewards/undefined-growth-is-empty", test_undefined_growth);
  g_test_add_func ("/rewards/from-terms-to-the-second-close", test_life);
  g_test_add_func ("/rewards/several-times-in-the-role", test_spells);
  g_test_add_func ("/rewards/a-leader-sees-their-own", test_privacy);
  g_test_add_func ("/rewards/forms", test_forms);

  return cli_end ();
}
