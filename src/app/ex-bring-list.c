#include "config.h"

#include "ex-bring-list.h"

#include "ex-bring-words.h"
#include "ex-rows.h"
#include "ex-tab-leaves.h"

#include <glib/gi18n.h>
#include <string.h>

/* A row is an objective, or with this bit the leader whose objectives follow. */
#define LEADER_ROW (1u << 31)

struct _ExBringList
{
  GtkWidget  parent_instance;

  ExCompany *company;
  ExCycle   *to;
  ExRows    *rows;
  char      *text;      /* searched for, folded */
  gboolean  *chosen;    /* [objectives] */
  gboolean  *forbidden; /* [leaders] */
  GPtrArray *bound;     /* (element-type GtkListItem) in view */
  gboolean   filling;   /* check boxes, not by the user's hand */

  GtkWidget *scroller;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExBringList, ex_bring_list, GTK_TYPE_WIDGET)

static gboolean
is_leader (guint index)
{
  return (index & LEADER_ROW) != 0;
}

static guint
leader_of (ExBringList *self, guint objective)
{
  return (guint) ex_company_find_leader (self->company, ex_company_get_objective (self->company, objective)->leader_id);
}

/* --- what is chosen ----------------------------------------------------------------------------------------------------- */

/* How many of a leader's objectives are chosen. */
static guint
count_of (ExBringList *self, guint leader, guint *n)
{
  const guint *own = ex_company_leader_objectives (self->company, leader, n);
  guint count = 0;

  for (guint i = 0; i < *n; i++)
    count += self->chosen[own[i]];
  return count;
}

static void
choose (ExBringList *self, guint index, gboolean chosen)
{
  guint leader = is_leader (index) ? index & ~LEADER_ROW : leader_of (self, index);
  guint n;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);

  if (self->forbidden[leader])
    return;
  if (!is_leader (index))
    self->chosen[index] = chosen;
  else
    for (guint i = 0; i < n; i++)
      self->chosen[own[i]] = chosen;
}

/* --- rows -------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
check_of (GtkListItem *item)
{
  return gtk_widget_get_first_child (gtk_list_item_get_child (item));
}

static guint
index_of (GtkListItem *item)
{
  return ex_row_get_index (gtk_list_item_get_item (item));
}

static void
show_check (ExBringList *self, GtkListItem *item)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (check_of (item));
  guint index = index_of (item), leader = is_leader (index) ? index & ~LEADER_ROW : leader_of (self, index), n = 0, count = 0;

  if (is_leader (index))
    count = count_of (self, leader, &n);
  self->filling = TRUE;
  gtk_check_button_set_active (check, is_leader (index) ? count == n : self->chosen[index]);
  gtk_check_button_set_inconsistent (check, count > 0 && count < n);
  gtk_widget_set_sensitive (gtk_list_item_get_child (item), !self->forbidden[leader]);
  self->filling = FALSE;
}

static void
show_checks (ExBringList *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_check (self, g_ptr_array_index (self->bound, i));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_wholly_chosen (ExBringList *self, guint index)
{
  guint n;

  return is_leader (index) ? count_of (self, index & ~LEADER_ROW, &n) == n : self->chosen[index];
}

static void
toggled_cb (GtkListItem *item, GtkCheckButton *check)
{
  ExBringList *self = EX_BRING_LIST (gtk_widget_get_ancestor (GTK_WIDGET (check), EX_TYPE_BRING_LIST));

  if (self == NULL || self->filling || gtk_list_item_get_item (item) == NULL)
    return;
  choose (self, index_of (item), gtk_check_button_get_active (check));
  show_checks (self);
}

/* Enter, or a click anywhere in the row. */
static void
activate_cb (ExBringList *self, guint position)
{
  g_autoptr (ExRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row == NULL)
    return;
  choose (self, ex_row_get_index (row), !is_wholly_chosen (self, ex_row_get_index (row)));
  show_checks (self);
}

static GtkWidget *
label_new (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *caption = label_new ("caption");

  /* The row has the keyboard: Enter checks it. */
  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label_new (NULL));
  gtk_box_append (GTK_BOX (words), caption);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

