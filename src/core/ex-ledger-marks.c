#include "config.h"

#include "ex-ledger-marks.h"

ExLedgerMarks *
ex_ledger_marks_new (void)
{
  ExLedgerMarks *self = g_new0 (ExLedgerMarks, 1);

  self->complete_to = EX_DAY_NONE;
  self->no_data = g_array_new (FALSE, FALSE, sizeof (ExPeriod));
  self->final = g_array_new (FALSE, FALSE, sizeof (ExPeriod));

  return self;
}

ExLedgerMarks *
ex_ledger_marks_copy (const ExLedgerMarks *self)
{
  ExLedgerMarks *copy = ex_ledger_marks_new ();

  if (self == NULL)
    return copy;

  copy->complete_to = self->complete_to;
  g_array_append_vals (copy->no_data, self->no_data->data, self->no_data->len);
  g_array_append_vals (copy->final, self->final->data, self->final->len);

  return copy;
}

void
ex_ledger_marks_free (ExLedgerMarks *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->no_data);
  g_array_unref (self->final);
  g_free (self);
}

/* How many months the periods of @periods take away from @period; they never overlap. */
static int
months_within (ExPeriod period, const GArray *periods)
{
  int from = period.index * (int) period.grain, to = from + (int) period.grain, months = 0;

  for (guint i = 0; i < periods->len; i++)
    {
      ExPeriod one = g_array_index (periods, ExPeriod, i);
      int one_from = one.index * (int) one.grain, one_to = one_from + (int) one.grain;

      months += MAX (MIN (to, one_to) - MAX (from, one_from), 0);
    }

  return months;
}

gboolean
ex_ledger_marks_is_no_data (const ExLedgerMarks *self, ExPeriod period)
{
  return self != NULL && months_within (period, self->no_data) >= (int) period.grain;
}

gboolean
ex_ledger_marks_is_provisional (const ExLedgerMarks *self, ExPeriod period)
{
  return self != NULL && self->complete_to != EX_DAY_NONE && ex_period_last_day (period) > self->complete_to;
}

gboolean
ex_ledger_marks_is_final (const ExLedgerMarks *self, ExPeriod period)
{
  return self != NULL && months_within (period, self->final) >= (int) period.grain;
}
