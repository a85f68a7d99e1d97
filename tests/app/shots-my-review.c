#include "config.h"

#include "pictures.h"
#include "review-company.h"
#include "shots-my-review.h"

#include "app/ex-application.h"
#include "app/ex-check-in-dialog.h"
#include "app/ex-objective-dialog.h"

#include <glib/gstdio.h>

static const Size sizes[] = {
  { "1400x900", 1400, 900, 1 },
  { "800x600", 800, 600, 1 },
};

/* --- companies -------------------------------------------------------------------------------------------------------------------- */

/* Three quarters of a year of figures. */
static void
fill_figures (ExStore *store, const char *leader_id)
{
  static const double steps[3][6] = {
    { 80.5, 81, 82.4, 83, 83.6, 84.1 },
    { 71, 74, 72, 70, 69, 68 },
    { 11, 10, 8.5, 7, 6.5, 5.9 },
  };

  for (guint i = 0; i < 3; i++)
    for (guint month = 0; month < 6; month++)
      {
        g_autofree char *id = g_strdup_printf ("%s%u", leader_id, i + 1);

        check_in (store, id, ex_day_new (2026, (int) month + 1, 28), steps[i][month]);
      }
}

static void
fill_running (ExStore *store)
{
  static const char * const leaders[] = { "a", "b", "c", "d" };

  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    bring_review (store, leaders[i], EX_REVIEW_AGREED);
  act_as (store, EX_STORE_HR);
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    fill_figures (store, leaders[i]);
}

static void
propose (ExStore *store)
{
  g_autoptr (ExAmendment) amendment = ex_amendment_new (REVIEW_CYCLE, "b", "The largest region was sold in May: its contracts are gone.");
  g_autoptr (GPtrArray) objectives = ex_store_list_objectives (store, REVIEW_CYCLE, NULL);
  ExObjective *after;

  for (guint i = 0; i < objectives->len; i++)
    if (g_str_equal (((ExObjective *) g_ptr_array_index (objectives, i))->id, "b1"))
      g_ptr_array_add (amendment->after, ex_objective_copy (g_ptr_array_index (objectives, i)));
  after = g_ptr_array_index (amendment->after, 0);
  after->target = 86;
  act_as (store, "b");
  if (!ex_store_propose_amendment (store, amendment, NULL))
    pictures_fail ("The amendment was refused");
}

static void
make_drafting (ExStore *store)
{
  g_autoptr (GPtrArray) objectives = ex_store_list_objectives (store, REVIEW_CYCLE, NULL);

  bring_review (store, "a", EX_REVIEW_AGREED);
  ex_store_remove_objective (store, "b3", NULL);
  for (guint i = 0; i < objectives->len; i++)
    {
      ExObjective *objective = g_ptr_array_index (objectives, i);

      if (!g_str_equal (objective->id, "b2"))
        continue;
      g_clear_pointer (&objective->source, g_free);
      g_array_set_size (objective->links, 0);
      ex_store_save_objective (store, objective, NULL);
    }
}

static void
make_running (ExStore *store)
{
  fill_running (store);
  propose (store);
}

static void
make_assess (ExStore *store)
{
  fill_running (store);
  advance_cycle_to (store, EX_PHASE_ASSESS);
}

static void
bring_assessed (ExStore *store, const char *leader_id, const char *reviewer, int rating)
{
  const char *actor = *reviewer != '\0' ? reviewer : EX_STORE_HR;

  rate_all (store, leader_id, leader_id, EX_ROLE_SELF, leader_id, 4, "We called every customer whose contract ended, and kept nine in ten.");
  take_step (store, leader_id, leader_id, EX_STEP_SELF_ASSESS, NULL);
  rate_all (store, actor, leader_id, EX_ROLE_MANAGER, reviewer, rating, "The calls were made late: two months of contracts had gone.");
  take_step (store, actor, leader_id, EX_STEP_ASSESS, NULL);
}

static void
make_sign (ExStore *store)
{
  make_assess (store);
  bring_assessed (store, "a", EX_BOARD, 4);
  bring_assessed (store, "b", "a", 3);
  advance_cycle_to (store, EX_PHASE_SIGN);
  take_step (store, EX_STORE_HR, "a", EX_STEP_SIGN, NULL);
  take_step (store, "a", "a", EX_STEP_SIGN, NULL);
  take_step (store, "a", "b", EX_STEP_SIGN, NULL);
}

