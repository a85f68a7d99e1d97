#include "config.h"

#include "exchange-fixture.h"

static ExImportPlan *
plan_mapped (ExImportWhat what, const char *text, const char *first, const char *second, const char *third)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const char *map[] = { first, second, third, NULL };
  const ExImportOptions options = { .kind = -1, .map = (char **) map };

  return fixture_plan (fixture, what, text, &options);
}

static void
assert_columns (const char *heading, const char *const *map, const int *expected, guint n)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const ExImportOptions options = { .kind = -1, .map = (char **) map };
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_LEADERS, heading, &options);

  for (guint i = 0; i < n; i++)
    if (plan->field_column[i] != expected[i])
      g_error ("%s: field %u is read from %d", heading, i, plan->field_column[i]);
}

static void
test_found_by_name (void)
{
  /* id, name, title, unit, email, manager */
  assert_columns ("id,name,title,unit,email,manager\n", NULL, (int[]) { 0, 1, 2, 3, 4, 5 }, 6);
  assert_columns ("Manager_ID,E-Mail,Department,Job Title,Full-Name,Employee ID\n", NULL, (int[]) { 5, 4, 3, 2, 1, 0 }, 6);
  assert_columns ("\xef\xbb\xbf ID , NAME ,x,reportsTo\n", NULL, (int[]) { 0, 1, -1, -1, -1, 3 }, 6);
  /* The field's own name goes before another usual one. */
  assert_columns ("employee id,id,name\n", NULL, (int[]) { 1, 2 }, 2);
}

static void
test_mapped (void)
{
  assert_columns ("No.,Who,Boss\n", (const char *[]) { "id=No.", "name=Who", "manager=Boss", NULL }, (int[]) { 0, 1, -1, -1, -1, 2 }, 6);
  assert_columns ("No.,Who,Boss\n", (const char *[]) { "id=#1", "name=who", "Manager = Boss", NULL }, (int[]) { 0, 1, -1, -1, -1, 2 }, 6);
  /* A column that was mapped is not taken for another field as well, unless that is said, too. */
  assert_columns ("id,title\n", (const char *[]) { "name=title", NULL }, (int[]) { 0, 1, -1 }, 3);
  assert_columns ("id,title\n", (const char *[]) { "name=title", "title=title", NULL }, (int[]) { 0, 1, 1 }, 3);
  /* Left out. */
  assert_columns ("id,name,title\n", (const char *[]) { "title=", NULL }, (int[]) { 0, 1, -1 }, 3);
  /* A heading goes before a number. */
  assert_columns ("id,name,#1\n", (const char *[]) { "title=#1", NULL }, (int[]) { 0, 1, 2 }, 3);
}

static void
test_refused (void)
{
  static const struct { const char *text; const char *map; const char *says; } cases[] = {
    { "a,b\n", "id=c", "t:1:1: There is no column “c” to map; the columns are “a”, “b”." },
    { "a,b\n", "id=#3", "t:1:1: There is no column “#3” to map" },
    { "a,b\n", "boss=a", "t:1:1: There is no field “boss” to map; the fields of leaders are id, name, title, unit," },
    { "a,b\n", "id", "t:1:1: “id” maps nothing; write FIELD=COLUMN" },
    { "a,a,name\n", "id=a", "t:1:2: Columns 1 and 2 are both headed “a”; name the one that is meant by its number, #1 or #2." },
    { "id,ID,name\n", NULL, "t:1:2: Columns “id” and “ID” could both be id; say which one is (--map id=COLUMN)." },
    { "id,name,department,team\n", NULL, "t:1:4: Columns “department” and “team” could both be unit" },
    { "1,Ann\n2,Bob\n", NULL, "t:1:1: No column is id, which leaders need; the columns are “1”, “Ann”." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExImportPlan) plan = plan_mapped (EX_IMPORT_LEADERS, cases[i].text, cases[i].map, NULL, NULL);

      fixture_assert_says (plan, cases[i].says);
      g_assert_false (ex_import_plan_is_good (plan));
    }
}

static void
test_notes (void)
{
  g_autoptr (ExImportPlan) plan = plan_mapped (EX_IMPORT_LEADERS, "id;name;Reports to Senior Post;Phone\nA;Ann;;1\n",
                                               "manager=Reports to Senior Post", NULL, NULL);

  fixture_assert_says (plan, "Read as UTF-8, separated by semicolons.");
  fixture_assert_says (plan, "manager is read from column “Reports to Senior Post”.");
  fixture_assert_says (plan, "Left out: “Phone”.");
  g_assert_cmpuint (plan->notes->len, ==, 3);
}

static void
test_problems_name_the_heading (void)
{
  g_autoptr (ExImportPlan) plan = plan_mapped (EX_IMPORT_LEADERS, "name,key,Bonus\nAnn,A,x\n", "id=key", "incentive_target=Bonus", NULL);

  fixture_assert_says (plan, "t:2:3: Bonus: “x” is not a number");
}

static void
test_fields (void)
{
  static const char *nicks[] = { "leaders", "objectives", "check-ins", "customers", "movements" };
  ExImportWhat what;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_assert_true (ex_import_what_parse (nicks[i], &what));
      g_assert_cmpint (what, ==, i);
      g_assert_cmpstr (ex_import_what_nick (what), ==, nicks[i]);
      g_assert_nonnull (ex_import_fields (what, &n));
    }
  g_assert_false (ex_import_what_parse ("leader", &what));
  g_assert_cmpstr (ex_import_fields (EX_IMPORT_LEADERS, &n)[6].name, ==, "incentive_target");
  g_assert_cmpstr (ex_import_fields (EX_IMPORT_MOVEMENTS, &n)[14].name, ==, "closing_value");
  g_assert_cmpuint (n, ==, 15);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-columns/found-by-name", test_found_by_name);
  g_test_add_func ("/import-columns/mapped", test_mapped);
  g_test_add_func ("/import-columns/refused", test_refused);
  g_test_add_func ("/import-columns/notes", test_notes);
  g_test_add_func ("/import-columns/problems-name-the-heading", test_problems_name_the_heading);
  g_test_add_func ("/import-columns/fields", test_fields);

  return g_test_run ();
}
