#include "config.h"

#include "ex-day-entry.h"

#include "core/ex-format.h"

#include <glib/gi18n.h>

struct _ExDayEntry
{
  GtkBox       parent_instance;

  GtkEntry    *entry;
  GtkWidget   *button;
  GtkCalendar *calendar;
  ExDay        day;
  gboolean     wrong;   /* something is typed that is no day */
  gboolean     filling; /* text or calendar are being set to what is known already */
};

enum { PROP_DAY = 1, PROP_LABEL, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ExDayEntry, ex_day_entry, GTK_TYPE_BOX)

/* ISO 8601 first, which no locale reads differently; then as the reader's locale writes days. */
static ExDay
parse_day (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  ExDay day = ex_day_parse (trimmed);
  GDate date;

  if (day != EX_DAY_NONE || *trimmed == '\0')
    return day;
  g_date_clear (&date, 1);
  g_date_set_parse (&date, trimmed);
  return g_date_valid (&date) ? g_date_get_julian (&date) : EX_DAY_NONE;
}

static const char *
entry_text (ExDayEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
fill_text (ExDayEntry *self)
{
  g_autofree char *text = ex_format_day (self->day);

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->filling = FALSE;
}

static void
show_validity (ExDayEntry *self)
{
  gboolean valid = ex_day_entry_is_valid (self);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), valid ? NULL : _("A day, like 2026-09-30"));
}

static void
take_day (ExDayEntry *self, ExDay day)
{
  if (day == self->day)
    return;
  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAY]);
}

static void
changed_cb (GtkEditable *editable, ExDayEntry *self)
{
  if (self->filling)
    return;
  take_day (self, parse_day (gtk_editable_get_text (editable)));
  show_validity (self);
  if (self->wrong == ex_day_entry_is_valid (self))
    {
      self->wrong = !self->wrong;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAY]);
    }
}

/* What was typed is shown as it was understood. */
static void
left_cb (GtkEventControllerFocus *controller, ExDayEntry *self)
{
  if (self->day != EX_DAY_NONE)
    fill_text (self);
}

static void
calendar_shown_cb (GtkPopover *popover, ExDayEntry *self)
{
  int year, month, day;
  g_autoptr (GDateTime) date = NULL;

  ex_day_split (self->day != EX_DAY_NONE ? self->day : ex_day_today (), &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
}

static void
day_selected_cb (GtkCalendar *calendar, ExDayEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  if (!self->filling)
    ex_day_entry_set_day (self, ex_day_new (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date)));
}

static void
ex_day_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAY:
      ex_day_entry_set_day (EX_DAY_ENTRY (object), g_value_get_uint (value));
      break;
    case PROP_LABEL:
      ex_day_entry_set_label (EX_DAY_ENTRY (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ex_day_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DAY)
    g_value_set_uint (value, EX_DAY_ENTRY (object)->day);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
ex_day_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (EX_DAY_ENTRY (widget)->entry));
}

static void
ex_day_entry_class_init (ExDayEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = ex_day_entry_set_property;
  object_class->get_property = ex_day_entry_get_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = ex_day_entry_grab_focus;

  props[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
init_calendar (ExDayEntry *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _("Calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), self, 0);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, 0);
}

static void
ex_day_entry_init (ExDayEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_entry_set_placeholder_text (self->entry, _("Day"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  init_calendar (self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), self->button);
  ex_day_entry_set_label (self, _("Day"));
}

GtkWidget *
ex_day_entry_new (void)
{
  return g_object_new (EX_TYPE_DAY_ENTRY, NULL);
}

ExDay
ex_day_entry_get_day (ExDayEntry *self)
{
  g_return_val_if_fail (EX_IS_DAY_ENTRY (self), EX_DAY_NONE);

  return self->day;
}

void
ex_day_entry_set_day (ExDayEntry *self, ExDay day)
{
  g_return_if_fail (EX_IS_DAY_ENTRY (self));

  self->wrong = FALSE;
  take_day (self, day);
  fill_text (self);
  show_validity (self);
}

void
ex_day_entry_set_label (ExDayEntry *self, const char *label)
{
  g_return_if_fail (EX_IS_DAY_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : _("Day"), -1);
}

void
ex_day_entry_set_usual (ExDayEntry *self, ExDay day)
{
  g_autofree char *text = ex_format_day (day);

  g_return_if_fail (EX_IS_DAY_ENTRY (self));

  gtk_entry_set_placeholder_text (self->entry, day != EX_DAY_NONE ? text : _("Day"));
}

gboolean
ex_day_entry_is_valid (ExDayEntry *self)
{
  g_return_val_if_fail (EX_IS_DAY_ENTRY (self), FALSE);

  return self->day != EX_DAY_NONE || *entry_text (self) == '\0';
}
