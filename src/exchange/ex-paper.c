/* Sheets of paper, and which of them a reader's country uses. */
#define _GNU_SOURCE
#include "config.h"

#include "ex-document.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

/* Room for a binder's holes at the side, for the running head above and the foot below. */
#define TOP 76.0
#define SIDE 56.7
#define BOTTOM 72.0

static const ExPaper a4 = { 595.276, 841.890, TOP, SIDE, BOTTOM, SIDE };
static const ExPaper letter = { 612, 792, TOP, SIDE, BOTTOM, SIDE };

gboolean
ex_paper_parse (const char *nick, ExPaper *paper)
{
  g_return_val_if_fail (paper != NULL, FALSE);

  if (nick == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (nick, "a4") == 0)
    *paper = a4;
  else if (g_ascii_strcasecmp (nick, "letter") == 0)
    *paper = letter;
  else
    return FALSE;

  return TRUE;
}

const ExPaper *
ex_paper_default (void)
{
#ifdef _NL_PAPER_HEIGHT
  /* In millimetres, as a word in place of a pointer. */
  if ((int) (gintptr) nl_langinfo (_NL_PAPER_HEIGHT) == 279)
    return &letter;
#endif

  return &a4;
}

const char *
ex_paper_nick (const ExPaper *paper)
{
  g_return_val_if_fail (paper != NULL, NULL);

  if (MAX (paper->width, paper->height) == a4.height)
    return "a4";

  return MAX (paper->width, paper->height) == letter.height ? "letter" : NULL;
}

void
ex_paper_turn (ExPaper *paper)
{
  double width = 0;

  g_return_if_fail (paper != NULL);

  width = paper->width;
  paper->width = paper->height;
  paper->height = width;
}
