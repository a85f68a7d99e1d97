#include "config.h"

#include "ex-decimal.h"


/* Numbers are kept negative while they are read: G_MININT64 has no positive counterpart. */
static gboolean
push_digit (gint64 *negative,
            int     digit)
{
  return !__builtin_mul_overflow (*negative, 10, negative) && !__builtin_sub_overflow (*negative, digit, negative);
}

ExDecimalResult
ex_decimal_parse (const char *text,
                  gsize       length,
                  int         decimals,
                  gint64     *scaled)
{
  const char *end = text + length;
  gboolean minus = FALSE, point = FALSE, any = FALSE, too_fine = FALSE, overflow = FALSE;
  int places = 0;
  gint64 value = 0;

  if (text < end && (*text == '-' || *text == '+'))
    minus = *text++ == '-';

  for (; text < end; text++)
    {
      if (*text == '.' && !point)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        return EX_DECIMAL_NOT_A_NUMBER;

      any = TRUE;
      if (point && ++places > decimals)
        too_fine |= *text != '0';
      else
        overflow |= !push_digit (&value, *text - '0');
    }

  if (!any)
    return EX_DECIMAL_NOT_A_NUMBER;
  if (too_fine)
    return EX_DECIMAL_TOO_FINE;

  for (; places < decimals; places++)
    overflow |= !push_digit (&value, 0);

  if (overflow || (!minus && value == G_MININT64))
    return EX_DECIMAL_OVERFLOW;

  *scaled = minus ? value : -value;

  return EX_DECIMAL_OK;
}

char *
ex_decimal_to_string (gint64   scaled,
                      int      decimals,
                      gboolean trim)
{
  guint64 magnitude = scaled < 0 ? 0 - (guint64) scaled : (guint64) scaled;
  char text[32];
  gsize i = sizeof text - 1;

  g_assert (decimals >= 0 && decimals <= 9);

  text[i] = '\0';
  for (int place = 0; place < decimals; place++, magnitude /= 10)
    if (!trim || magnitude % 10 != 0)
      {
        text[--i] = (char) ('0' + magnitude % 10);
        trim = FALSE;
      }

  if (text[i] != '\0')
    text[--i] = '.';

  do
    text[--i] = (char) ('0' + magnitude % 10);
  while ((magnitude /= 10) != 0);

  if (scaled < 0)
    text[--i] = '-';

  return g_strdup (text + i);
}
