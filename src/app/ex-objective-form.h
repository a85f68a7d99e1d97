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

void             ex_objective_form_focus (ExObjectiveForm *self); /* the title */

G_END_DECLS
