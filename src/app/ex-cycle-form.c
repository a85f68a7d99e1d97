#include "config.h"

#include "ex-cycle-form.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-month-entry.h"
#include "ex-number-text.h"
#include "ex-phase-rows.h"
#include "ex-scale-rows.h"
#include "ex-top-rows.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define LEAST_OBJECTIVES 1
#define MOST_OBJECTIVES  12

typedef enum { GROUP_PERIOD, GROUP_TOPS, GROUP_PHASES, GROUP_SCORES, GROUP_SCALE, N_GROUPS } Group;

struct _ExCycleForm
{
  ExCompany           *company;
  GPtrArray           *cycles;   /* (element-type ExCycle) */
  ExCycle             *filled;   /* what was shown last: its id and phase stay */
  void              (* changed) (gpointer data);
  gpointer             data;
  gboolean             filling;

  AdwPreferencesGroup *groups[N_GROUPS];
  GtkWidget           *name;
  ExMonthEntry        *first;
  ExMonthEntry        *last;
  GtkWidget           *last_row;
  GtkWidget           *board;
  GtkSpinButton       *least;
  GtkWidget           *threshold;
  GtkWidget           *stretch;
  GtkWidget           *late;
  ExTopRows           *tops;
  ExPhaseRows         *phases;
  ExScaleRows         *scale;
};

/* --- reading ----------------------------------------------------------------------------------------------------------- */

static char *
text_of (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* "12.5" or "12.5 %" in the reader's form. */
static gboolean
parse_percent (const char *text, int *basis_points)
{
  g_autofree char *number = g_strdup (text);
  double value;

  if (g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  if (!ex_number_text_parse (number, &value) || isnan (value) || fabs (value) > 1e6)
    return FALSE;
  *basis_points = (int) ex_round_half_away (value * 100, 0);
  return ex_values_equal (*basis_points / 100.0, value);
}

static void
read_score (GtkWidget *row, const char *what, int *score, GPtrArray *problems)
{
  g_autofree char *text = text_of (row);

  if (!parse_percent (text, score))
    g_ptr_array_add (problems, g_strdup_printf (_("%s: “%s” is not a percentage; 50 or 50.25 would be one."), what, text));
}

static void
check_name (ExCycleForm *self, const ExCycle *cycle, GPtrArray *problems)
{
  for (guint i = 0; i < self->cycles->len; i++)
    {
      const ExCycle *other = g_ptr_array_index (self->cycles, i);

      if (g_strcmp0 (other->id, cycle->id) != 0 && g_strcmp0 (other->name, cycle->name) == 0)
        g_ptr_array_add (problems, g_strdup_printf (_("There is a cycle “%s” already: give this one another name."), cycle->name));
    }
}

static void
add_all (GPtrArray *problems, GPtrArray *more)
{
  g_ptr_array_extend_and_steal (problems, more);
}

ExCycle *
ex_cycle_form_read (ExCycleForm *self, GPtrArray *problems)
{
  ExCycle *cycle = ex_cycle_copy (self->filled);
  g_autofree char *board = text_of (self->board);

  g_free (cycle->name);
  cycle->name = text_of (self->name);
  cycle->first = ex_month_entry_get_first (self->first);
  cycle->last = ex_month_entry_get_last (self->last);
  g_strfreev (cycle->tops);
  cycle->tops = ex_top_rows_read (self->tops);
  g_free (cycle->board);
  cycle->board = *board != '\0' ? g_steal_pointer (&board) : NULL;
  cycle->min_objectives = gtk_spin_button_get_value_as_int (self->least);
  ex_scale_rows_read (self->scale, cycle);
  ex_phase_rows_read (self->phases, cycle, problems);
  read_score (self->threshold, _("The score at the threshold"), &cycle->threshold_score, problems);
  read_score (self->stretch, _("The score at the stretch"), &cycle->stretch_score, problems);
  read_score (self->late, _("The score of a late milestone"), &cycle->late_score, problems);
  check_name (self, cycle, problems);
  add_all (problems, ex_cycle_problems (cycle));
  return cycle;
}

/* --- what follows from what is typed ------------------------------------------------------------------------------------ */

static int
months_between (ExDay first, ExDay last)
{
  int first_year, first_month, last_year, last_month;

  ex_day_split (first, &first_year, &first_month, NULL);
  ex_day_split (last, &last_year, &last_month, NULL);
  return (last_year - first_year) * 12 + last_month - first_month + 1;
}

static void
show_period (ExCycleForm *self, const ExCycle *cycle)
{
  g_autofree char *first = ex_format_day (cycle->first);
  g_autofree char *last = ex_format_day (cycle->last);
  int months = months_between (cycle->first, cycle->last);
  g_autofree char *words = NULL;

  if (months > 0)
    words = g_strdup_printf (ngettext ("%d month, %s to %s", "%d months, %s to %s", (gulong) months), months, first, last);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->last_row), words != NULL ? words : "");
}

static void
show_consequences (ExCycleForm *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ExCycle) cycle = ex_cycle_form_read (self, problems);

  show_period (self, cycle);
  ex_phase_rows_show_usual (self->phases, cycle);
}

static void
changed_cb (gpointer data)
{
  ExCycleForm *self = data;

  if (self->filling)
    return;
  show_consequences (self);
  self->changed (self->data);
}

