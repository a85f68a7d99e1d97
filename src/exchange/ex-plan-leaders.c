/* Leaders: rows first, then what only shows when all are known: managers, loops, tops. */
#include "config.h"

#include "core/ex-spells.h"
#include "ex-import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TOPS_SHOWN 1000 /* as many as there are problems */
#define LOOP_SHOWN 10 /* of those who are on it */

typedef struct
{
  ExLeader *leader;
  guint     line;
  GArray   *spells;  /* (nullable) (element-type ExSpell) earlier times in the role that the row says */
} Entry;

typedef struct
{
  GArray     *entries; /* (element-type Entry), refused rows too, so that their ids are known */
  GHashTable *by_id;   /* id -> index + 1 */
  GHashTable *folded;  /* id without case -> id; made when first wanted */
} State;

static gboolean
begin (ExImportRun *run)
{
  State *state = g_new0 (State, 1);

  state->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  state->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  run->state = state;

  return TRUE;
}

static void
clear (ExImportRun *run)
{
  State *state = run->state;

  for (guint i = 0; i < state->entries->len; i++)
    {
      Entry *entry = &g_array_index (state->entries, Entry, i);

      ex_leader_free (entry->leader);
      g_clear_pointer (&entry->spells, g_array_unref);
    }
  g_array_unref (state->entries);
  g_hash_table_unref (state->by_id);
  g_clear_pointer (&state->folded, g_hash_table_unref);
  g_clear_pointer (&run->state, g_free);
}

static const ExLeader *
find_standing (ExImportRun *run, const char *id)
{
  int index = ex_company_find_leader (run->context->company, id);

  return index >= 0 ? ex_company_get_leader (run->context->company, (guint) index) : NULL;
}

static Entry *
find_entry (State *state, const char *id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (state->by_id, id));

  return index > 0 ? &g_array_index (state->entries, Entry, index - 1) : NULL;
}

static void
read_text (ExImportRun *run, guint field, char **slot)
{
  if (!ex_import_has (run, field))
    return;

  g_free (*slot);
  *slot = ex_import_text (run, field);
}

static void
read_incentive (ExImportRun *run, ExLeader *leader)
{
  if (!ex_import_has (run, EX_LEADER_INCENTIVE))
    return;

  if (ex_import_money (run, EX_LEADER_INCENTIVE, &leader->incentive_target) != EX_CELL_GOOD)
    leader->incentive_target = -1;
  else if (leader->incentive_target < 0)
    {
      ex_import_refuse (run, EX_LEADER_INCENTIVE, _("%s: “%s” is less than 0."), ex_import_heading (run, EX_LEADER_INCENTIVE),
                        ex_import_shown (run, EX_LEADER_INCENTIVE));
      leader->incentive_target = -1;
    }
}

static ExDay
day_at (const GArray *days, guint i)
{
  return i < days->len ? g_array_index (days, ExDay, i) : EX_DAY_NONE;
}

/* Several days in from and to are pairs: the last one is the leader's own, the others are earlier times in the role. The last may be open. */
static GArray *
take_spells (ExImportRun *run, const GArray *from, const GArray *to)
{
  g_autoptr (GArray) spells = g_array_new (FALSE, FALSE, sizeof (ExSpell));

  if (to->len > from->len || to->len + 1 < from->len)
    {
      ex_import_refuse (run, EX_LEADER_FROM, _("%s and %s are pairs of days: here are %u and %u."), ex_import_heading (run, EX_LEADER_FROM),
                        ex_import_heading (run, EX_LEADER_TO), from->len, to->len);
      return NULL;
    }
  for (guint i = 0; i + 1 < from->len; i++)
    {
      ExSpell spell = { day_at (from, i), day_at (to, i) };

      g_array_append_val (spells, spell);
    }

  return g_steal_pointer (&spells);
}

