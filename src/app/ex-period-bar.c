#include "config.h"

#include "ex-period-bar.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

struct _ExPeriodBar
{
  GtkBox              parent_instance;

  ExSession          *session;
  ExPeriod            period;   /* in view */

  GtkLabel           *words;
  GtkWidget          *buttons;
  GtkWidget          *one;      /* marks the period final, or opens it again */
  GtkWidget          *all;      /* marks what is left of the cycle */
  GtkWidget          *more;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (ExPeriodBar, ex_period_bar, GTK_TYPE_BOX)

static const ExAsset *
asset_of (ExPeriodBar *self)
{
  return ex_session_get_asset (self->session);
}

/* --- which are final ------------------------------------------------------------------------------------------------------- */

/* The ledger's periods that lie in the days from @first to @last: how many, and in *@open those that are not final (element-type ExPeriod). */
static guint
find_open (const ExAsset *asset, ExDay first, ExDay last, GArray *open)
{
  int from = ex_period_of_day (asset->grain, first).index, to = ex_period_of_day (asset->grain, last).index;
  guint n = 0;

  for (int index = from; index <= to; index++)
    {
      ExPeriod period = { asset->grain, index };

      if (ex_period_first_day (period) < first || ex_period_last_day (period) > last)
        continue;
      n++;
      if (!ex_ledger_marks_is_final (asset->marks, period))
        g_array_append_val (open, period);
    }
  return n;
}

/* What is left of the cycle in view. (transfer full) */
static GArray *
open_of_cycle (ExPeriodBar *self)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (self->session));
  GArray *open = g_array_new (FALSE, FALSE, sizeof (ExPeriod));

  if (cycle != NULL)
    find_open (asset_of (self), cycle->first, cycle->last, open);
  return open;
}

static GArray *
open_of_period (ExPeriodBar *self, guint *n)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (ExPeriod));

  *n = find_open (asset_of (self), ex_period_first_day (self->period), ex_period_last_day (self->period), open);
  return open;
}

/* No row in any period of it. */
static gboolean
is_empty (ExPeriodBar *self)
{
  const ExAsset *asset = asset_of (self);
  gboolean any = FALSE;

  for (guint i = 0; i < asset->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (asset->spans, i);
      ExPeriod coarse = ex_period_coarsen (span->period, self->period.grain);

      if (coarse.index != self->period.index)
        continue;
      if (!span->empty)
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* --- words ------------------------------------------------------------------------------------------------------------------- */

/* (transfer full) */
static char *
final_words (ExPeriodBar *self, guint n_open, guint n)
{
  g_autofree char *label = ex_period_to_label (self->period, TRUE);
  g_autofree char *final = ex_format_integer (n - n_open);
  g_autofree char *all = ex_format_integer (n);

  if (n_open == 0)
    return g_strdup_printf (_("%s is final: later imports into it are refused."), label);
  if (n_open == n)
    return g_strdup_printf (_("%s is not final: a later import may still change it. A cycle closes on final figures only."), label);
  /* Translators: how many of how many periods of a year or quarter, and its name */
  return g_strdup_printf (_("%s of %s periods of %s are final. A cycle closes on final figures only."), final, all, label);
}

/* (transfer full) (nullable) */
static char *
complete_words (ExPeriodBar *self)
{
  const ExAsset *asset = asset_of (self);
  g_autofree char *day = NULL;

  if (asset->marks->complete_to == EX_DAY_NONE)
    return NULL;
  day = ex_format_day (asset->marks->complete_to);
  return g_strdup_printf (_("The ledger is complete to %s; what comes after is provisional."), day);
}

/* (transfer full) (nullable) */
static char *
data_words (ExPeriodBar *self)
{
  g_autofree char *label = ex_period_to_label (self->period, TRUE);

  if (ex_ledger_marks_is_no_data (asset_of (self)->marks, self->period))
    return g_strdup_printf (_("There is no data for %s: it is passed over."), label);
  if (is_empty (self))
    return g_strdup_printf (_("%s has no rows, so it counts as nobody active."), label);
  return NULL;
}

static void
show_words (ExPeriodBar *self, guint n_open, guint n)
{
  g_autofree char *final = final_words (self, n_open, n);
  g_autofree char *complete = complete_words (self);
  g_autofree char *data = data_words (self);
  g_autoptr (GString) words = g_string_new (data);

  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", final);
  if (complete != NULL)
    g_string_append_printf (words, " %s", complete);
  gtk_label_set_text (self->words, words->str);
}

/* --- buttons ------------------------------------------------------------------------------------------------------------------- */

/* Takes @words. */
static void
add_item (GMenu *menu, char *words, const char *action)
{
  g_menu_append (menu, words, action);
  g_free (words);
}

/* What else can be said of the period in view. */
static void
show_menu (ExPeriodBar *self)
{
  const ExLedgerMarks *marks = asset_of (self)->marks;
  g_autofree char *label = ex_period_to_label (self->period, TRUE);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (marks->complete_to != ex_period_last_day (self->period))
    add_item (menu, g_strdup_printf (_("The Ledger Is _Complete to the End of %s"), label), "period.complete");
  if (marks->complete_to != EX_DAY_NONE)
    add_item (menu, g_strdup (_("_All of the Ledger Is Complete")), "period.all-complete");
  if (ex_ledger_marks_is_no_data (marks, self->period))
    add_item (menu, g_strdup_printf (_("Count _Nobody as Active in %s"), label), "period.data");
  else if (is_empty (self))
    add_item (menu, g_strdup_printf (_("There Is _No Data for %s"), label), "period.no-data");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), G_MENU_MODEL (menu));
}

