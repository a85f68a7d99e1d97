/* "export": an answer as a file. */
#include "config.h"

#include "ex-cli-answers.h"
#include "ex-cli-cancel.h"
#include "ex-cli-progress.h"

#include <glib/gi18n-lib.h>

static const ExCliUsage usage = {
  "export",
  "FILE leaders|objectives|check-ins|coverage|scores|reviews|todo|asset|lost-reasons|customers|movements|claims|rewards|history --output OUT.csv|xlsx "
  "[OPTION…]",
  N_("Writes what there is to know to a CSV file or a spreadsheet."),
  N_("CSV is what “show --format csv” prints: in English, with a point as decimal sign, ISO dates, money in major units, and rates as fractions. "
     "A spreadsheet has the same rows and more columns, with headings in your language, numbers as numbers and days as days.\n\n"
     "leaders, objectives, check-ins, customers and movements have the fields that “import” reads: what was exported can be changed and "
     "imported again, and unchanged it changes nothing. Behind them objectives and check-ins have what is no field, which “import” passes over.\n\n"
     "customers: the ledger itself, a row a customer and period; movements: those that were entered, of a company without a ledger. A spreadsheet "
     "continues on another sheet after 1,048,575 rows.\n\n"
     "OUT has its name only once it is complete; Ctrl+C leaves nothing of it."),
  2,
  2,
};

static ExCliStatus
write_answer (const ExCliAnswer *which, const char *path, const char *actor, ExCliShow *show, ExCliFile *file)
{
  g_autoptr (ExStore) store = ex_cli_open (path, actor);
  ExCliStatus status;

  if (store == NULL)
    return EX_CLI_REFUSED;

  show->format = file->format == EX_TABLE_CSV ? EX_CLI_CSV : EX_CLI_SHEET;
  ex_cli_format_speak (show->format);
  file->title = _(which->title);
  file->company = ex_store_get_info (store)->name;
  file->currency = ex_store_get_info (store)->currency;
  file->cancellable = ex_cli_cancel_begin ();
  show->file = file;
  ex_cli_progress_start (_("Writing"));
  status = which->show (store, show);
  ex_cli_progress_end ();
  ex_cli_cancel_end ();

  return status;
}

static ExCliStatus
run (int argc, char **argv)
{
  g_auto (ExCliAnswerOptions) options = { 0 };
  g_auto (GStrv) words = NULL;
  g_autofree char *output = NULL;
  const ExCliAnswer *which;
  ExCliFile file = { NULL };
  ExCliShow show;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("the file to write; its ending says what: csv, xlsx"), N_("OUT") },
    EX_CLI_ANSWER_ENTRIES (options),
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain, N_("write the working, line by line"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  which = ex_cli_answer_find (&usage, words[1], TRUE, &status);
  if (which == NULL)
    return status;
  if (output == NULL)
    return ex_cli_misused (&usage, _("say where it goes: --output OUT.csv or OUT.xlsx."));
  if (!ex_table_format_parse (output, &file.format))
    return ex_cli_misused (&usage, _("--output %s: a name that ends in .csv or .xlsx would be right."), output);
  if (ex_cli_would_overwrite (&usage, output, words[0], &status))
    return status;
  if (!ex_cli_answer_options_parse (&options, &usage, which, &show, &status))
    return status;

  file.path = output;
  status = write_answer (which, words[0], options.actor, &show, &file);
  ex_cli_answer_clear (&show);

  return status;
}

const ExCliCommand ex_cli_export_command = { &usage, run };
