#include "config.h"

#include "company/ex-tables.h"
#include "ex-cli-meant.h"
#include "ex-cli-show.h"

#include <glib/gi18n-lib.h>

/* From the top down; below and with @top, unless that is -1. */
static void
add_tree (ExTable *table, const GPtrArray *leaders, const ExTree *tree, int top, const ExPayViewer *viewer)
{
  for (guint i = 0; i < tree->n; i++)
    {
      guint index = tree->order[i];

      if (top < 0 || (int) index == top || ex_tree_is_below (tree, (int) index, top))
        ex_table_add_leader (table, g_ptr_array_index (leaders, index), tree->level[index] - (top < 0 ? 0 : tree->level[top]), viewer);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExPayViewer, ex_pay_viewer_clear)

/* Read without the cycle: who reports to whom has nothing to do with scores. */
ExCliStatus
ex_cli_show_leaders (ExStore *store, const ExCliShow *show)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, &error);
  g_autoptr (ExTree) tree = leaders != NULL ? ex_tree_new (leaders, &error) : NULL;
  g_autoptr (ExTable) table = NULL;
  g_auto (ExPayViewer) viewer = { 0 };
  int top;

  if (tree == NULL || !ex_pay_viewer_init (&viewer, store, &error))
    return ex_cli_refuse ("%s", error->message);

  top = show->leader != NULL ? ex_tree_index (tree, show->leader) : -1;
  if (show->leader != NULL && top < 0)
    {
      ex_cli_refuse (_("There is no leader “%s”."), show->leader);
      ex_cli_tell_leader_meant (store, show->leader);
      return EX_CLI_REFUSED;
    }

  table = ex_cli_show_table (show, ex_table_leaders);
  if (table == NULL)
    return EX_CLI_REFUSED;
  add_tree (table, leaders, tree, top, &viewer);
  if (show->format == EX_CLI_TEXT && tree->n == 0)
    ex_cli_tell (_("There are no leaders yet."));
  else
    return ex_cli_table_answer (table);

  return EX_CLI_DONE;
}
