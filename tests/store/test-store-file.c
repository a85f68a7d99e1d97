/* A file is made whole or not at all, opened when it is ours and can be written, else refused with its bytes untouched. */
#include "config.h"

#include "store/ex-store-file.h"

#include "store-fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* What stands in the directory and in its files, times included. */
static char *
describe_directory (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *digest = NULL;
      struct stat info;
      gsize length = 0;

      g_assert_no_errno (stat (path, &info));
      if (g_file_get_contents (path, &bytes, &length, NULL))
        digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %o %ld.%09ld %s", name, info.st_mode, (long) info.st_mtim.tv_sec, info.st_mtim.tv_nsec, digest));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
close_store (Fixture *fixture)
{
  g_clear_pointer (&fixture->store, ex_store_close);
}

static void
assert_open_refused (Fixture *fixture, const char *path, int code, const char *words)
{
  g_autofree char *before = describe_directory (fixture->directory);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) store = ex_store_open (path, &error);

  g_assert_null (store);
  assert_error_says (&error, code, words);
  after = describe_directory (fixture->directory);
  g_assert_cmpstr (before, ==, after);
}

static void
put_bytes (const char *path, goffset at, const void *bytes, gsize n)
{
  int fd = g_open (path, O_WRONLY, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, bytes, n, at), ==, (ssize_t) n);
  close (fd);
}

/* --- making --------------------------------------------------------------------------------------------------------------- */

static void
test_new_is_private (Fixture *fixture, gconstpointer data)
{
  static const char * const companions[] = { "", "-wal", "-shm" };

  save_leader (fixture->store, "a", "Ann", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, companions[i], NULL);
      struct stat info;

      g_assert_no_errno (stat (path, &info));
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

static void
test_new_leaves_what_is_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Other", "EUR");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  close_store (fixture);
  before = describe_directory (fixture->directory);
  g_assert_null (ex_store_create (fixture->path, info, &error));
  assert_error_says (&error, EX_STORE_ERROR_EXISTS, "company.exemplar");
  after = describe_directory (fixture->directory);
  g_assert_cmpstr (before, ==, after);
}

/* SQLite would play the log of a file that is gone into the new one. */
static void
test_new_leaves_a_stray_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Other", "EUR");
  g_autofree char *path = g_build_filename (fixture->directory, "other.exemplar", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (log, "log", -1, NULL));
  g_assert_null (ex_store_create (path, info, &error));
  assert_error_says (&error, EX_STORE_ERROR_EXISTS, "other.exemplar-wal");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_new_needs_its_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Other", "EUR");
  g_autofree char *path = g_build_filename (fixture->directory, "nowhere", "other.exemplar", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_store_create (path, info, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "folder");
}

/* A company without a name is refused by the file itself; nothing of it stays behind. */
static void
test_new_fails_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("", "EUR");
  g_autofree char *path = g_build_filename (fixture->directory, "other.exemplar", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  close_store (fixture);
  before = describe_directory (fixture->directory);
  g_assert_null (ex_store_create (path, info, &error));
  assert_refused (&error, "name <> ''");
  after = describe_directory (fixture->directory);
  g_assert_cmpstr (before, ==, after);
}

/* Another program takes the name while the file is built. */
static gboolean
be_overtaken_cb (const char *temporary, gpointer data, GError **error)
{
  return g_file_set_contents (data, "first", -1, error);
}

static void
test_new_is_overtaken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "other.exemplar", NULL);
  g_autofree char *there = NULL;
  g_autofree char *listing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ex_store_file_make (path, be_overtaken_cb, path, &error));
  assert_error_says (&error, EX_STORE_ERROR_EXISTS, "other.exemplar");
  g_assert_true (g_file_get_contents (path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, "first");
  listing = describe_directory (fixture->directory);
  g_assert_null (strstr (listing, ".other.exemplar-"));
}

