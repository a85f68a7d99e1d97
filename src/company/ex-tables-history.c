/* Rewards, and what was done. */
#include "config.h"

#include "ex-tables.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- rewards ------------------------------------------------------------------------------------------------------------ */

/* The contract's columns, and the name for people. */
const ExTableColumn ex_table_rewards[] = {
  { "leader", N_("Id"), EX_CELL_TEXT },
  { NULL, N_("Name"), EX_CELL_TEXT },
  { "target", N_("Target"), EX_CELL_MONEY },
  { "company_factor", N_("Company factor"), EX_CELL_RATE },
  { "own_factor", N_("Own factor"), EX_CELL_RATE },
  { "proration", N_("Proration"), EX_CELL_RATE },
  { "reward", N_("Reward"), EX_CELL_MONEY },
  EX_TABLE_END,
};

static void
add_money (ExTable *table, gint64 minor, gboolean known, const char *currency)
{
  if (known)
    ex_table_money (table, minor, currency);
  else
    ex_table_none (table);
}

void
ex_table_add_reward (ExTable *table, const ExRewards *rewards, const ExReward *reward)
{
  ex_table_text (table, reward->leader_id);
  ex_table_text (table, reward->name);
  add_money (table, reward->target, reward->target >= 0, rewards->currency);
  ex_table_rate (table, rewards->company_factor, FALSE);
  ex_table_rate (table, reward->own_factor, FALSE);
  ex_table_rate (table, (double) reward->days_in_role / reward->days, FALSE);
  add_money (table, reward->reward, !isnan (reward->unrounded), rewards->currency);
}

/* --- history ------------------------------------------------------------------------------------------------------------ */

const ExTableColumn ex_table_history[] = {
  { "number", N_("No."), EX_CELL_INTEGER },
  { "at", N_("When"), EX_CELL_TIME },
  { "actor", N_("Who"), EX_CELL_WORD },
  { "system_user", N_("User"), EX_CELL_TEXT },
  { "action", N_("What"), EX_CELL_WORD },
  { "subject", N_("About"), EX_CELL_TEXT },
  { "changes", N_("Changes"), EX_CELL_INTEGER },
  { "undoes", N_("Undoes"), EX_CELL_INTEGER },
  { "undone_by", N_("Undone by"), EX_CELL_INTEGER },
  EX_TABLE_END,
};

const ExTableColumn ex_table_changes[] = {
  { "number", N_("No."), EX_CELL_INTEGER },
  { "at", N_("When"), EX_CELL_TIME },
  { "actor", N_("Who"), EX_CELL_WORD },
  { "action", N_("What"), EX_CELL_WORD },
  { "table", N_("Table"), EX_CELL_WORD },
  { "key", N_("Row"), EX_CELL_TEXT },
  { "before", N_("Before"), EX_CELL_TEXT },
  { "after", N_("After"), EX_CELL_TEXT },
  EX_TABLE_END,
};

/* It names an action, and is not grouped like a quantity. */
static void
add_number (ExTable *table, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (number > 0)
    ex_table_integer_shown (table, number, text);
  else
    ex_table_blank (table, "");
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
add_name (ExTable *table, const char *name)
{
  g_autofree char *shown = name_shown (name);

  ex_table_word (table, name, shown);
}

/* An observer is not named to others. */
static void
add_actor (ExTable *table, const ExAction *action)
{
  ex_table_word (table, action->actor, *action->actor != '\0' ? action->actor : _("an observer"));
}

void
ex_table_add_action (ExTable *table, const ExAction *action)
{
  add_number (table, action->number);
  ex_table_time (table, action->at);
  add_actor (table, action);
  ex_table_text (table, action->system_user);
  add_name (table, action->name);
  ex_table_text (table, action->subject);
  ex_table_integer (table, action->n_changes);
  add_number (table, action->undoes);
  add_number (table, action->undone_by);
}

/* Programs get what may be said of it, people why that is not more. */
static void
add_row (ExTable *table, const ExChange *change, const char *row)
{
  if (row != NULL && change->hidden != EX_SHOWN)
    ex_table_word (table, row, ex_hidden_label (change->hidden));
  else
    ex_table_text (table, row);
}

void
ex_table_add_change (ExTable *table, const ExAction *action, const ExChange *change)
{
  add_number (table, action->number);
  ex_table_time (table, action->at);
  add_actor (table, action);
  add_name (table, action->name);
  ex_table_word (table, change->table, NULL);
  ex_table_text (table, change->key);
  add_row (table, change, change->before);
  add_row (table, change, change->after);
}
