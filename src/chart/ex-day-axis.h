/* Round days to mark on an axis of time, with their words: days, weeks, months, quarters or years, as fine as there is room
 * for. Days are Julian day numbers as GDate counts them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double   day;
  char    *text;    /* "Mar", "14 Mar", "2026" in the reader's language; never empty */
  char    *context; /* (nullable): the year, where it begins or the axis does */
} ExDayTick;

/* How wide a text is drawn, in pixels. */
typedef double (* ExTextWidth) (const char *text, gpointer data);

/* Ticks from @first to @last on an axis @width pixels wide, thinned until every text is at least @gap from the next when centred
 * on its day, or pushed in to begin with the axis. (transfer full) (element-type ExDayTick); empty when the range is. */
GArray *ex_day_axis_ticks (double first, double last, double width, double gap, ExTextWidth measure, gpointer data);
/* "14 March 2026" in the reader's language. (transfer full); "" for no such day */
char   *ex_day_axis_text  (double day);

G_END_DECLS
