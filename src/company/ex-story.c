#include "config.h"

#include "ex-story.h"

#include "ex-asset-chart.h"
#include "ex-asset-growth.h"
#include "ex-reason-chart.h"
#include "ex-reward-chart.h"

#include <glib/gi18n-lib.h>

#define MOST_GAPS 12

typedef struct
{
  const char *question;
  gboolean    scoped;
  ExChart *(* make) (const ExStoryFacts *facts, const ExStoryAsk *ask);
  const char *nothing;
} Part;

/* --- what is asked ------------------------------------------------------------------------------------------------------------------ */

ExStoryAsk *
ex_story_ask_new (void)
{
  ExStoryAsk *self = g_new0 (ExStoryAsk, 1);

  self->scope = ex_scope_new ();
  self->order = EX_HEATMAP_BY_TREE;
  return self;
}

ExStoryAsk *
ex_story_ask_copy (const ExStoryAsk *self)
{
  ExStoryAsk *copy = g_memdup2 (self, sizeof *self);

  copy->scope = ex_scope_copy (self->scope);
  return copy;
}

void
ex_story_ask_free (ExStoryAsk *self)
{
  if (self == NULL)
    return;
  ex_scope_free (self->scope);
  g_free (self);
}

gboolean
ex_story_ask_is_whole (const ExStoryAsk *self)
{
  return self->period.grain == 0 && ex_scope_is_all (self->scope);
}

static void
set_string (char **place, const char *value)
{
  g_free (*place);
  *place = g_strdup (value);
}

static void
narrow_to_row (ExScope *scope, ExTargetKind kind, const char *id)
{
  if (kind == EX_TARGET_UNIT)
    set_string (&scope->unit, id);
  else if (kind == EX_TARGET_LEVEL)
    scope->level = ex_scope_parse_level (id); /* "0": under no top */
  else if (kind == EX_TARGET_LEADER)
    set_string (&scope->under, id);
}

static void
narrow_to_column (ExStoryAsk *asked, gboolean by_stage, const char *name)
{
  ExDriver driver;

  if (by_stage)
    set_string (&asked->scope->stage, name);
  else if (ex_driver_parse (name, &driver))
    asked->scope->driver = (int) driver;
  /* Its own column says nothing more. */
  asked->columns = by_stage ? EX_GRID_BY_DRIVER : EX_GRID_BY_STAGE;
}

void
ex_story_ask_narrow (ExStoryAsk *asked, const ExTarget *about)
{
  asked->rows = EX_GRID_BY_LEADER;
  switch (about->kind)
    {
    case EX_TARGET_UNIT:
    case EX_TARGET_LEVEL:
      narrow_to_row (asked->scope, about->kind, about->id);
      break;
    case EX_TARGET_DRIVER:
    case EX_TARGET_STAGE:
      narrow_to_column (asked, about->kind == EX_TARGET_STAGE, about->id);
      break;
    case EX_TARGET_CELL:
      narrow_to_row (asked->scope, about->row_kind, about->id);
      if (about->extra != NULL && (about->by_stage || *about->extra != '\0'))
        narrow_to_column (asked, about->by_stage, about->extra);
      break;
    case EX_TARGET_PERIOD:
      ex_period_parse (about->id, &asked->period);
      break;
    default:
      break;
    }
}

/* --- the charts ----------------------------------------------------------------------------------------------------------------------- */

static ExChart *
make_waterfall (const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  ExChart *chart;

  if (facts->movement == NULL)
    return NULL;
  chart = facts->so_far ? ex_asset_chart_new_so_far (facts->movement, ask->measure, facts->currency, facts->span)
                        : ex_asset_chart_new (facts->movement, ask->measure, facts->currency, facts->span);
  if (ask->scope->driver != EX_ANY_DRIVER)
    ex_asset_chart_fade (chart, (ExDriver) ask->scope->driver);
  return chart;
}

static ExChart *
make_growth (const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  if (facts->asset == NULL || facts->spans == NULL || facts->spans->len == 0)
    return NULL;
  return ex_asset_growth_chart_new (facts->asset, facts->spans, ask->measure, facts->currency);
}

static ExChart *
make_reasons (const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  if (facts->asset == NULL || facts->reasons == NULL || facts->reasons->len == 0)
    return NULL;
  return ex_reason_chart_new (facts->reasons, (const char * const *) facts->asset->reasons, ask->measure, facts->currency, facts->span);
}

static ExTeam
team_of (const ExReviews *reviews, const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  return (ExTeam) { reviews, ask->scope, facts->viewer };
}

static ExChart *
make_heatmap (const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  const ExTeam team = team_of (facts->reviews, facts, ask);
  ExChart *chart;

  if (facts->reviews == NULL)
    return NULL;
  chart = ex_team_heatmap_new (&team, ask->rows, ask->columns, facts->most);
  if (chart != NULL)
    ex_heatmap_chart_set_order (EX_HEATMAP_CHART (chart), ask->order, -1);
  return chart;
}

static ExChart *
make_spread (const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  const ExReviews *reviews = ask->of == EX_SPREAD_RATINGS ? facts->now : facts->reviews;
  const ExTeam team = team_of (reviews, facts, ask);

  return reviews != NULL ? ex_team_spread_new (&team, ask->of, ask->by) : NULL;
}

