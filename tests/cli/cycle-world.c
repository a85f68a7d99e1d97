#include "config.h"

#include "cycle-world.h"

#include <gio/gio.h>
#include <string.h>

const char *const world_everyone[] = { "ana", "ben", "cleo", "dan", "eve", NULL };
static const char *const managers[] = { "", "ana", "ana", "ben", "cleo" };

const char *
world_manager (const char *leader)
{
  for (gsize i = 0; world_everyone[i] != NULL; i++)
    if (g_str_equal (world_everyone[i], leader))
      return managers[i];

  g_assert_not_reached ();
}

/* --- files ------------------------------------------------------------------------------------------------------------------------- */

char *
world_objectives (const char *leader, const char *manager, const char *weights)
{
  g_auto (GStrv) weight = g_strsplit (weights, " ", -1);
  GString *csv = g_string_new ("id,leader,title,kind,weight,unit,aggregate,baseline,target,source,cadence,parent,driver,claim_customers\n");

  for (guint i = 0; weight[i] != NULL; i++)
    {
      g_autofree char *parent = *manager != '\0' ? g_strdup_printf ("%s-%u", manager, i + 1) : g_strdup ("");

      g_string_append_printf (csv, "%s-%u,%s,Objective %u,number,%s,points,latest,0,100,Survey,monthly,%s,retain,10\n", leader, i + 1, leader, i + 1,
                              weight[i], parent);
    }

  return g_string_free (csv, FALSE);
}

char *
world_ratings (const char *leader, const char *rating, const char *comment)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.csv", leader, rating);
  g_autoptr (GString) csv = g_string_new ("objective,rating,comment\n");

  for (guint i = 1; i <= 3; i++)
    g_string_append_printf (csv, "%s-%u,%s,%s\n", leader, i, rating, comment);

  return cli_file (name, csv->str);
}

static void
import (const char *company, const char *what, const char *contents)
{
  g_autofree char *name = g_strdup_printf ("%s.csv", what);
  g_autofree char *path = cli_file (name, contents);

  cli_expect (0, NULL, "import", company, what, path, NULL);
}

/* What "check" said of a company, as long as nothing ran since that could change it. */
static struct { char *company, *head; } known;

static void
forget (void)
{
  g_clear_pointer (&known.company, g_free);
  g_clear_pointer (&known.head, g_free);
}

/* --- running ----------------------------------------------------------------------------------------------------------------------- */

static char *
replace_word (const char *word, const char *company)
{
  if (g_str_equal (word, "%"))
    return g_strdup (company);
  if (g_str_equal (word, "CYCLE"))
    return g_strdup (WORLD_CYCLE);

  return *word == '@' ? cli_path (word + 1) : g_strdup (word);
}

CliRun *
world_run (const char *company, const char *line)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GError) error = NULL;

  forget ();
  g_shell_parse_argv (line, NULL, &parts, &error);
  g_assert_no_error (error);
  for (char **part = parts; *part != NULL; part++)
    {
      char *word = replace_word (*part, company);

      g_free (*part);
      *part = word;
    }

  return cli_run_words ((const char *const *) parts);
}

char *
world_do (const char *company, const char *line)
{
  g_autoptr (CliRun) run = world_run (company, line);

  if (run->status != 0)
    g_error ("%s\nended with %d:\n%s%s", line, run->status, run->out, run->err);

  return g_steal_pointer (&run->out);
}

static void
do_it (const char *company, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
do_it (const char *company, const char *format, ...)
{
  g_autofree char *line = NULL;
  g_autofree char *answer = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  answer = world_do (company, line);
}

void
world_refused (const char *company, int status, const char *words, const char *line)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);
  gboolean is_known = g_strcmp0 (known.company, company) == 0;
  g_autofree char *before = is_known ? g_steal_pointer (&known.head) : world_do (company, "check %");
  g_autoptr (CliRun) run = world_run (company, line);
  g_autofree char *after = world_do (company, "check %");

  if (run->status != status || *run->out != '\0')
    g_error ("%s\nended with %d instead of %d:\n%s%s", line, run->status, status, run->out, run->err);
  for (char **one = all; *one != NULL; one++)
    if (strstr (run->err, *one) == NULL)
      g_error ("%s\ndid not say “%s” but:\n%s", line, *one, run->err);
  g_assert_cmpstr (before, ==, after);
  known.company = g_strdup (company);
  known.head = g_steal_pointer (&after);
}

/* --- the company, stage by stage ------------------------------------------------------------------------------------------------------- */

static void
make_leaders (const char *company)
{
  import (company, "leaders",
          "id,name,manager,email\nana,Ana Okafor,,ana@x.example\nben,Ben Adjei,ana,\ncleo,Cleo Maas,ana,\ndan,Dan Roth,ben,\neve,Eve Lund,cleo,\n");
  do_it (company, "cycle %% new CYCLE --from 2025-10-01 --to 2026-09-30 --top ana --board 'Supervisory Board'");
}

