#include "config.h"

#include "ex-statement-view.h"

#include "company/ex-reward-words.h"
#include "core/ex-format.h"
#include "ex-reward-columns.h"
#include "ex-rewards-words.h"
#include "ex-why-button.h"
#include "ex-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

struct _ExStatementView
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkLabel  *caption;
  GtkLabel  *sentence;
  GtkLabel  *note;
  GtkLabel  *own_words;
  GtkWidget *frame;   /* around the working */
  GtkWidget *copy;
  char      *text;    /* what Copy copies */
};

G_DEFINE_FINAL_TYPE (ExStatementView, ex_statement_view, GTK_TYPE_WIDGET)

/* --- words ------------------------------------------------------------------------------------------------------------------- */

static char *
sentence_of (const ExRewards *rewards, const ExReward *reward, gboolean own, gboolean asking)
{
  const char *name = reward->name != NULL ? reward->name : reward->leader_id;
  g_autofree char *amount = ex_reward_amount_words (reward, rewards->currency);
  g_autofree char *target = reward->target >= 0 ? ex_format_money (reward->target, rewards->currency) : NULL;

  if (target == NULL)
    return own ? g_strdup (_("You have no incentive target, and no reward.")) : g_strdup_printf (_("%s has no incentive target, and no reward."), name);
  if (isnan (reward->unrounded))
    return g_strdup_printf (_("Nothing is paid yet of %s: growth is not defined."), target);
  if (rewards->version > 0)
    /* Translators: an amount that was paid, and the incentive target */
    return own ? g_strdup_printf (_("Your reward is %s of %s."), amount, target)
               /* Translators: a name, an amount that was paid, and the incentive target */
               : g_strdup_printf (_("The reward of %s is %s of %s."), name, amount, target);
  if (asking)
    /* Translators: what a reward would be, and the incentive target */
    return own ? g_strdup_printf (_("Your reward would be %s of %s."), amount, target)
               : g_strdup_printf (_("The reward of %s would be %s of %s."), name, amount, target);
  return own ? g_strdup_printf (_("Your reward so far is %s of %s."), amount, target)
             : g_strdup_printf (_("The reward of %s so far is %s of %s."), name, amount, target);
}

/* --- the view ------------------------------------------------------------------------------------------------------------------ */

static void
copy_cb (ExStatementView *self)
{
  if (self->text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  ex_window_toast (GTK_WIDGET (self), _("The statement is copied"));
}

static void
show_label (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

/* The line that all others lead to. */
static void
mark_result (GtkWidget *label)
{
  if (label == NULL)
    return;
  gtk_widget_set_margin_top (label, 6);
  if (!gtk_widget_has_css_class (label, "dim-label"))
    gtk_widget_add_css_class (label, "heading");
}

void
ex_statement_view_show (ExStatementView *self, const ExRewards *rewards, const ExReward *reward, const ExCycle *cycle, gboolean own,
                        gboolean asking)
{
  const char *note = asking ? _("What if: only computed, and nothing is changed by it.") : NULL;
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *caption = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *words = NULL;
  g_autofree char *lines = NULL;
  GtkWidget *grid;

  g_return_if_fail (EX_IS_STATEMENT_VIEW (self));
  g_return_if_fail (rewards != NULL && reward != NULL && cycle != NULL);

  ex_rewards_explain (rewards, reward, working);
  caption = ex_rewards_caption (cycle, rewards, asking);
  sentence = sentence_of (rewards, reward, own, asking);
  words = ex_reward_words_own (reward);
  show_label (self->caption, caption);
  show_label (self->sentence, sentence);
  show_label (self->note, note);
  show_label (self->own_words, words);
  grid = ex_working_grid_new (working);
  gtk_widget_add_css_class (grid, "statement");
  for (int column = 0; column < 3; column++)
    mark_result (gtk_grid_get_child_at (GTK_GRID (grid), column, (int) ex_working_length (working) - 1));
  adw_bin_set_child (ADW_BIN (self->frame), grid);

  lines = ex_working_to_text (working);
  g_free (self->text);
  self->text = g_strdup_printf ("%s\n%s%s%s\n%s\n\n%s", reward->name != NULL ? reward->name : reward->leader_id, caption, note != NULL ? "\n" : "",
                                note != NULL ? note : "", sentence, lines);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------- */

static void
ex_statement_view_dispose (GObject *object)
{
  ExStatementView *self = EX_STATEMENT_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (ex_statement_view_parent_class)->dispose (object);
}

static void
ex_statement_view_class_init (ExStatementViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_statement_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/statement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExStatementView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExStatementView, caption);
  gtk_widget_class_bind_template_child (widget_class, ExStatementView, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExStatementView, note);
  gtk_widget_class_bind_template_child (widget_class, ExStatementView, own_words);
  gtk_widget_class_bind_template_child (widget_class, ExStatementView, frame);
  gtk_widget_class_bind_template_child (widget_class, ExStatementView, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
ex_statement_view_init (ExStatementView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
