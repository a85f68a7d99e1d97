/* Who is told what: whatever somebody asks the program for, in whatever form, what is not for them is not in the answer. */
#include "config.h"

#include "cycle-world.h"
#include "store/ex-store-reviews.h"

#include <string.h>

#define SELF "I-SAID-IT-MYSELF"
#define MANAGER "BEN-RATED-IT"
#define ADJUSTED "COMPARED-WITH-OTHERS"
#define OBSERVED "EVE-SAW-IT"
#define NOTED "BEN-KEEPS-THIS"

/* Everything that can be asked. */
static const char *const questions[] = {
  "leaders", "objectives", "objectives --explain", "coverage", "scores", "scores --explain", "reviews", "reviews --leader dan", "todo", "history",
  "history --explain", "history --leader dan --explain",
};
static const char *const forms[] = { "text", "csv", "json" };

/* All answers that @viewer gets, in one. (transfer full) */
static char *
ask_everything (const char *company, const char *viewer)
{
  GString *all = g_string_new (NULL);

  for (gsize q = 0; q < G_N_ELEMENTS (questions); q++)
    for (gsize f = 0; f < G_N_ELEMENTS (forms); f++)
      {
        g_autofree char *line = g_strdup_printf ("show %% %s --format %s --as %s", questions[q], forms[f], viewer);
        g_autoptr (CliRun) run = world_run (company, line);

        g_assert_cmpint (run->status, ==, 0);
        g_string_append (all, run->out);
        g_string_append (all, run->err);
      }

  return g_string_free (all, FALSE);
}

static void
assert_sees (const char *answers, const char *viewer, const char *word, gboolean sees)
{
  gboolean has = strstr (answers, word) != NULL;

  if (has != sees)
    g_error ("%s %s “%s”:\n%s", viewer, has ? "is told" : "is not told", word, answers);
}

/* Only the window keeps notes. */
static void
keep_note (const char *company)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) store = ex_store_open (company, &error);

  g_assert_no_error (error);
  ex_store_set_actor (store, "ben", &error);
  ex_store_save_note (store, "fy-2026", "dan", NOTED, &error);
  g_assert_no_error (error);
}

static void
rate (const char *company, const char *step, const char *rating, const char *comment, const char *actor)
{
  g_autofree char *path = world_ratings ("dan", rating, comment);
  g_autofree char *line = g_strdup_printf ("review %% CYCLE dan %s --ratings '%s' --as %s", step, path, actor);

  g_free (world_do (company, line));
}

/* Ana and Ben have rated themselves; Dan has, and was rated by Ben, observed by Eve, noted, and adjusted. */
static char *
make_secrets (const char *name)
{
  char *company = world_at (WORLD_ASSESS, name);
  g_autofree char *ana = world_ratings ("ana", "3", "Mine");
  g_autofree char *ben = world_ratings ("ben", "3", "Mine");

  g_free (world_do (company, "review % CYCLE ana self-assess --ratings @ana-3.csv"));
  g_free (world_do (company, "review % CYCLE ben self-assess --ratings @ben-3.csv"));
  g_free (world_do (company, "review % CYCLE dan observe --to ana,cleo,eve"));
  rate (company, "observe", "2", OBSERVED, "eve");
  rate (company, "self-assess", "5", SELF, "dan");
  keep_note (company);
  rate (company, "assess", "1", MANAGER, "ben");
  rate (company, "calibrate", "2", ADJUSTED, "ana");

  return company;
}

static void
test_words (void)
{
  g_autofree char *company = make_secrets ("secrets.exemplar");
  static const struct { const char *viewer; gboolean self, manager, observed, noted, manager_in_sign; } cases[] = {
    { "HR", TRUE, TRUE, FALSE, FALSE, TRUE },    { "ana", TRUE, TRUE, FALSE, FALSE, TRUE },   { "ben", TRUE, TRUE, FALSE, TRUE, TRUE },
    { "dan", TRUE, FALSE, FALSE, FALSE, TRUE },  { "cleo", FALSE, FALSE, FALSE, FALSE, FALSE }, { "eve", FALSE, FALSE, TRUE, FALSE, FALSE },
  };

  for (guint sign = 0; sign < 2; sign++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *answers = ask_everything (company, cases[i].viewer);
          gboolean manager = sign ? cases[i].manager_in_sign : cases[i].manager;

          assert_sees (answers, cases[i].viewer, SELF, cases[i].self);
          assert_sees (answers, cases[i].viewer, MANAGER, manager);
          assert_sees (answers, cases[i].viewer, ADJUSTED, manager);
          assert_sees (answers, cases[i].viewer, OBSERVED, cases[i].observed);
          assert_sees (answers, cases[i].viewer, NOTED, cases[i].noted);
        }
      if (sign == 0)
        {
          g_free (world_do (company, "cycle % CYCLE advance"));
          g_free (world_do (company, "cycle % CYCLE advance"));
        }
    }
}

