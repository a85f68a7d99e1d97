/* What is next for somebody, in order: the one list of the window, of the command line and of reminders. */
#pragma once

#include "ex-gate.h"

G_BEGIN_DECLS

typedef enum
{
  EX_TODO_SET_OBJECTIVES,   /* own review: not ready to be agreed */
  EX_TODO_CHECK_IN,         /* objective: a period's value is due */
  EX_TODO_SELF_ASSESS,
  EX_TODO_SIGN,             /* own review */
  EX_TODO_AGREE,            /* leader's review is ready to be agreed */
  EX_TODO_AMENDMENT,        /* leader's amendment waits for an answer */
  EX_TODO_ASSESS,           /* leader's review */
  EX_TODO_SIGN_REPORT,
  EX_TODO_OBSERVE,          /* leader's objectives */
  EX_TODO_MOVE,             /* HR: leader has a reviewer who is not there, or is not the manager of the day */
  EX_TODO_TOPS,             /* HR: leader has no manager and is not named as a top */
  EX_TODO_BOARD,            /* HR, for the board: agree, assess or sign leader's review */
  EX_TODO_CHASE,            /* HR: reviews that are overdue, all of them in one line */
  EX_TODO_ADVANCE,          /* HR: the phase is over */
  EX_TODO_FINAL,            /* HR: periods of the cycle are not final */
  EX_TODO_CLOSE,            /* HR: everything is there to close */
} ExTodoKind;

const char *ex_todo_kind_nick (ExTodoKind kind); /* "set-objectives", "check-in", ... */

typedef struct
{
  ExTodoKind kind;
  char      *text;      /* "Record September for “Calls answered in 30 s”" */
  char      *detail;    /* (nullable) what it opens, or waits for: "Then you can assess Ana, Ben and two more." */
  ExDay      due;       /* EX_DAY_NONE: no day */
  int        overdue;   /* days after it, 0 before */
  int        leader;    /* whose review, index; EX_NOBODY: the cycle */
  int        objective; /* index; -1: none */
  gboolean   blocked;   /* it has to wait for another thing in the list (rate yourself first) */
} ExTodo;

void       ex_todo_free (ExTodo *self);
/* For a leader (index), or HR (EX_NOBODY). Due first; what is blocked behind what it waits for. @facts: (nullable) for HR.
 * (transfer full) (element-type ExTodo) */
GPtrArray *ex_todo_list (const ExReviews *reviews, int viewer, const ExCloseFacts *facts);
/* The day by which the next check-in of an objective is due: the end of the calendar week, month or quarter (its cadence) of the first
 * one in the cycle that has ended or runs and has no check-in after the last check-in's; a milestone's is its due day. EX_DAY_NONE: nothing is due any more. */
ExDay      ex_check_in_due (const ExObjective *objective, const ExReading *reading, const ExCycle *cycle, ExDay today);
/* "due in 2 days", "due today", "3 days overdue", "by 15 January": as a person says it. (transfer full) */
char      *ex_due_describe (ExDay due, ExDay today);

G_END_DECLS
