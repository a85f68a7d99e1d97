#include "config.h"

#include "ex-journal-veil.h"

#include "ex-column.h"
#include "ex-journal-veil-pay.h"
#include "ex-json.h"
#include "ex-small-reviews.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How the store's actor stands to a leader's review. */
typedef struct
{
  gboolean sees_self;
  gboolean sees_manager;
  gboolean is_leader;
  gboolean will_see;     /* when the time has come */
} Sight;

/* Whose objective, in which cycle. */
typedef struct
{
  char *cycle_id;
  char *leader_id;
} Place;

struct _ExVeil
{
  ExStore    *store;
  GHashTable *sights; /* "cycle, leader" as JSON -> Sight */
  GHashTable *places; /* objective id -> Place */
  ExPayVeil  *pay;
};

static void
place_free (gpointer data)
{
  Place *self = data;

  g_free (self->cycle_id);
  g_free (self->leader_id);
  g_free (self);
}

ExVeil *
ex_veil_new (ExStore *store)
{
  ExVeil *self = g_new0 (ExVeil, 1);

  self->store = store;
  self->sights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  self->pay = ex_pay_veil_new (store);
  return self;
}

void
ex_veil_free (ExVeil *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sights);
  g_hash_table_unref (self->places);
  ex_pay_veil_free (self->pay);
  g_free (self);
}

/* --- a review --------------------------------------------------------------------------------------------------------------- */

static void
look_at (ExVeil *self, const ExReviews *reviews, const char *leader_id, Sight *sight)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  int leader = ex_company_find_leader (company, leader_id);
  gboolean is_hr = strcmp (self->store->actor, EX_STORE_HR) == 0;
  int viewer = is_hr ? EX_NOBODY : ex_company_find_leader (company, self->store->actor);

  if (leader < 0 || (!is_hr && viewer < 0))
    return;
  sight->is_leader = viewer == leader;
  sight->sees_self = ex_reviews_sees_self (reviews, viewer, (guint) leader);
  sight->sees_manager = ex_reviews_sees_manager (reviews, viewer, (guint) leader);
  sight->will_see = is_hr || viewer == leader || viewer == ex_reviews_get_reviewer (reviews, (guint) leader)
                    || ex_tree_is_below (ex_company_get_tree (company), leader, viewer);
}

