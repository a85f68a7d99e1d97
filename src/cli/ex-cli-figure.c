#include "config.h"

#include "ex-cli-figure.h"

#include "core/ex-quantity.h"
#include "ex-cli.h"

#include <string.h>

void
ex_cli_answer_percent (double percent)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE + 400];
  gsize end;

  g_ascii_formatd (text, sizeof text - 2, "%.6f", ex_round_half_away (percent, 6) + 0.0);
  end = strlen (text);
  while (text[end - 1] == '0')
    end--;
  if (text[end - 1] == '.')
    end--;
  text[end] = '\n';
  text[end + 1] = '\0';
  ex_cli_answer (text);
}
