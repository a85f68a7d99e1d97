/* What the commands of exemplarctl share: how one is called, how it refuses, how it opens a company. */
#pragma once

#include "store/ex-store-journal.h"

G_BEGIN_DECLS

/* Exit statuses of the contract. */
typedef enum
{
  EX_CLI_DONE    = 0,
  EX_CLI_REFUSED = 1, /* the reasons are on standard error */
  EX_CLI_USAGE   = 2, /* wrong usage */
} ExCliStatus;

typedef struct
{
  const char *name;     /* "import" */
  const char *synopsis; /* what follows it: "FILE leaders|objectives INPUT" */
  const char *summary;  /* one line, N_() */
  const char *details;  /* more for --help, N_(), may be NULL */
  guint       least;    /* words that must follow the command, and may at most */
  guint       most;
} ExCliUsage;

typedef struct
{
  const ExCliUsage *usage;
  ExCliStatus    (* run) (int argc, char **argv); /* argv[0] is the command's name */
} ExCliCommand;

/* The whole program. */
int          ex_cli_run     (int argc, char **argv);

/* Parses @entries (strictly; strings as G_OPTION_ARG_FILENAME, so that no locale garbles them) out of @argv. TRUE: go on with @words,
 * the rest as it was given, (transfer full). FALSE: *@status says how it ended; help or what is wrong was printed. */
gboolean     ex_cli_parse   (const ExCliUsage *usage, const GOptionEntry *entries, int argc, char **argv, char ***words, ExCliStatus *status);

/* Prints "exemplarctl COMMAND: words" and the usage to standard error. */
ExCliStatus  ex_cli_misused (const ExCliUsage *usage, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Prints "exemplarctl: words" to standard error. */
ExCliStatus  ex_cli_refuse  (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* A line to standard error: a message, never the answer. */
void         ex_cli_tell    (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Text to standard output as it is, in UTF-8. */
void         ex_cli_answer  (const char *text);

/* "no such X; did you mean Y?" with the nearest of @candidates (NULL-terminated), or all of them. */
ExCliStatus  ex_cli_unknown (const ExCliUsage *usage, const char *what, const char *word, const char *const *candidates);

/* TRUE: @output is the company itself, and it was said; *@status says how it ended. */
gboolean     ex_cli_would_overwrite (const ExCliUsage *usage, const char *output, const char *company, ExCliStatus *status);

/* Opens for @actor (NULL: HR). NULL: it said why not. (transfer full) */
ExStore     *ex_cli_open    (const char *path, const char *actor);

/* A command line argument as UTF-8. (transfer full) */
char        *ex_cli_to_utf8 (const char *argument);
/* The same as a name is kept: one line, blanks and control characters put together, none at its ends. (transfer full) */
char        *ex_cli_to_name (const char *argument);

extern const ExCliCommand ex_cli_new_command;
extern const ExCliCommand ex_cli_import_command;
extern const ExCliCommand ex_cli_cycle_command;
extern const ExCliCommand ex_cli_asset_command;
extern const ExCliCommand ex_cli_review_command;
extern const ExCliCommand ex_cli_show_command;
extern const ExCliCommand ex_cli_rewards_command;
extern const ExCliCommand ex_cli_score_command;
extern const ExCliCommand ex_cli_payout_command;
extern const ExCliCommand ex_cli_chart_command;
extern const ExCliCommand ex_cli_report_command;
extern const ExCliCommand ex_cli_export_command;
extern const ExCliCommand ex_cli_undo_command;
extern const ExCliCommand ex_cli_redo_command;
extern const ExCliCommand ex_cli_erase_command;
extern const ExCliCommand ex_cli_check_command;
extern const ExCliCommand ex_cli_backup_command;

G_END_DECLS
