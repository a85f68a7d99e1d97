#include "config.h"

#include "ex-level.h"

#include "ex-page.h"
#include "ex-why-button.h"

#include <adwaita.h>

#define WIDEST 1200

typedef struct
{
  ExSession         *session;
  ExTarget           about;
  ExStoryAsk        *ask;

  GtkWidget         *whole;    /* everything */
  GtkScrolledWindow *scroller; /* (nullable) */
  GtkWidget         *box;
  GtkWidget         *head;
  GtkLabel          *caption;
  GtkLabel          *sentence;
  GtkLabel          *second;
  ExWhyButton       *why;
} ExLevelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ExLevel, ex_level, GTK_TYPE_WIDGET)

enum { GONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static ExLevelPrivate *
private_of (ExLevel *self)
{
  return ex_level_get_instance_private (self);
}

/* --- the head ---------------------------------------------------------------------------------------------------------------------------- */

static GtkLabel *
label_new (const char *first_class, const char *second_class, gboolean heading)
{
  GtkWidget *label = heading ? g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL) : gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return GTK_LABEL (label);
}

static void
make_head (ExLevelPrivate *priv)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  priv->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  priv->caption = label_new ("caption", "dim-label", FALSE);
  priv->sentence = label_new ("title-1", NULL, TRUE);
  priv->second = label_new ("title-3", "lighter", FALSE);
  priv->why = EX_WHY_BUTTON (ex_why_button_new ());
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (priv->second));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (priv->why));
  gtk_box_append (GTK_BOX (priv->head), GTK_WIDGET (priv->caption));
  gtk_box_append (GTK_BOX (priv->head), GTK_WIDGET (priv->sentence));
  gtk_box_append (GTK_BOX (priv->head), line);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
ex_level_set_head (ExLevel *self, const char *caption, const char *sentence, const char *second, const char *of, const ExWorking *working)
{
  ExLevelPrivate *priv = private_of (self);

  g_return_if_fail (EX_IS_LEVEL (self));

  set_text (priv->caption, caption);
  set_text (priv->sentence, sentence);
  set_text (priv->second, second);
  ex_why_button_set_working (priv->why, of != NULL ? of : "", working);
}

/* --- what is below it -------------------------------------------------------------------------------------------------------------------- */

static void
set_margins (GtkWidget *box)
{
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 36);
}

void
ex_level_append (ExLevel *self, GtkWidget *child)
{
  g_return_if_fail (EX_IS_LEVEL (self));

  gtk_box_append (GTK_BOX (private_of (self)->box), child);
}

void
ex_level_set_whole (ExLevel *self, GtkWidget *child)
{
  ExLevelPrivate *priv = private_of (self);

  g_return_if_fail (EX_IS_LEVEL (self));

  gtk_widget_unparent (priv->whole);
  priv->scroller = NULL;
  priv->box = priv->head = NULL;
  priv->whole = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/* --- the widget -------------------------------------------------------------------------------------------------------------------------- */

static void
ex_level_dispose (GObject *object)
{
  ExLevelPrivate *priv = private_of (EX_LEVEL (object));

  g_clear_pointer (&priv->whole, gtk_widget_unparent);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (ex_level_parent_class)->dispose (object);
}

static void
ex_level_finalize (GObject *object)
{
  ExLevelPrivate *priv = private_of (EX_LEVEL (object));

  ex_target_clear (&priv->about);
  g_clear_pointer (&priv->ask, ex_story_ask_free);
  G_OBJECT_CLASS (ex_level_parent_class)->finalize (object);
}

static void
ex_level_class_init (ExLevelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_level_dispose;
  G_OBJECT_CLASS (klass)->finalize = ex_level_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[GONE] = g_signal_new ("gone", EX_TYPE_LEVEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ex_level_init (ExLevel *self)
{
  ExLevelPrivate *priv = private_of (self);
  GtkWidget *clamp = adw_clamp_new ();

  make_head (priv);
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 36);
  set_margins (priv->box);
  gtk_box_append (GTK_BOX (priv->box), priv->head);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST - 100);
  adw_clamp_set_child (ADW_CLAMP (clamp), priv->box);
  priv->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (priv->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (priv->scroller, clamp);
  priv->whole = GTK_WIDGET (priv->scroller);
  gtk_widget_set_parent (priv->whole, GTK_WIDGET (self));
}

static void
show (gpointer widget)
{
  EX_LEVEL_GET_CLASS (widget)->show (widget);
}

static void
copy_target (const ExTarget *from, ExTarget *to)
{
  *to = *from;
  to->id = g_strdup (from->id);
  to->extra = g_strdup (from->extra);
}

void
ex_level_begin (ExLevel *self, ExSession *session, const ExTarget *about, const ExStoryAsk *ask)
{
  ExLevelPrivate *priv = private_of (self);

  g_return_if_fail (EX_IS_LEVEL (self));
  g_return_if_fail (priv->session == NULL);

  g_set_object (&priv->session, session);
  if (about != NULL)
    copy_target (about, &priv->about);
  priv->ask = ex_story_ask_copy (ask);
  ex_page_follow (GTK_WIDGET (self), session, show);
}

ExSession *
ex_level_get_session (ExLevel *self)
{
  g_return_val_if_fail (EX_IS_LEVEL (self), NULL);

  return private_of (self)->session;
}

const ExTarget *
ex_level_get_about (ExLevel *self)
{
  g_return_val_if_fail (EX_IS_LEVEL (self), NULL);

  return &private_of (self)->about;
}

ExStoryAsk *
ex_level_get_ask (ExLevel *self)
{
  g_return_val_if_fail (EX_IS_LEVEL (self), NULL);

  return private_of (self)->ask;
}

GtkScrolledWindow *
ex_level_get_scroller (ExLevel *self)
{
  g_return_val_if_fail (EX_IS_LEVEL (self), NULL);

  return private_of (self)->scroller;
}

void
ex_level_gone (ExLevel *self)
{
  g_return_if_fail (EX_IS_LEVEL (self));

  g_signal_emit (self, signals[GONE], 0);
}

void
ex_level_focus_first (ExLevel *self)
{
  g_return_if_fail (EX_IS_LEVEL (self));

  gtk_widget_child_focus (private_of (self)->whole, GTK_DIR_TAB_FORWARD);
}
