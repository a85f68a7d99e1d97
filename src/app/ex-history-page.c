#include "config.h"

#include "ex-history-page.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-export-rows.h"
#include "ex-history-filters.h"
#include "ex-history-row.h"
#include "ex-page.h"

#include <glib/gi18n.h>

/* A row is a dozen widgets: so many can be made between two frames. */
#define PAGE_SIZE 12

struct _ExHistoryPage
{
  AdwBin             parent_instance;

  ExHistoryFilters  *filters;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkListBox        *list;

  ExSession         *session;
  gboolean           reading;
  gboolean           stale;    /* something changed while reading */
  char              *actor;    /* who looks: what they may see is what is there */
  guint              n_rows;
  gboolean           at_end;   /* there are no older ones that fit */
  guint              generation; /* of the filters; what is asked for in an older one is not shown */
  guint              asked_generation;
  guint              asked_limit;
};

static void page_init (ExPageInterface *iface);
static void read_range (ExHistoryPage *self, gint64 before, guint limit);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExHistoryPage, ex_history_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_init))

/* --- rows ------------------------------------------------------------------------------------------------------------- */

static ExDay
day_of_time (GDateTime *time)
{
  return ex_day_new (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time));
}

static ExDay
row_day (GtkListBoxRow *row)
{
  return day_of_time (ex_history_row_get_time (EX_HISTORY_ROW (row)));
}

static char *
day_words (ExDay day)
{
  /* By the clock that the actions were stamped with. */
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  ExDay today = day_of_time (now);

  if (day == today)
    return g_strdup (_("Today"));
  if (day + 1 == today)
    return g_strdup (_("Yesterday"));
  return ex_format_day (day);
}

static void
set_class (GtkListBoxRow *row, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (row), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), name);
}

/* The rows of a day are a card: its corners are round where the day begins and ends. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row)));
  gboolean first = before == NULL || row_day (before) != row_day (row);
  g_autofree char *words = NULL;
  GtkWidget *label;

  set_class (row, "day-first", first);
  set_class (row, "day-last", gtk_list_box_get_row_at_index (list, gtk_list_box_row_get_index (row) + 1) == NULL);
  if (before != NULL)
    set_class (before, "day-last", first);
  if (!first)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  words = day_words (row_day (row));
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "day-header");
  gtk_list_box_row_set_header (row, label);
}

static gint64
number_at (ExHistoryPage *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? ex_history_row_get_number (EX_HISTORY_ROW (row)) : 0;
}

static void
remove_rows (ExHistoryPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_rows = 0;
}

/* More is new than is made in one go: begin anew from the top. */
static void
forget_if_far (ExHistoryPage *self, GPtrArray *actions)
{
  guint n_new = 0;

  while (n_new < actions->len && ((ExAction *) g_ptr_array_index (actions, n_new))->number > number_at (self, 0))
    n_new++;
  if (self->n_rows == 0 || n_new <= PAGE_SIZE)
    return;
  remove_rows (self);
  g_ptr_array_set_size (actions, PAGE_SIZE);
  self->at_end = FALSE;
}

static void
show_what_there_is (ExHistoryPage *self)
{
  ExHistoryFilter filter;

  if (self->n_rows > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, ex_history_filters_get (self->filters, &filter) ? "nothing" : "empty");
}

/* @actions newest first, as the rows are: what is there already is told what it has become, what is new goes between. */
static void
take_actions (ExHistoryPage *self, GPtrArray *actions)
{
  int at = 0;

  forget_if_far (self, actions);
  for (guint i = 0; i < actions->len; i++)
    {
      const ExAction *action = g_ptr_array_index (actions, i);

      while (number_at (self, at) > action->number)
        at++;
      if (number_at (self, at) == action->number)
        ex_history_row_update (EX_HISTORY_ROW (gtk_list_box_get_row_at_index (self->list, at)), action);
      else
        {
          gtk_list_box_insert (self->list, ex_history_row_new (self->session, action), at);
          self->n_rows++;
        }
      at++;
    }
  show_what_there_is (self);
}

/* --- reading ---------------------------------------------------------------------------------------------------------- */

/* What is asked of the worker; the filter's strings are its own. */
typedef struct
{
  ExHistoryFilter filter;
  gint64          before;
  guint           limit;
  guint           generation;
} Range;

