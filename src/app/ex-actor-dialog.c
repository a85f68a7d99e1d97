#include "config.h"

#include "ex-actor-dialog.h"

#include "ex-search-escape.h"

#include <glib/gi18n.h>

/* More than a person reads; whoever is not among them types a letter more. */
#define MAX_ROWS 60

struct _ExActorDialog
{
  AdwWindow       parent_instance;

  GtkSearchEntry *search;
  GtkListBox     *list;
  GtkLabel       *more;

  ExCompany      *company;
  char           *current;
  ExActorChosen   chosen;
  gpointer        data;
};

G_DEFINE_FINAL_TYPE (ExActorDialog, ex_actor_dialog, ADW_TYPE_WINDOW)

static void
add_row (ExActorDialog *self, const char *actor, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  if (g_strcmp0 (self->current, actor) == 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "actor", g_strdup (actor), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "", -1);
  gtk_list_box_append (self->list, row);
}

static gboolean
has_words (const char *text, const char *folded)
{
  g_autofree char *haystack = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return haystack != NULL && strstr (haystack, folded) != NULL;
}

static gboolean
matches (const ExLeader *leader, const char *folded)
{
  return *folded == '\0' || has_words (leader->name, folded) || has_words (leader->title, folded) || has_words (leader->unit, folded)
         || has_words (leader->id, folded);
}

static void
fill (ExActorDialog *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  const ExTree *tree = ex_company_get_tree (self->company);
  GtkListBoxRow *row;
  guint shown = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (*folded == '\0' || has_words (_("HR"), folded) || has_words (_("Human resources"), folded))
    add_row (self, EX_STORE_HR, _("HR"), _("Human resources"));
  for (guint i = 0; i < ex_company_n_leaders (self->company); i++)
    {
      const ExLeader *leader = ex_company_get_leader (self->company, tree->order[i]);

      if (!matches (leader, folded))
        continue;
      if (++shown <= MAX_ROWS)
        add_row (self, leader->id, leader->name, leader->title);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), shown > MAX_ROWS);
}

static void
search_changed_cb (GtkSearchEntry *entry, ExActorDialog *self)
{
  fill (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ExActorDialog *self)
{
  self->chosen (g_object_get_data (G_OBJECT (row), "actor"), self->data);
  gtk_window_close (GTK_WINDOW (self));
}

/* Enter in the search takes the first who fits. */
static void
search_activate_cb (GtkSearchEntry *entry, ExActorDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    row_activated_cb (self->list, row, self);
}

static void
ex_actor_dialog_finalize (GObject *object)
{
  ExActorDialog *self = EX_ACTOR_DIALOG (object);

  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (ex_actor_dialog_parent_class)->finalize (object);
}

static void
ex_actor_dialog_class_init (ExActorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_actor_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/actor-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExActorDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ExActorDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ExActorDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_actor_dialog_init (ExActorDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_search_escape (self->search);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

GtkWidget *
ex_actor_dialog_new (ExSession *session, ExActorChosen chosen, gpointer data)
{
  ExActorDialog *self = g_object_new (EX_TYPE_ACTOR_DIALOG, NULL);

  self->company = ex_company_ref (ex_session_get_company (session));
  self->current = g_strdup (ex_session_get_actor (session));
  self->chosen = chosen;
  self->data = data;
  fill (self);
  return GTK_WIDGET (self);
}
