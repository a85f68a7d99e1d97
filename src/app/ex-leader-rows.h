/* The parts of ExLeaderView that are rows. (transfer floating) */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

/* An objective of the leader, or a leader who reports to them; activating it shows it. */
GtkWidget *ex_leader_objective_row_new (const ExCompany *company, guint index);
GtkWidget *ex_leader_report_row_new    (const ExCompany *company, guint index);

/* "1 Oct 2025 to 30 Sep 2026", "since 1 Oct 2025". (transfer full) (nullable): NULL: always. */
char      *ex_leader_role_text         (const ExLeader *leader);

/* A figure with its "Why?" beside it. @of: what it is, for screen readers. */
GtkWidget *ex_leader_figure_new        (const char *value, const char *of, const ExWorking *working);

G_END_DECLS
