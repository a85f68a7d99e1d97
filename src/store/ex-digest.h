/* SHA-256 over values, each with its type and length before it, so that no two contents read the same. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ExDigest ExDigest;

ExDigest *ex_digest_new    (void);
ExDigest *ex_digest_new_background (void); /* hashes in a thread of its own: for millions of rows */
void      ex_digest_free   (ExDigest *self);
void      ex_digest_null   (ExDigest *self);
void      ex_digest_int    (ExDigest *self, gint64 value);
void      ex_digest_double (ExDigest *self, double value); /* its bits; NaN is null */
void      ex_digest_text   (ExDigest *self, const char *text); /* NULL is null */
void      ex_digest_blob   (ExDigest *self, const void *data, gsize length);
char     *ex_digest_end    (ExDigest *self); /* (transfer full) hex */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExDigest, ex_digest_free)

G_END_DECLS
