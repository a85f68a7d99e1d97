/* Undo and the review cycle: what was signed or closed stands; and a step that others were built on is not taken away from under them. The
 * triggers (sql/0002-steps.sql) refuse the same; here it is said by name. */
#include "config.h"

#include "ex-journal-undo.h"

#include <glib/gi18n-lib.h>

/* Rows of changes as c whose key begins with the JSON of these; @last has to close the list of columns. */
#define KEY_BEGINS_1(a)    "c.row_key >= '[' || json_quote (" a ") || ',' AND c.row_key < '[' || json_quote (" a ") || '-'"
#define KEY_BEGINS_2(a, b) "c.row_key >= '[' || json_quote (" a ") || ',' || json_quote (" b ") || ','"                                    \
                           " AND c.row_key < '[' || json_quote (" a ") || ',' || json_quote (" b ") || '-'"
#define LATER_ACTION       " JOIN actions a ON a.number = c.action WHERE c.action > $1 AND a.digest IS NOT NULL"
#define NUMBER_UNDOES      "SELECT DISTINCT a.number, coalesce (a.undoes, 0)"
#define STEP_OF(row)       "json_extract (" row ", '$.step')"

/* The reviews that the target wrote something of, and of what kind. Of an import, those with rows that are locked now. */
#define TOUCHED                                                                                                                             \
  "WITH touched AS ("                                                                                                                       \
  "SELECT json_extract (row_key, '$[0]') AS cycle_id, json_extract (row_key, '$[1]') AS leader_id, table_name AS what FROM changes"         \
  " WHERE action = $1 AND table_name IN ('observers', 'private_notes', 'amendments', 'review_steps')"                                       \
  " UNION "                                                                                                                                 \
  "SELECT o.cycle_id, o.leader_id, CASE table_name WHEN 'ratings' THEN json_extract (row_key, '$[1]') ELSE table_name END"                  \
  "  FROM changes JOIN objectives o ON o.id = json_extract (row_key, '$[0]')"                                                               \
  " WHERE action = $1 AND table_name IN ('objectives', 'links', 'check_ins', 'ratings', 'adjustments')"                                     \
  " UNION "                                                                                                                                 \
  "SELECT json_extract (before, '$.cycle_id'), json_extract (before, '$.leader_id'), 'objectives' FROM changes"                             \
  " WHERE action = $1 AND table_name = 'objectives' AND after IS NULL"                                                                      \
  " UNION "                                                                                                                                 \
  "SELECT o.cycle_id, o.leader_id, i.what FROM changes CROSS JOIN imports i ON i.number = json_extract (row_key, '$[0]')"                   \
  "  CROSS JOIN locked_objectives k CROSS JOIN objectives o ON o.id = k.id"                                                                 \
  " WHERE action = $1 AND table_name = 'imports'"                                                                                           \
  "   AND CASE i.what WHEN 'check_ins' THEN EXISTS (SELECT 1 FROM check_ins m WHERE m.objective_id = k.id AND m.import = i.number)"         \
  "                   ELSE o.import = i.number OR EXISTS (SELECT 1 FROM links m WHERE m.objective_id = k.id AND m.import = i.number) END"   \
  ") "

/* --- signatures ------------------------------------------------------------------------------------------------------------------ */

/* What the target did that is never undone, with the words for it. */
static const struct { const char *sql; const char *why; } finals[] = {
  { "SELECT 1 FROM changes WHERE action = $1 AND table_name = 'review_steps' AND before IS NULL AND json_extract (after, '$.state') = 'signed'"
    " AND " STEP_OF ("after") " = 'sign'",
    N_("What is signed stands: HR re-opens the review with a reason.") },
  { "SELECT 1 FROM changes WHERE action = $1 AND table_name = 'review_steps' AND before IS NULL AND " STEP_OF ("after") " = 'sign'",
    N_("What is signed stands: sending the review back, with a reason, takes the signature off.") },
  { "SELECT 1 FROM changes c JOIN review_steps s ON s.cycle_id = json_extract (c.row_key, '$[0]') AND s.leader_id = json_extract (c.row_key, '$[1]')"
    " AND s.number = json_extract (c.row_key, '$[2]') - 1 WHERE c.action = $1 AND c.table_name = 'review_steps' AND c.before IS NULL"
    " AND " STEP_OF ("c.after") " = 'reopen' AND s.state = 'signed'",
    N_("The signatures are gone: the review is signed anew.") },
  { "SELECT 1 FROM changes WHERE action = $1 AND table_name = 'cycle_steps' AND before IS NULL AND " STEP_OF ("after") " = 'close'",
    N_("What is closed stands: HR re-opens the cycle with a reason.") },
  { "SELECT 1 FROM changes WHERE action = $1 AND table_name = 'cycle_steps' AND before IS NULL AND " STEP_OF ("after") " = 'reopen'",
    N_("The cycle is closed again the usual way, with nothing missing.") },
};

/* TRUE: @sql with the action's number as $1 finds something. FALSE with @error when it cannot be asked. */
static gboolean
finds (ExUndo *self, const char *sql, gint64 action, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->store->db, sql, error);

  if (row == NULL)
    return FALSE;
  ex_statement_bind_int (row, 1, action);
  return ex_statement_step (row, error);
}

