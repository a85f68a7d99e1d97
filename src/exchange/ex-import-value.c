#include "config.h"

#include "ex-import-value.h"

#include <string.h>

#define MINUS "\xe2\x88\x92"       /* U+2212 */
#define NO_BREAK "\xc2\xa0"        /* U+00A0 */
#define NARROW "\xe2\x80\xaf"      /* U+202F */
#define THIN "\xe2\x80\x89"        /* U+2009 */
#define APOSTROPHE "\xe2\x80\x99"  /* U+2019 */

typedef struct { const char *text; gsize length; } Slice;

static gboolean
starts_with (Slice s, const char *what)
{
  gsize length = strlen (what);

  return s.length >= length && memcmp (s.text, what, length) == 0;
}

static void
skip (Slice *s, gsize n)
{
  s->text += n;
  s->length -= n;
}

static void
skip_blanks (Slice *s)
{
  while (s->length > 0 && *s->text == ' ')
    skip (s, 1);
  while (s->length > 0 && s->text[s->length - 1] == ' ')
    s->length--;
}

/* The sign, and what is left. */
static gboolean
take_sign (Slice *s)
{
  gboolean negative = FALSE;

  skip_blanks (s);
  if (s->length >= 2 && s->text[0] == '(' && s->text[s->length - 1] == ')')
    {
      skip (s, 1);
      s->length--;
      negative = TRUE;
    }
  else if (starts_with (*s, "-") || starts_with (*s, "+"))
    {
      negative = *s->text == '-';
      skip (s, 1);
    }
  else if (starts_with (*s, MINUS))
    {
      negative = TRUE;
      skip (s, strlen (MINUS));
    }
  skip_blanks (s);

  return negative;
}

/* Bytes of a separator of thousands that is neither point nor comma; 0: none. */
static gsize
gap_length (Slice s)
{
  static const char *gaps[] = { " ", "'", NO_BREAK, NARROW, THIN, APOSTROPHE };

  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (starts_with (s, gaps[i]))
      return strlen (gaps[i]);

  return 0;
}

typedef struct
{
  guint points;
  guint commas;
  guint gaps;
  char  last;    /* of point and comma */
  guint before;  /* digits before the first point or comma */
  guint after;   /* digits behind the last */
  guint digits;
  char  first;   /* digit */
} Shape;

static gboolean
look (Slice s, Shape *shape)
{
  *shape = (Shape) { 0 };

  while (s.length > 0)
    {
      char c = *s.text;
      gsize gap = gap_length (s);

      if (g_ascii_isdigit (c))
        {
          if (shape->digits++ == 0)
            shape->first = c;
          shape->after++;
          if (shape->points + shape->commas == 0)
            shape->before++;
        }
      else if (c == '.' || c == ',')
        {
          shape->points += c == '.';
          shape->commas += c == ',';
          shape->last = c;
          shape->after = 0;
        }
      else if (gap > 0)
        shape->gaps++;
      else
        return FALSE;
      skip (&s, MAX (gap, 1));
    }

  return shape->digits > 0;
}

ExNumberForm
ex_number_form (const char *text, gsize length)
{
  Slice s = { text, length };
  Shape shape;
  gboolean point;

  take_sign (&s);
  if (!look (s, &shape))
    return EX_FORM_NOT_A_NUMBER;

  point = shape.last == '.';
  if (shape.points + shape.commas == 0)
    return EX_FORM_PLAIN;
  if (shape.points > 0 && shape.commas > 0)
    return point ? EX_FORM_POINT : EX_FORM_COMMA;
  if (shape.points + shape.commas > 1) /* of thousands, then: the other one is the decimal sign */
    return point ? EX_FORM_COMMA : EX_FORM_POINT;
  if (shape.after == 3 && shape.before >= 1 && shape.before <= 3 && shape.first != '0' && shape.gaps == 0)
    return point ? EX_FORM_OPEN_POINT : EX_FORM_OPEN_COMMA;

  return point ? EX_FORM_POINT : EX_FORM_COMMA;
}

