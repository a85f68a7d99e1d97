#include "config.h"

#include "ex-objective-view.h"

#include "company/ex-objective-chart.h"
#include "company/ex-target.h"
#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-chart-view.h"
#include "ex-check-in-dialog.h"
#include "ex-objective-dialog.h"
#include "ex-objective-rows.h"
#include "ex-row-group.h"
#include "ex-status-badge.h"
#include "ex-template-dialog.h"
#include "ex-why-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

struct _ExObjectiveView
{
  GtkWidget            parent_instance;

  ExSession           *session;
  gulong               changed;    /* handler on session */
  char                *id;
  GCancellable        *reading;
  GPtrArray           *shown;      /* (element-type ExCheckIn) (nullable) */
  char                *sentence;   /* (nullable) in place of the title */

  GtkScrolledWindow   *scroller;
  GtkWidget           *trail;
  GtkLabel            *title;
  GtkLabel            *description;
  GtkFlowBox          *facts;
  ExChartView         *chart;
  AdwBin              *working;
  AdwPreferencesGroup *check_ins;
  AdwPreferencesGroup *links;
  AdwPreferencesGroup *children;
};

enum { GONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExObjectiveView, ex_objective_view, GTK_TYPE_WIDGET)

/* --- the head ---------------------------------------------------------------------------------------------------------------- */

/* From the leader to the objective above: "Ana Okafor › under Keep who we have (Ben Ito)". */
static void
show_trail (ExObjectiveView *self, ExCompany *company, const ExObjective *objective)
{
  int leader = ex_company_find_leader (company, objective->leader_id);
  int parent = objective->parent_id != NULL ? ex_company_find_objective (company, objective->parent_id) : -1;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->trail)) != NULL)
    gtk_box_remove (GTK_BOX (self->trail), child);
  if (leader >= 0)
    gtk_box_append (GTK_BOX (self->trail), ex_trail_button_new (ex_company_get_leader (company, leader)->name, "leaders", "leader", objective->leader_id));
  if (parent >= 0)
    {
      gtk_box_append (GTK_BOX (self->trail), gtk_label_new (_("under")));
      gtk_box_append (GTK_BOX (self->trail), ex_trail_button_new (ex_company_get_objective (company, parent)->title, "objectives", "objective",
                                                           objective->parent_id));
    }
  else if (objective->local_reason != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("no parent: %s"), objective->local_reason);
      GtkWidget *label = gtk_label_new (words);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, words);
      gtk_box_append (GTK_BOX (self->trail), label);
    }
}

static void
add_fact (ExObjectiveView *self, GtkWidget *fact)
{
  gtk_flow_box_insert (self->facts, fact, -1);
}

static void
add_text (ExObjectiveView *self, const char *name, char *value)
{
  if (value != NULL && *value != '\0')
    add_fact (self, ex_objective_fact_text_new (name, value));
  g_free (value);
}

static void
show_facts (ExObjectiveView *self, const ExObjective *objective, const ExReading *reading)
{
  GtkWidget *badge = ex_status_badge_new ();
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->facts, 0)) != NULL)
    gtk_flow_box_remove (self->facts, GTK_WIDGET (child));

  ex_status_badge_set_status (EX_STATUS_BADGE (badge), reading->status);
  add_fact (self, ex_objective_fact_new (_("Status"), badge));
  add_text (self, reading->so_far ? _("Score so far") : _("Score"),
            reading->measured ? ex_format_percent (reading->score) : g_strdup (_("not measured, counts 0 %")));
  if (!isnan (reading->progress))
    add_text (self, _("Progress"), ex_format_percent (reading->progress));
  add_text (self, _("Weight"), ex_format_weight (objective->weight));
  if (objective->kind == EX_KIND_NUMBER)
    {
      add_text (self, _("Baseline"), ex_format_value (objective->baseline, objective->decimals, objective->unit));
      add_text (self, _("Target"), ex_format_value (objective->target, objective->decimals, objective->unit));
    }
  if (objective->due != EX_DAY_NONE)
    add_text (self, _("Due"), ex_format_day (objective->due));
  if (objective->kind != EX_KIND_MILESTONE)
    add_text (self, _("Check-ins give"), g_strdup (ex_aggregate_label (objective->aggregate)));
  if (objective->cadence != EX_CADENCE_NONE)
    add_text (self, _("Checked"), g_strdup (ex_cadence_label (objective->cadence)));
  add_text (self, _("Source"), g_strdup (objective->source));
  add_text (self, _("Journey stage"), g_strdup (objective->stage));
}

/* --- check-ins, with the chart and the working that they make -------------------------------------------------------------- */

