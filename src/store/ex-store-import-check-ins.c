#include "config.h"

#include "ex-check-in-batch.h"
#include "ex-check-in-writer.h"
#include "ex-column.h"
#include "ex-import-run.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SENTENCES_KEPT 50 /* of a refusal: who gets more will read no further */

/* What stands for a row of the file. */
enum { NEW, SAME, DIFFERENT };

typedef struct
{
  ExCheckInBatch *batch;
  GHashTable     *cycles;     /* id -> ExCycle */
  GPtrArray      *all_cycles;
  gboolean        all_new;    /* none of the objectives has a check-in yet */
  GByteArray     *standing;   /* one of the above a row, of the group that is written */
  ExCheckInWriter *writer;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->batch, ex_check_in_batch_free);
  g_clear_pointer (&plan->cycles, g_hash_table_unref);
  g_clear_pointer (&plan->all_cycles, g_ptr_array_unref);
  g_clear_pointer (&plan->standing, g_byte_array_unref);
  g_clear_pointer (&plan->writer, ex_check_in_writer_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static gboolean
plan_init (Plan         *plan,
           ExStore      *store,
           const GArray *rows,
           GError      **error)
{
  plan->all_cycles = ex_store_list_cycles (store, error);
  if (plan->all_cycles == NULL)
    return FALSE;
  plan->cycles = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < plan->all_cycles->len; i++)
    g_hash_table_insert (plan->cycles, ((ExCycle *) g_ptr_array_index (plan->all_cycles, i))->id, g_ptr_array_index (plan->all_cycles, i));
  plan->standing = g_byte_array_new ();
  plan->batch = ex_check_in_batch_new (rows);
  return TRUE;
}

/* Both sides come by id: one walk finds every group's objective. */
static gboolean
find_objectives (const Plan *plan,
                 ExDatabase *database,
                 GError    **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (database, "SELECT id, title, kind, cycle_id FROM objectives ORDER BY id", error);
  GError *failure = NULL;
  guint i = 0;

  if (rows == NULL)
    return FALSE;
  while (i < plan->batch->groups->len && ex_statement_step (rows, &failure))
    {
      const char *id = ex_statement_text (rows, 0);
      ExCheckInGroup *group = &g_array_index (plan->batch->groups, ExCheckInGroup, i);
      int order;

      while ((order = strcmp (group->objective_id, id)) < 0 && ++i < plan->batch->groups->len)
        group++;
      if (order != 0)
        continue;
      group->title = ex_column_dup_text (rows, 1);
      ex_kind_parse (ex_statement_text (rows, 2), &group->kind);
      group->cycle = g_hash_table_lookup (plan->cycles, ex_statement_text (rows, 3));
      i++;
    }
  return ex_rows_ended (failure, error);
}

static gboolean
is_fine (const ExCheckInRow   *row,
         const ExCheckInGroup *group)
{
  return isfinite (row->value) && row->day >= group->cycle->first && row->day <= group->cycle->last && row->confidence >= 0
         && row->confidence <= 10 && (group->kind != EX_KIND_MILESTONE || row->value == 0 || row->value == 1);
}

/* In the words of the rule, with the objective and the day in front. */
static void
refuse_row (const ExCheckInRow   *row,
            const ExCheckInGroup *group,
            GPtrArray            *problems)
{
  g_autoptr (ExObjective) objective = ex_objective_new (group->objective_id, group->cycle->id, "", group->title, group->kind);
  g_autoptr (ExCheckIn) check_in = ex_check_in_new (group->objective_id, row->day, row->value);
  g_autoptr (GPtrArray) own = NULL;
  g_autofree char *day = ex_day_to_iso (row->day);

  check_in->confidence = row->confidence;
  own = ex_check_in_problems (check_in, objective, group->cycle);
  for (guint i = 0; i < own->len; i++)
    ex_refuse (problems, _("“%s”, %s: %s"), group->title, day, (const char *) g_ptr_array_index (own, i));
}

static void
check_group (const Plan           *plan,
             const ExCheckInGroup *group,
             GPtrArray            *problems)
{
  if (group->cycle == NULL)
    {
      ex_refuse (problems, _("There is no objective “%s”; add it first."), group->objective_id);
      return;
    }
  for (guint i = 0; i < group->n; i++)
    {
      const ExCheckInRow *row = ex_check_in_batch_row (plan->batch, group, i);

      if (!is_fine (row, group))
        refuse_row (row, group, problems);
      if (i > 0 && row->day == ex_check_in_batch_row (plan->batch, group, i - 1)->day)
        {
          g_autofree char *day = ex_day_to_iso (row->day);

          ex_refuse (problems, _("“%s”, %s: there twice; an objective has one check-in a day."), group->title, day);
        }
    }
}

