#include "config.h"

#include "ex-cli-show.h"

#include "ex-cli-meant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char    *cycle;
  char    *leader;
  char    *period;
  char    *by;
  char    *grain;
  char    *page;
  char    *person;
  char    *from;
  char    *to;
  char    *version;
  char    *format;
  char    *actor;
  gboolean explain;
} Options;

static void
options_clear (Options *self)
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
  g_free (self->format);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "show",
  "FILE leaders|objectives|coverage|scores|reviews|todo|asset|lost-reasons|claims|rewards|history [OPTION…]",
  N_("Prints what there is to know, for people or for programs."),
  N_("CSV and JSON are in English, with a point as decimal sign, ISO dates, money in major units, and rates as fractions; "
     "what is undefined is empty.\n\n"
     "asset: a period that HR marked “no data” has a line with nothing but its name; one that is not complete yet has no growth.\n\n"
     "lost-reasons: period, reason (empty: not known), customers, value, share (of the value lost), share_customers.\n\n"
     "claims, a line a driver: driver, then claimed, realised, before, now, change, proven and proof, each as *_value and *_customers; all but "
     "proven are put on a year. proof is “proven”, “no span before”, “nothing claimed” or “moved the other way”. With --explain a line a claim: "
     "driver, objective, leader, score, claimed and realised as *_value and *_customers, counted (no: an objective above claims the same "
     "driver), against (the measures in which the driver moved the other way).\n\n"
     "rewards: what a close has frozen; of a cycle that is open, what it would pay as it stands now. HR and the tops see everybody’s, a leader "
     "their own."),
  2,
  2,
};

/* Which answers take which options. */
enum { CYCLE = 1, LEADER = 2, PERIOD = 4, BY = 8, GRAIN = 16, EXPLAIN = 32, HISTORY = 64, VERSION = 128 };

static const struct
{
  const char   *name;
  ExCliShowFunc show;
  guint         options;
} answers[] = {
  { "leaders", ex_cli_show_leaders, CYCLE | LEADER },
  { "objectives", ex_cli_show_objectives, CYCLE | LEADER | EXPLAIN },
  { "coverage", ex_cli_show_coverage, CYCLE },
  { "scores", ex_cli_show_scores, CYCLE | LEADER | EXPLAIN },
  { "reviews", ex_cli_show_reviews, CYCLE | LEADER },
  { "todo", ex_cli_show_todo, CYCLE | LEADER },
  { "asset", ex_cli_show_asset, CYCLE | PERIOD | BY | GRAIN | EXPLAIN },
  { "lost-reasons", ex_cli_show_lost_reasons, CYCLE | PERIOD | GRAIN },
  { "claims", ex_cli_show_claims, CYCLE | EXPLAIN },
  { "rewards", ex_cli_show_rewards, CYCLE | LEADER | EXPLAIN | VERSION },
  { "history", ex_cli_show_history, LEADER | EXPLAIN | HISTORY },
};

/* An option that an answer has no use for is a mistake, not a wish to be passed over. */
static gboolean
check_taken (const Options *self, guint taken, const char *name, ExCliStatus *status)
{
  const struct { guint bit; gboolean given; const char *option; } given[] = {
    { CYCLE, self->cycle != NULL, "--cycle" }, { LEADER, self->leader != NULL, "--leader" }, { PERIOD, self->period != NULL, "--period" },
    { BY, self->by != NULL, "--by" },          { GRAIN, self->grain != NULL, "--grain" },    { EXPLAIN, self->explain, "--explain" },
    { HISTORY, self->page != NULL, "--page" },     { HISTORY, self->person != NULL, "--person" },
    { HISTORY, self->from != NULL, "--from" },     { HISTORY, self->to != NULL, "--to" },
    { VERSION, self->version != NULL, "--version" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].given && (taken & given[i].bit) == 0)
      {
        /* Translators: an option of the command line, and what was asked for: "leaders", "scores" */
        *status = ex_cli_misused (&usage, _("%s says nothing about %s."), given[i].option, name);
        return FALSE;
      }

  return TRUE;
}

