#include "config.h"

#include "ex-leader-view.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-alert.h"
#include "ex-leader-columns.h"
#include "ex-leader-dialog.h"
#include "ex-leader-erase.h"
#include "ex-leader-rows.h"
#include "ex-objective-rows.h"
#include "ex-reward-columns.h"
#include "ex-row-group.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Rows are made by so many at a time: a manager may have a thousand reports, and each row takes its fifth of a millisecond. */
#define ROWS_A_TIME 30

struct _ExLeaderView
{
  GtkWidget            parent_instance;

  ExSession           *session;
  gulong               changed;         /* handler on session */
  char                *id;
  guint                objectives_shown;
  guint                reports_shown;

  GtkScrolledWindow   *scroller;
  GtkWidget           *trail;
  GtkLabel            *name;
  GtkLabel            *title;
  GtkFlowBox          *facts;
  GtkWidget           *weights_box;
  GtkLabel            *weights;
  AdwPreferencesGroup *objectives;
  AdwPreferencesGroup *reports;
};

enum { GONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExLeaderView, ex_leader_view, GTK_TYPE_WIDGET)

/* The row that stands for those that are not shown yet. */
static void
add_more (ExLeaderView *self, AdwPreferencesGroup *group, guint more, const char *action)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = ex_format_integer (more);
  g_autofree char *words = g_strdup_printf (ngettext ("%s more…", "%s more…", more), number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  ex_row_group_add (group, row);
}

/* --- who ------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
email_button (const char *email)
{
  g_autofree char *escaped = g_uri_escape_string (email, "@", TRUE);
  g_autofree char *uri = g_strconcat ("mailto:", escaped, NULL);
  GtkWidget *button = gtk_link_button_new_with_label (uri, email);

  gtk_widget_add_css_class (button, "caption");
  return button;
}

static void
show_trail (ExLeaderView *self, ExCompany *company, guint index)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  int parent = ex_company_get_tree (company)->parent[index];
  const ExLeader *manager = parent >= 0 ? ex_company_get_leader (company, (guint) parent) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->trail)) != NULL)
    gtk_box_remove (GTK_BOX (self->trail), child);
  /* Translators: before the name of a leader's manager */
  gtk_box_append (GTK_BOX (self->trail), gtk_label_new (manager != NULL ? _("reports to") : _("reports to nobody")));
  if (manager != NULL)
    gtk_box_append (GTK_BOX (self->trail), ex_trail_button_new (manager->name, "leaders", "leader", manager->id));
  if (leader->email != NULL)
    gtk_box_append (GTK_BOX (self->trail), email_button (leader->email));
}

static void
show_who (ExLeaderView *self, const ExLeader *leader)
{
  g_autofree char *both = leader->title != NULL && leader->unit != NULL
                          /* Translators: a leader's title, and the unit of the company that they lead */
                          ? g_strdup_printf (_("%s, %s"), leader->title, leader->unit)
                          : g_strdup (leader->title != NULL ? leader->title : leader->unit);

  gtk_label_set_text (self->name, leader->name);
  gtk_label_set_text (self->title, both != NULL ? both : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), both != NULL);
}

/* --- facts ----------------------------------------------------------------------------------------------------------------- */

static void
add_fact (ExLeaderView *self, const char *name, GtkWidget *value)
{
  gtk_flow_box_insert (self->facts, ex_objective_fact_new (name, value), -1);
}

/* @value is taken. */
static void
add_text (ExLeaderView *self, const char *name, char *value)
{
  GtkWidget *label;

  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }
  label = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_tooltip_text (label, value);
  gtk_widget_add_css_class (label, "numeric");
  add_fact (self, name, label);
  g_free (value);
}

/* Figures in one line stand on one line, with a "Why?" beside them or without. @figure: floating. */
static void
add_figure (ExLeaderView *self, GtkSizeGroup *line, const char *name, GtkWidget *figure)
{
  gtk_size_group_add_widget (line, figure);
  add_fact (self, name, figure);
}

