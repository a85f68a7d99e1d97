/* The table of pages that the sidebar lists. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;            /* "leaders": for actions and the last page shown */
  const char *title;           /* English; translate when shown */
  const char *icon;
  GType    (* get_type) (void);/* of a GtkWidget that is an ExPage */
} ExPageInfo;

const ExPageInfo *ex_pages     (guint *n);
/* -1: no such page */
int               ex_pages_find (const char *name);

G_END_DECLS