static void
test_reads_back (Fixture *fixture, gconstpointer data)
{
  fixture_open_again (fixture);
  g_assert_cmpstr (ex_store_get_info (fixture->store)->name, ==, "Test & Co");
  g_assert_cmpstr (ex_store_get_info (fixture->store)->currency, ==, "EUR");
  g_assert_cmpint (ex_store_get_info (fixture->store)->exponent, ==, 2);
  g_assert_cmpstr (ex_store_get_path (fixture->store), ==, fixture->path);
  g_assert_cmpstr (ex_store_get_actor (fixture->store), ==, EX_STORE_HR);
  assert_last_action (fixture->store, "New company: Test & Co");
  assert_sound (fixture->store);
}

/* --- refusing --------------------------------------------------------------------------------------------------------------- */

static void
test_refuses_what_is_not_ours (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->directory, "missing.exemplar", NULL);
  g_autofree char *empty = g_build_filename (fixture->directory, "empty", NULL);
  g_autofree char *text = g_build_filename (fixture->directory, "text", NULL);
  g_autofree char *other = g_build_filename (fixture->directory, "other.sqlite", NULL);
  g_autofree char *header = g_build_filename (fixture->directory, "header", NULL);
  g_autoptr (ExDatabase) database = NULL;

  close_store (fixture);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (text, "Dear diary, this is no database at all, however long it may be: and it goes on and on, past the end of a header.", -1, NULL));
  g_assert_true (g_file_set_contents (header, "SQLite format 3", 16, NULL));
  database = ex_database_open (other, TRUE, NULL);
  g_assert_true (ex_database_execute (database, "CREATE TABLE t (a)", NULL));
  g_clear_pointer (&database, ex_database_close);

  assert_open_refused (fixture, missing, EX_STORE_ERROR_NOT_FOUND, "missing.exemplar");
  assert_open_refused (fixture, fixture->directory, EX_STORE_ERROR_NOT_OURS, "folder");
  assert_open_refused (fixture, empty, EX_STORE_ERROR_NOT_OURS, "empty");
  assert_open_refused (fixture, text, EX_STORE_ERROR_NOT_OURS, "text");
  assert_open_refused (fixture, header, EX_STORE_ERROR_NOT_OURS, "header");
  assert_open_refused (fixture, other, EX_STORE_ERROR_NOT_OURS, "other.sqlite");
  assert_open_refused (fixture, "/dev/null", EX_STORE_ERROR_NOT_OURS, "null");
}

static void
test_refuses_newer (Fixture *fixture, gconstpointer data)
{
  close_store (fixture);
  put_bytes (fixture->path, 60, "\0\0\0\x63", 4);
  assert_open_refused (fixture, fixture->path, EX_STORE_ERROR_NEWER, "99");
}

/* Nothing of ours has version 0: to migrate it would only change it, and leave a copy behind at every try. */
static void
test_refuses_no_version (Fixture *fixture, gconstpointer data)
{
  close_store (fixture);
  put_bytes (fixture->path, 60, "\0\0\0\0", 4);
  assert_open_refused (fixture, fixture->path, EX_STORE_ERROR_DAMAGED, "says no version");
}

static void
test_refuses_newer_in_the_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->directory, "copy.exemplar", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *copied_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (ex_database_execute (fixture->store->db, "PRAGMA user_version = 99", NULL));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
  g_free (g_steal_pointer (&bytes));
  g_assert_true (g_file_get_contents (log, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copied_log, bytes, (gssize) length, NULL));
  before = describe_directory (fixture->directory);
  g_assert_null (ex_store_open (copy, &error));
  assert_error_says (&error, EX_STORE_ERROR_NEWER, "99");
  g_assert_true (g_file_test (copied_log, G_FILE_TEST_EXISTS));
  g_free (before);
  before = g_steal_pointer (&bytes);
  g_assert_true (g_file_get_contents (copied_log, &after, &length, NULL));
  g_assert_cmpmem (before, length, after, length);
}

