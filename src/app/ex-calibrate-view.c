#include "config.h"

#include "ex-calibrate-view.h"

#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "ex-adjust-dialog.h"
#include "ex-alert.h"
#include "ex-calibrate-columns.h"
#include "ex-calibrate-query.h"
#include "ex-calibrate-row.h"
#include "ex-leader-rows.h"
#include "ex-objective-rows.h"
#include "ex-review-words.h"
#include "ex-row-group.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ExCalibrateView
{
  GtkWidget            parent_instance;

  ExSession           *session;
  gulong               changed; /* handler on session */
  char                *id;
  ExReviewDetail      *detail;  /* NULL: not read yet */
  GCancellable        *reading;

  GtkScrolledWindow   *scroller;
  GtkLabel            *name;
  GtkLabel            *caption;
  GtkFlowBox          *facts;
  GtkLabel            *locked;
  AdwPreferencesGroup *objectives;
};

enum { GONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExCalibrateView, ex_calibrate_view, GTK_TYPE_WIDGET)

/* The index of the leader in what stands now; -1: there is nothing to calibrate. */
static int
leader_of (ExCalibrateView *self, ExReviews *reviews)
{
  int leader = ex_company_find_leader (ex_reviews_get_company (reviews), self->id);

  if (leader < 0 || ex_reviews_get (reviews, (guint) leader)->state < EX_REVIEW_ASSESSED
      || !ex_reviews_sees_manager (reviews, ex_review_viewer (self->session), (guint) leader))
    return -1;
  return leader;
}

/* --- who --------------------------------------------------------------------------------------------------------------------- */

static void
show_who (ExCalibrateView *self, ExReviews *reviews, guint index)
{
  const ExLeader *leader = ex_company_get_leader (ex_reviews_get_company (reviews), index);
  g_autofree char *reviewer = g_strdup_printf (_("reviewed by %s"), ex_reviews_get_reviewer_name (reviews, index));
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  g_autofree char *caption = NULL;

  if (leader->title != NULL)
    g_strv_builder_add (parts, leader->title);
  if (leader->unit != NULL)
    g_strv_builder_add (parts, leader->unit);
  g_strv_builder_add (parts, reviewer);
  strings = g_strv_builder_end (parts);
  caption = g_strjoinv (" · ", strings);
  gtk_label_set_text (self->name, leader->name);
  gtk_label_set_text (self->caption, caption);
}

/* Figures stand on one line, with a "Why?" beside them or without. @value is taken. */
static void
add_fact (ExCalibrateView *self, GtkSizeGroup *line, const char *name, char *value, const char *of, const ExWorking *working)
{
  GtkWidget *figure = ex_leader_figure_new (value, of, working);

  gtk_size_group_add_widget (line, figure);
  gtk_flow_box_insert (self->facts, ex_objective_fact_new (name, figure), -1);
  g_free (value);
}

static void
show_facts (ExCalibrateView *self, ExReviews *reviews, guint index)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const char *name = ex_company_get_leader (company, index)->name;
  g_autoptr (GtkSizeGroup) line = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  g_autoptr (ExWorking) gap = ex_working_new ();
  g_autoptr (ExWorking) score = ex_working_new ();
  g_autofree char *of_gap = g_strdup_printf (_("Gap of %s"), name);
  g_autofree char *of_score = g_strdup_printf (_("Score of %s"), name);
  double difference = ex_reviews_gap_manager (reviews, index, gap);
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->facts, 0)) != NULL)
    gtk_flow_box_remove (self->facts, GTK_WIDGET (child));
  ex_company_explain_score (company, index, score);
  add_fact (self, line, _("Self"), ex_calibrate_mean_text (ex_reviews_mean_self (reviews, index)), _("Self"), NULL);
  add_fact (self, line, _("First"), ex_calibrate_mean_text (ex_reviews_mean_first (reviews, index)), _("First"), NULL);
  add_fact (self, line, _("Adjusted"), ex_calibrate_mean_text (ex_calibrate_adjusted (reviews, index)), _("Adjusted"), NULL);
  add_fact (self, line, _("Gap, self less first"), ex_calibrate_gap_text (difference), of_gap, gap);
  add_fact (self, line, _("Score"), ex_format_percent (ex_company_get_standing (company, index)->score), of_score, score);
}

/* --- objectives ----------------------------------------------------------------------------------------------------------------- */

/* Why nothing can be adjusted, a line each; "": it can. (transfer full) */
static char *
why_locked (ExCalibrateView *self, ExReviews *reviews, guint index)
{
  g_autoptr (GPtrArray) missing = ex_gate_calibrate (reviews, index, NULL);
  char *forbidden = ex_step_forbids (reviews, index, EX_STEP_CALIBRATE, ex_review_viewer (self->session));

  return forbidden != NULL ? forbidden : ex_missing_to_text (missing);
}

