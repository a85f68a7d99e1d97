/* A list whose rows are made only when they are looked at, so that a hundred thousand segments scroll as well as five. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): the row of @index. */
typedef gpointer (* ExLazyRowFunc) (gpointer data, guint index);

/* Of rows of @type; @indexes: (transfer full) (element-type guint) in the order they are shown; @data is freed with @destroy. (transfer full) */
GListModel *ex_lazy_rows_new (GType type, GArray *indexes, ExLazyRowFunc func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
