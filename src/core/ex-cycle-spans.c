#include "config.h"

#include "ex-cycle-spans.h"

/* The whole periods in @cycle. FALSE: there is none. */
static gboolean
find_whole_periods (ExGrain        grain,
                    const ExCycle *cycle,
                    ExStretch     *whole)
{
  whole->first = ex_period_of_day (grain, cycle->first).index;
  whole->last = ex_period_of_day (grain, cycle->last).index;
  if (ex_period_first_day ((ExPeriod) { grain, whole->first }) < cycle->first)
    whole->first++;
  if (ex_period_last_day ((ExPeriod) { grain, whole->last }) > cycle->last)
    whole->last--;
  return whole->first <= whole->last;
}

/* The ledger's last complete period; one before its first when none is. */
static int
find_last_complete (ExGrain              grain,
                    ExStretch            ledger,
                    const ExLedgerMarks *marks)
{
  int last = ledger.last;

  while (last >= ledger.first && ex_ledger_marks_is_provisional (marks, (ExPeriod) { grain, last }))
    last--;
  return last;
}

static gboolean
is_no_data (const ExLedgerMarks *marks,
            ExGrain              grain,
            ExStretch            stretch)
{
  for (int i = stretch.first; i <= stretch.last; i++)
    if (!ex_ledger_marks_is_no_data (marks, (ExPeriod) { grain, i }))
      return FALSE;
  return TRUE;
}

/* What a stretch of @length before @first is compared with: in transactions the equal stretch before, passing over those without any data;
 * else the period before. Whether the ledger reaches back to it. */
static gboolean
reaches_back (const ExCycleSpans  *self,
              const ExLedgerMarks *marks,
              int                  first,
              int                  length)
{
  ExStretch opening = { first - length, first - 1 };

  if (self->entered)
    return self->ledger.first <= first;
  if (self->kind == EX_LEDGER_RECURRING)
    return self->ledger.first < first;
  while (opening.first >= self->ledger.first && is_no_data (marks, self->grain, opening))
    {
      opening.first -= length;
      opening.last -= length;
    }
  return opening.first >= self->ledger.first;
}

static void
find_compared (ExCycleSpans        *self,
               const ExLedgerMarks *marks)
{
  int length = self->now.last - self->now.first + 1;
  int whole = self->end - self->now.first + 1;

  self->opening_known = reaches_back (self, marks, self->now.first, length);
  self->before = (ExStretch) { self->now.first - length, self->now.first - 1 };
  self->has_before = self->before.first >= self->ledger.first && !is_no_data (marks, self->grain, self->before)
                     && reaches_back (self, marks, self->before.first, length);
  self->whole = (ExStretch) { self->now.first - whole, self->now.first - 1 };
  self->has_whole = self->kind == EX_LEDGER_TRANSACTIONS && self->so_far && self->whole.first >= self->ledger.first;
}

ExCycleSpans
ex_cycle_spans_find (ExLedgerKind         kind,
                     ExGrain              grain,
                     ExStretch            ledger,
                     gboolean             entered,
                     const ExLedgerMarks *marks,
                     const ExCycle       *cycle)
{
  ExCycleSpans self = { .kind = kind, .grain = grain, .ledger = ledger, .entered = entered };
  ExStretch periods = { 0, -1 };
  int complete = find_last_complete (grain, ledger, marks);

  if (cycle != NULL && find_whole_periods (grain, cycle, &periods))
    self.now = (ExStretch) { MAX (periods.first, ledger.first), MIN (periods.last, complete) };
  self.in_cycle = periods.first <= periods.last && self.now.first <= self.now.last;
  self.provisional = !self.in_cycle && complete < ledger.first;
  if (!self.in_cycle)
    self.now.first = self.now.last = self.provisional ? ledger.last : complete;
  self.end = self.in_cycle ? periods.last : self.now.last;
  self.so_far = self.now.last < self.end;
  find_compared (&self, marks);

  if (self.in_cycle && self.now.first > periods.first)
    self.opening_known = FALSE; /* the ledger begins inside the cycle */
  if (kind == EX_LEDGER_RECURRING && !entered && self.now.first == ledger.first && self.now.first < self.now.last)
    self.now.first++;
  return self;
}

int
ex_cycle_spans_from (const ExCycleSpans  *self,
                     const ExLedgerMarks *marks)
{
  int from = self->now.first;

  if (self->kind == EX_LEDGER_TRANSACTIONS || from <= self->ledger.first)
    return from;
  do
    from--;
  while (from > self->ledger.first && ex_ledger_marks_is_no_data (marks, (ExPeriod) { self->grain, from }));
  return from;
}
