/* Which column of the file each field is read from: what the user said, else the field's name, else another usual name for it. */
#include "config.h"

#include "ex-import-run.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define HEADINGS_SHOWN 40 /* in a message */

/* Other usual names, without case, blanks and marks. The file's own words are never guessed at beyond these. */
static const struct
{
  ExImportWhat what;
  const char  *field;
  const char  *names;
} synonyms[] = {
  { EX_IMPORT_LEADERS, "id", "leaderid employeeid empid personid staffid employeenumber personnelnumber" },
  { EX_IMPORT_LEADERS, "name", "fullname displayname employeename leadername" },
  { EX_IMPORT_LEADERS, "title", "jobtitle position" },
  { EX_IMPORT_LEADERS, "unit", "department team division orgunit organisationalunit organizationalunit" },
  { EX_IMPORT_LEADERS, "email", "mail emailaddress" },
  { EX_IMPORT_LEADERS, "manager", "managerid reportsto reportstoid linemanager linemanagerid supervisor supervisorid" },
  { EX_IMPORT_LEADERS, "incentive_target", "targetincentive targetbonus bonustarget" },
  { EX_IMPORT_LEADERS, "from", "fromdate startdate validfrom" },
  { EX_IMPORT_LEADERS, "to", "todate enddate validto" },
  { EX_IMPORT_OBJECTIVES, "leader", "leaderid owner ownerid employeeid" },
  { EX_IMPORT_OBJECTIVES, "title", "objective objectivetitle" },
  { EX_IMPORT_OBJECTIVES, "kind", "type" },
  { EX_IMPORT_OBJECTIVES, "weight", "weighting weightpercent" },
  { EX_IMPORT_OBJECTIVES, "id", "objectiveid" },
  { EX_IMPORT_OBJECTIVES, "unit", "unitofmeasure" },
  { EX_IMPORT_OBJECTIVES, "decimals", "decimalplaces" },
  { EX_IMPORT_OBJECTIVES, "aggregate", "aggregation" },
  { EX_IMPORT_OBJECTIVES, "due", "duedate deadline" },
  { EX_IMPORT_OBJECTIVES, "source", "datasource" },
  { EX_IMPORT_OBJECTIVES, "cadence", "frequency" },
  { EX_IMPORT_OBJECTIVES, "stage", "journeystage" },
  { EX_IMPORT_OBJECTIVES, "parent", "parentid parentobjective" },
  { EX_IMPORT_OBJECTIVES, "driver", "drivers" },
  { EX_IMPORT_CHECK_INS, "objective", "objectiveid" },
  { EX_IMPORT_CHECK_INS, "date", "day" },
  { EX_IMPORT_CHECK_INS, "value", "actual" },
  { EX_IMPORT_CHECK_INS, "note", "notes comment comments" },
  { EX_IMPORT_CHECK_INS, "next", "nextstep nextsteps whatisnext" },
  { EX_IMPORT_CUSTOMERS, "customer", "customerid customernumber customername client clientid account accountid" },
  { EX_IMPORT_CUSTOMERS, "period", "month quarter year" },
  { EX_IMPORT_CUSTOMERS, "date", "day invoicedate orderdate transactiondate purchasedate" },
  { EX_IMPORT_CUSTOMERS, "value", "amount revenue mrr" },
  { EX_IMPORT_CUSTOMERS, "segment", "customersegment" },
  { EX_IMPORT_CUSTOMERS, "lost_reason", "reason churnreason reasonlost reasonforleaving" },
  { EX_IMPORT_MOVEMENTS, "period", "month quarter year" },
  { EX_IMPORT_RATINGS, "objective", "objectiveid id" },
  { EX_IMPORT_RATINGS, "rating", "ratings" },
  { EX_IMPORT_RATINGS, "comment", "comments note notes reason why" },
};

/* "Reports to (ID)" to "reportstoid". */
static char *
normalise (const char *heading)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));

  return g_string_free (plain, FALSE);
}

static char *
list_headings (ExImportRun *run)
{
  GString *list = g_string_new (NULL);
  guint n = g_strv_length (run->plan->columns);

  for (guint i = 0; i < MIN (n, HEADINGS_SHOWN); i++)
    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", run->plan->columns[i]);
  if (n > HEADINGS_SHOWN)
    g_string_append (list, ", …");

  return g_string_free (list, FALSE);
}

static char *
list_fields (ExImportRun *run)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < run->n_fields; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", run->fields[i].name);

  return g_string_free (list, FALSE);
}

