/* Check-ins: a million rows are usual, so that nothing is copied that need not be, and the last objective is remembered. */
#include "config.h"

#include "ex-import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NONE G_MAXUINT32

/* An objective that check-ins may be for. */
typedef struct
{
  ExField            id;        /* of the objective, or of the chunk once it has rows */
  const ExObjective *objective;
  const ExCycle     *cycle;     /* (nullable) */
  const char        *interned;  /* in the plan's strings; NULL until the first row */
  ExDay              latest;    /* day of its rows so far */
  guint32            last;      /* its row read last, NONE: none */
  gboolean           percent;   /* its unit is % */
  const ExReviewLock *lock;     /* (nullable) its check-ins stand */
} Target;

/* A row beside its ExCheckInRow, for finding the same day again. */
typedef struct
{
  guint32 line;
  guint32 before; /* the objective's row before, NONE: none */
} Trace;

typedef struct
{
  GHashTable *targets; /* ExField -> Target */
  GHashTable *folded;  /* id without case -> id; made when first wanted */
  Target     *current;
  GArray     *traces;  /* (element-type Trace), parallel to the plan's check_ins */
  guint       late;    /* rows of cycles that are over, without a note that says why they come only now */
  guint       late_line;
} State;

static guint
field_hash (gconstpointer key)
{
  const ExField *field = key;
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < field->length; i++)
    hash = (hash ^ (guchar) field->text[i]) * G_GUINT64_CONSTANT (1099511628211);

  return (guint) (hash ^ (hash >> 32));
}

