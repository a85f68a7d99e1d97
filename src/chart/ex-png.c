/* Charts are flat: most pixels are like the one before them, the one above, or (in hatching) the one beside that, and most of the rest are the edges of
 * words. A general compressor looks for more than that in every byte, and takes ten times as long as the drawing did. This one asks only those four
 * questions, a pixel at a time, and writes what it finds as plain deflate with the codes that are fixed there (RFC 1951), in a zlib stream (RFC 1950), in a PNG (ISO/IEC 15948). */
#include "config.h"

#include "ex-png.h"

#include <zlib.h>

#include <string.h>

#define BYTES_A_PIXEL 3
/* Of one repetition in deflate: 258 bytes are 86 whole pixels. */
#define MOST_BYTES 258
#define FARTHEST 32768u
#define SUM_BASE 65521
#define FOUR 4u

/* Bits fill bytes from the lowest up. */
typedef struct
{
  GByteArray *bytes;
  guint64     bits;
  guint       n_bits;
  guint8      buffer[4096];
  guint       n_buffer;
} Bits;

/* What a pixel may be like: the one at its left, or one of three above. */
typedef enum { LIKE_LEFT, LIKE_ABOVE, LIKE_ABOVE_LEFT, LIKE_ABOVE_RIGHT, N_LIKENESSES } Likeness;

/* A code, and how many bits it has; its bits as they are written. */
typedef struct
{
  guint32 bits;
  guint   n_bits;
} Code;

typedef struct
{
  Code literals[256];
  Code lengths[MOST_BYTES + 1]; /* from 3 on, with the extra bits */
  Code distances[N_LIKENESSES];
  guint n_distances;            /* of a wide picture, the row above is too far away to be pointed at */
} Codes;

/* ---- Bits ---- */

static void
flush (Bits *self)
{
  g_byte_array_append (self->bytes, self->buffer, self->n_buffer);
  self->n_buffer = 0;
}

static inline void
put (Bits *self, Code code)
{
  self->bits |= (guint64) code.bits << self->n_bits;
  self->n_bits += code.n_bits;
  if (self->n_bits < 32)
    return;
  for (guint i = 0; i < 4; i++, self->bits >>= 8)
    self->buffer[self->n_buffer++] = (guint8) self->bits;
  self->n_bits -= 32;
  if (self->n_buffer + 4 > sizeof self->buffer)
    flush (self);
}

static void
finish (Bits *self)
{
  for (; self->n_bits > 0; self->bits >>= 8, self->n_bits -= MIN (self->n_bits, 8))
    self->buffer[self->n_buffer++] = (guint8) self->bits;
  flush (self);
}

/* ---- Codes ---- */

/* Codes are written from their highest bit down, numbers from their lowest up. */
static guint32
reversed (guint32 value, guint n_bits)
{
  guint32 result = 0;

  for (guint i = 0; i < n_bits; i++)
    result |= (value >> i & 1) << (n_bits - 1 - i);

  return result;
}

/* RFC 1951, 3.2.6. */
static Code
symbol_code (guint symbol)
{
  if (symbol < 144)
    return (Code) { reversed (0x30 + symbol, 8), 8 };
  if (symbol < 256)
    return (Code) { reversed (0x190 + symbol - 144, 9), 9 };
  if (symbol < 280)
    return (Code) { reversed (symbol - 256, 7), 7 };

  return (Code) { reversed (0xc0 + symbol - 280, 8), 8 };
}

/* Symbol number @n of those whose first ones stand for one value each and whose later ones, in groups, for ever more: RFC 1951, 3.2.5.
 * @value: from 0. */
static guint
grouped_symbol (guint value, guint a_group, guint *n_extra)
{
  guint symbol = value, extra = 0;

  while (value >= 2 * a_group)
    {
      value /= 2;
      extra++;
    }
  if (extra > 0)
    symbol = value + extra * a_group;
  *n_extra = extra;

  return symbol;
}

static Code
length_code (guint length)
{
  guint n_extra = 0;
  guint symbol = grouped_symbol (length - 3, 4, &n_extra);
  Code code = symbol_code (length == MOST_BYTES ? 285 : 257 + symbol);

  if (length == MOST_BYTES)
    return code;
  code.bits |= ((length - 3) & ((1u << n_extra) - 1)) << code.n_bits;
  code.n_bits += n_extra;

  return code;
}

