#include "config.h"

#include "ex-import.h"

#include "exchange/ex-csv-writer.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-locks.h"
#include "store/ex-store-reviews.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands in the company, as far as a plan of one kind asks for it. */
typedef struct
{
  ExImportContext context;
  ExCompany      *company;
  ExStoreLocks   *locks;
} Standing;

static void
standing_clear (Standing *self)
{
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->context.objectives, g_ptr_array_unref);
  g_clear_pointer (&self->context.cycles, g_ptr_array_unref);
  g_clear_pointer (&self->context.ledger, ex_ledger_unref);
  g_clear_pointer (&self->context.marks, ex_ledger_marks_free);
  g_clear_pointer (&self->context.spells, g_hash_table_unref);
  g_clear_pointer (&self->context.movements, g_array_unref);
  g_clear_pointer (&self->context.locks.reviews, g_hash_table_unref);
  g_clear_pointer (&self->context.locks.check_ins, g_hash_table_unref);
  g_clear_pointer (&self->context.locks.final, g_array_unref);
  g_clear_pointer (&self->locks, ex_store_locks_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standing, standing_clear)

/* NULL without @error: no name was given, and the company has no cycle. */
static ExCycle *
choose_cycle (ExStore *store, const char *name, GError **error)
{
  GError *failure = NULL;
  ExCycle *cycle = ex_store_find_cycle (store, name, &failure);

  if (cycle == NULL && name == NULL && g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
    g_clear_error (&failure);
  if (failure != NULL)
    g_propagate_error (error, failure);

  return cycle;
}

static GPtrArray *
list_objectives (ExStore *store, ExImportWhat what, const ExCycle *cycle, GError **error)
{
  if (what != EX_IMPORT_OBJECTIVES || cycle == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);

  return ex_store_list_objectives (store, cycle->id, error);
}

/* The company without its check-ins: a plan looks at who and what there is, never at a score, and reading a million check-ins to
 * import a few would be waste. */
static ExCompany *
read_company (ExStore *store, ExImportWhat what, const char *cycle_name, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ExCycle) cycle = choose_cycle (store, cycle_name, &failure);
  g_autoptr (GPtrArray) leaders = NULL;
  g_autoptr (GPtrArray) objectives = NULL;
  GArray *readings;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  leaders = ex_store_list_leaders (store, error);
  if (leaders == NULL)
    return NULL;
  objectives = list_objectives (store, what, cycle, error);
  if (objectives == NULL)
    return NULL;

  readings = g_array_new (FALSE, TRUE, sizeof (ExReading));
  g_array_set_size (readings, objectives->len);

  return ex_company_new (ex_company_info_copy (ex_store_get_info (store)), g_steal_pointer (&cycle), ex_day_today (),
                         g_steal_pointer (&leaders), g_steal_pointer (&objectives), readings, error);
}

/* Check-ins find their objectives in every cycle, unless one is named. */
static gboolean
read_all_objectives (Standing *self, ExStore *store, const char *cycle_name, GError **error)
{
  const ExCycle *cycle = ex_company_get_cycle (self->company);

  self->context.objectives = ex_store_list_objectives (store, cycle_name != NULL ? cycle->id : NULL, error);

  return self->context.objectives != NULL;
}

/* --- what does not change any more --------------------------------------------------------------------------------------------- */

static GHashTable *
lock_reviews (const Standing *self)
{
  GHashTable *locked = g_hash_table_new (g_str_hash, g_str_equal);
  const ExCycle *cycle = ex_company_get_cycle (self->company);

  for (guint i = 0; cycle != NULL && i < ex_company_n_leaders (self->company); i++)
    {
      const ExLeader *leader = ex_company_get_leader (self->company, i);
      const ExReviewLock *lock = ex_store_locks_find (self->locks, cycle->id, leader->id);

      if (lock != NULL)
        g_hash_table_insert (locked, leader->id, (gpointer) lock);
    }

  return locked;
}

static GHashTable *
lock_check_ins (const Standing *self)
{
  GHashTable *locked = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *objectives = self->context.objectives;

  for (guint i = 0; i < objectives->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (objectives, i);
      const ExReviewLock *lock = ex_store_locks_find (self->locks, objective->cycle_id, objective->leader_id);

      if (lock != NULL && (lock->closed || lock->state >= EX_REVIEW_ASSESSED))
        g_hash_table_insert (locked, objective->id, (gpointer) lock);
    }

  return locked;
}

static gboolean
stands_cb (const ExCheckInRow *row, gpointer data)
{
  return ex_store_has_check_in (data, row);
}

