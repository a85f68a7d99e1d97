/* Every colour of a chart. Blue against orange holds for colour-blind eyes; print adds hatching. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct { double red, green, blue, alpha; } ExColor;

typedef enum { EX_THEME_LIGHT, EX_THEME_DARK, EX_THEME_CONTRAST, EX_THEME_CONTRAST_DARK, EX_THEME_PRINT } ExTheme;

typedef struct
{
  ExColor background, text, dim, grid;
  ExColor gained, lost, neutral, strong; /* strong: the line that matters */
  ExColor band;                          /* uncertainty */
  gboolean hatch;                        /* fill by pattern as well */
} ExPalette;

const ExPalette *ex_palette_get   (ExTheme theme);
gboolean         ex_theme_parse   (const char *nick, ExTheme *theme); /* "light", "dark", "contrast", "print" */

G_END_DECLS
