/* What the objectives claim of the customers, a sentence a driver, each with its "Why?". */
#pragma once

#include "core/ex-claims.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The sentences and their workings, ready: thousands of claims take a while to be added up in words, so any thread may do it. */
typedef struct
{
  char      *words[EX_N_DRIVERS];   /* NULL: nothing is claimed for it, or it is not asked for */
  ExWorking *working[EX_N_DRIVERS];
} ExClaimsSaid;

/* @claims: (nullable) no cycle yet. @driver: EX_ANY_DRIVER, or the only one that is asked for. (transfer full) */
ExClaimsSaid *ex_claims_said_new  (const ExClaims *claims, int driver, ExMeasure measure, const char *currency);
void          ex_claims_said_free (ExClaimsSaid *self);

/* (transfer floating) */
GtkWidget    *ex_claims_part_new  (void);
void          ex_claims_part_show (GtkWidget *part, const ExClaimsSaid *said);

G_END_DECLS
