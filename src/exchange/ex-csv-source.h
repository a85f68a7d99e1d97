/* Where the bytes of a CSV file come from: read part by part, so that a file of any size takes no more memory than a part. Of this folder only. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ExCsvSource ExCsvSource;

ExCsvSource *ex_csv_source_new_for_bytes (GBytes *bytes);
/* A pipe is read to its end. Errors are sentences. (transfer full) */
ExCsvSource *ex_csv_source_new_for_path  (const char *path, GError **error);
ExCsvSource *ex_csv_source_ref           (ExCsvSource *self);
void         ex_csv_source_unref         (ExCsvSource *self);
guint64      ex_csv_source_get_size      (const ExCsvSource *self);
/* Up to @size bytes from @offset on; 0: there are no more. -1 and @error. From any thread. */
gssize       ex_csv_source_read          (ExCsvSource *self, guint64 offset, void *buffer, gsize size, GError **error);
/* FALSE and @error: somebody has written to the file meanwhile, so that no two parts need belong together. */
gboolean     ex_csv_source_is_unchanged  (ExCsvSource *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCsvSource, ex_csv_source_unref)

G_END_DECLS
