#include "config.h"

#include "ex-segment-order.h"

#include "core/ex-quantity.h"
#include "ex-asset-table.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char  *text;   /* collation key of a name, NULL when sorted by figures */
  double number;
  guint  index;
} Key;

static void
key_clear (gpointer data)
{
  g_free (((Key *) data)->text);
}

/* Ties keep the order of names, which the segments have. */
static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *x = a, *y = b;
  int order;

  if (x->text == NULL && isnan (x->number) != isnan (y->number))
    return isnan (x->number) ? 1 : -1;
  if (x->text != NULL)
    order = strcmp (x->text, y->text);
  else
    order = isnan (x->number) ? 0 : (x->number > y->number) - (x->number < y->number);
  if (order == 0)
    return (x->index > y->index) - (x->index < y->index);
  return GPOINTER_TO_INT (data) ? -order : order;
}

static char **
split_words (const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && *g_strstrip (folded) != '\0' ? g_strsplit_set (folded, " \t\n", -1) : NULL;
}

static gboolean
has_words (const char *name, char **words)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static Key
make_key (const ExSegmentOrder *self, const ExAssetLook *look, guint index)
{
  const ExSegmentMovement *segment = &g_array_index (look->segments, ExSegmentMovement, index);
  Key key = { NULL, EX_UNSET, index };

  if (self->key == EX_ASSET_SORT_NAME)
    key.text = g_utf8_collate_key (ex_asset_segment_name (look->asset, segment->segment), -1);
  else
    key.number = ex_asset_table_figure (self->key, self->measure, &segment->movement, ex_asset_look_lifetime (look, &segment->movement, NULL));
  return key;
}

GArray *
ex_segment_order_run (const ExSegmentOrder *self, const ExAssetLook *look)
{
  g_auto (GStrv) words = split_words (self->text);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  GArray *indexes;

  g_array_set_clear_func (keys, key_clear);
  for (guint i = 0; i < look->segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (look->segments, ExSegmentMovement, i);
      Key key;

      if (words != NULL && !has_words (ex_asset_segment_name (look->asset, segment->segment), words))
        continue;
      key = make_key (self, look, i);
      g_array_append_val (keys, key);
    }
  if (keys->len > 1)
    g_qsort_with_data (keys->data, (int) keys->len, sizeof (Key), compare_keys, GINT_TO_POINTER (self->descending));
  indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint), keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (indexes, g_array_index (keys, Key, i).index);
  return indexes;
}

/* --- in a thread --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExSegmentOrder order;
  ExAssetLook   *look;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_free (run->order.text);
  ex_asset_look_unref (run->look);
  g_free (run);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;

  g_task_return_pointer (task, ex_segment_order_run (&run->order, run->look), (GDestroyNotify) g_array_unref);
}

void
ex_segment_order_run_async (const ExSegmentOrder *self, ExAssetLook *look, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Run *run = g_new (Run, 1);

  *run = (Run) { *self, ex_asset_look_ref (look) };
  run->order.text = g_strdup (self->text);
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, run_in_thread);
}

GArray *
ex_segment_order_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
