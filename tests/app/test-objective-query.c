/* Search, filters and order of the Objectives page, against a small company. */
#include "config.h"

#include "app/ex-objective-query.h"

static void
add (GPtrArray *objectives, GArray *readings, const char *id, const char *leader, const char *title, int weight, ExStatus status, double score)
{
  ExObjective *objective = ex_objective_new (id, "C", leader, title, EX_KIND_NUMBER);
  ExReading reading = { .measured = score >= 0, .n_points = score >= 0, .score = MAX (score, 0), .status = status, .progress = score };

  objective->weight = weight;
  g_ptr_array_add (objectives, objective);
  g_array_append_val (readings, reading);
}

static ExCompany *
company_new (void)
{
  GPtrArray *leaders = g_ptr_array_new ();
  GPtrArray *objectives = g_ptr_array_new ();
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (ExReading));
  g_autoptr (GError) error = NULL;
  ExCompany *company;

  g_ptr_array_add (leaders, ex_leader_new ("L1", "Zoë Ärmel"));
  g_ptr_array_add (leaders, ex_leader_new ("L2", "Ana Okafor"));
  add (objectives, readings, "a", "L1", "Net promoter score", 4000, EX_STATUS_ON_TRACK, 1.2);
  add (objectives, readings, "b", "L1", "Churn", 6000, EX_STATUS_OFF_TRACK, 0.1);
  add (objectives, readings, "c", "L2", "Calls to lost customers", 5000, EX_STATUS_NO_DATA, -1);
  add (objectives, readings, "d", "L2", "Ärger je Kunde", 5000, EX_STATUS_AT_RISK, 0.1);
  company = ex_company_new (ex_company_info_new ("Test", "EUR"), ex_cycle_new ("C", "2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31)),
                            ex_day_new (2026, 6, 30), leaders, objectives, readings, &error);
  g_assert_no_error (error);
  return company;
}

typedef struct
{
  const char *name;
  ExQuery     query;
  const char *ids; /* in order */
} Case;

static const Case cases[] = {
  { "all, in the company’s order", { &ex_objective_query, NULL, EX_OBJECTIVE_BY_ID, FALSE, -1, NULL }, "abcd" },
  { "words in the title, whatever their case", { &ex_objective_query, (char *) "CALLS", EX_OBJECTIVE_BY_ID, FALSE, -1, NULL }, "c" },
  { "case folds beyond ASCII", { &ex_objective_query, (char *) "ärger", EX_OBJECTIVE_BY_ID, FALSE, -1, NULL }, "d" },
  { "the leader’s name", { &ex_objective_query, (char *) "okafor", EX_OBJECTIVE_BY_ID, FALSE, -1, NULL }, "cd" },
  { "every word, in whichever field", { &ex_objective_query, (char *) "ana CALLS", EX_OBJECTIVE_BY_ID, FALSE, -1, NULL }, "c" },
  { "nothing found", { &ex_objective_query, (char *) "xyz", EX_OBJECTIVE_BY_ID, FALSE, -1, NULL }, "" },
  { "one status", { &ex_objective_query, NULL, EX_OBJECTIVE_BY_ID, FALSE, EX_STATUS_OFF_TRACK, NULL }, "b" },
  { "one leader", { &ex_objective_query, NULL, EX_OBJECTIVE_BY_ID, FALSE, -1, (char *) "L1" }, "ab" },
  { "one leader and one status", { &ex_objective_query, NULL, EX_OBJECTIVE_BY_ID, FALSE, EX_STATUS_NO_DATA, (char *) "L2" }, "c" },
  { "by title", { &ex_objective_query, NULL, EX_OBJECTIVE_BY_TITLE, FALSE, -1, NULL }, NULL },
  { "by status, worst first", { &ex_objective_query, NULL, EX_OBJECTIVE_BY_STATUS, FALSE, -1, NULL }, "bdca" },
  { "by score, the unmeasured last, ties as they stood", { &ex_objective_query, NULL, EX_OBJECTIVE_BY_SCORE, FALSE, -1, NULL }, "bdac" },
  { "by score, best first, ties as they stood", { &ex_objective_query, NULL, EX_OBJECTIVE_BY_SCORE, TRUE, -1, NULL }, "abdc" },
  { "by weight", { &ex_objective_query, NULL, EX_OBJECTIVE_BY_WEIGHT, FALSE, -1, NULL }, "acdb" },
};

static char *
ids_of (const ExCompany *company, const GArray *indexes)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < indexes->len; i++)
    g_string_append (ids, ex_company_get_objective (company, g_array_index (indexes, guint, i))->id);
  return g_string_free (ids, FALSE);
}

static void
test_cases (void)
{
  g_autoptr (ExCompany) company = company_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = ex_query_run (&cases[i].query, company);
      g_autofree char *ids = ids_of (company, found);

      g_test_message ("%s", cases[i].name);
      if (cases[i].ids != NULL)
        g_assert_cmpstr (ids, ==, cases[i].ids);
      else
        g_assert_cmpint (found->len, ==, 4);
    }
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GArray **found = data;

  *found = ex_query_run_finish (result, NULL);
  g_assert_nonnull (*found);
}

static void
test_thread (void)
{
  g_autoptr (ExCompany) company = company_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) expected = ex_query_run (&cases[i].query, company);
      GArray *found = NULL;

      ex_query_run_async (&cases[i].query, company, NULL, found_cb, &found);
      while (found == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpmem (found->data, found->len * sizeof (guint), expected->data, expected->len * sizeof (guint));
      g_array_unref (found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/objective-query/finds-filters-and-sorts", test_cases);
  g_test_add_func ("/app/objective-query/a-thread-finds-the-same", test_thread);
  return g_test_run ();
}
