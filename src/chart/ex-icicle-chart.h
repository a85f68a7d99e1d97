/* A hierarchy as an icicle: what stands at the top lies in the first row, what hangs on it below, as wide as it weighs (at least as wide as all that hangs on
 * it). What hangs on nothing though it should stands at the end, set apart and hatched. Parts too narrow to be seen are joined. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_ICICLE_CHART (ex_icicle_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExIcicleChart, ex_icicle_chart, EX, ICICLE_CHART, ExChart)

/* Told apart by colour, by a shape before the name, and by hatching. */
typedef enum { EX_TONE_NONE, EX_TONE_GOOD, EX_TONE_WATCH, EX_TONE_BAD } ExTone;

typedef struct
{
  const char *name;
  int         parent; /* a node added before, -1: none */
  guint       level;  /* the row of one without a parent: 0 at the top; of others it is one below the parent's, at least this */
  double      weight; /* > 0 */
  ExTone      tone;
  gboolean    loose;  /* hangs in the air */
  const char *detail; /* (nullable) */
  const char *key;    /* (nullable) */
} ExIcicleNode;

/* What is said of @node, called @name; (transfer full). */
typedef char *(* ExIcicleText) (guint node, const char *name, gpointer data);

ExChart *ex_icicle_chart_new            (void);
/* Copied. Its number. */
guint    ex_icicle_chart_add_node       (ExIcicleChart *self, const ExIcicleNode *node);
/* What is said of nodes without a detail, in place of all the details of fifty thousand of them; NULL: the name and the tone. */
void     ex_icicle_chart_set_detail_text (ExIcicleChart *self, ExIcicleText func, gpointer data, GDestroyNotify destroy);
/* What the rows are called at their side: "Level 1"; NULL-terminated, (nullable). */
void     ex_icicle_chart_set_rows       (ExIcicleChart *self, const char *const *rows);
/* What the tones mean, for the legend, with their shapes: by ExTone; NULL: not in the legend. And what the loose ones are called. */
void     ex_icicle_chart_set_tone_names (ExIcicleChart *self, const char *const names[4], const char *loose);
/* Only @node and what hangs on it, -1: everything. A change is a motion. */
void     ex_icicle_chart_set_focus      (ExIcicleChart *self, int node);

G_END_DECLS
