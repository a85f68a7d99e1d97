#include "config.h"

#include "ex-application.h"

#include <glib/gi18n.h>

#include <locale.h>

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("EXEMPLAR_LOCALE_DIR");
  g_autoptr (ExApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : EX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Exemplar"));

  application = ex_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
