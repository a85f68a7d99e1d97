/* What the program remembers between runs: GSettings where its schema is found, and nothing where it is not, so that a program
 * started straight from its build directory runs too. */
#pragma once

#include "exchange/ex-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *ex_settings            (void); /* (nullable) (transfer none) */

char     **ex_settings_get_recent    (void);             /* (transfer full) paths, newest first */
void       ex_settings_add_recent    (const char *path); /* to the front */
void       ex_settings_remove_recent (const char *path);

/* Who is at the keyboard with this company: leader id or EX_STORE_HR; NULL: not said yet. (transfer full) */
char      *ex_settings_get_actor     (const char *path);
void       ex_settings_set_actor     (const char *path, const char *actor);

/* The paper to print on, as chosen last or as the locale has it; "a4", "letter". */
void       ex_settings_get_paper     (ExPaper *paper);
void       ex_settings_set_paper     (const char *nick);

G_END_DECLS
