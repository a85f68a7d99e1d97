/* A template in a list: its title, what it is measured in and how often, for whose customers; a company's own can be edited. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-template.h"

G_BEGIN_DECLS

#define EX_TYPE_TEMPLATE_ROW (ex_template_row_get_type ())
G_DECLARE_FINAL_TYPE (ExTemplateRow, ex_template_row, EX, TEMPLATE_ROW, GtkListBoxRow)

/* @template is copied. Emits "toggled" () when it is chosen or not; "edit" () and "remove" () of a company's own. */
GtkWidget        *ex_template_row_new          (const ExTemplate *template, gboolean chosen);
const ExTemplate *ex_template_row_get_template (ExTemplateRow *self);
gboolean          ex_template_row_is_chosen    (ExTemplateRow *self);
void              ex_template_row_toggle       (ExTemplateRow *self);
/* Every word of @folded, which is without case, is found in it. */
gboolean          ex_template_row_matches      (ExTemplateRow *self, const char * const *folded);
/* "Keep", "Win", ...: the word over rows of its driver. (transfer none) */
const char       *ex_template_group_label      (const ExTemplate *template);

G_END_DECLS
