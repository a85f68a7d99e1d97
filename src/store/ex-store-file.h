/* A company's file on disk, before the database gets to see it, and how a new one comes to be. */
#pragma once

#include "ex-database.h"

G_BEGIN_DECLS

/* Whether the file at @path may be opened: there, ours, not newer than @newest, sound, writable. Looks without leaving a trace.
 * @read_through: it was read, which it is not while a log lies beside it. */
gboolean ex_store_file_inspect (const char *path, int newest, gboolean *read_through, GError **error);

/* TRUE when @version is not above @newest; else the sentence that it is. */
gboolean ex_store_file_version_fits (const char *path, gint64 version, int newest, GError **error);

/* Small enough to be read through before it is opened. */
gboolean ex_store_file_is_small (const char *path);

/* Which file lies at @path. FALSE: none. */
gboolean ex_store_file_identify (const char *path, guint64 *device, guint64 *inode);

typedef gboolean (* ExStoreFileBuild) (const char *temporary, gpointer data, GError **error);

/* Builds a file readable by its owner alone under a temporary name beside @path and gives it that name when it is complete.
 * What is there is never replaced: EX_STORE_ERROR_EXISTS. */
gboolean ex_store_file_make (const char *path, ExStoreFileBuild build, gpointer data, GError **error);

G_END_DECLS
