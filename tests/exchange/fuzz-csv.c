#include "config.h"

#include "fuzz-csv.h"

#include "exchange-fixture.h"

#define N_KINDS 5

/* Every field lies within memory that may be read, and rows come with rising lines. */
static void
read_through (GBytes *bytes)
{
  g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, NULL, NULL);
  g_autoptr (ExProblems) problems = ex_problems_new ();
  guint last = 0;

  if (reader == NULL)
    return;
  while (ex_csv_reader_next (reader, problems))
    {
      g_assert_cmpuint (ex_csv_reader_get_line (reader), >, last);
      last = ex_csv_reader_get_line (reader);
      for (guint i = 0; i < ex_csv_reader_n_fields (reader); i++)
        {
          ExField field = ex_csv_reader_get_field (reader, i);

          g_assert_true (g_utf8_validate (field.text, (gssize) field.length, NULL));
        }
    }
}

/* What a plan must keep, whatever it was made of. */
static void
check_plan (const ExImportPlan *plan)
{
  guint line = 0;

  g_assert_cmpuint (plan->rows_refused, <=, plan->rows_read);
  for (guint i = 0; i < plan->problems->kept->len; i++)
    {
      const ExProblem *problem = g_ptr_array_index (plan->problems->kept, i);

      g_assert_cmpuint (problem->line, >=, line);
      g_assert_cmpuint (problem->column, >=, 1);
      g_assert_true (problem->text[0] != '\0');
      g_assert_true (g_utf8_validate (problem->text, -1, NULL));
      line = problem->line;
    }
  if (plan->rows_refused > 0)
    g_assert_cmpuint (plan->problems->errors, >, 0);
  if (plan->leaders != NULL)
    g_assert_cmpuint (plan->leaders->len + plan->rows_refused, ==, plan->rows_read);
  if (plan->objectives != NULL)
    g_assert_cmpuint (plan->objectives->len + plan->rows_refused, ==, plan->rows_read);
  if (plan->check_ins != NULL && plan->rows_read > 0)
    g_assert_cmpuint (plan->check_ins->len + plan->rows_refused, <=, plan->rows_read);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static Fixture *fixture;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ExImportPlan) plan = NULL;
  ExImportOptions options = { .kind = -1 };

  if (size == 0)
    return 0;
  if (fixture == NULL)
    fixture = fixture_new ();

  /* The first byte says what it is imported as, and how. */
  options.skip_bad = (data[0] / N_KINDS) & 1;
  bytes = g_bytes_new (data + 1, size - 1);
  read_through (bytes);
  plan = ex_import_plan_new_for_bytes ((ExImportWhat) (data[0] % N_KINDS), "fuzz", bytes, &fixture->context, &options, NULL);
  if (plan != NULL)
    check_plan (plan);

  return 0;
}
