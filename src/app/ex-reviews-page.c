#include "config.h"

#include "ex-reviews-page.h"

#include "ex-assign-dialog.h"
#include "ex-coverage-bars.h"
#include "ex-review-bar.h"
#include "ex-review-view.h"
#include "ex-review-words.h"
#include "ex-reviews-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ExReviewsPage
{
  GtkWidget        parent_instance;

  ExSession       *session;
  char            *detail;  /* id of the leader in view */

  GtkWidget       *header;
  GtkStack        *stack;
  GtkLabel        *sentence;
  ExCoverageBars  *coverage;
  ExReviewsTable  *table;
  ExReviewBar     *bar;
  ExReviewView    *view;
};

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExReviewsPage, ex_reviews_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

/* --- the list ----------------------------------------------------------------------------------------------------------------------------- */

/* Those who see the whole cascade: HR, and who stands at its top. */
static gboolean
sees_coverage (const ExReviews *reviews, int viewer)
{
  return viewer == EX_NOBODY || (viewer >= 0 && ex_reviews_is_top (reviews, (guint) viewer));
}

static void
show_coverage (ExReviewsPage *self, const ExReviews *reviews)
{
  gboolean sees = sees_coverage (reviews, ex_review_viewer (self->session));
  g_autoptr (GArray) levels = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->coverage), sees);
  if (sees)
    {
      levels = ex_coverage_new (reviews);
      ex_coverage_bars_show (self->coverage, levels, ex_reviews_goal (reviews));
    }
  else if (ex_coverage_bars_get_level (self->coverage) != EX_EVERY_LEVEL)
    {
      ex_coverage_bars_set_level (self->coverage, EX_EVERY_LEVEL);
      ex_reviews_table_set_level (self->table, EX_EVERY_LEVEL);
    }
}

static void
show_sentence (ExReviewsPage *self, const ExReviews *reviews)
{
  g_autofree char *words = ex_reviews_sentence (reviews, ex_review_viewer (self->session));

  gtk_label_set_text (self->sentence, words);
}

static void
selected_cb (ExReviewsPage *self)
{
  g_autoptr (GArray) selected = ex_reviews_table_get_selected (self->table);

  ex_review_bar_show (self->bar, self->session, ex_reviews_table_get_reviews (self->table), selected);
  ex_page_navigated (EX_PAGE (self));
}

static void
unselect_cb (ExReviewsPage *self)
{
  ex_reviews_table_focus (self->table);
  ex_reviews_table_unselect (self->table);
}

static void
level_chosen_cb (ExReviewsPage *self)
{
  ex_reviews_table_set_level (self->table, ex_coverage_bars_get_level (self->coverage));
}

/* All levels, all states, everybody; the words that are searched for are for the search to take back. */
static void
cleared_cb (ExReviewsPage *self)
{
  ex_coverage_bars_set_level (self->coverage, EX_EVERY_LEVEL);
  ex_reviews_table_set_level (self->table, EX_EVERY_LEVEL);
  ex_reviews_table_set_text (self->table, "");
  ex_reviews_table_clear (self->table);
}

/* --- list, empty, one review ----------------------------------------------------------------------------------------------------------------- */

static gboolean
is_in_detail (ExReviewsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "detail") == 0;
}

static void
show_header (ExReviewsPage *self)
{
  ExReviews *reviews = self->session != NULL ? ex_session_get_reviews (self->session) : NULL;
  gboolean list = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0 && reviews != NULL
                  && ex_reviews_get_cycle (reviews)->phase != EX_PHASE_CLOSED;

  if (self->header != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->header), list ? "list" : "other");
}

static const char *
which_list (ExReviewsPage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  int viewer = ex_review_viewer (self->session);
  guint n;

  if (ex_company_n_leaders (ex_session_get_company (self->session)) == 0)
    return "no-leaders";
  if (reviews == NULL)
    return "no-cycle";
  if (viewer == EX_NOBODY)
    return "list";
  if (viewer == EX_NO_ONE)
    return "nobody";
  ex_reviews_get_reports (reviews, viewer, &n);
  return n > 0 || ex_company_get_tree (ex_session_get_company (self->session))->first_child[viewer] >= 0 ? "list" : "nobody";
}

static void
show_list (ExReviewsPage *self)
{
  g_clear_pointer (&self->detail, g_free);
  ex_review_view_show (self->view, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, which_list (self));
  show_header (self);
  ex_page_navigated (EX_PAGE (self));
}

static void
update (ExReviewsPage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);

  if (reviews != NULL)
    {
      show_sentence (self, reviews);
      show_coverage (self, reviews);
      ex_reviews_table_show (self->table, self->session);
    }
  if (!is_in_detail (self) || reviews == NULL)
    show_list (self);
}

static void
gone_cb (ExReviewsPage *self)
{
  show_list (self);
}

/* One's own review is on one's own page. */
static void
show_leader (ExReviewsPage *self, const char *id)
{
  if (ex_session_get_reviews (self->session) == NULL)
    return;
  if (g_strcmp0 (ex_session_get_actor (self->session), id) == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "(sss)", "my-review", "", "");
      return;
    }
  g_free (self->detail);
  self->detail = g_strdup (id);
  gtk_stack_set_visible_child_name (self->stack, "detail");
  show_header (self);
  ex_review_view_show (self->view, self->session, self->detail);
  ex_page_navigated (EX_PAGE (self));
}

static void
opened_cb (ExReviewsPage *self, const char *id)
{
  g_autofree char *leader = g_strdup (id);

  show_leader (self, leader);
}

