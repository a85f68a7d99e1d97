#include "config.h"

#include "ex-column.h"
#include "ex-sql.h"
#include "ex-store-tables.h"

/* The words of the columns kind, aggregate, cadence and driver are the nicks of core. A word that is none cannot get past the
 * table's CHECKs, so what is made of one in a damaged file does not matter; ex_store_check() tells. */
static void
read_words (ExObjective *objective,
            ExStatement *row)
{
  const char *cadence = ex_statement_text (row, 19);

  if (!ex_aggregate_parse (ex_statement_text (row, 8), &objective->aggregate))
    objective->aggregate = EX_AGGREGATE_LATEST;
  if (cadence == NULL || !ex_cadence_parse (cadence, &objective->cadence))
    objective->cadence = EX_CADENCE_NONE;
}

ExObjective *
ex_objective_from_row (ExStatement *row)
{
  ExKind kind = EX_KIND_NUMBER;
  ExObjective *objective;

  ex_kind_parse (ex_statement_text (row, 5), &kind);
  objective = ex_objective_new (ex_statement_text (row, 0), ex_statement_text (row, 1), ex_statement_text (row, 2), ex_statement_text (row, 3),
                                kind);
  read_words (objective, row);
  objective->description = ex_column_dup_text (row, 4);
  objective->unit = ex_column_dup_text (row, 6);
  objective->decimals = (int) ex_statement_int (row, 7);
  objective->baseline = ex_statement_double (row, 9);
  objective->threshold = ex_statement_double (row, 10);
  objective->target = ex_statement_double (row, 11);
  objective->stretch = ex_statement_double (row, 12);
  objective->low = ex_statement_double (row, 13);
  objective->high = ex_statement_double (row, 14);
  objective->width = ex_statement_double (row, 15);
  objective->due = ex_column_day (row, 16);
  objective->weight = (int) ex_statement_int (row, 17);
  objective->source = ex_column_dup_text (row, 18);
  objective->stage = ex_column_dup_text (row, 20);
  objective->parent_id = ex_column_dup_text (row, 21);
  objective->local_reason = ex_column_dup_text (row, 22);
  return objective;
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  return (int) ((const ExLink *) a)->driver - (int) ((const ExLink *) b)->driver;
}

void
ex_objective_sort_links (ExObjective *objective)
{
  g_array_sort (objective->links, compare_links);
}

static void
add_link (ExObjective *objective,
          ExStatement *row)
{
  ExLink link = { .driver = EX_DRIVER_ACQUIRE };

  ex_driver_parse (ex_statement_text (row, 1), &link.driver);
  link.value = ex_column_int_or (row, 2, EX_CLAIM_NONE);
  link.customers = ex_column_int_or (row, 3, EX_CLAIM_NONE);
  g_array_append_val (objective->links, link);
}

/* Both sides come by id, so one walk joins them. Links of objectives that are not asked for are passed over. */
static gboolean
read_links (ExDatabase *database,
            GPtrArray  *objectives,
            GError    **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;
  guint i = 0;

  rows = ex_database_prepare (database, "SELECT objective_id, driver, claim_value, claim_customers FROM links ORDER BY objective_id, driver", error);
  if (rows == NULL)
    return FALSE;
  while (i < objectives->len && ex_statement_step (rows, &failure))
    {
      const char *id = ex_statement_text (rows, 0);
      int order = 1;

      while (i < objectives->len && (order = g_strcmp0 (((ExObjective *) g_ptr_array_index (objectives, i))->id, id)) < 0)
        i++;
      if (order == 0)
        add_link (g_ptr_array_index (objectives, i), rows);
    }
  if (!ex_rows_ended (failure, error))
    return FALSE;
  for (i = 0; i < objectives->len; i++)
    ex_objective_sort_links (g_ptr_array_index (objectives, i));
  return TRUE;
}

