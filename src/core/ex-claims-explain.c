/* The lines behind a proven share ("Why this number?"). */
#include "config.h"

#include "ex-claims.h"

#include "ex-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_TERMS 6 /* of a sum that is written out; behind them the rest is one term */

/* A figure a year: money in whole minor units, customers as exact as they are. */
static char *
format_figure (double      figure,
               ExMeasure   measure,
               const char *currency)
{
  if (isnan (figure))
    return g_strdup ("–");
  if (measure == EX_MEASURE_CUSTOMERS)
    return ex_format_figure (figure, 0);
  return ex_format_money (fabs (figure) < (double) G_MAXINT64 ? (gint64) round (figure) : figure > 0 ? G_MAXINT64 : -G_MAXINT64, currency);
}

static void
append_term (GString    *sum,
             const char *format,
             ...) G_GNUC_PRINTF (2, 3);

static void
append_term (GString    *sum,
             const char *format,
             ...)
{
  va_list args;

  if (sum->len > 0)
    g_string_append (sum, " + ");
  va_start (args, format);
  g_string_append_vprintf (sum, format, args);
  va_end (args);
}

/* The largest of a sum, written out, and what the others come to together. */
typedef struct
{
  GString *words;
  guint    terms;
  guint    others;
  double   rest;   /* of the others */
} Sum;

static void
add_claim (Sum           *self,
           const ExClaim *claim,
           ExMeasure      measure,
           const char    *currency,
           gboolean       realised)
{
  g_autofree char *claimed = NULL, *score = NULL;

  if (++self->terms > MOST_TERMS)
    {
      self->others++;
      self->rest += realised ? claim->realised[measure] : claim->claimed[measure];
      return;
    }
  claimed = format_figure (claim->claimed[measure], measure, currency);
  score = ex_format_percent (claim->score);
  if (realised)
    append_term (self->words, "%s × %s", claimed, score);
  else
    append_term (self->words, "%s", claimed);
}

