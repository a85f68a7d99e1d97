/* What the window's tests share: a private folder, a small company, and waiting for a condition instead of for a while. */
#pragma once

#include "app/ex-application.h"
#include "app/ex-window.h"

G_BEGIN_DECLS

typedef gboolean (* Condition) (gpointer data);

/* Runs the main loop until @condition holds; fails the test after @seconds. */
#define wait_until(condition, data) wait_until_at (condition, data, 15, #condition, __FILE__, __LINE__)
void       wait_until_at (Condition condition, gpointer data, guint seconds, const char *what, const char *file, int line);

/* GTK, libadwaita, the resources, settings of the build, a private folder for everything else. Call before g_test_run(). */
void       app_init      (int *argc, char ***argv);
/* (transfer full) a path in the private folder where nothing is yet */
char      *fresh_path    (const char *name);

/* A new company "Test" in EUR at @path: two leaders (L1 Ana Okafor over L2 Ben Ito), the cycle "FY 2026", one objective O1 of
 * L2. By a store of its own, closed again. */
void       make_company  (const char *path);

/* The one application of the test program, registered. */
ExApplication *the_application (void);
/* (transfer none) a window in which @path is open and settled; close it with close_window(). */
ExWindow  *open_window   (const char *path);
void       close_window  (ExWindow *window);
void       settle        (ExWindow *window);

/* (nullable) (transfer none) the first widget below @root of @type for which @matches (nullable) is TRUE */
GtkWidget *find_widget   (GtkWidget *root, GType type, gboolean (* matches) (GtkWidget *widget, gpointer data), gpointer data);

/* A label in view reads @words. */
gboolean   says          (GtkWidget *root, const char *words);
/* (nullable) (transfer none) in view, by its label as written, mnemonic and all */
GtkWidget *button_of     (GtkWidget *root, const char *label);
/* (transfer none) of a boxed list, by its title; there must be one */
GtkWidget *row_titled    (GtkWidget *root, const char *title);
/* (nullable) (transfer none) the dialog over @window that is in view; then the conditions that wait for one to come, and to go */
GtkWidget *dialog_of     (ExWindow *window);
gboolean   has_dialog    (gpointer window);
gboolean   has_no_dialog (gpointer window);

G_END_DECLS
