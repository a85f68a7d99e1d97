#include "config.h"

#include "ex-cli-meant.h"

#include "ex-cli-nearest.h"
#include "ex-cli.h"

#include <glib/gi18n-lib.h>

#define FEW 8 /* cycles that are all told */

gboolean
ex_cli_knows_leader (const GPtrArray *leaders, const char *id)
{
  for (guint i = 0; i < leaders->len; i++)
    if (g_str_equal (((const ExLeader *) g_ptr_array_index (leaders, i))->id, id))
      return TRUE;

  return FALSE;
}

static gboolean
same_but_for_case (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return g_str_equal (one, other);
}

/* By a slip of the finger in the id, or the name in place of it. */
static const ExLeader *
find_meant (const GPtrArray *leaders, const char *id)
{
  g_autofree const char **ids = g_new0 (const char *, leaders->len + 1);
  const char *nearest;

  for (guint i = 0; i < leaders->len; i++)
    {
      const ExLeader *leader = g_ptr_array_index (leaders, i);

      if (same_but_for_case (leader->id, id) || same_but_for_case (leader->name, id))
        return leader;
      ids[i] = leader->id;
    }

  nearest = ex_cli_nearest (id, ids);
  for (guint i = 0; nearest != NULL && i < leaders->len; i++)
    if (ids[i] == nearest)
      return g_ptr_array_index (leaders, i);

  return NULL;
}

static void
tell_leader (const ExLeader *meant)
{
  if (meant != NULL)
    /* Translators: a leader's id, their name */
    ex_cli_tell (_("Did you mean “%s” (%s)?"), meant->id, meant->name);
}

void
ex_cli_tell_leader_meant (ExStore *store, const char *id)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, NULL);

  if (leaders != NULL)
    tell_leader (find_meant (leaders, id));
}

void
ex_cli_tell_leader_meant_of (const ExCompany *company, const char *id)
{
  g_autoptr (GPtrArray) leaders = g_ptr_array_new ();

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    g_ptr_array_add (leaders, (gpointer) ex_company_get_leader (company, i));
  tell_leader (find_meant (leaders, id));
}

void
ex_cli_tell_cycle_meant (ExStore *store, const char *name)
{
  g_autoptr (GPtrArray) cycles = ex_store_list_cycles (store, NULL);
  guint n = cycles != NULL ? cycles->len : 0;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree char *all = NULL;
  const char *nearest;

  for (guint i = 0; i < n; i++)
    names[i] = ((const ExCycle *) g_ptr_array_index (cycles, i))->name;
  nearest = ex_cli_nearest (name, names);
  all = g_strjoinv ("”, “", (char **) names);

  if (nearest != NULL)
    ex_cli_tell (_("Did you mean “%s”?"), nearest);
  else if (n > 0 && n <= FEW)
    /* Translators: names of cycles, with quotation marks between them */
    ex_cli_tell (_("There are: “%s”."), all);
}
