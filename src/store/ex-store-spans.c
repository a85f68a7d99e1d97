/* Movements of any span and segment, from the file: columns pass through one after the other. */
#include "config.h"

#include "ex-store-asset.h"

#include "core/ex-entered-movements.h"
#include "ex-ledger-open.h"


static GPtrArray *
ask_movements (const ExSpanRequest *request,
               const GArray        *movements,
               const ExLedgerMarks *marks,
               GError             **error)
{
  GPtrArray *spans;
  ExSpan *span;

  if (request->grain != 0)
    return movements->len > 0 ? ex_entered_movements_to_spans (movements, request->grain, marks, error)
                              : g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);
  span = ex_entered_movements_between (movements, request->first, request->last, marks, error);
  if (span == NULL)
    return NULL;
  spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);
  g_ptr_array_add (spans, span);
  return spans;
}

static GPtrArray *
ask (ExStore       *self,
     ExSpanRequest *request,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr (ExLedgerMarks) marks = ex_store_read_marks (self, error);
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (GArray) movements = NULL;
  GError *failure = NULL;

  if (marks == NULL)
    return NULL;
  ledger = ex_ledger_open (self, TRUE, cancellable, &failure);
  if (ledger != NULL && ex_ledger_n_columns (ledger) > 0)
    return ex_ledger_walk (ledger, request, 1, marks, NULL, NULL, NULL, error) ? request->spans : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  movements = ex_store_list_movements (self, error);
  return movements != NULL ? ask_movements (request, movements, marks, error) : NULL;
}

/* As of one moment, whoever writes meanwhile. */
static GPtrArray *
ask_at_once (ExStore       *self,
             ExSpanRequest *request,
             GCancellable  *cancellable,
             GError       **error)
{
  GError *failure = NULL;
  GPtrArray *spans;

  if (!ex_store_begin_read (self, error))
    return NULL;
  spans = ask (self, request, cancellable, &failure);
  ex_store_end_read (self);
  if (failure != NULL)
    ex_store_take_rule_error (failure, error);
  return spans;
}

GPtrArray *
ex_store_read_spans (ExStore       *self,
                     ExGrain        grain,
                     int            segment,
                     GCancellable  *cancellable,
                     GError       **error)
{
  ExSpanRequest request = { .grain = grain, .segment = segment };

  g_return_val_if_fail (self != NULL && grain != 0, NULL);

  return ask_at_once (self, &request, cancellable, error);
}

ExSpan *
ex_store_read_span (ExStore       *self,
                    int            first,
                    int            last,
                    int            segment,
                    GCancellable  *cancellable,
                    GError       **error)
{
  ExSpanRequest request = { .first = first, .last = last, .segment = segment };
  g_autoptr (GPtrArray) spans = NULL;

  g_return_val_if_fail (self != NULL && first <= last, NULL);

  spans = ask_at_once (self, &request, cancellable, error);
  return spans != NULL && spans->len > 0 ? g_ptr_array_steal_index (spans, 0) : NULL;
}

ExLedger *
ex_store_open_ledger (ExStore       *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ex_ledger_open (self, TRUE, cancellable, error);
}

ExLedger *
ex_store_open_imported_ledger (ExStore       *self,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ex_ledger_open (self, FALSE, cancellable, error);
}

ExLedger *
ex_store_read_ledger (ExStore *self,
                      GError **error)
{
  g_autoptr (ExLedger) lazy = NULL;
  GError *failure = NULL;
  ExLedger *ledger = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  lazy = ex_ledger_open (self, TRUE, NULL, &failure);
  if (lazy != NULL)
    ledger = ex_ledger_load (lazy, &failure);
  ex_store_end_read (self);
  if (failure != NULL)
    ex_store_take_rule_error (failure, error);
  return ledger;
}
