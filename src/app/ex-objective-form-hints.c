/* What an objective's editor says beside its fields while somebody types, and which of them can be typed in at all. */
#include "config.h"

#include "ex-objective-form-private.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n.h>

/* --- what is still needed ----------------------------------------------------------------------------------------------------------- */

static const struct { ExGap gap; Field field; const char *words; } gaps[] = {
  { EX_GAP_UNIT, UNIT, N_("still needed") },
  { EX_GAP_SOURCE, SOURCE, N_("still needed") },
  { EX_GAP_CADENCE, CADENCE, N_("still needed") },
  { EX_GAP_BASELINE, BASELINE, N_("still needed") },
  { EX_GAP_TARGET, TARGET, N_("still needed") },
  { EX_GAP_NO_MOVE, TARGET, N_("the same as the baseline") },
  { EX_GAP_RANGE, LOW, N_("one of them is needed") },
  { EX_GAP_RANGE, HIGH, N_("one of them is needed") },
  { EX_GAP_WIDTH, WIDTH, N_("still needed") },
  { EX_GAP_FLAT, HIGH, N_("the same as the low end") },
  { EX_GAP_DUE, DUE, N_("still needed") },
  { EX_GAP_DUE_OUTSIDE, DUE, N_("not in the cycle") },
};

static GtkWidget *
hint_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

void
ex_objective_form_add_hints (ExObjectiveForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->hints[i] = hint_new ();
      if (ADW_IS_ENTRY_ROW (self->rows[i]))
        adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->rows[i]), self->hints[i]);
      else
        {
          /* Before the field, which stands at the end of the row. */
          adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[i]), self->hints[i]);
          gtk_widget_insert_before (self->hints[i], gtk_widget_get_parent (self->hints[i]), self->inputs[i]);
        }
    }
}

static void
say (ExObjectiveForm *self, Field field, const char *words, gboolean needed)
{
  gtk_label_set_text (GTK_LABEL (self->hints[field]), words);
  gtk_widget_set_visible (self->hints[field], *words != '\0');
  if (needed)
    {
      gtk_widget_add_css_class (self->hints[field], "overdue");
      gtk_widget_remove_css_class (self->hints[field], "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (self->hints[field], "overdue");
      gtk_widget_add_css_class (self->hints[field], "dim-label");
    }
}

static void
hint_weight (ExObjectiveForm *self, const ExObjective *objective, int others)
{
  int left = EX_WHOLE_BP - others - (objective != NULL ? objective->weight : 0);
  g_autofree char *share = ex_format_weight (ABS (left));
  g_autofree char *words = left == 0 ? g_strdup (_("the review has 100 %"))
                           : left > 0 ? g_strdup_printf (_("%s of the review is left"), share)
                                      : g_strdup_printf (_("the review has %s too much"), share);

  say (self, WEIGHT, words, left < 0);
}

static void
hint_parent (ExObjectiveForm *self, const ExObjective *objective, gboolean top)
{
  gboolean lacks = objective->parent_id == NULL && objective->local_reason == NULL && !top;

  say (self, LOCAL_REASON, lacks ? _("still needed") : "", TRUE);
  say (self, PARENT, lacks ? _("or why it is local") : "", TRUE);
}

static void
hint_links (ExObjectiveForm *self, const ExObjective *objective)
{
  const char *what = _("The movement of the customer asset, and the improvement a year that it claims.");
  g_autofree char *needed = g_strdup_printf ("%s %s", what, _("One is still needed."));

  adw_preferences_group_set_description (self->claim, objective->links->len == 0 ? needed : what);
}

void
ex_objective_form_hint (ExObjectiveForm *self, const ExObjective *objective, const ExCycle *cycle, int others, gboolean top)
{
  guint missing;

  g_return_if_fail (self != NULL && cycle != NULL);

  for (guint i = 0; i < N_FIELDS; i++)
    say (self, i, "", FALSE);
  hint_weight (self, objective, others);
  if (objective == NULL)
    return;
  missing = ex_objective_gaps (objective, cycle);
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (missing & gaps[i].gap)
      say (self, gaps[i].field, _(gaps[i].words), TRUE);
  hint_parent (self, objective, top);
  hint_links (self, objective);
}

/* --- what can be typed ---------------------------------------------------------------------------------------------------------------- */

static gboolean
changes_at_once (Field field)
{
  return field == TITLE || field == DESCRIPTION || field == STAGE;
}

static gboolean
changes_by_amendment (Field field)
{
  return field == WEIGHT || field == AGGREGATE || (field >= BASELINE && field <= DUE);
}

void
ex_objective_form_lock (ExObjectiveForm *self, ExFormLock lock, gboolean keep_leader)
{
  const char *why = lock == EX_FORM_AGREED ? _("Agreed: this does not change any more")
                    : lock == EX_FORM_WORDS ? _("Agreed, and an amendment is proposed already")
                    : lock == EX_FORM_SHUT ? _("The review is assessed: nothing here changes any more") : NULL;

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      gboolean open = lock == EX_FORM_OPEN || (lock != EX_FORM_SHUT && changes_at_once (i))
                      || (lock == EX_FORM_AGREED && changes_by_amendment (i));

      if (i == LEADER && keep_leader)
        open = FALSE;
      gtk_widget_set_sensitive (self->rows[i], open);
      gtk_widget_set_tooltip_text (self->rows[i], open ? NULL : i == LEADER && lock == EX_FORM_OPEN ? _("Whose it is does not change") : why);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->claim), lock <= EX_FORM_AGREED);
}
