/* Amounts by measure, customers or their value, as charts and sentences write them. All texts (transfer full). */
#pragma once

#include "chart/ex-chart.h"
#include "core/ex-movement.h"

G_BEGIN_DECLS

/* Customers, or minor units of value. */
gint64      ex_amount_of         (const ExCount *count, ExMeasure measure);
/* The nearest whole amount; what is too large for one, the largest. */
gint64      ex_amount_round      (double amount);
/* How long that is in a chart: customers, or major units. */
double      ex_amount_to_size    (double amount, ExMeasure measure, const char *currency);
/* "1,869", "139 k €". */
char       *ex_amount_short      (gint64 amount, ExMeasure measure, const char *currency);
/* "1,869 customers", "139,130.85 €". */
char       *ex_amount_long       (gint64 amount, ExMeasure measure, const char *currency);
/* "+12", "−3 k €". */
char       *ex_amount_change     (gint64 amount, ExMeasure measure, const char *currency);
/* "1,869 customers, 139,130.85 €": both measures, for whoever looks closer. */
char       *ex_amount_both       (const ExCount *count, const char *currency);
/* For an axis of such sizes; its data is the currency. */
ExValueText ex_amount_axis_text  (ExMeasure measure);

G_END_DECLS
