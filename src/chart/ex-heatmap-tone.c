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

static ExHeatmapTone
tone_at (const ExPalette *palette, const ExColor *middle, int step, double contrast)
{
  const ExColor *end = step < 0 ? &palette->lost : &palette->gained;
  double share = (double) ABS (step) / EX_HEATMAP_STEPS;
  ExHeatmapTone tone = { *middle, ink_on (middle, palette, contrast) };

  /* A tone on which neither black nor white stands out enough gives way to the next paler one. */
  for (; share > 0; share -= 0.01)
    {
      ExColor fill = mix (middle, end, share), ink = ink_on (&fill, palette, contrast);

      if (contrast_between (&fill, &ink) < contrast)
        continue;
      tone = (ExHeatmapTone) { fill, ink };
      break;
    }

  return tone;
}

void
ex_heatmap_tones (const ExPalette *palette, double contrast, ExHeatmapTone *tones)
{
  ExColor middle = mix (&palette->background, &palette->neutral, SHADE_OF_MIDDLE);

  for (int i = 0; i <= 2 * EX_HEATMAP_STEPS; i++)
    tones[i] = tone_at (palette, &middle, i - EX_HEATMAP_STEPS, contrast);
}

double
ex_heatmap_contrast (ExChart *chart)
{
  ExTheme theme = ex_chart_get_frame (chart)->theme;

  return theme == EX_THEME_CONTRAST || theme == EX_THEME_CONTRAST_DARK ? MORE_CONTRAST : CONTRAST;
}

int
ex_heatmap_step (ExHeatmapChart *self, double value)
{
  double reach = value < self->middle ? self->middle - self->low : self->high - self->middle;
  double far = ex_axis_tame (value) - self->middle;

  if (far == 0 || isnan (far))
    return 0;

  return (int) round (EX_HEATMAP_STEPS * (reach > 0 ? CLAMP (far / reach, -1, 1) : far > 0 ? 1 : -1));
}

gboolean
ex_heatmap_is_hatched (ExHeatmapChart *self, const ExPalette *palette)
{
  return self->figures == 0 && (palette->hatch || ex_heatmap_contrast (EX_CHART (self)) > CONTRAST);
}

double
ex_heatmap_hatch_of (int step)
{
  static const double apart[] = { 0, 12, 8, 5 };

  return step >= 0 ? 0 : apart[-step * (int) G_N_ELEMENTS (apart) / (EX_HEATMAP_STEPS + 1)];
}
