#include "config.h"

#include "ex-problem.h"

#include <glib/gi18n-lib.h>

static void
problem_free (gpointer data)
{
  ExProblem *problem = data;

  g_free (problem->text);
  g_free (problem);
}

ExProblems *
ex_problems_new (void)
{
  ExProblems *self = g_new0 (ExProblems, 1);

  self->kept = g_ptr_array_new_with_free_func (problem_free);

  return self;
}

void
ex_problems_free (ExProblems *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->kept);
  g_free (self);
}

static gboolean
is_before (guint line, guint column, const ExProblem *other)
{
  return line < other->line || (line == other->line && column < other->column);
}

/* The last one kept of its kind, and the first to go when an earlier one comes. */
static guint
find_last (const ExProblems *self, gboolean warning)
{
  for (guint i = self->kept->len; i > 0; i--)
    {
      const ExProblem *problem = g_ptr_array_index (self->kept, i - 1);

      if (problem->warning == warning)
        return i - 1;
    }

  g_assert_not_reached ();
}

static gboolean
is_full (const ExProblems *self, gboolean warning)
{
  return (warning ? self->warnings : self->errors) >= EX_PROBLEMS_KEPT;
}

/* Whether a problem there would be among the first. Words that nobody will read need not be put together. */
static gboolean
wants (const ExProblems *self, guint line, guint column, gboolean warning)
{
  return !is_full (self, warning)
         || is_before (line, column, g_ptr_array_index (self->kept, find_last (self, warning)));
}

static void
insert (ExProblems *self, ExProblem *problem)
{
  guint at = self->kept->len;

  /* Most come in order: looked for from the end. */
  while (at > 0 && is_before (problem->line, problem->column, g_ptr_array_index (self->kept, at - 1)))
    at--;
  g_ptr_array_insert (self->kept, (gint) at, problem);
}

static void
add (ExProblems *self, guint line, guint column, gboolean warning, const char *format, va_list arguments)
{
  if (wants (self, line, column, warning))
    {
      ExProblem *problem = g_new0 (ExProblem, 1);

      problem->line = line;
      problem->column = column;
      problem->warning = warning;
      problem->text = g_strdup_vprintf (format, arguments);

      if (is_full (self, warning))
        g_ptr_array_remove_index (self->kept, find_last (self, warning));
      insert (self, problem);
    }

  if (warning)
    self->warnings++;
  else
    self->errors++;
}

void
ex_problems_add (ExProblems *self, guint line, guint column, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (self != NULL);

  va_start (arguments, format);
  add (self, line, column, FALSE, format, arguments);
  va_end (arguments);
}

void
ex_problems_warn (ExProblems *self, guint line, guint column, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (self != NULL);

  va_start (arguments, format);
  add (self, line, column, TRUE, format, arguments);
  va_end (arguments);
}

static void
append_count (GString *text, const char *input, guint64 n, gboolean warning)
{
  if (n <= EX_PROBLEMS_KEPT)
    return;

  n -= EX_PROBLEMS_KEPT;
  g_string_append_printf (text, "%s: ", input);
  if (warning)
    g_string_append_printf (text, ngettext ("and %lu more warning", "and %lu more warnings", (gulong) n), (gulong) n);
  else
    g_string_append_printf (text, ngettext ("and %lu more problem", "and %lu more problems", (gulong) n), (gulong) n);
  g_string_append_c (text, '\n');
}

gboolean
ex_problems_wants (const ExProblems *self, guint line, guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return wants (self, line, column, FALSE);
}

char *
ex_problems_to_text (const ExProblems *self, const char *input)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && input != NULL, NULL);

  for (guint i = 0; i < self->kept->len; i++)
    {
      const ExProblem *problem = g_ptr_array_index (self->kept, i);

      g_string_append_printf (text, "%s:%u:%u: ", input, problem->line, problem->column);
      if (problem->warning)
        /* Translators: stands before a warning, as in "leaders.csv:3:1: warning: ...". */
        g_string_append (text, _("warning: "));
      g_string_append (text, problem->text);
      g_string_append_c (text, '\n');
    }
  append_count (text, input, self->errors, FALSE);
  append_count (text, input, self->warnings, TRUE);

  return g_string_free (text, FALSE);
}
