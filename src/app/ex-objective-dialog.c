#include "config.h"

#include "ex-objective-dialog.h"

#include "company/ex-objective-ladder.h"
#include "ex-alert.h"
#include "ex-chart-view.h"
#include "ex-form-rows.h"
#include "ex-objective-form.h"
#include "ex-objective-proposal.h"
#include "ex-reason-dialog.h"

#include <glib/gi18n.h>

#define EX_TYPE_OBJECTIVE_DIALOG (ex_objective_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExObjectiveDialog, ex_objective_dialog, EX, OBJECTIVE_DIALOG, AdwWindow)

typedef enum { ADDING, EDITING, AMENDING, READING } Mode;

struct _ExObjectiveDialog
{
  AdwWindow            parent_instance;

  ExSession           *session;
  ExCompany           *company;   /* as it was when the dialog came up */
  ExReviews           *reviews;   /* of it; NULL: none */
  ExCycle             *cycle;
  Mode                 mode;
  ExObjectiveForm     *form;
  ExWeightRows        *weights;   /* of the others; while amending */
  ExObjective         *saved;     /* what stands in the file; NULL: not added yet */
  gboolean             saving;
  gboolean             again;     /* something was typed while saving */

  GtkButton           *close;
  GtkWidget           *add;
  GtkWidget           *propose;
  GtkLabel            *hint;
  AdwPreferencesGroup *what;
  AdwPreferencesGroup *measure;
  AdwPreferencesGroup *ladder;
  ExChartView         *chart;
  AdwPreferencesGroup *claim;
  AdwPreferencesGroup *cascade;
  AdwPreferencesGroup *others;
  GtkWidget           *removal;
};

G_DEFINE_FINAL_TYPE (ExObjectiveDialog, ex_objective_dialog, ADW_TYPE_WINDOW)

static void save (ExObjectiveDialog *self);

/* --- what is typed, and what it still lacks ----------------------------------------------------------------------------------- */

