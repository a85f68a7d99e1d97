/* A line of a form: what is asked, a field to type in, its unit, and beneath it what would be right while what is typed is not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_FIELD_ROW (ex_field_row_get_type ())
G_DECLARE_FINAL_TYPE (ExFieldRow, ex_field_row, EX, FIELD_ROW, GtkBox)

/* @label: with mnemonic. @hint: (nullable) what is said beneath while nothing is wrong. (transfer floating) */
GtkWidget  *ex_field_row_new         (const char *label, const char *unit, const char *hint);
const char *ex_field_row_get_text    (ExFieldRow *self);
void        ex_field_row_set_text    (ExFieldRow *self, const char *text); /* emits nothing */
void        ex_field_row_set_unit    (ExFieldRow *self, const char *unit);
void        ex_field_row_set_hint    (ExFieldRow *self, const char *hint); /* (nullable) */
void        ex_field_row_set_problem (ExFieldRow *self, const char *problem); /* NULL: none */
void        ex_field_row_set_editable (ExFieldRow *self, gboolean editable);
GtkWidget  *ex_field_row_get_entry   (ExFieldRow *self);

/* Any entry: one that cannot be typed in looks like words, and Tab passes it. */
void        ex_field_set_editable    (GtkWidget *entry, gboolean editable);

/* Signals: "changed" (): on every keystroke; "settled" (): Enter, or the focus goes. */

G_END_DECLS
