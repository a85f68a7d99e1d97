/* A company in a cycle, read at one moment. The check-ins are by far the most rows: they stream past, in the order of their key, and
 * only what is read from them is kept. */
#include "config.h"

#include "core/ex-score.h"
#include "ex-column.h"
#include "ex-reporting-lines.h"
#include "ex-store-tables.h"

#include <string.h>

typedef struct
{
  ExStatement   *rows;   /* day, value of one objective, by day */
  const ExCycle *cycle;
  ExDay          today;
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
read_objective (Reader            *reader,
                const ExObjective *objective,
                ExReading         *reading,
                GError           **error)
{
  GError *failure = NULL;

  g_array_set_size (reader->points, 0);
  ex_statement_bind_text_static (reader->rows, 1, objective->id, -1);
  while (ex_statement_step (reader->rows, &failure))
    {
      ExPoint point = { read_day (reader, ex_statement_text (reader->rows, 0)), ex_statement_double (reader->rows, 1) };

      g_array_append_val (reader->points, point);
    }
  if (!ex_rows_ended (failure, error))
    return FALSE;
  *reading = ex_objective_read (objective, reader->cycle, (const ExPoint *) reader->points->data, reader->points->len, reader->today, NULL);
  return TRUE;
}

GArray *
ex_readings_read (ExDatabase      *database,
                  const GPtrArray *objectives,
                  const ExCycle   *cycle,
                  ExDay            today,
                  GError         **error)
{
  static const char sql[] = "SELECT day, value FROM check_ins WHERE objective_id = $1 ORDER BY day";
  g_autoptr (GArray) readings = g_array_sized_new (FALSE, TRUE, sizeof (ExReading), objectives->len);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ExPoint));
  g_autoptr (ExStatement) rows = ex_database_prepare (database, sql, error);
  Reader reader = { .rows = rows, .cycle = cycle, .today = today, .points = points };

  if (rows == NULL)
    return NULL;
  g_array_set_size (readings, objectives->len);
  for (guint i = 0; i < objectives->len; i++)
    if (!read_objective (&reader, g_ptr_array_index (objectives, i), &g_array_index (readings, ExReading, i), error))
      return NULL;
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
ExCompany *
ex_company_read (ExStore *self,
                 ExCycle *cycle,
                 ExDay    today,
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
  readings = measured ? ex_readings_read (self->db, objectives, cycle, today, error) : no_readings (objectives->len);
  if (readings == NULL)
    return NULL;
  return ex_company_new (ex_company_info_copy (self->info), g_steal_pointer (&taken), today, g_steal_pointer (&leaders),
                         g_steal_pointer (&objectives), readings, error);
}

ExCompany *
ex_store_read_company (ExStore    *self,
                       const char *cycle_name,
                       ExDay       today,
                       GError    **error)
{
  ExCompany *company = NULL;
  ExCycle *cycle = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  if (find_cycle (self, cycle_name, &cycle, error))
    company = ex_company_read (self, cycle, today, TRUE, error);
  ex_store_end_read (self);
  return company;
}
