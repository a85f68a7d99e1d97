#include "config.h"

#include "ex-movement-form.h"

#include "core/ex-money.h"
#include "core/ex-quantity.h"
#include "ex-number-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST 1000000000000000 /* customers, or minor units: what adds up stays far below an overflow */

enum { LINE_OPENING, LINE_FRESH, LINE_WON_BACK, LINE_EXPANDED, LINE_CONTRACTED, LINE_LOST, LINE_CLOSING, N_LINES };

static const struct { const char *label; gsize count; } lines[N_LINES] = {
  [LINE_OPENING] = { N_("Opening"), G_STRUCT_OFFSET (ExMovement, opening) },
  [LINE_FRESH] = { N_("New"), G_STRUCT_OFFSET (ExMovement, fresh) },
  [LINE_WON_BACK] = { N_("Won back"), G_STRUCT_OFFSET (ExMovement, won_back) },
  [LINE_EXPANDED] = { N_("Expanded"), G_STRUCT_OFFSET (ExMovement, expanded) },
  [LINE_CONTRACTED] = { N_("Contracted"), G_STRUCT_OFFSET (ExMovement, contracted) },
  [LINE_LOST] = { N_("Lost"), G_STRUCT_OFFSET (ExMovement, lost) },
  [LINE_CLOSING] = { N_("Closing"), G_STRUCT_OFFSET (ExMovement, closing) },
};

struct _ExMovementForm
{
  GtkWidget    parent_instance;

  GtkWidget   *box;
  GtkWidget   *period_line;
  GtkEditable *period_entry;
  GtkEditable *entries[N_LINES][EX_N_MEASURES];
  GtkLabel    *problem;

  char        *currency;
  gboolean     period_known;
  ExPeriod     period;
  gboolean     has_previous;
  ExMovement   previous;
  gboolean     closing_typed[EX_N_MEASURES]; /* by hand: then it is held against what it comes to */
  gboolean     filling;
  gboolean     touched;  /* nothing is called wrong before */
};

