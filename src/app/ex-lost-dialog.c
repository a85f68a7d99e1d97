#include "config.h"

#include "ex-lost-dialog.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-form-rows.h"
#include "ex-import-dialog.h"
#include "ex-lost-row.h"
#include "ex-search-escape.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define ROWS_SHOWN 100
#define ROWS_AT_ONCE 8 /* a turn of the main loop */

#define EX_TYPE_LOST_DIALOG (ex_lost_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExLostDialog, ex_lost_dialog, EX, LOST_DIALOG, AdwWindow)

struct _ExLostDialog
{
  AdwWindow       parent_instance;

  ExSession      *session;
  GtkWidget      *parent;    /* weak */
  ExPeriod        first;
  ExPeriod        last;
  char           *span;
  char          **reasons;   /* used before */
  GCancellable   *reading;
  GCancellable   *counting;
  GPtrArray      *lost;      /* (element-type ExLostCustomer) */
  guint           added;     /* of them, rows */
  guint           fill_source;

  GtkLabel       *sentence;
  GtkLabel       *hint;
  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (ExLostDialog, ex_lost_dialog, ADW_TYPE_WINDOW)

static const char *
currency_of (ExLostDialog *self)
{
  return ex_company_get_info (ex_session_get_company (self->session))->currency;
}

/* --- saving: as it is said ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExLostRow *row;
  char      *customer;
  ExPeriod   period;
  char      *reason;
} Saying;

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  g_object_unref (saying->row);
  g_free (saying->customer);
  g_free (saying->reason);
  g_free (saying);
}

static gpointer
say_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saying *saying = data;

  return GINT_TO_POINTER (ex_store_give_reason (store, saying->customer, &saying->period, saying->reason, error));
}

static void
said_in_worker_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Saying *saying = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (ex_session_call_finish (EX_SESSION (source), result, &error) != NULL)
    ex_lost_row_set_saved (saying->row, saying->reason, NULL);
  else
    ex_lost_row_set_saved (saying->row, NULL, error->message);
}

static void
said_cb (ExLostRow *row, const char *reason, ExLostDialog *self)
{
  Saying *saying = g_new0 (Saying, 1);

  saying->row = g_object_ref (row);
  saying->customer = g_strdup (ex_lost_row_get_customer (row));
  saying->period = ex_lost_row_get_period (row);
  saying->reason = g_strdup (reason);
  ex_session_write_quietly_async (self->session, N_("Give a lost reason"), say_in_worker, saying, saying_free, NULL, NULL, said_in_worker_cb, NULL);
}

/* --- the list -------------------------------------------------------------------------------------------------------------------- */

static void
show_words (ExLostDialog *self, guint n)
{
  g_autofree char *all = ex_format_integer (n);
  g_autofree char *shown = ex_format_integer (self->lost->len);
  g_autofree char *sentence = g_strdup_printf (ngettext ("Of %s customer it is not known why they left.", "Of %s customers it is not known why they left.", n), all);
  g_autofree char *hint = n > self->lost->len ? g_strdup_printf (_("The %s largest of them, %s. Search for others, or bring in a file."), shown, self->span)
                                              : g_strdup_printf (_("Largest first, %s. What you type is saved; Ctrl+Z takes it back."), self->span);
  gboolean searched = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  if (!searched)
    gtk_label_set_text (self->sentence, n > 0 ? sentence : _("Of every lost customer it is known why they left."));
  gtk_label_set_text (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->search), n > 0 || searched);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : searched ? "not-found" : "none");
}

static gboolean
fill_cb (gpointer data)
{
  ExLostDialog *self = data;

  for (guint i = 0; i < ROWS_AT_ONCE && self->added < self->lost->len; i++, self->added++)
    {
      GtkWidget *row = ex_lost_row_new (g_ptr_array_index (self->lost, self->added), currency_of (self), (const char * const *) self->reasons);

      g_signal_connect_object (row, "said", G_CALLBACK (said_cb), self, 0);
      gtk_list_box_append (self->list, row);
    }
  if (self->added < self->lost->len)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

/* Takes @lost. */
static void
take_lost (ExLostDialog *self, GPtrArray *lost, guint n)
{
  GtkListBoxRow *row;

  g_clear_handle_id (&self->fill_source, g_source_remove);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->lost, g_ptr_array_unref);
  self->lost = lost;
  self->added = 0;
  show_words (self, n);
  self->fill_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
}

