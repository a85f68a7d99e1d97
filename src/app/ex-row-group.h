/* Rows in an AdwPreferencesGroup that come and go. (The group itself tells nobody what is in it.) */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       ex_row_group_add      (AdwPreferencesGroup *group, GtkWidget *row);
void       ex_row_group_add_hint (AdwPreferencesGroup *group, const char *text); /* a dim row of words */
void       ex_row_group_clear    (AdwPreferencesGroup *group);

/* A small button that leads to another page's thing (ExPage's show()). (transfer floating) */
GtkWidget *ex_trail_button_new   (const char *label, const char *page, const char *what, const char *id);

G_END_DECLS