static void
show_working (ExObjectiveView *self, const ExWorking *working)
{
  GtkWidget *grid = ex_working_grid_new (working);

  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  adw_bin_set_child (self->working, grid);
}

static void
show_check_ins (ExObjectiveView *self, ExCompany *company, const ExObjective *objective)
{
  const ExCycle *cycle = ex_company_get_cycle (company);
  g_autofree ExPoint *points = g_new (ExPoint, self->shown->len + 1);
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autoptr (ExChart) chart = NULL;
  ExReading reading;
  ExForecast forecast;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const ExCheckIn *check_in = g_ptr_array_index (self->shown, i);
      points[i] = (ExPoint) { check_in->day, check_in->value };
    }
  reading = ex_objective_read (objective, cycle, points, self->shown->len, ex_company_get_today (company), working);
  forecast = ex_forecast (objective, cycle, points, self->shown->len, working);
  chart = ex_objective_chart_new (objective, cycle, points, self->shown->len, &reading, &forecast);
  ex_chart_set_title (chart, ex_chart_get_title (chart), NULL);
  ex_chart_view_set_chart (self->chart, chart);
  show_working (self, working);

  ex_row_group_clear (self->check_ins);
  if (self->shown->len == 0)
    ex_row_group_add_hint (self->check_ins, _("None yet. The first one takes ten seconds."));
  for (guint i = self->shown->len; i > 0; i--)
    ex_row_group_add (self->check_ins, ex_objective_check_in_row_new (g_ptr_array_index (self->shown, i - 1), objective, cycle));
}

static gpointer
read_check_ins (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ex_store_list_check_ins (store, data, error);
}

static void
check_ins_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExObjectiveView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) check_ins = ex_session_call_finish (EX_SESSION (source), result, &error);
  ExCompany *company;
  int index;

  if (error != NULL && self->session != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The check-ins could not be read"), error);
  if (check_ins == NULL || self->session == NULL || self->id == NULL)
    return;
  company = ex_session_get_company (self->session);
  index = ex_company_find_objective (company, self->id);
  if (index < 0)
    return;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&check_ins);
  show_check_ins (self, company, ex_company_get_objective (company, index));
}

static void
show_links (ExObjectiveView *self, ExCompany *company, const ExObjective *objective)
{
  ex_row_group_clear (self->links);
  for (guint i = 0; i < objective->links->len; i++)
    ex_row_group_add (self->links, ex_objective_link_row_new (&g_array_index (objective->links, ExLink, i),
                                                           ex_company_get_info (company)->currency));
  if (objective->links->len == 0)
    ex_row_group_add_hint (self->links, _("Not linked to the customer asset yet. Edit it to say which movement it causes."));
}

static void
show_children (ExObjectiveView *self, ExCompany *company, const ExObjective *objective)
{
  gboolean any = FALSE;

  ex_row_group_clear (self->children);
  for (guint i = 0; i < ex_company_n_objectives (company); i++)
    if (g_strcmp0 (ex_company_get_objective (company, i)->parent_id, objective->id) == 0)
      {
        ex_row_group_add (self->children, ex_objective_child_row_new (company, i));
        any = TRUE;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->children), any);
}

static void
show_company (ExObjectiveView *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  int index = ex_company_find_objective (company, self->id);
  const ExObjective *objective;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (index < 0)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  objective = ex_company_get_objective (company, index);
  gtk_label_set_text (self->title, self->sentence != NULL ? self->sentence : objective->title);
  gtk_label_set_text (self->description, objective->description != NULL ? objective->description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description), objective->description != NULL);
  show_trail (self, company, objective);
  show_facts (self, objective, ex_company_get_reading (company, index));
  show_links (self, company, objective);
  show_children (self, company, objective);

  self->reading = g_cancellable_new ();
  ex_session_read_async (self->session, read_check_ins, g_strdup (self->id), g_free, (GDestroyNotify) g_ptr_array_unref,
                         self->reading, check_ins_read_cb, g_object_ref (self));
}

/* --- actions ---------------------------------------------------------------------------------------------------------------- */

static const ExObjective *
objective_of (ExObjectiveView *self)
{
  ExCompany *company = self->session != NULL ? ex_session_get_company (self->session) : NULL;
  int index = company != NULL && self->id != NULL ? ex_company_find_objective (company, self->id) : -1;

  return index >= 0 ? ex_company_get_objective (company, index) : NULL;
}

static void
check_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExObjectiveView *self = EX_OBJECTIVE_VIEW (widget);
  const ExObjective *objective = objective_of (self);

  if (objective != NULL)
    ex_check_in_dialog_present (widget, self->session, objective, NULL);
}

