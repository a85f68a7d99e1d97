/* What an action changed, in words: "Target: 40 → 45". */
#pragma once

#include "core/ex-company.h"
#include "store/ex-store-journal.h"

G_BEGIN_DECLS

/* "Leader Ana Okafor", "New objective “Keep one-year contracts”". @company: for names and the currency. (transfer full) */
char      *ex_change_title (const ExChange *change, const ExCompany *company);

/* One line a field that differs, ready to read; fields that mean nothing to people are left out. (transfer full)
 * (element-type utf8) */
GPtrArray *ex_change_lines (const ExChange *change, const ExCompany *company);

G_END_DECLS
