#include "config.h"

#include "ex-phase-rows.h"

#include "ex-day-entry.h"

#include <glib/gi18n.h>

struct _ExPhaseRows
{
  ExDayEntry *entries[EX_N_OPEN_PHASES];
};

/* By phase. */
static const char * const what[EX_N_OPEN_PHASES] = {
  N_("Objectives are set and agreed, from the top down"),
  N_("The work itself, with a check-in now and then"),
  N_("Everybody rates themselves, and is then rated by whoever reviews"),
  N_("Ratings are held against each other before anybody is told"),
  N_("Leaders read their ratings, may disagree, and sign"),
};

static void
add_row (ExPhaseRows *self, AdwPreferencesGroup *group, ExPhase phase, GCallback changed, gpointer data)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = ex_day_entry_new ();
  /* Translators: a phase of the review cycle, and the day entry beside it: "Plan until" */
  g_autofree char *title = g_strdup_printf (_("%s until"), ex_phase_label (phase));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(what[phase]));
  ex_day_entry_set_label (EX_DAY_ENTRY (entry), title);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (entry, FALSE); /* all of one width, whatever the words before */
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  g_signal_connect_swapped (entry, "notify::day", changed, data);
  adw_preferences_group_add (group, row);
  self->entries[phase] = EX_DAY_ENTRY (entry);
}

ExPhaseRows *
ex_phase_rows_new (AdwPreferencesGroup *group, GCallback changed, gpointer data)
{
  ExPhaseRows *self = g_new0 (ExPhaseRows, 1);

  for (guint phase = 0; phase < EX_N_OPEN_PHASES; phase++)
    add_row (self, group, phase, changed, data);
  return self;
}

void
ex_phase_rows_free (ExPhaseRows *self)
{
  g_free (self);
}

void
ex_phase_rows_fill (ExPhaseRows *self, const ExCycle *cycle)
{
  for (guint phase = 0; phase < EX_N_OPEN_PHASES; phase++)
    ex_day_entry_set_day (self->entries[phase], cycle->until[phase]);
}

void
ex_phase_rows_read (ExPhaseRows *self, ExCycle *cycle, GPtrArray *problems)
{
  for (guint phase = 0; phase < EX_N_OPEN_PHASES; phase++)
    {
      cycle->until[phase] = ex_day_entry_get_day (self->entries[phase]);
      if (!ex_day_entry_is_valid (self->entries[phase]))
        g_ptr_array_add (problems, g_strdup_printf (_("The last day of “%s” is not a day; write it like 2026-09-30, or leave it empty."),
                                                    ex_phase_label (phase)));
    }
}

void
ex_phase_rows_show_usual (ExPhaseRows *self, const ExCycle *cycle)
{
  g_autoptr (ExCycle) usual = ex_cycle_copy (cycle);

  for (guint phase = 0; phase < EX_N_OPEN_PHASES; phase++)
    {
      usual->until[phase] = EX_DAY_NONE;
      ex_day_entry_set_usual (self->entries[phase], ex_cycle_until (usual, phase));
      usual->until[phase] = cycle->until[phase];
    }
}
