#include "config.h"

#include "ex-reviews-save-dialog.h"

#include "core/ex-format.h"
#include "ex-form-rows.h"
#include "ex-settings.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_REVIEWS_SAVE_DIALOG (ex_reviews_save_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewsSaveDialog, ex_reviews_save_dialog, EX, REVIEWS_SAVE_DIALOG, AdwWindow)

struct _ExReviewsSaveDialog
{
  AdwWindow            parent_instance;

  AdwPreferencesGroup *group;
  GtkCheckButton      *one;
  GtkCheckButton      *each;
  AdwComboRow         *paper;
  GtkWidget           *save;

  GtkWidget           *parent;
  ExReviewsSaveChosen  chosen;
  gpointer             data;
  GDestroyNotify       destroy;
};

G_DEFINE_FINAL_TYPE (ExReviewsSaveDialog, ex_reviews_save_dialog, ADW_TYPE_WINDOW)

/* As the drop-down lists them. */
static const char *const papers[] = { "a4", "letter" };

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExReviewsSaveDialog *self = EX_REVIEWS_SAVE_DIALOG (widget);
  g_autoptr (ExReviewsSaveDialog) kept = g_object_ref (self);
  gboolean each = gtk_check_button_get_active (self->each);
  guint selected = adw_combo_row_get_selected (self->paper);
  ExPaper paper;

  if (selected < G_N_ELEMENTS (papers))
    ex_settings_set_paper (papers[selected]);
  ex_settings_get_paper (&paper);
  gtk_window_destroy (GTK_WINDOW (self));
  self->chosen (self->parent, each, &paper, self->data);
}

static void
ex_reviews_save_dialog_finalize (GObject *object)
{
  ExReviewsSaveDialog *self = EX_REVIEWS_SAVE_DIALOG (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->parent);
  G_OBJECT_CLASS (ex_reviews_save_dialog_parent_class)->finalize (object);
}

static void
ex_reviews_save_dialog_class_init (ExReviewsSaveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_reviews_save_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "reviews.save", NULL, save_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/reviews-save-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExReviewsSaveDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsSaveDialog, one);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsSaveDialog, each);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsSaveDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsSaveDialog, save);
}

static void
ex_reviews_save_dialog_init (ExReviewsSaveDialog *self)
{
  ExPaper paper, last;

  gtk_widget_init_template (GTK_WIDGET (self));
  ex_settings_get_paper (&last);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (ex_paper_parse (papers[i], &paper) && paper.width == last.width)
      adw_combo_row_set_selected (self->paper, i);
}

void
ex_reviews_save_dialog_present (GtkWidget *parent, guint n, ExReviewsSaveChosen chosen, gpointer data, GDestroyNotify destroy)
{
  ExReviewsSaveDialog *self;
  g_autofree char *number = ex_format_integer (n);
  g_autofree char *words = g_strdup_printf (ngettext ("%s review. It holds nothing that its leader may not see.",
                                                      "%s reviews, managers before those who report to them. Each holds nothing that its leader may not see.",
                                                      n), number);

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (chosen != NULL);

  self = g_object_new (EX_TYPE_REVIEWS_SAVE_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->parent = g_object_ref (parent);
  self->chosen = chosen;
  self->data = data;
  self->destroy = destroy;
  adw_preferences_group_set_description (self->group, words);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  gtk_window_present (GTK_WINDOW (self));
}
