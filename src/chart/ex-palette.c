#include "config.h"

#include "ex-palette.h"

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 }
#define RGBA(hex, opacity) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, (opacity) }

/* Words in any of these colours stand out from the background by at least 4.5:1, marks by 3:1, and by 7:1 and 4.5:1 in the
 * contrast themes (the test computes it). Only grid and band are weaker: they never carry a meaning alone. */
static const ExPalette palettes[] = {
  [EX_THEME_LIGHT] = {
    .background = RGB (0xffffff), .text = RGB (0x241f31), .dim = RGB (0x5e5c64), .grid = RGB (0xe0dedb),
    .gained = RGB (0x1c71d8), .lost = RGB (0xc64600), .neutral = RGB (0x8b8a90), .strong = RGB (0x1c71d8),
    .band = RGBA (0x1c71d8, 0.16),
  },
  [EX_THEME_DARK] = {
    .background = RGB (0x242424), .text = RGB (0xf6f5f4), .dim = RGB (0xb8b6bd), .grid = RGB (0x444347),
    .gained = RGB (0x78aeed), .lost = RGB (0xffa348), .neutral = RGB (0x8e8d92), .strong = RGB (0x78aeed),
    .band = RGBA (0x78aeed, 0.20),
  },
  [EX_THEME_CONTRAST] = {
    .background = RGB (0xffffff), .text = RGB (0x000000), .dim = RGB (0x3d3846), .grid = RGB (0xb0aeb5),
    .gained = RGB (0x0f4c9e), .lost = RGB (0x963500), .neutral = RGB (0x5e5c64), .strong = RGB (0x0f4c9e),
    .band = RGBA (0x0f4c9e, 0.24),
  },
  [EX_THEME_CONTRAST_DARK] = {
    .background = RGB (0x1a1a1a), .text = RGB (0xffffff), .dim = RGB (0xdeddda), .grid = RGB (0x6a686e),
    .gained = RGB (0x99c1f1), .lost = RGB (0xffbe6f), .neutral = RGB (0xc0bfbc), .strong = RGB (0x99c1f1),
    .band = RGBA (0x99c1f1, 0.28),
  },
  [EX_THEME_PRINT] = {
    .background = RGB (0xffffff), .text = RGB (0x000000), .dim = RGB (0x4a4a4a), .grid = RGB (0xd6d6d6),
    .gained = RGB (0x1a5fb4), .lost = RGB (0xc64600), .neutral = RGB (0x868686), .strong = RGB (0x1a5fb4),
    .band = RGBA (0x1a5fb4, 0.14), .hatch = TRUE,
  },
};

static const char *const theme_nicks[] = { "light", "dark", "contrast", "contrast-dark", "print" };

G_STATIC_ASSERT (G_N_ELEMENTS (palettes) == G_N_ELEMENTS (theme_nicks));

const ExPalette *
ex_palette_get (ExTheme theme)
{
  g_return_val_if_fail ((guint) theme < G_N_ELEMENTS (palettes), &palettes[EX_THEME_LIGHT]);

  return &palettes[theme];
}

gboolean
ex_theme_parse (const char *nick, ExTheme *theme)
{
  g_return_val_if_fail (theme != NULL, FALSE);

  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (theme_nicks); i++)
    {
      if (g_ascii_strcasecmp (nick, theme_nicks[i]) != 0)
        continue;
      *theme = (ExTheme) i;
      return TRUE;
    }

  return FALSE;
}
