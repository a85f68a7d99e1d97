/* The objectives that come with the program, to hand out: data/templates.csv, compiled in. */
#pragma once

#include "core/ex-template.h"

G_BEGIN_DECLS

/* Ordered by the customer's journey. Their texts are English in every language: they are meant to be put into the company's own words, and are
 * data from then on. (transfer full) (element-type ExTemplate) */
GPtrArray *ex_template_library (void);

G_END_DECLS
