#include "config.h"

#include "ex-ledger-names.h"

#include <string.h>

/* A slot remembers the hash, so that only a name that is most likely the right one is looked at. */
typedef struct
{
  guint32 hash;
  guint32 number; /* + 1; 0: the slot is free */
} Slot;

struct _ExNames
{
  char  *arena;
  gsize  used;
  gsize  allocated;
  gsize *offsets; /* [n] of the names, by number */
  guint  n;
  guint  offsets_allocated;
  Slot  *slots;
  guint  mask;    /* slots - 1, a power of two less one */
  guint  last;    /* number that was asked for last */
  guint  guess;   /* the one that will be asked for next, if the file goes on as it did; NOBODY: no idea */
  guint *next;    /* [n] which one came after each the last time; NOBODY: none yet */
};

#define FIRST_SLOTS 64
#define NOBODY G_MAXUINT

ExNames *
ex_names_new (void)
{
  ExNames *self = g_new0 (ExNames, 1);

  self->slots = g_new0 (Slot, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  self->guess = NOBODY;

  return self;
}

ExNames *
ex_names_copy (const ExNames *self)
{
  ExNames *copy = g_new0 (ExNames, 1);

  copy->arena = g_memdup2 (self->arena, self->used);
  copy->used = copy->allocated = self->used;
  copy->offsets = g_memdup2 (self->offsets, self->n * sizeof (gsize));
  copy->next = g_memdup2 (self->next, self->n * sizeof *self->next);
  copy->guess = NOBODY;
  copy->n = copy->offsets_allocated = self->n;
  copy->slots = g_memdup2 (self->slots, ((gsize) self->mask + 1) * sizeof (Slot));
  copy->mask = self->mask;

  return copy;
}

void
ex_names_free (ExNames *self)
{
  if (self == NULL)
    return;

  g_free (self->arena);
  g_free (self->offsets);
  g_free (self->next);
  g_free (self->slots);
  g_free (self);
}

/* The last bytes of a name, up to eight. */
static inline guint64
load_tail (const char *text, gsize length)
{
  guint64 word = 0;
  guint32 first, last;

  if (length >= 8)
    {
      memcpy (&word, text + length - 8, 8);
      return word;
    }
  if (length >= 4)
    {
      memcpy (&first, text, 4);
      memcpy (&last, text + length - 4, 4);
      return first | (guint64) last << 32;
    }
  for (gsize i = 0; i < length; i++)
    word = word << 8 | (guint8) text[i];

  return word;
}

/* Eight bytes at a time, each multiplied into the rest and stirred, as the low bits of a product know nothing of the high ones. */
static inline guint32
hash_of (const char *text, gsize length)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 hash = length * factor, word;

  for (gsize i = 0; i + 8 < length; i += 8)
    {
      memcpy (&word, text + i, 8);
      hash = (hash ^ word) * factor;
      hash ^= hash >> 32;
    }
  hash = (hash ^ load_tail (text, length)) * factor;
  hash ^= hash >> 29;
  hash *= factor;

  return (guint32) (hash >> 32);
}

static void
grow_slots (ExNames *self)
{
  guint mask = self->mask * 2 + 1;
  Slot *slots = g_new0 (Slot, (gsize) mask + 1);

  for (gsize i = 0; i <= self->mask; i++)
    {
      guint at = self->slots[i].hash & mask;

      if (self->slots[i].number == 0)
        continue;
      while (slots[at].number != 0)
        at = (at + 1) & mask;
      slots[at] = self->slots[i];
    }

  g_free (self->slots);
  self->slots = slots;
  self->mask = mask;
}

static void
append (ExNames *self, const char *text, gsize length)
{
  gsize offset = self->used;

  if (self->used + length + 1 > self->allocated)
    {
      self->allocated = MAX (self->allocated * 2, self->used + length + 1024);
      self->arena = g_realloc (self->arena, self->allocated);
    }
  if (self->n == self->offsets_allocated)
    {
      self->offsets_allocated = MAX (self->offsets_allocated * 2, 64);
      self->offsets = g_renew (gsize, self->offsets, self->offsets_allocated);
      self->next = g_renew (guint, self->next, self->offsets_allocated);
    }

  memcpy (self->arena + offset, text, length);
  self->arena[offset + length] = '\0';
  self->used += length + 1;
  self->next[self->n] = NOBODY;
  self->offsets[self->n++] = offset;
}

