/* A file that is written beside its place and gets its name only when it is complete, so that nobody ever finds half of it. Errors are sentences
 * that name the path. What stands there and is no file (a pipe, a terminal) is written to. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ExNewFile ExNewFile;

ExNewFile  *ex_new_file_open    (const char *path, GError **error);
/* The temporary name, for libraries that write to a name themselves; NULL: it is written in place. */
const char *ex_new_file_get_beside (const ExNewFile *self);
/* FALSE: the disk has failed, and ex_new_file_close() will say how. */
gboolean    ex_new_file_write   (ExNewFile *self, const void *bytes, gsize length);
/* FALSE with the error of a write that has failed. */
gboolean    ex_new_file_check   (const ExNewFile *self, GError **error);
/* Frees it in any case; on failure nothing is left, and what stood at the path before is as it was. */
gboolean    ex_new_file_close   (ExNewFile *self, GError **error);
void        ex_new_file_abandon (ExNewFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExNewFile, ex_new_file_abandon)

G_END_DECLS
