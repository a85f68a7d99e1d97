#include "config.h"

#include "ex-digest.h"

#include <math.h>
#include <string.h>

#define BUFFER_SIZE 16384

struct _ExDigest
{
  GChecksum *checksum;
  gsize      n;
  guint8     buffer[BUFFER_SIZE];
};

ExDigest *
ex_digest_new (void)
{
  ExDigest *self = g_new (ExDigest, 1);

  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->n = 0;
  return self;
}

void
ex_digest_free (ExDigest *self)
{
  g_checksum_free (self->checksum);
  g_free (self);
}

static void
flush (ExDigest *self)
{
  g_checksum_update (self->checksum, self->buffer, self->n);
  self->n = 0;
}

static void
add_bytes (ExDigest *self, const void *data, gsize length)
{
  if (length > BUFFER_SIZE - self->n)
    flush (self);
  if (length > BUFFER_SIZE)
    {
      g_checksum_update (self->checksum, data, length);
      return;
    }
  memcpy (self->buffer + self->n, data, length);
  self->n += length;
}

/* A letter for the type, then eight bytes, little-endian. */
static void
add_head (ExDigest *self, char type, guint64 bits)
{
  guint8 head[9];
  guint64 little = GUINT64_TO_LE (bits);

  head[0] = (guint8) type;
  memcpy (head + 1, &little, sizeof little);
  add_bytes (self, head, sizeof head);
}

void
ex_digest_null (ExDigest *self)
{
  add_bytes (self, "n", 1);
}

void
ex_digest_int (ExDigest *self, gint64 value)
{
  add_head (self, 'i', (guint64) value);
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
  add_head (self, 'r', bits);
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
  return g_strdup (g_checksum_get_string (self->checksum));
}
