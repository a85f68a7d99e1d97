/* How the commands of a review cycle are called: the order of their words, their options, the files they read, the forms they answer in. */
#include "config.h"

#include "cycle-world.h"

#include <string.h>

static void
check_usage (const char *company, const char *line, const char *words)
{
  g_autoptr (CliRun) run = world_run (company, line);

  if (run->status != 2 || *run->out != '\0' || strstr (run->err, words) == NULL || strstr (run->err, "Usage: exemplarctl") == NULL)
    g_error ("%s\nended with %d, not with 2 and “%s”:\n%s%s", line, run->status, words, run->out, run->err);
}

static void
test_help (void)
{
  static const struct { const char *line, *words; } cases[] = {
    { "cycle --help", "--min-objectives" },  { "cycle --help", "--threshold-score" },    { "cycle --help", "plan, run, assess, calibrate, sign, closed" },
    { "cycle -h", "--carry" },               { "review --help", "agree|self-assess|assess|calibrate|sign|dissent|excuse|reopen|send-back|move|observe" },
    { "review --help", "“-” is standard input" }, { "review --help", "in assess a rating says that the actual is right" },
    { "asset --help", "final PERIOD" },      { "show --help", "coverage|scores|reviews|todo" },
    { "review % CYCLE ana agree --help", "--ratings" }, /* wherever it stands */
    { "cycle % CYCLE advance --help", "FILE list" },    { "--help", "when its gate passes" },
  };
  g_autofree char *company = cli_path ("nowhere.exemplar");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliRun) run = world_run (company, cases[i].line);

      g_assert_cmpint (run->status, ==, 0);
      g_assert_cmpstr (run->err, ==, "");
      cli_assert_has (run->out, cases[i].words);
    }
}

static void
test_wrong_usage (void)
{
  static const struct { const char *line, *words; } cases[] = {
    { "review %", "something is missing" },
    { "review % CYCLE ana", "something is missing" },
    { "review % CYCLE ana agree now", "“now” is one word too many" },
    { "review % CYCLE ana aproove", "there is no step “aproove”. There are: agree, self-assess" },
    { "review % CYCLE ana send", "Did you mean “send-back”?" },
    { "review % CYCLE ana agree --rating x.csv", "Did you mean “--ratings”?" },
    { "review % CYCLE ana agree --why x", "--why says nothing about agree" },
    { "review % CYCLE ana agree --ratings x.csv", "--ratings says nothing about agree" },
    { "review % CYCLE ana self-assess --to ben", "--to says nothing about self-assess" },
    { "review % CYCLE ana sign --agreed-by x", "--agreed-by says nothing about sign" },
    { "review % CYCLE ana move --why x", "--to is missing" },
    { "review % CYCLE ana move --to ben --to cleo --why x", "--to is missing: the one leader" },
    { "review % CYCLE ana calibrate --why x", "--ratings is missing" },
    { "review % CYCLE ana observe", "say who observes" },
    { "review % CYCLE ana observe --to ben --ratings x.csv", "say who observes" },
    { "review % CYCLE ana observe --ratings x.csv", "--as ID is missing: the observer whose ratings these are" },
    { "review % CYCLE ana observe --ratings x.csv --as hr", "--as ID is missing" },
    { "cycle %", "something is missing" },
    { "cycle % CYCLE", "there is no cycle command “FY 2026”" },
    { "cycle % CYCLE advanced", "Did you mean “advance”?" },
    { "cycle % advance", "say which cycle: NAME advance" },
    { "cycle % new", "say what the cycle is called" },
    { "cycle % new X --from 2026-01-01", "--to is missing" },
    { "cycle % new X --from 01.01.2026 --to 2026-12-31", "“01.01.2026” is no day" },
    { "cycle % new X --from 2026-01-01 --to 2026-12-31 --min-objectives 13", "a number from 1 to 12" },
    { "cycle % new X --from 2026-01-01 --to 2026-12-31 --stretch-score much", "“much” is no score in percent" },
    { "cycle % new X --from 2026-01-01 --to 2026-12-31 --plan-until soon", "--plan-until: “soon” is no day" },
    { "cycle % new X --from 2026-01-01 --to 2026-12-31 --objective ana-1", "--objective goes with --carry" },
    { "cycle % CYCLE advance --why x", "--why says nothing about advance" },
    { "cycle % CYCLE close --scale a,b", "--scale says nothing about close" },
    { "cycle % list --top ana", "--top says nothing about list" },
    { "cycle % CYCLE set --why x", "--why says nothing about set" },
    { "cycle % list --format xml", "“xml” is no format" },
    { "asset % finl 2026-Q1", "Did you mean “final”?" },
    { "asset % final soon", "“soon” is no period" },
    { "show % coverage --leader ana", "--leader says nothing about coverage" },
    { "show % reviews --period 2026", "--period says nothing about reviews" },
    { "show % todo --explain", "--explain says nothing about todo" },
    { "show % review --format csv", "Did you mean “reviews”?" },
  };
  g_autofree char *company = world_at (WORLD_LEADERS, "usage.exemplar");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_usage (company, cases[i].line, cases[i].words);
}

