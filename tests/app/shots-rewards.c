#include "config.h"

#include "shots-rewards.h"

#include "pictures.h"
#include "reward-company.h"

#include "app/ex-application.h"
#include "app/ex-leader-dialog.h"
#include "app/ex-page.h"
#include "app/ex-rewards-page.h"
#include "store/ex-store-rewards.h"

static const Size sizes[] = {
  { "1280x800", 1280, 800, 1 },
  { "800x600", 800, 600, 1 },
  { "1280x800-large-text", 1280, 800, 1.5 },
};

typedef void (* Shoot) (ExWindow *window, gboolean dark, const Size *size);

static void
take_everywhere (ExWindow *window, Shoot func)
{
  /* Dark once: the sizes say nothing new there. */
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < (dark ? 1 : G_N_ELEMENTS (sizes)); i++)
      {
        set_look (window, dark, &sizes[i]);
        func (window, dark, &sizes[i]);
      }
}

static ExWindow *
open_path (GtkApplication *application, const char *path)
{
  ExWindow *window = ex_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
  ex_window_open (window, path);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  activate (window, "win.dismiss-actor");
  return window;
}

static char *
path_for (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("exemplar-sample-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

/* --- finding things in the page ------------------------------------------------------------------------------------------------ */

/* The @nth widget of @type in view below @root, counting down. */
static GtkWidget *
nth_of (GtkWidget *root, const char *type, guint *nth)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type) && (*nth)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = nth_of (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
of (ExWindow *window, const char *type, guint nth)
{
  GtkWidget *found = nth_of (ex_window_get_page (window, "rewards"), type, &nth);

  g_assert_nonnull (found);
  return found;
}

static void
scroll_by (ExWindow *window, double fraction)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (of (window, "ExRewardEditor", 0), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);

  gtk_adjustment_set_value (adjustment, fraction * (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)));
}

/* --- scenes -------------------------------------------------------------------------------------------------------------------------- */

static void
take_hr (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "rewards");
  scroll_by (window, 0);
  take_page (window, "rewards-hr", dark, size);
  gtk_widget_grab_focus (of (window, "ExCurveHandle", 1));
  take_page (window, "rewards-hr-point", dark, size);
  scroll_by (window, 1);
  take_page (window, "rewards-hr-end", dark, size);
  scroll_by (window, 0);
  ex_window_show_page (window, "history");
}

static void
take_reopened (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "rewards");
  scroll_by (window, 0);
  take_page (window, "rewards-reopened", dark, size);
}

static void
take_what_if (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "rewards");
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  scroll_by (window, 0);
  gtk_range_set_value (GTK_RANGE (of (window, "GtkScale", 0)), 6.5);
  gtk_range_set_value (GTK_RANGE (of (window, "GtkScale", 1)), 110);
  take_page (window, "rewards-what-if", dark, size);
  scroll_by (window, 0.5);
  take_page (window, "rewards-what-if-below", dark, size);
  scroll_by (window, 0);
  ex_window_show_page (window, "history");
}

/* From right to left, and with what was searched for in view. */
static void
take_mirrored (ExWindow *window)
{
  set_look (window, FALSE, &sizes[0]);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  ex_window_show_page (window, "rewards");
  scroll_by (window, 0);
  take_page (window, "rewards-rtl", FALSE, &sizes[0]);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  ex_page_set_search (EX_PAGE (ex_window_get_page (window, "rewards")), "ito");
  take_page (window, "rewards-search", FALSE, &sizes[0]);
  ex_page_set_search (EX_PAGE (ex_window_get_page (window, "rewards")), "");
}

/* Growth that does not rise, and a company share that is refused. */
static void
take_error (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "rewards");
  gtk_editable_set_text (GTK_EDITABLE (of (window, "GtkEntry", 4)), "1");
  gtk_editable_set_text (GTK_EDITABLE (of (window, "GtkEntry", 7)), "plenty");
  gtk_editable_set_text (GTK_EDITABLE (of (window, "GtkEntry", 9)), "40");
  take_page (window, "rewards-error", dark, size);
  scroll_by (window, 0.6);
  take_page (window, "rewards-error-below", dark, size);
}

static void
take_statement (ExWindow *window, gboolean dark, const Size *size)
{
  activate (window, "win.show(('rewards', 'statement', 'b'))");
  take_page (window, "rewards-statement", dark, size);
  activate (window, "win.back");
}

static void
take_leader (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "rewards");
  scroll_by (window, 0);
  take_page (window, "rewards-leader", dark, size);
  ex_window_show_page (window, "my-review");
  take_page (window, "rewards-my-review", dark, size);
}

