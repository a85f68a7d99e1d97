#include "config.h"

#include "ex-cycle-track.h"

#include "core/ex-format.h"

#include <glib/gi18n.h>

#define TICK_WIDTH 2
#define BAR_HEIGHT 6
#define TICK_BEYOND 3 /* the tick sticks out of the bar by so much */

struct _ExCycleTrack
{
  GtkWidget  parent_instance;

  GtkWidget *grid;  /* a column a phase: its part of the bar, its name, its last day */
  GtkWidget *today; /* the word above the tick */
  GtkWidget *tick;
  double     share; /* of the line, where today is: 0 to 1 */
};

G_DEFINE_FINAL_TYPE (ExCycleTrack, ex_cycle_track, GTK_TYPE_WIDGET)

/* --- where things are --------------------------------------------------------------------------------------------------- */

/* Every phase has the same width; within one, days count. */
static double
share_of (const ExCycle *cycle, ExDay today)
{
  ExDay first = cycle->first;

  if (today < first)
    return 0;
  for (guint phase = 0; phase < EX_N_OPEN_PHASES; phase++)
    {
      ExDay last = ex_cycle_until (cycle, phase);

      if (today <= last)
        return (phase + (today - first + 0.5) / (last - first + 1.0)) / EX_N_OPEN_PHASES;
      first = MAX (first, last + 1);
    }
  return 1;
}

static void
ex_cycle_track_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  ExCycleTrack *self = EX_CYCLE_TRACK (widget);
  int word_minimum, word_natural;

  gtk_widget_measure (self->grid, orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->today, orientation, -1, &word_minimum, &word_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += word_minimum + TICK_BEYOND;
      *natural += word_natural + TICK_BEYOND;
    }
}

static void
allocate_at (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation allocation = { x, y, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
ex_cycle_track_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ExCycleTrack *self = EX_CYCLE_TRACK (widget);
  double share = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 1 - self->share : self->share;
  int x = (int) (share * width), word_width, word_height;

  gtk_widget_measure (self->today, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &word_width, NULL, NULL);
  gtk_widget_measure (self->today, GTK_ORIENTATION_VERTICAL, -1, NULL, &word_height, NULL, NULL);
  word_width = MIN (word_width, width);
  allocate_at (self->grid, 0, word_height + TICK_BEYOND, width, MAX (0, height - word_height - TICK_BEYOND));
  allocate_at (self->today, CLAMP (x - word_width / 2, 0, width - word_width), 0, word_width, word_height);
  allocate_at (self->tick, CLAMP (x - TICK_WIDTH / 2, 0, width - TICK_WIDTH), word_height, TICK_WIDTH, BAR_HEIGHT + 2 * TICK_BEYOND);
}

/* --- the widget ----------------------------------------------------------------------------------------------------------- */

static void
ex_cycle_track_dispose (GObject *object)
{
  ExCycleTrack *self = EX_CYCLE_TRACK (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->today, gtk_widget_unparent);
  g_clear_pointer (&self->tick, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_cycle_track_parent_class)->dispose (object);
}

static void
ex_cycle_track_class_init (ExCycleTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_cycle_track_dispose;
  widget_class->measure = ex_cycle_track_measure;
  widget_class->size_allocate = ex_cycle_track_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "excycletrack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ex_cycle_track_init (ExCycleTrack *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 0);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->today = gtk_label_new (_("today"));
  gtk_widget_add_css_class (self->today, "caption");
  gtk_widget_add_css_class (self->today, "today");
  gtk_widget_set_parent (self->today, GTK_WIDGET (self));
  self->tick = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->tick, "tick");
  gtk_widget_set_parent (self->tick, GTK_WIDGET (self));
}

static GtkWidget *
label_new (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
add_phase (ExCycleTrack *self, const ExCycle *cycle, ExPhase phase)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = label_new (ex_phase_label (phase), "phase");
  g_autofree char *until = ex_format_day (ex_cycle_until (cycle, phase));
  GtkWidget *day = label_new (until, "caption");
  const char *state = phase < cycle->phase ? "done" : phase == cycle->phase ? "current" : "later";

  gtk_widget_set_size_request (bar, 24, BAR_HEIGHT);
  gtk_widget_add_css_class (bar, "bar");
  gtk_widget_add_css_class (bar, state);
  gtk_widget_add_css_class (name, state);
  gtk_widget_add_css_class (day, "dim-label");
  gtk_widget_add_css_class (day, "numeric");
  gtk_grid_attach (GTK_GRID (self->grid), bar, (int) phase, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), name, (int) phase, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), day, (int) phase, 2, 1, 1);
}

GtkWidget *
ex_cycle_track_new (const ExCycle *cycle, ExDay today)
{
  ExCycleTrack *self = g_object_new (EX_TYPE_CYCLE_TRACK, NULL);
  g_autofree char *words = ex_cycle_track_describe (cycle, today);

  for (guint phase = 0; phase < EX_N_OPEN_PHASES; phase++)
    add_phase (self, cycle, phase);
  self->share = share_of (cycle, today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}

char *
ex_cycle_track_describe (const ExCycle *cycle, ExDay today)
{
  ExDay until = ex_cycle_until (cycle, cycle->phase);
  g_autofree char *day = ex_format_day (until);
  int over = (int) today - (int) until;
  g_autofree char *when = NULL;

  if (cycle->phase == EX_PHASE_CLOSED)
    return g_strdup (_("Closed: nothing in it changes any more."));
  if (over > 0)
    /* Translators: %1$s is a phase of the cycle, %2$s its last day, %3$d how many days ago */
    return g_strdup_printf (ngettext ("“%1$s” was to last until %2$s, %3$d day ago.", "“%1$s” was to last until %2$s, %3$d days ago.",
                                      (gulong) over), ex_phase_label (cycle->phase), day, over);
  when = ex_format_day_relative (until, today);
  /* Translators: a phase of the cycle, its last day, and "in 12 days" or "today" */
  return g_strdup_printf (_("“%s” lasts until %s, %s."), ex_phase_label (cycle->phase), day, when);
}
