#include "config.h"

#include "ex-csv-writer.h"

#include <string.h>

/* What makes a spreadsheet take a field for a formula. Blanks before it do not help: some skip them. */
static gboolean
looks_like_formula (const char *text)
{
  while (*text == ' ')
    text++;

  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  /* Blanks at an end are kept by quotes where a reader trims what is bare. */
  return strpbrk (text, ",;\t\"\r\n") != NULL || text[0] == ' ' || (length > 0 && text[length - 1] == ' ');
}

static void
append_quoted (GString *out, const char *text, gboolean guard)
{
  g_string_append_c (out, '"');
  if (guard)
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

void
ex_csv_append (GString *out, const char *text, gboolean data, gboolean last)
{
  gboolean guard;

  g_return_if_fail (out != NULL);

  text = text != NULL ? text : "";
  guard = data && looks_like_formula (text);

  if (needs_quotes (text))
    append_quoted (out, text, guard);
  else
    {
      if (guard)
        g_string_append_c (out, '\'');
      g_string_append (out, text);
    }

  g_string_append_c (out, last ? '\n' : ',');
}
