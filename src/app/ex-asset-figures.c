#include "config.h"

#include "ex-asset-figures.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-figure.h"
#include "ex-why-button.h"

#include <glib/gi18n.h>
#include <math.h>

/* Growth of the measure in view comes first, then what does not depend on it, the lifetime value last. */
enum { FIGURE_GROWTH, FIGURE_NRR, FIGURE_GRR, FIGURE_LOGO, FIGURE_QUICK, FIGURE_LIFETIME, N_FIGURES };

typedef struct
{
  GtkLabel    *name;
  GtkLabel    *value;
  ExWhyButton *why;
} Figure;

static GtkLabel *
label_new (const char *style, gboolean wrap)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, wrap);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

/* What lifetime values are computed with is the company's to say. */
static GtkWidget *
terms_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Set the margin and the discount rate"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Set the margin and the discount rate"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "asset.lifetime");
  /* Who may not set them does not see it. */
  g_object_bind_property (button, "sensitive", button, "visible", G_BINDING_SYNC_CREATE);
  return button;
}

static void
add_figure (ExTiles *tiles, Figure *figure, gboolean terms)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  figure->name = label_new ("dim-label", TRUE);
  figure->value = label_new ("title-2", TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (figure->value), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (figure->value), TRUE);
  figure->why = EX_WHY_BUTTON (ex_why_button_new ());
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (figure->value));
  if (terms)
    gtk_box_append (GTK_BOX (line), terms_button_new ());
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (figure->why));
  gtk_box_append (GTK_BOX (tile), GTK_WIDGET (figure->name));
  gtk_box_append (GTK_BOX (tile), line);
  gtk_widget_add_css_class (tile, "card");
  gtk_widget_add_css_class (tile, "figure");
  ex_tiles_append (tiles, tile);
}

/* Made once: buttons with popovers are dear. */
static Figure *
figures_of (ExTiles *tiles)
{
  Figure *figures = g_object_get_data (G_OBJECT (tiles), "figures");

  if (figures != NULL)
    return figures;
  figures = g_new0 (Figure, N_FIGURES);
  for (guint i = 0; i < N_FIGURES; i++)
    add_figure (tiles, &figures[i], i == FIGURE_LIFETIME);
  g_object_set_data_full (G_OBJECT (tiles), "figures", figures, g_free);
  return figures;
}

static void
show_figure (Figure *figure, const char *name, const char *text, const ExAssetLook *look, const ExWorking *working)
{
  /* Translators: what a figure is, and of when: "Net revenue retention, Oct 2025 to Sep 2026" */
  g_autofree char *of = g_strdup_printf (_("%s, %s"), name, look->words);

  gtk_label_set_text (figure->name, name);
  ex_figure_set_text (figure->value, text);
  ex_why_button_set_working (figure->why, of, working);
}

static void
show_rate (Figure *figure, const ExAssetLook *look, ExRate rate)
{
  g_autofree char *text = ex_movement_rate_text (&look->movement, rate);
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_movement_explain_rate (&look->movement, rate, look->currency, working);
  show_figure (figure, ex_rate_label (rate), text, look, working);
}

/* Growth of what is not complete is none. */
static void
show_growth (Figure *figure, const ExAssetLook *look, ExMeasure measure)
{
  ExRate rate = measure == EX_MEASURE_VALUE ? EX_RATE_GROWTH_VALUE : EX_RATE_GROWTH_CUSTOMERS;
  g_autoptr (ExWorking) working = NULL;

  if (look->is_cycle || !look->provisional)
    {
      show_rate (figure, look, rate);
      return;
    }
  working = ex_working_new ();
  ex_working_add (working, ex_rate_label (rate), "–", "%s", _("The ledger is not complete for this period: no growth is said of it"));
  show_figure (figure, ex_rate_label (rate), "–", look, working);
}

static void
show_lifetime (Figure *figure, const ExAssetLook *look)
{
  g_autoptr (ExWorking) working = ex_working_new ();
  double value = ex_asset_look_lifetime (look, &look->movement, working);
  g_autofree char *text = isnan (value) || fabs (value) >= (double) G_MAXINT64 ? g_strdup ("–")
                                                                               : ex_format_money (llround (value), look->currency);

  show_figure (figure, _("Lifetime value of a customer"), text, look, working);
}

void
ex_asset_figures_show (ExTiles *tiles, const ExAssetLook *look, ExMeasure measure)
{
  Figure *figures;

  g_return_if_fail (EX_IS_TILES (tiles));
  g_return_if_fail (look != NULL);

  figures = figures_of (tiles);
  show_growth (&figures[FIGURE_GROWTH], look, measure);
  show_rate (&figures[FIGURE_NRR], look, EX_RATE_NRR);
  show_rate (&figures[FIGURE_GRR], look, EX_RATE_GRR);
  show_rate (&figures[FIGURE_LOGO], look, EX_RATE_LOGO_RETENTION);
  show_rate (&figures[FIGURE_QUICK], look, EX_RATE_QUICK_RATIO);
  show_lifetime (&figures[FIGURE_LIFETIME], look);
}
