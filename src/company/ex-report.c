/* What reports are made from: read once, for as many as are wanted. */
#include "config.h"

#include "ex-report-private.h"

#include "core/ex-error.h"
#include "core/ex-format.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>
#include <string.h>

/* As often it is tried to read everything without somebody writing meanwhile. */
#define TRIES 3

static const char *const nicks[] = {
  [EX_REPORT_REVIEW] = "review", [EX_REPORT_TEAM] = "team", [EX_REPORT_ASSET] = "asset", [EX_REPORT_REWARDS] = "rewards",
};

gboolean
ex_report_parse (const char *nick, ExReport *report)
{
  g_return_val_if_fail (report != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (nick != NULL && g_ascii_strcasecmp (nick, nicks[i]) == 0)
      {
        *report = (ExReport) i;
        return TRUE;
      }

  return FALSE;
}

/* --- reading ----------------------------------------------------------------------------------------------------------------- */

/* TRUE when @failure (taken) is none. */
static gboolean
succeed (GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

/* Terms that nobody can read, or sums that no figure can hold: the other reports need none of it, and the list of rewards says why. */
static gboolean
bear (ExReportFacts *self, GError *failure, GError **error)
{
  if (failure == NULL || !(g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED)
                           || g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED)))
    return succeed (failure, error);

  if (self->pay_problem == NULL)
    self->pay_problem = g_strdup (failure->message);
  g_error_free (failure);

  return TRUE;
}

static gboolean
read_pay (ExReportFacts *self, ExStore *store, GError **error)
{
  const ExCycle *cycle = ex_company_get_cycle (self->company);
  GError *failure = NULL;
  ExRewards *paid;

  self->terms = ex_store_read_reward_terms (store, cycle->id, &failure);
  if (!bear (self, g_steal_pointer (&failure), error))
    return FALSE;
  self->runs = ex_store_list_reward_runs (store, cycle->id, &failure);
  if (!bear (self, g_steal_pointer (&failure), error))
    return FALSE;
  if (self->runs == NULL)
    self->runs = g_ptr_array_new ();

  if (cycle->phase == EX_PHASE_CLOSED)
    {
      paid = ex_rewards_find_paid (self->runs);
      self->rewards = paid != NULL ? ex_rewards_ref (paid) : NULL;
      return TRUE;
    }
  if (self->terms != NULL)
    self->rewards = ex_store_compute_rewards (store, self->reviews, self->asset, &failure);

  return bear (self, failure, error);
}

static gboolean
read_all (ExReportFacts *self, ExStore *store, const char *cycle_name, GError **error)
{
  GError *failure = NULL;
  const ExCycle *cycle;

  self->company = ex_store_read_company (store, cycle_name, self->today, error);
  if (self->company == NULL)
    return FALSE;

  cycle = ex_company_get_cycle (self->company);
  self->asset = ex_store_read_asset (store, cycle, NULL, &failure);
  if (!succeed (failure, error))
    return FALSE;
  self->head = ex_store_get_head (store, error);
  if (self->head == NULL)
    return FALSE;
  if (cycle == NULL)
    {
      self->runs = g_ptr_array_new ();
      return TRUE;
    }

  self->claims = ex_claims_new (self->company, self->asset != NULL ? self->asset->cycle : NULL);
  self->reviews = ex_store_read_reviews (store, self->company, error);

  return self->reviews != NULL && read_pay (self, store, error);
}

gboolean
ex_report_reads_from_right (void)
{
  const char *at = pango_language_get_sample_string (pango_language_from_string (g_get_language_names ()[0]));

  while (*at != '\0' && !g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  switch (g_unichar_get_script (g_utf8_get_char (at)))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}

static ExReportFacts *
read_once (ExStore *store, const char *cycle, ExDay today, GError **error)
{
  g_autoptr (ExReportFacts) self = g_new0 (ExReportFacts, 1);

  self->today = today;
  self->rtl = ex_report_reads_from_right ();

  return read_all (self, store, cycle, error) ? g_steal_pointer (&self) : NULL;
}

ExReportFacts *
ex_report_facts_read (ExStore *store, const char *cycle, ExDay today, GError **error)
{
  ExReportFacts *self = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  for (guint i = 0; i < TRIES; i++)
    {
      gint64 version = ex_store_get_version (store);

      g_clear_pointer (&self, ex_report_facts_free);
      self = read_once (store, cycle, today, error);
      if (self == NULL || ex_store_get_version (store) == version)
        break;
    }

  return self;
}

void
ex_report_facts_free (ExReportFacts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->asset, ex_asset_unref);
  g_clear_pointer (&self->claims, ex_claims_free);
  g_clear_pointer (&self->terms, ex_reward_terms_free);
  g_clear_pointer (&self->rewards, ex_rewards_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_free (self->pay_problem);
  g_free (self->head);
  g_free (self);
}

/* --- what all reports begin with ------------------------------------------------------------------------------------------------ */

gboolean
ex_report_find_viewer (ExStore *store, const ExReportFacts *facts, int *viewer, GError **error)
{
  const char *actor = ex_store_get_actor (store);

  *viewer = EX_NOBODY;
  if (strcmp (actor, EX_STORE_HR) == 0)
    return TRUE;

  *viewer = ex_company_find_leader (facts->company, actor);
  if (*viewer >= 0)
    return TRUE;

  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND,
               _("There is no leader “%s” in this company who could look; give a leader’s id, or HR."), actor);

  return FALSE;
}

gboolean
ex_report_need_cycle (const ExReportFacts *facts, GError **error)
{
  if (facts->reviews != NULL)
    return TRUE;

  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no cycle yet: open one first, then there is something to report."));

  return FALSE;
}

ExDocument *
ex_report_document_new (const ExReportFacts *facts, const char *title)
{
  g_autofree char *day = ex_format_day (facts->today);
  /* Translators: %s is a day */
  g_autofree char *dated = g_strdup_printf (_("As of %s"), day);
  /* Translators: %s is a hexadecimal number of 64 digits; the whole has to fit on one line of small print, with about 90 letters beside it */
  g_autofree char *foot = g_strdup_printf (_("History %s · Keep this page: whoever changes what was before changes this number."), facts->head);
  ExDocument *document = ex_document_new (title, ex_company_get_info (facts->company)->name, dated, NULL);

  ex_document_set_foot (document, foot);
  ex_document_set_rtl (document, facts->rtl);

  return document;
}

const char *
ex_report_currency (const ExReportFacts *facts)
{
  return ex_company_get_info (facts->company)->currency;
}

gboolean
ex_report_may_read (const ExReviews *reviews, int viewer, guint leader)
{
  const ExTree *tree = ex_company_get_tree (ex_reviews_get_company (reviews));

  return viewer == EX_NOBODY || viewer == (int) leader || viewer == ex_reviews_get_reviewer (reviews, leader)
         || ex_tree_is_below (tree, (int) leader, viewer) || ex_reviews_is_reviewed_under (reviews, leader, (guint) viewer);
}

ExDocument *
ex_report_make (ExReport report, ExStore *store, const ExReportFacts *facts, const char *leader_id, GError **error)
{
  switch (report)
    {
    case EX_REPORT_REVIEW:
      return ex_report_review (store, facts, leader_id, error);
    case EX_REPORT_TEAM:
      return ex_report_team (store, facts, error);
    case EX_REPORT_ASSET:
      return ex_report_asset (store, facts, error);
    case EX_REPORT_REWARDS:
    default:
      return ex_report_rewards (store, facts, error);
    }
}