/* (transfer none) NULL on @error. */
static const Sight *
get_sight (ExVeil *self, const char *cycle_id, const char *leader_id, GError **error)
{
  const char *actor[] = { self->store->actor, NULL };
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GError) problem = NULL;
  Sight *sight;

  ex_json_append_quoted (key, cycle_id);
  ex_json_append_quoted (key, leader_id);
  sight = g_hash_table_lookup (self->sights, key->str);
  if (sight != NULL)
    return sight;
  reviews = ex_small_reviews_read (self->store, cycle_id, leader_id, actor, &problem);
  if (reviews == NULL && !g_error_matches (problem, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  sight = g_new0 (Sight, 1);
  if (reviews != NULL)
    look_at (self, reviews, leader_id, sight);
  g_hash_table_insert (self->sights, g_strdup (key->str), sight);
  return sight;
}

gboolean
ex_veil_look (ExVeil *self, const char *cycle_id, const char *leader_id, gboolean *sees_self, gboolean *sees_manager, GError **error)
{
  const Sight *sight = get_sight (self, cycle_id, leader_id, error);

  if (sight == NULL)
    return FALSE;
  *sees_self = sight->sees_self;
  *sees_manager = sight->sees_manager;
  return TRUE;
}

/* --- an objective ------------------------------------------------------------------------------------------------------------- */

/* As it stands, or as it was when it went; empty when nothing says whose it was. NULL on @error. */
static Place *
read_place (ExVeil *self, const char *objective_id, GError **error)
{
  g_autoptr (ExStatement) row = NULL;
  g_autoptr (GString) key = g_string_new ("[");
  g_autoptr (GError) problem = NULL;
  Place *place;

  row = ex_database_prepare (self->store->db,
                             "SELECT cycle_id, leader_id, 1 FROM objectives WHERE id = $1"
                             " UNION ALL SELECT cycle_id, leader_id, 0 FROM"
                             "  (SELECT json_extract (before, '$.cycle_id') AS cycle_id, json_extract (before, '$.leader_id') AS leader_id"
                             "     FROM changes WHERE table_name = 'objectives' AND row_key = $2 AND after IS NULL ORDER BY number DESC LIMIT 1)"
                             " ORDER BY 3 DESC LIMIT 1", error);
  if (row == NULL)
    return NULL;
  ex_json_append_quoted (key, objective_id);
  g_string_append_c (key, ']');
  ex_statement_bind_text (row, 1, objective_id);
  ex_statement_bind_text (row, 2, key->str);
  place = g_new0 (Place, 1);
  if (ex_statement_step (row, &problem))
    {
      place->cycle_id = g_strdup (ex_statement_text (row, 0));
      place->leader_id = g_strdup (ex_statement_text (row, 1));
    }
  if (problem == NULL)
    return place;
  place_free (place);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* *@sight of the review that the objective is part of; empty where it is not known. */
static gboolean
get_sight_of_objective (ExVeil *self, const char *objective_id, Sight *sight, GError **error)
{
  Place *place = g_hash_table_lookup (self->places, objective_id);
  const Sight *found;

  *sight = (Sight) { 0 };
  if (place == NULL)
    {
      place = read_place (self, objective_id, error);
      if (place == NULL)
        return FALSE;
      g_hash_table_insert (self->places, g_strdup (objective_id), place);
    }
  if (place->cycle_id == NULL || place->leader_id == NULL)
    return TRUE;
  found = get_sight (self, place->cycle_id, place->leader_id, error);
  if (found != NULL)
    *sight = *found;
  return found != NULL;
}

/* --- a change -------------------------------------------------------------------------------------------------------------------- */

/* (transfer full) NULL-terminated */
static GStrv
split_key (const char *json)
{
  g_auto (ExJsonReader) reader = { 0 };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  ex_json_reader_init (&reader, json);
  while (ex_json_reader_next (&reader))
    g_ptr_array_add (parts, g_strdup (reader.value->str));
  g_ptr_array_add (parts, NULL);
  return (GStrv) g_ptr_array_steal (parts, NULL);
}

static ExHidden
hide_self (const Sight *sight)
{
  if (sight->sees_self)
    return EX_SHOWN;
  return sight->will_see ? EX_HIDDEN_UNTIL_SUBMITTED : EX_HIDDEN_PRIVATE;
}

static ExHidden
hide_manager (const Sight *sight)
{
  if (sight->sees_manager)
    return EX_SHOWN;
  if (sight->is_leader)
    return EX_HIDDEN_UNTIL_SIGN;
  return sight->will_see ? EX_HIDDEN_UNTIL_ASSESSED : EX_HIDDEN_PRIVATE;
}

/* @key: objective, role, rater */
static gboolean
hide_rating (ExVeil *self, GStrv key, ExHidden *hidden, GError **error)
{
  const char *actor = self->store->actor;
  Sight sight;

  if (g_strcmp0 (key[1], "observer") == 0)
    {
      *hidden = g_strcmp0 (key[2], actor) == 0 ? EX_SHOWN : EX_HIDDEN_OBSERVER;
      return TRUE;
    }
  if (!get_sight_of_objective (self, key[0], &sight, error))
    return FALSE;
  *hidden = g_strcmp0 (key[1], "self") == 0 ? hide_self (&sight) : hide_manager (&sight);
  if (g_strcmp0 (key[2], actor) == 0)
    *hidden = EX_SHOWN;
  return TRUE;
}

static gboolean
hide_pay (ExVeil *self, const char *table, GStrv key, ExHidden *hidden, GError **error)
{
  gboolean hides;

  if (!ex_pay_veil_hides (self->pay, table, key, &hides, error))
    return FALSE;
  *hidden = hides ? EX_HIDDEN_PAY : EX_SHOWN;
  return TRUE;
}

static gboolean
hide_row (ExVeil *self, const char *table, GStrv key, ExHidden *hidden, GError **error)
{
  const char *actor = self->store->actor;
  Sight sight;

  *hidden = EX_SHOWN;
  if (strcmp (table, "ratings") == 0 && g_strv_length (key) == 3)
    return hide_rating (self, key, hidden, error);
  if (strcmp (table, "adjustments") == 0 && key[0] != NULL)
    {
      if (!get_sight_of_objective (self, key[0], &sight, error))
        return FALSE;
      *hidden = hide_manager (&sight);
    }
  else if (strcmp (table, "private_notes") == 0 && g_strv_length (key) == 3)
    *hidden = strcmp (key[2], actor) == 0 ? EX_SHOWN : EX_HIDDEN_PRIVATE;
  else if (strcmp (table, "observers") == 0)
    *hidden = strcmp (actor, EX_STORE_HR) == 0 ? EX_SHOWN : EX_HIDDEN_PRIVATE;
  else
    return hide_pay (self, table, key, hidden, error);
  return TRUE;
}

/* How much of a row of a change is theirs who look. */
typedef enum
{
  NOTHING_TYPED,
  AFTER_TYPED,  /* what stands there after it; before it, somebody else had a hand in the row */
  ALL_TYPED,
} Typed;

/* What they typed is no secret from them. To remove somebody's words, to write over them or to bring them back is not to have typed them. */
static gboolean
look_who_typed (ExVeil *self, const ExAction *action, const char *table, const char *key, Typed *typed, GError **error)
{
  g_autoptr (ExStatement) row = NULL;
  int found;

  *typed = NOTHING_TYPED;
  if (strcmp (action->actor, self->store->actor) != 0)
    return TRUE;
  row = ex_database_prepare (self->store->db,
                             "SELECT 1 FROM changes c JOIN actions a ON a.number = c.action"
                             " WHERE c.table_name = $1 AND c.row_key = $2 AND c.action <= $3 AND a.actor <> $4 LIMIT 1", error);
  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, table);
  ex_statement_bind_text (row, 2, key);
  ex_statement_bind_int (row, 3, action->number);
  ex_statement_bind_text (row, 4, self->store->actor);
  found = ex_row_find (row, error);
  if (found == 0)
    *typed = ALL_TYPED;
  else if (action->undoes == 0)
    *typed = AFTER_TYPED;
  return found >= 0;
}

/* @parts: of @key. @typed: of what would be hidden else. */
static gboolean
hide (ExVeil *self, const ExAction *action, const char *table, const char *key, GStrv parts, ExHidden *hidden, Typed *typed, GError **error)
{
  *typed = ALL_TYPED;
  return hide_row (self, table, parts, hidden, error)
         && (*hidden == EX_SHOWN || look_who_typed (self, action, table, key, typed, error));
}

/* --- what is left of it ------------------------------------------------------------------------------------------------------------ */

/* Those who will read it when the time has come know that there is something; HR knows that observers rate. Others learn nothing. */
static gboolean
is_announced (ExVeil *self, const char *table, ExHidden hidden)
{
  if (strcmp (table, "ratings") != 0 && strcmp (table, "adjustments") != 0)
    return FALSE;
  return hidden == EX_HIDDEN_OBSERVER ? strcmp (self->store->actor, EX_STORE_HR) == 0 : hidden != EX_HIDDEN_PRIVATE;
}

/* Of a row that is hidden, what says which row it is, as far as that may be said. (transfer full) */
static char *
cover_row (const char *json, gboolean announced, ExHidden hidden)
{
  g_auto (ExJsonReader) reader = { 0 };
  GString *left = g_string_new ("{");

  ex_json_reader_init (&reader, json);
  if (json == NULL)
    return g_string_free (left, TRUE);
  while (announced && ex_json_reader_next (&reader))
    {
      const char *name = reader.name->str;

      if (strcmp (name, "objective_id") != 0 && strcmp (name, "role") != 0 && (strcmp (name, "rater_id") != 0 || hidden == EX_HIDDEN_OBSERVER))
        continue;
      g_string_append_printf (left, "%s\"%s\":", left->len > 1 ? "," : "", name);
      ex_json_append_quoted (left, reader.value->str);
    }
  g_string_append_c (left, '}');
  return g_string_free (left, FALSE);
}

static char *
cover_key (GStrv key, gboolean announced, ExHidden hidden)
{
  if (!announced)
    return g_strdup ("");
  return hidden == EX_HIDDEN_OBSERVER ? g_strdup_printf ("%s, %s", key[0], key[1]) : g_strjoinv (", ", key);
}

/* Of a row that keeps somebody's pay beside what is no secret, that is left, and it counts as shown. */
static gboolean
cover_pay (ExChange *change, GStrv parts, const char *before, const char *after)
{
  if (change->hidden != EX_HIDDEN_PAY)
    return FALSE;
  change->before = ex_pay_veil_cover (change->table, before);
  change->after = ex_pay_veil_cover (change->table, after);
  if (change->before == NULL && change->after == NULL)
    return FALSE;
  change->hidden = EX_SHOWN;
  change->key = g_strjoinv (", ", parts);
  return TRUE;
}

ExChange *
ex_veil_read_change (ExVeil *self, const ExAction *action, const char *table, const char *key, const char *before, const char *after,
                     GError **error)
{
  g_auto (GStrv) parts = split_key (key);
  ExChange *change;
  ExHidden hidden;
  Typed typed;
  gboolean announced;

  if (!hide (self, action, table, key, parts, &hidden, &typed, error))
    return NULL;
  change = g_new0 (ExChange, 1);
  change->table = g_strdup (table);
  if (typed == ALL_TYPED || (typed == AFTER_TYPED && after != NULL))
    {
      change->key = g_strjoinv (", ", parts);
      change->before = typed == ALL_TYPED ? g_strdup (before) : NULL;
      change->after = g_strdup (after);
      return change;
    }
  change->hidden = hidden;
  if (cover_pay (change, parts, before, after))
    return change;
  announced = is_announced (self, table, hidden);
  change->key = cover_key (parts, announced, hidden);
  change->before = cover_row (before, announced, hidden);
  change->after = cover_row (after, announced, hidden);
  return change;
}

/* --- an action ---------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint    n;          /* rows that could be hidden */
  guint    n_hidden;
  gboolean observers;  /* some of these say who observes whom */
  gboolean anonymous;  /* who did it is an observer, and that is hidden */
} Covered;