static gboolean
is_not_final (ExUndo *self, GError **error)
{
  g_autoptr (GError) problem = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (finals) && problem == NULL; i++)
    if (finds (self, finals[i].sql, self->target->number, &problem))
      {
        g_autofree char *what = ex_undo_describe (self, self->target);

        g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_CONFLICT, _("“%s” (action %lld) cannot be undone: %s"), what,
                     (long long) self->target->number, _(finals[i].why));
        return FALSE;
      }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
ex_undo_signs (ExUndo *self, gint64 action)
{
  return finds (self, "SELECT 1 FROM changes WHERE action = $1 AND table_name IN ('review_steps', 'cycle_steps') AND before IS NULL"
                      " AND " STEP_OF ("after") " IN ('sign', 'close')", action, NULL);
}

/* Later signatures over what the target wrote, and over whom somebody reported to; the closing of a cycle over all in it. */
static const char * const signatures[] = {
  TOUCHED NUMBER_UNDOES " FROM touched t JOIN reviews r ON r.cycle_id = t.cycle_id AND r.leader_id = t.leader_id AND r.reviewer_signed IS NOT NULL"
  " JOIN changes c ON c.table_name = 'review_steps' AND " KEY_BEGINS_2 ("t.cycle_id", "t.leader_id") LATER_ACTION
  " AND c.before IS NULL AND " STEP_OF ("c.after") " = 'sign' ORDER BY a.number DESC",

  "WITH lines AS (SELECT json_extract (row_key, '$[0]') AS leader_id FROM changes WHERE action = $1 AND (table_name = 'past_managers'"
  " OR table_name = 'leaders' AND json_extract (before, '$.manager_id') IS NOT json_extract (after, '$.manager_id')"
  "    AND before IS NOT NULL AND after IS NOT NULL)) "
  NUMBER_UNDOES " FROM lines t JOIN reviews r ON r.leader_id = t.leader_id AND r.state = 'signed'"
  " JOIN changes c ON c.table_name = 'review_steps' AND " KEY_BEGINS_2 ("r.cycle_id", "r.leader_id") LATER_ACTION
  " AND c.before IS NULL AND " STEP_OF ("c.after") " = 'sign' ORDER BY a.number DESC",

  TOUCHED ", cycles_touched AS (SELECT cycle_id FROM touched UNION SELECT json_extract (row_key, '$[0]') FROM changes"
  " WHERE action = $1 AND table_name IN ('cycles', 'cycle_plans', 'scale_words', 'tops', 'cycle_steps', 'reward_terms')) "
  NUMBER_UNDOES " FROM cycles_touched t JOIN cycle_phases p ON p.cycle_id = t.cycle_id AND p.phase = 'closed'"
  " JOIN changes c ON c.table_name = 'cycle_steps' AND " KEY_BEGINS_1 ("t.cycle_id") LATER_ACTION
  " AND " STEP_OF ("c.after") " = 'close' ORDER BY a.number DESC",
};

static gboolean
none_is_later (ExUndo *self, const char * const *queries, gsize n, GError **error)
{
  gint64 later = 0;

  for (gsize i = 0; i < n && later == 0; i++)
    if (!ex_undo_find_later (self, queries[i], &later, error))
      return FALSE;
  return later == 0 || ex_undo_refuse (self, later, error);
}

gboolean
ex_undo_keeps_signatures (ExUndo *self, GError **error)
{
  return is_not_final (self, error) && none_is_later (self, signatures, G_N_ELEMENTS (signatures), error);
}

/* --- steps ------------------------------------------------------------------------------------------------------------------------- */

