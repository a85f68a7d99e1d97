#include "config.h"

#include "ex-asset-header.h"

#include <glib/gi18n.h>

struct _ExAssetHeader
{
  GtkWidget  parent_instance;

  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (ExAssetHeader, ex_asset_header, GTK_TYPE_WIDGET)

static void
ex_asset_header_dispose (GObject *object)
{
  g_clear_pointer (&EX_ASSET_HEADER (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_asset_header_parent_class)->dispose (object);
}

static void
ex_asset_header_class_init (ExAssetHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_asset_header_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ex_asset_header_init (ExAssetHeader *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("_Import"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_tooltip_text (self->button, _("Bring in customers or movements from a file, or by hand"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Import"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
ex_asset_header_new (void)
{
  return g_object_new (EX_TYPE_ASSET_HEADER, NULL);
}

void
ex_asset_header_show (ExAssetHeader *self, ExSession *session)
{
  const ExAsset *asset = ex_session_get_asset (session);
  gboolean ledger = asset != NULL && !asset->entered, entered = asset != NULL && asset->entered;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) hand = g_menu_new ();

  g_return_if_fail (EX_IS_ASSET_HEADER (self));

  if (!entered)
    g_menu_append (files, _("_Customers…"), "win.show(('asset', 'import', 'customers'))");
  if (ledger)
    g_menu_append (files, _("_Why Customers Left…"), "win.show(('asset', 'import', 'customers'))");
  if (!ledger)
    g_menu_append (files, _("_Movements…"), "win.show(('asset', 'import', 'movements'))");
  if (!ledger)
    g_menu_append (hand, _("_Enter Movements by Hand…"), "win.show(('asset', 'enter', ''))");
  if (asset != NULL)
    g_menu_append (hand, _("M_argin and Discount…"), "win.show(('asset', 'lifetime', ''))");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (hand));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  /* What the ledger says is HR's to bring in. */
  gtk_widget_set_visible (self->button, g_str_equal (ex_session_get_actor (session), EX_STORE_HR));
}
