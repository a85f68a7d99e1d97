/* From values to positions: the range that the data spans, and round numbers to mark on it. A range that cannot be divided
 * by is named, so that no drawing code has to guess. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  EX_EXTENT_EMPTY,  /* no finite value was seen */
  EX_EXTENT_SINGLE, /* one value, or several too close to tell apart as doubles */
  EX_EXTENT_PROPER,
} ExExtentKind;

typedef struct
{
  double low;
  double high;
  gboolean seen;
} ExExtent;

#define EX_EXTENT_INIT { 0, 0, FALSE }

void         ex_extent_add  (ExExtent *self, double value); /* NaN and infinities are passed over */
ExExtentKind ex_extent_kind (const ExExtent *self);

#define EX_AXIS_MAX_TICKS 16

/* A value, kept far enough from the limits of a double that spans and sums of a few stay finite. NaN stays NaN. */
double       ex_axis_tame   (double value);

typedef struct
{
  ExExtentKind kind;                /* of what was asked for */
  double low;                       /* low < high, both finite, always */
  double high;
  double step;                      /* 1, 2 or 5 times a power of ten; 0: no ticks */
  guint  n_ticks;
  double ticks[EX_AXIS_MAX_TICKS];  /* rising, multiples of step inside low..high */
} ExAxis;

/* An axis over @extent, widened on both sides by @margin of its span (0.05: a twentieth); a side at exactly 0 stays there, so
 * that bars stand on their base. A single value gets room around it. At most @max_ticks ticks. */
void         ex_axis_init   (ExAxis *self, const ExExtent *extent, double margin, guint max_ticks);
/* The next coarser step: for when the words of two ticks turn out the same. Leaves no ticks at all when none is left to thin. */
void         ex_axis_coarsen (ExAxis *self);
/* 0 at low, 1 at high; a value outside maps outside, but never further than one whole axis. */
double       ex_axis_map    (const ExAxis *self, double value);
double       ex_axis_unmap  (const ExAxis *self, double position);

G_END_DECLS
