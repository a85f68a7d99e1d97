/* The fields of an objective's editor: made from a table, read into a record and filled from one. */
#pragma once

#include <adwaita.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

typedef struct _ExObjectiveForm ExObjectiveForm;

typedef enum { EX_FORM_WHAT, EX_FORM_MEASURE, EX_FORM_LADDER, EX_FORM_CLAIM, EX_FORM_CASCADE, EX_FORM_GROUPS } ExFormGroup;

/* Adds its rows to @groups, by ExFormGroup. @company: kept; its leaders and objectives are offered. @typed is called on every keystroke;
 * @settled when a field is done with: Enter, focus gone, a choice made. */
ExObjectiveForm *ex_objective_form_new  (AdwPreferencesGroup **groups, ExCompany *company,
                                         void (* typed) (gpointer data), void (* settled) (gpointer data), gpointer data);
void             ex_objective_form_free (ExObjectiveForm *self);

/* Shows @objective in the fields; neither typed nor settled is called for it. */
void             ex_objective_form_fill (ExObjectiveForm *self, const ExObjective *objective);

/* What the fields say. (transfer full); NULL with @problem (transfer full) where a field cannot be read at all ("“abc” is not a number."). */
ExObjective     *ex_objective_form_read (ExObjectiveForm *self, char **problem);

/* What can be edited. */
typedef enum
{
  EX_FORM_OPEN,   /* everything */
  EX_FORM_AGREED, /* title, description, stage; and by an amendment ladder, weight, aggregate, due day, links */
  EX_FORM_WORDS,  /* title, description, stage alone */
  EX_FORM_SHUT,   /* nothing */
} ExFormLock;

/* @keep_leader: whose it is does not change. */
void             ex_objective_form_lock  (ExObjectiveForm *self, ExFormLock lock, gboolean keep_leader);

/* Beside each field what @objective (nullable: as it is typed it is none) still needs there. @others: the weights of the leader's other
 * objectives together, basis points. @top: the leader starts the cycle, and needs no parent. */
void             ex_objective_form_hint  (ExObjectiveForm *self, const ExObjective *objective, const ExCycle *cycle, int others, gboolean top);

void             ex_objective_form_focus (ExObjectiveForm *self); /* the title */

G_END_DECLS
