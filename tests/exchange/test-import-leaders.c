#include "config.h"

#include "exchange-fixture.h"

#include "core/ex-spells.h"

#include <string.h>

#define HEAD "id,name,title,unit,email,manager,incentive_target,from,to\n"
#define TOP HEAD "T,Tina Top,CEO,Board,t@acme.example,,1000,2026-01-01,2026-12-31\n"

static const PlanCase one_row[] = {
  { TOP, NULL },
  { TOP "A,Ann,,,,T,,,\n", NULL },
  { "id,name\nT,Tina\n", NULL },
  { HEAD, NULL },
  { TOP ",Ann,,,,T,,,\n", "3:1: id is empty, and every leader needs one*(--map id=COLUMN).*" },
  { TOP "A, ,,,,T,,,\n", "3:2: name is empty*another column (--map name=COLUMN).*" },
  { TOP "T,Tina Top,CEO,Board,t@acme.example,,1000,2026-01-01,2026-12-31\n", "3:1: id: “T” stands on line 2 already; a leader has one row." },
  { TOP "A,Ann,,,,X,,,\n", "3:6: manager: nobody has the id “X”, in this file or in the company*" },
  { TOP "A,Ann,,,,t,,,\n", "3:6: manager: nobody has the id “t”; did you mean “T”?" },
  { TOP "A,Ann,,,,A,,,\n", "3:6: manager: “A” would report to themselves*" },
  { TOP "A,Ann,,,,B,,,\nB,Bob,,,,A,,,\n", "3:6: manager: these leaders report round in a loop: A → B → A;*" },
  { TOP "A,Ann,,,,T,12.345,,\n", "3:7: incentive_target: “12.345” has more decimals than the 2 that EUR has; round it." },
  { TOP "A,Ann,,,,T,-5,,\n", "3:7: incentive_target: “-5” is less than 0." },
  { TOP "A,Ann,,,,T,much,,\n", "3:7: incentive_target: “much” is not a number*" },
  { TOP "A,Ann,,,,T,99999999999999999999,,\n", "3:7: incentive_target: “99999999999999999999” is more than can be kept." },
  { TOP "A,Ann,,,,T,,2026-02-30,\n", "3:8: from: “2026-02-30” is no day; write it like 2026-09-30." },
  { TOP "A,Ann,,,,T,,,1/2/26\n", "3:9: to: “1/2/26” has a year of two digits; write all four." },
  { TOP "A,Ann,,,,T,,,0026-01-01\n", "3:9: to: the year of “0026-01-01” is not between 1900 and 2199." },
  { TOP "A,Ann,,,,T,,2026-06-01,2026-05-31\n", "3:9: to: the last day in role, 2026-05-31, is before the first, 2026-06-01." },
  { TOP "A,Ann,,,T,,,\n", "3:1: The row has 8 fields, the heading 9; the missing ones must be there*" },
  { TOP "A,Ann,,,,T,,,,x\n", "3:1: The row has 10 fields, the heading 9; a field that has the separator in it*" },
  { TOP "A,Ann,,,,T,,,,,\n", NULL },
  { "id,title\nT,CEO\n", "1:1: No column is name, which leaders need; the columns are “id”, “title”.*(--map name=COLUMN).*" },
  { "", "1:1: The file is empty*" },
};

static void
test_one_row (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();

  fixture_check_cases (fixture, EX_IMPORT_LEADERS, one_row, G_N_ELEMENTS (one_row));
}

static void
test_record (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_LEADERS, HEAD "  T ,\" Tina\nTop\",CEO,Board,t@acme.example,NULL,\"€ 1,234.50\",2026-01-01,\n",
                                                NULL);
  const ExLeader *leader = g_ptr_array_index (plan->leaders, 0);

  g_assert_cmpuint (plan->rows_read, ==, 1);
  g_assert_cmpuint (plan->leaders->len, ==, 1);
  g_assert_cmpstr (leader->id, ==, "T");
  g_assert_cmpstr (leader->name, ==, "Tina Top");
  g_assert_cmpstr (leader->title, ==, "CEO");
  g_assert_cmpstr (leader->unit, ==, "Board");
  g_assert_cmpstr (leader->email, ==, "t@acme.example");
  g_assert_null (leader->manager_id);
  g_assert_cmpint (leader->incentive_target, ==, 123450);
  g_assert_cmpuint (leader->from, ==, ex_day_new (2026, 1, 1));
  g_assert_cmpuint (leader->to, ==, EX_DAY_NONE);
  fixture_assert_says (plan, "NULL is read as empty.");
}

