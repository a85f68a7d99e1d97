/* What a window shows before it has a company. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EX_TYPE_WELCOME_PAGE (ex_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (ExWelcomePage, ex_welcome_page, EX, WELCOME_PAGE, AdwBin)

/* Reads the recent companies anew. */
void ex_welcome_page_refresh (ExWelcomePage *self);

/* Puts the focus where a newcomer most likely wants it. */
void ex_welcome_page_begin   (ExWelcomePage *self);

G_END_DECLS
