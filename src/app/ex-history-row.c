#include "config.h"

#include "ex-history-row.h"

#include "core/ex-format.h"
#include "ex-action-words.h"
#include "ex-alert.h"
#include "ex-change-words.h"
#include "store/ex-store.h"

#include <glib/gi18n.h>

/* Of a change of thousands of rows, a person reads the first. */
#define MAX_CHANGES 30

struct _ExHistoryRow
{
  AdwExpanderRow parent_instance;

  ExSession *session;
  gint64     number;
  char      *title;
  char      *who;
  char      *system_user; /* "": hidden */
  GDateTime *time;
  GtkWidget *undo_button;
  GPtrArray *lines;   /* (element-type GtkWidget) what it changed, unowned */
  gboolean   filled;  /* with what it changed, or about to be */
  gboolean   again;   /* what it changed is to be read again */
  gboolean   shown;   /* undone is */
  gboolean   undone;
};

G_DEFINE_FINAL_TYPE (ExHistoryRow, ex_history_row, ADW_TYPE_EXPANDER_ROW)

/* --- what it changed -------------------------------------------------------------------------------------------------- */

static void
add_lines (ExHistoryRow *self, const char *title, const char *style, GPtrArray *lines)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);

  gtk_widget_add_css_class (box, "change");
  gtk_widget_add_css_class (heading, style);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (lines, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->lines, row);
}

static void
remove_lines (ExHistoryRow *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);
}

static void
add_changes (ExHistoryRow *self, GPtrArray *changes)
{
  ExCompany *company = ex_session_get_company (self->session);
  g_autofree char *user = g_strdup_printf (_("On this computer: %s"), self->system_user);

  remove_lines (self);
  for (guint i = 0; i < MIN (changes->len, MAX_CHANGES); i++)
    {
      const ExChange *change = g_ptr_array_index (changes, i);
      g_autofree char *title = ex_change_title (change, company);
      g_autoptr (GPtrArray) lines = ex_change_lines (change, company);

      add_lines (self, title, "caption-heading", lines);
    }
  if (changes->len > MAX_CHANGES)
    {
      guint rest = changes->len - MAX_CHANGES;
      g_autofree char *number = ex_format_integer (rest);
      g_autofree char *more = g_strdup_printf (ngettext ("and %s more", "and %s more", rest), number);

      add_lines (self, more, "dim-label", NULL);
    }
  if (changes->len == 0)
    add_lines (self, _("Nothing else was kept of this."), "dim-label", NULL);
  if (*self->system_user != '\0')
    add_lines (self, user, "dim-label", NULL);
}

static void expanded_cb (ExHistoryRow *self);

static gpointer
read_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ex_store_list_changes (store, *(gint64 *) data, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExHistoryRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (changes != NULL)
    add_changes (self, changes);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      self->filled = FALSE;
      ex_alert_error (GTK_WIDGET (self), _("The changes could not be read"), error);
    }
  if (self->again)
    {
      self->again = self->filled = FALSE;
      expanded_cb (self);
    }
}

/* Something was done since, by which more or less of it may be read. */
static void
read_again (ExHistoryRow *self)
{
  if (!self->filled)
    return;
  if (self->lines->len == 0)
    self->again = TRUE; /* it is being read */
  else
    {
      self->filled = FALSE;
      expanded_cb (self);
    }
}

static void
expanded_cb (ExHistoryRow *self)
{
  gint64 *number;

  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  number = g_new (gint64, 1);
  *number = self->number;
  ex_session_read_async (self->session, read_in_worker, number, g_free, (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, g_object_ref (self));
}

/* --- undo ------------------------------------------------------------------------------------------------------------- */

static void
undo_cb (GtkButton *button, ExHistoryRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-action", "x", self->number);
}

static GtkWidget *
undo_button_new (ExHistoryRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Undo this"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_cb), self, 0);
  return button;
}

/* --- the row ---------------------------------------------------------------------------------------------------------- */

static char *
subtitle_words (ExHistoryRow *self, gboolean undone)
{
  g_autofree char *time = g_date_time_format (self->time, "%R");
  g_autofree char *number = ex_format_integer (self->number);

  if (undone)
    /* Translators: who, at what time, the action's number; the change was taken back since */
    return g_strdup_printf (_("%s · %s · no. %s · undone since"), self->who, time, number);
  /* Translators: who, at what time, the action's number, by which a refusal to undo names it */
  return g_strdup_printf (_("%s · %s · no. %s"), self->who, time, number);
}

/* What somebody else did, HR alone may undo. */
static gboolean
offers_undo (ExHistoryRow *self, const ExAction *action)
{
  const char *actor = ex_session_get_actor (self->session);

  return ex_action_can_undo (action) && (g_str_equal (actor, EX_STORE_HR) || g_str_equal (actor, action->actor));
}

static void
show_title (ExHistoryRow *self, const ExAction *action)
{
  g_autofree char *name = ex_action_describe (action);
  g_autofree char *subject = ex_action_subject (action);
  g_autofree char *title = subject != NULL ? g_strdup_printf (_("%s: %s"), name, subject) : g_strdup (name);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *undo = ex_action_undo_text (action);

  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, undo, -1);
}

/* Who did it, by the name that they have now. (transfer full) */
static char *
who_words (ExHistoryRow *self, const ExAction *action)
{
  ExCompany *company = ex_session_get_company (self->session);
  int index = ex_company_find_leader (company, action->actor);

  if (*action->actor == '\0')
    return g_strdup (_("An observer"));
  return g_strdup (index >= 0 ? ex_company_get_leader (company, (guint) index)->name : action->actor);
}

void
ex_history_row_update (ExHistoryRow *self, const ExAction *action)
{
  gboolean undone = action->undone_by != 0;
  g_autofree char *who = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (EX_IS_HISTORY_ROW (self));

  who = who_words (self, action);
  show_title (self, action);
  read_again (self);
  if (self->shown && self->undone == undone && g_strcmp0 (who, self->who) == 0)
    return;
  self->shown = TRUE;
  self->undone = undone;
  g_free (self->who);
  self->who = g_steal_pointer (&who);
  g_free (self->system_user);
  self->system_user = g_strdup (action->system_user);
  subtitle = subtitle_words (self, undone);
  markup = g_markup_escape_text (subtitle, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), markup);
  gtk_widget_set_visible (self->undo_button, !undone && offers_undo (self, action));
  if (undone)
    gtk_widget_add_css_class (GTK_WIDGET (self), "undone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "undone");
}

static void
ex_history_row_finalize (GObject *object)
{
  ExHistoryRow *self = EX_HISTORY_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->system_user, g_free);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (ex_history_row_parent_class)->finalize (object);
}

static void
ex_history_row_class_init (ExHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_history_row_finalize;
}

static void
ex_history_row_init (ExHistoryRow *self)
{
  self->lines = g_ptr_array_new ();
  self->undo_button = undo_button_new (self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->undo_button);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
ex_history_row_new (ExSession *session, const ExAction *action)
{
  ExHistoryRow *self = g_object_new (EX_TYPE_HISTORY_ROW, NULL);

  self->session = g_object_ref (session);
  self->number = action->number;
  self->time = g_date_time_new_from_unix_local (action->at);
  ex_history_row_update (self, action);
  return GTK_WIDGET (self);
}

gint64
ex_history_row_get_number (ExHistoryRow *self)
{
  g_return_val_if_fail (EX_IS_HISTORY_ROW (self), 0);

  return self->number;
}

GDateTime *
ex_history_row_get_time (ExHistoryRow *self)
{
  g_return_val_if_fail (EX_IS_HISTORY_ROW (self), NULL);

  return self->time;
}
