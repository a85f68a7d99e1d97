/* "show": every answer in every format, with figures worked out by hand. */
#include "config.h"

#include "cli-run.h"

#include <string.h>

static char *company;

/* Two levels; L1 scores 60 % x 51.25 % + 40 % x 75 % = 60.75 %; L2 66.666...; L3 nothing measured. */
static void
build (void)
{
  g_autofree char *leaders = cli_file ("leaders.csv", "id,name,manager,email,from\nL1,Ann,,,2020-01-15\nL2,Ben,L1,,\nL3,=Cleo,L1,,\nL4,Dee,L2,,\n");
  g_autofree char *objectives = cli_file ("objectives.csv",
                                          "id,leader,title,kind,weight,unit,decimals,baseline,target,aggregate,due,source,cadence,driver,claim_value\n"
                                          "O1,L1,Keep them,number,60,%,1,80,88,latest,,Survey,monthly,retain,1200.50\n"
                                          "O2,L1,Call them,number,40,calls,0,0,120,sum,,Log,weekly,,\n"
                                          "O3,L2,Answer them,number,100,s,0,60,30,mean,,Log,monthly,,\n"
                                          "O4,L3,Open the shop,milestone,100,,,,,,2026-06-30,Plan,monthly,acquire,\n");
  g_autofree char *check_ins = cli_file ("check-ins.csv", "objective,date,value\nO1,2026-01-31,81\nO1,2026-09-30,84.1\nO2,2026-03-31,30\n"
                                                          "O2,2026-06-30,60\nO3,2026-09-30,40\n");
  g_autofree char *ledger = cli_file ("ledger.csv", "customer,period,value,segment,lost_reason\n"
                                                    "a,2026-05,10,North,\na,2026-06,12,North,\na,2026-08,12,North,\n"
                                                    "b,2026-05,20,North,\nb,2026-06,20,South,\n"
                                                    "c,2026-05,5,South,\nc,2026-06,0,South,price\n");

  company = cli_company ("show.exemplar");
  cli_expect (0, NULL, "import", company, "leaders", leaders, NULL);
  cli_expect (0, NULL, "cycle", company, "new", "FY 2026", "--from", "2025-10-01", "--to", "2026-09-30", "--top", "L1", NULL);
  cli_expect (0, NULL, "import", company, "objectives", objectives, NULL);
  cli_expect (0, NULL, "import", company, "check-ins", check_ins, NULL);
  cli_expect (0, NULL, "import", company, "customers", ledger, NULL);
}

static void
test_leaders (void)
{
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autofree char *below = NULL;

  cli_expect (0, &csv, "show", company, "leaders", "--format", "csv", NULL);
  g_assert_cmpstr (csv, ==, "id,name,title,unit,email,manager,incentive_target,from,to\nL1,Ann,,,,,,2020-01-15,\n"
                            "L2,Ben,,,,L1,,,\nL4,Dee,,,,L2,,,\nL3,'=Cleo,,,,L1,,,\n");
  cli_expect (0, &text, "show", company, "leaders", NULL);
  cli_assert_has (text, "L4    \x20\x20" "Dee");
  cli_expect (0, &json, "show", company, "leaders", "--format", "json", NULL);
  cli_assert_has (json, "{\"id\": \"L1\", \"name\": \"Ann\", \"title\": null,");
  cli_assert_has (json, "\"from\": \"2020-01-15\", \"to\": null}");
  cli_expect (0, &below, "show", company, "leaders", "--leader", "L2", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (below), ==, 3);
  cli_refused (1, "no leader “L9”", "show", company, "leaders", "--leader", "L9", NULL);
}

