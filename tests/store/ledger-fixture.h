/* A company's ledger out of a few words, and what is said of it. */
#pragma once

#include "store-fixture.h"

#include "core/ex-ledger.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-import.h"

static inline ExPeriod
period (const char *text)
{
  ExPeriod period;

  g_assert_true (ex_period_parse (text, &period));
  return period;
}

/* "CUSTOMER PERIOD VALUE SEGMENT REASON" a cell; - for not said. */
static inline ExLedger *
ledger_of_cells (ExLedgerKind kind, ExGrain grain, const char * const *cells)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (kind, grain);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) part = g_strsplit (cells[i], " ", 5);
      gboolean has_segment = strcmp (part[3], "-") != 0, has_reason = strcmp (part[4], "-") != 0;

      g_assert_true (ex_ledger_builder_add (builder, part[0], strlen (part[0]), period (part[1]).index, EX_DAY_NONE,
                                            g_ascii_strtoll (part[2], NULL, 10), part[3], has_segment ? strlen (part[3]) : 0, part[4],
                                            has_reason ? strlen (part[4]) : 0));
    }
  return ex_ledger_builder_end (builder);
}

/* How many sentences the last import added about what stood before. */
static guint n_notes;

static inline void
import_ledger (ExStore *store, ExLedger *layer)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  const ExImportInfo info = { .file_name = "customers.csv", .digest = "00", .notes = notes };
  g_autoptr (GError) error = NULL;

  ex_store_import_ledger (store, layer, EX_OVER_CELLS, &info, NULL, &error);
  g_assert_no_error (error);
  n_notes = notes->len;
}

/* Recurring, by month. */
#define import_cells(store, ...)                                                                                                          \
  G_STMT_START {                                                                                                                          \
    g_autoptr (ExLedger) cells_ = ledger_of_cells (EX_LEDGER_RECURRING, EX_GRAIN_MONTH, (const char * const[]) { __VA_ARGS__, NULL });     \
    import_ledger (store, cells_);                                                                                                        \
  } G_STMT_END

static inline ExLedgerMarks *
read_marks (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  ExLedgerMarks *marks = ex_store_read_marks (store, &error);

  g_assert_no_error (error);
  return marks;
}

static inline void
add_words (GPtrArray *words, const char *what, const GArray *periods)
{
  for (guint i = 0; i < periods->len; i++)
    {
      g_autofree char *text = ex_period_to_string (g_array_index (periods, ExPeriod, i));

      g_ptr_array_add (words, g_strdup_printf ("%s %s", what, text));
    }
}

/* "complete to 2026-03-31, no data 2026-02, final 2026-01" */
static inline void
assert_marks (ExStore *store, const char *expected)
{
  g_autoptr (ExLedgerMarks) marks = read_marks (store);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *day = ex_day_to_iso (marks->complete_to);
  g_autofree char *said = NULL;

  if (marks->complete_to != EX_DAY_NONE)
    g_ptr_array_add (words, g_strdup_printf ("complete to %s", day));
  add_words (words, "no data", marks->no_data);
  add_words (words, "final", marks->final);
  g_ptr_array_add (words, NULL);
  said = g_strjoinv (", ", (char **) words->pdata);
  g_assert_cmpstr (said, ==, expected);
}