/* What stands of earlier times beside a row that says nothing of them still has to fit. */
static void
check_spells (ExImportRun *run, const ExLeader *leader, const GArray *spells)
{
  const GArray *standing = run->context->spells != NULL ? g_hash_table_lookup (run->context->spells, leader->id) : NULL;
  g_autofree char *problem = ex_spells_problem (spells != NULL ? spells : standing, leader->from);

  if (problem != NULL && !run->bad)
    ex_import_refuse (run, EX_LEADER_FROM, "%s: %s", ex_import_heading (run, EX_LEADER_FROM), problem);
}

/* (transfer full) (nullable) the earlier times */
static GArray *
read_times (ExImportRun *run, ExLeader *leader)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (ExDay));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (ExDay));
  GArray *spells = NULL;

  ex_import_days (run, EX_LEADER_FROM, from);
  ex_import_days (run, EX_LEADER_TO, to);
  if (!run->bad && (from->len > 1 || to->len > 1))
    spells = take_spells (run, from, to);
  if (ex_import_has (run, EX_LEADER_FROM))
    leader->from = day_at (from, from->len > 0 ? from->len - 1 : 0);
  if (ex_import_has (run, EX_LEADER_TO))
    leader->to = day_at (to, from->len > 1 ? from->len - 1 : 0);

  return spells;
}

/* (transfer full) (nullable) */
static GArray *
read_role (ExImportRun *run, ExLeader *leader)
{
  g_autoptr (GArray) spells = read_times (run, leader);

  if (leader->from != EX_DAY_NONE && leader->to != EX_DAY_NONE && leader->from > leader->to)
    {
      int field = ex_import_has (run, EX_LEADER_TO) ? EX_LEADER_TO : EX_LEADER_FROM;
      char from[EX_DAY_ISO_SIZE], to[EX_DAY_ISO_SIZE];

      ex_day_write (leader->from, from);
      ex_day_write (leader->to, to);
      ex_import_refuse (run, field, _("%s: the last day in role, %s, is before the first, %s."), ex_import_heading (run, (guint) field), to, from);
    }
  check_spells (run, leader, spells);

  return g_steal_pointer (&spells);
}

static void
refuse_empty (ExImportRun *run, guint field)
{
  ex_import_refuse (run, (int) field,
                    _("%s is empty, and every leader needs one; fill it in, or read %s from another column (--map %s=COLUMN)."),
                    ex_import_heading (run, field), run->fields[field].name, run->fields[field].name);
}

/* What the rule says of the record, for what no cell alone can show. */
static void
check_record (ExImportRun *run, const ExLeader *leader)
{
  g_autoptr (GPtrArray) sentences = NULL;

  if (g_strcmp0 (leader->manager_id, leader->id) == 0)
    ex_import_refuse (run, EX_LEADER_MANAGER, _("%s: “%s” would report to themselves; leave it empty at the top."),
                      ex_import_heading (run, EX_LEADER_MANAGER), leader->id);
  if (run->bad)
    return;
  sentences = ex_leader_problems (leader);
  for (guint i = 0; i < sentences->len; i++)
    ex_import_refuse (run, EX_LEADER_ID, "%s", (const char *) g_ptr_array_index (sentences, i));
}

static gboolean
check_key (ExImportRun *run, const char *id)
{
  Entry *other = id != NULL ? find_entry (run->state, id) : NULL;

  if (id == NULL)
    refuse_empty (run, EX_LEADER_ID);
  else if (other != NULL)
    ex_import_refuse (run, EX_LEADER_ID, _("%s: “%s” stands on line %u already; a leader has one row."), ex_import_heading (run, EX_LEADER_ID),
                      ex_import_shown (run, EX_LEADER_ID), other->line);

  return id != NULL && other == NULL;
}

/* Takes @leader and @spells (nullable). */
static void
add_entry (ExImportRun *run, ExLeader *leader, GArray *spells)
{
  State *state = run->state;
  Entry entry = { leader, run->line, spells };

  g_array_append_val (state->entries, entry);
  g_hash_table_insert (state->by_id, leader->id, GUINT_TO_POINTER (state->entries->len));
}

