#include "config.h"

#include "ex-lazy-rows.h"

#define EX_TYPE_LAZY_ROWS (ex_lazy_rows_get_type ())
G_DECLARE_FINAL_TYPE (ExLazyRows, ex_lazy_rows, EX, LAZY_ROWS, GObject)

struct _ExLazyRows
{
  GObject           parent_instance;

  GType          type;
  GArray        *indexes;
  ExLazyRowFunc  func;
  gpointer       data;
  GDestroyNotify destroy;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExLazyRows, ex_lazy_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
ex_lazy_rows_get_item_type (GListModel *model)
{
  return EX_LAZY_ROWS (model)->type;
}

static guint
ex_lazy_rows_get_n_items (GListModel *model)
{
  return EX_LAZY_ROWS (model)->indexes->len;
}

static gpointer
ex_lazy_rows_get_item (GListModel *model, guint position)
{
  ExLazyRows *self = EX_LAZY_ROWS (model);

  return position < self->indexes->len ? self->func (self->data, g_array_index (self->indexes, guint, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ex_lazy_rows_get_item_type;
  iface->get_n_items = ex_lazy_rows_get_n_items;
  iface->get_item = ex_lazy_rows_get_item;
}

static void
ex_lazy_rows_finalize (GObject *object)
{
  ExLazyRows *self = EX_LAZY_ROWS (object);

  g_clear_pointer (&self->indexes, g_array_unref);
  if (self->destroy != NULL)
    self->destroy (self->data);
  G_OBJECT_CLASS (ex_lazy_rows_parent_class)->finalize (object);
}

static void
ex_lazy_rows_class_init (ExLazyRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_lazy_rows_finalize;
}

static void
ex_lazy_rows_init (ExLazyRows *self)
{
}

GListModel *
ex_lazy_rows_new (GType type, GArray *indexes, ExLazyRowFunc func, gpointer data, GDestroyNotify destroy)
{
  ExLazyRows *self = g_object_new (EX_TYPE_LAZY_ROWS, NULL);

  self->type = type;
  self->indexes = indexes;
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  return G_LIST_MODEL (self);
}
