/* The floors hold by themselves: our own tree keeps the rules, and trees made up to break them are found out. */
#include "house-rules.h"

#include <glib/gstdio.h>
#include <gio/gio.h>

#include <string.h>

static void
assert_none (GPtrArray *complaints)
{
  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) complaints->pdata[i]);
  if (complaints->len > 0)
    g_test_fail_printf ("%u places break the rule, the first: %s", complaints->len, (const char *) complaints->pdata[0]);
}

static void
test_our_tree (gconstpointer data)
{
  HouseRule rule = (HouseRule) data;
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  const char *root = g_getenv ("EX_SOURCE_DIR");

  g_assert_nonnull (root);
  rule (root, complaints);
  assert_none (complaints);
}

/* --- made-up trees ------------------------------------------------------------------------------------------------------ */

static void
write_file (const char *root, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/* What a rule says of a tree that has one file. (transfer full) */
static GPtrArray *
complaints_about (HouseRule rule, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *root = g_dir_make_tmp ("exemplar-house-XXXXXX", &error);
  GPtrArray *complaints = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  write_file (root, name, text);
  rule (root, complaints);
  remove_tree (root);
  return complaints;
}

typedef struct
{
  HouseRule   rule;
  const char *name;
  const char *text;
  const char *complaint; /* a part of the one that must come; NULL: none may */
} Case;

#define C "#include \"config.h\"\n\n"
#define H "/* What it is for. */\n#pragma once\n\n"

static const Case cases[] = {
  { house_check_includes, "src/core/ex-a.c", C "#include \"ex-a.h\"\n\n#include <glib.h>\n#include <string.h>\n", NULL },
  { house_check_includes, "src/core/ex-a.c", C "#include \"store/ex-store.h\"\n", "core may not know store" },
  { house_check_includes, "src/core/ex-a.h", H "#include \"chart/ex-chart.h\"\n", "core may not know chart" },
  { house_check_includes, "src/core/ex-a.c", C "#  include <cairo.h>\n", "core may not use cairo" },
  { house_check_includes, "src/core/ex-a.c", C "#include \"../app/ex-window.h\"\n", "not a path from src/" },
  { house_check_includes, "src/store/ex-a.c", C "#include \"core/ex-day.h\"\n", NULL },
  { house_check_includes, "src/store/ex-a.c", C "#include \"chart/ex-chart.h\"\n", "store may not know chart" },
  { house_check_includes, "src/store/ex-a.c", C "#include \"exchange/ex-csv-reader.h\"\n", "store may not know exchange" },
  { house_check_includes, "src/store/ex-a.c", C "#include <sqlite3.h>\n", "for src/store/ex-sqlite.c alone" },
  { house_check_includes, "src/store/ex-sqlite.c", C "#include <sqlite3.h>\n", NULL },
  { house_check_includes, "src/chart/ex-a.c", C "#include <cairo.h>\n#include <pango/pangocairo.h>\n", NULL },
  { house_check_includes, "src/chart/ex-a.c", C "#include \"core/ex-day.h\"\n", "chart may not know core" },
  { house_check_includes, "src/chart/ex-a.c", C "#include <gtk/gtk.h>\n", "chart may not use gtk" },
  { house_check_includes, "src/exchange/ex-a.c", C "#include \"core/ex-day.h\"\n#include \"chart/ex-chart.h\"\n", NULL },
  { house_check_includes, "src/exchange/ex-a.c", C "#include \"store/ex-store.h\"\n", "exchange may not know store" },
  { house_check_includes, "src/company/ex-a.c", C "#include \"store/ex-store.h\"\n#include \"exchange/ex-problem.h\"\n", NULL },
  { house_check_includes, "src/company/ex-a.c", C "#include \"data/ex-a-resources.h\"\n", NULL },
  { house_check_includes, "src/company/ex-a.c", C "#include \"data/ex-a.h\"\n", "not a path from src/" },
  { house_check_includes, "src/company/ex-a.c", C "#include \"cli/ex-command.h\"\n", "company may not know cli" },
  { house_check_includes, "src/cli/ex-a.c", C "#include \"company/ex-sample.h\"\n", NULL },
  { house_check_includes, "src/cli/ex-a.c", C "#include \"app/ex-window.h\"\n", "cli may not know app" },
  { house_check_includes, "src/cli/ex-a.c", C "#include <adwaita.h>\n", "cli may not use gtk" },
  { house_check_includes, "src/app/ex-a.c", C "#include \"store/ex-store.h\"\n\n#include <adwaita.h>\n#include <gtk/gtk.h>\n", NULL },
  { house_check_includes, "src/app/ex-a.c", C "#include \"cli/ex-command.h\"\n", "app may not know cli" },
  { house_check_includes, "src/app/ex-a.c", C "#include <curl/curl.h>\n", "no library that the house knows" },
  { house_check_includes, "src/attic/ex-a.c", C, "no floor of the house" },

  { house_check_beginning, "src/core/ex-a.c", "#define G_LOG_DOMAIN \"ex\"\n\n" C "#include \"ex-b.h\"\n\n#include <glib.h>\n#include <math.h>\n", NULL },
  { house_check_beginning, "src/core/ex-a.c", "#include <glib.h>\n", "the first include of a .c file is \"config.h\"" },
  { house_check_beginning, "src/core/ex-a.c", C "#include <glib.h>\n#include \"ex-b.h\"\n", "our headers come before libraries" },
  { house_check_beginning, "src/core/ex-a.c", C "#include <math.h>\n#include <glib.h>\n", "libraries come before C" },
  { house_check_beginning, "src/core/ex-a.h", H "#include <glib.h>\n", NULL },
  { house_check_beginning, "src/core/ex-a.h", "#pragma once\n", "opens with a comment" },
  { house_check_beginning, "src/core/ex-a.h", "/* A thing. */\n#include <glib.h>\n", "#pragma once before everything else" },

  { house_check_names, "src/core/ex-day.c", C, NULL },
  { house_check_names, "src/cli/main.c", C, NULL },
  { house_check_names, "src/core/day.c", C, "files are called ex-*.c" },
  { house_check_names, "src/core/ex-string-utils.c", C, "named after it" },

  { house_check_potfiles, "src/core/ex-a.c", C "static int a (void) { return gettextize (1); }\n", NULL },
  { house_check_potfiles, "src/core/ex-a.c", C "const char *a = _(\"no blank\");\n", "is not in po/POTFILES" },
  { house_check_potfiles, "src/core/ex-a.c", C "const char *a = N_ (\"Word\");\n", "is not in po/POTFILES" },
  { house_check_potfiles, "src/core/ex-a.c", C "a = ngettext (\"%d day\", \"%d days\", n);\n", "is not in po/POTFILES" },
  { house_check_potfiles, "ui/page.ui", "<property name=\"label\" translatable=\"yes\">A</property>", "is not in po/POTFILES" },
  { house_check_potfiles, "po/POTFILES", "src/core/ex-gone.c\n", "which is not there" },
};

static void
test_case (const Case *item)
{
  g_autoptr (GPtrArray) complaints = complaints_about (item->rule, item->name, item->text);

  if (!item->complaint)
    assert_none (complaints);
  else if (complaints->len != 1 || !strstr (complaints->pdata[0], item->complaint))
    g_test_fail_printf ("%s: expected \"%s\", got %u complaints, the first: %s", item->name, item->complaint, complaints->len,
                        complaints->len ? (const char *) complaints->pdata[0] : "none");
}

static void
test_made_up_trees (gconstpointer data)
{
  HouseRule rule = (HouseRule) data;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].rule == rule)
      test_case (&cases[i]);
}

