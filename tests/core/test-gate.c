#include "config.h"

#include "gate-reasons.h"

#define READY_TO_SELF_ASSESS "phase:assess state:c=agreed self:c"
#define READY_TO_ASSESS "phase:assess state:a=agreed state:b=self-assessed state:c=self-assessed self:c rates:c=b"
#define READY_TO_SIGN "phase:sign state:a=signed state:b=signed state:c=assessed"

static void
test_self_assess_alone (void)
{
  const Reason reasons[] = {
    { "phase:closed", CLOSED, EX_MEND_CYCLE, NULL, NULL },
    { "excuse:c", EXCUSED, EX_MEND_REVIEW, "c", NULL },
    { "past:c", ABSENT, EX_MEND_NOWHERE, "c", NULL },
    { "state:c=drafting", DRAFTING, EX_MEND_REVIEW, "c", NULL },
    { "state:c=self-assessed", "Leader c has submitted the self-assessment already.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=assessed", "The review of Leader c is assessed already.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=signed", SIGNED, EX_MEND_REVIEW, "c", NULL },
    { "phase:plan", "The cycle is in “Plan”: this opens in “Assess”.", EX_MEND_CYCLE, NULL, NULL },
    { "phase:run", "The cycle is in “Run”: this opens in “Assess”.", EX_MEND_CYCLE, NULL, NULL },
    { "self-rating:c2=0", "“c2” has no self rating.", EX_MEND_SELF, "c", "c2" },
    { "self-rating:c2=6", "“c2” has no self rating.", EX_MEND_SELF, "c", "c2" }, /* beyond the scale */
    { "no-comment:c3", "“c3” has no comment beside the self rating.", EX_MEND_SELF, "c", "c3" },
  };
  const char * const later[] = { "phase:calibrate", "phase:sign" };

  check_alone (READY_TO_SELF_ASSESS, "c", ex_gate_self_assess, reasons, G_N_ELEMENTS (reasons));

  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autofree char *tweaks = g_strdup_printf (READY_TO_SELF_ASSESS " %s", later[i]);

      check_alone (tweaks, "c", ex_gate_self_assess, NULL, 0);
    }
}

static void
test_self_assess_together (void)
{
  const char * const sentences[] = {
    ABSENT, EXCUSED, DRAFTING, "The cycle is in “Run”: this opens in “Assess”.", "“c1” has no self rating.", "“c1” has no comment beside the self rating.",
    "“c2” has no self rating.", "“c2” has no comment beside the self rating.", "“c3” has no self rating.", "“c3” has no comment beside the self rating.", NULL
  };

  check_together ("phase:run past:c excuse:c", "c", ex_gate_self_assess, sentences);
}

static void
test_assess_alone (void)
{
  const Reason reasons[] = {
    { "phase:closed", CLOSED, EX_MEND_CYCLE, NULL, NULL },
    { "excuse:c", EXCUSED, EX_MEND_REVIEW, "c", NULL },
    { "past:c", ABSENT, EX_MEND_NOWHERE, "c", NULL },
    { "state:c=drafting", SELF_MISSING, EX_MEND_SELF, "c", NULL },
    { "state:c=agreed", SELF_MISSING, EX_MEND_SELF, "c", NULL },
    { "state:c=assessed", "The review of Leader c is assessed already.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=signed", SIGNED, EX_MEND_REVIEW, "c", NULL },
    { "state:b=agreed", "Leader b has submitted no self-assessment yet: nobody rates others before having rated themselves.", EX_MEND_SELF, "b", NULL },
    { "gone:b rates:c=a", "Leader a has submitted no self-assessment yet: nobody rates others before having rated themselves.", EX_MEND_SELF, "a", NULL },
    { "rating:c2=0", "“c2” has no rating by Leader b.", EX_MEND_RATINGS, "c", "c2" },
    { "rating:c2=7", "“c2” has no rating by Leader b.", EX_MEND_RATINGS, "c", "c2" },
    { "unconfirmed:c1", "The actual of “c1” is not confirmed.", EX_MEND_RATINGS, "c", "c1" },
  };

  check_alone (READY_TO_ASSESS, "c", ex_gate_assess, reasons, G_N_ELEMENTS (reasons));
  /* The board has nothing to rate of its own first. */
  check_alone ("phase:assess state:a=self-assessed rates:a=", "a", ex_gate_assess, NULL, 0);
}

