/* Objectives while they are planned: the rows (ex-plan-objectives.c), several claims in one
 * cell (ex-plan-claims.c) and what only shows when all are known
 * (ex-plan-parents.c). Of this folder only. */
#pragma once

#include "ex-import-run.h"

G_BEGIN_DECLS

typedef struct
{
  ExObjective *objective;
  guint        line;
} ExObjectiveEntry;

typedef struct
{
  const ExCycle *cycle;
  GArray        *entries;  /* (element-type ExObjectiveEntry), refused rows too, so that their ids are known */
  GHashTable    *by_id;    /* id -> index + 1 */
  GHashTable    *by_title; /* leader and title -> index + 1 */
  GHashTable    *standing; /* leader and title -> ExObjective of the company in this cycle */
  GHashTable    *others;   /* id -> ExObjective of any cycle; NULL: not known */
  int            most;     /* the largest weight, basis points; -1: none */
  guint          most_line;
} ExObjectivesState;

ExObjectiveEntry *ex_objectives_find         (ExObjectivesState *state, const char *id);
/* The key of a title within a leader's objectives. (transfer full) */
char             *ex_objectives_title_key    (const char *leader_id, const char *title);
/* "1000;;250" beside several drivers, one for each. FALSE: there are no lists, and nothing was done. */
gboolean          ex_objectives_read_claim_lists (ExImportRun *run, ExObjective *objective);
void              ex_objectives_check_titles (ExImportRun *run);
void              ex_objectives_check_parents (ExImportRun *run);

G_END_DECLS
