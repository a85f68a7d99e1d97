/* The only door to a company's file. Owned and called by one thread at a time; nothing here knows of a window.
 *
 * Every write happens inside a named action. The functions that save or remove open one of their own, unless the caller
 * holds one open by ex_store_begin(): then several writes are one action, one line in History and one Ctrl+Z. */
#pragma once

#include "core/ex-company.h"
#include "ex-database.h"

G_BEGIN_DECLS

typedef struct _ExStore ExStore;

#define EX_STORE_HR "HR" /* who acts when nobody is named */

/* A new file, readable by its owner alone; an existing one is refused (EX_STORE_ERROR_EXISTS). */
ExStore             *ex_store_create      (const char *path, const ExCompanyInfo *info, GError **error);
/* Opens, migrating an older file after a backup beside it ("NAME before version N.exemplar"). Refuses, without touching it, a
 * file that is not ours, newer, damaged, or cannot be written. */
ExStore             *ex_store_open        (const char *path, GError **error);
void                 ex_store_close       (ExStore *self);
const char          *ex_store_get_path    (ExStore *self);
const ExCompanyInfo *ex_store_get_info    (ExStore *self);
/* A number that changes with every write, ours or another program's. */
gint64               ex_store_get_version (ExStore *self);

/* Who acts: a leader's id, or EX_STORE_HR. An id that is nobody's: EX_STORE_ERROR_NOT_FOUND. */
gboolean             ex_store_set_actor   (ExStore *self, const char *actor, GError **error);
const char          *ex_store_get_actor   (ExStore *self);

/* @name: English, marked with N_() where it stands ("Record a check-in"). Nest by count; only the outermost counts. */
gboolean             ex_store_begin       (ExStore *self, const char *name, GError **error);
gboolean             ex_store_commit      (ExStore *self, GError **error);
void                 ex_store_rollback    (ExStore *self); /* the whole action, however deep */
/* What the open action is about, in words, for History: a leader's name, an objective's title. What the outermost caller says
 * holds; else what the functions inside say is listed. */
void                 ex_store_set_subject (ExStore *self, const char *subject);

/* One moment of the file over several reads, whoever writes meanwhile; a no-op inside an action. End with ex_store_end_read(). Does not nest. */
gboolean             ex_store_begin_read  (ExStore *self, GError **error);
void                 ex_store_end_read    (ExStore *self);

/* A whole copy, consistent while others write. @copy must not exist. */
gboolean             ex_store_backup      (ExStore *self, const char *copy, GError **error);

/* --- leaders, cycles, objectives, check-ins -------------------------------------------------------------------------- */

GPtrArray   *ex_store_list_leaders    (ExStore *self, GError **error);                     /* (transfer full) (element-type ExLeader) by id */
gboolean     ex_store_save_leader     (ExStore *self, const ExLeader *leader, GError **error);  /* adds or changes; refuses a loop */
gboolean     ex_store_remove_leader   (ExStore *self, const char *id, GError **error);     /* reports go up to the manager; objectives go with it */
GPtrArray   *ex_store_list_cycles     (ExStore *self, GError **error);                     /* (element-type ExCycle) latest first */
ExCycle     *ex_store_find_cycle      (ExStore *self, const char *name, GError **error);   /* NULL name: the latest; no cycle: NOT_FOUND */
gboolean     ex_store_save_cycle      (ExStore *self, const ExCycle *cycle, GError **error);
GPtrArray   *ex_store_list_objectives (ExStore *self, const char *cycle_id, GError **error); /* NULL: all cycles'; in id order */
gboolean     ex_store_save_objective  (ExStore *self, const ExObjective *objective, GError **error);
gboolean     ex_store_remove_objective(ExStore *self, const char *id, GError **error);
GPtrArray   *ex_store_list_check_ins  (ExStore *self, const char *objective_id, GError **error); /* (element-type ExCheckIn) by day */
gboolean     ex_store_save_check_in   (ExStore *self, const ExCheckIn *check_in, GError **error);  /* same day: a correction */
gboolean     ex_store_remove_check_in (ExStore *self, const char *objective_id, ExDay day, GError **error);

/* Everything of a cycle, read and scored in one pass. @cycle_name: NULL for the latest. A company without cycles is fine. */
ExCompany   *ex_store_read_company    (ExStore *self, const char *cycle_name, ExDay today, GError **error);
/* The same as its objectives stood at the end of @day: check-ins of later days are left out, and @day is the company's today. Ladders, weights, who
 * leads are as the file has them now. Its reviews are read as ever: they have steps, not days. */
ExCompany   *ex_store_read_company_as_of (ExStore *self, const char *cycle_name, ExDay day, GError **error);
/* What the lines of all of a leader's objectives are drawn of, up to @until (EX_DAY_NONE: all): by index of the objective in @company
 * (GUINT_TO_POINTER()), a GArray (element-type ExPoint) by day, empty without check-ins. (transfer full) */
GHashTable  *ex_store_read_leader_points (ExStore *self, const ExCompany *company, guint leader, ExDay until, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExStore, ex_store_close)

G_END_DECLS
