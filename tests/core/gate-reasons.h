/* What a gate misses, reason by reason, for tests of the gates. */
#pragma once

#include "review-world.h"

/* One reason: what is changed in a world where the gate passes, and what is then missing. */
typedef struct
{
  const char *tweaks;
  const char *sentence;
  ExMend      mend;
  const char *leader;    /* NULL: none */
  const char *objective; /* NULL: none */
} Reason;

typedef GPtrArray *(*Gate) (const ExReviews *reviews, guint leader);

static gboolean
has_sentence (const GPtrArray *missing,
              const char      *sentence)
{
  for (guint i = 0; i < missing->len; i++)
    if (strcmp (((ExMissing *) g_ptr_array_index (missing, i))->text, sentence) == 0)
      return TRUE;

  return FALSE;
}

static void
check_one (const ExReviews *reviews,
           const GPtrArray *missing,
           const Reason    *reason)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  g_autofree char *text = ex_missing_to_text (missing);
  const ExMissing *one;

  g_test_message ("%s", reason->tweaks);
  g_assert_cmpstr (text, ==, reason->sentence);
  g_assert_cmpuint (missing->len, ==, 1);
  one = g_ptr_array_index (missing, 0);
  g_assert_cmpint (one->mend, ==, reason->mend);
  g_assert_cmpint (one->leader, ==, reason->leader != NULL ? ex_company_find_leader (company, reason->leader) : EX_NOBODY);
  g_assert_cmpint (one->objective, ==, reason->objective != NULL ? ex_company_find_objective (company, reason->objective) : -1);
}

/* Passes as it is, and with each reason misses that reason alone. */
static G_GNUC_UNUSED void
check_alone (const char   *passes,
             const char   *leader,
             Gate          gate,
             const Reason *reasons,
             gsize         n)
{
  g_autoptr (ExReviews) fine = world_reviews (passes);
  g_autoptr (GPtrArray) nothing = gate (fine, (guint) who (fine, leader));
  g_autofree char *text = ex_missing_to_text (nothing);

  g_assert_cmpstr (text, ==, "");

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *tweaks = g_strjoin (" ", passes, reasons[i].tweaks, NULL);
      g_autoptr (ExReviews) reviews = world_reviews (tweaks);
      g_autoptr (GPtrArray) missing = gate (reviews, (guint) who (reviews, leader));

      check_one (reviews, missing, &reasons[i]);
    }
}

/* With several reasons at once all their sentences are there, and nothing else. */
static G_GNUC_UNUSED void
check_together (const char         *tweaks,
                const char         *leader,
                Gate                gate,
                const char * const *sentences)
{
  g_autoptr (ExReviews) reviews = world_reviews (tweaks);
  g_autoptr (GPtrArray) missing = gate (reviews, (guint) who (reviews, leader));
  g_autofree char *text = ex_missing_to_text (missing);

  g_test_message ("%s", text);
  for (const char * const *sentence = sentences; *sentence != NULL; sentence++)
    g_assert_true (has_sentence (missing, *sentence));
  g_assert_cmpuint (missing->len, ==, g_strv_length ((char **) sentences));
}

#define CLOSED "The cycle is closed: HR has to re-open it first."
#define EXCUSED "Leader c is excused (on leave): HR has to re-open the review first."
#define ABSENT "Leader c is not in role on any day of the cycle."
#define DRAFTING "The objectives of Leader c are not agreed yet."
#define SELF_MISSING "Leader c has submitted no self-assessment yet."
#define SIGNED "The review of Leader c is signed: nothing in it changes until HR re-opens it."
