#include "config.h"

#include "ex-question.h"

#include "ex-wrap.h"

struct _ExQuestion
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *controls; /* ExWrap: the heading and what stands at its end */
};

G_DEFINE_FINAL_TYPE (ExQuestion, ex_question, GTK_TYPE_WIDGET)

static void
ex_question_dispose (GObject *object)
{
  g_clear_pointer (&EX_QUESTION (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_question_parent_class)->dispose (object);
}

static void
ex_question_class_init (ExQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_question_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ex_question_init (ExQuestion *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->controls = ex_wrap_new (12);
  ex_wrap_set_first_fills (EX_WRAP (self->controls), TRUE);
  gtk_box_append (GTK_BOX (self->box), self->controls);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ex_question_new (const char *question)
{
  ExQuestion *self = g_object_new (EX_TYPE_QUESTION, NULL);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", question, "xalign", 0.0, "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "title-3");
  ex_wrap_append (EX_WRAP (self->controls), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  return GTK_WIDGET (self);
}

void
ex_question_append (ExQuestion *self, GtkWidget *child)
{
  g_return_if_fail (EX_IS_QUESTION (self));

  gtk_box_append (GTK_BOX (self->box), child);
}

void
ex_question_add_control (ExQuestion *self, GtkWidget *control)
{
  g_return_if_fail (EX_IS_QUESTION (self));

  ex_wrap_append (EX_WRAP (self->controls), control);
}

void
ex_question_show_controls (ExQuestion *self, gboolean show)
{
  GtkWidget *heading;

  g_return_if_fail (EX_IS_QUESTION (self));

  heading = gtk_widget_get_first_child (self->controls);
  for (GtkWidget *w = gtk_widget_get_next_sibling (heading); w != NULL; w = gtk_widget_get_next_sibling (w))
    gtk_widget_set_visible (w, show);
}

/* --- choices ----------------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *choice;
  void    (* changed) (GtkWidget *choice, gpointer data);
  gpointer   data;
} Choice;

static void
toggled_cb (GtkToggleButton *button, Choice *choice)
{
  if (gtk_toggle_button_get_active (button))
    choice->changed (choice->choice, choice->data);
}

GtkWidget *
ex_question_choice_new (const char *name, const char *const *labels, guint chosen, GCallback changed, gpointer data)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *first = NULL;

  choice->choice = box;
  choice->changed = (void (*) (GtkWidget *, gpointer)) changed;
  choice->data = data;
  g_object_set_data_full (G_OBJECT (box), "choice", choice, g_free);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_mnemonic (labels[i]);

      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      first = first != NULL ? first : button;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == chosen);
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), choice);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

guint
ex_question_choice_get (GtkWidget *choice)
{
  guint i = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (choice); button != NULL; button = gtk_widget_get_next_sibling (button), i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      return i;
  return 0;
}
