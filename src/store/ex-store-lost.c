/* Who left, largest value first. */
#include "config.h"

#include "ex-store-asset.h"

#include "core/ex-error.h"
#include "core/ex-lost.h"
#include "ex-small-reviews.h"
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
  g_free (self);
}

typedef struct
{
  const ExLedger *ledger;
  GArray         *lost; /* (element-type ExLost) */
} Found;

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
  const ExLost *one = a, *other = b;

  if (one->value != other->value)
    return one->value < other->value ? 1 : -1;
  return strcmp (ex_ledger_get_customer (ledger, one->customer), ex_ledger_get_customer (ledger, other->customer));
}

static ExLostCustomer *
lost_customer_new (const Found *self, const ExLost *one)
{
  ExLostCustomer *customer = g_new0 (ExLostCustomer, 1);

  customer->customer = g_strdup (ex_ledger_get_customer (self->ledger, one->customer));
  if (one->segment >= 0)
    customer->segment = g_strdup (ex_ledger_get_segment (self->ledger, (guint) one->segment));
  customer->value = one->value;
  customer->last = (ExPeriod) { ex_ledger_get_grain (self->ledger), one->last };
  if (one->reason >= 0)
    customer->reason = g_strdup (ex_ledger_get_reason (self->ledger, (guint) one->reason));
  return customer;
}

/* --- reading ------------------------------------------------------------------------------------------------------------------------ */

/* FALSE and @error; where there is no ledger, nobody is lost. */
static gboolean
find_lost (ExStore *store, Found *self, int first, int last, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExLedgerMarks) marks = ex_store_read_marks (store, error);
  GError *failure = NULL;

  if (marks == NULL)
    return FALSE;
  self->ledger = ex_store_open_ledger (store, cancellable, &failure);
  if (self->ledger != NULL)
    self->lost = ex_ledger_list_lost (self->ledger, first, last, marks, &failure);
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

static GPtrArray *
list_found (Found *self, gboolean unknown_only, const char *search, guint limit, guint *n)
{
  GPtrArray *customers = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_lost_customer_free);

  if (self->lost != NULL)
    {
      keep_wanted (self, unknown_only, search);
      g_array_sort_with_data (self->lost, compare_lost, (gpointer) self->ledger);
      for (guint i = 0; i < self->lost->len && (limit == 0 || i < limit); i++)
        g_ptr_array_add (customers, lost_customer_new (self, &g_array_index (self->lost, ExLost, i)));
    }
  if (n != NULL)
    *n = self->lost != NULL ? self->lost->len : 0;
  return customers;
}

GPtrArray *
ex_store_list_lost (ExStore *self, int first, int last, gboolean unknown_only, const char *search, guint limit, guint *n,
                    GCancellable *cancellable, GError **error)
{
  Found found = { NULL, NULL };
  GPtrArray *customers = NULL;

  g_return_val_if_fail (self != NULL && first <= last, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  if (find_lost (self, &found, first, last, cancellable, error))
    customers = list_found (&found, unknown_only, search, limit, n);
  g_clear_pointer (&found.lost, g_array_unref);
  if (found.ledger != NULL)
    ex_ledger_unref ((ExLedger *) found.ledger);
  ex_store_end_read (self);
  return customers;
}
