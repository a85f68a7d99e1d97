/* What was done to one check-in: who recorded it when, and what it was before it was corrected. */
#pragma once

#include "ex-store-journal.h"

G_BEGIN_DECLS

typedef struct
{
  ExAction *action;
  ExChange *change; /* NULL: it came with an import */
} ExCheckInEvent;

void       ex_check_in_event_free      (ExCheckInEvent *self);
/* Newest first; what is hidden from the store's actor is not there. (transfer full) (element-type ExCheckInEvent) */
GPtrArray *ex_store_list_check_in_events (ExStore *self, const char *objective_id, ExDay day, GError **error);

G_END_DECLS
