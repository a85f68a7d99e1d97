#include "config.h"

#include "ex-ledger-pack.h"

#include <string.h>

#define HEAD 16

typedef struct
{
  guint         width;
  guint         n;
  gint64        least;
  const guint8 *offsets;
} Packed;

/* --- packing -------------------------------------------------------------------------------------------------------------------- */

static guint
width_for (guint64 largest)
{
  if (largest == 0)
    return 0;
  if (largest <= G_MAXUINT8)
    return 1;
  if (largest <= G_MAXUINT16)
    return 2;
  return largest <= G_MAXUINT32 ? 4 : 8;
}

/* Returns where the offsets go. */
static guint8 *
append_head (GByteArray *to,
             guint       width,
             guint       n,
             gint64      least)
{
  guint8 head[HEAD] = { (guint8) width };
  guint32 count = GUINT32_TO_LE (n);
  gint64 base = GINT64_TO_LE (least);
  guint at = to->len;

  memcpy (head + 4, &count, sizeof count);
  memcpy (head + 8, &base, sizeof base);
  g_byte_array_set_size (to, at + HEAD + n * width);
  memcpy (to->data + at, head, HEAD);
  return to->data + at + HEAD;
}

static inline void
put (guint8  *to,
     guint    width,
     guint64  offset)
{
  guint16 two = GUINT16_TO_LE ((guint16) offset);
  guint32 four = GUINT32_TO_LE ((guint32) offset);
  guint64 eight = GUINT64_TO_LE (offset);

  switch (width)
    {
    case 1:
      *to = (guint8) offset;
      break;
    case 2:
      memcpy (to, &two, 2);
      break;
    case 4:
      memcpy (to, &four, 4);
      break;
    case 8:
      memcpy (to, &eight, 8);
      break;
    default:
      break;
    }
}

void
ex_pack_rising (GByteArray    *to,
                const guint32 *numbers,
                guint          n)
{
  guint64 largest = 0;
  guint width;
  guint8 *out;

  for (guint i = 1; i < n; i++)
    largest = MAX (largest, numbers[i] - numbers[i - 1] - 1);
  width = width_for (largest);
  out = append_head (to, width, n, n > 0 ? numbers[0] : 0);
  for (guint i = 0; i < n && width > 0; i++)
    put (out + (gsize) i * width, width, i > 0 ? numbers[i] - numbers[i - 1] - 1 : 0);
}

void
ex_pack_int64 (GByteArray   *to,
               const gint64 *numbers,
               guint         n)
{
  gint64 least = n > 0 ? numbers[0] : 0, most = least;
  guint width;
  guint8 *out;

  for (guint i = 1; i < n; i++)
    {
      least = MIN (least, numbers[i]);
      most = MAX (most, numbers[i]);
    }
  width = width_for ((guint64) most - (guint64) least);
  out = append_head (to, width, n, least);
  for (guint i = 0; i < n && width > 0; i++)
    put (out + (gsize) i * width, width, (guint64) numbers[i] - (guint64) least);
}

void
ex_pack_int32 (GByteArray   *to,
               const gint32 *numbers,
               guint         n)
{
  gint32 least = n > 0 ? numbers[0] : 0, most = least;
  guint width;
  guint8 *out;

  for (guint i = 1; i < n; i++)
    {
      least = MIN (least, numbers[i]);
      most = MAX (most, numbers[i]);
    }
  width = width_for ((guint64) ((gint64) most - least));
  out = append_head (to, width, n, least);
  for (guint i = 0; i < n && width > 0; i++)
    put (out + (gsize) i * width, width, (guint64) ((gint64) numbers[i] - least));
}

/* --- unpacking ------------------------------------------------------------------------------------------------------------------ */

static gboolean
read_head (const void *data,
           gsize       size,
           Packed     *packed)
{
  const guint8 *bytes = data;
  guint32 count;
  gint64 base;

  if (size < HEAD || bytes[0] > 8)
    return FALSE;
  memcpy (&count, bytes + 4, sizeof count);
  memcpy (&base, bytes + 8, sizeof base);
  *packed = (Packed) { bytes[0], GUINT32_FROM_LE (count), GINT64_FROM_LE (base), bytes + HEAD };
  return (packed->width == 0 || (packed->width & (packed->width - 1)) == 0) && size == HEAD + (gsize) packed->n * packed->width;
}

static gboolean
read_head_of (const void *data,
              gsize       size,
              guint       n,
              Packed     *packed)
{
  return read_head (data, size, packed) && packed->n == n;
}

guint
ex_pack_length (const void *packed,
                gsize       size)
{
  Packed head;

  return read_head (packed, size, &head) ? head.n : G_MAXUINT;
}

