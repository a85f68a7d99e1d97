#include "config.h"

#include "company/ex-tables.h"
#include "ex-cli-show.h"

#include <glib/gi18n-lib.h>

#define PAGE 1000

static gboolean
add_changes (ExTable *table, ExStore *store, const ExAction *action, GError **error)
{
  g_autoptr (GPtrArray) changes = ex_store_list_changes (store, action->number, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    ex_table_add_change (table, action, g_ptr_array_index (changes, i));

  return changes != NULL;
}

/* Newest first, page after page, as long as there are any. */
static gboolean
add_all (ExTable *table, ExStore *store, const ExCliShow *show, GError **error)
{
  const ExHistoryFilter filter = { .leader = show->leader, .page = show->page, .from = show->from, .to = show->to, .person = show->person };
  gint64 before = 0;
  guint n;

  do
    {
      g_autoptr (GPtrArray) actions = ex_store_list_actions (store, &filter, before, PAGE, error);

      if (actions == NULL)
        return FALSE;
      n = actions->len;
      for (guint i = 0; i < n; i++)
        {
          const ExAction *action = g_ptr_array_index (actions, i);

          before = action->number;
          if (!show->explain)
            ex_table_add_action (table, action);
          else if (!add_changes (table, store, action, error))
            return FALSE;
        }
    }
  while (n == PAGE && !ex_table_is_over (table));

  return TRUE;
}

static gboolean
is_asked_for_some (const ExCliShow *show)
{
  return show->leader != NULL || show->page != NULL || show->person != NULL || show->from != EX_DAY_NONE || show->to != EX_DAY_NONE;
}

ExCliStatus
ex_cli_show_history (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExTable) table = ex_cli_show_table (show, show->explain ? ex_table_changes : ex_table_history);
  g_autoptr (GError) error = NULL;

  if (table == NULL)
    return EX_CLI_REFUSED;
  if (!add_all (table, store, show, &error))
    return ex_cli_refuse ("%s", error->message);
  if (show->format == EX_CLI_TEXT && ex_table_n_rows (table) == 0)
    ex_cli_tell (is_asked_for_some (show) ? _("Nothing in the history fits.") : _("Nothing was done yet."));
  else
    return ex_cli_table_answer (table);

  return EX_CLI_DONE;
}
