#include "config.h"

#include "ex-working.h"

struct _ExWorking
{
  GPtrArray *steps; /* (element-type ExWorkingStep) */
};

static void
step_free (gpointer data)
{
  ExWorkingStep *step = data;

  g_free (step->what);
  g_free (step->how);
  g_free (step->result);
  g_free (step);
}

ExWorking *
ex_working_new (void)
{
  ExWorking *self = g_new (ExWorking, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);

  return self;
}

ExWorking *
ex_working_copy (const ExWorking *self)
{
  ExWorking *copy = ex_working_new ();

  for (guint i = 0; i < ex_working_length (self); i++)
    {
      const ExWorkingStep *step = ex_working_get (self, i);

      ex_working_add (copy, step->what, step->result, "%s", step->how);
    }
  return copy;
}

void
ex_working_free (ExWorking *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->steps);
  g_free (self);
}

void
ex_working_add (ExWorking  *self,
                const char *what,
                const char *result,
                const char *how_format,
                ...)
{
  ExWorkingStep *step;
  va_list args;

  if (self == NULL)
    return;

  step = g_new (ExWorkingStep, 1);
  step->what = g_strdup (what);
  step->result = g_strdup (result);
  va_start (args, how_format);
  step->how = g_strdup_vprintf (how_format, args);
  va_end (args);

  g_ptr_array_add (self->steps, step);
}

guint
ex_working_length (const ExWorking *self)
{
  return self->steps->len;
}

const ExWorkingStep *
ex_working_get (const ExWorking *self,
                guint            index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, index);
}

char *
ex_working_to_text (const ExWorking *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const ExWorkingStep *step = g_ptr_array_index (self->steps, i);

      g_string_append_printf (text, "%s: ", step->what);
      if (*step->how != '\0' && *step->result != '\0')
        g_string_append_printf (text, "%s = %s\n", step->how, step->result);
      else
        g_string_append_printf (text, "%s%s\n", step->how, step->result);
    }

  return g_string_free (text, FALSE);
}