/* What is asked for is plain, in whatever order. */
static void
test_orders_of_words (void)
{
  static const char *const lines[] = {
    "review % CYCLE ana agree",
    "review % CYCLE AGREE ben",
    "review % agree CYCLE cleo",
    "review --as ben % CYCLE dan agree",
    "review % CYCLE --as=HR eve agree",
    "cycle % CYCLE Advance",
    "cycle % advance CYCLE",
    "cycle --why 'Too early' % back CYCLE",
    "cycle % CYCLE list",
    "cycle % list CYCLE",
    "cycle % set CYCLE --board 'The Council'",
    "show --as ana % todo",
  };
  g_autofree char *company = world_at (WORLD_DRAFTS, "orders.exemplar");
  g_autofree char *list = NULL;
  g_autofree char *phase = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_free (world_do (company, lines[i]));
  for (gsize k = 0; world_everyone[k] != NULL; k++)
    world_assert_state (company, world_everyone[k], "agreed");
  list = world_do (company, "cycle % list --format csv");
  phase = cli_csv_get (list, "name", WORLD_CYCLE, "phase");
  g_assert_cmpstr (phase, ==, "run");
}

/* Who or what was meant is said when it is not there. */
static void
test_what_was_meant (void)
{
  static const struct { const char *line, *words; } cases[] = {
    { "review % CYCLE ANA agree", "There is no leader “ANA”.|Did you mean “ana” (Ana Okafor)?" },
    { "review % CYCLE 'ana okafor' agree", "Did you mean “ana” (Ana Okafor)?" },
    { "review % CYCLE clea agree", "Did you mean “cleo” (Cleo Maas)?" },
    { "review % 'fy 2026' ana agree", "There is no cycle “fy 2026”.|Did you mean “FY 2026”?" },
    { "review % Nonsense ana agree", "There is no cycle “Nonsense”.|There are: “FY 2026”." },
    { "review % CYCLE ana agree --as Ana", "There is no leader “Ana”|Did you mean “ana” (Ana Okafor)?" },
    { "cycle % 'fy 2026' advance", "Did you mean “FY 2026”?" },
    { "cycle % new X --from 2026-01-01 --to 2026-12-31 --top ANA", "Did you mean “ana” (Ana Okafor)?" },
    { "cycle % new X --from 2026-01-01 --to 2026-12-31 --carry FY2026", "There is no cycle “FY2026”.|Did you mean “FY 2026”?" },
    { "cycle % new X --from 2026-01-01 --to 2026-12-31 --carry CYCLE --objective nope", "“nope” is no objective of “FY 2026”" },
    { "show % reviews --leader Ben", "There is no leader “Ben”.|Did you mean “ben” (Ben Adjei)?" },
    { "show % todo --cycle FY-2026", "There is no cycle “FY-2026”.|Did you mean “FY 2026”?" },
    { "review % CYCLE nobody-at-all agree", "There is no leader “nobody-at-all”." },
  };
  g_autofree char *company = world_at (WORLD_DRAFTS, "meant.exemplar");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    world_refused (company, 1, cases[i].words, cases[i].line);
}

