/* The way down that was taken, as buttons: "Overview › Sales › Ana Okafor". What finds no room in the middle is in a menu. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_TRAIL (ex_trail_get_type ())
G_DECLARE_FINAL_TYPE (ExTrail, ex_trail, EX, TRAIL, GtkWidget)

GtkWidget *ex_trail_new (void);
/* From the top to where one is, NULL-terminated. */
void       ex_trail_set (ExTrail *self, const char *const *names);

/* Signal: "activated" (guint place): back to there. */

G_END_DECLS