/* --- ExPage ---------------------------------------------------------------------------------------------------------------------------------------- */

static void
ex_reviews_page_set_session (ExPage *page, ExSession *session)
{
  ExReviewsPage *self = EX_REVIEWS_PAGE (page);

  g_set_object (&self->session, session);
  ex_page_follow (GTK_WIDGET (self), session, (ExPageRefresh) update);
}

static void
ex_reviews_page_set_search (ExPage *page, const char *text)
{
  ExReviewsPage *self = EX_REVIEWS_PAGE (page);
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (is_in_detail (self) && *words != '\0')
    show_list (self);
  ex_reviews_table_set_text (self->table, words);
}

static void
ex_reviews_page_show (ExPage *page, const char *what, const char *id)
{
  ExReviewsPage *self = EX_REVIEWS_PAGE (page);
  const char *ids[] = { *id != '\0' ? id : NULL, NULL };

  if (g_str_equal (what, "leader"))
    show_leader (self, id);
  else if (g_str_equal (what, "level"))
    {
      int level = (int) g_ascii_strtoll (id, NULL, 10);

      show_list (self);
      ex_coverage_bars_set_level (self->coverage, level);
      ex_reviews_table_set_level (self->table, level);
    }
  else if (g_str_equal (what, "assign") && ex_session_get_reviews (self->session) != NULL)
    ex_assign_dialog_present (GTK_WIDGET (self), self->session, ids);
}

static GtkWidget *
list_header (void)
{
  GtkWidget *assign = gtk_button_new_with_mnemonic (_("Assign _Objectives…"));

  gtk_widget_add_css_class (assign, "flat");
  gtk_widget_set_tooltip_text (assign, _("Assign objectives from templates"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (assign), "win.show(('reviews', 'assign', ''))");
  return assign;
}

static GtkWidget *
ex_reviews_page_get_header (ExPage *page)
{
  ExReviewsPage *self = EX_REVIEWS_PAGE (page);

  if (self->header == NULL)
    {
      self->header = g_object_ref_sink (gtk_stack_new ());
      gtk_stack_set_hhomogeneous (GTK_STACK (self->header), FALSE);
      gtk_stack_add_named (GTK_STACK (self->header), list_header (), "list");
      gtk_stack_add_named (GTK_STACK (self->header), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "other");
      show_header (self);
    }
  return self->header;
}

static const char *
ex_reviews_page_get_title (ExPage *page)
{
  return is_in_detail (EX_REVIEWS_PAGE (page)) ? _("Review") : NULL;
}

static gboolean
ex_reviews_page_can_go_back (ExPage *page)
{
  return is_in_detail (EX_REVIEWS_PAGE (page));
}

static void
ex_reviews_page_go_back (ExPage *page)
{
  ExReviewsPage *self = EX_REVIEWS_PAGE (page);

  show_list (self);
  ex_reviews_table_focus (self->table);
}

/* (transfer full) NULL: nobody is selected */
static char **
list_selected (ExReviewsPage *self)
{
  g_autoptr (GArray) selected = ex_reviews_table_get_selected (self->table);
  ExReviews *reviews = ex_reviews_table_get_reviews (self->table);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (reviews == NULL || selected->len == 0)
    return NULL;
  for (guint i = 0; i < selected->len; i++)
    g_strv_builder_add (ids, ex_company_get_leader (ex_reviews_get_company (reviews), g_array_index (selected, guint, i))->id);
  return g_strv_builder_end (ids);
}

static gboolean
ex_reviews_page_get_report (ExPage *page, ExReport *report, char ***leaders)
{
  ExReviewsPage *self = EX_REVIEWS_PAGE (page);
  const char *one[] = { self->detail, NULL };

  *report = EX_REPORT_REVIEW;
  if (is_in_detail (self))
    *leaders = g_strdupv ((char **) one);
  else
    *leaders = list_selected (self);
  return is_in_detail (self) ? self->detail != NULL : g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;
}

static ExExport *
ex_reviews_page_get_export (ExPage *page)
{
  ExReviewsPage *self = EX_REVIEWS_PAGE (page);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0 ? ex_reviews_table_get_export (self->table) : NULL;
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->set_session = ex_reviews_page_set_session;
  iface->set_search = ex_reviews_page_set_search;
  iface->show = ex_reviews_page_show;
  iface->get_header = ex_reviews_page_get_header;
  iface->get_title = ex_reviews_page_get_title;
  iface->can_go_back = ex_reviews_page_can_go_back;
  iface->go_back = ex_reviews_page_go_back;
  iface->get_report = ex_reviews_page_get_report;
  iface->get_export = ex_reviews_page_get_export;
}

static void
ex_reviews_page_dispose (GObject *object)
{
  ExReviewsPage *self = EX_REVIEWS_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->header);
  g_clear_object (&self->session);
  g_clear_pointer (&self->detail, g_free);
  G_OBJECT_CLASS (ex_reviews_page_parent_class)->dispose (object);
}

static void
ex_reviews_page_class_init (ExReviewsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_reviews_page_dispose;
  g_type_ensure (EX_TYPE_COVERAGE_BARS);
  g_type_ensure (EX_TYPE_REVIEWS_TABLE);
  g_type_ensure (EX_TYPE_REVIEW_BAR);
  g_type_ensure (EX_TYPE_REVIEW_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/reviews-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExReviewsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsPage, table);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, ExReviewsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, unselect_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cleared_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, gone_cb);
}

static void
ex_reviews_page_init (ExReviewsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
