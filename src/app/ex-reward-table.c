#include "config.h"

#include "ex-reward-table.h"

#include "core/ex-format.h"
#include "ex-columns.h"
#include "ex-export-rows.h"
#include "ex-reward-columns.h"
#include "ex-reward-rows.h"
#include "ex-sort-button.h"
#include "ex-tab-leaves.h"

#include <glib/gi18n.h>

/* Up to here a search is answered at once, and the table does not flicker; beyond it has a thread. */
#define ANSWERED_AT_ONCE 500
#define LEAST_HEIGHT 120
#define TABLE_HEIGHT 420

struct _ExRewardTable
{
  GtkBox              parent_instance;

  ExRewards          *rewards; /* (nullable) */
  ExCompany          *company;
  ExRewardRows       *rows;
  GtkSingleSelection *selection;
  GCancellable       *searching;
  char               *text;    /* searched for */

  GtkWidget          *bar;
  GtkLabel           *count;
  GtkColumnView      *table;
  GtkWidget          *nothing_found;
  GtkLabel           *total;
  GtkLabel           *total_words;
};

G_DEFINE_FINAL_TYPE (ExRewardTable, ex_reward_table, GTK_TYPE_BOX)

/* --- rows -------------------------------------------------------------------------------------------------------------------- */

static gboolean
is_searching (ExRewardTable *self)
{
  return self->text != NULL && *self->text != '\0';
}

/* Of the rows in view when something is searched for: then the foot says that it is not all. */
static void
show_total (ExRewardTable *self, const GArray *indexes)
{
  gint64 sum = 0;
  guint without = 0;
  g_autofree char *figure = NULL;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < indexes->len; i++)
    {
      const ExReward *reward = g_ptr_array_index (self->rewards->rewards, g_array_index (indexes, guint, i));

      sum += reward->target >= 0 ? reward->reward : 0;
      without += reward->target < 0;
    }
  figure = ex_format_money (is_searching (self) ? sum : self->rewards->total, self->rewards->currency);
  number = ex_format_integer (without);
  if (without > 0)
    words = g_strdup_printf (ngettext ("%s leader has no incentive target, and no reward.", "%s leaders have no incentive target, and no reward.", without),
                             number);
  gtk_label_set_text (self->total, figure);
  gtk_label_set_text (self->total_words, words != NULL ? words : "");
}

static guint
first_in_view (ExRewardTable *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table));
  double height = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment);

  return height > 0 ? (guint) (gtk_adjustment_get_value (adjustment) / height * g_list_model_get_n_items (G_LIST_MODEL (self->rows))) : 0;
}

/* @indexes are taken. */
static void
take_rows (ExRewardTable *self, ExRewards *rewards, GArray *indexes)
{
  g_autofree char *found = ex_format_integer (indexes->len);
  g_autofree char *all = ex_format_integer (rewards->rewards->len);
  g_autofree char *words = is_searching (self) ? g_strdup_printf (_("%s of %s statements"), found, all)
                           : g_strdup_printf (ngettext ("%s statement", "%s statements", rewards->rewards->len), all);
  guint selected = gtk_single_selection_get_selected (self->selection);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (self->nothing_found, indexes->len == 0);
  show_total (self, indexes);
  if (ex_reward_rows_update (self->rows, rewards, indexes, first_in_view (self)))
    {
      g_array_unref (indexes);
      return;
    }
  /* Without an old row to look for: it would be looked for in every new one. */
  gtk_single_selection_set_model (self->selection, NULL);
  ex_reward_rows_set (self->rows, rewards, indexes);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  if (selected < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    gtk_single_selection_set_selected (self->selection, selected);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExRewardTable) self = data;
  GArray *indexes = ex_reward_rows_find_finish (result);

  if (indexes == NULL)
    return;
  if (self->rewards != NULL)
    take_rows (self, self->rewards, indexes);
  else
    g_array_unref (indexes);
}

static void
update_rows (ExRewardTable *self)
{
  int order = 0;
  gboolean descending = FALSE;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->rewards == NULL)
    {
      ex_reward_rows_set (self->rows, NULL, NULL);
      return;
    }
  ex_columns_get_sort (self->table, &order, &descending);
  if (order < 0)
    order = 0;
  if (self->rewards->rewards->len <= ANSWERED_AT_ONCE)
    {
      take_rows (self, self->rewards, ex_reward_rows_find (self->rewards, self->company, self->text, order, descending));
      return;
    }
  self->searching = g_cancellable_new ();
  ex_reward_rows_find_async (self->rewards, self->company, self->text, order, descending, self->searching, found_cb, g_object_ref (self));
}

