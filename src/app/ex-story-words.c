#include "config.h"

#include "ex-story-words.h"

#include "company/ex-asset-words.h"
#include "core/ex-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* --- names --------------------------------------------------------------------------------------------------------------------------------- */

static char *
leader_name (const char *id, const ExCompany *company)
{
  int index = ex_company_find_leader (company, id);

  return g_strdup (index >= 0 ? ex_company_get_leader (company, (guint) index)->name : id);
}

static char *
objective_name (const char *id, const ExCompany *company)
{
  int index = ex_company_find_objective (company, id);

  return g_strdup (index >= 0 ? ex_company_get_objective (company, (guint) index)->title : id);
}

static const char *
movement_name (const char *id)
{
  static const struct { const char *id, *name; } names[] = {
    { "opening", N_("Opening") }, { "new", NC_("movement", "New customers") }, { "won_back", NC_("movement", "Won back customers") },
    { "expanded", NC_("movement", "Expanded customers") }, { "contracted", NC_("movement", "Contracted customers") },
    { "lost", NC_("movement", "Lost customers") }, { "closing", N_("Closing") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].id, id))
      return i == 0 || i == 6 ? _(names[i].name) : g_dpgettext2 (NULL, "movement", names[i].name);
  return id;
}

static char *
driver_name (const char *nick)
{
  ExDriver driver;

  return g_strdup (ex_driver_parse (nick, &driver) ? ex_driver_label (driver) : nick);
}

static char *
stage_name (const char *stage)
{
  return g_strdup (*stage != '\0' ? stage : _("No stage"));
}

static char *
cell_name (const ExTarget *target, const ExCompany *company)
{
  const ExTarget row = { .kind = target->row_kind, .id = target->id };
  g_autofree char *name = ex_story_words_target (&row, company);
  g_autofree char *column = target->extra == NULL ? NULL : target->by_stage ? stage_name (target->extra) : *target->extra != '\0' ? driver_name (target->extra) : NULL;

  /* Translators: a leader, unit or level, and the driver or stage that is looked at: "Ana Okafor, retain" */
  return column != NULL ? g_strdup_printf (_("%s, %s"), name, column) : g_steal_pointer (&name);
}

static char *
day_name (const char *iso)
{
  return ex_format_day (ex_day_parse (iso != NULL ? iso : ""));
}

static char *
period_name (const char *text)
{
  ExPeriod period;

  return ex_period_parse (text, &period) ? ex_period_to_label (period, TRUE) : g_strdup (text);
}

char *
ex_story_words_target (const ExTarget *target, const ExCompany *company)
{
  switch (target->kind)
    {
    case EX_TARGET_LEADER:
      return leader_name (target->id, company);
    case EX_TARGET_OBJECTIVE:
      return objective_name (target->id, company);
    case EX_TARGET_CHECK_IN:
      return day_name (target->extra);
    case EX_TARGET_CELL:
      return cell_name (target, company);
    case EX_TARGET_UNIT:
      return g_strdup (*target->id != '\0' ? target->id : _("No unit"));
    case EX_TARGET_LEVEL:
      return g_str_equal (target->id, "0") ? g_strdup (_("Under no top")) : g_strdup_printf (_("Level %s"), target->id);
    case EX_TARGET_DRIVER:
      return driver_name (target->id);
    case EX_TARGET_STAGE:
      return stage_name (target->id);
    case EX_TARGET_MOVEMENT:
      return g_strdup (movement_name (target->id));
    case EX_TARGET_REASON:
      return g_strdup (*target->id != '\0' ? target->id : _("Not known"));
    case EX_TARGET_PERIOD:
      return period_name (target->id);
    case EX_TARGET_SEGMENT:
      return g_strdup (*target->id != '\0' ? target->id : _("Without a segment"));
    case EX_TARGET_NOWHERE:
    case EX_TARGET_REWARDS:
    default:
      return g_strdup (_("Overview"));
    }
}

char *
ex_story_words_asked (const ExOverviewFacts *facts, const ExOverviewCounts *counts)
{
  g_autofree char *period = facts->ask->period.grain != 0 ? ex_period_to_label (facts->ask->period, TRUE) : NULL;

  if (counts->scope != NULL && period != NULL)
    /* Translators: the filters that are set, and the period that is looked at: "Sales, level 2, Q3 2026" */
    return g_strdup_printf (_("%s, %s"), counts->scope, period);
  return g_strdup (counts->scope != NULL ? counts->scope : period);
}

/* --- over the whole ---------------------------------------------------------------------------------------------------------------------- */