static void
add_score (ExLeaderView *self, ExCompany *company, guint index, GtkSizeGroup *line)
{
  const ExStanding *standing = ex_company_get_standing (company, index);
  const char *name = ex_company_get_leader (company, index)->name;
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *value = ex_format_percent (standing->score);
  g_autofree char *of = g_strdup_printf (_("Score of %s"), name);

  ex_company_explain_score (company, index, working);
  add_figure (self, line, _("Score"), ex_leader_figure_new (value, of, standing->objectives > 0 ? working : NULL));
}

static void
add_team_score (ExLeaderView *self, ExCompany *company, guint index, GtkSizeGroup *line)
{
  const ExStanding *standing = ex_company_get_standing (company, index);
  const char *name = ex_company_get_leader (company, index)->name;
  g_autoptr (ExWorking) working = NULL;
  g_autofree char *value = ex_format_percent (standing->team_score);
  g_autofree char *below = ex_format_integer (standing->below);
  g_autofree char *of = g_strdup_printf (_("Team score of %s"), name);

  if (standing->below == 0)
    return;
  working = ex_working_new ();
  ex_company_explain_team_score (company, index, working);
  add_figure (self, line, _("Team score"), ex_leader_figure_new (value, of, working));
  add_figure (self, line, _("Leaders below"), ex_leader_figure_new (below, _("Leaders below"), NULL));
}

static void
show_facts (ExLeaderView *self, ExCompany *company, guint index)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  g_autoptr (GtkSizeGroup) line = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->facts, 0)) != NULL)
    gtk_flow_box_remove (self->facts, GTK_WIDGET (child));
  add_score (self, company, index, line);
  add_team_score (self, company, index, line);
  if (leader->incentive_target >= 0 && ex_reward_sees_pay (self->session, index))
    add_text (self, _("Incentive target"), ex_format_money (leader->incentive_target, ex_company_get_info (company)->currency));
  add_text (self, _("In role"), ex_leader_role_text (leader));
  add_text (self, _("Identifier"), g_strdup (leader->id));
}

static void
show_weights (ExLeaderView *self, const ExStanding *standing)
{
  g_autofree char *weight = ex_format_weight (standing->weight);
  g_autofree char *words = g_strdup_printf (_("The weights of these objectives total %s instead of 100 %%."), weight);

  gtk_label_set_text (self->weights, words);
  gtk_widget_set_visible (self->weights_box, standing->objectives > 0 && standing->weight != EX_WHOLE_BP);
}

/* --- objectives and reports ------------------------------------------------------------------------------------------------- */

static void
show_objectives (ExLeaderView *self, ExCompany *company, guint index)
{
  guint n;
  const guint *own = ex_company_leader_objectives (company, index, &n);

  ex_row_group_clear (self->objectives);
  for (guint i = 0; i < MIN (n, self->objectives_shown); i++)
    ex_row_group_add (self->objectives, ex_leader_objective_row_new (company, own[i]));
  if (n > self->objectives_shown)
    add_more (self, self->objectives, n - self->objectives_shown, "leader.more-objectives");
  if (ex_company_get_cycle (company) == NULL)
    ex_row_group_add_hint (self->objectives, _("There is no cycle yet that objectives could be in."));
  else if (n == 0)
    ex_row_group_add_hint (self->objectives, _("None in this cycle yet."));
}

static void
show_reports (ExLeaderView *self, ExCompany *company, guint index)
{
  const ExTree *tree = ex_company_get_tree (company);
  guint n = 0;

  ex_row_group_clear (self->reports);
  for (int child = tree->first_child[index]; child >= 0; child = tree->next_sibling[child])
    if (n++ < self->reports_shown)
      ex_row_group_add (self->reports, ex_leader_report_row_new (company, (guint) child));
  if (n > self->reports_shown)
    add_more (self, self->reports, n - self->reports_shown, "leader.more-reports");
  gtk_widget_set_visible (GTK_WIDGET (self->reports), n > 0);
}

static int
index_of (ExLeaderView *self)
{
  return self->session != NULL && self->id != NULL ? ex_company_find_leader (ex_session_get_company (self->session), self->id) : -1;
}

