/* Movements entered period by period, by a company without a customer-level ledger. */
#include "config.h"

#include "ex-import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_COUNTS 7 /* opening to closing */

typedef struct
{
  GHashTable *lines;  /* period index -> line */
  GHashTable *rows;   /* period index -> ExMovement, of this file */
  GHashTable *standing; /* the same, of the company */
  ExGrain     grain;  /* 0: not known yet */
} State;

/* The seven that are entered, in the order of the fields. */
static ExCount *
get_count (ExMovement *movement, guint i)
{
  ExCount *counts[N_COUNTS] = { &movement->opening,  &movement->fresh,      &movement->won_back, &movement->expanded,
                                &movement->contracted, &movement->lost, &movement->closing };

  return counts[i];
}

/* Customers or value, whichever the file has, needs at least its two ends. */
static void
check_group (ExImportRun *run, guint first)
{
  guint last = first + N_COUNTS - 1;
  gboolean any = FALSE;

  for (guint i = 0; i < N_COUNTS; i++)
    any = any || ex_import_has (run, first + i);
  if (any && (!ex_import_has (run, first) || !ex_import_has (run, last)))
    ex_import_fail (run, run->line, 1, _("Movements need both %s and %s; name their columns (--map FIELD=COLUMN)."), run->fields[first].name,
                    run->fields[last].name);
}

static gboolean
check_columns (ExImportRun *run)
{
  check_group (run, EX_MOVE_FIRST_CUSTOMERS);
  check_group (run, EX_MOVE_FIRST_VALUE);
  if (!run->plan->fatal && !ex_import_has (run, EX_MOVE_FIRST_CUSTOMERS) && !ex_import_has (run, EX_MOVE_FIRST_VALUE))
    ex_import_fail (run, run->line, 1, _("No column is a movement; there must be opening_customers and closing_customers, or opening_value and "
                                         "closing_value, and what lies between."));

  return !run->plan->fatal;
}

static gboolean
begin (ExImportRun *run)
{
  const GArray *standing = run->context->movements;
  State *state;

  if (run->context->ledger != NULL)
    {
      ex_import_fail (run, 1, 1, _("This company has a ledger of its customers, which movements are computed from; they cannot be entered as well."));
      return FALSE;
    }
  if (!check_columns (run))
    return FALSE;

  state = g_new0 (State, 1);
  state->lines = g_hash_table_new (NULL, NULL);
  state->rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  state->standing = g_hash_table_new (NULL, NULL);
  for (guint i = 0; standing != NULL && i < standing->len; i++)
    {
      ExEnteredMovement *entered = &g_array_index (standing, ExEnteredMovement, i);

      state->grain = entered->period.grain;
      g_hash_table_insert (state->standing, GINT_TO_POINTER (entered->period.index), &entered->movement);
    }
  run->state = state;
  run->plan->movements = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));

  return TRUE;
}

static void
clear (ExImportRun *run)
{
  State *state = run->state;

  g_hash_table_unref (state->lines);
  g_hash_table_unref (state->rows);
  g_hash_table_unref (state->standing);
  g_clear_pointer (&run->state, g_free);
}

static gboolean
read_period (ExImportRun *run, ExPeriod *period)
{
  State *state = run->state;
  ExCell cell = ex_import_period (run, EX_MOVE_PERIOD, period);
  guint line;

  if (cell == EX_CELL_EMPTY)
    ex_import_refuse (run, EX_MOVE_PERIOD, _("%s is empty, and every row needs one."), ex_import_heading (run, EX_MOVE_PERIOD));
  if (cell != EX_CELL_GOOD)
    return FALSE;

  if (state->grain == 0)
    state->grain = period->grain;
  if (period->grain != state->grain)
    {
      ex_import_refuse (run, EX_MOVE_PERIOD, _("%s: “%s” is not a %s, as the other periods are."), ex_import_heading (run, EX_MOVE_PERIOD),
                        ex_import_shown (run, EX_MOVE_PERIOD), ex_grain_nick (state->grain));
      return FALSE;
    }

  line = GPOINTER_TO_UINT (g_hash_table_lookup (state->lines, GINT_TO_POINTER (period->index)));
  if (line > 0)
    ex_import_refuse (run, EX_MOVE_PERIOD, _("%s: “%s” stands on line %u already; a period has one row."), ex_import_heading (run, EX_MOVE_PERIOD),
                      ex_import_shown (run, EX_MOVE_PERIOD), line);
  else
    g_hash_table_insert (state->lines, GINT_TO_POINTER (period->index), GUINT_TO_POINTER (run->line));

  return line == 0;
}

/* What lies between opening and closing may be empty, and is 0 then. */
static void
check_cell (ExImportRun *run, guint field, ExCell cell, gboolean negative)
{
  guint i = (field - EX_MOVE_FIRST_CUSTOMERS) % N_COUNTS;

  if (cell == EX_CELL_EMPTY && ex_import_has (run, field) && (i == 0 || i == N_COUNTS - 1))
    ex_import_refuse (run, (int) field, _("%s is empty, and every period needs it."), ex_import_heading (run, field));
  else if (cell == EX_CELL_GOOD && negative)
    ex_import_refuse (run, (int) field, _("%s: “%s” is less than 0; every movement is written without a sign."), ex_import_heading (run, field),
                      ex_import_shown (run, field));
}

static void
read_counts (ExImportRun *run, ExMovement *movement)
{
  for (guint i = 0; i < N_COUNTS; i++)
    {
      ExCount *count = get_count (movement, i);
      guint customers = EX_MOVE_FIRST_CUSTOMERS + i, value = EX_MOVE_FIRST_VALUE + i;
      int n = 0;
      ExCell cell = ex_import_integer (run, customers, G_MININT, G_MAXINT, &n);

      count->customers = n;
      check_cell (run, customers, cell, n < 0);
      cell = ex_import_money (run, value, &count->value);
      check_cell (run, value, cell, count->value < 0);
    }
}

