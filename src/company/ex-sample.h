/* The sample company: invented, always the same, built by the program's own imports from the files of data/sample/, which are
 * compiled in under EX_SAMPLE_RESOURCE. */
#pragma once

#include "store/ex-store.h"

G_BEGIN_DECLS

#define EX_SAMPLE_RESOURCE "/org/exemplar/Exemplar/sample"

/* For ex_store_create(). (transfer full) */
ExCompanyInfo *ex_sample_info (void);

/* Fills a new, empty company: leaders, the cycle, objectives, check-ins, customers; one action, "Build the sample company". */
gboolean       ex_sample_fill (ExStore *store, GError **error);

G_END_DECLS
