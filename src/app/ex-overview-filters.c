#include "config.h"

#include "ex-overview-filters.h"

#include "ex-drop-down.h"
#include "ex-wrap.h"

#include <glib/gi18n.h>

#define SEARCHED_FROM 12 /* fewer are seen at once */
#define BUTTON_CHARS 20
#define LIST_CHARS 40

enum { UNIT, LEVEL, DRIVER, STAGE, PERIOD, N_FILTERS };

struct _ExOverviewFilters
{
  GtkWidget    parent_instance;

  GtkWidget   *box;
  GtkDropDown *filters[N_FILTERS];
  GtkStringList *labels[N_FILTERS]; /* the first is for all of them */
  GPtrArray   *values[N_FILTERS];   /* (element-type utf8) one a label, what it stands for; NULL for all */
  GtkWidget   *state;
  GtkLabel    *words;
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (ExOverviewFilters, ex_overview_filters, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- what there is to choose from ------------------------------------------------------------------------------------------------------ */

static const char *
chosen (ExOverviewFilters *self, guint filter)
{
  guint selected = gtk_drop_down_get_selected (self->filters[filter]);

  return selected != GTK_INVALID_LIST_POSITION && selected < self->values[filter]->len ? g_ptr_array_index (self->values[filter], selected) : NULL;
}

typedef struct
{
  GtkStringList *labels;
  GPtrArray     *values;
} Choices;

static void
choices_add (Choices *choices, const char *value, const char *label)
{
  gtk_string_list_append (choices->labels, label);
  g_ptr_array_add (choices->values, g_strdup (value));
}

static Choices
choices_new (const char *all)
{
  Choices choices = { gtk_string_list_new (NULL), g_ptr_array_new_with_free_func (g_free) };

  choices_add (&choices, NULL, all);
  return choices;
}

static gboolean
are_the_same (ExOverviewFilters *self, guint filter, const Choices *choices)
{
  if (self->values[filter] == NULL || self->values[filter]->len != choices->values->len)
    return FALSE;
  for (guint i = 0; i < choices->values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->values[filter], i), g_ptr_array_index (choices->values, i)) != 0
        || g_strcmp0 (gtk_string_list_get_string (self->labels[filter], i), gtk_string_list_get_string (choices->labels, i)) != 0)
      return FALSE;
  return TRUE;
}

/* Takes @choices. */
static void
set_choices (ExOverviewFilters *self, guint filter, Choices choices)
{
  g_autofree char *before = NULL;
  guint selected = 0;

  if (are_the_same (self, filter, &choices))
    {
      g_object_unref (choices.labels);
      g_ptr_array_unref (choices.values);
      return;
    }
  before = self->values[filter] != NULL ? g_strdup (chosen (self, filter)) : NULL;
  for (guint i = 1; before != NULL && i < choices.values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (choices.values, i), before) == 0)
      selected = i;
  g_clear_object (&self->labels[filter]);
  g_clear_pointer (&self->values[filter], g_ptr_array_unref);
  self->labels[filter] = choices.labels;
  self->values[filter] = choices.values;
  gtk_drop_down_set_model (self->filters[filter], G_LIST_MODEL (choices.labels));
  gtk_drop_down_set_selected (self->filters[filter], selected);
  gtk_drop_down_set_enable_search (self->filters[filter], choices.values->len > SEARCHED_FROM);
  gtk_widget_set_visible (GTK_WIDGET (self->filters[filter]), choices.values->len > 1);
}

static Choices
list_units (const ExReviews *reviews)
{
  Choices choices = choices_new (_("All units"));
  g_auto (GStrv) units = reviews != NULL ? ex_scope_list_units (reviews) : g_new0 (char *, 1);

  for (guint i = 0; units[i] != NULL; i++)
    choices_add (&choices, units[i], *units[i] != '\0' ? units[i] : _("No unit"));
  return choices;
}