static Code
distance_code (guint distance)
{
  guint n_extra = 0;
  guint symbol = grouped_symbol (distance - 1, 2, &n_extra);
  Code code = { reversed (symbol, 5), 5 + n_extra };

  code.bits |= ((distance - 1) & ((1u << n_extra) - 1)) << 5;

  return code;
}

static void
codes_init (Codes *self, guint width)
{
  const guint above = width * BYTES_A_PIXEL + 1;
  const guint distances[N_LIKENESSES] = {
    [LIKE_LEFT] = BYTES_A_PIXEL, [LIKE_ABOVE] = above, [LIKE_ABOVE_LEFT] = above + BYTES_A_PIXEL, [LIKE_ABOVE_RIGHT] = above - BYTES_A_PIXEL,
  };

  for (guint i = 0; i < 256; i++)
    self->literals[i] = symbol_code (i);
  for (guint i = 3; i <= MOST_BYTES; i++)
    self->lengths[i] = length_code (i);
  self->n_distances = above + BYTES_A_PIXEL <= FARTHEST ? N_LIKENESSES : 1;
  for (guint i = 0; i < self->n_distances; i++)
    self->distances[i] = distance_code (distances[i]);
}

/* ---- Rows ---- */

/* Four at a time as long as they are alike: this is where the time goes. */
static inline guint
run (const guint32 *pixels, const guint32 *like, guint from, guint to)
{
  guint i = from + 1;

  if (from >= to || pixels[from] != like[from]) /* mostly, among the edges of words */
    return 0;
  for (; i + FOUR <= to; i += FOUR)
    {
      guint64 a[FOUR / 2], b[FOUR / 2];

      memcpy (a, pixels + i, sizeof a);
      memcpy (b, like + i, sizeof b);
      if (((a[0] ^ b[0]) | (a[1] ^ b[1])) != 0)
        break;
    }
  while (i < to && pixels[i] == like[i])
    i++;

  return i - from;
}

/* How many pixels from @i on are like their neighbours at the same side, and at which: the longest run of all. @before: the row above. */
static inline guint
longest (const guint32 *row, const guint32 *before, guint i, guint width, guint n_likenesses, Likeness *likeness)
{
  guint most = i > 0 ? run (row, row - 1, i, width) : 0;
  guint n;

  *likeness = LIKE_LEFT;
  if (n_likenesses == 1 || most == width - i)
    return most;
  if ((n = run (row, before, i, width)) > most)
    most = n, *likeness = LIKE_ABOVE;
  if (i > 0 && (n = run (row, before - 1, i, width)) > most)
    most = n, *likeness = LIKE_ABOVE_LEFT;
  if (most < width - 1 - i && (n = run (row, before + 1, i, width - 1)) > most)
    most = n, *likeness = LIKE_ABOVE_RIGHT;

  return most;
}

static void
put_repeated (Bits *bits, const Codes *codes, guint n_pixels, Likeness likeness)
{
  guint n_bytes = n_pixels * BYTES_A_PIXEL;

  for (; n_bytes > 0; n_bytes -= MIN (n_bytes, MOST_BYTES))
    {
      put (bits, codes->lengths[MIN (n_bytes, MOST_BYTES)]);
      put (bits, codes->distances[likeness]);
    }
}

static inline Code
pixel_code (const Codes *codes, guint32 pixel)
{
  Code red = codes->literals[pixel >> 16], green = codes->literals[pixel >> 8 & 0xff], blue = codes->literals[pixel & 0xff];

  return (Code) { red.bits | green.bits << red.n_bits | blue.bits << (red.n_bits + green.n_bits), red.n_bits + green.n_bits + blue.n_bits };
}

/* @before: the row above, NULL: none. The upper byte of a pixel is 0 in both. */
static void
put_row (Bits *bits, const Codes *codes, const guint32 *row, const guint32 *before, guint width)
{
  put (bits, codes->literals[0]); /* no filter: what is repeated is seen without */
  for (guint i = 0; i < width;)
    {
      Likeness likeness;
      guint n = longest (row, before, i, width, before != NULL ? codes->n_distances : 1, &likeness);

      if (i == 0 && n > 1 && row[1] == row[0]) /* the rest is like the one at its left, which is said in fewer bits */
        n = 1;
      if (n > 0)
        {
          put_repeated (bits, codes, n, likeness);
          i += n;
          continue;
        }
      put (bits, pixel_code (codes, row[i]));
      i++;
    }
}

/* ---- The sum that ends the stream: RFC 1950, 8.2 ---- */

