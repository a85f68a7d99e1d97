/* The door itself: a company's file made, opened and closed, and the action that writes go under. */
#include "config.h"

#include "ex-store.h"

#include "core/ex-error.h"
#include "ex-journal.h"
#include "ex-store-file.h"
#include "ex-store-migrate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUBJECTS_LISTED 3 /* of an action of many parts */

/* --- making ------------------------------------------------------------------------------------------------------------- */

static ExStore *
store_new (ExDatabase *db, const char *path)
{
  ExStore *self = g_new0 (ExStore, 1);

  self->db = db;
  self->path = g_strdup (path);
  ex_store_file_identify (path, &self->device, &self->inode);
  self->actor = g_strdup (EX_STORE_HR);
  self->subjects = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static gboolean
insert_company (ExStore *self, const ExCompanyInfo *info, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, "INSERT INTO company (id, name, currency, uuid) VALUES (1, $1, $2, $3)", error);
  g_autofree char *uuid = g_uuid_string_random ();

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, info->name);
  ex_statement_bind_text (statement, 2, info->currency);
  ex_statement_bind_text (statement, 3, uuid);
  return ex_statement_run (statement, error);
}

/* The company itself is what the first action adds. */
static gboolean
build_company_cb (const char *temporary, gpointer data, GError **error)
{
  const ExCompanyInfo *info = data;
  g_autoptr (ExStore) self = NULL;
  const ExMigration *steps;
  ExDatabase *db;
  guint n;

  db = ex_database_open (temporary, TRUE, error);
  if (db == NULL)
    return FALSE;
  self = store_new (db, temporary);
  steps = ex_store_migrations (&n);
  if (!ex_store_migrate_new (db, steps, n, error) || !ex_store_begin (self, N_("New company"), error))
    return FALSE;
  ex_store_set_subject (self, info->name);
  return insert_company (self, info, error) && ex_store_commit (self, error);
}

ExStore *
ex_store_create (const char *path, const ExCompanyInfo *info, GError **error)
{
  g_return_val_if_fail (path != NULL && info != NULL, NULL);

  if (!ex_store_file_make (path, build_company_cb, (gpointer) info, error))
    return NULL;
  return ex_store_open (path, error);
}

/* --- opening ------------------------------------------------------------------------------------------------------------ */

/* What could not be read while a log lay beside the file. */
static gboolean
accept (ExDatabase *db, const char *path, int newest, gboolean read_through, GError **error)
{
  return ex_store_file_version_fits (path, ex_store_read_version (db), newest, error)
         && (read_through || ex_database_is_sound (db, path, ex_store_file_is_small (path), error));
}

