/* The word that was probably meant. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one of @candidates (NULL-terminated) that @word is a slip of the finger away from; NULL: none is near. (transfer none) */
const char *ex_cli_nearest (const char *word, const char *const *candidates);

G_END_DECLS
