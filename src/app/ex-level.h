/* A level of the way down from the Overview: its own sentence on top, what is below it, and what it goes back to. */
#pragma once

#include "company/ex-story.h"
#include "company/ex-target.h"
#include "ex-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_LEVEL (ex_level_get_type ())
G_DECLARE_DERIVABLE_TYPE (ExLevel, ex_level, EX, LEVEL, GtkWidget)

struct _ExLevelClass
{
  GtkWidgetClass parent_class;

  /* What stands now: called at once, and again after every change while it is in view. */
  void (* show) (ExLevel *self);
};

/* What it is about: @ask is what the level above asked for, with filters and period. Once, right after it is made. */
void              ex_level_begin       (ExLevel *self, ExSession *session, const ExTarget *about, const ExStoryAsk *ask);
ExSession        *ex_level_get_session (ExLevel *self); /* (transfer none) */
const ExTarget   *ex_level_get_about   (ExLevel *self); /* of kind EX_TARGET_NOWHERE: the Overview itself */
ExStoryAsk       *ex_level_get_ask     (ExLevel *self); /* its own */
GtkScrolledWindow *ex_level_get_scroller (ExLevel *self);

void              ex_level_append      (ExLevel *self, GtkWidget *child); /* below the head, one under the other */
/* The level is one widget that scrolls by itself and has its own head; nothing else of it is used then. */
void              ex_level_set_whole   (ExLevel *self, GtkWidget *child);
/* @caption, @second: (nullable). @of, @working: (nullable) why the second sentence, or without one the first, says what it says. */
void              ex_level_set_head    (ExLevel *self, const char *caption, const char *sentence, const char *second, const char *of, const ExWorking *working);
/* What it is about is not there any more. Emits "gone". */
void              ex_level_gone        (ExLevel *self);
/* Where the focus goes when it is shown first. */
void              ex_level_focus_first (ExLevel *self);

G_END_DECLS
