/* What of a company's file has changed since it was read, so that a rating that is saved is no reason to read a million check-ins. */
#pragma once

#include "ex-store.h"

G_BEGIN_DECLS

typedef enum
{
  EX_STORE_PART_COMPANY, /* leaders, cycles, objectives, check-ins: what ex_store_read_company() reads */
  EX_STORE_PART_REVIEWS, /* steps, ratings, adjustments, observers, amendments: what ex_store_read_reviews() reads beside the company */
  EX_STORE_PART_LEDGER,  /* customers, entered movements, what is said of periods and of who left */
  EX_STORE_PART_REWARDS, /* what cycles pay by, what closes have paid, days in role */
  EX_STORE_N_PARTS,
} ExStorePart;

/* Numbers that stay while nothing of the part was changed, by us or another program; compared with those of the same store, taken
 * before the part was read. */
typedef struct
{
  gint64 version[EX_STORE_N_PARTS];
  gint64 seen;                      /* for ex_store_reread_company() */
} ExStoreParts;

/* On a failure every part counts as changed. */
ExStoreParts ex_store_get_parts (ExStore *self);
/* @before as it is now when nothing but check-ins of a few objectives was changed since @parts were taken, which was before it was read: only these are
 * read. NULL: more was changed, or that cannot be told; all has to be read. */
ExCompany   *ex_store_reread_company (ExStore *self, const ExCompany *before, ExStoreParts parts);

G_END_DECLS
