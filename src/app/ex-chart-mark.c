#include "config.h"

#include "ex-chart-mark.h"

#include <glib/gi18n.h>

struct _ExChartMark
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ExChartMark, ex_chart_mark, GTK_TYPE_WIDGET)

static void
ex_chart_mark_class_init (ExChartMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "exchartmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ex_chart_mark_init (ExChartMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the pointer is the chart's */
}

GtkWidget *
ex_chart_mark_new (void)
{
  return g_object_new (EX_TYPE_CHART_MARK, NULL);
}

void
ex_chart_mark_set_text (ExChartMark *self, const char *text, gboolean whole, gboolean leads)
{
  g_return_if_fail (EX_IS_CHART_MARK (self));

  if (whole)
    gtk_widget_add_css_class (GTK_WIDGET (self), "whole");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "whole");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  whole ? _("The arrow keys go from mark to mark") : leads ? _("Press Enter to open") : "", -1);
}
