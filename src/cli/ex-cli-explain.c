#include "config.h"

#include "ex-cli-explain.h"

#include "ex-cli.h"

#include <glib/gi18n-lib.h>

const ExTableColumn ex_cli_explain_columns[] = {
  { "leader", NULL, EX_CELL_TEXT, N_("Leader") },
  { "objective", NULL, EX_CELL_TEXT, N_("Objective") },
  { "what", NULL, EX_CELL_TEXT, N_("What") },
  { "how", NULL, EX_CELL_TEXT, N_("How") },
  { "result", NULL, EX_CELL_TEXT, N_("Result") },
  EX_TABLE_END,
};

void
ex_cli_explain (ExTable *table, const char *heading, const char *leader, const char *objective, const ExWorking *working)
{
  g_autofree char *text = NULL;

  if (table == NULL)
    {
      text = ex_working_to_text (working);
      ex_cli_answer (heading);
      ex_cli_answer ("\n");
      ex_cli_answer (text);
      ex_cli_answer (g_str_has_suffix (text, "\n") ? "\n" : "\n\n");
      return;
    }

  for (guint i = 0; i < ex_working_length (working); i++)
    {
      const ExWorkingStep *step = ex_working_get (working, i);

      ex_table_text (table, leader);
      ex_table_text (table, objective);
      ex_table_text (table, step->what);
      ex_table_text (table, step->how);
      ex_table_text (table, step->result);
    }
}

GArray *
ex_cli_read_points (ExStore *store, const char *objective_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) check_ins = ex_store_list_check_ins (store, objective_id, &error);
  GArray *points;

  if (check_ins == NULL)
    {
      ex_cli_refuse ("%s", error->message);
      return NULL;
    }

  points = g_array_new (FALSE, FALSE, sizeof (ExPoint));
  for (guint i = 0; i < check_ins->len; i++)
    {
      const ExCheckIn *check_in = g_ptr_array_index (check_ins, i);
      ExPoint point = { check_in->day, check_in->value };

      g_array_append_val (points, point);
    }

  return points;
}

gboolean
ex_cli_explain_objective (ExTable *table, ExStore *store, const ExCompany *company, const ExObjective *objective)
{
  g_autoptr (GArray) points = ex_cli_read_points (store, objective->id);
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *heading = g_strdup_printf ("%s (%s)", objective->title, objective->id);

  if (points == NULL)
    return FALSE;

  ex_objective_read (objective, ex_company_get_cycle (company), (const ExPoint *) (gpointer) points->data, points->len,
                     ex_company_get_today (company), working);
  ex_cli_explain (table, heading, objective->leader_id, objective->id, working);

  return TRUE;
}
