#include "house-rules.h"

#include <string.h>

#define MOST_LINES_IN_A_FILE 500
#define MOST_LINES_IN_A_FUNCTION 60

/* What a floor may include: other floors, and libraries beside GLib and C. */
typedef struct
{
  const char *folder;
  const char *floors;
  const char *libraries;
} Floor;

static const Floor floors[] = {
  { "core", "core", "" },
  { "store", "core store", "sqlite" },
  { "chart", "chart", "cairo zlib" },
  { "exchange", "core chart exchange", "cairo xlsxwriter" },
  { "company", "core store chart exchange company", "cairo" },
  { "cli", "core store chart exchange company cli", "cairo" },
  { "app", "core store chart exchange company app", "cairo gtk" },
};

/* Which library a header in angle brackets belongs to, by how its name begins. */
static const struct
{
  const char *prefix;
  const char *library;
} libraries[] = {
  { "gtk/", "gtk" },     { "gdk/", "gtk" },    { "gsk/", "gtk" },       { "adwaita.h", "gtk" },  { "cairo", "cairo" },
  { "pango/", "cairo" }, { "sqlite3", "sqlite" }, { "glib", "glib" },   { "gio/", "glib" },      { "gobject/", "glib" },
  { "gmodule", "glib" }, { "zlib.h", "zlib" }, { "xlsxwriter", "xlsxwriter" },
};

static const char *const c_headers[] = {
  "assert.h",  "ctype.h",  "errno.h",  "fcntl.h",   "float.h",  "inttypes.h", "langinfo.h", "limits.h", "locale.h", "malloc.h", "math.h",
  "pthread.h", "pwd.h",    "setjmp.h", "signal.h",  "stdarg.h", "stdbool.h",  "stddef.h",   "stdint.h", "stdio.h",  "stdlib.h", "string.h",
  "strings.h", "time.h",   "unistd.h", "wchar.h",   NULL,
};

/* One source file, read. */
typedef struct
{
  char  *path;   /* from the root: "src/core/ex-day.c" */
  char  *floor;  /* "core" */
  char **lines;
} Source;

static void
source_free (Source *source)
{
  g_free (source->path);
  g_free (source->floor);
  g_strfreev (source->lines);
  g_free (source);
}

static Source *
source_read (const char *root, const char *floor, const char *name)
{
  Source *source = g_new0 (Source, 1);
  g_autofree char *full = g_build_filename (root, "src", floor, name, NULL);
  g_autofree char *text = NULL;

  source->path = g_build_filename ("src", floor, name, NULL);
  source->floor = g_strdup (floor);
  if (!g_file_get_contents (full, &text, NULL, NULL))
    text = g_strdup ("");
  if (g_str_has_suffix (text, "\n"))
    text[strlen (text) - 1] = '\0';
  source->lines = g_strsplit (text, "\n", -1);
  return source;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full) (element-type utf8) sorted names in a folder; empty where there is none. */
static GPtrArray *
list_names (const char *root, const char *folder)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
is_source (const char *name)
{
  return g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".h");
}

/* (transfer full) (element-type Source) every .c and .h of src/, floor by floor. */
static GPtrArray *
read_sources (const char *root)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  g_autoptr (GPtrArray) folders = list_names (root, "src");

  for (guint i = 0; i < folders->len; i++)
    {
      const char *floor = folders->pdata[i];
      g_autofree char *folder = g_build_filename ("src", floor, NULL);
      g_autoptr (GPtrArray) names = list_names (root, folder);

      for (guint j = 0; j < names->len; j++)
        if (is_source (names->pdata[j]))
          g_ptr_array_add (sources, source_read (root, floor, names->pdata[j]));
    }
  return sources;
}

/* The header that a line includes, without its brackets; NULL: the line includes none. (transfer full) */
static char *
included (const char *line, gboolean *angled)
{
  const char *start = line, *end;

  while (g_ascii_isspace (*start))
    start++;
  if (*start != '#')
    return NULL;
  for (start++; *start == ' '; start++)
    ;
  if (!g_str_has_prefix (start, "include"))
    return NULL;
  start += strcspn (start, "<\"");
  if (*start == '\0')
    return NULL;
  *angled = *start == '<';
  end = strchr (start + 1, *angled ? '>' : '"');
  return end ? g_strndup (start + 1, (gsize) (end - start - 1)) : NULL;
}

static const Floor *
find_floor (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (floors); i++)
    if (g_str_equal (floors[i].folder, folder))
      return &floors[i];
  return NULL;
}

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) split, word);
}