/* Copies the whole part without its separators of thousands, which must stand before every three digits. @group: the one in use. */
static gboolean
copy_whole (Slice *s, char decimal, GString *out)
{
  char other = decimal == '.' ? ',' : '.';
  guint run = 0;
  gboolean grouped = FALSE;

  while (s->length > 0 && *s->text != decimal)
    {
      gsize gap = *s->text == other ? 1 : gap_length (*s);

      if (gap > 0)
        {
          if (run == 0 || run > 3 || (grouped && run != 3))
            return FALSE;
          grouped = TRUE;
          run = 0;
          skip (s, gap);
        }
      else if (g_ascii_isdigit (*s->text))
        {
          g_string_append_c (out, *s->text);
          run++;
          skip (s, 1);
        }
      else
        return FALSE;
    }

  return !grouped || run == 3;
}

gboolean
ex_number_plain (const char *text, gsize length, char decimal, char plain[EX_PLAIN_SIZE])
{
  Slice s = { text, length };
  g_autoptr (GString) out = g_string_sized_new (EX_PLAIN_SIZE);
  gsize whole;

  if (take_sign (&s))
    g_string_append_c (out, '-');
  whole = out->len;
  if (!copy_whole (&s, decimal, out))
    return FALSE;

  if (s.length > 0)
    {
      skip (&s, 1);
      if (s.length > 0)
        {
          if (out->len == whole)
            g_string_append_c (out, '0'); /* .5 */
          g_string_append_c (out, '.');
        }
      for (; s.length > 0; skip (&s, 1))
        {
          if (!g_ascii_isdigit (*s.text))
            return FALSE;
          g_string_append_c (out, *s.text);
        }
    }

  if (out->len == whole || out->len >= EX_PLAIN_SIZE)
    return FALSE;
  memcpy (plain, out->str, out->len + 1);

  return TRUE;
}

/* Digits, perhaps with a point among them: @mantissa / 10^@decimals. Up to 15 digits, which a double and a gint64 hold exactly. */
static gboolean
scan_quick (const char *text, gsize length, gboolean *negative, gint64 *mantissa, guint *decimals)
{
  const char *end = text + length;
  gint64 value = 0;
  guint digits = 0;
  const char *point = NULL;

  *negative = length > 0 && *text == '-';
  if (*negative)
    text++;
  if (end - text > 16)
    return FALSE;

  for (; text < end; text++)
    if (*text >= '0' && *text <= '9')
      {
        value = value * 10 + (*text - '0');
        digits++;
      }
    else if (*text == '.' && point == NULL)
      point = text;
    else
      return FALSE;

  *mantissa = value;
  *decimals = point != NULL ? (guint) (end - point - 1) : 0;

  return digits > 0 && digits <= 15 && (point == NULL || *decimals > 0) && (guint) digits > *decimals;
}

static const gint64 powers_of_ten[] = {
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
  100000000000000, 1000000000000000,
};

gboolean
ex_number_quick (const char *text, gsize length, double *value, guint *decimals)
{
  gboolean negative;
  gint64 mantissa;

  if (!scan_quick (text, length, &negative, &mantissa, decimals))
    return FALSE;

  /* Both are exact, so that the quotient is the nearest double, as strtod() would have it. */
  *value = (double) mantissa / (double) powers_of_ten[*decimals];
  if (negative && mantissa != 0)
    *value = -*value;

  return TRUE;
}

gboolean
ex_money_quick (const char *text, gsize length, int exponent, gint64 *minor)
{
  gboolean negative;
  gint64 mantissa;
  guint decimals;

  if (!scan_quick (text, length, &negative, &mantissa, &decimals) || decimals > (guint) exponent)
    return FALSE;

  *minor = mantissa * powers_of_ten[(guint) exponent - decimals];
  if (negative)
    *minor = -*minor;

  return TRUE;
}
