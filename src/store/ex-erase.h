/* Erasing a person's words, its parts. The rules say which words of a row are theirs; the same rules go over the rows that are there, over
 * those that an undone import packed away, and over every before and after in the history, so that all of it still fits together.
 *
 *   ex-erase-rules.c    a row
 *   ex-erase-words.c    a text
 *   ex-erase-gather.c   what they are and were called, which objectives are theirs, what they wrote elsewhere
 *   ex-erase-plan.c     everything that will change, found before anything does
 *   ex-erase-write.c    the same, written: first the digests of what will be left, then the words go
 *   ex-store-erase.c    whether it may be, and the action
 *
 * A name becomes another; a title and an address go; other words become "(erased)", so that what had a reason still has one. Identifiers,
 * figures, days, ratings and the titles of objectives stay. */
#pragma once

#include "ex-erase-words.h"
#include "ex-journal.h"
#include "ex-journal-table.h"

G_BEGIN_DECLS

#define EX_ERASE_NAME "Erase personal data" /* of the action; what undo knows it by */

typedef struct
{
  ExStore     *store;
  const char  *leader_id;
  ExEraseWords words;
  GHashTable  *objectives; /* (element-type utf8) ids that are or were theirs */
  GHashTable  *written;    /* (element-type utf8) what they wrote into rows that are not theirs: ex_erase_written_key() */
  GHashTable  *about;      /* numbers of actions, as pointers, that touched what is theirs */
  GHashTable  *tables;     /* name -> ExEraseTable */

  GPtrArray   *changes;    /* (element-type ExEraseChange) of the history, rising */
  GPtrArray   *actions;    /* (element-type ExEraseAction) rising */
  GPtrArray   *rows;       /* (element-type ExEraseRow) that are there */
  GPtrArray   *parts;      /* (element-type ExErasePart) that are packed away */
  GHashTable  *imports;    /* numbers, as pointers, of imports that added some of it */
} ExErase;

/* --- rules --------------------------------------------------------------------------------------------------------------------- */

typedef struct _ExEraseTable ExEraseTable;

/* The tables that have words. NULL-terminated. */
extern const char * const ex_erase_tables[];

/* NULL without @error: the table has no words. (transfer none) */
const ExEraseTable *ex_erase_find_table (ExErase *self, const char *name, GError **error);
const ExJournalTable      *ex_erase_table_get  (const ExEraseTable *self);
gboolean            ex_erase_is_word    (const ExEraseTable *self, guint column); /* that may go */
void                ex_erase_table_free (ExEraseTable *self);
/* Takes their words out of a row. @key: its key as in the history. TRUE: there were some; the import that added it is noted. */
gboolean            ex_erase_row        (ExErase *self, const ExEraseTable *table, const char *key, ExValue *values);
/* Its key, as the history has it. (transfer full) */
char               *ex_erase_key        (const ExEraseTable *table, const ExValue *values);
/* SQL that a row has words that could be theirs. (transfer full) */
char               *ex_erase_where      (const ExEraseTable *table);
/* The same of a row out of the history; *@erased (nullable) (transfer full) is NULL when there were none. FALSE on @error. */
gboolean            ex_erase_json       (ExErase *self, const ExEraseTable *table, const char *key, const char *json, char **erased, GError **error);
/* Under which @written has a text. (transfer full) */
char               *ex_erase_written_key (const char *table, const char *row_key, const char *column, const char *text);
/* Whether what somebody writes there is theirs even in a row that is not. */
gboolean            ex_erase_is_written (const char *table, const char *column);

/* --- finding and writing ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 number;
  gint64 action;
  char  *before; /* (nullable) */
  char  *after;
} ExEraseChange;

typedef struct
{
  gint64 number;
  char  *subject;     /* (nullable) */
  char  *system_user;
} ExEraseAction;

typedef struct
{
  const ExEraseTable *table;
  ExValue            *values;
} ExEraseRow;

typedef struct
{
  gint64      import;
  char       *table;
  int         part;
  GByteArray *packed;
} ExErasePart;

gboolean ex_erase_gather (ExErase *self, GError **error);
gboolean ex_erase_plan   (ExErase *self, GError **error);
/* Inside the erasing action. */
gboolean ex_erase_write  (ExErase *self, GError **error);

gpointer ex_erase_number (gint64 number); /* as a key of a table of numbers */

G_END_DECLS
