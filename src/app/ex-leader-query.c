#include "config.h"

#include "ex-leader-query.h"

#include <math.h>
#include <string.h>

ExLeaderQuery *
ex_leader_query_copy (const ExLeaderQuery *self)
{
  ExLeaderQuery *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  return copy;
}

void
ex_leader_query_free (ExLeaderQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/* --- which -------------------------------------------------------------------------------------------------------------- */

/* The words that are looked for, without case; NULL: everybody fits. */
static char **
split_words (const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *stripped = folded != NULL ? g_strstrip (g_strdup (folded)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_strsplit_set (stripped, " \t\n\u00a0", -1) : NULL;
}

static gboolean
matches (const ExLeader *leader, char **words)
{
  const char *parts[] = { leader->name, leader->title, leader->unit, leader->email, leader->id };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  /* A word is never found across two fields. */
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (text, "%s\n", parts[i] != NULL ? parts[i] : "");
  folded = g_utf8_casefold (text->str, (gssize) text->len);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* --- in what order: a key is made once a leader, then compared ------------------------------------------------------------ */

typedef struct
{
  char    *text; /* collation key, or NULL */
  double   number;
  gboolean unset; /* has neither: last, whichever way */
  guint    index;
} Key;

static void
set_text (Key *key, const char *text)
{
  key->unset = text == NULL;
  key->text = text != NULL ? g_utf8_collate_key (text, -1) : NULL;
}

static void
set_number (Key *key, double number)
{
  key->unset = isnan (number);
  key->number = number;
}

static Key
key_of (ExLeaderOrder order, const ExCompany *company, guint index)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  const ExStanding *standing = ex_company_get_standing (company, index);
  Key key = { NULL, 0, FALSE, index };

  switch (order)
    {
    case EX_LEADERS_BY_ID:
      break;
    case EX_LEADERS_BY_NAME:
      set_text (&key, leader->name);
      break;
    case EX_LEADERS_BY_TITLE:
      set_text (&key, leader->title);
      break;
    case EX_LEADERS_BY_UNIT:
      set_text (&key, leader->unit);
      break;
    case EX_LEADERS_BY_OBJECTIVES:
      set_number (&key, standing->objectives + standing->measured / (standing->objectives + 1.0));
      break;
    case EX_LEADERS_BY_SCORE:
      set_number (&key, standing->score);
      break;
    case EX_LEADERS_BY_TEAM_SCORE:
      set_number (&key, standing->team_score);
      break;
    default:
      g_assert_not_reached ();
    }
  return key;
}

/* Ties keep the order of the company, also when descending. */
static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *x = a;
  const Key *y = b;
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
  g_free (((Key *) data)->text);
}

GArray *
ex_leader_query_run (const ExLeaderQuery *self, const ExCompany *company)
{
  g_auto (GStrv) words = split_words (self->text);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  GArray *indexes;

  g_array_set_clear_func (keys, clear_key);
  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    if (words == NULL || matches (ex_company_get_leader (company, i), words))
      {
        Key key = key_of (self->order, company, i);
        g_array_append_val (keys, key);
      }
  if (keys->len > 1)
    g_qsort_with_data (keys->data, (int) keys->len, sizeof (Key), compare_keys, GINT_TO_POINTER (self->descending));

  indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint), keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (indexes, g_array_index (keys, Key, i).index);
  return indexes;
}

/* --- in a thread ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExLeaderQuery *query;
  ExCompany     *company;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  ex_leader_query_free (run->query);
  ex_company_unref (run->company);
  g_free (run);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;

  g_task_return_pointer (task, ex_leader_query_run (run->query, run->company), (GDestroyNotify) g_array_unref);
}

void
ex_leader_query_run_async (const ExLeaderQuery *self, ExCompany *company, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Run *run = g_new (Run, 1);

  *run = (Run) { ex_leader_query_copy (self), ex_company_ref (company) };
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, run_in_thread);
}

GArray *
ex_leader_query_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
