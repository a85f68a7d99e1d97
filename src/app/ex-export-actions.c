#include "config.h"

#include "ex-export-actions.h"

#include "ex-export.h"

#include <glib/gi18n.h>

/* The parameter: "xlsx", "csv". */
static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);
  ExExport *export = self->page != NULL && self->session != NULL ? ex_page_get_export (EX_PAGE (self->page)) : NULL;
  ExTableFormat format = EX_TABLE_XLSX;

  ex_table_format_parse (g_variant_get_string (parameter, NULL), &format);
  if (export != NULL)
    ex_export_ask (export, widget, self->session, format);
  else
    ex_window_toast (widget, _("There is no table in view to export"));
}

void
ex_export_actions_update (ExWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export",
                                 self->session != NULL && self->page != NULL && ex_page_has_export (EX_PAGE (self->page)));
}

void
ex_export_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.export", "s", export_cb);
}