/* Columns that the file has not leave alone what stands; empty cells empty it. */
static void
test_partial_update (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_LEADERS, "id,name\nC,Cleo Chief\nN,New\n", NULL);
  g_autoptr (ExImportPlan) emptied = fixture_plan (fixture, EX_IMPORT_LEADERS, "id,name,title,manager\nM,Max,,\n", NULL);
  const ExLeader *new_one = g_ptr_array_index (plan->leaders, 1);
  const ExLeader *max = g_ptr_array_index (emptied->leaders, 0);

  g_assert_true (ex_leader_equal (g_ptr_array_index (plan->leaders, 0), ex_company_get_leader (fixture->company, 0)));
  g_assert_cmpint (new_one->incentive_target, ==, -1);
  g_assert_null (max->manager_id);
}

static void
test_manager_in_company (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  static const PlanCase cases[] = {
    { "id,name,manager\nA,Ann,W\n", NULL },
    { "id,name,manager\nA,Ann,w\n", "2:3: manager: nobody has the id “w”; did you mean “W”?" },
    { "id,name,manager\nC,Cleo,W\n", "2:3: manager: these leaders report round in a loop: C → W → M → C;*" },
  };

  fixture_check_cases (fixture, EX_IMPORT_LEADERS, cases, G_N_ELEMENTS (cases));
}

static void
test_all_problems_at_once (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_LEADERS,
                                                "id,name,manager\nA,Ann,B\nB,Bob,A\nC,,X\nC,Cy,\nD,Di,D\n,,\nx,\"y\" z,\n", NULL);
  g_autofree char *text = ex_problems_to_text (plan->problems, "t");

  g_assert_cmpuint (plan->problems->errors, ==, 6);
  g_assert_cmpuint (plan->rows_read, ==, 6);
  g_assert_cmpuint (plan->rows_refused, ==, 5);
  fixture_assert_says (plan, "t:2:3: manager: these leaders report round");
  fixture_assert_says (plan, "t:4:2: name is empty");
  fixture_assert_says (plan, "t:4:3: manager: nobody has the id “X”");
  fixture_assert_says (plan, "t:5:1: id: “C” stands on line 4 already");
  fixture_assert_says (plan, "t:6:3: manager: “D” would report to themselves");
  fixture_assert_says (plan, "t:8:2: Text stands behind the closing quotation mark");
}

/* Every leader is on at most one loop, and each loop is told once. */
static void
test_two_loops (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_LEADERS,
                                                "id,name,manager\nx,X,a\na,A,b\nb,B,c\nc,C,a\nd,D,e\ne,E,d\ny,Y,d\n", NULL);

  g_assert_cmpuint (plan->problems->errors, ==, 2);
  fixture_assert_says (plan, "t:3:3: manager: these leaders report round in a loop: a → b → c → a;");
  fixture_assert_says (plan, "t:6:3: manager: these leaders report round in a loop: d → e → d;");
}

static void
test_several_tops (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_LEADERS, "id,name,manager\nA,Ann,\nB,Bob,A\n", NULL);
  g_autoptr (ExImportPlan) one = fixture_plan (fixture, EX_IMPORT_LEADERS, "id,name,manager\nC,Cleo,\nB,Bob,C\n", NULL);

  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->problems->warnings, ==, 1);
  fixture_assert_says (plan, "t:2:3: warning: 2 leaders have no manager: Ann (A), Cleo Chief (C).");
  g_assert_cmpuint (one->problems->warnings, ==, 0);
}

static void
test_skip_bad (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const ExImportOptions options = { .kind = -1, .skip_bad = TRUE };
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_LEADERS,
                                                "id,name,manager\nT,Tina,\nA,,T\nB,Bob,A\n\"C\",\"C,y\",nobody\nD,Di,T\nE,\"E\"ve,T\n", &options);
  char **row;

  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->rows_read, ==, 6);
  g_assert_cmpuint (plan->rows_refused, ==, 3);
  g_assert_cmpuint (plan->leaders->len, ==, 3);
  g_assert_null (((ExLeader *) g_ptr_array_index (plan->leaders, 1))->manager_id);
  fixture_assert_says (plan, "t:4:3: warning: Bob (B) comes in without a manager, because “A” on line 3 was refused.");

  g_assert_cmpuint (plan->rejects->len, ==, 4);
  row = g_ptr_array_index (plan->rejects, 0);
  g_assert_cmpstr (row[3], ==, "problem");
  row = g_ptr_array_index (plan->rejects, 1);
  g_assert_cmpstr (row[0], ==, "A");
  g_assert_true (g_str_has_prefix (row[3], "name is empty"));
  row = g_ptr_array_index (plan->rejects, 2);
  g_assert_cmpstr (row[1], ==, "C,y");
  g_assert_true (g_str_has_prefix (row[3], "manager: nobody has the id “nobody”"));
  row = g_ptr_array_index (plan->rejects, 3);
  g_assert_true (g_str_has_prefix (row[3], "Text stands behind the closing quotation mark"));
}

