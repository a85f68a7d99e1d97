/* A chart's table as a file. */
#pragma once

#include "chart/ex-chart.h"
#include "ex-export.h"

G_BEGIN_DECLS

/* (transfer full) Its figures are numbers again, where a whole column is of one unit. */
ExExport *ex_export_chart (ExChart *chart);

G_END_DECLS
