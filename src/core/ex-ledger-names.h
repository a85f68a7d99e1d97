/* A dictionary of names without an allocation a name: bytes in one arena, numbers by open addressing. A ledger of ten million rows
 * asks it for every row. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ExNames ExNames;

ExNames    *ex_names_new    (void);
ExNames    *ex_names_copy   (const ExNames *self);
void        ex_names_free   (ExNames *self);
/* The number of a name, given to it now if it has none. Numbers count from 0. Text behind a NUL does not count. */
guint32     ex_names_intern (ExNames *self, const char *text, gsize length);
/* The same, of a name that is most likely @guess. */
guint32     ex_names_intern_near (ExNames *self, guint32 guess, const char *text, gsize length);
guint       ex_names_length (const ExNames *self);
const char *ex_names_get    (const ExNames *self, guint number); /* (transfer none), ends in NUL; moves when a name is added */

/* [names of @from] the numbers that they have in @into, given to them now if they have none. (transfer full) */
guint32    *ex_names_map    (ExNames *into, const ExNames *from);

/* Every name in number order, each with a NUL behind it. (transfer full) */
GBytes     *ex_names_to_bytes       (const ExNames *self);
GBytes     *ex_names_to_bytes_from  (const ExNames *self, guint number); /* the same of those from @number on */
/* NULL when the bytes do not end in a NUL, or have a name twice. */
ExNames    *ex_names_new_from_bytes (GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExNames, ex_names_free)

G_END_DECLS