/* (transfer full) the smaller words of a row */
static char *
caption_of (ExBringList *self, guint index)
{
  const ExLeader *leader;

  if (!is_leader (index))
    return ex_bring_describe (ex_company_get_objective (self->company, index), ex_company_get_reading (self->company, index),
                              ex_company_get_cycle (self->company), self->to);
  leader = ex_company_get_leader (self->company, index & ~LEADER_ROW);
  return self->forbidden[index & ~LEADER_ROW] ? ex_bring_forbidden (leader, self->to) : g_strdup (leader->title);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ExBringList *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *words = gtk_widget_get_last_child (box);
  GtkWidget *title = gtk_widget_get_first_child (words), *caption = gtk_widget_get_last_child (words);
  guint index = index_of (item);
  const char *name = is_leader (index) ? ex_company_get_leader (self->company, index & ~LEADER_ROW)->name
                     : ex_company_get_objective (self->company, index)->title;
  g_autofree char *more = caption_of (self, index);

  gtk_label_set_text (GTK_LABEL (title), name);
  if (is_leader (index))
    gtk_widget_add_css_class (title, "heading");
  else
    gtk_widget_remove_css_class (title, "heading");
  gtk_widget_set_margin_start (box, is_leader (index) ? 0 : 24);
  gtk_label_set_text (GTK_LABEL (caption), more != NULL ? more : "");
  gtk_widget_set_visible (caption, more != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check_of (item)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_ptr_array_add (self->bound, item);
  show_check (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ExBringList *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* --- what is shown ------------------------------------------------------------------------------------------------------- */

static gboolean
has_words (const char *text, const char *folded)
{
  g_autofree char *haystack = g_utf8_casefold (text, -1);

  return strstr (haystack, folded) != NULL;
}

/* Appends the leader's row and those of the objectives that fit. */
static void
append_leader (ExBringList *self, GArray *indexes, guint leader)
{
  guint n, header = leader | LEADER_ROW, before = indexes->len;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);
  gboolean whole = self->text == NULL || has_words (ex_company_get_leader (self->company, leader)->name, self->text);

  g_array_append_val (indexes, header);
  for (guint i = 0; i < n; i++)
    if (whole || has_words (ex_company_get_objective (self->company, own[i])->title, self->text))
      g_array_append_val (indexes, own[i]);
  if (indexes->len == before + 1)
    g_array_set_size (indexes, before);
}

static void
show_rows (ExBringList *self)
{
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  const ExTree *tree = self->company != NULL ? ex_company_get_tree (self->company) : NULL;

  for (guint i = 0; tree != NULL && i < tree->n; i++)
    append_leader (self, indexes, tree->order[i]);
  ex_rows_set (self->rows, self->company, indexes);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------- */

static void
forget (ExBringList *self)
{
  ex_rows_set (self->rows, NULL, NULL);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->to, ex_cycle_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->forbidden, g_free);
}

static void
ex_bring_list_dispose (GObject *object)
{
  ExBringList *self = EX_BRING_LIST (object);

  if (self->rows != NULL)
    forget (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (ex_bring_list_parent_class)->dispose (object);
}

static void
ex_bring_list_finalize (GObject *object)
{
  g_ptr_array_unref (EX_BRING_LIST (object)->bound);
  G_OBJECT_CLASS (ex_bring_list_parent_class)->finalize (object);
}

static void
ex_bring_list_class_init (ExBringListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_bring_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ex_bring_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", EX_TYPE_BRING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ex_bring_list_init (ExBringList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  self->rows = ex_rows_new ();
  self->bound = g_ptr_array_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "rich-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Objectives to bring along"), -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (activate_cb), self);
  ex_tab_leaves (list);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
ex_bring_list_new (void)
{
  return g_object_new (EX_TYPE_BRING_LIST, NULL);
}

static void
choose_usual (ExBringList *self)
{
  self->chosen = g_new0 (gboolean, ex_company_n_objectives (self->company));
  self->forbidden = g_new0 (gboolean, ex_company_n_leaders (self->company));
  for (guint i = 0; i < ex_company_n_leaders (self->company); i++)
    {
      g_autofree char *why = ex_bring_forbidden (ex_company_get_leader (self->company, i), self->to);

      self->forbidden[i] = why != NULL;
    }
  for (guint i = 0; i < ex_company_n_objectives (self->company); i++)
    self->chosen[i] = !self->forbidden[leader_of (self, i)];
}

void
ex_bring_list_show (ExBringList *self, ExCompany *company, const ExCycle *to)
{
  g_return_if_fail (EX_IS_BRING_LIST (self));

  forget (self);
  self->to = ex_cycle_copy (to);
  if (company != NULL)
    {
      self->company = ex_company_ref (company);
      choose_usual (self);
    }
  show_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ex_bring_list_search (ExBringList *self, const char *text)
{
  g_return_if_fail (EX_IS_BRING_LIST (self));

  g_free (self->text);
  self->text = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  show_rows (self);
}

void
ex_bring_list_choose_all (ExBringList *self, gboolean chosen)
{
  g_return_if_fail (EX_IS_BRING_LIST (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (ExRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (!is_leader (ex_row_get_index (row)))
        choose (self, ex_row_get_index (row), chosen);
    }
  show_checks (self);
}

guint
ex_bring_list_n_all (ExBringList *self)
{
  g_return_val_if_fail (EX_IS_BRING_LIST (self), 0);

  return self->company != NULL ? ex_company_n_objectives (self->company) : 0;
}

guint
ex_bring_list_n_chosen (ExBringList *self)
{
  guint n = 0;

  for (guint i = 0; i < ex_bring_list_n_all (self); i++)
    n += self->chosen[i];
  return n;
}

char **
ex_bring_list_get_chosen (ExBringList *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < ex_bring_list_n_all (self); i++)
    if (self->chosen[i])
      g_strv_builder_add (builder, ex_company_get_objective (self->company, i)->id);
  return g_strv_builder_end (builder);
}
