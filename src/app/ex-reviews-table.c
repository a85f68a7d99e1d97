#include "config.h"

#include "ex-reviews-table.h"

#include "core/ex-format.h"
#include "ex-columns.h"
#include "ex-export-rows.h"
#include "ex-review-columns.h"
#include "ex-review-filters.h"
#include "ex-review-query.h"
#include "ex-review-words.h"
#include "ex-row-toggle.h"
#include "ex-sort-button.h"
#include "ex-tab-leaves.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Up to here a query is answered within a millisecond or two, and the table does not flicker; beyond it has a thread. */
#define ANSWERED_AT_ONCE 2000

struct _ExReviewsTable
{
  GtkWidget          parent_instance;

  ExSession         *session;
  ExReviewsShown     shown;      /* what the rows are of */
  ExRows            *found;      /* the flat list */
  GtkMultiSelection *selection;
  GCancellable      *searching;
  char              *text;
  int                level;

  GtkWidget         *tools;
  ExReviewFilters   *filters;
  GtkLabel          *count;
  GtkWidget         *branches;   /* the buttons that open and close everybody */
  GtkWidget         *scroller;
  GtkColumnView     *table;
  GtkWidget         *nothing_found;
};

enum { SELECTED, OPENED, CLEARED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExReviewsTable, ex_reviews_table, GTK_TYPE_WIDGET)

/* --- what is selected ------------------------------------------------------------------------------------------------------------ */

GArray *
ex_reviews_table_get_selected (ExReviewsTable *self)
{
  GArray *leaders = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (EX_IS_REVIEWS_TABLE (self), leaders);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more; more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
      g_autoptr (ExRow) row = item != NULL ? ex_leader_tree_row (item) : NULL;
      guint index = row != NULL ? ex_row_get_index (row) : 0;

      if (row != NULL)
        g_array_append_val (leaders, index);
    }
  return leaders;
}

/* (transfer full) (element-type utf8) ids */
static GHashTable *
selected_ids (ExReviewsTable *self)
{
  g_autoptr (GArray) leaders = ex_reviews_table_get_selected (self);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < leaders->len && self->shown.reviews != NULL; i++)
    g_hash_table_add (ids, g_strdup (ex_company_get_leader (ex_reviews_get_company (self->shown.reviews), g_array_index (leaders, guint, i))->id));
  return ids;
}

/* @flat: (nullable) the leaders of the rows; NULL: the tree. */
static void
select_ids (ExReviewsTable *self, GHashTable *ids, const GArray *flat)
{
  const ExCompany *company = ex_reviews_get_company (self->shown.reviews);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (ids) == 0)
    return;
  g_hash_table_iter_init (&iter, ids);
  while (flat == NULL && g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint position = ex_leader_tree_find (self->shown.tree, id);

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (selected, position);
    }
  for (guint i = 0; flat != NULL && i < flat->len; i++)
    if (g_hash_table_contains (ids, ex_company_get_leader (company, g_array_index (flat, guint, i))->id))
      gtk_bitset_add (selected, i);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
}

static void
selection_changed_cb (ExReviewsTable *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

/* --- what is shown ---------------------------------------------------------------------------------------------------------------- */

static gboolean
is_searching (ExReviewsTable *self)
{
  return self->text != NULL && *self->text != '\0';
}

static guint
count_shown (const GArray *parents)
{
  guint n = 0;

  for (guint i = 0; i < parents->len; i++)
    n += g_array_index (parents, int, i) != EX_NOT_SHOWN;
  return n;
}

static void
show_count (ExReviewsTable *self, guint found, guint total)
{
  g_autofree char *found_text = ex_format_integer (found);
  g_autofree char *total_text = ex_format_integer (total);
  g_autofree char *words = found == total
                           ? g_strdup_printf (ngettext ("%s leader", "%s leaders", total), total_text)
                           /* Translators: how many of all are shown, "12 of 60 leaders" */
                           : g_strdup_printf (_("%s of %s leaders"), found_text, total_text);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (self->nothing_found, found == 0 && total > 0);
}

/* The rows that are there belong to the reviews before these. */
static void
take_reviews (ExReviewsTable *self, ExReviews *reviews)
{
  ExReviews *before = self->shown.reviews;

  self->shown.reviews = ex_reviews_ref (reviews);
  if (before == NULL)
    return;
  ex_rows_let_go (ex_company_ref (ex_reviews_get_company (before)));
  ex_reviews_unref (before);
}

static void
show_tree (ExReviewsTable *self, ExReviews *reviews, const GArray *parents)
{
  g_autoptr (GHashTable) selected = selected_ids (self);
  g_autoptr (GListModel) model = NULL;
  guint total = count_shown (parents);

  take_reviews (self, reviews);
  /* A leader begins with those whom they review; HR with the tops and who is right below. */
  ex_leader_tree_set_tops_open (self->shown.tree, ex_review_viewer (self->session) == EX_NOBODY);
  model = ex_leader_tree_build (self->shown.tree, ex_reviews_get_company (reviews), parents, NULL);
  gtk_multi_selection_set_model (self->selection, model);
  ex_rows_set (self->found, NULL, NULL);
  select_ids (self, selected, NULL);
  gtk_widget_set_visible (self->branches, TRUE);
  show_count (self, total, total);
  selection_changed_cb (self);
}

/* Takes @leaders. */
static void
show_flat (ExReviewsTable *self, ExReviews *reviews, const GArray *parents, GArray *leaders)
{
  g_autoptr (GHashTable) selected = selected_ids (self);
  g_autoptr (GArray) kept = g_array_ref (leaders);

  take_reviews (self, reviews);
  gtk_multi_selection_set_model (self->selection, NULL);
  ex_rows_set (self->found, ex_reviews_get_company (reviews), leaders);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->found));
  select_ids (self, selected, kept);
  gtk_widget_set_visible (self->branches, FALSE);
  show_count (self, kept->len, count_shown (parents));
  selection_changed_cb (self);
}

