#include "config.h"

#include "ex-asset-segments.h"

#include "core/ex-format.h"
#include "ex-asset-table.h"
#include "ex-columns.h"
#include "ex-export-rows.h"
#include "ex-lazy-rows.h"
#include "ex-segment-order.h"
#include "ex-tab-leaves.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define AT_ONCE 500        /* as many are put in order without a thread */
#define SEARCHED_FROM 12   /* fewer need no search */

struct _ExAssetSegments
{
  GtkWidget          parent_instance;

  ExAssetLook       *look;
  ExMeasure          measure;
  GCancellable      *ordering;
  GtkSingleSelection *selection;

  GtkWidget         *box;
  GtkLabel          *span;
  GtkLabel          *sentence;
  GtkSearchEntry    *search;
  GtkStack          *stack;
  GtkColumnView     *table;
};

G_DEFINE_FINAL_TYPE (ExAssetSegments, ex_asset_segments, GTK_TYPE_WIDGET)

enum { SEGMENT_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- rows ---------------------------------------------------------------------------------------------------------------- */

static gpointer
row_of (gpointer data, guint index)
{
  const ExAssetLook *look = data;
  const ExSegmentMovement *segment = &g_array_index (look->segments, ExSegmentMovement, index);
  ExMovementRow *row = ex_movement_row_new (g_strdup (ex_asset_segment_name (look->asset, segment->segment)), &segment->movement);

  row->segment = segment->segment;
  row->provisional = look->provisional && !look->is_cycle;
  row->lifetime = ex_asset_look_lifetime (look, &segment->movement, NULL);
  return row;
}

/* Takes @indexes. */
static void
show_rows (ExAssetSegments *self, GArray *indexes)
{
  gboolean found = indexes->len > 0;
  g_autoptr (GListModel) rows = ex_lazy_rows_new (EX_TYPE_MOVEMENT_ROW, indexes, row_of, ex_asset_look_ref (self->look), (GDestroyNotify) ex_asset_look_unref);

  ex_asset_table_columns (self->table, EX_ASSET_TABLE_SEGMENTS, self->measure, self->look->currency);
  /* Without an old row to look for: it would be looked for in every new one. */
  gtk_single_selection_set_model (self->selection, NULL);
  gtk_single_selection_set_model (self->selection, rows);
  gtk_stack_set_visible_child_name (self->stack, found ? "table" : self->look->segments->len > 0 ? "not-found" : "none");
}

static void
ordered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExAssetSegments) self = data;
  GArray *indexes = ex_segment_order_run_finish (result, NULL);

  /* A cancelled one has no result; whoever cancelled it has begun another, or is gone. */
  if (indexes == NULL)
    return;
  g_clear_object (&self->ordering);
  if (self->look != NULL)
    show_rows (self, indexes);
  else
    g_array_unref (indexes);
}

/* By a title that was clicked, else the largest first. */
static ExSegmentOrder
order_of (ExAssetSegments *self)
{
  ExSegmentOrder order = { self->measure, ex_asset_table_closing_key (), TRUE, (char *) gtk_editable_get_text (GTK_EDITABLE (self->search)) };
  int key;
  gboolean descending;

  if (ex_columns_get_sort (self->table, &key, &descending))
    {
      order.key = key;
      order.descending = descending;
    }
  return order;
}

static void
put_in_order (ExAssetSegments *self)
{
  ExSegmentOrder order = order_of (self);

  g_cancellable_cancel (self->ordering);
  g_clear_object (&self->ordering);
  if (self->look == NULL)
    return;
  if (self->look->segments->len <= AT_ONCE)
    {
      show_rows (self, ex_segment_order_run (&order, self->look));
      return;
    }
  self->ordering = g_cancellable_new ();
  ex_segment_order_run_async (&order, self->look, self->ordering, ordered_cb, g_object_ref (self));
}

/* --- words ----------------------------------------------------------------------------------------------------------------- */

static guint
count_grown (const ExAssetLook *look, ExMeasure measure)
{
  guint grew = 0;

  for (guint i = 0; i < look->segments->len; i++)
    {
      const ExMovement *m = &g_array_index (look->segments, ExSegmentMovement, i).movement;

      grew += measure == EX_MEASURE_VALUE ? m->closing.value > m->opening.value : m->closing.customers > m->opening.customers;
    }
  return grew;
}

/* "3 of 5 segments grew." (transfer full) */
static char *
sentence_words (const ExAssetLook *look, ExMeasure measure)
{
  guint n = look->segments->len, grew = count_grown (look, measure);
  g_autofree char *all = ex_format_integer (n);
  g_autofree char *some = ex_format_integer (grew);

  if (n == 0)
    return g_strdup (_("No customer has a segment here."));
  if (grew == 0)
    return g_strdup (_("No segment grew."));
  if (grew == n)
    return g_strdup (_("Every segment grew."));
  /* Translators: how many of how many segments of customers */
  return g_strdup_printf (ngettext ("%s of %s segment grew.", "%s of %s segments grew.", n), some, all);
}

static void
show_words (ExAssetSegments *self)
{
  g_autofree char *sentence = sentence_words (self->look, self->measure);

  /* Translators: a span of time, and a currency: "Oct 2025 to Sep 2026, in EUR" */
  g_autofree char *span = self->measure == EX_MEASURE_VALUE ? g_strdup_printf (_("%s, in %s"), self->look->words, self->look->currency)
                                                            : g_strdup (self->look->words);

  gtk_label_set_text (self->span, span);
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->look->segments->len >= SEARCHED_FROM);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------- */

static void
activated_cb (ExAssetSegments *self, guint position)
{
  g_autoptr (ExMovementRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[SEGMENT_ACTIVATED], 0, row->segment);
}

static void
stop_search_cb (ExAssetSegments *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
ex_asset_segments_dispose (GObject *object)
{
  ExAssetSegments *self = EX_ASSET_SEGMENTS (object);

  g_cancellable_cancel (self->ordering);
  g_clear_object (&self->ordering);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->look, ex_asset_look_unref);
  G_OBJECT_CLASS (ex_asset_segments_parent_class)->dispose (object);
}

static void
ex_asset_segments_class_init (ExAssetSegmentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_asset_segments_dispose;
  signals[SEGMENT_ACTIVATED] = g_signal_new ("segment-activated", EX_TYPE_ASSET_SEGMENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/asset-segments.ui");
  gtk_widget_class_bind_template_child (widget_class, ExAssetSegments, box);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSegments, span);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSegments, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSegments, search);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSegments, stack);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSegments, table);
  gtk_widget_class_bind_template_callback (widget_class, put_in_order);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ex_asset_segments_init (ExAssetSegments *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (put_in_order), self, G_CONNECT_SWAPPED);
  ex_tab_leaves (GTK_WIDGET (self->table));
}

void
ex_asset_segments_show (ExAssetSegments *self, ExAssetLook *look, ExMeasure measure)
{
  g_return_if_fail (EX_IS_ASSET_SEGMENTS (self));
  g_return_if_fail (look != NULL);

  ex_asset_look_ref (look);
  g_clear_pointer (&self->look, ex_asset_look_unref);
  self->look = look;
  self->measure = measure;
  show_words (self);
  put_in_order (self);
}

ExExport *
ex_asset_segments_get_export (ExAssetSegments *self)
{
  ExSegmentOrder order;

  g_return_val_if_fail (EX_IS_ASSET_SEGMENTS (self), NULL);

  order = order_of (self);
  return self->look != NULL ? ex_export_segments (self->look, &order, FALSE) : NULL;
}