static void
make_signed (ExStore *store)
{
  make_sign (store);
  take_step (store, "b", "b", EX_STEP_DISSENT, "The list of the contracts came in March: what ended before it nobody could call.");
  take_step (store, "b", "b", EX_STEP_SIGN, NULL);
}

/* --- scenes -------------------------------------------------------------------------------------------------------------------------- */

static void
scroll_to (ExWindow *window, double share)
{
  GtkWidget *page = ex_window_get_page (window, "my-review");

  for (GtkWidget *w = gtk_widget_get_first_child (gtk_widget_get_first_child (page)); w != NULL; w = gtk_widget_get_next_sibling (w))
    if (GTK_IS_SCROLLED_WINDOW (w))
      {
        GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (w));

        gtk_adjustment_set_value (adjustment, share * gtk_adjustment_get_upper (adjustment));
      }
}

static void
scroll_dialog (GtkWidget *root, double share)
{
  if (GTK_IS_SCROLLED_WINDOW (root))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (root));

      gtk_adjustment_set_value (adjustment, share * gtk_adjustment_get_upper (adjustment));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    scroll_dialog (child, share);
}

/* The editor from its head down. */
static void
take_editor (ExWindow *window, const char *name, gboolean dark, const Size *size)
{
  static const struct { const char *name; double share; } parts[] = { { "-edit", 0 }, { "-edit-middle", 0.4 }, { "-edit-end", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = g_strconcat (name, parts[i].name, NULL);

      ex_objective_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), "b2", NULL);
      wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
      scroll_dialog (GTK_WIDGET (newest_window (window)), parts[i].share);
      take_over (window, part, dark, size);
    }
}

static void
take_dialogs (ExWindow *window, const char *name, gboolean dark, const Size *size)
{
  ExSession *session = ex_window_get_session (window);
  ExCompany *company = ex_session_get_company (session);
  g_autofree char *check = g_strconcat (name, "-check-in", NULL);

  ex_check_in_dialog_present (GTK_WIDGET (window), session,
                              ex_company_get_objective (company, (guint) ex_company_find_objective (company, "b1")), NULL);
  take_over (window, check, dark, size);
  take_editor (window, name, dark, size);
}

typedef struct
{
  const char *name;
  const char *actor;
  void     (* make) (ExStore *store);
  gboolean    dialogs;
} Scene;

static const Scene scenes[] = {
  { "my-review-drafting", "b", make_drafting, TRUE },
  { "my-review-running", "b", make_running, TRUE },
  { "my-review-assess", "b", make_assess, FALSE },
  { "my-review-sign", "b", make_sign, FALSE },
  { "my-review-signed", "b", make_signed, FALSE },
  { "my-review-hr", EX_STORE_HR, make_assess, FALSE },
};

static void
take_scene (ExWindow *window, const Scene *scene, gboolean dark, const Size *size)
{
  static const struct { const char *name; double share; } parts[] = { { "", 0 }, { "-middle", 0.4 }, { "-end", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat (scene->name, parts[i].name, NULL);

      set_look (window, dark, size);
      scroll_to (window, parts[i].share);
      take_page (window, name, dark, size);
    }
  if (scene->dialogs)
    take_dialogs (window, scene->name, dark, size);
}

static void
shoot_scene (GtkApplication *application, const Scene *scene)
{
  g_autofree char *folder = g_dir_make_tmp ("exemplar-shots-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Northlight.exemplar", NULL);
  ExStore *store = make_reviews (path);
  ExWindow *window;

  scene->make (store);
  ex_store_close (store);
  window = ex_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  ex_window_open (window, path);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  activate (window, "win.dismiss-actor");
  ex_session_set_actor (ex_window_get_session (window), scene->actor);
  ex_window_show_page (window, "my-review");
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      take_scene (window, scene, dark, &sizes[i]);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
shoot_my_review (GtkApplication *application)
{
  g_autofree char *today = g_strdup (g_getenv ("EXEMPLAR_TODAY"));

  g_setenv ("EXEMPLAR_TODAY", "2026-07-03", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    shoot_scene (application, &scenes[i]);
  g_setenv ("EXEMPLAR_TODAY", today, TRUE);
}
