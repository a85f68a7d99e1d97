/* The reviews of many: into one PDF, or into a folder, a PDF each. One at a time, so that a thousand need no more memory than one. */
#include "config.h"

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
  const char          *folder; /* NULL: all in one */
  GHashTable          *taken;
  ExPdf               *pdf;
} Saving;

static gboolean
save_one (Saving *self, guint leader, GError **error)
{
  const ExLeader *record = ex_company_get_leader (self->facts->company, leader);
  g_autoptr (ExDocument) document = ex_report_review (self->store, self->facts, record->id, error);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (document == NULL)
    return FALSE;
  if (self->folder == NULL)
    return ex_pdf_add (self->pdf, document, record->name, error);

  name = file_name (self->taken, record);
  path = g_build_filename (self->folder, name, NULL);

  return ex_document_save (document, self->paper, path, error);
}

static gboolean
save_each (Saving *self, const GArray *leaders, ExProgress progress, gpointer data, GCancellable *cancellable, guint *n, GError **error)
{
  for (guint i = 0; i < leaders->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !save_one (self, g_array_index (leaders, guint, i), error))
        return FALSE;
      if (n != NULL)
        *n = i + 1;
      if (progress != NULL)
        progress ((double) (i + 1) / leaders->len, data);
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
save_as_one (Saving *self, const GArray *leaders, const char *path, ExProgress progress, gpointer data, GCancellable *cancellable, guint *n,
             GError **error)
{
  /* Translators: %s is a cycle */
  g_autofree char *title = g_strdup_printf (_("Reviews, %s"), ex_reviews_get_cycle (self->facts->reviews)->name);

  self->pdf = ex_pdf_open (path, self->paper, title, error);
  if (self->pdf == NULL)
    return FALSE;
  if (save_each (self, leaders, progress, data, cancellable, n, error))
    return ex_pdf_close (self->pdf, error);

  ex_pdf_abandon (self->pdf);

  return FALSE;
}

gboolean
ex_report_save_reviews (ExStore *store, const ExReportFacts *facts, const char *const *leaders, const ExPaper *paper, const char *path,
                        ExProgress progress, gpointer data, GCancellable *cancellable, guint *n, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) chosen = NULL;
  Saving self = { store, facts, paper, NULL, taken, NULL };
  int viewer;

  g_return_val_if_fail (store != NULL && facts != NULL && paper != NULL && path != NULL, FALSE);

  if (n != NULL)
    *n = 0;
  if (!ex_report_need_cycle (facts, error) || !ex_report_find_viewer (store, facts, &viewer, error))
    return FALSE;
  chosen = list_leaders (facts, viewer, leaders, error);
  if (chosen == NULL)
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return save_as_one (&self, chosen, path, progress, data, cancellable, n, error);

  self.folder = path;

  return save_each (&self, chosen, progress, data, cancellable, n, error);
}
