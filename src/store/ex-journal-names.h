/* By what names people know what a changed row is about. */
#pragma once

#include "ex-journal.h"

G_BEGIN_DECLS

typedef struct _ExRowNames ExRowNames;

ExRowNames *ex_row_names_new  (ExStore *store);
void     ex_row_names_free (ExRowNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExRowNames, ex_row_names_free)

/* Sets earlier, cycle, leader and objective of @change, which is one of the action @number. */
gboolean ex_row_names_fill (ExRowNames *self, ExChange *change, gint64 number, GError **error);

G_END_DECLS
