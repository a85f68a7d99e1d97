#include "config.h"

#include "ex-import-rows.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n.h>
#include <math.h>

/* A table while it is filled: cells by row, each of as many columns as there are titles. */
typedef struct
{
  GPtrArray           *titles;
  GPtrArray           *rows;  /* (element-type GPtrArray of utf8) */
  GPtrArray           *cells; /* of the row at hand */
  const ExCompanyInfo *info;
} Table;

static void
begin_row (Table *table)
{
  table->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (table->rows, table->cells);
}

/* Takes @value; NULL is nothing. Titles are those of the first row. */
static void
add (Table *table, const char *title, char *value)
{
  if (table->rows->len == 1)
    g_ptr_array_add (table->titles, g_strdup (title));
  g_ptr_array_add (table->cells, value != NULL ? value : g_strdup (""));
}

static void
add_words (Table *table, const char *title, const char *value)
{
  add (table, title, g_strdup (value));
}

static void
add_number (Table *table, const char *title, double value)
{
  add (table, title, isnan (value) ? NULL : ex_format_figure (value, 0));
}

static void
add_money (Table *table, const char *title, gint64 minor)
{
  add (table, title, ex_format_money (minor, table->info->currency));
}

/* --- kinds ----------------------------------------------------------------------------------------------------------------- */

static void
add_leader (Table *table, const ExLeader *leader)
{
  begin_row (table);
  add_words (table, _("Identifier"), leader->id);
  add_words (table, _("Name"), leader->name);
  add_words (table, _("Title"), leader->title);
  add_words (table, _("Unit"), leader->unit);
  add_words (table, _("E-mail"), leader->email);
  add_words (table, _("Reports to"), leader->manager_id);
  add (table, _("Incentive target"), leader->incentive_target >= 0 ? ex_format_money (leader->incentive_target, table->info->currency) : NULL);
  add (table, _("From"), ex_format_day (leader->from));
  add (table, _("To"), ex_format_day (leader->to));
}

static char *
drivers_of (const ExObjective *objective)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < objective->links->len; i++)
    g_ptr_array_add (labels, (gpointer) ex_driver_label (g_array_index (objective->links, ExLink, i).driver));
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (", ", (char **) labels->pdata);
}

static void
add_objective (Table *table, const ExObjective *objective)
{
  begin_row (table);
  add_words (table, _("Leader"), objective->leader_id);
  add_words (table, _("Title"), objective->title);
  add_words (table, _("Kind"), ex_kind_label (objective->kind));
  add (table, _("Weight"), ex_format_weight (objective->weight));
  add_number (table, _("Baseline"), objective->baseline);
  add_number (table, _("Threshold"), objective->threshold);
  add_number (table, _("Target"), objective->target);
  add_number (table, _("Stretch"), objective->stretch);
  add_number (table, _("Low"), objective->low);
  add_number (table, _("High"), objective->high);
  add_words (table, _("Unit"), objective->unit);
  add (table, _("Due"), ex_format_day (objective->due));
  add_words (table, _("Checked"), objective->cadence != EX_CADENCE_NONE ? ex_cadence_label (objective->cadence) : NULL);
  add_words (table, _("Source"), objective->source);
  add_words (table, _("Journey stage"), objective->stage);
  add (table, _("Driver"), drivers_of (objective));
  add_words (table, _("Parent"), objective->parent_id);
  add_words (table, _("Identifier"), objective->id);
}

static void
add_check_in (Table *table, const ExCheckInRow *check_in)
{
  begin_row (table);
  add_words (table, _("Objective"), check_in->objective_id);
  add (table, _("Day"), ex_format_day (check_in->day));
  add_number (table, _("Value"), check_in->value);
  add (table, _("Confidence"), check_in->confidence > 0 ? ex_format_integer (check_in->confidence) : NULL);
  add_words (table, _("Note"), check_in->note);
  add_words (table, _("Next"), check_in->next);
  add_words (table, _("Evidence"), check_in->evidence);
}

static void
add_cell (Table *table, const ExLedger *ledger, const ExColumn *column, guint i)
{
  ExPeriod period = { ex_ledger_get_grain (ledger), column->index };

  begin_row (table);
  add_words (table, _("Customer"), ex_ledger_get_customer (ledger, column->customer[i]));
  add (table, _("Period"), ex_period_to_label (period, TRUE));
  add_money (table, _("Value"), column->value[i]);
  add_words (table, _("Segment"), column->segment[i] >= 0 ? ex_ledger_get_segment (ledger, (guint) column->segment[i]) : NULL);
  add_words (table, _("Reason for leaving"), column->reason[i] >= 0 ? ex_ledger_get_reason (ledger, (guint) column->reason[i]) : NULL);
}

