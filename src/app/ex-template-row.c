#include "config.h"

#include "ex-template-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ExTemplateRow
{
  GtkListBoxRow   parent_instance;

  ExTemplate     *template;
  char           *folded;  /* what is searched */
  GtkCheckButton *check;
};

enum { TOGGLED, EDIT, REMOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExTemplateRow, ex_template_row, GTK_TYPE_LIST_BOX_ROW)

const char *
ex_template_group_label (const ExTemplate *template)
{
  return template->has_driver ? ex_driver_label (template->driver) : _("for no driver yet");
}

/* "%, monthly · Use": unit, cadence, stage. (transfer full) */
static char *
describe (const ExTemplate *template)
{
  const char *unit = template->kind == EX_KIND_MILESTONE ? ex_kind_label (template->kind) : template->unit;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (unit != NULL)
    parts[n++] = unit;
  if (template->cadence != EX_CADENCE_NONE)
    parts[n++] = ex_cadence_label (template->cadence);
  if (template->stage != NULL)
    parts[n++] = template->stage;
  return g_strjoinv (" · ", (char **) parts);
}

static void
toggled_cb (ExTemplateRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
edit_cb (ExTemplateRow *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static void
remove_cb (ExTemplateRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static GtkWidget *
words_new (const ExTemplate *template)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (template->title);
  g_autofree char *facts = describe (template);
  GtkWidget *subtitle = gtk_label_new (facts);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  return box;
}

static void
add_button (ExTemplateRow *self, GtkWidget *box, const char *icon, const char *format, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *words = g_strjoinv (self->template->title, parts);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
build (ExTemplateRow *self, gboolean chosen)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_check_button_set_active (self->check, chosen);
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  /* The row is what the keyboard goes to. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->check), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, self->template->title, -1);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (box), words_new (self->template));
  if (self->template->own)
    {
      add_button (self, box, "document-edit-symbolic", _("Edit the template “%s”"), G_CALLBACK (edit_cb));
      add_button (self, box, "user-trash-symbolic", _("Remove the template “%s”"), G_CALLBACK (remove_cb));
    }
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
ex_template_row_finalize (GObject *object)
{
  ExTemplateRow *self = EX_TEMPLATE_ROW (object);

  g_clear_pointer (&self->template, ex_template_free);
  g_free (self->folded);
  G_OBJECT_CLASS (ex_template_row_parent_class)->finalize (object);
}

static void
ex_template_row_class_init (ExTemplateRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_template_row_finalize;
  signals[TOGGLED] = g_signal_new ("toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ex_template_row_init (ExTemplateRow *self)
{
}

GtkWidget *
ex_template_row_new (const ExTemplate *template, gboolean chosen)
{
  ExTemplateRow *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (template != NULL, NULL);

  self = g_object_new (EX_TYPE_TEMPLATE_ROW, NULL);
  self->template = ex_template_copy (template);
  text = g_strjoin ("\n", template->title, template->unit != NULL ? template->unit : "", template->stage != NULL ? template->stage : "",
                    ex_template_group_label (template), template->description != NULL ? template->description : "", NULL);
  self->folded = g_utf8_casefold (text, -1);
  build (self, chosen);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), template->description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, template->title, -1);
  return GTK_WIDGET (self);
}

const ExTemplate *
ex_template_row_get_template (ExTemplateRow *self)
{
  g_return_val_if_fail (EX_IS_TEMPLATE_ROW (self), NULL);

  return self->template;
}

gboolean
ex_template_row_is_chosen (ExTemplateRow *self)
{
  g_return_val_if_fail (EX_IS_TEMPLATE_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

void
ex_template_row_toggle (ExTemplateRow *self)
{
  g_return_if_fail (EX_IS_TEMPLATE_ROW (self));

  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

gboolean
ex_template_row_matches (ExTemplateRow *self, const char * const *folded)
{
  g_return_val_if_fail (EX_IS_TEMPLATE_ROW (self), FALSE);

  for (guint i = 0; folded != NULL && folded[i] != NULL; i++)
    if (strstr (self->folded, folded[i]) == NULL)
      return FALSE;
  return TRUE;
}
