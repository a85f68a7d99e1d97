/* A new company: what it is called, what it counts in, where its file goes. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EX_TYPE_NEW_COMPANY_DIALOG (ex_new_company_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExNewCompanyDialog, ex_new_company_dialog, EX, NEW_COMPANY_DIALOG, AdwWindow)

/* @parent: an ExWindow, in which the company opens when it has none yet. */
GtkWidget *ex_new_company_dialog_new (GtkWindow *parent);

G_END_DECLS
