#include "config.h"

#include "company/ex-import.h"
#include "ex-cli-cancel.h"
#include "ex-cli-progress.h"
#include "ex-cli.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char   **map;
  char    *cycle;
  char    *period;
  char    *kind;
  char    *encoding;
  char    *date_order;
  char    *rejects;
  char    *actor;
  gboolean add;
  gboolean replace;
  gboolean dry_run;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->map);
  g_free (self->cycle);
  g_free (self->period);
  g_free (self->kind);
  g_free (self->encoding);
  g_free (self->date_order);
  g_free (self->rejects);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "import",
  "FILE leaders|objectives|check-ins|customers|movements INPUT [OPTION…]",
  N_("Reads a CSV file into a company, all of it or nothing."),
  N_("Encoding, separator, columns and the order of dates are found where that is safe; what was taken for what is said. "
     "Every problem is one line INPUT:LINE:COLUMN. INPUT “-” is standard input.\n\n"
     "customers: a key in the file (customer and period) replaces what stood there; with --replace every period in the file replaces the whole "
     "period, with --add values are added. A file with customer and lost_reason but no value gives reasons to customers who left, in the latest "
     "loss or that of its period.\n\n"
     "movements, of a company without a ledger: period, and opening, new, won_back, expanded, contracted, lost and closing as *_customers and "
     "*_value.\n\n"
     "leaders: from and to may have several days separated by “;”, a pair for each time in the role."),
  3,
  3,
};

/* One of the fields of @what, in front of a "=". */
static gboolean
check_map (ExImportWhat what, const char *map, ExCliStatus *status)
{
  const char *equals = strchr (map, '=');
  g_autofree char *field = equals != NULL ? g_strndup (map, (gsize) (equals - map)) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const ExImportField *fields;
  guint n;

  if (field == NULL)
    {
      *status = ex_cli_misused (&usage, _("--map %s: FIELD=COLUMN would be right, such as name=“Full name”."), map);
      return FALSE;
    }

  fields = ex_import_fields (what, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) fields[i].name);
  g_ptr_array_add (names, NULL);
  if (g_strv_contains ((const char *const *) names->pdata, field))
    return TRUE;

  *status = ex_cli_unknown (&usage, _("field"), field, (const char *const *) names->pdata);

  return FALSE;
}

static gboolean
parse_date_order (const char *text, ExDateOrder *order)
{
  static const struct { const char *nick; ExDateOrder order; } orders[] = {
    { "dmy", EX_DATE_ORDER_DMY }, { "mdy", EX_DATE_ORDER_MDY }, { "ymd", EX_DATE_ORDER_YMD },
  };

  *order = EX_DATE_ORDER_FIND;
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (orders); i++)
    if (g_ascii_strcasecmp (text, orders[i].nick) == 0)
      {
        *order = orders[i].order;
        return TRUE;
      }

  return text == NULL;
}

/* What is only said of customers. */
static gboolean
parse_ledger_options (const Options *self, ExImportWhat what, ExImportOptions *options, ExCliStatus *status)
{
  ExLedgerKind kind = EX_LEDGER_RECURRING;

  if (what != EX_IMPORT_CUSTOMERS && (self->period != NULL || self->kind != NULL || self->add || self->replace))
    *status = ex_cli_misused (&usage, _("--period, --kind, --add and --replace are of customers only."));
  else if (self->add && self->replace)
    *status = ex_cli_misused (&usage, _("--add and --replace do not go together."));
  else if (self->period != NULL && !ex_grain_parse (self->period, &options->grain))
    *status = ex_cli_misused (&usage, _("“%s” is no period; month, quarter or year would be right."), self->period);
  else if (self->kind != NULL && !ex_ledger_kind_parse (self->kind, &kind))
    *status = ex_cli_misused (&usage, _("“%s” is no kind of ledger; recurring or transactions would be right."), self->kind);
  else
    {
      options->kind = self->kind != NULL ? (int) kind : -1;
      options->add = self->add;
      options->replace = self->replace;
      return TRUE;
    }

  return FALSE;
}

static gboolean
parse_options (const Options *self, ExImportWhat what, ExImportOptions *options, ExCliStatus *status)
{
  *options = (ExImportOptions) {
    .encoding = self->encoding,
    .map = self->map,
    .skip_bad = self->rejects != NULL,
    .progress = ex_cli_progress_show,
    .rows = ex_cli_progress_rows,
  };

  for (char **map = self->map; map != NULL && *map != NULL; map++)
    {
      char *text = ex_cli_to_utf8 (*map);

      g_free (*map);
      *map = text;
      if (!check_map (what, text, status))
        return FALSE;
    }
  if (!parse_date_order (self->date_order, &options->date_order))
    {
      *status = ex_cli_misused (&usage, _("“%s” is no order of dates; dmy, mdy or ymd would be right."), self->date_order);
      return FALSE;
    }

  return parse_ledger_options (self, what, options, status);
}

