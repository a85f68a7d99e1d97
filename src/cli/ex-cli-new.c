#include "config.h"

#include "company/ex-sample.h"
#include "core/ex-money.h"
#include "ex-cli.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  char    *name;
  char    *currency;
  char    *actor;
  gboolean sample;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->name);
  g_free (self->currency);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "new",
  "FILE --name NAME [--currency EUR] [--sample]",
  N_("Makes a company’s file."),
  N_("FILE must not exist. With --sample it is filled with an invented company to explore, and needs no name."),
  1,
  1,
};

/* A company half built is none. */
static void
remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

static ExCliStatus
make (const char *path, const ExCompanyInfo *info, const Options *options)
{
  g_autoptr (GError) error = NULL;
  ExStore *store = ex_store_create (path, info, &error);
  g_autofree char *shown = g_filename_display_name (path);

  if (store == NULL)
    return ex_cli_refuse ("%s", error->message);

  if (options->sample)
    ex_sample_fill (store, &error);
  ex_store_close (store);
  if (error != NULL)
    {
      remove_file (path);
      return ex_cli_refuse ("%s", error->message);
    }
  /* Translators: a company's name, the name of its file */
  ex_cli_tell (_("Made the company “%s” in %s."), info->name, shown);

  return EX_CLI_DONE;
}

static ExCliStatus
run (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  g_autoptr (ExCompanyInfo) info = NULL;
  g_autofree char *name = NULL;
  g_autofree char *currency = NULL;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &options.name, N_("what the company is called"), N_("NAME") },
    { "currency", 0, 0, G_OPTION_ARG_FILENAME, &options.currency, N_("of all its money, by its ISO 4217 code; EUR unless set"), N_("CODE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &options.sample, N_("fill it with an invented company to explore"), NULL },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.actor, N_("who is acting; a new company has only HR"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;

  if (options.sample)
    info = ex_sample_info ();
  name = options.name != NULL ? ex_cli_to_name (options.name) : g_strdup (info != NULL ? info->name : NULL);
  currency = options.currency != NULL ? g_ascii_strup (options.currency, -1) : g_strdup (info != NULL ? info->currency : "EUR");
  if (name == NULL || *name == '\0')
    return ex_cli_misused (&usage, _("say what the company is called: --name NAME."));
  if (ex_currency_exponent (currency) < 0)
    return ex_cli_misused (&usage, _("“%s” is no currency; three letters such as EUR or USD would be right."), currency);
  if (options.actor != NULL && g_ascii_strcasecmp (options.actor, EX_STORE_HR) != 0)
    return ex_cli_refuse (_("There is nobody “%s” in a new company; only HR can make one."), options.actor);

  ex_company_info_free (g_steal_pointer (&info));
  info = ex_company_info_new (name, currency);

  return make (words[0], info, &options);
}

const ExCliCommand ex_cli_new_command = { &usage, run };