static const char * const builders[] = {
  /* the steps since which what the target wrote does not change */
  TOUCHED NUMBER_UNDOES " FROM touched t JOIN reviews r ON r.cycle_id = t.cycle_id AND r.leader_id = t.leader_id"
  " JOIN changes c ON c.table_name = 'review_steps' AND " KEY_BEGINS_2 ("t.cycle_id", "t.leader_id") LATER_ACTION
  " AND c.before IS NULL"
  " AND CASE t.what WHEN 'review_steps' THEN 1"
  "   WHEN 'objectives' THEN r.state <> 'drafting' AND " STEP_OF ("c.after") " = 'agree'"
  "   WHEN 'links' THEN r.state <> 'drafting' AND " STEP_OF ("c.after") " = 'agree'"
  "   WHEN 'self' THEN r.state NOT IN ('drafting', 'agreed') AND " STEP_OF ("c.after") " = 'self-assess'"
  "   WHEN 'check_ins' THEN r.state IN ('assessed', 'signed') AND " STEP_OF ("c.after") " = 'assess'"
  "   WHEN 'manager' THEN r.state IN ('assessed', 'signed') AND " STEP_OF ("c.after") " = 'assess'"
  "   WHEN 'amendments' THEN r.state IN ('assessed', 'signed') AND " STEP_OF ("c.after") " = 'assess' ELSE 0 END"
  " ORDER BY a.number DESC",

  /* what was said and changed in the review since its step */
  "WITH stepped AS (SELECT DISTINCT o.id, o.import, o.cycle_id, o.leader_id FROM changes JOIN objectives o"
  "   ON o.cycle_id = json_extract (row_key, '$[0]') AND o.leader_id = json_extract (row_key, '$[1]')"
  "  WHERE action = $1 AND table_name = 'review_steps') "
  NUMBER_UNDOES " FROM stepped t JOIN changes c ON c.table_name IN ('ratings', 'links') AND " KEY_BEGINS_1 ("t.id") LATER_ACTION
  " UNION SELECT a.number, coalesce (a.undoes, 0) FROM stepped t JOIN changes c ON c.table_name IN ('objectives', 'adjustments')"
  " AND c.row_key = '[' || json_quote (t.id) || ']'" LATER_ACTION
  " UNION SELECT a.number, coalesce (a.undoes, 0) FROM stepped t JOIN changes c ON c.table_name = 'imports' AND c.row_key = '[' || t.import || ']'" LATER_ACTION
  " UNION SELECT a.number, coalesce (a.undoes, 0) FROM stepped t JOIN changes c ON c.table_name = 'amendments' AND "
  KEY_BEGINS_2 ("t.cycle_id", "t.leader_id") LATER_ACTION
  " ORDER BY 1 DESC",

  /* objectives that went since, which have no row any more */
  NUMBER_UNDOES " FROM changes s JOIN changes c ON c.table_name = 'objectives' AND c.after IS NULL"
  " AND json_extract (c.before, '$.cycle_id') = json_extract (s.row_key, '$[0]') AND json_extract (c.before, '$.leader_id') = json_extract (s.row_key, '$[1]')"
  LATER_ACTION " AND s.action = $1 AND s.table_name = 'review_steps' ORDER BY a.number DESC",

  /* the steps of others whose gate needed this one: agreed under it, assessed and rated after the own self-assessment */
  "WITH stepped AS (SELECT json_extract (row_key, '$[0]') AS cycle_id, json_extract (row_key, '$[1]') AS leader_id, " STEP_OF ("after") " AS step"
  "  FROM changes WHERE action = $1 AND table_name = 'review_steps' AND before IS NULL AND " STEP_OF ("after") " IN ('agree', 'self-assess')) "
  NUMBER_UNDOES " FROM changes c" LATER_ACTION " AND c.table_name = 'review_steps' AND c.before IS NULL"
  " AND (" STEP_OF ("c.after") " = 'agree' AND (json_extract (c.after, '$.cycle_id'), json_extract (c.after, '$.reviewer_id'), 'agree') IN stepped"
  "   OR " STEP_OF ("c.after") " = 'assess' AND (json_extract (c.after, '$.cycle_id'), json_extract (c.after, '$.assessed_by'), 'self-assess') IN stepped)"
  " UNION SELECT a.number, coalesce (a.undoes, 0) FROM changes c JOIN objectives o ON o.id = json_extract (c.row_key, '$[0]')" LATER_ACTION
  " AND c.table_name = 'ratings' AND json_extract (c.row_key, '$[1]') = 'manager'"
  " AND (o.cycle_id, json_extract (c.row_key, '$[2]'), 'self-assess') IN stepped"
  " ORDER BY 1 DESC",

  /* later steps of the same cycle, and those of reviews that the phase opened */
  NUMBER_UNDOES " FROM changes s JOIN changes c ON c.table_name = 'cycle_steps' AND " KEY_BEGINS_1 ("json_extract (s.row_key, '$[0]')") LATER_ACTION
  " AND c.before IS NULL AND s.action = $1 AND s.table_name = 'cycle_steps' ORDER BY a.number DESC",
  NUMBER_UNDOES " FROM changes s JOIN changes c ON c.table_name = 'review_steps' AND " KEY_BEGINS_1 ("json_extract (s.row_key, '$[0]')") LATER_ACTION
  " AND c.before IS NULL AND s.action = $1 AND s.table_name = 'cycle_steps' AND " STEP_OF ("s.after") " = 'advance'"
  " AND (json_extract (s.after, '$.phase') IN ('assess', 'sign') AND " STEP_OF ("c.after") " IN ('sign', 'dissent')"
  "   OR json_extract (s.after, '$.phase') = 'assess' AND " STEP_OF ("c.after") " = 'self-assess') ORDER BY a.number DESC",
  NUMBER_UNDOES " FROM changes s JOIN changes c ON c.table_name = 'ratings' JOIN objectives o ON o.id = json_extract (c.row_key, '$[0]')"
  " AND o.cycle_id = json_extract (s.row_key, '$[0]')" LATER_ACTION
  " AND s.action = $1 AND s.table_name = 'cycle_steps' AND " STEP_OF ("s.after") " = 'advance' AND json_extract (s.after, '$.phase') = 'assess'"
  " AND json_extract (c.row_key, '$[1]') <> 'manager' ORDER BY a.number DESC",
};

gboolean
ex_undo_no_step_builds (ExUndo *self, GError **error)
{
  return none_is_later (self, builders, G_N_ELEMENTS (builders), error);
}
