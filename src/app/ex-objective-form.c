#include "config.h"

#include "ex-objective-form-private.h"

#include "ex-day-entry.h"
#include "ex-leader-chooser.h"
#include "ex-number-text.h"

#include <glib/gi18n.h>

typedef enum { TEXT, NUMBER, DAY, CHOICE, PERSON, OBJECTIVE } Type;

#define OF_NUMBER    (1u << EX_KIND_NUMBER)
#define OF_RANGE     (1u << EX_KIND_RANGE)
#define OF_MILESTONE (1u << EX_KIND_MILESTONE)
#define OF_ALL       (OF_NUMBER | OF_RANGE | OF_MILESTONE)

typedef struct
{
  ExFormGroup group;
  Type        type;
  const char *label;
  guint       kinds; /* that have the field */
} FieldInfo;

static const FieldInfo fields[N_FIELDS] = {
  [LEADER] = { EX_FORM_WHAT, PERSON, N_("_Leader"), OF_ALL },
  [TITLE] = { EX_FORM_WHAT, TEXT, N_("_Title"), OF_ALL },
  [DESCRIPTION] = { EX_FORM_WHAT, TEXT, N_("_Description"), OF_ALL },
  [WEIGHT] = { EX_FORM_WHAT, NUMBER, N_("_Weight in the review, in percent"), OF_ALL },
  [KIND] = { EX_FORM_MEASURE, CHOICE, N_("_Kind"), OF_ALL },
  [UNIT] = { EX_FORM_MEASURE, TEXT, N_("_Unit"), OF_NUMBER | OF_RANGE },
  [DECIMALS] = { EX_FORM_MEASURE, CHOICE, N_("Deci_mals"), OF_NUMBER | OF_RANGE },
  [AGGREGATE] = { EX_FORM_MEASURE, CHOICE, N_("Check-ins _give"), OF_NUMBER | OF_RANGE },
  [SOURCE] = { EX_FORM_MEASURE, TEXT, N_("_Source of the data"), OF_ALL },
  [CADENCE] = { EX_FORM_MEASURE, CHOICE, N_("_Checked"), OF_ALL },
  [STAGE] = { EX_FORM_MEASURE, TEXT, N_("_Journey stage"), OF_ALL },
  [BASELINE] = { EX_FORM_LADDER, NUMBER, N_("_Baseline"), OF_NUMBER },
  [THRESHOLD] = { EX_FORM_LADDER, NUMBER, N_("T_hreshold, if any"), OF_NUMBER },
  [TARGET] = { EX_FORM_LADDER, NUMBER, N_("Ta_rget"), OF_NUMBER },
  [STRETCH] = { EX_FORM_LADDER, NUMBER, N_("Stretch, if an_y"), OF_NUMBER },
  [LOW] = { EX_FORM_LADDER, NUMBER, N_("L_ow"), OF_RANGE },
  [HIGH] = { EX_FORM_LADDER, NUMBER, N_("_High"), OF_RANGE },
  [WIDTH] = { EX_FORM_LADDER, NUMBER, N_("_Width, if one side is open"), OF_RANGE },
  [DUE] = { EX_FORM_LADDER, DAY, N_("D_ue"), OF_MILESTONE },
  [PARENT] = { EX_FORM_CASCADE, OBJECTIVE, N_("_Parent objective"), OF_ALL },
  [LOCAL_REASON] = { EX_FORM_CASCADE, TEXT, N_("Why it has _no parent"), OF_ALL },
};

char *
ex_objective_form_field_name (Field field)
{
  return ex_form_plain_label (_(fields[field].label));
}

/* --- what goes together --------------------------------------------------------------------------------------------------------- */

