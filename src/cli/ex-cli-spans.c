#include "config.h"

#include "ex-cli-spans.h"

#include "company/ex-asset-words.h"
#include "core/ex-entered-movements.h"
#include "ex-cli-meant.h"
#include "store/ex-store-asset.h"

#include <glib/gi18n-lib.h>

void
ex_cli_spans_free (ExCliSpans *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->ledger, ex_ledger_unref);
  g_clear_pointer (&self->marks, ex_ledger_marks_free);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->asset, ex_cycle_asset_free);
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

guint
ex_cli_spans_length (const ExCliSpans *self, const ExSpan *span)
{
  ExPeriod first = ex_period_of_day (self->grain, ex_period_first_day (span->period));
  ExPeriod last = ex_period_of_day (self->grain, ex_period_last_day (span->period));

  return self->length > 0 ? self->length : (guint) (last.index - first.index) + 1;
}

void
ex_cli_spans_tell (const ExCliSpans *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (self->spans, i);
      g_autofree char *label = ex_cli_spans_label (self, span);

      if (span->no_data)
        ex_cli_tell (_("%s: no data, and passed over."), label);
      else if (span->empty)
        ex_cli_tell (_("%s: the ledger has no row, which counts as nobody active."), label);
      if (span->provisional)
        ex_cli_tell (_("%s: not complete yet, so without growth."), label);
    }
}

/* --- over a cycle ------------------------------------------------------------------------------------------------------- */