static void
add_ledger (Table *table, const ExLedger *ledger, guint limit)
{
  for (guint c = 0; c < ex_ledger_n_columns (ledger); c++)
    {
      const ExColumn *column = ex_ledger_get_column (ledger, c);

      for (guint i = 0; i < column->n && table->rows->len < limit; i++)
        add_cell (table, ledger, column, i);
    }
}

static void
add_reason (Table *table, const ExReasonRow *row)
{
  begin_row (table);
  add_words (table, _("Customer"), row->customer);
  add (table, _("Period"), row->period.grain != 0 ? ex_period_to_label (row->period, TRUE) : NULL);
  add_words (table, _("Reason for leaving"), row->reason);
}

static void
add_movement (Table *table, const ExEnteredMovement *entered)
{
  const ExMovement *m = &entered->movement;
  const struct { const char *title; const ExCount *count; } parts[] = {
    { _("Opening"), &m->opening }, { _("New"), &m->fresh }, { _("Won back"), &m->won_back }, { _("Expanded"), &m->expanded },
    { _("Contracted"), &m->contracted }, { _("Lost"), &m->lost }, { _("Closing"), &m->closing },
  };

  begin_row (table);
  add (table, _("Period"), ex_period_to_label (entered->period, TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      /* Translators: a movement of customers, counted: "New, customers" */
      g_autofree char *title = g_strdup_printf (_("%s, customers"), parts[i].title);
      add (table, title, ex_format_integer (parts[i].count->customers));
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      /* Translators: a movement of customers, in money: "New, value" */
      g_autofree char *title = g_strdup_printf (_("%s, value"), parts[i].title);
      add_money (table, title, parts[i].count->value);
    }
}

static void
fill (Table *table, const ExImportPlan *plan, guint limit)
{
  for (guint i = 0; plan->leaders != NULL && i < MIN (plan->leaders->len, limit); i++)
    add_leader (table, g_ptr_array_index (plan->leaders, i));
  for (guint i = 0; plan->objectives != NULL && i < MIN (plan->objectives->len, limit); i++)
    add_objective (table, g_ptr_array_index (plan->objectives, i));
  for (guint i = 0; plan->check_ins != NULL && i < MIN (plan->check_ins->len, limit); i++)
    add_check_in (table, &g_array_index (plan->check_ins, ExCheckInRow, i));
  for (guint i = 0; plan->movements != NULL && i < MIN (plan->movements->len, limit); i++)
    add_movement (table, &g_array_index (plan->movements, ExEnteredMovement, i));
  for (guint i = 0; plan->reasons != NULL && i < MIN (plan->reasons->len, limit); i++)
    add_reason (table, &g_array_index (plan->reasons, ExReasonRow, i));
  if (plan->ledger != NULL)
    add_ledger (table, plan->ledger, limit);
}

/* --- what is worth a column -------------------------------------------------------------------------------------------------- */

static gboolean
has_anything (const Table *table, guint column)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const GPtrArray *cells = g_ptr_array_index (table->rows, i);

      if (*(const char *) g_ptr_array_index (cells, column) != '\0')
        return TRUE;
    }
  return FALSE;
}

static char **
take_cells (GPtrArray *cells, const gboolean *kept)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < cells->len; i++)
    if (kept[i])
      g_strv_builder_add (builder, g_ptr_array_index (cells, i));
  return g_strv_builder_end (builder);
}

GPtrArray *
ex_import_rows (const ExImportPlan *plan, const ExCompanyInfo *info, guint limit, GPtrArray **titles)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) all_titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Table table = { all_titles, rows, NULL, info };
  g_autofree gboolean *kept = NULL;

  fill (&table, plan, limit);
  kept = g_new0 (gboolean, all_titles->len + 1);
  *titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < all_titles->len; i++)
    {
      kept[i] = has_anything (&table, i);
      if (kept[i])
        g_ptr_array_add (*titles, g_strdup (g_ptr_array_index (all_titles, i)));
    }
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (result, take_cells (g_ptr_array_index (rows, i), kept));
  return result;
}
