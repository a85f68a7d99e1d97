#include "config.h"

#include "ex-what-if-panel.h"

#include "core/ex-quantity.h"
#include "ex-field-row.h"
#include "ex-number-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MARGIN 5.0     /* percent of growth beyond the curve that the slider reaches */
#define MOST_SCORES 200.0
#define MOST_TYPED 1000.0

/* A slider and a field that say the same. */
typedef struct
{
  ExFieldRow *field;
  GtkScale   *scale;
  double      now;    /* percent; EX_UNSET: there is none */
  double      asked;  /* percent; EX_UNSET: nothing is asked */
  gboolean    typing; /* the field is being worked on, and is left as it is */
} Figure;

struct _ExWhatIfPanel
{
  GtkBox     parent_instance;

  Figure     growth;
  Figure     scores;
  GtkWidget *reset;
  GtkLabel  *words;
  gboolean   filling;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ExWhatIfPanel, ex_what_if_panel, GTK_TYPE_BOX)

static gboolean
is_asking (ExWhatIfPanel *self)
{
  return !isnan (self->growth.asked) || !isnan (self->scores.asked);
}

/* To the tenth: what the slider says and what the field says are one figure. */
static double
to_tenth (double percent)
{
  return round (percent * 10) / 10;
}

static void
show_figure (ExWhatIfPanel *self, Figure *figure, gboolean field_too)
{
  double value = !isnan (figure->asked) ? figure->asked : figure->now;
  g_autofree char *text = ex_number_text_format (isnan (value) ? EX_UNSET : to_tenth (value));

  self->filling = TRUE;
  if (field_too)
    {
      figure->typing = FALSE;
      ex_field_row_set_text (figure->field, text);
      ex_field_row_set_problem (figure->field, NULL);
    }
  gtk_range_set_value (GTK_RANGE (figure->scale), isnan (value) ? 0 : value);
  self->filling = FALSE;
}

static void
tell (ExWhatIfPanel *self)
{
  gtk_widget_set_sensitive (self->reset, is_asking (self));
  if (!is_asking (self))
    ex_what_if_panel_set_words (self, NULL);
  g_signal_emit (self, changed_signal, 0);
}

/* --- what a person does -------------------------------------------------------------------------------------------------------- */

static void
slid (ExWhatIfPanel *self, Figure *figure)
{
  if (self->filling)
    return;
  figure->asked = to_tenth (gtk_range_get_value (GTK_RANGE (figure->scale)));
  show_figure (self, figure, TRUE);
  tell (self);
}

static void
typed (ExWhatIfPanel *self, Figure *figure, double least, const char *problem)
{
  g_autofree char *text = g_strstrip (g_strdup (ex_field_row_get_text (figure->field)));
  gsize length = strlen (text);
  double value;

  if (self->filling)
    return;
  figure->typing = TRUE;
  if (length > 0 && text[length - 1] == '%')
    text[length - 1] = '\0';
  /* An empty field asks for what is. */
  if (!ex_number_text_parse (text, &value) || (!isnan (value) && (value < least || value > MOST_TYPED)))
    {
      ex_field_row_set_problem (figure->field, problem);
      return;
    }
  ex_field_row_set_problem (figure->field, NULL);
  figure->asked = value;
  show_figure (self, figure, FALSE);
  tell (self);
}

static void
growth_slid_cb (ExWhatIfPanel *self)
{
  slid (self, &self->growth);
}

static void
scores_slid_cb (ExWhatIfPanel *self)
{
  slid (self, &self->scores);
}

static void
growth_typed_cb (ExWhatIfPanel *self)
{
  typed (self, &self->growth, -100, _("Growth is a number of percent from −100 to 1000, such as 4.5."));
}

static void
scores_typed_cb (ExWhatIfPanel *self)
{
  typed (self, &self->scores, 0, _("A number of percent from 0 to 1000: 100 leaves every score as it is, 110 raises each by a tenth."));
}

static void
settled_cb (ExWhatIfPanel *self)
{
  show_figure (self, &self->growth, TRUE);
  show_figure (self, &self->scores, TRUE);
}

/* --- the widget ----------------------------------------------------------------------------------------------------------------- */

static void
ex_what_if_panel_dispose (GObject *object)
{
  EX_WHAT_IF_PANEL (object)->filling = TRUE;
  G_OBJECT_CLASS (ex_what_if_panel_parent_class)->dispose (object);
}

