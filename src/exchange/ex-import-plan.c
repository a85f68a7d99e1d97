#include "config.h"

#include "ex-import-plan.h"

#include "ex-import-run.h"

#include <glib/gi18n-lib.h>

#define ROWS_A_LOOK 4096        /* rows between looks at the clock: progress and cancelling */
#define SMALL_FILE (1024 * 1024) /* below this a thread for the digest is not worth its while */

static const ExImportKind *kinds[] = {
  [EX_IMPORT_LEADERS] = &ex_import_leaders_kind,
  [EX_IMPORT_OBJECTIVES] = &ex_import_objectives_kind,
  [EX_IMPORT_CHECK_INS] = &ex_import_check_ins_kind,
  [EX_IMPORT_CUSTOMERS] = &ex_import_customers_kind,
  [EX_IMPORT_MOVEMENTS] = &ex_import_movements_kind,
  [EX_IMPORT_RATINGS] = &ex_import_ratings_kind,
};

static const ExImportOptions no_options = { .kind = -1 };

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

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
  guint n = ex_csv_reader_n_fields (run->reader);

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
  if (run->options->progress != NULL)
    run->options->progress (ex_csv_reader_get_fraction (run->reader), run->options->progress_data);

  return !g_cancellable_set_error_if_cancelled (run->options->cancellable, error);
}

/* A row that the reader itself complained of, in its words. */
static void
take_broken_row (ExImportRun *run)
{
  GPtrArray *kept = run->plan->problems->kept;
  GString *why = g_string_new (NULL);

  for (guint i = kept->len; run->options->skip_bad && i > 0; i--)
    {
      const ExProblem *problem = g_ptr_array_index (kept, i - 1);

      if (problem->line == run->line)
        g_string_assign (why, problem->text);
      if (problem->line <= run->line)
        break;
    }
  g_hash_table_insert (run->bad_lines, GUINT_TO_POINTER (run->line), why);
}

/* A row may be refused without words of its own, where one problem stands for many. */
static void
take_bad_row (ExImportRun *run)
{
  if (!g_hash_table_contains (run->bad_lines, GUINT_TO_POINTER (run->line)))
    g_hash_table_insert (run->bad_lines, GUINT_TO_POINTER (run->line), g_string_new (NULL));
}

static gboolean
read_rows (ExImportRun *run, const ExImportKind *kind, GError **error)
{
  while (ex_csv_reader_next (run->reader, run->plan->problems))
    {
      gboolean whole;

      run->line = ex_csv_reader_get_line (run->reader);
      run->bad = ex_csv_reader_row_is_bad (run->reader);
      run->plan->rows_read++;

      if (run->bad)
        take_broken_row (run);
      whole = !run->bad && check_length (run);
      if (whole)
        kind->row (run);
      else if (kind->broken != NULL)
        kind->broken (run);
      if (run->bad)
        take_bad_row (run);

      if (run->plan->rows_read % ROWS_A_LOOK == 0 && !look_up (run, error))
        return FALSE;
    }
  run->plan->fatal |= ex_csv_reader_is_broken (run->reader);

  return look_up (run, error);
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
      const GString *why = g_hash_table_lookup (run->bad_lines, GUINT_TO_POINTER (ex_csv_reader_get_line (reader)));

      if (why != NULL)
        add_reject (run, reader, why->len > 0 ? why->str : _("This row is no proper CSV."));
    }
}

static gboolean
make_plan (ExImportRun *run, GError **error)
{
  const ExImportKind *kind = kinds[run->plan->what];
  gboolean good = TRUE;

  if (!ex_csv_reader_next (run->reader, run->plan->problems))
    {
      ex_import_fail (run, 1, 1, _("The file is empty; its first row should name the columns."));
      return TRUE;
    }

  run->line = ex_csv_reader_get_line (run->reader);
  run->plan->fatal = ex_csv_reader_row_is_bad (run->reader);
  note_reading (run);
  if (!ex_import_find_columns (run) || !kind->begin (run))
    return TRUE;

  good = read_rows (run, kind, error);
  if (good)
    {
      kind->end (run);
      note_forms (run);
      if (run->plan->rows_read == 0)
        ex_problems_warn (run->plan->problems, run->line, 1, _("There are no rows below the heading."));
      if (run->options->skip_bad)
        collect_rejects (run);
      run->plan->rows_refused = g_hash_table_size (run->bad_lines);
    }
  kind->clear (run);

  return good;
}

static gpointer
digest_thread (gpointer data)
{
  g_autoptr (GBytes) bytes = data;

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static void
run_clear (ExImportRun *run)
{
  g_clear_pointer (&run->reader, ex_csv_reader_free);
  g_clear_pointer (&run->bad_lines, g_hash_table_unref);
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

ExImportPlan *
ex_import_plan_new_for_bytes (ExImportWhat what, const char *name, GBytes *bytes, const ExImportContext *context, const ExImportOptions *options,
                              GError **error)
{
  g_autoptr (ExImportPlan) plan = plan_new (what);
  ExImportRun run = { .plan = plan, .context = context, .options = options != NULL ? options : &no_options };
  GThread *thread = NULL;
  gboolean good;

  g_return_val_if_fail ((guint) what < G_N_ELEMENTS (kinds), NULL);
  g_return_val_if_fail (bytes != NULL && context != NULL && context->company != NULL, NULL);

  run.reader = ex_csv_reader_new (bytes, run.options->encoding, error);
  if (run.reader == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  run.date_order = run.options->date_order;
  run.fields = ex_import_fields (what, &run.n_fields);
  run.bad_lines = g_hash_table_new_full (NULL, NULL, NULL, free_string);

  /* The digest of a big file takes as long as the rows do. */
  if (g_bytes_get_size (bytes) > SMALL_FILE)
    thread = g_thread_new ("ex-digest", digest_thread, g_bytes_ref (bytes));
  good = make_plan (&run, error);
  plan->digest = thread != NULL ? g_thread_join (thread) : ex_csv_reader_get_digest (run.reader);
  run_clear (&run);

  return good ? g_steal_pointer (&plan) : NULL;
}

ExImportPlan *
ex_import_plan_new (ExImportWhat what, const char *path, const ExImportContext *context, const ExImportOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = ex_csv_read_file (path, error);
  if (bytes == NULL)
    return NULL;
  name = g_path_get_basename (path);

  return ex_import_plan_new_for_bytes (what, name, bytes, context, options, error);
}

void
ex_import_plan_free (ExImportPlan *self)
{
  if (self == NULL)
    return;

  ex_problems_free (self->problems);
  g_ptr_array_unref (self->notes);
  g_strfreev (self->columns);
  g_free (self->field_column);
  g_free (self->digest);
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  g_clear_pointer (&self->objectives, g_ptr_array_unref);
  g_clear_pointer (&self->check_ins, g_array_unref);
  g_clear_pointer (&self->ledger, ex_ledger_unref);
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
