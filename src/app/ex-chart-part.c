#include "config.h"

#include "ex-chart-part.h"

#include "ex-text-scale.h"

/* Narrower than this no line is; GTK would measure a wrapped one letter by letter. */
#define LEAST_CHARS 20

struct _ExChartPart
{
  GtkWidget    parent_instance;

  GtkWidget   *box;
  ExChartView *view;
  GtkWidget   *nothing;
  GtkLabel    *words;
  GtkWidget   *button;
  GtkLabel    *note;
  int          height;
};

G_DEFINE_FINAL_TYPE (ExChartPart, ex_chart_part, GTK_TYPE_WIDGET)

static void
mark_activated_cb (ExChartPart *self, guint mark)
{
  ExChart *chart = ex_chart_view_get_chart (self->view);
  const char *key = chart != NULL ? ex_chart_mark_key (chart, mark) : NULL;

  if (key != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "trail.go", "s", key);
}

static void
ex_chart_part_dispose (GObject *object)
{
  g_clear_pointer (&EX_CHART_PART (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_chart_part_parent_class)->dispose (object);
}

static void
ex_chart_part_class_init (ExChartPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_chart_part_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "exchartpart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
wrapped_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
make_nothing (ExChartPart *self)
{
  self->nothing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->words = GTK_LABEL (wrapped_label ("dim-label"));
  gtk_label_set_max_width_chars (self->words, 60);
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->nothing), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->nothing), self->button);
  gtk_widget_add_css_class (self->nothing, "nothing");
  gtk_widget_set_visible (self->nothing, FALSE);
}

static void
ex_chart_part_init (ExChartPart *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->view = EX_CHART_VIEW (ex_chart_view_new ());
  g_signal_connect_object (self->view, "mark-activated", G_CALLBACK (mark_activated_cb), self, G_CONNECT_SWAPPED);
  make_nothing (self);
  self->note = GTK_LABEL (wrapped_label ("caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (self->box), self->nothing);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->note));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ex_chart_part_new (int height)
{
  ExChartPart *self = g_object_new (EX_TYPE_CHART_PART, NULL);

  self->height = height;
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, height);
  return GTK_WIDGET (self);
}

ExChartView *
ex_chart_part_get_view (ExChartPart *self)
{
  g_return_val_if_fail (EX_IS_CHART_PART (self), NULL);

  return self->view;
}

static void
show_chart (ExChartPart *self, gboolean chart)
{
  gtk_widget_set_visible (GTK_WIDGET (self->view), chart);
  gtk_widget_set_visible (self->nothing, !chart);
}

/* Fifty thousand marks take some milliseconds to be freed: not in the turn in which the next chart comes. */
static gboolean
let_go_cb (gpointer chart G_GNUC_UNUSED)
{
  return G_SOURCE_REMOVE;
}

static void
let_go_later (ExChart *chart)
{
  if (chart != NULL)
    g_idle_add_full (G_PRIORITY_LOW, let_go_cb, g_object_ref (chart), g_object_unref);
}

/* A chart of rows is as high as its rows, others as the page has it. */
void
ex_chart_part_set_chart (ExChartPart *self, ExChart *chart)
{
  gboolean natural;
  int height;

  g_return_if_fail (EX_IS_CHART_PART (self));
  g_return_if_fail (EX_IS_CHART (chart));

  natural = EX_CHART_GET_CLASS (chart)->natural_height != NULL;
  height = (int) (self->height * ex_text_scale (GTK_WIDGET (self)));
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, natural ? -1 : height);
  let_go_later (ex_chart_view_get_chart (self->view));
  ex_chart_view_set_chart (self->view, chart);
  show_chart (self, TRUE);
}

void
ex_chart_part_set_nothing (ExChartPart *self, const char *words, const char *label, const char *action, GVariant *target)
{
  g_return_if_fail (EX_IS_CHART_PART (self));

  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->button, label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), label);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  ex_chart_view_set_chart (self->view, NULL);
  show_chart (self, FALSE);
}

void
ex_chart_part_set_note (ExChartPart *self, const char *words)
{
  g_return_if_fail (EX_IS_CHART_PART (self));

  gtk_label_set_text (self->note, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), words != NULL);
}
