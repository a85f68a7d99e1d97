/* Thousands of things that people may try in any order, most of them at the wrong moment: what comes of it is a history in which, replayed
 * from the first line on, every step was taken only when its gate passed at that moment, and nothing changed under a signature. */
#include "config.h"

#include "review-fixture.h"

#include "core/ex-gate.h"
#include "random-company.h"
#include "store/ex-journal-table.h"

#ifdef __SANITIZE_ADDRESS__ /* which takes several times as long, and looks for something else */
#define ATTEMPTS 1500
#else
#define ATTEMPTS 4000
#endif
#define SEEDS    4

typedef struct
{
  ExStore *store;
  GRand   *chance;
  GArray  *days;   /* (element-type guint) of each action, by its number */
  guint    day;    /* of 2026, from 1 */
  gboolean forward; /* for a while the work goes on, for a while it is taken back */
  guint    done;
  guint    refused;
} Play;

static guint taken[EX_STEP_OBSERVE + 1]; /* steps by kind, of all seeds */

static int
any (Play *self, int n)
{
  return g_rand_int_range (self->chance, 0, n);
}

static char *
any_leader (Play *self)
{
  return g_strdup_printf ("%c", 'a' + any (self, 4));
}

static char *
any_objective (Play *self)
{
  return g_strdup_printf ("%c%d", 'a' + any (self, 4), 1 + any (self, 3));
}

/* --- what somebody may try ---------------------------------------------------------------------------------------------------------- */

typedef gboolean (* Try) (Play *self, GError **error);

/* As the review stands: 0 drafting to 4 signed. */
static int
state_of (Play *self, const char *leader_id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (CASE state WHEN 'agreed' THEN 1 WHEN 'self-assessed' THEN 2 WHEN 'assessed' THEN 3 WHEN 'signed' THEN 4 END), 0)"
                                          " FROM reviews WHERE leader_id = '%s'", leader_id);

  return (int) count (self->store, sql);
}

static gboolean
try_step (Play *self, GError **error)
{
  static const ExStep forward[] = { EX_STEP_AGREE, EX_STEP_SELF_ASSESS, EX_STEP_ASSESS, EX_STEP_SIGN };
  static const ExStep all[] = {
    EX_STEP_AGREE, EX_STEP_SELF_ASSESS, EX_STEP_ASSESS, EX_STEP_SIGN, EX_STEP_DISSENT, EX_STEP_EXCUSE, EX_STEP_REOPEN, EX_STEP_SEND_BACK, EX_STEP_MOVE,
  };
  g_autofree char *leader = any_leader (self);
  int state = state_of (self, leader);
  gboolean usual = any (self, 4) > 0;
  ExStep step = all[any (self, G_N_ELEMENTS (all))];
  g_autofree char *to = any_leader (self);

  if (usual && self->forward && state < 4)
    step = forward[state];
  else if (usual && !self->forward)
    step = state < 4 ? EX_STEP_SEND_BACK : EX_STEP_REOPEN;
  return ex_store_take_step (self->store, "fy26", leader, step, ex_step_needs_why (step) || step == EX_STEP_SIGN ? "For a reason" : NULL, step == EX_STEP_MOVE ? to : NULL, error);
}

/* All of a review at once, so that something comes of it. */
static gboolean
try_ratings (Play *self, GError **error)
{
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_rating_free);
  g_autofree char *leader = any_leader (self);
  gboolean own = any (self, 6) == 0 ? any (self, 2) == 0 : state_of (self, leader) < 2;
  g_autofree char *other = any (self, 3) == 0 ? any_leader (self) : g_strdup (reviewer_of (leader));

  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%d", leader, i);
      ExRating *rating = ex_rating_new (id, own ? EX_ROLE_SELF : EX_ROLE_MANAGER, own ? leader : other);

      rating->rating = any (self, 30) == 0 ? 0 : 1 + any (self, 5);
      rating->comment = any (self, 30) == 0 ? NULL : g_strdup ("As it was");
      rating->confirmed = !own && any (self, 30) > 0;
      g_ptr_array_add (ratings, rating);
    }
  return ex_store_save_ratings (self->store, ratings, error);
}

static gboolean
try_adjustment (Play *self, GError **error)
{
  g_autofree char *id = any_objective (self);
  g_autoptr (ExAdjustment) adjustment = ex_adjustment_new (id, any (self, 6), "As elsewhere", "Ann");

  return ex_store_adjust (self->store, adjustment, error);
}

