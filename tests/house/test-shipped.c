/* What a desktop program ships beside its code is what others expect of it: each file is put before the tool that will read it. */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include <string.h>

static char *
in_source (const char *name)
{
  return g_build_filename (g_getenv ("EX_SOURCE_DIR"), name, NULL);
}

static char *
in_build (const char *name)
{
  return g_build_filename (g_getenv ("EX_BUILD_DIR"), name, NULL);
}

static char *
read_source (const char *name)
{
  g_autofree char *path = in_source (name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Runs a tool; fails the test with what it said unless it ends with @status. (transfer full) what it printed. */
static char *
run_expecting (int status, const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  char *output = NULL;

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  if (!process)
    {
      g_test_fail_printf ("%s cannot be run: %s", argv[0], error->message);
      return g_strdup ("");
    }
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process) || g_subprocess_get_exit_status (process) != status)
    g_test_fail_printf ("%s ended with %d: %.600s", argv[0], g_subprocess_get_status (process), g_strdelimit (output, "\n", ';'));
  return output;
}

#define run(...) g_free (run_expecting (0, (const char *const[]) { __VA_ARGS__, NULL }))

/* Calls @func with every file under @folder (from the project's root) whose name ends so; returns how many there were. */
static guint
each_file (const char *folder, const char *suffix, void (*func) (const char *path))
{
  g_autofree char *path = in_source (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *below = g_build_filename (folder, name, NULL);
      g_autofree char *full = g_build_filename (path, name, NULL);

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        n += each_file (below, suffix, func);
      else if (g_str_has_suffix (name, suffix))
        {
          func (full);
          n++;
        }
    }
  return n;
}

static void
lint_xml (const char *path)
{
  run ("xmllint", "--noout", path);
}

/* --- what the desktop reads --------------------------------------------------------------------------------------------- */

static void
test_desktop_file (void)
{
  g_autofree char *path = in_build ("data/org.exemplar.Exemplar.desktop");

  run ("desktop-file-validate", "--warn-kde", path);
}

static void
test_metainfo (void)
{
  g_autofree char *path = in_build ("data/org.exemplar.Exemplar.metainfo.xml");

  run ("appstreamcli", "validate", "--no-net", "--explain", path);
}

static void
test_settings (void)
{
  g_autofree char *folder = in_source ("data");

  run ("glib-compile-schemas", "--strict", "--dry-run", folder);
}

static void
test_xml (void)
{
  g_assert_cmpuint (each_file ("data", ".xml", lint_xml), >, 0);
  g_assert_cmpuint (each_file ("src", ".gresource.xml", lint_xml), >, 0);
  g_assert_cmpuint (each_file ("ui", ".ui", lint_xml), >, 0);
}

/* A company's file is known by what is in it, even without its ending. */
static void
test_mime_type (void)
{
  g_autofree char *dir = g_dir_make_tmp ("exemplar-mime-XXXXXX", NULL);
  g_autofree char *packages = g_build_filename (dir, "packages", NULL);
  g_autofree char *copy = g_build_filename (packages, "org.exemplar.Exemplar.xml", NULL);
  g_autofree char *file = g_build_filename (dir, "company", NULL);
  g_autofree char *program = in_build ("src/cli/exemplarctl");
  g_autofree char *text = read_source ("data/org.exemplar.Exemplar.mime.xml");
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_cmpint (g_mkdir (packages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy, text, -1, NULL));
  run ("update-mime-database", dir);
  run (program, "new", file, "--name", "Magic");
  g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 72);
  g_assert_nonnull (strstr (text, "value=\"SQLite format 3\\000\""));
  g_assert_cmpmem (bytes, 16, "SQLite format 3", 16);
  g_assert_nonnull (strstr (text, "value=\"0x45584D50\""));
  g_assert_cmpmem (bytes + 68, 4, "EXMP", 4);
  run ("rm", "-r", dir);
}

static void
check_icon (const char *path)
{
  g_autofree char *box = run_expecting (0, (const char *const[]) { "xmllint", "--xpath", "string(/*/@viewBox)", path, NULL });

  g_assert_cmpstr (g_strstrip (box), ==, g_str_has_suffix (path, "-symbolic.svg") ? "0 0 16 16" : "0 0 128 128");
}

static void
test_icons (void)
{
  g_assert_cmpuint (each_file ("data/icons", ".svg", check_icon), ==, 2);
}

/* --- translations --------------------------------------------------------------------------------------------------------- */

