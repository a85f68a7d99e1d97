/* "cycle FILE new NAME", and "NAME set", which changes what new set. */
#include "config.h"

#include "ex-cli-cycle.h"

#include "ex-cli-meant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
    *status = ex_cli_misused (&ex_cli_cycle_usage, _("--%s is missing."), option);
  else
    *status = ex_cli_misused (&ex_cli_cycle_usage, _("--%s: “%s” is no day; one such as 2026-09-30 would be right."), option, text);

  return FALSE;
}

static void
tell_tops_meant (ExStore *store, const ExCycle *cycle)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, NULL);

  for (char **top = cycle->tops; leaders != NULL && top != NULL && *top != NULL; top++)
    if (!ex_cli_knows_leader (leaders, *top))
      ex_cli_tell_leader_meant (store, *top);
}

/* The cycle and what it carries over are one action, or nothing. */
static ExCliStatus
save (ExStore *store, const char *action, const ExCycle *cycle, const ExCliCycleOptions *options)
{
  g_auto (GStrv) ids = options->carry != NULL ? ex_cli_cycle_choose (store, options) : NULL;
  g_autoptr (GError) error = NULL;
  ExCliStatus status = EX_CLI_DONE;

  if (options->carry != NULL && ids == NULL)
    return EX_CLI_REFUSED;
  if (!ex_store_begin (store, action, &error))
    return ex_cli_refuse ("%s", error->message);
  ex_store_set_subject (store, cycle->name);
  if (!ex_store_save_cycle (store, cycle, &error))
    {
      status = ex_cli_refuse ("%s", error->message);
      tell_tops_meant (store, cycle);
    }
  else if (ids != NULL)
    status = ex_cli_cycle_carry (store, cycle, (const char *const *) ids, options);

  if (status != EX_CLI_DONE)
    ex_store_rollback (store);
  else if (!ex_store_commit (store, &error))
    status = ex_cli_refuse ("%s", error->message);

  return status;
}

static ExCliStatus
add (ExStore *store, const char *name, ExDay first, ExDay last, const ExCliCycleOptions *options)
{
  g_autofree char *id = make_id (store, name);
  g_autoptr (ExCycle) cycle = NULL;
  ExCliStatus status;

  if (id == NULL)
    return EX_CLI_REFUSED;

  cycle = ex_cycle_new (id, name, first, last);
  if (!ex_cli_cycle_fill (cycle, options, &status))
    return status;
  status = save (store, N_("New cycle"), cycle, options);
  if (status == EX_CLI_DONE)
    ex_cli_tell (_("Opened the cycle “%s”."), name);

  return status;
}

ExCliStatus
ex_cli_cycle_new (const char *path, const char *name, const ExCliCycleOptions *options)
{
  g_autofree char *plain = name != NULL ? ex_cli_to_name (name) : NULL;
  g_autoptr (ExStore) store = NULL;
  ExCliStatus status;
  ExDay first, last;

  if (plain == NULL || *plain == '\0')
    return ex_cli_misused (&ex_cli_cycle_usage, _("say what the cycle is called: new NAME."));
  if (!parse_day ("from", options->from, &first, &status) || !parse_day ("to", options->to, &last, &status))
    return status;

  store = ex_cli_open (path, options->actor);

  return store != NULL ? add (store, plain, first, last, options) : EX_CLI_REFUSED;
}

ExCliStatus
ex_cli_cycle_set (ExStore *store, const ExCycle *before, const ExCliCycleOptions *options)
{
  g_autoptr (ExCycle) cycle = ex_cycle_copy (before);
  ExCliStatus status;

  if ((options->from != NULL && !parse_day ("from", options->from, &cycle->first, &status))
      || (options->to != NULL && !parse_day ("to", options->to, &cycle->last, &status)) || !ex_cli_cycle_fill (cycle, options, &status))
    return status;
  if (options->name != NULL)
    {
      g_free (cycle->name);
      cycle->name = ex_cli_to_name (options->name);
    }
  status = save (store, N_("Edit a cycle"), cycle, options);
  if (status == EX_CLI_DONE)
    ex_cli_tell (_("Changed the cycle “%s”."), cycle->name);

  return status;
}
