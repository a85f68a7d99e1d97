#include "config.h"

#include "ex-advance-dialog.h"

#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "ex-form-rows.h"
#include "ex-laggards.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_ADVANCE_DIALOG (ex_advance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExAdvanceDialog, ex_advance_dialog, EX, ADVANCE_DIALOG, AdwWindow)

/* Of a level, by name; the others are on the Reviews page. */
#define MOST_NAMES 30

struct _ExAdvanceDialog
{
  AdwWindow            parent_instance;

  ExReviews           *reviews;
  GPtrArray           *laggards; /* (element-type ExLaggards) */
  GtkWidget           *parent;
  ExAlertAnswer        answer;
  gpointer             data;
  GDestroyNotify       destroy;

  GtkWidget           *advance_button;
  GtkLabel            *sentence;
  GtkLabel            *meaning;
  AdwPreferencesGroup *levels;
};

G_DEFINE_FINAL_TYPE (ExAdvanceDialog, ex_advance_dialog, ADW_TYPE_WINDOW)

/* --- words ---------------------------------------------------------------------------------------------------------------- */

/* "3 of 12 are not agreed yet", "all 12 are agreed". (transfer full) */
static char *
count_words (ExReviewState state, guint behind, guint leaders)
{
  g_autofree char *some = ex_format_integer (behind);
  g_autofree char *all = ex_format_integer (leaders);

  if (behind == 0 && state == EX_REVIEW_AGREED)
    return g_strdup_printf (ngettext ("The %s review is agreed.", "All %s reviews are agreed.", leaders), all);
  if (behind == 0)
    return g_strdup_printf (ngettext ("The %s review is assessed.", "All %s reviews are assessed.", leaders), all);
  if (state == EX_REVIEW_AGREED)
    /* Translators: how many of how many reviews */
    return g_strdup_printf (ngettext ("%s of %s reviews is not agreed yet.", "%s of %s reviews are not agreed yet.", behind), some, all);
  return g_strdup_printf (ngettext ("%s of %s reviews is not assessed yet.", "%s of %s reviews are not assessed yet.", behind), some, all);
}

/* What the next phase brings. */
static const char *
meaning_of (ExPhase phase)
{
  switch (phase)
    {
    case EX_PHASE_PLAN:
      return _("The work begins, with check-ins now and then. Reviews that are not agreed yet can still be agreed.");
    case EX_PHASE_RUN:
      return _("Everybody whose review is agreed can rate themselves, and then be rated, from the top down. The others can still be agreed.");
    case EX_PHASE_ASSESS:
      return _("HR and the tops hold the ratings against each other. Who is not assessed yet can still be.");
    case EX_PHASE_CALIBRATE:
      return _("This releases the ratings: everybody who is assessed reads theirs from now on, and can sign, from the top down.");
    case EX_PHASE_SIGN:
    case EX_PHASE_CLOSED:
    default:
      return "";
    }
}

/* --- a level ---------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
leader_row_new (ExAdvanceDialog *self, guint leader)
{
  GtkWidget *row = adw_action_row_new ();
  int waiting;
  g_autofree char *summary = ex_review_summary (self->reviews, leader, &waiting);
  g_autofree char *title = g_markup_escape_text (ex_company_get_leader (ex_reviews_get_company (self->reviews), leader)->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (summary, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
more_row_new (guint more)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = ex_format_integer (more);
  g_autofree char *words = g_strdup_printf (ngettext ("And %s more: the Reviews page lists them all.",
                                                      "And %s more: the Reviews page lists them all.", more), number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_widget_add_css_class (row, "dim-label");
  return row;
}

/* What is missing is looked up when somebody wants to know it. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, ExAdvanceDialog *self)
{
  const ExLaggards *level = g_object_get_data (G_OBJECT (row), "level");

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "filled", row);
  for (guint i = 0; i < MIN (level->behind->len, MOST_NAMES); i++)
    adw_expander_row_add_row (row, leader_row_new (self, g_array_index (level->behind, guint, i)));
  if (level->behind->len > MOST_NAMES)
    adw_expander_row_add_row (row, more_row_new (level->behind->len - MOST_NAMES));
}

static void
add_level (ExAdvanceDialog *self, ExLaggards *level, ExReviewState state)
{
  GtkWidget *row = level->behind->len > 0 ? adw_expander_row_new () : adw_action_row_new ();
  g_autofree char *title = level->level > 0 ? g_strdup_printf (_("Level %u"), level->level) : g_strdup (_("Under no top"));
  g_autofree char *words = count_words (state, level->behind->len, level->leaders);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (level->behind->len > 0)
    {
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
      g_object_set_data (G_OBJECT (row), "level", level);
      g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
    }
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_preferences_group_add (self->levels, row);
}

/* --- the window --------------------------------------------------------------------------------------------------------------- */