static void
show_buttons (ExPeriodBar *self, guint n_open, guint n_left)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (self->session));
  gboolean provisional = ex_ledger_marks_is_provisional (asset_of (self)->marks, self->period);
  g_autofree char *label = ex_period_to_label (self->period, TRUE);
  g_autofree char *one = n_open > 0 ? g_strdup_printf (_("Mark %s _Final"), label) : g_strdup_printf (_("_Open %s Again"), label);
  g_autofree char *all = cycle != NULL ? g_strdup_printf (_("Mark _All of %s Final"), cycle->name) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->one), one);
  gtk_widget_set_sensitive (self->one, n_open == 0 || !provisional);
  gtk_widget_set_tooltip_text (self->one, n_open == 0 ? _("Later imports can change it again")
                                          : provisional ? _("The ledger is not complete for it yet: say so first, under More")
                                                        : _("The figures stand for good; this can be taken back"));
  if (all != NULL)
    gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_widget_set_visible (self->all, all != NULL && n_left > 1);
  gtk_widget_set_visible (self->buttons, g_str_equal (ex_session_get_actor (self->session), EX_STORE_HR));
}

static void
show (ExPeriodBar *self)
{
  guint n;
  g_autoptr (GArray) open = open_of_period (self, &n);
  g_autoptr (GArray) left = open_of_cycle (self);

  show_words (self, open->len, n);
  show_buttons (self, open->len, left->len);
  show_menu (self);
}

/* --- marking ------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GArray  *periods;     /* (element-type ExPeriod) to be final or open; NULL: something else is said */
  gboolean on;
  gboolean complete;    /* says how far the ledger is complete */
  ExDay    complete_to;
  ExPeriod period;      /* else whether there is data for it */
} Mark;

static void
mark_free (gpointer data)
{
  g_clear_pointer (&((Mark *) data)->periods, g_array_unref);
  g_free (data);
}

static gpointer
mark_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Mark *mark = data;

  if (mark->complete)
    return GINT_TO_POINTER (ex_store_set_complete_to (store, mark->complete_to, error));
  if (mark->periods == NULL)
    return GINT_TO_POINTER (ex_store_set_no_data (store, mark->period, mark->on, error));
  for (guint i = 0; i < mark->periods->len; i++)
    if (!ex_store_set_final (store, g_array_index (mark->periods, ExPeriod, i), mark->on, error))
      return NULL;
  return GINT_TO_POINTER (1);
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExPeriodBar) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (!done)
    ex_alert_error (GTK_WIDGET (self), _("The figures could not be marked"), error);
}

