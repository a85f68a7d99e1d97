#include "config.h"

#include "ex-reward-editor.h"

#include "ex-beside.h"
#include "ex-chart-view.h"
#include "ex-curve-handles.h"
#include "ex-curve-points.h"
#include "ex-curve-rows.h"
#include "ex-reward-form.h"
#include "ex-window.h"

#include <glib/gi18n.h>

struct _ExRewardEditor
{
  GtkWidget       parent_instance;

  ExRewardTerms  *kept;     /* as shown; NULL: nothing yet */
  ExRewardTerms  *draft;    /* the last that could be kept */
  ExCompanyInfo  *info;
  ExRewardGrowth  growth;
  ExChart        *chart;
  gboolean        editable;
  gboolean        valid;    /* everything that is typed can be kept */

  GtkWidget      *beside;
  ExChartView    *view;
  ExCurveHandles *handles;
  GtkWidget      *hint;
  ExCurveRows    *rows;
  ExRewardForm   *form;
  GtkWidget      *not_kept;
  GtkLabel       *warnings;
  ExWhatIfPanel  *what_if;
  GtkWidget      *remove;
};

enum { CHANGED, SETTLED, REMOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExRewardEditor, ex_reward_editor, GTK_TYPE_WIDGET)

/* --- what is shown of the draft ------------------------------------------------------------------------------------------------ */

static void
show_chart (ExRewardEditor *self)
{
  if (self->chart == NULL)
    {
      self->chart = ex_reward_chart_new (self->draft, &self->growth);
      ex_chart_view_set_chart (self->view, self->chart);
    }
  else
    ex_reward_chart_update (self->chart, self->draft, &self->growth);
  ex_curve_chart_set_editable (EX_CURVE_CHART (self->chart), self->editable);
  ex_curve_handles_set_chart (self->handles, EX_CURVE_CHART (self->chart));
  ex_curve_handles_set_points (self->handles, self->editable ? self->draft->curve : NULL);
}

static void
show_warnings (ExRewardEditor *self)
{
  g_autoptr (GPtrArray) warnings = ex_reward_terms_warnings (self->draft);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (text, "%s▲ %s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (warnings, i));
  gtk_label_set_text (self->warnings, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), text->len > 0);
}

/* --- what a person does ----------------------------------------------------------------------------------------------------------- */

/* @curve is taken. */
static void
take_curve (ExRewardEditor *self, GArray *curve)
{
  g_array_unref (self->draft->curve);
  self->draft->curve = curve;
}

/* Everything that is typed, as one: a draft only when all of it can be. */
static void
typed_cb (ExRewardEditor *self)
{
  g_autoptr (ExRewardTerms) terms = NULL;
  g_autoptr (GArray) curve = NULL;
  gboolean form;

  if (self->draft == NULL || !self->editable)
    return;
  terms = ex_reward_terms_copy (self->draft);
  form = ex_reward_form_read (self->form, terms);
  curve = ex_curve_rows_read (self->rows);
  self->valid = form && curve != NULL;
  gtk_widget_set_visible (self->not_kept, !self->valid);
  if (!self->valid)
    return;
  g_array_unref (terms->curve);
  terms->curve = g_steal_pointer (&curve);
  if (ex_reward_terms_equal (terms, self->draft))
    return;
  ex_reward_terms_free (self->draft);
  self->draft = g_steal_pointer (&terms);
  show_chart (self);
  show_warnings (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
settled_cb (ExRewardEditor *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}

/* The chart was worked on: the rows say the same, whatever was typed there. */
static void
curve_moved (ExRewardEditor *self)
{
  show_chart (self);
  ex_curve_rows_set_points (self->rows, self->draft->curve);
  show_warnings (self);
  typed_cb (self); /* what is typed elsewhere may still be wrong */
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
move_cb (ExRewardEditor *self, guint index, double growth, double payout)
{
  g_autoptr (GArray) curve = NULL;

  if (index >= self->draft->curve->len)
    return;
  curve = ex_curve_points_copy (self->draft->curve);
  if (!ex_curve_points_move (curve, index, growth, payout))
    return;
  take_curve (self, g_steal_pointer (&curve));
  curve_moved (self);
}

static void
added (ExRewardEditor *self, GArray *curve, int index, gboolean typing)
{
  if (index < 0)
    {
      g_array_unref (curve);
      ex_window_toast (GTK_WIDGET (self), self->draft->curve->len >= EX_CURVE_MAX ? _("A curve has twelve points at most.")
                                                                                 : _("There is a point at that growth already."));
      return;
    }
  take_curve (self, curve);
  curve_moved (self);
  if (typing)
    ex_curve_rows_focus (self->rows, (guint) index);
  else
    ex_curve_handles_focus (self->handles, (guint) index);
  settled_cb (self);
}

static void
add_at_cb (ExRewardEditor *self, double growth, double payout)
{
  GArray *curve = ex_curve_points_copy (self->draft->curve);

  added (self, curve, ex_curve_points_add (curve, growth, payout), FALSE);
}

static void
add_cb (ExRewardEditor *self)
{
  GArray *curve = ex_curve_points_copy (self->draft->curve);

  added (self, curve, ex_curve_points_split (curve), TRUE);
}

static void
remove_point (ExRewardEditor *self, guint index, gboolean typing)
{
  g_autoptr (GArray) curve = NULL;

  if (index >= self->draft->curve->len)
    return;
  curve = ex_curve_points_copy (self->draft->curve);
  if (!ex_curve_points_remove (curve, index))
    {
      ex_window_toast (GTK_WIDGET (self), _("A curve has two points at least."));
      return;
    }
  take_curve (self, g_steal_pointer (&curve));
  index = MIN (index, self->draft->curve->len - 1);
  if (typing)
    ex_curve_rows_focus (self->rows, index);
  curve_moved (self);
  if (!typing)
    ex_curve_handles_focus (self->handles, index);
  settled_cb (self);
}

static void
remove_point_cb (ExRewardEditor *self, guint index)
{
  remove_point (self, index, FALSE);
}

static void
remove_row_cb (ExRewardEditor *self, guint index)
{
  remove_point (self, index, TRUE);
}

static void
remove_terms_cb (ExRewardEditor *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------------- */

static void
ex_reward_editor_dispose (GObject *object)
{
  ExRewardEditor *self = EX_REWARD_EDITOR (object);

  self->editable = FALSE; /* what is typed in a field that goes is not a change */
  g_clear_pointer (&self->beside, gtk_widget_unparent);
  g_clear_object (&self->chart);
  g_clear_pointer (&self->kept, ex_reward_terms_free);
  g_clear_pointer (&self->draft, ex_reward_terms_free);
  g_clear_pointer (&self->info, ex_company_info_free);
  G_OBJECT_CLASS (ex_reward_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/reward-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, beside);
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, view);
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, handles);
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, form);
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, not_kept);
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, warnings);
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, what_if);
  gtk_widget_class_bind_template_child (widget_class, ExRewardEditor, remove);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_at_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_point_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_terms_cb);
}

