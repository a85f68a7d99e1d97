/* What the columns of the tables mean to people, and by what name a row goes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a column's text in the journal is read. */
typedef enum
{
  EX_AS_TEXT,
  EX_AS_NUMBER,    /* a measured value, of the objective's unit */
  EX_AS_COUNT,
  EX_AS_MONEY,     /* minor units */
  EX_AS_WEIGHT,    /* basis points */
  EX_AS_DAY,
  EX_AS_LEADER,    /* an id, "" the board, "HR" */
  EX_AS_OBJECTIVE,
  EX_AS_CYCLE,
  EX_AS_KIND,
  EX_AS_AGGREGATE,
  EX_AS_CADENCE,
  EX_AS_DRIVER,
  EX_AS_RATING,    /* on the cycle's scale */
  EX_AS_YES,       /* 1: yes, 0: no */
  EX_AS_STATE,     /* of a review */
  EX_AS_PHASE,     /* of a cycle */
  EX_AS_AMENDMENT, /* state of an amendment */
  EX_AS_LINKS,     /* JSON */
  EX_AS_CURVE,     /* of rewards */
  EX_AS_MEASURE,   /* what growth is of */
  EX_AS_PERCENT,
  EX_AS_FRACTION,  /* shown in percent */
  EX_AS_MEASURED,  /* customers or minor units, as the measure of the row says */
  EX_AS_OWN,       /* where an own factor comes from */
} ExMeaning;

typedef struct
{
  const char *table;
  const char *column;
  const char *label;   /* N_() */
  ExMeaning   meaning;
} ExChangeField;

/* What names the row. */
typedef enum
{
  EX_NAMED_BY_COLUMN,
  EX_NAMED_BY_LEADER,    /* ExChange.leader */
  EX_NAMED_BY_OBJECTIVE,
  EX_NAMED_BY_CYCLE,
} ExNaming;

typedef struct
{
  const char *table;
  ExNaming    naming;
  const char *column;  /* of EX_NAMED_BY_COLUMN; of the others where they are not known */
  const char *changed; /* N_() with one %s: the name */
  const char *added;
  const char *removed;
} ExChangeTitle;

/* NULL: it says nothing to people: identifiers, digests, the number of an import. */
const ExChangeField *ex_change_field_find (const char *table, const char *column);
/* NULL: a table that nobody thought of. */
const ExChangeTitle *ex_change_title_find (const char *table);

G_END_DECLS