GPtrArray *
ex_objectives_read (ExDatabase *database,
                    const char *cycle_id,
                    GError    **error)
{
  g_autoptr (GPtrArray) objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  g_autoptr (ExStatement) rows = ex_sql_prepare (database, "objectives", error);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  ex_statement_bind_text (rows, 1, cycle_id);
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (objectives, ex_objective_from_row (rows));
  if (!ex_rows_ended (failure, error) || !read_links (database, objectives, error))
    return NULL;
  return g_steal_pointer (&objectives);
}

static gboolean
read_own_links (ExDatabase  *database,
                ExObjective *objective,
                GError     **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database, "SELECT objective_id, driver, claim_value, claim_customers FROM links WHERE objective_id = $1", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, objective->id);
  while (ex_statement_step (rows, &failure))
    add_link (objective, rows);
  ex_objective_sort_links (objective);
  return ex_rows_ended (failure, error);
}

GPtrArray *
ex_objectives_of_leader (ExDatabase *database,
                         const char *cycle_id,
                         const char *leader_id,
                         GError    **error)
{
  g_autoptr (GPtrArray) objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database, "SELECT " EX_OBJECTIVE_COLUMNS " FROM objectives WHERE cycle_id = $1 AND leader_id = $2 ORDER BY id", error);
  if (rows == NULL)
    return NULL;
  ex_statement_bind_text (rows, 1, cycle_id);
  ex_statement_bind_text (rows, 2, leader_id);
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (objectives, ex_objective_from_row (rows));
  if (!ex_rows_ended (failure, error))
    return NULL;
  for (guint i = 0; i < objectives->len; i++)
    if (!read_own_links (database, g_ptr_array_index (objectives, i), error))
      return NULL;
  return g_steal_pointer (&objectives);
}

ExObjective *
ex_objective_find (ExDatabase *database,
                   const char *id,
                   GError    **error)
{
  g_autoptr (ExObjective) objective = NULL;
  g_autoptr (ExStatement) row = NULL;

  if (id == NULL)
    return NULL;
  row = ex_sql_prepare (database, "objective", error);
  if (row == NULL)
    return NULL;
  ex_statement_bind_text (row, 1, id);
  if (ex_row_find (row, error) != 1)
    return NULL;
  objective = ex_objective_from_row (row);
  return read_own_links (database, objective, error) ? g_steal_pointer (&objective) : NULL;
}

static void
bind_ladder (ExStatement       *statement,
             int                first,
             const ExObjective *objective)
{
  ex_statement_bind_double (statement, first, objective->baseline);
  ex_statement_bind_double (statement, first + 1, objective->threshold);
  ex_statement_bind_double (statement, first + 2, objective->target);
  ex_statement_bind_double (statement, first + 3, objective->stretch);
  ex_statement_bind_double (statement, first + 4, objective->low);
  ex_statement_bind_double (statement, first + 5, objective->high);
  ex_statement_bind_double (statement, first + 6, objective->width);
  ex_bind_day (statement, first + 7, objective->due);
}

void
ex_objective_bind (ExStatement       *statement,
                   int                first,
                   const ExObjective *objective)
{
  ex_statement_bind_text_static (statement, first, objective->id, -1);
  ex_statement_bind_text_static (statement, first + 1, objective->cycle_id, -1);
  ex_statement_bind_text_static (statement, first + 2, objective->leader_id, -1);
  ex_statement_bind_text_static (statement, first + 3, objective->title, -1);
  ex_bind_optional (statement, first + 4, objective->description);
  ex_statement_bind_text_static (statement, first + 5, ex_kind_nick (objective->kind), -1);
  ex_bind_optional (statement, first + 6, objective->unit);
  ex_statement_bind_int (statement, first + 7, objective->decimals);
  ex_statement_bind_text_static (statement, first + 8, ex_aggregate_nick (objective->aggregate), -1);
  bind_ladder (statement, first + 9, objective);
  ex_statement_bind_int (statement, first + 17, objective->weight);
  ex_bind_optional (statement, first + 18, objective->source);
  ex_bind_optional (statement, first + 19, ex_cadence_nick (objective->cadence));
  ex_bind_optional (statement, first + 20, objective->stage);
  ex_bind_optional (statement, first + 21, objective->parent_id);
  ex_bind_optional (statement, first + 22, objective->local_reason);
}

