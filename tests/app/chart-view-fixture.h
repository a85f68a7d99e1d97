/* What the tests of the chart view share: a chart in a window, and doing with it as a user does. */
#pragma once

#include "app/ex-chart-view.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget   *window;
  GtkWidget   *before; /* something to have the focus before the chart has it */
  ExChartView *view;
  guint        activated;
  int          last;
} Fixture;

typedef gboolean (* Condition) (gpointer data);

void       wait_for      (const char *what, Condition condition, gpointer data); /* @what is said when it takes too long */

/* A waterfall of four bars; right-to-left when @data is not NULL. */
void       set_up        (Fixture *fixture, gconstpointer data);
void       tear_down     (Fixture *fixture, gconstpointer data);
gboolean   is_laid_out   (gpointer fixture);
gboolean   is_allocated  (gpointer widget);
void       activated_cb  (ExChartView *view, guint mark, Fixture *fixture);

GtkWidget *child_of_type (GtkWidget *parent, const char *type);
GtkWidget *mark_of       (Fixture *fixture);
GtkWidget *card_of       (Fixture *fixture);
GtkEventController *controller_of (GtkWidget *widget, GType type);
gboolean   press         (Fixture *fixture, guint key, GdkModifierType state); /* whether it was taken */
void       move_pointer  (Fixture *fixture, double x, double y);
void       point_at      (Fixture *fixture, guint mark);
void       tab_to_chart  (Fixture *fixture);

G_END_DECLS
