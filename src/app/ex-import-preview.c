#include "config.h"

#include "ex-import-preview.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-file-dialog.h"
#include "ex-import-tables.h"
#include "ex-import-told.h"
#include "ex-tab-leaves.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _ExImportPreview
{
  GtkWidget          parent_instance;

  ExImportDraft     *draft;
  gboolean           filling;

  GtkWidget         *box;
  GtkLabel          *heading;
  GtkLabel          *caption;
  GtkWidget         *skip_list;
  AdwActionRow      *skip_row;
  GtkSwitch         *skip;
  GtkWidget         *switcher;
  GtkWidget         *records_heading; /* in place of the switcher when there is nothing to switch to */
  GtkWidget         *changes_box;
  GtkLabel          *changes;
  GtkStack          *stack;
  GtkStackPage      *problems_page;
  GtkColumnView     *problems;
  GtkLabel          *unlisted;
  GtkColumnView     *records;
  GtkWidget         *no_records;
  GtkWidget         *copy;
  GtkWidget         *save;
};

enum { SKIP_BAD, READ_AGAIN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExImportPreview, ex_import_preview, GTK_TYPE_WIDGET)

/* --- words ---------------------------------------------------------------------------------------------------------------------- */

static char *
rows_words (const ExImportPlan *plan)
{
  g_autofree char *number = ex_format_integer ((gint64) plan->rows_read);

  return g_strdup_printf (ngettext ("%s row read", "%s rows read", (gulong) plan->rows_read), number);
}

static char *
problems_words (guint64 n)
{
  g_autofree char *number = ex_format_integer ((gint64) n);

  return g_strdup_printf (ngettext ("%s problem", "%s problems", (gulong) n), number);
}

static char *
heading_words (const ExImportPlan *plan)
{
  g_autofree char *rows = rows_words (plan);
  g_autofree char *problems = problems_words (plan->problems->errors);

  if (plan->fatal)
    return g_strdup (_("This file cannot come in as it is"));
  if (ex_import_plan_is_good (plan))
    return g_steal_pointer (&rows);
  /* Translators: "60 rows read, 3 problems" */
  return g_strdup_printf (_("%s, %s"), rows, problems);
}

static char *
caption_words (const ExImportPlan *plan)
{
  g_autofree char *number = ex_format_integer ((gint64) plan->problems->warnings);

  if (plan->fatal)
    return g_strdup (_("Nothing in it can be read until this is mended: in the file, or by going back and choosing otherwise."));
  if (!ex_import_plan_is_good (plan))
    return g_strdup (_("Nothing comes in while there are problems. Mend the file and read it again, or leave the bad rows out."));
  if (plan->problems->warnings > 0)
    return g_strdup_printf (ngettext ("%s warning, worth a look before it comes in.", "%s warnings, worth a look before it comes in.",
                                      (gulong) plan->problems->warnings), number);
  if (plan->rows_refused > 0)
    return g_strdup (_("The bad rows stay out, and the rest comes in."));
  return g_strdup (_("Nothing is wrong with it."));
}

/* --- copying and saving problems --------------------------------------------------------------------------------------------------- */

static void
copy_all_cb (ExImportPreview *self)
{
  g_autofree char *text = ex_problems_to_text (self->draft->plan->problems, self->draft->name);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static gboolean
copy_selected_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  ExImportPreview *self = data;
  g_autofree char *text = ex_import_problems_selected_text (gtk_column_view_get_model (self->problems));

  if (*text == '\0')
    return FALSE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  return TRUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExImportPreview) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The problems could not be saved"), error);
}

static void
save_chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  ExImportPreview *self = EX_IMPORT_PREVIEW (parent);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (file == NULL || self->draft == NULL)
    return;
  text = ex_problems_to_text (self->draft->plan->problems, self->draft->name);
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved_cb, g_object_ref (self));
}

static void
save_cb (ExImportPreview *self)
{
  /* Translators: name of a file; %s is the file that has problems */
  g_autofree char *name = g_strdup_printf (_("%s problems.txt"), self->draft->name);

  ex_file_dialog_save (GTK_WIDGET (self), _("Save Problems"), name, EX_FILES_ANY, save_chosen_cb, NULL, NULL);
}

static void
read_again_cb (ExImportPreview *self)
{
  g_signal_emit (self, signals[READ_AGAIN], 0);
}

static void
skip_switched_cb (ExImportPreview *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SKIP_BAD], 0, gtk_switch_get_active (self->skip));
}

/* --- showing a draft -------------------------------------------------------------------------------------------------------------- */

static void
show_unlisted (ExImportPreview *self, const ExProblems *problems)
{
  guint64 more = problems->errors + problems->warnings - problems->kept->len;
  g_autofree char *number = ex_format_integer ((gint64) more);
  g_autofree char *words = g_strdup_printf (ngettext ("and %s more that is not listed", "and %s more that are not listed", (gulong) more), number);

  gtk_label_set_text (self->unlisted, words);
  gtk_widget_set_visible (GTK_WIDGET (self->unlisted), more > 0);
}

