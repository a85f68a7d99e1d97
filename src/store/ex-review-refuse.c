/* How the store says that a step, or what belongs to one, is not possible. */
#include "config.h"

#include "ex-small-reviews.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
ex_store_accept_missing (GPtrArray *missing,
                         GError   **error)
{
  g_autoptr (GPtrArray) taken = missing;
  g_autofree char *text = NULL;

  if (taken->len == 0)
    return TRUE;
  text = ex_missing_to_text (taken);
  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, text);
  return FALSE;
}

gboolean
ex_store_accept_actor (char    *forbidden,
                       GError **error)
{
  g_autofree char *taken = forbidden;

  if (taken == NULL)
    return TRUE;
  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, taken);
  return FALSE;
}

gboolean
ex_store_refuse_because (GError    **error,
                         const char *format,
                         ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, text);
  return FALSE;
}

gboolean
ex_store_accept_hr (ExStore *self,
                    GError **error)
{
  if (strcmp (self->actor, EX_STORE_HR) == 0)
    return TRUE;
  return ex_store_refuse_because (error, "%s", _("Only HR does this; act as HR."));
}

gboolean
ex_store_accept_lines (ExStore        *self,
                       const ExLeader *before,
                       const ExLeader *leader,
                       GError        **error)
{
  if (before == NULL || (g_strcmp0 (before->manager_id, leader->manager_id) == 0 && before->from == leader->from && before->to == leader->to))
    return TRUE;
  return ex_store_accept_hr (self, error);
}

gboolean
ex_store_explain_trigger (GError  *failure,
                          GError **error)
{
  if (g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED))
    g_prefix_error (&failure, "%s ", _("The company’s file does not let this happen; look at it again, somebody else may have changed it:"));
  g_propagate_error (error, failure);
  return FALSE;
}
