#include "config.h"

#include "core/ex-review.h"
#include "core/ex-quantity.h"

static ExObjective *
make_objective (void)
{
  ExObjective *self = ex_objective_new ("o", "c", "l", "Calls answered in 30 s", EX_KIND_NUMBER);
  ExLink retain = { EX_DRIVER_RETAIN, 120000, EX_CLAIM_NONE };
  ExLink expand = { EX_DRIVER_EXPAND, EX_CLAIM_NONE, 30 };

  self->baseline = 30;
  self->target = 40;
  self->weight = 2000;
  self->unit = g_strdup ("%");
  self->source = g_strdup ("Phone system");
  self->cadence = EX_CADENCE_MONTHLY;
  g_array_append_val (self->links, retain);
  g_array_append_val (self->links, expand);

  return self;
}

static void
test_states (void)
{
  ExAmendmentState state;

  for (int i = EX_AMENDMENT_PROPOSED; i <= (int) EX_AMENDMENT_WITHDRAWN; i++)
    g_assert_true (ex_amendment_state_parse (ex_amendment_state_nick ((ExAmendmentState) i), &state) && state == (ExAmendmentState) i);
  g_assert_true (ex_amendment_state_parse ("Refused", &state));
  g_assert_cmpstr (ex_amendment_state_label (state), ==, "refused");
  g_assert_false (ex_amendment_state_parse ("denied", &state));
  g_assert_false (ex_amendment_state_parse (NULL, &state));
}

static void
test_new_one_is_open (void)
{
  g_autoptr (ExAmendment) self = ex_amendment_new ("c", "l", "The market turned.");

  g_assert_cmpint (self->state, ==, EX_AMENDMENT_PROPOSED);
  g_assert_cmpuint (self->number, ==, 0);
  g_assert_null (self->decided_by);
  g_ptr_array_add (self->before, make_objective ());
  g_ptr_array_add (self->after, make_objective ());
  ex_amendment_free (NULL);
}

/* What each change of an objective is: for an amendment, for good (never), or free. */
typedef enum { FREE, AMEND, NEVER } Right;

typedef struct
{
  const char *name;
  Right       right;
  const char *line;   /* of the differences */
} Change;

static const Change changes[] = {
  { "title", FREE, "Title “Calls answered in 30 s” → “Calls answered”" },
  { "description", FREE, "Description none → “In hours”" },
  { "stage", FREE, "Journey stage none → “get help”" },
  { "target", AMEND, "Target 40 → 45 %" },
  { "target-decimals", AMEND, "Target 40 → 42.5 %" },
  { "threshold", AMEND, "Threshold none → 35 %" },
  { "no-target", AMEND, "Target 40 % → none" },
  { "baseline", AMEND, "Baseline 30 → −5 %" },
  { "stretch", AMEND, "Stretch none → 50 %" },
  { "low", AMEND, "Lowest none → 1 %" },
  { "high", AMEND, "Highest none → 2 %" },
  { "width", AMEND, "Width none → 3 %" },
  { "due", AMEND, "Due none → 30 Sep 2026" },
  { "weight", AMEND, "Weight 20 % → 25 %" },
  { "aggregate", AMEND, "Check-ins count as Latest → Sum" },
  { "claim", AMEND, "Link to “Retain”: 1,200.00 € → 1,500.00 € a year" },
  { "claim-customers", AMEND, "Link to “Retain”: 1,200.00 € → 1,200.00 € and 1 customer a year" },
  { "claim-nothing", AMEND, "Link to “Retain”: 1,200.00 € → nothing claimed" },
  { "unlink", AMEND, "Link to “Expand” taken away" },
  { "link", AMEND, "New link to “Win back”: 2,000 customers a year" },
  { "link-nothing", AMEND, "New link to “Acquire”: nothing claimed" },
  { "kind", NEVER, "Kind Number → Range" },
  { "unit", NEVER, "Unit “%” → “calls”" },
  { "decimals", NEVER, "Decimals 0 → 1" },
  { "source", NEVER, "Data source “Phone system” → none" },
  { "cadence", NEVER, "Cadence Monthly → Weekly" },
  { "parent", NEVER, "Under another objective above" },
  { "local", NEVER, "Why it stands alone none → “Ours alone”" },
};

static void
set_text (char      **text,
          const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static gboolean
change_number (ExObjective *self,
               const char  *name)
{
  const struct { const char *name; double *number; double value; } numbers[] = {
    { "target", &self->target, 45 }, { "target-decimals", &self->target, 42.5 }, { "threshold", &self->threshold, 35 },
    { "no-target", &self->target, EX_UNSET }, { "baseline", &self->baseline, -5 }, { "stretch", &self->stretch, 50 },
    { "low", &self->low, 1 }, { "high", &self->high, 2 }, { "width", &self->width, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].name, name))
      {
        *numbers[i].number = numbers[i].value;
        return TRUE;
      }

  return FALSE;
}

