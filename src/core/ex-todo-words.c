#include "config.h"

#include "ex-todo-words.h"

#include "ex-format.h"

#include <glib/gi18n-lib.h>

char *
ex_words_count (guint n)
{
  static const char * const words[] = {
    N_("none"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"), N_("nine"), N_("ten"),
    N_("eleven"), N_("twelve"),
  };

  return n < G_N_ELEMENTS (words) ? g_strdup (_(words[n])) : ex_format_integer (n);
}

/* Three names are said; of more than three the first two. */
char *
ex_words_names (const GPtrArray *names,
                guint            n)
{
  const char *first, *second;
  g_autofree char *more = NULL;

  g_return_val_if_fail (names->len > 0 && n >= names->len, NULL);

  first = g_ptr_array_index (names, 0);
  if (n == 1)
    return g_strdup (first);

  if (names->len == 1)
    {
      more = ex_words_count (n - 1);
      /* Translators: a name, and how many more: "Ana and two more". */
      return g_strdup_printf (ngettext ("%s and %s more", "%s and %s more", n - 1), first, more);
    }

  second = g_ptr_array_index (names, 1);
  if (n == 2)
    return g_strdup_printf (_("%s and %s"), first, second);
  if (n == 3 && names->len >= 3)
    /* Translators: three names: "Ana, Ben and Cy". */
    return g_strdup_printf (_("%s, %s and %s"), first, second, (const char *) g_ptr_array_index (names, 2));

  more = ex_words_count (n - 2);
  /* Translators: two names, and how many more: "Ana, Ben and two more". */
  return g_strdup_printf (ngettext ("%s, %s and %s more", "%s, %s and %s more", n - 2), first, second, more);
}
