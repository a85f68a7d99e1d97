/* Objectives without anybody's figures, to hand out: the library that comes with the program and the company's own; and the objectives of
 * a cycle carried into the next. */
#pragma once

#include "ex-company.h"

G_BEGIN_DECLS

typedef struct
{
  char       *id;
  char       *title;
  char       *description;  /* optional strings are NULL */
  ExKind      kind;
  char       *unit;
  int         decimals;
  ExAggregate aggregate;
  gboolean    falls;        /* lower is better: says which way baseline and target go */
  char       *source;
  ExCadence   cadence;
  char       *stage;
  ExDriver    driver;
  gboolean    has_driver;
  gboolean    own;          /* the company's, not the program's */
} ExTemplate;

ExTemplate  *ex_template_new  (const char *id, const char *title);
ExTemplate  *ex_template_copy (const ExTemplate *self);
void         ex_template_free (ExTemplate *self);
GPtrArray   *ex_template_problems (const ExTemplate *self); /* (transfer full) sentences */
/* A draft for a leader: no ladder yet, weight 0. (transfer full) */
ExObjective *ex_template_make_objective (const ExTemplate *self, const char *cycle_id, const char *leader_id);
/* The other way: a template of the company's own out of an objective. (transfer full) */
ExTemplate  *ex_template_from_objective (const ExObjective *objective, const char *id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExTemplate, ex_template_free)

/* Spreads 100 % evenly over objectives: exactly, by largest remainder, ties by id. (element-type ExObjective), changed in place */
void         ex_objectives_spread_weights (GPtrArray *objectives);

/* An objective in the next cycle: the old actual is its baseline; a number's target, threshold and stretch stay where the ladder still
 * climbs, else they are unset (the leader sets them anew); a due day moves by as many days as the cycles begin apart; the parent
 * is mapped by @ids (old id -> new id; (nullable)) or left out. Weight, links, words stay. (transfer full) */
ExObjective *ex_objective_carry (const ExObjective *objective, const ExReading *reading, const ExCycle *from, const ExCycle *to, GHashTable *ids);

G_END_DECLS
