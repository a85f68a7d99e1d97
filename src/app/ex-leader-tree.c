#include "config.h"

#include "ex-leader-tree.h"

/* What a model and its rows are made from. The model outlives neither it nor a change of the company. */
typedef struct
{
  ExCompany *company;
  const int *parent;       /* [leaders] -1 at a top; of the company's tree, or of mine */
  const int *first_child;  /* [leaders] -1: none */
  const int *next_sibling; /* [leaders] -1: last */
  GArray    *mine;         /* (nullable) (element-type int) three times the leaders: the three above, when they are not the company's */
  guint     *rank;         /* [leaders] place in the order; NULL: the company's own */
  guint     *place;        /* [leaders] position among the siblings, once they are listed */
} Plan;

struct _ExLeaderTree
{
  GHashTable       *open;   /* ids that were opened */
  GHashTable       *closed; /* ids that were closed */
  gboolean          shut;   /* tops are like the others: closed unless they were opened */
  GtkTreeListModel *model;  /* built last */
  Plan             *plan;   /* of model */
};

static void
plan_clear (gpointer data)
{
  Plan *plan = data;

  ex_rows_let_go (plan->company);
  g_clear_pointer (&plan->mine, g_array_unref);
  g_free (plan->rank);
  g_free (plan->place);
}

static void
plan_unref (gpointer plan)
{
  g_rc_box_release_full (plan, plan_clear);
}

/* Siblings keep the company's order. */
static void
plan_branches (Plan *plan, const GArray *parents)
{
  guint n = parents->len;
  int *parent, *first, *next;

  plan->mine = g_array_sized_new (FALSE, FALSE, sizeof (int), 3 * n);
  g_array_set_size (plan->mine, 3 * n);
  parent = (int *) (void *) plan->mine->data;
  first = parent + n;
  next = first + n;
  for (guint i = 0; i < n; i++)
    {
      parent[i] = g_array_index (parents, int, i);
      first[i] = next[i] = -1;
    }
  for (guint i = n; i-- > 0;)
    if (parent[i] >= 0)
      {
        next[i] = first[parent[i]];
        first[parent[i]] = (int) i;
      }
  plan->parent = parent;
  plan->first_child = first;
  plan->next_sibling = next;
}

static void
plan_company_branches (Plan *plan)
{
  const ExTree *tree = ex_company_get_tree (plan->company);

  plan->parent = tree->parent;
  plan->first_child = tree->first_child;
  plan->next_sibling = tree->next_sibling;
}

static Plan *
plan_new (ExCompany *company, const GArray *parents, const GArray *order)
{
  Plan *plan = g_rc_box_new0 (Plan);
  guint n = ex_company_n_leaders (company);

  plan->company = ex_company_ref (company);
  if (parents != NULL)
    plan_branches (plan, parents);
  else
    plan_company_branches (plan);
  plan->place = g_new0 (guint, n);
  if (order != NULL)
    {
      g_assert (order->len == n);
      plan->rank = g_new (guint, n);
      for (guint i = 0; i < n; i++)
        plan->rank[g_array_index (order, guint, i)] = i;
    }
  return plan;
}

/* --- siblings -------------------------------------------------------------------------------------------------------------- */

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *rank = data;
  guint x = rank[*(const guint *) a];
  guint y = rank[*(const guint *) b];

  return (x > y) - (x < y);
}

/* Takes @indexes. */
static GListModel *
list_siblings (Plan *plan, GArray *indexes)
{
  ExRows *rows = ex_rows_new ();

  if (plan->rank != NULL)
    g_array_sort_with_data (indexes, compare_ranks, plan->rank);
  for (guint i = 0; i < indexes->len; i++)
    plan->place[g_array_index (indexes, guint, i)] = i;
  ex_rows_set (rows, plan->company, indexes);
  return G_LIST_MODEL (rows);
}

static GListModel *
list_tops (Plan *plan)
{
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ex_company_n_leaders (plan->company); i++)
    if (plan->parent[i] == -1)
      g_array_append_val (indexes, i);
  return list_siblings (plan, indexes);
}

static GListModel *
list_reports_cb (gpointer item, gpointer data)
{
  Plan *plan = data;
  int child = plan->first_child[ex_row_get_index (item)];
  GArray *indexes;

  if (child < 0)
    return NULL;
  indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (; child >= 0; child = plan->next_sibling[child])
    g_array_append_val (indexes, child);
  return list_siblings (plan, indexes);
}

/* --- open and closed --------------------------------------------------------------------------------------------------------- */

static gboolean
is_open (ExLeaderTree *self, guint index)
{
  const char *id = ex_company_get_leader (self->plan->company, index)->id;

  if (self->plan->first_child[index] < 0)
    return FALSE;
  return self->plan->parent[index] < 0 && !self->shut ? !g_hash_table_contains (self->closed, id) : g_hash_table_contains (self->open, id);
}

