/* An action from begin to commit, and the chain that it becomes a link of. */
#include "config.h"

#include "ex-journal.h"

#include "ex-digest.h"
#include "ex-journal-table.h"

#include <glib/gi18n-lib.h>

#define SALT_SIZE 16 /* bytes */

void
ex_action_row_free (ExActionRow *self)
{
  g_free (self->name);
  g_free (self->subject);
  g_free (self->actor);
  g_free (self->system_user);
  g_free (self->salt);
  g_free (self->digest);
  g_free (self->chain);
  g_free (self);
}

ExActionRow *
ex_action_row_read (ExStatement *statement, int column)
{
  ExActionRow *self = g_new0 (ExActionRow, 1);

  self->number = ex_statement_int (statement, column);
  self->name = g_strdup (ex_statement_text (statement, column + 1));
  self->subject = g_strdup (ex_statement_text (statement, column + 2));
  self->actor = g_strdup (ex_statement_text (statement, column + 3));
  self->system_user = g_strdup (ex_statement_text (statement, column + 4));
  self->at = ex_statement_int (statement, column + 5);
  self->undoes = ex_statement_int (statement, column + 6);
  self->salt = g_strdup (ex_statement_text (statement, column + 7));
  self->digest = g_strdup (ex_statement_text (statement, column + 8));
  self->chain = g_strdup (ex_statement_text (statement, column + 9));
  return self;
}

/* --- opening ------------------------------------------------------------------------------------------------------------ */

char *
ex_journal_make_salt (void)
{
  GString *salt = g_string_new (NULL);

  for (guint i = 0; i < SALT_SIZE / 4; i++)
    g_string_append_printf (salt, "%08x", g_random_int ());
  return g_string_free (salt, FALSE);
}

static gboolean
next_number (ExStore *self, gint64 *number, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, "SELECT coalesce (max (number), 0) + 1 FROM actions", error);

  if (statement == NULL || !ex_statement_step (statement, error))
    return FALSE;
  *number = ex_statement_int (statement, 0);
  return TRUE;
}

static gboolean
set_open_action (ExStore *self, gint64 number, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, "UPDATE open_action SET action = $1, import = NULL, erases = NULL", error);

  if (statement == NULL)
    return FALSE;
  if (number > 0)
    ex_statement_bind_int (statement, 1, number);
  return ex_statement_run (statement, error);
}

/* What the gates in the database need of the moment: EXEMPLAR_TODAY overrides the computer's day. Emptied when the action is done. */
static gboolean
set_asked (ExStore *self, ExDay today, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, "UPDATE asked SET today = $1", error);
  char iso[EX_DAY_ISO_SIZE];

  if (statement == NULL)
    return FALSE;
  if (today != EX_DAY_NONE)
    {
      ex_day_write (today, iso);
      ex_statement_bind_text (statement, 1, iso);
    }
  return ex_statement_run (statement, error);
}

gboolean
ex_journal_open (ExStore *self, const char *name, GError **error)
{
  g_autoptr (ExStatement) statement = NULL;
  g_autofree char *salt = ex_journal_make_salt ();
  gint64 number;

  if (!next_number (self, &number, error))
    return FALSE;
  statement = ex_database_prepare (self->db,
                                   "INSERT INTO actions (number, name, actor, system_user, at, salt)"
                                   " VALUES ($1, $2, $3, $4, $5, $6)", error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_int (statement, 1, number);
  ex_statement_bind_text (statement, 2, name);
  ex_statement_bind_text (statement, 3, self->actor);
  ex_statement_bind_text (statement, 4, g_get_user_name ());
  ex_statement_bind_int (statement, 5, g_get_real_time () / G_USEC_PER_SEC);
  ex_statement_bind_text (statement, 6, salt);
  if (!ex_statement_run (statement, error) || !set_open_action (self, number, error) || !set_asked (self, ex_day_today (), error))
    return FALSE;
  self->action = number;
  self->import = 0;
  return TRUE;
}

gboolean
ex_journal_set_undoes (ExStore *self, const char *name, gint64 undoes, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, "UPDATE actions SET name = $1, undoes = $2 WHERE number = $3", error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, name);
  ex_statement_bind_int (statement, 2, undoes);
  ex_statement_bind_int (statement, 3, self->action);
  return ex_statement_run (statement, error);
}

/* --- finishing ---------------------------------------------------------------------------------------------------------- */

ExDigest *
ex_journal_digest_begin (const ExActionRow *action)
{
  ExDigest *digest = ex_digest_new ();

  ex_digest_text (digest, action->salt);
  ex_digest_int (digest, action->number);
  ex_digest_text (digest, action->name);
  ex_digest_text (digest, action->subject);
  ex_digest_text (digest, action->actor);
  ex_digest_text (digest, action->system_user);
  ex_digest_int (digest, action->at);
  ex_digest_int (digest, action->undoes);
  return digest;
}

