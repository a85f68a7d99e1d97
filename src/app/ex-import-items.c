#include "config.h"

#include "ex-import-items.h"

#define EX_TYPE_IMPORT_ITEMS (ex_import_items_get_type ())
G_DECLARE_FINAL_TYPE (ExImportItems, ex_import_items, EX, IMPORT_ITEMS, GObject)

struct _ExImportItems
{
  GObject        parent_instance;

  ExImportDraft *draft;
  GPtrArray     *things; /* of the draft: ExProblem or GStrv */
};

struct _ExImportItem
{
  GObject        parent_instance;

  ExImportItems *items;
  gconstpointer  thing;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (ExImportItem, ex_import_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (ExImportItems, ex_import_items, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- an item ---------------------------------------------------------------------------------------------------------------- */

static void
ex_import_item_finalize (GObject *object)
{
  g_clear_object (&EX_IMPORT_ITEM (object)->items);
  G_OBJECT_CLASS (ex_import_item_parent_class)->finalize (object);
}

static void
ex_import_item_class_init (ExImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_import_item_finalize;
}

static void
ex_import_item_init (ExImportItem *self)
{
}

const ExProblem *
ex_import_item_get_problem (ExImportItem *self)
{
  g_return_val_if_fail (EX_IS_IMPORT_ITEM (self), NULL);
  return self->thing;
}

const char *
ex_import_item_get_heading (ExImportItem *self)
{
  char **columns;
  guint column;

  g_return_val_if_fail (EX_IS_IMPORT_ITEM (self), NULL);

  columns = self->items->draft->plan->columns;
  column = ex_import_item_get_problem (self)->column;
  if (columns == NULL || column == 0 || column > g_strv_length (columns) || *columns[column - 1] == '\0')
    return NULL;
  return columns[column - 1];
}

const char * const *
ex_import_item_get_cells (ExImportItem *self)
{
  g_return_val_if_fail (EX_IS_IMPORT_ITEM (self), NULL);
  return self->thing;
}

/* --- the list ---------------------------------------------------------------------------------------------------------------- */

static GType
ex_import_items_get_item_type (GListModel *model)
{
  return EX_TYPE_IMPORT_ITEM;
}

static guint
ex_import_items_get_n_items (GListModel *model)
{
  return EX_IMPORT_ITEMS (model)->things->len;
}

static gpointer
ex_import_items_get_item (GListModel *model, guint position)
{
  ExImportItems *self = EX_IMPORT_ITEMS (model);
  ExImportItem *item;

  if (position >= self->things->len)
    return NULL;
  item = g_object_new (EX_TYPE_IMPORT_ITEM, NULL);
  item->items = g_object_ref (self);
  item->thing = g_ptr_array_index (self->things, position);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ex_import_items_get_item_type;
  iface->get_n_items = ex_import_items_get_n_items;
  iface->get_item = ex_import_items_get_item;
}

static void
ex_import_items_finalize (GObject *object)
{
  ExImportItems *self = EX_IMPORT_ITEMS (object);

  g_clear_pointer (&self->draft, ex_import_draft_unref);
  G_OBJECT_CLASS (ex_import_items_parent_class)->finalize (object);
}

static void
ex_import_items_class_init (ExImportItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_import_items_finalize;
}

static void
ex_import_items_init (ExImportItems *self)
{
}

static GListModel *
items_new (ExImportDraft *draft, GPtrArray *things)
{
  ExImportItems *self = g_object_new (EX_TYPE_IMPORT_ITEMS, NULL);

  self->draft = ex_import_draft_ref (draft);
  self->things = things;
  return G_LIST_MODEL (self);
}

GListModel *
ex_import_problems_new (ExImportDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);
  return items_new (draft, draft->plan->problems->kept);
}

GListModel *
ex_import_records_new (ExImportDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);
  return items_new (draft, draft->rows);
}