void
ex_link_bind (ExStatement  *statement,
              int           first,
              const char   *objective_id,
              const ExLink *link)
{
  ex_statement_bind_text_static (statement, first, objective_id, -1);
  ex_statement_bind_text_static (statement, first + 1, ex_driver_nick (link->driver), -1);
  ex_bind_int_unless (statement, first + 2, link->value, EX_CLAIM_NONE);
  ex_bind_int_unless (statement, first + 3, link->customers, EX_CLAIM_NONE);
}

/* Adds the link, or changes its claims. */
static gboolean
write_link (ExDatabase        *database,
            const ExObjective *objective,
            const ExLink      *link,
            GError           **error)
{
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   "INSERT INTO links (objective_id, driver, claim_value, claim_customers) VALUES ($1, $2, $3, $4)"
                                   " ON CONFLICT (objective_id, driver) DO UPDATE"
                                   " SET claim_value = excluded.claim_value, claim_customers = excluded.claim_customers",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_link_bind (statement, 1, objective->id, link);
  return ex_statement_run (statement, error);
}

gboolean
ex_objective_insert (ExDatabase        *database,
                     const ExObjective *objective,
                     GError           **error)
{
  g_autoptr (ExStatement) statement = ex_sql_prepare (database, "objective-insert", error);

  if (statement == NULL)
    return FALSE;
  ex_objective_bind (statement, 1, objective);
  if (!ex_statement_run (statement, error))
    return FALSE;
  for (guint i = 0; i < objective->links->len; i++)
    if (!write_link (database, objective, &g_array_index (objective->links, ExLink, i), error))
      return FALSE;
  return TRUE;
}

static const ExLink *
find_link (const ExObjective *objective,
           ExDriver           driver)
{
  for (guint i = 0; i < objective->links->len; i++)
    if (g_array_index (objective->links, ExLink, i).driver == driver)
      return &g_array_index (objective->links, ExLink, i);
  return NULL;
}

static gboolean
remove_link (ExDatabase        *database,
             const ExObjective *objective,
             const ExLink      *link,
             GError           **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, "DELETE FROM links WHERE objective_id = $1 AND driver = $2", error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text_static (statement, 1, objective->id, -1);
  ex_statement_bind_text_static (statement, 2, ex_driver_nick (link->driver), -1);
  return ex_statement_run (statement, error);
}

/* Only the links that differ, so that the journal says what changed and no more. */
static gboolean
update_links (ExDatabase        *database,
              const ExObjective *before,
              const ExObjective *objective,
              GError           **error)
{
  for (guint i = 0; i < before->links->len; i++)
    {
      const ExLink *link = &g_array_index (before->links, ExLink, i);

      if (find_link (objective, link->driver) == NULL && !remove_link (database, objective, link, error))
        return FALSE;
    }
  for (guint i = 0; i < objective->links->len; i++)
    {
      const ExLink *link = &g_array_index (objective->links, ExLink, i);
      const ExLink *old = find_link (before, link->driver);

      if ((old == NULL || old->value != link->value || old->customers != link->customers)
          && !write_link (database, objective, link, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ex_objective_update (ExDatabase        *database,
                     const ExObjective *before,
                     const ExObjective *objective,
                     GError           **error)
{
  g_autoptr (ExStatement) statement = ex_sql_prepare (database, "objective-update", error);

  if (statement == NULL)
    return FALSE;
  ex_objective_bind (statement, 1, objective);
  return ex_statement_run (statement, error) && update_links (database, before, objective, error);
}
