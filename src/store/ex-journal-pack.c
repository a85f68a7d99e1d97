#include "config.h"

#include "ex-journal-pack.h"

#include <string.h>

/* --- into bytes ------------------------------------------------------------------------------------------------------------ */

static void
append_number (GByteArray *into, guint64 number)
{
  guint8 bytes[10];
  guint n = 0;

  for (; number >= 0x80; number >>= 7)
    bytes[n++] = (guint8) (number | 0x80);
  bytes[n++] = (guint8) number;
  g_byte_array_append (into, bytes, n);
}

static void
append_letter (GByteArray *into, char letter)
{
  g_byte_array_append (into, (const guint8 *) &letter, 1);
}

static void
append_real (GByteArray *into, double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  g_byte_array_append (into, (const guint8 *) &bits, sizeof bits);
}

static void
append_text (GByteArray *into, const char *text)
{
  gsize length = strlen (text);

  append_number (into, length);
  g_byte_array_append (into, (const guint8 *) text, (guint) length);
}

static void
append_int (GByteArray *into, gint64 number)
{
  append_letter (into, 'i');
  append_number (into, (guint64) number << 1 ^ (guint64) (number >> 63));
}

static void
append_value (ExColumnType type, ExStatement *row, int column, GByteArray *into)
{
  switch (type)
    {
    case EX_COLUMN_INT:
      append_int (into, ex_statement_int (row, column));
      break;
    case EX_COLUMN_REAL:
      append_letter (into, 'r');
      append_real (into, ex_statement_double (row, column));
      break;
    case EX_COLUMN_TEXT:
      append_letter (into, 't');
      append_text (into, ex_statement_text (row, column));
      break;
    case EX_COLUMN_BLOB:
    default:
      g_assert_not_reached (); /* the ledger stays where it is */
    }
}

void
ex_pack_row (const ExJournalTable *table, ExStatement *row, GByteArray *into)
{
  for (guint i = 0; i < table->n; i++)
    if (ex_statement_is_null (row, (int) i))
      append_letter (into, 'n');
    else
      append_value (table->columns[i].type, row, (int) i, into);
}

void
ex_pack_values (const ExJournalTable *table, const ExValue *values, GByteArray *into)
{
  for (guint i = 0; i < table->n; i++)
    switch (values[i].type)
      {
      case EX_VALUE_INT:
        append_int (into, values[i].integer);
        break;
      case EX_VALUE_REAL:
        append_letter (into, 'r');
        append_real (into, values[i].real);
        break;
      case EX_VALUE_TEXT:
        append_letter (into, 't');
        append_text (into, values[i].text);
        break;
      case EX_VALUE_NULL:
      default:
        append_letter (into, 'n');
        break;
      }
}

/* --- out of bytes ------------------------------------------------------------------------------------------------------------ */

static const guint8 *
read_number (const guint8 *at, const guint8 *end, guint64 *number)
{
  *number = 0;
  for (guint shift = 0; at < end && shift < 64; shift += 7)
    {
      *number |= (guint64) (*at & 0x7f) << shift;
      if ((*at++ & 0x80) == 0)
        return at;
    }
  return NULL;
}

static const guint8 *
read_int (const guint8 *at, const guint8 *end, ExValue *value)
{
  guint64 number;

  at = read_number (at, end, &number);
  value->type = EX_VALUE_INT;
  value->integer = (gint64) (number >> 1 ^ (~(number & 1) + 1));
  return at;
}

static const guint8 *
read_real (const guint8 *at, const guint8 *end, ExValue *value)
{
  guint64 bits;

  if (end - at < (gssize) sizeof bits)
    return NULL;
  memcpy (&bits, at, sizeof bits);
  bits = GUINT64_FROM_LE (bits);
  value->type = EX_VALUE_REAL;
  memcpy (&value->real, &bits, sizeof bits);
  return at + sizeof bits;
}

static const guint8 *
read_text (const guint8 *at, const guint8 *end, ExValue *value)
{
  guint64 length;

  at = read_number (at, end, &length);
  if (at == NULL || length > (guint64) (end - at))
    return NULL;
  value->type = EX_VALUE_TEXT;
  value->text = g_strndup ((const char *) at, length);
  return at + length;
}

static const guint8 *
read_value (const guint8 *at, const guint8 *end, ExValue *value)
{
  if (at == end)
    return NULL;
  switch (*at++)
    {
    case 'n':
      return at;
    case 'i':
      return read_int (at, end, value);
    case 'r':
      return read_real (at, end, value);
    case 't':
      return read_text (at, end, value);
    default:
      return NULL;
    }
}

const guint8 *
ex_unpack_row (const ExJournalTable *table, const guint8 *at, const guint8 *end, ExValue *values)
{
  memset (values, 0, table->n * sizeof *values);
  for (guint i = 0; i < table->n && at != NULL; i++)
    at = read_value (at, end, &values[i]);
  if (at == NULL)
    ex_values_clear (values, table->n);
  return at;
}
