#include "config.h"

#include "ex-digest.h"

#include <math.h>
#include <string.h>

#define BUFFER_SIZE 65536
#define BUFFERS     8 /* on their way to the thread; who fills them waits when it falls behind */

typedef struct
{
  gsize  n;
  guint8 data[BUFFER_SIZE];
} Buffer;

struct _ExDigest
{
  GChecksum   *checksum;
  Buffer      *buffer;

  /* of one that hashes in the background: buffers go round */
  GThread     *thread;
  GAsyncQueue *full;
  GAsyncQueue *empty;
};

static Buffer *
buffer_new (void)
{
  Buffer *buffer = g_new (Buffer, 1);

  buffer->n = 0;
  return buffer;
}

ExDigest *
ex_digest_new (void)
{
  ExDigest *self = g_new0 (ExDigest, 1);

  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->buffer = buffer_new ();
  return self;
}

/* Until an empty one comes, which says that there are no more. */
static gpointer
hash_cb (gpointer data)
{
  ExDigest *self = data;
  gboolean more = TRUE;

  while (more)
    {
      Buffer *buffer = g_async_queue_pop (self->full);

      more = buffer->n > 0;
      g_checksum_update (self->checksum, buffer->data, (gssize) buffer->n);
      buffer->n = 0;
      g_async_queue_push (self->empty, buffer);
    }
  return NULL;
}

ExDigest *
ex_digest_new_background (void)
{
  ExDigest *self = ex_digest_new ();

  self->full = g_async_queue_new_full (g_free);
  self->empty = g_async_queue_new_full (g_free);
  for (int i = 0; i < BUFFERS; i++)
    g_async_queue_push (self->empty, buffer_new ());
  self->thread = g_thread_new ("digest", hash_cb, self);
  return self;
}

static void
flush (ExDigest *self)
{
  if (self->buffer->n == 0)
    return;
  if (self->thread != NULL)
    {
      g_async_queue_push (self->full, self->buffer);
      self->buffer = g_async_queue_pop (self->empty);
      return;
    }
  g_checksum_update (self->checksum, self->buffer->data, (gssize) self->buffer->n);
  self->buffer->n = 0;
}

static void
join (ExDigest *self)
{
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->full, buffer_new ());
  g_thread_join (g_steal_pointer (&self->thread));
}

void
ex_digest_free (ExDigest *self)
{
  if (self == NULL)
    return;
  join (self);
  g_clear_pointer (&self->full, g_async_queue_unref);
  g_clear_pointer (&self->empty, g_async_queue_unref);
  g_checksum_free (self->checksum);
  g_free (self->buffer);
  g_free (self);
}

static void
add_bytes (ExDigest *self, const void *data, gsize length)
{
  const guint8 *bytes = data;

  while (length > 0)
    {
      gsize fits = MIN (length, BUFFER_SIZE - self->buffer->n);

      memcpy (self->buffer->data + self->buffer->n, bytes, fits);
      self->buffer->n += fits;
      bytes += fits;
      length -= fits;
      if (self->buffer->n == BUFFER_SIZE)
        flush (self);
    }
}

/* A letter for the type, then seven bits a byte, the lowest first. */
static void
add_head (ExDigest *self, char type, guint64 number)
{
  guint8 head[11];
  guint n = 0;

  head[n++] = (guint8) type;
  for (; number >= 0x80; number >>= 7)
    head[n++] = (guint8) (number | 0x80);
  head[n++] = (guint8) number;
  add_bytes (self, head, n);
}

void
ex_digest_null (ExDigest *self)
{
  add_bytes (self, "n", 1);
}

void
ex_digest_int (ExDigest *self, gint64 value)
{
  add_head (self, 'i', (guint64) value << 1 ^ (guint64) (value >> 63)); /* small ones stay short, whatever their sign */
}

void
ex_digest_double (ExDigest *self, double value)
{
  guint64 bits;

  if (isnan (value))
    {
      ex_digest_null (self);
      return;
    }
  memcpy (&bits, &value, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  add_bytes (self, "r", 1);
  add_bytes (self, &bits, sizeof bits);
}

void
ex_digest_text (ExDigest *self, const char *text)
{
  if (text == NULL)
    {
      ex_digest_null (self);
      return;
    }
  add_head (self, 't', strlen (text));
  add_bytes (self, text, strlen (text));
}

void
ex_digest_blob (ExDigest *self, const void *data, gsize length)
{
  add_head (self, 'b', length);
  add_bytes (self, data, length);
}

char *
ex_digest_end (ExDigest *self)
{
  flush (self);
  join (self);
  return g_strdup (g_checksum_get_string (self->checksum));
}
