#include "config.h"

#include "ex-why-button.h"

#include "ex-figure.h"

#include <glib/gi18n.h>

#define POPOVER_HEIGHT 420
#define HOW_CHARS 60

struct _ExWhyButton
{
  GtkWidget  parent_instance;

  GtkWidget *button;
  GtkWidget *scroller;
  ExWorking *working; /* (nullable) its table is made when the popover opens */
};

G_DEFINE_FINAL_TYPE (ExWhyButton, ex_why_button, GTK_TYPE_WIDGET)

static GtkWidget *
cell (const char *text, float xalign, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  if (xalign > 0)
    ex_figure_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), HOW_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

GtkWidget *
ex_working_grid_new (const ExWorking *working)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 12);
  for (guint i = 0; i < ex_working_length (working); i++)
    {
      const ExWorkingStep *step = ex_working_get (working, i);
      GtkWidget *how = cell (step->how, 0, "dim-label");

      gtk_widget_set_hexpand (how, TRUE);
      gtk_grid_attach (grid, cell (step->what, 0, NULL), 0, i, 1, 1);
      gtk_grid_attach (grid, how, 1, i, 1, 1);
      gtk_grid_attach (grid, cell (step->result, 1, "numeric"), 2, i, 1, 1);
    }
  return GTK_WIDGET (grid);
}

/* As high as the working is at its natural width: asked by itself, a scroller is as high as its words wrapped as narrowly as they go. */
static void
fit_height (ExWhyButton *self, GtkWidget *grid)
{
  int width = 0;
  int height = 0;

  gtk_widget_measure (grid, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MIN (height, POPOVER_HEIGHT));
}

static void
show_working (ExWhyButton *self)
{
  GtkWidget *grid;

  if (self->working == NULL)
    return;
  grid = ex_working_grid_new (self->working);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), grid);
  fit_height (self, grid);
}

static void
ex_why_button_dispose (GObject *object)
{
  ExWhyButton *self = EX_WHY_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->working, ex_working_free);
  G_OBJECT_CLASS (ex_why_button_parent_class)->dispose (object);
}

static void
ex_why_button_class_init (ExWhyButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_why_button_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "whybutton");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ex_why_button_init (ExWhyButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), POPOVER_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), self->scroller);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (show_working), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Why?"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, _("How this figure comes about"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ex_why_button_new (void)
{
  return g_object_new (EX_TYPE_WHY_BUTTON, NULL);
}

void
ex_why_button_set_working (ExWhyButton *self, const char *of, const ExWorking *working)
{
  gboolean known = working != NULL && ex_working_length (working) > 0;
  g_autofree char *name = NULL;

  g_return_if_fail (EX_IS_WHY_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self), known);
  if (!known)
    return;

  g_clear_pointer (&self->working, ex_working_free);
  self->working = ex_working_copy (working);
  if (gtk_widget_get_mapped (self->scroller))
    show_working (self);

  /* Translators: %s is what a figure is, "Score of Ana Okafor" */
  name = g_strdup_printf (_("Why this number? %s"), of);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
