#include "config.h"

#include "ex-reward-form.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-field-row.h"
#include "ex-number-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _ExRewardForm
{
  GtkBox           parent_instance;

  GtkWidget       *buttons;
  GtkLabel        *measure;      /* in place of the buttons while nothing can be chosen */
  GtkToggleButton *by_value;
  GtkToggleButton *by_customers;
  ExFieldRow      *gate;
  ExFieldRow      *share;
  ExFieldRow      *cap;
  ExFieldRow      *pool;
  int              exponent;
  gboolean         editable;
  gint64           said_pool;    /* while it cannot be typed over; -1: none */
  gboolean         filling;
};

enum { CHANGED, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExRewardForm, ex_reward_form, GTK_TYPE_BOX)

/* --- reading ----------------------------------------------------------------------------------------------------------------- */

static gboolean
parse_percent (ExFieldRow *row, double *value)
{
  g_autofree char *typed = g_strstrip (g_strdup (ex_field_row_get_text (row)));
  gsize length = strlen (typed);

  if (length > 0 && typed[length - 1] == '%')
    typed[length - 1] = '\0';
  return ex_number_text_parse (typed, value) && isfinite (*value);
}

static gboolean
parse_basis_points (ExFieldRow *row, int *basis_points)
{
  double percent, exact;

  if (!parse_percent (row, &percent) || fabs (percent) > 1000000)
    return FALSE;
  exact = round (percent * 100);
  *basis_points = (int) exact;
  return ex_values_equal (exact, percent * 100);
}

static gboolean
read_gate (ExRewardForm *self, ExRewardTerms *terms)
{
  gboolean fine = parse_percent (self->gate, &terms->gate);

  ex_field_row_set_problem (self->gate, fine ? NULL : _("The gate is a number of percent, such as 0 or −1.5."));
  return fine;
}

static gboolean
read_share (ExRewardForm *self, ExRewardTerms *terms)
{
  const char *problem = NULL;

  if (!parse_basis_points (self->share, &terms->company_share))
    problem = _("The company share is a number of percent from 50 to 100, with at most two decimals.");
  else if (terms->company_share < EX_MIN_COMPANY_SHARE)
    problem = _("At least 50 %: below that most of a reward would hang on oneself, and it would be no one-company reward.");
  else if (terms->company_share > EX_WHOLE_BP)
    problem = _("At most 100 %: what is left is the own share.");
  ex_field_row_set_problem (self->share, problem);
  return problem == NULL;
}

static gboolean
read_cap (ExRewardForm *self, ExRewardTerms *terms)
{
  gboolean fine = parse_basis_points (self->cap, &terms->cap) && terms->cap >= 0;

  ex_field_row_set_problem (self->cap, fine ? NULL : _("The cap is a number of percent, 0 or more, with at most two decimals: 150 unless you say otherwise."));
  return fine;
}

static gboolean
read_pool (ExRewardForm *self, ExRewardTerms *terms)
{
  g_autofree char *typed = g_strstrip (g_strdup (ex_field_row_get_text (self->pool)));
  gboolean fine = TRUE;

  terms->pool = self->editable ? -1 : self->said_pool;
  if (self->editable && *typed != '\0')
    fine = ex_money_text_parse (typed, self->exponent, &terms->pool, NULL) && terms->pool >= 0;
  ex_field_row_set_problem (self->pool, fine ? NULL : _("The pool is an amount of money, 0 or more; leave it empty for none."));
  return fine;
}

static void
show_share_hint (ExRewardForm *self, gboolean fine, const ExRewardTerms *terms)
{
  g_autofree char *own = NULL;
  g_autofree char *hint = NULL;

  if (!fine)
    return;
  if (terms->company_share == EX_WHOLE_BP)
    hint = g_strdup (_("Every reward hangs on the company alone; scores change nothing."));
  else
    {
      own = ex_format_weight (EX_WHOLE_BP - terms->company_share);
      /* Translators: %s is a share, "30 %" */
      hint = g_strdup_printf (_("The other %s hang on each leader’s own score."), own);
    }
  ex_field_row_set_hint (self->share, hint);
}

gboolean
ex_reward_form_read (ExRewardForm *self, ExRewardTerms *terms)
{
  gboolean gate, share, cap, pool;

  g_return_val_if_fail (EX_IS_REWARD_FORM (self), FALSE);

  terms->measure = gtk_toggle_button_get_active (self->by_customers) ? EX_MEASURE_CUSTOMERS : EX_MEASURE_VALUE;
  gate = read_gate (self, terms);
  share = read_share (self, terms);
  cap = read_cap (self, terms);
  pool = read_pool (self, terms);
  show_share_hint (self, share, terms);
  return gate && share && cap && pool;
}

/* --- filling ------------------------------------------------------------------------------------------------------------------ */

static void
fill_percent (ExFieldRow *row, double percent)
{
  double typed;
  g_autofree char *text = NULL;

  if (parse_percent (row, &typed) && typed == percent)
    return;
  text = ex_number_text_format (percent);
  ex_field_row_set_text (row, text);
}

