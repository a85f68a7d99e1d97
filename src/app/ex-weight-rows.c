#include "config.h"

#include "ex-weight-rows.h"

#include "ex-form-rows.h"
#include "ex-number-text.h"

#include <glib/gi18n.h>
#include <math.h>

struct _ExWeightRows
{
  ExCompany *company;
  GArray    *objectives; /* (element-type guint) parallel to rows */
  GPtrArray *rows;       /* (element-type AdwEntryRow), the group's */
};

static void
settled_cb (gpointer data)
{
}

static void
add_row (ExWeightRows *self, AdwPreferencesGroup *group, guint objective, GCallback changed, gpointer data)
{
  const ExObjective *record = ex_company_get_objective (self->company, objective);
  g_autofree char *weight = ex_number_text_format (record->weight / 100.0);
  g_autofree char *title = g_markup_escape_text (record->title, -1);
  GtkWidget *row = ex_form_entry_row_new (title, changed, G_CALLBACK (settled_cb), data);

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), FALSE);
  g_signal_handlers_block_matched (row, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, data);
  gtk_editable_set_text (GTK_EDITABLE (row), weight);
  g_signal_handlers_unblock_matched (row, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, data);
  adw_preferences_group_add (group, row);
  g_array_append_val (self->objectives, objective);
  g_ptr_array_add (self->rows, row);
}

ExWeightRows *
ex_weight_rows_new (AdwPreferencesGroup *group, ExCompany *company, const char *leader_id, const char *except, GCallback changed, gpointer data)
{
  ExWeightRows *self = g_new0 (ExWeightRows, 1);
  int leader = ex_company_find_leader (company, leader_id);
  const guint *own;
  guint n = 0;

  self->company = ex_company_ref (company);
  self->objectives = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new ();
  own = leader >= 0 ? ex_company_leader_objectives (company, (guint) leader, &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (ex_company_get_objective (company, own[i])->id, except) != 0)
      add_row (self, group, own[i], changed, data);
  return self;
}

void
ex_weight_rows_free (ExWeightRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_array_unref (self->objectives);
  ex_company_unref (self->company);
  g_free (self);
}

static const ExObjective *
record_of (ExWeightRows *self, guint i)
{
  return ex_company_get_objective (self->company, g_array_index (self->objectives, guint, i));
}

static gboolean
read_weight (ExWeightRows *self, guint i, int *weight)
{
  double percent;

  if (!ex_number_text_parse (gtk_editable_get_text (g_ptr_array_index (self->rows, i)), &percent))
    return FALSE;
  if (isnan (percent))
    percent = 0;
  *weight = (int) lround (percent * 100);
  return percent >= 0 && percent <= 100;
}

gboolean
ex_weight_rows_total (ExWeightRows *self, int *total, char **problem)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *total = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      int weight;

      if (!read_weight (self, i, &weight))
        {
          *problem = g_strdup_printf (_("The weight of “%s” is a share of the review: from 0 to 100 percent."), record_of (self, i)->title);
          return FALSE;
        }
      *total += weight;
    }
  return TRUE;
}

GPtrArray *
ex_weight_rows_list (ExWeightRows *self, gboolean changed)
{
  GPtrArray *objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);

  g_return_val_if_fail (self != NULL, objectives);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const ExObjective *record = record_of (self, i);
      ExObjective *copy;
      int weight;

      if (!read_weight (self, i, &weight) || (changed && weight == record->weight))
        continue;
      copy = ex_objective_copy (record);
      copy->weight = weight;
      g_ptr_array_add (objectives, copy);
    }
  return objectives;
}