typedef struct
{
  int   first;
  int   last;
  char *search;
  guint n;      /* out */
} Listing;

static void
listing_free (gpointer data)
{
  g_free (((Listing *) data)->search);
  g_free (data);
}

static gpointer
list_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Listing *listing = data;

  return ex_store_list_lost (store, listing->first, listing->last, TRUE, listing->search, ROWS_SHOWN, &listing->n, cancellable, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExLostDialog) self = data;
  const Listing *listing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lost = ex_session_call_finish (EX_SESSION (source), result, &error);

  /* Others were searched for while these were on their way, or the dialog is closed. */
  if (self->session == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (lost != NULL)
    take_lost (self, g_steal_pointer (&lost), listing->n);
  else
    ex_alert_error (GTK_WIDGET (self), _("The lost customers could not be listed"), error);
}

static void
ask (ExLostDialog *self, GCancellable **cancellable, GAsyncReadyCallback callback)
{
  Listing *listing = g_new0 (Listing, 1);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_cancellable_cancel (self->counting);
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
  listing->first = self->first.index;
  listing->last = self->last.index;
  listing->search = *text != '\0' ? g_strdup (text) : NULL;
  ex_session_read_async (self->session, list_in_worker, listing, listing_free, (GDestroyNotify) g_ptr_array_unref, *cancellable, callback,
                         g_object_ref (self));
}

static void
read_lost (ExLostDialog *self)
{
  ask (self, &self->reading, listed_cb);
}

/* --- counting again: a reason was kept, or taken back -------------------------------------------------------------------------- */

static gboolean
is_among (GPtrArray *lost, ExLostRow *row)
{
  for (guint i = 0; i < lost->len; i++)
    {
      const ExLostCustomer *one = g_ptr_array_index (lost, i);

      if (one->last.index == ex_lost_row_get_period (row).index && g_str_equal (one->customer, ex_lost_row_get_customer (row)))
        return TRUE;
    }
  return FALSE;
}

/* The rows stay where they are, for somebody is typing in one of them. */
static void
take_count (ExLostDialog *self, GPtrArray *lost, guint n)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_among (lost, EX_LOST_ROW (row)))
      ex_lost_row_take_back (EX_LOST_ROW (row));
  show_words (self, n);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExLostDialog) self = data;
  const Listing *listing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lost = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (self->session == NULL || lost == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (self->lost->len > 0)
    take_count (self, lost, listing->n);
  else
    take_lost (self, g_steal_pointer (&lost), listing->n);
}

/* What is still being read will tell by itself. */
static void
session_changed_cb (ExLostDialog *self)
{
  if (self->session != NULL && self->lost != NULL)
    ask (self, &self->counting, counted_cb);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------- */

static void
from_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExLostDialog *self = EX_LOST_DIALOG (widget);
  g_autoptr (GtkWidget) parent = self->parent != NULL ? g_object_ref (self->parent) : NULL;
  g_autoptr (ExSession) session = g_object_ref (self->session);

  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    ex_import_dialog_present (parent, session, EX_IMPORT_CUSTOMERS, NULL);
}

/* What is being typed is kept: the entry that is left says so. */
static gboolean
ex_lost_dialog_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (ex_lost_dialog_parent_class)->close_request (window);
}

static void
ex_lost_dialog_dispose (GObject *object)
{
  ExLostDialog *self = EX_LOST_DIALOG (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->lost, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_strfreev);
  g_clear_pointer (&self->span, g_free);
  G_OBJECT_CLASS (ex_lost_dialog_parent_class)->dispose (object);
}

static void
ex_lost_dialog_class_init (ExLostDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_lost_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ex_lost_dialog_close_request;
  gtk_widget_class_install_action (widget_class, "lost.from-file", NULL, from_file_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/lost-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExLostDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExLostDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ExLostDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ExLostDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ExLostDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, read_lost);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_lost_dialog_init (ExLostDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_search_escape (self->search);
}

void
ex_lost_dialog_present (GtkWidget *parent, ExSession *session, const ExAssetLook *look)
{
  ExLostDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (look != NULL);

  self = g_object_new (EX_TYPE_LOST_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->parent, parent);
  self->first = look->first;
  self->last = look->last;
  self->span = g_strdup (look->words);
  self->reasons = g_strdupv (look->asset->reasons);
  ex_form_fit (GTK_WINDOW (self), parent);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  read_lost (self);
  gtk_window_present (GTK_WINDOW (self));
}