static void
make_drafts (const char *company)
{
  for (gsize i = 0; world_everyone[i] != NULL; i++)
    {
      g_autofree char *csv = world_objectives (world_everyone[i], managers[i], "50 30 20");

      import (company, "objectives", csv);
    }
}

/* As HR for the board, else by whoever reviews. */
static void
step_all (const char *company, const char *step)
{
  for (gsize i = 0; world_everyone[i] != NULL; i++)
    do_it (company, "review %% CYCLE %s %s --as %s", world_everyone[i], step, *managers[i] != '\0' ? managers[i] : "HR");
}

static void
rate_all (const char *company, const char *step, const char *rating)
{
  gboolean self = g_str_equal (step, "self-assess");

  for (gsize i = 0; world_everyone[i] != NULL; i++)
    {
      g_autofree char *path = world_ratings (world_everyone[i], rating, "As agreed");

      do_it (company, "review %% CYCLE %s %s --ratings '%s' --as %s", world_everyone[i], step, path,
             self ? world_everyone[i] : *managers[i] != '\0' ? managers[i] : "HR");
    }
}

static void
make_assess (const char *company)
{
  import (company, "check-ins", "objective,date,value,note\nana-1,2026-09-30,90,late: the survey came in October\n");
  do_it (company, "cycle %% CYCLE advance");
  do_it (company, "cycle %% CYCLE advance");
}

static void
make_sign (const char *company)
{
  do_it (company, "cycle %% CYCLE advance");
  do_it (company, "cycle %% CYCLE advance");
}

static void
make_signed (const char *company)
{
  for (gsize i = 0; world_everyone[i] != NULL; i++)
    {
      do_it (company, "review %% CYCLE %s sign --as %s", world_everyone[i], *managers[i] != '\0' ? managers[i] : "HR");
      do_it (company, "review %% CYCLE %s sign --as %s", world_everyone[i], world_everyone[i]);
    }
  import (company, "customers", "customer,period,value\nc1,2025-Q3,10\nc2,2025-Q3,20\nc1,2025-Q4,10\nc1,2026-Q1,10\nc3,2026-Q2,5\nc1,2026-Q3,11\n");
}

static void
make_closed (const char *company)
{
  static const char *const periods[] = { "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3" };

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    do_it (company, "asset %% final %s", periods[i]);
  do_it (company, "cycle %% CYCLE close");
}

static void
make (const char *company, WorldStage stage)
{
  switch (stage)
    {
    case WORLD_LEADERS:
      make_leaders (company);
      break;
    case WORLD_DRAFTS:
      make_drafts (company);
      break;
    case WORLD_AGREED:
      step_all (company, "agree");
      break;
    case WORLD_ASSESS:
      make_assess (company);
      break;
    case WORLD_SELF:
      rate_all (company, "self-assess", "3");
      break;
    case WORLD_ASSESSED:
      rate_all (company, "assess", "4");
      break;
    case WORLD_SIGN:
      make_sign (company);
      break;
    case WORLD_SIGNED:
      make_signed (company);
      break;
    case WORLD_CLOSED:
    default:
      make_closed (company);
      break;
    }
}

static void
copy (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Each stage is made once, out of the one before. (transfer full) */
static char *
find_stage (WorldStage stage)
{
  g_autofree char *name = g_strdup_printf ("stage-%d.exemplar", (int) stage);
  char *path = cli_path (name);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;

  if (stage == WORLD_LEADERS)
    g_free (cli_company (name));
  else
    {
      g_autofree char *before = find_stage (stage - 1);

      copy (before, path);
    }
  make (path, stage);

  return path;
}

char *
world_at (WorldStage stage, const char *name)
{
  g_autofree char *made = find_stage (stage);
  char *path = cli_path (name);

  forget ();
  copy (made, path);

  return path;
}

/* --- looking ----------------------------------------------------------------------------------------------------------------------------- */

char *
world_review (const char *company, const char *leader, const char *column, const char *viewer)
{
  g_autofree char *line = g_strdup_printf ("show %% reviews --format csv --as %s", viewer != NULL ? viewer : "HR");
  g_autofree char *csv = world_do (company, line);

  return cli_csv_get (csv, "leader", leader, column);
}

void
world_assert_state (const char *company, const char *leader, const char *state)
{
  g_autofree char *is = world_review (company, leader, "state", NULL);

  g_assert_cmpstr (is, ==, state);
}

void
world_assert_sound (const char *company)
{
  g_autofree char *answer = world_do (company, "check %");

  cli_assert_has (answer, "All is well.");
}
