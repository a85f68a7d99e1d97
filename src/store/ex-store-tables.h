/* What the files that keep a table each lend each other and the imports: rows to records and back, and the checks that need more
 * than the record itself. Nothing here opens an action. */
#pragma once

#include "core/ex-leader.h"
#include "core/ex-objective.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* ex_store_begin() and what it is about, in words. */
gboolean     ex_store_begin_about      (ExStore *self, const char *name, const char *subject, GError **error);
/* TRUE when @problems (taken) is empty; else EX_STORE_ERROR_REFUSED with every sentence, a line each. */
gboolean     ex_store_accept           (GPtrArray *problems, GError **error);
/* printf one sentence more. */
void         ex_refuse                 (GPtrArray *problems, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* FALSE only on @error; *@leader stays NULL when there is none of that id. */
gboolean     ex_leader_find            (ExDatabase *database, const char *id, ExLeader **leader, GError **error);
/* @import: number of the import that adds the row; 0: by hand. */
gboolean     ex_leader_insert          (ExDatabase *database, const ExLeader *leader, gint64 import, GError **error);
gboolean     ex_leader_update          (ExDatabase *database, const ExLeader *leader, GError **error);
/* Adds what is wrong with these leaders together: a manager who is nobody, a loop. (element-type ExLeader) */
void         ex_leaders_check          (const GPtrArray *leaders, GPtrArray *problems);

/* Without its tops and its scale. NULL: there is none, or @error. */
ExCycle     *ex_cycle_find_by_id       (ExDatabase *database, const char *id, GError **error);
/* With them. NULL on @error, also when there is none. */
ExCycle     *ex_cycle_find_whole       (ExDatabase *database, const char *id, GError **error);
/* How a cycle is run: the columns of cycle_plans from plan_until on in @row, from column @first on; the words of its scale; and both
 * written where they differ from @before (nullable). */
void         ex_cycle_plan_from_row    (ExCycle *cycle, ExStatement *row, int first);
gboolean     ex_cycle_read_scale       (ExDatabase *database, ExCycle *cycle, GError **error);
gboolean     ex_cycle_write_plan       (ExDatabase *database, const ExCycle *before, const ExCycle *cycle, GError **error);
gboolean     ex_cycle_same_plan        (const ExCycle *a, const ExCycle *b); /* and the same scale */
gboolean     ex_cycle_same_scale       (const ExCycle *a, const ExCycle *b);

ExObjective *ex_objective_from_row     (ExStatement *row);
GPtrArray   *ex_objectives_read        (ExDatabase *database, const char *cycle_id, GError **error); /* as ex_store_list_objectives() */
/* (element-type ExObjective) by id, with their links. */
GPtrArray   *ex_objectives_of_leader   (ExDatabase *database, const char *cycle_id, const char *leader_id, GError **error);
/* NULL: there is none, or @error. */
ExObjective *ex_objective_find         (ExDatabase *database, const char *id, GError **error);
gboolean     ex_objective_insert       (ExDatabase *database, const ExObjective *objective, GError **error);
gboolean     ex_objective_update       (ExDatabase *database, const ExObjective *before, const ExObjective *objective, GError **error);
/* The columns of EX_OBJECTIVE_COLUMNS, of EX_LINK_COLUMNS, to the parameters from @first on; text is static. */
void         ex_objective_bind         (ExStatement *statement, int first, const ExObjective *objective);
void         ex_link_bind              (ExStatement *statement, int first, const char *objective_id, const ExLink *link);
#define EX_OBJECTIVE_COLUMNS                                                                                                          \
  "id, cycle_id, leader_id, title, description, kind, unit, decimals, aggregate, baseline, threshold, target, stretch, low, high, width, due," \
  " weight, source, cadence, stage, parent_id, local_reason"
#define EX_OBJECTIVE_N_COLUMNS 23
#define EX_LINK_COLUMNS   "objective_id, driver, claim_value, claim_customers"
#define EX_LINK_N_COLUMNS 4
/* Links in the order in which they are compared and digested: by driver. */
void         ex_objective_sort_links   (ExObjective *objective);

/* (element-type ExReading) of @objectives on @today, out of their check-ins; those of days after @until (EX_DAY_NONE: none) are left out. */
GArray      *ex_readings_read          (ExDatabase *database, const GPtrArray *objectives, const ExCycle *cycle, ExDay today, ExDay until,
                                        GError **error);
/* Those of @before, the ones of @objectives (element-type guint) read anew. */
GArray      *ex_readings_reread        (ExDatabase *database, const ExCompany *before, const GArray *objectives, GError **error);
/* ex_store_read_company() as it is used inside; takes @cycle (nullable); @measured: with readings, else as if there were no check-ins. */
ExCompany   *ex_company_read           (ExStore *self, ExCycle *cycle, ExDay today, gboolean measured, GError **error);

/* Where an objective may stand: its leader, its parent, those that name it as theirs. */
typedef struct
{
  const GPtrArray *leaders; /* (element-type ExLeader) */
  const ExTree    *tree;    /* of them */
} ExPlaces;
/* @parent: the one that @objective names; NULL: there is none of that id. */
void         ex_objective_check_place  (const ExObjective *objective, const ExObjective *parent, const ExPlaces *places, GPtrArray *problems);
/* What stands already and would no longer fit a changed objective: those that name it as their parent, and its check-ins. FALSE
 * only on @error. */
gboolean     ex_objective_check_children  (ExDatabase *database, const ExObjective *objective, const ExPlaces *places, GPtrArray *problems,
                                           GError **error);
gboolean     ex_objective_check_check_ins (ExDatabase *database, const ExObjective *objective, const ExCycle *cycle, GPtrArray *problems,
                                           GError **error);
/* Whether both have the same cycle, leader and parent. */
gboolean     ex_objective_same_place      (const ExObjective *a, const ExObjective *b);

G_END_DECLS
