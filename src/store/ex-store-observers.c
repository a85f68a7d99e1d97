/* Those who are asked to rate a leader beside the reviewer, and what a reviewer keeps for themself. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-column.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"
#include "ex-take-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
run_with_three (ExDatabase *database,
                const char *sql,
                const char *first,
                const char *second,
                const char *third,
                GError    **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, sql, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, first);
  ex_statement_bind_text (statement, 2, second);
  ex_statement_bind_text (statement, 3, third);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

/* --- observers ---------------------------------------------------------------------------------------------------------------- */

static void
check_observer (const ExReviews *reviews,
                guint            leader,
                const char      *id,
                GPtrArray       *problems)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  const char *name = ex_company_get_leader (company, leader)->name;
  int observer = ex_company_find_leader (company, id);

  if (observer < 0)
    ex_refuse (problems, _("There is no leader “%s”."), id);
  else if (observer == (int) leader)
    ex_refuse (problems, _("%s cannot observe themselves: name peers or reports."), name);
  else if (observer == ex_reviews_get_reviewer (reviews, leader))
    ex_refuse (problems, _("%s reviews %s and rates as the reviewer: name peers or reports."), ex_company_get_leader (company, (guint) observer)->name,
               name);
}

static gboolean
check_observers (const ExReviews    *reviews,
                 guint               leader,
                 const char * const *ids,
                 GError            **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (; ids[n] != NULL; n++)
    check_observer (reviews, leader, ids[n], problems);
  if (n > 0 && n < EX_LEAST_OBSERVERS)
    ex_refuse (problems, ngettext ("%u observer is too few to be shown without a name: name at least %u, or none.",
                                   "%u observers are too few to be shown without a name: name at least %u, or none.", n),
               n, EX_LEAST_OBSERVERS);
  return ex_store_accept (g_steal_pointer (&problems), error);
}

/* What somebody said who is not asked any more goes with the asking: else it would count in silence, or not, as it happens. */
static gboolean
remove_observer (ExStore    *self,
                 const char *cycle_id,
                 const char *leader_id,
                 const char *id,
                 GError    **error)
{
  return run_with_three (self->db,
                         "DELETE FROM ratings WHERE role = 'observer' AND rater_id = $3"
                         " AND objective_id IN (SELECT id FROM objectives WHERE cycle_id = $1 AND leader_id = $2)",
                         cycle_id, leader_id, id, error)
         && run_with_three (self->db, "DELETE FROM observers WHERE cycle_id = $1 AND leader_id = $2 AND observer_id = $3", cycle_id, leader_id, id,
                            error);
}

static gboolean
write_observers (ExStore            *self,
                 const ExReviews    *reviews,
                 guint               leader,
                 const char * const *ids,
                 GError            **error)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  const char *cycle_id = ex_reviews_get_cycle (reviews)->id;
  const char *leader_id = ex_company_get_leader (company, leader)->id;
  guint n = 0;
  const ExObserver *observers = ex_reviews_get_observers (reviews, leader, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = ex_company_get_leader (company, observers[i].observer)->id;

      if (!g_strv_contains (ids, id) && !remove_observer (self, cycle_id, leader_id, id, error))
        return FALSE;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    if (!run_with_three (self->db, "INSERT INTO observers (cycle_id, leader_id, observer_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", cycle_id,
                         leader_id, ids[i], error))
      return FALSE;
  return TRUE;
}

/* Each once, and whoever acts beside them for the reading. (transfer full) */
static GStrv
once_each (const char * const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (g_hash_table_add (known, (gpointer) ids[i]))
      g_strv_builder_add (builder, ids[i]);
  return g_strv_builder_end (builder);
}

static gboolean
set_observers (ExStore            *self,
               const char         *cycle_id,
               const char         *leader_id,
               const char * const *ids,
               GError            **error)
{
  g_autoptr (ExReviews) reviews = NULL;
  guint leader;

  if (!ex_store_accept_hr (self, error))
    return FALSE;
  reviews = ex_small_reviews_read (self, cycle_id, leader_id, ids, error);
  if (reviews == NULL)
    return FALSE;
  leader = (guint) ex_company_find_leader (ex_reviews_get_company (reviews), leader_id);
  ex_store_set_subject (self, ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name);
  return ex_store_accept_missing (ex_step_missing (reviews, leader, EX_STEP_OBSERVE, NULL, EX_NO_ONE), error)
         && check_observers (reviews, leader, ids, error) && write_observers (self, reviews, leader, ids, error);
}

