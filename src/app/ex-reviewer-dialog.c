#include "config.h"

#include "ex-reviewer-dialog.h"

#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "ex-form-rows.h"
#include "ex-leader-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_REVIEWER_DIALOG (ex_reviewer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewerDialog, ex_reviewer_dialog, EX, REVIEWER_DIALOG, AdwWindow)

struct _ExReviewerDialog
{
  AdwWindow            parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *chooser;
  GtkEditable         *why;
  GtkLabel            *problem;

  ExReviews           *reviews;
  int                  leader;   /* index; EX_NOBODY: several */
  GtkWidget           *parent;
  ExReviewerChosen     chosen;
  gpointer             data;
  GDestroyNotify       destroy;
};

G_DEFINE_FINAL_TYPE (ExReviewerDialog, ex_reviewer_dialog, ADW_TYPE_WINDOW)

/* (transfer full) */
static char *
typed (ExReviewerDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->why)));
}

/* What stands against the one who is chosen. (transfer full) (nullable) */
static char *
find_problem (ExReviewerDialog *self)
{
  const char *id = ex_leader_chooser_get_id (EX_LEADER_CHOOSER (self->chooser));
  int to = id != NULL ? ex_company_find_leader (ex_reviews_get_company (self->reviews), id) : -1;
  g_autoptr (GPtrArray) missing = NULL;

  if (to < 0 || self->leader < 0)
    return NULL;
  missing = ex_step_missing (self->reviews, (guint) self->leader, EX_STEP_MOVE, "-", to);
  return missing->len > 0 ? ex_missing_to_text (missing) : NULL;
}

static void
check_cb (ExReviewerDialog *self)
{
  g_autofree char *why = typed (self);
  g_autofree char *problem = NULL;
  const char *id;

  if (self->chooser == NULL)
    return;
  id = ex_leader_chooser_get_id (EX_LEADER_CHOOSER (self->chooser));
  problem = find_problem (self);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reviewer.move", id != NULL && *why != '\0' && problem == NULL);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExReviewerDialog *self = EX_REVIEWER_DIALOG (widget);
  g_autoptr (ExReviewerDialog) kept = g_object_ref (self);
  g_autofree char *why = typed (self);
  g_autofree char *to = g_strdup (ex_leader_chooser_get_id (EX_LEADER_CHOOSER (self->chooser)));

  gtk_window_destroy (GTK_WINDOW (self));
  self->chosen (self->parent, to, why, self->data);
}

static void
entry_activated_cb (ExReviewerDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reviewer.move", NULL);
}

static void
ex_reviewer_dialog_finalize (GObject *object)
{
  ExReviewerDialog *self = EX_REVIEWER_DIALOG (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  G_OBJECT_CLASS (ex_reviewer_dialog_parent_class)->finalize (object);
}

static void
ex_reviewer_dialog_class_init (ExReviewerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_reviewer_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "reviewer.move", NULL, move_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/reviewer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExReviewerDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ExReviewerDialog, why);
  gtk_widget_class_bind_template_child (widget_class, ExReviewerDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
ex_reviewer_dialog_init (ExReviewerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->leader = EX_NOBODY;
}

/* "Ana Okafor is reviewed by Ben Ito", or how many there are. */
static char *
heading (ExReviewerDialog *self, guint n)
{
  g_autofree char *number = ex_format_integer (n);

  if (self->leader < 0)
    return g_strdup_printf (ngettext ("Move %s review", "Move %s reviews", n), number);
  return g_strdup_printf (_("%s is reviewed by %s"), ex_company_get_leader (ex_reviews_get_company (self->reviews), (guint) self->leader)->name,
                          ex_reviews_get_reviewer_name (self->reviews, (guint) self->leader));
}

/* The manager of the day is the likely one, where that is another. (nullable) */
static const char *
likely (ExReviewerDialog *self)
{
  int manager;

  if (self->leader < 0)
    return NULL;
  manager = ex_reviews_get_manager (self->reviews, (guint) self->leader);
  if (manager < 0 || manager == ex_reviews_get_reviewer (self->reviews, (guint) self->leader))
    return NULL;
  return ex_company_get_leader (ex_reviews_get_company (self->reviews), (guint) manager)->id;
}

static void
fill (ExReviewerDialog *self, const char *leader_id, guint n)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  GtkWidget *row;
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;

  self->leader = n == 1 ? ex_company_find_leader (company, leader_id) : EX_NOBODY;
  title = heading (self, n);
  markup = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (self->group, markup);
  row = ex_form_leader_row_new (_("New reviewer"), _("Nobody chosen"), &self->chooser);
  ex_leader_chooser_fill (EX_LEADER_CHOOSER (self->chooser), company, self->leader >= 0 ? leader_id : NULL, likely (self));
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (check_cb), self);
  adw_preferences_group_add (self->group, row);
}

void
ex_reviewer_dialog_present (GtkWidget *parent, ExSession *session, const char * const *leader_ids, ExReviewerChosen chosen, gpointer data,
                            GDestroyNotify destroy)
{
  ExReviewerDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (EX_IS_SESSION (session) && ex_session_get_reviews (session) != NULL);
  g_return_if_fail (leader_ids != NULL && leader_ids[0] != NULL && chosen != NULL);

  self = g_object_new (EX_TYPE_REVIEWER_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->parent = g_object_ref (parent);
  self->reviews = ex_reviews_ref (ex_session_get_reviews (session));
  self->chosen = chosen;
  self->data = data;
  self->destroy = destroy;
  fill (self, leader_ids[0], g_strv_length ((char **) leader_ids));
  check_cb (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_widget_child_focus (self->chooser, GTK_DIR_TAB_FORWARD);
  gtk_window_present (GTK_WINDOW (self));
}