/* "FY 2026, Oct 2025 to Sep 2026": what the sentences are about. (transfer full) */
static char *
span_words (const ExOverviewFacts *facts)
{
  const ExCycle *cycle = ex_company_get_cycle (facts->company);
  const ExCycleAsset *asset = facts->story.asset->cycle;

  if (cycle == NULL)
    return g_strdup (facts->span);
  if (facts->ask->period.grain == 0 && asset != NULL && !asset->in_cycle)
    return g_strdup_printf (_("%s, the latest period in the ledger: there is none in %s"), facts->span, cycle->name);
  /* Translators: a cycle's name and the span it covers, "FY 2026, Oct 2025 to Sep 2026" */
  return g_strdup_printf (_("%s, %s"), cycle->name, facts->span);
}

static void
show_no_asset (ExLevel *level, const ExOverviewFacts *facts)
{
  g_autofree char *period = NULL;
  g_autofree char *words = NULL;

  if (facts->story.asset == NULL)
    {
      ex_level_set_head (level, NULL, _("No customers here yet."), _("Bring in the customer ledger, and this page says what was gained and lost."), NULL, NULL);
      return;
    }
  period = ex_period_to_label (facts->ask->period, TRUE);
  words = g_strdup_printf (_("The customer ledger says nothing of %s."), period);
  ex_level_set_head (level, NULL, words, _("The leaders are shown as they stood at its end."), NULL, NULL);
}

char *
ex_story_words_first (const ExStoryFacts *story)
{
  return story->so_far ? ex_asset_words_customers_so_far (story->movement) : ex_asset_words_customers (story->movement);
}

void
ex_story_words_show_asset (ExLevel *level, const ExOverviewFacts *facts)
{
  const ExStoryFacts *story = &facts->story;
  const ExMovement *movement = story->movement;
  ExLedgerKind kind = story->asset != NULL ? story->asset->kind : EX_LEDGER_RECURRING;
  g_autofree char *span = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (ExWorking) working = NULL;

  if (movement == NULL)
    {
      show_no_asset (level, facts);
      return;
    }
  working = ex_working_new ();
  span = span_words (facts);
  first = ex_story_words_first (story);
  second = story->so_far ? ex_asset_words_value_so_far (movement, story->currency, kind, facts->last.grain)
                         : ex_asset_words_value (movement, story->currency, kind, facts->last.grain);
  ex_movement_explain (movement, story->currency, working);
  ex_level_set_head (level, span, first, second, _("Growth of the customer asset"), working);
}

/* --- over a part of the company ------------------------------------------------------------------------------------------------------------ */

/* "Sales scores 68.4 % on average." (transfer full) */
static char *
scored_words (const ExTarget *about, const char *name, const ExOverviewCounts *counts)
{
  gboolean one = about->kind == EX_TARGET_CELL && about->row_kind == EX_TARGET_LEADER;
  g_autofree char *score = ex_format_percent (counts->cell.score);

  if (isnan (counts->cell.score))
    /* Translators: %s is a unit, a level, or a leader and a driver, "Ana Okafor, retain" */
    return g_strdup_printf (_("%s: nothing is measured yet."), name);
  return one ? g_strdup_printf (_("%s: the score is %s."), name, score) : g_strdup_printf (_("%s: the mean score is %s."), name, score);
}

/* "Retain: 12 of 31 objectives are behind." (transfer full) */
static char *
behind_words (const char *name, const ExOverviewCounts *counts)
{
  guint behind = counts->status[EX_STATUS_AT_RISK] + counts->status[EX_STATUS_OFF_TRACK];

  if (counts->objectives == 0)
    return g_strdup_printf (_("%s: no objective is about it yet."), name);
  /* Translators: a driver or stage, then how many of how many objectives; the plural is that of the first number */
  return g_strdup_printf (ngettext ("%s: %u of %u objectives is behind.", "%s: %u of %u objectives are behind.", behind), name, behind, counts->objectives);
}

/* The cycle, and whatever else is asked for than what the sentence names. (transfer full) */
static char *
scope_caption (const ExOverviewFacts *facts, const ExOverviewCounts *counts, const char *name)
{
  const ExCycle *cycle = ex_company_get_cycle (facts->company);
  g_autofree char *asked = ex_story_words_asked (facts, counts);

  if (cycle == NULL || asked == NULL || g_str_equal (asked, name))
    return g_strdup (cycle != NULL ? cycle->name : asked);
  return g_strdup_printf (_("%s, %s"), cycle->name, asked);
}

void
ex_story_words_show_scope (ExLevel *level, const ExOverviewFacts *facts, const ExOverviewCounts *counts)
{
  const ExTarget *about = ex_level_get_about (level);
  g_autofree char *name = ex_story_words_target (about, facts->company);
  g_autofree char *caption = scope_caption (facts, counts, name);
  g_autofree char *of = g_strdup_printf (_("Score of %s"), name);
  gboolean scored = about->kind != EX_TARGET_DRIVER && about->kind != EX_TARGET_STAGE;
  g_autofree char *sentence = scored ? scored_words (about, name, counts) : behind_words (name, counts);

  ex_level_set_head (level, caption, sentence, counts->words, of, isnan (counts->cell.score) ? NULL : counts->working);
}