static gboolean
change_text (ExObjective *self,
             const char  *name)
{
  const struct { const char *name; char **text; const char *value; } texts[] = {
    { "title", &self->title, "Calls answered" }, { "description", &self->description, "In hours" }, { "stage", &self->stage, "get help" },
    { "unit", &self->unit, "calls" }, { "source", &self->source, NULL }, { "parent", &self->parent_id, "p" },
    { "local", &self->local_reason, "Ours alone" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, name))
      {
        set_text (texts[i].text, texts[i].value);
        return TRUE;
      }

  return FALSE;
}

static gboolean
change_link (ExObjective *self,
             const char  *name)
{
  ExLink *retain = &g_array_index (self->links, ExLink, 0);
  ExLink win_back = { EX_DRIVER_WIN_BACK, EX_CLAIM_NONE, 2000 };
  ExLink acquire = { EX_DRIVER_ACQUIRE, EX_CLAIM_NONE, EX_CLAIM_NONE };

  if (g_str_equal (name, "claim"))
    retain->value = 150000;
  else if (g_str_equal (name, "claim-customers"))
    retain->customers = 1;
  else if (g_str_equal (name, "claim-nothing"))
    retain->value = EX_CLAIM_NONE;
  else if (g_str_equal (name, "unlink"))
    g_array_set_size (self->links, 1);
  else if (g_str_equal (name, "link"))
    g_array_append_val (self->links, win_back);
  else if (g_str_equal (name, "link-nothing"))
    g_array_prepend_val (self->links, acquire);
  else
    return FALSE;

  return TRUE;
}

static void
make_change (ExObjective *self,
             const char  *name)
{
  if (change_number (self, name) || change_text (self, name) || change_link (self, name))
    return;

  if (g_str_equal (name, "due"))
    self->due = ex_day_new (2026, 9, 30);
  else if (g_str_equal (name, "weight"))
    self->weight = 2500;
  else if (g_str_equal (name, "aggregate"))
    self->aggregate = EX_AGGREGATE_SUM;
  else if (g_str_equal (name, "kind"))
    self->kind = EX_KIND_RANGE;
  else if (g_str_equal (name, "decimals"))
    self->decimals = 1;
  else if (g_str_equal (name, "cadence"))
    self->cadence = EX_CADENCE_WEEKLY;
  else
    g_assert_not_reached ();
}

static void
test_each_change_alone (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (ExObjective) before = make_objective ();
      g_autoptr (ExObjective) after = make_objective ();
      g_autoptr (GPtrArray) lines = NULL;

      make_change (after, changes[i].name);
      lines = ex_objective_list_differences (before, after, "EUR");
      if (lines->len != 1)
        g_error ("%s: %u lines", changes[i].name, lines->len);
      g_assert_cmpstr (g_ptr_array_index (lines, 0), ==, changes[i].line);
      g_assert_cmpint (ex_objective_differs_by_amendment (before, after), ==, changes[i].right == AMEND);
      g_assert_cmpint (ex_objective_differs_by_amendment (after, before), ==, changes[i].right == AMEND);
      g_assert_cmpint (ex_objective_differs_for_good (before, after), ==, changes[i].right == NEVER);
    }
}

static void
test_alike (void)
{
  g_autoptr (ExObjective) before = make_objective ();
  g_autoptr (ExObjective) after = make_objective ();
  g_autoptr (GPtrArray) lines = NULL;
  ExLink first = g_array_index (after->links, ExLink, 0);

  /* The same links in another order. */
  g_array_remove_index (after->links, 0);
  g_array_append_val (after->links, first);
  lines = ex_objective_list_differences (before, after, NULL);
  g_assert_cmpuint (lines->len, ==, 0);
  g_assert_false (ex_objective_differs_by_amendment (before, after));
  g_assert_false (ex_objective_differs_for_good (before, after));
}

static void
test_all_at_once (void)
{
  g_autoptr (ExObjective) before = make_objective ();
  g_autoptr (ExObjective) after = make_objective ();
  g_autoptr (GPtrArray) lines = NULL;

  make_change (after, "target");
  make_change (after, "weight");
  make_change (after, "unit");
  make_change (after, "claim");
  lines = ex_objective_list_differences (before, after, NULL);
  g_assert_cmpuint (lines->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (lines, 0), ==, "Unit “%” → “calls”");
  g_assert_cmpstr (g_ptr_array_index (lines, 1), ==, "Target 40 % → 45 calls");
  g_assert_cmpstr (g_ptr_array_index (lines, 2), ==, "Weight 20 % → 25 %");
  g_assert_cmpstr (g_ptr_array_index (lines, 3), ==, "Link to “Retain”: 1,200.00 → 1,500.00 a year");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/amendment/states", test_states);
  g_test_add_func ("/amendment/new-one-is-open", test_new_one_is_open);
  g_test_add_func ("/amendment/each-change-alone", test_each_change_alone);
  g_test_add_func ("/amendment/alike", test_alike);
  g_test_add_func ("/amendment/all-at-once", test_all_at_once);

  return g_test_run ();
}
