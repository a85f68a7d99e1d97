/* A value out of the journal, as the reader's locale writes it. */
#pragma once

#include "core/ex-company.h"
#include "ex-change-fields.h"
#include "store/ex-store-journal.h"

G_BEGIN_DECLS

/* (transfer full) */
char *ex_change_value (const char *text, ExMeaning meaning, const ExChange *change, const ExCompany *company);
/* A column of the row as it is now, or was. (transfer full) (nullable) */
char *ex_change_get   (const ExChange *change, const char *column);

G_END_DECLS