/* What cannot be typed over is written as everywhere else. */
static void
say_pool (ExRewardForm *self, gint64 pool, const char *currency)
{
  g_autofree char *text = pool >= 0 ? ex_format_money (pool, currency) : g_strdup ("–");
  GtkEditable *entry = GTK_EDITABLE (ex_field_row_get_entry (self->pool));
  int width = MAX ((int) g_utf8_strlen (text, -1), gtk_editable_get_width_chars (entry));

  self->said_pool = pool;
  gtk_editable_set_max_width_chars (entry, width);
  gtk_editable_set_width_chars (entry, width);
  ex_field_row_set_unit (self->pool, "");
  ex_field_row_set_text (self->pool, text);
}

static void
fill_pool (ExRewardForm *self, gint64 pool, const char *currency)
{
  gint64 typed = -1;
  g_autofree char *text = NULL;

  ex_field_row_set_unit (self->pool, currency);
  if (pool >= 0 && ex_money_text_parse (ex_field_row_get_text (self->pool), self->exponent, &typed, NULL) && typed == pool)
    return;
  text = pool >= 0 ? ex_money_text_format (pool, self->exponent) : g_strdup ("");
  ex_field_row_set_text (self->pool, text);
}

void
ex_reward_form_fill (ExRewardForm *self, const ExRewardTerms *terms, const ExCompanyInfo *info)
{
  g_autoptr (ExRewardTerms) read = ex_reward_terms_new ();

  g_return_if_fail (EX_IS_REWARD_FORM (self));
  g_return_if_fail (terms != NULL && info != NULL);

  self->filling = TRUE;
  self->exponent = info->exponent;
  gtk_toggle_button_set_active (terms->measure == EX_MEASURE_CUSTOMERS ? self->by_customers : self->by_value, TRUE);
  gtk_label_set_text (self->measure, terms->measure == EX_MEASURE_CUSTOMERS ? _("Number of customers") : _("Value of customers"));
  fill_percent (self->gate, terms->gate);
  fill_percent (self->share, terms->company_share / 100.0);
  fill_percent (self->cap, terms->cap / 100.0);
  if (self->editable)
    fill_pool (self, terms->pool, info->currency);
  else
    say_pool (self, terms->pool, info->currency);
  self->filling = FALSE;
  ex_reward_form_read (self, read);
}

void
ex_reward_form_set_editable (ExRewardForm *self, gboolean editable)
{
  ExFieldRow *rows[] = { self->gate, self->share, self->cap, self->pool };

  g_return_if_fail (EX_IS_REWARD_FORM (self));

  self->editable = editable;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ex_field_row_set_editable (rows[i], editable);
  gtk_widget_set_visible (self->buttons, editable);
  gtk_widget_set_visible (GTK_WIDGET (self->measure), !editable);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------ */

static void
changed_cb (ExRewardForm *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
settled_cb (ExRewardForm *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
chosen_cb (ExRewardForm *self)
{
  changed_cb (self);
  settled_cb (self);
}

static ExFieldRow *
add_field (ExRewardForm *self, const char *label, const char *unit, const char *hint)
{
  GtkWidget *row = ex_field_row_new (label, unit, hint);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (row, "settled", G_CALLBACK (settled_cb), self);
  gtk_box_append (GTK_BOX (self), row);
  return EX_FIELD_ROW (row);
}

static void
add_measure (ExRewardForm *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _("Growth of"), "xalign", 0.0, "hexpand", TRUE, NULL);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->measure = GTK_LABEL (gtk_label_new (NULL));
  self->by_value = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_("_Value")));
  self->by_customers = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_("_Customers")));
  gtk_toggle_button_set_group (self->by_customers, self->by_value);
  gtk_toggle_button_set_active (self->by_value, TRUE);
  g_signal_connect_swapped (self->by_customers, "toggled", G_CALLBACK (chosen_cb), self);
  gtk_widget_add_css_class (self->buttons, "linked");
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->by_value), _("Rewards hang on the growth of what customers are worth"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->by_customers), _("Rewards hang on the growth of the number of customers"));
  gtk_box_append (GTK_BOX (self->buttons), GTK_WIDGET (self->by_value));
  gtk_box_append (GTK_BOX (self->buttons), GTK_WIDGET (self->by_customers));
  gtk_widget_add_css_class (line, "field-row");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->buttons);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->measure));
  gtk_box_append (GTK_BOX (self), line);
}

static void
ex_reward_form_dispose (GObject *object)
{
  EX_REWARD_FORM (object)->filling = TRUE;
  G_OBJECT_CLASS (ex_reward_form_parent_class)->dispose (object);
}

static void
ex_reward_form_class_init (ExRewardFormClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_reward_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ex_reward_form_init (ExRewardForm *self)
{
  self->editable = TRUE;
  self->said_pool = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  add_measure (self);
  self->gate = add_field (self, _("_Gate"), "%", _("Growth under it pays nothing at all."));
  self->share = add_field (self, _("Company _share"), "%", NULL);
  self->cap = add_field (self, _("Cap of the _own factor"), "%", _("A higher score of one’s own counts as this much."));
  self->pool = add_field (self, _("_Pool"), "", _("Rewards that come to more are cut, all by the same share. Empty: no pool."));
}