static gboolean
read_locks (Standing *self, ExStore *store, ExImportWhat what, GError **error)
{
  if (what == EX_IMPORT_CUSTOMERS || what == EX_IMPORT_MOVEMENTS)
    {
      self->context.locks.final = ex_store_list_final (store, error);
      return self->context.locks.final != NULL;
    }

  self->locks = ex_store_read_locks (store, error);
  if (self->locks == NULL)
    return FALSE;
  if (what == EX_IMPORT_OBJECTIVES)
    self->context.locks.reviews = lock_reviews (self);
  if (what == EX_IMPORT_CHECK_INS)
    self->context.locks.check_ins = lock_check_ins (self);
  self->context.locks.stands = stands_cb;
  self->context.locks.data = store;

  return TRUE;
}

static gboolean
read_standing (Standing *self, ExStore *store, ExImportWhat what, const char *cycle_name, GError **error)
{
  GError *failure = NULL;

  self->company = read_company (store, what, cycle_name, error);
  if (self->company == NULL)
    return FALSE;
  self->context.company = self->company;
  self->context.cycles = ex_store_list_cycles (store, error);
  if (self->context.cycles == NULL)
    return FALSE;

  if (what == EX_IMPORT_CHECK_INS && !read_all_objectives (self, store, cycle_name, error))
    return FALSE;
  if (what == EX_IMPORT_CUSTOMERS || what == EX_IMPORT_MOVEMENTS)
    self->context.ledger = ex_store_open_imported_ledger (store, NULL, &failure);
  if (what == EX_IMPORT_LEADERS)
    self->context.spells = ex_store_read_spells (store, &failure);
  if (failure == NULL && what == EX_IMPORT_CUSTOMERS)
    self->context.marks = ex_store_read_marks (store, &failure);
  if (failure == NULL && (what == EX_IMPORT_CUSTOMERS || what == EX_IMPORT_MOVEMENTS))
    self->context.movements = ex_store_list_movements (store, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return read_locks (self, store, what, error);
}

/* A company has a ledger or enters movements; the plan refuses the latter beside the former. The other way round the ledger is the
 * better knowledge, and who brings it should know what becomes of what was entered. */
static void
warn_of_entered (const Standing *self, ExImportPlan *plan)
{
  if (plan == NULL || plan->what != EX_IMPORT_CUSTOMERS || self->context.ledger != NULL || self->context.movements->len == 0)
    return;

  ex_problems_warn (plan->problems, 1, 1,
                    _("The company has movements that were entered. From now on what is shown is computed from the customer ledger, and they are not shown."));
}

ExImportPlan *
ex_import_prepare (ExStore *store, ExImportWhat what, const char *path, const char *cycle, const ExImportOptions *options, GError **error)
{
  g_auto (Standing) standing = { 0 };
  ExImportPlan *plan;

  g_return_val_if_fail (store != NULL && path != NULL && options != NULL, NULL);

  if (!read_standing (&standing, store, what, cycle, error))
    return NULL;
  plan = ex_import_plan_new (what, path, &standing.context, options, error);
  warn_of_entered (&standing, plan);

  return plan;
}

ExImportPlan *
ex_import_prepare_bytes (ExStore *store, ExImportWhat what, const char *name, GBytes *bytes, const char *cycle,
                         const ExImportOptions *options, GError **error)
{
  g_auto (Standing) standing = { 0 };
  ExImportPlan *plan;

  g_return_val_if_fail (store != NULL && name != NULL && bytes != NULL && options != NULL, NULL);

  if (!read_standing (&standing, store, what, cycle, error))
    return NULL;
  plan = ex_import_plan_new_for_bytes (what, name, bytes, &standing.context, options, error);
  warn_of_entered (&standing, plan);

  return plan;
}

/* What a file of customers without values says. */
static gboolean
store_reasons (ExStore *store, const ExImportPlan *plan, const ExImportInfo *info, ExImportCounts *counts, GError **error)
{
  g_autoptr (GArray) given = g_array_sized_new (FALSE, FALSE, sizeof (ExGivenReason), plan->reasons->len);

  for (guint i = 0; i < plan->reasons->len; i++)
    {
      const ExReasonRow *row = &g_array_index (plan->reasons, ExReasonRow, i);
      ExGivenReason one = { row->customer, row->period, row->reason };

      g_array_append_val (given, one);
    }

  return ex_store_import_reasons (store, given, info, counts, error);
}

static gboolean
store_plan (ExStore *store, ExImportPlan *plan, const ExImportInfo *info, ExOver over, ExImportCounts *counts, GError **error)
{
  switch (plan->what)
    {
    case EX_IMPORT_LEADERS:
      return ex_store_import_leaders_and_spells (store, plan->leaders, plan->spells, info, counts, error);
    case EX_IMPORT_OBJECTIVES:
      return ex_store_import_objectives (store, plan->objectives, info, counts, error);
    case EX_IMPORT_CHECK_INS:
      return ex_store_import_check_ins (store, plan->check_ins, info, counts, error);
    case EX_IMPORT_CUSTOMERS:
      if (plan->reasons != NULL)
        return store_reasons (store, plan, info, counts, error);
      return ex_store_import_ledger (store, plan->ledger, over, info, counts, error);
    case EX_IMPORT_MOVEMENTS:
      return ex_store_import_movements (store, plan->movements, info, counts, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* A row that another row of the file made superfluous did not change anything. */
static void
fill_tally (ExImportTally *tally, const ExImportPlan *plan, const ExImportCounts *counts)
{
  guint64 good = plan->rows_read - plan->rows_refused;

  tally->read = plan->rows_read;
  tally->refused = plan->rows_refused;
  tally->added = MIN (counts->added, good);
  tally->changed = MIN (counts->changed, good - tally->added);
  tally->unchanged = good - tally->added - tally->changed;
}

gboolean
ex_import_apply (ExStore *store, ExImportPlan *plan, const char *path, const ExImportOptions *options, gboolean dry_run,
                 ExImportTally *tally, GError **error)
{
  g_autofree char *file_name = g_path_get_basename (path);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_free);
  ExImportInfo info = { file_name, plan->digest, options->cancellable, options->progress, options->progress_data, changes };
  ExOver over = options->replace ? EX_OVER_PERIOD : options->add ? EX_OVER_ADDS : EX_OVER_CELLS;
  ExImportCounts counts = { 0 };
  gboolean done;

  g_return_val_if_fail (store != NULL && ex_import_plan_is_good (plan), FALSE);

  if (dry_run && !ex_store_begin (store, "Try an import", error))
    return FALSE;
  done = store_plan (store, plan, &info, over, &counts, error);
  if (dry_run)
    ex_store_rollback (store);
  if (done && tally != NULL)
    fill_tally (tally, plan, &counts);
  g_clear_pointer (&plan->changes, g_ptr_array_unref);
  plan->changes = g_steal_pointer (&changes);

  return done;
}

gboolean
ex_import_file (ExStore *store, ExImportWhat what, const char *path, const char *cycle, const ExImportOptions *options, gboolean dry_run,
                ExImportPlan **plan, ExImportTally *tally, GError **error)
{
  ExImportTally ignored;

  g_return_val_if_fail (plan != NULL, FALSE);

  tally = tally != NULL ? tally : &ignored;
  *tally = (ExImportTally) { 0 };
  *plan = ex_import_prepare (store, what, path, cycle, options, error);
  if (*plan == NULL)
    return FALSE;
  if (ex_import_plan_is_good (*plan))
    return ex_import_apply (store, *plan, path, options, dry_run, tally, error);

  tally->read = tally->refused = (*plan)->rows_read;

  return FALSE;
}

/* A signed number runs nothing in a spreadsheet, and must come back as it was. */
static gboolean
is_number (const char *text)
{
  if (*text == '+' || *text == '-')
    text++;

  return g_ascii_isdigit (*text) && text[strspn (text, "0123456789., ")] == '\0';
}

gboolean
ex_import_write_rejects (const ExImportPlan *plan, const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (plan != NULL && path != NULL, FALSE);

  for (guint i = 0; plan->rejects != NULL && i < plan->rejects->len; i++)
    {
      const char *const *row = g_ptr_array_index (plan->rejects, i);
      guint n = g_strv_length ((char **) row);

      for (guint field = 0; field < n; field++)
        ex_csv_append (text, row[field], !is_number (row[field]), field == n - 1);
    }

  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

char *
ex_import_tally_to_text (const ExImportTally *tally)
{
  g_autofree char *read = g_strdup_printf ("%" G_GUINT64_FORMAT, tally->read);
  g_autofree char *added = g_strdup_printf ("%" G_GUINT64_FORMAT, tally->added);
  g_autofree char *changed = g_strdup_printf ("%" G_GUINT64_FORMAT, tally->changed);
  g_autofree char *unchanged = g_strdup_printf ("%" G_GUINT64_FORMAT, tally->unchanged);
  g_autofree char *refused = g_strdup_printf ("%" G_GUINT64_FORMAT, tally->refused);

  /* Always "rows": scripts look for the word. */
  return g_strdup_printf (_("%s rows read: %s added, %s changed, %s unchanged, %s refused"), read, added, changed, unchanged, refused);
}
