/* What the columns of the reward tables say, in words: "2 % pays 50 %, 5 % pays 100 %". */
#pragma once

#include "core/ex-company.h"
#include "ex-change-fields.h"
#include "store/ex-store-journal.h"

G_BEGIN_DECLS

/* One of EX_AS_CURVE to EX_AS_OWN. (transfer full) */
char *ex_change_reward_value (const char *text, ExMeaning meaning, const ExChange *change, const ExCompany *company);

G_END_DECLS
