#include "config.h"

#include "ex-number-text.h"

#include "core/ex-money.h"
#include "core/ex-quantity.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* Grouping stands between digits by three, and not behind the decimal sign: "1,5" is not fifteen. */
static gboolean
is_well_grouped (const char *text, const char *group, const char *decimal)
{
  const char *end = strstr (text, decimal);
  g_autofree char *whole = end != NULL ? g_strndup (text, end - text) : g_strdup (text);
  g_auto (GStrv) parts = g_strsplit (whole, group, -1);

  if (end != NULL && strstr (end, group) != NULL)
    return FALSE;
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (strlen (parts[i]) != 3)
      return FALSE;
  return TRUE;
}

/* Takes grouping out and puts a point for the decimal sign. */
static char *
to_plain (const char *text)
{
  const struct lconv *form = localeconv ();
  const char *decimal = *form->decimal_point != '\0' ? form->decimal_point : ".";
  const char *group = *form->thousands_sep != '\0' ? form->thousands_sep : g_str_equal (decimal, ".") ? "," : "";
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GString) plain = g_string_new (stripped);

  /* "12.5" under a decimal comma: a lone point with other than three digits behind it is no grouping. */
  if (g_str_equal (group, ".") && strstr (plain->str, decimal) == NULL)
    {
      const char *point = strchr (plain->str, '.');

      if (point != NULL && strchr (point + 1, '.') == NULL && strlen (point + 1) != 3)
        return g_string_free (g_steal_pointer (&plain), FALSE);
    }
  if (*group != '\0' && is_well_grouped (plain->str, group, decimal))
    g_string_replace (plain, group, "", 0);
  g_string_replace (plain, "\u00a0", "", 0);
  g_string_replace (plain, "\u202f", "", 0);
  g_string_replace (plain, "\u2212", "-", 0);
  if (!g_str_equal (decimal, "."))
    g_string_replace (plain, decimal, ".", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

gboolean
ex_number_text_parse (const char *text, double *value)
{
  g_autofree char *plain = to_plain (text);

  *value = EX_UNSET;
  return *plain == '\0' || ex_number_parse (plain, value);
}

char *
ex_number_text_format (double value)
{
  const struct lconv *form = localeconv ();
  g_autoptr (GString) text = NULL;
  g_autofree char *plain = NULL;

  if (isnan (value))
    return g_strdup ("");
  plain = ex_number_to_string (value);
  text = g_string_new (plain);
  if (*form->decimal_point != '\0')
    g_string_replace (text, ".", form->decimal_point, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
ex_money_text_parse (const char *text, int exponent, gint64 *minor, GError **error)
{
  g_autofree char *plain = to_plain (text);

  return *plain != '\0' && ex_money_parse (plain, exponent, minor, error);
}

char *
ex_money_text_format (gint64 minor, int exponent)
{
  const struct lconv *form = localeconv ();
  g_autofree char *plain = ex_money_to_string (minor, exponent);
  g_autoptr (GString) text = g_string_new (plain);

  if (*form->decimal_point != '\0')
    g_string_replace (text, ".", form->decimal_point, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
