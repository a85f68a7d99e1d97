/* Rows of an editor, the same in every dialog. All widgets (transfer floating). */
#pragma once

#include <adwaita.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

/* @changed (swapped) on every keystroke, @settled (swapped) when the field is done with: Enter, or the focus goes. */
GtkWidget *ex_form_entry_row_new  (const char *label, GCallback changed, GCallback settled, gpointer data);
GtkWidget *ex_form_choice_row_new (const char *label, gboolean search, GtkWidget **drop_down);
/* @none: the words for nobody. @chooser is an ExLeaderChooser. */
GtkWidget *ex_form_leader_row_new (const char *label, const char *none, GtkWidget **chooser);
/* @chooser is an ExParentChooser. */
GtkWidget *ex_form_parent_row_new (const char *label, GtkWidget **chooser);
GtkWidget *ex_form_day_row_new    (const char *label, GtkWidget **entry);

/* @words: NULL-terminated. The others: (element-type utf8). */
void       ex_form_set_words      (GtkWidget *drop_down, const char * const *words);
void       ex_form_set_choices    (GtkWidget *drop_down, GPtrArray *labels, guint selected);

/* No editor is larger than the window that it belongs to: on a small screen there is no more room. */
void       ex_form_fit            (GtkWindow *dialog, GtkWidget *parent);

/* A label without the sign of its mnemonic. (transfer full) */
char      *ex_form_plain_label    (const char *label);

/* A driver with its claim: a switch, and what it is claimed to bring. */
typedef struct _ExLinkRow ExLinkRow;

ExLinkRow *ex_link_row_new        (ExDriver driver, const ExCompanyInfo *info, GCallback changed, GCallback settled, gpointer data);
void       ex_link_row_free       (ExLinkRow *self);
GtkWidget *ex_link_row_get_widget (ExLinkRow *self);
gboolean   ex_link_row_is_linked  (ExLinkRow *self);
/* Sets the claims of @link. FALSE with @problem (transfer full). */
gboolean   ex_link_row_read       (ExLinkRow *self, ExLink *link, char **problem);
void       ex_link_row_fill       (ExLinkRow *self, const GArray *links);

G_END_DECLS
