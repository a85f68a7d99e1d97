#include "config.h"

#include "ex-import-draft.h"

#include "ex-import-rows.h"

#include <glib/gi18n.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define EXAMPLES 3
#define ROWS_SHOWN 50
#define BEGINNING (256 * 1024) /* bytes of a file that its first rows are in */

/* In the order of ExImportWhat: what the store calls them too. */
static const char * const action_names[] = {
  N_("Import leaders"), N_("Import objectives"), N_("Import check-ins"), N_("Import customers"), N_("Import movements"),
};

/* --- choices --------------------------------------------------------------------------------------------------------------- */

ExImportChoices *
ex_import_choices_new (ExImportWhat what)
{
  ExImportChoices *self = g_new0 (ExImportChoices, 1);

  self->what = what;
  self->kind = -1;
  self->map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

ExImportChoices *
ex_import_choices_copy (const ExImportChoices *self)
{
  ExImportChoices *copy = g_memdup2 (self, sizeof *self);
  GHashTableIter iter;
  gpointer key, value;

  copy->path = g_strdup (self->path);
  copy->cycle = g_strdup (self->cycle);
  copy->encoding = g_strdup (self->encoding);
  copy->map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->map);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->map, g_strdup (key), value);
  return copy;
}

void
ex_import_choices_free (ExImportChoices *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->cycle);
  g_free (self->encoding);
  g_hash_table_unref (self->map);
  g_free (self);
}

/* By number, since headings may be empty or twice the same. */
static char **
map_entries (const ExImportChoices *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->map);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autofree char *entry = value != NULL ? g_strdup_printf ("%s=#%d", (char *) key, GPOINTER_TO_INT (value)) : g_strdup_printf ("%s=", (char *) key);
      g_strv_builder_add (builder, entry);
    }
  return g_strv_builder_end (builder);
}

/* --- progress ---------------------------------------------------------------------------------------------------------------- */

struct _ExImportProgress
{
  int      permille; /* atomic */
  gpointer rows;     /* atomic: a number */
};

ExImportProgress *
ex_import_progress_new (void)
{
  return g_atomic_rc_box_new0 (ExImportProgress);
}

ExImportProgress *
ex_import_progress_ref (ExImportProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ex_import_progress_unref (ExImportProgress *self)
{
  g_atomic_rc_box_release (self);
}

double
ex_import_progress_get (ExImportProgress *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}

gsize
ex_import_progress_get_rows (ExImportProgress *self)
{
  return GPOINTER_TO_SIZE (g_atomic_pointer_get (&self->rows));
}

static void
rows_cb (guint64 read, gpointer data)
{
  ExImportProgress *self = data;

  if (self != NULL)
    g_atomic_pointer_set (&self->rows, GSIZE_TO_POINTER ((gsize) read));
}

static void
progress_cb (double fraction, gpointer data)
{
  ExImportProgress *self = data;

  if (self != NULL)
    g_atomic_int_set (&self->permille, (int) (CLAMP (fraction, 0, 1) * 1000));
}

/* --- the draft ---------------------------------------------------------------------------------------------------------------- */

static void
draft_clear (gpointer data)
{
  ExImportDraft *self = data;

  g_clear_pointer (&self->choices, ex_import_choices_free);
  g_clear_pointer (&self->plan, ex_import_plan_free);
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->name);
}

/* Ten million rows are given back to the system too, so that the window is as light afterwards as before. */
static gpointer
free_in_thread (gpointer self)
{
  g_atomic_rc_box_release_full (self, draft_clear);
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return NULL;
}

ExImportDraft *
ex_import_draft_ref (ExImportDraft *self)
{
  return g_atomic_rc_box_acquire (self);
}

/* Fifty thousand objectives take a while to free: whoever lets go, if it was the last, should not wait for that. */
void
ex_import_draft_unref (ExImportDraft *self)
{
  g_thread_unref (g_thread_new ("ex-import-free", free_in_thread, self));
}

static gboolean
has_column (const ExImportDraft *self, const char *name)
{
  guint n;
  const ExImportField *fields = ex_import_fields (self->plan->what, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (fields[i].name, name))
      return self->plan->field_column[i] >= 0;
  return FALSE;
}

gboolean
ex_import_draft_needs (const ExImportDraft *self, guint field)
{
  guint n;
  const ExImportField *fields = ex_import_fields (self->plan->what, &n);

  g_return_val_if_fail (field < n && self->plan->field_column != NULL, FALSE);

  /* A customer's row says its period or its date, unless it says only why they left. */
  if (self->plan->what == EX_IMPORT_CUSTOMERS && (g_str_equal (fields[field].name, "period") || g_str_equal (fields[field].name, "date")))
    return !has_column (self, "period") && !has_column (self, "date") && (has_column (self, "value") || !has_column (self, "lost_reason"));
  return ex_import_field_is_needed (self->plan->what, field, self->plan->field_column);
}

gboolean
ex_import_draft_is_mapped (const ExImportDraft *self)
{
  guint n;

  ex_import_fields (self->plan->what, &n);
  if (self->plan->field_column == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (ex_import_draft_needs (self, i) && self->plan->field_column[i] < 0)
      return FALSE;
  return TRUE;
}

/* --- in the worker -------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExImportChoices  *choices; /* to make a draft by */
  ExImportDraft    *draft;   /* to try or apply */
  char             *rejects;
  ExImportProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->choices, ex_import_choices_free);
  g_clear_pointer (&job->draft, ex_import_draft_unref);
  g_clear_pointer (&job->progress, ex_import_progress_unref);
  g_free (job->rejects);
  g_free (job);
}