typedef struct
{
  ExReviewsTable *table;
  ExReviews      *reviews;
  GArray         *parents;
} Search;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;
  GArray *leaders = ex_query_run_finish (result, NULL);

  if (leaders != NULL && search->table->session != NULL)
    show_flat (search->table, search->reviews, search->parents, leaders);
  else
    g_clear_pointer (&leaders, g_array_unref);
  g_object_unref (search->table);
  ex_reviews_unref (search->reviews);
  g_array_unref (search->parents);
  g_free (search);
}

static void
search_in_thread (ExReviewsTable *self, const ExQuery *query)
{
  Search *search = g_new (Search, 1);

  *search = (Search) { g_object_ref (self), ex_reviews_ref (query->reviews), g_array_ref (query->parents) };
  self->searching = g_cancellable_new ();
  ex_query_run_async (query, ex_reviews_get_company (query->reviews), self->searching, answered_cb, search);
}

/* TRUE: it is a flat list, not the tree. @query has its reviews and parents. */
static gboolean
fill_query (ExReviewsTable *self, ExQuery *query)
{
  gboolean flat = ex_review_filters_apply (self->filters, query) || is_searching (self) || self->level >= 0;
  int order;
  gboolean sorted = ex_columns_get_sort (self->table, &order, &query->descending);

  query->text = self->text;
  query->level = self->level;
  query->order = sorted ? (ExReviewOrder) order : EX_REVIEWS_BY_ID;
  return flat || sorted;
}

static void
update (ExReviewsTable *self)
{
  ExReviews *reviews = self->session != NULL ? ex_session_get_reviews (self->session) : NULL;
  ExQuery query = { .kind = &ex_review_query, .reviews = reviews };
  g_autoptr (GArray) parents = NULL;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (reviews == NULL)
    return;
  parents = ex_review_parents (reviews, ex_review_viewer (self->session));
  query.parents = parents;
  ex_review_filters_fill (self->filters, reviews, parents, ex_review_viewer (self->session));

  if (!fill_query (self, &query))
    show_tree (self, reviews, parents);
  else if (ex_company_n_leaders (ex_reviews_get_company (reviews)) <= ANSWERED_AT_ONCE)
    show_flat (self, reviews, parents, ex_query_run (&query, ex_reviews_get_company (reviews)));
  else
    search_in_thread (self, &query);
}

ExExport *
ex_reviews_table_get_export (ExReviewsTable *self)
{
  ExReviews *reviews = self->session != NULL ? ex_session_get_reviews (self->session) : NULL;
  ExQuery query = { .kind = &ex_review_query, .reviews = reviews };
  g_autoptr (GArray) parents = reviews != NULL ? ex_review_parents (reviews, ex_review_viewer (self->session)) : NULL;
  gboolean flat;

  if (reviews == NULL)
    return NULL;
  query.parents = parents;
  flat = fill_query (self, &query);
  return ex_export_reviews (self->session, _("Reviews"), &query, !flat);
}

/* --- the tree by button and by key ---------------------------------------------------------------------------------------------------- */

static void
open_all_cb (ExReviewsTable *self)
{
  ex_leader_tree_open_all (self->shown.tree, ex_session_get_company (self->session));
  update (self);
}

static void
close_all_cb (ExReviewsTable *self)
{
  ex_leader_tree_close_all (self->shown.tree);
  update (self);
}

