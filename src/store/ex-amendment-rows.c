#include "config.h"

#include "ex-amendment-rows.h"

#include "ex-column.h"
#include "ex-store-tables.h"

#include <string.h>

#define FIELDS     "aggregate, baseline, threshold, target, stretch, low, high, width, due, weight, links"
#define OLD_FIELDS "old_aggregate, old_baseline, old_threshold, old_target, old_stretch, old_low, old_high, old_width, old_due, old_weight, old_links"
#define N_FIELDS   11
enum { AGGREGATE, BASELINE, THRESHOLD, TARGET, STRETCH, LOW, HIGH, WIDTH, DUE, WEIGHT, LINKS }; /* of FIELDS, in their order */

/* --- links as JSON -------------------------------------------------------------------------------------------------------------- */

static void
append_claim (GString    *json,
              const char *name,
              gint64      claim)
{
  if (claim == EX_CLAIM_NONE)
    g_string_append_printf (json, ",\"%s\":null", name);
  else
    g_string_append_printf (json, ",\"%s\":%" G_GINT64_FORMAT, name, claim);
}

static int
compare_nicks (gconstpointer a,
               gconstpointer b)
{
  return strcmp (ex_driver_nick (((const ExLink *) a)->driver), ex_driver_nick (((const ExLink *) b)->driver));
}

/* By the drivers' words, as the triggers write those of the table, to compare the two. */
static char *
links_to_json (const ExObjective *objective)
{
  g_autoptr (ExObjective) sorted = ex_objective_copy (objective);
  GString *json = g_string_new ("[");

  g_array_sort (sorted->links, compare_nicks);
  for (guint i = 0; i < sorted->links->len; i++)
    {
      const ExLink *link = &g_array_index (sorted->links, ExLink, i);

      g_string_append_printf (json, "%s{\"driver\":\"%s\"", i > 0 ? "," : "", ex_driver_nick (link->driver));
      append_claim (json, "value", link->value);
      append_claim (json, "customers", link->customers);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static gboolean
links_from_json (ExDatabase  *database,
                 const char  *json,
                 ExObjective *objective,
                 GError     **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database,
                              "SELECT json_extract (value, '$.driver'), json_extract (value, '$.value'), json_extract (value, '$.customers')"
                              " FROM json_each ($1)",
                              error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, json);
  g_array_set_size (objective->links, 0);
  while (ex_statement_step (rows, &failure))
    {
      ExLink link = { EX_DRIVER_ACQUIRE, ex_column_int_or (rows, 1, EX_CLAIM_NONE), ex_column_int_or (rows, 2, EX_CLAIM_NONE) };

      ex_driver_parse (ex_statement_text (rows, 0), &link.driver);
      g_array_append_val (objective->links, link);
    }
  ex_objective_sort_links (objective);
  return ex_rows_ended (failure, error);
}

/* --- an objective ------------------------------------------------------------------------------------------------------------------ */

void
ex_objective_amend (ExObjective       *objective,
                    const ExObjective *as)
{
  objective->aggregate = as->aggregate;
  objective->baseline = as->baseline;
  objective->threshold = as->threshold;
  objective->target = as->target;
  objective->stretch = as->stretch;
  objective->low = as->low;
  objective->high = as->high;
  objective->width = as->width;
  objective->due = as->due;
  objective->weight = as->weight;
  g_array_set_size (objective->links, 0);
  g_array_append_vals (objective->links, as->links->data, as->links->len);
  ex_objective_sort_links (objective);
}

static void
bind_fields (ExStatement       *statement,
             int                first,
             const ExObjective *objective,
             const char        *links)
{
  ex_statement_bind_text_static (statement, first + AGGREGATE, ex_aggregate_nick (objective->aggregate), -1);
  ex_statement_bind_double (statement, first + BASELINE, objective->baseline);
  ex_statement_bind_double (statement, first + THRESHOLD, objective->threshold);
  ex_statement_bind_double (statement, first + TARGET, objective->target);
  ex_statement_bind_double (statement, first + STRETCH, objective->stretch);
  ex_statement_bind_double (statement, first + LOW, objective->low);
  ex_statement_bind_double (statement, first + HIGH, objective->high);
  ex_statement_bind_double (statement, first + WIDTH, objective->width);
  ex_bind_day (statement, first + DUE, objective->due);
  ex_statement_bind_int (statement, first + WEIGHT, objective->weight);
  ex_statement_bind_text_static (statement, first + LINKS, links, -1);
}

/* The links, which need another statement, are left for later: their JSON. (transfer full) */
static char *
read_fields (ExStatement *row,
             int          first,
             ExObjective *objective)
{
  ex_aggregate_parse (ex_statement_text (row, first + AGGREGATE), &objective->aggregate);
  objective->baseline = ex_statement_double (row, first + BASELINE);
  objective->threshold = ex_statement_double (row, first + THRESHOLD);
  objective->target = ex_statement_double (row, first + TARGET);
  objective->stretch = ex_statement_double (row, first + STRETCH);
  objective->low = ex_statement_double (row, first + LOW);
  objective->high = ex_statement_double (row, first + HIGH);
  objective->width = ex_statement_double (row, first + WIDTH);
  objective->due = ex_column_day (row, first + DUE);
  objective->weight = (int) ex_statement_int (row, first + WEIGHT);
  return ex_column_dup_text (row, first + LINKS);
}

/* --- an amendment -------------------------------------------------------------------------------------------------------------------- */

static ExAmendment *
amendment_from_row (ExStatement *row,
                    const char  *cycle_id,
                    const char  *leader_id)
{
  ExAmendment *amendment = ex_amendment_new (cycle_id, leader_id, ex_statement_text (row, 1));

  amendment->number = (guint) ex_statement_int (row, 0);
  amendment->proposed_by = ex_column_dup_text (row, 2);
  amendment->day = ex_column_day (row, 3);
  ex_amendment_state_parse (ex_statement_text (row, 4), &amendment->state);
  amendment->decided_by = ex_column_dup_text (row, 5);
  amendment->answer = ex_column_dup_text (row, 6);
  return amendment;
}

/* What an amendment does not change is as it is now. */
static gboolean
add_objective (ExDatabase  *database,
               ExStatement *row,
               ExAmendment *amendment,
               GError     **error)
{
  GError *failure = NULL;
  g_autoptr (ExObjective) before = ex_objective_find (database, ex_statement_text (row, 0), &failure);
  g_autoptr (ExObjective) after = NULL;
  g_autofree char *links = NULL;
  g_autofree char *old_links = NULL;

  if (before == NULL)
    return ex_rows_ended (failure, error);
  after = ex_objective_copy (before);
  links = read_fields (row, 1, after);
  old_links = read_fields (row, 1 + N_FIELDS, before);
  if (!links_from_json (database, links, after, error) || !links_from_json (database, old_links, before, error))
    return FALSE;
  g_ptr_array_add (amendment->before, g_steal_pointer (&before));
  g_ptr_array_add (amendment->after, g_steal_pointer (&after));
  return TRUE;
}

static gboolean
read_objectives (ExDatabase  *database,
                 ExAmendment *amendment,
                 GError     **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database,
                              "SELECT objective_id, " FIELDS ", " OLD_FIELDS " FROM amended_objectives"
                              " WHERE cycle_id = $1 AND leader_id = $2 AND number = $3 ORDER BY objective_id",
                              error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, amendment->cycle_id);
  ex_statement_bind_text (rows, 2, amendment->leader_id);
  ex_statement_bind_int (rows, 3, amendment->number);
  while (ex_statement_step (rows, &failure))
    if (!add_objective (database, rows, amendment, error))
      return FALSE;
  return ex_rows_ended (failure, error);
}

