/* The private note of whoever works with a leader's review: kept as typed, theirs alone, never shown to the leader. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_REVIEW_NOTE (ex_review_note_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewNote, ex_review_note, EX, REVIEW_NOTE, GtkWidget)

GtkWidget *ex_review_note_new   (void);
/* @note: (nullable) as it stands in the file. What is being typed is newer, and stays. */
void       ex_review_note_show  (ExReviewNote *self, ExSession *session, const char *leader_id, const char *note, gboolean editable);
/* What is typed is written now, not in a moment. */
void       ex_review_note_flush (ExReviewNote *self);

G_END_DECLS
