/* Keeps a rating as it is typed: what differs from what is kept is written a moment after the last change, or at once. Knows no widget
 * but the one that it belongs to. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

typedef enum { EX_DRAFT_KEPT, EX_DRAFT_WAITING, EX_DRAFT_WRITING, EX_DRAFT_FAILED } ExDraftState;

typedef struct _ExRatingDraft ExRatingDraft;

/* What the fields say now. (transfer full) */
typedef ExRating * (* ExDraftRead) (gpointer data);
/* @error: (nullable) why it could not be kept. */
typedef void       (* ExDraftTold) (ExDraftState state, const GError *error, gpointer data);

/* @data must live until the draft is freed. */
ExRatingDraft *ex_rating_draft_new     (ExSession *session, const ExRating *kept, ExDraftRead read, ExDraftTold told, gpointer data);
/* Writes what is not kept yet. */
void           ex_rating_draft_free    (ExRatingDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExRatingDraft, ex_rating_draft_free)

void           ex_rating_draft_changed (ExRatingDraft *self); /* a key was pressed */
void           ex_rating_draft_flush   (ExRatingDraft *self); /* write now */
/* Another version stands in the file. TRUE: the fields should show it; FALSE: nothing new, or what is typed is newer. */
gboolean       ex_rating_draft_offer   (ExRatingDraft *self, const ExRating *stands);

G_END_DECLS
