#include "config.h"

#include "ex-page.h"

G_DEFINE_INTERFACE (ExPage, ex_page, GTK_TYPE_WIDGET)

static guint navigated_signal;

static void
ex_page_default_init (ExPageInterface *iface)
{
  navigated_signal = g_signal_new ("navigated", EX_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
ex_page_set_session (ExPage *self, ExSession *session)
{
  g_return_if_fail (EX_IS_PAGE (self));
  g_return_if_fail (EX_IS_SESSION (session));

  EX_PAGE_GET_IFACE (self)->set_session (self, session);
}

gboolean
ex_page_has_search (ExPage *self)
{
  g_return_val_if_fail (EX_IS_PAGE (self), FALSE);

  return EX_PAGE_GET_IFACE (self)->set_search != NULL;
}

void
ex_page_set_search (ExPage *self, const char *text)
{
  g_return_if_fail (EX_IS_PAGE (self));
  g_return_if_fail (text != NULL);

  if (EX_PAGE_GET_IFACE (self)->set_search != NULL)
    EX_PAGE_GET_IFACE (self)->set_search (self, text);
}

void
ex_page_show (ExPage *self, const char *what, const char *id)
{
  g_return_if_fail (EX_IS_PAGE (self));
  g_return_if_fail (what != NULL);

  if (EX_PAGE_GET_IFACE (self)->show != NULL)
    EX_PAGE_GET_IFACE (self)->show (self, what, id != NULL ? id : "");
}

GtkWidget *
ex_page_get_header (ExPage *self)
{
  g_return_val_if_fail (EX_IS_PAGE (self), NULL);

  return EX_PAGE_GET_IFACE (self)->get_header != NULL ? EX_PAGE_GET_IFACE (self)->get_header (self) : NULL;
}

const char *
ex_page_get_title (ExPage *self)
{
  g_return_val_if_fail (EX_IS_PAGE (self), NULL);

  return EX_PAGE_GET_IFACE (self)->get_title != NULL ? EX_PAGE_GET_IFACE (self)->get_title (self) : NULL;
}

gboolean
ex_page_can_go_back (ExPage *self)
{
  g_return_val_if_fail (EX_IS_PAGE (self), FALSE);

  return EX_PAGE_GET_IFACE (self)->can_go_back != NULL && EX_PAGE_GET_IFACE (self)->can_go_back (self);
}

void
ex_page_go_back (ExPage *self)
{
  g_return_if_fail (EX_IS_PAGE (self));

  if (ex_page_can_go_back (self) && EX_PAGE_GET_IFACE (self)->go_back != NULL)
    EX_PAGE_GET_IFACE (self)->go_back (self);
}

gboolean
ex_page_get_report (ExPage *self, ExReport *report, char ***leaders)
{
  g_return_val_if_fail (EX_IS_PAGE (self), FALSE);
  g_return_val_if_fail (report != NULL && leaders != NULL, FALSE);

  *leaders = NULL;

  return EX_PAGE_GET_IFACE (self)->get_report != NULL && EX_PAGE_GET_IFACE (self)->get_report (self, report, leaders);
}

gboolean
ex_page_has_export (ExPage *self)
{
  g_return_val_if_fail (EX_IS_PAGE (self), FALSE);

  return EX_PAGE_GET_IFACE (self)->get_export != NULL;
}

ExExport *
ex_page_get_export (ExPage *self)
{
  g_return_val_if_fail (EX_IS_PAGE (self), NULL);

  return EX_PAGE_GET_IFACE (self)->get_export != NULL ? EX_PAGE_GET_IFACE (self)->get_export (self) : NULL;
}

void
ex_page_navigated (ExPage *self)
{
  g_return_if_fail (EX_IS_PAGE (self));

  g_signal_emit (self, navigated_signal, 0);
}

static void
refresh (GtkWidget *widget)
{
  ExPageRefresh func = (ExPageRefresh) g_object_get_data (G_OBJECT (widget), "refresh");

  g_object_set_data (G_OBJECT (widget), "stale", NULL);
  func (widget);
}

static void
session_changed_cb (GtkWidget *widget)
{
  if (gtk_widget_get_mapped (widget))
    refresh (widget);
  else
    g_object_set_data (G_OBJECT (widget), "stale", widget);
}

static void
mapped_cb (GtkWidget *widget)
{
  if (g_object_get_data (G_OBJECT (widget), "stale") != NULL)
    refresh (widget);
}

void
ex_page_follow (GtkWidget *widget, ExSession *session, ExPageRefresh func)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (EX_IS_SESSION (session));

  g_object_set_data (G_OBJECT (widget), "refresh", (gpointer) func);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect (widget, "map", G_CALLBACK (mapped_cb), NULL);
  refresh (widget);
}
