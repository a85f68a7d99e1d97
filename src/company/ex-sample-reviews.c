#include "config.h"

#include "ex-sample-reviews.h"

#include "exchange/ex-csv-reader.h"
#include "store/ex-store-reviews.h"

enum { LEADER, STATE, WHY, OBSERVERS };                /* of reviews.csv */
enum { OBJECTIVE, ROLE, RATER, RATING, COMMENT };       /* of ratings.csv */

typedef struct
{
  ExStore    *store;
  const char *cycle_id;
  GPtrArray  *rows;    /* (element-type GStrv) of reviews.csv */
  GPtrArray  *ratings; /* (element-type GStrv) of ratings.csv */
  ExReviews  *reviews; /* as they stand */
} Sample;

static void
sample_clear (Sample *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->ratings);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

/* The rows behind the heading. (transfer full) (element-type GStrv) */
static GPtrArray *
read_rows (GBytes *bytes)
{
  g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, "UTF-8", NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert (reader != NULL && ex_csv_reader_next (reader, NULL));
  while (ex_csv_reader_next (reader, NULL))
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      for (guint i = 0; i < ex_csv_reader_n_fields (reader); i++)
        {
          ExField field = ex_csv_reader_get_field (reader, i);
          g_autofree char *text = g_strndup (field.text, field.length);

          g_strv_builder_add (row, text);
        }
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }

  return rows;
}

static gboolean
look_again (Sample *self, GError **error)
{
  g_autoptr (ExCompany) company = ex_store_read_company (self->store, NULL, ex_day_today (), error);

  g_clear_pointer (&self->reviews, ex_reviews_unref);
  if (company != NULL)
    self->reviews = ex_store_read_reviews (self->store, company, error);

  return self->reviews != NULL;
}

/* (nullable) the row of reviews.csv about a leader */
static char **
find_row (const Sample *self, const char *leader)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row[LEADER], leader))
        return row;
    }

  return NULL;
}

static gboolean
is_said (const Sample *self, const char *leader, const char *state)
{
  char **row = find_row (self, leader);

  return row != NULL && g_str_equal (row[STATE], state);
}

/* Those whose objectives pass the gate; the others stay in drafting, as in a real company. */
static gboolean
agree (Sample *self, GError **error)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      const char *id = ex_company_get_leader (company, i)->id;

      if (find_row (self, id) == NULL || is_said (self, id, "assessed"))
        g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);

  return ex_store_take_steps (self->store, self->cycle_id, (const char *const *) ids, EX_STEP_AGREE, NULL, NULL, TRUE, NULL, NULL, NULL, NULL, error);
}

static gboolean
excuse_and_observe (Sample *self, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);
      g_auto (GStrv) observers = g_strsplit (row[OBSERVERS], " ", -1);

      if (g_str_equal (row[STATE], "excused")
          && !ex_store_take_step (self->store, self->cycle_id, row[LEADER], EX_STEP_EXCUSE, row[WHY], NULL, error))
        return FALSE;
      if (observers[0] != NULL && *observers[0] != '\0'
          && !ex_store_set_observers (self->store, self->cycle_id, row[LEADER], (const char *const *) observers, error))
        return FALSE;
    }

  return TRUE;
}

/* A manager's rating is of whoever reviews, and says that the actual is right. */
static ExRating *
make_rating (const Sample *self, char **row, guint objective, guint leader)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  const ExReading *reading = ex_company_get_reading (company, objective);
  int reviewer = ex_reviews_get_reviewer (self->reviews, leader);
  const char *manager = reviewer >= 0 ? ex_company_get_leader (company, (guint) reviewer)->id : EX_BOARD;
  ExRole role;
  ExRating *rating;

  if (!ex_role_parse (row[ROLE], &role))
    g_error ("ratings.csv: “%s” is no role", row[ROLE]);
  rating = ex_rating_new (row[OBJECTIVE], role, role == EX_ROLE_MANAGER ? manager : row[RATER]);
  rating->rating = (int) g_ascii_strtoll (row[RATING], NULL, 10);
  rating->comment = *row[COMMENT] != '\0' ? g_strdup (row[COMMENT]) : NULL;
  rating->confirmed = role == EX_ROLE_MANAGER;
  if (rating->confirmed && reading->measured)
    rating->actual = reading->actual;

  return rating;
}

/* The ratings of a role about one leader. */
static gboolean
rate (Sample *self, guint leader, const char *role, GError **error)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_rating_free);
  const char *id = ex_company_get_leader (company, leader)->id;

  for (guint i = 0; i < self->ratings->len; i++)
    {
      char **row = g_ptr_array_index (self->ratings, i);
      int objective = ex_company_find_objective (company, row[OBJECTIVE]);

      if (objective >= 0 && g_str_equal (row[ROLE], role) && g_str_equal (ex_company_get_objective (company, (guint) objective)->leader_id, id))
        g_ptr_array_add (ratings, make_rating (self, row, (guint) objective, leader));
    }

  return ratings->len == 0 || ex_store_save_ratings (self->store, ratings, error);
}

static gboolean
has_ratings (const Sample *self, guint leader)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  guint n;
  const guint *objectives = ex_company_leader_objectives (company, leader, &n);

  for (guint i = 0; n > 0 && i < self->ratings->len; i++)
    {
      char **row = g_ptr_array_index (self->ratings, i);

      if (g_str_equal (row[OBJECTIVE], ex_company_get_objective (company, objectives[0])->id))
        return TRUE;
    }

  return FALSE;
}

/* From the top down, so that whoever assesses has rated themself before. */
static gboolean
assess (Sample *self, guint leader, GError **error)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  const char *id = ex_company_get_leader (company, leader)->id;

  if (ex_reviews_get (self->reviews, leader)->state != EX_REVIEW_AGREED || !has_ratings (self, leader))
    return TRUE;
  if (!rate (self, leader, "observer", error) || !rate (self, leader, "self", error)
      || !ex_store_take_step (self->store, self->cycle_id, id, EX_STEP_SELF_ASSESS, NULL, NULL, error))
    return FALSE;

  return !is_said (self, id, "assessed")
         || (rate (self, leader, "manager", error)
             && ex_store_take_step (self->store, self->cycle_id, id, EX_STEP_ASSESS, NULL, NULL, error));
}

static gboolean
assess_all (Sample *self, GError **error)
{
  const ExTree *tree = ex_company_get_tree (ex_reviews_get_company (self->reviews));

  for (guint i = 0; i < tree->n; i++)
    if (!assess (self, tree->order[i], error))
      return FALSE;

  return TRUE;
}

gboolean
ex_sample_fill_reviews (ExStore *store, const char *cycle_id, GBytes *reviews, GBytes *ratings, GError **error)
{
  g_auto (Sample) self = { .store = store, .cycle_id = cycle_id, .rows = read_rows (reviews), .ratings = read_rows (ratings) };

  return look_again (&self, error) && agree (&self, error) && ex_store_advance_cycle (store, cycle_id, error) && ex_store_advance_cycle (store, cycle_id, error)
         && excuse_and_observe (&self, error) && look_again (&self, error) && assess_all (&self, error);
}