static gboolean
look_at_rows (ExVeil *self, const ExAction *action, Covered *covered, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GError) problem = NULL;

  rows = ex_database_prepare (self->store->db,
                              "SELECT table_name, row_key FROM changes WHERE action = $1 AND table_name = 'ratings'"
                              " UNION ALL SELECT table_name, row_key FROM changes WHERE action = $1 AND table_name = 'adjustments'"
                              " UNION ALL SELECT table_name, row_key FROM changes WHERE action = $1 AND table_name = 'observers'"
                              " UNION ALL SELECT table_name, row_key FROM changes WHERE action = $1 AND table_name = 'private_notes'", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_int (rows, 1, action->number);
  while (problem == NULL && ex_statement_step (rows, &problem))
    {
      const char *table = ex_statement_text (rows, 0);
      const char *json = ex_statement_text (rows, 1);
      g_auto (GStrv) key = split_key (json);
      ExHidden hidden;
      Typed typed;

      if (!hide (self, action, table, json, key, &hidden, &typed, &problem))
        break;
      if (typed != NOTHING_TYPED)
        hidden = EX_SHOWN;
      covered->n++;
      covered->n_hidden += hidden != EX_SHOWN;
      covered->observers |= hidden == EX_HIDDEN_OBSERVER || (hidden != EX_SHOWN && strcmp (table, "observers") == 0);
      covered->anonymous |= hidden == EX_HIDDEN_OBSERVER && g_strcmp0 (key[2], action->actor) == 0;
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
replace (char **text, const char *with)
{
  g_free (*text);
  *text = g_strdup (with);
}

gboolean
ex_veil_cover (ExVeil *self, ExAction *action, GError **error)
{
  Covered covered = { 0 };

  if (!look_at_rows (self, action, &covered, error))
    return FALSE;
  if (covered.n_hidden > 0 && covered.n_hidden == covered.n && action->n_changes <= covered.n)
    {
      replace (&action->subject, NULL);
      if (covered.observers && strcmp (self->store->actor, EX_STORE_HR) != 0)
        replace (&action->name, N_("Something private"));
    }
  if (covered.anonymous)
    {
      replace (&action->actor, "");
      replace (&action->system_user, "");
    }
  return TRUE;
}
