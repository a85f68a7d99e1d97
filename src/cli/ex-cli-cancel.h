/* Ctrl-C while something long goes on: it is left off in an orderly way, so that nothing of it stays. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* From here to the end an interrupt, a hang-up or a polite kill cancels this; a second one ends the program at once. Does not nest.
 * (transfer none) */
GCancellable *ex_cli_cancel_begin (void);
void          ex_cli_cancel_end   (void);

G_END_DECLS
