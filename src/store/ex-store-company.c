/* A company in a cycle, read at one moment. The check-ins are by far the most rows: they stream past, in the order of their key, and
 * only what is read from them is kept. */
#include "config.h"

#include "core/ex-score.h"
#include "ex-column.h"
#include "ex-reporting-lines.h"
#include "ex-store-tables.h"

#include <string.h>

static const char points_sql[] = "SELECT day, value FROM check_ins WHERE objective_id = $1 ORDER BY day";

typedef struct
{
  ExStatement   *rows;   /* day, value of one objective, by day */
  const ExCycle *cycle;
  ExDay          today;
  ExDay          until;  /* later check-ins are left out; EX_DAY_NONE: none is */
  GArray        *points; /* (element-type ExPoint) of the objective being read */
  char           month[8]; /* "2026-09-" that was parsed last, */
  ExDay          month_start; /* and the day before its first */
} Reader;

/* A year's check-ins share a dozen months, so only the last two digits need looking at. */
static ExDay
read_day (Reader     *reader,
          const char *iso)
{
  if (memcmp (reader->month, iso, sizeof reader->month) != 0)
    {
      char first[EX_DAY_ISO_SIZE] = "";

      if (strlen (iso) != EX_DAY_ISO_SIZE - 1)
        return ex_day_parse (iso);
      memcpy (first, iso, sizeof reader->month);
      memcpy (first + sizeof reader->month, "01", 3);
      reader->month_start = ex_day_parse (first) - 1;
      memcpy (reader->month, iso, sizeof reader->month);
    }
  return reader->month_start + (ExDay) ((iso[8] - '0') * 10 + (iso[9] - '0'));
}

/* The last step of an objective resets the statement, ready for the next. */
static gboolean
read_points (Reader            *reader,
             const ExObjective *objective,
             GError           **error)
{
  GError *failure = NULL;

  g_array_set_size (reader->points, 0);
  ex_statement_bind_text_static (reader->rows, 1, objective->id, -1);
  while (ex_statement_step (reader->rows, &failure))
    {
      ExPoint point = { read_day (reader, ex_statement_text (reader->rows, 0)), ex_statement_double (reader->rows, 1) };

      if (reader->until == EX_DAY_NONE || point.day <= reader->until)
        g_array_append_val (reader->points, point);
    }
  return ex_rows_ended (failure, error);
}

static gboolean
read_objective (Reader            *reader,
                const ExObjective *objective,
                ExReading         *reading,
                GError           **error)
{
  if (!read_points (reader, objective, error))
    return FALSE;
  *reading = ex_objective_read (objective, reader->cycle, (const ExPoint *) reader->points->data, reader->points->len, reader->today, NULL);
  return TRUE;
}

GArray *
ex_readings_read (ExDatabase      *database,
                  const GPtrArray *objectives,
                  const ExCycle   *cycle,
                  ExDay            today,
                  ExDay            until,
                  GError         **error)
{
  g_autoptr (GArray) readings = g_array_sized_new (FALSE, TRUE, sizeof (ExReading), objectives->len);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ExPoint));
  g_autoptr (ExStatement) rows = ex_database_prepare (database, points_sql, error);
  Reader reader = { .rows = rows, .cycle = cycle, .today = today, .until = until, .points = points };

  if (rows == NULL)
    return NULL;
  g_array_set_size (readings, objectives->len);
  for (guint i = 0; i < objectives->len; i++)
    if (!read_objective (&reader, g_ptr_array_index (objectives, i), &g_array_index (readings, ExReading, i), error))
      return NULL;
  return g_steal_pointer (&readings);
}

GArray *
ex_readings_reread (ExDatabase      *database,
                    const ExCompany *before,
                    const GArray    *objectives,
                    GError         **error)
{
  guint n = ex_company_n_objectives (before);
  g_autoptr (GArray) readings = g_array_sized_new (FALSE, TRUE, sizeof (ExReading), n);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ExPoint));
  g_autoptr (ExStatement) rows = ex_database_prepare (database, points_sql, error);
  Reader reader = { .rows = rows, .cycle = ex_company_get_cycle (before), .today = ex_company_get_today (before), .until = EX_DAY_NONE, .points = points };

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    g_array_append_val (readings, *ex_company_get_reading (before, i));
  for (guint i = 0; i < objectives->len; i++)
    {
      guint objective = g_array_index (objectives, guint, i);

      if (!read_objective (&reader, ex_company_get_objective (before, objective), &g_array_index (readings, ExReading, objective), error))
        return NULL;
    }
  return g_steal_pointer (&readings);
}

