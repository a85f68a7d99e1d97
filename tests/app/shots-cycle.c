#include "config.h"

#include "pictures.h"
#include "shots-cycle.h"

#include "app/ex-adjust-dialog.h"
#include "app/ex-application.h"
#include "app/ex-leader-dialog.h"
#include "app/ex-manager-dialog.h"
#include "app/ex-observers-dialog.h"
#include "app/ex-pages.h"

static const Size sizes[] = {
  { "1400x900", 1400, 900, 1 },
  { "800x600", 800, 600, 1 },
};

static GtkWidget *
find_type (GtkWidget *root, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_cycle_button (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "show-cycle") != NULL;
}

static GtkWidget *
cycle_button (GtkWidget *root)
{
  if (is_cycle_button (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = cycle_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The menu behind the cycle's button. */
static void
take_menu (ExWindow *window, const char *name, gboolean dark, const Size *size)
{
  GtkWidget *button = cycle_button (GTK_WIDGET (window));
  g_autofree char *file = g_strdup_printf ("%s-%s-%s", name, theme_name (dark), size->name);
  GtkWidget *popover;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  popover = find_type (button, "GtkPopoverMenu");
  if (popover == NULL)
    {
      pictures_fail ("No menu came up for %s", name);
      return;
    }
  take (popover, gtk_widget_get_first_child (popover), file);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  wait_for_frames (GTK_WIDGET (window), window, 2);
}

static GtkWidget *
suggested (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) && gtk_widget_has_css_class (root, "suggested-action"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = suggested (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
scroll_to_end (GtkWidget *root)
{
  if (GTK_IS_SCROLLED_WINDOW (root))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (root));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    scroll_to_end (child);
}

/* The new cycle's editor: above, below, and its second step. */
static void
take_new_cycle (ExWindow *window, gboolean dark, const Size *size)
{
  activate (window, "win.new-cycle");
  take_over (window, "cycle-new", dark, size);
  activate (window, "win.new-cycle");
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  scroll_to_end (GTK_WIDGET (newest_window (window)));
  take_over (window, "cycle-new-end", dark, size);
  activate (window, "win.new-cycle");
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  g_signal_emit_by_name (suggested (GTK_WIDGET (newest_window (window))), "clicked");
  take_over (window, "cycle-bring", dark, size);
}

static void
take_calibrate (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "calibrate");
  take_page (window, "calibrate", dark, size);
  activate (window, "win.show(('calibrate', 'leader', 'L002'))");
  take_page (window, "calibrate-leader", dark, size);
  activate (window, "win.back");
}

/* The dialogs of people. */
static void
take_people (ExWindow *window, gboolean dark, const Size *size)
{
  ExSession *session = ex_window_get_session (window);

  ex_observers_dialog_present (GTK_WIDGET (window), session, "L003");
  take_over (window, "observers", dark, size);
  ex_adjust_dialog_present (GTK_WIDGET (window), session, "O005", NULL);
  take_over (window, "adjust", dark, size);
  ex_manager_dialog_present (GTK_WIDGET (window), session, "L003", "L002");
  take_over (window, "manager", dark, size);
  ex_leader_dialog_present (GTK_WIDGET (window), session, "L003", NULL);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  scroll_to_end (GTK_WIDGET (newest_window (window)));
  take_over (window, "leader-edit", dark, size);
  activate (window, "win.choose-actor");
  take_over (window, "view-as", dark, size);
  ex_window_show_page (window, "asset");
  take_page (window, "asset-final", dark, size);
}

static void
take_phase (ExWindow *window, gboolean dark, const Size *size)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (ex_window_get_session (window)));
  g_autofree char *menu = g_strdup_printf ("cycle-menu-%s", ex_phase_nick (cycle->phase));
  g_autofree char *advance = g_strdup_printf ("cycle-advance-%s", ex_phase_nick (cycle->phase));

  set_look (window, dark, size);
  take_menu (window, menu, dark, size);
  if (cycle->phase < EX_PHASE_SIGN)
    {
      activate (window, "win.advance-cycle");
      take_over (window, advance, dark, size);
    }
  if (cycle->phase >= EX_PHASE_ASSESS)
    {
      take_calibrate (window, dark, size);
      take_people (window, dark, size);
    }
  if (cycle->phase == EX_PHASE_PLAN || cycle->phase == EX_PHASE_ASSESS)
    take_new_cycle (window, dark, size);
}

static void
ignore_pointer (ExWindow *window)
{
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
}

void
shoot_cycle (GtkApplication *application)
{
  ExWindow *window;

  ex_application_sample (EX_APPLICATION (application), NULL);
  window = EX_WINDOW (gtk_application_get_windows (application)->data);
  ignore_pointer (window);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  if (ex_window_get_session (window) == NULL)
    {
      pictures_fail ("The sample company did not open");
      return;
    }
  activate (window, "win.dismiss-actor");
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      take_phase (window, dark, &sizes[i]);
  gtk_window_destroy (GTK_WINDOW (window));
}
