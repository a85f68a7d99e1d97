#include "config.h"

#include "review-world.h"

static void
test_summary (void)
{
  const struct { const char *tweaks, *leader, *summary, *waiting_for; } cases[] = {
    { "", "a", "ready to be agreed", "board" },
    { "", "c", "waits for Leader b’s own agreement", "b" },
    { "state:b=agreed", "c", "ready to be agreed", "b" },
    { "excuse:b", "c", "waits for Leader a’s own agreement", "a" },
    { "", "n", "no manager, and not named as a top", "none" },
    { "no-unit:n1", "n", "no manager, and not named as a top · 1 objective not measurable", "none" },

    /* What the leader can mend comes before what others are waited for. */
    { "unlinked:c1 unlinked:c2 weight:c1=3000", "c", "2 objectives not linked · weights total 90 %", "c" },
    { "unlinked:c1 weight:c1=3999", "c", "1 objective not linked · weights total 99.99 %", "c" },
    { "parent:c2=", "c", "1 objective under none above", "c" },
    { "parent:c2=x1 no-unit:c1 target:c2=10 unlinked:c3 weight:c1=0", "c", "2 objectives not measurable · 1 objective not linked · …", "c" },
    { "stretch:c1=11", "c", "1 objective not measurable", "c" },
    { "remove:c3 weight:c1=7000", "c", "2 of 3 objectives", "c" },
    { "remove:c1 remove:c2 remove:c3", "c", "no objectives", "c" },

    { "state:c=agreed", "c", "", "none" },
    { "state:c=agreed phase:run", "c", "", "none" },
    { "state:c=agreed phase:assess", "c", "no self-assessment", "c" },
    { "state:c=agreed phase:assess self:c no-comment:c1", "c", "self-assessment not submitted", "c" },
    { "state:c=agreed phase:assess self:c", "c", "self-assessment not submitted", "c" },
    { "phase:assess", "c", "waits for Leader b’s own agreement", "b" },

    { "state:c=self-assessed phase:assess", "c", "waits for Leader b’s own self-assessment", "b" },
    { "state:c=self-assessed phase:assess state:b=self-assessed", "c", "0 of 3 rated", "b" },
    { "state:c=self-assessed phase:assess state:b=self-assessed rates:c=b rating:c2=0", "c", "2 of 3 rated", "b" },
    { "state:c=self-assessed phase:assess state:b=self-assessed rates:c=b unconfirmed:c2", "c", "2 of 3 rated", "b" },
    { "state:c=self-assessed phase:assess state:b=self-assessed rates:c=b", "c", "ready to be assessed", "b" },
    { "state:a=self-assessed phase:assess", "a", "0 of 3 rated", "board" },
    { "state:n=self-assessed phase:assess", "n", "no manager, and not named as a top", "none" },

    { "state:c=assessed phase:calibrate", "c", "", "none" },
    { "state:c=assessed phase:sign", "c", "waits for Leader b’s own signature", "b" },
    { "state:c=assessed phase:sign state:b=signed", "c", "not signed by Leader b", "b" },
    { "state:c=assessed phase:sign state:b=signed half-signed:c=b", "c", "not signed by Leader c", "c" },
    { "state:a=assessed phase:sign board:Ruth", "a", "not signed by Ruth", "board" },
    { "state:c=signed phase:sign", "c", "", "none" },
    { "excuse:c", "c", "", "none" },
    { "past:c", "c", "", "none" },
    { "phase:closed", "c", "", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);
      int waiting_for = 99;
      g_autofree char *summary = ex_review_summary (reviews, (guint) who (reviews, cases[i].leader), &waiting_for);
      g_autofree char *again = ex_review_summary (reviews, (guint) who (reviews, cases[i].leader), NULL);

      g_test_message ("%s: %s", cases[i].tweaks, cases[i].leader);
      g_assert_cmpstr (summary, ==, cases[i].summary);
      g_assert_cmpint (waiting_for, ==, who (reviews, cases[i].waiting_for));
      g_assert_cmpstr (again, ==, summary);
    }
}

/* The phases end on 2026-01-31, 2026-12-31, 2027-01-21, 2027-02-04 and 2027-02-18. */
static void
test_due (void)
{
  const struct { const char *tweaks, *due; int overdue; } cases[] = {
    { "", "2026-01-31", 150 },
    { "today:2026-01-31", "2026-01-31", 0 },
    { "today:2026-02-01", "2026-01-31", 1 },
    { "state:c=agreed", "2027-01-21", 0 },
    { "state:c=agreed phase:run today:2027-01-25", "2027-01-21", 0 }, /* HR has not opened the phase */
    { "state:c=agreed phase:assess today:2027-01-25", "2027-01-21", 4 },
    { "state:c=self-assessed phase:calibrate today:2027-01-22", "2027-01-21", 1 },
    { "state:c=assessed phase:calibrate today:2027-03-01", "2027-02-18", 0 },
    { "state:c=assessed phase:sign today:2027-02-28", "2027-02-18", 10 },
    { "state:c=signed phase:sign today:2027-02-28", "", 0 },
    { "excuse:c", "", 0 },
    { "past:c", "", 0 },
    { "phase:closed", "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);
      guint c = (guint) who (reviews, "c");
      g_autofree char *due = ex_day_to_iso (ex_review_due (reviews, c));

      g_test_message ("%s", cases[i].tweaks);
      g_assert_cmpstr (due, ==, cases[i].due);
      g_assert_cmpint (ex_review_overdue (reviews, c), ==, cases[i].overdue);
    }
}

/* "" exactly where the next step waits for nobody, and "ready" exactly where its gate passes. */
static void
test_ready_is_when_the_gate_passes (void)
{
  const struct { const char *tweaks; GPtrArray *(*gate) (const ExReviews *, guint); const char *words; } gates[] = {
    { "", ex_gate_agree, "ready to be agreed" },
    { "phase:assess state:c=self-assessed state:b=self-assessed rates:c=b", ex_gate_assess, "ready to be assessed" },
  };
  const char * const tweaks[] = {
    "", "state:b=agreed", "gone:b", "excuse:b state:a=agreed", "weight:c1=3999", "no-source:c2", "parent:c3=d1", "remove:c3", "least:1", "excuse:c",
    "state:b=drafting", "phase:closed", "reviewer:c=x", "reviewer:c=x state:x=agreed", "past:c", "unlinked:c1",
  };

  for (gsize g = 0; g < G_N_ELEMENTS (gates); g++)
    for (gsize i = 0; i < G_N_ELEMENTS (tweaks); i++)
      {
        g_autofree char *all = g_strjoin (" ", gates[g].tweaks, tweaks[i], NULL);
        g_autoptr (ExReviews) reviews = world_reviews (all);
        guint c = (guint) who (reviews, "c");
        g_autoptr (GPtrArray) missing = gates[g].gate (reviews, c);
        g_autofree char *summary = ex_review_summary (reviews, c, NULL);

        g_test_message ("%s", all);
        g_assert_cmpint (strcmp (summary, gates[g].words) == 0, ==, missing->len == 0);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review-summary/says-the-most-important-and-whom-it-waits-for", test_summary);
  g_test_add_func ("/review-summary/due-with-the-phase-of-the-next-step", test_due);
  g_test_add_func ("/review-summary/ready-is-when-the-gate-passes", test_ready_is_when_the_gate_passes);

  return g_test_run ();
}
