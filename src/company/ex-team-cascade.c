/* What hangs on what: objectives under their parents. */
#include "config.h"

#include "ex-team-private.h"

#include "chart/ex-icicle-chart.h"
#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>

#define NOT_IN_IT (-2)
#define NOT_YET   (-1)
/* Bytes in a piece of memory for strings. */
#define STRINGS 4096

/* --- what is said ------------------------------------------------------------------------------------------------------------ */

/* What the words say of a node: put together only when it is looked at, for the facts are gone by then, and of fifty thousand a few are. */
typedef struct
{
  const char *leader;
  const char *parent; /* (nullable) its title */
  const char *reason; /* (nullable) why it hangs on none */
  double      score;
  int         weight;
  guint8      status; /* ExStatus */
  gboolean    measured : 1;
  gboolean    loose : 1;
} Said;

typedef struct
{
  GArray       *nodes;   /* (element-type Said) */
  GStringChunk *strings;
} Words;

static Words *
words_new (void)
{
  Words *self = g_new0 (Words, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Said));
  self->strings = g_string_chunk_new (STRINGS);

  return self;
}

static void
words_free (gpointer data)
{
  Words *self = data;

  g_array_unref (self->nodes);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* "Keep contracts, Ana Okafor: On track, score 68.4 %, weight 40 %" */
static char *
describe_figures (const Said *said,
                  const char *title)
{
  g_autofree char *weight = ex_format_weight (said->weight);
  g_autofree char *score = NULL;

  if (!said->measured)
    /* Translators: title, leader, weight */
    return g_strdup_printf (_("%s, %s: not measured, weight %s"), title, said->leader, weight);

  score = ex_format_percent (said->score);
  /* Translators: title, leader, status ("On track"), score, weight */
  return g_strdup_printf (_("%s, %s: %s, score %s, weight %s"), title, said->leader, ex_status_label ((ExStatus) said->status), score, weight);
}

static char *
describe (guint       node,
          const char *title,
          gpointer    data)
{
  const Words *words = data;
  const Said *said = &g_array_index (words->nodes, Said, node);
  g_autofree char *figures = describe_figures (said, title);

  if (said->parent != NULL)
    /* Translators: what was said of an objective, and the title of its parent. */
    return g_strdup_printf (_("%s; under “%s”"), figures, said->parent);
  if (said->loose)
    return g_strdup_printf (_("%s; hangs in the air: under no objective, and no reason is given"), figures);
  if (said->reason != NULL)
    return g_strdup_printf (_("%s; under none, because: %s"), figures, said->reason);

  return g_steal_pointer (&figures);
}

/* --- what is drawn ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const ExTeam    *team;
  const ExCompany *company;
  GArray          *leaders;    /* (element-type guint) in the scope */
  GArray          *objectives; /* (element-type guint) the same */
  int             *nodes;      /* by objective: its node; NOT_YET; NOT_IN_IT: the scope */
  guint           *rows;       /* by objective that has a node: its row */
  int             *owners;     /* by objective in it: its leader */
  int             *parents;    /* by objective: its parent in this cycle, whether in the scope or not; -1: none */
  const char     **names;      /* by leader: as the words have it; NULL: not yet */
  Words           *words;      /* the chart's */
  guint            loose;
  guint            n_rows;
  ExIcicleChart   *chart;
} Drawing;

/* --- where it hangs ---------------------------------------------------------------------------------------------------------- */

static int
find_parent (const Drawing *self,
             guint          objective)
{
  int parent = ex_company_find_objective (self->company, ex_company_get_objective (self->company, objective)->parent_id);

  return parent == (int) objective ? -1 : parent;
}

static gboolean
is_loose (const Drawing *self,
          guint          objective)
{
  const ExObjective *record = ex_company_get_objective (self->company, objective);

  return self->parents[objective] < 0 && record->local_reason == NULL
         && !ex_reviews_is_top (self->team->reviews, (guint) self->owners[objective]);
}

/* Under no top leaders stand as deep as the reporting lines say. */
static guint
row_of_leader (const Drawing *self,
               guint          leader)
{
  guint level = ex_reviews_get_level (self->team->reviews, leader);

  return level > 0 ? level - 1 : ex_company_get_tree (self->company)->level[leader];
}

/* --- nodes ------------------------------------------------------------------------------------------------------------------- */