/* "1,000,000.00 € × 80.0 % + 500,000.00 € × 100.0 % + 120,000.00 € of 12 more". */
static char *
sum_in_words (const GArray *claims,
              ExMeasure     measure,
              const char   *currency,
              gboolean      realised)
{
  g_autoptr (GString) words = g_string_new (NULL);
  Sum sum = { .words = words };

  for (guint i = 0; i < claims->len; i++)
    {
      const ExClaim *claim = &g_array_index (claims, ExClaim, i);

      if (claim->counted && claim->stated[measure])
        add_claim (&sum, claim, measure, currency, realised);
    }
  if (sum.others > 0)
    {
      g_autofree char *rest = format_figure (sum.rest, measure, currency);

      /* Translators: at the end of a sum: what its other terms come to, and how many they are */
      append_term (words, ngettext ("%s of %u more", "%s of %u more", sum.others), rest, sum.others);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static guint
count_not_counted (const GArray *claims,
                   ExMeasure     measure)
{
  guint n = 0;

  for (guint i = 0; i < claims->len; i++)
    n += g_array_index (claims, ExClaim, i).stated[measure] && !g_array_index (claims, ExClaim, i).counted;
  return n;
}

static void
explain_sums (const ExDriverClaims *self,
              ExMeasure             measure,
              const char           *currency,
              ExWorking            *working)
{
  const ExDriverProof *proof = &self->proof[measure];
  g_autofree char *claimed_sum = sum_in_words (self->claims, measure, currency, FALSE);
  g_autofree char *realised_sum = sum_in_words (self->claims, measure, currency, TRUE);
  g_autofree char *claimed = format_figure (proof->claimed, measure, currency);
  g_autofree char *realised = format_figure (proof->realised, measure, currency);
  guint below = count_not_counted (self->claims, measure);

  if (*claimed_sum == '\0')
    ex_working_add (working, _("Claimed a year"), claimed, "%s", _("no objective claims it"));
  else
    ex_working_add (working, _("Claimed a year"), claimed, "%s", strcmp (claimed_sum, claimed) != 0 ? claimed_sum : "");
  if (below > 0)
    {
      g_autofree char *number = ex_format_integer (below);

      ex_working_add (working, _("Not counted"), number, "%s",
                      ngettext ("claim below an objective that claims the same driver", "claims below objectives that claim the same driver", below));
    }
  if (*claimed_sum != '\0')
    /* Translators: claims times the scores of their objectives, a score at most 100 % */
    ex_working_add (working, _("Realised: times the score, at most 100 %"), realised, "%s", realised_sum);
}

/* What of the driver the ledger says it moved. */
static const char *
movement_label (ExDriver driver,
                gboolean before)
{
  switch (driver)
    {
    case EX_DRIVER_ACQUIRE:
      return before ? _("New in the span before, a year") : _("New in the cycle, a year");
    case EX_DRIVER_RETAIN:
      return before ? _("Lost in the span before, a year") : _("Lost in the cycle, a year");
    case EX_DRIVER_EXPAND:
      return before ? _("Expanded less contracted in the span before, a year") : _("Expanded less contracted in the cycle, a year");
    case EX_DRIVER_WIN_BACK:
      return before ? _("Won back in the span before, a year") : _("Won back in the cycle, a year");
    default:
      g_return_val_if_reached ("");
    }
}

/* "Oct 2025 to Mar 2026", or the span before it. */
static char *
span_in_words (const ExClaims *self,
               gboolean        before)
{
  int back = before ? self->last.index - self->first.index + 1 : 0;
  g_autofree char *first = ex_period_to_label ((ExPeriod) { self->first.grain, self->first.index - back }, TRUE);
  g_autofree char *last = ex_period_to_label ((ExPeriod) { self->last.grain, self->last.index - back }, TRUE);

  if (self->first.index == self->last.index)
    return g_steal_pointer (&first);
  /* Translators: two periods, "Oct 2025 to Sep 2026" */
  return g_strdup_printf (_("%s to %s"), first, last);
}

static void
explain_side (const ExClaims *self,
              ExDriver        driver,
              ExMeasure       measure,
              gboolean        before,
              const char     *currency,
              ExWorking      *working)
{
  const ExDriverProof *proof = &self->drivers[driver].proof[measure];
  double a_year = before ? proof->before : proof->now;
  g_autofree char *moved = format_figure ((double) (before ? proof->moved_before : proof->moved_now), measure, currency);
  g_autofree char *result = format_figure (a_year, measure, currency);
  g_autofree char *span = self->months > 0 ? span_in_words (self, before) : NULL;

  if (self->months == 0)
    ex_working_add (working, movement_label (driver, before), "–", "%s", _("the ledger has no complete period of the cycle"));
  else if (isnan (a_year))
    ex_working_add (working, movement_label (driver, before), "–", "%s", _("the ledger does not reach back to a span before with its own opening"));
  else if (self->months == 12)
    ex_working_add (working, movement_label (driver, before), result, "%s", span);
  else
    ex_working_add (working, movement_label (driver, before), result, "%s: %s × 12 ÷ %u", span, moved, self->months);
}

static void
explain_change (const ExDriverProof *proof,
                ExDriver             driver,
                ExMeasure            measure,
                const char          *currency,
                ExWorking           *working)
{
  g_autofree char *before = format_figure (proof->before, measure, currency);
  g_autofree char *now = format_figure (proof->now, measure, currency);
  g_autofree char *change = format_figure (proof->change, measure, currency);

  if (isnan (proof->change))
    return;
  if (driver == EX_DRIVER_RETAIN)
    ex_working_add (working, _("Ledger change"), change, "%s − %s", before, now);
  else
    ex_working_add (working, _("Ledger change"), change, proof->before < 0 ? "%s − (%s)" : "%s − %s", now, before);
}

static void
explain_proof (const ExDriverProof *proof,
               ExMeasure            measure,
               const char          *currency,
               ExWorking           *working)
{
  g_autofree char *change = format_figure (proof->change, measure, currency);
  g_autofree char *realised = format_figure (proof->realised, measure, currency);
  g_autofree char *share = ex_format_percent (proof->proven);

  switch (proof->proof)
    {
    case EX_PROOF_SHARE:
      ex_working_add (working, _("Proven share"), share, "%s ÷ %s", change, realised);
      break;
    case EX_PROOF_NO_BEFORE:
      ex_working_add (working, _("Proven share"), "–", "%s", _("there is no span before to compare with"));
      break;
    case EX_PROOF_NO_CLAIM:
      ex_working_add (working, _("Proven share"), "–", "%s",
                      proof->claimed > 0 ? _("nothing of what is claimed is realised") : _("nothing is claimed"));
      break;
    case EX_PROOF_OTHER_WAY:
    default:
      ex_working_add (working, _("Proven share"), _("moved the other way"), "%s", _("the ledger change is below 0"));
      break;
    }
}

void
ex_claims_explain (const ExClaims *self,
                   ExDriver        driver,
                   ExMeasure       measure,
                   const char     *currency,
                   ExWorking      *working)
{
  const ExDriverProof *proof;

  g_return_if_fail (self != NULL && (int) driver >= 0 && driver < EX_N_DRIVERS);

  if (working == NULL)
    return;

  proof = &self->drivers[driver].proof[measure];
  explain_sums (&self->drivers[driver], measure, currency, working);
  explain_side (self, driver, measure, TRUE, currency, working);
  if (self->months > 0)
    explain_side (self, driver, measure, FALSE, currency, working);
  explain_change (proof, driver, measure, currency, working);
  explain_proof (proof, measure, currency, working);
}