static void
test_own_header (void)
{
  g_autofree char *root = g_dir_make_tmp ("exemplar-house-XXXXXX", NULL);
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);

  write_file (root, "src/core/ex-a.h", H);
  write_file (root, "src/core/ex-a.c", C "#include <glib.h>\n");
  house_check_beginning (root, complaints);
  g_assert_cmpuint (complaints->len, ==, 1);
  g_assert_nonnull (strstr (complaints->pdata[0], "a file includes its own header, \"ex-a.h\""));
  remove_tree (root);
}

/* A function whose braces are @between lines apart. */
static char *
function_of (guint between)
{
  GString *text = g_string_new (C "static const int table[] =\n{\n  1\n};\n\nvoid\na (void)\n{\n");

  for (guint i = 0; i < between; i++)
    g_string_append (text, "  b ();\n");
  return g_string_free (g_string_append (text, "}\n"), FALSE);
}

static void
test_size (void)
{
  static const struct { guint between; guint complaints; const char *words; } sizes[] = {
    { 58, 0, NULL }, { 59, 1, "a function of 61 lines" }, { 485, 1, "a function" }, { 490, 2, "a file of 501 lines" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = function_of (sizes[i].between);
      g_autoptr (GPtrArray) complaints = complaints_about (house_check_size, "src/core/ex-a.c", text);

      g_assert_cmpuint (complaints->len, ==, sizes[i].complaints);
      if (sizes[i].words)
        g_assert_nonnull (strstr (complaints->pdata[0], sizes[i].words));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/floors/includes-go-down-only", house_check_includes, test_our_tree);
  g_test_add_data_func ("/floors/files-begin-alike", house_check_beginning, test_our_tree);
  g_test_add_data_func ("/floors/files-and-functions-are-short", house_check_size, test_our_tree);
  g_test_add_data_func ("/floors/files-are-named-after-one-thing", house_check_names, test_our_tree);
  g_test_add_data_func ("/floors/every-string-reaches-the-translators", house_check_potfiles, test_our_tree);

  g_test_add_data_func ("/made-up/an-include-up-or-sideways-is-found", house_check_includes, test_made_up_trees);
  g_test_add_data_func ("/made-up/another-beginning-is-found", house_check_beginning, test_made_up_trees);
  g_test_add_func ("/made-up/a-missing-own-header-is-found", test_own_header);
  g_test_add_func ("/made-up/long-files-and-functions-are-found", test_size);
  g_test_add_data_func ("/made-up/other-names-are-found", house_check_names, test_made_up_trees);
  g_test_add_data_func ("/made-up/a-forgotten-string-is-found", house_check_potfiles, test_made_up_trees);
  return g_test_run ();
}