static gboolean
try_observers (Play *self, GError **error)
{
  static const char * const all[] = { "a", "b", "c", "d", NULL };
  const char *some[4] = { NULL };
  g_autofree char *leader = any_leader (self);
  guint n = 0;

  for (int i = 0; i < 4; i++)
    if (strcmp (all[i], leader) != 0)
      some[n++] = all[i];
  return ex_store_set_observers (self->store, "fy26", leader, some, error);
}

static gboolean
try_note (Play *self, GError **error)
{
  g_autofree char *leader = any_leader (self);

  return ex_store_save_note (self->store, "fy26", leader, any (self, 2) == 0 ? "A note" : NULL, error);
}

static gboolean
try_check_in (Play *self, GError **error)
{
  g_autofree char *id = any_objective (self);
  g_autoptr (ExCheckIn) check_in = ex_check_in_new (id, ex_day_new (2026, 1, 1) + (ExDay) any (self, 20), 80 + any (self, 9));

  check_in->recorded = ex_day_today ();
  return ex_store_save_check_in (self->store, check_in, error);
}

static gboolean
try_objective (Play *self, GError **error)
{
  g_autofree char *id = any_objective (self);
  g_autoptr (ExObjective) objective = ex_objective_find (self->store->db, id, error);
  g_autofree char *leader = g_strndup (id, 1);

  if (objective == NULL && *error == NULL)
    objective = make_good_objective (id, leader, id, id[1] == '1' ? 4000 : id[1] == '2' ? 3500 : 2500, NULL);
  if (objective == NULL)
    return FALSE;
  if (any (self, 30) == 0)
    return ex_store_remove_objective (self->store, id, error);
  if (any (self, 3) == 0)
    objective->target = 85 + any (self, 5);
  if (any (self, 30) == 0)
    objective->weight = 4000 - any (self, 2);
  else
    objective->weight = id[1] == '1' ? 4000 : id[1] == '2' ? 3500 : 2500;
  return ex_store_save_objective (self->store, objective, error);
}

static gboolean
try_amendment (Play *self, GError **error)
{
  g_autofree char *id = any_objective (self);
  g_autofree char *leader = g_strndup (id, 1);
  g_autoptr (ExAmendment) amendment = ex_amendment_new ("fy26", leader, "The market turned");
  g_autoptr (ExObjective) objective = ex_objective_find (self->store->db, id, error);

  if (objective == NULL)
    return *error == NULL;
  objective->target = 90 + any (self, 5);
  g_ptr_array_add (amendment->after, g_steal_pointer (&objective));
  return ex_store_propose_amendment (self->store, amendment, error);
}

static gboolean
try_decision (Play *self, GError **error)
{
  static const ExAmendmentState states[] = { EX_AMENDMENT_ACCEPTED, EX_AMENDMENT_ACCEPTED, EX_AMENDMENT_REFUSED, EX_AMENDMENT_WITHDRAWN };
  g_autofree char *leader = any_leader (self);
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (number), 1) FROM amendments WHERE leader_id = '%s'", leader);

  return ex_store_decide_amendment (self->store, "fy26", leader, (guint) count (self->store, sql), states[any (self, 4)], "Well", error);
}

static gboolean
try_cycle (Play *self, GError **error)
{
  switch (self->forward ? any (self, 9) : any (self, 3))
    {
    case 0:
      return ex_store_back_cycle (self->store, "fy26", "Too soon", error);
    case 1:
      return ex_store_close_cycle (self->store, "fy26", error);
    case 2:
      return ex_store_reopen_cycle (self->store, "fy26", "A mistake", error);
    default:
      return ex_store_advance_cycle (self->store, "fy26", error);
    }
}

static gboolean
try_lines (Play *self, GError **error)
{
  g_autofree char *leader = any_leader (self);
  g_autofree char *to = any_leader (self);

  return ex_store_change_manager (self->store, leader, strcmp (leader, "a") == 0 ? NULL : to, ex_day_new (2026, 1, 1) + self->day + (ExDay) any (self, 9), error);
}

static gboolean
try_undo (Play *self, GError **error)
{
  gint64 last = n_actions (self->store);
  g_autoptr (ExAction) undone = NULL;

  if (any (self, 4) == 0)
    undone = ex_store_redo (self->store, error);
  else
    undone = ex_store_undo (self->store, any (self, 2) == 0 ? 0 : last - any (self, 12), error);
  return undone != NULL;
}

static const Try tries[] = {
  try_step, try_step, try_step, try_step, try_step, try_step, try_step, try_step, try_ratings, try_ratings, try_ratings, try_ratings, try_adjustment,
  try_observers, try_note, try_check_in, try_check_in, try_objective, try_objective, try_amendment, try_decision, try_cycle, try_lines, try_undo, try_undo,
};

