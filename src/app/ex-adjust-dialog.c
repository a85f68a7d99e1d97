#include "config.h"

#include "ex-adjust-dialog.h"

#include "ex-alert.h"
#include "ex-form-rows.h"
#include "store/ex-store-reviews.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_ADJUST_DIALOG (ex_adjust_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExAdjustDialog, ex_adjust_dialog, EX, ADJUST_DIALOG, AdwWindow)

struct _ExAdjustDialog
{
  AdwWindow            parent_instance;

  ExSession           *session;
  char                *objective_id;
  int                  was;     /* the rating that counts now */
  int                  first_rating;
  int                  n_ratings;
  gboolean             saving;

  GtkWidget           *adjust;
  GtkLabel            *heading;
  GtkLabel            *first;
  AdwPreferencesGroup *group;
  GtkDropDown         *rating;
  GtkWidget           *why;
  GtkWidget           *agreed_by;
  GtkLabel            *hint;
  GtkWidget           *take_away;
};

G_DEFINE_FINAL_TYPE (ExAdjustDialog, ex_adjust_dialog, ADW_TYPE_WINDOW)

/* --- what is typed -------------------------------------------------------------------------------------------------------- */

/* In the list the highest rating stands first. */
static int
chosen_rating (ExAdjustDialog *self)
{
  return self->n_ratings - (int) gtk_drop_down_get_selected (self->rating);
}

/* (transfer full) (nullable) */
static char *
text_of (GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* What is still missing; NULL: nothing. */
static const char *
what_is_missing (ExAdjustDialog *self)
{
  g_autofree char *why = text_of (self->why);
  g_autofree char *agreed_by = text_of (self->agreed_by);

  if (chosen_rating (self) == self->first_rating)
    return _("That is the first rating: choose another one.");
  if (why == NULL)
    return _("Say why: whoever reads the rating later reads this beside it.");
  if (agreed_by == NULL)
    return _("Say who agreed to it, by name.");
  return NULL;
}

static void
changed_cb (ExAdjustDialog *self)
{
  const char *missing;

  if (self->agreed_by == NULL)
    return;
  missing = what_is_missing (self);
  gtk_label_set_text (self->hint, missing != NULL ? missing : _("The first rating stays in view, struck through. Ctrl+Z takes this back."));
  gtk_widget_set_sensitive (self->adjust, missing == NULL && !self->saving);
}

/* --- saving ----------------------------------------------------------------------------------------------------------------- */

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_adjust (store, data, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExAdjustDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  self->saving = FALSE;
  if (self->session == NULL)
    return;
  if (done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  ex_alert_error (GTK_WIDGET (self), _("The rating could not be adjusted"), error);
  changed_cb (self);
}

/* @adjustment is taken. */
static void
save (ExAdjustDialog *self, ExAdjustment *adjustment)
{
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->adjust, FALSE);
  ex_session_write_async (self->session, N_("Adjust a rating"), save_in_worker, adjustment, (GDestroyNotify) ex_adjustment_free, NULL, NULL, saved_cb,
                          g_object_ref (self));
}

static void
adjust_cb (ExAdjustDialog *self)
{
  g_autofree char *why = text_of (self->why);
  g_autofree char *agreed_by = text_of (self->agreed_by);

  if (!self->saving && what_is_missing (self) == NULL)
    save (self, ex_adjustment_new (self->objective_id, chosen_rating (self), why, agreed_by));
}

static void
take_away_cb (ExAdjustDialog *self)
{
  if (!self->saving)
    save (self, ex_adjustment_new (self->objective_id, 0, NULL, NULL));
}

/* --- the window -------------------------------------------------------------------------------------------------------------- */

static void
ex_adjust_dialog_dispose (GObject *object)
{
  ExAdjustDialog *self = EX_ADJUST_DIALOG (object);

  G_OBJECT_CLASS (ex_adjust_dialog_parent_class)->dispose (object);
  g_clear_object (&self->session);
  g_clear_pointer (&self->objective_id, g_free);
}

static void
ex_adjust_dialog_class_init (ExAdjustDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_adjust_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/adjust-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExAdjustDialog, adjust);
  gtk_widget_class_bind_template_child (widget_class, ExAdjustDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, ExAdjustDialog, first);
  gtk_widget_class_bind_template_child (widget_class, ExAdjustDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ExAdjustDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ExAdjustDialog, take_away);
  gtk_widget_class_bind_template_callback (widget_class, adjust_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_away_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_adjust_dialog_init (ExAdjustDialog *self)
{
  GtkWidget *row, *drop_down;

  gtk_widget_init_template (GTK_WIDGET (self));
  row = ex_form_choice_row_new (_("New _rating"), FALSE, &drop_down);
  self->rating = GTK_DROP_DOWN (drop_down);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (self->group, row);
  self->why = ex_form_entry_row_new (_("Rea_son"), G_CALLBACK (changed_cb), G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (self->group, self->why);
  self->agreed_by = ex_form_entry_row_new (_("A_greed by, name"), G_CALLBACK (changed_cb), G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (self->group, self->agreed_by);
}

/* --- filling -------------------------------------------------------------------------------------------------------------------- */

/* "4 · Exceeded" (transfer full) */
static char *
rating_words (const ExCycle *cycle, int rating)
{
  return g_strdup_printf ("%d · %s", rating, ex_cycle_rating_word (cycle, rating));
}

static void
fill_ratings (ExAdjustDialog *self, const ExCycle *cycle)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  self->n_ratings = ex_cycle_n_ratings (cycle);
  for (int rating = self->n_ratings; rating >= 1; rating--)
    g_ptr_array_add (labels, rating_words (cycle, rating));
  ex_form_set_choices (GTK_WIDGET (self->rating), labels, (guint) (self->n_ratings - CLAMP (self->was, 1, self->n_ratings)));
}

static void
fill (ExAdjustDialog *self, ExReviews *reviews, guint objective, const ExAdjustment *adjustment)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExObjective *record = ex_company_get_objective (company, objective);
  const ExMark *mark = ex_reviews_get_first (reviews, objective);
  int leader = ex_company_find_leader (company, record->leader_id);
  g_autofree char *words = NULL;
  g_autofree char *first = NULL;

  self->first_rating = mark != NULL ? mark->rating : 0;
  self->was = adjustment != NULL ? adjustment->rating : self->first_rating;
  words = rating_words (ex_reviews_get_cycle (reviews), self->first_rating);
  first = g_strdup_printf (_("%s was first rated %s."), ex_company_get_leader (company, (guint) leader)->name, words);
  gtk_label_set_text (self->heading, record->title);
  gtk_label_set_text (self->first, first);
  fill_ratings (self, ex_reviews_get_cycle (reviews));
  if (adjustment != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->why), adjustment->why);
      gtk_editable_set_text (GTK_EDITABLE (self->agreed_by), adjustment->agreed_by);
    }
  gtk_widget_set_visible (self->take_away, adjustment != NULL);
}

void
ex_adjust_dialog_present (GtkWidget *parent, ExSession *session, const char *objective_id, const ExAdjustment *adjustment)
{
  ExReviews *reviews = ex_session_get_reviews (session);
  int objective = reviews != NULL ? ex_company_find_objective (ex_reviews_get_company (reviews), objective_id) : -1;
  ExAdjustDialog *self;

  if (objective < 0)
    return;
  self = g_object_new (EX_TYPE_ADJUST_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  self->objective_id = g_strdup (objective_id);
  fill (self, reviews, (guint) objective, adjustment);
  changed_cb (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->rating));
}
