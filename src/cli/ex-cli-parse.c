#include "config.h"

#include "ex-cli.h"

#include "ex-cli-nearest.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* --help is looked for here (GOption would end the program itself), and only listed. */
static gboolean help;
static const GOptionEntry help_entry[] = {
  { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("print this"), NULL },
  G_OPTION_ENTRY_NULL,
};

static GOptionContext *
context_new (const ExCliUsage *usage, const GOptionEntry *entries)
{
  g_autofree char *synopsis = g_strdup_printf ("%s %s", usage->name, usage->synopsis);
  GOptionContext *context = g_option_context_new (synopsis);

  g_option_context_set_summary (context, _(usage->summary));
  if (usage->details != NULL)
    g_option_context_set_description (context, _(usage->details));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);

  return context;
}

static gboolean
asks_for_help (int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;

  return FALSE;
}

/* The first option that is none of @entries, without its value. (transfer full) */
static char *
find_unknown (const GOptionEntry *entries, int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      gboolean known = !g_str_has_prefix (argv[i], "--") || argv[i][2] == '\0';
      gsize length = strcspn (argv[i], "=");

      for (const GOptionEntry *entry = entries; entry->long_name != NULL && !known; entry++)
        known = strlen (entry->long_name) == length - 2 && strncmp (argv[i] + 2, entry->long_name, length - 2) == 0;
      if (!known)
        return g_strndup (argv[i], length);
    }

  return NULL;
}

static ExCliStatus
refuse_option (const ExCliUsage *usage, const GOptionEntry *entries, int argc, char **argv, const GError *error)
{
  g_autofree char *unknown = find_unknown (entries, argc, argv);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nearest;

  if (unknown == NULL || !g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    return ex_cli_misused (usage, "%s", error->message);

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    g_ptr_array_add (names, (gpointer) entry->long_name);
  g_ptr_array_add (names, NULL);
  nearest = ex_cli_nearest (unknown + 2, (const char *const *) names->pdata);
  if (nearest != NULL)
    return ex_cli_misused (usage, _("there is no option “%s”. Did you mean “--%s”?"), unknown, nearest);

  return ex_cli_misused (usage, _("there is no option “%s”."), unknown);
}

static char **
take_words (int argc, char **argv)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i < argc; i++)
    g_ptr_array_add (words, g_strdup (argv[i]));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_steal (words, NULL);
}

/* GOption leaves the "--" that ended the options in place. */
static int
drop_dashes (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--"))
      {
        memmove (&argv[i], &argv[i + 1], (size_t) (argc - i - 1) * sizeof (char *));
        return argc - 1;
      }

  return argc;
}

gboolean
ex_cli_parse (const ExCliUsage *usage, const GOptionEntry *entries, int argc, char **argv, char ***words, ExCliStatus *status)
{
  g_autoptr (GOptionContext) context = context_new (usage, entries);
  g_autoptr (GError) error = NULL;
  g_autofree char **left = g_memdup2 (argv, ((gsize) argc + 1) * sizeof (char *));
  int n = argc;

  *words = NULL;
  if (asks_for_help (argc, argv))
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      ex_cli_answer (text);
      *status = EX_CLI_DONE;
      return FALSE;
    }

  if (!g_option_context_parse (context, &n, &left, &error))
    *status = refuse_option (usage, entries, argc, argv, error);
  else if (n = drop_dashes (n, left), (guint) (n - 1) < usage->least)
    *status = ex_cli_misused (usage, _("something is missing."));
  else if ((guint) (n - 1) > usage->most)
    {
      g_autofree char *word = ex_cli_to_utf8 (left[usage->most + 1]);

      *status = ex_cli_misused (usage, _("“%s” is one word too many."), word);
    }
  else
    {
      *words = take_words (n, left);
      return TRUE;
    }

  return FALSE;
}

gboolean
ex_cli_would_overwrite (const ExCliUsage *usage, const char *output, const char *company, ExCliStatus *status)
{
  GStatBuf one, other;

  if (g_stat (output, &one) != 0 || g_stat (company, &other) != 0 || one.st_dev != other.st_dev || one.st_ino != other.st_ino)
    return FALSE;

  *status = ex_cli_misused (usage, _("--output %s would write over the company itself."), output);

  return TRUE;
}
