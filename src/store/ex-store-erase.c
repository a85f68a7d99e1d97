/* Erasing what there is to read of a person who has left: whether it may be, and the action. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-column.h"
#include "ex-erase.h"
#include "ex-json.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- whether it may be ---------------------------------------------------------------------------------------------------------- */

static gboolean
refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, words);
  return FALSE;
}

/* What they are called and their last day. */
static gboolean
read_leader (ExStore *store, const char *leader_id, char **name, ExDay *last, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (store->db, "SELECT name, to_day FROM leaders WHERE id = $1", error);
  int found;

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, leader_id);
  found = ex_row_find (row, error);
  if (found == 0)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s”."), leader_id);
  if (found <= 0)
    return FALSE;
  *name = g_strdup (ex_statement_text (row, 0));
  *last = ex_column_day (row, 1);
  return TRUE;
}

static gboolean
has_left (const char *name, ExDay last, GError **error)
{
  g_autofree char *day = ex_day_to_iso (last);

  if (last == EX_DAY_NONE)
    return refuse (error, _("%s has not left: no last day in role is set. Only the data of one who has left is erased."), name);
  if (last >= ex_day_today ())
    return refuse (error, _("%s is in role until %s. Only the data of one who has left is erased."), name, day);
  return TRUE;
}

/* Cycles that they took part in and that are not closed, with their review neither signed nor excused. */
static gboolean
no_review_is_open (ExStore *store, const char *leader_id, const char *name, GError **error)
{
  g_autoptr (GString) cycles = g_string_new (NULL);
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  rows = ex_database_prepare (store->db,
                              "SELECT c.name FROM cycles c JOIN cycle_phases p ON p.cycle_id = c.id JOIN leaders l ON l.id = $1"
                              " WHERE p.phase <> 'closed' AND coalesce (l.from_day, '') <= c.last_day AND coalesce (l.to_day, '9999') >= c.first_day"
                              "   AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.cycle_id = c.id AND r.leader_id = l.id AND (r.state = 'signed' OR r.excused))"
                              " ORDER BY c.first_day, c.name", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, leader_id);
  while (ex_statement_step (rows, &problem))
    g_string_append_printf (cycles, "%s%s", cycles->len > 0 ? ", " : "", ex_statement_text (rows, 0));
  if (!ex_rows_ended (problem, error))
    return FALSE;
  if (cycles->len == 0)
    return TRUE;
  return refuse (error, _("The review of %s is still needed in %s: it is neither signed nor excused there, and the cycle is not closed. "
                          "Sign or excuse it first."), name, cycles->str);
}

/* --- what they will be called ------------------------------------------------------------------------------------------------------ */

/* The name that an earlier erasure gave them, as far as they still have it: so that a second one changes nothing. (transfer full) (nullable) */
static char *
read_erased_name (ExStore *store, const char *leader_id, const char *name, GError **error)
{
  g_autoptr (ExStatement) row = NULL;
  g_autoptr (GString) key = g_string_new ("[");

  row = ex_database_prepare (store->db,
                             "SELECT 1 FROM changes c JOIN actions a ON a.number = c.action"
                             " WHERE c.table_name = 'leaders' AND c.row_key = $1 AND a.name = $2 AND json_extract (c.after, '$.name') = $3", error);
  if (row == NULL)
    return NULL;
  ex_json_append_quoted (key, leader_id);
  g_string_append_c (key, ']');
  ex_statement_bind_text (row, 1, key->str);
  ex_statement_bind_text (row, 2, EX_ERASE_NAME);
  ex_statement_bind_text (row, 3, name);
  return ex_row_find (row, error) > 0 ? g_strdup (name) : NULL;
}

/* --- the work ------------------------------------------------------------------------------------------------------------------------ */

