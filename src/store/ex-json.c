#include "config.h"

#include "ex-json.h"

#include <string.h>

void
ex_json_reader_init (ExJsonReader *self, const char *json)
{
  self->at = json != NULL && (json[0] == '{' || json[0] == '[') ? json + 1 : NULL;
  self->first = TRUE;
  self->named = json != NULL && json[0] == '{';
  self->name = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->type = EX_JSON_NULL;
}

void
ex_json_reader_clear (ExJsonReader *self)
{
  g_string_free (self->name, TRUE);
  g_string_free (self->value, TRUE);
}

static int
read_hex (const char *p)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value << 4 | digit;
    }
  return value;
}

/* \uXXXX at @p, behind the u; two of them for what lies beyond 16 bits. Returns what follows, NULL when broken. */
static const char *
read_unicode (const char *p, GString *into)
{
  int high = read_hex (p);
  int low;

  if (high < 0)
    return NULL;
  p += 4;
  if (high >= 0xd800 && high < 0xdc00 && p[0] == '\\' && p[1] == 'u')
    {
      low = read_hex (p + 2);
      if (low < 0xdc00 || low >= 0xe000)
        return NULL;
      g_string_append_unichar (into, 0x10000 + ((gunichar) (high - 0xd800) << 10) + (gunichar) (low - 0xdc00));
      return p + 6;
    }
  g_string_append_unichar (into, (gunichar) high);
  return p;
}

static const char *
read_escape (const char *p, GString *into)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (*p == 'u')
    return read_unicode (p + 1, into);
  letter = *p != '\0' ? strchr (letters, *p) : NULL;
  if (letter == NULL)
    return NULL;
  g_string_append_c (into, meanings[letter - letters]);
  return p + 1;
}

/* @p is behind the opening quote. Returns what follows the closing one, NULL when broken. */
static const char *
read_string (const char *p, GString *into)
{
  g_string_truncate (into, 0);
  while (p != NULL && *p != '"')
    {
      gsize plain = strcspn (p, "\"\\");

      g_string_append_len (into, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        return NULL;
      if (*p == '\\')
        p = read_escape (p + 1, into);
    }
  return p != NULL ? p + 1 : NULL;
}

static const char *
read_value (ExJsonReader *self, const char *p)
{
  gsize n;

  if (*p == '"')
    {
      self->type = EX_JSON_STRING;
      return read_string (p + 1, self->value);
    }
  g_string_truncate (self->value, 0);
  if (strncmp (p, "null", 4) == 0)
    {
      self->type = EX_JSON_NULL;
      return p + 4;
    }
  self->type = EX_JSON_NUMBER;
  n = strspn (p, "+-.0123456789eE");
  g_string_append_len (self->value, p, (gssize) n);
  return n > 0 ? p + n : NULL;
}

static const char *
read_name (ExJsonReader *self, const char *p)
{
  if (*p != '"')
    return NULL;
  p = read_string (p + 1, self->name);
  return p != NULL && *p == ':' ? p + 1 : NULL;
}

gboolean
ex_json_reader_next (ExJsonReader *self)
{
  const char *p = self->at;

  if (p == NULL || *p == '\0')
    return FALSE;
  if (*p == (self->named ? '}' : ']'))
    {
      self->at = p[1] == '\0' ? "" : NULL;
      return FALSE;
    }
  self->at = NULL;
  if (!self->first && *p++ != ',')
    return FALSE;
  self->first = FALSE;
  if (self->named)
    p = read_name (self, p);
  if (p == NULL)
    return FALSE;
  self->at = read_value (self, p);
  return self->at != NULL;
}

void
ex_json_append_quoted (GString *json, const char *text)
{
  static const char special[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";

  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *found = strchr (special, *p);

      if (found != NULL)
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, letters[found - special]);
        }
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}
