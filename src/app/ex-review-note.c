#include "config.h"

#include "ex-review-note.h"

#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

#define PAUSE_MS 700 /* since the last key */
#define HEIGHT 84

struct _ExReviewNote
{
  GtkWidget    parent_instance;

  ExSession   *session;
  char        *cycle_id;
  char        *leader_id;
  char        *actor;    /* whose note it is */
  char        *kept;     /* as it stands in the file, or is on its way there */
  guint        pause_id; /* 0: nothing is waiting */
  guint        writing;
  gboolean     failed;   /* the last write: what is typed stays */
  gboolean     filling;

  GtkWidget   *box;
  GtkTextView *text;
  GtkLabel    *caption;
  GtkLabel    *state;
};

G_DEFINE_FINAL_TYPE (ExReviewNote, ex_review_note, GTK_TYPE_WIDGET)

/* --- keeping it ---------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *cycle_id;
  char *leader_id;
  char *note;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->cycle_id);
  g_free (saving->leader_id);
  g_free (saving->note);
  g_free (saving);
}

static gpointer
save_note (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;

  return GINT_TO_POINTER (ex_store_save_note (store, saving->cycle_id, saving->leader_id, saving->note, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExReviewNote) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  self->writing--;
  self->failed = error != NULL;
  if (self->state == NULL)
    return;
  /* Translators: %s says why */
  words = error != NULL ? g_strdup_printf (_("Not saved. %s"), error->message) : g_strdup (_("Note saved"));
  gtk_label_set_text (self->state, words);
  if (error != NULL)
    g_clear_pointer (&self->kept, g_free); /* another try at the next key */
}

/* (transfer full) */
static char *
typed (ExReviewNote *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->text), &start, &end);
  return g_strstrip (gtk_text_iter_get_text (&start, &end));
}

void
ex_review_note_flush (ExReviewNote *self)
{
  g_autofree char *note = NULL;
  Saving *saving;

  g_return_if_fail (EX_IS_REVIEW_NOTE (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->session == NULL || self->text == NULL)
    return;
  note = typed (self);
  if (g_strcmp0 (note, self->kept != NULL ? self->kept : "") == 0 || g_strcmp0 (self->actor, ex_session_get_actor (self->session)) != 0)
    return;
  g_free (self->kept);
  self->kept = g_strdup (note);
  self->writing++;
  saving = g_new (Saving, 1);
  *saving = (Saving) { g_strdup (self->cycle_id), g_strdup (self->leader_id), g_steal_pointer (&note) };
  ex_session_write_quietly_async (self->session, N_("Write a private note"), save_note, saving, saving_free, NULL, NULL, saved_cb,
                                  g_object_ref (self));
}

static gboolean
pause_over_cb (gpointer data)
{
  ExReviewNote *self = data;

  self->pause_id = 0;
  ex_review_note_flush (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ExReviewNote *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, pause_over_cb, self);
  gtk_label_set_text (self->state, "");
}

/* --- showing it ------------------------------------------------------------------------------------------------------------------------ */

static void
fill (ExReviewNote *self, const char *note)
{
  g_free (self->kept);
  self->kept = g_strdup (note);
  self->failed = FALSE;
  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), note != NULL ? note : "", -1);
  self->filling = FALSE;
  gtk_label_set_text (self->state, "");
}

static void
show_caption (ExReviewNote *self)
{
  int leader = ex_company_find_leader (ex_session_get_company (self->session), self->leader_id);
  const char *name = leader >= 0 ? ex_company_get_leader (ex_session_get_company (self->session), (guint) leader)->name : "";
  g_autofree char *words = g_strdup_printf (_("Only you read it. %s never sees it: not on a page, not in the history, not in a file."), name);

  gtk_label_set_text (self->caption, words);
}

void
ex_review_note_show (ExReviewNote *self, ExSession *session, const char *leader_id, const char *note, gboolean editable)
{
  const ExCycle *cycle;
  const char *actor;

  g_return_if_fail (EX_IS_REVIEW_NOTE (self));

  cycle = ex_company_get_cycle (ex_session_get_company (session));
  actor = ex_session_get_actor (session);
  if (cycle == NULL)
    return;
  gtk_text_view_set_editable (self->text, editable);
  if (g_strcmp0 (self->leader_id, leader_id) != 0 || g_strcmp0 (self->actor, actor) != 0 || g_strcmp0 (self->cycle_id, cycle->id) != 0)
    {
      ex_review_note_flush (self);
      g_set_object (&self->session, session);
      g_free (self->leader_id);
      self->leader_id = g_strdup (leader_id);
      g_free (self->actor);
      self->actor = g_strdup (actor);
      g_free (self->cycle_id);
      self->cycle_id = g_strdup (cycle->id);
      fill (self, note);
    }
  else if (self->pause_id == 0 && self->writing == 0 && !self->failed
           && g_strcmp0 (note != NULL ? note : "", self->kept != NULL ? self->kept : "") != 0)
    fill (self, note);
  show_caption (self);
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------------------- */

static void
ex_review_note_unmap (GtkWidget *widget)
{
  ex_review_note_flush (EX_REVIEW_NOTE (widget));
  GTK_WIDGET_CLASS (ex_review_note_parent_class)->unmap (widget);
}

static void
ex_review_note_dispose (GObject *object)
{
  ExReviewNote *self = EX_REVIEW_NOTE (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->text = NULL;
  self->state = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->cycle_id, g_free);
  g_clear_pointer (&self->leader_id, g_free);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->kept, g_free);
  G_OBJECT_CLASS (ex_review_note_parent_class)->dispose (object);
}

static void
ex_review_note_class_init (ExReviewNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_review_note_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = ex_review_note_unmap;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
label_new (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style_class);
  return GTK_LABEL (label);
}

static GtkWidget *
text_new (ExReviewNote *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_left_margin (self->text, 9);
  gtk_text_view_set_right_margin (self->text, 9);
  gtk_text_view_set_top_margin (self->text, 9);
  gtk_text_view_set_bottom_margin (self->text, 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your private note"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (ex_review_note_flush), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "typed");
  return scroller;
}

static void
ex_review_note_init (ExReviewNote *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->caption = label_new (NULL, "dim-label");
  self->state = label_new (NULL, "caption");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (label_new (_("Your private note"), "heading")));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->caption));
  gtk_box_append (GTK_BOX (self->box), text_new (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->state));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ex_review_note_new (void)
{
  return g_object_new (EX_TYPE_REVIEW_NOTE, NULL);
}
