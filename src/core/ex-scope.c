#include "config.h"

#include "ex-scope.h"

#include <string.h>

/* The customer's journey as the program's templates and the sample have it; what a company calls otherwise follows by the alphabet. */
static const char *const journey[] = { "Aware", "Compare", "Choose", "Buy", "Join", "Start", "Use", "Pay", "Get help", "Renew", "Leave" };

ExScope *
ex_scope_new (void)
{
  ExScope *self = g_new0 (ExScope, 1);

  self->driver = EX_ANY_DRIVER;

  return self;
}

guint
ex_scope_parse_level (const char *number)
{
  guint64 level = g_ascii_strtoull (number, NULL, 10);

  return level > 0 && level < EX_NO_LEVEL ? (guint) level : EX_NO_LEVEL;
}

ExScope *
ex_scope_copy (const ExScope *self)
{
  ExScope *copy = ex_scope_new ();

  copy->unit = g_strdup (self->unit);
  copy->level = self->level;
  copy->under = g_strdup (self->under);
  copy->driver = self->driver;
  copy->stage = g_strdup (self->stage);

  return copy;
}

void
ex_scope_free (ExScope *self)
{
  if (self == NULL)
    return;

  g_free (self->unit);
  g_free (self->under);
  g_free (self->stage);
  g_free (self);
}

gboolean
ex_scope_equal (const ExScope *a,
                const ExScope *b)
{
  return a->level == b->level && a->driver == b->driver && g_strcmp0 (a->unit, b->unit) == 0
         && g_strcmp0 (a->under, b->under) == 0 && g_strcmp0 (a->stage, b->stage) == 0;
}

gboolean
ex_scope_is_all_objectives (const ExScope *self)
{
  return self->driver == EX_ANY_DRIVER && self->stage == NULL;
}

gboolean
ex_scope_is_all (const ExScope *self)
{
  return self->unit == NULL && self->level == 0 && self->under == NULL && ex_scope_is_all_objectives (self);
}

/* An optional text of a record is NULL where a scope says "". */
static gboolean
is_called (const char *text,
           const char *wanted)
{
  return wanted == NULL || strcmp (text != NULL ? text : "", wanted) == 0;
}

/* All but whether they are under somebody. */
static gboolean
is_of_kind (const ExScope   *self,
            const ExReviews *reviews,
            guint            leader)
{
  return ex_reviews_takes_part (reviews, leader)
         && is_called (ex_company_get_leader (ex_reviews_get_company (reviews), leader)->unit, self->unit)
         && (self->level == 0 || ex_reviews_get_level (reviews, leader) == (self->level == EX_NO_LEVEL ? 0 : self->level));
}

gboolean
ex_scope_takes_leader (const ExScope   *self,
                       const ExReviews *reviews,
                       guint            leader)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  int under;

  if (!is_of_kind (self, reviews, leader))
    return FALSE;
  if (self->under == NULL)
    return TRUE;

  under = ex_company_find_leader (company, self->under);

  return under >= 0 && (under == (int) leader || ex_tree_is_below (ex_company_get_tree (company), (int) leader, under));
}

gboolean
ex_scope_takes_objective (const ExScope   *self,
                          const ExReviews *reviews,
                          guint            objective)
{
  const ExObjective *record = ex_company_get_objective (ex_reviews_get_company (reviews), objective);

  if (!is_called (record->stage, self->stage))
    return FALSE;
  if (self->driver == EX_ANY_DRIVER)
    return TRUE;

  for (guint i = 0; i < record->links->len; i++)
    if ((int) g_array_index (record->links, ExLink, i).driver == self->driver)
      return TRUE;

  return FALSE;
}

/* Depth first, so whoever is below a leader follows at once: nobody's way up has to be walked. */
GArray *
ex_scope_leaders (const ExScope   *self,
                  const ExReviews *reviews)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  const ExTree *tree = ex_company_get_tree (company);
  int under = self->under != NULL ? ex_company_find_leader (company, self->under) : -1;
  gboolean inside = self->under == NULL;
  GArray *leaders = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < tree->n; k++)
    {
      guint leader = tree->order[k];

      if (self->under != NULL)
        inside = under >= 0 && (leader == (guint) under || (inside && tree->level[leader] > tree->level[under]));
      if (inside && is_of_kind (self, reviews, leader))
        g_array_append_val (leaders, leader);
    }

  return leaders;
}

GArray *
ex_scope_objectives (const ExScope   *self,
                     const ExReviews *reviews)
{
  g_autoptr (GArray) leaders = ex_scope_leaders (self, reviews);
  GArray *objectives = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < leaders->len; i++)
    {
      guint n;
      const guint *own = ex_company_leader_objectives (ex_reviews_get_company (reviews), g_array_index (leaders, guint, i), &n);

      for (guint k = 0; k < n; k++)
        if (ex_scope_takes_objective (self, reviews, own[k]))
          g_array_append_val (objectives, own[k]);
    }

  return objectives;
}

/* --- what there is to choose from ---------------------------------------------------------------------------------------- */

typedef struct
{
  char  *text;
  char  *key;   /* by which the alphabet sorts */
  guint  place; /* before the alphabet */
} Choice;

static void
choice_clear (gpointer data)
{
  g_free (((Choice *) data)->key);
}

static int
compare_choices (gconstpointer first,
                 gconstpointer second)
{
  const Choice *a = first, *b = second;
  int order;

  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;
  order = strcmp (a->key, b->key);

  return order != 0 ? order : strcmp (a->text, b->text);
}

static guint
place_in_journey (const char *stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (journey); i++)
    if (strcmp (stage, journey[i]) == 0)
      return i;

  return G_N_ELEMENTS (journey);
}

/* Each once, what has no name last. (transfer full) */
static char **
arrange (GHashTable *found,
         gboolean    stages)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  GPtrArray *texts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer text;

  g_array_set_clear_func (choices, choice_clear);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      Choice choice = { text, g_utf8_collate_key_for_filename (text, -1), stages ? place_in_journey (text) : 0 };

      if (*choice.text == '\0')
        choice.place = G_MAXUINT;
      g_array_append_val (choices, choice);
    }
  g_array_sort (choices, compare_choices);

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (texts, g_strdup (g_array_index (choices, Choice, i).text));
  g_ptr_array_add (texts, NULL);

  return (char **) g_ptr_array_free (texts, FALSE);
}

static void
find (GHashTable *found,
      const char *text)
{
  g_hash_table_add (found, (gpointer) (text != NULL ? text : ""));
}

char **
ex_scope_list_units_in (const ExScope   *self,
                        const ExReviews *reviews)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) leaders = ex_scope_leaders (self, reviews);

  for (guint i = 0; i < leaders->len; i++)
    find (found, ex_company_get_leader (ex_reviews_get_company (reviews), g_array_index (leaders, guint, i))->unit);

  return arrange (found, FALSE);
}

char **
ex_scope_list_stages_in (const ExScope   *self,
                         const ExReviews *reviews)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) objectives = ex_scope_objectives (self, reviews);

  for (guint i = 0; i < objectives->len; i++)
    find (found, ex_company_get_objective (ex_reviews_get_company (reviews), g_array_index (objectives, guint, i))->stage);

  return arrange (found, TRUE);
}

char **
ex_scope_list_units (const ExReviews *reviews)
{
  g_autoptr (ExScope) everybody = ex_scope_new ();

  return ex_scope_list_units_in (everybody, reviews);
}

char **
ex_scope_list_stages (const ExReviews *reviews)
{
  g_autoptr (ExScope) everything = ex_scope_new ();

  return ex_scope_list_stages_in (everything, reviews);
}