/* Eight bytes at a time, the last of them twice: names are short, and a call for each would cost more than they do. */
static inline gboolean
is_same (const char *one, const char *other, gsize length)
{
  guint64 a, b;

  if (length < 8 || length > 64)
    return memcmp (one, other, length) == 0;

  for (gsize i = 0; i + 8 < length; i += 8)
    {
      memcpy (&a, one + i, 8);
      memcpy (&b, other + i, 8);
      if (a != b)
        return FALSE;
    }
  memcpy (&a, one + length - 8, 8);
  memcpy (&b, other + length - 8, 8);

  return a == b;
}

static inline gboolean
stands_at (const ExNames *self, gsize offset, const char *text, gsize length)
{
  return offset + length < self->used && self->arena[offset + length] == '\0' && is_same (self->arena + offset, text, length);
}

/* Files have a customer's rows one after the other, or every period's customers in the same order, but for those who came and went: most are
 * found without the table, which is too large to be near. */
static gboolean
is_guessed (ExNames *self, const char *text, gsize length)
{
  if (self->n > 0 && stands_at (self, self->offsets[self->last], text, length))
    return TRUE;
  if (self->guess == NOBODY || !stands_at (self, self->offsets[self->guess], text, length))
    return FALSE;

  self->last = self->guess;
  self->guess = self->next[self->last];

  return TRUE;
}

/* One that is new comes in between those that the file goes on with. */
static guint32
found (ExNames *self, guint number, gboolean new)
{
  if (number != self->last && self->last < self->n)
    self->next[self->last] = number;
  if (new && self->guess != NOBODY)
    self->next[number] = self->guess;
  else
    self->guess = self->next[number];

  return self->last = number;
}

guint32
ex_names_intern (ExNames *self, const char *text, gsize length)
{
  guint32 hash;
  guint at;

  if (is_guessed (self, text, length))
    return self->last;

  hash = hash_of (text, length);
  for (at = hash & self->mask; self->slots[at].number != 0; at = (at + 1) & self->mask)
    if (self->slots[at].hash == hash && stands_at (self, self->offsets[self->slots[at].number - 1], text, length))
      return found (self, self->slots[at].number - 1, FALSE);

  if (length > 0 && memchr (text, '\0', length) != NULL)
    return ex_names_intern (self, text, strlen (text));

  self->slots[at] = (Slot) { hash, self->n + 1 };
  append (self, text, length);
  if (self->n > self->mask / 4 * 3)
    grow_slots (self);

  return found (self, self->n - 1, TRUE);
}

guint32
ex_names_intern_near (ExNames *self, guint32 guess, const char *text, gsize length)
{
  if (guess < self->n && stands_at (self, self->offsets[guess], text, length))
    return guess;

  return ex_names_intern (self, text, length);
}

guint
ex_names_length (const ExNames *self)
{
  return self->n;
}

const char *
ex_names_get (const ExNames *self, guint number)
{
  g_return_val_if_fail (number < self->n, NULL);

  return self->arena + self->offsets[number];
}

guint32 *
ex_names_map (ExNames *into, const ExNames *from)
{
  guint32 *map = g_new (guint32, from->n);

  for (guint i = 0; i < from->n; i++)
    {
      const char *name = from->arena + from->offsets[i];

      map[i] = ex_names_intern (into, name, strlen (name));
    }

  return map;
}

GBytes *
ex_names_to_bytes (const ExNames *self)
{
  return g_bytes_new (self->arena, self->used);
}

GBytes *
ex_names_to_bytes_from (const ExNames *self, guint number)
{
  gsize from = number < self->n ? self->offsets[number] : self->used;

  return g_bytes_new (self->arena + from, self->used - from);
}

ExNames *
ex_names_new_from_bytes (GBytes *bytes)
{
  g_autoptr (ExNames) self = ex_names_new ();
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size > 0 && text[size - 1] != '\0')
    return NULL;

  for (gsize at = 0, n = 0; at < size; n++)
    {
      gsize length = strlen (text + at);

      if (ex_names_intern (self, text + at, length) != n)
        return NULL;
      at += length + 1;
    }

  return g_steal_pointer (&self);
}
