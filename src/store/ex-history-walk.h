/* Going through the history from the newest back, over the actions that a filter lets through, without reading those between. */
#pragma once

#include "ex-journal.h"

G_BEGIN_DECLS

typedef struct _ExHistoryWalk ExHistoryWalk;

/* @filter: (nullable) all actions. NULL on @error. Inside one ex_store_begin_read(). */
ExHistoryWalk *ex_history_walk_new  (ExStore *store, const ExHistoryFilter *filter, GError **error);
void           ex_history_walk_free (ExHistoryWalk *self);
/* The newest action that fits with a number of at most @number; 0: there is none; -1: @error. */
gint64         ex_history_walk_seek (ExHistoryWalk *self, gint64 number, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExHistoryWalk, ex_history_walk_free)

/* SQL that a row of changes says of an objective that somebody had it and has it no more; as the index changes_of_given_up has it. */
#define EX_GIVEN_UP                                                                                                                  \
  "table_name = 'objectives' AND before IS NOT NULL"                                                                                 \
  " AND instr (coalesce (after, ''), substr (before, instr (before, '\"leader_id\":'), instr (before, ',\"title\":') - instr (before, '\"leader_id\":'))) = 0"

/* A table in which a page of the window keeps what is done there. */
typedef struct
{
  const char *page;
  const char *table;
  const char *only;  /* SQL over the row c of changes; NULL: all of it */
} ExHistoryPlace;

/* The places of @page, NULL: of all pages; up to one without a page. (transfer none) */
const ExHistoryPlace *ex_history_places (void);

/* The actions that touched what is @leader_id's, in the tables of @page (nullable), rising, each once, as far as the store's actor
 * may know that they did. (transfer full) (element-type gint64) NULL on @error. */
GArray *ex_history_read_about (ExStore *store, const char *leader_id, const char *page, GError **error);

G_END_DECLS
