#include "config.h"

#include "ex-cli-answers.h"

#include "store/ex-store-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which answers take which options. */
enum { CYCLE = 1, LEADER = 2, PERIOD = 4, BY = 8, GRAIN = 16, EXPLAIN = 32, HISTORY = 64, VERSION = 128 };

static const ExCliAnswer answers[] = {
  { "leaders", N_("Leaders"), ex_cli_show_leaders, CYCLE | LEADER },
  { "objectives", N_("Objectives"), ex_cli_show_objectives, CYCLE | LEADER | EXPLAIN },
  { "check-ins", N_("Check-ins"), ex_cli_export_check_ins, CYCLE | LEADER, TRUE },
  { "coverage", N_("Coverage"), ex_cli_show_coverage, CYCLE },
  { "scores", N_("Scores"), ex_cli_show_scores, CYCLE | LEADER | EXPLAIN },
  { "reviews", N_("Reviews"), ex_cli_show_reviews, CYCLE | LEADER },
  { "todo", N_("What Is Next"), ex_cli_show_todo, CYCLE | LEADER },
  { "asset", N_("Customer Asset"), ex_cli_show_asset, CYCLE | PERIOD | BY | GRAIN | EXPLAIN },
  { "lost-reasons", N_("Why Customers Left"), ex_cli_show_lost_reasons, CYCLE | PERIOD | GRAIN },
  { "customers", N_("Customers"), ex_cli_export_customers, PERIOD, TRUE },
  { "movements", N_("Movements"), ex_cli_export_movements, 0, TRUE },
  { "claims", N_("Claims"), ex_cli_show_claims, CYCLE | EXPLAIN },
  { "rewards", N_("Rewards"), ex_cli_show_rewards, CYCLE | LEADER | EXPLAIN | VERSION },
  { "history", N_("What Was Done"), ex_cli_show_history, LEADER | EXPLAIN | HISTORY },
};

const ExCliAnswer *
ex_cli_answer_find (const ExCliUsage *usage, const char *name, gboolean files, ExCliStatus *status)
{
  const char *names[G_N_ELEMENTS (answers) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (files || !answers[i].files)
      {
        names[n++] = answers[i].name;
        if (g_str_equal (name, answers[i].name))
          return &answers[i];
      }

  *status = ex_cli_unknown (usage, _("answer called"), name, names);

  return NULL;
}

void
ex_cli_answer_options_clear (ExCliAnswerOptions *self)
{
  g_free (self->cycle);
  g_free (self->leader);
  g_free (self->period);
  g_free (self->by);
  g_free (self->grain);
  g_free (self->page);
  g_free (self->person);
  g_free (self->from);
  g_free (self->to);
  g_free (self->version);
  g_free (self->actor);
}

void
ex_cli_answer_clear (ExCliShow *show)
{
  g_free (show->cycle);
  g_free (show->leader);
  g_free (show->page);
  g_free (show->person);
}

/* An option that an answer has no use for is a mistake, not a wish to be passed over. */
static gboolean
check_taken (const ExCliAnswerOptions *self, const ExCliUsage *usage, const ExCliAnswer *answer, ExCliStatus *status)
{
  const struct { guint bit; gboolean given; const char *option; } given[] = {
    { CYCLE, self->cycle != NULL, "--cycle" }, { LEADER, self->leader != NULL, "--leader" }, { PERIOD, self->period != NULL, "--period" },
    { BY, self->by != NULL, "--by" },          { GRAIN, self->grain != NULL, "--grain" },    { EXPLAIN, self->explain, "--explain" },
    { HISTORY, self->page != NULL, "--page" },     { HISTORY, self->person != NULL, "--person" },
    { HISTORY, self->from != NULL, "--from" },     { HISTORY, self->to != NULL, "--to" },
    { VERSION, self->version != NULL, "--version" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].given && (answer->options & given[i].bit) == 0)
      {
        /* Translators: an option of the command line, and what was asked for: "leaders", "scores" */
        *status = ex_cli_misused (usage, _("%s says nothing about %s."), given[i].option, answer->name);
        return FALSE;
      }

  return TRUE;
}

/* What history alone takes. */
static gboolean
parse_history (const ExCliAnswerOptions *self, const ExCliUsage *usage, ExCliShow *show, ExCliStatus *status)
{
  g_autofree char *pages = g_strjoinv (", ", (char **) ex_history_pages ());

  show->from = self->from != NULL ? ex_day_parse (self->from) : EX_DAY_NONE;
  show->to = self->to != NULL ? ex_day_parse (self->to) : EX_DAY_NONE;
  if (self->page != NULL && !g_strv_contains (ex_history_pages (), self->page))
    *status = ex_cli_misused (usage, _("“%s” is no page; there are: %s."), self->page, pages);
  else if (self->from != NULL && show->from == EX_DAY_NONE)
    *status = ex_cli_misused (usage, _("--from %s: a day such as 2026-09-30 would be right."), self->from);
  else if (self->to != NULL && show->to == EX_DAY_NONE)
    *status = ex_cli_misused (usage, _("--to %s: a day such as 2026-09-30 would be right."), self->to);
  else if (show->from != EX_DAY_NONE && show->to != EX_DAY_NONE && show->to < show->from)
    *status = ex_cli_misused (usage, _("--to %s is before --from %s."), self->to, self->from);
  else
    {
      show->page = g_strdup (self->page);
      show->person = self->person != NULL ? ex_cli_to_utf8 (self->person) : NULL;
      return TRUE;
    }

  return FALSE;
}

gboolean
ex_cli_show_parse_period (ExCliShow *show, const char *text)
{
  const char *dots = strstr (text, "..");
  g_autofree char *from = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);

  show->has_period = dots == NULL;
  show->has_range = dots != NULL;

  return ex_period_parse (from, &show->period)
         && (dots == NULL
             || (ex_period_parse (dots + 2, &show->period_to) && ex_period_first_day (show->period) <= ex_period_first_day (show->period_to)
                 && ex_period_last_day (show->period) <= ex_period_last_day (show->period_to)));
}