static Choices
list_levels (const ExReviews *reviews)
{
  Choices choices = choices_new (_("All levels"));
  guint n = reviews != NULL ? ex_reviews_n_levels (reviews) : 0;

  for (guint level = 1; level <= n; level++)
    {
      g_autofree char *value = g_strdup_printf ("%u", level);
      g_autofree char *label = level == 1 ? g_strdup (_("Level 1, the top")) : g_strdup_printf (_("Level %u"), level);

      choices_add (&choices, value, label);
    }
  return choices;
}

static Choices
list_drivers (const ExReviews *reviews)
{
  Choices choices = choices_new (_("All drivers"));

  for (guint driver = 0; reviews != NULL && driver < EX_N_DRIVERS; driver++)
    choices_add (&choices, ex_driver_nick (driver), ex_driver_label (driver));
  return choices;
}

static Choices
list_stages (const ExReviews *reviews)
{
  Choices choices = choices_new (_("All stages"));
  g_auto (GStrv) stages = reviews != NULL ? ex_scope_list_stages (reviews) : g_new0 (char *, 1);

  for (guint i = 0; stages[i] != NULL; i++)
    choices_add (&choices, stages[i], *stages[i] != '\0' ? stages[i] : _("No stage"));
  return choices;
}

static void
add_periods (Choices *choices, const ExCycle *cycle, ExGrain grain)
{
  ExPeriod last = ex_period_of_day (grain, cycle->last);

  for (ExPeriod period = ex_period_of_day (grain, cycle->first); period.index <= last.index; period.index++)
    {
      g_autofree char *value = ex_period_to_string (period);
      g_autofree char *label = ex_period_to_label (period, TRUE);

      if (ex_period_first_day (period) >= cycle->first && ex_period_last_day (period) <= cycle->last)
        choices_add (choices, value, label);
    }
}

/* The cycle, its quarters, its months; of a ledger by quarters no months. */
static Choices
list_periods (const ExReviews *reviews, const ExAsset *asset)
{
  const ExCycle *cycle = reviews != NULL ? ex_reviews_get_cycle (reviews) : NULL;
  Choices choices = choices_new (cycle != NULL ? cycle->name : _("The whole cycle"));
  ExGrain finest = asset != NULL && asset->spans != NULL && asset->spans->len > 0 ? asset->grain : EX_GRAIN_MONTH;

  if (cycle != NULL && finest <= EX_GRAIN_QUARTER)
    add_periods (&choices, cycle, EX_GRAIN_QUARTER);
  if (cycle != NULL && finest <= EX_GRAIN_MONTH)
    add_periods (&choices, cycle, EX_GRAIN_MONTH);
  return choices;
}

void
ex_overview_filters_fill (ExOverviewFilters *self, const ExReviews *reviews, const ExAsset *asset)
{
  g_return_if_fail (EX_IS_OVERVIEW_FILTERS (self));

  self->filling = TRUE;
  set_choices (self, UNIT, list_units (reviews));
  set_choices (self, LEVEL, list_levels (reviews));
  set_choices (self, DRIVER, list_drivers (reviews));
  set_choices (self, STAGE, list_stages (reviews));
  set_choices (self, PERIOD, list_periods (reviews, asset));
  gtk_widget_set_visible (GTK_WIDGET (self), reviews != NULL);
  self->filling = FALSE;
}

/* --- what is chosen -------------------------------------------------------------------------------------------------------------------- */

void
ex_overview_filters_apply (ExOverviewFilters *self, ExStoryAsk *ask)
{
  const char *level = chosen (self, LEVEL), *driver = chosen (self, DRIVER), *period = chosen (self, PERIOD);
  ExDriver parsed;

  g_return_if_fail (EX_IS_OVERVIEW_FILTERS (self));

  g_free (ask->scope->unit);
  ask->scope->unit = g_strdup (chosen (self, UNIT));
  ask->scope->level = level != NULL ? (guint) g_ascii_strtoull (level, NULL, 10) : 0;
  ask->scope->driver = driver != NULL && ex_driver_parse (driver, &parsed) ? (int) parsed : EX_ANY_DRIVER;
  g_free (ask->scope->stage);
  ask->scope->stage = g_strdup (chosen (self, STAGE));
  if (period == NULL || !ex_period_parse (period, &ask->period))
    ask->period = (ExPeriod) { 0 };
}

