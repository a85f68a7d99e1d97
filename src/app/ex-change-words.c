#include "config.h"

#include "ex-change-words.h"

#include "ex-change-fields.h"
#include "ex-change-values.h"

#include <glib/gi18n.h>

#include <string.h>

static char *
format (const char *words, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);

  return g_strconcat (parts[0], name, parts[1], NULL);
}

/* --- lines ------------------------------------------------------------------------------------------------------------ */

/* Both nullable, and not the same. */
static char *
line_words (const char *label, const char *before, const char *after)
{
  if (before == NULL || after == NULL)
    /* Translators: a field and its value: "Target: 45 %" */
    return g_strdup_printf (_("%s: %s"), label, after != NULL ? after : before);
  /* Translators: a field, its value before and after: "Target: 40 % → 45 %" */
  return g_strdup_printf (_("%s: %s → %s"), label, before, after);
}

static void
add_line (GPtrArray *lines, const ExChange *change, const ExCompany *company, const ExFieldChange *value, gboolean arrow)
{
  const ExChangeField *field = ex_change_field_find (change->table, value->name);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (field == NULL || (field->meaning == EX_AS_YES && value->before == NULL && g_strcmp0 (value->after, "0") == 0))
    return;
  if (value->before != NULL)
    before = ex_change_value (value->before, field->meaning, change, company);
  else if (arrow)
    before = g_strdup (_("nothing"));
  if (value->after != NULL)
    after = ex_change_value (value->after, field->meaning, change, company);
  else if (arrow)
    after = g_strdup (_("nothing"));
  g_ptr_array_add (lines, line_words (_(field->label), before, after));
}

/* In place of the first rating, or that one back in its place. */
static gboolean
add_calibrated (GPtrArray *lines, const ExChange *change, const ExCompany *company, GPtrArray *values)
{
  const ExChange first = { .after = change->earlier };
  g_autofree char *rating = ex_change_get (&first, "rating");

  if (change->before != NULL && change->after != NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      ExFieldChange value = *(ExFieldChange *) g_ptr_array_index (values, i);
      gboolean is_rating = strcmp (value.name, "rating") == 0;

      if (is_rating && change->before == NULL)
        value.before = rating;
      else if (is_rating)
        value.after = rating;
      add_line (lines, change, company, &value, FALSE);
    }
  return TRUE;
}

/* A row that changed says what each field was and is; one that came or went, what it says. */
static void
add_fields (GPtrArray *lines, const ExChange *change, const ExCompany *company)
{
  g_autoptr (GPtrArray) values = ex_change_list_fields (change);

  if (change->earlier != NULL && add_calibrated (lines, change, company, values))
    return;
  for (guint i = 0; i < values->len; i++)
    add_line (lines, change, company, g_ptr_array_index (values, i), change->before != NULL && change->after != NULL);
}

/* --- steps -------------------------------------------------------------------------------------------------------------- */

/* A step is a row of its own; what it changed is how it differs from the one before. Its reason is its own. */
static void
add_step (GPtrArray *lines, const ExChange *change, const ExCompany *company)
{
  const char *beginning = strcmp (change->table, "cycle_steps") == 0 ? "{\"phase\":\"plan\"}" : "{\"state\":\"drafting\",\"excused\":0}";
  const char *step = change->earlier != NULL ? change->earlier : beginning;
  gboolean is_back = change->after == NULL;
  const ExChange difference = { .table = change->table, .key = change->key, .before = is_back ? change->before : (char *) step,
                                .after = is_back ? (char *) step : change->after };
  g_autoptr (GPtrArray) values = ex_change_list_fields (&difference);
  g_autofree char *kind = ex_change_get (change, "step");
  g_autofree char *why = ex_change_get (change, "why");

  for (guint i = 0; i < values->len; i++)
    {
      const ExFieldChange *value = g_ptr_array_index (values, i);

      if (strcmp (value->name, "why") != 0)
        add_line (lines, &difference, company, value, value->before != NULL);
    }
  if (why != NULL)
    g_ptr_array_add (lines, line_words (g_strcmp0 (kind, "dissent") == 0 ? _("Dissent") : _("Why"), NULL, why));
}

/* --- what is proposed ----------------------------------------------------------------------------------------------------- */

