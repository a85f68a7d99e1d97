#include "config.h"

#include "ex-curve-rows.h"

#include "core/ex-format.h"
#include "ex-curve-points.h"
#include "ex-field-row.h"
#include "ex-number-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define ENTRY_CHARS 7

typedef struct
{
  GtkWidget *box;
  GtkWidget *growth;
  GtkWidget *payout;
  GtkWidget *remove;
  GtkLabel  *problem;
} Row;

struct _ExCurveRows
{
  GtkBox        parent_instance;

  GPtrArray    *rows;     /* (element-type Row) */
  GtkWidget    *list;
  GtkWidget    *foot;
  GtkWidget    *add;
  GtkWidget    *corner;   /* over the buttons that remove */
  GtkSizeGroup *sizes[3]; /* of the columns, heading and all */
  GtkWidget    *last;     /* the entry that was typed in last; weak in effect, only compared */
  gboolean      editable;
  gboolean      filling;
};

enum { CHANGED, SETTLED, REMOVE, ADD, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExCurveRows, ex_curve_rows, GTK_TYPE_BOX)

#define row_of(self, i) ((Row *) g_ptr_array_index ((self)->rows, (i)))

/* --- what is typed ------------------------------------------------------------------------------------------------------------ */

/* A percent sign may be typed. FALSE: not a number. */
static gboolean
read_percent (GtkWidget *entry, double *value)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gsize length = strlen (typed);

  if (length > 0 && typed[length - 1] == '%')
    typed[length - 1] = '\0';
  return ex_number_text_parse (typed, value) && isfinite (*value);
}

static char *
percent_words (double value)
{
  g_autofree char *figure = ex_format_figure (value, 0);

  return g_strdup_printf (_("%s %%"), figure);
}

static void
mark (GtkWidget *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
complain (Row *row, GtkWidget *entry, char *words)
{
  g_autofree char *owned = words;

  mark (entry, TRUE);
  if (*gtk_label_get_text (row->problem) == '\0')
    gtk_label_set_text (row->problem, owned);
  gtk_widget_set_visible (GTK_WIDGET (row->problem), TRUE);
}

static void
clear_problems (ExCurveRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_of (self, i);

      mark (row->growth, FALSE);
      mark (row->payout, FALSE);
      gtk_label_set_text (row->problem, "");
      gtk_widget_set_visible (GTK_WIDGET (row->problem), FALSE);
    }
}

/* Each field by itself. FALSE: something is no number. */
static gboolean
read_fields (ExCurveRows *self, GArray *curve)
{
  gboolean fine = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_of (self, i);
      ExCurvePoint point = { 0, 0 };

      if (!read_percent (row->growth, &point.growth))
        {
          complain (row, row->growth, g_strdup (_("Growth is a number of percent, such as 2.5 or −1.")));
          fine = FALSE;
        }
      if (!read_percent (row->payout, &point.payout))
        {
          complain (row, row->payout, g_strdup (_("The payout is a number of percent, such as 100.")));
          fine = FALSE;
        }
      else if (point.payout < 0)
        {
          complain (row, row->payout, g_strdup (_("Nobody pays back: the payout is 0 % or more.")));
          fine = FALSE;
        }
      g_array_append_val (curve, point);
    }
  return fine;
}

/* Two points that cross: said where it was typed, else at the later one. */
static gboolean
check_growth (ExCurveRows *self, const GArray *curve, guint i)
{
  Row *before = row_of (self, i - 1), *row = row_of (self, i);
  g_autofree char *low = percent_words (ex_curve_point (curve, i - 1)->growth);
  g_autofree char *high = percent_words (ex_curve_point (curve, i)->growth);

  if (ex_curve_point (curve, i)->growth > ex_curve_point (curve, i - 1)->growth)
    return TRUE;
  if (self->last == before->growth)
    complain (before, before->growth, g_strdup_printf (_("Growth has to rise from point to point: under %s here, the next point."), high));
  else
    complain (row, row->growth, g_strdup_printf (_("Growth has to rise from point to point: over %s here, the point before."), low));
  return FALSE;
}

