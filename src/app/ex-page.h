/* A page of the window: a widget that shows one side of the open company. How to add one is told in ex-pages.c. */
#pragma once

#include <gtk/gtk.h>

#include "company/ex-report.h"
#include "ex-export.h"
#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_PAGE (ex_page_get_type ())
G_DECLARE_INTERFACE (ExPage, ex_page, EX, PAGE, GtkWidget)

struct _ExPageInterface
{
  GTypeInterface g_iface;

  /* Called once, right after the page is made, with the company that it shows for the rest of its life. The page takes a
   * reference, shows what stands now, and again at every "changed" (g_signal_connect_object). */
  void         (* set_session) (ExPage *self, ExSession *session);

  /* Optional. With it the window offers a search (Ctrl+F) while the page is in view; @text is "" when the search ends. */
  void         (* set_search)  (ExPage *self, const char *text);

  /* Optional: brings something into view. @what: "leader", "objective", "action", ..., or a verb of the page's own ("add",
   * "import"); @id: of that thing, or "". */
  void         (* show)        (ExPage *self, const char *what, const char *id);

  /* Optional: the page's own buttons, at the start of the header bar while the page is in view. (transfer none), the page
   * keeps a reference (g_object_ref_sink). */
  GtkWidget *  (* get_header)  (ExPage *self);

  /* Optional, for pages with a second level (one objective, an import): the title in place of the page's name, NULL for
   * that; whether there is a way back; and back (Alt+Left, Escape, the button). Call ex_page_navigated() when they change. */
  const char * (* get_title)   (ExPage *self);
  gboolean     (* can_go_back) (ExPage *self);
  void         (* go_back)     (ExPage *self);

  /* Optional: what Ctrl+P prints while the page is in view (ex-report-actions.c). FALSE: nothing now. @leaders: (out) (transfer full) (nullable) of
   * reviews: whose, NULL: everybody's. Call ex_page_navigated() when it changes. */
  gboolean     (* get_report)  (ExPage *self, ExReport *report, char ***leaders);

  /* Optional: the table in view, for Ctrl+E: its rows as they are filtered and ordered. (transfer full) (nullable) there is none now. */
  ExExport *   (* get_export)  (ExPage *self);
};

void        ex_page_set_session (ExPage *self, ExSession *session);
gboolean    ex_page_has_search  (ExPage *self);
void        ex_page_set_search  (ExPage *self, const char *text);
void        ex_page_show        (ExPage *self, const char *what, const char *id);
GtkWidget  *ex_page_get_header  (ExPage *self);  /* (nullable) */
const char *ex_page_get_title   (ExPage *self);  /* (nullable) */
gboolean    ex_page_can_go_back (ExPage *self);
void        ex_page_go_back     (ExPage *self);
gboolean    ex_page_get_report  (ExPage *self, ExReport *report, char ***leaders);
gboolean    ex_page_has_export  (ExPage *self);
ExExport   *ex_page_get_export  (ExPage *self);  /* (transfer full) (nullable) */
/* Emits "navigated": title, way back or search differ from before. */
void        ex_page_navigated   (ExPage *self);

/* Calls @refresh now, and again after every change of @session: at once while @widget is in view, else when it comes into view. */
typedef void (* ExPageRefresh) (gpointer widget);
void        ex_page_follow      (GtkWidget *widget, ExSession *session, ExPageRefresh refresh);

G_END_DECLS