/* Identifiers may have anything in them. */
static void
test_odd_names (void)
{
  g_autofree char *company = cli_company ("odd.exemplar");
  static const char *const ids[] = { "a b", "Ä/ß", "-x", "q,r", "it's", "100%" };
  g_autoptr (GString) leaders = g_string_new ("id,name,manager\n");
  g_autoptr (GString) objectives = g_string_new ("id,leader,title,kind,weight,unit,baseline,target,source,cadence,local_reason,driver\n");

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_string_append_printf (leaders, "\"%s\",Name %u,%s\n", ids[i], (guint) i, i > 0 ? "a b" : "");
      g_string_append_printf (objectives, "\"o/%s\",\"%s\",One,number,100,x,0,1,S,weekly,why,retain\n", ids[i], ids[i]);
    }
  g_free (cli_file ("odd-leaders.csv", leaders->str));
  g_free (cli_file ("odd-objectives.csv", objectives->str));
  g_free (world_do (company, "import % leaders @odd-leaders.csv"));
  g_free (world_do (company, "cycle % new ' Größe  #1: \"a/b\" ' --from 2025-10-01 --to 2026-09-30 --min-objectives 1 --scale 'No, Yes'"));
  g_free (world_do (company, "import % objectives @odd-objectives.csv"));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    cli_expect (0, NULL, "review", "--", company, "Größe #1: \"a/b\"", ids[i], "agree", NULL);
  cli_expect (0, NULL, "cycle", company, "Größe #1: \"a/b\"", "advance", NULL);
  cli_expect (0, NULL, "cycle", company, "Größe #1: \"a/b\"", "advance", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *csv = g_strdup_printf ("objective,rating,comment\n\"o/%s\",yes,Done\n", ids[i]);
      g_autofree char *path = cli_file ("odd-ratings.csv", csv);
      g_autofree char *actor = g_strdup_printf ("--as=%s", ids[i]);

      cli_expect (0, NULL, "review", "--ratings", path, actor, "--", company, "Größe #1: \"a/b\"", ids[i], "self-assess", NULL);
    }
  cli_expect (0, NULL, "review", company, "Größe #1: \"a/b\"", "a b", "observe", "--to", "q,r", "--to", "Ä/ß,it's", NULL);
  world_assert_sound (company);
}

/* --- the file of ratings ---------------------------------------------------------------------------------------------------------------- */

static void
test_forms_of_ratings (void)
{
  static const struct { const char *name, *contents; } files[] = {
    { "commas", "objective,rating,comment\nana-1,3,a\nana-2,3,b\nana-3,3,c\n" },
    { "semicolons", "objective;rating;comment\r\nana-1;3;a\r\nana-2;3;b\r\nana-3;3;c\r\n" },
    { "tabs", "objective\trating\tcomment\nana-1\t3\ta\nana-2\t3\tb\nana-3\t3\tc" },
    { "bom", "\xef\xbb\xbfobjective,rating,comment\nana-1,3,a\nana-2,3,b\nana-3,3,c\n" },
    { "latin", "objective,rating,comment\nana-1,3,gr\xfc\xdf\nana-2,3,b\nana-3,3,c\n" },
    { "order", "Comment,Rating,Objective ID,More\na,3,ana-3,x\nb,3,ana-1,y\nc,3,ana-2,z\n" },
    { "words", "objective,rating,comment\nana-1,Met,a\nana-2,MET,b\nana-3,3.0,c\n" },
    { "quotes", "objective,rating,comment\n\"ana-1\",\"3\",\"a, \"\"b\"\"\nc\"\nana-2,3,b\nana-3,3,c\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *company = world_at (WORLD_ASSESS, "forms.exemplar");
      g_autofree char *path = cli_file ("forms.csv", files[i].contents);
      g_autofree char *mean = NULL;

      g_free (world_do (company, "review % CYCLE ana self-assess --ratings @forms.csv --as ana"));
      mean = world_review (company, "ana", "self", "ana");
      g_assert_cmpstr (mean, ==, "3");
    }
}

static void
test_ratings_that_are_wrong (void)
{
  static const struct { const char *contents, *words; } files[] = {
    { "", "wrong.csv:1:1: The file is empty" },
    { "objective,comment\nana-1,a\n", "wrong.csv:1:1: No column is rating" },
    { "rating,comment\n3,a\n", "wrong.csv:1:1: No column is objective" },
    { "objective,rating,comment\nana-1,Excellent,a\n", "wrong.csv:2:2: rating: “Excellent” is no rating; a whole number from 1 to 5 would be right, or its word: Not met" },
    { "objective,rating,comment\nana-1,6,a\nben-1,3,b\nana-2,3,c\nana-2,3,d\n,3,e\n",
      "wrong.csv:2:2:|wrong.csv:3:1: “ben-1” is no objective of this review|wrong.csv:5:1: “ana-2” is rated in line 4 already|wrong.csv:6:1: An objective is missing" },
    { "objective,rating,comment\nana-1,3,\nana-2,3,\" \"\nana-3,3,\xc2\xa0\n",
      "“Objective 1” has no comment|“Objective 2” has no comment|“Objective 3” has no comment" },
  };
  g_autofree char *company = world_at (WORLD_ASSESS, "wrong.exemplar");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = cli_file ("wrong.csv", files[i].contents);

      world_refused (company, 1, files[i].words, "review % CYCLE ana self-assess --ratings @wrong.csv");
    }
  world_refused (company, 1, "nothing.csv", "review % CYCLE ana self-assess --ratings @nothing.csv");
}

