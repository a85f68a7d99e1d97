/* Earlier times in the role, in a leader's editor: rows of two days, added and taken away, kept as they are typed. */
#pragma once

#include <adwaita.h>

#include "ex-session.h"

G_BEGIN_DECLS

typedef struct _ExSpellRows ExSpellRows;

/* Fills @group with the spells of @leader_id, who stands in the file. Only HR can change them. */
/* @kept: called at once and whenever the spells in the file are others. (nullable) spells. */
ExSpellRows *ex_spell_rows_new  (AdwPreferencesGroup *group, ExSession *session, const char *leader_id,
                                 void (* kept) (GArray *spells, gpointer data), gpointer data);
void         ex_spell_rows_free (ExSpellRows *self); /* when its rows are gone */
/* The first day of the leader's own time in the role, as it now stands in the field above: an earlier time ends before it. */
void         ex_spell_rows_set_own (ExSpellRows *self, ExDay from);

G_END_DECLS