/* A row that is refused as a whole still says whose it is: who reports there comes in, and is not told that nobody has that id. */
static void
test_skip_bad_broken_manager (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const ExImportOptions options = { .kind = -1, .skip_bad = TRUE };
  static const char text[] = "id,name,manager\nT,Tina,\nA,Ann,T,more\nB,Bob,A\nC,Cy\nD,Di,C\nE,Eve,E\nF,\"F\"lo,T\nG,Gus,F\n";
  g_autoptr (ExImportPlan) strict = fixture_plan (fixture, EX_IMPORT_LEADERS, text, NULL);
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_LEADERS, text, &options);
  g_autofree char *said = ex_problems_to_text (plan->problems, "t");

  g_assert_cmpuint (strict->problems->errors, ==, 4);
  g_assert_cmpuint (plan->rows_refused, ==, 4);
  g_assert_cmpuint (plan->leaders->len, ==, 4);
  fixture_assert_says (plan, "t:4:3: warning: Bob (B) comes in without a manager, because “A” on line 3 was refused.");
  fixture_assert_says (plan, "t:6:3: warning: Di (D) comes in without a manager, because “C” on line 5 was refused.");
  fixture_assert_says (plan, "t:9:3: warning: Gus (G) comes in without a manager, because “F” on line 8 was refused.");
  g_assert_null (strstr (said, "(E) comes in"));
}

/* Every one of them is named, not just the first few. */
static void
test_many_tops (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (GString) text = g_string_new ("id,name\n");
  g_autoptr (ExImportPlan) plan = NULL;
  g_autofree char *said = NULL;

  for (guint i = 1; i <= 40; i++)
    g_string_append_printf (text, "T%u,Top\n", i);
  plan = fixture_plan (fixture, EX_IMPORT_LEADERS, text->str, NULL);
  said = ex_problems_to_text (plan->problems, "t");

  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("(T%u)", i);

      g_assert_nonnull (strstr (said, name));
    }
}

static void
test_skip_bad_does_not_help (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const ExImportOptions options = { .kind = -1, .skip_bad = TRUE };
  static const char *files[] = { "", "id,title\nA,x\n", "id,name\nA,\"Ann\nB,Bob\n", "id,name,from\nA,Ann,1/2/2026\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_LEADERS, files[i], &options);

      g_assert_false (ex_import_plan_is_good (plan));
    }
}

static void
test_thousands_of_problems (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (GString) text = g_string_new ("id,name,manager\n");
  g_autoptr (ExImportPlan) plan = NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "L%u,Leader,nobody%u\n", i, i);
  plan = fixture_plan (fixture, EX_IMPORT_LEADERS, text->str, NULL);
  said = ex_problems_to_text (plan->problems, "t");
  g_assert_cmpuint (plan->problems->errors, ==, 3000);
  g_assert_cmpuint (plan->rows_refused, ==, 3000);
  g_assert_true (g_str_has_suffix (said, "and 2000 more problems\n"));
}

