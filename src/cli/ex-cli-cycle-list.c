/* "cycle FILE list". */
#include "config.h"

#include "ex-cli-cycle.h"

#include <glib/gi18n-lib.h>

static const ExTableColumn columns[] = {
  { "name", N_("Cycle") }, { "from", N_("From") }, { "to", N_("To") }, { "top", N_("Starts with") }, { "phase", N_("Phase") },
  { "until", N_("Until") }, { "min_objectives", NULL }, { "scale", NULL }, { "board", NULL }, EX_TABLE_END,
};

static void
add_cycle (ExTable *table, const ExCycle *cycle)
{
  g_autofree char *tops = cycle->tops != NULL ? g_strjoinv (" ", cycle->tops) : g_strdup ("");
  g_autofree char *scale = cycle->scale != NULL ? g_strjoinv (", ", cycle->scale) : NULL;

  ex_table_text (table, cycle->name);
  ex_table_day (table, cycle->first);
  ex_table_day (table, cycle->last);
  ex_table_text (table, tops);
  ex_table_word (table, ex_phase_nick (cycle->phase), ex_phase_label (cycle->phase));
  ex_table_day (table, ex_cycle_until (cycle, cycle->phase));
  ex_table_integer (table, cycle->min_objectives);
  ex_table_text (table, scale); /* none: the program's own five words */
  ex_table_text (table, cycle->board);
}

ExCliStatus
ex_cli_cycle_list (ExStore *store, const ExCycle *only, ExCliFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = ex_store_list_cycles (store, &error);
  g_autoptr (ExTable) table = ex_cli_table_new (columns, format);

  if (cycles == NULL)
    return ex_cli_refuse ("%s", error->message);

  for (guint i = 0; i < cycles->len; i++)
    {
      const ExCycle *cycle = g_ptr_array_index (cycles, i);

      if (only == NULL || g_str_equal (only->id, cycle->id))
        add_cycle (table, cycle);
    }
  if (format == EX_CLI_TEXT && cycles->len == 0)
    ex_cli_tell (_("There is no cycle yet."));
  else
    return ex_cli_table_answer (table);

  return EX_CLI_DONE;
}