/* "C" for the language's and the system's own; NULL: nobody knows it. */
static const char *
library_of (const char *header)
{
  for (guint i = 0; i < G_N_ELEMENTS (libraries); i++)
    if (g_str_has_prefix (header, libraries[i].prefix))
      return libraries[i].library;
  return g_str_has_prefix (header, "sys/") || g_strv_contains (c_headers, header) ? "C" : NULL;
}

static void G_GNUC_PRINTF (4, 5)
complain (GPtrArray *complaints, const Source *source, guint line, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (complaints, g_strdup_printf ("%s:%u: %s", source->path, line, words));
}

static void
check_library (const Source *source, const Floor *floor, guint line, const char *header, GPtrArray *complaints)
{
  const char *library = library_of (header);

  if (!library)
    complain (complaints, source, line, "<%s> belongs to no library that the house knows", header);
  else if (g_str_equal (library, "C") || g_str_equal (library, "glib"))
    return;
  else if (!has_word (floor->libraries, library))
    complain (complaints, source, line, "%s may not use %s: <%s>", floor->folder, library, header);
  else if (g_str_equal (library, "sqlite") && !g_str_equal (source->path, "src/store/ex-sqlite.c"))
    complain (complaints, source, line, "<%s> is for src/store/ex-sqlite.c alone", header);
}

/* Resources that the build makes of files in data/, such as the sample company. */
static gboolean
is_made_of_data (const char *header)
{
  return g_str_has_prefix (header, "data/") && g_str_has_suffix (header, "-resources.h");
}

static void
check_ours (const Source *source, const Floor *floor, guint line, const char *header, GPtrArray *complaints)
{
  g_auto (GStrv) parts = g_strsplit (header, "/", -1);

  if (g_strv_length (parts) == 1 || is_made_of_data (header))
    return;
  if (g_strv_length (parts) != 2 || !find_floor (parts[0]))
    complain (complaints, source, line, "\"%s\" is not a path from src/, such as \"core/ex-day.h\"", header);
  else if (!has_word (floor->floors, parts[0]))
    complain (complaints, source, line, "%s may not know %s: \"%s\" goes up or sideways", floor->folder, parts[0], header);
}

void
house_check_includes (const char *root, GPtrArray *complaints)
{
  g_autoptr (GPtrArray) sources = read_sources (root);

  for (guint i = 0; i < sources->len; i++)
    {
      const Source *source = sources->pdata[i];
      const Floor *floor = find_floor (source->floor);

      if (!floor)
        complain (complaints, source, 1, "src/%s is no floor of the house", source->floor);
      for (guint line = 0; floor && source->lines[line]; line++)
        {
          gboolean angled;
          g_autofree char *header = included (source->lines[line], &angled);

          if (header && angled)
            check_library (source, floor, line + 1, header, complaints);
          else if (header)
            check_ours (source, floor, line + 1, header, complaints);
        }
    }
}

/* Of ex-window.c: ex-window.h, or ex-window-private.h, which includes it. */
static gboolean
is_own (const char *header, const char *stem)
{
  const char *rest = g_str_has_prefix (header, stem) ? header + strlen (stem) : "";

  return g_str_equal (rest, ".h") || g_str_equal (rest, "-private.h");
}

/* Where an include stands in a file's order: config.h, own header, ours, libraries, C. */
static int
rank (const char *header, gboolean angled, const char *stem, int last)
{
  if (!angled)
    return g_str_equal (header, "config.h") ? 0 : is_own (header, stem) && last < 2 ? 1 : 2;
  return g_strcmp0 (library_of (header), "C") == 0 ? 4 : 3;
}

static void
check_order (const char *root, const Source *source, GPtrArray *complaints)
{
  static const char *const words[] = { "config.h", "the file's own header", "our headers", "libraries", "C" };
  g_autofree char *name = g_path_get_basename (source->path);
  g_autofree char *stem = g_strndup (name, strlen (name) - 2);
  g_autofree char *own = g_strconcat (root, "/src/", source->floor, "/", stem, ".h", NULL);
  gboolean seen_own = FALSE;
  int last = -1;

  for (guint line = 0; source->lines[line]; line++)
    {
      gboolean angled;
      g_autofree char *header = included (source->lines[line], &angled);
      int now = header ? rank (header, angled, stem, last) : last;

      if (header && last == -1 && now != 0)
        complain (complaints, source, line + 1, "the first include of a .c file is \"config.h\"");
      if (now < last)
        complain (complaints, source, line + 1, "%s come before %s", words[now], words[last]);
      seen_own |= header && now == 1;
      last = MAX (last, now);
    }
  if (!seen_own && g_file_test (own, G_FILE_TEST_EXISTS))
    complain (complaints, source, 1, "a file includes its own header, \"%s.h\"", stem);
}

