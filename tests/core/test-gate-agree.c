#include "config.h"

#include "gate-reasons.h"

#define ABOVE_AGREED "state:a=agreed state:b=agreed"

static void
test_agree_alone (void)
{
  const Reason reasons[] = {
    { "phase:closed", CLOSED, EX_MEND_CYCLE, NULL, NULL },
    { "excuse:c", EXCUSED, EX_MEND_REVIEW, "c", NULL },
    { "past:c", ABSENT, EX_MEND_NOWHERE, "c", NULL },
    { "state:c=agreed", "The objectives of Leader c are agreed already.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=self-assessed", "Leader c has submitted the self-assessment already.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=assessed", "The review of Leader c is assessed already.", EX_MEND_REVIEW, "c", NULL },
    { "state:c=signed", SIGNED, EX_MEND_REVIEW, "c", NULL },

    { "state:b=drafting", "Leader b’s own objectives are not agreed yet: those come first.", EX_MEND_REVIEW, "b", NULL },
    { "gone:b state:a=drafting", "Leader a’s own objectives are not agreed yet: those come first.", EX_MEND_REVIEW, "a", NULL },
    { "reviewer:c=x", "Leader x’s own objectives are not agreed yet: those come first.", EX_MEND_REVIEW, "x", NULL },

    { "remove:c3 weight:c2=6000", "Only 2 objectives: this cycle needs at least 3.", EX_MEND_OBJECTIVES, "c", NULL },
    { "remove:c3 remove:c2 weight:c1=10000 least:2", "Only 1 objective: this cycle needs at least 2.", EX_MEND_OBJECTIVES, "c", NULL },
    { "remove:c1 remove:c2 remove:c3", "No objectives: this cycle needs at least 3.", EX_MEND_OBJECTIVES, "c", NULL },
    { "remove:c1 remove:c2 remove:c3 least:1", "No objectives: this cycle needs at least 1.", EX_MEND_OBJECTIVES, "c", NULL },
    { "least:12", "Only 3 objectives: this cycle needs at least 12.", EX_MEND_OBJECTIVES, "c", NULL },
    { "weight:c1=3999", "Weights total 99.99 %, not 100 %.", EX_MEND_OBJECTIVES, "c", NULL },
    { "weight:c1=4001", "Weights total 100.01 %, not 100 %.", EX_MEND_OBJECTIVES, "c", NULL },
    { "weight:c1=0", "Weights total 60 %, not 100 %.", EX_MEND_OBJECTIVES, "c", NULL },

    { "no-unit:c2", "“c2” has no unit.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "no-source:c2", "“c2” has no data source.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "no-cadence:c2", "“c2” has no cadence: weekly, monthly or quarterly.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "baseline:c2=nan", "“c2” has no baseline.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "target:c2=nan", "“c2” has no target.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "target:c2=10", "The baseline and the target of “c2” are the same: there is nothing to move.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "kind:c2=range", "“c2” has no range.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "kind:c2=range low:c2=5", "The range of “c2” is open on one side and has no width.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "kind:c2=range low:c2=5 high:c2=5", "The low and the high end of the range of “c2” are the same.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "kind:c2=milestone", "“c2” has no due date.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "kind:c2=milestone due:c2=2027-01-01",
      "“c2”: The due date 2027-01-01 is outside the cycle: a day from 2026-01-01 to 2026-12-31 would be right.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "stretch:c2=15", "“c2”: The ladder crosses itself: target (20) and stretch (15). Baseline, threshold, target and stretch must all move the same way.",
      EX_MEND_OBJECTIVE, "c", "c2" },
    { "unlinked:c2", "“c2” is not linked to a driver of customer growth.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "parent:c2=", "“c2” names no objective above it, and no reason why it is local.", EX_MEND_OBJECTIVE, "c", "c2" },
    { "parent:c2=stranger", "“c2” names an objective above it that is not in this cycle (stranger).", EX_MEND_OBJECTIVE, "c", "c2" },
    { "parent:c2=x1", "“c2” is under “x1”, whose leader is not above Leader c.", EX_MEND_OBJECTIVE, "c", "c2" },   /* beside */
    { "parent:c2=d1", "“c2” is under “d1”, whose leader is not above Leader c.", EX_MEND_OBJECTIVE, "c", "c2" },   /* below */
    { "parent:c2=c1", "“c2” is under “c1”, whose leader is not above Leader c.", EX_MEND_OBJECTIVE, "c", "c2" },   /* their own */
    { "remove:b1", "“c1” is under “b1”, whose leader is not above Leader c.", EX_MEND_OBJECTIVE, "c", "c1" },
  };

  check_alone (ABOVE_AGREED, "c", ex_gate_agree, reasons, G_N_ELEMENTS (reasons));
}

static void
test_agree_together (void)
{
  const char * const many[] = {
    "Leader b’s own objectives are not agreed yet: those come first.",
    "Only 3 objectives: this cycle needs at least 4.",
    "“c1” has no unit.",
    "“c1” has no data source.",
    "“c1” has no cadence: weekly, monthly or quarterly.",
    "“c1” is not linked to a driver of customer growth.",
    "“c1” is under “x1”, whose leader is not above Leader c.",
    "“c2” has no target.",
    "“c2” has no baseline.",
    "“c2” names no objective above it, and no reason why it is local.",
    "The baseline and the target of “c3” are the same: there is nothing to move.",
    "Weights total 99.99 %, not 100 %.",
    NULL
  };
  const char * const barred[] = {
    CLOSED, ABSENT, EXCUSED, SIGNED, "Leader b’s own objectives are not agreed yet: those come first.",
    "No objectives: this cycle needs at least 3.", NULL
  };

  check_together ("least:4 no-unit:c1 no-source:c1 no-cadence:c1 unlinked:c1 parent:c1=x1 target:c2=nan baseline:c2=nan parent:c2= target:c3=10 "
                  "weight:c1=3999", "c", ex_gate_agree, many);
  check_together ("phase:closed past:c excuse:c state:c=signed remove:c1 remove:c2 remove:c3", "c", ex_gate_agree, barred);
}

static void
test_top (void)
{
  const Reason reasons[] = {
    /* Named by nobody as a top, and nobody above. */
    { "no-tops:", "Leader a: no manager, and not named as a top.", EX_MEND_CYCLE, "a", NULL },
    { "parent:a1=b1", "“a1” is under “b1”, whose leader is not above Leader a.", EX_MEND_OBJECTIVE, "a", "a1" },
  };

  /* The board has no review of its own to wait for, and a top has no parent to name: the tweak takes the local reason away. */
  check_alone ("", "a", ex_gate_agree, reasons, G_N_ELEMENTS (reasons) - 1);
  check_alone ("parent:a1= parent:a2= parent:a3=", "a", ex_gate_agree, &reasons[1], 1);
}

static void
test_no_manager (void)
{
  const struct { const char *tweaks, *leader, *sentence; } cases[] = {
    { "", "n", "Leader n: no manager, and not named as a top." },
    { "gone:n manager:x=n parent:x1=n1", "x", "Nobody above Leader x is there to review: name one of them as a top, or move the review." },
    { "top:n", "n", "" },
    { "state:a=agreed reviewer:n=a", "n", "" },  /* HR has named somebody */
    { "reviewer:n=a", "n", "Leader a’s own objectives are not agreed yet: those come first." },
    { "manager:x=n parent:x1=n1", "x", "Leader n’s own objectives are not agreed yet: those come first." },
    /* A top with a manager in the file: the board reviews all the same. */
    { "top:b", "b", "" },
    /* Passed over to the board. */
    { "excuse:a", "b", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExReviews) reviews = world_reviews (cases[i].tweaks);
      g_autoptr (GPtrArray) missing = ex_gate_agree (reviews, (guint) who (reviews, cases[i].leader));
      g_autofree char *text = ex_missing_to_text (missing);

      g_test_message ("%s", cases[i].tweaks);
      g_assert_cmpstr (text, ==, cases[i].sentence);
    }
}

/* The parts about objectives, of objectives as an amendment would have them: the state and those above do not matter. */
static void
test_objectives_in_place_of_the_own (void)
{
  g_autoptr (World) world = world_new ("state:c=assessed phase:sign");
  g_autoptr (ExReviews) reviews = world_build (world);
  g_autoptr (GPtrArray) amended = g_ptr_array_new ();
  guint c = world_index (world, "c");
  g_autoptr (GPtrArray) own = ex_gate_objectives (reviews, c, NULL);
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (own->len, ==, 0);

  world_tweak (world, "weight:c1=5000 stretch:c2=11");
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%d", i);

      g_ptr_array_add (amended, world_objective (world, id));
    }
  missing = ex_gate_objectives (reviews, c, amended);
  text = ex_missing_to_text (missing);
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_nonnull (strstr (text, "Weights total 110 %"));
  g_assert_nonnull (strstr (text, "crosses itself"));
  g_assert_cmpint (((ExMissing *) g_ptr_array_index (missing, 0))->objective, ==, ex_company_find_objective (ex_reviews_get_company (reviews), "c2"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate/agree/each-reason-alone", test_agree_alone);
  g_test_add_func ("/gate/agree/all-reasons-together", test_agree_together);
  g_test_add_func ("/gate/agree/a-top-needs-no-parent-and-no-manager", test_top);
  g_test_add_func ("/gate/agree/a-leader-without-a-manager-is-refused", test_no_manager);
  g_test_add_func ("/gate/agree/objectives-can-be-judged-before-they-are-kept", test_objectives_in_place_of_the_own);

  return g_test_run ();
}