static void
assert_only_refused (Play *self, const GError *error)
{
  static const ExStoreError fine[] = { EX_STORE_ERROR_REFUSED, EX_STORE_ERROR_CONFLICT, EX_STORE_ERROR_NOTHING, EX_STORE_ERROR_NOT_FOUND };

  /* what the store's own rules let pass, and only the triggers caught */
  if (error->code == EX_STORE_ERROR_REFUSED && strstr (error->message, "file does not let this happen") != NULL)
    g_error ("after %u actions: %s", self->days->len - 1, error->message);
  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    if (error->domain == EX_STORE_ERROR && error->code == (int) fine[i])
      return;
  g_error ("after %u actions: %s", self->days->len - 1, error->message);
}

/* As HR, who may do everything for everybody, or as somebody. */
static void
play_one (Play *self)
{
  static const char * const actors[] = { "HR", "HR", "HR", "a", "b", "c", "d" };
  g_autoptr (GError) error = NULL;
  char today[EX_DAY_ISO_SIZE];

  if (any (self, 8) == 0 && self->day < 600)
    self->day++;
  ex_day_write (ex_day_new (2026, 1, 1) + self->day, today);
  set_today (today);
  act_as (self->store, actors[any (self, G_N_ELEMENTS (actors))]);
  if (tries[any (self, G_N_ELEMENTS (tries))](self, &error))
    self->done++;
  else
    {
      assert_only_refused (self, error);
      self->refused++;
    }
  while (self->days->len <= (guint) n_actions (self->store))
    g_array_append_val (self->days, self->day);
}

/* --- the same, from the first line on -------------------------------------------------------------------------------------------------- */

typedef struct
{
  sqlite3    *shell;   /* on the file of shadow, with triggers off */
  ExStore    *shadow;
  GHashTable *tables;  /* name -> ExJournalTable */
  guint       steps[EX_STEP_OBSERVE + 1]; /* that were taken, by kind */
} Replay;

static void
run_sql (sqlite3 *shell, const char *sql, const char *text)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (shell, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (shell), sql);
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s: %s with %s", sqlite3_errmsg (shell), sql, text);
  sqlite3_finalize (statement);
}

static const ExJournalTable *
get_table (Replay *self, const char *name)
{
  ExJournalTable *table = g_hash_table_lookup (self->tables, name);

  if (table == NULL)
    {
      table = ex_journal_table_load (self->shadow->db, name, NULL);
      g_hash_table_insert (self->tables, g_strdup (name), table);
    }
  return table;
}

static void
apply (Replay *self, const char *name, const char *key, const char *after)
{
  const ExJournalTable *table = get_table (self, name);
  g_autofree char *same = ex_journal_table_key_join_sql (table, "$1");
  g_autofree char *columns = ex_journal_table_column_list (table);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s", name, same);
  GString *insert = g_string_new (NULL);

  run_sql (self->shell, sql, key);
  g_string_append_printf (insert, "INSERT INTO %s (%s) SELECT ", name, columns);
  for (guint i = 0; i < table->n; i++)
    g_string_append_printf (insert, "%sjson_extract ($1, '$.%s')", i > 0 ? ", " : "", table->columns[i].name);
  if (after != NULL)
    run_sql (self->shell, insert->str, after);
  g_string_free (insert, TRUE);
}

static ExReviews *
read_reviews (Replay *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = ex_store_read_company (self->shadow, "FY 2026", ex_day_today (), &error);
  ExReviews *reviews;

  g_assert_no_error (error);
  reviews = ex_store_read_reviews (self->shadow, company, &error);
  g_assert_no_error (error);
  return reviews;
}

/* A step that @row says was taken now: its gate has to pass, and the review to stand after it as the row says. */
static void
check_step (Replay *self, ExStatement *row, gint64 action)
{
  g_autoptr (ExReviews) reviews = read_reviews (self);
  const ExCompany *company = ex_reviews_get_company (reviews);
  int leader = ex_company_find_leader (company, ex_statement_text (row, 0));
  int to = ex_statement_is_null (row, 3) ? EX_NO_ONE : ex_company_find_leader (company, ex_statement_text (row, 3));
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *text = NULL;
  ExStep step;

  g_assert_true (ex_step_parse (ex_statement_text (row, 1), &step));
  missing = ex_step_missing (reviews, (guint) leader, step, ex_statement_text (row, 2), step == EX_STEP_MOVE ? to : EX_NO_ONE);
  text = ex_missing_to_text (missing);
  if (missing->len > 0)
    g_error ("action %d took “%s” of %s while this was missing: %s", (int) action, ex_step_nick (step), ex_statement_text (row, 0), text);
  self->steps[step]++;
}

