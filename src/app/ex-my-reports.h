/* The reviews of others on My Review: of those who report to one, shut until one has rated oneself, and of those whom one observes. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_MY_REPORTS (ex_my_reports_get_type ())
G_DECLARE_FINAL_TYPE (ExMyReports, ex_my_reports, EX, MY_REPORTS, GtkWidget)

/* @leader: index, who is at the keyboard. Hides itself where there is nobody. */
void ex_my_reports_show (ExMyReports *self, ExSession *session, guint leader);

G_END_DECLS
