/* Who left, largest value first. */
#include "config.h"

#include "ex-store-asset.h"

#include "core/ex-error.h"
#include "core/ex-lost.h"
#include "ex-small-reviews.h"
#include "ex-store-marks.h"
#include "ex-store-private.h"

#include <string.h>

void
ex_lost_customer_free (ExLostCustomer *self)
{
  if (self == NULL)
    return;
  g_free (self->customer);
  g_free (self->segment);
  g_free (self->reason);
  g_free (self->refusal);
  g_free (self);
}

typedef struct
{
  ExLedger      *ledger;
  ExLedgerMarks *marks;
  GArray        *lost; /* (element-type ExLost) */
} Found;

/* One who left, and in which period. */
typedef struct
{
  ExLost   lost;
  ExPeriod loss;  /* where a final period may be in the way; grain 0: none is */
} Loss;

/* --- which ones ------------------------------------------------------------------------------------------------------------------- */

static gboolean
name_contains (const char *name, const char *folded)
{
  g_autofree char *own = g_utf8_casefold (name, -1);

  return strstr (own, folded) != NULL;
}

static void
keep_wanted (Found *self, gboolean unknown_only, const char *search)
{
  g_autofree char *folded = search != NULL && *search != '\0' ? g_utf8_casefold (search, -1) : NULL;
  guint n = 0;

  for (guint i = 0; i < self->lost->len; i++)
    {
      const ExLost *one = &g_array_index (self->lost, ExLost, i);

      if (unknown_only && one->reason >= 0)
        continue;
      if (folded != NULL && !name_contains (ex_ledger_get_customer (self->ledger, one->customer), folded))
        continue;
      g_array_index (self->lost, ExLost, n++) = *one;
    }
  g_array_set_size (self->lost, n);
}

static int
compare_lost (gconstpointer a, gconstpointer b, gpointer ledger)
{
  const Loss *one_loss = a, *other_loss = b;
  const ExLost *one = &one_loss->lost, *other = &other_loss->lost;
  gboolean one_final = one_loss->loss.grain != 0, other_final = other_loss->loss.grain != 0;

  if (one_final != other_final)
    return one_final ? 1 : -1;
  if (one->value != other->value)
    return one->value < other->value ? 1 : -1;
  return strcmp (ex_ledger_get_customer (ledger, one->customer), ex_ledger_get_customer (ledger, other->customer));
}

static ExLostCustomer *
lost_customer_new (const Found *self, const Loss *loss)
{
  const ExLost *one = &loss->lost;
  ExLostCustomer *customer = g_new0 (ExLostCustomer, 1);
  g_autoptr (GError) refusal = NULL;

  customer->customer = g_strdup (ex_ledger_get_customer (self->ledger, one->customer));
  if (one->segment >= 0)
    customer->segment = g_strdup (ex_ledger_get_segment (self->ledger, (guint) one->segment));
  customer->value = one->value;
  customer->last = (ExPeriod) { ex_ledger_get_grain (self->ledger), one->last };
  if (one->reason >= 0)
    customer->reason = g_strdup (ex_ledger_get_reason (self->ledger, (guint) one->reason));
  if (loss->loss.grain != 0 && !ex_marks_accept_open (self->marks, loss->loss, &refusal))
    customer->refusal = g_strdup (refusal->message);
  return customer;
}

/* --- what is final ------------------------------------------------------------------------------------------------------------------ */

/* The period of each loss, found in one pass; only asked for where something is final. */
static GArray *
find_periods (const Found *self, GError **error)
{
  ExGrain grain = ex_ledger_get_grain (self->ledger);
  g_autoptr (GArray) queries = g_array_sized_new (FALSE, TRUE, sizeof (ExLossQuery), self->lost->len);

  for (guint i = 0; i < self->lost->len; i++)
    {
      const ExLost *one = &g_array_index (self->lost, ExLost, i);
      ExLossQuery query = { .customer = one->customer, .period = { grain, one->last } };

      g_array_append_val (queries, query);
    }
  if (!ex_ledger_find_losses (self->ledger, self->marks, (ExLossQuery *) (gpointer) queries->data, queries->len, error))
    return NULL;
  return g_steal_pointer (&queries);
}

/* (element-type Loss) in order */
static GArray *
put_in_order (const Found *self, GError **error)
{
  ExGrain grain = ex_ledger_get_grain (self->ledger);
  g_autoptr (GArray) losses = g_array_sized_new (FALSE, TRUE, sizeof (Loss), self->lost->len);
  g_autoptr (GArray) queries = NULL;

  if (self->marks->final->len > 0)
    queries = find_periods (self, error);
  if (self->marks->final->len > 0 && queries == NULL)
    return NULL;
  for (guint i = 0; i < self->lost->len; i++)
    {
      Loss loss = { .lost = g_array_index (self->lost, ExLost, i) };
      const ExLossQuery *query = queries != NULL ? &g_array_index (queries, ExLossQuery, i) : NULL;
      ExPeriod period = { grain, query != NULL ? query->loss : 0 };

      if (query != NULL && query->answer == EX_LOSS_FOUND && !ex_marks_accept_open (self->marks, period, NULL))
        loss.loss = period;
      g_array_append_val (losses, loss);
    }
  g_array_sort_with_data (losses, compare_lost, self->ledger);
  return g_steal_pointer (&losses);
}

/* --- reading ------------------------------------------------------------------------------------------------------------------------ */

/* FALSE and @error; where there is no ledger, nobody is lost. */
static gboolean
find_lost (ExStore *store, Found *self, int first, int last, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;

  self->marks = ex_store_read_marks (store, error);
  if (self->marks == NULL)
    return FALSE;
  self->ledger = ex_store_open_ledger (store, cancellable, &failure);
  if (self->ledger != NULL)
    self->lost = ex_ledger_list_lost (self->ledger, first, last, self->marks, &failure);
  if (failure == NULL)
    return TRUE;
  if (failure->domain != EX_ERROR)
    g_propagate_error (error, failure);
  else
    {
      ex_store_refuse_because (error, "%s", failure->message);
      g_error_free (failure);
    }
  return FALSE;
}

/* NULL and @error: a column cannot be read. */
static GPtrArray *
list_found (Found *self, gboolean unknown_only, const char *search, guint limit, guint *n, GError **error)
{
  g_autoptr (GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_lost_customer_free);

  if (self->lost != NULL)
    {
      g_autoptr (GArray) losses = NULL;

      keep_wanted (self, unknown_only, search);
      losses = put_in_order (self, error);
      if (losses == NULL)
        return NULL;
      for (guint i = 0; i < losses->len && (limit == 0 || i < limit); i++)
        g_ptr_array_add (customers, lost_customer_new (self, &g_array_index (losses, Loss, i)));
    }
  if (n != NULL)
    *n = self->lost != NULL ? self->lost->len : 0;
  return g_steal_pointer (&customers);
}

GPtrArray *
ex_store_list_lost (ExStore *self, int first, int last, gboolean unknown_only, const char *search, guint limit, guint *n,
                    GCancellable *cancellable, GError **error)
{
  Found found = { NULL, NULL, NULL };
  GPtrArray *customers = NULL;

  g_return_val_if_fail (self != NULL && first <= last, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  if (find_lost (self, &found, first, last, cancellable, error))
    customers = list_found (&found, unknown_only, search, limit, n, error);
  g_clear_pointer (&found.lost, g_array_unref);
  g_clear_pointer (&found.ledger, ex_ledger_unref);
  g_clear_pointer (&found.marks, ex_ledger_marks_free);
  ex_store_end_read (self);
  return customers;
}
