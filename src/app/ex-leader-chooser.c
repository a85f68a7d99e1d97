#include "config.h"

#include "ex-leader-chooser.h"

#include "ex-leader-query.h"
#include "ex-rows.h"
#include "ex-tab-leaves.h"

#include <glib/gi18n.h>

#define BUTTON_CHARS 28
#define LIST_HEIGHT 280
#define LIST_WIDTH 320

struct _ExLeaderChooser
{
  GtkWidget     parent_instance;

  ExCompany    *company;
  char         *not_below;
  char         *chosen;
  char         *label;
  char         *none;
  gboolean      never_none;
  char         *also_id;   /* (nullable) one more choice */
  char         *also_name;
  ExRows       *rows;
  GCancellable *searching;

  GtkWidget    *button;
  GtkLabel     *name;
  GtkWidget    *popover; /* filled when first opened */
  GtkWidget    *entry;
  GtkWidget    *list;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExLeaderChooser, ex_leader_chooser, GTK_TYPE_WIDGET)

/* --- who is offered ------------------------------------------------------------------------------------------------------- */

static gboolean
is_offered (ExLeaderChooser *self, guint index)
{
  int below = self->not_below != NULL ? ex_company_find_leader (self->company, self->not_below) : -1;

  return below < 0 || ((int) index != below && !ex_tree_is_below (ex_company_get_tree (self->company), (int) index, below));
}

/* Takes @indexes. */
static void
show_found (ExLeaderChooser *self, GArray *indexes)
{
  guint kept = 0;

  for (guint i = 0; i < indexes->len; i++)
    if (is_offered (self, g_array_index (indexes, guint, i)))
      g_array_index (indexes, guint, kept++) = g_array_index (indexes, guint, i);
  g_array_set_size (indexes, kept);
  ex_rows_set (self->rows, self->company, indexes);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExLeaderChooser) self = data;
  GArray *indexes = ex_query_run_finish (result, NULL);

  if (indexes != NULL && self->company != NULL)
    show_found (self, indexes);
  else
    g_clear_pointer (&indexes, g_array_unref);
}

static void
search (ExLeaderChooser *self)
{
  ExQuery query = { .kind = &ex_leader_query, .text = (char *) gtk_editable_get_text (GTK_EDITABLE (self->entry)), .order = EX_LEADERS_BY_NAME };

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  if (self->company != NULL)
    ex_query_run_async (&query, self->company, self->searching, found_cb, g_object_ref (self));
}

/* --- choosing -------------------------------------------------------------------------------------------------------------- */

static const char *
chosen_name (ExLeaderChooser *self)
{
  int index = self->company != NULL && self->chosen != NULL ? ex_company_find_leader (self->company, self->chosen) : -1;

  if (index >= 0)
    return ex_company_get_leader (self->company, (guint) index)->name;
  if (self->chosen == NULL)
    return self->none;
  return g_strcmp0 (self->chosen, self->also_id) == 0 ? self->also_name : self->chosen;
}

static void
show_chosen (ExLeaderChooser *self)
{
  const char *name = chosen_name (self);
  /* Translators: for screen readers: the name of a field, then what is chosen in it */
  g_autofree char *words = g_strdup_printf (_("%s: %s"), self->label, name);

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
ex_leader_chooser_choose (ExLeaderChooser *self, const char *id)
{
  char *copy = g_strdup (id);

  g_return_if_fail (EX_IS_LEADER_CHOOSER (self));

  g_free (self->chosen);
  self->chosen = copy;
  show_chosen (self);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
choose_position (ExLeaderChooser *self, guint position)
{
  g_autoptr (ExRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL)
    ex_leader_chooser_choose (self, ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row))->id);
}

static void
row_activated_cb (ExLeaderChooser *self, guint position)
{
  choose_position (self, position);
}

/* Enter in the search takes the one that is first. */
static void
entry_activated_cb (ExLeaderChooser *self)
{
  choose_position (self, 0);
}

