/* "cycle": what its verbs share. */
#pragma once

#include "ex-cli-table.h"
#include "ex-cli.h"

G_BEGIN_DECLS

typedef struct
{
  char  *from;
  char  *to;
  char **tops;
  char  *least;      /* --min-objectives */
  char  *scale;      /* words, separated by commas */
  char  *until[EX_N_OPEN_PHASES];
  char  *threshold;  /* --threshold-score, in percent; likewise: */
  char  *stretch;
  char  *late;
  char  *board;
  char  *name;       /* a new one, of set */
  char  *carry;      /* name of a cycle whose objectives come along */
  char **objectives; /* of them, only these */
  char  *why;
  char  *format;
  char  *actor;
} ExCliCycleOptions;

extern const ExCliUsage ex_cli_cycle_usage;

/* Everything but name and period out of the options that are given. FALSE: *@status says how it ended, and it was said why. */
gboolean    ex_cli_cycle_fill    (ExCycle *cycle, const ExCliCycleOptions *options, ExCliStatus *status);
/* The ids of the objectives that --carry and --objective name. NULL: it was said why not. (transfer full) */
char      **ex_cli_cycle_choose  (ExStore *store, const ExCliCycleOptions *options);
/* Copies them into @cycle, inside the action that is open, and says which were left out. */
ExCliStatus ex_cli_cycle_carry   (ExStore *store, const ExCycle *cycle, const char *const *ids, const ExCliCycleOptions *options);

/* @path: of the company. @name: of the cycle that is to be. */
ExCliStatus ex_cli_cycle_new     (const char *path, const char *name, const ExCliCycleOptions *options);
ExCliStatus ex_cli_cycle_set     (ExStore *store, const ExCycle *cycle, const ExCliCycleOptions *options);
/* @only: (nullable) the one that is listed. */
ExCliStatus ex_cli_cycle_list    (ExStore *store, const ExCycle *only, ExCliFormat format);

/* A step of a cycle that is there: advance (answers who is not there yet), back, close, reopen. */
ExCliStatus ex_cli_cycle_advance (ExStore *store, const ExCycle *cycle, ExCliFormat format);
ExCliStatus ex_cli_cycle_back    (ExStore *store, const ExCycle *cycle, const char *why);
ExCliStatus ex_cli_cycle_close   (ExStore *store, const ExCycle *cycle);
ExCliStatus ex_cli_cycle_reopen  (ExStore *store, const ExCycle *cycle, const char *why);

G_END_DECLS