static gboolean
read_info (ExStore *self, GError **error)
{
  g_autoptr (ExStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;

  statement = ex_database_prepare (self->db, "SELECT name, currency FROM company, open_action", &problem);
  if (statement != NULL && ex_statement_step (statement, &problem))
    {
      self->info = ex_company_info_new (ex_statement_text (statement, 0), ex_statement_text (statement, 1));
      return TRUE;
    }
  if (problem == NULL || g_error_matches (problem, EX_STORE_ERROR, EX_STORE_ERROR_FAILED))
    ex_database_set_error (error, EX_STORE_ERROR_DAMAGED, self->path, problem != NULL ? problem->message : _("there is no company in it"));
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

ExStore *
ex_store_open (const char *path, GError **error)
{
  g_autoptr (ExStore) self = NULL;
  g_autoptr (ExDatabase) db = NULL;
  const ExMigration *steps;
  gboolean read_through;
  guint n;

  g_return_val_if_fail (path != NULL, NULL);

  steps = ex_store_migrations (&n);
  if (!ex_store_file_inspect (path, steps[n - 1].version, &read_through, error))
    return NULL;
  db = ex_database_open (path, FALSE, error);
  if (db == NULL)
    return NULL;
  if (!accept (db, path, steps[n - 1].version, read_through, error))
    {
      ex_database_leave_log (db);
      return NULL;
    }
  if (!ex_store_migrate_file (db, path, steps, n, error))
    return NULL;
  self = store_new (g_steal_pointer (&db), path);
  return read_info (self, error) ? g_steal_pointer (&self) : NULL;
}

void
ex_store_close (ExStore *self)
{
  if (self == NULL)
    return;
  if (self->depth > 0)
    ex_store_rollback (self);
  ex_database_close (self->db);
  g_clear_pointer (&self->info, ex_company_info_free);
  g_ptr_array_unref (self->subjects);
  g_free (self->actor);
  g_free (self->path);
  g_free (self);
}

const char *
ex_store_get_path (ExStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->path;
}

const ExCompanyInfo *
ex_store_get_info (ExStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->info;
}

gint64
ex_store_get_version (ExStore *self)
{
  gint64 seen;

  g_return_val_if_fail (self != NULL, 0);

  seen = ex_database_data_version (self->db);
  if (seen != self->data_version)
    self->version++;
  self->data_version = seen;
  return self->version;
}

/* --- who acts ----------------------------------------------------------------------------------------------------------- */

gboolean
ex_store_set_actor (ExStore *self, const char *actor, GError **error)
{
  g_autoptr (ExStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (self != NULL && actor != NULL, FALSE);

  statement = ex_database_prepare (self->db, "SELECT 1 FROM leaders WHERE id = $1", error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, actor);
  if (strcmp (actor, EX_STORE_HR) != 0 && !ex_statement_step (statement, &problem))
    {
      if (problem == NULL)
        g_set_error (&problem, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND,
                     _("There is no leader “%s” in this company who could act; give a leader’s id, or HR."), actor);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  g_free (self->actor);
  self->actor = g_strdup (actor);
  return TRUE;
}

const char *
ex_store_get_actor (ExStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->actor;
}

/* --- the action ----------------------------------------------------------------------------------------------------------- */

static void
forget_action (ExStore *self)
{
  self->depth = 0;
  self->action = 0;
  self->import = 0;
  self->subject_fixed = FALSE;
  self->clean = FALSE;
  g_ptr_array_set_size (self->subjects, 0);
}

/* A file that was moved or removed can still be written by whoever has it open; but nobody would find there what was acknowledged. */
static gboolean
is_in_place (ExStore *self, GError **error)
{
  guint64 device, inode;
  g_autofree char *name = NULL;

  if (ex_store_file_identify (self->path, &device, &inode) && device == self->device && inode == self->inode)
    return TRUE;
  name = g_path_get_basename (self->path);
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND,
               _("“%s” is no longer where it was opened: it was moved, renamed, replaced or removed. Nothing was written. "
                 "Save a copy, or open the file where it is now."), name);
  return FALSE;
}

gboolean
ex_store_begin (ExStore *self, const char *name, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  if (self->depth == 0)
    {
      if (!is_in_place (self, error) || !ex_database_begin (self->db, error))
        return FALSE;
      if (!ex_journal_open (self, name, error))
        {
          ex_store_rollback (self);
          return FALSE;
        }
    }
  self->depth++;
  return TRUE;
}

/* An action without a change is not kept. */
static gboolean
finish (ExStore *self, GError **error)
{
  gboolean empty = FALSE;

  if (!ex_journal_finish (self, &empty, error))
    return FALSE;
  if (empty)
    {
      ex_database_rollback (self->db);
      return TRUE;
    }
  if (!ex_database_commit (self->db, error))
    return FALSE;
  self->version++;
  if (!self->clean || ex_database_clean (self->db, error))
    return TRUE;
  g_prefix_error (error, _("The data was erased, but what stood there before may still be found in unused parts of the file. "
                           "Close the file wherever else it is open, and erase once more. "));
  return FALSE;
}

gboolean
ex_store_commit (ExStore *self, GError **error)
{
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->depth == 0)
    {
      g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_FAILED,
                           _("Nothing was written: a part of the action failed, and all of it was taken back."));
      return FALSE;
    }
  if (self->depth > 1)
    {
      self->depth--;
      return TRUE;
    }
  good = finish (self, error);
  if (!good)
    ex_database_rollback (self->db);
  forget_action (self);
  return good;
}

void
ex_store_rollback (ExStore *self)
{
  g_return_if_fail (self != NULL);
  ex_database_rollback (self->db);
  forget_action (self);
}

void
ex_store_set_subject (ExStore *self, const char *subject)
{
  g_return_if_fail (self != NULL);

  if (self->depth == 0 || subject == NULL || (self->subject_fixed && self->depth > 1))
    return;
  if (self->depth == 1)
    {
      self->subject_fixed = TRUE;
      g_ptr_array_set_size (self->subjects, 0);
    }
  if (self->subjects->len > SUBJECTS_LISTED || g_ptr_array_find_with_equal_func (self->subjects, subject, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->subjects, g_strdup (self->subjects->len < SUBJECTS_LISTED ? subject : "…"));
}

/* --- reading ------------------------------------------------------------------------------------------------------------ */

gboolean
ex_store_begin_read (ExStore *self, GError **error)
{
  return self->depth > 0 || ex_database_begin_read (self->db, error);
}

void
ex_store_end_read (ExStore *self)
{
  if (self->depth == 0)
    ex_database_rollback (self->db);
}

static gboolean
copy_cb (const char *temporary, gpointer data, GError **error)
{
  return ex_database_copy_to (data, temporary, error);
}

gboolean
ex_store_backup (ExStore *self, const char *copy, GError **error)
{
  g_return_val_if_fail (self != NULL && copy != NULL, FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);
  return ex_store_file_make (copy, copy_cb, self->db, error);
}

gboolean
ex_store_take_rule_error (GError *failure, GError **error)
{
  if (failure->domain != EX_ERROR)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, failure->message);
  g_error_free (failure);
  return FALSE;
}
