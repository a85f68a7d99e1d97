#include "config.h"

#include "core/ex-format.h"
#include "ex-cli-meant.h"
#include "ex-cli-show.h"

#include <glib/gi18n-lib.h>

/* As the import reads them, so that what was shown can be edited and read again. */
static const ExCliColumn columns[] = {
  { "id", N_("Id") },
  { "name", N_("Name") },
  { "title", N_("Title") },
  { "unit", N_("Unit") },
  { "email", N_("E-mail") },
  { "manager", N_("Reports to") },
  { "incentive_target", N_("Incentive target") },
  { "from", N_("From") },
  { "to", N_("To") },
  { NULL, NULL },
};

static void
add_day (ExCliTable *table, ExDay day)
{
  g_autofree char *iso = ex_day_to_iso (day);
  g_autofree char *shown = ex_format_day (day);

  ex_cli_table_word (table, day != EX_DAY_NONE ? iso : NULL, shown);
}

static void
add_leader (ExCliTable *table, const ExLeader *leader, guint level, const char *currency)
{
  ex_cli_table_text (table, leader->id);
  ex_cli_table_indented (table, leader->name, level);
  ex_cli_table_text (table, leader->title);
  ex_cli_table_text (table, leader->unit);
  ex_cli_table_text (table, leader->email);
  ex_cli_table_text (table, leader->manager_id);
  if (leader->incentive_target >= 0)
    ex_cli_table_money (table, leader->incentive_target, currency);
  else
    ex_cli_table_cell (table, NULL, TRUE, "");
  add_day (table, leader->from);
  add_day (table, leader->to);
}

/* From the top down; below and with @top, unless that is -1. */
static void
add_tree (ExCliTable *table, const GPtrArray *leaders, const ExTree *tree, int top, const char *currency)
{
  for (guint i = 0; i < tree->n; i++)
    {
      guint index = tree->order[i];

      if (top < 0 || (int) index == top || ex_tree_is_below (tree, (int) index, top))
        add_leader (table, g_ptr_array_index (leaders, index), tree->level[index] - (top < 0 ? 0 : tree->level[top]), currency);
    }
}

/* Read without the cycle: who reports to whom has nothing to do with scores. */
ExCliStatus
ex_cli_show_leaders (ExStore *store, const ExCliShow *show)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, &error);
  g_autoptr (ExTree) tree = leaders != NULL ? ex_tree_new (leaders, &error) : NULL;
  g_autoptr (ExCliTable) table = ex_cli_table_new (columns);
  int top;

  if (tree == NULL)
    return ex_cli_refuse ("%s", error->message);

  top = show->leader != NULL ? ex_tree_index (tree, show->leader) : -1;
  if (show->leader != NULL && top < 0)
    {
      ex_cli_refuse (_("There is no leader “%s”."), show->leader);
      ex_cli_tell_leader_meant (store, show->leader);
      return EX_CLI_REFUSED;
    }

  add_tree (table, leaders, tree, top, ex_store_get_info (store)->currency);
  if (show->format == EX_CLI_TEXT && tree->n == 0)
    ex_cli_tell (_("There are no leaders yet."));
  else
    ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}
