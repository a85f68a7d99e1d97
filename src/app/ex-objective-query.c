#include "config.h"

#include "ex-objective-query.h"

#include <math.h>
#include <string.h>

ExObjectiveQuery *
ex_objective_query_copy (const ExObjectiveQuery *self)
{
  ExObjectiveQuery *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->leader_id = g_strdup (self->leader_id);
  return copy;
}

void
ex_objective_query_free (ExObjectiveQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->leader_id);
  g_free (self);
}

/* --- which -------------------------------------------------------------------------------------------------------------- */

static gboolean
contains (const char *haystack, const char *folded_needle)
{
  g_autofree char *folded = NULL;

  if (haystack == NULL)
    return FALSE;
  folded = g_utf8_casefold (haystack, -1);
  return strstr (folded, folded_needle) != NULL;
}

static gboolean
matches (const ExObjectiveQuery *self, const ExCompany *company, guint index, const char *needle)
{
  const ExObjective *objective = ex_company_get_objective (company, index);
  const ExLeader *leader;
  int position;

  if (self->status >= 0 && (int) ex_company_get_reading (company, index)->status != self->status)
    return FALSE;
  if (self->leader_id != NULL && !g_str_equal (self->leader_id, objective->leader_id))
    return FALSE;
  if (needle == NULL)
    return TRUE;
  if (contains (objective->title, needle) || contains (objective->id, needle))
    return TRUE;
  position = ex_company_find_leader (company, objective->leader_id);
  leader = position >= 0 ? ex_company_get_leader (company, position) : NULL;
  return leader != NULL && (contains (leader->name, needle) || contains (leader->unit, needle));
}

/* --- in what order: a key is made once an objective, then compared ------------------------------------------------------------- */

typedef struct
{
  char  *text;   /* collation key, or NULL */
  double number;
  guint  index;
} Key;

static char *
leader_name (const ExCompany *company, const ExObjective *objective)
{
  int index = ex_company_find_leader (company, objective->leader_id);

  return g_utf8_collate_key (index >= 0 ? ex_company_get_leader (company, index)->name : objective->leader_id, -1);
}

static double
status_rank (ExStatus status)
{
  static const double ranks[] = {
    [EX_STATUS_OFF_TRACK] = 0, [EX_STATUS_AT_RISK] = 1, [EX_STATUS_NO_DATA] = 2, [EX_STATUS_ON_TRACK] = 3,
  };
  return ranks[status];
}

static Key
key_of (ExObjectiveOrder order, const ExCompany *company, guint index)
{
  const ExObjective *objective = ex_company_get_objective (company, index);
  const ExReading *reading = ex_company_get_reading (company, index);
  Key key = { NULL, 0, index };

  switch (order)
    {
    case EX_OBJECTIVE_BY_ID:
      break;
    case EX_OBJECTIVE_BY_TITLE:
      key.text = g_utf8_collate_key (objective->title, -1);
      break;
    case EX_OBJECTIVE_BY_LEADER:
      key.text = leader_name (company, objective);
      break;
    case EX_OBJECTIVE_BY_STATUS:
      key.number = status_rank (reading->status);
      break;
    case EX_OBJECTIVE_BY_SCORE:
      key.number = reading->measured ? reading->score : -1;
      break;
    case EX_OBJECTIVE_BY_PROGRESS:
      key.number = isnan (reading->progress) ? -HUGE_VAL : reading->progress;
      break;
    case EX_OBJECTIVE_BY_WEIGHT:
      key.number = objective->weight;
      break;
    case EX_OBJECTIVE_BY_LAST_DAY:
      key.number = reading->last_day;
      break;
    default:
      g_assert_not_reached ();
    }
  return key;
}

/* Ties keep the order of the company, also when descending. */
static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *x = a;
  const Key *y = b;
  int order = x->text != NULL ? strcmp (x->text, y->text) : (x->number > y->number) - (x->number < y->number);

  if (order == 0)
    return (x->index > y->index) - (x->index < y->index);
  return GPOINTER_TO_INT (data) ? -order : order;
}

static void
clear_key (gpointer data)
{
  g_free (((Key *) data)->text);
}

GArray *
ex_objective_query_run (const ExObjectiveQuery *self, const ExCompany *company)
{
  g_autofree char *needle = self->text != NULL && *self->text != '\0' ? g_utf8_casefold (self->text, -1) : NULL;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  GArray *indexes;

  g_array_set_clear_func (keys, clear_key);
  for (guint i = 0; i < ex_company_n_objectives (company); i++)
    if (matches (self, company, i, needle))
      {
        Key key = key_of (self->order, company, i);
        g_array_append_val (keys, key);
      }
  if (keys->len > 1)
    g_qsort_with_data (keys->data, (int) keys->len, sizeof (Key), compare_keys, GINT_TO_POINTER (self->descending));

  indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint), keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (indexes, g_array_index (keys, Key, i).index);
  return indexes;
}

/* --- in a thread ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExObjectiveQuery *query;
  ExCompany        *company;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  ex_objective_query_free (run->query);
  ex_company_unref (run->company);
  g_free (run);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;

  g_task_return_pointer (task, ex_objective_query_run (run->query, run->company), (GDestroyNotify) g_array_unref);
}

void
ex_objective_query_run_async (const ExObjectiveQuery *self, ExCompany *company, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Run *run = g_new (Run, 1);

  *run = (Run) { ex_objective_query_copy (self), ex_company_ref (company) };
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, run_in_thread);
}

GArray *
ex_objective_query_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
