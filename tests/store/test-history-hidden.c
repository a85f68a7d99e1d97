/* Who reads what of the history, in every phase of a cycle; and that what is hidden is not given away by a name, a search or an undo. */
#include "config.h"

#include "history-fixture.h"

/* Cy under Bob under Ann; Dee, Eve and Fay observe Cy. */
static const char * const viewers[] = { "HR", "a", "b", "c", "d", "e" };

/* Whether anything that may be read has the words: any change, any action. */
static gboolean
reads (ExStore *store, const char *viewer, const char *words)
{
  g_autoptr (GPtrArray) actions = NULL;
  gboolean found_it = FALSE;

  act_as (store, viewer);
  actions = list_actions (store, NULL, 0, 10000);
  for (guint i = 0; i < actions->len; i++)
    {
      const ExAction *action = g_ptr_array_index (actions, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes = ex_store_list_changes (store, action->number, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < changes->len; j++)
        {
          const ExChange *change = g_ptr_array_index (changes, j);

          found_it |= (change->before != NULL && strstr (change->before, words) != NULL) || (change->after != NULL && strstr (change->after, words) != NULL)
                      || strstr (change->key, words) != NULL;
        }
    }
  return found_it;
}

typedef struct
{
  const char *words; /* that only the secret has */
  const char *seen;  /* by the moment, then by the viewer as above; '.' not there yet */
} Secret;

static const Secret secrets[] = {
  /*                 drafted   submitted  rated      assessed   sign       back */
  { "self-words",    "000100   111100     111100     111100     111100     111100" },
  { "manager-words", "......   ......     001000     111000     111100     111000" },
  { "adjust-words",  "......   ......     ......     111000     111100     111000" },
  { "note-words",    "......   ......     001000     001000     001000     001000" },
  { "observer-words", "......  ......     000010     000010     000010     000010" },
  { "\"observer_id\"", "...... ......     100000     100000     100000     100000" },
};

static void
assert_moment (ExStore *store, guint moment)
{
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_auto (GStrv) seen = g_regex_split_simple (" +", secrets[i].seen, 0, 0);

      for (guint j = 0; j < G_N_ELEMENTS (viewers); j++)
        if (reads (store, viewers[j], secrets[i].words) != (seen[moment][j] == '1'))
          g_error ("%s %s %s at moment %u", viewers[j], seen[moment][j] == '1' ? "does not read" : "reads", secrets[i].words, moment);
    }
}

static void
name_observers (ExStore *store)
{
  static const char * const observers[] = { "d", "e", "f", NULL };
  g_autoptr (GError) error = NULL;

  act_as (store, EX_STORE_HR);
  ex_store_set_observers (store, "fy26", "c", observers, &error);
  g_assert_no_error (error);
}

static void
say (ExStore *store, const char *actor, const char *objective, ExRole role, const char *rater, const char *comment)
{
  g_autoptr (GError) error = NULL;

  rate (store, actor, objective, role, rater, 4, comment, &error);
  g_assert_no_error (error);
}

/* The reviews of Ann and Bob are far enough for Cy's. */
static void
set_up_hidden (Fixture *fixture, gconstpointer data)
{
  reviews_set_up (fixture, data);
  save_leader (fixture->store, "e", "Eve", "a");
  save_leader (fixture->store, "f", "Fay", "a");
  must_take (fixture->store, "HR", "a", EX_STEP_AGREE, NULL);
  must_take (fixture->store, "a", "b", EX_STEP_AGREE, NULL);
  must_take (fixture->store, "b", "c", EX_STEP_AGREE, NULL);
  advance_to (fixture->store, EX_PHASE_ASSESS);
  for (guint i = 0; i < 2; i++)
    {
      const char *id = i == 0 ? "a" : "b";

      must_rate_all (fixture->store, id, id, EX_ROLE_SELF, id, 4);
      must_take (fixture->store, id, id, EX_STEP_SELF_ASSESS, NULL);
    }
  must_rate_all (fixture->store, "c", "c", EX_ROLE_SELF, "c", 4);
  say (fixture->store, "c", "c1", EX_ROLE_SELF, "c", "self-words");
}