static gboolean
parse_version (const char *text, guint *version)
{
  guint64 number = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    return FALSE;
  *version = (guint) number;

  return TRUE;
}

static gboolean
parse (const ExCliAnswerOptions *self, const ExCliUsage *usage, ExCliShow *show, ExCliStatus *status)
{
  *show = (ExCliShow) { .explain = self->explain, .by_segment = self->by != NULL };

  if (self->by != NULL && g_ascii_strcasecmp (self->by, "segment") != 0)
    *status = ex_cli_misused (usage, _("--by %s: segment would be right."), self->by);
  else if (self->grain != NULL && !ex_grain_parse (self->grain, &show->grain))
    *status = ex_cli_misused (usage, _("“%s” is no grain; month, quarter or year would be right."), self->grain);
  else if (self->period != NULL && !ex_cli_show_parse_period (show, self->period))
    *status = ex_cli_misused (usage, _("“%s” is no period; one such as 2026-09, 2026-Q3 or 2026, or 2025-10..2026-09 would be right."), self->period);
  else if (!parse_version (self->version, &show->version))
    *status = ex_cli_misused (usage, _("“%s” is no version; 1, 2 and so on would be right."), self->version);
  else if (show->has_range && self->grain != NULL)
    *status = ex_cli_misused (usage, _("--grain says nothing about a span from one period to another."));
  else if (self->period != NULL && self->grain != NULL && show->period.grain != show->grain)
    *status = ex_cli_misused (usage, _("--period %s is no %s."), self->period, self->grain);
  else if (self->period != NULL && self->cycle != NULL)
    *status = ex_cli_misused (usage, _("--period and --cycle do not go together."));
  else if (self->grain != NULL && self->cycle != NULL)
    *status = ex_cli_misused (usage, _("--grain and --cycle do not go together."));
  else if (parse_history (self, usage, show, status))
    {
      show->cycle = self->cycle != NULL ? ex_cli_to_utf8 (self->cycle) : NULL;
      show->leader = self->leader != NULL ? ex_cli_to_utf8 (self->leader) : NULL;
      return TRUE;
    }

  return FALSE;
}

gboolean
ex_cli_answer_options_parse (const ExCliAnswerOptions *self, const ExCliUsage *usage, const ExCliAnswer *answer, ExCliShow *show,
                             ExCliStatus *status)
{
  return check_taken (self, usage, answer, status) && parse (self, usage, show, status);
}