static const char *
ladder_hint (ExKind kind)
{
  switch (kind)
    {
    case EX_KIND_NUMBER:
      return _("From baseline to target, better runs in that direction: a target below the baseline means less is better.");
    case EX_KIND_RANGE:
      return _("Inside is 100 %; outside the score falls to 0 % at one full width. One side may stay open, then with a width.");
    case EX_KIND_MILESTONE:
      return _("Done by its due date is 100 %; done later in the cycle counts in part.");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
show_fields (ExObjectiveForm *self)
{
  guint kind = 1u << ex_objective_form_get_choice (self, KIND);

  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_set_visible (self->rows[i], (fields[i].kinds & kind) != 0);
  gtk_widget_set_visible (self->rows[LOCAL_REASON], ex_parent_chooser_get_id (EX_PARENT_CHOOSER (self->inputs[PARENT])) == NULL);
  adw_preferences_group_set_description (self->ladder, ladder_hint ((ExKind) ex_objective_form_get_choice (self, KIND)));
}

static void
changed_cb (ExObjectiveForm *self)
{
  if (self->filling)
    return;
  self->typed (self->data);
}

static void
settled_cb (ExObjectiveForm *self)
{
  if (self->filling)
    return;
  self->settled (self->data);
}

static void
chosen_cb (ExObjectiveForm *self)
{
  if (self->filling)
    return;
  show_fields (self);
  self->typed (self->data);
  self->settled (self->data);
}

static void
leader_chosen_cb (ExObjectiveForm *self)
{
  if (self->filling)
    return;
  ex_parent_chooser_fill (EX_PARENT_CHOOSER (self->inputs[PARENT]), self->company,
                          ex_leader_chooser_get_id (EX_LEADER_CHOOSER (self->inputs[LEADER])), NULL);
  chosen_cb (self);
}

/* --- making ------------------------------------------------------------------------------------------------------------------------ */

static void
add_field (ExObjectiveForm *self, AdwPreferencesGroup *group, Field field)
{
  const char *label = _(fields[field].label);

  switch (fields[field].type)
    {
    case CHOICE:
      self->rows[field] = ex_form_choice_row_new (label, FALSE, &self->inputs[field]);
      g_signal_connect_swapped (self->inputs[field], "notify::selected", G_CALLBACK (chosen_cb), self);
      break;
    case DAY:
      self->rows[field] = ex_form_day_row_new (label, &self->inputs[field]);
      g_signal_connect_swapped (self->inputs[field], "notify::day", G_CALLBACK (chosen_cb), self);
      break;
    case PERSON:
      self->rows[field] = ex_form_leader_row_new (label, _("Choose a leader"), &self->inputs[field]);
      g_signal_connect_swapped (self->inputs[field], "chosen", G_CALLBACK (leader_chosen_cb), self);
      break;
    case OBJECTIVE:
      self->rows[field] = ex_form_parent_row_new (label, &self->inputs[field]);
      g_signal_connect_swapped (self->inputs[field], "chosen", G_CALLBACK (chosen_cb), self);
      break;
    case TEXT:
    case NUMBER:
      self->rows[field] = self->inputs[field] = ex_form_entry_row_new (label, G_CALLBACK (changed_cb), G_CALLBACK (settled_cb), self);
      break;
    default:
      g_assert_not_reached ();
    }
  adw_preferences_group_add (group, self->rows[field]);
}

static void
fill_choices (ExObjectiveForm *self)
{
  static const char *digits[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", NULL };
  const char *kinds[] = { ex_kind_label (EX_KIND_NUMBER), ex_kind_label (EX_KIND_RANGE), ex_kind_label (EX_KIND_MILESTONE), NULL };
  const char *aggregates[] = { ex_aggregate_label (EX_AGGREGATE_LATEST), ex_aggregate_label (EX_AGGREGATE_SUM),
                               ex_aggregate_label (EX_AGGREGATE_MEAN), ex_aggregate_label (EX_AGGREGATE_MINIMUM),
                               ex_aggregate_label (EX_AGGREGATE_MAXIMUM), NULL };
  const char *cadences[] = { _("Not said"), ex_cadence_label (EX_CADENCE_WEEKLY), ex_cadence_label (EX_CADENCE_MONTHLY),
                             ex_cadence_label (EX_CADENCE_QUARTERLY), NULL };

  ex_form_set_words (self->inputs[DECIMALS], digits);
  ex_form_set_words (self->inputs[KIND], kinds);
  ex_form_set_words (self->inputs[AGGREGATE], aggregates);
  ex_form_set_words (self->inputs[CADENCE], cadences);
}

ExObjectiveForm *
ex_objective_form_new (AdwPreferencesGroup **groups, ExCompany *company, void (* typed) (gpointer), void (* settled) (gpointer), gpointer data)
{
  ExObjectiveForm *self = g_new0 (ExObjectiveForm, 1);

  self->company = ex_company_ref (company);
  self->ladder = groups[EX_FORM_LADDER];
  self->claim = groups[EX_FORM_CLAIM];
  self->typed = typed;
  self->settled = settled;
  self->data = data;
  self->filling = TRUE;
  for (guint i = 0; i < N_FIELDS; i++)
    add_field (self, groups[fields[i].group], i);
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    {
      self->links[i] = ex_link_row_new ((ExDriver) i, ex_company_get_info (company), G_CALLBACK (changed_cb), G_CALLBACK (settled_cb), self);
      adw_preferences_group_add (groups[EX_FORM_CLAIM], ex_link_row_get_widget (self->links[i]));
    }
  fill_choices (self);
  ex_objective_form_add_hints (self);
  self->filling = FALSE;
  return self;
}

void
ex_objective_form_free (ExObjectiveForm *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    ex_link_row_free (self->links[i]);
  g_clear_pointer (&self->base, ex_objective_free);
  ex_company_unref (self->company);
  g_free (self);
}

/* --- filling ----------------------------------------------------------------------------------------------------------------------------- */

static void
set_text (ExObjectiveForm *self, Field field, const char *value)
{
  gtk_editable_set_text (GTK_EDITABLE (self->inputs[field]), value != NULL ? value : "");
}

static void
set_number (ExObjectiveForm *self, Field field, double value)
{
  g_autofree char *words = ex_number_text_format (value);
  set_text (self, field, words);
}

static void
set_choice (ExObjectiveForm *self, Field field, guint selected)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->inputs[field]), selected);
}

