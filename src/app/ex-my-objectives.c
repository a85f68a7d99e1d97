#include "config.h"

#include "ex-my-objectives.h"

#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "core/ex-quantity.h"
#include "ex-alert.h"
#include "ex-amendment-row.h"
#include "ex-check-in-dialog.h"
#include "ex-my-objective-row.h"
#include "ex-objective-dialog.h"
#include "ex-row-group.h"
#include "ex-why-button.h"

#include <glib/gi18n.h>
#include <math.h>

struct _ExMyObjectives
{
  GtkWidget            parent_instance;

  ExSession           *session;
  char                *leader_id;

  GtkWidget           *box;
  GtkLabel            *score;
  ExWhyButton         *why;
  GtkWidget           *add;
  GtkListBox          *list;
  GtkLabel            *none;
  AdwPreferencesGroup *missing;
  GtkWidget           *spread;
  AdwPreferencesGroup *amendments;
};

G_DEFINE_FINAL_TYPE (ExMyObjectives, ex_my_objectives, GTK_TYPE_WIDGET)

/* --- the list -------------------------------------------------------------------------------------------------------------------- */

/* Check-ins count until the review is assessed; while objectives are still planned there is nothing to measure. */
static ExMay
may_what (const ExReview *review, const ExCycle *cycle)
{
  gboolean planned = review->state == EX_REVIEW_DRAFTING && cycle->phase == EX_PHASE_PLAN;
  ExMay may = 0;

  if (review->excused || cycle->phase == EX_PHASE_CLOSED)
    return 0;
  if (review->state == EX_REVIEW_DRAFTING)
    may |= EX_MAY_EDIT;
  if (review->state == EX_REVIEW_AGREED || review->state == EX_REVIEW_SELF_ASSESSED)
    may |= EX_MAY_AMEND;
  if (review->state < EX_REVIEW_ASSESSED && !planned)
    may |= EX_MAY_CHECK_IN;
  return may;
}

static gboolean
is_drafting (const ExReview *review, const ExCycle *cycle)
{
  return (may_what (review, cycle) & EX_MAY_EDIT) != 0;
}

static char *
focused_objective (ExMyObjectives *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? g_strdup (g_object_get_data (G_OBJECT (row), "objective")) : NULL;
}

static void
show_list (ExMyObjectives *self, ExReviews *reviews, guint leader, const ExReviewDetail *detail)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  ExMay may = may_what (ex_reviews_get (reviews, leader), ex_reviews_get_cycle (reviews));
  g_autoptr (GtkSizeGroup) figures = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autofree char *focused = focused_objective (self);
  GtkListBoxRow *old;
  const guint *own;
  guint n;

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  own = ex_company_leader_objectives (company, leader, &n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = ex_my_objective_row_new (self->session, own[i], detail, may, figures);

      gtk_list_box_append (self->list, row);
      if (g_strcmp0 (focused, ex_company_get_objective (company, own[i])->id) == 0)
        gtk_widget_grab_focus (row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}

static void
show_score (ExMyObjectives *self, ExCompany *company, guint leader)
{
  const ExStanding *standing = ex_company_get_standing (company, leader);
  g_autofree char *score = ex_format_percent (standing->score);
  /* Translators: a score, then how many objectives are measured of how many: "score so far 68.4 % (3 of 4 measured)" */
  g_autofree char *words = standing->measured > 0 ? g_strdup_printf (_("score so far %s (%u of %u measured)"), score, standing->measured,
                                                                     standing->objectives)
                                                  : g_strdup (_("nothing measured yet"));
  g_autoptr (ExWorking) working = ex_working_new ();

  gtk_label_set_text (self->score, standing->objectives > 0 ? words : "");
  if (standing->measured > 0)
    ex_company_explain_score (company, leader, working);
  ex_why_button_set_working (self->why, _("Your score so far"), working);
}

static void
show_none (ExMyObjectives *self, ExReviews *reviews, guint leader)
{
  const ExCycle *cycle = ex_reviews_get_cycle (reviews);
  guint n, least = (guint) cycle->min_objectives;
  g_autofree char *words = NULL;

  ex_company_leader_objectives (ex_reviews_get_company (reviews), leader, &n);
  if (n == 0 && is_drafting (ex_reviews_get (reviews, leader), cycle))
    words = g_strdup_printf (ngettext ("None yet. A review of %s needs at least %u: what a customer notices, with a number to reach.",
                                       "None yet. A review of %s needs at least %u: what customers notice, each with a number to reach.", least),
                             cycle->name, least);
  else if (n == 0)
    words = g_strdup (_("There are none in this cycle."));
  gtk_label_set_text (self->none, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->none), words != NULL);
}

/* --- what is missing, with the way there -------------------------------------------------------------------------------------------- */

static void
add_missing (ExMyObjectives *self, ExCompany *company, guint leader, const ExMissing *missing)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (missing->text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (missing->mend == EX_MEND_OBJECTIVE && missing->objective >= 0)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", ex_company_get_objective (company, (guint) missing->objective)->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "my.edit");
    }
  else if (missing->mend == EX_MEND_OBJECTIVES && missing->leader == (int) leader
           && ex_company_get_standing (company, leader)->objectives < (guint) ex_company_get_cycle (company)->min_objectives)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "my.add");
  if (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)) != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  ex_row_group_add (self->missing, row);
}

