/* Edits a template of the company's own. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-template.h"
#include "ex-session.h"

G_BEGIN_DECLS

/* @template: (nullable) what is shown; NULL: a new one. One without an id is new, too: what an objective was made into. */
void ex_template_dialog_present (GtkWidget *parent, ExSession *session, const ExTemplate *template);

G_END_DECLS
