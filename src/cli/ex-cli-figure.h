/* The one number that "score" and "payout" print. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To standard output: up to six decimals, and none that say nothing; no percent sign. */
void ex_cli_answer_percent (double percent);

G_END_DECLS
