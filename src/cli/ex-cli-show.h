/* "show": what each kind of answer is asked with. */
#pragma once

#include "core/ex-movement.h"
#include "core/ex-reviews.h"
#include "ex-cli-table.h"
#include "ex-cli.h"
#include "exchange/ex-table-file.h"

G_BEGIN_DECLS

/* Where "export" writes an answer. */
typedef struct
{
  const char   *path;
  ExTableFormat format;
  const char   *title;    /* of the sheet */
  const char   *company;
  const char   *currency;
  GCancellable *cancellable;
} ExCliFile;

typedef struct
{
  char       *cycle;
  char       *leader;
  char       *page;       /* of history: one of ex_history_pages() */
  char       *person;
  ExDay       from;
  ExDay       to;
  ExPeriod    period;
  gboolean    has_period;
  ExPeriod    period_to;  /* with has_range, not has_period: from period to this one */
  gboolean    has_range;
  ExGrain     grain;      /* 0: as it is kept */
  gboolean    by_segment;
  const ExCycle *of;      /* movements over this one, or as much of it as is known */
  gboolean    overview;   /* movements over the latest cycle, or as much of it as is known */
  guint       version;    /* of rewards: of which close; 0: the latest, or as it stands now */
  gboolean    explain;
  ExCliFormat format;
  const ExCliFile *file;  /* the answer is written there; NULL: to standard output */
} ExCliShow;

typedef ExCliStatus (* ExCliShowFunc) (ExStore *store, const ExCliShow *show);

ExCliStatus ex_cli_show_leaders      (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_objectives   (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_scores       (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_asset        (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_lost_reasons (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_claims       (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_rewards      (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_reviews      (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_coverage     (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_todo         (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_show_history      (ExStore *store, const ExCliShow *show);

/* Of "export" alone: too long for a screen. */
ExCliStatus ex_cli_export_check_ins  (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_export_customers  (ExStore *store, const ExCliShow *show);
ExCliStatus ex_cli_export_movements  (ExStore *store, const ExCliShow *show);

/* The answer's table, on standard output or in its file; NULL: it cannot be written, which was said. End it with ex_cli_table_answer(). */
ExTable    *ex_cli_show_table        (const ExCliShow *show, const ExTableColumn *columns);
/* The company in the cycle that was asked for; NULL: it was said why not. (transfer full) */
ExCompany  *ex_cli_show_read_company (ExStore *store, const ExCliShow *show);
/* The same with its reviews; a company without a cycle has none. (transfer full) */
ExReviews  *ex_cli_show_read_reviews (ExStore *store, const ExCliShow *show);
/* Who is looking: a leader's index, EX_NOBODY for HR. */
int         ex_cli_show_viewer       (ExStore *store, const ExCompany *company);
/* "2026-09", "2026-Q3", "2025-10..2026-09"; FALSE: @text is none. */
gboolean    ex_cli_show_parse_period (ExCliShow *show, const char *text);
/* FALSE: a leader was asked for who is not there, which was said. *@index -1: none was asked for. */
gboolean    ex_cli_show_find_leader  (const ExCompany *company, const ExCliShow *show, int *index);

G_END_DECLS
