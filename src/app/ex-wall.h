/* On the wall: the charts of the Overview one after the other, in full size, each under its sentence, for a meeting.
 *
 *   Right, Space, Page Down: the next      Left, Page Up: the one before      Home, End: the first, the last
 *   Enter or Tab: into the chart, where the arrow keys walk its marks and Enter goes down; Escape: out of it
 *   a click on a mark: down                Backspace, Alt+Left: up again      Escape, F11: the end
 */
#pragma once

#include "company/ex-story.h"
#include "ex-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_WALL (ex_wall_get_type ())
G_DECLARE_FINAL_TYPE (ExWall, ex_wall, EX, WALL, GtkWindow)

/* Over the whole monitor that @parent is on. @ask: what the Overview shows now. (transfer none): GTK owns windows. */
ExWall     *ex_wall_present      (GtkWindow *parent, ExSession *session, const ExStoryAsk *ask);

guint       ex_wall_get_n        (ExWall *self);      /* slides */
guint       ex_wall_get_place    (ExWall *self);      /* the one in view, from 0 */
guint       ex_wall_get_depth    (ExWall *self);      /* how far down from it: 0 */
const char *ex_wall_get_sentence (ExWall *self);
gboolean    ex_wall_is_inside    (ExWall *self);      /* the arrow keys walk marks */

G_END_DECLS
