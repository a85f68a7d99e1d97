/* How far long work has come, on standard error, and only where that is a terminal. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ex_cli_progress_start (const char *what);
void ex_cli_progress_show  (double fraction, gpointer data);
void ex_cli_progress_end   (void); /* wipes the line */

G_END_DECLS
