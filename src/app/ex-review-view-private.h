/* What the files of ExReviewView share. */
#pragma once

#include <adwaita.h>

#include "ex-rating-list.h"
#include "ex-review-dots.h"
#include "ex-review-note.h"
#include "ex-review-view.h"

G_BEGIN_DECLS

struct _ExReviewView
{
  GtkWidget            parent_instance;

  ExSession           *session;
  gulong               changed;    /* handler on session */
  gulong               busy;       /* handler on session, while a step waits for what is typed to be kept */
  char                *id;
  ExReviewDetail      *detail;     /* (nullable) until it is read */
  GCancellable        *reading;
  gboolean             on_behalf;  /* HR writes the ratings of somebody */
  ExReviewState        behalf_of;  /* while the review is in this state, which says of whom */
  gboolean             step_waits;
  ExStep               step;       /* that waits, or that the button takes */

  GtkScrolledWindow   *scroller;
  GtkLabel            *name;
  GtkWidget           *trail;
  ExReviewDots        *dots;
  GtkLabel            *due;
  GtkLabel            *waits;
  GtkWidget           *flags;
  GtkWidget           *buttons;
  GtkButton           *next;
  GtkWidget           *more;
  GtkWidget           *shut;
  GtkLabel            *shut_words;
  GtkWidget           *shut_button;
  GtkFlowBox          *facts;
  GtkWidget           *gaps;
  GtkWidget           *words;
  AdwPreferencesGroup *amendments;
  GtkLabel            *behalf;
  ExRatingList        *ratings;
  GtkWidget           *no_objectives;
  ExReviewNote        *note;
  AdwPreferencesGroup *steps;
};

/* Of the leader in view in the session's reviews; -1: gone. */
int      ex_review_view_get_leader    (ExReviewView *self);

/* ex-review-view-head.c: who, where it stands, what is out of step, the figures */
void     ex_review_view_show_head     (ExReviewView *self, guint leader);
/* ex-review-view-actions.c: the next step, the menu */
void     ex_review_view_install_actions (GtkWidgetClass *widget_class);
void     ex_review_view_show_actions  (ExReviewView *self, guint leader);
/* Whose ratings are written or read here. EX_ROLE_SELF or EX_ROLE_MANAGER; a leader's id or EX_BOARD. (transfer none) */
const char *ex_review_view_get_rater  (ExReviewView *self, guint leader, ExRole *role);
gboolean ex_review_view_is_editable   (ExReviewView *self, guint leader);

G_END_DECLS
