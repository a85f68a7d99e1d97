#include "config.h"

#include "ex-ledger.h"

#include "ex-ledger-private.h"
#include "ex-money.h"

#include <string.h>

/* A period while it fills. Cells stand in the order they came; as long as that is by customer, nothing has to be looked up. */
typedef struct
{
  ExColumn  cells;
  guint     allocated;
  guint     hint;    /* how many cells it will most likely have: as many as the period before */
  gboolean  rising;  /* cells are sorted by customer so far */
  guint32  *slots;   /* once they are not: cell + 1 by customer, open addressing; 0: free. NULL: not needed, or places are */
  guint     mask;
  guint32  *places;  /* [n_places] once a good part of all customers are in: cell + 1 by customer; 0: none */
  guint     n_places;
} Filling;

#define FIRST_SLOTS 64
#define MANY 50000 /* customers: from here on a second thread is worth its while */
#define DENSE 4 /* from one customer in so many on, places take no more room than slots, and are near each other */

struct _ExLedgerBuilder
{
  ExLedgerKind kind;
  ExGrain      grain;
  ExNames     *customers;
  ExNames     *segments;
  ExNames     *reasons;
  guint32     *segment_of; /* [n_segment_of] by customer: the segment that was said last, where it most likely still is */
  guint        n_segment_of;
  GHashTable  *periods; /* index -> Filling */
  Filling     *last;    /* the one used last */
  guint32      customer;/* the one of the row that was added last */
};

static void
filling_free (Filling *self)
{
  ex_column_clear (&self->cells);
  g_free (self->slots);
  g_free (self->places);
  g_free (self);
}

static void
start (ExLedgerBuilder *self)
{
  self->customers = ex_names_new ();
  self->segments = ex_names_new ();
  self->reasons = ex_names_new ();
  g_clear_pointer (&self->segment_of, g_free);
  self->n_segment_of = 0;
  self->periods = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) filling_free);
  self->last = NULL;
}

ExLedgerBuilder *
ex_ledger_builder_new (ExLedgerKind kind, ExGrain grain)
{
  ExLedgerBuilder *self = g_new0 (ExLedgerBuilder, 1);

  self->kind = kind;
  self->grain = grain;
  start (self);

  return self;
}

void
ex_ledger_builder_free (ExLedgerBuilder *self)
{
  if (self == NULL)
    return;

  ex_names_free (self->customers);
  ex_names_free (self->segments);
  ex_names_free (self->reasons);
  g_free (self->segment_of);
  g_hash_table_unref (self->periods);
  g_free (self);
}

static Filling *
get_period (ExLedgerBuilder *self, int index)
{
  Filling *period;

  if (self->last != NULL && self->last->cells.index == index)
    return self->last;

  period = g_hash_table_lookup (self->periods, GINT_TO_POINTER (index));
  if (period == NULL)
    {
      period = g_new0 (Filling, 1);
      period->hint = self->last != NULL ? self->last->cells.n : 0;
      period->cells.index = index;
      period->rising = TRUE;
      g_hash_table_insert (self->periods, GINT_TO_POINTER (index), period);
    }

  return self->last = period;
}

