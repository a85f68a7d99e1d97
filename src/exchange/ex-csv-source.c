#include "config.h"

#include "ex-csv-source.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PART (256 * 1024)

struct _ExCsvSource
{
  gatomicrefcount ref_count;
  GBytes         *bytes;    /* NULL: there is a file */
  int             file;
  char           *name;
  guint64         size;
  struct timespec written;  /* when the file was last written to */
};

static ExCsvSource *
source_new (void)
{
  ExCsvSource *self = g_new0 (ExCsvSource, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->file = -1;

  return self;
}

ExCsvSource *
ex_csv_source_new_for_bytes (GBytes *bytes)
{
  ExCsvSource *self = source_new ();

  self->bytes = g_bytes_ref (bytes);
  self->size = g_bytes_get_size (bytes);

  return self;
}

static void
set_error (GError **error, int code)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _("The file cannot be read. %s."), g_strerror (code));
}

/* What is no file that can be read from anywhere in it: a pipe, a terminal. */
static ExCsvSource *
read_to_end (int file, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *part = g_malloc (PART);
  gssize n;

  while ((n = read (file, part, PART)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_error (error, errno);
          return NULL;
        }
      g_byte_array_append (all, (const guint8 *) part, (guint) n);
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));

  return ex_csv_source_new_for_bytes (bytes);
}

ExCsvSource *
ex_csv_source_new_for_path (const char *path, GError **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);
  ExCsvSource *self;
  struct stat about;

  if (file < 0 || fstat (file, &about) != 0)
    {
      g_autofree char *shown = g_filename_display_name (path);
      int code = errno;

      if (file >= 0)
        close (file);
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _("The file cannot be read. “%s”: %s."), shown, g_strerror (code));
      return NULL;
    }
  if (S_ISDIR (about.st_mode))
    {
      close (file);
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, _("“%s” is a folder, not a file."), path);
      return NULL;
    }
  if (!S_ISREG (about.st_mode) || about.st_size == 0)
    {
      self = read_to_end (file, error);
      close (file);
      return self;
    }

  self = source_new ();
  self->file = file;
  self->name = g_path_get_basename (path);
  self->size = (guint64) about.st_size;
  self->written = about.st_mtim;

  return self;
}

ExCsvSource *
ex_csv_source_ref (ExCsvSource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ex_csv_source_unref (ExCsvSource *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  if (self->file >= 0)
    close (self->file);
  g_free (self->name);
  g_free (self);
}

guint64
ex_csv_source_get_size (const ExCsvSource *self)
{
  return self->size;
}

static gsize
copy_part (ExCsvSource *self, guint64 offset, void *buffer, gsize size)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);
  gsize n = offset < self->size ? (gsize) MIN ((guint64) size, self->size - offset) : 0;

  if (n > 0)
    memcpy (buffer, data + offset, n);

  return n;
}

gssize
ex_csv_source_read (ExCsvSource *self, guint64 offset, void *buffer, gsize size, GError **error)
{
  gssize n;

  if (self->bytes != NULL)
    return (gssize) copy_part (self, offset, buffer, size);

  do
    n = pread (self->file, buffer, size, (off_t) offset);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    set_error (error, errno);

  return n;
}

gboolean
ex_csv_source_is_unchanged (ExCsvSource *self, GError **error)
{
  struct stat about;

  if (self->file < 0)
    return TRUE;
  if (fstat (self->file, &about) == 0 && (guint64) about.st_size == self->size && about.st_mtim.tv_sec == self->written.tv_sec
      && about.st_mtim.tv_nsec == self->written.tv_nsec)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_IO, _("“%s” was written to while it was being read. Import it again once it is saved."), self->name);

  return FALSE;
}
