#include "config.h"

#include "ex-spark-line.h"

#include "chart/ex-spark.h"
#include "core/ex-forecast.h"
#include "core/ex-format.h"
#include "ex-chart-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define WIDTH 84
#define HEIGHT 36

struct _ExSparkLine
{
  GtkWidget parent_instance;

  ExSpark   spark;
  GArray   *points; /* (element-type ExSparkPoint) */
};

G_DEFINE_FINAL_TYPE (ExSparkLine, ex_spark_line, GTK_TYPE_WIDGET)

static void
ex_spark_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
ex_spark_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ExSparkLine *self = EX_SPARK_LINE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  ex_spark_draw (&self->spark, cr, width, height, ex_chart_view_get_theme ());
  cairo_destroy (cr);
}

static void
ex_spark_line_finalize (GObject *object)
{
  g_clear_pointer (&EX_SPARK_LINE (object)->points, g_array_unref);
  G_OBJECT_CLASS (ex_spark_line_parent_class)->finalize (object);
}

static void
ex_spark_line_class_init (ExSparkLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_spark_line_finalize;
  widget_class->measure = ex_spark_line_measure;
  widget_class->snapshot = ex_spark_line_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ex_spark_line_init (ExSparkLine *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->points = g_array_new (FALSE, FALSE, sizeof (ExSparkPoint));
  self->spark = (ExSpark) { 0, 1, NAN, NAN, NAN, NAN, NULL, 0 };
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ex_spark_line_new (void)
{
  return g_object_new (EX_TYPE_SPARK_LINE, NULL);
}

/* What the ladder reads: of a sum the sum so far, of a mean the mean. */
static void
take_points (ExSparkLine *self, const ExObjective *objective, const ExCycle *cycle, const GPtrArray *check_ins)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ExPoint));
  g_autoptr (GArray) running = NULL;

  for (guint i = 0; check_ins != NULL && i < check_ins->len; i++)
    {
      const ExCheckIn *check_in = g_ptr_array_index (check_ins, i);
      ExPoint point = { check_in->day, check_in->value };

      if (check_in->day >= cycle->first && check_in->day <= cycle->last)
        g_array_append_val (points, point);
    }
  running = ex_running_aggregate (objective->aggregate, (const ExPoint *) points->data, points->len);
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < running->len; i++)
    {
      const ExPoint *point = &g_array_index (running, ExPoint, i);
      ExSparkPoint mark = { point->day, point->value };

      g_array_append_val (self->points, mark);
    }
}

static char *
describe (ExSparkLine *self, const ExObjective *objective)
{
  guint n = self->points->len;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (n == 0)
    return g_strdup (_("No line yet: no check-ins"));
  first = ex_format_value (g_array_index (self->points, ExSparkPoint, 0).value, objective->decimals, objective->unit);
  last = ex_format_value (g_array_index (self->points, ExSparkPoint, n - 1).value, objective->decimals, objective->unit);
  if (n == 1)
    /* Translators: what a small line shows: its only value */
    return g_strdup_printf (_("A line of one check-in: %s"), last);
  return g_strdup_printf (ngettext ("A line of %u check-in, from %s to %s", "A line of %u check-ins, from %s to %s", n), n, first, last);
}

void
ex_spark_line_show (ExSparkLine *self, const ExObjective *objective, const ExCycle *cycle, const GPtrArray *check_ins)
{
  gboolean number = objective->kind == EX_KIND_NUMBER, range = objective->kind == EX_KIND_RANGE;
  g_autofree char *words = NULL;

  g_return_if_fail (EX_IS_SPARK_LINE (self));

  take_points (self, objective, cycle, check_ins);
  self->spark = (ExSpark) {
    .first_day = cycle->first,
    .last_day = cycle->last,
    .from = !number ? NAN : objective->aggregate == EX_AGGREGATE_SUM ? 0 : objective->baseline,
    .to = number ? objective->target : NAN,
    .low = range ? objective->low : NAN,
    .high = range ? objective->high : NAN,
    .points = (const ExSparkPoint *) self->points->data,
    .n_points = self->points->len,
  };
  words = describe (self, objective);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_widget_set_visible (GTK_WIDGET (self), objective->kind != EX_KIND_MILESTONE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