static void
say_of_cy (ExStore *store)
{
  g_autoptr (GError) error = NULL;

  must_rate_all (store, "b", "c", EX_ROLE_MANAGER, "b", 3);
  say (store, "b", "c1", EX_ROLE_MANAGER, "b", "manager-words");
  ex_store_save_note (store, "fy26", "c", "note-words", &error);
  g_assert_no_error (error);
  name_observers (store);
  say (store, "d", "c1", EX_ROLE_OBSERVER, "d", "observer-words");
}

static void
adjust (ExStore *store)
{
  g_autoptr (ExAdjustment) adjustment = ex_adjustment_new ("c1", 2, "adjust-words", "Ann");
  g_autoptr (GError) error = NULL;

  act_as (store, EX_STORE_HR);
  ex_store_adjust (store, adjustment, &error);
  g_assert_no_error (error);
}

static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  assert_moment (store, 0);
  must_take (store, "c", "c", EX_STEP_SELF_ASSESS, NULL);
  assert_moment (store, 1);
  say_of_cy (store);
  assert_moment (store, 2);
  must_take (store, "b", "c", EX_STEP_ASSESS, NULL);
  adjust (store);
  assert_moment (store, 3);
  advance_to (store, EX_PHASE_SIGN);
  assert_moment (store, 4);
  act_as (store, "HR");
  ex_store_back_cycle (store, "fy26", "too early", &error);
  g_assert_no_error (error);
  assert_moment (store, 5);
}

/* (transfer full) as @viewer reads the newest action of @number */
static ExAction *
read_action (ExStore *store, const char *viewer, gint64 number)
{
  g_autoptr (GPtrArray) actions = NULL;

  act_as (store, viewer);
  actions = list_actions (store, NULL, number + 1, 1);
  return g_ptr_array_steal_index (actions, 0);
}

static void
assert_reads (ExStore *store, const char *viewer, gint64 number, const char *name, const char *subject, const char *actor)
{
  g_autoptr (ExAction) action = read_action (store, viewer, number);

  g_assert_cmpstr (action->name, ==, name);
  g_assert_cmpstr (action->subject, ==, subject);
  g_assert_cmpstr (action->actor, ==, actor);
  g_assert_true ((*action->system_user == '\0') == (*actor == '\0'));
}

static void
test_given_away (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExAction) own = NULL;
  const ExHistoryFilter of_cy = { .leader = "c" };
  const ExHistoryFilter by_dee = { .person = "d" };
  gint64 observed;

  must_take (store, "c", "c", EX_STEP_SELF_ASSESS, NULL);
  say_of_cy (store);
  observed = n_actions (store);

  own = read_action (store, "d", observed);
  assert_reads (store, "d", observed, "Rate as an observer", own->subject, "d");
  g_assert_nonnull (own->subject);
  assert_reads (store, "HR", observed, "Rate as an observer", NULL, "");
  assert_reads (store, "c", observed, "Something private", NULL, "");
  assert_reads (store, "c", observed - 1, "Something private", NULL, "HR");
  assert_reads (store, "c", observed - 2, "Write a private note", NULL, "b");
  assert_reads (store, "HR", observed - 2, "Write a private note", NULL, "b");
  assert_reads (store, "c", observed - 3, "Rate a leader", NULL, "b");

  act_as (store, "HR");
  g_assert_false (finds (store, &by_dee, observed));
  g_assert_true (finds (store, &of_cy, observed));
  act_as (store, "c");
  for (gint64 number = observed - 3; number <= observed; number++)
    g_assert_false (finds (store, &of_cy, number));
  act_as (store, "b");
  g_assert_true (finds (store, &of_cy, observed - 3));
  g_assert_true (finds (store, &of_cy, observed - 2));
  g_assert_false (finds (store, &of_cy, observed));
  act_as (store, "d");
  g_assert_true (finds (store, &by_dee, observed));
  g_assert_true (finds (store, &of_cy, observed));
}

