/* History in words: from the journal's rows to sentences. */
#include "config.h"

#include "app/ex-action-words.h"
#include "app/ex-change-words.h"

static ExCompany *
small_company (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  GPtrArray *objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  GArray *readings = g_array_new (FALSE, TRUE, sizeof (ExReading));
  ExObjective *objective = ex_objective_new ("O1", "C1", "L2", "Keep contracts", EX_KIND_NUMBER);
  ExCompany *company;

  objective->unit = g_strdup ("%");
  objective->decimals = 1;
  g_ptr_array_add (leaders, ex_leader_new ("L1", "Ana Okafor"));
  g_ptr_array_add (leaders, ex_leader_new ("L2", "Ben Ito"));
  g_ptr_array_add (objectives, objective);
  g_array_set_size (readings, 1);
  company = ex_company_new (ex_company_info_new ("Test", "EUR"),
                            ex_cycle_new ("C1", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31)), ex_day_new (2026, 7, 1),
                            leaders, objectives, readings, &error);
  g_assert_no_error (error);
  return company;
}

typedef struct
{
  const char *what;
  const char *table;
  const char *key;
  const char *before;
  const char *after;
  const char *title;
  const char *lines; /* joined by " | " */
} Case;

static const Case cases[] = {
  { "a target that moved", "objectives", "O1",
    "{\"id\":\"O1\",\"title\":\"Keep contracts\",\"target\":40.0,\"weight\":5000}",
    "{\"id\":\"O1\",\"title\":\"Keep contracts\",\"target\":45.0,\"weight\":5000}",
    "Objective “Keep contracts”", "Target: 40.0 % → 45.0 %" },
  { "a hundredth is not rounded away", "objectives", "O1",
    "{\"id\":\"O1\",\"title\":\"Keep contracts\",\"target\":45.12}", "{\"id\":\"O1\",\"title\":\"Keep contracts\",\"target\":45.13}",
    "Objective “Keep contracts”", "Target: 45.12 % → 45.13 %" },
  { "a weight in percent", "objectives", "O1",
    "{\"title\":\"Keep contracts\",\"weight\":3333}", "{\"title\":\"Keep contracts\",\"weight\":3334}",
    "Objective “Keep contracts”", "Weight: 33.33 % → 33.34 %" },
  { "something set that was not", "objectives", "O1",
    "{\"title\":\"Keep contracts\",\"stretch\":null,\"cadence\":null}", "{\"title\":\"Keep contracts\",\"stretch\":50.0,\"cadence\":\"monthly\"}",
    "Objective “Keep contracts”", "Stretch: nothing → 50.0 % | Cadence: nothing → Monthly" },
  { "a new leader", "leaders", "L2", NULL,
    "{\"id\":\"L2\",\"name\":\"Ben Ito\",\"title\":null,\"manager_id\":\"L1\",\"incentive_target\":1250000,\"from_day\":\"2026-01-01\",\"import\":null}",
    "New leader Ben Ito", "Name: Ben Ito | Manager: Ana Okafor | Incentive target: 12,500.00 € | In role from: 1 Jan 2026" },
  { "a manager who is gone is still named by id", "leaders", "L2",
    "{\"name\":\"Ben Ito\",\"manager_id\":\"L9\"}", "{\"name\":\"Ben Ito\",\"manager_id\":null}",
    "Leader Ben Ito", "Manager: L9 → nothing" },
  { "a removed leader", "leaders", "L7", "{\"id\":\"L7\",\"name\":\"Cy\"}", NULL, "Leader Cy removed", "Name: Cy" },
  { "a corrected check-in", "check_ins", "O1, 2026-03-31",
    "{\"objective_id\":\"O1\",\"day\":\"2026-03-31\",\"value\":41.0,\"note\":\"a\\\"b\\n\"}",
    "{\"objective_id\":\"O1\",\"day\":\"2026-03-31\",\"value\":42.5,\"note\":\"a\\\"b\\n\"}",
    "Check-in of “Keep contracts”", "Value: 41.0 % → 42.5 %" },
  { "an import", "imports", "3", NULL,
    "{\"number\":3,\"what\":\"leaders\",\"file_name\":\"org.csv\",\"file_digest\":\"ab\",\"added\":12000,\"total\":\"1\",\"digest\":\"cd\"}",
    "Import of org.csv", "File: org.csv | Rows added: 12,000" },
  { "an import undone says nothing new", "imports", "3",
    "{\"file_name\":\"org.csv\",\"undone\":0}", "{\"file_name\":\"org.csv\",\"undone\":1}", "Import of org.csv", "" },
  { "a driver", "links", "O1, retain", NULL,
    "{\"objective_id\":\"O1\",\"driver\":\"retain\",\"claim_value\":null,\"claim_customers\":120}",
    "New driver of “Keep contracts”", "Objective: Keep contracts | Driver: Retain | Claim in customers: 120" },
  { "a table that nobody thought of", "rooms", "1", NULL, "{\"name\":\"x\"}", "rooms", "" },
};

static void
test_words (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (ExCompany) company = small_company ();
  const ExChange change = { (char *) c->table, (char *) c->key, (char *) c->before, (char *) c->after };
  g_autofree char *title = ex_change_title (&change, company);
  g_autoptr (GPtrArray) lines = ex_change_lines (&change, company);
  g_autofree char *joined = NULL;

  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv (" | ", (char **) lines->pdata);
  g_assert_cmpstr (title, ==, c->title);
  g_assert_cmpstr (joined, ==, c->lines);
}

static void
test_actions (void)
{
  ExAction edit = { .number = 7, .name = (char *) "Edit a leader", .subject = (char *) "Ana Okafor" };
  ExAction first = { .number = 1, .name = (char *) "New company" };
  ExAction odd = { .number = 2, .name = (char *) "Something new" };
  g_autofree char *done = ex_action_done (&edit);
  g_autofree char *odd_done = ex_action_done (&odd);
  g_autofree char *undo = ex_action_undo_text (&edit);
  g_autofree char *redo = ex_action_redo_text (&odd);
  g_autofree char *nothing = ex_action_undo_text (NULL);

  g_assert_cmpstr (done, ==, "Leader changed: Ana Okafor");
  g_assert_cmpstr (odd_done, ==, "Something new");
  g_assert_cmpstr (undo, ==, "Undo “Edit a leader”: Ana Okafor");
  g_assert_cmpstr (redo, ==, "Redo “Something new”");
  g_assert_cmpstr (nothing, ==, "Nothing to undo");
  g_assert_true (ex_action_can_undo (&edit));
  g_assert_false (ex_action_can_undo (&first));
  edit.undone_by = 8;
  g_assert_false (ex_action_can_undo (&edit));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/change-words/%s", cases[i].what);
      g_test_add_data_func (path, &cases[i], test_words);
    }
  g_test_add_func ("/change-words/actions done, and to be taken back", test_actions);
  return g_test_run ();
}