static void
test_assess_together (void)
{
  const char * const sentences[] = {
    CLOSED, ABSENT, EXCUSED, SELF_MISSING,
    "Leader b has submitted no self-assessment yet: nobody rates others before having rated themselves.",
    "“c1” has no rating by Leader b.", "The actual of “c1” is not confirmed.", "“c2” has no rating by Leader b.", "The actual of “c2” is not confirmed.",
    "“c3” has no rating by Leader b.", "The actual of “c3” is not confirmed.", NULL
  };
  const char * const nobody[] = {
    "Nobody above Leader c is there to review: name one of them as a top, or move the review.", "“c1” has no rating.",
    "The actual of “c1” is not confirmed.", "“c2” has no rating.", "The actual of “c2” is not confirmed.", "“c3” has no rating.",
    "The actual of “c3” is not confirmed.", NULL
  };

  check_together ("phase:closed past:c excuse:c", "c", ex_gate_assess, sentences);
  check_together ("phase:assess no-tops: gone:a gone:b state:c=self-assessed", "c", ex_gate_assess, nobody);
}

/* What stands before a draft already: most of all that whoever rates has not rated themself. */
static void
test_rate_alone (void)
{
  const Reason reasons[] = {
    { "phase:closed", CLOSED, EX_MEND_CYCLE, NULL, NULL },
    { "excuse:c", EXCUSED, EX_MEND_REVIEW, "c", NULL },
    { "past:c", ABSENT, EX_MEND_NOWHERE, "c", NULL },
    { "state:c=assessed", "The review of Leader c is assessed already.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=signed", SIGNED, EX_MEND_REVIEW, "c", NULL },
    { "state:b=agreed", "Leader b has submitted no self-assessment yet: nobody rates others before having rated themselves.", EX_MEND_SELF, "b", NULL },
    { "no-tops: gone:a gone:b", "Nobody above Leader c is there to review: name one of them as a top, or move the review.", EX_MEND_CYCLE, "c", NULL },
  };

  check_alone ("phase:assess state:b=self-assessed", "c", ex_gate_rate, reasons, G_N_ELEMENTS (reasons));
  check_alone ("phase:assess", "a", ex_gate_rate, NULL, 0);
}

static GPtrArray *
calibrate_at_all (const ExReviews *reviews,
                  guint            leader)
{
  return ex_gate_calibrate (reviews, leader, NULL);
}

static void
test_calibrate_alone (void)
{
  const Reason reasons[] = {
    { "phase:closed", CLOSED, EX_MEND_CYCLE, NULL, NULL },
    { "excuse:c", EXCUSED, EX_MEND_REVIEW, "c", NULL },
    { "past:c", ABSENT, EX_MEND_NOWHERE, "c", NULL },
    { "state:c=drafting", "The review of Leader c is not assessed yet.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=self-assessed", "The review of Leader c is not assessed yet.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=signed", SIGNED, EX_MEND_REVIEW, "c", NULL },
    { "half-signed:c=b", "The reviewer of Leader c has signed: sending the review back takes the signature off first.", EX_MEND_REVIEW, "c", NULL },
  };

  check_alone ("phase:calibrate state:c=assessed", "c", calibrate_at_all, reasons, G_N_ELEMENTS (reasons));
}

static void
test_adjustment (void)
{
  const struct { const char *objective; int rating; const char *why, *agreed_by, *missing; } cases[] = {
    { "c1", 3, "Compared", "Ruth", "" },
    { "c1", 1, "Compared", "Ruth", "" },
    { "c1", 5, "Compared", "Ruth", "" },
    { "c1", 0, "Compared", "Ruth", "The adjusted rating of “c1” is 0: 1 to 5 would be right." },
    { "c1", 6, "Compared", "Ruth", "The adjusted rating of “c1” is 6: 1 to 5 would be right." },
    { "c1", 3, "", "Ruth", "The adjusted rating of “c1” needs a reason." },
    { "c1", 3, " \t", "Ruth", "The adjusted rating of “c1” needs a reason." },
    { "c1", 3, NULL, "Ruth", "The adjusted rating of “c1” needs a reason." },
    { "c1", 3, "Compared", NULL, "The adjusted rating of “c1” needs the name of who agreed to it." },
    { "c1", 3, "Compared", " ", "The adjusted rating of “c1” needs the name of who agreed to it." },
    { "b1", 3, "Compared", "Ruth", "The adjusted objective is none of Leader c." },
    { "stranger", 3, "Compared", "Ruth", "The adjusted objective is none of Leader c." },
    { "b1", 9, NULL, NULL, "The adjusted objective is none of Leader c.\nThe adjusted rating of “b1” is 9: 1 to 5 would be right.\n"
                           "The adjusted rating of “b1” needs a reason.\nThe adjusted rating of “b1” needs the name of who agreed to it." },
  };
  g_autoptr (ExReviews) reviews = world_reviews ("phase:calibrate state:c=assessed");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExAdjustment) adjustment = ex_adjustment_new (cases[i].objective, cases[i].rating, cases[i].why, cases[i].agreed_by);
      g_autoptr (GPtrArray) missing = ex_gate_calibrate (reviews, (guint) who (reviews, "c"), adjustment);
      g_autofree char *text = ex_missing_to_text (missing);

      g_assert_cmpstr (text, ==, cases[i].missing);
    }
}

