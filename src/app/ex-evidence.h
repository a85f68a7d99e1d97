/* Evidence for a check-in: a link, words, or a file, of which its name and fingerprint are kept, not the file itself. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives @row a button that picks a file, and lets one be dropped on @drop (a dialog). The row's text becomes ex_evidence_text(). */
void  ex_evidence_attach     (AdwEntryRow *row, GtkWidget *drop);
/* Reads the file in a thread, then writes its name and fingerprint into the row; an error is said over @row's window. */
void  ex_evidence_take_file  (AdwEntryRow *row, GFile *file);
/* "report.pdf (SHA-256 3f2a…)" (transfer full) */
char *ex_evidence_text       (const char *name, const char *sha256);

G_END_DECLS
