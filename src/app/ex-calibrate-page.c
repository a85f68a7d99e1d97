#include "config.h"

#include "ex-calibrate-page.h"

#include "company/ex-rating-chart.h"
#include "core/ex-format.h"
#include "ex-calibrate-columns.h"
#include "ex-calibrate-query.h"
#include "ex-calibrate-view.h"
#include "ex-chart-view.h"
#include "ex-columns.h"
#include "ex-export-rows.h"
#include "ex-review-words.h"
#include "ex-rows.h"
#include "ex-sort-button.h"
#include "ex-tab-leaves.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Up to here a query is answered at once, and the table does not flicker; beyond it has a thread. */
#define ANSWERED_AT_ONCE 2000
/* Points of the scale between a leader and the reviewer, from where on the page says so. */
#define FAR_APART 1.0

struct _ExCalibratePage
{
  GtkWidget           parent_instance;

  ExSession          *session;
  ExReviews          *reviews;    /* of the rows in view */
  ExRows             *rows;
  GtkSingleSelection *selection;
  GCancellable       *searching;
  char               *text;       /* searched for */
  guint               n_assessed; /* who could be listed */

  GtkStack           *stack;
  AdwStatusPage      *nothing;
  GtkLabel           *sentence;
  GtkToggleButton    *by_unit;
  ExChartView        *chart;
  GtkWidget          *table_bar;
  GtkLabel           *count;
  GtkColumnView      *table;
  GtkWidget          *nothing_found;
  ExCalibrateView    *view;
};

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExCalibratePage, ex_calibrate_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

static gboolean
is_searching (ExCalibratePage *self)
{
  return self->text != NULL && *self->text != '\0';
}

/* --- the table ------------------------------------------------------------------------------------------------------------ */

/* @indexes are taken. */
static void
show_answer (ExCalibratePage *self, ExReviews *reviews, GArray *indexes)
{
  g_autofree char *found = ex_format_integer (indexes->len);
  g_autofree char *all = ex_format_integer (self->n_assessed);
  g_autofree char *words = is_searching (self) ? g_strdup_printf (_("%s of %s leaders"), found, all)
                           : g_strdup_printf (ngettext ("%s leader", "%s leaders", self->n_assessed), all);

  /* No row may be bound to reviews that are gone. */
  ex_rows_set (self->rows, NULL, NULL);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  self->reviews = ex_reviews_ref (reviews);
  gtk_widget_set_visible (self->nothing_found, indexes->len == 0);
  gtk_label_set_text (self->count, words);
  ex_rows_set (self->rows, ex_reviews_get_company (reviews), indexes);
}

typedef struct
{
  ExCalibratePage *page;
  ExReviews       *reviews;
} Search;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;
  GArray *indexes = ex_query_run_finish (result, NULL);

  if (indexes != NULL && search->page->session != NULL)
    show_answer (search->page, search->reviews, indexes);
  else
    g_clear_pointer (&indexes, g_array_unref);
  g_object_unref (search->page);
  ex_reviews_unref (search->reviews);
  g_free (search);
}

/* @query has its reviews and who is shown. The widest gap first, unless something else was asked for. */
static void
fill_query (ExCalibratePage *self, ExQuery *query)
{
  gboolean descending;
  int order;

  query->text = self->text;
  query->order = EX_CALIBRATE_BY_GAP;
  query->descending = TRUE;
  if (ex_columns_get_sort (self->table, &order, &descending))
    {
      query->order = order;
      query->descending = descending;
    }
}

static void
update_table (ExCalibratePage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  ExQuery query = { .kind = &ex_calibrate_query, .reviews = reviews };
  g_autoptr (GArray) shown = NULL;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (reviews == NULL)
    return;
  shown = ex_calibrate_shown (reviews, ex_review_viewer (self->session), &self->n_assessed);
  query.parents = shown;
  fill_query (self, &query);
  if (self->n_assessed <= ANSWERED_AT_ONCE)
    show_answer (self, reviews, ex_query_run (&query, ex_reviews_get_company (reviews)));
  else
    {
      Search *search = g_new (Search, 1);

      *search = (Search) { g_object_ref (self), ex_reviews_ref (reviews) };
      self->searching = g_cancellable_new ();
      ex_query_run_async (&query, ex_reviews_get_company (reviews), self->searching, answered_cb, search);
    }
}

