/* The columns of the Leaders page's table, for items that are ExRow or GtkTreeListRow over ExRow. */
#pragma once

#include "ex-leader-tree.h"

G_BEGIN_DECLS

/* @tree: told what is opened and closed; must outlive the view. */
void  ex_leader_columns_append (GtkColumnView *view, ExLeaderTree *tree);
/* Only the name, with what opens those below. @sort: as ex_columns_append() takes it. */
GtkColumnViewColumn *ex_leader_columns_append_name (GtkColumnView *view, int sort, ExLeaderTree *tree);

/* "3 of 4 measured", "No objectives". (transfer full) */
char *ex_leader_objectives_text (const ExStanding *standing);

G_END_DECLS