static void
change_free (gpointer data)
{
  ExEraseChange *self = data;

  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
action_free (gpointer data)
{
  ExEraseAction *self = data;

  g_free (self->subject);
  g_free (self->system_user);
  g_free (self);
}

static void
row_free (gpointer data)
{
  ExEraseRow *self = data;

  ex_values_clear (self->values, ex_erase_table_get (self->table)->n);
  g_free (self->values);
  g_free (self);
}

static void
part_free (gpointer data)
{
  ExErasePart *self = data;

  g_free (self->table);
  g_byte_array_unref (self->packed);
  g_free (self);
}

static void
erase_init (ExErase *self, ExStore *store, const char *leader_id, const char *name)
{
  *self = (ExErase) { .store = store, .leader_id = leader_id };
  ex_erase_words_init (&self->words, name, _("(erased)"));
  self->objectives = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->about = g_hash_table_new (NULL, NULL);
  self->imports = g_hash_table_new (NULL, NULL);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ex_erase_table_free);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->actions = g_ptr_array_new_with_free_func (action_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->parts = g_ptr_array_new_with_free_func (part_free);
}

static void
erase_clear (ExErase *self)
{
  ex_erase_words_clear (&self->words);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->imports);
  g_hash_table_unref (self->about);
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->objectives);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExErase, erase_clear)

/* Undo and the check know it by its name, whatever it was called when it was begun; and its subject must not be the name that goes. */
static gboolean
name_action (ExStore *store, const char *leader_id, const char *subject, GError **error)
{
  g_autoptr (ExStatement) update = ex_database_prepare (store->db, "UPDATE actions SET name = $1 WHERE number = $2", error);

  if (update == NULL)
    return FALSE;
  g_ptr_array_set_size (store->subjects, 0);
  g_ptr_array_add (store->subjects, g_strdup (subject));
  store->subject_fixed = TRUE;
  store->clean = TRUE;
  ex_statement_bind_text (update, 1, EX_ERASE_NAME);
  ex_statement_bind_int (update, 2, store->action);
  return ex_statement_run (update, error) && ex_run_with_text (store->db, "UPDATE open_action SET erases = $1", leader_id, error);
}

static gboolean
erase (ExStore *store, const char *leader_id, const char *name, const char *erased_name, GError **error)
{
  g_auto (ExErase) self = { 0 };
  g_autofree char *new_name = erased_name != NULL ? g_strdup (erased_name)
                              /* Translators: instead of a name that was erased; the number tells several apart */
                              : g_strdup_printf (_("Erased person %lld"), (long long) store->action);

  erase_init (&self, store, leader_id, new_name);
  if (!ex_erase_gather (&self, error) || !ex_erase_plan (&self, error))
    return FALSE;
  if (self.rows->len + self.actions->len + self.parts->len == 0)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOTHING, _("Nothing about %s is left to erase."), name);
      return FALSE;
    }
  return name_action (store, leader_id, new_name, error) && ex_database_keep_no_trace (store->db, error) && ex_erase_write (&self, error);
}

static gboolean
erase_if_allowed (ExStore *store, const char *leader_id, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *erased_name = NULL;
  g_autoptr (GError) problem = NULL;
  ExDay last;

  if (strcmp (store->actor, EX_STORE_HR) != 0)
    return refuse (error, _("Only HR erases personal data."));
  if (!read_leader (store, leader_id, &name, &last, error) || !has_left (name, last, error) || !no_review_is_open (store, leader_id, name, error))
    return FALSE;
  erased_name = read_erased_name (store, leader_id, name, &problem);
  if (problem == NULL)
    return erase (store, leader_id, name, erased_name, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
ex_store_erase_leader (ExStore *self, const char *leader_id, GError **error)
{
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (self != NULL && leader_id != NULL, FALSE);

  if (!ex_store_begin (self, N_("Erase personal data"), error))
    return FALSE;
  if (!erase_if_allowed (self, leader_id, &problem))
    {
      ex_store_rollback (self);
      if (g_error_matches (problem, EX_STORE_ERROR, EX_STORE_ERROR_NOTHING))
        ex_database_clean (self->db, NULL); /* which an earlier erasure may not have been able to */
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return ex_store_commit (self, error);
}
