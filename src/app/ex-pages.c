/* To add a page: write src/app/ex-NAME-page.{c,h} (a GtkWidget or AdwBin that implements ExPage) and ui/NAME-page.ui, list
 * the first in src/app/meson.build and the second in ui/exemplar.gresource.xml, include its header here, and add one line to
 * the table. A page is made when it is first shown. Alt+1, Alt+2, ... follow the order of the table. */
#include "config.h"

#include "ex-pages.h"

#include "ex-history-page.h"

#include <glib/gi18n.h>

static const ExPageInfo pages[] = {
  { "history", N_("History"), "ex-history-symbolic", ex_history_page_get_type },
};

const ExPageInfo *
ex_pages (guint *n)
{
  *n = G_N_ELEMENTS (pages);
  return pages;
}

int
ex_pages_find (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return i;
  return -1;
}
