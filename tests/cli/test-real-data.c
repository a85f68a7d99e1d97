/* Files that nobody of this project wrote, as ../shared/data/README.md says what must come of them. Skipped where they are not. */
#include "config.h"

#include "cli-run.h"

#include <string.h>

static char *
find_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("EX_SOURCE_DIR"), "..", "shared", "data", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("../shared/data is not here");

  return NULL;
}

typedef struct
{
  const char *file;
  const char *rows;
  const char *grain;
  const char *period;
  const char *opening_customers, *opening_value, *new_customers, *new_value, *won_back_value, *lost_customers, *lost_value, *closing_customers,
    *closing_value; /* NULL: the README does not say */
} Ledger;

static const Ledger ledgers[] = {
  { "telco.csv", "13632", "quarter", "2019-Q3", "6589", "436379.40", "454", "19737.20", "0.00", "1869", "139130.85", "5174", "316985.75" },
  { "cdnow_sample.csv", "6919", "quarter", "1997-Q1", "0", "0.00", "2349", "112498.61", "0.00", "0", "0.00", "2349", "112498.61" },
  { "cdnow_sample.csv", "6919", "quarter", "1997-Q2", "2349", "112498.61", "0", "0.00", "0.00", "1825", "71713.46", NULL, NULL },
  { "subscriptions.csv", "352", "month", "2018-09", NULL, "260.00", NULL, "30.00", "50.00", NULL, NULL, NULL, "340.00" },
  { "subscriptions.csv", "352", "month", "2020-01", NULL, NULL, NULL, NULL, NULL, "28", "1255.00", NULL, NULL },
  /* By a reckoning that walks customer by customer through each span, and has no code in common with the program. */
  { "telco.csv", "13632", "year", "2019", "0", "0.00", "5174", "316985.75", "0.00", "0", "0.00", "5174", "316985.75" },
  { "subscriptions.csv", "352", "quarter", "2019-Q4", "31", "1455.00", "7", "235.00", "0.00", "10", "445.00", "28", "1255.00" },
  { "subscriptions.csv", "352", "year", "2019", "12", "585.00", "21", "845.00", "0.00", "5", "245.00", "28", "1255.00" },
  { "cdnow_sample.csv", "6919", "month", "1997-12", "205", "10151.38", "0", "0.00", "5674.72", "140", "6212.59", "183", "9112.84" },
  { "cdnow_sample.csv", "6919", "quarter", "1998-Q1", "404", "28109.27", "0", "0.00", "8973.82", "208", "10620.59", "384", "24886.58" },
  { "cdnow_sample.csv", "6919", "year", "1998", "2349", "201224.82", "0", "0.00", "0.00", "1834", "112836.54", "515", "42867.12" },
  { "retail_2011.csv", "25943", "month", "2011-06", "1052", "1130366.09", "244", "161028.54", "248413.89", "647", "466666.47", "987", "1073576.84" },
  { "retail_2011.csv", "25943", "quarter", "2011-Q3", "1984", "2986100.24", "653", "586281.34", "281019.69", "782", "548249.12", "2150", "3696149.12" },
  { "retail_2011.csv", "25943", "year", "2011", "883", "1117231.52", "3438", "6396942.64", "0.00", "122", "66945.05", "4199", "14042036.50" },
};

static void
assert_field (const char *csv, const Ledger *ledger, const char *column, const char *expected)
{
  g_autofree char *value = cli_csv_get (csv, "period", ledger->period, column);

  if (expected != NULL)
    g_assert_cmpstr (value, ==, expected);
}

