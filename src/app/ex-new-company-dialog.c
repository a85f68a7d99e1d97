#include "config.h"

#include "ex-new-company-dialog.h"

#include "core/ex-company.h"
#include "core/ex-money.h"
#include "ex-application.h"
#include "ex-drop-down.h"
#include "ex-file-dialog.h"

#include <glib/gi18n.h>

#include <locale.h>
#include <string.h>
#include <unistd.h>

struct _ExNewCompanyDialog
{
  AdwWindow     parent_instance;

  GtkButton    *create_button;
  AdwEntryRow  *name;
  GtkDropDown  *currency;
  AdwActionRow *place;
  GtkLabel     *problem;

  char         *chosen;  /* path picked by hand; NULL: made of the name */
};

G_DEFINE_FINAL_TYPE (ExNewCompanyDialog, ex_new_company_dialog, ADW_TYPE_WINDOW)

static char *
company_name (ExNewCompanyDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static char *
file_name (ExNewCompanyDialog *self)
{
  g_autofree char *name = company_name (self);

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  return g_strconcat (*name != '\0' ? name : _("Company"), ".exemplar", NULL);
}

static char *
file_path (ExNewCompanyDialog *self)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = NULL;

  if (self->chosen != NULL)
    return g_strdup (self->chosen);
  name = file_name (self);
  return g_build_filename (folder != NULL ? folder : g_get_home_dir (), name, NULL);
}

/* (transfer full) NULL: nothing stands in the way */
static char *
find_problem (ExNewCompanyDialog *self)
{
  g_autofree char *path = file_path (self);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *base = g_filename_display_basename (path);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_strdup_printf (_("There is no folder %s. Choose another place."), shown);
  if (access (folder, W_OK) != 0)
    return g_strdup_printf (_("Nothing can be saved in %s. Choose another place."), shown);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup_printf (_("There is a file %s in %s already. Choose another name or place."), base, shown);
  return NULL;
}

static void
update (ExNewCompanyDialog *self)
{
  g_autofree char *name = company_name (self);
  g_autofree char *path = file_path (self);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *markup = g_markup_escape_text (shown, -1);
  g_autofree char *problem = *name != '\0' ? find_problem (self) : NULL;

  adw_action_row_set_subtitle (self->place, markup);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), *name != '\0' && problem == NULL);
}

static void
place_chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  ExNewCompanyDialog *self = EX_NEW_COMPANY_DIALOG (parent);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  g_free (self->chosen);
  self->chosen = g_str_has_suffix (path, ".exemplar") ? g_strdup (path) : g_strconcat (path, ".exemplar", NULL);
  update (self);
}

static void
choose_place_cb (ExNewCompanyDialog *self)
{
  g_autofree char *name = file_name (self);

  ex_file_dialog_save (GTK_WIDGET (self), _("Where to Save the Company"), name, EX_FILES_COMPANY, place_chosen_cb, NULL, NULL);
}

static void
create_cb (ExNewCompanyDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkStringObject *currency = gtk_drop_down_get_selected_item (self->currency);
  g_autofree char *name = company_name (self);
  g_autofree char *path = file_path (self);
  g_autoptr (ExCompanyInfo) info = NULL;

  update (self);
  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->create_button)))
    return;
  info = ex_company_info_new (name, gtk_string_object_get_string (currency));
  ex_application_create (EX_APPLICATION (gtk_window_get_application (parent)), path, info, parent);
  gtk_window_close (GTK_WINDOW (self));
}

/* The currency of the reader's own country, else the euro. */
static void
fill_currencies (ExNewCompanyDialog *self)
{
  const char * const *codes = ex_currency_codes ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (codes);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  const char *local = localeconv ()->int_curr_symbol;
  guint chosen = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (strlen (local) >= 3 && strncmp (codes[i], local, 3) == 0)
        {
          chosen = i;
          break;
        }
      if (g_str_equal (codes[i], "EUR"))
        chosen = i;
    }
  gtk_drop_down_set_expression (self->currency, expression);
  gtk_drop_down_set_model (self->currency, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->currency, chosen);
}

static void
ex_new_company_dialog_finalize (GObject *object)
{
  g_clear_pointer (&EX_NEW_COMPANY_DIALOG (object)->chosen, g_free);

  G_OBJECT_CLASS (ex_new_company_dialog_parent_class)->finalize (object);
}

static void
ex_new_company_dialog_class_init (ExNewCompanyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_new_company_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/new-company-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExNewCompanyDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, ExNewCompanyDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ExNewCompanyDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, ExNewCompanyDialog, place);
  gtk_widget_class_bind_template_child (widget_class, ExNewCompanyDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, choose_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_new_company_dialog_init (ExNewCompanyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_currencies (self);
  ex_drop_down_set_name (self->currency, _("Currency"));
  update (self);
}

GtkWidget *
ex_new_company_dialog_new (GtkWindow *parent)
{
  ExNewCompanyDialog *self = g_object_new (EX_TYPE_NEW_COMPANY_DIALOG, "transient-for", parent, NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