static void
range_free (gpointer data)
{
  Range *self = data;

  g_free ((char *) self->filter.leader);
  g_free ((char *) self->filter.person);
  g_free (self);
}

static void
scrolled_cb (GtkAdjustment *adjustment, ExHistoryPage *self)
{
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (!self->at_end && !self->reading && self->n_rows > 0 && left < 600)
    read_range (self, number_at (self, (int) self->n_rows - 1), PAGE_SIZE);
}

static gpointer
read_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Range *range = data;

  return ex_store_list_actions (store, &range->filter, range->before, range->limit, error);
}

/* What was asked for before the filters changed is not shown any more. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExHistoryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = ex_session_call_finish (EX_SESSION (source), result, &error);

  self->reading = FALSE;
  if (actions == NULL)
    ex_alert_error (GTK_WIDGET (self), _("History could not be read"), error);
  else if (self->asked_generation == self->generation)
    {
      self->at_end = actions->len < self->asked_limit;
      take_actions (self, actions);
    }
  if (self->stale)
    read_range (self, 0, self->n_rows + PAGE_SIZE);
}

static void
read_range (ExHistoryPage *self, gint64 before, guint limit)
{
  Range *range;

  /* What is asked for while a read is under way may be more than that read brings. */
  self->stale = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  self->asked_generation = self->generation;
  self->asked_limit = limit;
  range = g_new0 (Range, 1);
  ex_history_filters_get (self->filters, &range->filter);
  range->filter.leader = g_strdup (range->filter.leader);
  range->filter.person = g_strdup (range->filter.person);
  range->before = before;
  range->limit = limit;
  ex_session_read_async (self->session, read_in_worker, range, range_free, (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, g_object_ref (self));
}

/* All of it anew: another filter, or somebody else looks. */
static void
begin_anew (ExHistoryPage *self)
{
  if (self->session == NULL)
    return;
  self->generation++;
  self->at_end = FALSE;
  remove_rows (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  read_range (self, 0, PAGE_SIZE);
}

static void
refresh (gpointer data)
{
  ExHistoryPage *self = data;
  const char *actor = ex_session_get_actor (self->session);

  ex_history_filters_fill (self->filters, ex_session_get_company (self->session));
  if (g_strcmp0 (actor, self->actor) != 0)
    {
      g_free (self->actor);
      self->actor = g_strdup (actor);
      begin_anew (self);
      return;
    }
  read_range (self, 0, self->n_rows + PAGE_SIZE);
}

/* --- the page --------------------------------------------------------------------------------------------------------- */

static void
ex_history_page_set_session (ExPage *page, ExSession *session)
{
  ExHistoryPage *self = EX_HISTORY_PAGE (page);

  self->session = g_object_ref (session);
  ex_page_follow (GTK_WIDGET (self), session, refresh);
}

static void
ex_history_page_show (ExPage *page, const char *what, const char *id)
{
  if (g_str_equal (what, "leader"))
    ex_history_filters_show_leader (EX_HISTORY_PAGE (page)->filters, id);
}

static void
filters_changed_cb (ExHistoryPage *self)
{
  begin_anew (self);
}

static void
clear_filters_cb (ExHistoryPage *self)
{
  ex_history_filters_clear (self->filters);
}

static ExExport *
ex_history_page_get_export (ExPage *page)
{
  ExHistoryFilter filter = { NULL };

  ex_history_filters_get (EX_HISTORY_PAGE (page)->filters, &filter);
  return ex_export_history (&filter);
}

static void
page_init (ExPageInterface *iface)
{
  iface->get_export = ex_history_page_get_export;
  iface->show = ex_history_page_show;
  iface->set_session = ex_history_page_set_session;
}

static void
ex_history_page_dispose (GObject *object)
{
  ExHistoryPage *self = EX_HISTORY_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->actor, g_free);

  G_OBJECT_CLASS (ex_history_page_parent_class)->dispose (object);
}

static void
ex_history_page_class_init (ExHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_history_page_dispose;

  g_type_ensure (EX_TYPE_HISTORY_FILTERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/history-page.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
}

static void
ex_history_page_init (ExHistoryPage *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, 0);
}