static void
show_objectives (ExCalibrateView *self, ExReviews *reviews, guint index)
{
  g_autofree char *locked = why_locked (self, reviews, index);
  ExCalibrateFacts facts = { reviews, 0, ex_review_viewer (self->session), self->detail, *locked == '\0' };
  guint n;
  const guint *own = ex_company_leader_objectives (ex_reviews_get_company (reviews), index, &n);

  gtk_label_set_text (self->locked, g_strchomp (locked));
  gtk_widget_set_visible (GTK_WIDGET (self->locked), *locked != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calibrate.adjust", facts.can);
  ex_row_group_clear (self->objectives);
  for (guint i = 0; i < n; i++)
    {
      facts.objective = own[i];
      ex_row_group_add (self->objectives, ex_calibrate_row_new (&facts));
    }
}

/* Which objective's button has the keyboard: rows are made anew. (transfer full) (nullable) */
static char *
focused_objective (ExCalibrateView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GVariant *target = GTK_IS_BUTTON (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->objectives))
                     ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)) : NULL;

  return target != NULL ? g_variant_dup_string (target, NULL) : NULL;
}

static GtkWidget *
find_button (GtkWidget *root, const char *id)
{
  GVariant *target = GTK_IS_BUTTON (root) ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (root)) : NULL;

  if (target != NULL && g_str_equal (g_variant_get_string (target, NULL), id))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
show_rows (ExCalibrateView *self, ExReviews *reviews, guint index)
{
  g_autofree char *focused = gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? focused_objective (self) : NULL;
  GtkWidget *button;

  show_objectives (self, reviews, index);
  button = focused != NULL ? find_button (GTK_WIDGET (self->objectives), focused) : NULL;
  if (button != NULL)
    gtk_widget_grab_focus (button);
}

/* --- what stands ------------------------------------------------------------------------------------------------------------------ */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExCalibrateView) self = data;
  g_autoptr (GError) error = NULL;
  ExReviewDetail *detail = ex_review_detail_read_finish (EX_SESSION (source), result, &error);
  ExReviews *reviews = ex_session_get_reviews (EX_SESSION (source));
  int leader;

  if (detail == NULL || self->id == NULL || !g_str_equal (self->id, detail->leader_id))
    {
      g_clear_pointer (&detail, ex_review_detail_free);
      return;
    }
  g_clear_pointer (&self->detail, ex_review_detail_free);
  self->detail = detail;
  leader = reviews != NULL ? leader_of (self, reviews) : -1;
  if (leader >= 0)
    show_rows (self, reviews, (guint) leader);
}

static void
read_detail (ExCalibrateView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ex_review_detail_read_async (self->session, self->id, self->reading, read_cb, g_object_ref (self));
}

static void
show_company (ExCalibrateView *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  int leader = reviews != NULL ? leader_of (self, reviews) : -1;

  if (leader < 0)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  show_who (self, reviews, (guint) leader);
  show_facts (self, reviews, (guint) leader);
  show_rows (self, reviews, (guint) leader);
  read_detail (self);
}

/* --- adjusting -------------------------------------------------------------------------------------------------------------------- */

static void
adjust_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExCalibrateView *self = EX_CALIBRATE_VIEW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  const ExAdjustment *adjustment = self->detail != NULL ? ex_review_detail_find_adjustment (self->detail, id) : NULL;

  if (self->session != NULL)
    ex_adjust_dialog_present (widget, self->session, id, adjustment);
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------------- */

static void
forget (ExCalibrateView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->session != NULL)
    g_clear_signal_handler (&self->changed, self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->detail, ex_review_detail_free);
}

static void
ex_calibrate_view_dispose (GObject *object)
{
  ExCalibrateView *self = EX_CALIBRATE_VIEW (object);

  forget (self);
  g_clear_pointer ((GtkWidget **) &self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_calibrate_view_parent_class)->dispose (object);
}

static void
ex_calibrate_view_class_init (ExCalibrateViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_calibrate_view_dispose;
  signals[GONE] = g_signal_new ("gone", EX_TYPE_CALIBRATE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/calibrate-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExCalibrateView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExCalibrateView, name);
  gtk_widget_class_bind_template_child (widget_class, ExCalibrateView, caption);
  gtk_widget_class_bind_template_child (widget_class, ExCalibrateView, facts);
  gtk_widget_class_bind_template_child (widget_class, ExCalibrateView, locked);
  gtk_widget_class_bind_template_child (widget_class, ExCalibrateView, objectives);
  gtk_widget_class_install_action (widget_class, "calibrate.adjust", "s", adjust_cb);
}

static void
ex_calibrate_view_init (ExCalibrateView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ex_calibrate_view_show (ExCalibrateView *self, ExSession *session, const char *leader_id)
{
  g_autofree char *id = g_strdup (leader_id);

  g_return_if_fail (EX_IS_CALIBRATE_VIEW (self));

  forget (self);
  if (session == NULL || id == NULL)
    return;
  self->session = g_object_ref (session);
  self->id = g_steal_pointer (&id);
  self->changed = g_signal_connect_object (session, "changed", G_CALLBACK (show_company), self, G_CONNECT_SWAPPED);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_company (self);
  if (self->id != NULL && !gtk_widget_child_focus (GTK_WIDGET (self->objectives), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->scroller), GTK_DIR_TAB_FORWARD);
}