/* A header opens with a comment that says what it is for, then guards itself. */
static void
check_header (const Source *source, GPtrArray *complaints)
{
  guint line = 0;

  if (!g_str_has_prefix (source->lines[0] ? source->lines[0] : "", "/*"))
    complain (complaints, source, 1, "a header opens with a comment that says what it is for");
  while (source->lines[line] && !g_str_equal (source->lines[line], "#pragma once") && !g_str_has_prefix (source->lines[line], "#include"))
    line++;
  if (!source->lines[line] || !g_str_equal (source->lines[line], "#pragma once"))
    complain (complaints, source, line + 1, "a header has #pragma once before everything else");
}

void
house_check_beginning (const char *root, GPtrArray *complaints)
{
  g_autoptr (GPtrArray) sources = read_sources (root);

  for (guint i = 0; i < sources->len; i++)
    {
      const Source *source = sources->pdata[i];

      if (g_str_has_suffix (source->path, ".h"))
        check_header (source, complaints);
      else
        check_order (root, source, complaints);
    }
}

/* A function's body opens with a brace at the line's start, after a line that ends its parameters. */
static void
check_functions (const Source *source, GPtrArray *complaints)
{
  guint start = 0;

  for (guint line = 1; source->lines[0] && source->lines[line]; line++)
    {
      if (source->lines[line][0] == '{' && g_str_has_suffix (source->lines[line - 1], ")"))
        start = line;
      if (source->lines[line][0] != '}' || start == 0)
        continue;
      if (line - start + 1 > MOST_LINES_IN_A_FUNCTION)
        complain (complaints, source, start, "a function of %u lines; %d are the most", line - start + 1, MOST_LINES_IN_A_FUNCTION);
      start = 0;
    }
}

void
house_check_size (const char *root, GPtrArray *complaints)
{
  g_autoptr (GPtrArray) sources = read_sources (root);

  for (guint i = 0; i < sources->len; i++)
    {
      const Source *source = sources->pdata[i];
      guint n = g_strv_length (source->lines);

      if (n > MOST_LINES_IN_A_FILE)
        complain (complaints, source, n, "a file of %u lines; %d are the most", n, MOST_LINES_IN_A_FILE);
      check_functions (source, complaints);
    }
}

void
house_check_names (const char *root, GPtrArray *complaints)
{
  g_autoptr (GPtrArray) sources = read_sources (root);

  for (guint i = 0; i < sources->len; i++)
    {
      const Source *source = sources->pdata[i];
      g_autofree char *name = g_path_get_basename (source->path);

      if (!g_str_has_prefix (name, "ex-") && !g_str_equal (name, "main.c"))
        complain (complaints, source, 1, "files are called ex-*.c and ex-*.h");
      if (strstr (name, "util") || strstr (name, "helper") || strstr (name, "misc"))
        complain (complaints, source, 1, "a file is one thing, and named after it");
    }
}

static gboolean
is_translatable (const Source *source)
{
  g_autofree char *text = g_strjoinv ("\n", source->lines);

  return g_regex_match_simple ("\\b(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2) ?\\(\\s*\"", text, 0, 0);
}

static void
check_listed (const char *path, char **listed, GPtrArray *complaints)
{
  if (!g_strv_contains ((const char *const *) listed, path))
    g_ptr_array_add (complaints, g_strdup_printf ("%s: has strings to translate and is not in po/POTFILES", path));
}

void
house_check_potfiles (const char *root, GPtrArray *complaints)
{
  g_autofree char *path = g_build_filename (root, "po", "POTFILES", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) listed = NULL;
  g_autoptr (GPtrArray) sources = read_sources (root);
  g_autoptr (GPtrArray) templates = list_names (root, "ui");

  if (!g_file_get_contents (path, &text, NULL, NULL))
    text = g_strdup ("");
  listed = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < sources->len; i++)
    if (is_translatable (sources->pdata[i]))
      check_listed (((Source *) sources->pdata[i])->path, listed, complaints);
  for (guint i = 0; i < templates->len; i++)
    if (g_str_has_suffix (templates->pdata[i], ".ui"))
      {
        g_autofree char *name = g_build_filename ("ui", templates->pdata[i], NULL);
        g_autofree char *full = g_build_filename (root, name, NULL);
        g_autofree char *template = NULL;

        if (g_file_get_contents (full, &template, NULL, NULL) && strstr (template, "translatable="))
          check_listed (name, listed, complaints);
      }
  for (guint i = 0; listed[i]; i++)
    {
      g_autofree char *full = g_build_filename (root, listed[i], NULL);

      if (listed[i][0] != '\0' && listed[i][0] != '#' && !g_file_test (full, G_FILE_TEST_EXISTS))
        g_ptr_array_add (complaints, g_strdup_printf ("po/POTFILES: names %s, which is not there", listed[i]));
    }
}