/* --- making ------------------------------------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (ExCycleForm *self, AdwPreferencesPage *page, Group group, const char *title, const char *description)
{
  AdwPreferencesGroup *widget = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (widget, title);
  adw_preferences_group_set_description (widget, description);
  adw_preferences_page_add (page, widget);
  self->groups[group] = widget;
  return widget;
}

static GtkWidget *
add_entry (ExCycleForm *self, AdwPreferencesGroup *group, const char *label)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "activates-default", TRUE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (group, row);
  return row;
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *label, const char *subtitle, GtkWidget *input)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), input);
  adw_preferences_group_add (group, row);
  return row;
}

static ExMonthEntry *
month_new (ExCycleForm *self, const char *label)
{
  GtkWidget *month = ex_month_entry_new (label);

  g_signal_connect_swapped (month, "changed", G_CALLBACK (changed_cb), self);
  return EX_MONTH_ENTRY (month);
}

static void
add_period (ExCycleForm *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (self, page, GROUP_PERIOD, "", NULL);

  self->name = add_entry (self, group, _("_Name"));
  self->first = month_new (self, _("First month"));
  add_row (group, _("_First month"), "", GTK_WIDGET (self->first));
  self->last = month_new (self, _("Last month"));
  self->last_row = add_row (group, _("_Last month"), "", GTK_WIDGET (self->last));
}

static void
add_tops (ExCycleForm *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (self, page, GROUP_TOPS, _("Starting at the Top With"),
                                          _("The leaders whose objectives the others follow from. The board reviews them."));

  self->tops = ex_top_rows_new (group, self->company, changed_cb, self);
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (page, group);
  self->board = add_entry (self, group, _("_Board, by name (“the board” unless you say)"));
}

static void
add_scores (ExCycleForm *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (self, page, GROUP_SCORES, _("Objectives and Scores"), NULL);

  self->least = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (LEAST_OBJECTIVES, MOST_OBJECTIVES, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->least), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Least number of objectives"), -1);
  g_signal_connect_swapped (self->least, "value-changed", G_CALLBACK (changed_cb), self);
  add_row (group, _("Least number of _objectives"), _("That a review needs to be agreed"), GTK_WIDGET (self->least));
  self->threshold = add_entry (self, group, _("Score at the _threshold, in percent (0 to 100)"));
  self->stretch = add_entry (self, group, _("Score at the _stretch, in percent (at least 100)"));
  self->late = add_entry (self, group, _("Score of a _milestone done late, in percent (0 to 100)"));
}

ExCycleForm *
ex_cycle_form_new (AdwPreferencesPage *page, ExCompany *company, GPtrArray *cycles, void (* changed) (gpointer), gpointer data)
{
  ExCycleForm *self = g_new0 (ExCycleForm, 1);

  self->company = ex_company_ref (company);
  self->cycles = g_ptr_array_ref (cycles);
  self->changed = changed;
  self->data = data;
  add_period (self, page);
  add_tops (self, page);
  add_group (self, page, GROUP_PHASES, _("Phases"),
             _("The last day of each. The days remind, they lock nothing: you move the cycle on when you see fit. What you leave empty holds as shown."));
  self->phases = ex_phase_rows_new (self->groups[GROUP_PHASES], G_CALLBACK (changed_cb), self);
  add_scores (self, page);
  add_group (self, page, GROUP_SCALE, _("Rating Scale"), _("A word for each rating, from the lowest up."));
  self->scale = ex_scale_rows_new (self->groups[GROUP_SCALE], changed_cb, self);
  return self;
}

void
ex_cycle_form_free (ExCycleForm *self)
{
  if (self == NULL)
    return;
  ex_top_rows_free (self->tops);
  ex_phase_rows_free (self->phases);
  ex_scale_rows_free (self->scale);
  ex_cycle_free (self->filled);
  g_ptr_array_unref (self->cycles);
  ex_company_unref (self->company);
  g_free (self);
}

/* --- filling ------------------------------------------------------------------------------------------------------------- */

static void
fill_percent (GtkWidget *row, int basis_points)
{
  g_autofree char *text = ex_number_text_format (basis_points / 100.0);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

void
ex_cycle_form_fill (ExCycleForm *self, const ExCycle *cycle)
{
  self->filling = TRUE;
  ex_cycle_free (self->filled);
  self->filled = ex_cycle_copy (cycle);
  gtk_editable_set_text (GTK_EDITABLE (self->name), cycle->name);
  ex_month_entry_set_day (self->first, cycle->first);
  ex_month_entry_set_day (self->last, cycle->last);
  ex_top_rows_fill (self->tops, (const char * const *) cycle->tops);
  gtk_editable_set_text (GTK_EDITABLE (self->board), cycle->board != NULL ? cycle->board : "");
  ex_phase_rows_fill (self->phases, cycle);
  gtk_spin_button_set_value (self->least, cycle->min_objectives);
  fill_percent (self->threshold, cycle->threshold_score);
  fill_percent (self->stretch, cycle->stretch_score);
  fill_percent (self->late, cycle->late_score);
  ex_scale_rows_fill (self->scale, cycle);
  show_consequences (self);
  self->filling = FALSE;
}

void
ex_cycle_form_lock (ExCycleForm *self)
{
  for (guint i = 0; i < N_GROUPS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->groups[i]), FALSE);
  gtk_widget_set_sensitive (self->board, FALSE);
}

void
ex_cycle_form_focus (ExCycleForm *self)
{
  gtk_widget_grab_focus (self->name);
}
