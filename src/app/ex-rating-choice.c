#include "config.h"

#include "ex-rating-choice.h"

#include "core/ex-review.h"
#include "ex-drop-down.h"

#include <glib/gi18n.h>

#define MOST_BUTTONS 5

struct _ExRatingChoice
{
  GtkWidget   parent_instance;

  ExCycle    *cycle;
  int         rating;
  gboolean    setting;
  GtkWidget  *buttons[EX_MAX_RATING + 1]; /* by rating; NULL where there is a list instead */
  GtkWidget  *list;                       /* or NULL */
  GtkWidget  *words;                      /* of what is chosen, beside the buttons; or NULL */
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExRatingChoice, ex_rating_choice, GTK_TYPE_WIDGET)

char *
ex_rating_describe (const ExCycle *cycle, int rating)
{
  const char *word = rating > 0 ? ex_cycle_rating_word (cycle, rating) : "";

  if (rating == 0)
    return g_strdup ("–");
  if (*word == '\0')
    return g_strdup_printf ("%d", rating);
  /* Translators: a rating and its words: "4 · Strong" */
  return g_strdup_printf (_("%d · %s"), rating, word);
}

static void
show_words (ExRatingChoice *self)
{
  if (self->words == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->words), self->rating > 0 ? ex_cycle_rating_word (self->cycle, self->rating) : _("Not rated yet"));
  if (self->rating > 0)
    gtk_widget_remove_css_class (self->words, "dim-label");
  else
    gtk_widget_add_css_class (self->words, "dim-label");
}

static void
take (ExRatingChoice *self, int rating)
{
  if (self->setting || rating == self->rating)
    return;
  self->rating = rating;
  show_words (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
toggled_cb (ExRatingChoice *self, GtkToggleButton *button)
{
  for (int rating = 1; rating <= EX_MAX_RATING; rating++)
    if (self->buttons[rating] == GTK_WIDGET (button) && gtk_toggle_button_get_active (button))
      take (self, rating);
}

static void
selected_cb (ExRatingChoice *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));

  take (self, selected == GTK_INVALID_LIST_POSITION ? 0 : (int) selected);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, ExRatingChoice *self)
{
  guint32 letter = gdk_keyval_to_unicode (key);
  int rating = letter >= '0' && letter <= '9' ? (int) letter - '0' : -1;

  if (rating == 0)
    rating = 10;
  if (rating < 0 || rating > ex_cycle_n_ratings (self->cycle) || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->list != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), (guint) rating);
  else
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[rating]), TRUE);
      gtk_widget_grab_focus (self->buttons[rating]);
    }
  return GDK_EVENT_STOP;
}

/* --- making ---------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
button_new (ExRatingChoice *self, int rating)
{
  g_autofree char *digits = g_strdup_printf ("%d", rating);
  g_autofree char *words = ex_rating_describe (self->cycle, rating);
  GtkWidget *button = gtk_toggle_button_new_with_label (digits);

  gtk_widget_set_tooltip_text (button, ex_cycle_rating_word (self->cycle, rating));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "rating");
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

/* No button is down while nothing is rated: an unseen one holds the group's choice then. */
static void
add_buttons (ExRatingChoice *self, const char *label)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);

  self->buttons[0] = g_object_ref_sink (gtk_toggle_button_new ());
  for (int rating = 1; rating <= ex_cycle_n_ratings (self->cycle); rating++)
    {
      self->buttons[rating] = button_new (self, rating);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[rating]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_box_append (GTK_BOX (row), self->buttons[rating]);
    }
  gtk_widget_add_css_class (row, "linked");
  gtk_widget_set_valign (row, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (row, GTK_WIDGET (self));

  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

static void
add_list (ExRatingChoice *self, const char *label)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, _("Not rated yet"));
  for (int rating = 1; rating <= ex_cycle_n_ratings (self->cycle); rating++)
    {
      g_autofree char *words = ex_rating_describe (self->cycle, rating);
      gtk_string_list_append (model, words);
    }
  self->list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&model)), NULL);
  ex_drop_down_set_name (GTK_DROP_DOWN (self->list), label);
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

static void
ex_rating_choice_dispose (GObject *object)
{
  ExRatingChoice *self = EX_RATING_CHOICE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->buttons[0]);
  g_clear_pointer (&self->cycle, ex_cycle_free);
  G_OBJECT_CLASS (ex_rating_choice_parent_class)->dispose (object);
}

static void
ex_rating_choice_class_init (ExRatingChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_rating_choice_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", EX_TYPE_RATING_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ex_rating_choice_init (ExRatingChoice *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
ex_rating_choice_new (const ExCycle *cycle, const char *label)
{
  ExRatingChoice *self = g_object_new (EX_TYPE_RATING_CHOICE, NULL);

  g_return_val_if_fail (cycle != NULL, NULL);

  self->cycle = ex_cycle_copy (cycle);
  if (ex_cycle_n_ratings (cycle) <= MOST_BUTTONS)
    add_buttons (self, label);
  else
    add_list (self, label);
  show_words (self);
  return GTK_WIDGET (self);
}

int
ex_rating_choice_get_rating (ExRatingChoice *self)
{
  g_return_val_if_fail (EX_IS_RATING_CHOICE (self), 0);

  return self->rating;
}

void
ex_rating_choice_set_rating (ExRatingChoice *self, int rating)
{
  g_return_if_fail (EX_IS_RATING_CHOICE (self));
  g_return_if_fail (rating >= 0 && rating <= EX_MAX_RATING);

  self->setting = TRUE;
  self->rating = rating;
  if (self->list != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), (guint) rating);
  else if (self->buttons[rating] != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[rating]), TRUE);
  self->setting = FALSE;
  show_words (self);
}
