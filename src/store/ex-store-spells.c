/* Earlier times in the role: a leader who left it and came back is paid for both. */
#include "config.h"

#include "ex-store-spells.h"

#include "core/ex-spells.h"
#include "ex-column.h"
#include "ex-small-reviews.h"
#include "ex-store-rewards.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

static GArray *
spells_of (GHashTable *all, const char *leader_id)
{
  GArray *spells = g_hash_table_lookup (all, leader_id);

  if (spells == NULL)
    {
      spells = g_array_new (FALSE, FALSE, sizeof (ExSpell));
      g_hash_table_insert (all, g_strdup (leader_id), spells);
    }
  return spells;
}

GHashTable *
ex_store_read_spells (ExStore *self, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  rows = ex_database_prepare (self->db, "SELECT leader_id, from_day, to_day FROM spells ORDER BY leader_id, from_day", error);
  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &failure))
    {
      ExSpell spell = { ex_column_day (rows, 1), ex_column_day (rows, 2) };

      if (spell.from != EX_DAY_NONE && spell.to != EX_DAY_NONE)
        g_array_append_val (spells_of (all, ex_statement_text (rows, 0)), spell);
    }
  return ex_rows_ended (failure, error) ? g_steal_pointer (&all) : NULL;
}

static gboolean
insert (ExDatabase *database, const char *leader_id, const ExSpell *spell, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, "INSERT INTO spells (leader_id, from_day, to_day) VALUES ($1, $2, $3)", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, leader_id);
  ex_bind_day (statement, 2, spell->from);
  ex_bind_day (statement, 3, spell->to);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

gboolean
ex_spells_write (ExStore *self, const char *leader_id, const GArray *spells, GError **error)
{
  GError *failure = NULL;

  if (!ex_run_with_text (self->db, "DELETE FROM spells WHERE leader_id = $1", leader_id, &failure))
    return ex_store_explain_trigger (failure, error);
  for (guint i = 0; spells != NULL && i < spells->len; i++)
    if (!insert (self->db, leader_id, &g_array_index (spells, ExSpell, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
accept_spells (const ExLeader *leader, const GArray *spells, GError **error)
{
  g_autofree char *problem = ex_spells_problem (spells, leader->from);

  return problem == NULL || ex_store_refuse_because (error, "%s: %s", leader->name, problem);
}

gboolean
ex_store_save_spells (ExStore *self, const char *leader_id, const GArray *spells, GError **error)
{
  g_autoptr (ExLeader) leader = NULL;
  g_autoptr (GHashTable) all = NULL;

  g_return_val_if_fail (self != NULL && leader_id != NULL, FALSE);

  all = ex_store_read_spells (self, error);
  if (all == NULL || !ex_leader_find (self->db, leader_id, &leader, error))
    return FALSE;
  if (leader == NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s”."), leader_id);
      return FALSE;
    }
  if (ex_spells_equal (g_hash_table_lookup (all, leader_id), spells))
    return TRUE;
  if (!ex_store_begin_about (self, N_("Say when somebody was in the role"), leader->name, error))
    return FALSE;
  if (!ex_store_accept_hr (self, error) || !accept_spells (leader, spells, error) || !ex_spells_write (self, leader_id, spells, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
