/* What is somebody's, and which actions touched it: rows are found by the keys that they have in the history, whether they are there
 * still or not. What an import added has no row of its own in the history; its entry stands for it. */
#include "config.h"

#include "ex-history-walk.h"

#include "ex-journal-veil.h"
#include "ex-json.h"
#include "ex-reward-rows.h"

#include <string.h>

static const ExHistoryPlace places[] = {
  { "overview", "company", NULL },
  { "leaders", "leaders", NULL },
  { "leaders", "past_managers", NULL },
  { "leaders", "spells", NULL },
  { "leaders", "imports", "json_extract (coalesce (c.after, c.before), '$.what') = 'leaders'" },
  { "objectives", "objectives", NULL },
  { "objectives", "links", NULL },
  { "objectives", "templates", NULL },
  { "objectives", "imports", "json_extract (coalesce (c.after, c.before), '$.what') = 'objectives'" },
  { "my-review", "check_ins", NULL },
  { "my-review", "ratings", "json_extract (c.row_key, '$[1]') <> 'manager'" },
  { "my-review", "amendments", NULL },
  { "my-review", "imports", "json_extract (coalesce (c.after, c.before), '$.what') = 'check_ins'" },
  { "reviews", "review_steps", NULL },
  { "reviews", "ratings", NULL },
  { "reviews", "adjustments", NULL },
  { "reviews", "observers", NULL },
  { "reviews", "private_notes", NULL },
  { "reviews", "amendments", NULL },
  { "asset", "movements", NULL },
  { "asset", "final_periods", NULL },
  { "asset", "imports", "json_extract (coalesce (c.after, c.before), '$.what') IN ('ledger', 'movements')" },
  { "asset", "asset_terms", NULL },
  { "asset", "no_data_periods", NULL },
  { "asset", "given_reasons", NULL },
  { "rewards", "reward_terms", NULL },
  { "rewards", "reward_runs", NULL },
  { "rewards", "reward_statements", NULL },
  { "cycle", "cycles", NULL },
  { "cycle", "tops", NULL },
  { "cycle", "cycle_plans", NULL },
  { "cycle", "scale_words", NULL },
  { "cycle", "cycle_steps", NULL },
  { NULL, NULL, NULL },
};

const ExHistoryPlace *
ex_history_places (void)
{
  return places;
}

const char * const *
ex_history_pages (void)
{
  static const char * const pages[] = { "overview", "my-review", "reviews", "objectives", "leaders", "asset", "rewards", "cycle", NULL };

  return pages;
}

typedef struct
{
  ExStore    *store;
  const char *leader_id;
  const char *page;     /* (nullable) */
  ExVeil     *veil;
  GArray     *numbers;
  GHashTable *imports;  /* numbers, as pointers, of imports that added something of theirs */
} About;

/* How much of some rows' keys is said. */
typedef enum { WHOLE_KEY, BEGINNING } Extent;

/* "["a","b"" and then "]" for a whole key, or "," for a beginning. (transfer full) */
static char *
make_key (Extent extent, const char *first, ...)
{
  GString *key = g_string_new ("[");
  va_list more;

  va_start (more, first);
  for (const char *part = first; part != NULL; part = va_arg (more, const char *))
    {
      if (key->len > 1)
        g_string_append_c (key, ',');
      ex_json_append_quoted (key, part);
    }
  va_end (more);
  g_string_append_c (key, extent == WHOLE_KEY ? ']' : ',');
  return g_string_free (key, FALSE);
}

/* --- actions of a row ----------------------------------------------------------------------------------------------------- */

