#include "config.h"

#include "ex-nick.h"

static char
plain (char c)
{
  return c == '-' || c == '_' ? ' ' : g_ascii_tolower (c);
}

static gboolean
same_words (const char *a,
            const char *b)
{
  while (*a != '\0' && plain (*a) == plain (*b))
    {
      a++;
      b++;
    }

  return *a == '\0' && *b == '\0';
}

int
ex_nick_find (const char         *text,
              const char * const *nicks,
              gsize               n)
{
  for (gsize i = 0; text != NULL && i < n; i++)
    if (same_words (text, nicks[i]))
      return (int) i;

  return -1;
}
