/* The company's own templates of objectives. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-column.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "id, title, description, kind, unit, decimals, aggregate, falls, source, cadence, stage, driver"

static ExTemplate *
template_from_row (ExStatement *row)
{
  ExTemplate *self = ex_template_new (ex_statement_text (row, 0), ex_statement_text (row, 1));

  self->description = ex_column_dup_text (row, 2);
  ex_kind_parse (ex_statement_text (row, 3), &self->kind);
  self->unit = ex_column_dup_text (row, 4);
  self->decimals = (int) ex_statement_int (row, 5);
  ex_aggregate_parse (ex_statement_text (row, 6), &self->aggregate);
  self->falls = ex_statement_int (row, 7) != 0;
  self->source = ex_column_dup_text (row, 8);
  if (!ex_statement_is_null (row, 9))
    ex_cadence_parse (ex_statement_text (row, 9), &self->cadence);
  self->stage = ex_column_dup_text (row, 10);
  self->has_driver = !ex_statement_is_null (row, 11) && ex_driver_parse (ex_statement_text (row, 11), &self->driver);
  self->own = TRUE;
  return self;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const ExTemplate *first = *(ExTemplate * const *) a, *second = *(ExTemplate * const *) b;

  return g_utf8_collate (first->title, second->title);
}

GPtrArray *
ex_store_list_templates (ExStore *self,
                         GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_template_free);
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  rows = ex_database_prepare (self->db, "SELECT " COLUMNS " FROM templates ORDER BY title, id", error);
  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (templates, template_from_row (rows));
  if (!ex_rows_ended (failure, error))
    return NULL;
  g_ptr_array_sort (templates, compare_titles);
  return g_steal_pointer (&templates);
}

static gboolean
write_template (ExDatabase       *database,
                const ExTemplate *template,
                GError          **error)
{
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   "INSERT INTO templates (" COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
                                   " ON CONFLICT (id) DO UPDATE SET title = $2, description = $3, kind = $4, unit = $5, decimals = $6,"
                                   " aggregate = $7, falls = $8, source = $9, cadence = $10, stage = $11, driver = $12",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, template->id);
  ex_statement_bind_text (statement, 2, template->title);
  ex_bind_optional (statement, 3, template->description);
  ex_statement_bind_text (statement, 4, ex_kind_nick (template->kind));
  ex_bind_optional (statement, 5, template->unit);
  ex_statement_bind_int (statement, 6, template->decimals);
  ex_statement_bind_text (statement, 7, ex_aggregate_nick (template->aggregate));
  ex_statement_bind_int (statement, 8, template->falls);
  ex_bind_optional (statement, 9, template->source);
  ex_bind_optional (statement, 10, ex_cadence_nick (template->cadence));
  ex_bind_optional (statement, 11, template->stage);
  ex_bind_optional (statement, 12, template->has_driver ? ex_driver_nick (template->driver) : NULL);
  return ex_statement_run (statement, error);
}

gboolean
ex_store_save_template (ExStore          *self,
                        const ExTemplate *template,
                        GError          **error)
{
  g_return_val_if_fail (self != NULL && template != NULL && template->id != NULL, FALSE);

  if (!ex_store_accept (ex_template_problems (template), error))
    return FALSE;
  if (!ex_store_begin_about (self, N_("Save a template"), template->title, error))
    return FALSE;
  if (!write_template (self->db, template, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

/* NULL: there is none of that id, or @error. (transfer full) */
static ExTemplate *
find_template (ExStore    *self,
               const char *id,
               GError    **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->db, "SELECT " COLUMNS " FROM templates WHERE id = $1", error);
  int found;

  if (row == NULL)
    return NULL;
  ex_statement_bind_text (row, 1, id);
  found = ex_row_find (row, error);
  if (found == 1)
    return template_from_row (row);
  if (found == 0)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no template “%s” of the company’s own."), id);
  return NULL;
}

/* What was made of it stays. */
gboolean
ex_store_remove_template (ExStore    *self,
                          const char *id,
                          GError    **error)
{
  g_autoptr (ExTemplate) template = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  template = find_template (self, id, error);
  if (template == NULL || !ex_store_begin_about (self, N_("Remove a template"), template->title, error))
    return FALSE;
  if (!ex_run_with_text (self->db, "DELETE FROM templates WHERE id = $1", id, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
