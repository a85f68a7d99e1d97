/* The reviews of many: into one PDF, or into a folder, a PDF each. One at a time, or as many as there are processors, so that a thousand need no more memory than a few. */
#include "config.h"

#include "ex-report-folder.h"
#include "ex-report-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a file's name before its ending, in bytes: some file systems take 255, with what is put before or after it meanwhile. */
#define LONGEST_NAME 180

/* --- whose ---------------------------------------------------------------------------------------------------------------------- */

static gboolean
add_chosen (GHashTable *chosen, const ExReportFacts *facts, int viewer, const char *id, GError **error)
{
  int leader = ex_company_find_leader (facts->company, id);

  if (leader < 0)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s” in this company; give the id of one."), id);
  else if (!ex_report_may_read (facts->reviews, viewer, (guint) leader))
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED,
                 _("The review of %s is for them, for those who review them, for the leaders above and for HR."),
                 ex_company_get_leader (facts->company, (guint) leader)->name);
  else
    {
      g_hash_table_add (chosen, GINT_TO_POINTER (leader + 1));
      return TRUE;
    }

  return FALSE;
}

/* Managers before their reports. NULL and @error: one of @ids cannot be had, or there is nobody. (element-type guint) */
static GArray *
list_leaders (const ExReportFacts *facts, int viewer, const char *const *ids, GError **error)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) leaders = g_array_new (FALSE, FALSE, sizeof (guint));
  const ExTree *tree = ex_company_get_tree (facts->company);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!add_chosen (chosen, facts, viewer, ids[i], error))
      return NULL;
  for (guint k = 0; k < tree->n; k++)
    {
      guint leader = tree->order[k];
      gboolean wanted = ids != NULL ? g_hash_table_contains (chosen, GUINT_TO_POINTER (leader + 1))
                                    : ex_reviews_takes_part (facts->reviews, leader) && ex_report_may_read (facts->reviews, viewer, leader);

      if (wanted)
        g_array_append_val (leaders, leader);
    }
  if (leaders->len > 0)
    return g_steal_pointer (&leaders);

  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("Nobody takes part in %s whose review could be printed."),
               ex_reviews_get_cycle (facts->reviews)->name);

  return NULL;
}

/* --- files of a folder -------------------------------------------------------------------------------------------------------------- */

/* What every file system takes: no separators, nothing that one of them means something by, no dot at the ends. */
static char *
safe_name (const char *text)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = text; *at != '\0' && name->len < LONGEST_NAME; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT || (c < 128 && strchr ("/\\:*?\"<>|", (int) c) != NULL))
        g_string_append_c (name, '-');
      else if (!(name->len == 0 && (c == '.' || c == ' ')))
        g_string_append_unichar (name, c);
    }
  while (name->len > 0 && (name->str[name->len - 1] == '.' || name->str[name->len - 1] == ' '))
    g_string_truncate (name, name->len - 1);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* "L007 Ana Okafor.pdf": by id, which is the leader's alone; @taken: names so far, for what is left of two ids may be the same. */
static char *
file_name (GHashTable *taken, const ExLeader *leader)
{
  g_autofree char *whole = g_strdup_printf ("%s %s", leader->id, leader->name);
  g_autofree char *stem = safe_name (whole);
  g_autofree char *name = g_strdup_printf ("%s.pdf", stem);
  char *key = g_utf8_casefold (name, -1);

  for (guint n = 2; g_hash_table_contains (taken, key); n++)
    {
      g_free (name);
      g_free (key);
      name = g_strdup_printf ("%s (%u).pdf", stem, n);
      key = g_utf8_casefold (name, -1);
    }
  g_hash_table_add (taken, key);

  return g_steal_pointer (&name);
}

/* --- one after the other --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExStore             *store;
  const ExReportFacts *facts;
  const ExPaper       *paper;
  const GArray        *leaders;     /* (element-type guint) */
  ExProgress           progress;    /* (nullable) */
  gpointer             data;
  GCancellable        *cancellable; /* (nullable) */
} Saving;

static void
say_progress (const Saving *self, guint done)
{
  if (self->progress != NULL && done > 0)
    self->progress ((double) done / self->leaders->len, self->data);
}

/* NULL: it was cancelled, or @error. */
static ExDocument *
make_next (const Saving *self, guint i, const ExLeader **leader, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;

  *leader = ex_company_get_leader (self->facts->company, g_array_index (self->leaders, guint, i));

  return ex_report_review (self->store, self->facts, (*leader)->id, error);
}

static gboolean
add_all (const Saving *self, ExPdf *pdf, guint *n, GError **error)
{
  for (guint i = 0; i < self->leaders->len; i++)
    {
      const ExLeader *leader = NULL;
      g_autoptr (ExDocument) document = make_next (self, i, &leader, error);

      if (document == NULL || !ex_pdf_add (pdf, document, leader->name, error))
        return FALSE;
      *n = i + 1;
      say_progress (self, *n);
    }

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
save_as_one (const Saving *self, const char *path, guint *n, GError **error)
{
  /* Translators: %s is a cycle */
  g_autofree char *title = g_strdup_printf (_("Reviews, %s"), ex_reviews_get_cycle (self->facts->reviews)->name);
  ExPdf *pdf = ex_pdf_open (path, self->paper, title, error);

  if (pdf == NULL)
    return FALSE;
  if (add_all (self, pdf, n, error))
    return ex_pdf_close (pdf, error);

  ex_pdf_abandon (pdf);

  return FALSE;
}

static gboolean
fill_folder (const Saving *self, ExReportFolder *folder, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->leaders->len; i++)
    {
      const ExLeader *leader = NULL;
      ExDocument *document = make_next (self, i, &leader, error);
      g_autofree char *name = document != NULL ? file_name (taken, leader) : NULL;

      if (document == NULL || !ex_report_folder_add (folder, document, name, error))
        return FALSE;
      say_progress (self, ex_report_folder_n (folder));
    }

  return TRUE;
}

static gboolean
save_each (const Saving *self, const char *path, guint *n, GError **error)
{
  ExReportFolder *folder = ex_report_folder_new (path, self->paper);
  gboolean filled = fill_folder (self, folder, error);
  gboolean written = ex_report_folder_end (folder, n, filled ? error : NULL);

  if (filled && written)
    say_progress (self, *n);

  return filled && written;
}

gboolean
ex_report_save_reviews (ExStore *store, const ExReportFacts *facts, const char *const *leaders, const ExPaper *paper, const char *path,
                        ExProgress progress, gpointer data, GCancellable *cancellable, guint *n, GError **error)
{
  g_autoptr (GArray) chosen = NULL;
  Saving self = { store, facts, paper, NULL, progress, data, cancellable };
  guint written = 0;
  gboolean done;
  int viewer;

  g_return_val_if_fail (store != NULL && facts != NULL && paper != NULL && path != NULL, FALSE);

  if (n != NULL)
    *n = 0;
  if (!ex_report_need_cycle (facts, error) || !ex_report_find_viewer (store, facts, &viewer, error))
    return FALSE;
  chosen = list_leaders (facts, viewer, leaders, error);
  if (chosen == NULL)
    return FALSE;

  self.leaders = chosen;
  done = g_file_test (path, G_FILE_TEST_IS_DIR) ? save_each (&self, path, &written, error) : save_as_one (&self, path, &written, error);
  if (n != NULL)
    *n = written;

  return done;
}
