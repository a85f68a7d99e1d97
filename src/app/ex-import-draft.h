/* An import while it is still thought about: what the user has chosen, and what the session's worker found out by it. Nothing here waits:
 * files are read, plans made, tried and applied in the worker, and large ones are freed in a thread. */
#pragma once

#include "company/ex-import.h"
#include "ex-session.h"

G_BEGIN_DECLS

typedef struct
{
  ExImportWhat what;
  char        *path;
  char        *cycle;      /* (nullable) that objectives go into */
  char        *encoding;   /* (nullable) find out */
  ExDateOrder  date_order;
  GHashTable  *map;        /* field name -> column number from 1, 0: left out; what is not there is found by its name */
  int          grain;      /* ExGrain; 0: find out */
  int          kind;       /* ExLedgerKind; -1: find out */
  gboolean     add;        /* to what stands */
  gboolean     replace;    /* each period in the file replaces the whole period */
  gboolean     skip_bad;
} ExImportChoices;

ExImportChoices *ex_import_choices_new  (ExImportWhat what);
ExImportChoices *ex_import_choices_copy (const ExImportChoices *self);
void             ex_import_choices_free (ExImportChoices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExImportChoices, ex_import_choices_free)

/* How far the worker is: set there, read by the window. Counted, since either may be done first. */
typedef struct _ExImportProgress ExImportProgress;
ExImportProgress *ex_import_progress_new  (void);
ExImportProgress *ex_import_progress_ref  (ExImportProgress *self);
void              ex_import_progress_unref (ExImportProgress *self);
double            ex_import_progress_get  (ExImportProgress *self);
gsize             ex_import_progress_get_rows (ExImportProgress *self); /* of the file, read so far; 0: not known */

/* What came out of reading a file. Counted; immutable but for what applying it does. */
typedef struct
{
  ExImportChoices *choices;
  ExImportPlan    *plan;
  char            *name;     /* of the file */
  GPtrArray       *examples; /* (element-type GStrv) its first rows below the heading, as they stand */
  GPtrArray       *titles;   /* (element-type utf8) of the columns of rows */
  GPtrArray       *rows;     /* (element-type GStrv) the first records, as they will come in */
} ExImportDraft;

ExImportDraft *ex_import_draft_ref   (ExImportDraft *self);
void           ex_import_draft_unref (ExImportDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExImportDraft, ex_import_draft_unref)

/* Whether field number @field has to be in the file: it is needed, or one of two of which neither is there. */
gboolean       ex_import_draft_needs     (const ExImportDraft *self, guint field);
/* Whether every field that the kind needs has a column. */
gboolean       ex_import_draft_is_mapped (const ExImportDraft *self);

/* @choices: copied. @progress (nullable). */
void           ex_import_draft_make_async   (ExSession *session, const ExImportChoices *choices, ExImportProgress *progress,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ExImportDraft *ex_import_draft_make_finish  (ExSession *session, GAsyncResult *result, GError **error);

/* Tries it and takes it back: how many rows are new. The draft's plan must be good. */
void           ex_import_draft_count_async  (ExImportDraft *self, ExSession *session, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
/* All or nothing, as one action. @rejects: (nullable) the path that rows which were left out are written to. */
void           ex_import_draft_apply_async  (ExImportDraft *self, ExSession *session, const char *rejects, ExImportProgress *progress,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Of both. */
gboolean       ex_import_draft_tally_finish (ExSession *session, GAsyncResult *result, ExImportTally *tally, GError **error);

G_END_DECLS