static guint
slot_of (guint32 customer, guint mask)
{
  return (guint) ((customer * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & mask;
}

static void
put_slot (Filling *self, guint cell)
{
  guint at = slot_of (self->cells.customer[cell], self->mask);

  while (self->slots[at] != 0)
    at = (at + 1) & self->mask;
  self->slots[at] = cell + 1;
}

/* Also from nothing, when the first customer comes out of order. */
static void
remake_slots (Filling *self)
{
  guint wanted = FIRST_SLOTS;

  while (wanted < self->cells.n * 2)
    wanted *= 2;

  g_free (self->slots);
  self->slots = g_new0 (guint32, wanted);
  self->mask = wanted - 1;
  for (guint i = 0; i < self->cells.n; i++)
    put_slot (self, i);
}

static void
put_place (Filling *self, guint cell)
{
  guint32 customer = self->cells.customer[cell];

  if (customer >= self->n_places)
    {
      guint n = MAX (customer + 1, self->n_places / 2 * 3);

      self->places = g_renew (guint32, self->places, n);
      memset (self->places + self->n_places, 0, (n - self->n_places) * sizeof *self->places);
      self->n_places = n;
    }
  self->places[customer] = cell + 1;
}

/* Cells are looked for from here on, or there is no room in the slots any more. */
static void
make_findable (Filling *self, guint n_customers)
{
  if (self->cells.n < n_customers / DENSE || self->cells.n < FIRST_SLOTS)
    {
      remake_slots (self);
      return;
    }

  g_clear_pointer (&self->slots, g_free);
  self->n_places = n_customers + n_customers / 2; /* what is not touched costs nothing */
  self->places = g_new0 (guint32, self->n_places);
  for (guint i = 0; i < self->cells.n; i++)
    put_place (self, i);
}

/* The customer's cell, -1: none yet. */
static gint64
find_cell (Filling *self, guint32 customer, guint n_customers)
{
  const guint32 *customers = self->cells.customer;
  guint n = self->cells.n;

  if (n == 0 || (self->rising && customer > customers[n - 1]))
    return -1;
  if (customer == customers[n - 1])
    return n - 1;

  if (self->slots == NULL && self->places == NULL)
    make_findable (self, n_customers);
  if (self->places != NULL)
    return customer < self->n_places ? (gint64) self->places[customer] - 1 : -1;
  for (guint at = slot_of (customer, self->mask); self->slots[at] != 0; at = (at + 1) & self->mask)
    if (customers[self->slots[at] - 1] == customer)
      return self->slots[at] - 1;

  return -1;
}

static void
grow (Filling *self)
{
  ExColumn *cells = &self->cells;

  self->allocated = self->allocated == 0 ? MAX (self->hint + self->hint / 2, 16) : self->allocated * 2;
  cells->customer = g_renew (guint32, cells->customer, self->allocated);
  cells->value = g_renew (gint64, cells->value, self->allocated);
  cells->segment = g_renew (gint32, cells->segment, self->allocated);
  cells->reason = g_renew (gint32, cells->reason, self->allocated);
  if (cells->rows != NULL)
    cells->rows = g_renew (guint32, cells->rows, self->allocated);
  if (cells->origins != NULL)
    cells->origins = g_renew (ExOrigin, cells->origins, self->allocated);
}

/* Until a cell has a second row, each has one. */
static void
need_rows (Filling *self)
{
  if (self->cells.rows != NULL)
    return;

  self->cells.rows = g_new (guint32, self->allocated);
  for (guint i = 0; i < self->cells.n; i++)
    self->cells.rows[i] = 1;
}

static void
add_cell (Filling *self, guint n_customers, guint32 customer, ExDay day, gint64 value, gint32 segment, gint32 reason)
{
  ExColumn *cells = &self->cells;
  guint cell = cells->n;

  if (cell == self->allocated)
    grow (self);
  if (day != EX_DAY_NONE)
    ex_column_need_origins (cells, self->allocated);

  self->rising = self->rising && (cell == 0 || customer > cells->customer[cell - 1]);
  cells->customer[cell] = customer;
  cells->value[cell] = value;
  cells->segment[cell] = segment;
  cells->reason[cell] = reason;
  if (cells->rows != NULL)
    cells->rows[cell] = 1;
  if (cells->origins != NULL)
    cells->origins[cell] = (ExOrigin) { day, day, value, value };
  cells->n++;

  if (self->places != NULL)
    put_place (self, cell);
  else if (self->slots != NULL && cells->n > self->mask / 4 * 3)
    make_findable (self, n_customers);
  else if (self->slots != NULL)
    put_slot (self, cell);
}

static gboolean
add_to_cell (ExLedgerBuilder *self, Filling *period, guint cell, ExDay day, gint64 value, gint32 segment, gint32 reason)
{
  ExColumn *cells = &period->cells;
  ExSaid new_segment = { segment, day, value }, new_reason = { reason, day, value }, old_segment, old_reason;

  ex_column_need_origins (cells, period->allocated);
  old_segment = ex_column_get_segment_said (cells, cell);
  old_reason = ex_column_get_reason_said (cells, cell);
  if (!ex_money_add (&cells->value[cell], value))
    return FALSE;

  ex_column_set_said (cells, cell, ex_said_wins (self->segments, &old_segment, &new_segment) ? &new_segment : &old_segment,
                      ex_said_wins (self->reasons, &old_reason, &new_reason) ? &new_reason : &old_reason);
  need_rows (period);
  cells->rows[cell]++;

  return TRUE;
}

static gint32
intern_segment (ExLedgerBuilder *self, guint32 customer, const char *segment, gsize length)
{
  if (length == 0)
    return -1;

  if (customer >= self->n_segment_of)
    {
      guint n = MAX (customer + 1, self->n_segment_of * 2);

      self->segment_of = g_renew (guint32, self->segment_of, n);
      memset (self->segment_of + self->n_segment_of, 0, (n - self->n_segment_of) * sizeof *self->segment_of);
      self->n_segment_of = n;
    }
  self->segment_of[customer] = ex_names_intern_near (self->segments, self->segment_of[customer], segment, length);

  return (gint32) self->segment_of[customer];
}

gboolean
ex_ledger_builder_add (ExLedgerBuilder *self, const char *customer, gsize customer_len, int period_index, ExDay day, gint64 value,
                       const char *segment, gsize segment_len, const char *reason, gsize reason_len)
{
  Filling *period;
  guint32 number;
  guint n_customers;
  gint32 segment_number, reason_number;
  gint64 cell;

  g_return_val_if_fail (customer != NULL && customer_len > 0, FALSE);

  period = get_period (self, period_index);
  number = ex_names_intern (self->customers, customer, customer_len);
  self->customer = number;
  segment_number = intern_segment (self, number, segment, segment_len);
  reason_number = reason_len > 0 ? (gint32) ex_names_intern (self->reasons, reason, reason_len) : -1;

  n_customers = ex_names_length (self->customers);
  cell = find_cell (period, number, n_customers);
  if (cell >= 0)
    return add_to_cell (self, period, (guint) cell, day, value, segment_number, reason_number);

  add_cell (period, n_customers, number, day, value, segment_number, reason_number);

  return TRUE;
}

guint32
ex_ledger_builder_get_customer (const ExLedgerBuilder *self)
{
  return self->customer;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const ExColumn *one = a, *other = b;

  return (one->index > other->index) - (one->index < other->index);
}

/* Every second period, so that two threads share the work. */
typedef struct
{
  GPtrArray *periods; /* (element-type Filling) */
  guint      first;
  guint      n_customers;
} Half;

static gpointer
settle_half (gpointer data)
{
  const Half *self = data;
  g_autofree guint32 *order = g_new0 (guint32, self->n_customers);

  for (guint i = self->first; i < self->periods->len; i += 2)
    {
      Filling *period = g_ptr_array_index (self->periods, i);

      if (!period->rising)
        ex_column_sort (&period->cells, order, self->n_customers);
      ex_column_settle_origins (&period->cells);
    }

  return NULL;
}

static void
settle_all (GPtrArray *periods, guint n_customers)
{
  Half one = { periods, 0, n_customers }, other = { periods, 1, n_customers };
  GThread *thread = n_customers >= MANY ? g_thread_new ("ledger-sort", settle_half, &other) : NULL;

  settle_half (&one);
  if (thread != NULL)
    g_thread_join (thread);
  else
    settle_half (&other);
}

static GArray *
take_columns (ExLedgerBuilder *self)
{
  g_autoptr (GPtrArray) periods = g_ptr_array_new ();
  GArray *columns = ex_columns_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->periods);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Filling *) value)->cells.n > 0)
      g_ptr_array_add (periods, value);

  settle_all (periods, ex_names_length (self->customers));
  for (guint i = 0; i < periods->len; i++)
    {
      Filling *period = g_ptr_array_index (periods, i);

      g_array_append_val (columns, period->cells);
      memset (&period->cells, 0, sizeof period->cells);
    }
  g_array_sort (columns, compare_columns);

  return columns;
}

ExLedger *
ex_ledger_builder_end (ExLedgerBuilder *self)
{
  GArray *columns = take_columns (self);
  ExLedger *ledger = ex_ledger_take (self->kind, self->grain, self->customers, self->segments, self->reasons, columns);

  g_hash_table_unref (self->periods);
  start (self);

  return ledger;
}
