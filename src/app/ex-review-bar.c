#include "config.h"

#include "ex-review-bar.h"

#include "core/ex-format.h"
#include "ex-assign-dialog.h"
#include "ex-review-actions.h"
#include "ex-review-remind.h"
#include "ex-review-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Assigning and reminding are no steps, but are counted like them. */
typedef enum { DO_AGREE, DO_ASSIGN, DO_REMIND, DO_EXCUSE, DO_MOVE, DO_SEND_BACK, DO_REOPEN, N_DEEDS } Deed;

typedef struct
{
  const char *action;
  ExStep      step;  /* that decides for whom it is something */
} DeedInfo;

static const DeedInfo deeds[N_DEEDS] = {
  [DO_AGREE] = { "bar.agree", EX_STEP_AGREE },
  [DO_ASSIGN] = { "bar.assign", EX_STEP_AGREE }, /* drafts: as long as nothing is agreed */
  [DO_REMIND] = { "bar.remind", EX_STEP_OBSERVE },
  [DO_EXCUSE] = { "bar.excuse", EX_STEP_EXCUSE },
  [DO_MOVE] = { "bar.move", EX_STEP_MOVE },
  [DO_SEND_BACK] = { "bar.send-back", EX_STEP_SEND_BACK },
  [DO_REOPEN] = { "bar.reopen", EX_STEP_REOPEN },
};

struct _ExReviewBar
{
  GtkWidget     parent_instance;

  ExSession    *session;
  char        **ids;    /* selected */
  guint         n;
  guint         count[N_DEEDS];

  GtkActionBar *bar;
  GtkLabel     *count_label;
  GtkButton    *agree;
  GtkButton    *assign;
  GtkButton    *remind;
  GtkWidget    *more;
};

enum { UNSELECT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExReviewBar, ex_review_bar, GTK_TYPE_WIDGET)

/* --- for how many ----------------------------------------------------------------------------------------------------------------------- */

/* Anybody who sees a review may write a mail about what it waits for. */
static gboolean
applies (const ExReviews *reviews, guint leader, Deed deed, int viewer)
{
  return ex_review_step_applies (reviews, leader, deeds[deed].step, deed == DO_REMIND && viewer >= 0 ? EX_NOBODY : viewer);
}

static void
count (ExReviewBar *self, const ExReviews *reviews, const GArray *selected)
{
  int viewer = ex_review_viewer (self->session);

  for (guint deed = 0; deed < N_DEEDS; deed++)
    {
      self->count[deed] = 0;
      for (guint i = 0; i < selected->len; i++)
        self->count[deed] += applies (reviews, g_array_index (selected, guint, i), deed, viewer);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), deeds[deed].action, self->count[deed] > 0);
    }
}

/* "Agree", of several "Agree 3". Short words: each has its number behind it. (transfer full) */
static char *
label_of (ExReviewBar *self, Deed deed)
{
  static const char *const labels[N_DEEDS] = {
    N_("_Agree"), N_("Assign _Objectives…"), N_("_Remind"), N_("_Excuse…"), N_("_Move to Another Reviewer…"), N_("_Send Back…"), N_("Re-o_pen…"),
  };
  g_autofree char *number = ex_format_integer (self->count[deed]);

  if (self->n == 1 || self->count[deed] == 0)
    return g_strdup (_(labels[deed]));
  /* Translators: a button, and for how many of those selected it is: "Agree (3)" */
  return g_strdup_printf (_("%s (%s)"), _(labels[deed]), number);
}

static void
show_button (ExReviewBar *self, GtkButton *button, Deed deed)
{
  g_autofree char *label = label_of (self, deed);

  gtk_button_set_label (button, label);
}

static void
show_more (ExReviewBar *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean hr = ex_review_viewer (self->session) == EX_NOBODY;

  for (guint deed = DO_EXCUSE; deed < N_DEEDS; deed++)
    {
      g_autofree char *label = label_of (self, deed);

      if (hr || deed == DO_SEND_BACK)
        g_menu_append (menu, label, deeds[deed].action);
    }
  /* What is selected is what the page prints (ex_page_get_report()). */
  g_menu_append (menu, _("Save As P_DF…"), "win.save-reviews");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), G_MENU_MODEL (menu));
}

/* A toast would cover the buttons: it stands above the bar. */
static void
lift_toasts (ExReviewBar *self)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (toasts == NULL)
    return;
  if (self->n > 0)
    gtk_widget_add_css_class (toasts, "above-bar");
  else
    gtk_widget_remove_css_class (toasts, "above-bar");
}

void
ex_review_bar_show (ExReviewBar *self, ExSession *session, ExReviews *reviews, const GArray *selected)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (EX_IS_REVIEW_BAR (self));

  g_set_object (&self->session, session);
  self->n = reviews != NULL ? selected->len : 0;
  for (guint i = 0; i < self->n; i++)
    g_strv_builder_add (ids, ex_company_get_leader (ex_reviews_get_company (reviews), g_array_index (selected, guint, i))->id);
  g_strfreev (self->ids);
  self->ids = g_strv_builder_end (ids);
  gtk_action_bar_set_revealed (self->bar, self->n > 0);
  lift_toasts (self);
  if (self->n == 0)
    return;
  number = ex_format_integer (self->n);
  words = g_strdup_printf (ngettext ("%s selected", "%s selected", self->n), number);
  gtk_label_set_text (self->count_label, words);
  count (self, reviews, selected);
  show_button (self, self->agree, DO_AGREE);
  show_button (self, self->assign, DO_ASSIGN);
  show_button (self, self->remind, DO_REMIND);
  show_more (self);
}

/* --- actions ---------------------------------------------------------------------------------------------------------------------------------- */

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExReviewBar *self = EX_REVIEW_BAR (widget);

  for (guint deed = 0; deed < N_DEEDS; deed++)
    if (g_str_equal (deeds[deed].action, name))
      {
        ex_review_actions_take (widget, self->session, deeds[deed].step, (const char * const *) self->ids);
        return;
      }
}

static void
assign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExReviewBar *self = EX_REVIEW_BAR (widget);

  ex_assign_dialog_present (widget, self->session, (const char * const *) self->ids);
}

static void
remind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExReviewBar *self = EX_REVIEW_BAR (widget);

  ex_review_remind (widget, self->session, (const char * const *) self->ids);
}

static void
unselect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[UNSELECT], 0);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------------------- */

static void
ex_review_bar_dispose (GObject *object)
{
  ExReviewBar *self = EX_REVIEW_BAR (object);

  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_strfreev);
  G_OBJECT_CLASS (ex_review_bar_parent_class)->dispose (object);
}

static void
ex_review_bar_class_init (ExReviewBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_review_bar_dispose;
  signals[UNSELECT] = g_signal_new ("unselect", EX_TYPE_REVIEW_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "bar.agree", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "bar.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "bar.remind", NULL, remind_action);
  gtk_widget_class_install_action (widget_class, "bar.excuse", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "bar.move", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "bar.send-back", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "bar.reopen", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "bar.unselect", NULL, unselect_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/review-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ExReviewBar, bar);
  gtk_widget_class_bind_template_child (widget_class, ExReviewBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, ExReviewBar, agree);
  gtk_widget_class_bind_template_child (widget_class, ExReviewBar, assign);
  gtk_widget_class_bind_template_child (widget_class, ExReviewBar, remind);
  gtk_widget_class_bind_template_child (widget_class, ExReviewBar, more);
}

static void
ex_review_bar_init (ExReviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