static char *
join (GPtrArray *sentences)
{
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* (nullable): NULL with @hint (transfer full) where nothing can be saved; else @hint says what makes it not measurable. */
static ExObjective *
typed (ExObjectiveDialog *self, char **hint)
{
  g_autoptr (ExObjective) objective = ex_objective_form_read (self->form, hint);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  if (objective == NULL)
    return NULL;
  problems = ex_objective_problems (objective, self->cycle);
  if (problems->len > 0)
    {
      *hint = join (problems);
      return NULL;
    }
  missing = ex_objective_missing (objective, self->cycle);
  *hint = missing->len > 0 ? join (missing) : NULL;
  return g_steal_pointer (&objective);
}

/* The weights of the leader's other objectives, as they stand or, while amending, as they are typed. */
static int
others_weight (ExObjectiveDialog *self, const ExObjective *objective)
{
  g_autofree char *problem = NULL;
  int total, leader;

  if (self->weights != NULL)
    return ex_weight_rows_total (self->weights, &total, &problem) ? total : 0;
  leader = objective != NULL ? ex_company_find_leader (self->company, objective->leader_id) : -1;
  if (leader < 0)
    return 0;
  total = ex_company_get_standing (self->company, (guint) leader)->weight;
  if (self->saved != NULL && g_str_equal (self->saved->leader_id, objective->leader_id))
    {
      int index = ex_company_find_objective (self->company, self->saved->id);

      total -= index >= 0 ? ex_company_get_objective (self->company, (guint) index)->weight : 0;
    }
  return total;
}

static gboolean
is_top (ExObjectiveDialog *self, const ExObjective *objective)
{
  int leader = objective != NULL ? ex_company_find_leader (self->company, objective->leader_id) : -1;

  return leader >= 0 && self->reviews != NULL && ex_reviews_is_top (self->reviews, (guint) leader);
}

static guint
leader_of (ExObjectiveDialog *self)
{
  return (guint) ex_company_find_leader (self->company, self->saved->leader_id);
}

static char *
describe (ExObjectiveDialog *self, const ExObjective *objective, const char *hint, gboolean *ready)
{
  *ready = FALSE;
  if (self->mode == READING)
    return g_strdup (_("The review is assessed, signed or closed: nothing of its objectives changes any more."));
  if (objective == NULL)
    return g_strdup (hint);
  if (self->mode == AMENDING)
    return ex_objective_proposal_describe (self->reviews, leader_of (self), self->saved, objective, self->weights, ready);
  if (hint != NULL)
    /* Translators: sentences that say what is missing */
    return g_strdup_printf (_("A draft, not measurable yet. %s"), hint);
  if (objective->links->len == 0)
    return g_strdup (_("Measurable. Say which movement of the customer asset it is meant to cause."));
  if (objective->parent_id == NULL && objective->local_reason == NULL && !is_top (self, objective))
    return g_strdup (_("Measurable. Choose the objective above that it serves, or say why it is local."));
  return g_strdup (_("Measurable, linked, and in its place: it can be agreed."));
}

/* The ladder as a picture, with where the objective stands on it. What is no objective yet leaves the last one. */
static void
show_ladder (ExObjectiveDialog *self, const ExObjective *objective)
{
  int index = self->saved != NULL ? ex_company_find_objective (self->company, self->saved->id) : -1;
  const ExReading *reading = index >= 0 ? ex_company_get_reading (self->company, (guint) index) : NULL;
  g_autoptr (ExChart) chart = NULL;

  if (objective == NULL)
    return;
  chart = ex_objective_ladder_new (objective, reading, self->cycle);
  ex_chart_view_set_chart (self->chart, chart);
}

static void
typed_cb (gpointer data)
{
  ExObjectiveDialog *self = data;
  g_autofree char *hint = NULL;
  g_autoptr (ExObjective) objective = typed (self, &hint);
  gboolean ready;
  g_autofree char *words = describe (self, objective, hint, &ready);

  gtk_label_set_text (self->hint, words);
  gtk_widget_set_sensitive (self->add, objective != NULL);
  gtk_widget_set_sensitive (self->propose, ready);
  show_ladder (self, objective);
  ex_objective_form_hint (self->form, objective, self->cycle, others_weight (self, objective), is_top (self, objective));
  /* An empty form is nobody's mistake yet. */
  if (objective == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
}

static void
weights_typed_cb (ExObjectiveDialog *self)
{
  if (self->weights != NULL)
    typed_cb (self);
}

static void
settled_cb (gpointer data)
{
  ExObjectiveDialog *self = data;

  if (self->mode == EDITING || self->mode == AMENDING)
    save (self);
}

/* --- saving --------------------------------------------------------------------------------------------------------------------- */

static gpointer
save_objective (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_objective (store, data, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExObjectiveDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  self->saving = FALSE;
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->form == NULL)
    return;
  if (!done)
    {
      gtk_widget_set_sensitive (self->add, TRUE);
      ex_alert_error (GTK_WIDGET (self), _("The objective could not be saved"), error);
    }
  else if (self->mode == ADDING)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->again)
    save (self);
}

static void
write_objective (ExObjectiveDialog *self, ExObjective *objective, const char *action)
{
  self->saving = TRUE;
  ex_session_write_async (self->session, action, save_objective, objective, (GDestroyNotify) ex_objective_free, NULL, NULL, saved_cb,
                          g_object_ref (self));
}

/* What differs from the file, of what changes at once. (transfer full) (nullable) */
static ExObjective *
to_save (ExObjectiveDialog *self)
{
  g_autofree char *hint = NULL;
  g_autoptr (ExObjective) objective = typed (self, &hint);
  g_autoptr (ExObjective) words = NULL;

  if (objective == NULL)
    return NULL;
  if (self->mode == AMENDING)
    {
      words = ex_objective_proposal_words (self->saved, objective);
      g_clear_pointer (&objective, ex_objective_free);
      objective = g_steal_pointer (&words);
    }
  if (self->saved != NULL && ex_objective_equal (objective, self->saved))
    return NULL;
  return g_steal_pointer (&objective);
}

/* One save at a time. */
static void
save (ExObjectiveDialog *self)
{
  g_autoptr (ExObjective) objective = to_save (self);

  self->again = self->saving;
  if (objective == NULL || self->saving)
    return;
  if (self->mode == ADDING)
    {
      g_free (objective->id);
      objective->id = ex_objective_make_id (self->cycle->id, objective->leader_id, objective->title);
      gtk_widget_set_sensitive (self->add, FALSE);
      write_objective (self, g_steal_pointer (&objective), N_("Add an objective"));
      return;
    }
  ex_objective_free (self->saved);
  self->saved = ex_objective_copy (objective);
  write_objective (self, g_steal_pointer (&objective), N_("Edit an objective"));
}

static void
add_cb (ExObjectiveDialog *self)
{
  save (self);
}

/* --- proposing ------------------------------------------------------------------------------------------------------------------- */

static void
reason_cb (GtkWidget *widget, const char *why, gpointer data)
{
  ExObjectiveDialog *self = EX_OBJECTIVE_DIALOG (widget);
  g_autofree char *hint = NULL;
  g_autoptr (ExObjective) after = self->form != NULL ? typed (self, &hint) : NULL;
  g_autoptr (GPtrArray) changed = after != NULL ? ex_objective_proposal_list (self->saved, after, self->weights) : NULL;

  if (changed != NULL && changed->len > 0)
    ex_objective_proposal_write (GTK_WINDOW (self), self->session, g_steal_pointer (&changed), why);
}

static void
propose_cb (ExObjectiveDialog *self)
{
  g_autofree char *body = g_strdup_printf (_("%s reads it, beside what changes: before and after are kept side by side."),
                                           ex_reviews_get_reviewer_name (self->reviews, leader_of (self)));

  ex_reason_dialog_present (GTK_WIDGET (self), _("Why should it change?"), body, _("_Propose"), reason_cb, NULL, NULL);
}

/* --- removing --------------------------------------------------------------------------------------------------------------------- */

static gpointer
remove_objective (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_remove_objective (store, data, error));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExObjectiveDialog) self = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (error != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The objective could not be removed"), error);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
remove_cb (ExObjectiveDialog *self)
{
  self->mode = READING; /* nothing typed is saved any more */
  ex_session_write_async (self->session, N_("Remove an objective"), remove_objective, g_strdup (self->saved->id), g_free, NULL, NULL,
                          removed_cb, g_object_ref (self));
}

/* --- the window --------------------------------------------------------------------------------------------------------------------- */

/* What is typed in the field that has the focus is saved too. */
static gboolean
ex_objective_dialog_close_request (GtkWindow *window)
{
  settled_cb (window);
  return GTK_WINDOW_CLASS (ex_objective_dialog_parent_class)->close_request (window);
}

static void
ex_objective_dialog_dispose (GObject *object)
{
  ExObjectiveDialog *self = EX_OBJECTIVE_DIALOG (object);
  ExWeightRows *weights = g_steal_pointer (&self->weights);

  G_OBJECT_CLASS (ex_objective_dialog_parent_class)->dispose (object);
  g_clear_pointer (&weights, ex_weight_rows_free);
  g_clear_pointer (&self->form, ex_objective_form_free);
  g_clear_pointer (&self->saved, ex_objective_free);
  g_clear_pointer (&self->cycle, ex_cycle_free);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_object (&self->session);
}

static void
ex_objective_dialog_class_init (ExObjectiveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_objective_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ex_objective_dialog_close_request;
  g_type_ensure (EX_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/objective-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, close);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, add);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, propose);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, what);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, measure);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, ladder);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, chart);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, claim);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, cascade);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, others);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, removal);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, propose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