/* @own: only what the store's actor did. */
static gboolean
read_numbers (About *self, const char *table, const char *key, const char *only, gboolean own, GError **error)
{
  gboolean is_beginning = g_str_has_suffix (key, ",");
  g_autofree char *sql = g_strdup_printf ("SELECT c.action FROM changes c WHERE c.table_name = $1 AND %s%s%s%s",
                                          is_beginning ? "c.row_key >= $2 AND c.row_key < $3" : "c.row_key = $2",
                                          only != NULL ? " AND " : "", only != NULL ? only : "",
                                          own ? " AND EXISTS (SELECT 1 FROM actions a WHERE a.number = c.action AND a.actor = $4 AND a.undoes IS NULL)" : "");
  g_autofree char *end = g_strdup (key);
  g_autoptr (ExStatement) rows = ex_database_prepare (self->store->db, sql, error);
  g_autoptr (GError) problem = NULL;

  if (rows == NULL)
    return FALSE;
  end[strlen (end) - 1]++;
  ex_statement_bind_text (rows, 1, table);
  ex_statement_bind_text (rows, 2, key);
  if (is_beginning)
    ex_statement_bind_text (rows, 3, end);
  if (own)
    ex_statement_bind_text (rows, 4, self->store->actor);
  while (ex_statement_step (rows, &problem))
    {
      gint64 number = ex_statement_int (rows, 0);

      g_array_append_val (self->numbers, number);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Takes @key. */
static gboolean
add_actions (About *self, const char *table, char *key, gboolean own, GError **error)
{
  g_autofree char *taken = key;
  gboolean good = TRUE;

  if (self->page == NULL)
    return read_numbers (self, table, key, NULL, own, error);
  for (const ExHistoryPlace *place = places; good && place->page != NULL; place++)
    if (strcmp (place->page, self->page) == 0 && strcmp (place->table, table) == 0)
      good = read_numbers (self, table, key, place->only, own, error);
  return good;
}

/* --- what is theirs -------------------------------------------------------------------------------------------------------- */

static gboolean
add_of_leader (About *self, GError **error)
{
  return add_actions (self, "leaders", make_key (WHOLE_KEY, self->leader_id, NULL), FALSE, error)
         && add_actions (self, "past_managers", make_key (BEGINNING, self->leader_id, NULL), FALSE, error)
         && add_actions (self, "spells", make_key (BEGINNING, self->leader_id, NULL), FALSE, error);
}

/* What closes paid them, to whom may know. */
static gboolean
add_statements (About *self, const char *cycle_id, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean sees, good = TRUE;

  if (!ex_store_sees_all_pay (self->store, cycle_id, &sees, error))
    return FALSE;
  if (!sees && strcmp (self->store->actor, self->leader_id) != 0)
    return TRUE;
  rows = ex_database_prepare (self->store->db, "SELECT '[' || json_quote (cycle_id) || ',' || version || ',' || json_quote (leader_id) || ']'"
                                               " FROM reward_statements WHERE leader_id = $1 AND cycle_id = $2", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, self->leader_id);
  ex_statement_bind_text (rows, 2, cycle_id);
  while (good && ex_statement_step (rows, &problem))
    good = add_actions (self, "reward_statements", g_strdup (ex_statement_text (rows, 0)), FALSE, &problem);
  if (problem == NULL)
    return good;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
add_of_review (About *self, const char *cycle_id, GError **error)
{
  const char *whose = self->leader_id;
  const char *actor = self->store->actor;

  return add_actions (self, "tops", make_key (WHOLE_KEY, cycle_id, whose, NULL), FALSE, error)
         && add_actions (self, "review_steps", make_key (BEGINNING, cycle_id, whose, NULL), FALSE, error)
         && add_actions (self, "amendments", make_key (BEGINNING, cycle_id, whose, NULL), FALSE, error)
         && add_actions (self, "private_notes", make_key (WHOLE_KEY, cycle_id, whose, actor, NULL), FALSE, error)
         && (strcmp (actor, EX_STORE_HR) != 0
             || add_actions (self, "observers", make_key (BEGINNING, cycle_id, whose, NULL), FALSE, error))
         && add_statements (self, cycle_id, error);
}

/* What is hidden from who looks is not given away by being found here. */
static gboolean
add_ratings (About *self, const char *id, const char *cycle_id, GError **error)
{
  const char *actor = self->store->actor;
  gboolean is_hr = strcmp (actor, EX_STORE_HR) == 0;
  gboolean sees_self, sees_manager;

  return ex_veil_look (self->veil, cycle_id, self->leader_id, &sees_self, &sees_manager, error)
         && add_actions (self, "ratings", make_key (BEGINNING, id, "self", NULL), !sees_self, error)
         && add_actions (self, "ratings", make_key (BEGINNING, id, "manager", NULL), !sees_manager, error)
         && add_actions (self, "ratings", is_hr ? make_key (BEGINNING, id, "observer", NULL) : make_key (WHOLE_KEY, id, "observer", actor, NULL), FALSE, error)
         && add_actions (self, "adjustments", make_key (WHOLE_KEY, id, NULL), !sees_manager, error);
}

static gboolean
add_of_objective (About *self, const char *id, const char *cycle_id, GError **error)
{
  return add_actions (self, "objectives", make_key (WHOLE_KEY, id, NULL), FALSE, error)
         && add_actions (self, "links", make_key (BEGINNING, id, NULL), FALSE, error)
         && add_actions (self, "check_ins", make_key (BEGINNING, id, NULL), FALSE, error)
         && add_ratings (self, id, cycle_id, error);
}

static gboolean
add_imports (About *self, GError **error)
{
  GHashTableIter iter;
  gpointer number;

  g_hash_table_iter_init (&iter, self->imports);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    if (!add_actions (self, "imports", g_strdup_printf ("[%" G_GSIZE_FORMAT "]", GPOINTER_TO_SIZE (number)), FALSE, error))
      return FALSE;
  return TRUE;
}

/* --- finding it --------------------------------------------------------------------------------------------------------------- */

/* Rows of @sql with $1 the leader; $2 how it reads in the history. */
static ExStatement *
prepare (About *self, const char *sql, GError **error)
{
  ExStatement *rows = ex_database_prepare (self->store->db, sql, error);
  g_autoptr (GString) said = g_string_new ("\"leader_id\":");

  if (rows == NULL)
    return NULL;
  if (strstr (sql, "$1") != NULL)
    ex_statement_bind_text (rows, 1, self->leader_id);
  ex_json_append_quoted (said, self->leader_id);
  if (strstr (sql, "$2") != NULL)
    ex_statement_bind_text (rows, 2, said->str);
  return rows;
}

static gboolean
find_imports (About *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GError) problem = NULL;

  rows = prepare (self,
                  "SELECT import FROM leaders WHERE id = $1"
                  " UNION SELECT import FROM objectives WHERE leader_id = $1"
                  " UNION SELECT l.import FROM links l JOIN objectives o ON o.id = l.objective_id WHERE o.leader_id = $1"
                  " UNION SELECT c.import FROM check_ins c JOIN objectives o ON o.id = c.objective_id WHERE o.leader_id = $1"
                  " UNION SELECT json_extract (before, '$.import') FROM changes INDEXED BY changes_of_given_up"
                  "  WHERE " EX_GIVEN_UP " AND instr (before, $2) > 0", error);
  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &problem))
    if (!ex_statement_is_null (rows, 0))
      g_hash_table_add (self->imports, GSIZE_TO_POINTER ((gsize) ex_statement_int (rows, 0)));
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
walk_reviews (About *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean good = TRUE;

  rows = prepare (self, "SELECT id FROM cycles UNION SELECT json_extract (row_key, '$[0]') FROM changes WHERE table_name = 'cycles'", error);
  if (rows == NULL)
    return FALSE;
  while (good && ex_statement_step (rows, &problem))
    good = add_of_review (self, ex_statement_text (rows, 0), &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Theirs now, and those that were once. */
static gboolean
walk_objectives (About *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean good = TRUE;

  rows = prepare (self,
                  "SELECT id, cycle_id FROM objectives WHERE leader_id = $1"
                  " UNION SELECT json_extract (row_key, '$[0]'), json_extract (before, '$.cycle_id') FROM changes INDEXED BY changes_of_given_up"
                  "  WHERE " EX_GIVEN_UP " AND instr (before, $2) > 0", error);
  if (rows == NULL)
    return FALSE;
  while (good && ex_statement_step (rows, &problem))
    good = add_of_objective (self, ex_statement_text (rows, 0), ex_statement_text (rows, 1), &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
sort_out (GArray *numbers)
{
  guint kept = 0;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    if (kept == 0 || g_array_index (numbers, gint64, i) != g_array_index (numbers, gint64, kept - 1))
      g_array_index (numbers, gint64, kept++) = g_array_index (numbers, gint64, i);
  g_array_set_size (numbers, kept);
}

GArray *
ex_history_read_about (ExStore *store, const char *leader_id, const char *page, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) imports = g_hash_table_new (NULL, NULL);
  g_autoptr (ExVeil) veil = ex_veil_new (store);
  About self = { .store = store, .leader_id = leader_id, .page = page, .veil = veil, .numbers = numbers, .imports = imports };

  if (!add_of_leader (&self, error) || !walk_reviews (&self, error) || !walk_objectives (&self, error)
      || !find_imports (&self, error) || !add_imports (&self, error))
    return NULL;
  sort_out (numbers);
  return g_steal_pointer (&numbers);
}
