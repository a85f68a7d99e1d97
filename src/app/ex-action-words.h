/* What a named action is called on screen: once it is done ("Leader changed"), and as something to take back. As a
 * deed ("Edit a leader") it is ex_action_describe(). */
#pragma once

#include "store/ex-store-journal.h"

G_BEGIN_DECLS

/* Whom or what it was about: "Ana Okafor", "30 Jun 2026" (transfer full) (nullable) */
char       *ex_action_subject (const ExAction *action);
/* "Leader changed: Ana Okafor" (transfer full) */
char       *ex_action_done (const ExAction *action);
/* "Undo “Edit a leader”: Ana Okafor"; NULL: "Nothing to undo" (transfer full) */
char       *ex_action_undo_text (const ExAction *action);
char       *ex_action_redo_text (const ExAction *action);
/* FALSE for what was undone, for the first of all (a company stays), for an erasure (what is erased is gone), and for signing, closing and
 * re-opening, which go back by a step of their own, with a reason. */
gboolean    ex_action_can_undo  (const ExAction *action);

G_END_DECLS
