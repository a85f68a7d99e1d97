#include "config.h"

#include "ex-spell-rows.h"

#include "core/ex-spells.h"
#include "ex-alert.h"
#include "ex-day-entry.h"
#include "ex-row-group.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget  *row;
  ExDayEntry *from;
  ExDayEntry *to;
  GtkWidget  *remove;
} Row;

struct _ExSpellRows
{
  AdwPreferencesGroup *group;
  ExSession           *session;
  gulong               changed;  /* handler on session */
  char                *id;
  GPtrArray           *rows;     /* (element-type Row) */
  GtkLabel            *problem;
  GArray              *kept;     /* (element-type ExSpell) as in the file */
  ExDay                own_from; /* the first day of the leader's last time in the role */
  void              (* told) (GArray *spells, gpointer data);
  gpointer             data;
  gboolean             is_hr;
  gboolean             filling;
};

#define row_of(self, i) ((Row *) g_ptr_array_index ((self)->rows, (i)))
#define spell_of(array, i) (&g_array_index ((array), ExSpell, (i)))

/* --- what is typed ------------------------------------------------------------------------------------------------------------- */

static int
compare_spells (gconstpointer a, gconstpointer b)
{
  const ExSpell *one = a, *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/* NULL with @problem: (transfer full) (nullable) a row is not complete yet, and nothing is wrong with it. */
static GArray *
read_spells (ExSpellRows *self, char **problem)
{
  g_autoptr (GArray) spells = g_array_new (FALSE, FALSE, sizeof (ExSpell));

  *problem = NULL;
  for (guint i = 0; i < self->rows->len; i++)
    {
      ExSpell spell = { ex_day_entry_get_day (row_of (self, i)->from), ex_day_entry_get_day (row_of (self, i)->to) };

      if (!ex_day_entry_is_valid (row_of (self, i)->from) || !ex_day_entry_is_valid (row_of (self, i)->to))
        *problem = g_strdup (_("That is not a day; write it like 2026-09-30."));
      if (*problem != NULL || spell.from == EX_DAY_NONE || spell.to == EX_DAY_NONE)
        return NULL;
      g_array_append_val (spells, spell);
    }
  g_array_sort (spells, compare_spells);
  *problem = ex_spells_problem (spells, self->own_from);
  return *problem == NULL ? g_steal_pointer (&spells) : NULL;
}

static void
show_problem (ExSpellRows *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/* --- keeping ------------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  char   *id;
  GArray *spells;
} Change;

static void
change_free (gpointer data)
{
  g_free (((Change *) data)->id);
  g_array_unref (((Change *) data)->spells);
  g_free (data);
}

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_spells (store, ((Change *) data)->id, ((Change *) data)->spells, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwPreferencesGroup) group = data;
  g_autoptr (GError) error = NULL;

  if (ex_session_call_finish (EX_SESSION (source), result, &error) == NULL)
    ex_alert_error (GTK_WIDGET (group), _("The earlier times in the role could not be kept"), error);
}

static void
save (ExSpellRows *self)
{
  g_autofree char *problem = NULL;
  g_autoptr (GArray) spells = NULL;
  Change *change;

  if (self->filling || !self->is_hr)
    return;
  spells = read_spells (self, &problem);
  show_problem (self, problem);
  if (spells == NULL || ex_spells_equal (spells, self->kept))
    return;
  g_array_set_size (self->kept, 0);
  if (spells->len > 0)
    g_array_append_vals (self->kept, spells->data, spells->len);
  change = g_new0 (Change, 1);
  change->id = g_strdup (self->id);
  change->spells = g_steal_pointer (&spells);
  ex_session_write_async (self->session, N_("Say when somebody was in the role"), save_in_worker, change, change_free, NULL, NULL, saved_cb,
                          g_object_ref (self->group));
}

/* --- rows ----------------------------------------------------------------------------------------------------------------------------- */

static void
remove_row (ExSpellRows *self, guint index)
{
  adw_preferences_group_remove (self->group, row_of (self, index)->row);
  g_ptr_array_remove_index (self->rows, index);
}

static void
remove_cb (GtkWidget *button, ExSpellRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (row_of (self, i)->remove == button)
      {
        remove_row (self, i);
        save (self);
        return;
      }
}

static ExDayEntry *
day_new (ExSpellRows *self, Row *row, const char *label, ExDay day)
{
  GtkWidget *entry = ex_day_entry_new ();

  ex_day_entry_set_label (EX_DAY_ENTRY (entry), label);
  ex_day_entry_set_day (EX_DAY_ENTRY (entry), day);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (entry, self->is_hr);
  g_signal_connect_swapped (entry, "notify::day", G_CALLBACK (save), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), entry);
  return EX_DAY_ENTRY (entry);
}

static Row *
add_row (ExSpellRows *self, ExDay from, ExDay to)
{
  Row *row = g_new0 (Row, 1);

  row->row = adw_action_row_new ();
  row->from = day_new (self, row, _("First day of an earlier time in the role"), from);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), gtk_label_new ("–"));
  row->to = day_new (self, row, _("Last day of an earlier time in the role"), to);
  row->remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_set_valign (row->remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->remove, "flat");
  gtk_widget_set_visible (row->remove, self->is_hr);
  gtk_widget_set_tooltip_text (row->remove, _("Remove this time in the role"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this time in the role"), -1);
  g_signal_connect (row->remove, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->remove);
  adw_preferences_group_add (self->group, row->row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_cb (ExSpellRows *self)
{
  Row *row = add_row (self, EX_DAY_NONE, EX_DAY_NONE);

  gtk_widget_child_focus (GTK_WIDGET (row->from), GTK_DIR_TAB_FORWARD);
}

/* Undone, or changed by another program: what is being typed stays unless the file says something else. */
static void
show_spells (ExSpellRows *self)
{
  GHashTable *all = ex_session_get_spells (self->session);
  GArray *stored = all != NULL ? g_hash_table_lookup (all, self->id) : NULL;
  const GArray *spells = stored;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (ExSpell));

  self->told (stored, self->data);
  spells = spells != NULL ? spells : none;
  if (ex_spells_equal (spells, self->kept))
    return;
  self->filling = TRUE;
  while (self->rows->len > 0)
    remove_row (self, self->rows->len - 1);
  g_array_set_size (self->kept, 0);
  for (guint i = 0; i < spells->len; i++)
    {
      g_array_append_val (self->kept, *spell_of (spells, i));
      add_row (self, spell_of (spells, i)->from, spell_of (spells, i)->to);
    }
  self->filling = FALSE;
  show_problem (self, NULL);
}

/* --- making ------------------------------------------------------------------------------------------------------------------------------ */

static GtkWidget *
add_button_new (ExSpellRows *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_("A_dd"));

  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (add, self->is_hr);
  gtk_widget_set_tooltip_text (add, self->is_hr ? _("Add an earlier time in the role") : _("Only HR changes the times in a role"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add an earlier time in the role"), -1);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  return add;
}

ExSpellRows *
ex_spell_rows_new (AdwPreferencesGroup *group, ExSession *session, const char *leader_id, void (* kept) (GArray *, gpointer), gpointer data)
{
  ExSpellRows *self = g_new0 (ExSpellRows, 1);

  self->group = group;
  self->told = kept;
  self->data = data;
  self->session = g_object_ref (session);
  self->id = g_strdup (leader_id);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_array_new (FALSE, FALSE, sizeof (ExSpell));
  self->is_hr = g_str_equal (ex_session_get_actor (session), EX_STORE_HR);
  self->problem = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "visible", FALSE,
                                           "margin-top", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  adw_preferences_group_add (group, GTK_WIDGET (self->problem));
  adw_preferences_group_set_header_suffix (group, add_button_new (self));
  self->changed = g_signal_connect_swapped (session, "changed", G_CALLBACK (show_spells), self);
  show_spells (self);
  return self;
}

void
ex_spell_rows_free (ExSpellRows *self)
{
  if (self == NULL)
    return;
  g_clear_signal_handler (&self->changed, self->session);
  g_clear_object (&self->session);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->kept);
  g_free (self->id);
  g_free (self);
}

void
ex_spell_rows_set_own (ExSpellRows *self, ExDay from)
{
  g_return_if_fail (self != NULL);

  self->own_from = from;
}
