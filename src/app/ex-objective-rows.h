/* The parts of ExObjectiveView that are lists of rows. (transfer floating) */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

/* A fact under its name: "Score", "84.1 %". @value: (transfer floating) any widget. */
GtkWidget *ex_objective_fact_new         (const char *name, GtkWidget *value);
GtkWidget *ex_objective_fact_text_new    (const char *name, const char *value);

/* A check-in; activating it runs the action objective.correct with its day. */
GtkWidget *ex_objective_check_in_row_new (const ExCheckIn *check_in, const ExObjective *objective, const ExCycle *cycle);
GtkWidget *ex_objective_link_row_new     (const ExLink *link, const char *currency);
/* An objective under this one; activating it shows it. */
GtkWidget *ex_objective_child_row_new    (const ExCompany *company, guint index);

G_END_DECLS
