/* Two children: beside each other where there is room, the second below the first where there is not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_BESIDE (ex_beside_get_type ())
G_DECLARE_FINAL_TYPE (ExBeside, ex_beside, EX, BESIDE, GtkWidget)

/* Children come by the template. The first takes the room that is left; the second is "side-width" wide. "spacing" is between them. They stand
 * beside each other while the first gets at least "least-width". */

G_END_DECLS