ex_objective_dialog_init (ExObjectiveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static ExObjective *
new_objective (ExCompany *company, const char *leader_id)
{
  const ExTree *tree = ex_company_get_tree (company);
  const char *leader = leader_id != NULL ? leader_id : ex_company_get_leader (company, tree->order[0])->id;

  return ex_objective_new ("", ex_company_get_cycle (company)->id, leader, "", EX_KIND_NUMBER);
}

/* How far the review has come says what can be edited. */
static Mode
mode_of (ExObjectiveDialog *self)
{
  const ExReview *review;

  if (self->saved == NULL)
    return ADDING;
  if (self->reviews == NULL)
    return EDITING;
  review = ex_reviews_get (self->reviews, leader_of (self));
  if (self->cycle->phase == EX_PHASE_CLOSED || review->state >= EX_REVIEW_ASSESSED)
    return READING;
  return review->state >= EX_REVIEW_AGREED ? AMENDING : EDITING;
}

/* One change of what was agreed is decided before another is proposed. */
static gboolean
is_proposed (ExObjectiveDialog *self)
{
  return self->mode == AMENDING && ex_reviews_n_amendments (self->reviews, leader_of (self)) > 0;
}

static void
take_mode (ExObjectiveDialog *self, const char *leader_id)
{
  static const ExFormLock locks[] = { EX_FORM_OPEN, EX_FORM_OPEN, EX_FORM_AGREED, EX_FORM_SHUT };
  static const char * const titles[] = { N_("New Objective"), N_("Edit Objective"), N_("Propose an Amendment"), N_("Objective") };
  gboolean own = g_strcmp0 (ex_session_get_actor (self->session), leader_id) == 0;

  self->mode = mode_of (self);
  gtk_window_set_title (GTK_WINDOW (self), _(titles[self->mode]));
  gtk_button_set_label (self->close, self->mode == ADDING ? _("_Cancel") : _("_Done"));
  gtk_widget_set_visible (self->add, self->mode == ADDING);
  gtk_widget_set_visible (self->propose, self->mode == AMENDING && !is_proposed (self));
  gtk_widget_set_visible (GTK_WIDGET (self->others), self->mode == AMENDING && !is_proposed (self));
  gtk_widget_set_visible (self->removal, self->mode == EDITING);
  if (self->mode == AMENDING)
    self->weights = ex_weight_rows_new (self->others, self->company, self->saved->leader_id, self->saved->id, G_CALLBACK (weights_typed_cb), self);
  ex_objective_form_lock (self->form, is_proposed (self) ? EX_FORM_WORDS : locks[self->mode], own || self->mode >= AMENDING);
}

void
ex_objective_dialog_present (GtkWidget *parent, ExSession *session, const char *id, const char *leader_id)
{
  ExCompany *company = ex_session_get_company (session);
  int index = id != NULL ? ex_company_find_objective (company, id) : -1;
  g_autoptr (ExObjective) objective = NULL;
  ExObjectiveDialog *self;

  if (ex_company_get_cycle (company) == NULL || ex_company_n_leaders (company) == 0)
    {
      ex_alert_show (parent, _("An objective needs a leader and a cycle"),
                     _("Add or import leaders first, then make a cycle from the header bar."));
      return;
    }
  self = g_object_new (EX_TYPE_OBJECTIVE_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  AdwPreferencesGroup *groups[EX_FORM_GROUPS] = { self->what, self->measure, self->ladder, self->claim, self->cascade };
  self->session = g_object_ref (session);
  self->company = ex_company_ref (company);
  self->reviews = ex_session_get_reviews (session) != NULL ? ex_reviews_ref (ex_session_get_reviews (session)) : NULL;
  self->cycle = ex_cycle_copy (ex_company_get_cycle (company));
  self->form = ex_objective_form_new (groups, company, typed_cb, settled_cb, self);

  objective = index >= 0 ? ex_objective_copy (ex_company_get_objective (company, (guint) index)) : new_objective (company, leader_id);
  if (index >= 0)
    self->saved = ex_objective_copy (objective);
  take_mode (self, objective->leader_id);
  ex_objective_form_fill (self->form, objective);
  typed_cb (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  ex_objective_form_focus (self->form);
}
