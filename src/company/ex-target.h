/* What a mark of a chart leads to: the keys that charts carry, made and read here. A key is a kind, then its parts, escaped and separated by blanks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  EX_TARGET_NOWHERE,
  EX_TARGET_LEADER,     /* id: the leader */
  EX_TARGET_OBJECTIVE,  /* id: the objective */
  EX_TARGET_CHECK_IN,   /* id: the objective, extra: the day, ISO 8601 */
  EX_TARGET_CELL,       /* a leader's, unit's or level's objectives in a column: id: as row_kind says, extra: a driver's nick or a stage */
  EX_TARGET_UNIT,       /* id: its name, "" for none */
  EX_TARGET_LEVEL,      /* id: "1" at the tops */
  EX_TARGET_DRIVER,     /* id: its nick */
  EX_TARGET_STAGE,      /* id: its name */
  EX_TARGET_MOVEMENT,   /* id: "opening", "new", "won_back", "expanded", "contracted", "lost", "closing" */
  EX_TARGET_REASON,     /* id: the reason's name, "" for not known */
  EX_TARGET_PERIOD,     /* id: "2026-03", "2026-Q3" */
  EX_TARGET_SEGMENT,    /* id: its name */
  EX_TARGET_REWARDS,    /* the page of rewards */
} ExTargetKind;

typedef struct
{
  ExTargetKind kind;
  ExTargetKind row_kind; /* of a cell: EX_TARGET_LEADER, _UNIT, _LEVEL */
  gboolean     by_stage; /* of a cell: extra is a stage */
  char        *id;
  char        *extra;    /* (nullable) */
} ExTarget;

char     *ex_target_key   (ExTargetKind kind, const char *id, const char *extra);                   /* (transfer full) */
char     *ex_target_cell_key (ExTargetKind row_kind, const char *row, gboolean by_stage, const char *column);
gboolean  ex_target_parse (const char *key, ExTarget *target); /* FALSE: no such key, or NULL; @target is then nowhere */
void      ex_target_clear (ExTarget *self);

G_END_DECLS