static void
test_refuses_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  for (int i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("leader-%03d", i);

      save_leader (fixture->store, id, "A leader whose name is long enough to fill pages", NULL);
    }
  close_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));

  /* the schema's page, any other page, the second half cut off */
  put_bytes (fixture->path, 100, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 12);
  assert_open_refused (fixture, fixture->path, EX_STORE_ERROR_DAMAGED, "damaged");
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  put_bytes (fixture->path, (goffset) (length / 2 / 4096 * 4096), "\xff\xff\xff\xff\xff\xff\xff\xff", 8);
  assert_open_refused (fixture, fixture->path, EX_STORE_ERROR_DAMAGED, "damaged");
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length / 2, NULL));
  assert_open_refused (fixture, fixture->path, EX_STORE_ERROR_DAMAGED, "damaged");
}

static void
test_refuses_read_only (Fixture *fixture, gconstpointer data)
{
  close_store (fixture);
  g_assert_no_errno (g_chmod (fixture->path, 0400));
  assert_open_refused (fixture, fixture->path, EX_STORE_ERROR_READ_ONLY, "read-only");
  g_assert_no_errno (g_chmod (fixture->path, 0600));
  g_assert_no_errno (g_chmod (fixture->directory, 0500));
  assert_open_refused (fixture, fixture->path, EX_STORE_ERROR_READ_ONLY, "read-only");
  g_assert_no_errno (g_chmod (fixture->directory, 0700));
}

/* --- while it is open -------------------------------------------------------------------------------------------------------- */

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean good = TRUE;
  int saved;

  g_assert_true (ex_database_execute (fixture->store->db, "PRAGMA max_page_count = 1", NULL)); /* no more than there are */
  for (saved = 0; good && saved < 1000; saved++)
    {
      g_autofree char *id = g_strdup_printf ("leader-%03d", saved);
      g_autoptr (ExLeader) leader = make_leader (id, "A leader whose name is long enough to fill pages", NULL);

      good = ex_store_save_leader (fixture->store, leader, &error);
    }
  g_assert_false (good);
  assert_error_says (&error, EX_STORE_ERROR_FULL, "full");
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM leaders"), ==, saved - 1);
  g_assert_cmpint (n_actions (fixture->store), ==, saved);
  assert_sound (fixture->store);
  g_assert_true (ex_database_execute (fixture->store->db, "PRAGMA max_page_count = 100000", NULL));
  save_leader (fixture->store, "z", "Zoe", NULL);
  assert_sound (fixture->store);
}

static void
test_two_see_each_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) second = ex_store_open (fixture->path, &error);
  gint64 first_version, second_version;

  g_assert_no_error (error);
  first_version = ex_store_get_version (fixture->store);
  second_version = ex_store_get_version (second);
  g_assert_cmpint (ex_store_get_version (second), ==, second_version);
  save_leader (fixture->store, "a", "Ann", NULL);
  g_assert_cmpint (ex_store_get_version (fixture->store), !=, first_version);
  g_assert_cmpint (ex_store_get_version (second), !=, second_version);
  second_version = ex_store_get_version (second);
  save_leader (second, "b", "Bob", "a");
  g_assert_cmpint (ex_store_get_version (second), !=, second_version);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM leaders"), ==, 2);
  undo (fixture->store);
  g_assert_cmpint (count (second, "SELECT count (*) FROM leaders"), ==, 1);
  assert_sound (second);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) second = ex_store_open (fixture->path, &error);
  gint64 start;

  g_assert_no_error (error);
  g_assert_true (ex_store_begin (second, "Hold", NULL));
  start = g_get_monotonic_time ();
  g_assert_false (ex_store_begin (fixture->store, "Wait", &error));
  assert_error_says (&error, EX_STORE_ERROR_LOCKED, "another program");
  g_assert_cmpint (g_get_monotonic_time () - start, >, 4 * G_USEC_PER_SEC);
  ex_store_rollback (second);
  save_leader (fixture->store, "a", "Ann", NULL);
  assert_sound (fixture->store);
}

