/* The window of one company; without one it shows the Welcome page. */
#pragma once

#include <adwaita.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_WINDOW (ex_window_get_type ())
G_DECLARE_FINAL_TYPE (ExWindow, ex_window, EX, WINDOW, AdwApplicationWindow)

ExWindow  *ex_window_new         (GtkApplication *application);
void       ex_window_open        (ExWindow *self, const char *path);
void       ex_window_create      (ExWindow *self, const char *path, const ExCompanyInfo *info, gboolean sample);
/* (nullable): of the open or just opening company */
const char *ex_window_get_path   (ExWindow *self);
ExSession *ex_window_get_session (ExWindow *self); /* (nullable) */

/* The page by its name in ex-pages.c, made when it is not there yet; NULL without a company. Shown by the action
 * "win.page" ("s"), with something in it by "win.show" ("(sss)": page, what, id; see ex_page_show()):
 *   gtk_widget_activate_action (widget, "win.show", "(sss)", "leaders", "leader", id); */
GtkWidget *ex_window_get_page    (ExWindow *self, const char *name);
void       ex_window_show_page   (ExWindow *self, const char *name);
const char *ex_window_get_page_name (ExWindow *self); /* "" while there is none */

/* A short sentence at the foot of @widget's window. Writes toast by themselves, with Undo. */
void       ex_window_toast       (GtkWidget *widget, const char *text);
/* Adds to the toast of the write that just went through what only its callback knows: "Leaders imported: a.csv (60 rows: 60 new)". */
void       ex_window_amend_toast (GtkWidget *widget, const char *text);
/* No company is opening, nothing is being read or written, every page in view is up to date: for pictures and tests. */
gboolean   ex_window_is_settled  (ExWindow *self);

G_END_DECLS
