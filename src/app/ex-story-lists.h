/* Leaders or objectives in a list, a few at first, more when they are asked for. Rows go down the trail. */
#pragma once

#include "core/ex-company.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  EX_STORY_LEADERS,
  EX_STORY_OBJECTIVES, /* each with whose it is */
  EX_STORY_OWN,        /* objectives of one leader, each with its weight */
} ExStoryListOf;

/* (transfer floating) hidden while it is empty */
GtkWidget *ex_story_list_new  (ExStoryListOf of, const char *title);
/* @indexes: (element-type guint) of the company. Both are referenced. */
void       ex_story_list_show (GtkWidget *list, ExCompany *company, GArray *indexes);

G_END_DECLS
