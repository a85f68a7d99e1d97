/* Ratings as an assessment hands them in. */
#include "config.h"

#include "exchange-fixture.h"

#include <string.h>

#define HEAD "objective,rating,comment\n"
#define WORDS "a whole number from 1 to 5 would be right, or its word: Not met, Partly met, Met, Exceeded, Far exceeded."

static Fixture *
ratings_of_c (void)
{
  Fixture *fixture = fixture_new ();

  fixture->context.leader_id = "C";

  return fixture;
}

static const PlanCase cases[] = {
  { HEAD "c1,4,Good\n", NULL },
  { "objective;rating;comment\r\nc1;4;Good\r\n", NULL },
  { "objective\trating\tcomment\nc1\t4\tGood\n", NULL },
  { "\xef\xbb\xbfObjective,Rating,Comment\nc1,4,Good\n", NULL },
  { "Rating,Objective ID,Why\n4,c1,Good\n", NULL },
  { "id,rating,notes\nc1,4,Good\n", NULL },
  { "objective,rating\nc1,4\n", NULL },            /* the gate wants the comment, not the file */
  { HEAD "c1,,Nothing to say yet\n", NULL },        /* the same of the rating */
  { HEAD "c1,4,\"Two\nlines\"\n", NULL },
  { HEAD, NULL },
  { HEAD " c1 , 4 , Good \n", NULL },

  { HEAD "c1,1,\n", NULL },
  { HEAD "c1,5,\n", NULL },
  { HEAD "c1,4.0,\n", NULL },
  { HEAD "c1,4.00,\n", NULL },
  { HEAD "c1,0,\n", "2:2: rating: “0” is no rating; " WORDS },
  { HEAD "c1,6,\n", "2:2: rating: “6” is no rating; " WORDS },
  { HEAD "c1,-1,\n", "2:2: rating: “-1” is no rating; " WORDS },
  { HEAD "c1,3.5,\n", "2:2: rating: “3.5” is no rating; " WORDS },
  { HEAD "c1,99999999999999999999,\n", "2:2: rating: “99999999999999999999” is no rating; " WORDS },
  { HEAD "c1,1e999,\n", "2:2: rating: *" },
  { HEAD "c1,nan,\n", "2:2: rating: “nan” is no rating; " WORDS },

  { HEAD "c1,Met,\n", NULL },
  { HEAD "c1,far EXCEEDED,\n", NULL },
  { HEAD "c1,Excellent,\n", "2:2: rating: “Excellent” is no rating; " WORDS },
  { HEAD "c1,4 Exceeded,\n", "2:2: rating: “4 Exceeded” is no rating; " WORDS },

  { HEAD "m1,4,Good\n", "2:1: “m1” is no objective of this review." },
  { HEAD "c-old,4,Good\n", "2:1: “c-old” is no objective of this review." },
  { HEAD "C1,4,Good\n", "2:1: “C1” is no objective of this review." },
  { HEAD ",4,Good\n", "2:1: An objective is missing; its identifier would be right." },
  { HEAD "c1,4,Good\nc1,3,Well\n", "3:1: “c1” is rated in line 2 already." },

  { "objective,comment\nc1,Good\n",
    "1:1: No column is rating, which ratings need; the columns are “objective”, “comment”. Name one of them so." },
  { "rating,comment\n4,Good\n", "1:1: No column is objective, which ratings need; *" },
  { "", "1:1: The file is empty; *" },
};

static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = ratings_of_c ();

  fixture_check_cases (fixture, EX_IMPORT_RATINGS, cases, G_N_ELEMENTS (cases));
}

/* All at once: what is rated twice is said although the first of the two is wrong as well. */
static void
test_everything_is_said (void)
{
  g_autoptr (Fixture) fixture = ratings_of_c ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_RATINGS, HEAD "c1,9,a\nm1,x,b\nc1,3,c\n,0,d\n", NULL);

  g_assert_false (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->problems->errors, ==, 6);
  g_assert_cmpuint (plan->rows_refused, ==, 4);
  fixture_assert_says (plan, "t:2:2: rating: “9” is no rating; *");
  fixture_assert_says (plan, "t:3:1: “m1” is no objective*");
  fixture_assert_says (plan, "t:3:2: rating: “x” is no rating; *");
  fixture_assert_says (plan, "t:4:1: “c1” is rated in line 2 already.");
  fixture_assert_says (plan, "t:5:1: An objective is missing*");
  fixture_assert_says (plan, "t:5:2: rating: “0” is no rating; *");
}

static void
test_records (void)
{
  static const struct { const char *rating, *comment; int expected; const char *kept; } rows[] = {
    { "4", "Good", 4, "Good" },  { "", "Not yet", 0, "Not yet" },      { "2.0", "", 2, NULL }, { "1", "   ", 1, NULL },
    { "exceeded", "x", 4, "x" }, { "NOT MET", "a\nb", 1, "a\nb" },      { "3", "\xc2\xa0", 3, NULL },
  };
  g_autoptr (Fixture) fixture = ratings_of_c ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD "c1,%s,\"%s\"\n", rows[i].rating, rows[i].comment);
      g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_RATINGS, text, NULL);
      const ExRating *rating;

      g_assert_true (ex_import_plan_is_good (plan));
      g_assert_cmpuint (plan->ratings->len, ==, 1);
      rating = g_ptr_array_index (plan->ratings, 0);
      g_assert_cmpstr (rating->objective_id, ==, "c1");
      g_assert_cmpint (rating->rating, ==, rows[i].expected);
      g_assert_cmpstr (rating->comment, ==, rows[i].kept);
      g_assert_false (rating->confirmed);
    }
}

/* The scale is the cycle's. */
static void
test_own_scale (void)
{
  static const char *const scale[] = { "Schwach", "Gut", "Größe", NULL };
  static const PlanCase own[] = {
    { HEAD "c1,3,\n", NULL },
    { HEAD "c1,gut,\n", NULL },
    { HEAD "c1,GRÖSSE,\n", NULL },
    { HEAD "c1,4,\n", "2:2: rating: “4” is no rating; a whole number from 1 to 3 would be right, or its word: Schwach, Gut, Größe." },
    { HEAD "c1,Met,\n", "2:2: rating: “Met” is no rating; *" },
  };
  g_autoptr (Fixture) fixture = ratings_of_c ();

  ((ExCycle *) ex_company_get_cycle (fixture->company))->scale = g_strdupv ((char **) scale);
  fixture_check_cases (fixture, EX_IMPORT_RATINGS, own, G_N_ELEMENTS (own));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/ratings/rows", test_rows);
  g_test_add_func ("/import/ratings/everything-is-said", test_everything_is_said);
  g_test_add_func ("/import/ratings/records", test_records);
  g_test_add_func ("/import/ratings/own-scale", test_own_scale);

  return g_test_run ();
}