static Job *
job_new (const ExImportChoices *choices, ExImportDraft *draft, ExImportProgress *progress)
{
  Job *job = g_new0 (Job, 1);

  job->choices = choices != NULL ? ex_import_choices_copy (choices) : NULL;
  job->draft = draft != NULL ? ex_import_draft_ref (draft) : NULL;
  job->progress = progress != NULL ? ex_import_progress_ref (progress) : NULL;
  return job;
}

static ExImportOptions
options_of (const ExImportChoices *choices, char **map, ExImportProgress *progress, GCancellable *cancellable)
{
  return (ExImportOptions) {
    .encoding = choices->encoding,
    .date_order = choices->date_order,
    .map = map,
    .grain = (ExGrain) choices->grain,
    .kind = choices->kind,
    .add = choices->add,
    .replace = choices->replace,
    .skip_bad = choices->skip_bad,
    .cancellable = cancellable,
    .progress = progress_cb,
    .rows = rows_cb,
    .progress_data = progress,
  };
}

/* The whole lines that a file begins with: its first rows need no more. (transfer full) (nullable) */
static GBytes *
read_beginning (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *bytes = g_malloc (BEGINNING);
  gsize length = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, BEGINNING, &length, NULL, NULL))
    return NULL;
  if (length == BEGINNING)
    {
      while (length > 0 && bytes[length - 1] != '\n')
        length--;
      /* In UTF-16 a line ends in two bytes, of which the second may be the other one. */
      if (length > 0 && length < BEGINNING && length % 2 == 1 && bytes[length] == '\0')
        length++;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

static GPtrArray *
read_examples (const char *path, const char *encoding)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GBytes) bytes = read_beginning (path);
  g_autoptr (ExCsvReader) reader = bytes != NULL ? ex_csv_reader_new (bytes, encoding, NULL) : NULL;

  if (reader == NULL || !ex_csv_reader_next (reader, NULL))
    return examples;
  while (examples->len < EXAMPLES && ex_csv_reader_next (reader, NULL))
    {
      guint n = ex_csv_reader_n_fields (reader);
      char **row = g_new0 (char *, n + 1);

      for (guint i = 0; i < n; i++)
        {
          ExField field = ex_csv_reader_get_field (reader, i);
          row[i] = g_strndup (field.text, field.length);
        }
      g_ptr_array_add (examples, row);
    }
  return examples;
}

static gpointer
make_draft (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const ExImportChoices *choices = job->choices;
  g_auto (GStrv) map = map_entries (choices);
  ExImportOptions options = options_of (choices, map, job->progress, cancellable);
  g_autofree char *name = g_path_get_basename (choices->path);
  ExImportPlan *plan = ex_import_prepare (store, choices->what, choices->path, choices->cycle, &options, error);
  ExImportDraft *draft;

  if (plan == NULL)
    return NULL;
  draft = g_atomic_rc_box_new0 (ExImportDraft);
  draft->choices = ex_import_choices_copy (choices);
  draft->plan = plan;
  draft->name = g_steal_pointer (&name);
  draft->examples = read_examples (choices->path, choices->encoding);
  draft->rows = ex_import_rows (plan, ex_store_get_info (store), ROWS_SHOWN, &draft->titles);
  return draft;
}

static gpointer
tally_of (Job *job, ExStore *store, gboolean dry_run, GCancellable *cancellable, GError **error)
{
  ExImportOptions options = options_of (job->draft->choices, NULL, job->progress, cancellable);
  g_autofree ExImportTally *tally = g_new0 (ExImportTally, 1);

  if (!ex_import_apply (store, job->draft->plan, job->draft->choices->path, &options, dry_run, tally, error))
    return NULL;
  return g_steal_pointer (&tally);
}

static gpointer
count_draft (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return tally_of (data, store, TRUE, cancellable, error);
}

/* Bad rows that cannot be written down must not be lost: then nothing is imported. */
static gpointer
apply_draft (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autofree ExImportTally *tally = tally_of (job, store, FALSE, cancellable, error);

  if (tally == NULL || (job->rejects != NULL && !ex_import_write_rejects (job->draft->plan, job->rejects, error)))
    return NULL;
  return g_steal_pointer (&tally);
}

/* --- doors ------------------------------------------------------------------------------------------------------------------------ */

void
ex_import_draft_make_async (ExSession *session, const ExImportChoices *choices, ExImportProgress *progress, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  ex_session_read_async (session, make_draft, job_new (choices, NULL, progress), job_free, (GDestroyNotify) ex_import_draft_unref,
                         cancellable, callback, user_data);
}

ExImportDraft *
ex_import_draft_make_finish (ExSession *session, GAsyncResult *result, GError **error)
{
  return ex_session_call_finish (session, result, error);
}

void
ex_import_draft_count_async (ExImportDraft *self, ExSession *session, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (ex_import_plan_is_good (self->plan));

  ex_session_read_async (session, count_draft, job_new (NULL, self, NULL), job_free, g_free, cancellable, callback, user_data);
}

void
ex_import_draft_apply_async (ExImportDraft *self, ExSession *session, const char *rejects, ExImportProgress *progress, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (NULL, self, progress);

  g_return_if_fail (ex_import_plan_is_good (self->plan));

  job->rejects = g_strdup (rejects);
  ex_session_write_async (session, action_names[self->plan->what], apply_draft, job, job_free, g_free, cancellable, callback, user_data);
}

gboolean
ex_import_draft_tally_finish (ExSession *session, GAsyncResult *result, ExImportTally *tally, GError **error)
{
  g_autofree ExImportTally *found = ex_session_call_finish (session, result, error);

  if (found != NULL)
    *tally = *found;
  return found != NULL;
}