/* Customers alone first, so that what is wrong with them can be told at their column. */
static gboolean
has_customers_problem (const ExMovement *movement, const ExMovement *previous, int exponent)
{
  ExMovement customers = *movement;
  ExMovement customers_before = previous != NULL ? *previous : (ExMovement) { 0 };
  g_autoptr (GPtrArray) sentences = NULL;

  for (guint i = 0; i < N_COUNTS; i++)
    get_count (&customers, i)->value = get_count (&customers_before, i)->value = 0;
  sentences = ex_movement_problems (&customers, previous != NULL ? &customers_before : NULL, exponent);

  return sentences->len > 0;
}

/* The sentences on the opening come behind those that hold without the period before. */
static void
check_identities (ExImportRun *run, guint line, const ExMovement *movement, const ExMovement *previous)
{
  int exponent = ex_company_get_info (run->context->company)->exponent;
  g_autoptr (GPtrArray) own = ex_movement_problems (movement, NULL, exponent);
  g_autoptr (GPtrArray) all = ex_movement_problems (movement, previous, exponent);

  for (guint i = 0; i < all->len; i++)
    {
      guint ends[2] = { 0, N_COUNTS - 1 };
      guint first = has_customers_problem (movement, i < own->len ? NULL : previous, exponent) ? EX_MOVE_FIRST_CUSTOMERS : EX_MOVE_FIRST_VALUE;

      ex_import_refuse_at (run, line, (int) (first + ends[i < own->len]), "%s", (const char *) g_ptr_array_index (all, i));
    }
}

static gboolean
is_final (ExImportRun *run, ExPeriod period)
{
  const GArray *final = run->context->locks.final;

  for (guint i = 0; final != NULL && i < final->len; i++)
    {
      ExPeriod one = g_array_index (final, ExPeriod, i);

      if (ex_period_first_day (one) <= ex_period_last_day (period) && ex_period_last_day (one) >= ex_period_first_day (period))
        return TRUE;
    }

  return FALSE;
}

static gboolean
same_counts (ExMovement *a, ExMovement *b)
{
  for (guint i = 0; i < N_COUNTS; i++)
    if (get_count (a, i)->customers != get_count (b, i)->customers || get_count (a, i)->value != get_count (b, i)->value)
      return FALSE;

  return TRUE;
}

/* A final period may be in the file as it stands. */
static void
check_final (ExImportRun *run, ExEnteredMovement *entered)
{
  State *state = run->state;
  ExMovement *standing = g_hash_table_lookup (state->standing, GINT_TO_POINTER (entered->period.index));
  g_autofree char *period = NULL;

  if (!is_final (run, entered->period) || (standing != NULL && same_counts (standing, &entered->movement)))
    return;
  period = ex_period_to_string (entered->period);
  ex_import_refuse (run, EX_MOVE_PERIOD, _("%s is final: its movements do not change."), period);
}

static void
read_row (ExImportRun *run)
{
  State *state = run->state;
  ExEnteredMovement entered = { 0 };
  gboolean known = read_period (run, &entered.period);

  read_counts (run, &entered.movement);
  if (known && !run->bad)
    check_final (run, &entered);
  if (!known || run->bad)
    return;

  g_hash_table_insert (state->rows, GINT_TO_POINTER (entered.period.index), g_memdup2 (&entered.movement, sizeof entered.movement));
  g_array_append_val (run->plan->movements, entered);
}

static const ExMovement *
find_period (State *state, int index)
{
  const ExMovement *movement = g_hash_table_lookup (state->rows, GINT_TO_POINTER (index));

  return movement != NULL ? movement : g_hash_table_lookup (state->standing, GINT_TO_POINTER (index));
}

/* A period that stands behind one of the file opens with what that one closes with. */
static void
check_next (ExImportRun *run, guint line, const ExEnteredMovement *entered)
{
  State *state = run->state;
  gpointer after = GINT_TO_POINTER (entered->period.index + 1);
  const ExMovement *next = g_hash_table_lookup (state->standing, after);
  ExPeriod period = { entered->period.grain, entered->period.index + 1 };
  g_autofree char *name = ex_period_to_string (period);

  if (next == NULL || g_hash_table_contains (state->rows, after))
    return;
  if (next->opening.customers != entered->movement.closing.customers || next->opening.value != entered->movement.closing.value)
    ex_import_refuse_at (run, line, EX_MOVE_PERIOD, _("The period %s, which stands in the company, opens with other figures than this one closes with; "
                                                      "import that period, too."), name);
}

static void
end (ExImportRun *run)
{
  State *state = run->state;
  GArray *movements = run->plan->movements;

  for (guint i = 0; i < movements->len; i++)
    {
      const ExEnteredMovement *entered = &g_array_index (movements, ExEnteredMovement, i);
      guint line = GPOINTER_TO_UINT (g_hash_table_lookup (state->lines, GINT_TO_POINTER (entered->period.index)));

      check_identities (run, line, &entered->movement, find_period (state, entered->period.index - 1));
      check_next (run, line, entered);
    }

  for (guint i = movements->len; i > 0; i--)
    {
      const ExEnteredMovement *entered = &g_array_index (movements, ExEnteredMovement, i - 1);
      guint line = GPOINTER_TO_UINT (g_hash_table_lookup (state->lines, GINT_TO_POINTER (entered->period.index)));

      if (ex_import_is_refused (run, line))
        g_array_remove_index (movements, i - 1);
    }
}

const ExImportKind ex_import_movements_kind = { begin, read_row, NULL, end, clear };
