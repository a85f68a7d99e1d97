#include "config.h"

#include "ex-review-dots.h"

#include <glib/gi18n.h>
#include <string.h>

#define FILLED "●"
#define HOLLOW "○"
#define WORD_CHARS 12  /* asked for at least */
#define LABEL_CHARS 20 /* the same with the dots */

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

/* Asked for only when the pointer rests: it costs more than all the rest of a row that scrolls by. */
static gboolean
ex_review_dots_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (EX_REVIEW_DOTS (widget)->word)));
  return TRUE;
}

static void
ex_review_dots_class_init (ExReviewDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_review_dots_dispose;
  widget_class->query_tooltip = ex_review_dots_query_tooltip;
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
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ex_review_dots_new (void)
{
  return g_object_new (EX_TYPE_REVIEW_DOTS, NULL);
}

static const char *
dots_of (ExReviewState state, gboolean excused)
{
  static const char *const filled[EX_N_REVIEW_STATES] = {
    FILLED HOLLOW HOLLOW HOLLOW HOLLOW, FILLED FILLED HOLLOW HOLLOW HOLLOW, FILLED FILLED FILLED HOLLOW HOLLOW,
    FILLED FILLED FILLED FILLED HOLLOW, FILLED FILLED FILLED FILLED FILLED,
  };

  return excused ? "– – –" : filled[state];
}

static const char *
word_of (ExReviewState state, gboolean excused)
{
  return excused ? _("excused") : ex_review_state_label (state);
}

void
ex_review_dots_set (ExReviewDots *self, ExReviewState state, gboolean excused)
{
  static const char *const classes[] = { "dots", NULL };
  static const char *const dim_classes[] = { "dots", "dim-label", NULL };

  g_return_if_fail (EX_IS_REVIEW_DOTS (self));

  gtk_label_set_text (GTK_LABEL (self->dots), dots_of (state, excused));
  gtk_widget_set_css_classes (self->dots, (const char **) (excused ? dim_classes : classes));
  gtk_label_set_text (GTK_LABEL (self->word), word_of (state, excused));
}

/* --- one label ---------------------------------------------------------------------------------------------------------------------- */

/* Some fonts draw ● no larger than a full stop. */
static PangoAttrList *
dots_attributes (void)
{
  static PangoAttrList *attributes;
  PangoAttribute *family, *scale;

  if (attributes != NULL)
    return attributes;
  attributes = pango_attr_list_new ();
  family = pango_attr_family_new ("DejaVu Sans, Noto Sans Symbols 2, sans-serif");
  scale = pango_attr_scale_new (PANGO_SCALE_SMALL);
  family->end_index = scale->end_index = strlen (FILLED) * EX_N_REVIEW_STATES;
  pango_attr_list_insert (attributes, family);
  pango_attr_list_insert (attributes, scale);
  return attributes;
}

GtkWidget *
ex_review_dots_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  return label;
}

void
ex_review_dots_label_set (GtkLabel *label, ExReviewState state, gboolean excused)
{
  g_autofree char *text = g_strdup_printf ("%s  %s", dots_of (state, excused), word_of (state, excused));

  g_return_if_fail (GTK_IS_LABEL (label));

  /* Setting them lays the label out anew, whether they are others or not. */
  if (gtk_label_get_attributes (label) != (excused ? NULL : dots_attributes ()))
    gtk_label_set_attributes (label, excused ? NULL : dots_attributes ());
  gtk_label_set_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, word_of (state, excused), -1);
}
