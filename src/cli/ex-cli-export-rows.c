/* What only "export" answers: the company's own rows, however many. */
#include "config.h"

#include "company/ex-tables.h"
#include "ex-cli-progress.h"
#include "ex-cli-show.h"
#include "store/ex-store-import.h"

#include <glib/gi18n-lib.h>

/* Reads as of one moment, whoever writes meanwhile. */
typedef gboolean (* Add) (ExTable *table, ExStore *store, const ExCliShow *show, gpointer data, GError **error);

static ExCliStatus
answer_at_once (ExStore *store, const ExCliShow *show, const ExTableColumn *columns, Add add, gpointer data)
{
  g_autoptr (ExTable) table = ex_cli_show_table (show, columns);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (table == NULL)
    return EX_CLI_REFUSED;

  done = ex_store_begin_read (store, &error);
  if (done)
    {
      done = add (table, store, show, data, &error);
      ex_store_end_read (store);
    }

  return done ? ex_cli_table_answer (table) : ex_cli_refuse ("%s", error->message);
}

/* --- check-ins ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const ExCompany *company;
  int              only; /* leader; -1: all */
} CheckIns;

static gboolean
add_objective (ExTable *table, ExStore *store, const ExObjective *objective, GError **error)
{
  g_autoptr (GPtrArray) check_ins = ex_store_list_check_ins (store, objective->id, error);

  for (guint i = 0; check_ins != NULL && i < check_ins->len; i++)
    ex_table_add_check_in (table, objective, g_ptr_array_index (check_ins, i));

  return check_ins != NULL;
}

/* From the top down, each objective's by day. */
static gboolean
add_check_ins (ExTable *table, ExStore *store, const ExCliShow *show, gpointer data, GError **error)
{
  const CheckIns *self = data;
  const ExTree *tree = ex_company_get_tree (self->company);

  for (guint i = 0; i < tree->n && !ex_table_is_over (table); i++)
    {
      guint n;
      const guint *indexes = ex_company_leader_objectives (self->company, tree->order[i], &n);

      for (guint k = 0; (self->only < 0 || (int) tree->order[i] == self->only) && k < n; k++)
        if (!add_objective (table, store, ex_company_get_objective (self->company, indexes[k]), error))
          return FALSE;
      ex_cli_progress_show ((double) (i + 1) / tree->n, NULL);
    }

  return TRUE;
}

ExCliStatus
ex_cli_export_check_ins (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCompany) company = ex_cli_show_read_company (store, show);
  CheckIns check_ins = { company, -1 };

  if (company == NULL || !ex_cli_show_find_leader (company, show, &check_ins.only))
    return EX_CLI_REFUSED;

  return answer_at_once (store, show, ex_table_check_ins, add_check_ins, &check_ins);
}

/* --- customers ---------------------------------------------------------------------------------------------------------- */

static gboolean
add_customers (ExTable *table, ExStore *store, const ExCliShow *show, gpointer data, GError **error)
{
  GCancellable *cancellable = show->file->cancellable;
  GError *failure = NULL;
  g_autoptr (ExLedger) imported = ex_store_open_imported_ledger (store, cancellable, &failure);
  g_autoptr (ExLedger) given = imported != NULL ? ex_store_open_ledger (store, cancellable, &failure) : NULL;
  ExDay first = show->has_period || show->has_range ? ex_period_first_day (show->period) : EX_DAY_NONE;
  ExDay last = show->has_range ? ex_period_last_day (show->period_to) : show->has_period ? ex_period_last_day (show->period) : EX_DAY_NONE;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (imported == NULL)
    {
      ex_cli_tell (_("There is no customer ledger; movements that were entered are exported as movements."));
      return TRUE;
    }

  return ex_table_add_customers (table, imported, given, first, last, ex_store_get_info (store)->currency, ex_cli_progress_show, NULL, error);
}

ExCliStatus
ex_cli_export_customers (ExStore *store, const ExCliShow *show)
{
  return answer_at_once (store, show, ex_table_customers, add_customers, NULL);
}

/* --- movements that were entered ---------------------------------------------------------------------------------------- */

static gboolean
add_movements (ExTable *table, ExStore *store, const ExCliShow *show, gpointer data, GError **error)
{
  g_autoptr (GArray) movements = ex_store_list_movements (store, error);

  for (guint i = 0; movements != NULL && i < movements->len; i++)
    ex_table_add_entered (table, &g_array_index (movements, ExEnteredMovement, i), ex_store_get_info (store)->currency);

  return movements != NULL;
}

ExCliStatus
ex_cli_export_movements (ExStore *store, const ExCliShow *show)
{
  return answer_at_once (store, show, ex_table_movements, add_movements, NULL);
}
