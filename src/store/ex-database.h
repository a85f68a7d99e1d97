/* The thin seam to a database: open, begin, commit, roll back, prepare, bind, step, read, error. One implementation,
 * ex-sqlite.c, the only file that includes sqlite3.h; a second, for PostgreSQL, will come, so the SQL that goes through here
 * keeps to what both speak, with $1, $2 parameters. Not thread safe: one thread at a time owns a database. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ExDatabase    ExDatabase;
typedef struct _ExStatement ExStatement;

/* Errors of the store; every message is a sentence a person can act on. */
#define EX_STORE_ERROR (ex_store_error_quark ())
typedef enum
{
  EX_STORE_ERROR_NOT_OURS,   /* no Exemplar company file */
  EX_STORE_ERROR_NEWER,      /* written by a newer Exemplar */
  EX_STORE_ERROR_DAMAGED,
  EX_STORE_ERROR_READ_ONLY,
  EX_STORE_ERROR_FULL,       /* disk */
  EX_STORE_ERROR_LOCKED,     /* by another program for more than five seconds */
  EX_STORE_ERROR_EXISTS,     /* new file: there is one already */
  EX_STORE_ERROR_NOT_FOUND,  /* no such file, leader, objective, ... */
  EX_STORE_ERROR_REFUSED,    /* by a rule or a constraint: the message says which */
  EX_STORE_ERROR_CONFLICT,   /* undo: a later action touched the same rows */
  EX_STORE_ERROR_NOTHING,    /* undo: nothing to undo */
  EX_STORE_ERROR_FAILED,     /* anything else the database said */
} ExStoreError;
GQuark ex_store_error_quark (void);

/* For an implementation: the sentence for @code about the file @path. @said: by the database, in its words. */
void   ex_database_set_error (GError **error, ExStoreError code, const char *path, const char *said);

typedef enum
{
  EX_CONSTRAINT_TRIGGER, /* the trigger's own words */
  EX_CONSTRAINT_UNIQUE,
  EX_CONSTRAINT_NOT_NULL,
  EX_CONSTRAINT_REFERENCE,
  EX_CONSTRAINT_CHECK,
  EX_CONSTRAINT_OTHER,
} ExConstraint;
char  *ex_database_describe_constraint (ExConstraint constraint, const char *said); /* (transfer full) a sentence */

ExDatabase    *ex_database_open     (const char *path, gboolean create, GError **error);
void         ex_database_close    (ExDatabase *self);
gboolean     ex_database_begin    (ExDatabase *self, GError **error);   /* takes the write lock at once; waits five seconds for it */
gboolean     ex_database_commit   (ExDatabase *self, GError **error);
void         ex_database_rollback (ExDatabase *self);
gboolean     ex_database_begin_read (ExDatabase *self, GError **error); /* one moment's view over several reads; end by rollback */
gboolean     ex_database_execute  (ExDatabase *self, const char *script, GError **error); /* any number of statements, no parameters */
gint64       ex_database_data_version (ExDatabase *self);               /* changes when another connection has written */
/* Gives back the memory of pages that were only read: after much that nobody reads again. */
void         ex_database_shed     (ExDatabase *self);
/* Of a file that was refused: close without writing its log into it. */
void         ex_database_leave_log (ExDatabase *self);

/* What is deleted or overwritten from here on is overwritten in the file, too. */
gboolean     ex_database_keep_no_trace (ExDatabase *self, GError **error);
/* Writes the file anew without its unused parts, and empties its log. Not inside a transaction. */
gboolean     ex_database_clean    (ExDatabase *self, GError **error);

/* Long statements stop with G_IO_ERROR_CANCELLED. @cancellable: (nullable) (transfer none) until the next call. */
void         ex_database_set_cancellable (ExDatabase *self, GCancellable *cancellable);
/* Whole copies, page by page, each as of one moment: into a new file; and back from one over what is here. */
gboolean     ex_database_copy_to   (ExDatabase *self, const char *path, GError **error);
gboolean     ex_database_copy_from (ExDatabase *self, const char *path, GError **error);
/* Whether it can be read; @thorough: every page of it. */
gboolean     ex_database_is_sound (ExDatabase *self, const char *path, gboolean thorough, GError **error);
/* Looks at a file that nobody has open, without leaving a trace: whether it can be read as a database; @thorough: all of it. */
gboolean     ex_database_probe    (const char *path, gboolean thorough, GError **error);

/* Prepared statements are cached by @sql: ask for one every time, reset it after use (autoptr does). */
ExStatement *ex_database_prepare  (ExDatabase *self, const char *sql, GError **error);
void         ex_statement_reset (ExStatement *self);
/* Parameters by name: 1 binds $1. Text is copied unless _static, whose bytes must stay until the step. */
void         ex_statement_bind_int    (ExStatement *self, int parameter, gint64 value);
void         ex_statement_bind_double (ExStatement *self, int parameter, double value); /* NaN binds NULL */
void         ex_statement_bind_text   (ExStatement *self, int parameter, const char *text); /* NULL binds NULL */
void         ex_statement_bind_text_static (ExStatement *self, int parameter, const char *text, gssize length);
void         ex_statement_bind_blob_static (ExStatement *self, int parameter, const void *data, gsize length);
void         ex_statement_bind_null   (ExStatement *self, int parameter);
/* TRUE with a row, FALSE at the end or on @error. */
gboolean     ex_statement_step        (ExStatement *self, GError **error);
/* Steps to the end and resets: for statements without rows. */
gboolean     ex_statement_run         (ExStatement *self, GError **error);
int          ex_statement_n_columns   (ExStatement *self);
gboolean     ex_statement_is_null     (ExStatement *self, int column);
gint64       ex_statement_int         (ExStatement *self, int column);
double       ex_statement_double      (ExStatement *self, int column); /* NaN for NULL */
const char  *ex_statement_text        (ExStatement *self, int column); /* (transfer none) until the next step; NULL for NULL */
const void  *ex_statement_blob        (ExStatement *self, int column, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExDatabase, ex_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExStatement, ex_statement_reset)

G_END_DECLS