/* What history alone takes. */
static gboolean
parse_history (const Options *self, ExCliShow *show, ExCliStatus *status)
{
  g_autofree char *pages = g_strjoinv (", ", (char **) ex_history_pages ());

  show->from = self->from != NULL ? ex_day_parse (self->from) : EX_DAY_NONE;
  show->to = self->to != NULL ? ex_day_parse (self->to) : EX_DAY_NONE;
  if (self->page != NULL && !g_strv_contains (ex_history_pages (), self->page))
    *status = ex_cli_misused (&usage, _("“%s” is no page; there are: %s."), self->page, pages);
  else if (self->from != NULL && show->from == EX_DAY_NONE)
    *status = ex_cli_misused (&usage, _("--from %s: a day such as 2026-09-30 would be right."), self->from);
  else if (self->to != NULL && show->to == EX_DAY_NONE)
    *status = ex_cli_misused (&usage, _("--to %s: a day such as 2026-09-30 would be right."), self->to);
  else if (show->from != EX_DAY_NONE && show->to != EX_DAY_NONE && show->to < show->from)
    *status = ex_cli_misused (&usage, _("--to %s is before --from %s."), self->to, self->from);
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
parse (const Options *self, ExCliShow *show, ExCliStatus *status)
{
  *show = (ExCliShow) { .explain = self->explain, .by_segment = self->by != NULL };

  if (!ex_cli_format_parse (self->format, &show->format))
    *status = ex_cli_misused (&usage, _("“%s” is no format; text, csv or json would be right."), self->format);
  else if (self->by != NULL && g_ascii_strcasecmp (self->by, "segment") != 0)
    *status = ex_cli_misused (&usage, _("--by %s: segment would be right."), self->by);
  else if (self->grain != NULL && !ex_grain_parse (self->grain, &show->grain))
    *status = ex_cli_misused (&usage, _("“%s” is no grain; month, quarter or year would be right."), self->grain);
  else if (self->period != NULL && !ex_cli_show_parse_period (show, self->period))
    *status = ex_cli_misused (&usage, _("“%s” is no period; one such as 2026-09, 2026-Q3 or 2026, or 2025-10..2026-09 would be right."), self->period);
  else if (!parse_version (self->version, &show->version))
    *status = ex_cli_misused (&usage, _("“%s” is no version; 1, 2 and so on would be right."), self->version);
  else if (show->has_range && self->grain != NULL)
    *status = ex_cli_misused (&usage, _("--grain says nothing about a span from one period to another."));
  else if (self->period != NULL && self->grain != NULL && show->period.grain != show->grain)
    *status = ex_cli_misused (&usage, _("--period %s is no %s."), self->period, self->grain);
  else if (self->period != NULL && self->cycle != NULL)
    *status = ex_cli_misused (&usage, _("--period and --cycle do not go together."));
  else if (self->grain != NULL && self->cycle != NULL)
    *status = ex_cli_misused (&usage, _("--grain and --cycle do not go together."));
  else if (parse_history (self, show, status))
    {
      show->cycle = self->cycle != NULL ? ex_cli_to_utf8 (self->cycle) : NULL;
      show->leader = self->leader != NULL ? ex_cli_to_utf8 (self->leader) : NULL;
      return TRUE;
    }

  return FALSE;
}

ExTable *
ex_cli_show_table (const ExCliShow *show, const ExTableColumn *columns)
{
  const ExCliFile *file = show->file;
  g_autoptr (GError) error = NULL;
  ExTableAbout about;
  ExTable *table;

  if (file == NULL)
    return ex_cli_table_new (columns, show->format);

  about = (ExTableAbout) { file->title, file->company, file->currency };
  table = ex_table_new_file (columns, &about, file->path, file->format, file->cancellable, &error);
  if (table == NULL)
    ex_cli_refuse ("%s", error->message);

  return table;
}

ExCompany *
ex_cli_show_read_company (ExStore *store, const ExCliShow *show)
{
  g_autoptr (GError) error = NULL;
  ExCompany *company = ex_store_read_company (store, show->cycle, ex_day_today (), &error);

  if (company == NULL)
    ex_cli_refuse ("%s", error->message);
  if (company == NULL && show->cycle != NULL && g_error_matches (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
    ex_cli_tell_cycle_meant (store, show->cycle);

  return company;
}

gboolean
ex_cli_show_find_leader (const ExCompany *company, const ExCliShow *show, int *index)
{
  *index = show->leader != NULL ? ex_company_find_leader (company, show->leader) : -1;
  if (show->leader == NULL || *index >= 0)
    return TRUE;

  ex_cli_refuse (_("There is no leader “%s”."), show->leader);
  ex_cli_tell_leader_meant_of (company, show->leader);

  return FALSE;
}

static ExCliStatus
answer (guint which, const char *path, const char *actor, ExCliShow *show)
{
  g_autoptr (ExStore) store = ex_cli_open (path, actor);
  ExCliStatus status = EX_CLI_REFUSED;

  if (store != NULL)
    {
      ex_cli_format_speak (show->format);
      status = answers[which].show (store, show);
    }

  g_free (show->cycle);
  g_free (show->leader);
  g_free (show->page);
  g_free (show->person);

  return status;
}

static ExCliStatus
run (int argc, char **argv)
{
  const char *names[G_N_ELEMENTS (answers) + 1] = { NULL };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  ExCliShow show;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &options.cycle, N_("the latest unless set; asset, lost-reasons: over this cycle"), N_("NAME") },
    { "leader", 0, 0, G_OPTION_ARG_FILENAME, &options.leader, N_("only of this one; leaders: and all below; history: what was theirs"), N_("ID") },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &options.period, N_("only this one: 2026-09, 2026-Q3, 2026; or 2025-10..2026-09 as one"), N_("PERIOD") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, N_("a line for each segment of customers as well"), "segment" },
    { "grain", 0, 0, G_OPTION_ARG_FILENAME, &options.grain, N_("month, quarter, year: coarser than the ledger is kept"), N_("GRAIN") },
    { "page", 0, 0, G_OPTION_ARG_FILENAME, &options.page, N_("history: what is done on this page of the window"), N_("PAGE") },
    { "person", 0, 0, G_OPTION_ARG_FILENAME, &options.person, N_("history: who did it, a leader or HR"), N_("ID") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, N_("history: from this day on"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_("history: up to this day"), N_("DATE") },
    { "version", 0, 0, G_OPTION_ARG_FILENAME, &options.version, N_("rewards: as the first, second, … close has frozen them"), N_("NUMBER") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain, N_("print the working, line by line"), NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("text (for people), csv or json"), N_("FORMAT") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.actor, N_("who is looking; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      names[i] = answers[i].name;
      if (!g_str_equal (words[1], answers[i].name))
        continue;
      if (!check_taken (&options, answers[i].options, words[1], &status) || !parse (&options, &show, &status))
        return status;
      return answer (i, words[0], options.actor, &show);
    }

  return ex_cli_unknown (&usage, _("answer called"), words[1], names);
}

const ExCliCommand ex_cli_show_command = { &usage, run };
