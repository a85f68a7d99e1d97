#include "config.h"

#include "ex-change-values.h"

#include "core/ex-format.h"
#include "core/ex-review.h"
#include "ex-change-rewards.h"
#include "store/ex-store.h"

#include <glib/gi18n.h>

#include <string.h>

char *
ex_change_get (const ExChange *change, const char *column)
{
  const ExChange whole = { .after = change->after != NULL ? change->after : change->before };
  g_autoptr (GPtrArray) values = ex_change_list_fields (&whole);

  for (guint i = 0; i < values->len; i++)
    {
      const ExFieldChange *value = g_ptr_array_index (values, i);

      if (strcmp (value->name, column) == 0)
        return g_strdup (value->after);
    }
  return NULL;
}

/* --- names -------------------------------------------------------------------------------------------------------------- */

static const char *
leader_name (const ExCompany *company, const char *id)
{
  int index = ex_company_find_leader (company, id);

  if (index >= 0)
    return ex_company_get_leader (company, index)->name;
  if (*id == '\0')
    return ex_company_get_cycle (company) != NULL ? ex_cycle_board_name (ex_company_get_cycle (company)) : _("the board");
  return id;
}

static const char *
objective_title (const ExChange *change, const ExCompany *company, const char *id)
{
  int index = ex_company_find_objective (company, id);

  if (index >= 0)
    return ex_company_get_objective (company, index)->title;
  return change->objective != NULL ? change->objective : id;
}

static const char *
cycle_name (const ExChange *change, const ExCompany *company, const char *id)
{
  const ExCycle *cycle = ex_company_get_cycle (company);

  if (change->cycle != NULL)
    return change->cycle;
  return cycle != NULL && strcmp (cycle->id, id) == 0 ? cycle->name : id;
}

/* --- figures ------------------------------------------------------------------------------------------------------------ */

/* The objective that a change is about, where it still stands and is of the cycle in view. */
static const ExObjective *
objective_of (const ExChange *change, const ExCompany *company)
{
  g_autofree char *id = ex_change_get (change, strcmp (change->table, "objectives") == 0 ? "id" : "objective_id");
  g_auto (GStrv) key = id == NULL ? g_strsplit (change->key, ", ", 2) : NULL;
  const char *wanted = id != NULL ? id : key[0];
  int index = wanted != NULL ? ex_company_find_objective (company, wanted) : -1;

  return index >= 0 ? ex_company_get_objective (company, index) : NULL;
}

static char *
number_words (const char *text, const ExChange *change, const ExCompany *company)
{
  const ExObjective *objective = objective_of (change, company);
  const char *point = strchr (text, '.');
  int decimals = point != NULL ? MIN (9, (int) strlen (point + 1)) : 0;

  /* As exact as it was typed, not as the objective is usually shown: a change of a hundredth is a change. */
  if (objective != NULL)
    return ex_format_value (g_ascii_strtod (text, NULL), MAX (decimals, objective->decimals), objective->unit);
  return ex_format_number (g_ascii_strtod (text, NULL), decimals);
}

/* "4 (Above what was agreed)"; of another cycle's scale, the figure. */
static char *
rating_words (const char *text, const ExChange *change, const ExCompany *company)
{
  int rating = (int) g_ascii_strtoll (text, NULL, 10);
  const char *word = objective_of (change, company) != NULL ? ex_cycle_rating_word (ex_company_get_cycle (company), rating) : "";
  g_autofree char *figure = ex_format_integer (rating);

  if (*word == '\0')
    return g_steal_pointer (&figure);
  /* Translators: a rating and what it means on the cycle's scale: "3 (As agreed)" */
  return g_strdup_printf (_("%s (%s)"), figure, word);
}

/* --- words of files ----------------------------------------------------------------------------------------------------- */

