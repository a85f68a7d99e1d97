#include "config.h"

#include "ex-history-filters.h"

#include "core/ex-format.h"
#include "ex-day-entry.h"
#include "ex-drop-down.h"
#include "ex-leader-chooser.h"
#include "store/ex-store.h"

#include <glib/gi18n.h>

struct _ExHistoryFilters
{
  GtkWidget        parent_instance;

  GtkBox          *about_box;
  GtkBox          *by_box;
  ExLeaderChooser *about;
  ExLeaderChooser *by;
  GtkDropDown     *page;
  GtkMenuButton   *days;
  GtkLabel        *days_label;
  GtkPopover      *popover;
  ExDayEntry      *from;
  ExDayEntry      *to;
  GtkWidget       *clear;
  gboolean         filling; /* not the user */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExHistoryFilters, ex_history_filters, GTK_TYPE_WIDGET)

/* In the order of ex_history_pages(). */
static const char * const page_names[] = { N_("Overview"), N_("My Review"), N_("Reviews"), N_("Objectives"), N_("Leaders"), N_("Customer Asset"),
                                         N_("Rewards"), N_("Cycle") };

gboolean
ex_history_filters_get (ExHistoryFilters *self, ExHistoryFilter *filter)
{
  guint page;

  g_return_val_if_fail (EX_IS_HISTORY_FILTERS (self), FALSE);

  page = gtk_drop_down_get_selected (self->page);
  *filter = (ExHistoryFilter) {
    .leader = ex_leader_chooser_get_id (self->about),
    .person = ex_leader_chooser_get_id (self->by),
    .page = page > 0 && page <= G_N_ELEMENTS (page_names) ? ex_history_pages ()[page - 1] : NULL,
    .from = ex_day_entry_get_day (self->from),
    .to = ex_day_entry_get_day (self->to),
  };
  return filter->leader != NULL || filter->person != NULL || filter->page != NULL || filter->from != EX_DAY_NONE || filter->to != EX_DAY_NONE;
}

/* --- days --------------------------------------------------------------------------------------------------------------------- */

static char *
days_words (ExDay from, ExDay to)
{
  g_autofree char *first = ex_format_day (from);
  g_autofree char *last = ex_format_day (to);

  if (from == EX_DAY_NONE && to == EX_DAY_NONE)
    return g_strdup (_("Any day"));
  if (from == to)
    return g_steal_pointer (&first);
  if (to == EX_DAY_NONE)
    return g_strdup_printf (_("From %s"), first);
  if (from == EX_DAY_NONE)
    return g_strdup_printf (_("Until %s"), last);
  /* Translators: from one day to another */
  return g_strdup_printf (_("%s – %s"), first, last);
}

