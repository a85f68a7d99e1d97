#include "config.h"

#include "ex-company.h"

#include "ex-error.h"
#include "ex-money.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

struct _ExCompany
{
  gatomicrefcount ref_count;

  ExCompanyInfo *info;
  ExCycle       *cycle; /* (nullable) */
  ExDay          today;
  GPtrArray     *leaders;
  GPtrArray     *objectives;
  GArray        *readings;      /* parallel to objectives */

  ExTree        *tree;
  GHashTable    *objective_ids; /* id -> index + 1; ids owned by the objectives */
  ExStanding    *standings;     /* parallel to leaders */

  /* The objectives of leader i are own[own_start[i]] to own[own_start[i + 1] - 1]. */
  guint         *own_start;
  guint         *own;
};

ExCompanyInfo *
ex_company_info_new (const char *name,
                     const char *currency)
{
  ExCompanyInfo *self = g_new0 (ExCompanyInfo, 1);
  int exponent = ex_currency_exponent (currency);

  self->name = g_strdup (name);
  self->currency = g_strdup (currency);
  self->exponent = exponent >= 0 ? exponent : 2;

  return self;
}

ExCompanyInfo *
ex_company_info_copy (const ExCompanyInfo *self)
{
  ExCompanyInfo *copy = ex_company_info_new (self->name, self->currency);

  copy->exponent = self->exponent;

  return copy;
}

void
ex_company_info_free (ExCompanyInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->currency);
  g_free (self);
}

static int
leader_of (const ExCompany *self,
           guint            objective)
{
  const ExObjective *record = g_ptr_array_index (self->objectives, objective);

  return ex_tree_index (self->tree, record->leader_id);
}

/* Counts first, then each objective has its place: linear, and in the order given. */
static void
fill_own (ExCompany *self)
{
  guint n = self->leaders->len;
  g_autofree int *leaders = g_new (int, self->objectives->len);
  g_autofree guint *next = NULL;

  self->own_start = g_new0 (guint, n + 1);
  self->own = g_new (guint, self->objectives->len);

  for (guint i = 0; i < self->objectives->len; i++)
    {
      leaders[i] = leader_of (self, i);
      if (leaders[i] >= 0)
        self->own_start[leaders[i] + 1]++;
    }

  for (guint i = 0; i < n; i++)
    self->own_start[i + 1] += self->own_start[i];

  next = g_memdup2 (self->own_start, sizeof *next * (n + 1));
  for (guint i = 0; i < self->objectives->len; i++)
    if (leaders[i] >= 0)
      self->own[next[leaders[i]]++] = i;
}

static gboolean
fill_objective_ids (ExCompany *self,
                    GError   **error)
{
  self->objective_ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->objectives->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (self->objectives, i);

      if (!g_hash_table_insert (self->objective_ids, objective->id, GINT_TO_POINTER ((int) i + 1)))
        {
          g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                       _("Two objectives have the id “%s”: each needs one of their own."), objective->id);
          return FALSE;
        }
    }

  return TRUE;
}

/* Sum of weight x score, over 100 % whatever the weights come to: a total that is off is flagged, not stretched. */
static ExStanding
measure_own (const ExCompany *self,
             guint            leader)
{
  ExStanding standing = { .score = EX_UNSET, .team_score = EX_UNSET };
  double sum = 0;

  for (guint k = self->own_start[leader]; k < self->own_start[leader + 1]; k++)
    {
      const ExObjective *objective = g_ptr_array_index (self->objectives, self->own[k]);
      const ExReading *reading = &g_array_index (self->readings, ExReading, self->own[k]);

      standing.objectives++;
      standing.measured += reading->measured ? 1 : 0;
      standing.weight += objective->weight;
      standing.status[reading->status]++;
      sum += objective->weight * reading->score;
    }

  if (standing.objectives > 0)
    standing.score = sum / EX_WHOLE_BP;

  return standing;
}

/* From the last in depth-first order to the first: when a leader's turn comes, all below have been added up. */
static void
measure_teams (ExCompany *self)
{
  g_autofree double *sums = g_new0 (double, self->tree->n);
  g_autofree guint *counts = g_new0 (guint, self->tree->n);

  for (guint k = self->tree->n; k-- > 0;)
    {
      guint i = self->tree->order[k];
      ExStanding *standing = &self->standings[i];
      int parent = self->tree->parent[i];

      if (counts[i] > 0)
        standing->team_score = sums[i] / counts[i];
      if (parent < 0)
        continue;

      self->standings[parent].below += standing->below + 1;
      sums[parent] += sums[i] + (standing->objectives > 0 ? standing->score : 0);
      counts[parent] += counts[i] + (standing->objectives > 0 ? 1 : 0);
    }
}

