/* Whether a text says anything. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NULL, or nothing but white space of whatever script: the same as the view "blanks" in the file (store/sql/0002-gates.sql). */
gboolean ex_text_is_blank (const char *text);

G_END_DECLS
