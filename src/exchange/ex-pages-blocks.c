/* Every block but tables as slabs. */
#include "config.h"

#include "ex-pages-private.h"

#define MEASURE 430.0       /* longer lines are hard to follow */
#define QUOTE_INDENT 12.0
#define FACT_GAP 16.0
#define FACT_NAMES 0.38     /* of the width, at most */
#define CHART_GAP 20.0
#define CHART_SHARE 0.5     /* of its width, where a chart takes what room there is */
#define CHART_KEPT 90.0     /* for a heading above a chart as high as the page */
#define SIGNATURE_GAP 28.0
#define SIGNATURE_ROOM 34.0 /* for a pen */

static void
add_heading (ExPages *self, const ExBlock *block, gint index, double before)
{
  ExType type = EX_TYPE_TITLE + block->level - 1;
  guint text = ex_pages_set (self, block->text, type, EX_ALIGN_START, self->width);
  guint n = ex_pages_n_lines (self, text);

  for (guint i = 0; i < n; i++)
    {
      ex_pages_slab (self, i == 0 ? before : 0, ex_type_leading (type), TRUE)->heading = i == 0 ? index : -1;
      ex_pages_put_lines (self, text, i, 1, 0, 0);
    }
}

/* A chart alone on its page may fill it. */
static double
most_height (const ExPages *self)
{
  return self->slabs->len == 0 ? self->height : self->height - CHART_KEPT;
}

/* A line a slab; the first two stay together, and the last two. */
static void
add_text (ExPages *self, const ExBlock *block, double before)
{
  static const ExType types[] = { EX_TYPE_BODY, EX_TYPE_LEAD, EX_TYPE_NOTE, EX_TYPE_BODY };
  ExType type = types[block->style];
  double leading = ex_type_leading (type);
  double indent = block->style == EX_TEXT_QUOTE ? QUOTE_INDENT : 0;
  double measure = block->style == EX_TEXT_LEAD ? self->width : MEASURE;
  guint text = ex_pages_set (self, block->text, type, EX_ALIGN_START, MIN (self->width, measure) - indent);
  guint n = ex_pages_n_lines (self, text);

  for (guint i = 0; i < n; i++)
    {
      ex_pages_slab (self, i == 0 ? before : 0, leading, i + 1 < n && (i == 0 || i + 2 == n));
      if (indent > 0)
        ex_pages_put_bar (self, EX_PAPER_FAINT, 0, 0, leading, 1.5);
      ex_pages_put_lines (self, text, i, 1, indent, 0);
    }
}

static double
names_width (ExPages *self, const ExBlock *block)
{
  double width = 0;

  for (guint i = 0; i < block->n_words; i += 2)
    width = MAX (width, ex_typesetter_measure (self->setter, EX_TYPE_NAME, EX_ALIGN_START, block->words[i]));

  return MIN (width + 1, FACT_NAMES * self->width);
}

static void
add_facts (ExPages *self, const ExBlock *block, double before)
{
  double names = names_width (self, block);
  double x = names + FACT_GAP;
  guint n = block->n_words / 2;

  for (guint i = 0; i < n; i++)
    {
      ExRow row = { .n = 2, .leading = ex_type_leading (EX_TYPE_BODY), .before = i == 0 ? before : 0, .bottom = 1.5, .head = -1 };
      guint texts[2];
      double xs[] = { 0, x };

      texts[0] = ex_pages_set (self, block->words[2 * i], EX_TYPE_NAME, EX_ALIGN_START, names);
      texts[1] = ex_pages_set (self, block->words[2 * i + 1], EX_TYPE_BODY, EX_ALIGN_START, MIN (self->width - x, MEASURE));
      row.texts = texts;
      row.xs = xs;
      row.hold = i + 1 < n && (i == 0 || i + 2 == n);
      ex_pages_add_row (self, &row);
    }
}

