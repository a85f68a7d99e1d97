/* Leaders and their scores. */
#include "config.h"

#include "ex-tables.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "core/ex-spells.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n-lib.h>

/* --- leaders ------------------------------------------------------------------------------------------------------------ */

#define FIELDS                                                                                                                                       \
  { "id", N_("Id"), EX_CELL_TEXT }, { "name", N_("Name"), EX_CELL_TEXT }, { "title", N_("Title"), EX_CELL_TEXT },                                    \
  { "unit", N_("Unit"), EX_CELL_TEXT }, { "email", N_("E-mail"), EX_CELL_TEXT }, { "manager", N_("Reports to"), EX_CELL_TEXT },                      \
  { "incentive_target", N_("Incentive target"), EX_CELL_MONEY }, { "from", N_("From"), EX_CELL_DATE }, { "to", N_("To"), EX_CELL_DATE }

const ExTableColumn ex_table_leaders[] = { FIELDS, EX_TABLE_END };

const ExTableColumn ex_table_leaders_scored[] = {
  FIELDS,
  { "objectives", N_("Objectives"), EX_CELL_INTEGER },
  { "measured", N_("Measured"), EX_CELL_INTEGER },
  { "score", N_("Score"), EX_CELL_RATE },
  { "team_score", N_("Team"), EX_CELL_RATE },
  EX_TABLE_END,
};

/* The days of all times in the role, the leader's own last; @own EX_DAY_NONE: from the beginning, or still. */
static void
add_days (ExTable *table, const GArray *spells, gboolean from, ExDay own)
{
  g_autoptr (GString) plain = NULL;
  g_autoptr (GString) shown = NULL;
  g_autofree char *own_iso = NULL;
  g_autofree char *own_shown = NULL;

  if (spells == NULL || spells->len == 0)
    {
      ex_table_day (table, own);
      return;
    }

  plain = g_string_new (NULL);
  shown = g_string_new (NULL);
  own_iso = ex_day_to_iso (own);
  own_shown = ex_format_day (own);
  for (guint i = 0; i < spells->len; i++)
    {
      const ExSpell *spell = &g_array_index (spells, ExSpell, i);
      g_autofree char *iso = ex_day_to_iso (from ? spell->from : spell->to);
      g_autofree char *day = ex_format_day (from ? spell->from : spell->to);

      g_string_append_printf (plain, "%s;", iso);
      g_string_append_printf (shown, "%s; ", day);
    }
  g_string_append (plain, own_iso);
  g_string_append (shown, own_shown);
  ex_table_word (table, plain->str, shown->str);
}

void
ex_table_add_leader (ExTable *table, const ExLeader *leader, guint level, const ExPayViewer *viewer)
{
  const GArray *spells = g_hash_table_lookup (viewer->spells, leader->id);

  ex_table_text (table, leader->id);
  ex_table_indented (table, leader->name, level);
  ex_table_text (table, leader->title);
  ex_table_text (table, leader->unit);
  ex_table_text (table, leader->email);
  ex_table_text (table, leader->manager_id);
  if (leader->incentive_target >= 0 && (viewer->sees_all || g_str_equal (leader->id, viewer->actor)))
    ex_table_money (table, leader->incentive_target, viewer->currency);
  else
    ex_table_blank (table, "");
  add_days (table, spells, TRUE, leader->from);
  add_days (table, spells, FALSE, leader->to);
}

void
ex_table_add_leader_scored (ExTable *table, const ExCompany *company, guint leader, guint level, const ExPayViewer *viewer)
{
  const ExStanding *standing = ex_company_get_standing (company, leader);

  ex_table_add_leader (table, ex_company_get_leader (company, leader), level, viewer);
  ex_table_integer (table, standing->objectives);
  ex_table_integer (table, standing->measured);
  ex_table_rate (table, standing->score, FALSE);
  ex_table_rate (table, standing->team_score, FALSE);
}

gboolean
ex_pay_viewer_init (ExPayViewer *self, ExStore *store, GError **error)
{
  GError *failure = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, NULL, &failure);

  if (g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
    g_clear_error (&failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  *self = (ExPayViewer) { ex_store_get_info (store)->currency, ex_store_get_actor (store), FALSE, ex_store_read_spells (store, error) };
  if (self->spells == NULL)
    return FALSE;
  self->sees_all = g_str_equal (self->actor, EX_STORE_HR);

  return self->sees_all || cycle == NULL || ex_store_sees_all_pay (store, cycle->id, &self->sees_all, error);
}

void
ex_pay_viewer_clear (ExPayViewer *self)
{
  g_clear_pointer (&self->spells, g_hash_table_unref);
}

/* --- scores ------------------------------------------------------------------------------------------------------------- */

const ExTableColumn ex_table_scores[] = {
  { "leader", N_("Id"), EX_CELL_TEXT },
  { "name", N_("Name"), EX_CELL_TEXT },
  { "manager", NULL, EX_CELL_TEXT, N_("Reports to") },
  { "objectives", NULL, EX_CELL_INTEGER, N_("Objectives") },
  { "measured", N_("Measured"), EX_CELL_INTEGER },
  { "score", N_("Score"), EX_CELL_RATE },
  { "team_score", N_("Team"), EX_CELL_RATE },
  { NULL, N_("Note"), EX_CELL_WORD },
  EX_TABLE_END,
};

/* "3 of 4" to people, who must see what is missing; the number in files. */
static void
add_measured (ExTable *table, const ExStanding *standing)
{
  /* Translators: objectives that are measured, of all that a leader has */
  g_autofree char *shown = standing->objectives > 0 ? g_strdup_printf (_("%u of %u"), standing->measured, standing->objectives) : g_strdup ("–");

  ex_table_integer_shown (table, standing->measured, shown);
}

static void
add_note (ExTable *table, const ExStanding *standing)
{
  g_autofree char *weight = ex_format_weight (standing->weight);
  g_autofree char *note = NULL;

  if (standing->objectives > 0 && standing->weight != EX_WHOLE_BP)
    note = g_strdup_printf (_("weights total %s, not 100 %%"), weight);
  ex_table_word (table, NULL, note != NULL ? note : "");
}

void
ex_table_add_score (ExTable *table, const ExCompany *company, guint leader, guint level)
{
  const ExLeader *person = ex_company_get_leader (company, leader);
  const ExStanding *standing = ex_company_get_standing (company, leader);

  ex_table_text (table, person->id);
  ex_table_indented (table, person->name, level);
  ex_table_text (table, person->manager_id);
  ex_table_integer (table, standing->objectives);
  add_measured (table, standing);
  ex_table_rate (table, standing->score, FALSE);
  ex_table_rate (table, standing->team_score, FALSE);
  add_note (table, standing);
}
