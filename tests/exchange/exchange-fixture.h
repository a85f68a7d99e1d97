/* A small company to plan imports into, and short ways to say what is expected of a plan. */
#pragma once

#include "exchange/ex-import-plan.h"

G_BEGIN_DECLS

typedef struct
{
  ExCompany      *company;
  GPtrArray      *objectives;
  GPtrArray      *cycles;
  ExImportContext context;
} Fixture;

/* EUR; cycle "FY 2026" of 2026. C (the top), M below C, W below M. Objectives c1 (of C, number, a link to retain with claims), m1 (of M, a
 * milestone), c-old (of C, in the cycle of 2025). */
Fixture      *fixture_new   (void);
/* A company without anyone and without a cycle. */
Fixture      *fixture_empty (void);
void          fixture_free  (Fixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* @options: (nullable) */
ExImportPlan *fixture_plan  (Fixture *self, ExImportWhat what, const char *text, const ExImportOptions *options);

/* One row of a table: a file, and what must be said of it. */
typedef struct
{
  const char *text;
  const char *problem; /* "LINE:COLUMN: words", with * for any; NULL: none, and the plan is good */
} PlanCase;

/* Plans each and asserts that there is exactly this one error, or none. */
void          fixture_check_cases (Fixture *self, ExImportWhat what, const PlanCase *cases, gsize n);
/* Asserts that an error, a warning ("warning: ..." in front) or, for line and column 0, a note matches. */
void          fixture_assert_says (const ExImportPlan *plan, const char *pattern);

G_END_DECLS