static ExChart *
make_talk_walk (const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  const ExTeam team = team_of (facts->now, facts, ask);

  /* The widest gaps come first: those below them are for the table. */
  return facts->now != NULL ? ex_team_talk_walk_new (&team, facts->most > 0 ? MIN (facts->most, MOST_GAPS) : 0) : NULL;
}

static ExChart *
make_coverage (const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  const ExTeam team = team_of (facts->now, facts, ask);

  return facts->now != NULL ? ex_team_coverage_new (&team) : NULL;
}

static ExChart *
make_cascade (const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  const ExTeam team = team_of (facts->now, facts, ask);

  return facts->now != NULL ? ex_team_cascade_new (&team, NULL) : NULL;
}

static ExChart *
make_reward (const ExStoryFacts *facts, const ExStoryAsk *ask G_GNUC_UNUSED)
{
  ExRewardGrowth growth;

  if (facts->terms == NULL)
    return NULL;
  growth = ex_reward_growth (facts->asset != NULL ? facts->asset->cycle : NULL, facts->terms->measure);
  return ex_reward_chart_new (facts->terms, &growth);
}

/* By ExStoryPart. */
static const Part parts[EX_N_STORY_PARTS] = {
  { N_("How it came about"), FALSE, make_waterfall,
    N_("Bring in the customer ledger, and this shows how many customers were gained and lost.") },
  { N_("How it went, period by period"), FALSE, make_growth,
    N_("Once the ledger has two periods, this shows what was gained and lost in each.") },
  { N_("Why customers left"), FALSE, make_reasons,
    N_("Once customers have left, this shows why.") },
  { N_("Where leaders stand"), TRUE, make_heatmap,
    N_("Once leaders have objectives in a cycle, this shows who is ahead and who is behind, and in what.") },
  { N_("How far leaders are apart"), TRUE, make_spread,
    N_("Once leaders have objectives in a cycle, this shows a dot for each of them.") },
  { N_("Who talks, who walks"), TRUE, make_talk_walk,
    N_("Once leaders and their managers have rated, this shows what they say of themselves beside what others say.") },
  { N_("How far down the cascade is"), TRUE, make_coverage,
    N_("Once a cycle has begun, this shows level by level what is agreed, measured, linked and signed.") },
  { N_("What hangs on what"), TRUE, make_cascade,
    N_("Once there are objectives, this shows which hangs on which, and which hang in the air.") },
  { N_("Does it add up?"), FALSE, make_reward,
    N_("Once the cycle has a reward curve, this shows what today’s growth pays.") },
};

const char *
ex_story_question (ExStoryPart part)
{
  g_return_val_if_fail (part < EX_N_STORY_PARTS, NULL);

  return _(parts[part].question);
}

gboolean
ex_story_is_scoped (ExStoryPart part)
{
  g_return_val_if_fail (part < EX_N_STORY_PARTS, FALSE);

  return parts[part].scoped;
}

const char *
ex_story_nothing (ExStoryPart part, const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  g_return_val_if_fail (part < EX_N_STORY_PARTS, NULL);

  if (parts[part].scoped && facts->now != NULL && !ex_scope_is_all (ask->scope))
    return _("Nothing here matches the filters.");
  if (part == EX_STORY_REASONS && facts->movement != NULL)
    return facts->movement->lost.customers == 0 ? _("Nobody left in this span.") : _("The reasons are not in the figures that were entered.");
  return _(parts[part].nothing);
}

/* The cascade has no marks before it is laid out, but a title as soon as there is an objective. */
static gboolean
is_empty (ExStoryPart part, ExChart *chart)
{
  return part == EX_STORY_CASCADE ? ex_chart_get_title (chart) == NULL : ex_chart_n_marks (chart) == 0;
}

ExChart *
ex_story_make (ExStoryPart part, const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  ExChart *chart;

  g_return_val_if_fail (part < EX_N_STORY_PARTS, NULL);

  chart = parts[part].make (facts, ask);
  if (chart != NULL && is_empty (part, chart))
    g_clear_object (&chart);
  return chart;
}

/* --- claims ----------------------------------------------------------------------------------------------------------------------------- */

ExClaims *
ex_story_claims (const ExStoryFacts *facts, const ExStoryAsk *ask)
{
  const ExCycleAsset *cycle = facts->asset != NULL ? facts->asset->cycle : NULL;
  const ExReviews *reviews = facts->reviews;
  const ExCompany *company = reviews != NULL ? ex_reviews_get_company (reviews) : NULL;
  g_autofree gboolean *taken = NULL;
  g_autoptr (GArray) objectives = NULL;

  if (company == NULL)
    return NULL;
  if (ex_scope_is_all (ask->scope))
    return ex_claims_new (company, cycle);
  taken = g_new0 (gboolean, ex_company_n_objectives (company) + 1);
  objectives = ex_scope_objectives (ask->scope, reviews);
  for (guint i = 0; i < objectives->len; i++)
    taken[g_array_index (objectives, guint, i)] = TRUE;
  return ex_claims_new_of (company, cycle, taken);
}
