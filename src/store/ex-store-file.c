#define _GNU_SOURCE /* renameat2() */
#include "config.h"

#include "ex-store-file.h"

#include "ex-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The header of an SQLite file, as its format says. */
#define HEADER_SIZE           100
#define HEADER_USER_VERSION   60
#define HEADER_APPLICATION_ID 68
#define MAGIC                 "SQLite format 3" /* and its NUL */

#define SMALL_FILE (8 * 1024 * 1024) /* bytes; read through in a few milliseconds */
#define ANY_WRITE  (S_IWUSR | S_IWGRP | S_IWOTH)

static const char * const companions[] = { "-wal", "-shm", "-journal" };

static gboolean G_GNUC_PRINTF (3, 4)
refuse (GError **error, ExStoreError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (EX_STORE_ERROR, code, format, arguments));
  va_end (arguments);
  return FALSE;
}

static const char *
base_name (const char *path)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR);

  return slash != NULL ? slash + 1 : path;
}

/* What the system said about @path, which is to be made or opened. */
static gboolean
refuse_by_system (GError **error, int number, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  ExStoreError code = EX_STORE_ERROR_FAILED;

  if (number == ENOSPC || number == EDQUOT)
    code = EX_STORE_ERROR_FULL;
  else if (number == EACCES || number == EROFS || number == EPERM)
    code = EX_STORE_ERROR_READ_ONLY;
  else if (number == EEXIST)
    return refuse (error, EX_STORE_ERROR_EXISTS, _("There is a file “%s” already; it is not replaced. Choose another name."), base_name (path));
  else if (number == ENOENT || number == ENOTDIR)
    return refuse (error, EX_STORE_ERROR_NOT_FOUND, _("The folder that “%s” should be in is not there."), base_name (path));

  if (code != EX_STORE_ERROR_FAILED)
    ex_database_set_error (error, code, path, NULL);
  else
    g_set_error (error, EX_STORE_ERROR, code, _("“%s” cannot be used: %s."), name, g_strerror (number));
  return FALSE;
}

/* --- a file that is there --------------------------------------------------------------------------------------------- */

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

gboolean
ex_store_file_version_fits (const char *path, gint64 version, int newest, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (version <= newest)
    return TRUE;
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NEWER,
               _("“%s” was written by a newer Exemplar (its format is %lld, this one reads up to %d). Update Exemplar to open it."),
               name, (long long) version, newest);
  return FALSE;
}

static gboolean
inspect_header (const char *path, int newest, GError **error)
{
  guint8 header[HEADER_SIZE];
  ssize_t n;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0 && errno == EACCES)
    return refuse (error, EX_STORE_ERROR_FAILED, _("“%s” cannot be read: its owner has not allowed it."), base_name (path));
  if (fd < 0)
    return refuse_by_system (error, errno, path);
  n = read (fd, header, sizeof header);
  close (fd);
  if (n == 0)
    return refuse (error, EX_STORE_ERROR_NOT_OURS, _("“%s” is empty; it is not a company’s file of Exemplar."), base_name (path));
  if (n < HEADER_SIZE || memcmp (header, MAGIC, sizeof MAGIC) != 0 || read_big_endian (header + HEADER_APPLICATION_ID) != EX_STORE_APPLICATION_ID)
    return refuse (error, EX_STORE_ERROR_NOT_OURS, _("“%s” is not a company’s file of Exemplar."), base_name (path));
  /* No file of ours has version 0: it is not an older one, and no migration would fit it. */
  if (read_big_endian (header + HEADER_USER_VERSION) == 0)
    {
      ex_database_set_error (error, EX_STORE_ERROR_DAMAGED, path, _("it says no version"));
      return FALSE;
    }
  return ex_store_file_version_fits (path, read_big_endian (header + HEADER_USER_VERSION), newest, error);
}

/* Who is root may write where nobody should: the bits say what is meant. The folder must take the log beside the file. */
static gboolean
inspect_rights (const char *path, const struct stat *info, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat folder_info;

  if ((info->st_mode & ANY_WRITE) != 0 && access (path, W_OK) == 0 && stat (folder, &folder_info) == 0
      && (folder_info.st_mode & ANY_WRITE) != 0 && access (folder, W_OK | X_OK) == 0)
    return TRUE;
  ex_database_set_error (error, EX_STORE_ERROR_READ_ONLY, path, NULL);
  return FALSE;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return g_file_test (log, G_FILE_TEST_EXISTS) || g_file_test (journal, G_FILE_TEST_EXISTS);
}

