/* The program: its windows, one a company, its options and its actions. */
#pragma once

#include <adwaita.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

#define EX_TYPE_APPLICATION (ex_application_get_type ())
G_DECLARE_FINAL_TYPE (ExApplication, ex_application, EX, APPLICATION, AdwApplication)

ExApplication *ex_application_new (void);

/* @path in a window: the one that has it already, else @window (nullable) if it has no company, else a new one. */
void ex_application_open   (ExApplication *self, const char *path, GtkWindow *window);
/* The same for a new file. */
void ex_application_create (ExApplication *self, const char *path, const ExCompanyInfo *info, GtkWindow *window);
/* The sample company in a file of its own that goes away with the system's temporary files. */
void ex_application_sample (ExApplication *self, GtkWindow *window);

/* ex-application-actions.c */
void ex_application_install_actions (ExApplication *self);

G_END_DECLS
