#include "config.h"

#include "ex-held-rows.h"

#include "core/ex-ledger-lazy.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint   line;
  int     index;    /* of the period */
  guint32 customer; /* number in the builder */
} HeldRow;

struct _ExHeldRows
{
  ExGrain          grain;
  const GArray    *final;
  const ExLedger  *standing; /* (nullable) */
  ExOver           over;
  ExLedgerBuilder *builder;
  GArray          *rows;     /* (element-type HeldRow) */
  int              last;     /* the period that was asked for last, and the answer */
  gboolean         last_covered;
};

ExHeldRows *
ex_held_rows_new (ExLedgerKind kind, ExGrain grain, const GArray *final, const ExLedger *standing, ExOver over)
{
  ExHeldRows *self = g_new0 (ExHeldRows, 1);

  self->grain = grain;
  self->final = final;
  self->standing = standing;
  self->over = over;
  self->builder = ex_ledger_builder_new (kind, grain);
  self->rows = g_array_new (FALSE, FALSE, sizeof (HeldRow));
  self->last = G_MININT;

  return self;
}

void
ex_held_rows_free (ExHeldRows *self)
{
  if (self == NULL)
    return;

  ex_ledger_builder_free (self->builder);
  g_array_unref (self->rows);
  g_free (self);
}

static gboolean
is_final (const GArray *final, ExPeriod period)
{
  for (guint i = 0; final != NULL && i < final->len; i++)
    {
      ExPeriod one = g_array_index (final, ExPeriod, i);

      if (ex_period_first_day (one) <= ex_period_last_day (period) && ex_period_last_day (one) >= ex_period_first_day (period))
        return TRUE;
    }

  return FALSE;
}

gboolean
ex_held_rows_cover (ExHeldRows *self, int index)
{
  if (index != self->last)
    {
      self->last = index;
      self->last_covered = is_final (self->final, (ExPeriod) { self->grain, index });
    }

  return self->last_covered;
}

gboolean
ex_held_rows_add (ExHeldRows *self, guint line, ExField customer, int index, ExDay day, gint64 value, ExField segment, ExField reason)
{
  HeldRow row = { line, index, 0 };

  if (!ex_ledger_builder_add (self->builder, customer.text, customer.length, index, day, value, segment.text, segment.length, reason.text,
                              reason.length))
    return FALSE;
  row.customer = ex_ledger_builder_get_customer (self->builder);
  g_array_append_val (self->rows, row);

  return TRUE;
}

/* --- against the ledger ----------------------------------------------------------------------------------------------------- */

/* The held ledger beside what stands, in the numbers of both. */
typedef struct
{
  const ExHeldRows *held;
  ExImportRun      *run;
  ExNames          *segments;  /* of both */
  ExNames          *reasons;
  guint32          *customers; /* what the held numbers are among all */
  guint32          *segment;
  guint32          *reason;
  guint             n_customers;
  guint32          *order;     /* [n_customers] scratch */
  GHashTable       *changed;   /* (element-type guint64) keys of cells that would not stay as they are */
} Beside;

static gint64
key_of (int index, guint32 customer)
{
  return (gint64) index << 32 | customer;
}

static void
note_changed (Beside *self, int index, guint32 customer)
{
  gint64 key = key_of (index, customer);

  g_hash_table_add (self->changed, g_memdup2 (&key, sizeof key));
}

static guint
first_line (const ExHeldRows *self, int index)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, HeldRow, i).index == index)
      return g_array_index (self->rows, HeldRow, i).line;

  return 1;
}

/* Where a period is replaced, who is not in the file would be gone. */
static void
refuse_missing (Beside *self, int index)
{
  g_autofree char *period = ex_period_to_string ((ExPeriod) { self->held->grain, index });

  ex_import_refuse_at (self->run, first_line (self->held, index), EX_CUSTOMER_VALUE,
                       _("%s is final: its customer figures do not change, but customers of it are missing here."), period);
}

