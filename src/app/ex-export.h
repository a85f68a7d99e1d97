/* A table in view, as a file: where it goes is asked, the rows are put together and written in a thread, and what came of it is said. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"
#include "exchange/ex-table-file.h"

G_BEGIN_DECLS

/* What a function that fills has to hand. */
typedef struct
{
  ExTable      *table;
  ExStore      *store;       /* NULL: the export was not of a session */
  GCancellable *cancellable;
  void       (* progress) (double fraction, gpointer data); /* as often as one likes */
  gpointer      progress_data;
} ExExportRun;

/* In the worker. Leaves off when ex_table_is_over(). FALSE with @error. */
typedef gboolean (* ExExportFill) (const ExExportRun *run, gpointer data, GError **error);

typedef struct _ExExport ExExport;

/* @title: of the page or the view, "Leaders": of the sheet, and in the name that is proposed. @columns must live on. Takes @data. */
ExExport *ex_export_new  (const char *title, const ExTableColumn *columns, ExExportFill fill, gpointer data, GDestroyNotify destroy);
void      ex_export_free (ExExport *self);

/* Takes @self. @session: (nullable) without one @fill has no store. @format: proposed; the ending of the name that is chosen decides. */
void      ex_export_ask  (ExExport *self, GtkWidget *parent, ExSession *session, ExTableFormat format);
/* The same to a path that is known. */
void      ex_export_save (ExExport *self, GtkWidget *parent, ExSession *session, const char *path, ExTableFormat format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExExport, ex_export_free)

G_END_DECLS
