/* The Calibrate page: HR and the tops hold the ratings against each other before anybody is told, and adjust them with a reason. */
#pragma once

#include "ex-page.h"

G_BEGIN_DECLS

#define EX_TYPE_CALIBRATE_PAGE (ex_calibrate_page_get_type ())
G_DECLARE_FINAL_TYPE (ExCalibratePage, ex_calibrate_page, EX, CALIBRATE_PAGE, GtkWidget)

G_END_DECLS
