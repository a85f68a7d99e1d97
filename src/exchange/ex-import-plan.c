#include "config.h"

#include "ex-import-plan.h"

#include "ex-csv-survey.h"
#include "ex-import-run.h"

#include <glib/gi18n-lib.h>

#define ROWS_A_LOOK 4096        /* rows between looks at the clock: progress and cancelling */
#define EX_REJECTS_KEPT 250000   /* rows that are left out; more is no file to be mended */

static const ExImportKind *kinds[] = {
  [EX_IMPORT_LEADERS] = &ex_import_leaders_kind,
  [EX_IMPORT_OBJECTIVES] = &ex_import_objectives_kind,
  [EX_IMPORT_CHECK_INS] = &ex_import_check_ins_kind,
  [EX_IMPORT_CUSTOMERS] = &ex_import_customers_kind,
  [EX_IMPORT_MOVEMENTS] = &ex_import_movements_kind,
  [EX_IMPORT_RATINGS] = &ex_import_ratings_kind,
};

/* A file of customers without values says why they left. */
static const ExImportKind *
find_kind (ExImportRun *run)
{
  gboolean is_reasons = run->plan->what == EX_IMPORT_CUSTOMERS && !ex_import_has (run, EX_CUSTOMER_VALUE);

  return is_reasons ? &ex_import_reasons_kind : kinds[run->plan->what];
}

static const ExImportOptions no_options = { .kind = -1 };