static gboolean
check_plan (const Plan *plan,
            GError    **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  for (guint g = 0; g < plan->batch->groups->len && problems->len < SENTENCES_KEPT; g++)
    check_group (plan, &g_array_index (plan->batch->groups, ExCheckInGroup, g), problems);
  if (problems->len > SENTENCES_KEPT)
    g_ptr_array_set_size (problems, SENTENCES_KEPT);
  return ex_store_accept (g_steal_pointer (&problems), error);
}

/* Text of a file may be "" where the database has null. */
static gboolean
same_text (const char *a,
           const char *b)
{
  return strcmp (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static gboolean
same_as_standing (const ExCheckInRow *row,
                  ExStatement        *standing)
{
  return row->value == ex_statement_double (standing, 1) && row->confidence == ex_column_int_or (standing, 2, 0)
         && same_text (row->note, ex_statement_text (standing, 3)) && same_text (row->next, ex_statement_text (standing, 4))
         && same_text (row->evidence, ex_statement_text (standing, 5));
}

/* The first import of a cycle is the largest, and needs no looking at each objective. */
static gboolean
look_whether_any_stands (Plan       *plan,
                         ExDatabase *database,
                         GError    **error)
{
  const GArray *groups = plan->batch->groups;
  g_autoptr (ExStatement) row = NULL;
  int found;

  if (groups->len == 0)
    return TRUE;
  row = ex_database_prepare (database, "SELECT 1 FROM check_ins WHERE objective_id >= $1 AND objective_id <= $2 LIMIT 1", error);
  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, g_array_index (groups, ExCheckInGroup, 0).objective_id);
  ex_statement_bind_text (row, 2, g_array_index (groups, ExCheckInGroup, groups->len - 1).objective_id);
  found = ex_row_find (row, error);
  plan->all_new = found == 0;
  return found >= 0;
}

/* Both sides come by day. Done before the group is written, so that no scan meets rows that it has just written. */
static gboolean
compare_group (const Plan           *plan,
               ExDatabase           *database,
               const ExCheckInGroup *group,
               GError              **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;
  guint i = 0;

  g_byte_array_set_size (plan->standing, group->n);
  memset (plan->standing->data, NEW, group->n);
  if (plan->all_new)
    return TRUE;
  rows = ex_database_prepare (database, "SELECT day, value, confidence, note, next, evidence FROM check_ins WHERE objective_id = $1 ORDER BY day",
                              error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text_static (rows, 1, group->objective_id, -1);
  while (i < group->n && ex_statement_step (rows, &failure))
    {
      ExDay day = ex_column_day (rows, 0);

      while (i < group->n && ex_check_in_batch_row (plan->batch, group, i)->day < day)
        i++;
      if (i < group->n && ex_check_in_batch_row (plan->batch, group, i)->day == day)
        {
          plan->standing->data[i] = same_as_standing (ex_check_in_batch_row (plan->batch, group, i), rows) ? SAME : DIFFERENT;
          i++;
        }
    }
  return ex_rows_ended (failure, error);
}

static gboolean
write_group (ExImportRun          *run,
             Plan                 *plan,
             const ExCheckInGroup *group,
             GError              **error)
{
  if (!compare_group (plan, run->store->db, group, error))
    return FALSE;
  for (guint i = 0; i < group->n; i++)
    {
      const ExCheckInRow *row = ex_check_in_batch_row (plan->batch, group, i);
      guint8 standing = plan->standing->data[i];

      if (!ex_import_run_step (run, group->first + i, plan->batch->n, error))
        return FALSE;
      if (standing == SAME)
        run->counts.unchanged++;
      else if (!(standing == NEW ? ex_check_in_writer_insert (plan->writer, row, error) : ex_check_in_writer_update (plan->writer, row, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_plan (ExImportRun *run,
            Plan        *plan,
            GError     **error)
{
  if (!look_whether_any_stands (plan, run->store->db, error))
    return FALSE;
  plan->writer = ex_check_in_writer_new (run);
  for (guint g = 0; g < plan->batch->groups->len; g++)
    if (!write_group (run, plan, &g_array_index (plan->batch->groups, ExCheckInGroup, g), error))
      return FALSE;
  return ex_check_in_writer_end (plan->writer, error);
}

static gboolean
fill_cb (ExImportRun *run,
         gpointer     data,
         GError     **error)
{
  g_auto (Plan) plan = { 0 };

  return plan_init (&plan, run->store, data, error) && find_objectives (&plan, run->store->db, error) && check_plan (&plan, error)
         && write_plan (run, &plan, error);
}

gboolean
ex_store_import_check_ins (ExStore            *self,
                           GArray             *rows,
                           const ExImportInfo *info,
                           ExImportCounts     *counts,
                           GError            **error)
{
  g_return_val_if_fail (self != NULL && rows != NULL && info != NULL, FALSE);

  return ex_import_run (self, N_("Import check-ins"), "check_ins", info, fill_cb, rows, counts, error);
}