/* The row has both, side by side: target and old_target. */
static void
add_proposal (GPtrArray *lines, const ExChange *change, const ExCompany *company)
{
  const ExChange whole = { .after = change->after != NULL ? change->after : change->before };
  g_autoptr (GPtrArray) values = ex_change_list_fields (&whole);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < values->len; i++)
    {
      const ExFieldChange *value = g_ptr_array_index (values, i);

      g_hash_table_insert (known, value->name, value->after);
    }
  for (guint i = 0; i < values->len; i++)
    {
      const ExFieldChange *value = g_ptr_array_index (values, i);
      gboolean is_old = g_str_has_prefix (value->name, "old_");
      const char *name = is_old ? value->name + strlen ("old_") : value->name;
      g_autofree char *old = g_strconcat ("old_", name, NULL);
      ExFieldChange pair = { (char *) name, g_hash_table_lookup (known, old), g_hash_table_lookup (known, name) };

      /* Once for both: under its own name, or under the old one where nothing stands there any more. */
      if ((!is_old || pair.after == NULL) && g_strcmp0 (pair.before, pair.after) != 0)
        add_line (lines, change, company, &pair, TRUE);
    }
}

GPtrArray *
ex_change_lines (const ExChange *change, const ExCompany *company)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (change != NULL, lines);
  g_return_val_if_fail (company != NULL, lines);

  if (change->hidden != EX_SHOWN)
    g_ptr_array_add (lines, g_strdup (ex_hidden_label (change->hidden)));
  else if (strcmp (change->table, "review_steps") == 0 || strcmp (change->table, "cycle_steps") == 0)
    add_step (lines, change, company);
  else if (strcmp (change->table, "amended_objectives") == 0)
    add_proposal (lines, change, company);
  else
    add_fields (lines, change, company);
  return lines;
}

/* --- titles ----------------------------------------------------------------------------------------------------------- */

/* The name of the row as it is now, or was, in words. (transfer full) */
static char *
row_name (const ExChangeTitle *title, const ExChange *change, const ExCompany *company)
{
  const char *names[] = { NULL, change->leader, change->objective, change->cycle };
  static const ExMeaning meanings[] = { EX_AS_TEXT, EX_AS_LEADER, EX_AS_OBJECTIVE, EX_AS_CYCLE };
  g_autofree char *value = NULL;

  if (names[title->naming] != NULL)
    return g_strdup (names[title->naming]);
  value = ex_change_get (change, title->column);
  return value != NULL ? ex_change_value (value, meanings[title->naming], change, company) : g_strdup ("");
}

/* By whom a rating is: "Self-assessment of “Keep contracts”". (nullable) */
static const char *
rating_title (const ExChange *change)
{
  g_autofree char *role = ex_change_get (change, "role");

  if (g_strcmp0 (role, "self") == 0)
    return _("Self-assessment of “%s”");
  return g_strcmp0 (role, "observer") == 0 ? _("An observer’s rating of “%s”") : NULL;
}

static const char *
title_format (const ExChangeTitle *title, const ExChange *change)
{
  const char *rating = change->after != NULL && strcmp (change->table, "ratings") == 0 ? rating_title (change) : NULL;

  if (rating != NULL)
    return rating;
  if (change->before == NULL)
    return _(title->added);
  return change->after == NULL ? _(title->removed) : _(title->changed);
}

/* Of what is hidden so well that nothing says which it is. */
static const char *
hidden_title (const ExChange *change)
{
  if (strcmp (change->table, "private_notes") == 0)
    return _("A private note");
  if (strcmp (change->table, "observers") == 0)
    return _("Who observes whom");
  if (strcmp (change->table, "reward_statements") == 0)
    return _("A reward");
  return change->hidden == EX_HIDDEN_OBSERVER ? _("An observer’s rating") : _("A rating");
}

char *
ex_change_title (const ExChange *change, const ExCompany *company)
{
  const ExChangeTitle *title;
  g_autofree char *name = NULL;

  g_return_val_if_fail (change != NULL, NULL);
  g_return_val_if_fail (company != NULL, NULL);

  title = ex_change_title_find (change->table);
  if (title == NULL)
    return g_strdup (change->table);
  if (change->hidden != EX_SHOWN && change->objective == NULL)
    return g_strdup (hidden_title (change));
  name = row_name (title, change, company);
  return format (title_format (title, change), name);
}
