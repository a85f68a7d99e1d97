/* How far long work has come, on standard error, and only where that is a terminal: "Reading: 42 %, 4,200,000 rows, about 3 s left". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ex_cli_progress_start (const char *what);
/* How many rows were read so far: shown with the next fraction. */
void ex_cli_progress_rows  (guint64 rows, gpointer data);
void ex_cli_progress_show  (double fraction, gpointer data);
void ex_cli_progress_end   (void); /* wipes the line */

G_END_DECLS