/* On the way down from the Overview a check-in has a level of its own, where it can be corrected too. */
static gboolean
go_down (ExObjectiveView *self, ExDay day)
{
  g_autofree char *iso = ex_day_to_iso (day);
  g_autofree char *key = ex_target_key (EX_TARGET_CHECK_IN, self->id, iso);

  return gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (self)), "trail.go", "s", key);
}

static void
mark_activated_cb (ExObjectiveView *self, guint mark)
{
  const char *key = ex_chart_mark_key (ex_chart_view_get_chart (self->chart), mark);

  if (key != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "trail.go", "s", key);
}

static void
correct_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExObjectiveView *self = EX_OBJECTIVE_VIEW (widget);
  const ExObjective *objective = objective_of (self);

  if (objective != NULL && go_down (self, g_variant_get_uint32 (parameter)))
    return;

  for (guint i = 0; objective != NULL && self->shown != NULL && i < self->shown->len; i++)
    {
      const ExCheckIn *check_in = g_ptr_array_index (self->shown, i);

      if (check_in->day == g_variant_get_uint32 (parameter))
        {
          ex_check_in_dialog_present (widget, self->session, objective, check_in);
          return;
        }
    }
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExObjectiveView *self = EX_OBJECTIVE_VIEW (widget);

  if (objective_of (self) != NULL)
    ex_objective_dialog_present (widget, self->session, self->id, NULL);
}

static void
keep_template_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExObjectiveView *self = EX_OBJECTIVE_VIEW (widget);
  const ExObjective *objective = objective_of (self);
  g_autoptr (ExTemplate) template = objective != NULL ? ex_template_from_objective (objective, NULL) : NULL;

  if (template != NULL)
    ex_template_dialog_present (widget, self->session, template);
}

static gpointer
remove_objective (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_remove_objective (store, data, error));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExObjectiveView) self = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  if (error != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The objective could not be removed"), error);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExObjectiveView *self = EX_OBJECTIVE_VIEW (widget);

  if (objective_of (self) != NULL)
    ex_session_write_async (self->session, N_("Remove an objective"), remove_objective, g_strdup (self->id), g_free, NULL, NULL,
                            removed_cb, g_object_ref (self));
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------- */

static void
ex_objective_view_dispose (GObject *object)
{
  ExObjectiveView *self = EX_OBJECTIVE_VIEW (object);

  ex_objective_view_show (self, NULL, NULL);
  g_clear_pointer ((GtkWidget **) &self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->sentence, g_free);
  G_OBJECT_CLASS (ex_objective_view_parent_class)->dispose (object);
}

static void
ex_objective_view_class_init (ExObjectiveViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_objective_view_dispose;
  g_type_ensure (EX_TYPE_CHART_VIEW);
  signals[GONE] = g_signal_new ("gone", EX_TYPE_OBJECTIVE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/objective-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, trail);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, title);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, description);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, facts);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, chart);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, working);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, check_ins);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, links);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveView, children);
  gtk_widget_class_install_action (widget_class, "objective.check-in", NULL, check_in_action);
  gtk_widget_class_install_action (widget_class, "objective.correct", "u", correct_action);
  gtk_widget_class_install_action (widget_class, "objective.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "objective.keep-template", NULL, keep_template_action);
  gtk_widget_class_install_action (widget_class, "objective.remove", NULL, remove_action);
}

static void
ex_objective_view_init (ExObjectiveView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ex_objective_view_set_sentence (ExObjectiveView *self, const char *sentence)
{
  char *copy = g_strdup (sentence);

  g_return_if_fail (EX_IS_OBJECTIVE_VIEW (self));

  /* Marks say that they can be opened where somebody listens: only on the way down. */
  if (self->sentence == NULL && sentence != NULL)
    g_signal_connect_object (self->chart, "mark-activated", G_CALLBACK (mark_activated_cb), self, G_CONNECT_SWAPPED);
  g_free (self->sentence);
  self->sentence = copy;
  if (self->sentence != NULL)
    gtk_label_set_text (self->title, self->sentence);
}

void
ex_objective_view_show (ExObjectiveView *self, ExSession *session, const char *id)
{
  g_return_if_fail (EX_IS_OBJECTIVE_VIEW (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->session != NULL)
    g_clear_signal_handler (&self->changed, self->session);
  g_set_object (&self->session, session);
  g_free (self->id);
  self->id = g_strdup (id);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  if (session == NULL || id == NULL)
    return;
  self->changed = g_signal_connect_object (session, "changed", G_CALLBACK (show_company), self, G_CONNECT_SWAPPED);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_company (self);
}