static ExTone
tone_of (ExStatus status)
{
  switch (status)
    {
    case EX_STATUS_ON_TRACK:
      return EX_TONE_GOOD;
    case EX_STATUS_AT_RISK:
      return EX_TONE_WATCH;
    case EX_STATUS_OFF_TRACK:
      return EX_TONE_BAD;
    case EX_STATUS_NO_DATA:
    default:
      return EX_TONE_NONE;
    }
}

static const char *
keep (Words      *words,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert (words->strings, text) : NULL;
}

/* Five objectives have one leader. */
static const char *
keep_leader (Drawing *self,
             guint    leader)
{
  if (self->names[leader] == NULL)
    self->names[leader] = keep (self->words, ex_company_get_leader (self->company, leader)->name);

  return self->names[leader];
}

static void
keep_words (Drawing *self,
            guint    objective,
            gboolean loose)
{
  const ExObjective *record = ex_company_get_objective (self->company, objective);
  const ExReading *reading = ex_company_get_reading (self->company, objective);
  int parent = self->parents[objective];
  const Said said = {
    .leader = keep_leader (self, (guint) self->owners[objective]),
    .parent = parent >= 0 ? keep (self->words, ex_company_get_objective (self->company, (guint) parent)->title) : NULL,
    .reason = keep (self->words, record->local_reason),
    .score = reading->score,
    .weight = record->weight,
    .status = reading->status,
    .measured = reading->measured,
    .loose = loose,
  };

  g_array_append_val (self->words->nodes, said);
}

static void
add_node (Drawing *self,
          guint    objective,
          int      parent)
{
  const ExObjective *record = ex_company_get_objective (self->company, objective);
  gboolean loose = is_loose (self, objective);
  g_autofree char *key = ex_target_key (EX_TARGET_OBJECTIVE, record->id, NULL);
  guint level = row_of_leader (self, (guint) self->owners[objective]);
  const ExIcicleNode node = {
    .name = record->title,
    .parent = parent >= 0 ? self->nodes[parent] : -1,
    .level = level,
    .weight = MAX (record->weight, 1) / (double) EX_WHOLE_BP,
    .tone = tone_of (ex_company_get_reading (self->company, objective)->status),
    .loose = loose,
    .key = key,
  };

  self->nodes[objective] = (int) ex_icicle_chart_add_node (self->chart, &node);
  keep_words (self, objective, loose);
  self->rows[objective] = parent >= 0 ? MAX (level, self->rows[parent] + 1) : level;
  self->n_rows = MAX (self->n_rows, self->rows[objective] + 1);
  self->loose += loose ? 1 : 0;
}

/* Parents first; a circle, which only a file that was tampered with has, is opened where it is found. A parent outside the scope is not drawn, and its
 * children stand in their own rows. */
static void
add_with_parents (Drawing *self,
                  guint    objective,
                  GArray  *way)
{
  int parent;

  g_array_set_size (way, 0);
  for (int i = (int) objective; i >= 0 && self->nodes[i] == NOT_YET; i = self->parents[i])
    {
      gboolean circle = FALSE;

      for (guint k = 0; k < way->len && !circle; k++)
        circle = g_array_index (way, int, k) == i;
      if (circle)
        break;
      g_array_append_val (way, i);
    }
  for (guint k = way->len; k-- > 0;)
    {
      int i = g_array_index (way, int, k);

      parent = self->parents[i];
      add_node (self, (guint) i, parent >= 0 && self->nodes[parent] >= 0 ? parent : -1);
    }
}

static void
add_nodes (Drawing *self)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = ex_company_n_objectives (self->company);

  self->nodes = g_new (int, n + 1);
  self->rows = g_new0 (guint, n + 1);
  self->owners = g_new (int, n + 1);
  self->parents = g_new (int, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->nodes[i] = NOT_IN_IT;
      self->parents[i] = find_parent (self, i);
    }
  for (guint i = 0; i < self->objectives->len; i++)
    {
      guint objective = g_array_index (self->objectives, guint, i);

      self->nodes[objective] = NOT_YET;
      self->owners[objective] = ex_company_find_leader (self->company, ex_company_get_objective (self->company, objective)->leader_id);
    }
  for (guint i = 0; i < self->objectives->len; i++)
    add_with_parents (self, g_array_index (self->objectives, guint, i), way);
}

/* --- words ------------------------------------------------------------------------------------------------------------------- */

static guint
count_below (const Drawing *self,
             guint          focus)
{
  guint below = 0;

  for (guint i = 0; i < self->objectives->len; i++)
    {
      int at = self->parents[g_array_index (self->objectives, guint, i)];

      for (guint steps = 0; at >= 0 && at != (int) focus && steps < self->objectives->len; steps++)
        at = self->nodes[at] >= 0 ? self->parents[at] : -1;
      below += at == (int) focus ? 1 : 0;
    }

  return below;
}

