/* "cycle FILE list". */
#include "config.h"

#include "core/ex-format.h"
#include "ex-cli-cycle.h"

#include <glib/gi18n-lib.h>

static const ExCliColumn columns[] = {
  { "name", N_("Cycle") }, { "from", N_("From") }, { "to", N_("To") }, { "top", N_("Starts with") }, { "phase", N_("Phase") },
  { "until", N_("Until") }, { "min_objectives", NULL }, { "scale", NULL }, { "board", NULL }, { NULL, NULL },
};

static void
add_day (ExCliTable *table, ExDay day)
{
  g_autofree char *iso = day != EX_DAY_NONE ? ex_day_to_iso (day) : NULL;
  g_autofree char *shown = day != EX_DAY_NONE ? ex_format_day (day) : NULL;

  ex_cli_table_word (table, iso, shown);
}

static void
add_cycle (ExCliTable *table, const ExCycle *cycle)
{
  g_autofree char *tops = cycle->tops != NULL ? g_strjoinv (" ", cycle->tops) : g_strdup ("");
  g_autofree char *scale = cycle->scale != NULL ? g_strjoinv (", ", cycle->scale) : NULL;

  ex_cli_table_text (table, cycle->name);
  add_day (table, cycle->first);
  add_day (table, cycle->last);
  ex_cli_table_text (table, tops);
  ex_cli_table_word (table, ex_phase_nick (cycle->phase), ex_phase_label (cycle->phase));
  add_day (table, ex_cycle_until (cycle, cycle->phase));
  ex_cli_table_integer (table, cycle->min_objectives);
  ex_cli_table_text (table, scale); /* none: the program's own five words */
  ex_cli_table_text (table, cycle->board);
}

ExCliStatus
ex_cli_cycle_list (ExStore *store, const ExCycle *only, ExCliFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = ex_store_list_cycles (store, &error);
  g_autoptr (ExCliTable) table = ex_cli_table_new (columns);

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
    ex_cli_table_answer (table, format);

  return EX_CLI_DONE;
}
