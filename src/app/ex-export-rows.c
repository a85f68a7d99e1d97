/* Tables of leaders, objectives and reviews: a page's query, asked once more in the thread that writes. */
#include "config.h"

#include "ex-export-rows.h"

#include "company/ex-tables.h"
#include "ex-review-query.h"
#include "ex-review-words.h"

#include <glib/gi18n.h>

#define TOLD_EVERY 256 /* rows */

typedef struct
{
  ExCompany *company;
  ExQuery   *query;
  gboolean   tree;
  int        viewer; /* of reviews */
} Rows;

static Rows *
rows_new (ExSession *session, const ExQuery *query, gboolean tree)
{
  Rows *self = g_new0 (Rows, 1);

  self->company = ex_company_ref (ex_session_get_company (session));
  self->query = ex_query_copy (query);
  self->tree = tree;
  self->viewer = ex_review_viewer (session);
  return self;
}

static void
rows_free (gpointer data)
{
  Rows *self = data;

  ex_query_free (self->query);
  ex_company_unref (self->company);
  g_free (self);
}

/* --- which, and how deep ---------------------------------------------------------------------------------------------- */

static int
parent_of (const Rows *self, guint leader)
{
  return self->query->parents != NULL ? g_array_index (self->query->parents, int, leader) : ex_company_get_tree (self->company)->parent[leader];
}

/* Everybody of @sorted below whoever they are under, the tops first; siblings stay in order. @levels: (out) (transfer full) as deep as they are. */
static GArray *
put_in_tree (const Rows *self, const GArray *sorted, GArray **levels)
{
  guint n = ex_company_n_leaders (self->company);
  g_autofree int *first = g_new (int, n + 1);  /* of those under a leader; [n]: the tops */
  g_autofree int *next = g_new (int, n + 1);
  g_autofree int *way = g_new (int, n + 1);    /* from a top down to where we are: who comes next on each level */
  GArray *leaders = g_array_sized_new (FALSE, FALSE, sizeof (guint), sorted->len);
  guint level = 0;

  *levels = g_array_sized_new (FALSE, FALSE, sizeof (guint), sorted->len);
  for (guint i = 0; i <= n; i++)
    first[i] = -1;
  for (guint i = sorted->len; i-- > 0;)
    {
      guint leader = g_array_index (sorted, guint, i);
      int parent = parent_of (self, leader);
      guint under = parent >= 0 ? (guint) parent : n;

      next[leader] = first[under];
      first[under] = (int) leader;
    }

  way[0] = first[n];
  for (;;)
    {
      if (way[level] < 0)
        {
          if (level-- == 0)
            return leaders;
          continue;
        }

      guint leader = (guint) way[level];

      g_array_append_val (leaders, leader);
      g_array_append_val (*levels, level);
      way[level] = next[leader];
      way[++level] = first[leader];
    }
}

/* @levels: (out) (nullable) (transfer full) none in a flat list. */
static GArray *
find_rows (const Rows *self, GArray **levels)
{
  GArray *sorted = ex_query_run (self->query, self->company);
  GArray *leaders;

  *levels = NULL;
  if (!self->tree)
    return sorted;
  leaders = put_in_tree (self, sorted, levels);
  g_array_unref (sorted);
  return leaders;
}

typedef void (* AddRow) (const ExExportRun *run, const Rows *self, guint index, guint level, gpointer data);

static void
add_rows (const ExExportRun *run, const Rows *self, AddRow add, gpointer data)
{
  g_autoptr (GArray) levels = NULL;
  g_autoptr (GArray) indexes = find_rows (self, &levels);

  for (guint i = 0; i < indexes->len && !ex_table_is_over (run->table); i++)
    {
      add (run, self, g_array_index (indexes, guint, i), levels != NULL ? g_array_index (levels, guint, i) : 0, data);
      if (i % TOLD_EVERY == 0)
        run->progress ((double) i / indexes->len, run->progress_data);
    }
}

/* --- leaders ---------------------------------------------------------------------------------------------------------- */

static void
add_leader (const ExExportRun *run, const Rows *self, guint index, guint level, gpointer data)
{
  ex_table_add_leader_scored (run->table, self->company, index, level, data);
}

static gboolean
fill_leaders (const ExExportRun *run, gpointer data, GError **error)
{
  ExPayViewer viewer = { NULL };

  if (!ex_pay_viewer_init (&viewer, run->store, error))
    {
      ex_pay_viewer_clear (&viewer);
      return FALSE;
    }
  add_rows (run, data, add_leader, &viewer);
  ex_pay_viewer_clear (&viewer);
  return TRUE;
}

ExExport *
ex_export_leaders (ExSession *session, const ExQuery *query, gboolean tree)
{
  return ex_export_new (_("Leaders"), ex_table_leaders_scored, fill_leaders, rows_new (session, query, tree), rows_free);
}

/* --- objectives, and the check-ins of one ------------------------------------------------------------------------------ */

static void
add_objective (const ExExportRun *run, const Rows *self, guint index, guint level, gpointer data)
{
  ex_table_add_objective (run->table, self->company, index);
}

static gboolean
fill_objectives (const ExExportRun *run, gpointer data, GError **error)
{
  add_rows (run, data, add_objective, NULL);
  return TRUE;
}

ExExport *
ex_export_objectives (ExSession *session, const ExQuery *query)
{
  return ex_export_new (_("Objectives"), ex_table_objectives, fill_objectives, rows_new (session, query, FALSE), rows_free);
}

typedef struct
{
  ExCompany *company;
  guint      objective;
} CheckIns;

static void
check_ins_free (gpointer data)
{
  ex_company_unref (((CheckIns *) data)->company);
  g_free (data);
}

static gboolean
fill_check_ins (const ExExportRun *run, gpointer data, GError **error)
{
  const CheckIns *self = data;
  const ExObjective *objective = ex_company_get_objective (self->company, self->objective);
  g_autoptr (GPtrArray) check_ins = ex_store_list_check_ins (run->store, objective->id, error);

  for (guint i = 0; check_ins != NULL && i < check_ins->len; i++)
    ex_table_add_check_in (run->table, objective, g_ptr_array_index (check_ins, i));
  return check_ins != NULL;
}

ExExport *
ex_export_check_ins (ExSession *session, const char *objective_id)
{
  ExCompany *company = ex_session_get_company (session);
  int index = objective_id != NULL ? ex_company_find_objective (company, objective_id) : -1;
  CheckIns *data;

  if (index < 0)
    return NULL;
  data = g_new (CheckIns, 1);
  *data = (CheckIns) { ex_company_ref (company), (guint) index };
  return ex_export_new (_("Check-ins"), ex_table_check_ins, fill_check_ins, data, check_ins_free);
}

/* --- reviews ---------------------------------------------------------------------------------------------------------- */

static void
add_review (const ExExportRun *run, const Rows *self, guint index, guint level, gpointer data)
{
  ex_table_add_review (run->table, self->query->reviews, self->viewer, index, level);
}

static gboolean
fill_reviews (const ExExportRun *run, gpointer data, GError **error)
{
  add_rows (run, data, add_review, NULL);
  return TRUE;
}

ExExport *
ex_export_reviews (ExSession *session, const char *title, const ExQuery *query, gboolean tree)
{
  g_return_val_if_fail (query->reviews != NULL && query->parents != NULL, NULL);

  return ex_export_new (title, ex_table_reviews, fill_reviews, rows_new (session, query, tree), rows_free);
}