static const char *
nick_words (const char *text, ExMeaning meaning)
{
  ExKind kind;
  ExAggregate aggregate;
  ExCadence cadence;
  ExDriver driver;
  ExReviewState state;
  ExPhase phase;
  ExAmendmentState amendment;

  if (meaning == EX_AS_KIND && ex_kind_parse (text, &kind))
    return ex_kind_label (kind);
  if (meaning == EX_AS_AGGREGATE && ex_aggregate_parse (text, &aggregate))
    return ex_aggregate_label (aggregate);
  if (meaning == EX_AS_CADENCE && ex_cadence_parse (text, &cadence))
    return ex_cadence_label (cadence);
  if (meaning == EX_AS_DRIVER && ex_driver_parse (text, &driver))
    return ex_driver_label (driver);
  if (meaning == EX_AS_STATE && ex_review_state_parse (text, &state))
    return ex_review_state_label (state);
  if (meaning == EX_AS_PHASE && ex_phase_parse (text, &phase))
    return ex_phase_label (phase);
  if (meaning == EX_AS_AMENDMENT && ex_amendment_state_parse (text, &amendment))
    return ex_amendment_state_label (amendment);
  return text;
}

/* What is behind "name": in one object of the list; NULL: nothing, or null. (transfer full) */
static char *
member (const char *object, const char *end, const char *name)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\":", name);
  const char *at = g_strstr_len (object, end - object, quoted);
  gsize length;

  if (at == NULL)
    return NULL;
  at += strlen (quoted);
  if (*at == '"')
    return g_strndup (at + 1, strcspn (at + 1, "\""));
  length = strcspn (at, ",}");
  return strncmp (at, "null", 4) == 0 ? NULL : g_strndup (at, length);
}

/* "Retain 1,200.00 €, Acquire 40 customers": the list is flat and has no words of people in it. */
static char *
links_words (const char *json, const ExCompany *company)
{
  GString *words = g_string_new (NULL);

  for (const char *at = strchr (json, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      const char *end = strchr (at, '}');
      g_autofree char *driver = end != NULL ? member (at, end, "driver") : NULL;
      g_autofree char *value = end != NULL ? member (at, end, "value") : NULL;
      g_autofree char *customers = end != NULL ? member (at, end, "customers") : NULL;

      if (driver == NULL)
        break;
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", nick_words (driver, EX_AS_DRIVER));
      if (value != NULL)
        {
          g_autofree char *money = ex_format_money (g_ascii_strtoll (value, NULL, 10), ex_company_get_info (company)->currency);

          g_string_append_printf (words, " %s", money);
        }
      if (customers != NULL)
        {
          gint64 n = g_ascii_strtoll (customers, NULL, 10);
          g_autofree char *count = ex_format_integer (n);

          g_string_append_c (words, ' ');
          g_string_append_printf (words, ngettext ("%s customer", "%s customers", (gulong) ABS (n)), count);
        }
    }
  if (words->len == 0)
    g_string_append (words, _("none"));
  return g_string_free (words, FALSE);
}

char *
ex_change_value (const char *text, ExMeaning meaning, const ExChange *change, const ExCompany *company)
{
  switch (meaning)
    {
    case EX_AS_NUMBER:
      return number_words (text, change, company);
    case EX_AS_COUNT:
      return ex_format_integer (g_ascii_strtoll (text, NULL, 10));
    case EX_AS_MONEY:
      return ex_format_money (g_ascii_strtoll (text, NULL, 10), ex_company_get_info (company)->currency);
    case EX_AS_WEIGHT:
      return ex_format_weight ((int) g_ascii_strtoll (text, NULL, 10));
    case EX_AS_DAY:
      return ex_format_day (ex_day_parse (text));
    case EX_AS_LEADER:
      return g_strdup (leader_name (company, text));
    case EX_AS_OBJECTIVE:
      return g_strdup (objective_title (change, company, text));
    case EX_AS_CYCLE:
      return g_strdup (cycle_name (change, company, text));
    case EX_AS_RATING:
      return rating_words (text, change, company);
    case EX_AS_YES:
      return g_strdup (strcmp (text, "1") == 0 ? _("yes") : _("no"));
    case EX_AS_LINKS:
      return links_words (text, company);
    case EX_AS_KIND:
    case EX_AS_AGGREGATE:
    case EX_AS_CADENCE:
    case EX_AS_DRIVER:
    case EX_AS_STATE:
    case EX_AS_PHASE:
    case EX_AS_AMENDMENT:
      return g_strdup (nick_words (text, meaning));
    case EX_AS_CURVE:
    case EX_AS_MEASURE:
    case EX_AS_PERCENT:
    case EX_AS_FRACTION:
    case EX_AS_MEASURED:
    case EX_AS_OWN:
      return ex_change_reward_value (text, meaning, change, company);
    case EX_AS_TEXT:
    default:
      return g_strdup (text);
    }
}
