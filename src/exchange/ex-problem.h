/* What is wrong with a file, by line and column. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EX_PROBLEMS_KEPT 1000 /* the rest is only counted */

typedef struct
{
  guint    line;      /* of the file, 1-based; where the row starts */
  guint    column;    /* number of the field in its row, 1-based; 1 for the whole row */
  char    *text;      /* what is wrong, what would be right; translated */
  gboolean warning;   /* told, but refuses nothing */
} ExProblem;

typedef struct
{
  GPtrArray *kept;    /* (element-type ExProblem), the first EX_PROBLEMS_KEPT errors and as many warnings, by line */
  guint64    errors;  /* all of them */
  guint64    warnings;
} ExProblems;

ExProblems *ex_problems_new  (void);
void        ex_problems_free (ExProblems *self);
void        ex_problems_add  (ExProblems *self, guint line, guint column, const char *format, ...) G_GNUC_PRINTF (4, 5);
void        ex_problems_warn (ExProblems *self, guint line, guint column, const char *format, ...) G_GNUC_PRINTF (4, 5);
/* Whether an error there would be among the first that are kept: words for others need not be put together. */
gboolean    ex_problems_wants (const ExProblems *self, guint line, guint column);
/* "INPUT:LINE:COLUMN: text" a line, then a count of those not kept. (transfer full) */
char       *ex_problems_to_text (const ExProblems *self, const char *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExProblems, ex_problems_free)

G_END_DECLS