static void
show_all_cb (ExReviewsTable *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
}

/* (nullable) of the row that has the focus */
static GtkTreeExpander *
find_expander (GtkWidget *widget)
{
  if (GTK_IS_TREE_EXPANDER (widget))
    return GTK_TREE_EXPANDER (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkTreeExpander *found = find_expander (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Right opens the leader whose row has the focus, Left closes them; the other way round where text runs from right to left. */
static gboolean
key_pressed_cb (ExReviewsTable *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean open = key == (rtl ? GDK_KEY_Left : GDK_KEY_Right) || key == GDK_KEY_plus || key == GDK_KEY_KP_Add;
  gboolean close = key == (rtl ? GDK_KEY_Right : GDK_KEY_Left) || key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract;
  GtkTreeExpander *expander;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !(open || close) || focus == NULL)
    return GDK_EVENT_PROPAGATE;
  expander = gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table)) ? find_expander (focus) : NULL;
  if (expander == NULL || gtk_tree_expander_get_list_row (expander) == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_tree_list_row_set_expanded (gtk_tree_expander_get_list_row (expander), open);
  return GDK_EVENT_STOP;
}

static void
init_keys (ExReviewsTable *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->table), controller);
}

static void
row_activated_cb (ExReviewsTable *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (ExRow) row = item != NULL ? ex_leader_tree_row (item) : NULL;

  if (row != NULL)
    g_signal_emit (self, signals[OPENED], 0, ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row))->id);
}

/* --- the widget -------------------------------------------------------------------------------------------------------------------------- */

static void
ex_reviews_table_dispose (GObject *object)
{
  ExReviewsTable *self = EX_REVIEWS_TABLE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_pointer (&self->shown.tree, ex_leader_tree_free);
  g_clear_pointer (&self->shown.reviews, ex_reviews_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (ex_reviews_table_parent_class)->dispose (object);
}

static void
ex_reviews_table_class_init (ExReviewsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_reviews_table_dispose;
  signals[SELECTED] = g_signal_new ("selected", EX_TYPE_REVIEWS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", EX_TYPE_REVIEWS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLEARED] = g_signal_new ("cleared", EX_TYPE_REVIEWS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (EX_TYPE_REVIEW_FILTERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/reviews-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ExReviewsTable, tools);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsTable, filters);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsTable, count);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsTable, branches);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsTable, table);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsTable, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
ex_reviews_table_init (ExReviewsTable *self)
{
  self->level = -1;
  self->shown.tree = ex_leader_tree_new ();
  self->found = ex_rows_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  ex_review_columns_append (self->table, &self->shown);
  gtk_box_append (GTK_BOX (self->tools), ex_sort_button_new (self->table));
  self->selection = gtk_multi_selection_new (NULL);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  ex_columns_watch (self->table, GTK_SCROLLED_WINDOW (self->scroller));
  ex_tab_leaves (GTK_WIDGET (self->table));
  ex_row_toggle_add (self->table);
  init_keys (self);
}

/* --- doors -------------------------------------------------------------------------------------------------------------------------------- */

void
ex_reviews_table_show (ExReviewsTable *self, ExSession *session)
{
  g_return_if_fail (EX_IS_REVIEWS_TABLE (self));
  g_return_if_fail (EX_IS_SESSION (session));

  g_set_object (&self->session, session);
  update (self);
}

void
ex_reviews_table_set_text (ExReviewsTable *self, const char *text)
{
  g_return_if_fail (EX_IS_REVIEWS_TABLE (self));

  g_free (self->text);
  self->text = g_strdup (text);
  update (self);
}

void
ex_reviews_table_set_level (ExReviewsTable *self, int level)
{
  g_return_if_fail (EX_IS_REVIEWS_TABLE (self));

  if (self->level == level)
    return;
  self->level = level;
  update (self);
}

void
ex_reviews_table_clear (ExReviewsTable *self)
{
  g_return_if_fail (EX_IS_REVIEWS_TABLE (self));

  gtk_column_view_sort_by_column (self->table, NULL, GTK_SORT_ASCENDING);
  ex_review_filters_clear (self->filters);
}

ExReviews *
ex_reviews_table_get_reviews (ExReviewsTable *self)
{
  g_return_val_if_fail (EX_IS_REVIEWS_TABLE (self), NULL);

  return self->shown.reviews;
}

void
ex_reviews_table_unselect (ExReviewsTable *self)
{
  g_return_if_fail (EX_IS_REVIEWS_TABLE (self));

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

void
ex_reviews_table_focus (ExReviewsTable *self)
{
  g_return_if_fail (EX_IS_REVIEWS_TABLE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}
