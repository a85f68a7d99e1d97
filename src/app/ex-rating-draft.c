#include "config.h"

#include "ex-rating-draft.h"

#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

#define PAUSE_MS 700 /* since the last key */

struct _ExRatingDraft
{
  ExSession  *session;
  ExRating   *kept;     /* as it stands in the file, or is on its way there */
  ExDraftRead read;
  ExDraftTold told;
  gpointer    data;
  guint       pause_id; /* 0: nothing is waiting */
  guint       writing;  /* writes on their way */
  gboolean    failed;   /* the last one */
  guint       refs;     /* of writes on their way, and of the owner */
};

static gboolean
same (const ExRating *a, const ExRating *b)
{
  return a->rating == b->rating && a->confirmed == b->confirmed && g_strcmp0 (a->comment, b->comment) == 0
         && g_str_equal (a->rater_id, b->rater_id);
}

static void
unref (ExRatingDraft *self)
{
  if (--self->refs > 0)
    return;
  ex_rating_free (self->kept);
  g_object_unref (self->session);
  g_free (self);
}

static void
tell (ExRatingDraft *self, ExDraftState state, const GError *error)
{
  if (self->told != NULL)
    self->told (state, error, self->data);
}

/* --- writing -------------------------------------------------------------------------------------------------------------------- */

static gpointer
save_rating (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_rating (store, data, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ExRatingDraft *self = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  self->writing--;
  self->failed = error != NULL;
  if (error != NULL)
    tell (self, EX_DRAFT_FAILED, error);
  else if (self->writing == 0 && self->pause_id == 0)
    tell (self, EX_DRAFT_KEPT, NULL);
  unref (self);
}

static const char *
action_of (const ExRating *rating)
{
  switch (rating->role)
    {
    case EX_ROLE_SELF:
      return N_("Draft a self-assessment");
    case EX_ROLE_MANAGER:
      return N_("Rate a leader");
    case EX_ROLE_OBSERVER:
    default:
      return N_("Rate as an observer");
    }
}

static void
write_rating (ExRatingDraft *self, const ExRating *rating)
{
  ex_rating_free (self->kept);
  self->kept = ex_rating_copy (rating);
  self->writing++;
  self->refs++;
  tell (self, EX_DRAFT_WRITING, NULL);
  ex_session_write_quietly_async (self->session, action_of (rating), save_rating, ex_rating_copy (rating), (GDestroyNotify) ex_rating_free,
                                  NULL, NULL, saved_cb, self);
}

void
ex_rating_draft_flush (ExRatingDraft *self)
{
  g_autoptr (ExRating) typed = NULL;
  gboolean waited;

  g_return_if_fail (self != NULL);

  waited = self->pause_id != 0;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  typed = self->read (self->data);
  if (self->failed || !same (typed, self->kept))
    write_rating (self, typed);
  else if (waited && self->writing == 0)
    tell (self, EX_DRAFT_KEPT, NULL);
}

static gboolean
pause_over_cb (gpointer data)
{
  ExRatingDraft *self = data;

  self->pause_id = 0;
  ex_rating_draft_flush (self);
  return G_SOURCE_REMOVE;
}

/* --- doors ---------------------------------------------------------------------------------------------------------------------- */

ExRatingDraft *
ex_rating_draft_new (ExSession *session, const ExRating *kept, ExDraftRead read, ExDraftTold told, gpointer data)
{
  ExRatingDraft *self;

  g_return_val_if_fail (EX_IS_SESSION (session), NULL);
  g_return_val_if_fail (kept != NULL && read != NULL, NULL);

  self = g_new0 (ExRatingDraft, 1);
  self->session = g_object_ref (session);
  self->kept = ex_rating_copy (kept);
  self->read = read;
  self->told = told;
  self->data = data;
  self->refs = 1;
  return self;
}

void
ex_rating_draft_free (ExRatingDraft *self)
{
  if (self == NULL)
    return;
  self->told = NULL;
  self->failed = FALSE; /* what was refused once is refused again */
  ex_rating_draft_flush (self);
  unref (self);
}

void
ex_rating_draft_changed (ExRatingDraft *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, pause_over_cb, self);
  tell (self, EX_DRAFT_WAITING, NULL);
}

gboolean
ex_rating_draft_offer (ExRatingDraft *self, const ExRating *stands)
{
  g_return_val_if_fail (self != NULL && stands != NULL, FALSE);

  if (self->pause_id != 0 || self->writing > 0 || self->failed || same (stands, self->kept))
    return FALSE;
  ex_rating_free (self->kept);
  self->kept = ex_rating_copy (stands);
  return TRUE;
}