/* With a log beside it, another program has the file open or was killed: SQLite reads it then in its own way. That may also
 * begin while we look, which shows in the log or in the time of the last change. */
static gboolean
inspect_content (const char *path, const struct stat *before, gboolean *read_through, GError **error)
{
  g_autoptr (GError) problem = NULL;
  struct stat after;

  *read_through = FALSE;
  if (has_log (path))
    return TRUE;
  *read_through = ex_database_probe (path, before->st_size <= SMALL_FILE, &problem);
  if (*read_through || has_log (path))
    return TRUE;
  if (stat (path, &after) == 0 && (after.st_mtim.tv_sec != before->st_mtim.tv_sec || after.st_mtim.tv_nsec != before->st_mtim.tv_nsec))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
ex_store_file_inspect (const char *path, int newest, gboolean *read_through, GError **error)
{
  g_autofree char *real = NULL; /* a log lies beside the file itself, not beside a link to it */
  struct stat info;

  if (stat (path, &info) != 0)
    return errno == ENOENT || errno == ENOTDIR ? refuse (error, EX_STORE_ERROR_NOT_FOUND, _("There is no file “%s”."), base_name (path))
                                               : refuse_by_system (error, errno, path);
  if (S_ISDIR (info.st_mode))
    return refuse (error, EX_STORE_ERROR_NOT_OURS, _("“%s” is a folder, not a company’s file of Exemplar."), base_name (path));
  if (!S_ISREG (info.st_mode))
    return refuse (error, EX_STORE_ERROR_NOT_OURS, _("“%s” is not a company’s file of Exemplar."), base_name (path));
  real = realpath (path, NULL);
  return inspect_header (path, newest, error) && inspect_rights (real != NULL ? real : path, &info, error)
         && inspect_content (real != NULL ? real : path, &info, read_through, error);
}

gboolean
ex_store_file_identify (const char *path, guint64 *device, guint64 *inode)
{
  GStatBuf status;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_stat (path, &status) != 0)
    return FALSE;
  *device = (guint64) status.st_dev;
  *inode = (guint64) status.st_ino;
  return TRUE;
}

gboolean
ex_store_file_is_small (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && info.st_size <= SMALL_FILE;
}

/* --- a new file --------------------------------------------------------------------------------------------------------- */

/* A log without its file belongs to another one: SQLite would play it into ours. */
static gboolean
place_is_free (const char *path, GError **error)
{
  struct stat info;

  if (lstat (path, &info) == 0)
    return refuse_by_system (error, EEXIST, path);
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (path, companions[i], NULL);

      if (lstat (companion, &info) == 0)
        return refuse_by_system (error, EEXIST, companion);
    }
  return TRUE;
}

static void
remove_temporary (const char *temporary)
{
  g_unlink (temporary);
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (temporary, companions[i], NULL);

      g_unlink (companion);
    }
}

/* TRUE, or FALSE with errno. Never replaces. */
static gboolean
rename_to_free_name (const char *from, const char *to)
{
#ifdef RENAME_NOREPLACE
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
#endif
  return link (from, to) == 0 && g_unlink (from) == 0;
}

static gboolean
publish (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (has_log (temporary))
    return refuse (error, EX_STORE_ERROR_FAILED, _("“%s” could not be written completely."), base_name (path));
  if (!rename_to_free_name (temporary, path))
    return refuse_by_system (error, errno, path);

  /* The name, too, survives a power cut. */
  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
  return TRUE;
}

/* What went wrong is told of the file that was asked for, not of the temporary one. */
static void
say_real_name (GError *problem, const char *temporary, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (problem->message, base_name (temporary), -1);

  g_free (problem->message);
  problem->message = g_strjoinv (name, parts);
}

gboolean
ex_store_file_make (const char *path, ExStoreFileBuild build, gpointer data, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *temporary = g_strdup_printf ("%s/.%s-XXXXXX", folder, name);
  g_autoptr (GError) problem = NULL;
  gboolean made;
  int fd;

  if (!place_is_free (path, error))
    return FALSE;
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (fd < 0)
    return refuse_by_system (error, errno, path);
  close (fd);
  made = build (temporary, data, &problem) && publish (temporary, path, &problem);
  if (made)
    return TRUE;
  remove_temporary (temporary);
  say_real_name (problem, temporary, name);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
