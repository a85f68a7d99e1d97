#include "config.h"

#include "ex-cli.h"

#include "ex-cli-meant.h"
#include "ex-cli-nearest.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

static const ExCliCommand *const commands[] = {
  &ex_cli_new_command,   &ex_cli_import_command, &ex_cli_cycle_command, &ex_cli_review_command,
  &ex_cli_show_command,   &ex_cli_asset_command, &ex_cli_rewards_command, &ex_cli_score_command, &ex_cli_payout_command,
  &ex_cli_chart_command, &ex_cli_report_command, &ex_cli_export_command, &ex_cli_undo_command,   &ex_cli_redo_command,  &ex_cli_erase_command,
  &ex_cli_check_command, &ex_cli_backup_command,
};

static void
print_to (FILE *stream, const char *prefix, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  fprintf (stream, "%s%s\n", prefix, text);
  fflush (stream);
}

void
ex_cli_answer (const char *text)
{
  fputs (text, stdout);
}

void
ex_cli_tell (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_to (stderr, "", format, arguments);
  va_end (arguments);
}

ExCliStatus
ex_cli_refuse (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_to (stderr, "exemplarctl: ", format, arguments);
  va_end (arguments);

  return EX_CLI_REFUSED;
}

static void
tell_usage (const ExCliUsage *usage)
{
  ex_cli_tell (_("Usage: exemplarctl %s %s"), usage->name, usage->synopsis);
  ex_cli_tell (_("“exemplarctl %s --help” says more."), usage->name);
}

ExCliStatus
ex_cli_misused (const ExCliUsage *usage, const char *format, ...)
{
  g_autofree char *prefix = g_strdup_printf ("exemplarctl %s: ", usage->name);
  va_list arguments;

  va_start (arguments, format);
  print_to (stderr, prefix, format, arguments);
  va_end (arguments);
  tell_usage (usage);

  return EX_CLI_USAGE;
}

ExCliStatus
ex_cli_unknown (const ExCliUsage *usage, const char *what, const char *word, const char *const *candidates)
{
  const char *nearest = ex_cli_nearest (word, candidates);
  g_autofree char *all = g_strjoinv (", ", (char **) candidates);

  if (nearest != NULL)
    /* Translators: a kind of thing ("command", "field"), a word that is none, the word that was probably meant */
    return ex_cli_misused (usage, _("there is no %s “%s”. Did you mean “%s”?"), what, word, nearest);

  return ex_cli_misused (usage, _("there is no %s “%s”. There are: %s."), what, word, all);
}

char *
ex_cli_to_utf8 (const char *argument)
{
  if (!g_utf8_validate (argument, -1, NULL))
    {
      char *text = g_locale_to_utf8 (argument, -1, NULL, NULL, NULL);

      return text != NULL ? text : g_utf8_make_valid (argument, -1);
    }

  return g_strdup (argument);
}

char *
ex_cli_to_name (const char *argument)
{
  g_autofree char *text = ex_cli_to_utf8 (argument);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean blank = g_unichar_iscntrl (c) || (g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_SPACE_SEPARATOR) || c == ' ';

      if (!blank)
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != ' ')
        g_string_append_c (name, ' ');
    }
  g_strchomp (name->str);

  return g_strdup (name->str);
}

/* "hr" is HR, unless somebody has that id. */
static gboolean
set_actor (ExStore *store, const char *who, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (ex_store_set_actor (store, who, &problem)
      || (g_ascii_strcasecmp (who, EX_STORE_HR) == 0 && ex_store_set_actor (store, EX_STORE_HR, NULL)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

ExStore *
ex_cli_open (const char *path, const char *actor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) store = ex_store_open (path, &error);
  g_autofree char *who = actor != NULL ? ex_cli_to_utf8 (actor) : NULL;

  if (store == NULL || (who != NULL && !set_actor (store, who, &error)))
    {
      ex_cli_refuse ("%s", error->message);
      if (store != NULL && g_error_matches (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
        ex_cli_tell_leader_meant (store, who);
      return NULL;
    }

  return g_steal_pointer (&store);
}

/* --- the program's own help --------------------------------------------------------------------------------------------- */

static void
answer_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (text, _("Usage: exemplarctl COMMAND FILE …\n\n"
                           "Works with a company’s file without a window: customer objectives, scores, the customer asset.\n\n"
                           "Commands:\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-8s %s\n", commands[i]->usage->name, _(commands[i]->usage->summary));
  g_string_append (text, _("\n“exemplarctl COMMAND --help” says more about one of them.\n"
                           "Exit status: 0 done, 1 refused (the reasons are on standard error), 2 wrong usage.\n"));
  ex_cli_answer (text->str);
}

static ExCliStatus
refuse_command (const char *word)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  const char *nearest;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i]->usage->name;
  nearest = ex_cli_nearest (word, names);

  if (nearest != NULL)
    ex_cli_refuse (_("there is no command “%s”. Did you mean “%s”?"), word, nearest);
  else
    ex_cli_refuse (*word == '-' ? _("there is no option “%s” before the command.") : _("there is no command “%s”."), word);
  ex_cli_tell (_("Usage: exemplarctl COMMAND FILE …"));
  ex_cli_tell (_("“exemplarctl --help” lists the commands."));

  return EX_CLI_USAGE;
}

/* An answer that could not be written out is none. */
static ExCliStatus
finish (ExCliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  return ex_cli_refuse (_("the answer could not be written: %s."), g_strerror (errno));
}

int
ex_cli_run (int argc, char **argv)
{
  g_autofree char *word = argc > 1 ? ex_cli_to_utf8 (argv[1]) : NULL;

  g_set_prgname ("exemplarctl");
  if (word == NULL)
    {
      ex_cli_refuse (_("say which command."));
      ex_cli_tell (_("Usage: exemplarctl COMMAND FILE …"));
      ex_cli_tell (_("“exemplarctl --help” lists the commands."));
      return EX_CLI_USAGE;
    }
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help"))
    {
      answer_help ();
      return EX_CLI_DONE;
    }
  if (g_str_equal (word, "--version"))
    {
      ex_cli_answer ("exemplarctl " EX_VERSION "\n");
      return EX_CLI_DONE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (word, commands[i]->usage->name))
      return (int) finish (commands[i]->run (argc - 1, argv + 1));

  return (int) refuse_command (word);
}