static void
test_sign_alone (void)
{
  const Reason reasons[] = {
    { "phase:closed", CLOSED, EX_MEND_CYCLE, NULL, NULL },
    { "excuse:c", EXCUSED, EX_MEND_REVIEW, "c", NULL },
    { "past:c", ABSENT, EX_MEND_NOWHERE, "c", NULL },
    { "state:c=self-assessed", "The review of Leader c is not assessed yet.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=signed", SIGNED, EX_MEND_REVIEW, "c", NULL },
    { "phase:calibrate", "The cycle is in “Calibrate”: this opens in “Sign”.", EX_MEND_CYCLE, NULL, NULL },
    { "phase:plan", "The cycle is in “Plan”: this opens in “Sign”.", EX_MEND_CYCLE, NULL, NULL },
    { "state:b=assessed", "Leader b’s own review is not signed yet: that comes first.", EX_MEND_REVIEW, "b", NULL },
    { "half-signed:c=b state:b=assessed", "Leader b’s own review is not signed yet: that comes first.", EX_MEND_REVIEW, "b", NULL },
    { "reviewer:c=x", "Leader x’s own review is not signed yet: that comes first.", EX_MEND_REVIEW, "x", NULL },
    { "excuse:b state:a=assessed", "Leader a’s own review is not signed yet: that comes first.", EX_MEND_REVIEW, "a", NULL },
    { "no-tops: gone:a gone:b", "Nobody above Leader c is there to review: name one of them as a top, or move the review.", EX_MEND_CYCLE, "c", NULL },
  };
  const char * const sentences[] = {
    ABSENT, EXCUSED, "The review of Leader c is not assessed yet.", "The cycle is in “Run”: this opens in “Sign”.",
    "Leader b’s own review is not signed yet: that comes first.", NULL
  };

  check_alone (READY_TO_SIGN, "c", ex_gate_sign, reasons, G_N_ELEMENTS (reasons));
  check_alone (READY_TO_SIGN " half-signed:c=b", "c", ex_gate_sign, NULL, 0);
  check_alone ("phase:sign state:a=assessed", "a", ex_gate_sign, NULL, 0);
  check_together ("phase:run past:c excuse:c", "c", ex_gate_sign, sentences);
}

#define ALL_SIGNED "state:a=signed state:b=signed state:c=signed state:d=signed state:x=signed excuse:n"

