/* Leaders, and the tree of who reports to whom. */
#pragma once

#include "ex-day.h"

G_BEGIN_DECLS

typedef struct
{
  char    *id;          /* the company's own; unique, never empty */
  char    *name;
  char    *title;       /* optional strings are NULL, never "" */
  char    *unit;
  char    *email;
  char    *manager_id;  /* NULL: nobody above */
  gint64   incentive_target; /* minor units; -1: not set */
  ExDay    from;        /* first day in role; EX_DAY_NONE: always */
  ExDay    to;          /* last day in role; EX_DAY_NONE: open */
} ExLeader;

ExLeader *ex_leader_new  (const char *id, const char *name);
ExLeader *ex_leader_copy (const ExLeader *self);
void      ex_leader_free (ExLeader *self);
gboolean  ex_leader_equal (const ExLeader *a, const ExLeader *b);
/* What makes this record impossible by itself (no id, no name, from after to): (transfer full) sentences, empty when fine. */
GPtrArray *ex_leader_problems (const ExLeader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExLeader, ex_leader_free)

/* The tree. Indexes are those of the @leaders array it was built from; siblings keep that array's order. */
typedef struct
{
  guint  n;
  int   *parent;      /* [n] index of the manager, -1 at a top */
  int   *first_child; /* [n] -1: none */
  int   *next_sibling;/* [n] -1: last */
  guint *level;       /* [n] 0 at a top */
  guint *order;       /* [n] indexes so that managers come before their reports (depth first) */
  GHashTable *by_id;  /* id -> GINT_TO_POINTER (index + 1); ids owned by the leaders */
} ExTree;

/* @leaders: (element-type ExLeader), must outlive the tree. A manager_id that is nobody's counts as a top. Leaders on
 * a loop (A under B under A) make it fail with EX_ERROR_INVALID naming the loop. */
ExTree  *ex_tree_new    (const GPtrArray *leaders, GError **error);
void     ex_tree_free   (ExTree *self);
int      ex_tree_index  (const ExTree *self, const char *id);  /* -1: nobody */
int      ex_tree_next   (const ExTree *self, int index, int top); /* after @index, depth first, below @top; -1: no more */
gboolean ex_tree_is_below (const ExTree *self, int index, int manager_index); /* strictly below */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExTree, ex_tree_free)

G_END_DECLS
