/* Words of files and of the database for the values of an enum. Of this folder only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The index of @text in @nicks, or -1. Ignores ASCII case and takes '-' and '_' for a blank. @text: (nullable) */
int ex_nick_find (const char *text, const char * const *nicks, gsize n);

G_END_DECLS