static void
take_leader_dialog (ExWindow *window, gboolean dark, const Size *size)
{
  GtkWidget *dialog;
  GtkAdjustment *adjustment;
  guint nth = 0;

  ex_leader_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), "b", NULL);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  dialog = nth_of (GTK_WIDGET (newest_window (window)), "GtkScrolledWindow", &nth);
  g_assert_nonnull (dialog);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (dialog));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  take_over (window, "rewards-leader-dialog", dark, size);
}

static void
take_frozen (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "rewards");
  scroll_by (window, 0);
  take_page (window, "rewards-frozen", dark, size);
  activate (window, "win.show(('rewards', 'statement', 'b'))");
  take_page (window, "rewards-frozen-statement", dark, size);
  activate (window, "win.back");
}

static void
take_history (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "history");
  take_page (window, "rewards-history", dark, size);
}

static void
take_close (ExWindow *window, gboolean dark, const Size *size)
{
  activate (window, "win.close-cycle");
  take_over (window, "rewards-close", dark, size);
}

static void
take_reopen (ExWindow *window, gboolean dark, const Size *size)
{
  activate (window, "win.reopen-cycle");
  take_over (window, "rewards-reopen", dark, size);
}

static void
take_empty (ExWindow *window, gboolean dark, const Size *size)
{
  ex_window_show_page (window, "rewards");
  take_page (window, "rewards-empty", dark, size);
}

/* --- companies -------------------------------------------------------------------------------------------------------------------------- */

/* Left the role for half a year, and came back in February. */
static void
come_back (ExStore *store, const char *id)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, NULL);
  g_autoptr (GArray) spells = g_array_new (FALSE, FALSE, sizeof (ExSpell));
  ExSpell spell = { ex_day_new (2024, 2, 1), ex_day_new (2025, 7, 31) };

  g_array_append_val (spells, spell);
  for (guint i = 0; i < leaders->len; i++)
    {
      ExLeader *leader = g_ptr_array_index (leaders, i);

      if (!g_str_equal (leader->id, id))
        continue;
      leader->from = ex_day_new (2026, 2, 1);
      g_assert_true (ex_store_save_leader (store, leader, NULL));
      g_assert_true (ex_store_save_spells (store, id, spells, NULL));
    }
}

static void
shoot_open (GtkApplication *application)
{
  g_autofree char *path = path_for ("Open.exemplar");
  g_autoptr (ExRewardTerms) terms = make_terms ();
  ExStore *store = make_rewards (path, terms);
  ExWindow *window;

  come_back (store, "b");
  ex_store_close (store);
  window = open_path (application, path);
  take_everywhere (window, take_hr);
  take_everywhere (window, take_what_if);
  take_everywhere (window, take_statement);
  take_everywhere (window, take_leader_dialog);
  take_everywhere (window, take_error);
  ex_session_set_actor (ex_window_get_session (window), "b");
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  take_everywhere (window, take_leader);
  ex_session_set_actor (ex_window_get_session (window), EX_STORE_HR);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  take_mirrored (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_closed (GtkApplication *application)
{
  g_autofree char *path = path_for ("Closed.exemplar");
  g_autoptr (ExRewardTerms) terms = make_terms ();
  ExStore *store = make_rewards (path, terms);
  ExWindow *window;

  finish_year (store);
  close_with_rewards (store);
  ex_store_reopen_cycle (store, REVIEW_CYCLE, "A curve that was agreed otherwise", NULL);
  terms->pool = 20000000;
  ex_store_save_reward_terms (store, REVIEW_CYCLE, terms, NULL);
  ex_store_close (store);
  window = open_path (application, path);
  ex_window_show_page (window, "rewards");
  take_everywhere (window, take_reopened);
  take_everywhere (window, take_close);
  gtk_window_destroy (GTK_WINDOW (window));

  store = ex_store_open (path, NULL);
  ex_store_close_cycle (store, REVIEW_CYCLE, NULL);
  ex_store_close (store);
  window = open_path (application, path);
  take_everywhere (window, take_frozen);
  take_everywhere (window, take_history);
  take_everywhere (window, take_reopen);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_empty (GtkApplication *application)
{
  g_autofree char *path = path_for ("Empty.exemplar");
  ExWindow *window;

  ex_store_close (make_rewards (path, NULL));
  window = open_path (application, path);
  take_everywhere (window, take_empty);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
shoot_rewards (GtkApplication *application)
{
  g_autofree char *today = g_strdup (g_getenv ("EXEMPLAR_TODAY"));

  g_setenv ("EXEMPLAR_TODAY", "2026-07-01", TRUE);
  shoot_open (application);
  g_setenv ("EXEMPLAR_TODAY", "2027-03-03", TRUE);
  shoot_closed (application);
  shoot_empty (application);
  if (today != NULL)
    g_setenv ("EXEMPLAR_TODAY", today, TRUE);
}
