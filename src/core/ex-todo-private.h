/* The list of what is next while it is put together, for the files that do. Of this folder only. */
#pragma once

#include "ex-todo.h"

G_BEGIN_DECLS

typedef struct
{
  const ExReviews    *reviews;
  const ExCompany    *company;
  const ExCycle      *cycle;
  ExDay               today;
  int                 viewer;   /* a leader's index, EX_NOBODY: HR */
  const ExCloseFacts *facts;    /* (nullable) */
  GPtrArray          *list;     /* (element-type ExTodo) */
} ExTodoDraft;

/* Takes @text and @detail. @leader, @objective: as in ExTodo. (transfer none) */
ExTodo     *ex_todo_draft_add  (ExTodoDraft *self, ExTodoKind kind, ExDay due, char *text, char *detail, int leader, int objective);
/* Whether the viewer has something of the kind to do: what else waits for it may then be listed. */
gboolean    ex_todo_draft_has  (const ExTodoDraft *self, ExTodoKind kind);
const char *ex_todo_draft_name (const ExTodoDraft *self, guint leader);

void ex_todo_add_own     (ExTodoDraft *self, guint leader);  /* the viewer's own review */
void ex_todo_add_reports (ExTodoDraft *self);                /* those whom the viewer reviews; after their own */
void ex_todo_add_observed (ExTodoDraft *self);
void ex_todo_add_cycle   (ExTodoDraft *self);                /* HR's: the cycle as a whole */
void ex_todo_add_lines   (ExTodoDraft *self);                /* HR's: who reviews whom */

/* "2 of 4 objectives are rated.", "All 4 objectives are rated: submit them."; NULL when none is. (transfer full) */
char *ex_todo_describe_rated (const ExTodoDraft *self, guint leader, guint rated);

/* ex_check_in_due() of somebody who is in role from @first to @last. */
ExDay ex_check_in_due_between (const ExObjective *objective, const ExReading *reading, ExDay first, ExDay last, ExDay today);

G_END_DECLS
