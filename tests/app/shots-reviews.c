#include "config.h"

#include "pictures.h"
#include "review-company.h"
#include "shots-reviews.h"

#include "app/ex-application.h"
#include "app/ex-review-actions.h"
#include "company/ex-sample.h"
#include "core/ex-gate.h"

#include <glib/gstdio.h>

static const Size sizes[] = {
  { "1400x900", 1400, 900, 1 },
  { "800x600", 800, 600, 1 },
};

#define HALF_WAY "2026-10-12"
#define LATE "2027-01-20"

/* --- companies --------------------------------------------------------------------------------------------------------------- */

static char *
fresh_file (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("exemplar-shots-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

/* (transfer full) */
static ExStore *
sample_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompanyInfo) info = ex_sample_info ();
  ExStore *store = ex_store_create (path, info, &error);

  g_assert_no_error (error);
  ex_sample_fill (store, &error);
  g_assert_no_error (error);
  return store;
}

/* Nobody but the first leader, or ten thousand in a tree of eight under each. */
static void
fill_leaders (ExStore *store, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = ex_cycle_new ("fy26", "FY 2026", ex_day_new (2025, 10, 1), ex_day_new (2026, 9, 30));

  ex_store_begin (store, "Fill", &error);
  for (guint i = 0; i < n && error == NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("L%05u", i + 1);
      g_autofree char *name = i == 0 ? g_strdup ("Ana Okafor") : g_strdup_printf ("Leader %u", i + 1);
      g_autoptr (ExLeader) leader = ex_leader_new (id, name);

      leader->title = g_strdup (i == 0 ? "Chief executive" : "Head of a region");
      leader->unit = g_strdup_printf ("Unit %u", i % 12 + 1);
      leader->manager_id = i > 0 ? g_strdup_printf ("L%05u", (i - 1) / 8 + 1) : NULL;
      ex_store_save_leader (store, leader, &error);
    }
  if (error == NULL)
    ex_store_save_cycle (store, cycle, &error);
  if (error == NULL)
    ex_store_commit (store, &error);
  g_assert_no_error (error);
}

/* Whoever cannot go on is excused: what a cycle looks like that was brought to its end. */
static void
take_or_excuse (ExStore *store, const char *cycle_id, const char * const *ids, ExStep step)
{
  g_autoptr (GError) error = NULL;

  ex_store_take_steps (store, cycle_id, ids, step, step == EX_STEP_SIGN ? "On leave since November" : NULL, NULL, TRUE, NULL, NULL, NULL, NULL, &error);
  if (error != NULL)
    pictures_fail ("Step %s: %s", ex_step_nick (step), error->message);
}

static void
rate_for_all (ExStore *store, const ExReviews *reviews, ExRole role)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_rating_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ex_company_n_objectives (company); i++)
    {
      const ExObjective *objective = ex_company_get_objective (company, i);
      int leader = ex_company_find_leader (company, objective->leader_id);
      int reviewer = ex_reviews_get_reviewer (reviews, (guint) leader);
      ExReviewState wanted = role == EX_ROLE_SELF ? EX_REVIEW_AGREED : EX_REVIEW_SELF_ASSESSED;
      ExRating *rating;

      if (ex_reviews_get (reviews, (guint) leader)->state != wanted || ex_reviews_get (reviews, (guint) leader)->excused || reviewer == EX_NO_ONE)
        continue;
      rating = ex_rating_new (objective->id, role, role == EX_ROLE_SELF ? objective->leader_id
                                                   : reviewer >= 0 ? ex_company_get_leader (company, (guint) reviewer)->id : EX_BOARD);
      rating->rating = 2 + (int) (i % 3);
      rating->comment = g_strdup ("As the figures say");
      rating->confirmed = role == EX_ROLE_MANAGER;
      rating->actual = rating->confirmed && ex_company_get_reading (company, i)->measured ? ex_company_get_reading (company, i)->actual : rating->actual;
      g_ptr_array_add (ratings, rating);
    }
  if (ratings->len > 0 && !ex_store_save_ratings (store, ratings, &error))
    pictures_fail ("Ratings: %s", error->message);
}

static ExReviews *
read_reviews (ExStore *store)
{
  g_autoptr (ExCompany) company = ex_store_read_company (store, NULL, ex_day_today (), NULL);

  return ex_store_read_reviews (store, company, NULL);
}