static void
show_problems (ExImportPreview *self)
{
  const ExProblems *problems = self->draft->plan->problems;
  guint64 n = problems->errors + problems->warnings;
  g_autofree char *number = ex_format_integer ((gint64) n);
  g_autofree char *title = n > 0 ? g_strdup_printf (_("Problems (%s)"), number) : g_strdup (_("Problems"));
  g_autoptr (GtkMultiSelection) selection = gtk_multi_selection_new (ex_import_problems_new (self->draft));

  gtk_column_view_set_model (self->problems, GTK_SELECTION_MODEL (selection));
  gtk_stack_page_set_title (self->problems_page, title);
  gtk_stack_page_set_visible (self->problems_page, n > 0);
  gtk_widget_set_visible (self->switcher, n > 0);
  gtk_widget_set_visible (self->records_heading, n == 0);
  gtk_widget_set_visible (self->copy, n > 0);
  gtk_widget_set_visible (self->save, n > 0);
  show_unlisted (self, problems);
}

static void
show_records (ExImportPreview *self)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (ex_import_records_new (self->draft));
  gboolean any = self->draft->rows->len > 0;

  gtk_column_view_set_model (self->records, NULL);
  ex_import_record_columns_set (self->records, self->draft);
  gtk_column_view_set_model (self->records, GTK_SELECTION_MODEL (selection));
  gtk_widget_set_visible (self->no_records, !any);
}

static void
show_skip (ExImportPreview *self)
{
  const ExImportPlan *plan = self->draft->plan;
  g_autofree char *number = ex_format_integer ((gint64) plan->rows_refused);
  g_autofree char *title = plan->rows_refused > 0
                           ? g_strdup_printf (ngettext ("_Leave out %s bad row", "_Leave out %s bad rows", (gulong) plan->rows_refused), number)
                           : g_strdup (_("_Leave out the bad rows"));

  self->filling = TRUE;
  gtk_widget_set_visible (self->skip_list, !plan->fatal && (plan->problems->errors > 0 || self->draft->choices->skip_bad));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->skip_row), title);
  gtk_switch_set_active (self->skip, self->draft->choices->skip_bad);
  self->filling = FALSE;
}

void
ex_import_preview_show_tally (ExImportPreview *self, const ExImportTally *tally)
{
  g_autofree char *words = NULL;
  g_autofree char *changes = NULL;

  g_return_if_fail (EX_IS_IMPORT_PREVIEW (self) && self->draft != NULL);

  words = tally != NULL ? ex_import_tally_words (tally) : heading_words (self->draft->plan);
  changes = tally != NULL ? ex_import_changes_words (self->draft->plan) : NULL;
  gtk_label_set_text (self->heading, words);
  gtk_label_set_text (self->changes, changes != NULL ? changes : "");
  gtk_widget_set_visible (self->changes_box, changes != NULL);
}

void
ex_import_preview_show (ExImportPreview *self, ExImportDraft *draft)
{
  g_autofree char *caption = NULL;
  gboolean worth_seeing;

  g_return_if_fail (EX_IS_IMPORT_PREVIEW (self));

  ex_import_draft_ref (draft);
  g_clear_pointer (&self->draft, ex_import_draft_unref);
  self->draft = draft;
  caption = caption_words (draft->plan);
  gtk_label_set_text (self->caption, caption);
  ex_import_preview_show_tally (self, NULL);
  show_skip (self);
  show_problems (self);
  show_records (self);
  worth_seeing = !ex_import_plan_is_good (draft->plan) || draft->rows->len == 0;
  gtk_stack_set_visible_child_name (self->stack, worth_seeing && draft->plan->problems->kept->len > 0 ? "problems" : "records");
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------- */

static void
init_copying (ExImportPreview *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                                            gtk_callback_action_new (copy_selected_cb, self, NULL));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->problems), controller);
}

static void
ex_import_preview_dispose (GObject *object)
{
  ExImportPreview *self = EX_IMPORT_PREVIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->draft, ex_import_draft_unref);
  G_OBJECT_CLASS (ex_import_preview_parent_class)->dispose (object);
}

static void
ex_import_preview_class_init (ExImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_import_preview_dispose;
  signals[SKIP_BAD] = g_signal_new ("skip-bad", EX_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[READ_AGAIN] = g_signal_new ("read-again", EX_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, box);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, caption);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, skip_list);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, skip_row);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, skip);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, changes_box);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, changes);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, problems_page);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, switcher);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, records_heading);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, problems);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, unlisted);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, records);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, no_records);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, copy);
  gtk_widget_class_bind_template_child (widget_class, ExImportPreview, save);
  gtk_widget_class_bind_template_callback (widget_class, skip_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
ex_import_preview_init (ExImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_import_problem_columns_append (self->problems);
  ex_tab_leaves (GTK_WIDGET (self->problems));
  ex_tab_leaves (GTK_WIDGET (self->records));
  init_copying (self);
}