static char *
title_of_focus (const Drawing *self,
                guint          focus,
                guint          below)
{
  const char *title = ex_company_get_objective (self->company, focus)->title;
  g_autofree char *number = ex_format_integer (below);

  if (below == 0)
    return g_strdup_printf (_("Nothing hangs on “%s”"), title);

  return g_strdup_printf (ngettext ("%s objective hangs on “%s”", "%s objectives hang on “%s”", below), number, title);
}

static char *
title_of (const Drawing *self,
          int            focus,
          guint          below)
{
  g_autofree char *loose = ex_format_integer (self->loose);
  g_autofree char *all = ex_format_integer (self->objectives->len);

  if (self->objectives->len == 0)
    return NULL;
  if (focus >= 0)
    return title_of_focus (self, (guint) focus, below);
  if (self->loose == 0)
    return g_strdup (_("Every objective hangs on one above, or says why not"));

  return g_strdup_printf (ngettext ("%s of %s objectives hangs in the air", "%s of %s objectives hang in the air", self->loose), loose, all);
}

static char *
subtitle_of (const Drawing *self,
             int            focus,
             guint          below)
{
  ExPhrases *phrases = ex_phrases_new (_("Objectives under those that they serve, as wide as they weigh, coloured by status"));

  ex_phrases_add_scope (phrases, self->team);
  if (focus >= 0)
    {
      g_autofree char *drawn = ex_format_integer (below + 1);
      g_autofree char *all = ex_format_integer (self->objectives->len);

      ex_phrases_take (phrases, g_strdup_printf (ngettext ("%s of %s objective is drawn", "%s of %s objectives are drawn", self->objectives->len), drawn, all));
    }
  else
    {
      ex_phrases_take (phrases, ex_team_objectives (self->objectives->len));
      ex_phrases_take (phrases, ex_team_leaders (self->leaders->len));
    }
  ex_phrases_add_day (phrases, self->team->reviews);

  return ex_phrases_finish (phrases);
}

static void
name_rows (const Drawing *self)
{
  g_auto (GStrv) names = g_new0 (char *, self->n_rows + 1);
  const char *tones[] = { ex_status_label (EX_STATUS_NO_DATA), ex_status_label (EX_STATUS_ON_TRACK), ex_status_label (EX_STATUS_AT_RISK),
                          ex_status_label (EX_STATUS_OFF_TRACK) };

  for (guint row = 0; row < self->n_rows; row++)
    names[row] = ex_team_level_name (row + 1);
  ex_icicle_chart_set_rows (self->chart, (const char *const *) names);
  ex_icicle_chart_set_tone_names (self->chart, tones, _("Hangs in the air"));
}

ExChart *
ex_team_cascade_new (const ExTeam *team,
                     const char   *focus)
{
  g_autoptr (GArray) leaders = ex_scope_leaders (team->scope, team->reviews);
  g_autoptr (GArray) objectives = ex_scope_objectives (team->scope, team->reviews);
  ExChart *chart = ex_icicle_chart_new ();
  Drawing drawing = { .team = team, .company = ex_reviews_get_company (team->reviews), .leaders = leaders, .objectives = objectives,
                      .words = words_new (), .chart = EX_ICICLE_CHART (chart) };
  int at = ex_company_find_objective (drawing.company, focus);
  g_autofree char *title = NULL, *subtitle = NULL;
  guint below;

  drawing.names = g_new0 (const char *, ex_company_n_leaders (drawing.company) + 1);
  add_nodes (&drawing);
  ex_icicle_chart_set_detail_text (drawing.chart, describe, drawing.words, words_free);
  name_rows (&drawing);
  if (at >= 0 && drawing.nodes[at] < 0)
    at = -1;
  ex_icicle_chart_set_focus (drawing.chart, at >= 0 ? drawing.nodes[at] : -1);
  below = at >= 0 ? count_below (&drawing, (guint) at) : 0;
  title = title_of (&drawing, at, below);
  subtitle = subtitle_of (&drawing, at, below);
  ex_chart_set_title (chart, title, subtitle);
  ex_chart_set_empty_text (chart, ex_scope_is_all (team->scope) ? _("No objectives in this cycle yet") : _("No objectives of this kind"));
  g_free (drawing.names);
  g_free (drawing.nodes);
  g_free (drawing.rows);
  g_free (drawing.owners);
  g_free (drawing.parents);

  return chart;
}
