/* How wide a table's columns are. */
#include "config.h"

#include "ex-pages-private.h"

#include <string.h>

/* Measuring every cell of ten thousand rows would take as long as drawing them. Their widths are guessed by their letters; only those that may be the widest are
 * measured, and should another be wider by a hair, it wraps. */
#define N_CANDIDATES 4

typedef struct { const char *text; guint length; guint guess; } Candidate;

static guint
guess_width (const char *text, guint length)
{
  guint width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      if (strchr (" ijlftrI.,:;'|!()", *p) != NULL)
        width += 5;
      else if (strchr ("mwMW@%", *p) != NULL)
        width += 14;
      else if ((guchar) *p < 0x80)
        width += g_ascii_isupper (*p) ? 11 : 9;
      else
        width += g_utf8_get_char (p) >= 0x1100 ? 15 : 10;
    }

  return width;
}

/* Keeps the widest, in falling order. */
static void
consider (Candidate *found, const char *text, guint length)
{
  Candidate one = { text, length, guess_width (text, length) };
  guint at = N_CANDIDATES;

  if (length == 0 || one.guess <= found[N_CANDIDATES - 1].guess)
    return;
  while (at > 0 && found[at - 1].guess < one.guess)
    at--;
  memmove (found + at + 1, found + at, (N_CANDIDATES - at - 1) * sizeof *found);
  found[at] = one;
}

static void
consider_words (Candidate *found, const char *text, guint length)
{
  const char *end = text + length;

  while (text < end)
    {
      guint word = (guint) strcspn (text, " \n");

      word = MIN (word, (guint) (end - text));
      consider (found, text, word);
      text += word + 1;
    }
}

/* What lies beyond a text's first lines tells no more of its width. */
#define LOOKED_AT 400

static double
measure (ExPages *self, const Candidate *found, ExType type, ExAlign align)
{
  double width = 0;

  for (guint i = 0; i < N_CANDIDATES && found[i].length > 0; i++)
    {
      g_autofree char *text = g_strndup (found[i].text, found[i].length);

      width = MAX (width, ex_typesetter_measure (self->setter, type, align, text));
    }

  return width;
}

typedef struct { double least, wanted, share; } ColumnNeed;

static void
consider_column (const ExBlock *table, guint column, gboolean whole, Candidate *found)
{
  for (guint i = column; i < table->n_words; i += table->n_columns)
    {
      const char *text = table->words[i];
      gsize length = strlen (text);

      if (length > LOOKED_AT)
        length = (gsize) (g_utf8_prev_char (text + LOOKED_AT) - text);
      if (whole)
        consider (found, text, (guint) length);
      else
        consider_words (found, text, (guint) length);
    }
}

/* What a column needs for its cells on one line each, or for its widest word; figures, which stand at the end, are one word: "41.3 %". */
static double
column_width (ExPages *self, const ExBlock *table, guint column, gboolean whole)
{
  const ExDocumentColumn *of = &table->columns[column];
  Candidate cells[N_CANDIDATES] = { 0 }, head[N_CANDIDATES] = { 0 };
  double width = 0;

  consider_column (table, column, whole || of->align == EX_ALIGN_END, cells);
  if (whole)
    consider (head, of->title, (guint) strlen (of->title));
  else
    consider_words (head, of->title, (guint) strlen (of->title));
  width = measure (self, cells, table->bold_last ? EX_TYPE_CELL_TOTAL : EX_TYPE_CELL, of->align);

  return MAX (width, measure (self, head, EX_TYPE_CELL_HEAD, of->align)) + 0.5; /* a rounded figure must not break */
}

/* Only a column that shares what is left, or may have to give way, is asked for its widest word. */
static void
find_needs (ExPages *self, const ExBlock *table, double room, ColumnNeed *needs)
{
  guint n = table->n_columns;
  double wanted = 0;

  for (guint i = 0; i < n; i++)
    {
      needs[i].share = MAX (table->columns[i].width, 0);
      needs[i].wanted = column_width (self, table, i, needs[i].share == 0);
      if (needs[i].share > 0)
        needs[i].wanted = MIN (needs[i].wanted, room / MIN (n, 3)); /* a word wider than that is broken */
      needs[i].least = needs[i].wanted;
      wanted += needs[i].wanted;
    }
  for (guint i = 0; i < n && wanted > room; i++)
    if (needs[i].share == 0)
      needs[i].least = MIN (MIN (column_width (self, table, i, FALSE), room / MIN (n, 3)), needs[i].wanted);
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

/* Too little room: those that share it give way first, whose long words may be broken; a figure that is broken cannot be read. */
static void
give_way (ColumnNeed *needs, guint n, double room)
{
  double sharing = 0, others = 0, least = room / MAX (n, 8);

  for (guint i = 0; i < n; i++)
    *(needs[i].share > 0 ? &sharing : &others) += needs[i].least;
  if (sharing <= 0 || others + sharing <= room)
    return;
  for (guint i = 0; i < n; i++)
    if (needs[i].share > 0)
      needs[i].least = MIN (needs[i].least, MAX (least, needs[i].least * (room - others) / sharing));
}

/* Between the least and the wanted widths, as far as there is room; too little even for the least: all narrower alike. */
static void
fit (ColumnNeed *needs, guint n, double room, double *widths)
{
  double least = 0, wanted = 0, give = 0, squeeze = 1;

  give_way (needs, n, room);
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
    {
      needs[i].least *= squeeze;
      widths[i] = needs[i].least + squeeze * give * (needs[i].wanted - needs[i].least);
    }
}

double *
ex_pages_columns (ExPages *self, const ExBlock *table, double gap)
{
  guint n = table->n_columns;
  g_autofree ColumnNeed *needs = g_new0 (ColumnNeed, n);
  double *widths = g_new0 (double, n);
  double room = MAX (self->width - gap * (n - 1), n), left = room;
  gboolean shared = FALSE;

  find_needs (self, table, room, needs);
  for (guint i = 0; i < n; i++)
    shared = shared || needs[i].share > 0;
  fit (needs, n, room, widths);
  for (guint i = 0; i < n; i++)
    left -= widths[i];
  if (shared && left > 0)
    share_room (needs, n, left, widths);
  for (guint i = 0; i < n && !shared && left > 0; i++)
    widths[i] += left / n; /* evenly, so that no gap is too wide to read across */

  return widths;
}