static gboolean
same_file (const char *a, const char *b)
{
  GStatBuf one, other;

  return g_stat (a, &one) == 0 && g_stat (b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

static void
tell_notes (const GPtrArray *notes, const char *input)
{
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    ex_cli_tell ("%s: %s", input, (const char *) g_ptr_array_index (notes, i));
}

static void
tell_plan (const ExImportPlan *plan, const char *input)
{
  g_autofree char *problems = ex_problems_to_text (plan->problems, input);

  tell_notes (plan->notes, input);
  if (*problems != '\0')
    {
      g_strchomp (problems);
      ex_cli_tell ("%s", problems);
    }
}

static void
answer_tally (const ExImportTally *tally)
{
  g_autofree char *text = ex_import_tally_to_text (tally);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  ex_cli_answer (line);
}

/* Before anything is imported: rows that could not be kept must not be lost. */
static gboolean
keep_rejects (const ExImportPlan *plan, const Options *options, ExCliStatus *status)
{
  g_autoptr (GError) error = NULL;

  if (options->rejects == NULL || options->dry_run || plan->rows_refused == 0
      || ex_import_write_rejects (plan, options->rejects, &error))
    return TRUE;

  *status = ex_cli_refuse (_("the rows that are refused could not be written, so nothing was imported: %s"), error->message);

  return FALSE;
}

static ExCliStatus
refuse_failure (const GError *failure, ExStore *store)
{
  g_autofree char *name = g_path_get_basename (ex_store_get_path (store));
  g_autofree char *company = g_filename_display_name (name);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ex_cli_refuse (_("the import was cancelled; nothing of it is in “%s”."), company);

  return ex_cli_refuse ("%s", failure->message);
}

static ExCliStatus
apply (ExStore *store, ExImportPlan *plan, const char *path, const char *shown, const ExImportOptions *import, const Options *options)
{
  g_autoptr (GError) error = NULL;
  ExImportTally tally = { 0 };
  ExCliStatus status;
  gboolean done;

  if (!ex_import_plan_is_good (plan))
    {
      tally.read = tally.refused = plan->rows_read;
      answer_tally (&tally);
      return ex_cli_refuse (_("nothing was imported."));
    }
  if (!keep_rejects (plan, options, &status))
    return status;

  ex_cli_progress_start (_("Importing"));
  done = ex_import_apply (store, plan, path, import, options->dry_run, &tally, &error);
  ex_cli_progress_end ();
  if (!done)
    return refuse_failure (error, store);

  tell_notes (plan->changes, shown);
  answer_tally (&tally);
  if (options->dry_run)
    ex_cli_tell (_("This was a dry run: nothing was imported."));
  else if (plan->ledger != NULL && tally.refused > 0)
    ex_cli_tell (_("Once the rows in %s are mended, import them with --add: rows of the same customer and period add up, and would else replace what just came in."),
                 options->rejects);

  return EX_CLI_DONE;
}

static ExCliStatus
import (ExImportWhat what, const char *company, const char *input, const ExImportOptions *import, const Options *options)
{
  g_autoptr (ExStore) store = ex_cli_open (company, options->actor);
  const char *path = g_str_equal (input, "-") ? "/dev/stdin" : input;
  g_autofree char *shown = g_filename_display_name (input);
  g_autofree char *cycle = options->cycle != NULL ? ex_cli_to_utf8 (options->cycle) : NULL;
  g_autoptr (ExImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return EX_CLI_REFUSED;

  ex_cli_progress_start (_("Reading"));
  plan = ex_import_prepare (store, what, path, cycle, import, &error);
  ex_cli_progress_end ();
  if (plan == NULL)
    return refuse_failure (error, store);
  tell_plan (plan, shown);

  return apply (store, plan, path, shown, import, options);
}

static ExCliStatus
run (int argc, char **argv)
{
  static const char *const kinds[] = { "leaders", "objectives", "check-ins", "customers", "movements", NULL };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  ExImportOptions import_options;
  ExImportWhat what;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &options.cycle, N_("that objectives go into; the latest unless set"), N_("NAME") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.map, N_("read a field from this column; an empty COLUMN leaves it out"), N_("FIELD=COLUMN") },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &options.period, N_("grain of the ledger, set by the first import: month, quarter, year"), N_("GRAIN") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options.kind, N_("of the ledger, set by the first import: recurring, transactions"), N_("KIND") },
    { "add", 0, 0, G_OPTION_ARG_NONE, &options.add, N_("add customers’ values to what stands, instead of replacing it"), NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options.replace, N_("every period in the file replaces the whole period of customers"), NULL },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &options.encoding, N_("of INPUT, such as UTF-8 or Windows-1252"), N_("NAME") },
    { "date-order", 0, 0, G_OPTION_ARG_FILENAME, &options.date_order, N_("of dates that can be read in two ways: dmy, mdy, ymd"), N_("ORDER") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("try it, and write nothing"), NULL },
    { "skip-bad", 0, 0, G_OPTION_ARG_FILENAME, &options.rejects, N_("import the good rows, and write the bad ones to this file"), N_("REJECTS") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.actor, N_("who is acting; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  if (!ex_import_what_parse (words[1], &what) || what == EX_IMPORT_RATINGS)
    return ex_cli_unknown (&usage, _("kind of import"), words[1], kinds);
  if (!parse_options (&options, what, &import_options, &status))
    return status;
  if (options.rejects != NULL && (same_file (options.rejects, words[0]) || same_file (options.rejects, words[2])))
    return ex_cli_misused (&usage, _("--skip-bad %s would write over a file that is being read."), options.rejects);

  import_options.cancellable = ex_cli_cancel_begin ();
  status = import (what, words[0], words[2], &import_options, &options);
  ex_cli_cancel_end ();

  return status;
}

const ExCliCommand ex_cli_import_command = { &usage, run };