static gboolean
check_payout (ExCurveRows *self, const GArray *curve, guint i)
{
  Row *before = row_of (self, i - 1), *row = row_of (self, i);
  g_autofree char *low = percent_words (ex_curve_point (curve, i - 1)->payout);
  g_autofree char *high = percent_words (ex_curve_point (curve, i)->payout);

  if (ex_curve_point (curve, i)->payout >= ex_curve_point (curve, i - 1)->payout)
    return TRUE;
  if (self->last == before->payout)
    complain (before, before->payout, g_strdup_printf (_("More growth never pays less: at most %s here, as the next point pays."), high));
  else
    complain (row, row->payout, g_strdup_printf (_("More growth never pays less: at least %s here, as the point before pays."), low));
  return FALSE;
}

GArray *
ex_curve_rows_read (ExCurveRows *self)
{
  g_autoptr (GArray) curve = g_array_new (FALSE, FALSE, sizeof (ExCurvePoint));
  gboolean fine;

  g_return_val_if_fail (EX_IS_CURVE_ROWS (self), NULL);

  clear_problems (self);
  fine = read_fields (self, curve);
  for (guint i = 1; fine && i < curve->len; i++)
    {
      gboolean rises = check_growth (self, curve, i), pays = check_payout (self, curve, i);

      fine = rises && pays;
    }
  return fine && curve->len >= EX_CURVE_MIN ? g_steal_pointer (&curve) : NULL;
}

gboolean
ex_curve_rows_are_valid (ExCurveRows *self)
{
  g_autoptr (GArray) curve = ex_curve_rows_read (self);

  return curve != NULL;
}

/* --- what a person does -------------------------------------------------------------------------------------------------------- */

