#include "config.h"

#include "ex-final-bar.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

struct _ExFinalBar
{
  GtkBox        parent_instance;

  ExSession    *session;
  gulong        changed;  /* handler on session */
  GCancellable *reading;
  GArray       *final;    /* (element-type ExPeriod) of the ledger’s grain; NULL: not read yet */
  ExGrain       grain;    /* of the ledger */
  ExPeriod      period;   /* in view */
  gboolean      focus;    /* as soon as there is something to focus */

  GtkLabel     *words;
  GtkWidget    *buttons;
  GtkWidget    *one;      /* marks the period, or opens it again */
  GtkWidget    *all;      /* marks what is left of the cycle */
};

G_DEFINE_FINAL_TYPE (ExFinalBar, ex_final_bar, GTK_TYPE_BOX)

/* --- which are final ------------------------------------------------------------------------------------------------------- */

/* The ledger's periods that lie in the days from @first to @last: how many, and in *@open those that are not final (element-type ExPeriod). */
static guint
find_open (ExFinalBar *self, ExDay first, ExDay last, GArray *open)
{
  int from = ex_period_of_day (self->grain, first).index, to = ex_period_of_day (self->grain, last).index;
  guint n = 0;

  for (int index = from; index <= to; index++)
    {
      ExPeriod period = { self->grain, index };

      if (ex_period_first_day (period) < first || ex_period_last_day (period) > last)
        continue;
      n++;
      if (!ex_period_is_within (period, self->final))
        g_array_append_val (open, period);
    }
  return n;
}

/* What is left of the cycle in view. (transfer full) */
static GArray *
open_of_cycle (ExFinalBar *self)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (self->session));
  GArray *open = g_array_new (FALSE, FALSE, sizeof (ExPeriod));

  if (cycle != NULL)
    find_open (self, cycle->first, cycle->last, open);
  return open;
}

static GArray *
open_of_period (ExFinalBar *self, guint *n)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (ExPeriod));

  *n = find_open (self, ex_period_first_day (self->period), ex_period_last_day (self->period), open);
  return open;
}

/* --- words ------------------------------------------------------------------------------------------------------------------- */

static void
show_words (ExFinalBar *self, guint n_open, guint n)
{
  g_autofree char *label = ex_period_to_label (self->period, TRUE);
  g_autofree char *final = ex_format_integer (n - n_open);
  g_autofree char *all = ex_format_integer (n);
  g_autofree char *state = n_open == 0 ? g_strdup_printf (_("%s is final: later imports into it are refused."), label)
                           : n_open == n ? g_strdup_printf (_("%s is not final: a later import may still change it."), label)
                           /* Translators: how many of how many periods of a year or quarter, and its name */
                           : g_strdup_printf (_("%s of %s periods of %s are final."), final, all, label);
  g_autofree char *words = n_open > 0 ? g_strdup_printf (_("%s A cycle closes on final figures only."), state) : g_steal_pointer (&state);

  gtk_label_set_text (self->words, words);
}

static void
show_buttons (ExFinalBar *self, guint n_open, guint n_left)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (self->session));
  g_autofree char *label = ex_period_to_label (self->period, TRUE);
  g_autofree char *one = n_open > 0 ? g_strdup_printf (_("Mark %s _Final"), label) : g_strdup_printf (_("_Open %s Again"), label);
  g_autofree char *all = cycle != NULL ? g_strdup_printf (_("Mark _All of %s Final"), cycle->name) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->one), one);
  gtk_widget_set_tooltip_text (self->one, n_open > 0 ? _("The figures stand for good; this can be taken back") : _("Later imports can change it again"));
  if (all != NULL)
    gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_widget_set_visible (self->all, all != NULL && n_left > 1);
  gtk_widget_set_visible (self->buttons, g_str_equal (ex_session_get_actor (self->session), EX_STORE_HR));
}

static void
show (ExFinalBar *self)
{
  guint n;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GArray) left = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->final != NULL);
  if (self->final == NULL)
    return;
  open = open_of_period (self, &n);
  left = open_of_cycle (self);
  show_words (self, open->len, n);
  show_buttons (self, open->len, left->len);
}

