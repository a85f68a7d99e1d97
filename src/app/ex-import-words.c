#include "config.h"

#include "ex-import-words.h"

#include <glib/gi18n.h>

/* By ExImportWhat. */
static const struct { const char *title; const char *ask; } words[] = {
  { N_("Import Leaders"), N_("A file with leaders") },
  { N_("Import Objectives"), N_("A file with objectives") },
  { N_("Import Check-ins"), N_("A file with check-ins") },
  { N_("Import Customers"), N_("A file with customers") },
  { N_("Import Movements"), N_("A file with movements") },
};

const char *
ex_import_title (ExImportWhat what)
{
  g_return_val_if_fail (what < G_N_ELEMENTS (words), NULL);
  return _(words[what].title);
}

const char *
ex_import_ask (ExImportWhat what)
{
  g_return_val_if_fail (what < G_N_ELEMENTS (words), NULL);
  return _(words[what].ask);
}

static void
list (GString *names, const char *name)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

char *
ex_import_describe (ExImportWhat what)
{
  guint n;
  const ExImportField *fields = ex_import_fields (what, &n);
  g_autoptr (GString) needed = g_string_new (NULL);
  g_autoptr (GString) others = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    if (fields[i].required)
      list (needed, fields[i].label);
    /* One of the two, which the field alone does not say. */
    else if (what == EX_IMPORT_CUSTOMERS && g_str_equal (fields[i].name, "period"))
      list (needed, _("Period or Date"));
    else if (what != EX_IMPORT_CUSTOMERS || !g_str_equal (fields[i].name, "date"))
      list (others, fields[i].label);
  /* Translators: lists of the fields that a file must have and may have */
  text = g_strdup_printf (_("A CSV file whose first row names the columns, as every spreadsheet saves one. What they are called does not matter.\n\n"
                            "Needed: %s.\nAlso read: %s."), needed->str, others->str);
  return g_markup_escape_text (text, -1);
}
