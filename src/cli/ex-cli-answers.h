/* The answers that "show" prints and "export" writes, and the options that say which. */
#pragma once

#include "ex-cli-show.h"

G_BEGIN_DECLS

typedef struct
{
  const char   *name;    /* "lost-reasons" */
  const char   *title;   /* "Why customers left", N_() */
  ExCliShowFunc show;
  guint         options; /* that it takes */
  gboolean      files;   /* too long, or too plain, for a screen: export has it, show does not */
} ExCliAnswer;

/* NULL: there is none of that name, which is said, with the nearest. @files: of export. */
const ExCliAnswer *ex_cli_answer_find (const ExCliUsage *usage, const char *name, gboolean files, ExCliStatus *status);

typedef struct
{
  char    *cycle;
  char    *leader;
  char    *period;
  char    *by;
  char    *grain;
  char    *page;
  char    *person;
  char    *from;
  char    *to;
  char    *version;
  char    *actor;
  gboolean explain;
} ExCliAnswerOptions;

void     ex_cli_answer_options_clear (ExCliAnswerOptions *self);
/* Free @show with ex_cli_answer_clear(). FALSE: an option is wrong, or the answer has no use for it; *@status says how it ended. */
gboolean ex_cli_answer_options_parse (const ExCliAnswerOptions *self, const ExCliUsage *usage, const ExCliAnswer *answer, ExCliShow *show,
                                      ExCliStatus *status);
void     ex_cli_answer_clear         (ExCliShow *show);

/* The entries of both commands. */
#define EX_CLI_ANSWER_ENTRIES(options)                                                                                                               \
  { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &(options).cycle, N_("the latest unless set; asset, lost-reasons: over this cycle"), N_("NAME") },         \
  { "leader", 0, 0, G_OPTION_ARG_FILENAME, &(options).leader, N_("only of this one; leaders: and all below; history: what was theirs"), N_("ID") },  \
  { "period", 0, 0, G_OPTION_ARG_FILENAME, &(options).period, N_("only this one: 2026-09, 2026-Q3, 2026; or 2025-10..2026-09 as one"), N_("PERIOD") }, \
  { "by", 0, 0, G_OPTION_ARG_FILENAME, &(options).by, N_("a line for each segment of customers as well"), "segment" },                               \
  { "grain", 0, 0, G_OPTION_ARG_FILENAME, &(options).grain, N_("month, quarter, year: coarser than the ledger is kept"), N_("GRAIN") },              \
  { "page", 0, 0, G_OPTION_ARG_FILENAME, &(options).page, N_("history: what is done on this page of the window"), N_("PAGE") },                      \
  { "person", 0, 0, G_OPTION_ARG_FILENAME, &(options).person, N_("history: who did it, a leader or HR"), N_("ID") },                                 \
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &(options).from, N_("history: from this day on"), N_("DATE") },                                             \
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &(options).to, N_("history: up to this day"), N_("DATE") },                                                   \
  { "version", 0, 0, G_OPTION_ARG_FILENAME, &(options).version, N_("rewards: as the first, second, … close has frozen them"), N_("NUMBER") },        \
  { "as", 0, 0, G_OPTION_ARG_FILENAME, &(options).actor, N_("who is looking; HR unless set"), N_("ID") }

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExCliAnswerOptions, ex_cli_answer_options_clear)

G_END_DECLS