static void
changed_cb (GtkEditable *entry, ExCurveRows *self)
{
  if (self->filling)
    return;
  self->last = GTK_WIDGET (entry);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
settled_cb (ExCurveRows *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
remove_cb (GtkWidget *button, ExCurveRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (row_of (self, i)->remove == button)
      {
        g_signal_emit (self, signals[REMOVE], 0, i);
        return;
      }
}

static void
add_cb (ExCurveRows *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

/* --- rows -------------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
entry_new (ExCurveRows *self, guint column)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_size_group_add_widget (self->sizes[column], entry);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (settled_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (settled_cb), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
name_row (Row *row, guint index)
{
  g_autofree char *growth = g_strdup_printf (_("Growth at point %u, in percent"), index + 1);
  g_autofree char *payout = g_strdup_printf (_("Payout at point %u, in percent"), index + 1);
  g_autofree char *remove = g_strdup_printf (_("Remove point %u"), index + 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row->growth), GTK_ACCESSIBLE_PROPERTY_LABEL, growth, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->payout), GTK_ACCESSIBLE_PROPERTY_LABEL, payout, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_widget_set_tooltip_text (row->remove, remove);
}

static void
add_row (ExCurveRows *self)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (row->box, "curve-row");
  row->growth = entry_new (self, 0);
  row->payout = entry_new (self, 1);
  row->remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (row->remove, "flat");
  gtk_size_group_add_widget (self->sizes[2], row->remove);
  g_signal_connect (row->remove, "clicked", G_CALLBACK (remove_cb), self);
  row->problem = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "visible", FALSE,
                                          "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (row->problem), "error");
  gtk_widget_add_css_class (GTK_WIDGET (row->problem), "caption");
  gtk_box_append (GTK_BOX (fields), row->growth);
  gtk_box_append (GTK_BOX (fields), row->payout);
  gtk_box_append (GTK_BOX (fields), row->remove);
  gtk_box_append (GTK_BOX (row->box), fields);
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->problem));
  gtk_box_append (GTK_BOX (self->list), row->box);
  g_ptr_array_add (self->rows, row);
}

/* A field that means the same keeps what was typed: "5,0" is not made "5" under one's fingers. */
static void
fill (GtkWidget *entry, double value)
{
  double typed;
  g_autofree char *text = NULL;

  if (read_percent (entry, &typed) && typed == value)
    return;
  text = ex_number_text_format (value);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
update_sensitivity (ExCurveRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_of (self, i);

      ex_field_set_editable (row->growth, self->editable);
      ex_field_set_editable (row->payout, self->editable);
      gtk_widget_set_visible (row->remove, self->editable);
      gtk_widget_set_sensitive (row->remove, self->rows->len > EX_CURVE_MIN);
    }
  gtk_widget_set_visible (self->foot, self->editable);
  gtk_widget_set_visible (self->corner, self->editable);
  gtk_widget_set_margin_bottom (self->list, self->editable ? 0 : 6);
  gtk_widget_set_sensitive (self->add, self->rows->len < EX_CURVE_MAX);
}

void
ex_curve_rows_set_points (ExCurveRows *self, const GArray *curve)
{
  guint n = curve != NULL ? curve->len : 0;

  g_return_if_fail (EX_IS_CURVE_ROWS (self));

  self->filling = TRUE;
  while (self->rows->len > n)
    {
      gtk_box_remove (GTK_BOX (self->list), row_of (self, self->rows->len - 1)->box);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  while (self->rows->len < n)
    add_row (self);
  for (guint i = 0; i < n; i++)
    {
      name_row (row_of (self, i), i);
      fill (row_of (self, i)->growth, ex_curve_point (curve, i)->growth);
      fill (row_of (self, i)->payout, ex_curve_point (curve, i)->payout);
    }
  self->filling = FALSE;
  update_sensitivity (self);
  if (n > 0)
    ex_curve_rows_are_valid (self);
}

void
ex_curve_rows_set_editable (ExCurveRows *self, gboolean editable)
{
  g_return_if_fail (EX_IS_CURVE_ROWS (self));

  self->editable = editable;
  update_sensitivity (self);
}

void
ex_curve_rows_focus (ExCurveRows *self, guint index)
{
  g_return_if_fail (EX_IS_CURVE_ROWS (self));

  if (index < self->rows->len)
    gtk_widget_grab_focus (row_of (self, index)->growth);
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
heading_new (ExCurveRows *self, const char *words, guint column)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_end (label, 9);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_size_group_add_widget (self->sizes[column], label);
  return label;
}

static GtkWidget *
headings_new (ExCurveRows *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->corner = gtk_label_new (NULL);
  gtk_widget_add_css_class (box, "curve-row");
  gtk_box_append (GTK_BOX (box), heading_new (self, _("Growth, %"), 0));
  gtk_box_append (GTK_BOX (box), heading_new (self, _("Pays, % of target"), 1));
  gtk_size_group_add_widget (self->sizes[2], self->corner);
  gtk_box_append (GTK_BOX (box), self->corner);
  return box;
}

static void
ex_curve_rows_dispose (GObject *object)
{
  ExCurveRows *self = EX_CURVE_ROWS (object);

  self->filling = TRUE; /* entries that go are not typed in */
  for (guint i = 0; i < G_N_ELEMENTS (self->sizes); i++)
    g_clear_object (&self->sizes[i]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ex_curve_rows_parent_class)->dispose (object);
}

static void
ex_curve_rows_class_init (ExCurveRowsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_curve_rows_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ex_curve_rows_init (ExCurveRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->sizes); i++)
    self->sizes[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_box_append (GTK_BOX (self), headings_new (self));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self), self->list);

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->foot, "curve-row");
  self->add = gtk_button_new_with_mnemonic (_("Add a _Point"));
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _("In the middle of the widest stretch; or click twice in the chart"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self->foot), self->add);
  gtk_box_append (GTK_BOX (self), self->foot);
  self->editable = TRUE;
}
