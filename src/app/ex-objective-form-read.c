/* An objective's editor, read into a record. */
#include "config.h"

#include "ex-objective-form-private.h"

#include "ex-day-entry.h"
#include "ex-leader-chooser.h"
#include "ex-number-text.h"

#include <glib/gi18n.h>
#include <math.h>

guint
ex_objective_form_get_choice (ExObjectiveForm *self, Field field)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->inputs[field]));

  return selected == GTK_INVALID_LIST_POSITION ? 0 : selected;
}

static char *
text (ExObjectiveForm *self, Field field)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->inputs[field]))));

  return *typed != '\0' ? g_steal_pointer (&typed) : NULL;
}

static gboolean
read_number (ExObjectiveForm *self, Field field, double *value, char **problem)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->inputs[field]));
  g_autofree char *name = ex_objective_form_field_name (field);

  if (ex_number_text_parse (typed, value))
    return TRUE;
  /* Translators: the name of a field, then what was typed into it */
  *problem = g_strdup_printf (_("%s: “%s” is not a number."), name, typed);
  return FALSE;
}

static gboolean
read_ladder (ExObjectiveForm *self, ExObjective *objective, char **problem)
{
  double weight;

  if (!read_number (self, BASELINE, &objective->baseline, problem) || !read_number (self, THRESHOLD, &objective->threshold, problem)
      || !read_number (self, TARGET, &objective->target, problem) || !read_number (self, STRETCH, &objective->stretch, problem)
      || !read_number (self, LOW, &objective->low, problem) || !read_number (self, HIGH, &objective->high, problem)
      || !read_number (self, WIDTH, &objective->width, problem) || !read_number (self, WEIGHT, &weight, problem))
    return FALSE;
  if (!isnan (weight) && (weight < 0 || weight > 100))
    {
      *problem = g_strdup (_("The weight is a share of the review: from 0 to 100 percent."));
      return FALSE;
    }
  if (!ex_day_entry_is_valid (EX_DAY_ENTRY (self->inputs[DUE])))
    {
      *problem = g_strdup (_("The due date is not a day. Write it like 2026-09-30."));
      return FALSE;
    }
  objective->weight = isnan (weight) ? 0 : (int) lround (weight * 100);
  objective->due = ex_day_entry_get_day (EX_DAY_ENTRY (self->inputs[DUE]));
  return TRUE;
}

static void
replace (char **member, char *value)
{
  g_free (*member);
  *member = value;
}

static void
read_words (ExObjectiveForm *self, ExObjective *objective)
{
  replace (&objective->description, text (self, DESCRIPTION));
  replace (&objective->unit, text (self, UNIT));
  replace (&objective->source, text (self, SOURCE));
  replace (&objective->stage, text (self, STAGE));
  replace (&objective->local_reason, text (self, LOCAL_REASON));
  replace (&objective->parent_id, g_strdup (ex_parent_chooser_get_id (EX_PARENT_CHOOSER (self->inputs[PARENT]))));
  objective->kind = (ExKind) ex_objective_form_get_choice (self, KIND);
  objective->decimals = (int) ex_objective_form_get_choice (self, DECIMALS);
  objective->aggregate = (ExAggregate) ex_objective_form_get_choice (self, AGGREGATE);
  objective->cadence = (ExCadence) ex_objective_form_get_choice (self, CADENCE);
}

static gboolean
read_links (ExObjectiveForm *self, ExObjective *objective, char **problem)
{
  g_array_set_size (objective->links, 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    {
      ExLink link = { (ExDriver) i, EX_CLAIM_NONE, EX_CLAIM_NONE };

      if (!ex_link_row_is_linked (self->links[i]))
        continue;
      if (!ex_link_row_read (self->links[i], &link, problem))
        return FALSE;
      g_array_append_val (objective->links, link);
    }
  return TRUE;
}

ExObjective *
ex_objective_form_read (ExObjectiveForm *self, char **problem)
{
  g_autoptr (ExObjective) objective = ex_objective_copy (self->base);
  g_autofree char *title = text (self, TITLE);
  const char *leader = ex_leader_chooser_get_id (EX_LEADER_CHOOSER (self->inputs[LEADER]));

  *problem = NULL;
  if (title == NULL)
    {
      *problem = g_strdup (_("Give it a title."));
      return NULL;
    }
  replace (&objective->title, g_steal_pointer (&title));
  if (leader == NULL)
    {
      *problem = g_strdup (_("Choose the leader whose objective it is."));
      return NULL;
    }
  replace (&objective->leader_id, g_strdup (leader));
  read_words (self, objective);
  if (!read_ladder (self, objective, problem) || !read_links (self, objective, problem))
    return NULL;
  return g_steal_pointer (&objective);
}
