#include "config.h"

#include "ex-spells.h"

#include "ex-format.h"

#include <glib/gi18n-lib.h>

static guint
length (const GArray *spells)
{
  return spells != NULL ? spells->len : 0;
}

static char *
words_of (const char *format, ExDay one, ExDay other)
{
  g_autofree char *first = ex_format_day (one);
  g_autofree char *second = ex_format_day (other);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 3);

  return g_strconcat (parts[0], first, parts[1], second, parts[2], NULL);
}

char *
ex_spells_problem (const GArray *spells, ExDay own_from)
{
  for (guint i = 0; i < length (spells); i++)
    {
      const ExSpell *spell = &g_array_index (spells, ExSpell, i);
      ExDay next = i + 1 < spells->len ? g_array_index (spells, ExSpell, i + 1).from : own_from;

      if (spell->from == EX_DAY_NONE || spell->to == EX_DAY_NONE)
        return g_strdup (_("An earlier time in the role has a first and a last day."));
      if (spell->to < spell->from)
        return words_of (_("A time in the role ends on %s, before it begins on %s."), spell->to, spell->from);
      if (next == EX_DAY_NONE)
        return g_strdup (_("Who was in the role before has a first day of the present time as well."));
      if (next <= spell->to)
        return words_of (_("A time in the role begins on %s, but the one before it ends on %s; they follow each other."), next, spell->to);
    }

  return NULL;
}

gboolean
ex_spells_equal (const GArray *a, const GArray *b)
{
  if (length (a) != length (b))
    return FALSE;
  for (guint i = 0; i < length (a); i++)
    {
      const ExSpell *one = &g_array_index (a, ExSpell, i), *other = &g_array_index (b, ExSpell, i);

      if (one->from != other->from || one->to != other->to)
        return FALSE;
    }

  return TRUE;
}