static void
test_scores (void)
{
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autofree char *one = NULL;

  cli_expect (0, &csv, "show", company, "scores", "--format", "csv", NULL);
  g_assert_cmpstr (csv, ==, "leader,name,manager,objectives,measured,score,team_score\nL1,Ann,,2,2,0.607500,0.333333\nL2,Ben,L1,1,1,0.666667,\n"
                            "L4,Dee,L2,0,0,,\nL3,'=Cleo,L1,1,0,0.000000,\n");
  cli_expect (0, &json, "show", company, "scores", "--format", "json", NULL);
  g_assert_cmpstr (json, ==,
                   "[\n {\"leader\": \"L1\", \"name\": \"Ann\", \"manager\": null, \"objectives\": 2, \"measured\": 2, \"score\": 0.607500, \"team_score\": 0.333333},\n"
                   " {\"leader\": \"L2\", \"name\": \"Ben\", \"manager\": \"L1\", \"objectives\": 1, \"measured\": 1, \"score\": 0.666667, \"team_score\": null},\n"
                   " {\"leader\": \"L4\", \"name\": \"Dee\", \"manager\": \"L2\", \"objectives\": 0, \"measured\": 0, \"score\": null, \"team_score\": null},\n"
                   " {\"leader\": \"L3\", \"name\": \"=Cleo\", \"manager\": \"L1\", \"objectives\": 1, \"measured\": 0, \"score\": 0.000000, \"team_score\": null}\n]\n");
  cli_expect (0, &text, "show", company, "scores", NULL);
  cli_assert_has (text, "0 of 1");
  cli_assert_has (text, "60.8 %");
  cli_expect (0, &one, "show", company, "scores", "--leader", "L2", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (one), ==, 2);
  cli_refused (1, "“FY 1”", "show", company, "scores", "--cycle", "FY 1", NULL);
}

static void
test_scores_explained (void)
{
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;
  g_autofree char *csv = NULL;

  cli_expect (0, &all, "show", company, "scores", "--explain", NULL);
  cli_assert_has (all, "Ann (L1)");
  cli_assert_has (all, "60 % × 51.3 % = 30.8 %");
  cli_assert_has (all, "not measured");
  g_assert_null (strstr (all, "(84.1 − 80"));
  cli_expect (0, &one, "show", company, "scores", "--explain", "--leader", "L1", NULL);
  cli_assert_has (one, "Keep them (O1)");
  cli_assert_has (one, "(84.1 − 80");
  g_assert_null (strstr (one, "Ben (L2)"));
  cli_expect (0, &csv, "show", company, "scores", "--explain", "--leader", "L1", "--format", "csv", NULL);
  g_assert_true (g_str_has_prefix (csv, "leader,objective,what,how,result\n"));
  cli_assert_has (csv, "\nL1,O1,");
}

static void
test_objectives (void)
{
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  static const struct { const char *id, *column, *value; } cells[] = {
    { "O1", "weight", "60" },          { "O1", "actual", "84.1" },      { "O1", "score", "0.512500" }, { "O1", "progress", "0.512500" },
    { "O1", "status", "off track" },   { "O1", "driver", "retain" },    { "O1", "claim_value", "1200.50" }, { "O1", "check_ins", "2" },
    { "O2", "actual", "90" },          { "O2", "score", "0.750000" },   { "O3", "score", "0.666667" }, { "O4", "due", "2026-06-30" },
    { "O4", "score", "" },             { "O4", "actual", "" },          { "O4", "check_ins", "0" },    { "O1", "last_check_in", "2026-09-30" },
  };

  cli_expect (0, &csv, "show", company, "objectives", "--format", "csv", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *value = cli_csv_get (csv, "id", cells[i].id, cells[i].column);

      g_assert_cmpstr (value, ==, cells[i].value);
    }
  cli_expect (0, &json, "show", company, "objectives", "--format", "json", "--leader", "L3", NULL);
  cli_assert_has (json, "\"score\": null");
  cli_assert_has (json, "\"weight\": 100,");
  cli_expect (0, &text, "show", company, "objectives", NULL);
  cli_assert_has (text, "not measured");
  cli_assert_has (text, "84.1 %");
}

static void
test_objectives_read_back (void)
{
  g_autofree char *csv = NULL;
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;

  cli_expect (0, &csv, "show", company, "objectives", "--format", "csv", NULL);
  path = cli_file ("back.csv", csv);
  cli_expect (0, &out, "import", company, "objectives", path, NULL);
  g_assert_cmpstr (out, ==, "4 rows read: 0 added, 0 changed, 4 unchanged, 0 refused\n");
}

static const char asset_heading[] =
  "period,segment,opening_customers,new_customers,won_back_customers,lost_customers,moved_in_customers,moved_out_customers,closing_customers,"
  "opening_value,new_value,won_back_value,expanded_value,contracted_value,lost_value,moved_in_value,moved_out_value,closing_value,"
  "growth_customers,growth_value,nrr,grr,logo_retention,quick_ratio\n";

