/* Objectives of an earlier cycle by leader, with a check box each: which of them come along into a new one, and what becomes of their figures. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

#define EX_TYPE_BRING_LIST (ex_bring_list_get_type ())
G_DECLARE_FINAL_TYPE (ExBringList, ex_bring_list, EX, BRING_LIST, GtkWidget)

/* Emits "changed" () when other objectives are chosen. */
GtkWidget *ex_bring_list_new        (void);
/* @company: (nullable) of the earlier cycle; all of whose leaders will still be there are chosen. @to: the new cycle, copied. */
void       ex_bring_list_show       (ExBringList *self, ExCompany *company, const ExCycle *to);
/* Shows only those whose leader or title has all the words of @text; what is chosen stays. */
void       ex_bring_list_search     (ExBringList *self, const char *text);
/* All that are shown, or none of them. */
void       ex_bring_list_choose_all (ExBringList *self, gboolean chosen);

guint      ex_bring_list_n_chosen   (ExBringList *self);
guint      ex_bring_list_n_all      (ExBringList *self);
char     **ex_bring_list_get_chosen (ExBringList *self); /* (transfer full) ids */

G_END_DECLS
