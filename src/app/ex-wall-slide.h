/* What the wall shows at once: a sentence and a chart; made for what a mark is about. */
#pragma once

#include "company/ex-story.h"
#include "ex-session.h"

G_BEGIN_DECLS

typedef struct
{
  char    *sentence;
  char    *note;     /* (nullable) in place of a chart, or under the sentence */
  ExChart *chart;    /* (nullable) */
} ExWallSlide;

ExWallSlide *ex_wall_slide_new  (const char *sentence, ExChart *chart); /* references @chart, whose title the sentence is then */
void         ex_wall_slide_free (ExWallSlide *self);

/* Goes down from a mark: @ask is what the slide above asked for. @most: rows of a chart. */
void         ex_wall_slide_make_async  (ExSession *session, const ExTarget *about, const ExStoryAsk *ask, guint most, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full); NULL without @error: there is nothing to show. @ask: (out) (transfer full) what was asked for it. */
ExWallSlide *ex_wall_slide_make_finish (GAsyncResult *result, ExStoryAsk **ask, GError **error);

G_END_DECLS
