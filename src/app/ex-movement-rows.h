/* A row of movements, of a period or of a segment. */
#pragma once

#include <glib-object.h>

#include "core/ex-asset.h"

G_BEGIN_DECLS

#define EX_TYPE_MOVEMENT_ROW (ex_movement_row_get_type ())
G_DECLARE_FINAL_TYPE (ExMovementRow, ex_movement_row, EX, MOVEMENT_ROW, GObject)

struct _ExMovementRow
{
  GObject    parent_instance;

  char      *name;        /* of the period or segment */
  char      *state;       /* (nullable) of a period: "final", "no data", ... */
  ExPeriod   period;      /* of a period */
  int        segment;     /* of a segment: its number */
  ExMovement movement;
  gboolean   provisional; /* no growth is said of it */
  double     lifetime;    /* minor units; EX_UNSET: undefined, or of a period */
};

/* Takes @name. */
ExMovementRow *ex_movement_row_new (char *name, const ExMovement *movement);

G_END_DECLS
