#include "config.h"

#include "ex-store-tables.h"

void
ex_refuse (GPtrArray  *problems,
           const char *format,
           ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

gboolean
ex_store_accept (GPtrArray *problems,
                 GError   **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (problems, i));
  g_ptr_array_unref (problems);
  if (text->len == 0)
    return TRUE;
  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, text->str);
  return FALSE;
}

gboolean
ex_store_begin_about (ExStore    *self,
                      const char *name,
                      const char *subject,
                      GError    **error)
{
  if (!ex_store_begin (self, name, error))
    return FALSE;
  if (subject != NULL)
    ex_store_set_subject (self, subject);
  return TRUE;
}
