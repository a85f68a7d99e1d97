#include "config.h"

#include "ex-cycle-dialog.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-bring-page.h"
#include "ex-cycle-form.h"
#include "ex-top-rows.h"
#include "ex-window.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

struct _ExCycleDialog
{
  AdwWindow            parent_instance;

  GtkButton           *back_button;
  GtkButton           *save_button;
  GtkRevealer         *hint_revealer;
  GtkLabel            *hint;
  GtkStack            *stack;
  AdwPreferencesPage  *page;
  AdwPreferencesGroup *bring_group;
  GtkSwitch           *bring_switch;
  ExBringPage         *bring;

  ExSession           *session;
  ExCycleForm         *form;
  gboolean             adding;
  gboolean             locked;
  gboolean             saving;
};

G_DEFINE_FINAL_TYPE (ExCycleDialog, ex_cycle_dialog, ADW_TYPE_WINDOW)

static gboolean
is_second_step (ExCycleDialog *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "bring") == 0;
}

static gboolean
wants_objectives (ExCycleDialog *self)
{
  return self->adding && gtk_widget_get_visible (GTK_WIDGET (self->bring_group)) && gtk_switch_get_active (self->bring_switch);
}

/* --- what is typed ------------------------------------------------------------------------------------------------------ */

static void
say (ExCycleDialog *self, const char *text, gboolean is_error)
{
  if (text != NULL)
    gtk_label_set_text (self->hint, text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
  gtk_revealer_set_reveal_child (self->hint_revealer, text != NULL);
}

/* (nullable) (transfer full) everything that is wrong, a line each */
static char *
join_problems (GPtrArray *problems)
{
  if (problems->len == 0)
    return NULL;
  g_ptr_array_add (problems, NULL);
  return g_strjoinv ("\n", (char **) problems->pdata);
}

static void
show_buttons (ExCycleDialog *self, gboolean fine)
{
  gboolean more = wants_objectives (self) && !is_second_step (self);

  gtk_button_set_label (self->back_button, self->locked ? _("_Close") : is_second_step (self) ? _("_Back") : _("_Cancel"));
  gtk_button_set_label (self->save_button, more ? _("_Next") : self->adding ? _("_Add") : _("_Save"));
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), !self->locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), fine && !self->saving);
}

static void
changed_cb (gpointer data)
{
  ExCycleDialog *self = data;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ExCycle) cycle = NULL;
  g_autofree char *text = NULL;

  if (self->form == NULL || self->locked)
    return;
  cycle = ex_cycle_form_read (self->form, problems);
  text = join_problems (problems);
  say (self, text, TRUE);
  show_buttons (self, text == NULL);
}

/* --- saving ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExCycle *cycle;
  char   **objectives; /* ids that come along; NULL: none */
} Save;

typedef struct
{
  guint      n;    /* objectives that came along */
  GPtrArray *left; /* (nullable) (element-type utf8) those that did not, in sentences */
} Saved;

static void
save_free (gpointer data)
{
  Save *save = data;

  ex_cycle_free (save->cycle);
  g_strfreev (save->objectives);
  g_free (save);
}

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_clear_pointer (&saved->left, g_ptr_array_unref);
  g_free (saved);
}

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Save *save = data;
  Saved *saved = g_new0 (Saved, 1);

  if (ex_store_save_cycle (store, save->cycle, error)
      && (save->objectives == NULL || save->objectives[0] == NULL
          || ex_store_carry_objectives (store, (const char * const *) save->objectives, save->cycle->id, &saved->n, &saved->left, error)))
    return saved;
  saved_free (saved);
  return NULL;
}

static void
tell_what_came (GtkWidget *parent, const Saved *saved)
{
  g_autofree char *number = ex_format_integer (saved->n);
  g_autofree char *came = g_strdup_printf (ngettext ("%s objective came along", "%s objectives came along", saved->n), number);

  if (parent == NULL || (saved->n == 0 && saved->left == NULL))
    return;
  if (saved->left != NULL && saved->left->len > 0)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_autofree char *left = ex_format_integer (saved->left->len);

      g_string_append_printf (body, ngettext ("%s was left behind:", "%s were left behind:", saved->left->len), left);
      for (guint i = 0; i < saved->left->len; i++)
        g_string_append_printf (body, "\n%s", (const char *) g_ptr_array_index (saved->left, i));
      ex_alert_show (parent, came, body->str);
    }
  else if (EX_IS_WINDOW (gtk_widget_get_root (parent)))
    ex_window_toast (parent, came);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExCycleDialog) self = data;
  g_autoptr (GError) error = NULL;
  Saved *saved = ex_session_call_finish (EX_SESSION (source), result, &error);

  self->saving = FALSE;
  if (saved == NULL && self->form == NULL)
    return;
  if (saved == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "form");
      changed_cb (self);
      say (self, error->message, TRUE);
      return;
    }
  /* A new cycle is what one wants to see next. */
  if (self->adding && self->form != NULL)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (ExCycle) cycle = ex_cycle_form_read (self->form, problems);

      ex_session_set_cycle (self->session, cycle->name);
    }
  tell_what_came (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), saved);
  saved_free (saved);
  gtk_window_close (GTK_WINDOW (self));
}