static inline guint64
get (const guint8 *from,
     guint         width,
     guint         i)
{
  guint16 two;
  guint32 four;
  guint64 eight;

  switch (width)
    {
    case 1:
      return from[i];
    case 2:
      memcpy (&two, from + (gsize) i * 2, 2);
      return GUINT16_FROM_LE (two);
    case 4:
      memcpy (&four, from + (gsize) i * 4, 4);
      return GUINT32_FROM_LE (four);
    case 8:
      memcpy (&eight, from + (gsize) i * 8, 8);
      return GUINT64_FROM_LE (eight);
    default:
      return 0;
    }
}

gboolean
ex_unpack_rising (const void *data,
                  gsize       size,
                  guint32    *numbers,
                  guint       n,
                  guint32     below)
{
  Packed packed;
  guint64 number;

  if (!read_head_of (data, size, n, &packed))
    return FALSE;
  if (n == 0)
    return TRUE;
  if (packed.least < 0 || packed.least >= (gint64) below)
    return FALSE;
  number = (guint64) packed.least;
  numbers[0] = (guint32) number;
  for (guint i = 1; i < n; i++)
    {
      number += get (packed.offsets, packed.width, i) + 1;
      if (number >= below)
        return FALSE;
      numbers[i] = (guint32) number;
    }
  return TRUE;
}

/* A loop for each width, so that the compiler makes each a quick one. */
#define SPREAD(width) \
  for (guint i = 0; i < packed->n; i++) \
    numbers[i] = (gint64) ((guint64) packed->least + get (packed->offsets, (width), i))

static void
spread (const Packed *packed,
        gint64       *numbers)
{
  switch (packed->width)
    {
    case 0: SPREAD (0); break;
    case 1: SPREAD (1); break;
    case 2: SPREAD (2); break;
    case 4: SPREAD (4); break;
    default: SPREAD (8); break;
    }
}

gboolean
ex_unpack_int64 (const void *data,
                 gsize       size,
                 gint64     *numbers,
                 guint       n)
{
  Packed packed;

  if (!read_head_of (data, size, n, &packed))
    return FALSE;
  spread (&packed, numbers);
  return TRUE;
}

gboolean
ex_unpack_int32 (const void *data,
                 gsize       size,
                 gint32     *numbers,
                 guint       n,
                 gint32      least,
                 gint32      below)
{
  Packed packed;
  gboolean sound = TRUE;

  if (!read_head_of (data, size, n, &packed))
    return FALSE;
  if (n > 0 && (packed.least < least || packed.least >= below))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint64 offset = get (packed.offsets, packed.width, i);

      sound = sound && offset < (guint64) ((gint64) below - packed.least);
      numbers[i] = (gint32) (packed.least + (gint64) offset);
    }
  return sound;
}

/* --- origins ----------------------------------------------------------------------------------------------------------------------- */

#define ORIGIN_ARRAYS 4

void
ex_pack_origins (GByteArray     *to,
                 const ExColumn *column)
{
  g_autofree gint64 *numbers = column->origins != NULL ? g_new (gint64, column->n) : NULL;

  for (int array = 0; numbers != NULL && array < ORIGIN_ARRAYS; array++)
    {
      for (guint i = 0; i < column->n; i++)
        {
          const ExOrigin *origin = &column->origins[i];
          guint64 value = (guint64) column->value[i];

          numbers[i] = array == 0   ? origin->segment_day
                       : array == 1 ? (gint64) origin->reason_day - origin->segment_day
                       : array == 2 ? (gint64) ((guint64) origin->segment_value - value)
                                    : (gint64) ((guint64) origin->reason_value - value);
        }
      ex_pack_int64 (to, numbers, column->n);
    }
}

static void
take_array (ExColumn     *column,
            int           array,
            const gint64 *numbers)
{
  for (guint i = 0; i < column->n; i++)
    {
      ExOrigin *origin = &column->origins[i];
      gint64 value = (gint64) ((guint64) column->value[i] + (guint64) numbers[i]);

      if (array == 0)
        origin->segment_day = (ExDay) numbers[i];
      else if (array == 1)
        origin->reason_day = (ExDay) (origin->segment_day + numbers[i]);
      else if (array == 2)
        origin->segment_value = value;
      else
        origin->reason_value = value;
    }
}

gboolean
ex_unpack_origins (const void *data,
                   gsize       size,
                   ExColumn   *column)
{
  g_autofree gint64 *numbers = g_new (gint64, column->n);
  const guint8 *at = data;

  column->origins = g_new0 (ExOrigin, column->n);
  for (int array = 0; array < ORIGIN_ARRAYS; array++)
    {
      gsize length = size >= HEAD ? HEAD + (gsize) column->n * at[0] : 0;

      if (length == 0 || length > size || !ex_unpack_int64 (at, length, numbers, column->n))
        return FALSE;
      take_array (column, array, numbers);
      at += length;
      size -= length;
    }
  return size == 0;
}