static void
excuse_rest (ExStore *store, ExReviewState least)
{
  g_autoptr (ExReviews) reviews = read_reviews (store);
  ExCompany *company = ex_reviews_get_company (reviews);

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    if (ex_reviews_takes_part (reviews, i) && !ex_reviews_get (reviews, i)->excused && ex_reviews_get (reviews, i)->state < least)
      ex_store_take_step (store, ex_reviews_get_cycle (reviews)->id, ex_company_get_leader (company, i)->id, EX_STEP_EXCUSE, "Came too late", NULL, NULL);
}

/* From wherever the sample stands to the end. */
static void
bring_to_end (ExStore *store)
{
  g_autoptr (ExReviews) start = read_reviews (store);
  ExCompany *company = ex_reviews_get_company (start);
  g_autofree char *cycle_id = g_strdup (ex_reviews_get_cycle (start)->id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char * const *all;

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    if (ex_reviews_takes_part (start, i))
      g_ptr_array_add (ids, ex_company_get_leader (company, i)->id);
  g_ptr_array_add (ids, NULL);
  all = (const char * const *) ids->pdata;
  take_or_excuse (store, cycle_id, all, EX_STEP_AGREE);
  excuse_rest (store, EX_REVIEW_AGREED);
  for (guint role = EX_ROLE_SELF; role <= EX_ROLE_MANAGER; role++)
    {
      g_autoptr (ExReviews) reviews = read_reviews (store);

      rate_for_all (store, reviews, role);
      take_or_excuse (store, cycle_id, all, role == EX_ROLE_SELF ? EX_STEP_SELF_ASSESS : EX_STEP_ASSESS);
    }
  excuse_rest (store, EX_REVIEW_ASSESSED);
  ex_store_advance_cycle (store, cycle_id, NULL);
  ex_store_advance_cycle (store, cycle_id, NULL);
  /* The reviewer first, then the leader: from the top down, level by level. */
  for (guint round = 0; round < 14; round++)
    take_or_excuse (store, cycle_id, all, EX_STEP_SIGN);
  excuse_rest (store, EX_REVIEW_SIGNED);
  for (int month = 0; month < 12; month++)
    ex_store_set_final (store, ex_period_of_day (EX_GRAIN_MONTH, ex_day_new (2025 + (month + 9) / 12, (month + 9) % 12 + 1, 1)), TRUE, NULL);
  if (!ex_store_close_cycle (store, cycle_id, &error))
    g_message ("Not closed: %s", error->message);
}

/* --- pictures ------------------------------------------------------------------------------------------------------------------ */

static ExWindow *
open_file (GtkApplication *application, const char *path)
{
  ExWindow *window;

  ex_application_open (EX_APPLICATION (application), path, NULL);
  window = EX_WINDOW (gtk_application_get_active_window (application));
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  activate (window, "win.dismiss-actor");
  return window;
}

static void
take_reviews (ExWindow *window, const char *name)
{
  ex_window_show_page (window, "reviews");
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        set_look (window, dark, &sizes[i]);
        take_page (window, name, dark, &sizes[i]);
      }
}

static GtkWidget *
find (GtkWidget *root, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
take_selected (ExWindow *window)
{
  GtkWidget *table = find (ex_window_get_page (window, "reviews"), "GtkColumnView");
  GtkSelectionModel *selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (table));

  gtk_selection_model_select_range (selection, 1, 4, TRUE);
  take_reviews (window, "reviews-selected");
  set_look (window, FALSE, &sizes[0]);
  gtk_widget_activate_action (find (GTK_WIDGET (window), "ExReviewBar"), "bar.move", NULL);
  take_over (window, "reviews-move", FALSE, &sizes[0]);
  activate (window, "win.show(('reviews', 'assign', ''))");
  take_over (window, "reviews-assign", FALSE, &sizes[0]);
  gtk_widget_activate_action (find (GTK_WIDGET (window), "ExReviewBar"), "bar.excuse", NULL);
  take_over (window, "reviews-excuse", FALSE, &sizes[0]);
  gtk_selection_model_unselect_all (selection);
}

/* One review in each of some states. */
static void
take_details (ExWindow *window)
{
  static const struct { const char *name; ExReviewState state; } wanted[] = {
    { "review-drafting", EX_REVIEW_DRAFTING }, { "review-agreed", EX_REVIEW_AGREED },
    { "review-self-assessed", EX_REVIEW_SELF_ASSESSED }, { "review-assessed", EX_REVIEW_ASSESSED }, { "review-signed", EX_REVIEW_SIGNED },
  };
  ExReviews *reviews = ex_session_get_reviews (ex_window_get_session (window));
  ExCompany *company = ex_reviews_get_company (reviews);

  for (guint k = 0; k < G_N_ELEMENTS (wanted); k++)
    for (guint i = 0; i < ex_company_n_leaders (company); i++)
      if (ex_reviews_takes_part (reviews, i) && ex_reviews_get (reviews, i)->state == wanted[k].state && !ex_reviews_get (reviews, i)->excused)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "leader", ex_company_get_leader (company, i)->id);
          for (guint dark = 0; dark < 2; dark++)
            {
              set_look (window, dark, &sizes[dark]);
              take_page (window, wanted[k].name, dark, &sizes[dark]);
            }
          activate (window, "win.back");
          break;
        }
}

