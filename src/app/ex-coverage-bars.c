#include "config.h"

#include "ex-coverage-bars.h"

#include "core/ex-format.h"
#include "ex-coverage-bar.h"

#include <glib/gi18n.h>

#define LEVEL_CHARS 13
#define FIGURE_CHARS 17
#define MOST_ROWS 6    /* deeper companies scroll */
#define MOST_HEIGHT 156

struct _ExCoverageBars
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *scroller;
  GtkWidget *rows;    /* box of toggle buttons */
  int        level;
  gboolean   filling; /* the buttons are being set, not pressed */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExCoverageBars, ex_coverage_bars, GTK_TYPE_WIDGET)

/* --- words ------------------------------------------------------------------------------------------------------------------ */

char *
ex_coverage_goal_text (const ExCoverage *coverage, ExReviewState goal)
{
  g_autofree char *all = ex_format_integer (coverage->leaders);
  g_autofree char *there = NULL;
  guint n = 0;

  for (guint i = goal; i < EX_N_REVIEW_STATES; i++)
    n += coverage->state[i];
  there = ex_format_integer (n);
  if (coverage->leaders == 0)
    {
      g_autofree char *excused = ex_format_integer (coverage->excused);

      return g_strdup_printf (ngettext ("%s excused", "%s excused", coverage->excused), excused);
    }
  if (goal == EX_REVIEW_SIGNED)
    return g_strdup_printf (_("%s of %s signed"), there, all);
  if (goal == EX_REVIEW_ASSESSED)
    return g_strdup_printf (_("%s of %s assessed"), there, all);
  /* Translators: of a level's reviews, "9 of 12 agreed" */
  return g_strdup_printf (_("%s of %s agreed"), there, all);
}

static char *
level_text (guint level)
{
  g_autofree char *number = ex_format_integer (level);

  return level > 0 ? g_strdup_printf (_("Level %s"), number) : g_strdup (_("Under no top"));
}

/* "Level 2: 3 signed, 2 agreed, 1 excused. 14 of 18 objectives measured, 18 linked." */
static char *
describe (const ExCoverage *coverage)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *level = level_text (coverage->level);
  g_autofree char *objectives = ex_format_integer (coverage->objectives);
  g_autofree char *measured = ex_format_integer (coverage->measured);
  g_autofree char *linked = ex_format_integer (coverage->linked);

  for (guint i = EX_N_REVIEW_STATES; i-- > 0;)
    if (coverage->state[i] > 0)
      {
        g_autofree char *count = ex_format_integer (coverage->state[i]);

        g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", count, ex_review_state_label (i));
      }
  if (coverage->excused > 0)
    {
      g_autofree char *count = ex_format_integer (coverage->excused);

      g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", count, _("excused"));
    }
  /* Translators: a level, how many reviews are in which state, then figures of its objectives */
  return g_strdup_printf (_("%s: %s. %s of %s objectives measured, %s linked."), level, words->str, measured, objectives, linked);
}

/* --- rows ---------------------------------------------------------------------------------------------------------------------- */

static void
toggled_cb (ExCoverageBars *self, GtkToggleButton *button)
{
  int level = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "level"));

  if (self->filling)
    return;
  ex_coverage_bars_set_level (self, gtk_toggle_button_get_active (button) ? level : EX_EVERY_LEVEL);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static GtkWidget *
label_new (int chars, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
row_new (ExCoverageBars *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = ex_coverage_bar_new ();

  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (GTK_BOX (box), label_new (LEVEL_CHARS, 0));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label_new (FIGURE_CHARS, 1));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "coverage-level");
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

static void
show_row (GtkWidget *row, const ExCoverage *coverage, ExReviewState goal)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (row));
  GtkWidget *label = gtk_widget_get_first_child (box);
  g_autofree char *level = level_text (coverage->level);
  g_autofree char *figure = ex_coverage_goal_text (coverage, goal);
  g_autofree char *words = describe (coverage);

  g_object_set_data (G_OBJECT (row), "level", GINT_TO_POINTER (coverage->level));
  gtk_label_set_text (GTK_LABEL (label), level);
  ex_coverage_bar_set (EX_COVERAGE_BAR (gtk_widget_get_next_sibling (label)), coverage->state);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), figure);
  gtk_widget_set_tooltip_text (row, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
ex_coverage_bars_show (ExCoverageBars *self, const GArray *levels, ExReviewState goal)
{
  GtkWidget *row;

  g_return_if_fail (EX_IS_COVERAGE_BARS (self));

  /* Rows stay: the one with the focus keeps it. */
  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; i < levels->len; i++)
    {
      if (row == NULL)
        {
          row = row_new (self);
          gtk_box_append (GTK_BOX (self->rows), row);
        }
      show_row (row, &g_array_index (levels, ExCoverage, i), goal);
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (GTK_BOX (self->rows), row);
      row = next;
    }
  /* A scrolled window is never as low as one row. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  levels->len > MOST_ROWS ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  ex_coverage_bars_set_level (self, self->level);
}

int
ex_coverage_bars_get_level (ExCoverageBars *self)
{
  g_return_val_if_fail (EX_IS_COVERAGE_BARS (self), EX_EVERY_LEVEL);

  return self->level;
}

void
ex_coverage_bars_set_level (ExCoverageBars *self, int level)
{
  g_return_if_fail (EX_IS_COVERAGE_BARS (self));

  self->level = level;
  self->filling = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row), GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "level")) == level);
  self->filling = FALSE;
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------ */

static GtkWidget *
legend_new (void)
{
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  for (guint i = EX_N_REVIEW_STATES; i-- > 0;)
    {
      GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *label = gtk_label_new (ex_review_state_label (i));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (item), ex_coverage_swatch_new (i));
      gtk_box_append (GTK_BOX (item), label);
      gtk_box_append (GTK_BOX (legend), item);
    }
  gtk_widget_set_margin_start (legend, 10);
  return legend;
}

static void
ex_coverage_bars_dispose (GObject *object)
{
  g_clear_pointer (&EX_COVERAGE_BARS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_coverage_bars_parent_class)->dispose (object);
}

static void
ex_coverage_bars_class_init (ExCoverageBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_coverage_bars_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "coveragebars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", EX_TYPE_COVERAGE_BARS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ex_coverage_bars_init (ExCoverageBars *self)
{
  self->level = EX_EVERY_LEVEL;
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->rows);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MOST_HEIGHT);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_box_append (GTK_BOX (self->box), legend_new ());
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Coverage by level"), -1);
}

GtkWidget *
ex_coverage_bars_new (void)
{
  return g_object_new (EX_TYPE_COVERAGE_BARS, NULL);
}
