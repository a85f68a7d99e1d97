#include "config.h"

#include "ex-top-rows.h"

#include "ex-leader-chooser.h"
#include "ex-row-group.h"

#include <glib/gi18n.h>

struct _ExTopRows
{
  AdwPreferencesGroup *group;
  ExCompany           *company;
  GPtrArray           *ids;     /* (element-type utf8) as shown */
  ExLeaderChooser     *chooser;
  void              (* changed) (gpointer data);
  gpointer             data;
};

static void show (ExTopRows *self);

const char *
ex_top_rows_usual (const ExCompany *company)
{
  const ExLeader *found = NULL;

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      const ExLeader *leader = ex_company_get_leader (company, i);

      if (leader->manager_id != NULL)
        continue;
      if (found != NULL)
        return NULL;
      found = leader;
    }
  return found != NULL ? found->id : NULL;
}

static void
remove_cb (ExTopRows *self, GtkButton *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "leader");
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &index))
    return;
  g_ptr_array_remove_index (self->ids, index);
  show (self);
  gtk_widget_child_focus (GTK_WIDGET (self->chooser), GTK_DIR_TAB_FORWARD);
  self->changed (self->data);
}

static void
chosen_cb (ExTopRows *self)
{
  const char *id = ex_leader_chooser_get_id (self->chooser);

  if (id == NULL)
    return;
  if (!g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL))
    g_ptr_array_add (self->ids, g_strdup (id));
  ex_leader_chooser_fill (self->chooser, self->company, NULL, NULL);
  show (self);
  self->changed (self->data);
}

static void
add_row (ExTopRows *self, const char *id)
{
  int index = ex_company_find_leader (self->company, id);
  const ExLeader *leader = index >= 0 ? ex_company_get_leader (self->company, (guint) index) : NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  const char *name = leader != NULL ? leader->name : id;
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (leader != NULL && leader->title != NULL ? leader->title : "", -1);
  g_autofree char *words = g_strdup_printf (_("Do not start with %s"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (remove), "leader", g_strdup (id), g_free);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  ex_row_group_add (self->group, row);
}

/* Nobody is named: what holds then. */
static void
add_hint (ExTopRows *self)
{
  const char *usual = ex_top_rows_usual (self->company);
  int index = usual != NULL ? ex_company_find_leader (self->company, usual) : -1;
  g_autofree char *words = NULL;

  if (ex_company_n_leaders (self->company) == 0)
    words = g_strdup (_("There are no leaders yet: it will be the one without a manager."));
  else if (index < 0)
    words = g_strdup (_("Nobody is named, and more than one leader has no manager: name whom it starts with, or nobody can agree anything."));
  else
    {
      g_autofree char *name = g_markup_escape_text (ex_company_get_leader (self->company, (guint) index)->name, -1);

      words = g_strdup_printf (_("Nobody is named, so it starts with the only leader without a manager: %s."), name);
    }
  ex_row_group_add_hint (self->group, words);
}

static void
show (ExTopRows *self)
{
  ex_row_group_clear (self->group);
  for (guint i = 0; i < self->ids->len; i++)
    add_row (self, g_ptr_array_index (self->ids, i));
  if (self->ids->len == 0)
    add_hint (self);
}

ExTopRows *
ex_top_rows_new (AdwPreferencesGroup *group, ExCompany *company, void (* changed) (gpointer), gpointer data)
{
  ExTopRows *self = g_new0 (ExTopRows, 1);

  self->group = group;
  self->company = ex_company_ref (company);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->changed = changed;
  self->data = data;
  self->chooser = EX_LEADER_CHOOSER (ex_leader_chooser_new (_("Whom the cycle starts with"), _("Add a Leader")));
  ex_leader_chooser_never_none (self->chooser);
  ex_leader_chooser_fill (self->chooser, company, NULL, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->chooser), GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (GTK_WIDGET (self->chooser), ex_company_n_leaders (company) > 0);
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
  adw_preferences_group_set_header_suffix (group, GTK_WIDGET (self->chooser));
  return self;
}

void
ex_top_rows_free (ExTopRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ids);
  ex_company_unref (self->company);
  g_free (self);
}

void
ex_top_rows_fill (ExTopRows *self, const char * const *ids)
{
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (self->ids, g_strdup (ids[i]));
  show (self);
}

char **
ex_top_rows_read (ExTopRows *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->ids->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->ids, i));
  return g_strv_builder_end (builder);
}