static void
show_days (ExHistoryFilters *self)
{
  g_autofree char *words = days_words (ex_day_entry_get_day (self->from), ex_day_entry_get_day (self->to));
  g_autofree char *label = g_strdup_printf (_("%s: %s"), _("Days"), words);

  gtk_label_set_text (self->days_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* --- changes -------------------------------------------------------------------------------------------------------------------- */

static void
changed_cb (ExHistoryFilters *self)
{
  ExHistoryFilter filter;

  if (self->filling)
    return;
  show_days (self);
  gtk_widget_set_visible (self->clear, ex_history_filters_get (self, &filter));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* While a day is being typed it is none; what is shown waits for it. */
static void
days_changed_cb (ExHistoryFilters *self)
{
  if (ex_day_entry_is_valid (self->from) && ex_day_entry_is_valid (self->to))
    changed_cb (self);
}

static void
set_days (ExHistoryFilters *self, ExDay from, ExDay to)
{
  gboolean filling = self->filling;

  self->filling = TRUE;
  ex_day_entry_set_day (self->from, from);
  ex_day_entry_set_day (self->to, to);
  self->filling = filling;
  gtk_popover_popdown (self->popover);
  changed_cb (self);
}

/* By the clock that the actions were stamped with. */
static ExDay
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ex_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static void
today_cb (ExHistoryFilters *self)
{
  set_days (self, today (), today ());
}

static void
week_cb (ExHistoryFilters *self)
{
  set_days (self, today () - 6, today ());
}

static void
any_day_cb (ExHistoryFilters *self)
{
  set_days (self, EX_DAY_NONE, EX_DAY_NONE);
}

/* All at once, and one "changed". @leader: (nullable) the one who is left. */
static void
set_all (ExHistoryFilters *self, const char *leader)
{
  self->filling = TRUE;
  ex_leader_chooser_choose (self->about, leader);
  ex_leader_chooser_choose (self->by, NULL);
  gtk_drop_down_set_selected (self->page, 0);
  set_days (self, EX_DAY_NONE, EX_DAY_NONE);
  self->filling = FALSE;
  changed_cb (self);
}

void
ex_history_filters_clear (ExHistoryFilters *self)
{
  g_return_if_fail (EX_IS_HISTORY_FILTERS (self));

  set_all (self, NULL);
  /* The button that was pressed has gone. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
ex_history_filters_show_leader (ExHistoryFilters *self, const char *id)
{
  g_return_if_fail (EX_IS_HISTORY_FILTERS (self));

  set_all (self, id);
}

void
ex_history_filters_fill (ExHistoryFilters *self, ExCompany *company)
{
  ExLeaderChooser *choosers[] = { self->about, self->by };

  g_return_if_fail (EX_IS_HISTORY_FILTERS (self));

  for (guint i = 0; i < G_N_ELEMENTS (choosers); i++)
    {
      g_autofree char *chosen = g_strdup (ex_leader_chooser_get_id (choosers[i]));

      ex_leader_chooser_fill (choosers[i], company, NULL, chosen);
    }
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------ */

static void
ex_history_filters_dispose (GObject *object)
{
  ExHistoryFilters *self = EX_HISTORY_FILTERS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ex_history_filters_parent_class)->dispose (object);
}

static void
ex_history_filters_class_init (ExHistoryFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_history_filters_dispose;
  g_type_ensure (EX_TYPE_DAY_ENTRY);
  signals[CHANGED] = g_signal_new ("changed", EX_TYPE_HISTORY_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/history-filters.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryFilters, about_box);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryFilters, by_box);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryFilters, page);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryFilters, days);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryFilters, days_label);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryFilters, popover);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryFilters, from);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryFilters, to);
  gtk_widget_class_bind_template_child (widget_class, ExHistoryFilters, clear);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, week_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, ex_history_filters_clear);
}

static ExLeaderChooser *
add_chooser (ExHistoryFilters *self, GtkBox *box, const char *label)
{
  GtkWidget *chooser = ex_leader_chooser_new (label, _("anybody"));

  gtk_box_append (box, chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return EX_LEADER_CHOOSER (chooser);
}

static void
fill_pages (ExHistoryFilters *self)
{
  g_autoptr (GtkStringList) pages = gtk_string_list_new (NULL);

  gtk_string_list_append (pages, _("All pages"));
  for (guint i = 0; i < G_N_ELEMENTS (page_names); i++)
    gtk_string_list_append (pages, _(page_names[i]));
  gtk_drop_down_set_model (self->page, G_LIST_MODEL (pages));
}

static void
ex_history_filters_init (ExHistoryFilters *self)
{
  g_assert (g_strv_length ((char **) ex_history_pages ()) == G_N_ELEMENTS (page_names));

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->about = add_chooser (self, self->about_box, _("About whom"));
  self->by = add_chooser (self, self->by_box, _("Who did it"));
  ex_leader_chooser_also (self->by, EX_STORE_HR, _("HR"));
  fill_pages (self);
  ex_drop_down_set_name (self->page, _("Page"));
  self->filling = FALSE;
  show_days (self);
}
