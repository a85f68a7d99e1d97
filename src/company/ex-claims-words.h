/* What follows from claims held against the ledger, in a sentence a driver. All results (transfer full). */
#pragma once

#include "core/ex-claims.h"

G_BEGIN_DECLS

/* "Objectives claim 1.8 M € of retained business a year; losses fell by 0.6 M €. At most a third of it can be true." */
char *ex_claims_words          (const ExDriverClaims *claims, ExMeasure measure, const char *currency);

/* The proven share in a cell: "33.3 %", "–", "moved the other way". */
char *ex_claims_words_proven   (const ExDriverProof *proof);

/* "half", "a third", "37 %": a share under 1 as people say it. */
char *ex_claims_words_fraction (double share);

/* An amount of a measure: "1.8 M €", "1,204 customers". @amount: minor units, or customers. */
char *ex_claims_words_amount   (double amount, ExMeasure measure, const char *currency);

/* What is said beside a claim whose driver moved the other way: "Losses rose, while this objective claims that they fell."; NULL: they did not. */
char *ex_claims_words_against  (const ExDriverClaims *claims, const ExClaim *claim);

G_END_DECLS
