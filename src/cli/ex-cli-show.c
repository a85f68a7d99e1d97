#include "config.h"

#include "ex-cli-show.h"

#include "ex-cli-answers.h"
#include "ex-cli-meant.h"

#include <glib/gi18n-lib.h>

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
answer (const ExCliAnswer *which, const char *path, const char *actor, const ExCliShow *show)
{
  g_autoptr (ExStore) store = ex_cli_open (path, actor);

  if (store == NULL)
    return EX_CLI_REFUSED;
  ex_cli_format_speak (show->format);

  return which->show (store, show);
}

static ExCliStatus
run (int argc, char **argv)
{
  g_auto (ExCliAnswerOptions) options = { 0 };
  g_auto (GStrv) words = NULL;
  g_autofree char *format = NULL;
  const ExCliAnswer *which;
  ExCliFormat spoken;
  ExCliShow show;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    EX_CLI_ANSWER_ENTRIES (options),
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain, N_("print the working, line by line"), NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("text (for people), csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  which = ex_cli_answer_find (&usage, words[1], FALSE, &status);
  if (which == NULL)
    return status;
  if (!ex_cli_format_parse (format, &spoken))
    return ex_cli_misused (&usage, _("“%s” is no format; text, csv or json would be right."), format);
  if (!ex_cli_answer_options_parse (&options, &usage, which, &show, &status))
    return status;

  show.format = spoken;
  status = answer (which, words[0], options.actor, &show);
  ex_cli_answer_clear (&show);

  return status;
}

const ExCliCommand ex_cli_show_command = { &usage, run };
