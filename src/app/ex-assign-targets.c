#include "config.h"

#include "ex-assign-targets.h"

#include "core/ex-format.h"
#include "core/ex-template.h"
#include "ex-review-actions.h"
#include "ex-review-query.h"

#include <glib/gi18n.h>

static void
target_free (gpointer data)
{
  ExAssignTarget *self = data;

  g_free (self->label);
  g_array_unref (self->leaders);
  g_free (self);
}

/* Takes @label. */
static ExAssignTarget *
target_new (char *label)
{
  ExAssignTarget *self = g_new0 (ExAssignTarget, 1);

  self->label = label;
  self->leaders = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static void
add_leader (ExAssignTarget *self, const ExReviews *reviews, guint leader, int viewer)
{
  /* Drafts are handed out as long as nothing is agreed, by who will agree. */
  if (ex_review_step_applies (reviews, leader, EX_STEP_AGREE, viewer))
    g_array_append_val (self->leaders, leader);
  else
    self->left_out++;
}

static void
add_selected (GPtrArray *targets, const ExReviews *reviews, const char * const *selected, int viewer)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  guint n = g_strv_length ((char **) selected);
  int only = n == 1 ? ex_company_find_leader (company, selected[0]) : -1;
  g_autofree char *number = ex_format_integer (n);
  ExAssignTarget *target;

  if (n == 0)
    return;
  target = target_new (only >= 0 ? g_strdup (ex_company_get_leader (company, (guint) only)->name)
                                 : g_strdup_printf (ngettext ("%s selected leader", "%s selected leaders", n), number));
  for (guint i = 0; i < n; i++)
    {
      int leader = ex_company_find_leader (company, selected[i]);

      if (leader >= 0)
        add_leader (target, reviews, (guint) leader, viewer);
    }
  g_ptr_array_add (targets, target);
}

static void
add_levels (GPtrArray *targets, const ExReviews *reviews, const GArray *parents, int viewer)
{
  for (guint level = 1; level <= ex_reviews_n_levels (reviews); level++)
    {
      g_autofree char *number = ex_format_integer (level);
      ExAssignTarget *target = target_new (g_strdup_printf (_("Level %s"), number));

      for (guint i = 0; i < parents->len; i++)
        if (g_array_index (parents, int, i) != EX_NOT_SHOWN && ex_reviews_get_level (reviews, i) == level)
          add_leader (target, reviews, i, viewer);
      if (target->leaders->len + target->left_out > 0)
        g_ptr_array_add (targets, target);
      else
        target_free (target);
    }
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const ExAssignTarget *x = *(const ExAssignTarget * const *) a;
  const ExAssignTarget *y = *(const ExAssignTarget * const *) b;

  return g_utf8_collate (x->label, y->label);
}

static void
add_units (GPtrArray *targets, const ExReviews *reviews, const GArray *parents, int viewer)
{
  g_autoptr (GHashTable) by_unit = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();

  for (guint i = 0; i < parents->len; i++)
    {
      const char *unit = ex_company_get_leader (ex_reviews_get_company (reviews), i)->unit;
      ExAssignTarget *target = unit != NULL ? g_hash_table_lookup (by_unit, unit) : NULL;

      if (unit == NULL || g_array_index (parents, int, i) == EX_NOT_SHOWN)
        continue;
      if (target == NULL)
        {
          target = target_new (g_strdup (unit));
          g_hash_table_insert (by_unit, (gpointer) unit, target);
          g_ptr_array_add (units, target);
        }
      add_leader (target, reviews, i, viewer);
    }
  g_ptr_array_sort (units, compare_labels);
  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (targets, g_ptr_array_index (units, i));
}

GPtrArray *
ex_assign_targets_new (const ExReviews *reviews, const char * const *selected, int viewer)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (target_free);
  g_autoptr (GArray) parents = NULL;
  ExAssignTarget *all;

  g_return_val_if_fail (reviews != NULL && selected != NULL, targets);

  parents = ex_review_parents (reviews, viewer);
  add_selected (targets, reviews, selected, viewer);
  all = target_new (g_strdup (viewer == EX_NOBODY ? _("Everybody") : _("All whom you review")));
  for (guint i = 0; i < parents->len; i++)
    if (g_array_index (parents, int, i) != EX_NOT_SHOWN)
      add_leader (all, reviews, i, viewer);
  g_ptr_array_add (targets, all);
  add_levels (targets, reviews, parents, viewer);
  add_units (targets, reviews, parents, viewer);
  return targets;
}

static gboolean
has_title (const ExCompany *company, guint leader, const char *title)
{
  guint n;
  const guint *own = ex_company_leader_objectives (company, leader, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (ex_company_get_objective (company, own[i])->title, title) == 0)
      return TRUE;
  return FALSE;
}

guint
ex_assign_count (const ExReviews *reviews, const GArray *leaders, const GPtrArray *templates)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  guint n = 0;

  for (guint i = 0; i < leaders->len; i++)
    for (guint k = 0; k < templates->len; k++)
      n += !has_title (company, g_array_index (leaders, guint, i), ((const ExTemplate *) g_ptr_array_index (templates, k))->title);
  return n;
}
