/* History in words: from the journal's rows to sentences. */
#include "config.h"

#include "app/ex-action-words.h"
#include "app/ex-change-words.h"
#include "app/ex-review-words.h"

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

  const char *earlier;   /* as in ExChange */
  const char *leader;
  const char *objective;
  const char *cycle;
  ExHidden    hidden;
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
  { "what a cycle pays by", "reward_terms", "C1", NULL,
    "{\"cycle_id\":\"C1\",\"curve\":\"2:50,5:100,8.5:150\",\"measure\":\"value\",\"gate\":-1.5,\"pool\":50000000,\"company_share\":8000,\"cap\":15000}",
    "What FY 2026 pays by",
    "Curve: 2 % pays 50 %, 5 % pays 100 %, 8.5 % pays 150 % | Growth of: their value | Gate: −1.5 % | Pool: 500,000.00 € | Company share: 80 %"
    " | Own factor at most: 150 %", .cycle = "FY 2026" },
  { "a curve that changed", "reward_terms", "C1",
    "{\"cycle_id\":\"C1\",\"curve\":\"2:50,5:100\",\"measure\":\"value\",\"pool\":null}",
    "{\"cycle_id\":\"C1\",\"curve\":\"2:50,5:120\",\"measure\":\"customers\",\"pool\":100}",
    "What FY 2026 pays by", "Curve: 2 % pays 50 %, 5 % pays 100 % → 2 % pays 50 %, 5 % pays 120 % | Growth of: their value → customers"
    " | Pool: nothing → 1.00 €", .cycle = "FY 2026" },
  { "rewards of a close", "reward_runs", "C1, 2", NULL,
    "{\"cycle_id\":\"C1\",\"version\":2,\"step\":7,\"measure\":\"customers\",\"opening\":1000,\"closing\":1030,\"factor\":0.66666666666666663,"
    "\"total\":1250}",
    "Rewards of FY 2026", "Version: 2 | Growth of: customers | At the opening: 1,000 | At the closing: 1,030 | Company factor: 66.67 % | All rewards: 12.50 €",
    .cycle = "FY 2026" },
  { "a reward", "reward_statements", "C1, 1, L2", NULL,
    "{\"leader_id\":\"L2\",\"target\":1000000,\"own_score\":0.5,\"own_from\":\"excused\",\"days_in_role\":92,\"reward\":333333}",
    "Reward of Ben Ito", "Incentive target: 10,000.00 € | Score: 50 % | Own factor from: excused: the company factor | Days in role: 92"
    " | Reward: 3,333.33 €", .leader = "Ben Ito" },
  { "a reward of somebody else", "reward_statements", "", NULL, "{}", "A reward", "hidden: what others are paid is confidential",
    .hidden = EX_HIDDEN_PAY },
  { "an import undone says nothing new", "imports", "3",
    "{\"file_name\":\"org.csv\",\"undone\":0}", "{\"file_name\":\"org.csv\",\"undone\":1}", "Import of org.csv", "" },
  { "a driver", "links", "O1, retain", NULL,
    "{\"objective_id\":\"O1\",\"driver\":\"retain\",\"claim_value\":null,\"claim_customers\":120}",
    "New driver of “Keep contracts”", "Objective: Keep contracts | Driver: Retain | Claim in customers: 120" },
  { "a first step", "review_steps", "C1, L2, 1", NULL,
    "{\"cycle_id\":\"C1\",\"leader_id\":\"L2\",\"number\":1,\"step\":\"agree\",\"why\":null,\"day\":\"2026-02-01\",\"state\":\"agreed\",\"reviewer_id\":\"L1\","
    "\"assessed_by\":null,\"excused\":0,\"reviewer_signed\":null,\"leader_signed\":null}",
    "Review of Ben Ito", "State: drafting → agreed | Reviewer: Ana Okafor", .leader = "Ben Ito" },
  { "a step from the one before", "review_steps", "C1, L2, 3", NULL,
    "{\"number\":3,\"step\":\"send-back\",\"why\":\"Weights\",\"state\":\"drafting\",\"reviewer_id\":\"L1\",\"excused\":0}",
    "Review of Ben Ito", "State: agreed → drafting | Why: Weights",
    "{\"number\":2,\"step\":\"agree\",\"why\":\"not this\",\"state\":\"agreed\",\"reviewer_id\":\"L1\",\"excused\":0}", .leader = "Ben Ito" },
  { "moved to another reviewer", "review_steps", "C1, L2, 3", NULL,
    "{\"number\":3,\"step\":\"move\",\"why\":\"She left\",\"state\":\"agreed\",\"reviewer_id\":\"L2\"}",
    "Review of Ben Ito", "Reviewer: Ana Okafor → Ben Ito | Why: She left", "{\"number\":2,\"state\":\"agreed\",\"reviewer_id\":\"L1\"}", .leader = "Ben Ito" },
  { "a signature of the board", "review_steps", "C1, L2, 5", NULL,
    "{\"number\":5,\"step\":\"sign\",\"state\":\"assessed\",\"reviewer_signed\":\"\"}",
    "Review of Ben Ito", "Signed as the reviewer by: the board", "{\"number\":4,\"state\":\"assessed\",\"reviewer_signed\":null}", .leader = "Ben Ito" },
  { "a dissent", "review_steps", "C1, L2, 6", NULL,
    "{\"number\":6,\"step\":\"dissent\",\"why\":\"Not so\",\"state\":\"assessed\"}", "Review of Ben Ito", "Dissent: Not so",
    "{\"number\":5,\"state\":\"assessed\"}", .leader = "Ben Ito" },
  { "a step that was undone", "review_steps", "C1, L2, 1",
    "{\"number\":1,\"step\":\"agree\",\"state\":\"agreed\",\"reviewer_id\":\"L1\"}", NULL,
    "Review of Ben Ito, a step taken back", "State: agreed → drafting | Reviewer: Ana Okafor → nothing", .leader = "Ben Ito" },
  { "a cycle that advances", "cycle_steps", "C1, 2", NULL, "{\"cycle_id\":\"C1\",\"number\":2,\"step\":\"advance\",\"phase\":\"assess\",\"why\":null}",
    "Cycle FY 2026", "Phase: Run → Assess", "{\"cycle_id\":\"C1\",\"number\":1,\"step\":\"advance\",\"phase\":\"run\",\"why\":null}", .cycle = "FY 2026" },
  { "a rating that changed", "ratings", "O1, manager, L1",
    "{\"objective_id\":\"O1\",\"role\":\"manager\",\"rater_id\":\"L1\",\"rating\":3,\"comment\":\"Well\",\"confirmed\":0,\"actual\":null}",
    "{\"objective_id\":\"O1\",\"role\":\"manager\",\"rater_id\":\"L1\",\"rating\":4,\"comment\":\"Well\",\"confirmed\":1,\"actual\":84.5}",
    "Rating of “Keep contracts”", "Rating: 3 (Met) → 4 (Exceeded) | Actual confirmed: no → yes | Actual: nothing → 84.5 %", .objective = "Keep contracts" },
  { "a self-assessment", "ratings", "O1, self, L2", NULL,
    "{\"objective_id\":\"O1\",\"role\":\"self\",\"rater_id\":\"L2\",\"rating\":3,\"comment\":\"Well\",\"confirmed\":0,\"actual\":null}",
    "Self-assessment of “Keep contracts”", "Rating: 3 (Met) | Comment: Well", .objective = "Keep contracts" },
  { "of an objective of another cycle", "ratings", "O9, self, L2", NULL,
    "{\"objective_id\":\"O9\",\"role\":\"self\",\"rating\":3,\"confirmed\":0}", "Self-assessment of “Old one”", "Rating: 3", .objective = "Old one" },
  { "what the leader may not read yet", "ratings", "O1, manager, L1", NULL, "{\"objective_id\":\"O1\",\"role\":\"manager\",\"rater_id\":\"L1\"}",
    "Rating of “Keep contracts”", "hidden until the cycle is in Sign", .objective = "Keep contracts", .hidden = EX_HIDDEN_UNTIL_SIGN },
  { "what nobody else reads", "private_notes", "", NULL, "{}", "A private note", "private", .hidden = EX_HIDDEN_PRIVATE },
  { "who observes whom", "observers", "", NULL, "{}", "Who observes whom", "private", .hidden = EX_HIDDEN_PRIVATE },
  { "an observer's rating", "ratings", "O1, observer", NULL, "{\"objective_id\":\"O1\",\"role\":\"observer\"}",
    "An observer’s rating of “Keep contracts”", "hidden: shown only as a mean of three observers or more", .objective = "Keep contracts",
    .hidden = EX_HIDDEN_OBSERVER },
  { "an adjustment", "adjustments", "O1", NULL, "{\"objective_id\":\"O1\",\"rating\":4,\"why\":\"As Nils\",\"agreed_by\":\"Ana\"}",
    "Adjusted rating of “Keep contracts”", "Rating: 4 (Exceeded) | Why: As Nils | Agreed by: Ana", .objective = "Keep contracts" },
  { "an adjustment of what was said first", "adjustments", "O1", NULL, "{\"objective_id\":\"O1\",\"rating\":4,\"why\":\"As Nils\",\"agreed_by\":\"Ana\"}",
    "Adjusted rating of “Keep contracts”", "Rating: 3 (Met) → 4 (Exceeded) | Why: As Nils | Agreed by: Ana", "{\"rating\":3}", .objective = "Keep contracts" },
  { "a rating that is nobody's business", "ratings", "", NULL, "{}", "A rating", "private", .hidden = EX_HIDDEN_PRIVATE },
  { "a proposal", "amended_objectives", "C1, L2, 1, O1", NULL,
    "{\"cycle_id\":\"C1\",\"leader_id\":\"L2\",\"number\":1,\"objective_id\":\"O1\",\"aggregate\":\"latest\",\"baseline\":80.0,\"target\":45.0,\"stretch\":null,"
    "\"weight\":5000,\"links\":\"[{\\\"driver\\\":\\\"retain\\\",\\\"value\\\":120000,\\\"customers\\\":null}]\",\"old_aggregate\":\"latest\",\"old_baseline\":80.0,"
    "\"old_target\":40.0,\"old_stretch\":50.0,\"old_weight\":4000,\"old_links\":\"[]\"}",
    "Proposed for “Keep contracts”",
    "Target: 40.0 % → 45.0 % | Weight: 40 % → 50 % | Drivers: none → Retain 1,200.00 € | Stretch: 50.0 % → nothing", .objective = "Keep contracts" },
  { "an amendment that was answered", "amendments", "C1, L2, 1",
    "{\"leader_id\":\"L2\",\"number\":1,\"why\":\"x\",\"proposed_by\":\"L2\",\"state\":\"proposed\",\"decided_by\":null,\"answer\":null}",
    "{\"leader_id\":\"L2\",\"number\":1,\"why\":\"x\",\"proposed_by\":\"L2\",\"state\":\"accepted\",\"decided_by\":\"L1\",\"answer\":\"Fine\"}",
    "Amendment for Ben Ito", "State: proposed → accepted | Decided by: nothing → Ana Okafor | Answer: nothing → Fine", .leader = "Ben Ito" },
  { "a past manager", "past_managers", "L2, 2026-03-31", NULL, "{\"leader_id\":\"L2\",\"until_day\":\"2026-03-31\",\"manager_id\":\"L1\"}",
    "Whom Ben Ito reported to", "Until: 31 Mar 2026 | Manager: Ana Okafor", .leader = "Ben Ito" },
  { "a final period", "final_periods", "2026-09", NULL, "{\"period\":\"2026-09\"}", "Period 2026-09 is final", "" },
  { "a word of the scale", "scale_words", "C1, 3", "{\"cycle_id\":\"C1\",\"rating\":3,\"words\":\"Met\"}", "{\"cycle_id\":\"C1\",\"rating\":3,\"words\":\"As agreed\"}",
    "Rating 3 of the scale", "Means: Met → As agreed" },
  { "an objective of a cycle out of view", "check_ins", "O9, 2025-03-31", NULL, "{\"objective_id\":\"O9\",\"day\":\"2025-03-31\",\"value\":41.5}",
    "New check-in of “Old one”", "Objective: Old one | Day: 31 Mar 2025 | Value: 41.5", .objective = "Old one" },
  { "a table that nobody thought of", "rooms", "1", NULL, "{\"name\":\"x\"}", "rooms", "" },
};