gboolean
ex_store_set_observers (ExStore            *self,
                        const char         *cycle_id,
                        const char         *leader_id,
                        const char * const *observer_ids,
                        GError            **error)
{
  g_auto (GStrv) ids = once_each (observer_ids);

  g_return_val_if_fail (self != NULL && cycle_id != NULL && leader_id != NULL, FALSE);

  if (!ex_store_begin (self, N_("Name observers"), error))
    return FALSE;
  if (!set_observers (self, cycle_id, leader_id, (const char * const *) ids, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

/* --- the private note ------------------------------------------------------------------------------------------------------------ */

static gboolean
write_note (ExStore    *self,
            const char *cycle_id,
            const char *leader_id,
            const char *note,
            GError    **error)
{
  g_autoptr (ExStatement) statement = NULL;
  GError *failure = NULL;

  if (note == NULL)
    return run_with_three (self->db, "DELETE FROM private_notes WHERE cycle_id = $1 AND leader_id = $2 AND author_id = $3", cycle_id, leader_id,
                           self->actor, error);
  statement = ex_database_prepare (self->db,
                                   "INSERT INTO private_notes (cycle_id, leader_id, author_id, note) VALUES ($1, $2, $3, $4)"
                                   " ON CONFLICT (cycle_id, leader_id, author_id) DO UPDATE SET note = excluded.note",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, cycle_id);
  ex_statement_bind_text (statement, 2, leader_id);
  ex_statement_bind_text (statement, 3, self->actor);
  ex_statement_bind_text (statement, 4, note);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

/* Who reviews, who is above, and HR: nobody else has a note to keep. */
static gboolean
check_author (ExStore         *self,
              const ExReviews *reviews,
              const char      *leader_id,
              GError         **error)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  int leader = ex_company_find_leader (company, leader_id);
  int actor;

  if (!ex_small_reviews_find_actor (self, reviews, &actor, error))
    return FALSE;
  if (ex_reviews_get_cycle (reviews)->phase == EX_PHASE_CLOSED)
    return ex_store_refuse_because (error, _("The cycle “%s” is closed: nothing in it changes."), ex_reviews_get_cycle (reviews)->name);
  if (ex_reviews_get (reviews, (guint) leader)->state == EX_REVIEW_SIGNED)
    return ex_store_refuse_because (error, _("The review of %s is signed: nothing in it changes until HR re-opens it."),
                                    ex_company_get_leader (company, (guint) leader)->name);
  if (actor == leader)
    return ex_store_refuse_because (error, "%s", _("A private note is about somebody else’s review."));
  if (actor == EX_NOBODY || actor == ex_reviews_get_reviewer (reviews, (guint) leader)
      || ex_tree_is_below (ex_company_get_tree (company), leader, actor))
    return TRUE;
  return ex_store_refuse_because (error, _("Private notes on %s are kept by who reviews, the leaders above and HR."),
                                  ex_company_get_leader (company, (guint) leader)->name);
}

static gboolean
save_note (ExStore    *self,
           const char *cycle_id,
           const char *leader_id,
           const char *note,
           GError    **error)
{
  const char *others[] = { self->actor, NULL };
  g_autoptr (ExReviews) reviews = ex_small_reviews_read (self, cycle_id, leader_id, others, error);
  const ExCompany *company = reviews != NULL ? ex_reviews_get_company (reviews) : NULL;

  if (reviews == NULL || !check_author (self, reviews, leader_id, error))
    return FALSE;
  ex_store_set_subject (self, ex_company_get_leader (company, (guint) ex_company_find_leader (company, leader_id))->name);
  return write_note (self, cycle_id, leader_id, note, error);
}

gboolean
ex_store_save_note (ExStore    *self,
                    const char *cycle_id,
                    const char *leader_id,
                    const char *note,
                    GError    **error)
{
  g_autofree char *words = ex_take_step_reason (note);

  g_return_val_if_fail (self != NULL && cycle_id != NULL && leader_id != NULL, FALSE);

  if (!ex_store_begin (self, N_("Write a private note"), error))
    return FALSE;
  if (!save_note (self, cycle_id, leader_id, words, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