static void
test_asset (void)
{
  g_autofree char *csv = NULL;
  g_autofree char *expected = g_strconcat (asset_heading,
                                           "2026-05,,0,3,0,0,0,0,3,0.00,35.00,0.00,0.00,0.00,0.00,0.00,0.00,35.00,,,,,,\n"
                                           "2026-06,,3,0,0,1,0,0,2,35.00,0.00,0.00,2.00,0.00,5.00,0.00,0.00,32.00,-0.333333,-0.085714,0.914286,0.857143,0.666667,0.400000\n"
                                           "2026-07,,2,0,0,2,0,0,0,32.00,0.00,0.00,0.00,0.00,32.00,0.00,0.00,0.00,-1.000000,-1.000000,0.000000,0.000000,0.000000,0.000000\n"
                                           "2026-08,,0,0,1,0,0,0,1,0.00,0.00,12.00,0.00,0.00,0.00,0.00,0.00,12.00,,,,,,\n",
                                           NULL);

  cli_expect (0, &csv, "show", company, "asset", "--format", "csv", NULL);
  g_assert_cmpstr (csv, ==, expected);
}

static void
test_asset_by_segment (void)
{
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strconcat (asset_heading,
                                           "2026-06,,3,0,0,1,0,0,2,35.00,0.00,0.00,2.00,0.00,5.00,0.00,0.00,32.00,-0.333333,-0.085714,0.914286,0.857143,0.666667,0.400000\n"
                                           "2026-06,North,2,0,0,0,0,1,1,30.00,0.00,0.00,2.00,0.00,0.00,0.00,20.00,12.00,-0.500000,-0.600000,1.066667,1.000000,1.000000,\n"
                                           "2026-06,South,1,0,0,1,1,0,1,5.00,0.00,0.00,0.00,0.00,5.00,20.00,0.00,20.00,0.000000,3.000000,0.000000,0.000000,0.000000,0.000000\n",
                                           NULL);

  cli_expect (0, &csv, "show", company, "asset", "--period", "2026-06", "--by", "segment", "--format", "csv", NULL);
  g_assert_cmpstr (csv, ==, expected);
  cli_expect (0, &text, "show", company, "asset", "--by", "segment", NULL);
  cli_assert_has (text, "no losses");
  cli_assert_has (text, "North");
  cli_assert_has (text, "–");
}

static void
test_asset_coarser (void)
{
  g_autofree char *quarters = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *cycle = NULL;
  g_autofree char *json = NULL;
  g_autoptr (CliRun) all = cli_run ("show", company, "asset", NULL);

  cli_expect (0, &quarters, "show", company, "asset", "--grain", "quarter", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (quarters), ==, 3);
  lost = cli_csv_get (quarters, "period", "2026-Q3", "lost_customers");
  g_assert_cmpstr (lost, ==, "1");
  cli_expect (0, &cycle, "show", company, "asset", "--cycle", "FY 2026", "--format", "csv", NULL);
  cli_assert_has (cycle, "\n2026-06/2026-08,,3,0,0,2,0,0,1,");
  cli_expect (0, &json, "show", company, "asset", "--period", "2026", "--format", "json", NULL);
  cli_assert_has (json, "{\"period\": \"2026\", \"segment\": null, \"opening_customers\": 0,");
  cli_assert_has (json, "\"quick_ratio\": null}");
  cli_refused (1, "outside the ledger", "show", company, "asset", "--period", "2027", NULL);
  cli_assert_has (all->err, "Jul 2026: the ledger has no row");
}

static void
test_asset_explained (void)
{
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;

  cli_expect (0, &text, "show", company, "asset", "--period", "2026-06", "--explain", NULL);
  cli_assert_has (text, "Jun 2026");
  cli_assert_has (text, "Net revenue retention");
  cli_expect (0, &csv, "show", company, "asset", "--period", "2026-06", "--explain", "--format", "csv", NULL);
  g_assert_true (g_str_has_prefix (csv, "period,what,how,result\n2026-06,"));
}

