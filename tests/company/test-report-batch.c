/* Many reviews at once: into one PDF or a folder, all whole or none. */
#include "config.h"

#include "company-fixture.h"
#include "company/ex-report.h"
#include "company/ex-sample.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  ExReportFacts *facts;
  ExPaper        paper;
  char          *path;
} Batch;

static void
begin (Batch *self, Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  self->facts = ex_report_facts_read (fixture->store, NULL, ex_day_today (), &error);
  g_assert_no_error (error);
  g_assert_true (ex_paper_parse ("A4", &self->paper));
  self->path = g_build_filename (fixture->folder, name, NULL);
}

static void
end (Batch *self)
{
  ex_report_facts_free (self->facts);
  g_free (self->path);
}

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ex_sample_fill (fixture->store, &error);
  g_assert_no_error (error);
}

static void
count_cb (double fraction, gpointer data)
{
  guint *calls = data;

  g_assert_true (fraction > 0 && fraction <= 1);
  (*calls)++;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Sorted; as many as there are. (transfer full) NULL-terminated */
static char **
list_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
remove_folder (const char *folder)
{
  g_auto (GStrv) names = list_files (folder);

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_build_filename (folder, *name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
test_one_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  guint n = 0, calls = 0;
  Batch self;

  fill (fixture);
  begin (&self, fixture, "all.pdf");
  ex_report_save_reviews (fixture->store, self.facts, NULL, &self.paper, self.path, count_cb, &calls, NULL, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 60);
  g_assert_cmpuint (calls, ==, 60);
  g_assert_true (g_file_get_contents (self.path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  end (&self);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  guint n = 0;
  Batch self;

  fill (fixture);
  begin (&self, fixture, "reviews");
  g_assert_cmpint (g_mkdir (self.path, 0700), ==, 0);
  ex_report_save_reviews (fixture->store, self.facts, NULL, &self.paper, self.path, NULL, NULL, NULL, &n, &error);
  g_assert_no_error (error);
  names = list_files (self.path);
  g_assert_cmpuint (g_strv_length (names), ==, 60);
  g_assert_cmpstr (names[0], ==, "L001 Ngozi Adeyemi-Larsen.pdf");
  remove_folder (self.path);
  end (&self);
}

/* What a file system would stumble over goes, and what is then the same gets a number. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *id, *name; } leaders[] = {
    { "a/1", "Ana/Okafor" }, { "a:1", "Ana:Okafor" }, { "A-1", "ana-okafor" }, { "..", ".hidden" }, { "x", "Ends in a dot." },
  };
  static const char *const expected[] = { "A-1 ana-okafor.pdf", "a-1 Ana-Okafor (2).pdf", "a-1 Ana-Okafor (3).pdf", "hidden.pdf", "x Ends in a dot.pdf" };
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2025, 10, 1), ex_day_new (2026, 9, 30));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  Batch self;

  g_assert_true (ex_store_save_cycle (fixture->store, cycle, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (leaders); i++)
    {
      g_autoptr (ExLeader) leader = ex_leader_new (leaders[i].id, leaders[i].name);

      ex_store_save_leader (fixture->store, leader, &error);
      g_assert_no_error (error);
    }
  begin (&self, fixture, "names");
  g_assert_cmpint (g_mkdir (self.path, 0700), ==, 0);
  ex_report_save_reviews (fixture->store, self.facts, NULL, &self.paper, self.path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  names = list_files (self.path);
  g_assert_cmpuint (g_strv_length (names), ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (g_strv_contains ((const char *const *) names, expected[i]));
  remove_folder (self.path);
  end (&self);
}

typedef struct
{
  GCancellable *cancellable;
  guint         left;
} Stopping;

static void
stop_cb (double fraction, gpointer data)
{
  Stopping *self = data;

  if (--self->left == 0)
    g_cancellable_cancel (self->cancellable);
}

/* What stood there before stays as it was. */
static void
test_cancelled_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_auto (GStrv) before = NULL, after = NULL;
  Stopping stopping = { cancellable, 7 };
  Batch self;

  fill (fixture);
  begin (&self, fixture, "all.pdf");
  g_assert_true (g_file_set_contents (self.path, "as it was", -1, NULL));
  before = list_files (fixture->folder);
  g_assert_false (ex_report_save_reviews (fixture->store, self.facts, NULL, &self.paper, self.path, stop_cb, &stopping, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (self.path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "as it was");
  after = list_files (fixture->folder);
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) after));
  end (&self);
}

static void
test_cancelled_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  Stopping stopping = { cancellable, 7 };
  guint n = 0;
  Batch self;

  fill (fixture);
  begin (&self, fixture, "some");
  g_assert_cmpint (g_mkdir (self.path, 0700), ==, 0);
  g_assert_false (ex_report_save_reviews (fixture->store, self.facts, NULL, &self.paper, self.path, stop_cb, &stopping, cancellable, &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, <, 60);
  names = list_files (self.path);
  g_assert_cmpuint (g_strv_length (names), ==, n);
  for (char **name = names; *name != NULL; name++)
    g_assert_true (g_str_has_suffix (*name, ".pdf"));
  remove_folder (self.path);
  end (&self);
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *actor; const char *ids[4]; guint n; const char *problem; } cases[] = {
    { EX_STORE_HR, { "L004", "L001", "L004", NULL }, 2, NULL },
    { EX_STORE_HR, { "L001", "L999", NULL }, 0, "There is no leader “L999” in this company; give the id of one." },
    { "L003", { "L003", "L004", NULL }, 2, NULL },
    { "L003", { "L001", NULL }, 0, "The review of Ngozi Adeyemi-Larsen is for them, for those who review them, for the leaders above and for HR." },
    { "L003", { NULL }, 4, NULL }, /* everybody whose review they may read: their own and of those below */
  };

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint n = 0;
      Batch self;

      ex_store_set_actor (fixture->store, cases[i].actor, &error);
      begin (&self, fixture, "chosen.pdf");
      ex_report_save_reviews (fixture->store, self.facts, cases[i].ids[0] != NULL ? (const char *const *) cases[i].ids : NULL, &self.paper, self.path, NULL,
                              NULL, NULL, &n, &error);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].problem);
      g_assert_cmpuint (n, ==, cases[i].n);
      g_assert_true (g_file_test (self.path, G_FILE_TEST_EXISTS) == (cases[i].problem == NULL));
      g_unlink (self.path);
      end (&self);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("EXEMPLAR_TODAY", "2026-11-22", TRUE);
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/company/report-batch/everybody-in-one-pdf", test_one_file);
  fixture_add ("/company/report-batch/a-pdf-each-in-a-folder", test_folder);
  fixture_add ("/company/report-batch/names-of-files-are-safe-and-unique", test_names);
  fixture_add ("/company/report-batch/cancelled-leaves-what-stood-there", test_cancelled_file);
  fixture_add ("/company/report-batch/cancelled-in-a-folder-leaves-whole-ones", test_cancelled_folder);
  fixture_add ("/company/report-batch/those-chosen-and-no-others", test_chosen);
  return g_test_run ();
}