static void
read_headings (ExImportRun *run)
{
  guint n = ex_csv_reader_n_fields (run->reader);

  run->n_columns = n;
  run->plan->columns = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      ExField field = ex_import_trim (ex_csv_reader_get_field (run->reader, i));

      run->plan->columns[i] = g_strndup (field.text, field.length);
    }
}

static int
find_field (ExImportRun *run, const char *name)
{
  g_autofree char *wanted = normalise (name);

  for (guint i = 0; i < run->n_fields; i++)
    {
      g_autofree char *plain = normalise (run->fields[i].name);

      if (g_str_equal (plain, wanted))
        return (int) i;
    }

  return -1;
}

/* Columns whose heading is @wanted: as it stands, or with @loosely but for case, blanks and marks. -1: none; *@second: another one. */
static int
find_heading (ExImportRun *run, const char *wanted, gboolean loosely, int *second)
{
  g_autofree char *plain_wanted = normalise (wanted);
  int found = -1;

  *second = -1;
  for (int i = 0; run->plan->columns[i] != NULL; i++)
    {
      g_autofree char *plain = loosely ? normalise (run->plan->columns[i]) : NULL;

      if (!g_str_equal (loosely ? plain : run->plan->columns[i], loosely ? plain_wanted : wanted))
        continue;
      if (found < 0)
        found = i;
      else if (*second < 0)
        *second = i;
    }

  return found;
}

/* "#3", the third. */
static int
find_number (ExImportRun *run, const char *column)
{
  char *end;
  guint64 number;

  if (column[0] != '#' || !g_ascii_isdigit (column[1]))
    return -1;
  number = g_ascii_strtoull (column + 1, &end, 10);

  return *end == '\0' && number >= 1 && number <= g_strv_length (run->plan->columns) ? (int) number - 1 : -1;
}

static int
find_mapped (ExImportRun *run, const char *column)
{
  g_autofree char *headings = NULL;
  int second;
  int found = find_heading (run, column, FALSE, &second);

  if (found < 0)
    found = find_number (run, column);
  if (found < 0)
    found = find_heading (run, column, TRUE, &second);

  if (found >= 0 && second >= 0)
    {
      ex_import_fail (run, run->line, (guint) second + 1,
                      _("Columns %d and %d are both headed “%s”; name the one that is meant by its number, #%d or #%d."),
                      found + 1, second + 1, column, found + 1, second + 1);
      return -1;
    }
  if (found < 0)
    {
      headings = list_headings (run);
      ex_import_fail (run, run->line, 1, _("There is no column “%s” to map; the columns are %s."), column, headings);
    }

  return found;
}

/* What the user said. @taken: fields that are settled by it, even as left out. */
static void
apply_map (ExImportRun *run, gboolean *taken)
{
  for (guint i = 0; run->options->map != NULL && run->options->map[i] != NULL; i++)
    {
      const char *entry = run->options->map[i];
      const char *equals = strchr (entry, '=');
      g_autofree char *name = equals != NULL ? g_strndup (entry, (gsize) (equals - entry)) : g_strdup (entry);
      g_autofree char *column = equals != NULL ? g_strstrip (g_strdup (equals + 1)) : NULL;
      int field = find_field (run, name);

      if (equals == NULL)
        ex_import_fail (run, run->line, 1, _("“%s” maps nothing; write FIELD=COLUMN, such as id=Number."), entry);
      else if (field < 0)
        {
          g_autofree char *fields = list_fields (run);

          ex_import_fail (run, run->line, 1, _("There is no field “%s” to map; the fields of %s are %s."), name,
                          ex_import_what_nick (run->plan->what), fields);
        }
      else
        {
          taken[field] = TRUE;
          run->plan->field_column[field] = column[0] != '\0' ? find_mapped (run, column) : -1;
        }
    }
}

static gboolean
is_used (ExImportRun *run, int column)
{
  for (guint i = 0; i < run->n_fields; i++)
    if (run->plan->field_column[i] == column)
      return TRUE;

  return FALSE;
}

/* Adds one more claim of a column to a field. */
static void
claim (ExImportRun *run, guint field, int column)
{
  int *chosen = &run->plan->field_column[field];

  if (*chosen >= 0)
    ex_import_fail (run, run->line, (guint) column + 1,
                    _("Columns “%s” and “%s” could both be %s; say which one is (--map %s=COLUMN)."), run->plan->columns[*chosen],
                    run->plan->columns[column], run->fields[field].name, run->fields[field].name);
  else
    *chosen = column;
}

static const char *
get_synonyms (ExImportRun *run, guint field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (synonyms[i].what == run->plan->what && g_str_equal (synonyms[i].field, run->fields[field].name))
      return synonyms[i].names;

  return "";
}

