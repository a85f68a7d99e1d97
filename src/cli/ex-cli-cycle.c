#include "config.h"

#include "core/ex-format.h"
#include "ex-cli-table.h"
#include "ex-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char  *from;
  char  *to;
  char **tops;
  char  *format;
  char  *actor;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->from);
  g_free (self->to);
  g_strfreev (self->tops);
  g_free (self->format);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "cycle",
  "FILE new NAME --from DATE --to DATE [--top ID]… | FILE list",
  N_("Opens a review cycle, or lists them."),
  N_("Dates are written 2026-09-30; a cycle runs from the first day of a month to the last of one. "
     "A top is a leader that the cycle starts with; usually one."),
  2,
  3,
};

/* Small letters, digits and dashes out of the name, so that every laptop makes the same. (transfer full) */
static char *
slug_of (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *slug = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (slug, g_ascii_tolower (*c));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "cycle");

  return g_string_free (slug, FALSE);
}

static gboolean
is_taken (const GPtrArray *cycles, const char *id)
{
  for (guint i = 0; i < cycles->len; i++)
    if (g_str_equal (((const ExCycle *) g_ptr_array_index (cycles, i))->id, id))
      return TRUE;

  return FALSE;
}

/* (transfer full); NULL: it was said why not */
static char *
make_id (ExStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = ex_store_list_cycles (store, &error);
  g_autofree char *slug = slug_of (name);
  g_autofree char *id = g_strdup (slug);

  if (cycles == NULL)
    {
      ex_cli_refuse ("%s", error->message);
      return NULL;
    }
  for (guint i = 2; is_taken (cycles, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, i);
    }

  return g_steal_pointer (&id);
}

static gboolean
parse_day (const char *option, const char *text, ExDay *day, ExCliStatus *status)
{
  *day = text != NULL ? ex_day_parse (text) : EX_DAY_NONE;
  if (*day != EX_DAY_NONE)
    return TRUE;

  if (text == NULL)
    *status = ex_cli_misused (&usage, _("--%s is missing."), option);
  else
    *status = ex_cli_misused (&usage, _("--%s: “%s” is no day; one such as 2026-09-30 would be right."), option, text);

  return FALSE;
}

static char **
tops_to_utf8 (char **tops)
{
  guint n = tops != NULL ? g_strv_length (tops) : 0;
  char **result = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    result[i] = ex_cli_to_utf8 (tops[i]);

  return result;
}

static ExCliStatus
add (ExStore *store, const char *name, ExDay first, ExDay last, char **tops)
{
  g_autofree char *id = make_id (store, name);
  g_autoptr (ExCycle) cycle = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return EX_CLI_REFUSED;

  cycle = ex_cycle_new (id, name, first, last);
  g_strfreev (cycle->tops);
  cycle->tops = tops_to_utf8 (tops);
  if (!ex_store_save_cycle (store, cycle, &error))
    return ex_cli_refuse ("%s", error->message);
  ex_cli_tell (_("Opened the cycle “%s”."), name);

  return EX_CLI_DONE;
}

static ExCliStatus
list (ExStore *store, ExCliFormat format)
{
  static const ExCliColumn columns[] = {
    { "name", N_("Cycle") }, { "from", N_("From") }, { "to", N_("To") }, { "top", N_("Starts with") }, { NULL, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = ex_store_list_cycles (store, &error);
  g_autoptr (ExCliTable) table = ex_cli_table_new (columns);

  if (cycles == NULL)
    return ex_cli_refuse ("%s", error->message);

  for (guint i = 0; i < cycles->len; i++)
    {
      const ExCycle *cycle = g_ptr_array_index (cycles, i);
      g_autofree char *from = ex_day_to_iso (cycle->first);
      g_autofree char *to = ex_day_to_iso (cycle->last);
      g_autofree char *from_shown = ex_format_day (cycle->first);
      g_autofree char *to_shown = ex_format_day (cycle->last);
      g_autofree char *tops = cycle->tops != NULL ? g_strjoinv (" ", cycle->tops) : g_strdup ("");

      ex_cli_table_text (table, cycle->name);
      ex_cli_table_word (table, from, from_shown);
      ex_cli_table_word (table, to, to_shown);
      ex_cli_table_text (table, tops);
    }
  if (format == EX_CLI_TEXT && cycles->len == 0)
    ex_cli_tell (_("There is no cycle yet."));
  else
    ex_cli_table_answer (table, format);

  return EX_CLI_DONE;
}

static ExCliStatus
run_new (char **words, const Options *options)
{
  g_autoptr (ExStore) store = NULL;
  g_autofree char *name = NULL;
  ExCliStatus status;
  ExDay first, last;

  if (words[2] == NULL)
    return ex_cli_misused (&usage, _("say what the cycle is called: new NAME."));
  if (!parse_day ("from", options->from, &first, &status) || !parse_day ("to", options->to, &last, &status))
    return status;

  store = ex_cli_open (words[0], options->actor);
  if (store == NULL)
    return EX_CLI_REFUSED;
  name = ex_cli_to_name (words[2]);

  return add (store, name, first, last, options->tops);
}

static ExCliStatus
run (int argc, char **argv)
{
  static const char *const verbs[] = { "new", "list", NULL };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  g_autoptr (ExStore) store = NULL;
  ExCliStatus status;
  ExCliFormat format;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, N_("its first day"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_("its last day"), N_("DATE") },
    { "top", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.tops, N_("a leader that it starts with"), N_("ID") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("of the list: text, csv or json"), N_("FORMAT") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.actor, N_("who is acting; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  if (!ex_cli_format_parse (options.format, &format))
    return ex_cli_misused (&usage, _("“%s” is no format; text, csv or json would be right."), options.format);
  if (g_str_equal (words[1], "new"))
    return run_new (words, &options);
  if (!g_str_equal (words[1], "list"))
    /* Commands of one cycle stand behind its name. */
    return ex_cli_unknown (&usage, _("cycle command"), words[2] != NULL ? words[2] : words[1], verbs);
  if (words[2] != NULL)
    return ex_cli_misused (&usage, _("“%s” is one word too many."), words[2]);

  store = ex_cli_open (words[0], options.actor);

  return store != NULL ? list (store, format) : EX_CLI_REFUSED;
}

const ExCliCommand ex_cli_cycle_command = { &usage, run };
