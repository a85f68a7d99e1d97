#include "config.h"

#include "ex-bring-page.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-bring-list.h"
#include "ex-drop-down.h"
#include "ex-search-escape.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ExBringPage
{
  GtkWidget       parent_instance;

  ExSession      *session;
  ExCycle        *to;
  GCancellable   *reading;
  gboolean        filling; /* the drop-down, not by the user's hand */

  GtkWidget      *box;
  GtkDropDown    *source;
  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkSpinner     *spinner;
  ExBringList    *list;
  GtkLabel       *count;
};

G_DEFINE_FINAL_TYPE (ExBringPage, ex_bring_page, GTK_TYPE_WIDGET)

/* --- the earlier cycle -------------------------------------------------------------------------------------------------- */

static gpointer
read_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ex_store_read_company (store, data, ex_day_today (), error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExBringPage) self = data;
  g_autoptr (GError) error = NULL;
  ExCompany *company = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->to == NULL)
    {
      g_clear_pointer (&company, ex_company_unref);
      return;
    }
  gtk_spinner_stop (self->spinner);
  ex_bring_list_show (self->list, company, self->to);
  gtk_stack_set_visible_child_name (self->stack, ex_bring_list_n_all (self->list) > 0 ? "list" : "empty");
  if (error != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The objectives could not be read"), error);
  g_clear_pointer (&company, ex_company_unref);
}

static void
read_source (ExBringPage *self)
{
  GPtrArray *cycles = ex_session_get_cycles (self->session);
  guint selected = gtk_drop_down_get_selected (self->source);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (selected >= cycles->len)
    return;
  self->reading = g_cancellable_new ();
  ex_bring_list_show (self->list, NULL, self->to);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  ex_session_read_async (self->session, read_in_worker, g_strdup (((const ExCycle *) g_ptr_array_index (cycles, selected))->name), g_free,
                         (GDestroyNotify) ex_company_unref, self->reading, read_cb, g_object_ref (self));
}

static void
fill_sources (ExBringPage *self)
{
  GPtrArray *cycles = ex_session_get_cycles (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < cycles->len; i++)
    gtk_string_list_append (names, ((const ExCycle *) g_ptr_array_index (cycles, i))->name);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->source, 0);
  self->filling = FALSE;
}

/* --- what the user does --------------------------------------------------------------------------------------------------- */

static void
source_changed_cb (ExBringPage *self)
{
  if (!self->filling && self->session != NULL)
    read_source (self);
}

static void
search_changed_cb (ExBringPage *self)
{
  ex_bring_list_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
all_cb (ExBringPage *self)
{
  ex_bring_list_choose_all (self->list, TRUE);
}

static void
none_cb (ExBringPage *self)
{
  ex_bring_list_choose_all (self->list, FALSE);
}

static void
chosen_cb (ExBringPage *self)
{
  guint chosen = ex_bring_list_n_chosen (self->list), all = ex_bring_list_n_all (self->list);
  g_autofree char *chosen_text = ex_format_integer (chosen);
  g_autofree char *all_text = ex_format_integer (all);
  /* Translators: how many of how many objectives */
  g_autofree char *words = g_strdup_printf (ngettext ("%s of %s objectives comes along.", "%s of %s objectives come along.", chosen),
                                            chosen_text, all_text);

  gtk_label_set_text (self->count, all > 0 ? words : "");
}

/* --- the widget ------------------------------------------------------------------------------------------------------------- */

static void
ex_bring_page_dispose (GObject *object)
{
  ExBringPage *self = EX_BRING_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->to, ex_cycle_free);
  G_OBJECT_CLASS (ex_bring_page_parent_class)->dispose (object);
}

static void
ex_bring_page_class_init (ExBringPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_bring_page_dispose;
  g_type_ensure (EX_TYPE_BRING_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/bring-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExBringPage, box);
  gtk_widget_class_bind_template_child (widget_class, ExBringPage, source);
  gtk_widget_class_bind_template_child (widget_class, ExBringPage, search);
  gtk_widget_class_bind_template_child (widget_class, ExBringPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExBringPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, ExBringPage, list);
  gtk_widget_class_bind_template_child (widget_class, ExBringPage, count);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
ex_bring_page_init (ExBringPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_search_escape (self->search);
  ex_drop_down_set_name (self->source, _("Cycle to bring objectives from"));
}

void
ex_bring_page_show (ExBringPage *self, ExSession *session, const ExCycle *to)
{
  gboolean again;

  g_return_if_fail (EX_IS_BRING_PAGE (self));

  again = self->to != NULL && self->to->first == to->first && self->to->last == to->last;
  g_clear_pointer (&self->to, ex_cycle_free);
  self->to = ex_cycle_copy (to);
  if (g_set_object (&self->session, session))
    fill_sources (self);
  if (!again)
    read_source (self);
}

char **
ex_bring_page_get_chosen (ExBringPage *self)
{
  g_return_val_if_fail (EX_IS_BRING_PAGE (self), NULL);

  return ex_bring_list_get_chosen (self->list);
}
