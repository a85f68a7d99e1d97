/* Private to the floor: words side by side in one column that would all like to stand at their own height. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double   want;     /* where its middle would be best */
  double   size;
  int      priority; /* the lowest goes first when there is no room for all */
  gboolean shown;    /* result */
  double   at;       /* result: its middle */
} ExSpreadItem;

/* Moves the items apart by as little as it takes, in their order, within low..high. */
void ex_spread (ExSpreadItem *items, guint n_items, double low, double high);

G_END_DECLS