static double
chart_height (ExPages *self, const ExBlock *block, guint first, guint n, double width)
{
  double height = block->height;

  for (guint i = first; i < first + n && block->height == 0; i++)
    height = MAX (height, ex_chart_height_on_paper (g_ptr_array_index (block->charts, i), width, ex_typesetter_family (), EX_CHART_TYPE));
  if (height == 0)
    height = CLAMP (CHART_SHARE * width, 120, 280);

  return MIN (height, most_height (self));
}

static void
add_charts (ExPages *self, const ExBlock *block, double before)
{
  guint columns = block->n_columns;
  double width = (self->width - CHART_GAP * (columns - 1)) / columns;

  for (guint i = 0; i < block->charts->len; i += columns)
    {
      guint n = MIN (columns, block->charts->len - i);
      double height = chart_height (self, block, i, n, width);

      ex_pages_slab (self, i == 0 ? before : CHART_GAP * 0.7, height, FALSE);
      for (guint k = 0; k < n; k++)
        ex_pages_put_chart (self, g_ptr_array_index (block->charts, i + k), k * (width + CHART_GAP), 0, width, height);
    }
}

/* One row of lines to sign on: what stands in place of a signature, the line, who signs. */
static void
add_signature_row (ExPages *self, const ExBlock *block, guint first, guint n, guint columns, double before, gboolean hold)
{
  double width = (self->width - SIGNATURE_GAP * (columns - 1)) / columns;
  double leading = ex_type_leading (EX_TYPE_BODY), small = ex_type_leading (EX_TYPE_NOTE);
  double room = SIGNATURE_ROOM, below = small;
  g_autofree guint *texts = g_new0 (guint, 2 * n);

  for (guint i = 0; i < n; i++)
    {
      texts[2 * i] = ex_pages_set (self, block->words[2 * (first + i)], EX_TYPE_NOTE, EX_ALIGN_START, width);
      texts[2 * i + 1] = ex_pages_set (self, block->words[2 * (first + i) + 1], EX_TYPE_BODY, EX_ALIGN_START, width);
      below = MAX (below, ex_pages_n_lines (self, texts[2 * i]) * small);
      room = MAX (room, ex_pages_n_lines (self, texts[2 * i + 1]) * leading + 3);
    }
  ex_pages_slab (self, before, room + 3 + below, hold);
  for (guint i = 0; i < n; i++)
    {
      double x = i * (width + SIGNATURE_GAP);
      guint lines = ex_pages_n_lines (self, texts[2 * i + 1]);

      if (*block->words[2 * (first + i) + 1] != '\0')
        ex_pages_put_lines (self, texts[2 * i + 1], 0, lines, x, room - lines * leading - 2);
      ex_pages_put_rule (self, EX_PAPER_RULE, x, room, width, 0.6);
      ex_pages_put_lines (self, texts[2 * i], 0, ex_pages_n_lines (self, texts[2 * i]), x, room + 3);
    }
}

static void
add_signatures (ExPages *self, const ExBlock *block, double before)
{
  guint n = block->n_words / 2;
  guint columns = n == 4 ? 2 : CLAMP (n, 2, 3);

  for (guint i = 0; i < n; i += columns)
    add_signature_row (self, block, i, MIN (columns, n - i), columns, i == 0 ? before : 8, i + columns < n);
}

void
ex_pages_add_block (ExPages *self, const ExBlock *block, gint index, double before)
{
  switch (block->kind)
    {
    case EX_BLOCK_HEADING:
      add_heading (self, block, index, before);
      break;
    case EX_BLOCK_TEXT:
      if (*block->text != '\0')
        add_text (self, block, before);
      break;
    case EX_BLOCK_FACTS:
      add_facts (self, block, before);
      break;
    case EX_BLOCK_CHARTS:
      add_charts (self, block, before);
      break;
    case EX_BLOCK_TABLE:
      ex_pages_add_table (self, block, before);
      break;
    case EX_BLOCK_SIGNATURES:
      add_signatures (self, block, before);
      break;
    case EX_BLOCK_PAGE_BREAK:
    default:
      break;
    }
}
