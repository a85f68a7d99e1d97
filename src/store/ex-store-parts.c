#include "config.h"

#include "ex-store-parts.h"

#include "ex-store-private.h"
#include "ex-store-tables.h"

#include <string.h>

/* With more of them, all is read anew. */
#define MOST_CHANGES 200

#define COMPANY (1u << EX_STORE_PART_COMPANY)
#define REVIEWS (1u << EX_STORE_PART_REVIEWS)
#define LEDGER  (1u << EX_STORE_PART_LEDGER)
#define REWARDS (1u << EX_STORE_PART_REWARDS)

/* A table that is not listed, one of a version to come, is of every part. */
static const struct { const char *table; guint parts; } tables[] = {
  { "company", COMPANY },
  { "leaders", COMPANY },
  { "past_managers", COMPANY },
  { "cycles", COMPANY },
  { "tops", COMPANY },
  { "cycle_plans", COMPANY },
  { "scale_words", COMPANY },
  { "cycle_steps", COMPANY },
  { "objectives", COMPANY },
  { "links", COMPANY },
  { "check_ins", COMPANY },
  { "imports", COMPANY | LEDGER },
  { "movements", LEDGER },
  { "final_periods", LEDGER },
  { "asset_terms", LEDGER },
  { "no_data_periods", LEDGER },
  { "given_reasons", LEDGER },
  { "spells", REWARDS },
  { "reward_terms", REWARDS },
  { "reward_runs", REWARDS },
  { "reward_statements", REWARDS },
  { "review_steps", REVIEWS },
  { "ratings", REVIEWS },
  { "adjustments", REVIEWS },
  { "observers", REVIEWS },
  { "private_notes", 0 },
  { "amendments", REVIEWS },
  { "amended_objectives", 0 },
  { "templates", 0 },
};

static guint
parts_of (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].table, table) == 0)
      return tables[i].parts;
  return COMPANY | REVIEWS | LEDGER | REWARDS;
}

static void
all_changed (ExStore *self)
{
  for (guint i = 0; i < EX_STORE_N_PARTS; i++)
    self->parts.version[i]++;
}

/* Every change has a number in the history, and they rise: only those behind the last one that was seen are looked at. */
static gboolean
look_at_changes (ExStore *self)
{
  static const char sql[] = "SELECT table_name, max (number) FROM changes WHERE number > $1 GROUP BY table_name";
  g_autoptr (ExStatement) rows = ex_database_prepare (self->db, sql, NULL);
  g_autoptr (GError) failure = NULL;
  gint64 seen = self->parts_seen;
  guint changed = 0;

  if (rows == NULL)
    return FALSE;
  ex_statement_bind_int (rows, 1, self->parts_seen);
  while (ex_statement_step (rows, &failure))
    {
      changed |= parts_of (ex_statement_text (rows, 0));
      seen = MAX (seen, ex_statement_int (rows, 1));
    }
  for (guint i = 0; i < EX_STORE_N_PARTS; i++)
    if (changed & (1u << i))
      self->parts.version[i]++;
  self->parts_seen = seen;
  return failure == NULL;
}

/* Where nobody has looked yet there is nothing to compare with: the whole history need not be read for it. */
static gboolean
begin_looking (ExStore *self)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->db, "SELECT coalesce (max (number), 0) FROM changes", NULL);
  gboolean good = row != NULL && ex_statement_step (row, NULL);

  if (good)
    self->parts_seen = ex_statement_int (row, 0);
  all_changed (self);
  return good;
}

ExStoreParts
ex_store_get_parts (ExStore *self)
{
  ExStoreParts none = { { 0 } };

  g_return_val_if_fail (self != NULL, none);

  if (self->parts.version[0] == 0 ? !begin_looking (self) : !look_at_changes (self))
    all_changed (self);
  self->parts.seen = self->parts_seen;
  return self->parts;
}

/* --- what need not be read again ------------------------------------------------------------------------------------------------------- */

/* The objective of a check-in by the key of its row. -1: it is not in this company, so that more may be going on than is known here. */
static int
find_objective (const ExCompany *company,
                const char      *id)
{
  return id != NULL ? ex_company_find_objective (company, id) : -1;
}

/* The objectives whose check-ins were changed behind @seen; NULL: something else of the company was, too, or too many. */
static GArray *
list_remeasured (ExStore         *self,
                 const ExCompany *company,
                 gint64           seen)
{
  static const char sql[] = "SELECT table_name, CASE table_name WHEN 'check_ins' THEN json_extract (row_key, '$[0]') END FROM changes WHERE number > $1 "
                            "ORDER BY number LIMIT " G_STRINGIFY (MOST_CHANGES);
  g_autoptr (ExStatement) rows = ex_database_prepare (self->db, sql, NULL);
  g_autoptr (GArray) objectives = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) failure = NULL;
  guint n = 0;

  if (rows == NULL)
    return NULL;
  ex_statement_bind_int (rows, 1, seen);
  for (; ex_statement_step (rows, &failure); n++)
    {
      const char *table = ex_statement_text (rows, 0);
      int objective;

      if ((parts_of (table) & COMPANY) == 0)
        continue;
      objective = strcmp (table, "check_ins") == 0 ? find_objective (company, ex_statement_text (rows, 1)) : -1;
      if (objective < 0)
        return NULL;
      g_array_append_vals (objectives, &(guint) { (guint) objective }, 1);
    }
  return failure == NULL && n < MOST_CHANGES ? g_steal_pointer (&objectives) : NULL;
}

ExCompany *
ex_store_reread_company (ExStore         *self,
                         const ExCompany *before,
                         ExStoreParts     parts)
{
  g_autoptr (GArray) objectives = NULL;
  GArray *readings = NULL;

  g_return_val_if_fail (self != NULL && before != NULL, NULL);

  if (parts.seen == 0 || ex_company_get_cycle (before) == NULL || !ex_store_begin_read (self, NULL))
    return NULL;
  objectives = list_remeasured (self, before, parts.seen);
  if (objectives != NULL && objectives->len > 0)
    readings = ex_readings_reread (self->db, before, objectives, NULL);
  ex_store_end_read (self);
  return readings != NULL ? ex_company_new_with_readings (before, readings) : NULL;
}
