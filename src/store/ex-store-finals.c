/* Periods whose customer figures stand for good, and what closing a cycle asks of them. */
#include "config.h"

#include "ex-store-reviews.h"

#include "core/ex-close-facts.h"
#include "core/ex-format.h"
#include "ex-column.h"
#include "ex-reward-rows.h"
#include "ex-small-reviews.h"
#include "ex-store-asset.h"
#include "ex-store-marks.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

/* Where a company keeps what became of its customers: the ledger, else the movements that were entered. */
typedef struct
{
  ExLedger *ledger;    /* (nullable) */
  GArray   *movements; /* (nullable) (element-type ExEnteredMovement) by period; NULL where there is a ledger, or nothing */
  ExGrain   grain;     /* of either; 0: neither */
  int       first;     /* its first and its last period */
  int       last;
} Book;

static void
book_clear (Book *self)
{
  g_clear_pointer (&self->ledger, ex_ledger_unref);
  g_clear_pointer (&self->movements, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

/* --- what there is ------------------------------------------------------------------------------------------------------------- */

static void
open_ledger (Book *self)
{
  guint n = ex_ledger_n_columns (self->ledger);

  self->grain = ex_ledger_get_grain (self->ledger);
  self->first = ex_ledger_get_period (self->ledger, 0).index;
  self->last = ex_ledger_get_period (self->ledger, n - 1).index;
}

static void
open_movements (Book *self)
{
  const ExEnteredMovement *entered = (const ExEnteredMovement *) self->movements->data;

  self->grain = entered[0].period.grain;
  self->first = entered[0].period.index;
  self->last = entered[self->movements->len - 1].period.index;
}

static gboolean
book_read (ExStore *self,
           Book    *book,
           GError **error)
{
  GError *failure = NULL;

  *book = (Book) { 0 };
  book->ledger = ex_store_open_ledger (self, NULL, &failure);
  if (!ex_rows_ended (failure, error))
    return FALSE;
  if (book->ledger != NULL && ex_ledger_n_columns (book->ledger) > 0)
    {
      open_ledger (book);
      return TRUE;
    }
  g_clear_pointer (&book->ledger, ex_ledger_unref);
  book->movements = ex_store_list_movements (self, error);
  if (book->movements == NULL)
    return FALSE;
  if (book->movements->len > 0)
    open_movements (book);
  return TRUE;
}

/* An empty period inside the ledger is a fact: nobody was active. Of movements each has to be entered. */
static gboolean
has_period (const Book *self,
            int         index)
{
  if (self->ledger != NULL)
    return index >= self->first && index <= self->last;
  for (guint i = 0; i < self->movements->len; i++)
    if (g_array_index (self->movements, ExEnteredMovement, i).period.index == index)
      return TRUE;
  return FALSE;
}

/* --- setting ------------------------------------------------------------------------------------------------------------------------ */

static gboolean
check_period (const Book *book,
              ExPeriod    period,
              GError    **error)
{
  g_autofree char *label = ex_period_to_label (period, TRUE);
  int first, last;

  if (book->grain == 0)
    return ex_store_refuse_because (error, "%s", _("There are no customer figures yet; import the customers first."));
  if (period.grain < book->grain)
    return ex_store_refuse_because (error, _("%s is shorter than the periods that the customer figures are kept in (%s)."), label,
                                    ex_grain_nick (book->grain));
  first = ex_period_of_day (book->grain, ex_period_first_day (period)).index;
  last = ex_period_of_day (book->grain, ex_period_last_day (period)).index;
  for (int index = first; index <= last; index++)
    if (!has_period (book, index))
      {
        g_autofree char *missing = ex_period_to_label ((ExPeriod) { book->grain, index }, TRUE);

        return ex_store_refuse_because (error, _("The customer figures of %s are not there; what is not there cannot be final."), missing);
      }
  return TRUE;
}

static gboolean
write_period (ExDatabase *database,
              const char *sql,
              ExPeriod    period,
              GError    **error)
{
  g_autofree char *text = ex_period_to_string (period);
  GError *failure = NULL;

  return ex_run_with_text (database, sql, text, &failure) || ex_store_explain_trigger (failure, error);
}

/* What is not complete yet may still change. */
static gboolean
check_complete (ExStore  *self,
                ExPeriod  period,
                GError  **error)
{
  g_autoptr (ExLedgerMarks) marks = ex_store_read_marks (self, error);
  g_autofree char *label = ex_period_to_label (period, TRUE);
  g_autofree char *day = NULL;

  if (marks == NULL || !ex_ledger_marks_is_provisional (marks, period))
    return marks != NULL;
  day = ex_format_day (marks->complete_to);
  return ex_store_refuse_because (error, _("%s is provisional, for the customer figures are complete to %s only; what is provisional cannot be final."),
                                  label, day);
}

/* Every period of the book's own length in it, so that a part of it can be opened again. */
static gboolean
add_final (ExStore  *self,
           ExPeriod  period,
           GError  **error)
{
  g_auto (Book) book = { 0 };
  int last;

  if (!book_read (self, &book, error) || !check_period (&book, period, error) || !check_complete (self, period, error))
    return FALSE;
  last = ex_period_of_day (book.grain, ex_period_last_day (period)).index;
  for (int index = ex_period_of_day (book.grain, ex_period_first_day (period)).index; index <= last; index++)
    if (!write_period (self->db, "INSERT INTO final_periods (period) VALUES ($1) ON CONFLICT DO NOTHING", (ExPeriod) { book.grain, index }, error))
      return FALSE;
  return TRUE;
}

/* A period that a closed cycle counted stays final. */
static gboolean
check_cycles (ExStore  *self,
              ExPeriod  period,
              GError  **error)
{
  g_autoptr (GPtrArray) cycles = ex_store_list_cycles (self, error);
  g_autofree char *label = ex_period_to_label (period, TRUE);

  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    {
      const ExCycle *cycle = g_ptr_array_index (cycles, i);

      if (cycle->phase == EX_PHASE_CLOSED && ex_period_first_day (period) <= cycle->last && ex_period_last_day (period) >= cycle->first)
        return ex_store_refuse_because (error, _("The cycle “%s” was closed on the figures of %s; re-open the cycle first."), cycle->name, label);
    }
  return cycles != NULL;
}

static gboolean
overlap (ExPeriod a,
         ExPeriod b)
{
  return ex_period_first_day (a) <= ex_period_last_day (b) && ex_period_last_day (a) >= ex_period_first_day (b);
}

static gboolean
remove_final (ExStore  *self,
              ExPeriod  period,
              GError  **error)
{
  g_autoptr (GArray) final = ex_final_periods_read (self->db, error);
  g_autofree char *label = ex_period_to_label (period, TRUE);
  gboolean any = FALSE;

  for (guint i = 0; final != NULL && i < final->len; i++)
    {
      ExPeriod one = g_array_index (final, ExPeriod, i);

      if (!overlap (one, period))
        continue;
      any = TRUE;
      if (!check_cycles (self, one, error) || !write_period (self->db, "DELETE FROM final_periods WHERE period = $1", one, error))
        return FALSE;
    }
  if (final != NULL && !any)
    return ex_store_refuse_because (error, _("%s is not final."), label);
  return final != NULL;
}

gboolean
ex_store_set_final (ExStore  *self,
                    ExPeriod  period,
                    gboolean  final,
                    GError  **error)
{
  g_autofree char *text = ex_period_to_string (period);

  g_return_val_if_fail (self != NULL, FALSE);

  if (!ex_store_begin_about (self, final ? N_("Make a period final") : N_("Open a final period"), text, error))
    return FALSE;
  if (!ex_store_accept_hr (self, error) || !(final ? add_final (self, period, error) : remove_final (self, period, error)))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

GArray *
ex_store_list_final (ExStore *self,
                     GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ex_final_periods_read (self->db, error);
}

/* --- closing ---------------------------------------------------------------------------------------------------------------------- */

ExCloseFacts *
ex_store_read_close_facts (ExStore       *self,
                           const ExCycle *cycle,
                           GError       **error)
{
  g_autoptr (ExRewardTerms) terms = NULL;
  g_autoptr (ExAsset) asset = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL && cycle != NULL, NULL);

  if (!ex_reward_terms_find (self->db, cycle->id, &terms, error))
    return NULL;
  asset = ex_store_read_asset (self, cycle, NULL, &failure);
  return ex_rows_ended (failure, error) ? ex_close_facts_new (asset, cycle, terms) : NULL;
}