static void
check_close (const char         *tweaks,
             const ExCloseFacts *facts,
             const char         *expected)
{
  g_autoptr (ExReviews) reviews = world_reviews (tweaks);
  g_autoptr (GPtrArray) missing = ex_gate_close (reviews, facts);
  g_autofree char *text = ex_missing_to_text (missing);

  g_test_message ("%s", tweaks);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_close_reviews (void)
{
  const ExCloseFacts fine = { TRUE, NULL, TRUE, 100, 90, 5000, 4000 };
  const struct { const char *tweaks, *missing; } cases[] = {
    { "phase:sign " ALL_SIGNED, "" },
    { "phase:sign " ALL_SIGNED " excuse:c", "" },
    { "phase:sign " ALL_SIGNED " past:d state:d=drafting", "" },
    { "phase:closed " ALL_SIGNED, "The cycle is closed already." },
    { "phase:calibrate " ALL_SIGNED, "The cycle is in “Calibrate”: this opens in “Sign”." },
    { "phase:sign " ALL_SIGNED " state:d=assessed", "The review of Leader d is neither signed nor excused (assessed)." },
    { "phase:sign " ALL_SIGNED " gone:d state:d=drafting", "The review of Leader d is neither signed nor excused (drafting)." },
    { "phase:sign " ALL_SIGNED " joins:d state:d=drafting", "The review of Leader d is neither signed nor excused (drafting)." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      check_close (cases[i].tweaks, &fine, cases[i].missing);
      check_close (cases[i].tweaks, NULL, cases[i].missing);
    }
}

static void
test_close_asset (void)
{
  static char *months[] = { "August 2026", "September 2026", NULL };
  static char *none[] = { NULL };
  const struct { ExCloseFacts facts; const char *missing; } cases[] = {
    { { TRUE, none, TRUE, 100, 90, 5000, 4000 }, "" },
    { { TRUE, NULL, TRUE, 100, 0, 0, 0 }, "" },     /* movements in customers alone */
    { { TRUE, NULL, TRUE, 0, 90, 5000, 4000 }, "" },
    { { FALSE, NULL, FALSE, 0, 0, 0, 0 }, "There is no customer ledger: without one nobody knows whether the company’s customers grew." },
    { { TRUE, months, TRUE, 100, 90, 5000, 4000 }, "The customer figures of August 2026 are not final.\nThe customer figures of September 2026 are not final." },
    { { TRUE, NULL, FALSE, 0, 90, 0, 4000 }, "Growth is not defined: there are no customer figures from before the cycle." },
    { { TRUE, NULL, TRUE, 0, 90, 0, 4000 }, "Growth is not defined: the cycle opens with no customers." },
    { { TRUE, NULL, TRUE, 100, 90, 5000, 4000, months },
      "The customer figures of August 2026 are still provisional: say that the ledger is complete to then, and make them final.\n"
      "The customer figures of September 2026 are still provisional: say that the ledger is complete to then, and make them final." },
    { { TRUE, NULL, TRUE, 100, 90, 5000, 4000, NULL, TRUE, EX_MEASURE_VALUE }, "" }, /* rewards hang on it */
    { { TRUE, NULL, TRUE, 100, 90, 0, 0, NULL, TRUE, EX_MEASURE_CUSTOMERS }, "" },
    { { TRUE, NULL, TRUE, 100, 90, 0, 0, NULL, TRUE, EX_MEASURE_VALUE },
      "Growth by value is not defined, and the rewards hang on it: the cycle opens with customers, but without their value." },
    { { TRUE, NULL, TRUE, 0, 90, 5000, 4000, NULL, TRUE, EX_MEASURE_CUSTOMERS },
      "Growth by customers is not defined, and the rewards hang on it: the cycle opens with a value, but without customers." },
    { { TRUE, NULL, FALSE, 0, 0, 0, 0, NULL, TRUE, EX_MEASURE_VALUE }, "Growth is not defined: there are no customer figures from before the cycle." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_close ("phase:sign " ALL_SIGNED, &cases[i].facts, cases[i].missing);

  check_close ("phase:run " ALL_SIGNED " state:c=agreed state:x=assessed", &cases[5].facts,
               "The cycle is in “Run”: this opens in “Sign”.\n"
               "The review of Leader c is neither signed nor excused (agreed).\n"
               "The review of Leader x is neither signed nor excused (assessed).\n"
               "Growth is not defined: there are no customer figures from before the cycle.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate/self-assess/each-reason-alone", test_self_assess_alone);
  g_test_add_func ("/gate/self-assess/all-reasons-together", test_self_assess_together);
  g_test_add_func ("/gate/assess/each-reason-alone", test_assess_alone);
  g_test_add_func ("/gate/assess/all-reasons-together", test_assess_together);
  g_test_add_func ("/gate/rate/each-reason-alone", test_rate_alone);
  g_test_add_func ("/gate/calibrate/each-reason-alone", test_calibrate_alone);
  g_test_add_func ("/gate/calibrate/an-adjustment-says-why-and-who-agreed", test_adjustment);
  g_test_add_func ("/gate/sign/each-reason-alone-and-together", test_sign_alone);
  g_test_add_func ("/gate/close/every-review-is-signed-or-excused", test_close_reviews);
  g_test_add_func ("/gate/close/growth-is-defined-and-final", test_close_asset);

  return g_test_run ();
}
