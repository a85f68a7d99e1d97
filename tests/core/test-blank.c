/* What says nothing, however it is typed. */
#include "config.h"

#include "core/ex-blank.h"

static void
test_blank (void)
{
  static const struct { const char *text; gboolean blank; } cases[] = {
    { NULL, TRUE }, { "", TRUE }, { " ", TRUE }, { "\t\n\v\f\r ", TRUE },
    { "\u00a0", TRUE },             /* a space that does not break */
    { "\xc2\x85", TRUE }, { "\u1680", TRUE }, { "\u2003\u2009", TRUE }, { "\u2028\u2029", TRUE }, { "\u3000", TRUE },
    { "a", FALSE }, { " a ", FALSE }, { "\u00a0.", FALSE }, { "0", FALSE }, { "–", FALSE }, { "語", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (ex_text_is_blank (cases[i].text) != cases[i].blank)
      g_test_fail_printf ("case %" G_GSIZE_FORMAT ": “%s”", i, cases[i].text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/blank/white-space-of-any-script-says-nothing", test_blank);

  return g_test_run ();
}
