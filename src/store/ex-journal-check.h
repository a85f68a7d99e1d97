/* A check while it goes on; its parts, each in a file of its own. */
#pragma once

#include "ex-journal.h"

G_BEGIN_DECLS

typedef struct
{
  ExStore      *store;
  GPtrArray    *problems; /* (element-type utf8) */
  ExProgress    progress; /* (nullable) */
  gpointer      data;
  GCancellable *cancellable;
  double        from;     /* where in the whole the part begins, and how much of it it is */
  double        share;
} ExCheck;

/* One sentence more; after a few hundred nobody reads on, and only the first are kept. */
void     ex_check_add  (ExCheck *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* @done: of the part, 0 to 1. FALSE: cancelled. */
gboolean ex_check_step (ExCheck *self, double done, GError **error);

/* @tell says what is wrong with each row that @sql finds. */
typedef void (* ExCheckTell) (ExCheck *self, ExStatement *row);
gboolean ex_check_each_row (ExCheck *self, const char *sql, ExCheckTell tell, GError **error);
/* A name in a row, or what stands in for it where whoever had it is gone. */
const char *ex_check_words (ExStatement *row, int column);

/* The history: numbers, contents, the chain. */
gboolean ex_check_chain (ExCheck *self, GError **error);
/* Live rows against the history, and what imports added against their digests. */
gboolean ex_check_rows  (ExCheck *self, GError **error);
/* Reviews against their steps, and what was agreed against what gate G1 asks of objectives. */
gboolean ex_check_reviews (ExCheck *self, GError **error);
/* What closes paid against their steps and statements; what is said of the ledger against its periods. */
gboolean ex_check_asset (ExCheck *self, GError **error);

G_END_DECLS
