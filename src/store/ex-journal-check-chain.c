/* The history itself: every action there, its content as it was when it was finished, or as an erasure left it, each linked to the one
 * before. The chain goes over the digests of what was done; what is left after an erasure is held by the digest in erasures, which is
 * a change of the action that erased, and so hangs in the chain itself. */
#include "config.h"

#include "ex-journal-check.h"

#include "ex-column.h"
#include "ex-erase.h"

#include <glib/gi18n-lib.h>

#define ACTIONS_BETWEEN_STEPS 256

typedef struct
{
  gint64       last;    /* number of the action before; 0: none */
  char        *chain;   /* of that one, as it stands in the file */
  gint64       all;     /* number of the newest */
  ExStatement *changes;
  gboolean     more;    /* changes stands on a row */
  GHashTable  *erased;  /* number, as a pointer -> digest of what the latest erasure left */
} Walk;

static void
walk_clear (Walk *self)
{
  g_free (self->chain);
  ex_statement_reset (self->changes);
  g_clear_pointer (&self->erased, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static void
check_number (ExCheck *self, Walk *walk, gint64 number)
{
  if (number == walk->last + 2)
    ex_check_add (self, _("Action %lld is missing from the history."), (long long) (walk->last + 1));
  else if (number != walk->last + 1)
    ex_check_add (self, _("Actions %lld to %lld are missing from the history."), (long long) (walk->last + 1), (long long) (number - 1));
}

/* Changes of an action that is not there come before those of the next one that is. */
static gboolean
skip_strays (ExCheck *self, Walk *walk, gint64 number, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gint64 told = 0;

  while (walk->more && ex_statement_int (walk->changes, 0) < number)
    {
      gint64 stray = ex_statement_int (walk->changes, 0);

      if (stray != told)
        ex_check_add (self, _("There are changes of an action %lld that is not in the history."), (long long) stray);
      told = stray;
      walk->more = ex_statement_step (walk->changes, &problem);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* An erased action has another digest for its content than for the chain. */
static void
check_content (ExCheck *self, Walk *walk, const ExActionRow *action, const char *digest)
{
  const char *left = g_hash_table_lookup (walk->erased, GSIZE_TO_POINTER ((gsize) action->number));

  if (left != NULL && g_strcmp0 (digest, left) != 0)
    ex_check_add (self, _("Action %lld (“%s”) is not as it was left when personal data was erased from it: its record in the history was changed."),
                  (long long) action->number, action->name);
  else if (left == NULL && g_strcmp0 (digest, action->digest) != 0)
    ex_check_add (self, _("Action %lld (“%s”) is not as it was when it was done: its record in the history was changed."), (long long) action->number, action->name);
}

static gboolean
check_action (ExCheck *self, Walk *walk, const ExActionRow *action, GError **error)
{
  g_autofree char *digest = NULL;
  g_autofree char *chain = NULL;

  check_number (self, walk, action->number);
  if (!skip_strays (self, walk, action->number, error))
    return FALSE;
  digest = ex_journal_digest (action, walk->changes, &walk->more, error);
  if (digest == NULL)
    return FALSE;
  if (action->digest == NULL || action->chain == NULL)
    ex_check_add (self, _("Action %lld (“%s”) was never finished."), (long long) action->number, action->name);
  else
    {
      chain = ex_journal_link (walk->chain, action->digest);
      check_content (self, walk, action, digest);
      if (g_strcmp0 (chain, action->chain) != 0)
        ex_check_add (self, _("Action %lld (“%s”) does not follow from the action before it: the chain is broken here."), (long long) action->number, action->name);
    }
  walk->last = action->number;
  g_free (walk->chain);
  walk->chain = g_strdup (action->chain != NULL ? action->chain : "");
  return TRUE;
}

static gboolean
walk_actions (ExCheck *self, Walk *walk, GError **error)
{
  g_autoptr (ExStatement) actions = ex_database_prepare (self->store->db, "SELECT " EX_ACTION_ROW " FROM actions ORDER BY number", error);
  g_autoptr (GError) problem = NULL;
  gboolean good = TRUE;

  if (actions == NULL)
    return FALSE;
  while (good && ex_statement_step (actions, &problem))
    {
      g_autoptr (ExActionRow) action = ex_action_row_read (actions, 0);

      good = check_action (self, walk, action, &problem)
             && (action->number % ACTIONS_BETWEEN_STEPS != 0 || ex_check_step (self, (double) action->number / (double) MAX (walk->all, 1), &problem));
    }
  if (problem == NULL)
    return skip_strays (self, walk, G_MAXINT64, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Only an erasing action erases, and only what came before it. */
static gboolean
read_erasures (ExCheck *self, Walk *walk, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  walk->erased = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  rows = ex_database_prepare (self->store->db,
                              "SELECT e.erased_in, e.number, e.digest, a.number IS NOT NULL AND (e.what <> 'action' OR e.number < e.erased_in), e.what = 'action'"
                              " FROM erasures e LEFT JOIN actions a ON a.number = e.erased_in AND a.name = $1 ORDER BY e.erased_in", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, EX_ERASE_NAME);
  while (ex_statement_step (rows, &problem))
    {
      if (ex_statement_int (rows, 3) == 0)
        ex_check_add (self, _("Action %lld says that it erased something, and is no erasure."), (long long) ex_statement_int (rows, 0));
      else if (ex_statement_int (rows, 4) != 0)
        g_hash_table_insert (walk->erased, GSIZE_TO_POINTER ((gsize) ex_statement_int (rows, 1)), g_strdup (ex_statement_text (rows, 2)));
    }
  return ex_rows_ended (problem, error);
}

/* No action is open between two transactions. */
static gboolean
check_open_action (ExCheck *self, Walk *walk, GError **error)
{
  g_autoptr (ExStatement) row = NULL;
  g_autoptr (GError) problem = NULL;

  row = ex_database_prepare (self->store->db,
                             "SELECT (SELECT count (*) FROM open_action WHERE action IS NULL AND import IS NULL AND erases IS NULL), (SELECT max (number) FROM actions)", error);
  if (row == NULL || !ex_statement_step (row, error))
    return FALSE;
  if (ex_statement_int (row, 0) != 1)
    ex_check_add (self, _("An action was left open."));
  walk->all = ex_statement_int (row, 1);
  if (walk->all < 1)
    ex_check_add (self, _("The file has no history."));
  return TRUE;
}

gboolean
ex_check_chain (ExCheck *self, GError **error)
{
  g_auto (Walk) walk = { .chain = g_strdup ("") };
  g_autoptr (GError) problem = NULL;

  if (!check_open_action (self, &walk, error) || !read_erasures (self, &walk, error))
    return FALSE;
  walk.changes = ex_database_prepare (self->store->db, "SELECT " EX_CHANGE_ROW " FROM changes ORDER BY action, number", error);
  if (walk.changes == NULL)
    return FALSE;
  walk.more = ex_statement_step (walk.changes, &problem);
  if (problem == NULL)
    return walk_actions (self, &walk, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