/* @new has its own numbers, and is a copy that may be changed: each cell is laid alone upon what stands. */
static void
compare_column (Beside *self, const ExColumn *held, const ExColumn *standing)
{
  ExColumn new;
  guint k = 0, met = 0;
  g_autofree guint32 *own = g_new (guint32, self->n_customers);

  for (guint i = 0; i < held->n; i++)
    own[self->customers[held->customer[i]]] = held->customer[i];
  ex_column_copy (&new, held);
  ex_column_renumber (&new, self->customers, self->segment, self->reason, self->order, self->n_customers);
  for (guint i = 0; i < new.n; i++)
    {
      while (standing != NULL && k < standing->n && standing->customer[k] < new.customer[i])
        k++;
      if (standing == NULL || k == standing->n || standing->customer[k] != new.customer[i])
        note_changed (self, held->index, own[new.customer[i]]);
      else if (++met && !ex_column_cell_stays (standing, k, &new, i, self->held->over, self->segments, self->reasons))
        note_changed (self, held->index, own[new.customer[i]]);
    }
  if (self->held->over == EX_OVER_PERIOD && standing != NULL && met < standing->n)
    refuse_missing (self, held->index);
  ex_column_clear (&new);
}

static gboolean
compare_all (Beside *self, const ExLedger *held, GError **error)
{
  const ExLedger *standing = self->held->standing;
  guint n = standing != NULL ? ex_ledger_n_columns (standing) : 0, at = 0;

  for (guint i = 0; i < ex_ledger_n_columns (held); i++)
    {
      const ExColumn *column = ex_ledger_get_column (held, i);
      const ExColumn *below = NULL;

      while (at < n && ex_ledger_get_period (standing, at).index < column->index)
        at++;
      if (at < n && ex_ledger_get_period (standing, at).index == column->index)
        {
          below = ex_ledger_read_column (standing, at, error);
          if (below == NULL)
            return FALSE;
        }
      compare_column (self, column, below);
    }

  return TRUE;
}

static gboolean
compare (Beside *self, const ExLedger *held, GError **error)
{
  const ExLedger *standing = self->held->standing;
  g_autoptr (ExNames) customers = standing != NULL ? ex_names_copy (ex_ledger_get_customers (standing)) : ex_names_new ();
  gboolean done;

  self->segments = standing != NULL ? ex_names_copy (ex_ledger_get_segments (standing)) : ex_names_new ();
  self->reasons = standing != NULL ? ex_names_copy (ex_ledger_get_reasons (standing)) : ex_names_new ();
  self->customers = ex_names_map (customers, ex_ledger_get_customers (held));
  self->segment = ex_names_map (self->segments, ex_ledger_get_segments (held));
  self->reason = ex_names_map (self->reasons, ex_ledger_get_reasons (held));
  self->n_customers = ex_names_length (customers);
  self->order = g_new0 (guint32, self->n_customers);
  done = compare_all (self, held, error);
  ex_names_free (self->segments);
  ex_names_free (self->reasons);
  g_free (self->customers);
  g_free (self->segment);
  g_free (self->reason);
  g_free (self->order);

  return done;
}

static void
refuse_row (ExImportRun *run, const HeldRow *row, ExGrain grain)
{
  g_autofree char *period = ex_period_to_string ((ExPeriod) { grain, row->index });

  ex_import_refuse_at (run, row->line, EX_CUSTOMER_VALUE, _("%s is final: its customer figures do not change."), period);
}

gboolean
ex_held_rows_check (ExHeldRows *self, ExImportRun *run, GError **error)
{
  g_autoptr (ExLedger) held = ex_ledger_builder_end (self->builder);
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Beside beside = { .held = self, .run = run, .changed = changed };

  if (self->rows->len == 0)
    return TRUE;
  if (!compare (&beside, held, error))
    return FALSE;

  for (guint i = 0; g_hash_table_size (changed) > 0 && i < self->rows->len; i++)
    {
      const HeldRow *row = &g_array_index (self->rows, HeldRow, i);
      gint64 key = key_of (row->index, row->customer);

      if (g_hash_table_contains (changed, &key))
        refuse_row (run, row, self->grain);
    }

  return TRUE;
}
