/* What if: another growth, other scores. Two sliders with fields to type in; it only says what is wanted, and changes nothing. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-reward.h"

G_BEGIN_DECLS

#define EX_TYPE_WHAT_IF_PANEL (ex_what_if_panel_get_type ())
G_DECLARE_FINAL_TYPE (ExWhatIfPanel, ex_what_if_panel, EX, WHAT_IF_PANEL, GtkBox)

/* What is: @growth (a fraction, EX_UNSET: none) stands where the slider does while nothing else is asked; @terms: whether scores count at all. */
void     ex_what_if_panel_set_now (ExWhatIfPanel *self, double growth, const ExRewardTerms *terms);
/* FALSE: nothing is asked, and what is stands. */
gboolean ex_what_if_panel_read    (ExWhatIfPanel *self, ExWhatIf *what_if);
void     ex_what_if_panel_reset   (ExWhatIfPanel *self);
/* What stands beneath the sliders: what it would pay; NULL: nothing. */
void     ex_what_if_panel_set_words (ExWhatIfPanel *self, const char *words);

/* Signal: "changed" (). */

G_END_DECLS
