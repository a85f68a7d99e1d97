#include "config.h"

#include "ex-parent-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MOST_ROWS 60     /* whoever's is not among them types a letter more */
#define BUTTON_CHARS 26
#define LIST_WIDTH 360
#define LIST_HEIGHT 280

struct _ExParentChooser
{
  GtkWidget   parent_instance;

  ExCompany  *company;
  char       *leader_id;
  char       *chosen;
  char       *label;
  GArray     *above;   /* (element-type guint) objectives, nearest leader first */

  GtkWidget  *button;
  GtkLabel   *name;
  GtkWidget  *entry;
  GtkListBox *list;
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExParentChooser, ex_parent_chooser, GTK_TYPE_WIDGET)

/* --- what there is --------------------------------------------------------------------------------------------------------------- */

static void
find_above (ExParentChooser *self)
{
  const ExTree *tree = ex_company_get_tree (self->company);
  int leader = self->leader_id != NULL ? ex_company_find_leader (self->company, self->leader_id) : -1;

  g_array_set_size (self->above, 0);
  for (int above = leader >= 0 ? tree->parent[leader] : -1; above >= 0; above = tree->parent[above])
    {
      guint n;
      const guint *own = ex_company_leader_objectives (self->company, (guint) above, &n);

      g_array_append_vals (self->above, own, n);
    }
}

static const char *
leader_name (ExParentChooser *self, const ExObjective *objective)
{
  int leader = ex_company_find_leader (self->company, objective->leader_id);

  return leader >= 0 ? ex_company_get_leader (self->company, (guint) leader)->name : objective->leader_id;
}

static void
show_chosen (ExParentChooser *self)
{
  int index = self->company != NULL && self->chosen != NULL ? ex_company_find_objective (self->company, self->chosen) : -1;
  const char *title = index >= 0 ? ex_company_get_objective (self->company, (guint) index)->title : _("None");
  /* Translators: for screen readers: the name of a field, then what is chosen in it */
  g_autofree char *words = g_strdup_printf (_("%s: %s"), self->label, title);

  gtk_label_set_text (self->name, title);
  gtk_widget_set_tooltip_text (self->button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* --- the list -------------------------------------------------------------------------------------------------------------------- */

/* "Ana Okafor · retain" */
static char *
describe (ExParentChooser *self, const ExObjective *objective)
{
  g_autoptr (GString) words = g_string_new (leader_name (self, objective));

  for (guint i = 0; i < objective->links->len; i++)
    g_string_append_printf (words, " · %s", ex_driver_label (g_array_index (objective->links, ExLink, i).driver));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_row (ExParentChooser *self, const char *id, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  if (g_strcmp0 (id, self->chosen) == 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "objective", g_strdup (id), g_free);
  gtk_list_box_append (self->list, row);
}

static gboolean
has_words (const char *text, const char *folded)
{
  g_autofree char *haystack = g_utf8_casefold (text, -1);

  return strstr (haystack, folded) != NULL;
}

static void
fill_list (ExParentChooser *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  GtkListBoxRow *old;
  guint shown = 0;

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  for (guint i = 0; self->company != NULL && i < self->above->len && shown < MOST_ROWS; i++)
    {
      const ExObjective *objective = ex_company_get_objective (self->company, g_array_index (self->above, guint, i));
      g_autofree char *words = describe (self, objective);

      if (!has_words (objective->title, folded) && !has_words (words, folded))
        continue;
      add_row (self, objective->id, objective->title, words);
      shown++;
    }
  if (*folded == '\0')
    add_row (self, NULL, _("None"), _("Then it needs a reason why it is local"));
}

void
ex_parent_chooser_choose (ExParentChooser *self, const char *id)
{
  char *copy = g_strdup (id);

  g_return_if_fail (EX_IS_PARENT_CHOOSER (self));

  g_free (self->chosen);
  self->chosen = copy;
  show_chosen (self);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_activated_cb (ExParentChooser *self, GtkListBoxRow *row)
{
  ex_parent_chooser_choose (self, g_object_get_data (G_OBJECT (row), "objective"));
}

/* Enter in the search takes the one that is first. */
static void
entry_activated_cb (ExParentChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
opened_cb (ExParentChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill_list (self);
  gtk_widget_grab_focus (self->entry);
}

/* --- the widget -------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
popover_new (ExParentChooser *self)
{
  GtkWidget *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the objectives above"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill_list), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Objectives above"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, LIST_HEIGHT);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (opened_cb), self);
  return popover;
}

static void
ex_parent_chooser_dispose (GObject *object)
{
  ExParentChooser *self = EX_PARENT_CHOOSER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->above, g_array_unref);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->leader_id, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->label, g_free);
  G_OBJECT_CLASS (ex_parent_chooser_parent_class)->dispose (object);
}

static void
ex_parent_chooser_class_init (ExParentChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_parent_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", EX_TYPE_PARENT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ex_parent_chooser_init (ExParentChooser *self)
{
  self->above = g_array_new (FALSE, FALSE, sizeof (guint));
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->name, BUTTON_CHARS);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), GTK_WIDGET (self->name));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover_new (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
ex_parent_chooser_new (const char *label)
{
  ExParentChooser *self = g_object_new (EX_TYPE_PARENT_CHOOSER, NULL);

  self->label = g_strdup (label);
  show_chosen (self);
  return GTK_WIDGET (self);
}

void
ex_parent_chooser_fill (ExParentChooser *self, ExCompany *company, const char *leader_id, const char *chosen)
{
  char *leader = g_strdup (leader_id), *id = g_strdup (chosen);

  g_return_if_fail (EX_IS_PARENT_CHOOSER (self));

  ex_company_ref (company);
  g_clear_pointer (&self->company, ex_company_unref);
  self->company = company;
  g_free (self->leader_id);
  self->leader_id = leader;
  g_free (self->chosen);
  self->chosen = id;
  find_above (self);
  show_chosen (self);
}

const char *
ex_parent_chooser_get_id (ExParentChooser *self)
{
  g_return_val_if_fail (EX_IS_PARENT_CHOOSER (self), NULL);

  return self->chosen;
}

guint
ex_parent_chooser_n (ExParentChooser *self)
{
  g_return_val_if_fail (EX_IS_PARENT_CHOOSER (self), 0);

  return self->above->len;
}