static ExSpan *
span_new (const ExCycleAsset *asset)
{
  ExSpan *span = g_new0 (ExSpan, 1);

  span->period = asset->last;
  span->provisional = asset->provisional;
  span->movement = asset->movement;
  span->segments = g_array_copy (asset->segments);
  span->reasons = g_array_copy (asset->reasons);

  return span;
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

/* From one period of the ledger's grain to another. */
static void
set_range (ExCliSpans *self, ExPeriod first, ExPeriod last)
{
  g_autofree char *from = ex_period_to_string (first);
  g_autofree char *to = ex_period_to_string (last);

  self->period = first.index == last.index ? g_strdup (to) : g_strdup_printf ("%s/%s", from, to);
  self->label = ex_asset_words_span (first, last);
  self->length = (guint) (last.index - first.index) + 1;
}

static gboolean
read_cycle (ExCliSpans *self, ExStore *store, const GArray *movements, const ExCliShow *show, GError **error)
{
  g_autoptr (ExCycle) cycle = show->of != NULL ? ex_cycle_copy (show->of) : NULL;
  GError *failure = NULL;

  if (cycle == NULL && !find_cycle (store, show->cycle, &cycle, error))
    return FALSE;
  if (self->ledger != NULL)
    self->asset = ex_cycle_asset_from_ledger (self->ledger, self->marks, cycle, &failure);
  else
    self->asset = ex_cycle_asset_from_movements (movements, self->marks, cycle, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (self->asset == NULL)
    return TRUE;

  if (!self->asset->in_cycle && show->cycle != NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("No period of the customer ledger lies in the cycle “%s”, whole and complete."),
                   cycle->name);
      return FALSE;
    }
  g_ptr_array_add (self->spans, span_new (self->asset));
  set_range (self, self->asset->first, self->asset->last);

  return TRUE;
}

/* --- period by period --------------------------------------------------------------------------------------------------- */

/* What is done with what is found. */
typedef struct
{
  ExCliSpanFunc each; /* NULL: it is kept */
  gpointer      data;
  guint         n;    /* that were handed on */
} Handing;

typedef struct
{
  ExCliSpans *spans;
  ExPeriod    only;   /* grain 0: all of them */
  Handing    *handing;
} Taking;

static void
hand_on (ExCliSpans *self, Handing *handing)
{
  if (handing->each == NULL)
    return;

  for (guint i = 0; i < self->spans->len; i++)
    handing->each (self, g_ptr_array_index (self->spans, i), handing->data);
  handing->n += self->spans->len;
  g_ptr_array_set_size (self->spans, 0);
}

static void
take_span (ExSpan *span, gpointer data)
{
  const Taking *taking = data;

  if (taking->only.grain == 0 || (span->period.grain == taking->only.grain && span->period.index == taking->only.index))
    g_ptr_array_add (taking->spans->spans, span);
  else
    ex_span_free (span);
  hand_on (taking->spans, taking->handing);
}

static gboolean
read_ledger (ExCliSpans *self, const ExCliShow *show, Handing *handing, GError **error)
{
  Taking taking = { self, { 0, 0 }, handing };
  ExSpanRequest request = { .grain = show->grain != 0 ? show->grain : self->grain, .take = take_span, .data = &taking };
  gboolean done;

  request.segment = show->by_segment ? EX_EVERY_SEGMENT : EX_COMPANY_ONLY;
  if (show->has_period)
    {
      taking.only = show->period;
      request.grain = show->period.grain;
    }

  done = ex_ledger_walk (self->ledger, &request, 1, self->marks, NULL, NULL, NULL, error);
  g_clear_pointer (&request.spans, g_ptr_array_unref);

  return done;
}

/* A longer period of entered movements joins those in it. */
static gboolean
read_entered (ExCliSpans *self, const GArray *movements, const ExCliShow *show, Handing *handing, GError **error)
{
  ExGrain grain = show->has_period ? show->period.grain : show->grain != 0 ? show->grain : self->grain;
  Taking taking = { self, show->has_period ? show->period : (ExPeriod) { 0, 0 }, handing };
  g_autoptr (GPtrArray) spans = NULL;

  if (movements->len == 0)
    return TRUE;
  spans = ex_entered_movements_to_spans (movements, grain, self->marks, error);
  if (spans == NULL)
    return FALSE;

  g_ptr_array_set_free_func (spans, NULL);
  for (guint i = 0; i < spans->len; i++)
    take_span (g_ptr_array_index (spans, i), &taking);

  return TRUE;
}

/* --- from one period to another ----------------------------------------------------------------------------------------- */

static gboolean
bounds_of (const ExCliSpans *self, const GArray *movements, int *first, int *last)
{
  guint n = self->ledger != NULL ? ex_ledger_n_columns (self->ledger) : movements->len;

  if (n == 0)
    return FALSE;
  if (self->ledger != NULL)
    {
      *first = ex_ledger_get_period (self->ledger, 0).index;
      *last = ex_ledger_get_period (self->ledger, n - 1).index;
    }
  else
    {
      *first = g_array_index (movements, ExEnteredMovement, 0).period.index;
      *last = g_array_index (movements, ExEnteredMovement, n - 1).period.index;
    }

  return TRUE;
}

static gboolean
read_range (ExCliSpans *self, const GArray *movements, const ExCliShow *show, GError **error)
{
  ExPeriod first = ex_period_of_day (self->grain, ex_period_first_day (show->period));
  ExPeriod last = ex_period_of_day (self->grain, ex_period_last_day (show->period_to));
  int earliest, latest;
  ExSpan *span;

  if (!bounds_of (self, movements, &earliest, &latest))
    return TRUE;
  if (ex_period_first_day (first) != ex_period_first_day (show->period) || ex_period_last_day (last) != ex_period_last_day (show->period_to))
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, _("The ledger is not kept by periods that short: %s is the shortest."),
                   ex_grain_nick (self->grain));
      return FALSE;
    }
  if (first.index < earliest || last.index > latest)
    {
      g_autofree char *from = ex_period_to_string ((ExPeriod) { self->grain, earliest });
      g_autofree char *to = ex_period_to_string ((ExPeriod) { self->grain, latest });

      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("The customers of that time are not all known: the ledger goes from %s to %s."),
                   from, to);
      return FALSE;
    }

  if (self->ledger != NULL)
    span = ex_ledger_movement_between (self->ledger, first.index, last.index, show->by_segment ? EX_EVERY_SEGMENT : EX_COMPANY_ONLY, self->marks,
                                       error);
  else
    span = ex_entered_movements_between (movements, first.index, last.index, self->marks, error);
  if (span == NULL)
    return FALSE;
  g_ptr_array_add (self->spans, span);
  set_range (self, first, last);

  return TRUE;
}

