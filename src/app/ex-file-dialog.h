/* Choosing a file. The one bridge between GtkFileChooserNative and, from GTK 4.10 on, GtkFileDialog. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { EX_FILES_COMPANY, EX_FILES_TABLE, EX_FILES_SPREADSHEET, EX_FILES_PICTURE, EX_FILES_PDF, EX_FILES_ANY } ExFiles;

/* @file is NULL when the user thought better of it; (transfer none). */
typedef void (* ExFileChosen) (GtkWidget *parent, GFile *file, gpointer data);

/* @title: "Import leaders". @destroy is called in any case, after @chosen. */
void ex_file_dialog_open (GtkWidget *parent, const char *title, ExFiles files, ExFileChosen chosen, gpointer data, GDestroyNotify destroy);
/* @name: the name offered. Asks before an existing file is replaced. */
void ex_file_dialog_save (GtkWidget *parent, const char *title, const char *name, ExFiles files, ExFileChosen chosen, gpointer data,
                          GDestroyNotify destroy);

/* @file: the folder. */
void ex_file_dialog_choose_folder (GtkWidget *parent, const char *title, ExFileChosen chosen, gpointer data, GDestroyNotify destroy);

G_END_DECLS