/* Opens what is to be open below @row. Only rows that have something to open are made. */
static void
open_below (ExLeaderTree *self, GtkTreeListRow *row, guint index)
{
  const Plan *plan = self->plan;

  gtk_tree_list_row_set_expanded (row, TRUE);
  for (int child = plan->first_child[index]; child >= 0; child = plan->next_sibling[child])
    if (is_open (self, (guint) child))
      {
        g_autoptr (GtkTreeListRow) child_row = gtk_tree_list_row_get_child_row (row, plan->place[child]);

        if (child_row != NULL)
          open_below (self, child_row, (guint) child);
      }
}

static void
open_tops (ExLeaderTree *self)
{
  for (guint i = 0; i < ex_company_n_leaders (self->plan->company); i++)
    if (self->plan->parent[i] == -1 && is_open (self, i))
      {
        g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->model, self->plan->place[i]);

        open_below (self, row, i);
      }
}

/* --- doors --------------------------------------------------------------------------------------------------------------------- */

ExLeaderTree *
ex_leader_tree_new (void)
{
  ExLeaderTree *self = g_new0 (ExLeaderTree, 1);

  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ex_leader_tree_free (ExLeaderTree *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->model);
  g_clear_pointer (&self->plan, plan_unref);
  g_hash_table_unref (self->open);
  g_hash_table_unref (self->closed);
  g_free (self);
}

GListModel *
ex_leader_tree_build (ExLeaderTree *self, ExCompany *company, const GArray *parents, const GArray *order)
{
  g_return_val_if_fail (self != NULL && company != NULL, NULL);

  g_clear_object (&self->model);
  g_clear_pointer (&self->plan, plan_unref);
  self->plan = plan_new (company, parents, order);
  self->model = gtk_tree_list_model_new (list_tops (self->plan), FALSE, FALSE, list_reports_cb, g_rc_box_acquire (self->plan), plan_unref);
  open_tops (self);
  return G_LIST_MODEL (g_object_ref (self->model));
}

void
ex_leader_tree_open_all (ExLeaderTree *self, ExCompany *company)
{
  const ExTree *tree = ex_company_get_tree (company);

  g_hash_table_remove_all (self->closed);
  for (guint i = 0; i < tree->n; i++)
    if (tree->first_child[i] >= 0)
      g_hash_table_add (self->open, g_strdup (ex_company_get_leader (company, i)->id));
}

void
ex_leader_tree_set_tops_open (ExLeaderTree *self, gboolean open)
{
  self->shut = !open;
}

void
ex_leader_tree_close_all (ExLeaderTree *self)
{
  g_hash_table_remove_all (self->open);
  g_hash_table_remove_all (self->closed);
}

void
ex_leader_tree_toggled (ExLeaderTree *self, GtkTreeListRow *row)
{
  g_autoptr (ExRow) item = ex_leader_tree_row (row);
  const char *id;

  if (item == NULL || self->plan == NULL || ex_row_get_company (item) != self->plan->company)
    return;
  id = ex_company_get_leader (self->plan->company, ex_row_get_index (item))->id;
  g_hash_table_remove (gtk_tree_list_row_get_expanded (row) ? self->closed : self->open, id);
  g_hash_table_add (gtk_tree_list_row_get_expanded (row) ? self->open : self->closed, g_strdup (id));
  /* What was open below comes back as it was. */
  if (gtk_tree_list_row_get_expanded (row))
    open_below (self, row, ex_row_get_index (item));
}

static GtkTreeListRow *
find_row (ExLeaderTree *self, int index)
{
  int parent = self->plan->parent[index];
  g_autoptr (GtkTreeListRow) above = NULL;

  if (parent < -1)
    return NULL;
  if (parent < 0)
    return gtk_tree_list_model_get_child_row (self->model, self->plan->place[index]);
  above = find_row (self, parent);
  return above != NULL && gtk_tree_list_row_get_expanded (above) ? gtk_tree_list_row_get_child_row (above, self->plan->place[index]) : NULL;
}

guint
ex_leader_tree_find (ExLeaderTree *self, const char *id)
{
  int index = self->plan != NULL && id != NULL ? ex_company_find_leader (self->plan->company, id) : -1;
  g_autoptr (GtkTreeListRow) row = index >= 0 ? find_row (self, index) : NULL;

  return row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;
}

ExRow *
ex_leader_tree_row (gpointer item)
{
  if (GTK_IS_TREE_LIST_ROW (item))
    return gtk_tree_list_row_get_item (item);
  return EX_IS_ROW (item) ? g_object_ref (item) : NULL;
}