/* Takes @data. */
static void
write_mark (ExPeriodBar *self, const char *name, Mark *data)
{
  gtk_widget_set_sensitive (self->buttons, FALSE);
  ex_session_write_async (self->session, name, mark_in_worker, data, mark_free, NULL, NULL, marked_cb, g_object_ref (self));
}

/* @periods are taken. */
static void
mark_final (ExPeriodBar *self, GArray *periods, gboolean final)
{
  Mark *data = g_new0 (Mark, 1);

  data->periods = periods;
  data->on = final;
  write_mark (self, final ? N_("Make a period final") : N_("Open a final period"), data);
}

/* What is left of the period; when nothing is, all of it is opened again. */
static void
one_cb (ExPeriodBar *self)
{
  guint n;
  GArray *periods = open_of_period (self, &n);
  gboolean final = periods->len > 0;

  if (!final)
    g_array_append_val (periods, self->period);
  mark_final (self, periods, final);
}

static void
all_cb (ExPeriodBar *self)
{
  mark_final (self, open_of_cycle (self), TRUE);
}

static void
complete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ExPeriodBar *self = data;
  Mark *said = g_new0 (Mark, 1);

  said->complete = TRUE;
  said->complete_to = g_str_equal (g_action_get_name (G_ACTION (action)), "complete") ? ex_period_last_day (self->period) : EX_DAY_NONE;
  write_mark (self, N_("Say how far the customer figures are complete"), said);
}

static void
no_data_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ExPeriodBar *self = data;
  Mark *said = g_new0 (Mark, 1);

  said->period = self->period;
  said->on = g_str_equal (g_action_get_name (G_ACTION (action)), "no-data");
  write_mark (self, said->on ? N_("Mark a period as without data") : N_("Take a no-data mark away"), said);
}

/* --- the widget --------------------------------------------------------------------------------------------------------------------- */

static void
ex_period_bar_dispose (GObject *object)
{
  ExPeriodBar *self = EX_PERIOD_BAR (object);

  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (ex_period_bar_parent_class)->dispose (object);
}

static void
ex_period_bar_class_init (ExPeriodBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_period_bar_dispose;
}

static GtkWidget *
button_new (ExPeriodBar *self, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic ("");

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
add_buttons (ExPeriodBar *self)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self), self->buttons);
  self->one = button_new (self, G_CALLBACK (one_cb));
  self->all = button_new (self, G_CALLBACK (all_cb));
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), _("_More"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->more), TRUE);
  gtk_widget_set_tooltip_text (self->more, _("How far the ledger is complete, and where there is no data"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More to say of this period"), -1);
  gtk_box_append (GTK_BOX (self->buttons), self->more);
}

static void
ex_period_bar_init (ExPeriodBar *self)
{
  static const GActionEntry entries[] = {
    { .name = "complete", .activate = complete_cb },
    { .name = "all-complete", .activate = complete_cb },
    { .name = "no-data", .activate = no_data_cb },
    { .name = "data", .activate = no_data_cb },
  };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
  add_buttons (self);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "period", G_ACTION_GROUP (self->actions));
}

void
ex_period_bar_show (ExPeriodBar *self, ExSession *session, ExPeriod period)
{
  g_return_if_fail (EX_IS_PERIOD_BAR (self));
  g_return_if_fail (ex_session_get_asset (session) != NULL);

  g_set_object (&self->session, session);
  self->period = period;
  show (self);
}

void
ex_period_bar_focus (ExPeriodBar *self)
{
  g_return_if_fail (EX_IS_PERIOD_BAR (self));

  gtk_widget_child_focus (self->buttons, GTK_DIR_TAB_FORWARD);
}
