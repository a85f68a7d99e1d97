/* The fields of a cycle's editor, read into a record and filled from one. */
#pragma once

#include <adwaita.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

typedef struct _ExCycleForm ExCycleForm;

/* Adds its groups to @page. @cycles: (element-type ExCycle) whose names are taken; kept. @company: kept; its leaders are offered. @changed on every
 * keystroke and choice. */
ExCycleForm *ex_cycle_form_new  (AdwPreferencesPage *page, ExCompany *company, GPtrArray *cycles, void (* changed) (gpointer data), gpointer data);
void         ex_cycle_form_free (ExCycleForm *self);

/* Shows @cycle, whose id and phase stay. Nothing is called for it. */
void         ex_cycle_form_fill (ExCycleForm *self, const ExCycle *cycle);

/* What the fields say; everything that is wrong with it, and what would be right, goes into @problems (element-type utf8). (transfer full) */
ExCycle     *ex_cycle_form_read (ExCycleForm *self, GPtrArray *problems);

/* Nothing can be changed any more; it can still be read and scrolled. */
void         ex_cycle_form_lock (ExCycleForm *self);

void         ex_cycle_form_focus (ExCycleForm *self); /* the name */

G_END_DECLS