static gboolean
field_equal (gconstpointer a, gconstpointer b)
{
  const ExField *one = a, *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

static const ExCycle *
find_cycle (ExImportRun *run, const char *id)
{
  const ExCycle *own = ex_company_get_cycle (run->context->company);

  if (own != NULL && g_str_equal (own->id, id))
    return own;
  for (guint i = 0; run->context->cycles != NULL && i < run->context->cycles->len; i++)
    {
      const ExCycle *cycle = g_ptr_array_index (run->context->cycles, i);

      if (g_str_equal (cycle->id, id))
        return cycle;
    }

  return NULL;
}

static void
add_target (ExImportRun *run, const ExObjective *objective)
{
  State *state = run->state;
  Target *target = g_new0 (Target, 1);

  target->id = (ExField) { objective->id, strlen (objective->id) };
  target->objective = objective;
  target->cycle = find_cycle (run, objective->cycle_id);
  target->last = NONE;
  target->percent = g_strcmp0 (objective->unit, "%") == 0;
  if (run->context->locks.check_ins != NULL)
    target->lock = g_hash_table_lookup (run->context->locks.check_ins, objective->id);
  g_hash_table_replace (state->targets, &target->id, target);
}

static gboolean
begin (ExImportRun *run)
{
  State *state = g_new0 (State, 1);
  GPtrArray *all = run->context->objectives;

  state->targets = g_hash_table_new_full (field_hash, field_equal, NULL, g_free);
  state->traces = g_array_new (FALSE, FALSE, sizeof (Trace));
  run->state = state;

  for (guint i = 0; all != NULL && i < all->len; i++)
    add_target (run, g_ptr_array_index (all, i));
  for (guint i = 0; i < ex_company_n_objectives (run->context->company); i++)
    add_target (run, ex_company_get_objective (run->context->company, i));

  run->plan->check_ins = g_array_new (FALSE, FALSE, sizeof (ExCheckInRow));
  run->plan->strings = g_string_chunk_new (64 * 1024);

  return TRUE;
}

static void
clear (ExImportRun *run)
{
  State *state = run->state;

  g_hash_table_unref (state->targets);
  g_clear_pointer (&state->folded, g_hash_table_unref);
  g_array_unref (state->traces);
  g_clear_pointer (&run->state, g_free);
}

/* For a message only: the id that is the same but for case. */
static const char *
find_other_case (State *state, ExField id)
{
  g_autofree char *wanted = g_utf8_casefold (id.text, (gssize) id.length);
  GHashTableIter iter;
  gpointer value;

  if (state->folded == NULL)
    {
      state->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_iter_init (&iter, state->targets);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        g_hash_table_insert (state->folded, g_utf8_casefold (((Target *) value)->id.text, -1), (gpointer) ((Target *) value)->id.text);
    }

  return g_hash_table_lookup (state->folded, wanted);
}

static void
refuse_unknown (ExImportRun *run, ExField id)
{
  const char *other = find_other_case (run->state, id);

  if (other != NULL)
    ex_import_refuse (run, EX_CHECK_OBJECTIVE, _("%s: there is no objective with the id “%s”; did you mean “%s”?"),
                      ex_import_heading (run, EX_CHECK_OBJECTIVE), ex_import_shown (run, EX_CHECK_OBJECTIVE), other);
  else
    ex_import_refuse (run, EX_CHECK_OBJECTIVE, _("%s: there is no objective with the id “%s”; import objectives first."),
                      ex_import_heading (run, EX_CHECK_OBJECTIVE), ex_import_shown (run, EX_CHECK_OBJECTIVE));
}

static Target *
read_target (ExImportRun *run)
{
  State *state = run->state;
  ExField id = ex_import_cell (run, EX_CHECK_OBJECTIVE);
  Target *target = state->current;

  if (id.length == 0)
    {
      ex_import_refuse (run, EX_CHECK_OBJECTIVE, _("%s is empty, and every check-in needs its objective."), ex_import_heading (run, EX_CHECK_OBJECTIVE));
      return NULL;
    }
  if (target != NULL && field_equal (&target->id, &id))
    return target;

  target = g_hash_table_lookup (state->targets, &id);
  if (target == NULL)
    refuse_unknown (run, id);
  else
    state->current = target;

  return target;
}

static ExDay
read_date (ExImportRun *run, const Target *target)
{
  char first[EX_DAY_ISO_SIZE], last[EX_DAY_ISO_SIZE];
  ExDay day = EX_DAY_NONE;
  ExCell cell = ex_import_day (run, EX_CHECK_DATE, &day);

  if (cell == EX_CELL_EMPTY)
    ex_import_refuse (run, EX_CHECK_DATE, _("%s is empty, and every check-in needs its day."), ex_import_heading (run, EX_CHECK_DATE));
  if (cell != EX_CELL_GOOD)
    return EX_DAY_NONE;
  if (target == NULL || target->cycle == NULL || (day >= target->cycle->first && day <= target->cycle->last))
    return day;

  ex_day_write (target->cycle->first, first);
  ex_day_write (target->cycle->last, last);
  ex_import_refuse (run, EX_CHECK_DATE, _("%s: “%s” is outside the objective’s cycle, which is from %s to %s."),
                    ex_import_heading (run, EX_CHECK_DATE), ex_import_shown (run, EX_CHECK_DATE), first, last);

  return EX_DAY_NONE;
}

/* Done or not done. */
static gboolean
read_milestone (ExImportRun *run, double *value)
{
  static const char *yes[] = { "1", "yes", "true", "done", "y", NULL };
  static const char *no[] = { "0", "no", "false", "not done", "n", NULL };
  g_autofree char *text = ex_import_text (run, EX_CHECK_VALUE);
  g_autofree char *word = g_ascii_strdown (text, -1);

  *value = g_strv_contains (yes, word) ? 1 : 0;
  if (*value > 0 || g_strv_contains (no, word))
    return TRUE;
  if (ex_number_quick (word, strlen (word), value, &(guint) { 0 }) && (*value == 0 || *value == 1))
    return TRUE;

  ex_import_refuse (run, EX_CHECK_VALUE, _("%s: “%s” is neither 1 (done) nor 0 (not done), as a milestone needs."),
                    ex_import_heading (run, EX_CHECK_VALUE), ex_import_shown (run, EX_CHECK_VALUE));

  return FALSE;
}

static gboolean
read_value (ExImportRun *run, const Target *target, double *value)
{
  if (ex_import_cell (run, EX_CHECK_VALUE).length == 0)
    {
      ex_import_refuse (run, EX_CHECK_VALUE, _("%s is empty; leave out the row when nothing was measured."), ex_import_heading (run, EX_CHECK_VALUE));
      return FALSE;
    }
  if (target != NULL && target->objective->kind == EX_KIND_MILESTONE)
    return read_milestone (run, value);

  run->percent = target != NULL && target->percent;
  return ex_import_number (run, EX_CHECK_VALUE, value, NULL) == EX_CELL_GOOD;
}

/* The line that has this objective's value of this day already; 0: none. Rows mostly come by day, and then there is nothing to look for. */
static guint
find_same_day (ExImportRun *run, const Target *target, ExDay day)
{
  State *state = run->state;
  guint32 row = day > target->latest ? NONE : target->last;

  for (; row != NONE; row = g_array_index (state->traces, Trace, row).before)
    if (g_array_index (run->plan->check_ins, ExCheckInRow, row).day == day)
      return g_array_index (state->traces, Trace, row).line;

  return 0;
}

/* In the chunk: the same text right before is shared, as notes and what is next repeat themselves. */
static const char *
keep_text (ExImportRun *run, guint field, const char *before)
{
  ExField cell = ex_import_has (run, field) ? ex_import_cell (run, field) : (ExField) { "", 0 };

  if (cell.length == 0)
    return NULL;
  if (before != NULL && strncmp (before, cell.text, cell.length) == 0 && before[cell.length] == '\0')
    return before;

  return g_string_chunk_insert_len (run->plan->strings, cell.text, (gssize) cell.length);
}

static char *
dup_cell (ExImportRun *run, guint field)
{
  ExField cell = ex_import_has (run, field) ? ex_import_cell (run, field) : (ExField) { "", 0 };

  return cell.length > 0 ? g_strndup (cell.text, cell.length) : NULL;
}

/* A check-in of an assessed review stands, and may be in the file as it stands. */
static void
check_lock (ExImportRun *run, const Target *target, ExCheckInRow row)
{
  const ExImportLocks *locks = &run->context->locks;
  g_autofree char *note = dup_cell (run, EX_CHECK_NOTE);
  g_autofree char *next = dup_cell (run, EX_CHECK_NEXT);
  g_autofree char *evidence = dup_cell (run, EX_CHECK_EVIDENCE);
  g_autofree char *sentence = NULL;

  row.objective_id = target->objective->id;
  row.note = note;
  row.next = next;
  row.evidence = evidence;
  if (locks->stands != NULL && locks->stands (&row, locks->data))
    return;
  sentence = ex_review_lock_check_in (target->lock);
  if (sentence != NULL)
    ex_import_refuse (run, EX_CHECK_OBJECTIVE, "%s", sentence);
}

static void
keep_row (ExImportRun *run, Target *target, ExCheckInRow row)
{
  State *state = run->state;
  GArray *rows = run->plan->check_ins;
  const ExCheckInRow *before = rows->len > 0 ? &g_array_index (rows, ExCheckInRow, rows->len - 1) : NULL;
  Trace trace = { run->line, target->last };

  if (target->interned == NULL)
    {
      target->interned = g_string_chunk_insert_len (run->plan->strings, target->id.text, (gssize) target->id.length);
      target->latest = row.day;
    }
  row.objective_id = target->interned;
  row.note = keep_text (run, EX_CHECK_NOTE, before != NULL ? before->note : NULL);
  row.next = keep_text (run, EX_CHECK_NEXT, before != NULL ? before->next : NULL);
  row.evidence = keep_text (run, EX_CHECK_EVIDENCE, before != NULL ? before->evidence : NULL);

  target->last = rows->len;
  target->latest = MAX (target->latest, row.day);
  g_array_append_val (rows, row);
  g_array_append_val (state->traces, trace);
}

static void
look_for_late (ExImportRun *run, const Target *target)
{
  State *state = run->state;

  if (target->cycle == NULL || ex_company_get_today (run->context->company) <= target->cycle->last
      || ex_import_cell (run, EX_CHECK_NOTE).length > 0)
    return;
  if (state->late++ == 0)
    state->late_line = run->line;
}

static void
read_row (ExImportRun *run)
{
  Target *target = read_target (run);
  ExCheckInRow row = { 0 };
  int confidence = 0;
  guint same;

  row.day = read_date (run, target);
  read_value (run, target, &row.value);
  if (ex_import_has (run, EX_CHECK_CONFIDENCE))
    ex_import_integer (run, EX_CHECK_CONFIDENCE, 1, 10, &confidence);
  row.confidence = (gint8) confidence;

  if (run->bad)
    return;
  same = find_same_day (run, target, row.day);
  if (same > 0)
    ex_import_refuse (run, EX_CHECK_DATE, _("%s: line %u has a value of this objective for %s already; a day has one."),
                      ex_import_heading (run, EX_CHECK_DATE), same, ex_import_shown (run, EX_CHECK_DATE));
  else if (target->lock != NULL)
    check_lock (run, target, row);
  if (!run->bad)
    {
      look_for_late (run, target);
      keep_row (run, target, row);
    }
}

/* Told, not refused: what was measured years ago comes from files that never had such a note. */
static void
end (ExImportRun *run)
{
  State *state = run->state;

  if (state->late > 0)
    ex_import_warn_at (run, state->late_line, EX_CHECK_NOTE,
                       ngettext ("%u check-in is late, from here on: its cycle is over, and no note says why it comes only now.",
                                 "%u check-ins are late, from here on: their cycle is over, and no note says why they come only now.", state->late),
                       state->late);
}

const ExImportKind ex_import_check_ins_kind = { begin, read_row, NULL, end, clear };
