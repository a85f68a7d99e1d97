/* What the files of the store share among themselves; nobody outside of src/store/ includes this.
 *
 * A function that writes goes like this, so that it is an action of its own or a part of the caller's:
 *
 *   if (!ex_store_begin (self, N_("Save a leader"), error))
 *     return FALSE;
 *   ex_store_set_subject (self, leader->name);
 *   if (!write_it (self, leader, error))
 *     {
 *       ex_store_rollback (self);
 *       return FALSE;
 *     }
 *   return ex_store_commit (self, error);
 *
 * The triggers journal every row; nobody writes into the journal by hand. A primary key and the column import never change by
 * an UPDATE, and nothing is written by INSERT OR REPLACE: insert, update or delete. */
#pragma once

#include "ex-store-import.h"
#include "ex-store-journal.h"
#include "ex-store-parts.h"

G_BEGIN_DECLS

#define EX_STORE_APPLICATION_ID 0x45584d50 /* "EXMP", 68 bytes into the file */

struct _ExStore
{
  ExDatabase    *db;
  char          *path;
  guint64        device;   /* with inode: which file lay at path when it was opened */
  guint64        inode;
  ExCompanyInfo *info;
  char          *actor;

  guint          depth;    /* how often ex_store_begin() was called; 0: no action is open */
  gint64         action;   /* number of the open action; 0: none */
  gint64         import;   /* number of the open import; 0: none */
  GPtrArray     *subjects; /* (element-type utf8) what the open action is about */
  gboolean       subject_fixed; /* the outermost caller has said it */
  gboolean       clean;    /* words were erased in the open action: once it is committed, nothing of them stays in unused parts of the file */

  gint64         version;      /* counts writes seen, ours and others' */
  gint64         data_version; /* of the database when last looked */
  ExStoreParts   parts;        /* changes of each part seen; 0: never looked */
  gint64         parts_seen;   /* number of the change seen last */
};

/* Rows inserted between the two with import = the number given are journaled as one entry. Inside an open action.
 * @what: "leaders", "objectives" (with links), "check_ins", "ledger" or "movements". Returns 0 on @error. */
gint64   ex_store_open_import  (ExStore *self, GError **error);
/* @added: rows, for people; @total: the sum over their figures as text. Digests the rows as they were stored, unless the caller has
 * done so while it stored them (@known_digest, as ex_journal_digest_import() would; nullable). An import that
 * added no row is not closed but left: ex_store_leave_import(). */
gboolean ex_store_close_import (ExStore *self, const char *what, const ExImportInfo *info, guint64 added, const char *total,
                                const char *known_digest, GError **error);
gboolean ex_store_leave_import (ExStore *self, GError **error);

/* FALSE and G_IO_ERROR_CANCELLED when it was; reports progress. For loops, every few thousand rows. */
gboolean ex_import_info_step   (const ExImportInfo *info, double fraction, GError **error);

/* What the rules refuse, in the store's domain. Always FALSE. @failure: (transfer full) */
gboolean ex_store_take_rule_error (GError *failure, GError **error);

G_END_DECLS
