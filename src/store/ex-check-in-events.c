#include "config.h"

#include "ex-check-in-events.h"

#include "ex-column.h"
#include "ex-journal-veil.h"
#include "ex-json.h"

#define BY_HAND "SELECT action, row_key, before, after FROM changes WHERE table_name = 'check_ins' AND row_key = $1 ORDER BY number DESC"
/* The rows of an import are journaled as one. */
#define IMPORTED                                                                                                                     \
  "SELECT c.action FROM check_ins k JOIN changes c ON c.table_name = 'imports' AND c.row_key = '[' || k.import || ']'"               \
  " WHERE k.objective_id = $1 AND k.day = $2 ORDER BY c.number LIMIT 1"

void
ex_check_in_event_free (ExCheckInEvent *self)
{
  if (self == NULL)
    return;
  ex_action_free (self->action);
  ex_change_free (self->change);
  g_free (self);
}

/* As the triggers write it. (transfer full) */
static char *
row_key (const char *objective_id, ExDay day)
{
  GString *key = g_string_new ("[");
  char iso[EX_DAY_ISO_SIZE];

  ex_day_write (day, iso);
  ex_json_append_quoted (key, objective_id);
  g_string_append_c (key, ',');
  ex_json_append_quoted (key, iso);
  g_string_append_c (key, ']');
  return g_string_free (key, FALSE);
}

/* An event of action @number, without its change; NULL on @error. */
static ExCheckInEvent *
event_new (ExStore *self, gint64 number, GHashTable *undone, ExVeil *veil, GError **error)
{
  g_autoptr (ExAction) action = ex_journal_find_action (self, number, undone, error);
  ExCheckInEvent *event;

  if (action == NULL || !ex_veil_cover (veil, action, error))
    return NULL;
  event = g_new0 (ExCheckInEvent, 1);
  event->action = g_steal_pointer (&action);
  return event;
}

/* Actions are looked up once the rows are read: they use the same statements. */
typedef struct
{
  gint64 number;
  char  *key;
  char  *before;
  char  *after;
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_free (row->before);
  g_free (row->after);
}

static GArray *
read_rows (ExStore *self, const char *key, GError **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->db, BY_HAND, error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Row));
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  g_array_set_clear_func (found, row_clear);
  ex_statement_bind_text (rows, 1, key);
  while (ex_statement_step (rows, &failure))
    {
      const Row row = { ex_statement_int (rows, 0), g_strdup (ex_statement_text (rows, 1)), g_strdup (ex_statement_text (rows, 2)),
                        g_strdup (ex_statement_text (rows, 3)) };

      g_array_append_val (found, row);
    }
  return ex_rows_ended (failure, error) ? g_steal_pointer (&found) : NULL;
}

static gboolean
add_by_hand (ExStore *self, GPtrArray *events, const GArray *rows, GHashTable *undone, ExVeil *veil, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      ExCheckInEvent *event = event_new (self, row->number, undone, veil, error);

      if (event == NULL)
        return FALSE;
      g_ptr_array_add (events, event);
      event->change = ex_veil_read_change (veil, event->action, "check_ins", row->key, row->before, row->after, error);
      if (event->change == NULL)
        return FALSE;
    }
  return TRUE;
}

/* 0: by hand; -1: @error. */
static gint64
find_import (ExStore *self, const char *objective_id, ExDay day, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->db, IMPORTED, error);
  int found;

  if (row == NULL)
    return -1;
  ex_statement_bind_text (row, 1, objective_id);
  ex_bind_day (row, 2, day);
  found = ex_row_find (row, error);
  return found == 1 ? ex_statement_int (row, 0) : found;
}

static gboolean
add_import (ExStore *self, GPtrArray *events, const char *objective_id, ExDay day, GHashTable *undone, ExVeil *veil, GError **error)
{
  gint64 number = find_import (self, objective_id, day, error);
  ExCheckInEvent *event;

  if (number <= 0)
    return number == 0;
  event = event_new (self, number, undone, veil, error);
  if (event != NULL)
    g_ptr_array_add (events, event);
  return event != NULL;
}

GPtrArray *
ex_store_list_check_in_events (ExStore *self, const char *objective_id, ExDay day, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_check_in_event_free);
  g_autofree char *key = NULL;
  g_autoptr (GHashTable) undone = NULL;
  g_autoptr (ExVeil) veil = NULL;
  g_autoptr (GArray) rows = NULL;
  gboolean read;

  g_return_val_if_fail (self != NULL && objective_id != NULL, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  key = row_key (objective_id, day);
  undone = ex_journal_read_undone (self, error);
  veil = undone != NULL ? ex_veil_new (self) : NULL;
  rows = veil != NULL ? read_rows (self, key, error) : NULL;
  read = rows != NULL && add_by_hand (self, events, rows, undone, veil, error) && add_import (self, events, objective_id, day, undone, veil, error);
  g_clear_pointer (&veil, ex_veil_free);
  ex_store_end_read (self);
  return read ? g_steal_pointer (&events) : NULL;
}
