/* Words that the list of what is next is made of. (transfer full) */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "two", "twelve", "13", "1,204": as a person writes a count of things. */
char *ex_words_count (guint n);
/* "Ana", "Ana and Ben", "Ana, Ben and Carla", "Ana, Ben and two more". @names: (element-type utf8), at least one; @n: how many there are in
 * all, at least as many as @names. */
char *ex_words_names (const GPtrArray *names, guint n);

#define EX_WORDS_NAMES 3 /* more names than these are never read */

G_END_DECLS
