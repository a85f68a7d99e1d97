/* Pictures of the Overview: the page, the way down from it, the wall. */
#pragma once

#include <gtk/gtk.h>

void shoot_overview (GtkApplication *application);