static void
count_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (GString) text = g_string_new ("id,name\n");
  double last = 0;
  const ExImportOptions options = { .kind = -1, .progress = count_progress, .progress_data = &last };
  g_autoptr (ExImportPlan) plan = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "L%u,Leader\n", i);
  plan = fixture_plan (fixture, EX_IMPORT_LEADERS, text->str, &options);
  g_assert_cmpfloat (last, ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const ExImportOptions options = { .kind = -1, .cancellable = cancellable };
  g_autoptr (GBytes) bytes = g_bytes_new_static (TOP, strlen (TOP));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ex_import_plan_new_for_bytes (EX_IMPORT_LEADERS, "t", bytes, &fixture->context, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- several times in the role ------------------------------------------------------------------------------------------------------- */

#define TIMES "id,name,from,to\n"

static const PlanCase times[] = {
  { TIMES "A,Ann,2020-01-01;2024-01-01,2022-12-31;2025-12-31\n", NULL },
  { TIMES "A,Ann,2020-01-01; 2024-01-01 , 2022-12-31;\n", NULL },
  { TIMES "A,Ann,2020-01-01;2024-01-01,2022-12-31\n", NULL },
  { TIMES "A,Ann,1/2/2020;13/2/2024,2/2/2022\n", NULL }, /* the thirteenth tells */
  { TIMES "A,Ann,2020-01-01,2022-12-31;2025-12-31\n", "2:3: from and to are pairs of days: here are 1 and 2." },
  { TIMES "A,Ann,2020-01-01;2021-01-01;2022-01-01,2020-12-31\n", "2:3: from and to are pairs of days: here are 3 and 1." },
  { "id,name,from\nA,Ann,2020-01-01;2024-01-01;2025-01-01\n", "2:3: from and to are pairs of days: here are 3 and 0." },
  { TIMES "A,Ann,2020-01-01;2024-01-01,2024-01-01\n", "2:3: from: A time in the role begins on 1 Jan 2024, but the one before it ends on 1 Jan 2024; they follow each other." },
  { TIMES "A,Ann,2024-01-01;2020-01-01,2024-12-31\n", "2:3: from: A time in the role begins on 1 Jan 2020, but the one before it ends on 31 Dec 2024*" },
  { TIMES "A,Ann,2020-01-01;2024-01-01,2019-12-31\n", "2:3: from: A time in the role ends on 31 Dec 2019, before it begins on 1 Jan 2020." },
  { TIMES "A,Ann,2020-01-01;,2022-12-31\n", "2:3: from: Who was in the role before has a first day of the present time as well." },
  { TIMES "A,Ann,;2024-01-01,2022-12-31\n", "2:3: from: An earlier time in the role has a first and a last day." },
  { TIMES "A,Ann,2020-01-01;2024-02-30,2022-12-31\n", "2:3: from: “2020-01-01;2024-02-30” is no day*" },
  { TIMES "A,Ann,2020-01-01;2024-01-01,2022-12-31;2023-12-31\n", "2:4: to: the last day in role, 2023-12-31, is before the first, 2024-01-01." },
};

static void
test_several_times (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = NULL;
  const GArray *spells;
  const ExLeader *leader;

  fixture_check_cases (fixture, EX_IMPORT_LEADERS, times, G_N_ELEMENTS (times));
  plan = fixture_plan (fixture, EX_IMPORT_LEADERS, TIMES "A,Ann,2018-01-01;2020-01-01;2024-01-01,2018-06-30;2022-12-31;\nB,Bob,2020-01-01,\n", NULL);
  leader = g_ptr_array_index (plan->leaders, 0);
  g_assert_cmpint (leader->from, ==, ex_day_new (2024, 1, 1));
  g_assert_cmpint (leader->to, ==, EX_DAY_NONE);
  g_assert_cmpuint (g_hash_table_size (plan->spells), ==, 1);
  spells = g_hash_table_lookup (plan->spells, "A");
  g_assert_cmpuint (spells->len, ==, 2);
  g_assert_cmpint (g_array_index (spells, ExSpell, 0).from, ==, ex_day_new (2018, 1, 1));
  g_assert_cmpint (g_array_index (spells, ExSpell, 1).to, ==, ex_day_new (2022, 12, 31));
}

/* A row that says nothing of earlier times leaves them alone, and has to fit beside them. */
static void
test_times_that_stand (void)
{
  static const PlanCase beside[] = {
    { TIMES "C,Cleo,2020-01-01,\n", NULL },
    { TIMES "C,Cleo,2019-12-31,\n", "2:3: from: A time in the role begins on 31 Dec 2019, but the one before it ends on 31 Dec 2019*" },
    { TIMES "C,Cleo,,\n", "2:3: from: Who was in the role before has*" },
    { TIMES "C,Cleo,2017-01-01;2018-01-01,2017-12-31\n", NULL }, /* in their place */
    { "id,name\nC,Cleo\n", NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GHashTable) standing = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  GArray *spells = g_array_new (FALSE, FALSE, sizeof (ExSpell));
  ExSpell spell = { ex_day_new (2018, 1, 1), ex_day_new (2019, 12, 31) };

  g_array_append_val (spells, spell);
  g_hash_table_insert (standing, (gpointer) "C", spells);
  fixture->context.spells = standing;
  fixture_check_cases (fixture, EX_IMPORT_LEADERS, beside, G_N_ELEMENTS (beside));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-leaders/one-row", test_one_row);
  g_test_add_func ("/import-leaders/record", test_record);
  g_test_add_func ("/import-leaders/partial-update", test_partial_update);
  g_test_add_func ("/import-leaders/manager-in-company", test_manager_in_company);
  g_test_add_func ("/import-leaders/all-problems-at-once", test_all_problems_at_once);
  g_test_add_func ("/import-leaders/two-loops", test_two_loops);
  g_test_add_func ("/import-leaders/several-tops", test_several_tops);
  g_test_add_func ("/import-leaders/skip-bad", test_skip_bad);
  g_test_add_func ("/import-leaders/skip-bad-broken-manager", test_skip_bad_broken_manager);
  g_test_add_func ("/import-leaders/many-tops", test_many_tops);
  g_test_add_func ("/import-leaders/skip-bad-does-not-help", test_skip_bad_does_not_help);
  g_test_add_func ("/import-leaders/thousands-of-problems", test_thousands_of_problems);
  g_test_add_func ("/import-leaders/progress", test_progress);
  g_test_add_func ("/import-leaders/cancelled", test_cancelled);

  g_test_add_func ("/exchange/leaders/several times in the role", test_several_times);
  g_test_add_func ("/exchange/leaders/times that stand", test_times_that_stand);
  return g_test_run ();
}
