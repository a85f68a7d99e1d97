/* Problems of an import, put where they belong: line, column, and the list of rows that are refused. */
#include "config.h"

#include "ex-import-run.h"

#include <glib/gi18n-lib.h>

static guint
column_of (ExImportRun *run, int field)
{
  int column = field >= 0 ? run->plan->field_column[field] : -1;

  return column >= 0 ? (guint) column + 1 : 1;
}

/* The words are kept for the rejects; without those the line alone will do. */
static void
refuse (ExImportRun *run, guint line, int field, const char *format, va_list arguments)
{
  g_autofree char *text = NULL;
  guint column = column_of (run, field);

  ex_bad_lines_add (run->bad_lines, line, NULL);

  /* A million bad rows need not be put into words. */
  if (!run->options->skip_bad && !ex_problems_wants (run->plan->problems, line, column))
    {
      ex_problems_add (run->plan->problems, line, column, "%s", "");
      return;
    }

  text = g_strdup_vprintf (format, arguments);
  ex_problems_add (run->plan->problems, line, column, "%s", text);
  ex_bad_lines_add (run->bad_lines, line, text);
}

void
ex_import_refuse (ExImportRun *run, int field, const char *format, ...)
{
  va_list arguments;

  run->bad = TRUE;
  va_start (arguments, format);
  refuse (run, run->line, field, format, arguments);
  va_end (arguments);
}

void
ex_import_refuse_at (ExImportRun *run, guint line, int field, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  refuse (run, line, field, format, arguments);
  va_end (arguments);
}

void
ex_import_warn_at (ExImportRun *run, guint line, int field, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ex_problems_warn (run->plan->problems, line, column_of (run, field), "%s", text);
}

void
ex_import_fail (ExImportRun *run, guint line, guint column, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  run->plan->fatal = TRUE;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ex_problems_add (run->plan->problems, line, column, "%s", text);
}

gboolean
ex_import_is_refused (ExImportRun *run, guint line)
{
  return ex_bad_lines_contains (run->bad_lines, line);
}
