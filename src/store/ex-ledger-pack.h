/* Arrays of numbers as a layer of the ledger keeps them: as narrow as they fit, little-endian on every machine.
 *
 *   byte 0       bytes a number: 0, 1, 2, 4 or 8; 0: there are none, all offsets are 0
 *   bytes 1..3   0
 *   bytes 4..7   how many numbers
 *   bytes 8..15  the least of them (of rising ones: the first)
 *   then         each as an offset from the least, unsigned (of rising ones: how far it is from the one before it, less one)
 *
 * Most customers of a period stand one after the other, most amounts are less than 2^32 minor units apart, and most segments and reasons
 * are a few: six bytes a cell instead of twenty. */
#pragma once

#include "core/ex-ledger.h"

G_BEGIN_DECLS

/* Appends to @to. */
void     ex_pack_rising   (GByteArray *to, const guint32 *numbers, guint n); /* strictly */
void     ex_pack_int64    (GByteArray *to, const gint64 *numbers, guint n);
void     ex_pack_int32    (GByteArray *to, const gint32 *numbers, guint n);

/* G_MAXUINT: the bytes are no packed numbers. */
guint    ex_pack_length   (const void *packed, gsize size);
/* FALSE: the bytes are not @n packed numbers, or one is out of bounds. */
gboolean ex_unpack_rising (const void *packed, gsize size, guint32 *numbers, guint n, guint32 below);
gboolean ex_unpack_int64  (const void *packed, gsize size, gint64 *numbers, guint n);
gboolean ex_unpack_int32  (const void *packed, gsize size, gint32 *numbers, guint n, gint32 least, gint32 below);

/* Four arrays one after the other: days of segments; days of reasons, from those; values of segments and of reasons, from the cells'. Nothing
 * where the column has none. */
void     ex_pack_origins   (GByteArray *to, const ExColumn *column);
gboolean ex_unpack_origins (const void *packed, gsize size, ExColumn *column);

G_END_DECLS