void
ex_import_note (ExImportRun *run, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (run->plan->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Warnings and how the file was read: worth a note each. */
static void
note_reading (ExImportRun *run)
{
  const char *encoding = ex_csv_reader_get_encoding (run->reader);
  guint mixed = ex_csv_reader_get_mixed_line (run->reader);

  switch (ex_csv_reader_get_separator (run->reader))
    {
    case ';':
      ex_import_note (run, _("Read as %s, separated by semicolons."), encoding);
      break;
    case '\t':
      ex_import_note (run, _("Read as %s, separated by tabs."), encoding);
      break;
    default:
      ex_import_note (run, _("Read as %s, separated by commas."), encoding);
    }

  if (mixed > 0)
    ex_problems_warn (run->plan->problems, mixed, 1,
                      _("Bytes that are not UTF-8, as the rest of the file is, were read as Windows-1252 here and below; look whether the "
                        "names are right."));
}

static void
note_forms (ExImportRun *run)
{
  if (run->decimal == ',')
    ex_import_note (run, _("Numbers are read with a decimal comma, as line %u has it."), run->decimal_line);
  if (run->date_order == EX_DATE_ORDER_DMY)
    ex_import_note (run, _("Dates are read as day/month/year."));
  else if (run->date_order == EX_DATE_ORDER_MDY)
    ex_import_note (run, _("Dates are read as month/day/year."));
  if (run->nulls)
    ex_import_note (run, _("NULL is read as empty."));
}

/* The heading may differ from the rows only in empty fields at the end, which spreadsheets like to add. */
static gboolean
check_length (ExImportRun *run)
{
  guint n_columns = run->n_columns;
  guint n = run->n_row;

  if (n == n_columns)
    return TRUE;
  if (n > n_columns)
    {
      guint last = n;

      while (last > n_columns && ex_import_trim (ex_csv_reader_get_field (run->reader, last - 1)).length == 0)
        last--;
      if (last == n_columns)
        return TRUE;
    }

  run->bad = TRUE;
  ex_import_refuse (run, -1, n > n_columns
                               ? _("The row has %u fields, the heading %u; a field that has the separator in it must stand in quotation marks.")
                               : _("The row has %u fields, the heading %u; the missing ones must be there, even empty."),
                    n, n_columns);

  return FALSE;
}

static gboolean
look_up (ExImportRun *run, GError **error)
{
  if (run->options->rows != NULL)
    run->options->rows (run->plan->rows_read, run->options->progress_data);
  if (run->options->progress != NULL)
    run->options->progress (ex_csv_reader_get_fraction (run->reader), run->options->progress_data);

  return !g_cancellable_set_error_if_cancelled (run->options->cancellable, error);
}

/* A row that the reader itself complained of, in its words. */
static void
take_broken_row (ExImportRun *run)
{
  GPtrArray *kept = run->plan->problems->kept;
  const char *why = NULL;

  for (guint i = kept->len; run->options->skip_bad && i > 0; i--)
    {
      const ExProblem *problem = g_ptr_array_index (kept, i - 1);

      if (problem->line == run->line)
        why = problem->text;
      if (problem->line <= run->line)
        break;
    }
  ex_bad_lines_add (run->bad_lines, run->line, why);
}

/* Rejects are kept with their words, and for a whole file of them there is no room. */
static gboolean
keeps_rejects (ExImportRun *run)
{
  if (!run->options->skip_bad || ex_bad_lines_length (run->bad_lines) <= EX_REJECTS_KEPT)
    return TRUE;

  /* At the top, where it is read: there it is among the problems that are kept. */
  ex_import_fail (run, 1, 1, _("More than %d rows are bad up to line %u, too many to be left out. Is this the right file?"), EX_REJECTS_KEPT, run->line);

  return FALSE;
}

static gboolean
read_rows (ExImportRun *run, const ExImportKind *kind, GError **error)
{
  while (ex_csv_reader_next (run->reader, run->plan->problems))
    {
      gboolean whole;

      run->line = ex_csv_reader_get_line (run->reader);
      run->row = ex_csv_reader_get_fields (run->reader, &run->n_row);
      run->bad = ex_csv_reader_row_is_bad (run->reader);
      run->plan->rows_read++;

      if (run->bad)
        take_broken_row (run);
      whole = !run->bad && check_length (run);
      if (whole)
        kind->row (run);
      else if (kind->broken != NULL)
        kind->broken (run);
      /* A row may be refused without words of its own, where one problem stands for many. */
      if (run->bad)
        ex_bad_lines_add (run->bad_lines, run->line, NULL);

      if (run->plan->rows_read % ROWS_A_LOOK == 0 && !look_up (run, error))
        return FALSE;
      if (run->bad && !keeps_rejects (run))
        break;
    }
  run->plan->fatal |= ex_csv_reader_is_broken (run->reader);

  return ex_csv_reader_is_whole (run->reader, error) && look_up (run, error);
}

static void
add_reject (ExImportRun *run, ExCsvReader *reader, const char *why)
{
  guint n = ex_csv_reader_n_fields (reader);
  char **row = g_new0 (char *, n + 2);

  for (guint i = 0; i < n; i++)
    {
      ExField field = ex_csv_reader_get_field (reader, i);

      row[i] = g_strndup (field.text, field.length);
    }
  row[n] = g_strdup (why);
  g_ptr_array_add (run->plan->rejects, row);
}

/* Read again: rows found bad only once the others were known are long past. */
static void
collect_rejects (ExImportRun *run)
{
  g_autoptr (ExCsvReader) reader = ex_csv_reader_copy (run->reader);

  run->plan->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (ex_csv_reader_next (reader, NULL))
    /* Translators: heading of the column that says what is wrong with a row. */
    add_reject (run, reader, _("problem"));
  while (ex_csv_reader_next (reader, NULL))
    {
      guint line = ex_csv_reader_get_line (reader);
      const char *why = ex_bad_lines_get_why (run->bad_lines, line);

      if (ex_bad_lines_contains (run->bad_lines, line))
        add_reject (run, reader, why != NULL ? why : _("This row is no proper CSV."));
    }
}

static gboolean
make_plan (ExImportRun *run, GError **error)
{
  const ExImportKind *kind;
  gboolean good = TRUE;

  if (!ex_csv_reader_next (run->reader, run->plan->problems))
    {
      ex_import_fail (run, 1, 1, _("The file is empty; its first row should name the columns."));
      return TRUE;
    }

  run->line = ex_csv_reader_get_line (run->reader);
  run->plan->fatal = ex_csv_reader_row_is_bad (run->reader);
  note_reading (run);
  if (!ex_import_find_columns (run))
    return TRUE;
  kind = find_kind (run);
  if (!kind->begin (run))
    return TRUE;

  good = read_rows (run, kind, error);
  if (good)
    {
      kind->end (run);
      note_forms (run);
      if (run->plan->rows_read == 0)
        ex_problems_warn (run->plan->problems, run->line, 1, _("There are no rows below the heading."));
      if (run->options->skip_bad && !run->plan->fatal)
        collect_rejects (run);
      run->plan->rows_refused = ex_bad_lines_length (run->bad_lines);
    }
  kind->clear (run);

  return good;
}

static void
run_clear (ExImportRun *run)
{
  g_clear_pointer (&run->reader, ex_csv_reader_free);
  g_clear_pointer (&run->bad_lines, ex_bad_lines_free);
}

static ExImportPlan *
plan_new (ExImportWhat what)
{
  ExImportPlan *plan = g_new0 (ExImportPlan, 1);

  plan->what = what;
  plan->problems = ex_problems_new ();
  plan->notes = g_ptr_array_new_with_free_func (g_free);

  return plan;
}

/* NULL and @error: cancelled, or the file went bad. */
static ExImportPlan *
plan_for_text (ExImportWhat what, ExCsvSource *source, const ExCsvText *text, const ExImportContext *context, const ExImportOptions *options,
               GError **error)
{
  g_autoptr (ExImportPlan) plan = plan_new (what);
  ExImportRun run = { .plan = plan, .context = context, .options = options, .reader = ex_csv_reader_new_for_text (source, text) };
  gboolean good;

  run.date_order = options->date_order;
  run.fields = ex_import_fields (what, &run.n_fields);
  run.bad_lines = ex_bad_lines_new (options->skip_bad);
  good = make_plan (&run, error) && ex_csv_reader_is_whole (run.reader, error);
  run_clear (&run);

  return good ? g_steal_pointer (&plan) : NULL;
}

/* A big file is read while it is still found out what it is; should it not be what its beginning looks like, it is read again. */
static ExImportPlan *
plan_for_source (ExImportWhat what, const char *name, ExCsvSource *source, const ExImportContext *context, const ExImportOptions *options,
                 GError **error)
{
  ExCsvText taken_for, text;
  GError *failure = NULL;
  ExCsvSurvey *survey = ex_csv_survey_begin (source, options->encoding, options->cancellable, &taken_for, &failure);
  ExImportPlan *plan = survey != NULL ? plan_for_text (what, source, &taken_for, context, options, error) : NULL;
  g_autofree char *digest = NULL;

  if (survey != NULL && plan == NULL)
    {
      ex_csv_survey_drop (survey);
      return NULL;
    }
  if (survey == NULL || !ex_csv_survey_end (survey, &text, &digest, &failure))
    {
      g_clear_pointer (&plan, ex_import_plan_free);
      g_propagate_prefixed_error (error, failure, "%s: ", name);
      return NULL;
    }
  if (text.form != taken_for.form)
    {
      ex_import_plan_free (plan);
      plan = plan_for_text (what, source, &text, context, options, error);
    }
  if (plan != NULL)
    plan->digest = g_steal_pointer (&digest);

  return plan;
}

ExImportPlan *
ex_import_plan_new_for_bytes (ExImportWhat what, const char *name, GBytes *bytes, const ExImportContext *context, const ExImportOptions *options,
                              GError **error)
{
  g_autoptr (ExCsvSource) source = NULL;

  g_return_val_if_fail ((guint) what < G_N_ELEMENTS (kinds), NULL);
  g_return_val_if_fail (bytes != NULL && context != NULL && context->company != NULL, NULL);

  source = ex_csv_source_new_for_bytes (bytes);

  return plan_for_source (what, name, source, context, options != NULL ? options : &no_options, error);
}

ExImportPlan *
ex_import_plan_new (ExImportWhat what, const char *path, const ExImportContext *context, const ExImportOptions *options, GError **error)
{
  g_autoptr (ExCsvSource) source = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail ((guint) what < G_N_ELEMENTS (kinds), NULL);
  g_return_val_if_fail (path != NULL && context != NULL && context->company != NULL, NULL);

  source = ex_csv_source_new_for_path (path, error);
  if (source == NULL)
    return NULL;
  name = g_path_get_basename (path);

  return plan_for_source (what, name, source, context, options != NULL ? options : &no_options, error);
}

void
ex_import_plan_free (ExImportPlan *self)
{
  if (self == NULL)
    return;

  ex_problems_free (self->problems);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_strfreev (self->columns);
  g_free (self->field_column);
  g_free (self->digest);
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  g_clear_pointer (&self->spells, g_hash_table_unref);
  g_clear_pointer (&self->objectives, g_ptr_array_unref);
  g_clear_pointer (&self->check_ins, g_array_unref);
  g_clear_pointer (&self->ledger, ex_ledger_unref);
  g_clear_pointer (&self->reasons, g_array_unref);
  g_clear_pointer (&self->movements, g_array_unref);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->rejects, g_ptr_array_unref);
  g_free (self);
}

gboolean
ex_import_plan_is_good (const ExImportPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->fatal && (self->problems->errors == 0 || self->rejects != NULL);
}