/* The first review that is drafted: it cannot be agreed, and says why. */
static void
take_missing (ExWindow *window)
{
  ExReviews *reviews = ex_session_get_reviews (ex_window_get_session (window));
  ExCompany *company = ex_reviews_get_company (reviews);

  set_look (window, FALSE, &sizes[0]);
  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    if (ex_reviews_takes_part (reviews, i) && ex_reviews_get (reviews, i)->state == EX_REVIEW_DRAFTING && !ex_reviews_get (reviews, i)->excused)
      {
        const char *ids[] = { ex_company_get_leader (company, i)->id, NULL };

        ex_review_actions_take (GTK_WIDGET (window), ex_window_get_session (window), EX_STEP_AGREE, ids);
        take_over (window, "reviews-missing", FALSE, &sizes[0]);
        return;
      }
}

static void
shoot_empty (GtkApplication *application)
{
  g_autofree char *path = fresh_file ("Fresh.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Fresh", "EUR");
  ExWindow *window;

  ex_store_close (ex_store_create (path, info, NULL));
  window = open_file (application, path);
  take_reviews (window, "reviews-nobody");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_sample (GtkApplication *application, const char *today, const char *name, gboolean end)
{
  g_autofree char *path = fresh_file ("Northlight.exemplar");
  g_autoptr (ExStore) store = NULL;
  ExWindow *window;

  g_setenv ("EXEMPLAR_TODAY", HALF_WAY, TRUE);
  store = sample_store (path);
  g_setenv ("EXEMPLAR_TODAY", today, TRUE);
  if (end)
    bring_to_end (store);
  window = open_file (application, path);
  take_reviews (window, name);
  if (g_str_equal (name, "reviews-half-way"))
    {
      take_selected (window);
      take_missing (window);
      take_details (window);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_many (GtkApplication *application, guint n, const char *name)
{
  g_autofree char *path = fresh_file ("Many.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Many", "EUR");
  ExStore *store = ex_store_create (path, info, NULL);
  ExWindow *window;

  fill_leaders (store, n);
  ex_store_close (store);
  window = open_file (application, path);
  take_reviews (window, name);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A manager who has not rated themself, and one who has. */
static void
shoot_manager (GtkApplication *application)
{
  g_autofree char *path = fresh_file ("Managers.exemplar");
  ExStore *store;
  ExWindow *window;

  g_setenv ("EXEMPLAR_TODAY", "2027-01-10", TRUE);
  store = make_reviews (path);
  for (guint i = 0; i < 3; i++)
    bring_review (store, &"a\0b\0c"[2 * i], i == 0 ? EX_REVIEW_SELF_ASSESSED : EX_REVIEW_AGREED);
  rate_all (store, "c", "c", EX_ROLE_SELF, "c", 4, "Every call was answered the same day.");
  take_step (store, "c", "c", EX_STEP_SELF_ASSESS, NULL);
  ex_store_close (store);
  window = open_file (application, path);
  ex_session_set_actor (ex_window_get_session (window), "b");
  take_reviews (window, "reviews-manager");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "leader", "c");
  set_look (window, FALSE, &sizes[0]);
  take_page (window, "review-shut", FALSE, &sizes[0]);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
shoot_reviews (GtkApplication *application)
{
  const char *today = g_getenv ("EXEMPLAR_TODAY");
  g_autofree char *kept = g_strdup (today);

  shoot_empty (application);
  shoot_sample (application, HALF_WAY, "reviews-half-way", FALSE);
  shoot_sample (application, LATE, "reviews-late", FALSE);
  shoot_sample (application, LATE, "reviews-closed", TRUE);
  g_setenv ("EXEMPLAR_TODAY", "2025-10-10", TRUE);
  shoot_many (application, 1, "reviews-one");
  shoot_many (application, 10000, "reviews-many");
  shoot_manager (application);
  g_setenv ("EXEMPLAR_TODAY", kept, TRUE);
}
