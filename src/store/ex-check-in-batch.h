/* Check-ins of a file, brought into the order of the table's key: a million rows given in any order are grouped by objective, the
 * groups sorted by id and each by day, mostly without comparing strings. */
#pragma once

#include "core/ex-objective.h"

G_BEGIN_DECLS

typedef struct
{
  const char  *objective_id;
  guint        first; /* in the order */
  guint        n;
  /* Filled in by the import. */
  const ExCycle *cycle;
  ExKind       kind;
  char        *title;
} ExCheckInGroup;

typedef struct
{
  const ExCheckInRow *rows;
  guint               n;
  guint32            *order;  /* [n] indexes of rows, by objective and day */
  GArray             *groups; /* (element-type ExCheckInGroup) by objective id */
} ExCheckInBatch;

/* @rows: (element-type ExCheckInRow), must outlive the batch. */
ExCheckInBatch *ex_check_in_batch_new  (const GArray *rows);
void            ex_check_in_batch_free (ExCheckInBatch *self);

static inline const ExCheckInRow *
ex_check_in_batch_row (const ExCheckInBatch *self,
                       const ExCheckInGroup *group,
                       guint                 i)
{
  return &self->rows[self->order[group->first + i]];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCheckInBatch, ex_check_in_batch_free)

G_END_DECLS
