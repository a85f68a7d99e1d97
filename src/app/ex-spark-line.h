/* The small line of an objective, for a row of a list. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-objective.h"

G_BEGIN_DECLS

#define EX_TYPE_SPARK_LINE (ex_spark_line_get_type ())
G_DECLARE_FINAL_TYPE (ExSparkLine, ex_spark_line, EX, SPARK_LINE, GtkWidget)

GtkWidget *ex_spark_line_new (void);
/* @check_ins: (nullable) (element-type ExCheckIn) by day. A milestone has no line: the widget hides itself. */
void       ex_spark_line_show (ExSparkLine *self, const ExObjective *objective, const ExCycle *cycle, const GPtrArray *check_ins);

G_END_DECLS
