#include "config.h"

#include "ex-change-rewards.h"

#include "core/ex-format.h"
#include "core/ex-reward.h"
#include "ex-change-values.h"

#include <glib/gi18n.h>

#include <string.h>

static char *
percent_words (double percent)
{
  g_autofree char *figure = ex_format_figure (percent, 0);

  /* Translators: a percentage, "68.4 %" */
  return g_strdup_printf (_("%s %%"), figure);
}

static char *
curve_words (const char *text)
{
  g_autoptr (GArray) curve = ex_curve_parse (text, NULL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; curve != NULL && i < curve->len; i++)
    {
      const ExCurvePoint *point = &g_array_index (curve, ExCurvePoint, i);
      g_autofree char *growth = percent_words (point->growth);
      g_autofree char *payout = percent_words (point->payout);

      g_string_append (words, i > 0 ? ", " : "");
      /* Translators: a point of the reward curve, growth and payout: "2 % pays 50 %" */
      g_string_append_printf (words, _("%s pays %s"), growth, payout);
    }
  if (curve == NULL)
    g_string_append (words, text);
  return g_string_free (words, FALSE);
}

/* Customers, or minor units: as the row itself says. */
static char *
measured_words (const char *text, const ExChange *change, const ExCompany *company)
{
  g_autofree char *measure = ex_change_get (change, "measure");
  gint64 figure = g_ascii_strtoll (text, NULL, 10);

  if (g_strcmp0 (measure, "customers") == 0)
    return ex_format_integer (figure);
  return ex_format_money (figure, ex_company_get_info (company)->currency);
}

static char *
own_words (const char *text)
{
  ExOwnFactor own;

  return g_strdup (ex_own_factor_parse (text, &own) ? ex_own_factor_label (own) : text);
}

char *
ex_change_reward_value (const char *text, ExMeaning meaning, const ExChange *change, const ExCompany *company)
{
  switch (meaning)
    {
    case EX_AS_CURVE:
      return curve_words (text);
    case EX_AS_MEASURE:
      return g_strdup (strcmp (text, "customers") == 0 ? _("customers") : _("their value"));
    case EX_AS_PERCENT:
      return percent_words (g_ascii_strtod (text, NULL));
    case EX_AS_FRACTION:
      return percent_words (100 * g_ascii_strtod (text, NULL));
    case EX_AS_MEASURED:
      return measured_words (text, change, company);
    case EX_AS_OWN:
      return own_words (text);
    default:
      return g_strdup (text);
    }
}
