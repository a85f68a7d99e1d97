/* Each part of a filter can say which is the newest action that it lets through, up to some number. What fits all of them is
 * found by asking one after the other, each from where the one before it went, until nobody goes further back. */
#include "config.h"

#include "ex-history-walk.h"

#include <string.h>

struct _ExHistoryWalk
{
  ExStore *store;
  char    *person;   /* (nullable) who did it */
  GArray  *about;    /* (nullable) (element-type gint64) numbers, rising */
  char    *page_sql; /* (nullable) the newest action of the page with a number of at most $1 */
  gint64   from;     /* seconds since 1970, the first that counts; G_MININT64: all */
  gint64   to;       /* the first that does not count any more; G_MAXINT64: all */
};

/* --- the parts ---------------------------------------------------------------------------------------------------------- */

/* By whom it was asked for, and in that time: which does not rise with the numbers, for clocks are set back, so that no index helps. */
static gint64
seek_action (ExHistoryWalk *self, gint64 number, GError **error)
{
  g_autoptr (ExStatement) row = NULL;

  row = ex_database_prepare (self->store->db,
                             self->person != NULL
                             ? "SELECT number FROM actions WHERE actor = $2 AND number <= $1 AND digest IS NOT NULL"
                               " AND at >= $3 AND at < $4 ORDER BY number DESC LIMIT 1"
                             : "SELECT number FROM actions WHERE number <= $1 AND digest IS NOT NULL"
                               " AND at >= $3 AND at < $4 ORDER BY number DESC LIMIT 1", error);
  if (row == NULL)
    return -1;
  ex_statement_bind_int (row, 1, number);
  ex_statement_bind_int (row, 3, self->from);
  ex_statement_bind_int (row, 4, self->to);
  if (self->person != NULL)
    ex_statement_bind_text (row, 2, self->person);
  return ex_statement_step (row, error) ? ex_statement_int (row, 0) : 0;
}

static gint64
seek_page (ExHistoryWalk *self, gint64 number, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->store->db, self->page_sql, error);

  if (row == NULL)
    return -1;
  ex_statement_bind_int (row, 1, number);
  return ex_statement_step (row, error) ? ex_statement_int (row, 0) : 0;
}

static gint64
seek_about (ExHistoryWalk *self, gint64 number, GError **error)
{
  guint low = 0, high = self->about->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->about, gint64, middle) <= number)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? g_array_index (self->about, gint64, low - 1) : 0;
}

typedef gint64 (* Seek) (ExHistoryWalk *self, gint64 number, GError **error);

gint64
ex_history_walk_seek (ExHistoryWalk *self, gint64 number, GError **error)
{
  const Seek seeks[] = { self->about != NULL ? seek_about : NULL, self->page_sql != NULL ? seek_page : NULL, seek_action };
  g_autoptr (GError) problem = NULL;
  gint64 before;

  do
    {
      before = number;
      for (guint i = 0; i < G_N_ELEMENTS (seeks) && number > 0; i++)
        if (seeks[i] != NULL)
          number = seeks[i] (self, number, &problem);
    }
  while (problem == NULL && number > 0 && number != before);
  if (problem == NULL)
    return number;
  g_propagate_error (error, g_steal_pointer (&problem));
  return -1;
}

/* --- making ------------------------------------------------------------------------------------------------------------- */

/* When @day begins by the clock of this computer. */
static gint64
day_begins (ExDay day)
{
  g_autoptr (GDateTime) midnight = NULL;
  int year, month, day_of_month;

  ex_day_split (day, &year, &month, &day_of_month);
  midnight = g_date_time_new_local (year, month, day_of_month, 0, 0, 0);
  return midnight != NULL ? g_date_time_to_unix (midnight) : 0;
}

static char *
make_page_sql (const char *page)
{
  GString *sql = g_string_new ("SELECT max (action) FROM (");

  for (const ExHistoryPlace *place = ex_history_places (); place->page != NULL; place++)
    if (strcmp (place->page, page) == 0)
      g_string_append_printf (sql, "%sSELECT (SELECT c.action FROM changes c WHERE c.table_name = '%s' AND c.action <= $1%s%s"
                              " ORDER BY c.action DESC LIMIT 1) AS action",
                              g_str_has_suffix (sql->str, "(") ? "" : " UNION ALL ", place->table, place->only != NULL ? " AND " : "",
                              place->only != NULL ? place->only : "");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

ExHistoryWalk *
ex_history_walk_new (ExStore *store, const ExHistoryFilter *filter, GError **error)
{
  g_autoptr (ExHistoryWalk) self = g_new0 (ExHistoryWalk, 1);

  self->store = store;
  self->from = filter != NULL && filter->from != EX_DAY_NONE ? day_begins (filter->from) : G_MININT64;
  self->to = filter != NULL && filter->to != EX_DAY_NONE ? day_begins (filter->to + 1) : G_MAXINT64;
  if (filter != NULL && filter->leader != NULL)
    {
      self->about = ex_history_read_about (store, filter->leader, filter->page, error);
      if (self->about == NULL)
        return NULL;
    }
  else if (filter != NULL && filter->page != NULL)
    self->page_sql = make_page_sql (filter->page);
  self->person = filter != NULL ? g_strdup (filter->person) : NULL;
  return g_steal_pointer (&self);
}

void
ex_history_walk_free (ExHistoryWalk *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->about, g_array_unref);
  g_free (self->person);
  g_free (self->page_sql);
  g_free (self);
}