static void
test_words (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (ExCompany) company = small_company ();
  const ExChange change = { (char *) c->table, (char *) c->key, (char *) c->before, (char *) c->after, c->hidden,
                            (char *) c->earlier, (char *) c->cycle, (char *) c->leader, (char *) c->objective };
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
  g_autofree char *day = ex_action_done (&(ExAction) { .name = (char *) "Say how far the customer figures are complete", .subject = (char *) "2026-06-30" });

  g_assert_cmpstr (done, ==, "Leader changed: Ana Okafor");
  g_assert_cmpstr (odd_done, ==, "Something new");
  g_assert_cmpstr (undo, ==, "Undo “Edit a leader”: Ana Okafor");
  g_assert_cmpstr (redo, ==, "Redo “Something new”");
  g_assert_cmpstr (nothing, ==, "Nothing to undo");
  g_assert_true (ex_action_can_undo (&edit));
  g_assert_cmpstr (day, ==, "Said how far the customer figures are complete: 30 Jun 2026");
  g_assert_false (ex_action_can_undo (&(ExAction) { .name = (char *) "Sign a review" }));
  g_assert_false (ex_action_can_undo (&(ExAction) { .name = (char *) "Close a cycle" }));
  g_assert_true (ex_action_can_undo (&(ExAction) { .name = (char *) "Agree objectives" }));
  g_assert_false (ex_action_can_undo (&first));
  edit.undone_by = 8;
  g_assert_false (ex_action_can_undo (&edit));
}

/* Every step, of one and of many, says in its toast what was done. */
static void
test_steps_done (void)
{
  for (guint step = 0; step <= EX_STEP_OBSERVE; step++)
    for (guint several = 0; several < 2; several++)
      {
        ExAction action = { .number = 1, .name = (char *) ex_review_action_name (step, several) };
        g_autofree char *done = ex_action_done (&action);

        g_test_message ("%s", action.name);
        g_assert_cmpstr (done, !=, action.name);
      }
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
  g_test_add_func ("/change-words/every step says what was done", test_steps_done);
  g_test_add_func ("/change-words/actions done, and to be taken back", test_actions);
  return g_test_run ();
}
