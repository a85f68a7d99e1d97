#include "config.h"

#include "ex-field-row.h"

#include "ex-form-rows.h"

#define ENTRY_CHARS 11

struct _ExFieldRow
{
  GtkBox     parent_instance;

  GtkWidget *entry;
  GtkLabel  *label;
  GtkLabel  *unit;
  GtkLabel  *below;   /* the problem, else the hint */
  char      *hint;    /* (nullable) */
  char      *problem; /* (nullable) */
  gboolean   filling;
};

enum { CHANGED, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExFieldRow, ex_field_row, GTK_TYPE_BOX)

static void
changed_cb (ExFieldRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
settled_cb (ExFieldRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
show_below (ExFieldRow *self)
{
  const char *words = self->problem != NULL ? self->problem : self->hint;
  GtkWidget *below = GTK_WIDGET (self->below);

  gtk_label_set_text (self->below, words != NULL ? words : "");
  gtk_widget_set_visible (below, words != NULL);
  if (self->problem != NULL)
    {
      gtk_widget_add_css_class (below, "error");
      gtk_widget_remove_css_class (below, "dim-label");
      gtk_widget_add_css_class (self->entry, "error");
    }
  else
    {
      gtk_widget_remove_css_class (below, "error");
      gtk_widget_add_css_class (below, "dim-label");
      gtk_widget_remove_css_class (self->entry, "error");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               self->problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
ex_field_row_dispose (GObject *object)
{
  EX_FIELD_ROW (object)->filling = TRUE; /* the focus goes with it, and nothing is settled by that */
  G_OBJECT_CLASS (ex_field_row_parent_class)->dispose (object);
}

static void
ex_field_row_finalize (GObject *object)
{
  g_free (EX_FIELD_ROW (object)->hint);
  g_free (EX_FIELD_ROW (object)->problem);
  G_OBJECT_CLASS (ex_field_row_parent_class)->finalize (object);
}

static void
ex_field_row_class_init (ExFieldRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_field_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ex_field_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
line_new (ExFieldRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->entry, "numeric");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (settled_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (settled_cb), self);
  gtk_widget_add_controller (self->entry, focus);

  self->label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE,
                                         "use-underline", TRUE, "mnemonic-widget", self->entry, NULL));
  self->unit = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "width-chars", 3, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->unit), "dim-label");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->unit));
  return line;
}

static void
ex_field_row_init (ExFieldRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field-row");
  gtk_box_append (GTK_BOX (self), line_new (self));
  self->below = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->below), "caption");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->below));
}

GtkWidget *
ex_field_row_new (const char *label, const char *unit, const char *hint)
{
  ExFieldRow *self = g_object_new (EX_TYPE_FIELD_ROW, NULL);
  g_autofree char *plain = ex_form_plain_label (label);
  g_autofree char *name = *unit != '\0' ? g_strdup_printf ("%s, %s", plain, unit) : g_strdup (plain);

  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  ex_field_row_set_unit (self, unit);
  ex_field_row_set_hint (self, hint);
  return GTK_WIDGET (self);
}

const char *
ex_field_row_get_text (ExFieldRow *self)
{
  g_return_val_if_fail (EX_IS_FIELD_ROW (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
ex_field_row_set_text (ExFieldRow *self, const char *text)
{
  g_return_if_fail (EX_IS_FIELD_ROW (self));

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->filling = FALSE;
}

void
ex_field_row_set_unit (ExFieldRow *self, const char *unit)
{
  g_return_if_fail (EX_IS_FIELD_ROW (self));

  gtk_label_set_text (self->unit, unit);
}

void
ex_field_row_set_hint (ExFieldRow *self, const char *hint)
{
  g_autofree char *words = g_strdup (hint);

  g_return_if_fail (EX_IS_FIELD_ROW (self));

  g_free (self->hint);
  self->hint = g_steal_pointer (&words);
  show_below (self);
}

void
ex_field_row_set_problem (ExFieldRow *self, const char *problem)
{
  g_autofree char *words = g_strdup (problem);

  g_return_if_fail (EX_IS_FIELD_ROW (self));

  if (g_strcmp0 (problem, self->problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_steal_pointer (&words);
  show_below (self);
}

void
ex_field_row_set_editable (ExFieldRow *self, gboolean editable)
{
  g_return_if_fail (EX_IS_FIELD_ROW (self));

  ex_field_set_editable (self->entry, editable);
}

void
ex_field_set_editable (GtkWidget *entry, gboolean editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (entry), editable);
  gtk_widget_set_can_focus (entry, editable);
  if (editable)
    gtk_widget_remove_css_class (entry, "plain");
  else
    gtk_widget_add_css_class (entry, "plain");
}

GtkWidget *
ex_field_row_get_entry (ExFieldRow *self)
{
  g_return_val_if_fail (EX_IS_FIELD_ROW (self), NULL);

  return self->entry;
}