static void
read_row (ExImportRun *run)
{
  g_autofree char *id = ex_import_text (run, EX_LEADER_ID);
  g_autofree char *name = ex_import_text (run, EX_LEADER_NAME);
  gboolean key = check_key (run, id);
  const ExLeader *standing = key ? find_standing (run, id) : NULL;
  g_autoptr (GArray) spells = NULL;
  g_autoptr (ExLeader) leader = standing != NULL ? ex_leader_copy (standing) : ex_leader_new (id != NULL ? id : "?", name != NULL ? name : "?");

  if (name == NULL)
    refuse_empty (run, EX_LEADER_NAME);
  else
    {
      g_free (leader->name);
      leader->name = g_strdup (name);
    }

  /* A column that the file has not leaves alone what stands. */
  read_text (run, EX_LEADER_TITLE, &leader->title);
  read_text (run, EX_LEADER_UNIT, &leader->unit);
  read_text (run, EX_LEADER_EMAIL, &leader->email);
  read_text (run, EX_LEADER_MANAGER, &leader->manager_id);
  read_incentive (run, leader);
  spells = read_role (run, leader);
  check_record (run, leader);

  if (key)
    add_entry (run, g_steal_pointer (&leader), g_steal_pointer (&spells));
}

static void
note_broken_row (ExImportRun *run)
{
  g_autofree char *id = ex_import_text (run, EX_LEADER_ID);

  if (id != NULL && find_entry (run->state, id) == NULL)
    add_entry (run, ex_leader_new (id, "?"), NULL);
}

static void
add_folded (State *state, const char *id)
{
  g_hash_table_insert (state->folded, g_utf8_casefold (id, -1), (gpointer) id);
}

/* An id that is the same but for case: nearly always the one that was meant, but not for us to decide. */
static const char *
find_other_case (ExImportRun *run, const char *id)
{
  State *state = run->state;
  g_autofree char *folded = g_utf8_casefold (id, -1);

  if (state->folded == NULL)
    {
      state->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < ex_company_n_leaders (run->context->company); i++)
        add_folded (state, ex_company_get_leader (run->context->company, i)->id);
      for (guint i = 0; i < state->entries->len; i++)
        add_folded (state, g_array_index (state->entries, Entry, i).leader->id);
    }

  return g_hash_table_lookup (state->folded, folded);
}

static void
check_manager (ExImportRun *run, const Entry *entry)
{
  const ExLeader *leader = entry->leader;
  const char *heading = ex_import_heading (run, EX_LEADER_MANAGER);
  const char *other;

  if (leader->manager_id == NULL)
    return;
  if (g_str_equal (leader->manager_id, leader->id)) /* said already */
    return;
  if (find_entry (run->state, leader->manager_id) != NULL || find_standing (run, leader->manager_id) != NULL)
    return;

  other = find_other_case (run, leader->manager_id);
  if (other != NULL)
    ex_import_refuse_at (run, entry->line, EX_LEADER_MANAGER, _("%s: nobody has the id “%s”; did you mean “%s”?"), heading, leader->manager_id,
                         other);
  else
    ex_import_refuse_at (run, entry->line, EX_LEADER_MANAGER,
                         _("%s: nobody has the id “%s”, in this file or in the company; leave it empty at the top."), heading,
                         leader->manager_id);
}

static const char *
manager_of (ExImportRun *run, const char *id)
{
  const Entry *entry = find_entry (run->state, id);
  const ExLeader *leader = entry != NULL ? entry->leader : find_standing (run, id);

  return leader != NULL ? leader->manager_id : NULL;
}

/* From @start round the loop and back, and the first line of the file that is on it. */
static void
refuse_loop (ExImportRun *run, const char *start)
{
  g_autoptr (GString) path = g_string_new (start);
  const Entry *first = NULL;
  const char *id = start;
  guint n = 0;

  do
    {
      const Entry *entry = find_entry (run->state, id);

      if (entry != NULL && (first == NULL || entry->line < first->line))
        first = entry;
      id = manager_of (run, id);
      if (++n <= LOOP_SHOWN || g_str_equal (id, start))
        g_string_append_printf (path, " → %s", id);
      else if (n == LOOP_SHOWN + 1)
        g_string_append (path, " → …");
    }
  while (!g_str_equal (id, start));

  g_assert (first != NULL); /* what stands has no loop without the file */
  ex_import_refuse_at (run, first->line, EX_LEADER_MANAGER, _("%s: these leaders report round in a loop: %s; one of them must have another manager."),
                       ex_import_heading (run, EX_LEADER_MANAGER), path->str);
}

