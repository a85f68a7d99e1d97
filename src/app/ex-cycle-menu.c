#include "config.h"

#include "ex-cycle-menu.h"

#include "ex-cycle-actions.h"
#include "ex-cycle-track.h"

#include <glib/gi18n.h>

/* Further ones are a step deeper: no menu is longer than the window. */
#define MOST_CYCLES 6

static const ExCycle *
current_cycle (ExSession *session)
{
  return ex_company_get_cycle (ex_session_get_company (session));
}

/* "FY 2026 · Assess" (transfer full) */
static char *
cycle_words (const ExCycle *cycle)
{
  /* Translators: a review cycle's name, and the phase that it is in */
  return g_strdup_printf (_("%s · %s"), cycle->name, ex_phase_label (cycle->phase));
}

/* --- the menu -------------------------------------------------------------------------------------------------------------- */

static void
append_cycle (GMenu *menu, const ExCycle *cycle)
{
  g_autofree char *words = cycle_words (cycle);
  /* A name may have a line under none of its letters. */
  g_auto (GStrv) parts = g_strsplit (words, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "cycle.show", "s", cycle->name);
  g_menu_append_item (menu, item);
}

static GMenuModel *
cycles_section (ExSession *session)
{
  GPtrArray *cycles = ex_session_get_cycles (session);
  GMenu *section = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  for (guint i = 0; i < cycles->len; i++)
    append_cycle (i < MOST_CYCLES ? section : more, g_ptr_array_index (cycles, i));
  if (cycles->len > MOST_CYCLES)
    g_menu_append_submenu (section, _("E_arlier Cycles"), G_MENU_MODEL (more));
  return G_MENU_MODEL (section);
}

static GMenuModel *
steps_section (const ExCycle *cycle)
{
  GMenu *section = g_menu_new ();
  g_autofree char *advance = ex_cycle_advance_label (cycle);
  g_autofree char *back = ex_cycle_back_label (cycle);

  if (advance != NULL)
    g_menu_append (section, advance, "win.advance-cycle");
  if (cycle->phase == EX_PHASE_SIGN)
    g_menu_append (section, _("_Close the Cycle…"), "win.close-cycle");
  if (back != NULL)
    g_menu_append (section, back, "win.back-cycle");
  if (cycle->phase == EX_PHASE_CLOSED)
    g_menu_append (section, _("_Re-open the Cycle…"), "win.reopen-cycle");
  return G_MENU_MODEL (section);
}

static GMenuModel *
track_section (void)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_attribute (item, "custom", "s", "track");
  g_menu_append_item (section, item);
  return G_MENU_MODEL (section);
}

static void
take_section (GMenu *menu, GMenuModel *section)
{
  g_menu_append_section (menu, NULL, section);
  g_object_unref (section);
}

static GMenuModel *
menu_new (ExSession *session)
{
  const ExCycle *cycle = current_cycle (session);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) verbs = g_menu_new ();

  if (cycle != NULL)
    {
      take_section (menu, track_section ());
      take_section (menu, steps_section (cycle));
      take_section (menu, cycles_section (session));
    }
  g_menu_append (verbs, _("_New Cycle…"), "win.new-cycle");
  if (cycle != NULL)
    g_menu_append (verbs, ex_cycle_is_editable (session) ? _("_Edit This Cycle…") : _("_Show This Cycle…"), "win.edit-cycle");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (verbs));
  return G_MENU_MODEL (menu);
}

/* --- the track above it ------------------------------------------------------------------------------------------------------ */

static GtkWidget *
sentence_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
track_new (ExSession *session)
{
  const ExCycle *cycle = current_cycle (session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  ExDay today = ex_day_today ();
  g_autofree char *where = ex_cycle_track_describe (cycle, today);
  g_autofree char *forbidden = ex_cycle_forbids (session);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), ex_cycle_track_new (cycle, today));
  gtk_box_append (GTK_BOX (box), sentence_new (where));
  if (forbidden != NULL)
    {
      GtkWidget *why = sentence_new (forbidden);

      gtk_widget_add_css_class (why, "dim-label");
      gtk_box_append (GTK_BOX (box), why);
    }
  return box;
}

/* --- the button ---------------------------------------------------------------------------------------------------------------- */

static void
open_cb (GtkMenuButton *button, gpointer data)
{
  ExSession *session = g_object_get_data (G_OBJECT (button), "session");
  g_autoptr (GMenuModel) menu = menu_new (session);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  if (current_cycle (session) != NULL)
    gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), track_new (session), "track");
  gtk_menu_button_set_popover (button, popover);
}

static void
show_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  ExSession *session = g_object_get_data (data, "session");

  ex_session_set_cycle (session, g_variant_get_string (target, NULL));
}

/* The action whose state is the cycle in view: the menu marks that one. */
static GSimpleAction *
show_action (GtkMenuButton *button)
{
  GSimpleAction *action = g_object_get_data (G_OBJECT (button), "show-cycle");
  g_autoptr (GSimpleActionGroup) group = NULL;

  if (action != NULL)
    return action;
  group = g_simple_action_group_new ();
  action = g_simple_action_new_stateful ("show", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect (action, "activate", G_CALLBACK (show_cb), button);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (button), "cycle", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (button), "show-cycle", action, g_object_unref);
  gtk_menu_button_set_create_popup_func (button, open_cb, NULL, NULL);
  return action;
}

void
ex_cycle_menu_show (GtkMenuButton *button, ExSession *session)
{
  const ExCycle *cycle = current_cycle (session);
  g_autofree char *words = cycle != NULL ? cycle_words (cycle) : g_strdup (_("No cycle yet"));
  g_autofree char *name = g_strdup_printf (_("Review cycle: %s"), words);

  g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (session), g_object_unref);
  g_simple_action_set_state (show_action (button), g_variant_new_string (cycle != NULL ? cycle->name : ""));
  gtk_menu_button_set_label (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
