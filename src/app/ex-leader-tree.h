/* The tree of who reports to whom, as the list of its visible rows. Children are made when somebody looks at them, so that ten thousand
 * leaders open as fast as ten. Remembers by id what is open, over every change of the company. */
#pragma once

#include <gtk/gtk.h>

#include "ex-rows.h"

G_BEGIN_DECLS

typedef struct _ExLeaderTree ExLeaderTree;

ExLeaderTree *ex_leader_tree_new   (void);
void          ex_leader_tree_free  (ExLeaderTree *self);

/* (transfer full) items are GtkTreeListRow over ExRow. The tops are open unless they were closed, the others closed unless they were
 * opened. @parents: (nullable) (transfer none) (element-type int) who is under whom, an entry a leader, -1 at a top, less for whom the tree leaves out;
 * NULL: as they report. @order: (nullable) (transfer none) (element-type guint) all leaders, sorted: siblings then follow it. */
GListModel   *ex_leader_tree_build (ExLeaderTree *self, ExCompany *company, const GArray *parents, const GArray *order);

/* When it is built the next time: tops that nobody has opened or closed are open, as at first, or closed. */
void          ex_leader_tree_set_tops_open (ExLeaderTree *self, gboolean open);

/* From here on, and when it is built the next time: everybody is open, or only the tops. */
void          ex_leader_tree_open_all   (ExLeaderTree *self, ExCompany *company);
void          ex_leader_tree_close_all  (ExLeaderTree *self);

/* Somebody has opened or closed @row: call it from "notify::expanded". */
void          ex_leader_tree_toggled (ExLeaderTree *self, GtkTreeListRow *row);

/* Where @id is in the model that was built last; GTK_INVALID_LIST_POSITION: nowhere, or below somebody who is closed. */
guint         ex_leader_tree_find  (ExLeaderTree *self, const char *id);

/* The leader of an item, of this model or of a plain ExRows. (transfer full) */
ExRow        *ex_leader_tree_row   (gpointer item);

G_END_DECLS
