#include "config.h"

#include "ex-cli-show.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAGE 1000

static const ExCliColumn action_columns[] = {
  { "number", N_("No.") },  { "at", N_("When") },       { "actor", N_("Who") },         { "system_user", N_("User") },
  { "action", N_("What") }, { "subject", N_("About") }, { "changes", N_("Changes") },   { "undoes", N_("Undoes") },
  { "undone_by", N_("Undone by") }, { NULL, NULL },
};

static const ExCliColumn change_columns[] = {
  { "number", N_("No.") },   { "at", N_("When") },     { "actor", N_("Who") }, { "action", N_("What") }, { "table", N_("Table") },
  { "key", N_("Row") },      { "before", N_("Before") }, { "after", N_("After") }, { NULL, NULL },
};

static void
add_time (ExCliTable *table, gint64 seconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *plain = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *shown = g_date_time_format (local, "%x %X");

  ex_cli_table_word (table, plain, shown);
}

static void
add_number (ExCliTable *table, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  ex_cli_table_cell (table, number > 0 ? text : NULL, TRUE, number > 0 ? text : "");
}

/* The store's names are English; those of an undo are made of the name of what it undoes. (transfer full) */
static char *
name_shown (const char *name)
{
  if (g_str_has_prefix (name, "Undo: "))
    /* Translators: %s is the name of an action, such as "Record a check-in" */
    return g_strdup_printf (_("Undo: %s"), _(name + strlen ("Undo: ")));
  if (g_str_has_prefix (name, "Redo: "))
    /* Translators: %s is the name of an action, such as "Record a check-in" */
    return g_strdup_printf (_("Redo: %s"), _(name + strlen ("Redo: ")));

  return g_strdup (_(name));
}

static void
add_name (ExCliTable *table, const char *name)
{
  g_autofree char *shown = name_shown (name);

  ex_cli_table_word (table, name, shown);
}

/* An observer is not named to others. */
static void
add_actor (ExCliTable *table, const ExAction *action)
{
  ex_cli_table_word (table, action->actor, *action->actor != '\0' ? action->actor : _("an observer"));
}

static void
add_action (ExCliTable *table, const ExAction *action)
{
  add_number (table, action->number);
  add_time (table, action->at);
  add_actor (table, action);
  ex_cli_table_text (table, action->system_user);
  add_name (table, action->name);
  ex_cli_table_text (table, action->subject);
  ex_cli_table_integer (table, action->n_changes);
  add_number (table, action->undoes);
  add_number (table, action->undone_by);
}

/* Programs get what may be said of it, people why that is not more. */
static void
add_row (ExCliTable *table, const ExChange *change, const char *row)
{
  if (row != NULL && change->hidden != EX_SHOWN)
    ex_cli_table_word (table, row, ex_hidden_label (change->hidden));
  else
    ex_cli_table_text (table, row);
}

static gboolean
add_changes (ExCliTable *table, ExStore *store, const ExAction *action, GError **error)
{
  g_autoptr (GPtrArray) changes = ex_store_list_changes (store, action->number, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const ExChange *change = g_ptr_array_index (changes, i);

      add_number (table, action->number);
      add_time (table, action->at);
      add_actor (table, action);
      add_name (table, action->name);
      ex_cli_table_word (table, change->table, NULL);
      ex_cli_table_text (table, change->key);
      add_row (table, change, change->before);
      add_row (table, change, change->after);
    }

  return changes != NULL;
}

/* Newest first, page after page, as long as there are any. */
static gboolean
add_all (ExCliTable *table, ExStore *store, const ExCliShow *show, GError **error)
{
  const ExHistoryFilter filter = { .leader = show->leader, .page = show->page, .from = show->from, .to = show->to, .person = show->person };
  gint64 before = 0;
  guint n;

  do
    {
      g_autoptr (GPtrArray) actions = ex_store_list_actions (store, &filter, before, PAGE, error);

      if (actions == NULL)
        return FALSE;
      n = actions->len;
      for (guint i = 0; i < n; i++)
        {
          const ExAction *action = g_ptr_array_index (actions, i);

          before = action->number;
          if (!show->explain)
            add_action (table, action);
          else if (!add_changes (table, store, action, error))
            return FALSE;
        }
    }
  while (n == PAGE);

  return TRUE;
}

static gboolean
is_asked_for_some (const ExCliShow *show)
{
  return show->leader != NULL || show->page != NULL || show->person != NULL || show->from != EX_DAY_NONE || show->to != EX_DAY_NONE;
}

ExCliStatus
ex_cli_show_history (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCliTable) table = ex_cli_table_new (show->explain ? change_columns : action_columns);
  g_autoptr (GError) error = NULL;

  if (!add_all (table, store, show, &error))
    return ex_cli_refuse ("%s", error->message);
  if (show->format == EX_CLI_TEXT && ex_cli_table_n_rows (table) == 0)
    ex_cli_tell (is_asked_for_some (show) ? _("Nothing in the history fits.") : _("Nothing was done yet."));
  else
    ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}
