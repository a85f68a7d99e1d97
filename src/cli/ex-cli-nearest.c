#include "config.h"

#include "ex-cli-nearest.h"

#include <string.h>

#define LONGEST 64

/* How many letters have to be put in, taken out, exchanged or swapped with their neighbour (Damerau, 1964). */
static guint
distance (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b);
  guint rows[3][LONGEST + 1];

  if (n > LONGEST || m > LONGEST)
    return G_MAXUINT;

  for (gsize j = 0; j <= m; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= n; i++)
    {
      guint *row = rows[i % 3], *above = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];

      row[0] = (guint) i;
      for (gsize j = 1; j <= m; j++)
        {
          row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
    }

  return rows[n % 3][m];
}

const char *
ex_cli_nearest (const char *word, const char *const *candidates)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);
  const char *nearest = NULL;
  guint best = G_MAXUINT;

  for (gsize i = 0; candidates[i] != NULL; i++)
    {
      g_autofree char *candidate = g_ascii_strdown (candidates[i], -1);
      guint off = distance (lower, candidate);

      /* "leader" for "leaders", "lost" for "lost-reasons". */
      if (strlen (lower) >= 3 && g_str_has_prefix (candidate, lower))
        off = MIN (off, 1);
      if (off < best)
        {
          best = off;
          nearest = candidates[i];
        }
    }

  return best <= MAX (1, strlen (lower) / 3) ? nearest : NULL;
}
