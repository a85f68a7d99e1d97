/* The customer asset in the file: reading it without holding its cells, what HR says of its periods, why customers left. Refusals are
 * EX_STORE_ERROR_REFUSED with a sentence a line. */
#pragma once

#include "core/ex-asset.h"
#include "ex-store-import.h"

G_BEGIN_DECLS

/* --- reading: columns pass through one after the other; half a second for ten million cells ------------------------------------- */

/* NULL without @error: the company has neither ledger nor movements. @cycle: (nullable) then over the latest period. (transfer full) */
ExAsset *ex_store_read_asset (ExStore *self, const ExCycle *cycle, GCancellable *cancellable, GError **error);

/* Every span of @grain (not finer than the ledger's), of the company and of @segment: a number, EX_COMPANY_ONLY or EX_EVERY_SEGMENT. Of entered movements,
 * coarser spans join theirs. (transfer full) (element-type ExSpan) */
GPtrArray *ex_store_read_spans (ExStore *self, ExGrain grain, int segment, GCancellable *cancellable, GError **error);
/* One span from period @first to @last of the ledger's grain. (transfer full) */
ExSpan    *ex_store_read_span  (ExStore *self, int first, int last, int segment, GCancellable *cancellable, GError **error);

/* A customer who left in a span. */
typedef struct
{
  char    *customer;
  char    *segment;     /* (nullable) */
  gint64   value;       /* minor units, at the opening */
  ExPeriod last;        /* the last period with a row of theirs: where a reason is kept */
  char    *reason;      /* (nullable) not known */
  char    *refusal;     /* (nullable) why no reason can be given any more: the period of the loss is final */
} ExLostCustomer;
void       ex_lost_customer_free (ExLostCustomer *self);
/* Who left from @first to @last, those last of whom nothing can be said any more, largest value first, then by name; at most @limit (0: all). @unknown_only: without a reason. @n: (out) (optional)
 * how many there are in all. @search: (nullable) part of the name. (transfer full) (element-type ExLostCustomer) */
GPtrArray *ex_store_list_lost  (ExStore *self, int first, int last, gboolean unknown_only, const char *search, guint limit, guint *n,
                                GCancellable *cancellable, GError **error);

/* --- what HR says ----------------------------------------------------------------------------------------------------------------- */

ExLedgerMarks *ex_store_read_marks     (ExStore *self, GError **error);
/* EX_DAY_NONE: not said any more. Refused before the last day of a final period. */
gboolean   ex_store_set_complete_to    (ExStore *self, ExDay day, GError **error);
/* @period: of the ledger's grain or coarser, inside the ledger, every period of it without rows. An import that brings rows takes the mark away. */
gboolean   ex_store_set_no_data        (ExStore *self, ExPeriod period, gboolean no_data, GError **error);
/* Basis points; -1: not set. */
gboolean   ex_store_read_lifetime_terms (ExStore *self, int *margin, int *discount, GError **error);
gboolean   ex_store_set_lifetime_terms (ExStore *self, int margin, int discount, GError **error);

/* Why @customer left. @period: (nullable) in which they were lost, or any in which they were still there; NULL: their latest loss. An empty
 * @reason takes back what was given. Refused for one who is not in the ledger or has not left, and in final periods. */
gboolean   ex_store_give_reason        (ExStore *self, const char *customer, const ExPeriod *period, const char *reason, GError **error);

typedef struct
{
  const char *customer; /* owned by the plan */
  ExPeriod    period;   /* grain 0: the latest loss */
  const char *reason;
} ExGivenReason;
/* Many, from a file: one import. (element-type ExGivenReason) */
gboolean   ex_store_import_reasons     (ExStore *self, GArray *reasons, const ExImportInfo *info, ExImportCounts *counts, GError **error);

/* --- movements entered by hand -------------------------------------------------------------------------------------------------------- */

/* Adds or changes one period; refused with the difference when an identity breaks, for a company with a ledger, and in a final period. */
gboolean   ex_store_save_movement      (ExStore *self, const ExEnteredMovement *movement, GError **error);
/* Only the first or the last period, so that no gap arises. */
gboolean   ex_store_remove_movement    (ExStore *self, ExPeriod period, GError **error);

G_END_DECLS