GPtrArray *
ex_amendment_rows_list (ExDatabase *database,
                        const char *cycle_id,
                        const char *leader_id,
                        GError    **error)
{
  g_autoptr (GPtrArray) amendments = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_amendment_free);
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database,
                              "SELECT number, why, proposed_by, day, state, decided_by, answer FROM amendments"
                              " WHERE cycle_id = $1 AND leader_id = $2 ORDER BY number DESC",
                              error);
  if (rows == NULL)
    return NULL;
  ex_statement_bind_text (rows, 1, cycle_id);
  ex_statement_bind_text (rows, 2, leader_id);
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (amendments, amendment_from_row (rows, cycle_id, leader_id));
  if (!ex_rows_ended (failure, error))
    return NULL;
  for (guint i = 0; i < amendments->len; i++)
    if (!read_objectives (database, g_ptr_array_index (amendments, i), error))
      return NULL;
  return g_steal_pointer (&amendments);
}

static gboolean
insert_amendment (ExDatabase        *database,
                  const ExAmendment *amendment,
                  GError           **error)
{
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   "INSERT INTO amendments (cycle_id, leader_id, number, why, proposed_by, day) VALUES ($1, $2, $3, $4, $5, $6)",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, amendment->cycle_id);
  ex_statement_bind_text (statement, 2, amendment->leader_id);
  ex_statement_bind_int (statement, 3, amendment->number);
  ex_statement_bind_text (statement, 4, amendment->why);
  ex_statement_bind_text (statement, 5, amendment->proposed_by);
  ex_bind_day (statement, 6, amendment->day);
  return ex_statement_run (statement, error);
}

static gboolean
insert_objective (ExDatabase        *database,
                  const ExAmendment *amendment,
                  guint              i,
                  GError           **error)
{
  const ExObjective *before = g_ptr_array_index (amendment->before, i);
  const ExObjective *after = g_ptr_array_index (amendment->after, i);
  g_autofree char *links = links_to_json (after);
  g_autofree char *old_links = links_to_json (before);
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   "INSERT INTO amended_objectives (cycle_id, leader_id, number, objective_id, " FIELDS ", " OLD_FIELDS ")"
                                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,"
                                   " $22, $23, $24, $25, $26)",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, amendment->cycle_id);
  ex_statement_bind_text (statement, 2, amendment->leader_id);
  ex_statement_bind_int (statement, 3, amendment->number);
  ex_statement_bind_text (statement, 4, after->id);
  bind_fields (statement, 5, after, links);
  bind_fields (statement, 5 + N_FIELDS, before, old_links);
  return ex_statement_run (statement, error);
}

gboolean
ex_amendment_rows_insert (ExDatabase        *database,
                          const ExAmendment *amendment,
                          GError           **error)
{
  if (!insert_amendment (database, amendment, error))
    return FALSE;
  for (guint i = 0; i < amendment->after->len; i++)
    if (!insert_objective (database, amendment, i, error))
      return FALSE;
  return TRUE;
}

gboolean
ex_amendment_rows_decide (ExDatabase        *database,
                          const ExAmendment *amendment,
                          GError           **error)
{
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   "UPDATE amendments SET state = $4, decided_by = $5, answer = $6"
                                   " WHERE cycle_id = $1 AND leader_id = $2 AND number = $3",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, amendment->cycle_id);
  ex_statement_bind_text (statement, 2, amendment->leader_id);
  ex_statement_bind_int (statement, 3, amendment->number);
  ex_statement_bind_text (statement, 4, ex_amendment_state_nick (amendment->state));
  ex_statement_bind_text (statement, 5, amendment->decided_by);
  ex_bind_optional (statement, 6, amendment->answer);
  return ex_statement_run (statement, error);
}