static void
ex_what_if_panel_class_init (ExWhatIfPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_what_if_panel_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_figure (ExWhatIfPanel *self, Figure *figure, const char *label, const char *name, GCallback slid_cb, GCallback typed_cb)
{
  GtkWidget *row = ex_field_row_new (label, "%", NULL);

  figure->field = EX_FIELD_ROW (row);
  figure->now = EX_UNSET;
  figure->asked = EX_UNSET;
  figure->scale = GTK_SCALE (gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 100, 0.1));
  gtk_scale_set_draw_value (figure->scale, FALSE);
  gtk_range_set_increments (GTK_RANGE (figure->scale), 0.1, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (figure->scale), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (figure->scale, "value-changed", slid_cb, self);
  g_signal_connect_swapped (row, "changed", typed_cb, self);
  g_signal_connect_swapped (row, "settled", G_CALLBACK (settled_cb), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (figure->scale));
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_head (ExWhatIfPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", _("What if?"), "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "label", _("Only computed: nothing is changed by it."), "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), heading);
  gtk_box_append (GTK_BOX (words), hint);
  self->reset = gtk_button_new_with_mnemonic (_("_Reset"));
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->reset, FALSE);
  gtk_widget_set_tooltip_text (self->reset, _("Back to what is"));
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (ex_what_if_panel_reset), self);
  gtk_widget_add_css_class (head, "field-row");
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), self->reset);
  gtk_box_append (GTK_BOX (self), head);
}

static void
ex_what_if_panel_init (ExWhatIfPanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  add_head (self);
  add_figure (self, &self->growth, _("If growth were"), _("What if growth were, in percent"), G_CALLBACK (growth_slid_cb), G_CALLBACK (growth_typed_cb));
  add_figure (self, &self->scores, _("If every score were, of what it is"), _("What if every score were, in percent of what it is"),
              G_CALLBACK (scores_slid_cb), G_CALLBACK (scores_typed_cb));
  self->scores.now = 100;
  gtk_range_set_range (GTK_RANGE (self->scores.scale), 0, MOST_SCORES);
  gtk_scale_add_mark (self->scores.scale, 100, GTK_POS_BOTTOM, NULL);
  show_figure (self, &self->scores, TRUE);

  self->words = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "visible", FALSE,
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "field-row");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
}

void
ex_what_if_panel_set_now (ExWhatIfPanel *self, double growth, const ExRewardTerms *terms)
{
  double low, high;
  gboolean counts;

  g_return_if_fail (EX_IS_WHAT_IF_PANEL (self));
  g_return_if_fail (terms != NULL);

  self->growth.now = growth * 100;
  low = terms->curve->len > 0 ? MIN (terms->gate, g_array_index (terms->curve, ExCurvePoint, 0).growth) : terms->gate;
  high = terms->curve->len > 0 ? g_array_index (terms->curve, ExCurvePoint, terms->curve->len - 1).growth : terms->gate;
  if (!isnan (growth))
    {
      low = MIN (low, growth * 100);
      high = MAX (high, growth * 100);
    }
  self->filling = TRUE;
  gtk_range_set_range (GTK_RANGE (self->growth.scale), floor (low) - MARGIN, ceil (high) + MARGIN);
  gtk_scale_clear_marks (self->growth.scale);
  if (!isnan (growth))
    gtk_scale_add_mark (self->growth.scale, growth * 100, GTK_POS_BOTTOM, NULL);
  self->filling = FALSE;
  if (isnan (self->growth.asked))
    show_figure (self, &self->growth, !self->growth.typing);
  counts = terms->company_share < EX_WHOLE_BP;
  gtk_widget_set_sensitive (GTK_WIDGET (self->scores.field), counts);
  ex_field_row_set_hint (self->scores.field, counts ? NULL : _("The company share is 100 %: scores change nothing."));
}

gboolean
ex_what_if_panel_read (ExWhatIfPanel *self, ExWhatIf *what_if)
{
  g_return_val_if_fail (EX_IS_WHAT_IF_PANEL (self), FALSE);

  what_if->growth = self->growth.asked / 100;
  what_if->score_factor = isnan (self->scores.asked) ? 1 : self->scores.asked / 100;
  return is_asking (self);
}

void
ex_what_if_panel_reset (ExWhatIfPanel *self)
{
  g_return_if_fail (EX_IS_WHAT_IF_PANEL (self));

  if (!is_asking (self))
    return;
  self->growth.asked = EX_UNSET;
  self->scores.asked = EX_UNSET;
  show_figure (self, &self->growth, TRUE);
  show_figure (self, &self->scores, TRUE);
  tell (self);
}

void
ex_what_if_panel_set_words (ExWhatIfPanel *self, const char *words)
{
  g_return_if_fail (EX_IS_WHAT_IF_PANEL (self));

  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
}
