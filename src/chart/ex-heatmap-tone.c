/* The colours of a heatmap: from what is lost over nearly nothing to what is gained, and what can be written on each. */
#include "config.h"

#include "ex-heatmap-chart-private.h"

#include "ex-axis.h"

#include <math.h>

/* The middle is not empty: it has a shade. */
#define SHADE_OF_MIDDLE 0.10
/* Words stand out by so much (WCAG 2.2, AA and AAA). */
#define CONTRAST 4.5
#define MORE_CONTRAST 7.0
/* On the tones between, where the choice is ours. */
#define CONTRAST_BETWEEN 5.5

/* Of the end's colour, in the tone next to the end, at most; and of that in the one before. */
#define MOST_BETWEEN 0.6
#define BEFORE 0.46

G_STATIC_ASSERT (EX_HEATMAP_STEPS == 3);

static ExColor
mix (const ExColor *a, const ExColor *b, double share)
{
  return (ExColor) { a->red + (b->red - a->red) * share, a->green + (b->green - a->green) * share, a->blue + (b->blue - a->blue) * share, 1 };
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* Relative luminance, as WCAG 2.2 defines it. */
static double
luminance (const ExColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

static double
contrast_between (const ExColor *a, const ExColor *b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

/* The palette's own ink where it is enough, else black or white. */
static ExColor
ink_on (const ExColor *fill, const ExPalette *palette, double wanted)
{
  static const ExColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  if (contrast_between (fill, &palette->text) >= wanted)
    return palette->text;

  return contrast_between (fill, &black) >= contrast_between (fill, &white) ? black : white;
}

/* A tone on which neither black nor white stands out enough gives way to a paler one. */
static double
share_on_which_words_stand_out (const ExPalette *palette, const ExColor *middle, const ExColor *end, double most, double contrast)
{
  for (double share = most; share > 0; share -= 0.01)
    {
      ExColor fill = mix (middle, end, share), ink = ink_on (&fill, palette, contrast);

      if (contrast_between (&fill, &ink) >= contrast)
        return share;
    }

  return 0;
}

static ExHeatmapTone
tone_at (const ExPalette *palette, const ExColor *middle, int step, double contrast)
{
  const ExColor *end = step < 0 ? &palette->lost : &palette->gained;
  double between = share_on_which_words_stand_out (palette, middle, end, MOST_BETWEEN, MAX (contrast, CONTRAST_BETWEEN));
  double shares[] = { 0, BEFORE * between, between, share_on_which_words_stand_out (palette, middle, end, 1, contrast) };
  ExColor fill = mix (middle, end, shares[ABS (step)]);

  return (ExHeatmapTone) { fill, ink_on (&fill, palette, MAX (contrast, CONTRAST_BETWEEN)) };
}

void
ex_heatmap_tones (const ExPalette *palette, double contrast, ExHeatmapTone *tones)
{
  ExColor middle = mix (&palette->background, &palette->neutral, SHADE_OF_MIDDLE);

  for (int i = 0; i < EX_HEATMAP_TONES; i++)
    tones[i] = tone_at (palette, &middle, i - EX_HEATMAP_STEPS, contrast);
}

double
ex_heatmap_contrast (ExChart *chart)
{
  ExTheme theme = ex_chart_get_frame (chart)->theme;

  return theme == EX_THEME_CONTRAST || theme == EX_THEME_CONTRAST_DARK ? MORE_CONTRAST : CONTRAST;
}

/* Every tone is as wide a part of the scale as the next. */
int
ex_heatmap_step (ExHeatmapChart *self, double value)
{
  double reach = value < self->middle ? self->middle - self->low : self->high - self->middle;
  double far = ex_axis_tame (value) - self->middle;

  if (far == 0 || isnan (far))
    return 0;
  if (reach <= 0)
    return far > 0 ? EX_HEATMAP_STEPS : -EX_HEATMAP_STEPS;

  return (int) CLAMP (round (CLAMP (far / reach, -1, 1) * EX_HEATMAP_TONES / 2), -EX_HEATMAP_STEPS, EX_HEATMAP_STEPS);
}

gboolean
ex_heatmap_is_hatched (ExHeatmapChart *self, const ExPalette *palette)
{
  return self->figures == 0 && (palette->hatch || ex_heatmap_contrast (EX_CHART (self)) > CONTRAST);
}

double
ex_heatmap_hatch_of (int step)
{
  static const double apart[EX_HEATMAP_STEPS + 1] = { 0, 12, 8, 5 };

  return step < 0 ? apart[-step] : 0;
}