static void
sorter_changed_cb (ExCalibratePage *self)
{
  if (self->session != NULL && ex_session_get_reviews (self->session) != NULL)
    update_table (self);
}

/* --- above it -------------------------------------------------------------------------------------------------------------- */

static void
show_chart (ExCalibratePage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  ExRatingGroups groups = gtk_toggle_button_get_active (self->by_unit) ? EX_RATINGS_BY_UNIT : EX_RATINGS_BY_LEVEL;
  g_autoptr (ExChart) chart = reviews != NULL ? ex_rating_chart_new (reviews, ex_review_viewer (self->session), groups) : NULL;

  ex_chart_view_set_chart (self->chart, chart);
}

static void
groups_toggled_cb (ExCalibratePage *self)
{
  if (self->session != NULL)
    show_chart (self);
}

static guint
count_far_apart (const ExReviews *reviews, const GArray *shown)
{
  guint count = 0;

  for (guint i = 0; i < shown->len; i++)
    count += g_array_index (shown, int, i) == 0 && fabs (ex_reviews_gap_manager (reviews, i, NULL)) >= FAR_APART;
  return count;
}

static guint
count_leaders (const ExReviews *reviews)
{
  guint count = 0;

  for (guint i = 0; i < ex_company_n_leaders (ex_reviews_get_company (reviews)); i++)
    count += ex_reviews_takes_part (reviews, i) && !ex_reviews_get (reviews, i)->excused;
  return count;
}

static void
show_sentence (ExCalibratePage *self, const ExReviews *reviews, const GArray *shown)
{
  guint apart = count_far_apart (reviews, shown), leaders = count_leaders (reviews);
  g_autofree char *assessed = ex_format_integer (self->n_assessed);
  g_autofree char *all = ex_format_integer (leaders);
  g_autofree char *far = ex_format_integer (apart);
  /* Translators: how many of how many leaders */
  g_autofree char *first = g_strdup_printf (ngettext ("%s of %s leader is assessed.", "%s of %s leaders are assessed.", leaders), assessed, all);
  g_autofree char *second = apart == 0 ? g_strdup (_("All see themselves within a point of what their reviewer says."))
    : g_strdup_printf (ngettext ("%s sees themselves a point or more away from what the reviewer says.",
                                 "%s see themselves a point or more away from what their reviewers say.", apart), far);
  g_autofree char *words = g_strdup_printf ("%s %s", first, second);

  gtk_label_set_text (self->sentence, words);
}

/* --- the page --------------------------------------------------------------------------------------------------------------- */

static gboolean
is_in_detail (ExCalibratePage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "detail") == 0;
}

static void
show_nothing (ExCalibratePage *self, const char *title, const char *description)
{
  g_autofree char *safe = g_markup_escape_text (description, -1);

  ex_calibrate_view_show (self->view, NULL, NULL);
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, safe);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  ex_page_navigated (EX_PAGE (self));
}

static void
show_forbidden (ExCalibratePage *self, ExReviews *reviews, int viewer)
{
  g_autofree char *words = viewer >= 0
    ? g_strdup_printf (_("You are viewing as %s. Your own ratings come to My Review when the cycle is in Sign."),
                       ex_company_get_leader (ex_reviews_get_company (reviews), (guint) viewer)->name)
    : g_strdup (_("Say who is at the keyboard, to see what is yours."));

  show_nothing (self, _("HR and the tops calibrate"), words);
}

static void
show_company (ExCalibratePage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  int viewer = ex_review_viewer (self->session);
  g_autoptr (GArray) shown = NULL;

  if (reviews == NULL)
    {
      show_nothing (self, _("No cycle yet"), _("Here ratings are held against each other. First there has to be a cycle: the button above makes one."));
      return;
    }
  if (!ex_calibrate_may (reviews, viewer))
    {
      show_forbidden (self, reviews, viewer);
      return;
    }
  shown = ex_calibrate_shown (reviews, viewer, &self->n_assessed);
  if (self->n_assessed == 0)
    {
      show_nothing (self, _("Nothing is assessed yet"),
                    _("As soon as a review is assessed, its ratings stand here: by unit and level, and beside what the leaders say of themselves."));
      return;
    }
  if (!is_in_detail (self))
    gtk_stack_set_visible_child_name (self->stack, "list");
  show_sentence (self, reviews, shown);
  show_chart (self);
  update_table (self);
  ex_page_navigated (EX_PAGE (self));
}