/* Nothing fuzzy, nothing left over, nothing forgotten: the strings of today's sources all have their German. */
static void
test_german (void)
{
  g_autofree char *po = in_source ("po/de.po");
  g_autofree char *list = in_source ("po/POTFILES");
  g_autofree char *template = in_build ("tests/house/strings.pot");
  g_autofree char *statistics = NULL;

  statistics = run_expecting (0, (const char *const[]) { "msgfmt", "--check", "--statistics", "-o", "/dev/null", po, NULL });
  if (strstr (statistics, "fuzzy") || strstr (statistics, "untranslated"))
    g_test_fail_printf ("de.po is not complete: %s", statistics);
  run ("xgettext", "--from-code=UTF-8", "--add-comments", "--directory", g_getenv ("EX_SOURCE_DIR"), "--files-from", list, "--output", template,
       "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dngettext:2,3",
       "--keyword=g_dpgettext2:2c,3", "--flag=N_:1:pass-c-format", "--flag=C_:2:pass-c-format", "--flag=NC_:2:pass-c-format");
  if (!g_test_failed ())
    run ("msgcmp", po, template);
}

/* --- packages and errands --------------------------------------------------------------------------------------------------- */

static void
test_flatpak (void)
{
  g_autofree char *path = in_source ("flatpak/org.exemplar.Exemplar.json");
  static const char *const question =
    "import json, os, sys\n"
    "m = json.load(open(sys.argv[1]))\n"
    "assert m['id'] == 'org.exemplar.Exemplar' and m['command'] == 'exemplar'\n"
    "assert m['runtime'] == 'org.gnome.Platform' and m['sdk'] == 'org.gnome.Sdk' and float(m['runtime-version']) >= 44\n"
    "libraries, program = m['modules'][:-1], m['modules'][-1]\n"
    "assert [x['name'] for x in libraries] == ['libxlsxwriter'], 'what the runtime has not, and nothing else'\n"
    "assert all(s['url'].startswith('https://') and len(s['sha256']) == 64 for x in libraries for s in x['sources'])\n"
    "assert program['name'] == 'exemplar' and program['buildsystem'] == 'meson'\n"
    "source = program['sources'][0]\n"
    "assert source['type'] == 'dir' and os.path.exists(os.path.join(os.path.dirname(sys.argv[1]), source['path'], 'meson.build'))\n"
    "assert not [a for a in m['finish-args'] if 'network' in a or 'filesystem' in a], 'offline, and only files that are chosen'\n";

  run ("python3", "-c", question, path);
}

static void
test_errands (void)
{
  g_autofree char *dev = in_source ("dev");
  g_autofree char *ci = in_source (".ci/run");
  g_autofree char *text = read_source ("dev");
  g_autofree char *usage = NULL;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_file_test (dev, G_FILE_TEST_IS_EXECUTABLE));
  g_assert_true (g_file_test (ci, G_FILE_TEST_IS_EXECUTABLE));
  run ("bash", "-n", dev);
  run ("bash", "-n", ci);
  usage = run_expecting (2, (const char *const[]) { dev, "nonsense", NULL });
  for (guint i = 0; i < 5; i++)
    g_assert_nonnull (strstr (usage, ((const char *[]) { "run ", "test ", "bench ", "shots ", "build " })[i]));

  /* Every package is named for all three families. */
  for (guint i = 0; lines[i]; i++)
    if (g_regex_match_simple ("^(build|test|bench|shots) {2,}", lines[i], 0, 0))
      g_assert_true (g_regex_match_simple ("^\\S+ +\\S+ +\\S+ +\\S+$", lines[i], 0, 0));
}

/* A newcomer who follows README finds what it names. */
static void
test_readme (void)
{
  g_autofree char *text = read_source ("README.md");
  g_autoptr (GRegex) path = g_regex_new ("(?<![\\w/])((?:src|ui|data|po|tests|flatpak)/[A-Za-z0-9_./-]*[A-Za-z0-9_/])", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (path, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *full = in_source (name);

      if (!g_file_test (full, G_FILE_TEST_EXISTS))
        g_test_fail_printf ("README.md names %s, which is not there", name);
    }
  g_assert_cmpuint (n, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("EX_SOURCE_DIR"));
  g_assert_nonnull (g_getenv ("EX_BUILD_DIR"));

  g_test_add_func ("/shipped/the-desktop-file-is-valid", test_desktop_file);
  g_test_add_func ("/shipped/the-metainfo-is-valid", test_metainfo);
  g_test_add_func ("/shipped/the-settings-compile", test_settings);
  g_test_add_func ("/shipped/every-xml-file-is-well-formed", test_xml);
  g_test_add_func ("/shipped/a-company-is-known-by-its-content", test_mime_type);
  g_test_add_func ("/shipped/the-icons-are-drawn-on-their-grids", test_icons);
  g_test_add_func ("/shipped/german-is-complete", test_german);
  g_test_add_func ("/shipped/the-flatpak-manifest-names-the-right-things", test_flatpak);
  g_test_add_func ("/shipped/the-errands-are-there-for-three-families", test_errands);
  g_test_add_func ("/shipped/readme-names-what-is-there", test_readme);
  return g_test_run ();
}