static void
none_clicked_cb (ExLeaderChooser *self)
{
  ex_leader_chooser_choose (self, NULL);
}

static void
also_clicked_cb (ExLeaderChooser *self)
{
  ex_leader_chooser_choose (self, self->also_id);
}

/* --- the list ---------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
list_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = list_label ("caption");

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), list_label (NULL));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ExRow *row = gtk_list_item_get_item (item);
  const ExLeader *leader = ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row));
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *caption = leader->title != NULL ? leader->title : leader->unit != NULL ? leader->unit : leader->id;

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), leader->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), caption);
}

static GtkWidget *
list_new (ExLeaderChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Leaders"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (row_activated_cb), self);
  ex_tab_leaves (self->list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, LIST_HEIGHT);
  return scroller;
}

static void
build_popover (ExLeaderChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *none = gtk_button_new_with_label (self->none);

  self->entry = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search leaders"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  gtk_widget_add_css_class (none, "flat");
  g_signal_connect_swapped (none, "clicked", G_CALLBACK (none_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), list_new (self));
  if (self->also_id != NULL)
    {
      GtkWidget *also = gtk_button_new_with_label (self->also_name);

      gtk_widget_add_css_class (also, "flat");
      g_signal_connect_swapped (also, "clicked", G_CALLBACK (also_clicked_cb), self);
      gtk_box_append (GTK_BOX (box), also);
    }
  gtk_box_append (GTK_BOX (box), none);
  gtk_widget_set_visible (none, !self->never_none);

  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
}

static void
opened_cb (ExLeaderChooser *self)
{
  if (self->entry == NULL)
    build_popover (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search (self);
  gtk_widget_grab_focus (self->entry);
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------- */

static void
ex_leader_chooser_dispose (GObject *object)
{
  ExLeaderChooser *self = EX_LEADER_CHOOSER (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->not_below, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->none, g_free);
  g_clear_pointer (&self->also_id, g_free);
  g_clear_pointer (&self->also_name, g_free);
  G_OBJECT_CLASS (ex_leader_chooser_parent_class)->dispose (object);
}

static void
ex_leader_chooser_class_init (ExLeaderChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_leader_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", EX_TYPE_LEADER_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ex_leader_chooser_init (ExLeaderChooser *self)
{
  self->rows = ex_rows_new ();
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->name, BUTTON_CHARS);
  self->popover = gtk_popover_new ();
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (opened_cb), self);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), GTK_WIDGET (self->name));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
ex_leader_chooser_new (const char *label, const char *none)
{
  ExLeaderChooser *self = g_object_new (EX_TYPE_LEADER_CHOOSER, NULL);

  self->label = g_strdup (label);
  self->none = g_strdup (none);
  show_chosen (self);
  return GTK_WIDGET (self);
}

void
ex_leader_chooser_fill (ExLeaderChooser *self, ExCompany *company, const char *not_below, const char *chosen)
{
  g_return_if_fail (EX_IS_LEADER_CHOOSER (self));

  ex_rows_set (self->rows, NULL, NULL);
  g_clear_pointer (&self->company, ex_company_unref);
  self->company = ex_company_ref (company);
  g_free (self->not_below);
  self->not_below = g_strdup (not_below);
  g_free (self->chosen);
  self->chosen = g_strdup (chosen);
  show_chosen (self);
}

const char *
ex_leader_chooser_get_id (ExLeaderChooser *self)
{
  g_return_val_if_fail (EX_IS_LEADER_CHOOSER (self), NULL);
  return self->chosen;
}

void
ex_leader_chooser_never_none (ExLeaderChooser *self)
{
  g_return_if_fail (EX_IS_LEADER_CHOOSER (self));

  self->never_none = TRUE;
}

void
ex_leader_chooser_also (ExLeaderChooser *self, const char *id, const char *name)
{
  g_return_if_fail (EX_IS_LEADER_CHOOSER (self));

  g_free (self->also_id);
  g_free (self->also_name);
  self->also_id = g_strdup (id);
  self->also_name = g_strdup (name);
  show_chosen (self);
}