static void
show_missing (ExMyObjectives *self, ExReviews *reviews, guint leader)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExStanding *standing = ex_company_get_standing (company, leader);
  gboolean drafting = is_drafting (ex_reviews_get (reviews, leader), ex_reviews_get_cycle (reviews));
  g_autoptr (GPtrArray) missing = drafting ? ex_gate_agree (reviews, leader) : NULL;

  ex_row_group_clear (self->missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL && missing->len > 0);
  gtk_widget_set_visible (self->spread, standing->objectives > 0 && standing->weight != EX_WHOLE_BP);
  for (guint i = 0; missing != NULL && i < missing->len; i++)
    add_missing (self, company, leader, g_ptr_array_index (missing, i));
}

static void
show_amendments (ExMyObjectives *self, const ExReviewDetail *detail)
{
  guint n = detail != NULL ? detail->sheet->amendments->len : 0;

  ex_row_group_clear (self->amendments);
  gtk_widget_set_visible (GTK_WIDGET (self->amendments), n > 0);
  for (guint i = 0; i < n; i++)
    ex_row_group_add (self->amendments, ex_amendment_row_new (self->session, g_ptr_array_index (detail->sheet->amendments, i)));
}

void
ex_my_objectives_show (ExMyObjectives *self, ExSession *session, guint leader, const ExReviewDetail *detail)
{
  ExReviews *reviews;
  ExCompany *company;

  g_return_if_fail (EX_IS_MY_OBJECTIVES (self));
  g_return_if_fail (EX_IS_SESSION (session));

  reviews = ex_session_get_reviews (session);
  company = ex_session_get_company (session);
  g_set_object (&self->session, session);
  g_free (self->leader_id);
  self->leader_id = g_strdup (ex_company_get_leader (company, leader)->id);
  gtk_widget_set_visible (self->add, is_drafting (ex_reviews_get (reviews, leader), ex_reviews_get_cycle (reviews)));
  show_score (self, company, leader);
  show_list (self, reviews, leader, detail);
  show_none (self, reviews, leader);
  show_missing (self, reviews, leader);
  show_amendments (self, detail);
}

void
ex_my_objectives_focus (ExMyObjectives *self, gboolean amendments)
{
  g_return_if_fail (EX_IS_MY_OBJECTIVES (self));

  if (amendments && gtk_widget_get_visible (GTK_WIDGET (self->amendments)))
    gtk_widget_child_focus (GTK_WIDGET (self->amendments), GTK_DIR_TAB_FORWARD);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->missing)))
    gtk_widget_child_focus (GTK_WIDGET (self->missing), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* --- actions ------------------------------------------------------------------------------------------------------------------------- */

static void
check_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExMyObjectives *self = EX_MY_OBJECTIVES (widget);
  ExCompany *company = ex_session_get_company (self->session);
  int index = ex_company_find_objective (company, g_variant_get_string (parameter, NULL));

  if (index >= 0)
    ex_check_in_dialog_present (widget, self->session, ex_company_get_objective (company, (guint) index), NULL);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExMyObjectives *self = EX_MY_OBJECTIVES (widget);

  ex_objective_dialog_present (widget, self->session, g_variant_get_string (parameter, NULL), NULL);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExMyObjectives *self = EX_MY_OBJECTIVES (widget);

  ex_objective_dialog_present (widget, self->session, NULL, self->leader_id);
}

static void
objective_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show", "(sss)", "objectives", "objective", g_variant_get_string (parameter, NULL));
}

typedef struct
{
  char *cycle_id;
  char *leader_id;
} Spread;

static void
spread_free (gpointer data)
{
  Spread *spread = data;

  g_free (spread->cycle_id);
  g_free (spread->leader_id);
  g_free (spread);
}

static gpointer
spread_weights (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Spread *spread = data;

  return GINT_TO_POINTER (ex_store_spread_weights (store, spread->cycle_id, spread->leader_id, error));
}

static void
spread_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  if (error != NULL)
    ex_alert_error (self, _("The weights could not be spread"), error);
}

static void
spread_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExMyObjectives *self = EX_MY_OBJECTIVES (widget);
  Spread *spread = g_new0 (Spread, 1);

  *spread = (Spread) { g_strdup (ex_company_get_cycle (ex_session_get_company (self->session))->id), g_strdup (self->leader_id) };
  ex_session_write_async (self->session, N_("Spread weights evenly"), spread_weights, spread, spread_free, NULL, NULL, spread_cb,
                          g_object_ref (self));
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------------ */

static void
ex_my_objectives_dispose (GObject *object)
{
  ExMyObjectives *self = EX_MY_OBJECTIVES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->leader_id, g_free);
  G_OBJECT_CLASS (ex_my_objectives_parent_class)->dispose (object);
}

static void
ex_my_objectives_class_init (ExMyObjectivesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_my_objectives_dispose;
  g_type_ensure (EX_TYPE_WHY_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/my-objectives.ui");
  gtk_widget_class_bind_template_child (widget_class, ExMyObjectives, box);
  gtk_widget_class_bind_template_child (widget_class, ExMyObjectives, score);
  gtk_widget_class_bind_template_child (widget_class, ExMyObjectives, why);
  gtk_widget_class_bind_template_child (widget_class, ExMyObjectives, add);
  gtk_widget_class_bind_template_child (widget_class, ExMyObjectives, list);
  gtk_widget_class_bind_template_child (widget_class, ExMyObjectives, none);
  gtk_widget_class_bind_template_child (widget_class, ExMyObjectives, missing);
  gtk_widget_class_bind_template_child (widget_class, ExMyObjectives, spread);
  gtk_widget_class_bind_template_child (widget_class, ExMyObjectives, amendments);
  gtk_widget_class_install_action (widget_class, "my.check-in", "s", check_in_action);
  gtk_widget_class_install_action (widget_class, "my.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "my.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "my.objective", "s", objective_action);
  gtk_widget_class_install_action (widget_class, "my.spread", NULL, spread_action);
}

static void
ex_my_objectives_init (ExMyObjectives *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
