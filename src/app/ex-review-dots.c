#include "config.h"

#include "ex-review-dots.h"

#include <glib/gi18n.h>

#define FILLED "●"
#define HOLLOW "○"
#define WORD_CHARS 12 /* asked for at least */

struct _ExReviewDots
{
  GtkWidget  parent_instance;

  GtkWidget *dots;
  GtkWidget *word;
};

G_DEFINE_FINAL_TYPE (ExReviewDots, ex_review_dots, GTK_TYPE_WIDGET)

static void
ex_review_dots_dispose (GObject *object)
{
  ExReviewDots *self = EX_REVIEW_DOTS (object);

  g_clear_pointer (&self->dots, gtk_widget_unparent);
  g_clear_pointer (&self->word, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_review_dots_parent_class)->dispose (object);
}

static void
ex_review_dots_class_init (ExReviewDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_review_dots_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reviewdots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ex_review_dots_init (ExReviewDots *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  /* The dots repeat the word for the eye alone; a screen reader hears the word. */
  self->dots = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->word = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->word), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->word), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->word), WORD_CHARS);
  gtk_widget_set_hexpand (self->word, TRUE);
  gtk_widget_set_parent (self->dots, GTK_WIDGET (self));
  gtk_widget_set_parent (self->word, GTK_WIDGET (self));
}

GtkWidget *
ex_review_dots_new (void)
{
  return g_object_new (EX_TYPE_REVIEW_DOTS, NULL);
}

void
ex_review_dots_set (ExReviewDots *self, ExReviewState state, gboolean excused)
{
  static const char *const filled[EX_N_REVIEW_STATES] = {
    FILLED HOLLOW HOLLOW HOLLOW HOLLOW, FILLED FILLED HOLLOW HOLLOW HOLLOW, FILLED FILLED FILLED HOLLOW HOLLOW,
    FILLED FILLED FILLED FILLED HOLLOW, FILLED FILLED FILLED FILLED FILLED,
  };
  static const char *const classes[] = { "dots", NULL };
  static const char *const dim_classes[] = { "dots", "dim-label", NULL };
  const char *word = excused ? _("excused") : ex_review_state_label (state);

  g_return_if_fail (EX_IS_REVIEW_DOTS (self));

  gtk_label_set_text (GTK_LABEL (self->dots), excused ? "– – –" : filled[state]);
  gtk_widget_set_css_classes (self->dots, (const char **) (excused ? dim_classes : classes));
  gtk_label_set_text (GTK_LABEL (self->word), word);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), word);
}
