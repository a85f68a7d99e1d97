/* Rows of a table as bytes, for those that wait for redo: value after value, each a letter and what it needs: n for null; i and the
 * number, zigzag in LEB128; r and eight bytes, little-endian; t, the length in LEB128, and the text. */
#pragma once

#include "ex-journal-table.h"

G_BEGIN_DECLS

/* A row of a statement that selects ex_journal_table_column_list(). */
void          ex_pack_row   (const ExJournalTable *table, ExStatement *row, GByteArray *into);
/* The same of values, one a column. */
void          ex_pack_values (const ExJournalTable *table, const ExValue *values, GByteArray *into);
/* The row at @at into @values, one a column; returns what follows, or NULL when it is broken. */
const guint8 *ex_unpack_row (const ExJournalTable *table, const guint8 *at, const guint8 *end, ExValue *values);

G_END_DECLS