static void
assert_hidden (ExStore *store, const char *viewer, gint64 number, ExHidden hidden, const char *key, const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const ExChange *change;

  act_as (store, viewer);
  changes = ex_store_list_changes (store, number, &error);
  g_assert_no_error (error);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->hidden, ==, hidden);
  g_assert_cmpstr (change->key, ==, key);
  g_assert_cmpstr (change->after, ==, after);
}

/* Why it is hidden is told to whom it concerns. */
static void
test_why_hidden (Fixture *fixture, gconstpointer data)
{
  static const char self[] = "{\"objective_id\":\"c1\",\"role\":\"self\",\"rater_id\":\"c\"}";
  static const char manager[] = "{\"objective_id\":\"c1\",\"role\":\"manager\",\"rater_id\":\"b\"}";
  static const char observer[] = "{\"objective_id\":\"c1\",\"role\":\"observer\"}";
  ExStore *store = fixture->store;
  gint64 last = n_actions (store);

  assert_hidden (store, "HR", last, EX_HIDDEN_UNTIL_SUBMITTED, "c1, self, c", self);
  assert_hidden (store, "b", last, EX_HIDDEN_UNTIL_SUBMITTED, "c1, self, c", self);
  assert_hidden (store, "d", last, EX_HIDDEN_PRIVATE, "", "{}");
  must_take (store, "c", "c", EX_STEP_SELF_ASSESS, NULL);
  say_of_cy (store);
  last = n_actions (store);
  assert_hidden (store, "HR", last, EX_HIDDEN_OBSERVER, "c1, observer", observer);
  assert_hidden (store, "HR", last - 3, EX_HIDDEN_UNTIL_ASSESSED, "c1, manager, b", manager);
  assert_hidden (store, "c", last - 3, EX_HIDDEN_UNTIL_SIGN, "c1, manager, b", manager);
  assert_hidden (store, "d", last - 3, EX_HIDDEN_PRIVATE, "", "{}");
  assert_hidden (store, "c", last, EX_HIDDEN_OBSERVER, "", "{}");
  assert_hidden (store, "a", last - 2, EX_HIDDEN_PRIVATE, "", "{}");
  assert_hidden (store, "b", last - 1, EX_HIDDEN_PRIVATE, "", "{}");
}

/* What somebody typed for another is no secret from them; nor is it theirs to read because they undid it. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExAction) undone = NULL;
  g_autoptr (GError) error = NULL;

  say (store, "HR", "c2", EX_ROLE_SELF, "c", "typed for her");
  g_assert_true (reads (store, "HR", "typed for her"));
  g_assert_true (reads (store, "c", "typed for her"));
  g_assert_false (reads (store, "b", "typed for her"));
  say (store, "c", "c3", EX_ROLE_SELF, "c", "typed by her");
  act_as (store, "HR");
  undone = ex_store_undo (store, n_actions (store), &error);
  g_assert_no_error (error);
  g_assert_null (undone->subject);
  g_assert_false (reads (store, "HR", "typed by her"));
}

/* Nor is what one removes, or writes over. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  static const char * const others[] = { "a", "e", "f", NULL };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  say (store, "HR", "c1", EX_ROLE_SELF, "c", "HR wrote over it");
  g_assert_false (reads (store, "HR", "self-words"));
  g_assert_true (reads (store, "c", "HR wrote over it"));
  must_take (store, "c", "c", EX_STEP_SELF_ASSESS, NULL);
  say_of_cy (store);
  g_assert_false (reads (store, "HR", "observer-words"));
  act_as (store, "HR");
  ex_store_set_observers (store, "fy26", "c", others, &error);
  g_assert_no_error (error);
  g_assert_false (reads (store, "HR", "observer-words"));
  g_assert_true (reads (store, "d", "observer-words"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define HIDDEN_TEST(path, function) g_test_add ("/store/history/hidden/" path, Fixture, NULL, set_up_hidden, function, fixture_tear_down)
  HIDDEN_TEST ("who reads what when", test_hidden);
  HIDDEN_TEST ("not given away by name or by search", test_given_away);
  HIDDEN_TEST ("says until when", test_why_hidden);
  HIDDEN_TEST ("what was typed is known", test_typed);
  HIDDEN_TEST ("what was removed is not", test_removed);

  return g_test_run ();
}