static void
show_company (ExLeaderView *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  int index = index_of (self);

  if (index < 0)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  show_trail (self, company, (guint) index);
  show_who (self, ex_company_get_leader (company, (guint) index));
  show_facts (self, company, (guint) index);
  show_weights (self, ex_company_get_standing (company, (guint) index));
  show_objectives (self, company, (guint) index);
  show_reports (self, company, (guint) index);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "leader.add-objective", ex_company_get_cycle (company) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "leader.erase",
                                 ex_leader_erase_is_offered (self->session, ex_company_get_leader (company, (guint) index)));
}

/* --- actions ---------------------------------------------------------------------------------------------------------------- */

static void
add_objective_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show", "(sss)", "objectives", "add", EX_LEADER_VIEW (widget)->id);
}

static void
add_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExLeaderView *self = EX_LEADER_VIEW (widget);

  if (index_of (self) >= 0)
    ex_leader_dialog_present (widget, self->session, NULL, self->id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExLeaderView *self = EX_LEADER_VIEW (widget);

  if (index_of (self) >= 0)
    ex_leader_dialog_present (widget, self->session, self->id, NULL);
}

static gpointer
remove_leader (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_remove_leader (store, data, error));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExLeaderView) self = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  if (error != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The leader could not be removed"), error);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExLeaderView *self = EX_LEADER_VIEW (widget);

  if (index_of (self) >= 0)
    ex_session_write_async (self->session, N_("Remove a leader"), remove_leader, g_strdup (self->id), g_free, NULL, NULL,
                            removed_cb, g_object_ref (self));
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show", "(sss)", "history", "leader", EX_LEADER_VIEW (widget)->id);
}

static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExLeaderView *self = EX_LEADER_VIEW (widget);

  if (index_of (self) >= 0)
    ex_leader_erase_ask (widget, self->session, ex_company_get_leader (ex_session_get_company (self->session), (guint) index_of (self)));
}

static void
more_objectives_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExLeaderView *self = EX_LEADER_VIEW (widget);

  self->objectives_shown += ROWS_A_TIME;
  if (index_of (self) >= 0)
    show_objectives (self, ex_session_get_company (self->session), (guint) index_of (self));
}

static void
more_reports_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExLeaderView *self = EX_LEADER_VIEW (widget);

  self->reports_shown += ROWS_A_TIME;
  if (index_of (self) >= 0)
    show_reports (self, ex_session_get_company (self->session), (guint) index_of (self));
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------- */

static void
ex_leader_view_dispose (GObject *object)
{
  ExLeaderView *self = EX_LEADER_VIEW (object);

  ex_leader_view_show (self, NULL, NULL);
  g_clear_pointer ((GtkWidget **) &self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_leader_view_parent_class)->dispose (object);
}

static void
ex_leader_view_class_init (ExLeaderViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_leader_view_dispose;
  signals[GONE] = g_signal_new ("gone", EX_TYPE_LEADER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/leader-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExLeaderView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderView, trail);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderView, name);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderView, title);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderView, facts);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderView, weights_box);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderView, weights);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderView, objectives);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderView, reports);
  gtk_widget_class_install_action (widget_class, "leader.add-objective", NULL, add_objective_action);
  gtk_widget_class_install_action (widget_class, "leader.add-report", NULL, add_report_action);
  gtk_widget_class_install_action (widget_class, "leader.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "leader.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "leader.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "leader.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "leader.more-objectives", NULL, more_objectives_action);
  gtk_widget_class_install_action (widget_class, "leader.more-reports", NULL, more_reports_action);
}

static void
ex_leader_view_init (ExLeaderView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ex_leader_view_show (ExLeaderView *self, ExSession *session, const char *id)
{
  char *copy = g_strdup (id);

  g_return_if_fail (EX_IS_LEADER_VIEW (self));

  if (self->session != NULL)
    g_clear_signal_handler (&self->changed, self->session);
  g_set_object (&self->session, session);
  g_free (self->id);
  self->id = copy;
  self->objectives_shown = self->reports_shown = ROWS_A_TIME;
  if (session == NULL || id == NULL)
    return;
  self->changed = g_signal_connect_object (session, "changed", G_CALLBACK (show_company), self, G_CONNECT_SWAPPED);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_company (self);
}
