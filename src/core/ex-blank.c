#include "config.h"

#include "ex-blank.h"

/* The tabulator that goes down, and the line's end of old mainframes, are none of GLib's spaces. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0b || c == 0x85;
}

gboolean
ex_text_is_blank (const char *text)
{
  while (text != NULL && is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text == NULL || *text == '\0';
}