static char *
import_ledger (const char *file, const char *rows)
{
  g_autofree char *name = g_strdup_printf ("ledger/%s", file);
  g_autofree char *path = find_data (name);
  g_autofree char *out = NULL;
  g_autofree char *again = NULL;
  g_autofree char *first = g_strdup_printf ("%s rows read: %s added, 0 changed, 0 unchanged, 0 refused\n", rows, rows);
  g_autofree char *second = g_strdup_printf ("%s rows read: 0 added, 0 changed, %s unchanged, 0 refused\n", rows, rows);
  static int number;
  g_autofree char *company_name = g_strdup_printf ("data-%d.exemplar", number++);
  char *company;

  if (path == NULL)
    return NULL;

  company = cli_company (company_name);
  cli_expect (0, &out, "import", company, "customers", path, NULL);
  g_assert_cmpstr (out, ==, first);
  cli_expect (0, &again, "import", company, "customers", path, NULL);
  g_assert_cmpstr (again, ==, second);

  return company;
}

static void
test_ledger (gconstpointer data)
{
  const Ledger *ledger = data;
  g_autofree char *company = import_ledger (ledger->file, ledger->rows);
  g_autofree char *csv = NULL;

  if (company == NULL)
    return;

  cli_expect (0, &csv, "show", company, "asset", "--grain", ledger->grain, "--format", "csv", NULL);
  assert_field (csv, ledger, "opening_customers", ledger->opening_customers);
  assert_field (csv, ledger, "opening_value", ledger->opening_value);
  assert_field (csv, ledger, "new_customers", ledger->new_customers);
  assert_field (csv, ledger, "new_value", ledger->new_value);
  assert_field (csv, ledger, "won_back_value", ledger->won_back_value);
  assert_field (csv, ledger, "lost_customers", ledger->lost_customers);
  assert_field (csv, ledger, "lost_value", ledger->lost_value);
  assert_field (csv, ledger, "closing_customers", ledger->closing_customers);
  assert_field (csv, ledger, "closing_value", ledger->closing_value);
}

static void
test_telco_by_segment (void)
{
  static const struct { const char *segment, *lost; } segments[] = { { "Month-to-Month", "1655" }, { "One Year", "166" }, { "Two Year", "48" } };
  g_autofree char *company = import_ledger ("telco.csv", "13632");
  g_autofree char *csv = NULL;

  if (company == NULL)
    return;

  cli_expect (0, &csv, "show", company, "asset", "--by", "segment", "--period", "2019-Q3", "--format", "csv", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (segments); i++)
    {
      g_autofree char *lost = cli_csv_get (csv, "segment", segments[i].segment, "lost_customers");

      g_assert_cmpstr (lost, ==, segments[i].lost);
    }
}

/* Nobody is new after the first quarter. */
static void
test_cdnow_has_one_cohort (void)
{
  g_autofree char *company = import_ledger ("cdnow_sample.csv", "6919");
  static const char *const later[] = { "1997-Q2", "1997-Q3", "1997-Q4", "1998-Q1", "1998-Q2" };
  g_autofree char *csv = NULL;

  if (company == NULL)
    return;

  cli_expect (0, &csv, "show", company, "asset", "--grain", "quarter", "--format", "csv", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autofree char *fresh = cli_csv_get (csv, "period", later[i], "new_customers");

      g_assert_cmpstr (fresh, ==, "0");
    }
}

/* Cents, or customers. */
static gint64
number_at (char **fields, int at)
{
  g_auto (GStrv) parts = g_strsplit (fields[at], ".", 2);
  g_autofree char *digits = g_strconcat (parts[0], parts[1], NULL);

  return g_ascii_strtoll (digits, NULL, 10);
}

/* Column by column as the contract has them: no name has a comma in these files. */
static void
assert_identities (const char *line)
{
  g_auto (GStrv) f = g_strsplit (line, ",", -1);

  g_assert_cmpuint (g_strv_length (f), ==, 24);
  g_assert_cmpint (number_at (f, 2) + number_at (f, 3) + number_at (f, 4) - number_at (f, 5) + number_at (f, 6) - number_at (f, 7), ==,
                   number_at (f, 8));
  g_assert_cmpint (number_at (f, 9) + number_at (f, 10) + number_at (f, 11) + number_at (f, 12) - number_at (f, 13) - number_at (f, 14)
                   + number_at (f, 15) - number_at (f, 16), ==, number_at (f, 17));
}

