#define _GNU_SOURCE
#include "config.h"

#include "ex-new-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER 65536

struct _ExNewFile
{
  char   *path;      /* as the caller said it */
  char   *target;    /* where a link at the path leads */
  char   *beside;    /* (nullable) the temporary name; NULL: written in place */
  int     fd;
  int     number;    /* the first failure's errno, 0: none */
  gsize   filled;
  guint8  buffer[BUFFER];
};

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _("“%s” could not be written: %s."), name, g_strerror (number));
  return FALSE;
}

static void
new_file_free (ExNewFile *self)
{
  g_free (self->path);
  g_free (self->target);
  g_free (self->beside);
  g_free (self);
}

/* The temporary file, or what is there already and must not be replaced. */
static void
open_place (ExNewFile *self)
{
  struct stat info;
  gboolean there = stat (self->target, &info) == 0;

  if (there && S_ISDIR (info.st_mode))
    {
      self->number = EISDIR;
      return;
    }
  if (there && !S_ISREG (info.st_mode))
    self->fd = g_open (self->target, O_WRONLY | O_CLOEXEC, 0);
  else
    {
      g_autofree char *folder = g_path_get_dirname (self->target);
      g_autofree char *base = g_path_get_basename (self->target);

      self->beside = g_strdup_printf ("%s/.%.100s.XXXXXX", folder, base);
      self->fd = g_mkstemp_full (self->beside, O_WRONLY | O_CLOEXEC, 0666);
    }
  if (self->fd < 0)
    self->number = errno;
}

ExNewFile *
ex_new_file_open (const char *path, GError **error)
{
  ExNewFile *self = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (ExNewFile, 1);
  self->fd = -1;
  self->path = g_strdup (path);
  target = realpath (path, NULL); /* a link stays a link; NULL: nothing there yet */
  self->target = g_strdup (target != NULL ? target : path);
  open_place (self);
  if (self->number == 0)
    return self;

  fail (path, self->number, error);
  new_file_free (self);
  return NULL;
}

const char *
ex_new_file_get_beside (const ExNewFile *self)
{
  return self->beside;
}

static void
write_all (ExNewFile *self, const guint8 *bytes, gsize length)
{
  while (length > 0 && self->number == 0)
    {
      gssize n = write (self->fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          self->number = errno;
          return;
        }
      bytes += n;
      length -= n;
    }
}

static void
flush (ExNewFile *self)
{
  write_all (self, self->buffer, self->filled);
  self->filled = 0;
}

gboolean
ex_new_file_write (ExNewFile *self, const void *bytes, gsize length)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->filled + length > BUFFER)
    flush (self);
  if (length > BUFFER)
    write_all (self, bytes, length);
  else
    {
      memcpy (self->buffer + self->filled, bytes, length);
      self->filled += length;
    }

  return self->number == 0;
}

gboolean
ex_new_file_check (const ExNewFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->number == 0 || fail (self->path, self->number, error);
}

gboolean
ex_new_file_close (ExNewFile *self, GError **error)
{
  gboolean done = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  flush (self);
  if (self->number == 0 && self->beside != NULL && fsync (self->fd) != 0)
    self->number = errno;
  if (close (self->fd) != 0 && self->number == 0)
    self->number = errno;
  if (self->number == 0 && self->beside != NULL && g_rename (self->beside, self->target) != 0)
    self->number = errno;
  done = self->number == 0;
  if (!done)
    {
      if (self->beside != NULL)
        g_unlink (self->beside);
      fail (self->path, self->number, error);
    }
  new_file_free (self);

  return done;
}

void
ex_new_file_abandon (ExNewFile *self)
{
  if (self == NULL)
    return;
  close (self->fd);
  if (self->beside != NULL)
    g_unlink (self->beside);
  new_file_free (self);
}
