/* How wide a table's columns are. */
#include "config.h"

#include "ex-pages-private.h"

#include <string.h>

/* Measuring every cell of ten thousand rows would take as long as drawing them: the longest by their letters are the widest, or nearly so, and a cell that is
 * not wraps. */
#define N_CANDIDATES 24

typedef struct { const char *text; gsize length; } Candidate;

static guint
longest_cells (const ExBlock *table, guint column, Candidate *found)
{
  guint n = 0;

  for (guint i = column; i < table->n_words; i += table->n_columns)
    {
      Candidate cell = { table->words[i], strlen (table->words[i]) };
      guint at = n;

      if (cell.length == 0 || (n == N_CANDIDATES && cell.length <= found[n - 1].length))
        continue;
      while (at > 0 && found[at - 1].length < cell.length)
        at--;
      n = MIN (n + 1, N_CANDIDATES);
      memmove (found + at + 1, found + at, (n - at - 1) * sizeof *found);
      found[at] = cell;
    }

  return n;
}

typedef struct { double least, wanted, share; } ColumnNeed;

static ColumnNeed
column_need (ExPages *self, const ExBlock *table, guint column)
{
  Candidate found[N_CANDIDATES];
  guint n = longest_cells (table, column, found);
  ExType type = table->bold_last ? EX_TYPE_CELL_TOTAL : EX_TYPE_CELL;
  ColumnNeed need = { .share = MAX (table->columns[column].width, 0) };

  need.wanted = ex_typesetter_measure (self->setter, EX_TYPE_CELL_HEAD, table->columns[column].title, &need.least);
  for (guint i = 0; i < n; i++)
    {
      double word = 0;

      /* A text of many lines needs no more than its longest word, which its beginning shows well enough. */
      g_autofree char *text = g_utf8_strlen (found[i].text, -1) > 400 ? g_utf8_substring (found[i].text, 0, 400) : g_strdup (found[i].text);

      need.wanted = MAX (need.wanted, ex_typesetter_measure (self->setter, type, text, &word));
      need.least = MAX (need.least, word);
    }
  need.wanted += 0.5; /* rounded figures must not break a line */
  need.least = MIN (need.least + 0.5, need.wanted);

  return need;
}

/* Columns with a share divide what the others leave, but none gets less than its longest word needs. */
static void
share_room (const ColumnNeed *needs, guint n, double room, double *widths)
{
  double shares = 0;

  for (guint i = 0; i < n; i++)
    if (needs[i].share > 0)
      {
        shares += needs[i].share;
        room += widths[i];
        widths[i] = -1;
      }
  for (guint i = 0; i < n; i++)
    if (widths[i] < 0 && room * needs[i].share / shares < needs[i].least)
      {
        widths[i] = needs[i].least;
        room -= widths[i];
        shares -= needs[i].share;
        i = G_MAXUINT; /* the rest has less now: again from the first */
      }
  for (guint i = 0; i < n; i++)
    if (widths[i] < 0)
      widths[i] = room * needs[i].share / shares;
}

/* Between the least and the wanted widths, as far as there is room; too little even for the least: all narrower alike. */
static void
fit (const ColumnNeed *needs, guint n, double room, double *widths)
{
  double least = 0, wanted = 0, give = 0, squeeze = 1;

  for (guint i = 0; i < n; i++)
    {
      least += needs[i].least;
      wanted += needs[i].wanted;
    }
  if (least > room)
    squeeze = room / least;
  else if (wanted > least)
    give = MIN ((room - least) / (wanted - least), 1);
  for (guint i = 0; i < n; i++)
    widths[i] = squeeze * (needs[i].least + give * (needs[i].wanted - needs[i].least));
}

double *
ex_pages_columns (ExPages *self, const ExBlock *table, double gap)
{
  guint n = table->n_columns;
  g_autofree ColumnNeed *needs = g_new0 (ColumnNeed, n);
  double *widths = g_new0 (double, n);
  double room = MAX (self->width - gap * (n - 1), n), left = room;
  gboolean shared = FALSE;

  for (guint i = 0; i < n; i++)
    {
      needs[i] = column_need (self, table, i);
      needs[i].least = MIN (needs[i].least, room / MIN (n, 3)); /* a word wider than that is broken */
      if (needs[i].share > 0)
        needs[i].wanted = needs[i].least;
      shared = shared || needs[i].share > 0;
    }
  fit (needs, n, room, widths);
  for (guint i = 0; i < n; i++)
    left -= widths[i];
  if (shared && left > 0)
    share_room (needs, n, left, widths);
  else if (left > 0)
    widths[0] += left; /* names at the start, figures at the end */

  return widths;
}