static void
test_retail_identities (void)
{
  static const char *const grains[] = { "month", "quarter", "year" };
  g_autofree char *company = import_ledger ("retail_2011.csv", "25943");

  if (company == NULL)
    return;

  for (gsize g = 0; g < G_N_ELEMENTS (grains); g++)
    {
      g_autofree char *csv = NULL;
      g_auto (GStrv) lines = NULL;

      cli_expect (0, &csv, "show", company, "asset", "--by", "segment", "--grain", grains[g], "--format", "csv", NULL);
      lines = g_strsplit (csv, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), >, 30);
      for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
        assert_identities (lines[i]);
    }
}

static void
test_northwind (void)
{
  g_autofree char *path = find_data ("org/northwind_employees.csv");
  g_autofree char *company = NULL;
  g_autofree char *out = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *manager = NULL;

  if (path == NULL)
    return;

  company = cli_company ("northwind.exemplar");
  cli_expect (0, &out, "import", company, "leaders", path, "--map", "id=employeeID", "--map", "name=lastName", "--map", "manager=reportsTo",
              "--map", "title=title", NULL);
  g_assert_cmpstr (out, ==, "9 rows read: 9 added, 0 changed, 0 unchanged, 0 refused\n");
  cli_expect (0, &shown, "show", company, "leaders", "--format", "csv", NULL);
  manager = cli_csv_get (shown, "name", "Davolio", "manager");
  g_assert_cmpstr (manager, ==, "2");
}

/* A government's own files, with real mess: every defect is named by line, and the rest can come in. */
static void
test_departments (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("org/%s", (const char *) data);
  g_autofree char *path = find_data (name);
  g_autofree char *company = NULL;
  g_autofree char *rejects = cli_path ("department-rejects.csv");
  g_autofree char *line = path != NULL ? g_strdup_printf ("%s:", path) : NULL;
  g_autoptr (CliRun) strict = NULL;
  g_autoptr (CliRun) lenient = NULL;

  if (path == NULL)
    return;

  company = cli_company ((const char *) data);
  strict = cli_run ("import", company, "leaders", path, "--map", "id=Post Unique Reference", "--map", "name=Name", "--map", "title=Job Title",
                    "--map", "manager=Reports to Senior Post", NULL);
  g_assert_cmpint (strict->status, ==, 1);
  cli_assert_has (strict->err, line);
  lenient = cli_run ("import", company, "leaders", path, "--map", "id=Post Unique Reference", "--map", "name=Name", "--map", "title=Job Title",
                     "--map", "manager=Reports to Senior Post", "--skip-bad", rejects, NULL);
  g_assert_cmpint (lenient->status, ==, 0);
  g_assert_null (strstr (lenient->out, " 0 added"));
  cli_expect (0, NULL, "check", company, NULL);
}

int
main (int argc, char **argv)
{
  static const char *const departments[] = {
    "cabinet_office-2011-03-31-senior.csv",      "cabinet_office-2011-09-30-senior.csv",
    "environment_agency-2011-03-31-senior.csv",  "environment_agency-2011-09-30-senior.csv",
    "her_majestys_revenue_and_customs-2011-03-31-senior.csv", "ministry_of_defence-2015-09-30-senior.csv",
  };

  cli_start (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (ledgers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/data/ledger/%s/%s", ledgers[i].file, ledgers[i].period);

      g_test_add_data_func (path, &ledgers[i], test_ledger);
    }
  g_test_add_func ("/data/ledger/telco-by-segment", test_telco_by_segment);
  g_test_add_func ("/data/ledger/cdnow-has-one-cohort", test_cdnow_has_one_cohort);
  g_test_add_func ("/data/ledger/retail-identities", test_retail_identities);
  g_test_add_func ("/data/org/northwind", test_northwind);
  for (gsize i = 0; i < G_N_ELEMENTS (departments); i++)
    {
      g_autofree char *path = g_strdup_printf ("/data/org/%s", departments[i]);

      g_test_add_data_func (path, departments[i], test_departments);
    }

  return cli_end ();
}
