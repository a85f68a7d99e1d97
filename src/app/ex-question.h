/* A part of a page under a plain question: its heading, what can be chosen at the heading's end, and what answers it below. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_QUESTION (ex_question_get_type ())
G_DECLARE_FINAL_TYPE (ExQuestion, ex_question, EX, QUESTION, GtkWidget)

GtkWidget *ex_question_new         (const char *question);
void       ex_question_append      (ExQuestion *self, GtkWidget *child);   /* below, one under the other */
void       ex_question_add_control (ExQuestion *self, GtkWidget *control); /* at the heading's end; below it where it is narrow */
void       ex_question_show_controls (ExQuestion *self, gboolean show);
/* Buttons of which one is down, as a control; @changed (GtkWidget *choice, gpointer data) when it is another. @labels: with mnemonics. */
GtkWidget *ex_question_choice_new  (const char *name, const char *const *labels, guint chosen, GCallback changed, gpointer data);
guint      ex_question_choice_get  (GtkWidget *choice);

G_END_DECLS