G_DEFINE_FINAL_TYPE (ExMovementForm, ex_movement_form, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static ExCount *
count_of (ExMovement *movement, guint line)
{
  return G_STRUCT_MEMBER_P (movement, lines[line].count);
}

static gint64 *
figure_of (ExMovement *movement, guint line, ExMeasure measure)
{
  ExCount *count = count_of (movement, line);

  return measure == EX_MEASURE_CUSTOMERS ? &count->customers : &count->value;
}

static int
exponent_of (ExMovementForm *self)
{
  return ex_currency_exponent (self->currency);
}

/* --- reading -------------------------------------------------------------------------------------------------------------------- */

/* What is empty counts as none. */
static gboolean
read_figure (ExMovementForm *self, guint line, ExMeasure measure, gint64 *figure)
{
  const char *text = gtk_editable_get_text (self->entries[line][measure]);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  double number;

  *figure = 0;
  if (*stripped == '\0')
    return TRUE;
  if (measure == EX_MEASURE_VALUE)
    return ex_money_text_parse (stripped, exponent_of (self), figure, NULL) && *figure >= 0 && *figure <= MOST;
  if (!ex_number_text_parse (stripped, &number) || number != floor (number) || number < 0 || number > (double) MOST)
    return FALSE;
  *figure = (gint64) number;
  return TRUE;
}

/* What opening, gains and losses come to, where nobody says otherwise. */
static void
reckon_closing (ExMovementForm *self, ExMovement *m)
{
  if (!self->closing_typed[EX_MEASURE_CUSTOMERS])
    m->closing.customers = m->opening.customers + m->fresh.customers + m->won_back.customers - m->lost.customers;
  if (!self->closing_typed[EX_MEASURE_VALUE])
    m->closing.value = m->opening.value + m->fresh.value + m->won_back.value + m->expanded.value - m->contracted.value - m->lost.value;
}

/* (transfer full) (nullable): the first figure that is none. */
static char *
read_figures (ExMovementForm *self, ExMovement *movement)
{
  *movement = (ExMovement) { 0 };
  for (guint line = 0; line < N_LINES; line++)
    for (ExMeasure measure = 0; measure < EX_N_MEASURES; measure++)
      if (!read_figure (self, line, measure, figure_of (movement, line, measure)))
        return measure == EX_MEASURE_CUSTOMERS
                 ? g_strdup_printf (_("%s: customers are a whole number, 0 or more."), _(lines[line].label))
                 : g_strdup_printf (_("%s: value is an amount of money, 0 or more."), _(lines[line].label));
  reckon_closing (self, movement);
  return NULL;
}

static gboolean
read_period (ExMovementForm *self, ExPeriod *period)
{
  g_autofree char *text = NULL;

  *period = self->period;
  if (self->period_known)
    return TRUE;
  text = g_strstrip (g_strdup (gtk_editable_get_text (self->period_entry)));
  return ex_period_parse (text, period);
}

/* (transfer full) (nullable) */
static char *
find_problem (ExMovementForm *self, ExEnteredMovement *entered)
{
  char *figure = read_figures (self, &entered->movement);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (figure != NULL)
    return figure;
  if (!read_period (self, &entered->period))
    return g_strdup (_("Say which period: 2026-09, 2026-Q3 or 2026."));
  problems = ex_movement_problems (&entered->movement, self->has_previous ? &self->previous : NULL, exponent_of (self));
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (problems, i));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* --- while it is typed ------------------------------------------------------------------------------------------------------------ */

static void
set_figure (ExMovementForm *self, guint line, ExMeasure measure, gint64 figure)
{
  g_autofree char *text = measure == EX_MEASURE_VALUE ? ex_money_text_format (figure, exponent_of (self)) : ex_number_text_format ((double) figure);

  gtk_editable_set_text (self->entries[line][measure], text);
}

/* What the closing comes to, until somebody says it; not in the entry that is being typed in. */
static void
propose_closing (ExMovementForm *self, GtkEditable *typed)
{
  ExMovement m;
  g_autofree char *problem = read_figures (self, &m);

  if (problem != NULL)
    return;
  self->filling = TRUE;
  for (ExMeasure measure = 0; measure < EX_N_MEASURES; measure++)
    if (!self->closing_typed[measure] && self->entries[LINE_CLOSING][measure] != typed)
      set_figure (self, LINE_CLOSING, measure, *figure_of (&m, LINE_CLOSING, measure));
  self->filling = FALSE;
}

static void
show_problem (ExMovementForm *self)
{
  ExEnteredMovement entered;
  g_autofree char *problem = find_problem (self, &entered);

  gtk_label_set_text (self->problem, problem != NULL ? problem : _("It adds up."));
  if (problem != NULL && self->touched)
    gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
typed_cb (GtkEditable *entry, ExMovementForm *self)
{
  if (self->filling)
    return;
  self->touched = TRUE;
  for (ExMeasure measure = 0; measure < EX_N_MEASURES; measure++)
    if (entry == self->entries[LINE_CLOSING][measure])
      self->closing_typed[measure] = *gtk_editable_get_text (entry) != '\0';
  propose_closing (self, entry);
  show_problem (self);
}

/* --- the widget --------------------------------------------------------------------------------------------------------------------- */

static void
ex_movement_form_dispose (GObject *object)
{
  g_clear_pointer (&EX_MOVEMENT_FORM (object)->box, gtk_widget_unparent);
  g_clear_pointer (&EX_MOVEMENT_FORM (object)->currency, g_free);
  G_OBJECT_CLASS (ex_movement_form_parent_class)->dispose (object);
}

static void
ex_movement_form_class_init (ExMovementFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_movement_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", EX_TYPE_MOVEMENT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
label_new (const char *text, float xalign, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkEditable *
entry_new (ExMovementForm *self, const char *line, const char *measure)
{
  GtkWidget *entry = gtk_entry_new ();
  /* Translators: a line and a column of a table: "Opening, customers" */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), line, measure);

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
grid_new (ExMovementForm *self)
{
  static const char * const titles[EX_N_MEASURES] = { [EX_MEASURE_CUSTOMERS] = N_("Customers"), [EX_MEASURE_VALUE] = N_("Value") };
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 6);
  for (ExMeasure measure = 0; measure < EX_N_MEASURES; measure++)
    gtk_grid_attach (grid, label_new (_(titles[measure]), 1, "heading"), (int) measure + 1, 0, 1, 1);
  for (guint line = 0; line < N_LINES; line++)
    {
      gtk_grid_attach (grid, label_new (_(lines[line].label), 0, NULL), 0, (int) line + 1, 1, 1);
      for (ExMeasure measure = 0; measure < EX_N_MEASURES; measure++)
        {
          self->entries[line][measure] = entry_new (self, _(lines[line].label), _(titles[measure]));
          gtk_grid_attach (grid, GTK_WIDGET (self->entries[line][measure]), (int) measure + 1, (int) line + 1, 1, 1);
        }
    }
  return GTK_WIDGET (grid);
}

static GtkWidget *
period_line_new (ExMovementForm *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Period"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("2026-09, 2026-Q3 or 2026"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), entry);
  self->period_entry = GTK_EDITABLE (entry);
  return line;
}

static void
ex_movement_form_init (ExMovementForm *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->period_line = period_line_new (self);
  self->problem = GTK_LABEL (label_new ("", 0, NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_wrap_mode (self->problem, PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (self->box), self->period_line);
  gtk_box_append (GTK_BOX (self->box), grid_new (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->problem));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ex_movement_form_new (void)
{
  return g_object_new (EX_TYPE_MOVEMENT_FORM, NULL);
}

void
ex_movement_form_fill (ExMovementForm *self, const char *currency, const ExPeriod *period, const ExMovement *previous, const ExMovement *movement)
{
  ExMovement blank = { 0 }, start = movement != NULL ? *movement : blank;

  g_return_if_fail (EX_IS_MOVEMENT_FORM (self));

  g_free (self->currency);
  self->currency = g_strdup (currency);
  self->period_known = period != NULL;
  self->period = period != NULL ? *period : (ExPeriod) { 0 };
  self->has_previous = previous != NULL;
  self->previous = previous != NULL ? *previous : blank;
  if (previous != NULL)
    start.opening = previous->closing;
  gtk_widget_set_visible (self->period_line, period == NULL);
  self->touched = FALSE;
  self->filling = TRUE;
  for (ExMeasure measure = 0; measure < EX_N_MEASURES; measure++)
    {
      self->closing_typed[measure] = FALSE;
      gtk_widget_set_sensitive (GTK_WIDGET (self->entries[LINE_OPENING][measure]), previous == NULL);
      for (guint line = 0; line < N_LINES; line++)
        if (movement != NULL || (line == LINE_OPENING && previous != NULL))
          set_figure (self, line, measure, *figure_of (&start, line, measure));
        else
          gtk_editable_set_text (self->entries[line][measure], "");
    }
  self->filling = FALSE;
  propose_closing (self, NULL);
  show_problem (self);
  gtk_widget_grab_focus (period == NULL ? GTK_WIDGET (self->period_entry)
                                        : GTK_WIDGET (self->entries[previous == NULL ? LINE_OPENING : LINE_FRESH][EX_MEASURE_CUSTOMERS]));
}

gboolean
ex_movement_form_read (ExMovementForm *self, ExEnteredMovement *entered)
{
  g_autofree char *problem = NULL;

  g_return_val_if_fail (EX_IS_MOVEMENT_FORM (self), FALSE);

  problem = find_problem (self, entered);
  return problem == NULL;
}