/* Every heading by the fields' own names first: those never give way to another usual name. */
static void
match_names (ExImportRun *run, const gboolean *taken, char **plain)
{
  for (guint field = 0; field < run->n_fields; field++)
    {
      g_autofree char *name = normalise (run->fields[field].name);

      for (int i = 0; !taken[field] && plain[i] != NULL; i++)
        if (g_str_equal (plain[i], name) && !is_used (run, i))
          claim (run, field, i);
    }
}

static void
match_synonyms (ExImportRun *run, const gboolean *taken, char **plain)
{
  for (guint field = 0; field < run->n_fields; field++)
    {
      g_auto (GStrv) names = g_strsplit (get_synonyms (run, field), " ", -1);

      if (taken[field] || run->plan->field_column[field] >= 0)
        continue;
      for (int i = 0; plain[i] != NULL; i++)
        if (plain[i][0] != '\0' && g_strv_contains ((const char * const *) names, plain[i]) && !is_used (run, i))
          claim (run, field, i);
    }
}

/* Of customers' period and date one is enough: where the user names one, the other is not looked for. */
static void
settle_when (ExImportRun *run, gboolean *taken)
{
  const int *column = run->plan->field_column;

  if (run->plan->what != EX_IMPORT_CUSTOMERS)
    return;
  if (column[EX_CUSTOMER_DATE] >= 0)
    taken[EX_CUSTOMER_PERIOD] = TRUE;
  else if (column[EX_CUSTOMER_PERIOD] >= 0)
    taken[EX_CUSTOMER_DATE] = TRUE;
}

static void
match_headings (ExImportRun *run, const gboolean *taken)
{
  guint n = g_strv_length (run->plan->columns);
  g_auto (GStrv) plain = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    plain[i] = normalise (run->plan->columns[i]);
  match_names (run, taken, plain);
  match_synonyms (run, taken, plain);
}

gboolean
ex_import_field_is_needed (ExImportWhat what, guint field, const int *field_column)
{
  guint n;

  if (what == EX_IMPORT_CUSTOMERS && field == EX_CUSTOMER_VALUE && field_column[EX_CUSTOMER_LOST_REASON] >= 0)
    return FALSE;

  return ex_import_fields (what, &n)[field].required;
}

/* Ratings are handed in without a map of columns. */
static void
require (ExImportRun *run)
{
  g_autofree char *headings = list_headings (run);

  for (guint i = 0; i < run->n_fields; i++)
    if (run->plan->field_column[i] >= 0 || !ex_import_field_is_needed (run->plan->what, i, run->plan->field_column))
      continue;
    else if (run->plan->what == EX_IMPORT_RATINGS)
      ex_import_fail (run, run->line, 1, _("No column is %s, which ratings need; the columns are %s. Name one of them so."), run->fields[i].name, headings);
    else
      ex_import_fail (run, run->line, 1, _("No column is %s, which %s need; the columns are %s. Name one of them (--map %s=COLUMN)."),
                      run->fields[i].name, ex_import_what_nick (run->plan->what), headings, run->fields[i].name);
}

static void
note_columns (ExImportRun *run)
{
  g_autoptr (GString) left_out = g_string_new (NULL);

  for (guint i = 0; i < run->n_fields; i++)
    if (ex_import_has (run, i) && !g_str_equal (ex_import_heading (run, i), run->fields[i].name))
      ex_import_note (run, _("%s is read from column “%s”."), run->fields[i].name, ex_import_heading (run, i));

  for (int i = 0; run->plan->columns[i] != NULL; i++)
    if (!is_used (run, i))
      g_string_append_printf (left_out, "%s“%s”", left_out->len > 0 ? ", " : "", run->plan->columns[i]);
  if (left_out->len > 0)
    ex_import_note (run, _("Left out: %s."), left_out->str);
}

gboolean
ex_import_find_columns (ExImportRun *run)
{
  g_autofree gboolean *taken = g_new0 (gboolean, run->n_fields);

  run->plan->field_column = g_new (int, run->n_fields);
  for (guint i = 0; i < run->n_fields; i++)
    run->plan->field_column[i] = -1;

  read_headings (run);
  apply_map (run, taken);
  settle_when (run, taken);
  match_headings (run, taken);
  if (!run->plan->fatal)
    require (run);
  note_columns (run);

  return !run->plan->fatal;
}

gboolean
ex_import_has (ExImportRun *run, guint field)
{
  return run->plan->field_column[field] >= 0;
}

const char *
ex_import_heading (ExImportRun *run, guint field)
{
  int column = run->plan->field_column[field];

  return column >= 0 && run->plan->columns[column][0] != '\0' ? run->plan->columns[column] : run->fields[field].name;
}
