#include "config.h"

#include "ex-query.h"

#include <math.h>
#include <string.h>

/* --- which -------------------------------------------------------------------------------------------------------------- */

/* The words that are looked for, without case; NULL: everything fits. */
static char **
split_words (const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *stripped = folded != NULL ? g_strstrip (g_strdup (folded)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_strsplit_set (stripped, " \t\n", -1) : NULL;
}

static gboolean
has_words (const ExQuery *self, const ExCompany *company, guint index, char **words)
{
  const char *fields[EX_QUERY_FIELDS] = { NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  /* A word is never found across two fields. */
  self->kind->fields (company, index, fields);
  for (guint i = 0; i < EX_QUERY_FIELDS; i++)
    if (fields[i] != NULL)
      {
        g_string_append (text, fields[i]);
        g_string_append_c (text, '\n');
      }
  folded = g_utf8_casefold (text->str, (gssize) text->len);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* --- in what order ---------------------------------------------------------------------------------------------------------- */

void
ex_query_key_set_text (ExQueryKey *key, const char *text)
{
  key->unset = text == NULL;
  key->text = text != NULL ? g_utf8_collate_key (text, -1) : NULL;
}

void
ex_query_key_set_number (ExQueryKey *key, double number)
{
  key->unset = isnan (number);
  key->number = number;
}

/* Ties keep the order of the company, also when descending. */
static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const ExQueryKey *x = a;
  const ExQueryKey *y = b;
  int order = 0;

  if (x->unset != y->unset)
    return x->unset - y->unset;
  if (!x->unset)
    order = x->text != NULL ? strcmp (x->text, y->text) : (x->number > y->number) - (x->number < y->number);
  if (order == 0)
    return (x->index > y->index) - (x->index < y->index);
  return GPOINTER_TO_INT (data) ? -order : order;
}

static void
clear_key (gpointer data)
{
  g_free (((ExQueryKey *) data)->text);
}

GArray *
ex_query_run (const ExQuery *self, const ExCompany *company)
{
  g_auto (GStrv) words = split_words (self->text);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (ExQueryKey));
  guint count = self->kind->count (company);
  GArray *indexes;

  g_array_set_clear_func (keys, clear_key);
  for (guint i = 0; i < count; i++)
    {
      ExQueryKey key = { NULL, 0, FALSE, i };

      if (self->kind->fits != NULL && !self->kind->fits (self, company, i))
        continue;
      if (words != NULL && !has_words (self, company, i, words))
        continue;
      self->kind->key (self, company, i, &key);
      g_array_append_val (keys, key);
    }
  if (keys->len > 1)
    g_qsort_with_data (keys->data, (int) keys->len, sizeof (ExQueryKey), compare_keys, GINT_TO_POINTER (self->descending));

  indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint), keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (indexes, g_array_index (keys, ExQueryKey, i).index);
  return indexes;
}

/* --- in a thread ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExQuery   *query;
  ExCompany *company;
} Run;

ExQuery *
ex_query_copy (const ExQuery *self)
{
  ExQuery *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->leader_id = g_strdup (self->leader_id);
  copy->unit = g_strdup (self->unit);
  copy->reviews = self->reviews != NULL ? ex_reviews_ref (self->reviews) : NULL;
  copy->parents = self->parents != NULL ? g_array_ref (self->parents) : NULL;
  return copy;
}

void
ex_query_free (ExQuery *self)
{
  g_free (self->text);
  g_free (self->leader_id);
  g_free (self->unit);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->parents, g_array_unref);
  g_free (self);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  ex_query_free (run->query);
  ex_company_unref (run->company);
  g_free (run);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;

  g_task_return_pointer (task, ex_query_run (run->query, run->company), (GDestroyNotify) g_array_unref);
}

void
ex_query_run_async (const ExQuery *self, ExCompany *company, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Run *run = g_new (Run, 1);

  *run = (Run) { ex_query_copy (self), ex_company_ref (company) };
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, run_in_thread);
}

GArray *
ex_query_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
