#include "config.h"

#include "ex-rows.h"

struct _ExRow
{
  GObject    parent_instance;

  ExCompany *company;
  guint      index;
};

G_DEFINE_FINAL_TYPE (ExRow, ex_row, G_TYPE_OBJECT)

static void
ex_row_finalize (GObject *object)
{
  g_clear_pointer (&EX_ROW (object)->company, ex_company_unref);
  G_OBJECT_CLASS (ex_row_parent_class)->finalize (object);
}

static void
ex_row_class_init (ExRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_row_finalize;
}

static void
ex_row_init (ExRow *self)
{
}

ExCompany *
ex_row_get_company (ExRow *self)
{
  g_return_val_if_fail (EX_IS_ROW (self), NULL);
  return self->company;
}

guint
ex_row_get_index (ExRow *self)
{
  g_return_val_if_fail (EX_IS_ROW (self), 0);
  return self->index;
}

struct _ExRows
{
  GObject    parent_instance;

  ExCompany *company;
  GArray    *indexes; /* (element-type guint) */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExRows, ex_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
ex_rows_get_item_type (GListModel *model)
{
  return EX_TYPE_ROW;
}

static guint
ex_rows_get_n_items (GListModel *model)
{
  ExRows *self = EX_ROWS (model);
  return self->indexes != NULL ? self->indexes->len : 0;
}

static gpointer
ex_rows_get_item (GListModel *model, guint position)
{
  ExRows *self = EX_ROWS (model);
  ExRow *row;

  if (position >= ex_rows_get_n_items (model))
    return NULL;
  row = g_object_new (EX_TYPE_ROW, NULL);
  row->company = ex_company_ref (self->company);
  row->index = g_array_index (self->indexes, guint, position);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ex_rows_get_item_type;
  iface->get_n_items = ex_rows_get_n_items;
  iface->get_item = ex_rows_get_item;
}

static void
ex_rows_finalize (GObject *object)
{
  ExRows *self = EX_ROWS (object);

  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->indexes, g_array_unref);
  G_OBJECT_CLASS (ex_rows_parent_class)->finalize (object);
}

static void
ex_rows_class_init (ExRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_rows_finalize;
}

static void
ex_rows_init (ExRows *self)
{
}

ExRows *
ex_rows_new (void)
{
  return g_object_new (EX_TYPE_ROWS, NULL);
}

static gpointer
let_go_in_thread (gpointer company)
{
  ex_company_unref (company);
  return NULL;
}

void
ex_rows_let_go (ExCompany *company)
{
  g_thread_unref (g_thread_new ("ex-rows", let_go_in_thread, company));
}

void
ex_rows_set (ExRows *self, ExCompany *company, GArray *indexes)
{
  ExCompany *shown;
  guint before, after;

  g_return_if_fail (EX_IS_ROWS (self));

  before = ex_rows_get_n_items (G_LIST_MODEL (self));
  shown = g_steal_pointer (&self->company);
  g_clear_pointer (&self->indexes, g_array_unref);
  self->company = company != NULL ? ex_company_ref (company) : NULL;
  self->indexes = indexes;
  after = ex_rows_get_n_items (G_LIST_MODEL (self));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, after);
  if (shown != NULL && shown != company)
    ex_rows_let_go (shown);
  else
    g_clear_pointer (&shown, ex_company_unref);
}
