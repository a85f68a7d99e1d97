/* Rows to CSV (RFC 4180, UTF-8, \n line ends as the command line's contract has them). A field that a spreadsheet would take for a formula
 * is written so that it stays text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends one field, and the separator or line end behind it. @text NULL is empty. Set @data for text that came from data (names, titles): a
 * leading = + - @ tab or return is then guarded by an apostrophe; our own numbers are not. */
void ex_csv_append      (GString *out, const char *text, gboolean data, gboolean last);

G_END_DECLS