/* Another program that does not share, as older tools do. */
static void
test_locked_at_opening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDatabase) other = NULL;
  g_autoptr (GError) error = NULL;

  close_store (fixture);
  other = ex_database_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (ex_database_execute (other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE open_action SET import = NULL", &error));
  g_assert_null (ex_store_open (fixture->path, &error));
  assert_error_says (&error, EX_STORE_ERROR_LOCKED, "another program");
}

/* The log lies beside the file, not beside the link. */
static void
test_opens_by_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->directory, "link.exemplar", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) second = NULL;

  g_assert_no_errno (symlink (fixture->path, link));
  save_leader (fixture->store, "a", "Ann", NULL);
  second = ex_store_open (link, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (second, "SELECT count (*) FROM leaders"), ==, 1);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->directory, "copy.exemplar", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) second = NULL;
  g_autofree char *head = NULL;
  g_autofree char *head_of_copy = NULL;
  struct stat info;

  save_leader (fixture->store, "a", "Ann", NULL);
  g_assert_true (ex_store_backup (fixture->store, copy, &error));
  g_assert_no_error (error);
  g_assert_no_errno (stat (copy, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  second = ex_store_open (copy, &error);
  g_assert_no_error (error);
  head = ex_store_get_head (fixture->store, NULL);
  head_of_copy = ex_store_get_head (second, NULL);
  g_assert_cmpstr (head, ==, head_of_copy);
  assert_sound (second);
  g_assert_false (ex_store_backup (fixture->store, copy, &error));
  assert_error_says (&error, EX_STORE_ERROR_EXISTS, "copy.exemplar");
}

static void
test_refuses_to_write_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *moved = g_build_filename (fixture->directory, "moved.exemplar", NULL);
  g_autofree char *copy = g_build_filename (fixture->directory, "copy.exemplar", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLeader) leader = make_leader ("b", "Ben", NULL);

  save_leader (fixture->store, "a", "Ann", NULL);
  g_assert_no_errno (g_rename (fixture->path, moved));
  g_assert_false (ex_store_save_leader (fixture->store, leader, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "no longer where it was opened");
  g_assert_null (ex_store_undo (fixture->store, 0, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "no longer where it was opened");
  g_assert_true (g_file_set_contents (fixture->path, "another", -1, NULL));
  g_assert_false (ex_store_save_leader (fixture->store, leader, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "replaced");

  g_assert_true (ex_store_backup (fixture->store, copy, &error)); /* the way out */
  g_assert_no_error (error);
  g_assert_no_errno (g_rename (moved, fixture->path));
  g_assert_true (ex_store_save_leader (fixture->store, leader, &error));
  g_assert_no_error (error);
}

#define STORE_TEST(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/file/a new one is readable by its owner alone", test_new_is_private);
  STORE_TEST ("/store/file/a new one leaves what is there", test_new_leaves_what_is_there);
  STORE_TEST ("/store/file/a new one leaves a stray log", test_new_leaves_a_stray_log);
  STORE_TEST ("/store/file/a new one needs its folder", test_new_needs_its_folder);
  STORE_TEST ("/store/file/a new one that fails leaves nothing", test_new_fails_whole);
  STORE_TEST ("/store/file/a new one that is overtaken replaces nothing", test_new_is_overtaken);
  STORE_TEST ("/store/file/reads back", test_reads_back);
  STORE_TEST ("/store/file/refuses what is not ours", test_refuses_what_is_not_ours);
  STORE_TEST ("/store/file/refuses a newer one", test_refuses_newer);
  STORE_TEST ("/store/file/refuses one without a version", test_refuses_no_version);
  STORE_TEST ("/store/file/refuses a newer one whose version is still in the log", test_refuses_newer_in_the_log);
  STORE_TEST ("/store/file/refuses a damaged one", test_refuses_damaged);
  STORE_TEST ("/store/file/refuses a read-only one", test_refuses_read_only);
  STORE_TEST ("/store/file/a full disk takes the action back", test_full_disk);
  STORE_TEST ("/store/file/two programs see each other's changes", test_two_see_each_other);
  STORE_TEST ("/store/file/is locked by another for five seconds", test_locked);
  STORE_TEST ("/store/file/is locked while it is opened", test_locked_at_opening);
  STORE_TEST ("/store/file/opens by a link", test_opens_by_link);
  STORE_TEST ("/store/file/a backup is whole", test_backup);
  STORE_TEST ("/store/file/one that was moved away is not written", test_refuses_to_write_elsewhere);
  return g_test_run ();
}
