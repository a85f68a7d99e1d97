/* How long one turn of the main loop lasts: the time between two waits, without GTK's drawing and without the time in which this
 * thread was ready to run and another program had the processor. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BENCH_FRAME 16 /* milliseconds between two frames */

/* From now on, turns of the main loop are timed; drawing is that of @window. */
void    bench_hold_watch (GtkWidget *window);
void    bench_hold_start (void);
double  bench_hold_end   (void); /* the longest turn since the start, milliseconds */

void    bench_wait       (guint milliseconds);

typedef gboolean (* BenchIsSettled) (gpointer data);
void    bench_settle     (BenchIsSettled is_settled, gpointer data);

/* A table of GTK's own with as many rows and columns, of fixed words, that is opened, searched, sorted and scrolled in the same way:
 * the longest turns go to @holds, in this order. What our pages take beyond that is our own. */
typedef enum { BENCH_OPENED, BENCH_SEARCHED, BENCH_SORTED, BENCH_SCROLLED, BENCH_N_DEEDS } BenchDeed;
void    bench_bare_table (guint rows, guint columns, double holds[BENCH_N_DEEDS]);

void    bench_scroll     (GtkWidget *view);

G_END_DECLS