static void
show_list (ExCalibratePage *self)
{
  ex_calibrate_view_show (self->view, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, "list");
  show_company (self);
}

static void
show_leader (ExCalibratePage *self, const char *id)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);

  if (reviews == NULL || !ex_calibrate_may (reviews, ex_review_viewer (self->session))
      || ex_company_find_leader (ex_reviews_get_company (reviews), id) < 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, "detail");
  ex_calibrate_view_show (self->view, self->session, id);
  ex_page_navigated (EX_PAGE (self));
}

static void
row_activated_cb (ExCalibratePage *self, guint position)
{
  g_autoptr (ExRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    show_leader (self, ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row))->id);
}

/* --- ExPage ------------------------------------------------------------------------------------------------------------------ */

static void
ex_calibrate_page_set_session (ExPage *page, ExSession *session)
{
  ExCalibratePage *self = EX_CALIBRATE_PAGE (page);

  g_set_object (&self->session, session);
  ex_page_follow (GTK_WIDGET (self), session, (ExPageRefresh) show_company);
}

static void
ex_calibrate_page_set_search (ExPage *page, const char *text)
{
  ExCalibratePage *self = EX_CALIBRATE_PAGE (page);
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (g_str_equal (words, self->text != NULL ? self->text : ""))
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&words);
  if (is_in_detail (self) && is_searching (self))
    show_list (self);
  else
    update_table (self);
}

static void
ex_calibrate_page_show (ExPage *page, const char *what, const char *id)
{
  if (g_str_equal (what, "leader"))
    show_leader (EX_CALIBRATE_PAGE (page), id);
}

static const char *
ex_calibrate_page_get_title (ExPage *page)
{
  return is_in_detail (EX_CALIBRATE_PAGE (page)) ? _("Calibrate a Review") : NULL;
}

static gboolean
ex_calibrate_page_can_go_back (ExPage *page)
{
  return is_in_detail (EX_CALIBRATE_PAGE (page));
}

static void
ex_calibrate_page_go_back (ExPage *page)
{
  ExCalibratePage *self = EX_CALIBRATE_PAGE (page);

  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static ExExport *
ex_calibrate_page_get_export (ExPage *page)
{
  ExCalibratePage *self = EX_CALIBRATE_PAGE (page);
  ExReviews *reviews = ex_session_get_reviews (self->session);
  ExQuery query = { .kind = &ex_calibrate_query, .reviews = reviews };
  g_autoptr (GArray) shown = NULL;
  guint n;

  if (reviews == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") != 0)
    return NULL;
  shown = ex_calibrate_shown (reviews, ex_review_viewer (self->session), &n);
  query.parents = shown;
  fill_query (self, &query);
  return ex_export_reviews (self->session, _("Calibrate"), &query, FALSE);
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->set_session = ex_calibrate_page_set_session;
  iface->set_search = ex_calibrate_page_set_search;
  iface->show = ex_calibrate_page_show;
  iface->get_title = ex_calibrate_page_get_title;
  iface->can_go_back = ex_calibrate_page_can_go_back;
  iface->go_back = ex_calibrate_page_go_back;
  iface->get_export = ex_calibrate_page_get_export;
}

static void
ex_calibrate_page_dispose (GObject *object)
{
  ExCalibratePage *self = EX_CALIBRATE_PAGE (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (ex_calibrate_page_parent_class)->dispose (object);
}

static void
ex_calibrate_page_class_init (ExCalibratePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_calibrate_page_dispose;
  g_type_ensure (EX_TYPE_CHART_VIEW);
  g_type_ensure (EX_TYPE_CALIBRATE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/calibrate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, by_unit);
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, chart);
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, table_bar);
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, count);
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, table);
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, ExCalibratePage, view);
  gtk_widget_class_bind_template_callback (widget_class, groups_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ex_calibrate_page_init (ExCalibratePage *self)
{
  self->rows = ex_rows_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_calibrate_columns_append (self->table, &self->reviews);
  gtk_box_append (GTK_BOX (self->table_bar), ex_sort_button_new (self->table));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "gone", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  ex_columns_watch (self->table, GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->table))));
  ex_tab_leaves (GTK_WIDGET (self->table));
}
