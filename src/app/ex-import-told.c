#include "config.h"

#include "ex-import-told.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-window.h"

#include <glib/gi18n.h>

#define CHANGES_LISTED 40

char *
ex_import_tally_words (const ExImportTally *tally)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *number = ex_format_integer ((gint64) tally->read);
  g_autofree char *added = ex_format_integer ((gint64) tally->added);
  g_autofree char *changed = ex_format_integer ((gint64) tally->changed);
  g_autofree char *unchanged = ex_format_integer ((gint64) tally->unchanged);
  g_autofree char *refused = ex_format_integer ((gint64) tally->refused);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) tally->read), number);
  g_autofree char *list = NULL;

  /* Translators: of the rows of a file, "1,200 new" */
  if (tally->added > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("%s new"), added));
  if (tally->changed > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("%s changed"), changed));
  if (tally->unchanged > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("%s unchanged"), unchanged));
  if (tally->refused > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("%s left out"), refused));
  if (parts->len == 0)
    return g_steal_pointer (&rows);
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (", ", (char **) parts->pdata);
  /* Translators: "1,204 rows: 1,200 new, 4 changed" */
  return g_strdup_printf (_("%s: %s"), rows, list);
}

char *
ex_import_changes_words (const ExImportPlan *plan)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = plan->changes != NULL ? plan->changes->len : 0;

  for (guint i = 0; i < n && i < CHANGES_LISTED; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (plan->changes, i));
  if (n > CHANGES_LISTED)
    {
      g_autofree char *number = ex_format_integer (n - CHANGES_LISTED);
      g_autofree char *more = g_strdup_printf (ngettext ("and %s more", "and %s more", n - CHANGES_LISTED), number);

      g_string_append_printf (words, "\n%s", more);
    }
  return n > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

void
ex_import_tell (GtkWidget *parent, const ExImportPlan *plan, const ExImportTally *tally)
{
  g_autofree char *text = ex_import_tally_words (tally);
  g_autofree char *nothing = g_strdup_printf (_("Nothing to change. %s"), text);
  g_autofree char *changes = ex_import_changes_words (plan);

  if (changes != NULL)
    ex_alert_show (parent, _("What the import corrected"), changes);
  if (tally->added == 0 && tally->changed == 0)
    ex_window_toast (parent, nothing);
  else
    ex_window_amend_toast (parent, text);
}