/* A company without any cycle is fine, unless one is asked for by name. */
static gboolean
find_cycle (ExStore    *self,
            const char *name,
            ExCycle   **cycle,
            GError    **error)
{
  GError *failure = NULL;

  *cycle = ex_store_find_cycle (self, name, &failure);
  if (*cycle == NULL && name == NULL && g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
    {
      g_error_free (failure);
      return TRUE;
    }
  return ex_rows_ended (failure, error);
}

static GPtrArray *
read_objectives (ExStore       *self,
                 const ExCycle *cycle,
                 GError       **error)
{
  if (cycle != NULL)
    return ex_objectives_read (self->db, cycle->id, error);
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
}

static GArray *
no_readings (guint n)
{
  GArray *readings = g_array_sized_new (FALSE, TRUE, sizeof (ExReading), n);

  return g_array_set_size (readings, n);
}

/* Takes @cycle (nullable). */
static ExCompany *
read_until (ExStore *self,
            ExCycle *cycle,
            ExDay    today,
            ExDay    until,
            gboolean measured,
            GError **error)
{
  g_autoptr (ExCycle) taken = cycle;
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (self, error);
  g_autoptr (GPtrArray) objectives = NULL;
  GArray *readings;

  if (leaders == NULL || !ex_lines_apply (self->db, leaders, ex_lines_day (cycle, today), error))
    return NULL;
  objectives = read_objectives (self, cycle, error);
  if (objectives == NULL)
    return NULL;
  readings = measured ? ex_readings_read (self->db, objectives, cycle, today, until, error) : no_readings (objectives->len);
  if (readings == NULL)
    return NULL;
  return ex_company_new (ex_company_info_copy (self->info), g_steal_pointer (&taken), today, g_steal_pointer (&leaders),
                         g_steal_pointer (&objectives), readings, error);
}

ExCompany *
ex_company_read (ExStore *self,
                 ExCycle *cycle,
                 ExDay    today,
                 gboolean measured,
                 GError **error)
{
  return read_until (self, cycle, today, EX_DAY_NONE, measured, error);
}

static ExCompany *
read_named (ExStore    *self,
            const char *cycle_name,
            ExDay       today,
            ExDay       until,
            GError    **error)
{
  ExCompany *company = NULL;
  ExCycle *cycle = NULL;

  if (!ex_store_begin_read (self, error))
    return NULL;
  if (find_cycle (self, cycle_name, &cycle, error))
    company = read_until (self, cycle, today, until, TRUE, error);
  ex_store_end_read (self);
  return company;
}

ExCompany *
ex_store_read_company (ExStore    *self,
                       const char *cycle_name,
                       ExDay       today,
                       GError    **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return read_named (self, cycle_name, today, EX_DAY_NONE, error);
}

ExCompany *
ex_store_read_company_as_of (ExStore    *self,
                             const char *cycle_name,
                             ExDay       day,
                             GError    **error)
{
  g_return_val_if_fail (self != NULL && day != EX_DAY_NONE, NULL);

  return read_named (self, cycle_name, day, day, error);
}

static GHashTable *
collect_points (Reader          *reader,
                const ExCompany *company,
                guint            leader,
                GError         **error)
{
  g_autoptr (GHashTable) points = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  guint n = 0;
  const guint *own = ex_company_leader_objectives (company, leader, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (ExPoint));

      reader->points = list;
      if (!read_points (reader, ex_company_get_objective (company, own[i]), error))
        return NULL;
      g_hash_table_insert (points, GUINT_TO_POINTER (own[i]), g_steal_pointer (&list));
    }
  return g_steal_pointer (&points);
}

GHashTable *
ex_store_read_leader_points (ExStore         *self,
                             const ExCompany *company,
                             guint            leader,
                             ExDay            until,
                             GError         **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GHashTable *points = NULL;

  g_return_val_if_fail (self != NULL && company != NULL, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  rows = ex_database_prepare (self->db, points_sql, error);
  if (rows != NULL)
    points = collect_points (&(Reader) { .rows = rows, .until = until }, company, leader, error);
  g_clear_pointer (&rows, ex_statement_reset);
  ex_store_end_read (self);
  return points;
}