/* --- all of it ---------------------------------------------------------------------------------------------------------- */

/* The facts that cost no reading of cells. *@movements is NULL when there is a ledger. */
static gboolean
read_facts (ExCliSpans *self, ExStore *store, GArray **movements, GError **error)
{
  GError *failure = NULL;

  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);
  self->marks = ex_store_read_marks (store, &failure);
  if (failure == NULL)
    self->ledger = ex_store_open_ledger (store, NULL, &failure);
  if (failure == NULL && self->ledger == NULL)
    *movements = ex_store_list_movements (store, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  self->kind = self->ledger != NULL ? ex_ledger_get_kind (self->ledger) : EX_LEDGER_RECURRING;
  self->n_entered = *movements != NULL ? (*movements)->len : 0;
  if (self->ledger != NULL)
    self->grain = ex_ledger_get_grain (self->ledger);
  else if (self->n_entered > 0)
    self->grain = g_array_index (*movements, ExEnteredMovement, 0).period.grain;

  return TRUE;
}

static gboolean
read_spans (ExCliSpans *self, ExStore *store, const ExCliShow *show, Handing *handing, GError **error)
{
  g_autoptr (GArray) movements = NULL;
  gboolean done;

  if (!read_facts (self, store, &movements, error))
    return FALSE;

  if (self->grain == 0)
    done = show->cycle == NULL || read_cycle (self, store, movements, show, error);
  else if (show->cycle != NULL || show->of != NULL || show->overview)
    done = read_cycle (self, store, movements, show, error);
  else if (show->has_range)
    done = read_range (self, movements, show, error);
  else
    done = self->ledger != NULL ? read_ledger (self, show, handing, error) : read_entered (self, movements, show, handing, error);
  if (done)
    hand_on (self, handing);

  return done;
}

/* As of one moment, whoever writes meanwhile. */
static gboolean
read_at_once (ExCliSpans *self, ExStore *store, const ExCliShow *show, Handing *handing)
{
  g_autoptr (GError) error = NULL;
  gboolean done = ex_store_begin_read (store, &error);

  if (done)
    {
      done = read_spans (self, store, show, handing, &error);
      ex_store_end_read (store);
    }
  if (!done)
    ex_cli_refuse ("%s", error->message);
  if (!done && show->cycle != NULL && g_error_matches (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
    ex_cli_tell_cycle_meant (store, show->cycle);

  return done;
}

static ExCliSpans *
read_or_hand_on (ExStore *store, const ExCliShow *show, Handing *handing)
{
  g_autoptr (ExCliSpans) self = g_new0 (ExCliSpans, 1);
  g_autofree char *name = show->has_period ? ex_period_to_string (show->period) : NULL;
  guint n;

  if (!read_at_once (self, store, show, handing))
    return NULL;
  n = self->spans->len + handing->n;
  if (show->has_period && n == 0)
    {
      ex_cli_refuse (_("The customers of %s are not known: it lies outside the ledger."), name);
      return NULL;
    }
  if (n == 0)
    ex_cli_tell (_("There are no customers yet: import a customer ledger, or movements."));
  else if (show->by_segment && self->ledger == NULL)
    ex_cli_tell (_("Movements that were entered have no segments."));

  return g_steal_pointer (&self);
}

ExCliSpans *
ex_cli_spans_read (ExStore *store, const ExCliShow *show)
{
  Handing handing = { NULL, NULL, 0 };

  return read_or_hand_on (store, show, &handing);
}

gboolean
ex_cli_spans_each (ExStore *store, const ExCliShow *show, ExCliSpanFunc each, gpointer data)
{
  Handing handing = { each, data, 0 };
  g_autoptr (ExCliSpans) spans = read_or_hand_on (store, show, &handing);

  return spans != NULL;
}
