/* A small company in any state of a review cycle, made by the program itself, and short words to run the program on it.
 *
 * Ana is the top; Ben and Cleo report to her, Dan to Ben, Eve to Cleo. Three objectives each, 50 %, 30 % and 20 %, called "Objective 1" to
 * "Objective 3" (ids "ana-1" and so on). Today is 15 October 2026; the cycle, "FY 2026", ended on 30 September. */
#pragma once

#include "cli-run.h"

G_BEGIN_DECLS

#define WORLD_CYCLE "FY 2026"

typedef enum
{
  WORLD_LEADERS,  /* and a cycle in plan */
  WORLD_DRAFTS,   /* and objectives */
  WORLD_AGREED,   /* in plan; all are agreed */
  WORLD_ASSESS,   /* in assess; all are agreed, one of Ana's objectives has a check-in */
  WORLD_SELF,     /* all have rated themselves: 3 */
  WORLD_ASSESSED, /* in assess; all are assessed: 4 */
  WORLD_SIGN,     /* in sign; nobody has signed */
  WORLD_SIGNED,   /* in sign; all have signed; the customers are there, no period is final */
  WORLD_CLOSED,
} WorldStage;

/* A copy of its own. (transfer full) its path */
char   *world_at        (WorldStage stage, const char *name);
/* A file of the leader's three objectives, the same rating and comment each. (transfer full) its path */
char   *world_ratings   (const char *leader, const char *rating, const char *comment);
/* The same of objectives, to be imported. (transfer full) the file's contents */
char   *world_objectives (const char *leader, const char *manager, const char *weights);

/* Runs a line as a shell takes it apart, where % is the company and @NAME a file of the test's folder; "review % CYCLE …" has the cycle's name
 * in its place. (transfer full) */
CliRun *world_run       (const char *company, const char *line);
/* The same, which must be done. (transfer full) what it answered */
char   *world_do        (const char *company, const char *line);
/* The same, which must end so, with all of @words (apart by "|") on standard error, nothing on standard output, and the file as it was. */
void    world_refused   (const char *company, int status, const char *words, const char *line);

/* A field of "show reviews". (transfer full) @viewer: (nullable) */
char   *world_review    (const char *company, const char *leader, const char *column, const char *viewer);
void    world_assert_state (const char *company, const char *leader, const char *state);
void    world_assert_sound (const char *company);

extern const char *const world_everyone[]; /* from the top down, NULL-terminated */
const char *world_manager (const char *leader);

G_END_DECLS