/* @cycle is taken. */
static void
save (ExCycleDialog *self, ExCycle *cycle)
{
  Save *data = g_new0 (Save, 1);

  data->cycle = cycle;
  data->objectives = wants_objectives (self) ? ex_bring_page_get_chosen (self->bring) : NULL;
  self->saving = TRUE;
  show_buttons (self, TRUE);
  ex_session_write_async (self->session, self->adding ? N_("New cycle") : N_("Edit a cycle"), save_in_worker, data, save_free, saved_free, NULL,
                          saved_cb, g_object_ref (self));
}

static void
save_cb (ExCycleDialog *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ExCycle) cycle = ex_cycle_form_read (self->form, problems);

  if (problems->len > 0 || self->saving || self->locked)
    return;
  if (!wants_objectives (self) || is_second_step (self))
    {
      save (self, g_steal_pointer (&cycle));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "bring");
  gtk_window_set_title (GTK_WINDOW (self), _("Bring Along"));
  ex_bring_page_show (self->bring, self->session, cycle);
  show_buttons (self, TRUE);
}

static void
back_cb (ExCycleDialog *self)
{
  if (!is_second_step (self))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_window_set_title (GTK_WINDOW (self), _("New Cycle"));
  changed_cb (self);
}

/* --- the window --------------------------------------------------------------------------------------------------------------- */

static void
ex_cycle_dialog_dispose (GObject *object)
{
  ExCycleDialog *self = EX_CYCLE_DIALOG (object);

  G_OBJECT_CLASS (ex_cycle_dialog_parent_class)->dispose (object);
  g_clear_pointer (&self->form, ex_cycle_form_free);
  g_clear_object (&self->session);
}

static void
ex_cycle_dialog_class_init (ExCycleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_cycle_dialog_dispose;

  g_type_ensure (EX_TYPE_BRING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/cycle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, hint_revealer);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, page);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, bring_group);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, bring_switch);
  gtk_widget_class_bind_template_child (widget_class, ExCycleDialog, bring);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_cycle_dialog_init (ExCycleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A year from the day after the latest cycle, or this year; the rest as it was. (transfer full) */
static ExCycle *
propose (ExSession *session)
{
  GPtrArray *cycles = ex_session_get_cycles (session);
  const ExCycle *last = cycles->len > 0 ? g_ptr_array_index (cycles, 0) : NULL;
  const char *usual = ex_top_rows_usual (ex_session_get_company (session));
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = NULL;
  int year, month, day;
  ExCycle *cycle = last != NULL ? ex_cycle_copy (last) : ex_cycle_new (NULL, NULL, EX_DAY_NONE, EX_DAY_NONE);

  ex_day_split (ex_day_today (), &year, NULL, NULL);
  cycle->first = last != NULL ? last->last + 1 : ex_day_new (year, 1, 1);
  ex_day_split (cycle->first, &year, &month, &day);
  cycle->last = ex_day_new (year + 1, month, 1) - 1;
  ex_day_split (cycle->last, &year, NULL, NULL);
  /* Translators: name of a review cycle: the fiscal year */
  name = g_strdup_printf (_("FY %d"), year);
  g_free (cycle->id);
  g_free (cycle->name);
  cycle->id = g_steal_pointer (&id);
  cycle->name = g_steal_pointer (&name);
  cycle->phase = EX_PHASE_PLAN;
  for (guint i = 0; i < EX_N_OPEN_PHASES; i++)
    cycle->until[i] = EX_DAY_NONE;
  if (cycle->tops[0] == NULL && usual != NULL)
    {
      g_strfreev (cycle->tops);
      cycle->tops = g_strdupv ((char *[]) { (char *) usual, NULL });
    }
  return cycle;
}

static void
lock (ExCycleDialog *self, const ExCycle *cycle)
{
  self->locked = TRUE;
  ex_cycle_form_lock (self->form);
  say (self, cycle->phase == EX_PHASE_CLOSED
               ? _("This cycle is closed, and nothing in it changes any more. HR can re-open it, with a reason, from the menu of the cycle.")
               : _("Only HR changes a cycle. You can read it here."), FALSE);
  show_buttons (self, FALSE);
}

GtkWidget *
ex_cycle_dialog_new (ExSession *session, const ExCycle *cycle)
{
  ExCycleDialog *self = g_object_new (EX_TYPE_CYCLE_DIALOG, NULL);
  g_autoptr (ExCycle) shown = cycle != NULL ? ex_cycle_copy (cycle) : propose (session);
  gboolean is_hr = g_str_equal (ex_session_get_actor (session), EX_STORE_HR);

  self->session = g_object_ref (session);
  self->adding = cycle == NULL;
  gtk_window_set_title (GTK_WINDOW (self), self->adding ? _("New Cycle") : is_hr && cycle->phase != EX_PHASE_CLOSED ? _("Edit a Cycle") : _("Cycle"));
  gtk_widget_set_visible (GTK_WIDGET (self->bring_group), self->adding && ex_session_get_cycles (session)->len > 0);
  self->form = ex_cycle_form_new (self->page, ex_session_get_company (session), ex_session_get_cycles (session), changed_cb, self);
  ex_cycle_form_fill (self->form, shown);
  if (!is_hr || shown->phase == EX_PHASE_CLOSED)
    lock (self, shown);
  else
    changed_cb (self);
  ex_cycle_form_focus (self->form);
  return GTK_WIDGET (self);
}
