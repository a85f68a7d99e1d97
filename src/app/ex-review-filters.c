#include "config.h"

#include "ex-review-filters.h"

#include "ex-drop-down.h"
#include "ex-review-query.h"

#include <glib/gi18n.h>

#define UNIT_CHARS 16

struct _ExReviewFilters
{
  GtkWidget        parent_instance;

  GtkDropDown     *state;
  GtkDropDown     *unit;
  GtkToggleButton *overdue;
  GtkToggleButton *waiting;
  GtkStringList   *units;   /* the first is for all of them */
  int              viewer;
  gboolean         filling; /* not the user */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExReviewFilters, ex_review_filters, GTK_TYPE_WIDGET)

static void
changed_cb (ExReviewFilters *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- units ---------------------------------------------------------------------------------------------------------------------- */

static int
compare_units (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

/* (transfer container), sorted */
static GPtrArray *
list_units (const ExReviews *reviews, const GArray *parents)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const ExCompany *company = ex_reviews_get_company (reviews);
  GPtrArray *units = g_ptr_array_new ();

  for (guint i = 0; i < parents->len; i++)
    {
      const char *unit = ex_company_get_leader (company, i)->unit;

      if (g_array_index (parents, int, i) != EX_NOT_SHOWN && unit != NULL && g_hash_table_add (seen, (gpointer) unit))
        g_ptr_array_add (units, (gpointer) unit);
    }
  g_ptr_array_sort (units, compare_units);
  return units;
}

static gboolean
are_the_units (ExReviewFilters *self, const GPtrArray *units)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->units)) != units->len + 1)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (self->units, i + 1), g_ptr_array_index (units, i)))
      return FALSE;
  return TRUE;
}

/* (nullable) (transfer none) */
static const char *
chosen_unit (ExReviewFilters *self)
{
  guint chosen = gtk_drop_down_get_selected (self->unit);

  return chosen != 0 && chosen != GTK_INVALID_LIST_POSITION ? gtk_string_list_get_string (self->units, chosen) : NULL;
}

static void
set_units (ExReviewFilters *self, const GPtrArray *units)
{
  g_autofree char *chosen = g_strdup (chosen_unit (self));
  guint selected = 0;

  g_clear_object (&self->units);
  self->units = gtk_string_list_new (NULL);
  gtk_string_list_append (self->units, _("All units"));
  for (guint i = 0; i < units->len; i++)
    {
      gtk_string_list_append (self->units, g_ptr_array_index (units, i));
      if (g_strcmp0 (chosen, g_ptr_array_index (units, i)) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->unit, G_LIST_MODEL (self->units));
  gtk_drop_down_set_selected (self->unit, selected);
}

void
ex_review_filters_fill (ExReviewFilters *self, const ExReviews *reviews, const GArray *parents, int viewer)
{
  g_autoptr (GPtrArray) units = NULL;

  g_return_if_fail (EX_IS_REVIEW_FILTERS (self));

  units = list_units (reviews, parents);
  self->filling = TRUE;
  self->viewer = viewer;
  if (!are_the_units (self, units))
    set_units (self, units);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), units->len > 1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->waiting),
                               viewer == EX_NOBODY ? _("Show only reviews that wait for the board: you do its part")
                                                   : _("Show only reviews that wait for you"));
  self->filling = FALSE;
}

gboolean
ex_review_filters_apply (ExReviewFilters *self, ExQuery *query)
{
  guint state;

  g_return_val_if_fail (EX_IS_REVIEW_FILTERS (self), FALSE);

  state = gtk_drop_down_get_selected (self->state);
  query->status = state != GTK_INVALID_LIST_POSITION ? (int) state - 1 : -1;
  query->unit = (char *) chosen_unit (self);
  query->overdue = gtk_toggle_button_get_active (self->overdue);
  query->waiting = gtk_toggle_button_get_active (self->waiting) ? self->viewer : EX_NO_ONE;
  return query->status >= 0 || query->unit != NULL || query->overdue || query->waiting != EX_NO_ONE;
}

void
ex_review_filters_clear (ExReviewFilters *self)
{
  g_return_if_fail (EX_IS_REVIEW_FILTERS (self));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->state, 0);
  gtk_drop_down_set_selected (self->unit, 0);
  gtk_toggle_button_set_active (self->overdue, FALSE);
  gtk_toggle_button_set_active (self->waiting, FALSE);
  self->filling = FALSE;
  changed_cb (self);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------ */

static void
ex_review_filters_dispose (GObject *object)
{
  ExReviewFilters *self = EX_REVIEW_FILTERS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->units);
  G_OBJECT_CLASS (ex_review_filters_parent_class)->dispose (object);
}

static void
ex_review_filters_class_init (ExReviewFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_review_filters_dispose;
  signals[CHANGED] = g_signal_new ("changed", EX_TYPE_REVIEW_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/review-filters.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, ExReviewFilters, state);
  gtk_widget_class_bind_template_child (widget_class, ExReviewFilters, unit);
  gtk_widget_class_bind_template_child (widget_class, ExReviewFilters, overdue);
  gtk_widget_class_bind_template_child (widget_class, ExReviewFilters, waiting);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
fill_states (ExReviewFilters *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  gtk_string_list_append (states, _("All states"));
  for (guint i = 0; i < EX_N_REVIEW_STATES; i++)
    gtk_string_list_append (states, ex_review_state_label (i));
  gtk_string_list_append (states, _("excused"));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
}

/* A unit may have a long name: the button shows what fits, the list all of it. */
static void
setup_unit_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), UNIT_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_unit_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer whole)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (gtk_list_item_get_item (item)));
  if (whole != NULL)
    gtk_label_set_max_width_chars (GTK_LABEL (label), -1);
}

static void
init_units (ExReviewFilters *self)
{
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_signal_connect (button, "setup", G_CALLBACK (setup_unit_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_unit_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (setup_unit_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (bind_unit_cb), self);
  gtk_drop_down_set_factory (self->unit, button);
  gtk_drop_down_set_list_factory (self->unit, list);
  self->units = gtk_string_list_new (NULL);
  set_units (self, none);
}

static void
ex_review_filters_init (ExReviewFilters *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_states (self);
  init_units (self);
  ex_drop_down_set_name (self->state, _("State"));
  ex_drop_down_set_name (self->unit, _("Unit"));
  self->filling = FALSE;
}
