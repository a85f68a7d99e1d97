/* Runs the real exemplarctl, as a script would. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int   status;
  char *out;
  char *err;
} CliRun;

/* Words of the command line, NULL at the end. Ends the test when the program died of a signal or complained like a program with a
 * mistake in it. (transfer full) */
CliRun *cli_run      (const char *first, ...) G_GNUC_NULL_TERMINATED;
CliRun *cli_run_words (const char *const *words); /* without the program */
void    cli_run_free (CliRun *self);

/* The same, for a status that is expected; the output goes to @out (nullable). */
void    cli_expect   (int status, char **out, const char *first, ...) G_GNUC_NULL_TERMINATED;
/* That @status, nothing on standard output, and @words on standard error. */
void    cli_refused  (int status, const char *words, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* A name in this test program's own folder, which goes when the test ends. (transfer full) */
char   *cli_path     (const char *name);
/* The same, with something in it. */
char   *cli_file     (const char *name, const char *contents);
/* A company "Test" in euros. */
char   *cli_company  (const char *name);
/* The field of the row in which @key_column is @key; fails without one. (transfer full) */
char   *cli_csv_get  (const char *csv, const char *key_column, const char *key, const char *column);
guint   cli_n_lines  (const char *text);

void    cli_start    (int *argc, char ***argv); /* g_test_init() and the folder */
int     cli_end      (void);                    /* g_test_run() and the folder's end */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

#define cli_assert_has(text, words)                                                                                              \
  G_STMT_START                                                                                                                   \
  {                                                                                                                              \
    if (strstr ((text), (words)) == NULL)                                                                                        \
      g_error ("\"%s\" is not in:\n%s", (words), (text));                                                                        \
  }                                                                                                                              \
  G_STMT_END

G_END_DECLS
