/* The names of a person, and what stands in their place: found in any text, whole and whatever the case of their letters. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char      *name;     /* instead of any of theirs */
  char      *nothing;  /* instead of what they wrote, and of an address */
  GPtrArray *names;    /* (element-type utf8) that they have or had */
  GPtrArray *emails;   /* (element-type utf8) */
  gboolean   namesake; /* somebody else is called so, too: then a name is theirs only where it is said of them */
} ExEraseWords;

void  ex_erase_words_init  (ExEraseWords *self, const char *name, const char *nothing);
void  ex_erase_words_clear (ExEraseWords *self);
void  ex_erase_words_add   (ExEraseWords *self, const char *name, const char *email); /* both nullable */

/* @text without them, or NULL when they are not in it. A name of one word may be any word: it is only taken for theirs where nothing else is
 * said, or, with @theirs, in a list of names. (transfer full) */
char *ex_erase_words_take_out (const ExEraseWords *self, const char *text, gboolean theirs);

G_END_DECLS
