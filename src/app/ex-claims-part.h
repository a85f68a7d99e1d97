/* What the objectives claim of the customers, a sentence a driver, each with its "Why?". */
#pragma once

#include "core/ex-claims.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating) */
GtkWidget *ex_claims_part_new  (void);
/* @claims: (nullable) no cycle yet. @driver: EX_ANY_DRIVER, or the only one that is asked for. */
void       ex_claims_part_show (GtkWidget *part, const ExClaims *claims, int driver, ExMeasure measure, const char *currency);

G_END_DECLS
