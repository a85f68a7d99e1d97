/* What is next, as a boxed list: each row opens what it asks for. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_TODO_LIST (ex_todo_list_get_type ())
G_DECLARE_FINAL_TYPE (ExTodoList, ex_todo_list, EX, TODO_LIST, GtkWidget)

GtkWidget *ex_todo_list_new  (void);
/* Shows the session's list as it stands; hidden rows are one click away when there are many. */
void       ex_todo_list_show (ExTodoList *self, ExSession *session);

G_END_DECLS
