/* The rows of the Overview's two lists. (transfer floating) */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-company.h"
#include "core/ex-movement.h"

G_BEGIN_DECLS

/* A heading over the leaders' figures, and a leader's row: name and title, how far measured, statuses, own and team score. Those made
 * with the same @groups (four, horizontal) are aligned. */
#define EX_OVERVIEW_COLUMNS 4
GtkWidget *ex_overview_leader_heading_new (GtkSizeGroup **groups);
GtkWidget *ex_overview_leader_row_new     (const ExCompany *company, guint leader, GtkSizeGroup **groups);

/* @reason: NULL for not known. @share: of all lost customers, 0 to 1. */
GtkWidget *ex_overview_reason_row_new     (const char *reason, const ExCount *lost, double share, const char *currency, GtkSizeGroup **groups);

G_END_DECLS
