/* Long work, shown by the window: a bar with what is being done, how far it is, and Cancel. Shown only when it takes longer than
 * a third of a second. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _ExWork ExWork;

/* @widget: anywhere in the window. @label: "Importing leaders.csv…". Cancel cancels @cancellable. */
ExWork *ex_work_start    (GtkWidget *widget, const char *label, GCancellable *cancellable);
/* From any thread, as often as one likes; fits ExProgress and ExImportOptions.progress with the work as data. */
void    ex_work_progress (double fraction, gpointer work);
/* In the main thread, when nobody calls ex_work_progress() any more. */
void    ex_work_end      (ExWork *self);

G_END_DECLS