static void
test_lost_reasons (void)
{
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;

  cli_expect (0, &csv, "show", company, "lost-reasons", "--format", "csv", NULL);
  g_assert_cmpstr (csv, ==, "period,reason,customers,value,share,share_customers\n2026-06,price,1,5.00,1.000000,1.000000\n2026-07,,2,32.00,1.000000,1.000000\n");
  cli_expect (0, &json, "show", company, "lost-reasons", "--period", "2026-07", "--format", "json", NULL);
  g_assert_cmpstr (json, ==, "[\n {\"period\": \"2026-07\", \"reason\": null, \"customers\": 2, \"value\": 32.00, \"share\": 1.000000, \"share_customers\": 1.000000}\n]\n");
  cli_expect (0, &text, "show", company, "lost-reasons", NULL);
  cli_assert_has (text, "(not known)");
  cli_assert_has (text, "The reason is known for all of the value lost.");
}

static void
test_history (void)
{
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *action = NULL;

  cli_expect (0, &csv, "show", company, "history", "--format", "csv", NULL);
  g_assert_true (g_str_has_prefix (csv, "number,at,actor,system_user,action,subject,changes,undoes,undone_by\n"));
  action = cli_csv_get (csv, "subject", "ledger.csv", "action");
  g_assert_cmpstr (action, ==, "Import customers");
  cli_expect (0, &text, "show", company, "history", NULL);
  cli_assert_has (text, "New cycle");
  cli_expect (0, &json, "show", company, "history", "--format", "json", NULL);
  cli_assert_has (json, "\"undoes\": null");
  cli_expect (0, &changes, "show", company, "history", "--explain", "--format", "csv", NULL);
  cli_assert_has (changes, "FY 2026");
  cli_expect (0, &nobody, "show", company, "history", "--leader", "nobody", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (nobody), ==, 1);
}

static void
test_filtered_history (void)
{
  g_autofree char *theirs = NULL;
  g_autofree char *cycle = NULL;
  g_autofree char *both = NULL;
  g_autofree char *long_ago = NULL;

  cli_expect (0, &theirs, "show", company, "history", "--leader", "L2", "--format", "csv", NULL);
  cli_assert_has (theirs, "Import leaders");
  g_assert_null (strstr (theirs, "New cycle"));
  cli_expect (0, &cycle, "show", company, "history", "--page", "cycle", "--person", "HR", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (cycle), ==, 2);
  cli_assert_has (cycle, "New cycle");
  cli_expect (0, &both, "show", company, "history", "--page", "cycle", "--person", "L2", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (both), ==, 1);
  cli_expect (0, &long_ago, "show", company, "history", "--from", "2001-01-01", "--to", "2001-12-31", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (long_ago), ==, 1);
  cli_refused (2, "is no page; there are: overview, my-review", "show", company, "history", "--page", "welcome", NULL);
  cli_refused (2, "a day such as", "show", company, "history", "--from", "yesterday", NULL);
  cli_refused (2, "is before --from", "show", company, "history", "--from", "2026-02-01", "--to", "2026-01-01", NULL);
  cli_refused (2, "--page says nothing about leaders", "show", company, "leaders", "--page", "cycle", NULL);
}

static void
test_erase (void)
{
  g_autofree char *gone = cli_company ("gone.exemplar");
  g_autofree char *leaders = cli_file ("gone.csv", "id,name,email,to\nL1,Ana Okafor,,\nL2,Ben Gone,ben@example.org,2020-06-30\n");
  g_autofree char *out = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *history = NULL;

  cli_expect (0, NULL, "import", gone, "leaders", leaders, NULL);
  cli_refused (1, "has not left", "erase", gone, "L1", NULL);
  cli_refused (1, "no leader “L9”", "erase", gone, "L9", NULL);
  cli_refused (1, "Only HR", "erase", gone, "L2", "--as", "L1", NULL);
  cli_refused (2, "erase", "erase", gone, NULL);
  cli_expect (0, &out, "erase", gone, "L2", NULL);
  cli_assert_has (out, "L2 is “Erased person");
  cli_expect (0, &shown, "show", gone, "leaders", "--format", "csv", NULL);
  g_assert_null (strstr (shown, "Ben"));
  cli_expect (0, &history, "show", gone, "history", "--explain", "--format", "csv", NULL);
  g_assert_null (strstr (history, "Ben"));
  g_assert_null (strstr (history, "ben@"));
  cli_expect (0, NULL, "check", gone, NULL);
  cli_refused (1, "cannot be undone", "undo", gone, NULL);
  cli_refused (1, "left to erase", "erase", gone, "L2", "--as", "HR", NULL);
}