void
ex_objective_form_fill (ExObjectiveForm *self, const ExObjective *objective)
{
  ExObjective *base = ex_objective_copy (objective);

  self->filling = TRUE;
  g_clear_pointer (&self->base, ex_objective_free);
  self->base = base;
  set_text (self, TITLE, base->title);
  set_text (self, DESCRIPTION, base->description);
  set_number (self, WEIGHT, base->weight / 100.0);
  set_choice (self, KIND, base->kind);
  set_text (self, UNIT, base->unit);
  set_choice (self, DECIMALS, (guint) base->decimals);
  set_choice (self, AGGREGATE, base->aggregate);
  set_text (self, SOURCE, base->source);
  set_choice (self, CADENCE, base->cadence);
  set_text (self, STAGE, base->stage);
  set_number (self, BASELINE, base->baseline);
  set_number (self, THRESHOLD, base->threshold);
  set_number (self, TARGET, base->target);
  set_number (self, STRETCH, base->stretch);
  set_number (self, LOW, base->low);
  set_number (self, HIGH, base->high);
  set_number (self, WIDTH, base->width);
  ex_day_entry_set_day (EX_DAY_ENTRY (self->inputs[DUE]), base->due);
  set_text (self, LOCAL_REASON, base->local_reason);
  ex_leader_chooser_fill (EX_LEADER_CHOOSER (self->inputs[LEADER]), self->company, NULL, base->leader_id);
  ex_parent_chooser_fill (EX_PARENT_CHOOSER (self->inputs[PARENT]), self->company, base->leader_id, base->parent_id);
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    ex_link_row_fill (self->links[i], base->links);
  show_fields (self);
  self->filling = FALSE;
}

void
ex_objective_form_focus (ExObjectiveForm *self)
{
  gtk_widget_grab_focus (self->inputs[TITLE]);
}