/* Who is under whom, whose is what, and what it comes to. */
static gboolean
arrange (ExCompany *self,
         GError   **error)
{
  self->tree = ex_tree_new (self->leaders, error);
  if (self->tree == NULL || !fill_objective_ids (self, error))
    return FALSE;

  fill_own (self);

  self->standings = g_new (ExStanding, self->leaders->len);
  for (guint i = 0; i < self->leaders->len; i++)
    self->standings[i] = measure_own (self, i);
  measure_teams (self);

  return TRUE;
}

ExCompany *
ex_company_new (ExCompanyInfo *info,
                ExCycle       *cycle,
                ExDay          today,
                GPtrArray     *leaders,
                GPtrArray     *objectives,
                GArray        *readings,
                GError       **error)
{
  g_autoptr (ExCompany) self = g_new0 (ExCompany, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->info = info;
  self->cycle = cycle;
  self->today = today;
  self->leaders = leaders;
  self->objectives = objectives;
  self->readings = readings;
  g_ptr_array_set_free_func (leaders, (GDestroyNotify) ex_leader_free);
  g_ptr_array_set_free_func (objectives, (GDestroyNotify) ex_objective_free);

  g_return_val_if_fail (readings->len == objectives->len, NULL);

  return arrange (self, error) ? g_steal_pointer (&self) : NULL;
}

ExCompany *
ex_company_new_with_readings (const ExCompany *before,
                              GArray          *readings)
{
  g_autoptr (ExCompany) self = g_new0 (ExCompany, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->info = ex_company_info_copy (before->info);
  self->cycle = before->cycle != NULL ? ex_cycle_copy (before->cycle) : NULL;
  self->today = before->today;
  self->leaders = g_ptr_array_ref (before->leaders);
  self->objectives = g_ptr_array_ref (before->objectives);
  self->readings = readings;

  g_return_val_if_fail (readings->len == self->objectives->len, NULL);

  return arrange (self, NULL) ? g_steal_pointer (&self) : NULL;
}

ExCompany *
ex_company_ref (ExCompany *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ex_company_unref (ExCompany *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->tree, ex_tree_free);
  g_clear_pointer (&self->objective_ids, g_hash_table_unref);
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  g_clear_pointer (&self->objectives, g_ptr_array_unref);
  g_clear_pointer (&self->readings, g_array_unref);
  g_clear_pointer (&self->info, ex_company_info_free);
  g_clear_pointer (&self->cycle, ex_cycle_free);
  g_free (self->standings);
  g_free (self->own_start);
  g_free (self->own);
  g_free (self);
}

const ExCompanyInfo *
ex_company_get_info (const ExCompany *self)
{
  return self->info;
}

const ExCycle *
ex_company_get_cycle (const ExCompany *self)
{
  return self->cycle;
}

ExDay
ex_company_get_today (const ExCompany *self)
{
  return self->today;
}

const ExTree *
ex_company_get_tree (const ExCompany *self)
{
  return self->tree;
}

guint
ex_company_n_leaders (const ExCompany *self)
{
  return self->leaders->len;
}

const ExLeader *
ex_company_get_leader (const ExCompany *self,
                       guint            index)
{
  g_return_val_if_fail (index < self->leaders->len, NULL);

  return g_ptr_array_index (self->leaders, index);
}

const ExStanding *
ex_company_get_standing (const ExCompany *self,
                         guint            index)
{
  g_return_val_if_fail (index < self->leaders->len, NULL);

  return &self->standings[index];
}

int
ex_company_find_leader (const ExCompany *self,
                        const char      *id)
{
  return ex_tree_index (self->tree, id);
}

guint
ex_company_n_objectives (const ExCompany *self)
{
  return self->objectives->len;
}

const ExObjective *
ex_company_get_objective (const ExCompany *self,
                          guint            index)
{
  g_return_val_if_fail (index < self->objectives->len, NULL);

  return g_ptr_array_index (self->objectives, index);
}

const ExReading *
ex_company_get_reading (const ExCompany *self,
                        guint            index)
{
  g_return_val_if_fail (index < self->readings->len, NULL);

  return &g_array_index (self->readings, ExReading, index);
}

int
ex_company_find_objective (const ExCompany *self,
                           const char      *id)
{
  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->objective_ids, id)) - 1 : -1;
}

const guint *
ex_company_leader_objectives (const ExCompany *self,
                              guint            leader_index,
                              guint           *n)
{
  g_return_val_if_fail (leader_index < self->leaders->len, NULL);

  *n = self->own_start[leader_index + 1] - self->own_start[leader_index];

  return self->own + self->own_start[leader_index];
}