static void
test_an_empty_company (void)
{
  static const char *const answers[] = { "leaders", "objectives", "scores", "asset", "lost-reasons" };
  g_autofree char *empty = cli_company ("empty.exemplar");

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *csv = NULL;
      g_autofree char *json = NULL;
      g_autoptr (CliRun) text = cli_run ("show", empty, answers[i], NULL);

      cli_expect (0, &csv, "show", empty, answers[i], "--format", "csv", NULL);
      g_assert_cmpuint (cli_n_lines (csv), ==, 1);
      cli_expect (0, &json, "show", empty, answers[i], "--format", "json", NULL);
      g_assert_cmpstr (json, ==, "[\n]\n");
      g_assert_cmpint (text->status, ==, 0);
      g_assert_cmpstr (text->out, ==, "");
      g_assert_cmpstr (text->err, !=, "");
    }
}

/* People are shown what is in a name, and no terminal is steered by it; files have it as it is. */
static void
test_control_characters (void)
{
  g_autofree char *own = cli_company ("control.exemplar");
  g_autofree char *file = cli_file ("control.csv", "id,name\nA,Red \x1b[31m Ann\nB,0123456789012345678901234567890123456789012345678\nC,ééééééééééééééééééééééééééééééééééééééééééééééé\n");
  g_autofree char *shown = NULL;
  g_autofree char *csv = NULL;

  cli_expect (0, NULL, "import", own, "leaders", file, NULL);
  cli_expect (0, &shown, "show", own, "leaders", NULL);
  cli_assert_has (shown, "Red �[31m Ann");
  cli_assert_has (shown, " 01234567890123456789012345678901234567890123456…\n");
  g_assert_null (strchr (shown, '\x1b'));
  cli_expect (0, &csv, "show", own, "leaders", "--format", "csv", NULL);
  cli_assert_has (csv, "Red \x1b[31m Ann");
}

/* One below the other, thousands deep, as a file with a mistake has it: slow or wide it must not become. */
static void
test_a_long_chain (void)
{
  g_autofree char *chain = cli_company ("chain.exemplar");
  g_autoptr (GString) text = g_string_new ("id,name,manager\n");
  g_autofree char *file = NULL;
  g_autofree char *shown = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append_printf (text, "L%u,Leader,", i);
      if (i > 0)
        g_string_append_printf (text, "L%u", i - 1);
      g_string_append_c (text, '\n');
    }
  file = cli_file ("chain.csv", text->str);
  cli_expect (0, NULL, "import", chain, "leaders", file, NULL);
  cli_expect (0, &shown, "show", chain, "leaders", NULL);
  lines = g_strsplit (shown, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3000);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <, 200);
}

int
main (int argc, char **argv)
{
  int result;

  cli_start (&argc, &argv);
  build ();

  g_test_add_func ("/show/leaders", test_leaders);
  g_test_add_func ("/show/scores", test_scores);
  g_test_add_func ("/show/scores-explained", test_scores_explained);
  g_test_add_func ("/show/objectives", test_objectives);
  g_test_add_func ("/show/objectives-read-back", test_objectives_read_back);
  g_test_add_func ("/show/asset", test_asset);
  g_test_add_func ("/show/asset-by-segment", test_asset_by_segment);
  g_test_add_func ("/show/asset-coarser-than-kept", test_asset_coarser);
  g_test_add_func ("/show/asset-explained", test_asset_explained);
  g_test_add_func ("/show/lost-reasons", test_lost_reasons);
  g_test_add_func ("/show/history", test_history);
  g_test_add_func ("/show/history/filtered", test_filtered_history);
  g_test_add_func ("/show/history/erased", test_erase);
  g_test_add_func ("/show/empty-company", test_an_empty_company);
  g_test_add_func ("/show/a-long-chain", test_a_long_chain);
  g_test_add_func ("/show/control-characters", test_control_characters);

  result = cli_end ();
  g_free (company);

  return result;
}
