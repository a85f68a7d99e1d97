#include "config.h"

#include "ex-cycle-dialog.h"

#include "ex-day-entry.h"

#include <glib/gi18n.h>

struct _ExCycleDialog
{
  AdwWindow      parent_instance;

  GtkButton     *save_button;
  AdwEntryRow   *name;
  ExDayEntry    *first;
  ExDayEntry    *last;
  AdwPreferencesGroup *tops_group;
  GtkLabel      *problem;

  ExSession     *session;
  ExCycle       *cycle;    /* as it was; NULL: a new one */
  GPtrArray     *top_rows; /* (element-type GtkCheckButton), each with its leader's id as data */
};

G_DEFINE_FINAL_TYPE (ExCycleDialog, ex_cycle_dialog, ADW_TYPE_WINDOW)

static char **
chosen_tops (ExCycleDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->top_rows->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->top_rows, i)))
      g_strv_builder_add (builder, g_object_get_data (g_ptr_array_index (self->top_rows, i), "leader"));
  return g_strv_builder_end (builder);
}

static ExCycle *
cycle_from_entries (ExCycleDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  ExDay first = ex_day_entry_get_day (self->first), last = ex_day_entry_get_day (self->last);
  ExCycle *cycle;

  if (self->cycle == NULL)
    {
      /* The command line makes ids of names too: one that nobody types needs only to be unlike any other. */
      g_autofree char *id = g_uuid_string_random ();
      cycle = ex_cycle_new (id, name, first, last);
    }
  else
    {
      cycle = ex_cycle_copy (self->cycle);
      g_free (cycle->name);
      cycle->name = g_steal_pointer (&name);
      cycle->first = first;
      cycle->last = last;
    }
  g_strfreev (cycle->tops);
  cycle->tops = chosen_tops (self);
  return cycle;
}

static void
say_problem (ExCycleDialog *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static gboolean
is_complete (ExCycleDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  return *name != '\0' && ex_day_entry_get_day (self->first) != EX_DAY_NONE && ex_day_entry_get_day (self->last) != EX_DAY_NONE;
}

static void
changed_cb (ExCycleDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), is_complete (self));
  say_problem (self, NULL);
}

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_cycle (store, data, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExCycleDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (ex_session_call_finish (EX_SESSION (source), result, &error) == NULL)
    {
      say_problem (self, error->message);
      gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
      return;
    }
  /* A new cycle is what one wants to see next. */
  if (self->cycle == NULL)
    ex_session_set_cycle (self->session, gtk_editable_get_text (GTK_EDITABLE (self->name)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (ExCycleDialog *self)
{
  g_autoptr (ExCycle) cycle = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (!is_complete (self))
    return;
  cycle = cycle_from_entries (self);
  problems = ex_cycle_problems (cycle);
  if (problems->len > 0)
    {
      say_problem (self, g_ptr_array_index (problems, 0));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  ex_session_write_async (self->session, self->cycle != NULL ? "Edit a cycle" : "New cycle", save_in_worker, g_steal_pointer (&cycle),
                          (GDestroyNotify) ex_cycle_free, NULL, NULL, saved_cb, g_object_ref (self));
}

/* --- tops ------------------------------------------------------------------------------------------------------------- */

static void
add_top (ExCycleDialog *self, const ExLeader *leader)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = g_markup_escape_text (leader->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (leader->title != NULL ? leader->title : "", -1);
  gboolean chosen = self->cycle != NULL ? g_strv_contains ((const char * const *) self->cycle->tops, leader->id) : leader->manager_id == NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, leader->name, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (check), "leader", g_strdup (leader->id), g_free);
  g_ptr_array_add (self->top_rows, check);
  adw_preferences_group_add (self->tops_group, row);
}

/* Who may be a top: those with nobody above, and those that are tops already. */
static void
fill_tops (ExCycleDialog *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  const ExTree *tree = ex_company_get_tree (company);

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      const ExLeader *leader = ex_company_get_leader (company, tree->order[i]);
      gboolean is_top = self->cycle != NULL && g_strv_contains ((const char * const *) self->cycle->tops, leader->id);

      if (tree->parent[tree->order[i]] < 0 || is_top)
        add_top (self, leader);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tops_group), self->top_rows->len > 0);
}

/* A year from the day after the latest cycle, or this year. */
static void
propose (ExCycleDialog *self)
{
  GPtrArray *cycles = ex_session_get_cycles (self->session);
  int year, month, day;
  ExDay first;
  g_autofree char *name = NULL;

  ex_day_split (ex_day_today (), &year, &month, &day);
  first = ex_day_new (year, 1, 1);
  if (cycles->len > 0)
    first = ((const ExCycle *) g_ptr_array_index (cycles, 0))->last + 1;
  ex_day_split (first, &year, &month, &day);
  ex_day_entry_set_day (self->first, first);
  if (month == 2 && day == 29)
    day = 28;
  ex_day_entry_set_day (self->last, ex_day_new (year + 1, month, day) - 1);
  ex_day_split (ex_day_entry_get_day (self->last), &year, &month, &day);
  /* Translators: name of a review cycle: the fiscal year */
  name = g_strdup_printf (_("FY %d"), year);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
}

static void
ex_cycle_dialog_dispose (GObject *object)
{
  ExCycleDialog *self = EX_CYCLE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->cycle, ex_cycle_free);
  g_clear_pointer (&self->top_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ex_cycle_dialog_parent_class)->dispose (object);
}

static void
ex_cycle_dialog_class_init (ExCycleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_cycle_dialog_dispose;

  g_type_ensure (EX_TYPE_DAY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/cycle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, first);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, last);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, tops_group);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_cycle_dialog_init (ExCycleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->top_rows = g_ptr_array_new ();
}

GtkWidget *
ex_cycle_dialog_new (ExSession *session, const ExCycle *cycle)
{
  ExCycleDialog *self = g_object_new (EX_TYPE_CYCLE_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->cycle = cycle != NULL ? ex_cycle_copy (cycle) : NULL;
  gtk_window_set_title (GTK_WINDOW (self), cycle != NULL ? _("Edit a Cycle") : _("New Cycle"));
  fill_tops (self);
  if (cycle != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->name), cycle->name);
      ex_day_entry_set_day (self->first, cycle->first);
      ex_day_entry_set_day (self->last, cycle->last);
    }
  else
    propose (self);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