/* A self-assessment that is not handed in yet is nobody else's. */
static void
test_drafts (void)
{
  static const struct { const char *viewer; gboolean sees; } cases[] = { { "dan", TRUE }, { "HR", FALSE }, { "ben", FALSE }, { "ana", FALSE } };
  g_autofree char *company = world_at (WORLD_ASSESS, "drafts.exemplar");
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) store = ex_store_open (company, &error);
  g_autoptr (ExRating) rating = ex_rating_new ("dan-1", EX_ROLE_SELF, "dan");

  g_assert_no_error (error);
  rating->rating = 5;
  rating->comment = g_strdup (SELF);
  ex_store_set_actor (store, "dan", &error);
  ex_store_save_rating (store, rating, &error);
  g_assert_no_error (error);
  g_clear_pointer (&store, ex_store_close);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answers = ask_everything (company, cases[i].viewer);

      assert_sees (answers, cases[i].viewer, SELF, cases[i].sees);
    }
}

/* The figures of "show reviews": empty for whom they are not. */
static void
test_figures (void)
{
  g_autofree char *company = make_secrets ("figures.exemplar");
  static const struct { const char *viewer, *column, *assess, *sign; } cases[] = {
    { "HR", "self", "5", "5" },      { "HR", "manager", "1", "1" },  { "HR", "final", "2", "2" },  { "HR", "observers", "", "" },
    { "ana", "self", "5", "5" },     { "ana", "manager", "1", "1" }, { "ana", "final", "2", "2" },
    { "ben", "self", "5", "5" },     { "ben", "manager", "1", "1" }, { "ben", "final", "2", "2" },
    { "dan", "self", "5", "5" },     { "dan", "manager", "", "1" },  { "dan", "final", "", "2" },  { "dan", "observers", "", "" },
    { "cleo", "self", "", "" },      { "cleo", "manager", "", "" },  { "cleo", "final", "", "" },
    { "eve", "self", "", "" },       { "eve", "manager", "", "" },   { "eve", "observers", "", "" },
  };

  for (guint sign = 0; sign < 2; sign++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *figure = world_review (company, "dan", cases[i].column, cases[i].viewer);
          const char *expected = sign ? cases[i].sign : cases[i].assess;

          if (g_strcmp0 (figure, expected) != 0)
            g_error ("%s of dan is “%s” for %s, not “%s”", cases[i].column, figure, cases[i].viewer, expected);
        }
      if (sign == 0)
        {
          g_free (world_do (company, "cycle % CYCLE advance"));
          g_free (world_do (company, "cycle % CYCLE advance"));
        }
    }
}

/* Who observes whom is not to be read out of anybody else's list. */
static void
test_what_is_next_is_ones_own (void)
{
  g_autofree char *company = make_secrets ("next.exemplar");
  g_autofree char *own = world_do (company, "show % todo --as cleo");
  g_autofree char *hr = world_do (company, "show % todo --leader cleo");

  cli_assert_has (own, "Dan Roth");
  cli_assert_has (hr, "Dan Roth");
  world_refused (company, 1, "What is next for Cleo Maas is for them and for HR to see", "show % todo --leader cleo --as dan");
  world_refused (company, 1, "What is next for Cleo Maas", "show % todo --leader cleo --as ana");
  world_refused (company, 1, "There is no leader “nobody”", "show % todo --as nobody");
}

/* Why something cannot be taken back tells nothing either. */
static void
test_undo_tells_nothing (void)
{
  g_autofree char *company = make_secrets ("undo.exemplar");
  g_autoptr (CliRun) run = world_run (company, "undo % --as dan");

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, "“Submit a self-assessment: Dan Roth”");
  assert_sees (run->err, "dan", MANAGER, FALSE);
  assert_sees (run->err, "dan", ADJUSTED, FALSE);
  assert_sees (run->err, "dan", OBSERVED, FALSE);
  world_refused (company, 1, "nothing to redo", "redo % --as dan");
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);

  g_test_add_func ("/secrets/words", test_words);
  g_test_add_func ("/secrets/drafts", test_drafts);
  g_test_add_func ("/secrets/figures", test_figures);
  g_test_add_func ("/secrets/what-is-next-is-one-s-own", test_what_is_next_is_ones_own);
  g_test_add_func ("/secrets/undo-tells-nothing", test_undo_tells_nothing);

  return cli_end ();
}
