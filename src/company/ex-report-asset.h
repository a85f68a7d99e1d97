/* The tables of the report of the customer asset. Of these files only. */
#pragma once

#include "ex-report-private.h"

G_BEGIN_DECLS

/* @spans: (element-type ExSpan) a row each, and one of all together: customers, value, retention. */
void ex_report_add_periods  (ExDocument *document, const ExReportFacts *facts, const GPtrArray *spans);
/* Chart and table; a sentence where nothing is kept. */
void ex_report_add_reasons  (ExDocument *document, const ExReportFacts *facts);
void ex_report_add_segments (ExDocument *document, const ExReportFacts *facts);

G_END_DECLS
