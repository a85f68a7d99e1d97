/* What is undone, and what undo and redo take next.
 *
 * An action is undone when the latest action that undoes it is not itself undone; so undoing an undo is redoing, and all of it
 * stands in the file. Going from the newest back, every action is known before those that it may undo. */
#include "config.h"

#include "ex-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gpointer
as_pointer (gint64 number)
{
  return GSIZE_TO_POINTER ((gsize) number);
}

gint64
ex_journal_undone_by (GHashTable *undone, gint64 number)
{
  return (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (undone, as_pointer (number)));
}

GHashTable *
ex_journal_read_undone (ExStore *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GHashTable) undone = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) problem = NULL;

  rows = ex_database_prepare (self->db, "SELECT number, undoes FROM actions WHERE undoes IS NOT NULL ORDER BY +number DESC", error);
  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &problem))
    {
      gint64 number = ex_statement_int (rows, 0);

      if (ex_journal_undone_by (undone, number) == 0)
        g_hash_table_insert (undone, as_pointer (ex_statement_int (rows, 1)), as_pointer (number));
    }
  if (problem == NULL)
    return g_steal_pointer (&undone);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

ExAction *
ex_journal_find_origin (ExStore *self, const ExAction *action, guint *steps, GError **error)
{
  g_autoptr (GHashTable) nothing = g_hash_table_new (NULL, NULL);
  g_autoptr (ExAction) at = ex_journal_find_action (self, action->number, nothing, error);

  for (*steps = 0; at != NULL && at->undoes > 0; (*steps)++)
    {
      gint64 before = at->undoes;

      ex_action_free (at);
      at = ex_journal_find_action (self, before, nothing, error);
    }
  if (at == NULL && error != NULL && *error == NULL)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED,
                 _("The history is damaged: what action %lld undoes is not there."), (long long) action->number);
  return g_steal_pointer (&at);
}

/* The actor's finished actions, newest first. */
static ExStatement *
prepare_own (ExStore *self, GError **error)
{
  ExStatement *rows = ex_database_prepare (self->db,
                                           "SELECT number, coalesce (undoes, 0) FROM actions"
                                           " WHERE actor = $1 AND digest IS NOT NULL AND number > 1 ORDER BY number DESC", error);

  if (rows != NULL)
    ex_statement_bind_text (rows, 1, self->actor);
  return rows;
}

gint64
ex_journal_find_undo (ExStore *self, GHashTable *undone, GError **error)
{
  g_autoptr (ExStatement) rows = prepare_own (self, error);
  g_autoptr (GError) problem = NULL;

  if (rows == NULL)
    return -1;
  while (ex_statement_step (rows, &problem))
    if (ex_statement_int (rows, 1) == 0 && ex_journal_undone_by (undone, ex_statement_int (rows, 0)) == 0)
      return ex_statement_int (rows, 0);
  if (problem == NULL)
    return 0;
  g_propagate_error (error, g_steal_pointer (&problem));
  return -1;
}

/* TRUE: an undo rather than a redo: an odd number of steps from what was done first. */
static gboolean
takes_back (GHashTable *undoes, gint64 number)
{
  gboolean odd = FALSE;

  while ((number = ex_journal_undone_by (undoes, number)) != 0)
    odd = !odd;
  return odd;
}

static GHashTable *
read_undoes (ExStore *self, GError **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->db, "SELECT number, undoes FROM actions WHERE undoes IS NOT NULL", error);
  g_autoptr (GHashTable) undoes = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) problem = NULL;

  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &problem))
    if (ex_statement_int (rows, 1) < ex_statement_int (rows, 0))
      g_hash_table_insert (undoes, as_pointer (ex_statement_int (rows, 0)), as_pointer (ex_statement_int (rows, 1)));
  if (problem == NULL)
    return g_steal_pointer (&undoes);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* Something new ends redoing. */
gint64
ex_journal_find_redo (ExStore *self, GHashTable *undone, GError **error)
{
  g_autoptr (GHashTable) undoes = read_undoes (self, error);
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GError) problem = NULL;

  if (undoes == NULL)
    return -1;
  rows = prepare_own (self, error);
  if (rows == NULL)
    return -1;
  while (ex_statement_step (rows, &problem))
    {
      gint64 number = ex_statement_int (rows, 0);

      if (ex_statement_int (rows, 1) == 0)
        return 0;
      if (ex_journal_undone_by (undone, number) == 0 && takes_back (undoes, number))
        return number;
    }
  if (problem == NULL)
    return 0;
  g_propagate_error (error, g_steal_pointer (&problem));
  return -1;
}

typedef gint64 (* Find) (ExStore *self, GHashTable *undone, GError **error);

static ExAction *
peek (ExStore *self, Find find, GError **error)
{
  g_autoptr (GHashTable) undone = ex_journal_read_undone (self, error);
  gint64 number;

  if (undone == NULL)
    return NULL;
  number = find (self, undone, error);
  return number > 0 ? ex_journal_find_action (self, number, undone, error) : NULL;
}

static ExAction *
peek_at_one_moment (ExStore *self, Find find, GError **error)
{
  ExAction *action;

  if (!ex_store_begin_read (self, error))
    return NULL;
  action = peek (self, find, error);
  ex_store_end_read (self);
  return action;
}

ExAction *
ex_store_peek_undo (ExStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return peek_at_one_moment (self, ex_journal_find_undo, error);
}

ExAction *
ex_store_peek_redo (ExStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return peek_at_one_moment (self, ex_journal_find_redo, error);
}