typedef struct
{
  guint64 a, b;
} Sum;

/* Of a row alone: its first byte is 0, and of pixels that are the same each adds as much more than the one before. */
static Sum
sum_row (const guint32 *row, guint width)
{
  Sum sum = { 0, 0 };

  for (guint i = 0; i < width;)
    {
      guint64 red = row[i] >> 16, green = row[i] >> 8 & 0xff, blue = row[i] & 0xff, all = red + green + blue;
      guint64 n = 1 + run (row, row - 1, i + 1, width);

      sum.b += n * (3 * sum.a + 3 * red + 2 * green + blue) + 3 * all * (n * (n - 1) / 2);
      sum.a += n * all;
      i += (guint) n;
    }

  return sum;
}

static void
add_row (Sum *self, Sum row, guint width)
{
  self->b = (self->b + (width * BYTES_A_PIXEL + 1) * self->a + row.b) % SUM_BASE;
  self->a = (self->a + row.a) % SUM_BASE;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, 4);
}

static void
append_pixels (GByteArray *bytes, const guint8 *pixels, int stride, guint width, guint height)
{
  g_autofree Codes *codes = g_new0 (Codes, 1);
  g_autofree guint32 *rows = g_new (guint32, 2 * width);
  guint32 *row = rows, *before = rows + width;
  Bits *bits = g_new0 (Bits, 1);
  Sum sum = { 1, 0 }, last = { 0, 0 };

  bits->bytes = bytes;
  codes_init (codes, width);
  g_byte_array_append (bytes, (const guint8 *) "\x78\x01", 2);
  put (bits, (Code) { 1 | 1 << 1, 3 }); /* one block, the last, of fixed codes */
  for (guint y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (const void *) (pixels + (gsize) y * (gsize) stride);
      guint32 *other = before;

      for (guint x = 0; x < width; x++)
        row[x] = from[x] & 0xffffff;
      put_row (bits, codes, row, y > 0 ? before : NULL, width);
      if (y == 0 || memcmp (row, before, width * sizeof (guint32)) != 0)
        last = sum_row (row, width);
      add_row (&sum, last, width);
      before = row;
      row = other;
    }
  put (bits, symbol_code (256));
  finish (bits);
  g_free (bits);
  append_number (bytes, (guint32) (sum.b << 16 | sum.a));
}

/* ---- The file ---- */

/* Where its data begins. */
static guint
begin_chunk (GByteArray *bytes, const char *type)
{
  append_number (bytes, 0); /* its length, once it is known */
  g_byte_array_append (bytes, (const guint8 *) type, 4);

  return bytes->len;
}

static void
end_chunk (GByteArray *bytes, guint start)
{
  guint32 length = GUINT32_TO_BE (bytes->len - start);

  memcpy (bytes->data + start - 8, &length, 4);
  append_number (bytes, (guint32) crc32 (crc32 (0, NULL, 0), bytes->data + start - 4, bytes->len - start + 4));
}

/* In UTF-8, not compressed, in no language that is said. */
static void
append_text (GByteArray *bytes, const char *keyword, const char *text)
{
  guint start;

  if (text == NULL || *text == '\0')
    return;
  start = begin_chunk (bytes, "iTXt");
  g_byte_array_append (bytes, (const guint8 *) keyword, (guint) strlen (keyword) + 1);
  g_byte_array_append (bytes, (const guint8 *) "\0\0\0\0", 4);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  end_chunk (bytes, start);
}

void
ex_png_append (GByteArray *bytes, cairo_surface_t *surface, const char *title, const char *description)
{
  guint width, height, start;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24);

  cairo_surface_flush (surface);
  width = (guint) cairo_image_surface_get_width (surface);
  height = (guint) cairo_image_surface_get_height (surface);
  g_byte_array_append (bytes, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  start = begin_chunk (bytes, "IHDR");
  append_number (bytes, width);
  append_number (bytes, height);
  g_byte_array_append (bytes, (const guint8 *) "\x08\x02\0\0\0", 5); /* eight bits a channel, red, green and blue */
  end_chunk (bytes, start);
  append_text (bytes, "Title", title);
  append_text (bytes, "Description", description);
  start = begin_chunk (bytes, "IDAT");
  append_pixels (bytes, cairo_image_surface_get_data (surface), cairo_image_surface_get_stride (surface), width, height);
  end_chunk (bytes, start);
  start = begin_chunk (bytes, "IEND");
  end_chunk (bytes, start);
}
