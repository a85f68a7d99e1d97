#include "config.h"

#include "ex-lost-list.h"

#include "company/ex-movement-chart.h"
#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-figure.h"
#include "ex-row-group.h"
#include "store/ex-store-asset.h"

#include <glib/gi18n.h>

#define SHOWN 20

struct _ExLostList
{
  GtkWidget            parent_instance;

  GtkWidget           *box;
  ExChartPart         *chart;
  AdwPreferencesGroup *rows;
  GCancellable        *reading;
};

G_DEFINE_FINAL_TYPE (ExLostList, ex_lost_list, GTK_TYPE_WIDGET)

/* --- in the worker ---------------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  int       first, last;
  char     *reason;
  char     *span;
  char     *currency;
  ExMeasure measure;
} Request;

typedef struct
{
  ExChart   *chart;    /* (nullable) */
  GPtrArray *lost;     /* (element-type ExLostCustomer) the largest */
  guint      n;
  char      *currency;
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->reason);
  g_free (request->span);
  g_free (request->currency);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->chart);
  g_clear_pointer (&answer->lost, g_ptr_array_unref);
  g_free (answer->currency);
  g_free (answer);
}

static void
count_segment (GHashTable *by_segment, GArray *counts, const ExLostCustomer *lost)
{
  const char *key = lost->segment != NULL ? lost->segment : "";
  gpointer place;
  ExSegmentCount *count;

  if (!g_hash_table_lookup_extended (by_segment, key, NULL, &place))
    {
      const ExSegmentCount fresh = { lost->segment, { 0 } };

      place = GUINT_TO_POINTER (counts->len);
      g_array_append_val (counts, fresh);
      g_hash_table_insert (by_segment, (gpointer) key, place);
    }
  count = &g_array_index (counts, ExSegmentCount, GPOINTER_TO_UINT (place));
  count->count.customers++;
  count->count.value += lost->value;
}

static ExChart *
draw_segments (const GArray *counts, const Request *request)
{
  g_autofree char *subtitle = request->measure == EX_MEASURE_CUSTOMERS ? g_strdup_printf (_("Customers lost for this reason by segment, %s"), request->span)
                                                                       : g_strdup_printf (_("Value lost for this reason by segment, %s"), request->span);
  const ExSegmentCount *largest = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < counts->len; i++)
    {
      const ExSegmentCount *one = &g_array_index (counts, ExSegmentCount, i);
      gint64 amount = request->measure == EX_MEASURE_CUSTOMERS ? one->count.customers : one->count.value;

      if (largest == NULL || amount > (request->measure == EX_MEASURE_CUSTOMERS ? largest->count.customers : largest->count.value))
        largest = one;
    }
  if (largest == NULL || (counts->len == 1 && largest->segment == NULL))
    return NULL;
  title = g_strdup_printf (_("Most of them were in %s"), largest->segment != NULL ? largest->segment : _("Without a segment"));
  return ex_segment_counts_chart (counts, request->measure, request->currency, title, subtitle);
}

static gpointer
read_lost (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) all = ex_store_list_lost (store, request->first, request->last, *request->reason == '\0', NULL, 0, NULL, cancellable, error);
  g_autoptr (GHashTable) by_segment = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (ExSegmentCount));
  Answer *answer;

  if (all == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->lost = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_lost_customer_free);
  answer->currency = g_strdup (request->currency);
  for (guint i = 0; i < all->len; i++)
    {
      ExLostCustomer *lost = g_ptr_array_index (all, i);

      if (g_strcmp0 (lost->reason != NULL ? lost->reason : "", request->reason) == 0)
        count_segment (by_segment, counts, lost);
    }
  answer->chart = draw_segments (counts, request);
  for (guint i = 0; i < all->len; i++)
    {
      ExLostCustomer **lost = (ExLostCustomer **) &g_ptr_array_index (all, i);

      if (g_strcmp0 ((*lost)->reason != NULL ? (*lost)->reason : "", request->reason) == 0 && answer->n++ < SHOWN)
        g_ptr_array_add (answer->lost, g_steal_pointer (lost));
    }
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    ex_lost_customer_free (g_ptr_array_index (all, i));
  return answer;
}

/* --- in the window ---------------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
row_new (const ExLostCustomer *lost, const char *currency)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *value = gtk_label_new (NULL);
  g_autofree char *name = g_markup_escape_text (lost->customer, -1);
  g_autofree char *last = ex_period_to_label (lost->last, TRUE);
  g_autofree char *when = lost->segment != NULL ? g_strdup_printf (_("%s; last there in %s"), lost->segment, last) : g_strdup_printf (_("Last there in %s"), last);
  g_autofree char *markup = g_markup_escape_text (when, -1);
  g_autofree char *money = ex_format_money (lost->value, currency);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  ex_figure_set_text (GTK_LABEL (value), money);
  gtk_widget_add_css_class (value, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  return row;
}

static void
show_answer (ExLostList *self, const Answer *answer)
{
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->chart), answer->chart != NULL);
  if (answer->chart != NULL)
    ex_chart_part_set_chart (self->chart, answer->chart);
  ex_row_group_clear (self->rows);
  for (guint i = 0; i < answer->lost->len; i++)
    ex_row_group_add (self->rows, row_new (g_ptr_array_index (answer->lost, i), answer->currency));
  title = answer->n > answer->lost->len ? g_strdup_printf (_("The %u largest of %u"), answer->lost->len, answer->n) : g_strdup (_("Largest first"));
  adw_preferences_group_set_description (self->rows, title);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExLostList) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (answer != NULL && self->box != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show_answer (self, answer);
  else if (error != NULL && self->box != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ex_alert_error (GTK_WIDGET (self), _("The lost customers could not be read"), error);
  g_clear_pointer (&answer, answer_free);
}

void
ex_lost_list_show (ExLostList *self, ExSession *session, const ExOverviewFacts *facts, const char *reason, ExMeasure measure)
{
  Request *request;

  g_return_if_fail (EX_IS_LOST_LIST (self));

  request = g_new0 (Request, 1);
  request->first = facts->first.index;
  request->last = facts->last.index;
  request->reason = g_strdup (reason);
  request->span = g_strdup (facts->span);
  request->currency = g_strdup (facts->story.currency);
  request->measure = measure;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ex_session_read_async (session, read_lost, request, request_free, answer_free, self->reading, read_cb, g_object_ref (self));
}

static void
ex_lost_list_dispose (GObject *object)
{
  ExLostList *self = EX_LOST_LIST (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_lost_list_parent_class)->dispose (object);
}

static void
ex_lost_list_class_init (ExLostListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_lost_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ex_lost_list_init (ExLostList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->rows = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->rows, _("The customers"));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ex_lost_list_new (ExChartPart *chart)
{
  ExLostList *self = g_object_new (EX_TYPE_LOST_LIST, NULL);

  self->chart = chart;
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (chart));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->rows));
  return GTK_WIDGET (self);
}
