#include "config.h"

#include "ex-movement-rows.h"

#include "core/ex-quantity.h"

G_DEFINE_FINAL_TYPE (ExMovementRow, ex_movement_row, G_TYPE_OBJECT)

static void
ex_movement_row_finalize (GObject *object)
{
  ExMovementRow *self = EX_MOVEMENT_ROW (object);

  g_free (self->name);
  g_free (self->state);
  G_OBJECT_CLASS (ex_movement_row_parent_class)->finalize (object);
}

static void
ex_movement_row_class_init (ExMovementRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_movement_row_finalize;
}

static void
ex_movement_row_init (ExMovementRow *self)
{
  self->segment = -1;
  self->lifetime = EX_UNSET;
}

ExMovementRow *
ex_movement_row_new (char *name, const ExMovement *movement)
{
  ExMovementRow *self = g_object_new (EX_TYPE_MOVEMENT_ROW, NULL);

  self->name = name;
  self->movement = *movement;
  return self;
}
