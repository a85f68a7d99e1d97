/* What the Overview and all that hangs on it tell of: what stands in the session, over a period if one is asked for. Immutable, counted references, so that charts are made
 * of it in any thread. */
#pragma once

#include "company/ex-story.h"
#include "ex-session.h"

G_BEGIN_DECLS

typedef struct _ExOverviewPast ExOverviewPast;

typedef struct
{
  ExStoryFacts    story;    /* of what is below */
  ExStoryAsk     *ask;

  ExSnapshot     *snapshot;
  ExOverviewPast *past;     /* (nullable) of the period that is asked for */
  ExCompany      *company;  /* as it stood */
  const GArray   *segments; /* (nullable) (element-type ExSegmentMovement) of the span that is looked at */
  GPtrArray      *spans;    /* (nullable) (element-type ExSpan), borrowed ones */
  char           *span;
  ExPeriod        first;    /* of the ledger's grain; grain 0: no customers */
  ExPeriod        last;
} ExOverviewFacts;

/* (transfer full); NULL: the period that is asked for has to be read first. @most: rows of a chart, 0: all. */
ExOverviewFacts *ex_overview_facts_find  (ExSession *session, const ExStoryAsk *ask, guint most);
/* Reads the period; ex_overview_facts_find() finds it then. */
void             ex_overview_facts_read_async  (ExSession *session, const ExStoryAsk *ask, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean         ex_overview_facts_read_finish (ExSession *session, GAsyncResult *result, GError **error);
ExOverviewFacts *ex_overview_facts_ref   (ExOverviewFacts *self);
void             ex_overview_facts_unref (ExOverviewFacts *self);
/* The same away from the main loop: a big company takes a while to free. */
void             ex_overview_facts_let_go (ExOverviewFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExOverviewFacts, ex_overview_facts_unref)

G_END_DECLS