/* "-" is standard input. */
static void
test_ratings_from_a_pipe (void)
{
  g_autofree char *company = world_at (WORLD_ASSESS, "pipe.exemplar");
  g_autofree char *path = world_ratings ("ana", "4", "By pipe");
  g_autofree char *program = g_build_filename (g_getenv ("EX_BUILD_DIR"), "src", "cli", "exemplarctl", NULL);
  g_autofree char *script = g_strdup_printf ("'%s' review '%s' '%s' ana self-assess --ratings - < '%s'", program, company, WORLD_CYCLE, path);
  char *words[] = { (char *) "sh", (char *) "-c", script, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  world_assert_state (company, "ana", "self-assessed");
}

static void
test_scales (void)
{
  static const struct { const char *scale, *most, *beyond; } scales[] = {
    { "No,Yes", "2", "3" }, { "Low, Middle, High", "high", "Higher" }, { "1,2,3,4,5,6,7,8,9,10", "10", "11" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *company = world_at (WORLD_ASSESS, "scales.exemplar");
      g_autofree char *set = g_strdup_printf ("cycle %% CYCLE set --scale '%s'", scales[i].scale);
      g_autofree char *beyond = world_ratings ("ana", scales[i].beyond, "x");
      g_autofree char *most = world_ratings ("ana", scales[i].most, "x");
      g_autofree char *wrong = g_strdup_printf ("review %% CYCLE ana self-assess --ratings '%s'", beyond);
      g_autofree char *right = g_strdup_printf ("review %% CYCLE ana self-assess --ratings '%s'", most);

      g_free (world_do (company, set));
      world_refused (company, 1, "is no rating", wrong);
      g_free (world_do (company, right));
    }
}

/* --- answers ----------------------------------------------------------------------------------------------------------------------------- */

static void
test_forms_of_answers (void)
{
  static const struct { const char *question, *head; } cases[] = {
    { "reviews", "leader,name,level,reviewer,state,excused,score,missing,waiting_for,due,overdue_days,self,manager,observers,final,flags\n" },
    { "coverage", "level,leaders,excused,agreed,self_assessed,assessed,signed,objectives,measured,linked\n" },
    { "todo", "person,name,what,leader,objective,text,detail,due,overdue_days,blocked\n" },
  };
  g_autofree char *company = world_at (WORLD_ASSESS, "answers.exemplar");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char *const forms[] = { "text", "csv", "json" };

      for (gsize f = 0; f < G_N_ELEMENTS (forms); f++)
        {
          g_autofree char *line = g_strdup_printf ("show %% %s --format %s", cases[i].question, forms[f]);
          g_autoptr (CliRun) run = world_run (company, line);

          g_assert_cmpint (run->status, ==, 0);
          g_assert_cmpstr (run->err, ==, "");
          g_assert_cmpstr (run->out, !=, "");
          if (f == 1)
            g_assert_true (g_str_has_prefix (run->out, cases[i].head));
          if (f == 2)
            g_assert_true (g_str_has_prefix (run->out, "[\n {\"") && g_str_has_suffix (run->out, "}\n]\n"));
        }
    }
}

/* As somebody with a German desktop gets it. (transfer full) */
static char *
ask_in_german (const char *company, const char *question)
{
  g_autofree char *program = g_build_filename (g_getenv ("EX_BUILD_DIR"), "src", "cli", "exemplarctl", NULL);
  g_autofree char *words = g_build_filename (g_getenv ("EX_BUILD_DIR"), "po", NULL);
  g_autofree char *script = g_strdup_printf ("LANGUAGE=de LC_ALL=C.UTF-8 EXEMPLAR_TODAY=2026-10-15 EXEMPLAR_LOCALE_DIR='%s' '%s' show '%s' %s", words,
                                             program, company, question);
  char *argv[] = { (char *) "sh", (char *) "-c", script, NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return out;
}

/* Programs read the same in every language, sentences in cells, too; people read their own. */
static void
test_files_are_in_english (void)
{
  static const char *const questions[] = { "reviews", "coverage", "todo", "scores", "objectives", "history" };
  g_autofree char *company = world_at (WORLD_SELF, "german.exemplar");
  g_autofree char *catalogue = g_build_filename (g_getenv ("EX_BUILD_DIR"), "po", "de", "LC_MESSAGES", "exemplar.mo", NULL);
  g_autofree char *people = NULL;

  if (!g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The German words are not built.");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *csv = g_strconcat (questions[i], " --format csv", NULL);
      g_autofree char *line = g_strconcat ("show % ", csv, NULL);
      g_autofree char *english = world_do (company, line);
      g_autofree char *german = ask_in_german (company, csv);

      g_assert_cmpstr (english, ==, german);
    }
  people = ask_in_german (company, "reviews");
  cli_assert_has (people, "Kennung");
}

/* A step says on standard error how the review stands, and answers nothing. */
static void
test_steps_answer_nothing (void)
{
  g_autofree char *company = world_at (WORLD_DRAFTS, "quiet.exemplar");
  g_autoptr (CliRun) agreed = world_run (company, "review % CYCLE ana agree");
  g_autoptr (CliRun) advanced = world_run (company, "cycle % CYCLE list --format csv");

  g_assert_cmpstr (agreed->out, ==, "");
  g_assert_cmpstr (agreed->err, ==, "Ana Okafor: agreed\n");
  g_assert_cmpstr (advanced->out, ==, "name,from,to,top,phase,until,min_objectives,scale,board\n"
                                      "FY 2026,2025-10-01,2026-09-30,ana,plan,2025-10-31,3,,Supervisory Board\n");
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);

  g_test_add_func ("/words/help", test_help);
  g_test_add_func ("/words/wrong-usage-is-2", test_wrong_usage);
  g_test_add_func ("/words/any-order", test_orders_of_words);
  g_test_add_func ("/words/what-was-meant", test_what_was_meant);
  g_test_add_func ("/words/odd-names", test_odd_names);
  g_test_add_func ("/words/forms-of-ratings", test_forms_of_ratings);
  g_test_add_func ("/words/ratings-that-are-wrong", test_ratings_that_are_wrong);
  g_test_add_func ("/words/ratings-from-a-pipe", test_ratings_from_a_pipe);
  g_test_add_func ("/words/scales", test_scales);
  g_test_add_func ("/words/forms-of-answers", test_forms_of_answers);
  g_test_add_func ("/words/files-are-in-english", test_files_are_in_english);
  g_test_add_func ("/words/steps-answer-nothing", test_steps_answer_nothing);

  return cli_end ();
}