/* --- reading ------------------------------------------------------------------------------------------------------------------ */

static gpointer
read_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ex_store_list_final (store, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExFinalBar) self = data;
  GArray *final = ex_session_call_finish (EX_SESSION (source), result, NULL);

  if (final == NULL || self->session == NULL)
    {
      g_clear_pointer (&final, g_array_unref);
      return;
    }
  g_clear_pointer (&self->final, g_array_unref);
  self->final = final;
  show (self);
  if (self->focus)
    ex_final_bar_focus (self);
}

static void
read_final (ExFinalBar *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ex_session_read_async (self->session, read_in_worker, NULL, NULL, (GDestroyNotify) g_array_unref, self->reading, read_cb, g_object_ref (self));
}

/* --- marking ------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GArray  *periods; /* (element-type ExPeriod) */
  gboolean final;
} Mark;

static void
mark_free (gpointer data)
{
  g_array_unref (((Mark *) data)->periods);
  g_free (data);
}

static gpointer
mark_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Mark *mark = data;

  for (guint i = 0; i < mark->periods->len; i++)
    if (!ex_store_set_final (store, g_array_index (mark->periods, ExPeriod, i), mark->final, error))
      return NULL;
  return GINT_TO_POINTER (1);
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExFinalBar) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (!done)
    ex_alert_error (GTK_WIDGET (self), _("The figures could not be marked"), error);
}

/* @periods are taken. */
static void
mark (ExFinalBar *self, GArray *periods, gboolean final)
{
  Mark *data = g_new0 (Mark, 1);

  data->periods = periods;
  data->final = final;
  gtk_widget_set_sensitive (self->buttons, FALSE);
  ex_session_write_async (self->session, final ? N_("Make a period final") : N_("Open a final period"), mark_in_worker, data, mark_free, NULL, NULL,
                          marked_cb, g_object_ref (self));
}

/* What is left of the period; when nothing is, all of it is opened again. */
static void
one_cb (ExFinalBar *self)
{
  guint n;
  g_autoptr (GArray) periods = NULL;
  gboolean final;

  if (self->final == NULL)
    return;
  periods = open_of_period (self, &n);
  final = periods->len > 0;
  if (!final)
    g_array_append_val (periods, self->period);
  mark (self, g_steal_pointer (&periods), final);
}

static void
all_cb (ExFinalBar *self)
{
  if (self->final != NULL)
    mark (self, open_of_cycle (self), TRUE);
}

/* --- the widget --------------------------------------------------------------------------------------------------------------------- */

static void
ex_final_bar_dispose (GObject *object)
{
  ExFinalBar *self = EX_FINAL_BAR (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->session != NULL)
    g_clear_signal_handler (&self->changed, self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->final, g_array_unref);
  G_OBJECT_CLASS (ex_final_bar_parent_class)->dispose (object);
}

static void
ex_final_bar_class_init (ExFinalBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_final_bar_dispose;
}

static GtkWidget *
button_new (ExFinalBar *self, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic ("");

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
ex_final_bar_init (ExFinalBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self), self->buttons);
  self->one = button_new (self, G_CALLBACK (one_cb));
  self->all = button_new (self, G_CALLBACK (all_cb));
}

void
ex_final_bar_show (ExFinalBar *self, ExSession *session, ExGrain grain, ExPeriod period)
{
  g_return_if_fail (EX_IS_FINAL_BAR (self));
  g_return_if_fail (self->session == NULL || self->session == session);

  self->grain = grain;
  self->period = period;
  if (self->session == NULL)
    {
      self->session = g_object_ref (session);
      self->changed = g_signal_connect_object (session, "changed", G_CALLBACK (read_final), self, G_CONNECT_SWAPPED);
      read_final (self);
    }
  else
    show (self);
}

void
ex_final_bar_focus (ExFinalBar *self)
{
  g_return_if_fail (EX_IS_FINAL_BAR (self));

  self->focus = self->final == NULL;
  if (!self->focus)
    gtk_widget_child_focus (self->buttons, GTK_DIR_TAB_FORWARD);
}
