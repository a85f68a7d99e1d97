/* Pictures of windows, made in process: what shots.c and its sisters share. */
#pragma once

#include "app/ex-window.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  int         width;
  int         height;
  double      text; /* times the usual size */
} Size;

/* Where they go; call before anything else. */
void        pictures_begin   (const char *folder);
/* One could not be taken: the program ends with 1. */
void        pictures_fail    (const char *format, ...) G_GNUC_PRINTF (1, 2);
gboolean    pictures_failed  (void);

/* Until @count frames were drawn in a row with nothing left to read (@window: nullable), at most ten seconds. */
void        wait_for_frames  (GtkWidget *widget, ExWindow *window, guint count);
#define QUIET_FRAMES 6

const char *theme_name       (gboolean dark);
/* Light or dark, so large, with so large text. */
void        set_look         (ExWindow *window, gboolean dark, const Size *size);

/* NAME.png: of @content, as it looks on the background of its @window. */
void        take             (GtkWidget *window, GtkWidget *content, const char *name);
/* NAME-THEME-SIZE.png: of the window as it is. */
void        take_page        (ExWindow *window, const char *name, gboolean dark, const Size *size);
/* NAME-THEME-SIZE.png: of the dialog that has come up over @window, which is closed after it. */
void        take_over        (ExWindow *window, const char *name, gboolean dark, const Size *size);

/* "win.page('overview')"; FALSE: there is no such action. */
gboolean    activate         (ExWindow *window, const char *detailed);
/* (nullable) the one in view that is not @window */
GtkWindow  *newest_window    (ExWindow *window);

G_END_DECLS