char *
ex_journal_digest (const ExActionRow *action, ExStatement *changes, gboolean *more, GError **error)
{
  g_autoptr (ExDigest) digest = ex_journal_digest_begin (action);
  g_autoptr (GError) problem = NULL;

  while (*more && ex_statement_int (changes, 0) == action->number)
    {
      for (int column = 1; column <= 4; column++)
        ex_digest_text (digest, ex_statement_text (changes, column));
      *more = ex_statement_step (changes, &problem);
    }
  if (problem == NULL)
    return ex_digest_end (digest);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

char *
ex_journal_link (const char *chain, const char *digest)
{
  g_autofree char *both = g_strconcat (chain, digest, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
}

/* The chain up to the action before @number; "" before the first. (transfer full) */
static char *
read_chain_before (ExStore *self, gint64 number, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, "SELECT chain FROM actions WHERE number = $1", error);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return NULL;
  ex_statement_bind_int (statement, 1, number - 1);
  if (ex_statement_step (statement, &problem) && !ex_statement_is_null (statement, 0))
    return g_strdup (ex_statement_text (statement, 0));
  if (problem == NULL && number == 1)
    return g_strdup ("");
  if (problem == NULL)
    g_set_error (&problem, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED,
                 _("The history has no finished action %lld; nothing can be written after it."), (long long) (number - 1));
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static char *
join_subjects (ExStore *self)
{
  if (self->subjects->len == 0)
    return NULL;
  g_ptr_array_add (self->subjects, NULL);
  return g_strjoinv (", ", (char **) self->subjects->pdata);
}

static ExActionRow *
read_open_action (ExStore *self, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, "SELECT " EX_ACTION_ROW " FROM actions WHERE number = $1", error);
  ExActionRow *action;

  if (statement == NULL)
    return NULL;
  ex_statement_bind_int (statement, 1, self->action);
  if (!ex_statement_step (statement, error))
    return NULL;
  action = ex_action_row_read (statement, 0);
  g_free (action->subject);
  action->subject = join_subjects (self);
  return action;
}

static gboolean
write_digest (ExStore *self, const ExActionRow *action, const char *digest, GError **error)
{
  g_autofree char *before = read_chain_before (self, action->number, error);
  g_autofree char *chain = NULL;
  g_autoptr (ExStatement) statement = NULL;

  if (before == NULL)
    return FALSE;
  statement = ex_database_prepare (self->db, "UPDATE actions SET subject = $1, digest = $2, chain = $3 WHERE number = $4", error);
  if (statement == NULL)
    return FALSE;
  chain = ex_journal_link (before, digest);
  ex_statement_bind_text (statement, 1, action->subject);
  ex_statement_bind_text (statement, 2, digest);
  ex_statement_bind_text (statement, 3, chain);
  ex_statement_bind_int (statement, 4, action->number);
  return ex_statement_run (statement, error) && set_open_action (self, 0, error) && set_asked (self, EX_DAY_NONE, error);
}

gboolean
ex_journal_finish (ExStore *self, gboolean *empty, GError **error)
{
  g_autoptr (ExActionRow) action = read_open_action (self, error);
  g_autoptr (ExStatement) changes = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *digest = NULL;
  gboolean more;

  if (action == NULL)
    return FALSE;
  changes = ex_database_prepare (self->db, "SELECT " EX_CHANGE_ROW " FROM changes WHERE action = $1 ORDER BY number", error);
  if (changes == NULL)
    return FALSE;
  ex_statement_bind_int (changes, 1, self->action);
  more = ex_statement_step (changes, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  *empty = !more;
  if (*empty)
    return TRUE;
  digest = ex_journal_digest (action, changes, &more, error);
  return digest != NULL && write_digest (self, action, digest, error);
}

/* --- imports ------------------------------------------------------------------------------------------------------------ */

gboolean
ex_journal_set_import (ExStore *self, gint64 number, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, "UPDATE open_action SET import = $1", error);

  if (statement == NULL)
    return FALSE;
  if (number > 0)
    ex_statement_bind_int (statement, 1, number);
  if (!ex_statement_run (statement, error))
    return FALSE;
  self->import = number;
  return TRUE;
}

gint64
ex_store_open_import (ExStore *self, GError **error)
{
  g_autoptr (ExStatement) statement = NULL;

  g_return_val_if_fail (self->action > 0 && self->import == 0, 0);

  statement = ex_database_prepare (self->db, "SELECT coalesce (max (number), 0) + 1 FROM imports", error);
  if (statement == NULL || !ex_statement_step (statement, error) || !ex_journal_set_import (self, ex_statement_int (statement, 0), error))
    return 0;
  return self->import;
}

gboolean
ex_store_leave_import (ExStore *self, GError **error)
{
  g_return_val_if_fail (self->import > 0, FALSE);
  return ex_journal_set_import (self, 0, error);
}

gboolean
ex_store_close_import (ExStore *self, const char *what, const ExImportInfo *info, guint64 added, const char *total, const char *known_digest,
                       GError **error)
{
  g_autofree char *digest = NULL;
  g_autoptr (ExStatement) statement = NULL;

  g_return_val_if_fail (self->import > 0, FALSE);

  digest = known_digest != NULL ? g_strdup (known_digest) : ex_journal_digest_import (self, what, self->import, error);
  if (digest == NULL)
    return FALSE;
  statement = ex_database_prepare (self->db,
                                   "INSERT INTO imports (number, what, file_name, file_digest, added, total, digest)"
                                   " VALUES ($1, $2, $3, $4, $5, $6, $7)", error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_int (statement, 1, self->import);
  ex_statement_bind_text (statement, 2, what);
  ex_statement_bind_text (statement, 3, info->file_name != NULL ? info->file_name : "");
  ex_statement_bind_text (statement, 4, info->digest != NULL ? info->digest : "");
  ex_statement_bind_int (statement, 5, (gint64) added);
  ex_statement_bind_text (statement, 6, total);
  ex_statement_bind_text (statement, 7, digest);
  return ex_statement_run (statement, error) && ex_journal_set_import (self, 0, error);
}
