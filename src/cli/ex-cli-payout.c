#include "config.h"

#include "core/ex-curve.h"
#include "core/ex-quantity.h"
#include "ex-cli-figure.h"
#include "ex-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const ExCliUsage usage = {
  "payout",
  "--curve GROWTH:PAYOUT,GROWTH:PAYOUT… --growth GROWTH",
  N_("Computes what a reward curve pays, in percent."),
  N_("All of it is in percent, with a point as decimal sign: --curve 2:50,5:100,8:150 pays 50 at a growth of 2, 100 at 5 and 150 from 8 on; "
     "between the points the payout is on the straight line, under the first it is 0. A curve has two to twelve points; growth rises from point "
     "to point, and payout never falls."),
  0,
  0,
};

/* "3.2", or "3.2%" as one might type it. */
static gboolean
parse_growth (const char *text, double *growth)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  gsize length = strlen (number);

  if (length > 0 && number[length - 1] == '%')
    number[length - 1] = '\0';
  g_strchomp (number);

  return ex_number_parse (number, growth);
}

static ExCliStatus
run (int argc, char **argv)
{
  g_autofree char *curve_text = NULL;
  g_autofree char *growth_text = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) curve = NULL;
  g_autoptr (GError) error = NULL;
  ExCliStatus status;
  double growth;
  const GOptionEntry entries[] = {
    { "curve", 0, 0, G_OPTION_ARG_FILENAME, &curve_text, N_("its points, growth and payout in percent"), N_("CURVE") },
    { "growth", 0, 0, G_OPTION_ARG_FILENAME, &growth_text, N_("of the customer asset, in percent"), N_("GROWTH") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  if (curve_text == NULL || growth_text == NULL)
    return ex_cli_misused (&usage, _("--%s is missing."), curve_text == NULL ? "curve" : "growth");
  if (!parse_growth (growth_text, &growth))
    return ex_cli_misused (&usage, _("--%s: “%s” is no number; one with a point as decimal sign, such as 84.5, would be right."), "growth",
                           growth_text);

  text = ex_cli_to_utf8 (curve_text);
  curve = ex_curve_parse (text, &error);
  if (curve == NULL)
    return ex_cli_refuse ("%s", error->message);
  ex_cli_answer_percent (ex_curve_payout (curve, growth, NULL));

  return EX_CLI_DONE;
}

const ExCliCommand ex_cli_payout_command = { &usage, run };
