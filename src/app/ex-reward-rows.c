#include "config.h"

#include "ex-reward-rows.h"

#include "core/ex-quantity.h"

#include <math.h>
#include <string.h>

#define SLICE_MS 3

struct _ExRewardRow
{
  GObject     parent_instance;

  ExRewards  *rewards;
  guint       index;
  guint       position; /* in the list */
  GHashTable *live;     /* of the list: it is in it */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ExRewardRow, ex_reward_row, G_TYPE_OBJECT)

static void
ex_reward_row_finalize (GObject *object)
{
  ExRewardRow *self = EX_REWARD_ROW (object);

  g_hash_table_remove (self->live, self);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_pointer (&self->rewards, ex_rewards_unref);
  G_OBJECT_CLASS (ex_reward_row_parent_class)->finalize (object);
}

static void
ex_reward_row_class_init (ExRewardRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_reward_row_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ex_reward_row_init (ExRewardRow *self)
{
}

ExRewards *
ex_reward_row_get_rewards (ExRewardRow *self)
{
  g_return_val_if_fail (EX_IS_REWARD_ROW (self), NULL);

  return self->rewards;
}

const ExReward *
ex_reward_row_get (ExRewardRow *self)
{
  g_return_val_if_fail (EX_IS_REWARD_ROW (self), NULL);

  return g_ptr_array_index (self->rewards->rewards, self->index);
}

/* --- the list -------------------------------------------------------------------------------------------------------------- */

struct _ExRewardRows
{
  GObject    parent_instance;

  ExRewards  *rewards;
  GArray     *indexes; /* (element-type guint) */
  GHashTable *live;    /* (element-type ExRewardRow) those that somebody holds; not owned */
  GPtrArray  *stale;   /* (element-type ExRewardRow) whose words are old, the most urgent last */
  guint       idle;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExRewardRows, ex_reward_rows, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
ex_reward_rows_get_item_type (GListModel *model)
{
  return EX_TYPE_REWARD_ROW;
}

static guint
ex_reward_rows_get_n_items (GListModel *model)
{
  ExRewardRows *self = EX_REWARD_ROWS (model);

  return self->indexes != NULL ? self->indexes->len : 0;
}

static gpointer
ex_reward_rows_get_item (GListModel *model, guint position)
{
  ExRewardRows *self = EX_REWARD_ROWS (model);
  ExRewardRow *row;

  if (position >= ex_reward_rows_get_n_items (model))
    return NULL;
  row = g_object_new (EX_TYPE_REWARD_ROW, NULL);
  row->rewards = ex_rewards_ref (self->rewards);
  row->index = g_array_index (self->indexes, guint, position);
  row->position = position;
  row->live = g_hash_table_ref (self->live);
  g_hash_table_add (self->live, row);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ex_reward_rows_get_item_type;
  iface->get_n_items = ex_reward_rows_get_n_items;
  iface->get_item = ex_reward_rows_get_item;
}

static void
ex_reward_rows_finalize (GObject *object)
{
  ExRewardRows *self = EX_REWARD_ROWS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->stale, g_ptr_array_unref);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_pointer (&self->rewards, ex_rewards_unref);
  g_clear_pointer (&self->indexes, g_array_unref);
  G_OBJECT_CLASS (ex_reward_rows_parent_class)->finalize (object);
}

static void
ex_reward_rows_class_init (ExRewardRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_reward_rows_finalize;
}

static void
ex_reward_rows_init (ExRewardRows *self)
{
  self->live = g_hash_table_new (NULL, NULL);
  self->stale = g_ptr_array_new_with_free_func (g_object_unref);
}

ExRewardRows *
ex_reward_rows_new (void)
{
  return g_object_new (EX_TYPE_REWARD_ROWS, NULL);
}

/* --- other figures of the same people ------------------------------------------------------------------------------------- */

static gboolean
same_people (const ExRewards *a, const ExRewards *b)
{
  if (a->rewards->len != b->rewards->len)
    return FALSE;
  for (guint i = 0; i < a->rewards->len; i++)
    if (!g_str_equal (((ExReward *) g_ptr_array_index (a->rewards, i))->leader_id, ((ExReward *) g_ptr_array_index (b->rewards, i))->leader_id))
      return FALSE;
  return TRUE;
}

static gboolean
same_indexes (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

/* GTK keeps two hundred rows ready, and writing all their cells anew takes a tenth of a second: a few at a time. */
static gboolean
tell_stale (gpointer data)
{
  ExRewardRows *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_MS * 1000;

  while (self->stale->len > 0 && g_get_monotonic_time () < end)
    {
      g_autoptr (ExRewardRow) row = g_ptr_array_steal_index (self->stale, self->stale->len - 1);

      g_signal_emit (row, changed_signal, 0);
    }
  if (self->stale->len > 0)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* The farthest from what is in view first: they are taken from the end. */
static int
compare_distance (gconstpointer a, gconstpointer b, gpointer near)
{
  const ExRewardRow *x = *(ExRewardRow * const *) a, *y = *(ExRewardRow * const *) b;
  int one = ABS ((int) x->position - GPOINTER_TO_INT (near)), other = ABS ((int) y->position - GPOINTER_TO_INT (near));

  return (one < other) - (one > other);
}

gboolean
ex_reward_rows_update (ExRewardRows *self, ExRewards *rewards, const GArray *indexes, guint near)
{
  GHashTableIter iter;
  gpointer row;

  g_return_val_if_fail (EX_IS_REWARD_ROWS (self), FALSE);

  if (self->rewards == NULL || !same_indexes (self->indexes, indexes) || !same_people (self->rewards, rewards))
    return FALSE;
  ex_rewards_ref (rewards);
  ex_rewards_unref (self->rewards);
  self->rewards = rewards;
  g_ptr_array_set_size (self->stale, 0);
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      ex_rewards_unref (((ExRewardRow *) row)->rewards);
      ((ExRewardRow *) row)->rewards = ex_rewards_ref (rewards);
      g_ptr_array_add (self->stale, g_object_ref (row));
    }
  g_ptr_array_sort_with_data (self->stale, compare_distance, GINT_TO_POINTER ((int) near));
  if (self->stale->len > 0 && self->idle == 0)
    self->idle = g_idle_add (tell_stale, self);
  return TRUE;
}

void
ex_reward_rows_set (ExRewardRows *self, ExRewards *rewards, GArray *indexes)
{
  ExRewards *shown;
  guint before, after;

  g_return_if_fail (EX_IS_REWARD_ROWS (self));

  g_ptr_array_set_size (self->stale, 0);
  before = ex_reward_rows_get_n_items (G_LIST_MODEL (self));
  shown = g_steal_pointer (&self->rewards);
  g_clear_pointer (&self->indexes, g_array_unref);
  self->rewards = rewards != NULL ? ex_rewards_ref (rewards) : NULL;
  self->indexes = indexes;
  after = ex_reward_rows_get_n_items (G_LIST_MODEL (self));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, after);
  g_clear_pointer (&shown, ex_rewards_unref);
}

/* --- which ------------------------------------------------------------------------------------------------------------------ */

static gboolean
has_words (const ExReward *reward, const ExCompany *company, char **words)
{
  const ExLeader *leader = reward->leader >= 0 ? ex_company_get_leader (company, (guint) reward->leader) : NULL;
  g_autofree char *text = g_strjoin ("\n", reward->name != NULL ? reward->name : "", reward->leader_id,
                                     leader != NULL && leader->title != NULL ? leader->title : "",
                                     leader != NULL && leader->unit != NULL ? leader->unit : "", NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* --- in what order ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  char  *text; /* collation key, or NULL */
  double number;
  guint  index;
} Key;

static void
clear_key (gpointer data)
{
  g_free (((Key *) data)->text);
}

static Key
key_of (const ExRewards *rewards, guint index, int order)
{
  const ExReward *reward = g_ptr_array_index (rewards->rewards, index);
  Key key = { NULL, index, index };

  if (order == EX_REWARD_BY_NAME)
    key.text = g_utf8_collate_key (reward->name != NULL ? reward->name : reward->leader_id, -1);
  else if (order == EX_REWARD_BY_TARGET)
    key.number = reward->target >= 0 ? (double) reward->target : EX_UNSET;
  else if (order == EX_REWARD_BY_COMPANY_FACTOR)
    key.number = 0;
  else if (order == EX_REWARD_BY_OWN_FACTOR)
    key.number = reward->own_factor;
  else if (order == EX_REWARD_BY_PRORATION)
    key.number = reward->days > 0 ? (double) reward->days_in_role / reward->days : 0;
  else if (order == EX_REWARD_BY_REWARD)
    key.number = reward->target >= 0 ? (double) reward->reward : EX_UNSET;
  return key;
}

/* Ties keep the order of the company, also when descending. */
static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *x = a, *y = b;
  int order = 0;

  if (isnan (x->number) != isnan (y->number))
    return isnan (x->number) ? 1 : -1;
  if (x->text != NULL && y->text != NULL)
    order = strcmp (x->text, y->text);
  else if (!isnan (x->number))
    order = (x->number > y->number) - (x->number < y->number);
  if (order == 0)
    return (x->index > y->index) - (x->index < y->index);
  return GPOINTER_TO_INT (data) ? -order : order;
}

GArray *
ex_reward_rows_find (ExRewards *rewards, ExCompany *company, const char *text, int order, gboolean descending)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : g_strdup ("");
  g_auto (GStrv) words = g_strsplit_set (g_strstrip (folded), " \t\n", -1);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  GArray *indexes;

  g_return_val_if_fail (rewards != NULL && company != NULL, NULL);

  g_array_set_clear_func (keys, clear_key);
  for (guint i = 0; i < rewards->rewards->len; i++)
    if (*folded == '\0' || has_words (g_ptr_array_index (rewards->rewards, i), company, words))
      {
        Key key = key_of (rewards, i, order);
        g_array_append_val (keys, key);
      }
  if (keys->len > 1)
    g_qsort_with_data (keys->data, (int) keys->len, sizeof (Key), compare_keys, GINT_TO_POINTER (descending));

  indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint), MAX (keys->len, 1));
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (indexes, g_array_index (keys, Key, i).index);
  return indexes;
}

/* --- in a thread ---------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExRewards *rewards;
  ExCompany *company;
  char      *text;
  int        order;
  gboolean   descending;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  ex_rewards_unref (search->rewards);
  ex_company_unref (search->company);
  g_free (search->text);
  g_free (search);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;

  g_task_return_pointer (task, ex_reward_rows_find (search->rewards, search->company, search->text, search->order, search->descending),
                         (GDestroyNotify) g_array_unref);
}

void
ex_reward_rows_find_async (ExRewards *rewards, ExCompany *company, const char *text, int order, gboolean descending,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  *search = (Search) { ex_rewards_ref (rewards), ex_company_ref (company), g_strdup (text), order, descending };
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find_in_thread);
}

GArray *
ex_reward_rows_find_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