static void
check_change (Replay *self, const char *table, const char *key, const char *before, const char *after, gint64 action)
{
  g_autoptr (ExStatement) row = NULL;

  if (strcmp (table, "review_steps") == 0 && before == NULL)
    {
      row = ex_database_prepare (self->shadow->db, "SELECT json_extract ($1, '$.leader_id'), json_extract ($1, '$.step'), json_extract ($1, '$.why'),"
                                                   " json_extract ($1, '$.reviewer_id')", NULL);
      ex_statement_bind_text (row, 1, after);
      g_assert_true (ex_statement_step (row, NULL));
      check_step (self, row, action);
    }
  else
    {
      row = ex_database_prepare (self->shadow->db,
                                 "SELECT 1 FROM reviews r WHERE r.state = 'signed' AND CASE"
                                 " WHEN $1 IN ('links', 'ratings', 'adjustments', 'check_ins', 'objectives') THEN r.leader_id = substr (json_extract ($2, '$[0]'), 1, 1)"
                                 " WHEN $1 IN ('observers', 'private_notes', 'amendments', 'amended_objectives') THEN r.leader_id = json_extract ($2, '$[1]') END", NULL);
      ex_statement_bind_text (row, 1, table);
      ex_statement_bind_text (row, 2, key);
      if (ex_statement_step (row, NULL))
        g_error ("action %d changed %s of “%s” under a signature", (int) action, key, table);
    }
}

static void
replay (Play *play, ExStore *shadow, const char *path)
{
  Replay self = { .shadow = shadow, .tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ex_journal_table_free) };
  g_autoptr (ExStatement) rows = ex_database_prepare (play->store->db, "SELECT action, table_name, row_key, before, after FROM changes WHERE table_name <> 'company'"
                                                                       " ORDER BY number", NULL);
  write_past_triggers (path, "");
  g_assert_cmpint (sqlite3_open_v2 (path, &self.shell, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_db_config (self.shell, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_exec (self.shell, "PRAGMA synchronous = OFF; PRAGMA busy_timeout = 5000", NULL, NULL, NULL);
  while (ex_statement_step (rows, NULL))
    {
      gint64 action = ex_statement_int (rows, 0);
      char today[EX_DAY_ISO_SIZE];

      ex_day_write (ex_day_new (2026, 1, 1) + g_array_index (play->days, guint, action), today);
      set_today (today);
      check_change (&self, ex_statement_text (rows, 1), ex_statement_text (rows, 2), ex_statement_text (rows, 3), ex_statement_text (rows, 4), action);
      apply (&self, ex_statement_text (rows, 1), ex_statement_text (rows, 2), ex_statement_text (rows, 4));
    }
  g_test_message ("%u done, %u refused", play->done, play->refused);
  for (guint i = 0; i < G_N_ELEMENTS (self.steps); i++)
    {
      g_test_message ("%s: %u", ex_step_nick (i), self.steps[i]);
      taken[i] += self.steps[i];
    }
  sqlite3_close (self.shell);
  g_hash_table_unref (self.tables);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  Play play = { .store = fixture->store, .chance = g_rand_new_with_seed (GPOINTER_TO_UINT (data)), .days = g_array_new (FALSE, TRUE, sizeof (guint)) };
  Fixture shadow = { 0 };
  g_autoptr (GError) error = NULL;

  play.day = 14;
  play.days = g_array_set_size (play.days, (guint) n_actions (fixture->store) + 1);
  g_assert_true (ex_store_begin (fixture->store, "Enter movements", NULL));
  ex_database_execute (fixture->store->db, "INSERT INTO movements VALUES ('2026', 5,1,0,0,0,0,6, 50,1,0,0,0,0,51, NULL); INSERT INTO final_periods VALUES ('2026')", &error);
  g_assert_true (ex_store_commit (fixture->store, &error));
  for (guint i = 0; i < ATTEMPTS; i++)
    {
      play.forward = i % 250 < 200;
      play_one (&play);
    }
  assert_sound (fixture->store);

  fixture_set_up (&shadow, NULL);
  replay (&play, shadow.store, shadow.path);
  fixture_tear_down (&shadow, NULL);
  g_rand_free (play.chance);
  g_array_unref (play.days);
}

/* Nothing would be proved of a step that was never taken. */
static void
test_every_step_was_taken (void)
{
  for (guint i = 0; i < EX_STEP_OBSERVE; i++)
    if (i != EX_STEP_CALIBRATE) /* which, as observing, is no step in the file */
      g_assert_cmpuint (taken[i], >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/store/review-history/each step only when its gate passed, seed %u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), reviews_set_up, test_history, fixture_tear_down);
    }
  g_test_add_func ("/store/review-history/every step was taken", test_every_step_was_taken);
  return g_test_run ();
}