static void
activate_cb (ExRewardTable *self, guint position)
{
  g_autoptr (ExRewardRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL)
    g_signal_emit_by_name (self, "statement", ex_reward_row_get (row)->leader_id);
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------- */

static void
ex_reward_table_dispose (GObject *object)
{
  ExRewardTable *self = EX_REWARD_TABLE (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->rewards, ex_rewards_unref);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (ex_reward_table_parent_class)->dispose (object);
}

static void
ex_reward_table_class_init (ExRewardTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_reward_table_dispose;
  g_signal_new ("statement", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
label_new (const char *words, gboolean expand, const char * const *classes)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "hexpand", expand, "wrap", expand,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

static void
add_bar (ExRewardTable *self)
{
  GtkWidget *heading = label_new (_("Statements"), TRUE, (const char *[]) { "heading", NULL });

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->count = GTK_LABEL (label_new ("", FALSE, (const char *[]) { "caption", "dim-label", "numeric", NULL }));
  gtk_box_append (GTK_BOX (self->bar), heading);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self), self->bar);
}

static void
add_table (ExRewardTable *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *scroller = gtk_scrolled_window_new ();

  self->rows = ex_reward_rows_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_column_view_set_show_row_separators (self->table, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Statements"), -1);
  ex_reward_columns_append (self->table);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->table));
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), TABLE_HEIGHT);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  self->nothing_found = label_new (_("Nobody fits"), FALSE, (const char *[]) { "dim-label", NULL });
  gtk_widget_set_halign (self->nothing_found, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->nothing_found, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (self->nothing_found, FALSE);
  gtk_widget_set_visible (self->nothing_found, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->nothing_found);
  gtk_box_append (GTK_BOX (self), overlay);
  gtk_box_append (GTK_BOX (self->bar), ex_sort_button_new (self->table));
  ex_columns_watch (self->table, GTK_SCROLLED_WINDOW (scroller));
  ex_tab_leaves (GTK_WIDGET (self->table));
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
}

static void
add_total (ExRewardTable *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->total_words = GTK_LABEL (label_new ("", TRUE, (const char *[]) { "caption", "dim-label", NULL }));
  self->total = GTK_LABEL (label_new ("", FALSE, (const char *[]) { "numeric", "heading", NULL }));
  gtk_widget_set_margin_start (foot, 9);
  gtk_widget_set_margin_end (foot, 9);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->total_words));
  gtk_box_append (GTK_BOX (foot), label_new (_("Total"), FALSE, (const char *[]) { "heading", NULL }));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->total));
  gtk_box_append (GTK_BOX (self), foot);
}

static void
ex_reward_table_init (ExRewardTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  add_bar (self);
  add_table (self);
  add_total (self);
}

void
ex_reward_table_show (ExRewardTable *self, ExRewards *rewards, ExCompany *company)
{
  g_return_if_fail (EX_IS_REWARD_TABLE (self));

  if (rewards == self->rewards && company == self->company)
    return;
  if (rewards != NULL)
    ex_rewards_ref (rewards);
  g_clear_pointer (&self->rewards, ex_rewards_unref);
  self->rewards = rewards;
  if (company != NULL)
    ex_company_ref (company);
  g_clear_pointer (&self->company, ex_company_unref);
  self->company = company;
  update_rows (self);
}

/* The page is longer than the window: who searches wants to see what is found. */
static void
scroll_into_view (ExRewardTable *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  graphene_point_t top;

  if (adjustment != NULL && gtk_widget_compute_point (GTK_WIDGET (self), scroller, &GRAPHENE_POINT_INIT (0, 0), &top))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top.y);
}

void
ex_reward_table_set_search (ExRewardTable *self, const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  g_return_if_fail (EX_IS_REWARD_TABLE (self));

  if (g_str_equal (words, self->text != NULL ? self->text : ""))
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&words);
  update_rows (self);
  if (is_searching (self))
    scroll_into_view (self);
}

void
ex_reward_table_focus (ExRewardTable *self)
{
  g_return_if_fail (EX_IS_REWARD_TABLE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

ExExport *
ex_reward_table_get_export (ExRewardTable *self, ExSession *session)
{
  int order = 0;
  gboolean descending = FALSE;

  g_return_val_if_fail (EX_IS_REWARD_TABLE (self), NULL);

  ex_columns_get_sort (self->table, &order, &descending);
  return self->rewards != NULL ? ex_export_rewards (session, self->rewards, self->text, MAX (order, 0), descending) : NULL;
}
