#include "config.h"

#include "ex-coverage-bar.h"

#include <math.h>

#define HEIGHT 10
#define WIDTH 60       /* at least */
#define SWATCH_WIDTH 18

struct _ExCoverageBar
{
  GtkWidget  parent_instance;

  GtkWidget *segments[EX_N_REVIEW_STATES];
  guint      count[EX_N_REVIEW_STATES];
};

G_DEFINE_FINAL_TYPE (ExCoverageBar, ex_coverage_bar, GTK_TYPE_WIDGET)

/* Style classes of ui/style.css. */
static const char *const state_classes[EX_N_REVIEW_STATES] = { "drafting", "agreed", "self-assessed", "assessed", "signed" };

GtkWidget *
ex_coverage_swatch_new (ExReviewState state)
{
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (swatch, "coverage-segment");
  gtk_widget_add_css_class (swatch, state_classes[state]);
  gtk_widget_set_size_request (swatch, SWATCH_WIDTH, HEIGHT);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  return swatch;
}

static void
ex_coverage_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

/* The furthest first. Edges are rounded, not widths, so that the pieces always fill the bar. */
static void
ex_coverage_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ExCoverageBar *self = EX_COVERAGE_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint total = 0, before = 0;

  for (guint i = 0; i < EX_N_REVIEW_STATES; i++)
    total += self->count[i];
  for (guint i = EX_N_REVIEW_STATES; i-- > 0;)
    {
      int start = total > 0 ? (int) round ((double) width * before / total) : 0;
      int end = total > 0 ? (int) round ((double) width * (before + self->count[i]) / total) : 0;
      GtkAllocation box = { rtl ? width - end : start, (height - HEIGHT) / 2, end - start, HEIGHT };

      before += self->count[i];
      gtk_widget_set_child_visible (self->segments[i], end > start);
      if (end > start)
        gtk_widget_size_allocate (self->segments[i], &box, -1);
    }
}

static void
ex_coverage_bar_dispose (GObject *object)
{
  ExCoverageBar *self = EX_COVERAGE_BAR (object);

  for (guint i = 0; i < EX_N_REVIEW_STATES; i++)
    g_clear_pointer (&self->segments[i], gtk_widget_unparent);
  G_OBJECT_CLASS (ex_coverage_bar_parent_class)->dispose (object);
}

static void
ex_coverage_bar_class_init (ExCoverageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_coverage_bar_dispose;
  widget_class->measure = ex_coverage_bar_measure;
  widget_class->size_allocate = ex_coverage_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "coveragebar");
  /* The button around it says the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ex_coverage_bar_init (ExCoverageBar *self)
{
  for (guint i = 0; i < EX_N_REVIEW_STATES; i++)
    {
      self->segments[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (self->segments[i], "coverage-segment");
      gtk_widget_add_css_class (self->segments[i], state_classes[i]);
      gtk_widget_set_parent (self->segments[i], GTK_WIDGET (self));
    }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ex_coverage_bar_new (void)
{
  return g_object_new (EX_TYPE_COVERAGE_BAR, NULL);
}

void
ex_coverage_bar_set (ExCoverageBar *self, const guint state[EX_N_REVIEW_STATES])
{
  g_return_if_fail (EX_IS_COVERAGE_BAR (self));

  for (guint i = 0; i < EX_N_REVIEW_STATES; i++)
    self->count[i] = state[i];
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
