#include "config.h"

#include "ex-cli-cancel.h"
#include "ex-cli-meant.h"
#include "ex-cli-progress.h"
#include "ex-cli.h"

#include "company/ex-report.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <string.h>

typedef struct
{
  char *output;
  char *cycle;
  char *leader;
  char *paper;
  char *actor;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->cycle);
  g_free (self->leader);
  g_free (self->paper);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "report",
  "FILE review|team|asset|rewards --output OUT.pdf [OPTION…]",
  N_("Writes a report as PDF, for paper."),
  N_("review: a leader’s review, of one --leader; without it everybody’s, managers before their reports: all in OUT.pdf, or a PDF each "
     "where OUT is a folder, or ends in “/”.\n\n"
     "team: the team book, for the chief executive.\n\n"
     "asset: what became of the customers, period by period, by reason and by segment.\n\n"
     "rewards: what the cycle pays by, and every statement that may be seen.\n\n"
     "A review is handed to its leader, and so has nothing that they may not see. It is written in the language of the locale; "
     "an OUT.pdf that exists is replaced."),
  2,
  2,
};

typedef struct
{
  ExReport    report;
  ExPaper     paper;
  gboolean    folder; /* a PDF each */
  const char *output;
  const char *leader; /* (nullable) */
} Wish;

/* --- what is asked for --------------------------------------------------------------------------------------------------------- */

static gboolean
is_folder (const char *output)
{
  return g_str_has_suffix (output, G_DIR_SEPARATOR_S) || g_file_test (output, G_FILE_TEST_IS_DIR);
}

static gboolean
ends_in_pdf (const char *output)
{
  gsize length = strlen (output);

  return length > 4 && g_ascii_strcasecmp (output + length - 4, ".pdf") == 0;
}

static gboolean
parse (const Options *self, Wish *wish, ExCliStatus *status)
{
  wish->paper = *ex_paper_default ();
  wish->output = self->output;
  wish->leader = self->leader;

  if (self->output == NULL || *self->output == '\0')
    *status = ex_cli_misused (&usage, _("say where it goes: --output OUT.pdf."));
  else if (self->paper != NULL && !ex_paper_parse (self->paper, &wish->paper))
    *status = ex_cli_misused (&usage, _("“%s” is no paper; a4 or letter would be right."), self->paper);
  else if (self->leader != NULL && wish->report != EX_REPORT_REVIEW)
    *status = ex_cli_misused (&usage, _("--leader goes with review alone."));
  else
    {
      wish->folder = is_folder (self->output) && wish->report == EX_REPORT_REVIEW && self->leader == NULL;
      if (wish->folder || (ends_in_pdf (self->output) && !is_folder (self->output)))
        return TRUE;
      if (wish->report == EX_REPORT_REVIEW && self->leader == NULL)
        *status = ex_cli_misused (&usage, _("--output %s: a name that ends in .pdf, or a folder, would be right."), self->output);
      else
        *status = ex_cli_misused (&usage, _("--output %s: a name that ends in .pdf would be right."), self->output);
    }

  return FALSE;
}

/* --- writing ------------------------------------------------------------------------------------------------------------------- */

static ExCliStatus
write_one (ExStore *store, const ExReportFacts *facts, const Wish *wish)
{
  GCancellable *cancellable = ex_cli_cancel_begin ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ExDocument) document = ex_report_make (wish->report, store, facts, wish->leader, &error);

  if (document != NULL)
    ex_document_save (document, &wish->paper, wish->output, cancellable, &error);
  ex_cli_cancel_end ();
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ex_cli_refuse ("%s", _("Cancelled: nothing was written."));

  return error == NULL ? EX_CLI_DONE : ex_cli_refuse ("%s", error->message);
}

/* TRUE when the folder is there; *@made: it was not before. */
static gboolean
make_folder (const char *path, gboolean *made)
{
  *made = !g_file_test (path, G_FILE_TEST_IS_DIR);
  if (!*made || g_mkdir (path, 0700) == 0)
    return TRUE;

  ex_cli_refuse (_("The folder “%s” cannot be made: %s."), path, g_strerror (errno));

  return FALSE;
}

static ExCliStatus
write_reviews (ExStore *store, const ExReportFacts *facts, const Wish *wish)
{
  GCancellable *cancellable;
  g_autoptr (GError) error = NULL;
  gboolean made = FALSE, done, cancelled;
  guint n = 0;

  if (wish->folder && !make_folder (wish->output, &made))
    return EX_CLI_REFUSED;

  cancellable = ex_cli_cancel_begin ();
  ex_cli_progress_start (_("Writing reviews"));
  done = ex_report_save_reviews (store, facts, NULL, &wish->paper, wish->output, ex_cli_progress_show, NULL, cancellable, &n, &error);
  ex_cli_progress_end ();
  ex_cli_cancel_end ();
  if (done)
    {
      ex_cli_tell (ngettext ("%u review written.", "%u reviews written.", n), n);
      return EX_CLI_DONE;
    }

  cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (made)
    g_rmdir (wish->output); /* if there is nothing in it */
  if (!cancelled)
    return ex_cli_refuse ("%s", error->message);
  if (wish->folder && n > 0)
    return ex_cli_refuse (ngettext ("Cancelled: %u review is written, whole; the others are not.",
                                    "Cancelled: %u reviews are written, whole; the others are not.", n), n);

  return ex_cli_refuse ("%s", _("Cancelled: nothing was written."));
}

static ExCliStatus
write_report (const char *path, const Options *options, const Wish *wish)
{
  g_autoptr (ExStore) store = ex_cli_open (path, options->actor);
  g_autofree char *cycle = options->cycle != NULL ? ex_cli_to_utf8 (options->cycle) : NULL;
  g_autofree char *leader = options->leader != NULL ? ex_cli_to_utf8 (options->leader) : NULL;
  g_autoptr (ExReportFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  Wish meant = *wish;

  if (store == NULL)
    return EX_CLI_REFUSED;

  meant.leader = leader;
  facts = ex_report_facts_read (store, cycle, ex_day_today (), &error);
  if (facts == NULL)
    {
      ex_cli_refuse ("%s", error->message);
      if (cycle != NULL && g_error_matches (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
        ex_cli_tell_cycle_meant (store, cycle);
      return EX_CLI_REFUSED;
    }
  if (wish->report == EX_REPORT_REVIEW && leader == NULL)
    return write_reviews (store, facts, &meant);

  return write_one (store, facts, &meant);
}

static ExCliStatus
run (int argc, char **argv)
{
  static const char *const names[] = { "review", "team", "asset", "rewards", NULL };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  ExCliStatus status;
  Wish wish;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_("the PDF to write, or a folder"), N_("OUT") },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &options.cycle, N_("the latest unless set"), N_("NAME") },
    { "leader", 0, 0, G_OPTION_ARG_FILENAME, &options.leader, N_("whose review; everybody’s unless set"), N_("ID") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &options.paper, N_("a4 or letter; as the locale has it unless set"), N_("PAPER") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.actor, N_("who is looking; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  if (!ex_report_parse (words[1], &wish.report))
    return ex_cli_unknown (&usage, _("report"), words[1], names);

  if (!parse (&options, &wish, &status) || ex_cli_would_overwrite (&usage, options.output, words[0], &status))
    return status;

  return write_report (words[0], &options, &wish);
}

const ExCliCommand ex_cli_report_command = { &usage, run };