/* Each walk up marks whom it meets with its own number: meeting that number again is a loop, another one was looked at before. */
static void
check_loops (ExImportRun *run)
{
  State *state = run->state;
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint walk = 1; walk <= state->entries->len; walk++)
    {
      const char *id = g_array_index (state->entries, Entry, walk - 1).leader->id;

      while (id != NULL && !g_hash_table_contains (met, id))
        {
          const char *above = manager_of (run, id);

          g_hash_table_insert (met, (gpointer) id, GUINT_TO_POINTER (walk));
          id = above != NULL && g_str_equal (above, id) ? NULL : above; /* said already */
        }
      if (id != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (met, id)) == walk)
        refuse_loop (run, id);
    }
}

/* With skip_bad: a manager who was refused, and does not stand in the company either, cannot be reported to. */
static void
part_from_refused (ExImportRun *run, Entry *entry)
{
  const Entry *manager = entry->leader->manager_id != NULL ? find_entry (run->state, entry->leader->manager_id) : NULL;

  if (ex_import_is_refused (run, entry->line))
    return;
  if (manager == NULL || !ex_import_is_refused (run, manager->line) || find_standing (run, entry->leader->manager_id) != NULL)
    return;

  ex_import_warn_at (run, entry->line, EX_LEADER_MANAGER, _("%s (%s) comes in without a manager, because “%s” on line %u was refused."),
                     entry->leader->name, entry->leader->id, entry->leader->manager_id, manager->line);
  g_clear_pointer (&entry->leader->manager_id, g_free);
}

static void
add_top (GString *names, guint *n, const ExLeader *leader)
{
  if (++*n <= TOPS_SHOWN)
    g_string_append_printf (names, "%s%s (%s)", *n > 1 ? ", " : "", leader->name, leader->id);
  else if (*n == TOPS_SHOWN + 1)
    g_string_append (names, ", …");
}

static void
warn_of_tops (ExImportRun *run)
{
  State *state = run->state;
  const ExCompany *company = run->context->company;
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0, line = 0;

  for (guint i = 0; i < state->entries->len; i++)
    {
      const Entry *entry = &g_array_index (state->entries, Entry, i);

      if (entry->leader->manager_id != NULL || ex_import_is_refused (run, entry->line))
        continue;
      line = line == 0 ? entry->line : line;
      add_top (names, &n, entry->leader);
    }
  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    if (ex_company_get_tree (company)->parent[i] < 0 && find_entry (state, ex_company_get_leader (company, i)->id) == NULL)
      add_top (names, &n, ex_company_get_leader (company, i));

  if (line > 0 && n > 1)
    ex_import_warn_at (run, line, EX_LEADER_MANAGER,
                       ngettext ("%u leader has no manager: %s. That is allowed; look whether it is meant.",
                                 "%u leaders have no manager: %s. That is allowed; look whether it is meant.", n),
                       n, names->str);
}

static void
end (ExImportRun *run)
{
  State *state = run->state;

  for (guint i = 0; i < state->entries->len; i++)
    check_manager (run, &g_array_index (state->entries, Entry, i));
  check_loops (run);
  if (run->options->skip_bad)
    for (guint i = 0; i < state->entries->len; i++)
      part_from_refused (run, &g_array_index (state->entries, Entry, i));
  warn_of_tops (run);

  run->plan->leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  run->plan->spells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < state->entries->len; i++)
    {
      Entry *entry = &g_array_index (state->entries, Entry, i);

      if (ex_import_is_refused (run, entry->line))
        continue;
      g_ptr_array_add (run->plan->leaders, ex_leader_copy (entry->leader));
      if (entry->spells != NULL)
        g_hash_table_insert (run->plan->spells, g_strdup (entry->leader->id), g_array_ref (entry->spells));
    }
}

const ExImportKind ex_import_leaders_kind = { begin, read_row, note_broken_row, end, clear };
