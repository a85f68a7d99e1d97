#include "config.h"

#include "ex-store-locks.h"

#include "ex-column.h"
#include "ex-store-private.h"

#include <string.h>

struct _ExStoreLocks
{
  GHashTable *reviews; /* "cycle\nleader" -> ExReviewLock, beyond drafting */
  GHashTable *cycles;  /* id -> ExReviewLock, closed; of those in it who took no step */
};

void
ex_store_locks_free (ExStoreLocks *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->reviews);
  g_hash_table_unref (self->cycles);
  g_free (self);
}

static char *
make_key (const char *cycle_id,
          const char *leader_id)
{
  return g_strconcat (cycle_id, "\n", leader_id, NULL);
}

static gboolean
read_cycles (ExStoreLocks *self,
             ExDatabase   *database,
             GError      **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database,
                              "SELECT c.id, c.name FROM cycles c JOIN cycle_phases p ON p.cycle_id = c.id WHERE p.phase = 'closed'", error);
  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &failure))
    g_hash_table_insert (self->cycles, ex_column_dup_text (rows, 0),
                         ex_review_lock_new ("", ex_statement_text (rows, 1), EX_REVIEW_DRAFTING, TRUE));
  return ex_rows_ended (failure, error);
}

/* The last step of a review says how it stands. */
static gboolean
read_reviews (ExStoreLocks *self,
              ExDatabase   *database,
              GError      **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database,
                              "SELECT r.cycle_id, r.leader_id, l.name, c.name, r.state FROM reviews r JOIN leaders l ON l.id = r.leader_id"
                              " JOIN cycles c ON c.id = r.cycle_id WHERE r.state <> 'drafting'",
                              error);
  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &failure))
    {
      gboolean closed = g_hash_table_contains (self->cycles, ex_statement_text (rows, 0));
      ExReviewState state = EX_REVIEW_AGREED;

      ex_review_state_parse (ex_statement_text (rows, 4), &state);
      g_hash_table_insert (self->reviews, make_key (ex_statement_text (rows, 0), ex_statement_text (rows, 1)),
                           ex_review_lock_new (ex_statement_text (rows, 2), ex_statement_text (rows, 3), state, closed));
    }
  return ex_rows_ended (failure, error);
}

ExStoreLocks *
ex_store_read_locks (ExStore *self,
                     GError **error)
{
  g_autoptr (ExStoreLocks) locks = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  locks = g_new0 (ExStoreLocks, 1);
  locks->reviews = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ex_review_lock_free);
  locks->cycles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ex_review_lock_free);
  return read_cycles (locks, self->db, error) && read_reviews (locks, self->db, error) ? g_steal_pointer (&locks) : NULL;
}

const ExReviewLock *
ex_store_locks_find (const ExStoreLocks *self,
                     const char         *cycle_id,
                     const char         *leader_id)
{
  g_autofree char *key = make_key (cycle_id, leader_id);
  const ExReviewLock *lock = g_hash_table_lookup (self->reviews, key);

  return lock != NULL ? lock : g_hash_table_lookup (self->cycles, cycle_id);
}

static gboolean
same_text (const char *a,
           const char *b)
{
  return strcmp (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

gboolean
ex_store_has_check_in (ExStore            *self,
                       const ExCheckInRow *row)
{
  g_autoptr (ExStatement) found = NULL;

  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  found = ex_database_prepare (self->db, "SELECT value, confidence, note, next, evidence FROM check_ins WHERE objective_id = $1 AND day = $2", NULL);
  if (found == NULL)
    return FALSE;
  ex_statement_bind_text (found, 1, row->objective_id);
  ex_bind_day (found, 2, row->day);
  return ex_row_find (found, NULL) == 1 && ex_statement_double (found, 0) == row->value && ex_column_int_or (found, 1, 0) == row->confidence
         && same_text (ex_statement_text (found, 2), row->note) && same_text (ex_statement_text (found, 3), row->next)
         && same_text (ex_statement_text (found, 4), row->evidence);
}
