/* What the tests of the cycle's dialogs look for and press. */
#pragma once

#include "reviews-finding.h"

#include "app/ex-month-entry.h"

#define MOST_TABS 200

static inline GtkWidget *
cycle_button (ExWindow *window)
{
  GtkWidget *button = NULL;
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  g_ptr_array_add (buttons, window);
  for (guint i = 0; i < buttons->len && button == NULL; i++)
    {
      GtkWidget *widget = g_ptr_array_index (buttons, i);

      if (GTK_IS_MENU_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "show-cycle") != NULL)
        button = widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (buttons, child);
    }
  g_assert_nonnull (button);
  return button;
}

static inline const char *
cycle_label (ExWindow *window)
{
  return gtk_menu_button_get_label (GTK_MENU_BUTTON (cycle_button (window)));
}

static inline const ExCycle *
cycle_in (ExWindow *window)
{
  return ex_company_get_cycle (ex_session_get_company (ex_window_get_session (window)));
}

static inline gboolean
is_enabled (ExWindow *window, const char *action)
{
  gboolean enabled = FALSE;

  /* GTK tells nobody but a button that has the action. */
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());
  gtk_widget_set_parent (button, gtk_widget_get_first_child (GTK_WIDGET (window)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_is_sensitive (button);
  gtk_widget_unparent (button);
  g_object_unref (button);
  return enabled;
}

static inline void
run (ExWindow *window, const char *action)
{
  g_test_message ("%s", action);
  g_assert_true (is_enabled (window, action));
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

/* Types into the entry row with that title. */
static inline void
type_into (GtkWidget *root, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row_titled (root, title)), text);
}

static inline gboolean
is_pressed (gpointer data)
{
  return g_object_get_data (data, "pressed") != NULL;
}

static inline void
pressed_cb (GObject *button)
{
  g_object_set_data (button, "pressed", button);
}

/* Tab until the button with that label has the focus, then Enter. */
static inline void
tab_and_press (GtkWidget *root, const char *label)
{
  GtkWidget *button = button_of (root, label);
  guint tabs = 0;

  g_test_message ("pressing “%s” by the keyboard", label);
  g_assert_nonnull (button);
  while (gtk_root_get_focus (GTK_ROOT (root)) != button && tabs++ < MOST_TABS)
    gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (root)) == button);
  /* A key lets the button look pressed for a moment first. */
  g_object_ref (button);
  g_object_set_data (G_OBJECT (button), "pressed", NULL);
  g_signal_connect_after (button, "clicked", G_CALLBACK (pressed_cb), NULL);
  g_assert_true (gtk_widget_activate (button));
  wait_until (is_pressed, button);
  g_object_unref (button);
}

typedef struct { GtkWidget *root; const char *words; } Wanted;

static inline gboolean
is_mentioned (gpointer data)
{
  return mentions (((Wanted *) data)->root, ((Wanted *) data)->words);
}

/* Once it has slid into view. */
static inline void
wait_for_words (GtkWidget *root, const char *words)
{
  Wanted wanted = { root, words };

  g_test_message ("waiting for “%s”", words);
  wait_until (is_mentioned, &wanted);
}

static inline void
take_back (ExWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
}