static void
ex_reward_editor_class_init (ExRewardEditorClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_reward_editor_dispose;
  g_type_ensure (EX_TYPE_BESIDE);
  g_type_ensure (EX_TYPE_CHART_VIEW);
  g_type_ensure (EX_TYPE_CURVE_HANDLES);
  g_type_ensure (EX_TYPE_CURVE_ROWS);
  g_type_ensure (EX_TYPE_REWARD_FORM);
  g_type_ensure (EX_TYPE_WHAT_IF_PANEL);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ex_reward_editor_init (ExRewardEditor *self)
{
  self->growth = ex_reward_growth (NULL, EX_MEASURE_VALUE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- from outside ----------------------------------------------------------------------------------------------------------------------- */

void
ex_reward_editor_revert (ExRewardEditor *self)
{
  g_return_if_fail (EX_IS_REWARD_EDITOR (self));

  if (self->kept == NULL)
    return;
  g_clear_pointer (&self->draft, ex_reward_terms_free);
  self->draft = ex_reward_terms_copy (self->kept);
  self->valid = TRUE;
  gtk_widget_set_visible (self->not_kept, FALSE);
  ex_curve_rows_set_points (self->rows, self->draft->curve);
  ex_reward_form_fill (self->form, self->draft, self->info);
  show_chart (self);
  show_warnings (self);
}

void
ex_reward_editor_show (ExRewardEditor *self, const ExRewardTerms *terms, const ExCompanyInfo *info, gboolean editable)
{
  gboolean same;

  g_return_if_fail (EX_IS_REWARD_EDITOR (self));
  g_return_if_fail (terms != NULL && info != NULL);

  same = self->kept != NULL && self->editable == editable && ex_reward_terms_equal (terms, self->kept);
  self->editable = editable;
  gtk_widget_set_visible (self->hint, editable);
  gtk_widget_set_visible (self->remove, editable);
  ex_curve_rows_set_editable (self->rows, editable);
  ex_reward_form_set_editable (self->form, editable);
  if (same)
    return;
  g_clear_pointer (&self->info, ex_company_info_free);
  self->info = ex_company_info_copy (info);
  g_clear_pointer (&self->kept, ex_reward_terms_free);
  self->kept = ex_reward_terms_copy (terms);
  ex_reward_editor_revert (self);
}

void
ex_reward_editor_set_growth (ExRewardEditor *self, const ExRewardGrowth *growth)
{
  g_return_if_fail (EX_IS_REWARD_EDITOR (self));

  self->growth = *growth;
  if (self->draft != NULL)
    show_chart (self);
}

const ExRewardTerms *
ex_reward_editor_get_draft (ExRewardEditor *self)
{
  g_return_val_if_fail (EX_IS_REWARD_EDITOR (self), NULL);

  return self->draft;
}

gboolean
ex_reward_editor_can_save (ExRewardEditor *self)
{
  g_return_val_if_fail (EX_IS_REWARD_EDITOR (self), FALSE);

  return self->editable && self->valid && self->kept != NULL && !ex_curve_handles_is_dragging (self->handles)
         && !ex_reward_terms_equal (self->draft, self->kept);
}

void
ex_reward_editor_saved (ExRewardEditor *self)
{
  g_return_if_fail (EX_IS_REWARD_EDITOR (self));

  g_clear_pointer (&self->kept, ex_reward_terms_free);
  self->kept = ex_reward_terms_copy (self->draft);
}

ExWhatIfPanel *
ex_reward_editor_get_what_if (ExRewardEditor *self)
{
  g_return_val_if_fail (EX_IS_REWARD_EDITOR (self), NULL);

  return self->what_if;
}

void
ex_reward_editor_focus (ExRewardEditor *self)
{
  g_return_if_fail (EX_IS_REWARD_EDITOR (self));

  ex_curve_rows_focus (self->rows, 0);
}
