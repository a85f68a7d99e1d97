#include "config.h"

#include "ex-spread.h"

/* Neighbours that touch become a block that is moved as one, to where its items want to be on average. */
typedef struct
{
  guint  first;
  guint  count;
  double size;
  double want; /* of the block's upper end, summed over its items */
} Block;

static int
compare_wants (gconstpointer a, gconstpointer b)
{
  const ExSpreadItem *x = *(const ExSpreadItem *const *) a;
  const ExSpreadItem *y = *(const ExSpreadItem *const *) b;

  return x->want < y->want ? -1 : x->want > y->want;
}

/* The items that fit, by where they want to be. (element-type ExSpreadItem) */
static GPtrArray *
choose (ExSpreadItem *items, guint n_items, double room)
{
  GPtrArray *chosen = g_ptr_array_new ();
  double total = 0;

  for (guint i = 0; i < n_items; i++)
    {
      items[i].shown = FALSE;
      total += items[i].size;
      g_ptr_array_add (chosen, &items[i]);
    }
  while (chosen->len > 0 && total > room)
    {
      guint least = 0;

      for (guint i = 1; i < chosen->len; i++)
        if (((ExSpreadItem *) chosen->pdata[i])->priority <= ((ExSpreadItem *) chosen->pdata[least])->priority)
          least = i;
      total -= ((ExSpreadItem *) chosen->pdata[least])->size;
      g_ptr_array_remove_index (chosen, least);
    }
  g_ptr_array_sort (chosen, compare_wants); /* stable: equals keep their order */

  return chosen;
}

static double
block_start (const Block *block, double low, double high)
{
  return CLAMP (block->want / block->count, low, MAX (low, high - block->size));
}

static void
place (GPtrArray *chosen, const Block *block, double low, double high)
{
  double y = block_start (block, low, high);

  for (guint i = block->first; i < block->first + block->count; i++)
    {
      ExSpreadItem *item = g_ptr_array_index (chosen, i);

      item->shown = TRUE;
      item->at = y + item->size / 2;
      y += item->size;
    }
}

void
ex_spread (ExSpreadItem *items, guint n_items, double low, double high)
{
  g_autoptr (GPtrArray) chosen = choose (items, n_items, high - low);
  g_autofree Block *blocks = g_new0 (Block, chosen->len + 1);
  guint n = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      const ExSpreadItem *item = g_ptr_array_index (chosen, i);

      blocks[n++] = (Block) { i, 1, item->size, item->want - item->size / 2 };
      while (n > 1 && block_start (&blocks[n - 2], low, high) + blocks[n - 2].size > block_start (&blocks[n - 1], low, high))
        {
          Block *into = &blocks[n - 2];
          const Block *from = &blocks[n - 1];

          into->want += from->want - from->count * into->size;
          into->size += from->size;
          into->count += from->count;
          n--;
        }
    }
  for (guint i = 0; i < n; i++)
    place (chosen, &blocks[i], low, high);
}