void
ex_overview_filters_clear (ExOverviewFilters *self)
{
  g_return_if_fail (EX_IS_OVERVIEW_FILTERS (self));

  self->filling = TRUE;
  for (guint i = 0; i < N_FILTERS; i++)
    gtk_drop_down_set_selected (self->filters[i], 0);
  self->filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ex_overview_filters_set_words (ExOverviewFilters *self, const char *words)
{
  /* Translators: the filters that are set: "Shown: Sales, level 2, Q3 2026" */
  g_autofree char *shown = words != NULL ? g_strdup_printf (_("Shown: %s"), words) : NULL;

  g_return_if_fail (EX_IS_OVERVIEW_FILTERS (self));

  gtk_label_set_text (self->words, shown != NULL ? shown : "");
  gtk_widget_set_visible (self->state, shown != NULL);
}

/* --- the widget -------------------------------------------------------------------------------------------------------------------------- */

static void
selected_cb (ExOverviewFilters *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The button that is clicked goes away: the focus stays among the filters. */
static void
clear_cb (ExOverviewFilters *self)
{
  ex_overview_filters_clear (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
ex_overview_filters_dispose (GObject *object)
{
  ExOverviewFilters *self = EX_OVERVIEW_FILTERS (object);

  self->filling = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  for (guint i = 0; i < N_FILTERS; i++)
    {
      g_clear_object (&self->labels[i]);
      g_clear_pointer (&self->values[i], g_ptr_array_unref);
    }
  G_OBJECT_CLASS (ex_overview_filters_parent_class)->dispose (object);
}

static void
ex_overview_filters_class_init (ExOverviewFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_overview_filters_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", EX_TYPE_OVERVIEW_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* A name may be long: the button shows what fits, the list all of it. */
static void
setup_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer whole)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  gboolean fits = whole != NULL && g_utf8_strlen (text, -1) <= LIST_CHARS;

  gtk_label_set_text (label, text);
  gtk_label_set_max_width_chars (label, whole != NULL ? -1 : BUTTON_CHARS);
  /* The list is only as wide as its labels need at least: next to nothing where they may be cut. */
  gtk_label_set_ellipsize (label, fits ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, whole != NULL && !fits ? LIST_CHARS : -1);
}

static GtkDropDown *
drop_down_new (ExOverviewFilters *self, const char *name)
{
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkDropDown *drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, expression));
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (bind_cb), self);
  gtk_drop_down_set_factory (drop_down, button);
  gtk_drop_down_set_list_factory (drop_down, list);
  ex_drop_down_set_name (drop_down, name);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return drop_down;
}

static void
make_state (ExOverviewFilters *self)
{
  GtkWidget *clear = gtk_button_new_with_mnemonic (_("Clear _Filters"));

  self->state = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "heading");
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->state), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->state), clear);
  gtk_widget_set_visible (self->state, FALSE);
}

static void
ex_overview_filters_init (ExOverviewFilters *self)
{
  const char *names[N_FILTERS] = { _("Unit"), _("Level"), _("Driver"), _("Journey stage"), _("Period") };
  GtkWidget *row = ex_wrap_new (12);

  self->filling = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (guint i = 0; i < N_FILTERS; i++)
    {
      self->filters[i] = drop_down_new (self, names[i]);
      ex_wrap_append (EX_WRAP (row), GTK_WIDGET (self->filters[i]));
    }
  make_state (self);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_box_append (GTK_BOX (self->box), self->state);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is looked at"), -1);
  self->filling = FALSE;
}

GtkWidget *
ex_overview_filters_new (void)
{
  return g_object_new (EX_TYPE_OVERVIEW_FILTERS, NULL);
}
