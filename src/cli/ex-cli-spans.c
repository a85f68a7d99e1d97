#include "config.h"

#include "ex-cli-spans.h"

#include "company/ex-asset-words.h"
#include "core/ex-cycle-asset.h"
#include "store/ex-store-import.h"

#include <glib/gi18n-lib.h>

void
ex_cli_spans_free (ExCliSpans *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->ledger, ex_ledger_unref);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_free (self->period);
  g_free (self->label);
  g_free (self);
}

char *
ex_cli_spans_period (const ExCliSpans *self, const ExSpan *span)
{
  return self->period != NULL ? g_strdup (self->period) : ex_period_to_string (span->period);
}

char *
ex_cli_spans_label (const ExCliSpans *self, const ExSpan *span)
{
  return self->label != NULL ? g_strdup (self->label) : ex_period_to_label (span->period, TRUE);
}

static GPtrArray *
spans_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);
}

static ExSpan *
span_new (ExPeriod period, const ExMovement *movement, const GArray *reasons)
{
  ExSpan *span = g_new0 (ExSpan, 1);

  span->period = period;
  span->movement = *movement;
  span->segments = g_array_new (FALSE, FALSE, sizeof (ExSegmentMovement));
  span->reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  if (reasons != NULL)
    g_array_append_vals (span->reasons, reasons->data, reasons->len);

  return span;
}

static gboolean
is_same (ExPeriod a, ExPeriod b)
{
  return a.grain == b.grain && a.index == b.index;
}

/* Only the one that was asked for. */
static gboolean
keep_period (ExCliSpans *self, ExPeriod period)
{
  g_autofree char *name = ex_period_to_string (period);

  for (guint i = self->spans->len; i > 0; i--)
    if (!is_same (((const ExSpan *) g_ptr_array_index (self->spans, i - 1))->period, period))
      g_ptr_array_remove_index (self->spans, i - 1);
  if (self->spans->len > 0)
    return TRUE;

  ex_cli_refuse (_("The customers of %s are not known: it lies outside the ledger."), name);

  return FALSE;
}

/* --- over a cycle ------------------------------------------------------------------------------------------------------- */

/* NULL with @error, or without it: there is nothing. */
static ExCycleAsset *
read_cycle_asset (const ExCliSpans *self, const GArray *movements, const ExCycle *cycle, GError **error)
{
  if (self->ledger != NULL)
    return ex_cycle_asset_from_ledger (self->ledger, NULL, cycle, error);

  return ex_cycle_asset_from_movements (movements, NULL, cycle, error);
}

/* The one that was named; else the latest, if there is any. */
static gboolean
find_cycle (ExStore *store, const char *name, ExCycle **cycle, GError **error)
{
  GError *failure = NULL;

  *cycle = ex_store_find_cycle (store, name, &failure);
  if (name == NULL && g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
    g_clear_error (&failure);
  if (failure != NULL)
    g_propagate_error (error, failure);

  return *cycle != NULL || failure == NULL;
}

static gboolean
read_cycle (ExCliSpans *self, ExStore *store, const GArray *movements, const ExCliShow *show, GError **error)
{
  g_autoptr (ExCycle) cycle = NULL;
  g_autoptr (ExCycleAsset) asset = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  GError *failure = NULL;
  ExSpan *span;

  if (!find_cycle (store, show->cycle, &cycle, error))
    return FALSE;
  asset = read_cycle_asset (self, movements, cycle, &failure);
  if (asset == NULL && failure == NULL)
    return TRUE;
  if (asset == NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (!asset->in_cycle && show->cycle != NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("No period of the customer ledger lies in the cycle “%s”."), cycle->name);
      return FALSE;
    }

  if (self->ledger != NULL)
    span = ex_ledger_movement_between (self->ledger, asset->first.index, asset->last.index, show->by_segment ? EX_EVERY_SEGMENT : EX_COMPANY_ONLY, NULL, error);
  else
    span = span_new (asset->last, &asset->movement, asset->reasons);
  if (span == NULL)
    return FALSE;

  g_ptr_array_add (self->spans, span);
  first = ex_period_to_string (asset->first);
  last = ex_period_to_string (asset->last);
  self->period = asset->first.index == asset->last.index ? g_strdup (last) : g_strdup_printf ("%s/%s", first, last);
  self->label = ex_asset_words_span (asset->first, asset->last);

  return TRUE;
}

/* --- period by period --------------------------------------------------------------------------------------------------- */

static gboolean
read_ledger (ExCliSpans *self, const ExCliShow *show, GError **error)
{
  ExGrain grain = show->has_period ? show->period.grain : show->grain != 0 ? show->grain : ex_ledger_get_grain (self->ledger);
  GPtrArray *spans = ex_ledger_movements (self->ledger, grain, show->by_segment ? EX_EVERY_SEGMENT : EX_COMPANY_ONLY, NULL, error);

  if (spans == NULL)
    return FALSE;
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  self->spans = spans;

  return TRUE;
}

/* Movements of months are never added up into a quarter's: entered ones are shown as they were entered. */
static void
take_entered (ExCliSpans *self, const GArray *movements, ExGrain grain)
{
  for (guint i = 0; i < movements->len; i++)
    {
      const ExEnteredMovement *entered = &g_array_index (movements, ExEnteredMovement, i);

      if (grain == 0 || entered->period.grain == grain)
        g_ptr_array_add (self->spans, span_new (entered->period, &entered->movement, NULL));
    }
}

static void
tell_nothing (const ExCliSpans *self)
{
  if (self->n_entered > 0)
    ex_cli_tell (_("Movements were entered, but none by that grain; those of shorter periods are never added up into a longer one’s."));
  else
    ex_cli_tell (_("There are no customers yet: import a customer ledger, or movements."));
}

static gboolean
read_spans (ExCliSpans *self, ExStore *store, const ExCliShow *show, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GArray) movements = NULL;

  self->ledger = ex_store_read_ledger (store, &failure);
  if (failure == NULL && self->ledger == NULL)
    movements = ex_store_list_movements (store, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (show->cycle != NULL || show->overview)
    return read_cycle (self, store, movements, show, error);
  if (self->ledger != NULL)
    return read_ledger (self, show, error);
  self->n_entered = movements->len;
  take_entered (self, movements, show->grain);

  return TRUE;
}

ExCliSpans *
ex_cli_spans_read (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCliSpans) self = g_new0 (ExCliSpans, 1);
  g_autoptr (GError) error = NULL;

  self->spans = spans_new ();
  if (!read_spans (self, store, show, &error))
    {
      ex_cli_refuse ("%s", error->message);
      return NULL;
    }
  if (show->has_period && !keep_period (self, show->period))
    return NULL;
  if (self->spans->len == 0)
    tell_nothing (self);
  else if (show->by_segment && self->ledger == NULL)
    ex_cli_tell (_("Movements that were entered have no segments."));

  return g_steal_pointer (&self);
}
