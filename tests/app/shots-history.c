#include "config.h"

#include "shots-history.h"

#include "pictures.h"
#include "review-company.h"

#include "app/ex-application.h"
#include "app/ex-day-entry.h"
#include "app/ex-history-filters.h"
#include "app/ex-leader-chooser.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static const Size sizes[] = {
  { "1280x800", 1280, 800, 1 },
  { "800x600", 800, 600, 1 },
  { "1280x800-large-text", 1280, 800, 1.5 },
};

static void
name_observers (ExStore *store)
{
  static const char * const observers[] = { "d", "e", "f", NULL };

  act_as (store, EX_STORE_HR);
  for (guint i = 1; i < 3; i++)
    {
      g_autoptr (ExLeader) leader = ex_leader_new (observers[i], i == 1 ? "Eve Brandt" : "Fay Moreau");

      leader->manager_id = g_strdup ("a");
      ex_store_save_leader (store, leader, NULL);
    }
  ex_store_set_observers (store, REVIEW_CYCLE, "c", observers, NULL);
}

/* A bit of everything that can happen to a review, last of all in calibrate; and somebody who has left. */
static void
make_much (const char *path)
{
  ExStore *store = make_reviews (path);
  g_autoptr (ExLeader) gone = ex_leader_new ("g", "Gil Amos");
  g_autoptr (ExAdjustment) adjustment = ex_adjustment_new ("c1", 4, "As others who did the same", "Ana Okafor");
  static const char * const ids[] = { "a", "b", "c" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    bring_review (store, ids[i], EX_REVIEW_ASSESSED);
  act_as (store, "b");
  ex_store_save_note (store, REVIEW_CYCLE, "c", "Ask for the figures of the last quarter.", NULL);
  name_observers (store);
  rate_all (store, "d", "c", EX_ROLE_OBSERVER, "d", 4, "Always there when called");
  advance_cycle_to (store, EX_PHASE_CALIBRATE);
  act_as (store, EX_STORE_HR);
  ex_store_adjust (store, adjustment, NULL);
  gone->title = g_strdup ("Head of the North");
  gone->to = ex_day_new (2019, 12, 31);
  ex_store_save_leader (store, gone, NULL);
  ex_store_close (store);
}

/* (nullable) the first below @root */
static GtkWidget *
find (GtkWidget *root, GType type)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find (child, type);
  return found;
}

static void
expand_some (GtkWidget *page, guint n)
{
  GtkWidget *list = find (page, GTK_TYPE_LIST_BOX);

  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i);

      if (row != NULL)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
}

static void
wait (ExWindow *window)
{
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
}

static void
shoot_page (ExWindow *window, gboolean dark)
{
  GtkWidget *page = ex_window_get_page (window, "history");
  GtkWidget *filters = find (page, EX_TYPE_HISTORY_FILTERS);
  ExLeaderChooser *by = EX_LEADER_CHOOSER (find (gtk_widget_get_next_sibling (gtk_widget_get_first_child (filters)), EX_TYPE_LEADER_CHOOSER));

  ex_window_show_page (window, "history");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      ex_history_filters_clear (EX_HISTORY_FILTERS (filters));
      set_look (window, dark, &sizes[i]);
      take_page (window, "history-all", dark, &sizes[i]);
      ex_history_filters_show_leader (EX_HISTORY_FILTERS (filters), "c");
      wait (window);
      take_page (window, "history-leader", dark, &sizes[i]);
    }
  set_look (window, dark, &sizes[0]);
  expand_some (page, 3);
  wait (window);
  take_page (window, "history-expanded", dark, &sizes[0]);
  ex_leader_chooser_choose (by, "g");
  wait (window);
  take_page (window, "history-nothing", dark, &sizes[0]);
  ex_history_filters_clear (EX_HISTORY_FILTERS (filters));
  ex_session_set_actor (ex_window_get_session (window), "c");
  wait (window);
  expand_some (page, 4);
  wait (window);
  take_page (window, "history-as-leader", dark, &sizes[0]);
  ex_session_set_actor (ex_window_get_session (window), EX_STORE_HR);
  wait (window);
}

static void
shoot_erase (ExWindow *window, gboolean dark)
{
  GtkWidget *page;

  ex_window_show_page (window, "leaders");
  activate (window, "win.show(('leaders', 'leader', 'g'))");
  wait (window);
  page = ex_window_get_page (window, "leaders");
  take_page (window, "leader-left", dark, &sizes[0]);
  gtk_widget_activate_action (find (page, GTK_TYPE_FLOW_BOX), "leader.erase", NULL);
  wait (window);
  take_over (window, "erase", dark, &sizes[0]);
}

void
shoot_history (GtkApplication *application)
{
  g_autofree char *folder = g_dir_make_tmp ("exemplar-shots-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Northlight.exemplar", NULL);
  ExWindow *window;

  make_much (path);
  window = ex_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  ex_window_open (window, path);
  wait (window);
  activate (window, "win.dismiss-actor");
  for (guint dark = 0; dark < 2; dark++)
    {
      shoot_page (window, dark);
      shoot_erase (window, dark);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}
