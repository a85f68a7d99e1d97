#include "config.h"

#include "ex-ledger-check.h"

#include "ex-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const ExLedger *ledger;
  guint           n_segments;
  ExCount         company;  /* its last closing */
  ExCount        *closings; /* [n_segments + 1] of the segments; the last is of those never said */
  guint32        *seen;     /* [n_segments + 1] number of the span that had it last */
  guint32         number;   /* of the span, from 1 */
  char           *broken;   /* what does not hold first; NULL: all does so far */
} Check;

static gboolean
is_same (const ExCount *one, const ExCount *other)
{
  return one->customers == other->customers && one->value == other->value;
}

/* Without a sign, as a sum on the way may leave the range and come back. */
static gboolean
adds_up (const ExMovement *m)
{
  guint64 customers = (guint64) m->opening.customers + (guint64) m->fresh.customers + (guint64) m->won_back.customers
                      + (guint64) m->moved_in.customers - (guint64) m->lost.customers - (guint64) m->moved_out.customers;
  guint64 value = (guint64) m->opening.value + (guint64) m->fresh.value + (guint64) m->won_back.value + (guint64) m->expanded.value
                  + (guint64) m->moved_in.value - (guint64) m->contracted.value - (guint64) m->lost.value - (guint64) m->moved_out.value;

  return customers == (guint64) m->closing.customers && value == (guint64) m->closing.value;
}

static void
add (ExCount *sum, const ExCount *term)
{
  sum->customers += term->customers;
  sum->value = (gint64) ((guint64) sum->value + (guint64) term->value);
}

static void
say (Check *self, const ExSpan *span, const char *what, int segment)
{
  g_autofree char *period = ex_period_to_string (span->period);

  if (self->broken != NULL)
    return;
  if (segment >= 0)
    self->broken = g_strdup_printf ("%s, %s: %s", period, ex_ledger_get_segment (self->ledger, (guint) segment), what);
  else
    self->broken = g_strdup_printf ("%s: %s", period, what);
}

static void
check_segment (Check *self, const ExSpan *span, const ExSegmentMovement *segment)
{
  guint at = segment->segment >= 0 ? (guint) segment->segment : self->n_segments;

  if (!adds_up (&segment->movement))
    say (self, span, _("what was there, came and went is not what is there"), segment->segment);
  if (!is_same (&segment->movement.opening, &self->closings[at]))
    say (self, span, _("the opening is not the closing before"), segment->segment);
  self->closings[at] = segment->movement.closing;
  self->seen[at] = self->number;
}

/* Of a segment that has nothing in the span nothing was left either. */
static void
check_segments (Check *self, const ExSpan *span)
{
  static const ExCount nothing;
  ExCount opening = { 0 }, closing = { 0 };

  for (guint i = 0; i < span->segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (span->segments, ExSegmentMovement, i);

      check_segment (self, span, segment);
      add (&opening, &segment->movement.opening);
      add (&closing, &segment->movement.closing);
    }
  for (guint i = 0; i <= self->n_segments; i++)
    if (self->seen[i] != self->number && !is_same (&self->closings[i], &nothing))
      say (self, span, _("the opening is not the closing before"), i < self->n_segments ? (int) i : -1);
  if (!is_same (&opening, &span->movement.opening) || !is_same (&closing, &span->movement.closing))
    say (self, span, _("the segments are not the company"), -1);
}

static void
check_span (ExSpan *span, gpointer data)
{
  Check *self = data;

  self->number++;
  if (!span->no_data)
    {
      if (!adds_up (&span->movement))
        say (self, span, _("what was there, came and went is not what is there"), -1);
      if (!is_same (&span->movement.opening, &self->company))
        say (self, span, _("the opening is not the closing before"), -1);
      check_segments (self, span);
      self->company = span->movement.closing;
    }
  ex_span_free (span);
}

gboolean
ex_ledger_check (const ExLedger *ledger, const ExLedgerMarks *marks, ExLedgerCensus *census, GError **error)
{
  Check self = { .ledger = ledger };
  ExSpanRequest request = { .grain = ex_ledger_get_grain (ledger), .segment = EX_EVERY_SEGMENT, .take = check_span, .data = &self };
  g_autofree ExCount *closings = NULL;
  g_autofree guint32 *seen = NULL;
  g_autofree char *broken = NULL;
  ExLedgerCensus ignored;
  gboolean walked;

  self.n_segments = ex_ledger_n_segments (ledger);
  closings = self.closings = g_new0 (ExCount, self.n_segments + 1);
  seen = self.seen = g_new0 (guint32, self.n_segments + 1);
  walked = ex_ledger_walk (ledger, &request, 1, marks, NULL, NULL, census != NULL ? census : &ignored, error);
  g_clear_pointer (&request.spans, g_ptr_array_unref);
  broken = self.broken;
  if (walked && broken != NULL)
    g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                 /* Translators: "2026-03, North: the opening is not the closing before" */
                 _("The movements do not hold together (%s). This is a fault of Exemplar’s; nothing was changed. Please report it."), broken);

  return walked && broken == NULL;
}