static void
advance_cb (ExAdvanceDialog *self)
{
  g_autoptr (ExAdvanceDialog) kept = g_object_ref (self);
  g_autoptr (GtkWidget) parent = g_object_ref (self->parent);

  gtk_window_destroy (GTK_WINDOW (self));
  self->answer (parent, self->data);
}

static void
ex_advance_dialog_dispose (GObject *object)
{
  ExAdvanceDialog *self = EX_ADVANCE_DIALOG (object);

  G_OBJECT_CLASS (ex_advance_dialog_parent_class)->dispose (object);
  g_clear_pointer (&self->laggards, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_object (&self->parent);
}

static void
ex_advance_dialog_finalize (GObject *object)
{
  ExAdvanceDialog *self = EX_ADVANCE_DIALOG (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  G_OBJECT_CLASS (ex_advance_dialog_parent_class)->finalize (object);
}

static void
ex_advance_dialog_class_init (ExAdvanceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_advance_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ex_advance_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/advance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExAdvanceDialog, advance_button);
  gtk_widget_class_bind_template_child (widget_class, ExAdvanceDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExAdvanceDialog, meaning);
  gtk_widget_class_bind_template_child (widget_class, ExAdvanceDialog, levels);
  gtk_widget_class_bind_template_callback (widget_class, advance_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_advance_dialog_init (ExAdvanceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (ExAdvanceDialog *self)
{
  const ExCycle *cycle = ex_reviews_get_cycle (self->reviews);
  ExReviewState state = ex_laggards_state (cycle->phase);
  guint leaders, behind = ex_laggards_count (self->laggards, &leaders);
  g_autofree char *title = g_strdup_printf (_("Advance to %s"), ex_phase_label (cycle->phase + 1));
  g_autofree char *words = leaders > 0 ? count_words (state, behind, leaders) : g_strdup (_("Nobody takes part in this cycle yet."));
  g_autofree char *meaning = behind > 0 ? g_strdup_printf (_("%s Nobody is held up by those who are behind."), meaning_of (cycle->phase))
                                        : g_strdup (meaning_of (cycle->phase));

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->sentence, words);
  gtk_label_set_text (self->meaning, meaning);
  for (guint i = 0; i < self->laggards->len; i++)
    add_level (self, g_ptr_array_index (self->laggards, i), state);
  gtk_widget_set_visible (GTK_WIDGET (self->levels), self->laggards->len > 0);
}

void
ex_advance_dialog_present (GtkWidget *parent, ExReviews *reviews, ExAlertAnswer answer, gpointer data, GDestroyNotify destroy)
{
  ExAdvanceDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (reviews != NULL);

  self = g_object_new (EX_TYPE_ADVANCE_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->parent = g_object_ref (parent);
  self->reviews = ex_reviews_ref (reviews);
  self->laggards = ex_laggards_find (reviews);
  self->answer = answer;
  self->data = data;
  self->destroy = destroy;
  show (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->advance_button);
}
