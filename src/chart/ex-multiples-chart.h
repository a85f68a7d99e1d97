/* Small multiples: several charts of the same kind on one sheet, in rows, each with its own title, read from the side where reading begins. Its marks are
 * those of the panels, one panel after the other. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_MULTIPLES_CHART (ex_multiples_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExMultiplesChart, ex_multiples_chart, EX, MULTIPLES_CHART, ExChart)

ExChart *ex_multiples_chart_new       (void);
/* @panel: (transfer none); its own title heads it, cut to fit. @key: (nullable) of all its marks, unless they have their own; a panel without marks is one mark. */
void     ex_multiples_chart_add_panel (ExMultiplesChart *self, ExChart *panel, const char *key);
guint    ex_multiples_chart_n_panels  (ExMultiplesChart *self);
/* (transfer none). */
ExChart *ex_multiples_chart_get_panel (ExMultiplesChart *self, guint panel);
/* The number of the panel that a mark belongs to. */
guint    ex_multiples_chart_panel_of  (ExMultiplesChart *self, guint mark);

G_END_DECLS
