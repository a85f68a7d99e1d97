/* The import assistant, from a file to rows in the company, and every way in which it does not come to that. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-import-dialog.h"
#include "app/ex-import-draft.h"
#include "app/ex-import-preview.h"
#include "app/ex-import-told.h"
#include "store/ex-store.h"

#include <adwaita.h>
#include <string.h>

#define GOOD "id,name,manager,from\nL10,Gia Rossi,,2025-10-01\nL11,Han Li,L10,\nL12,Ida Berg,L10,\n"
#define BAD "id,name,manager\nL10,Gia Rossi,\nL11,,L10\nL12,Ida Berg,L99\nL13,Jo Day,L10\n"
#define FOREIGN "Nr;Wer;Unter\nL10;Gia Rossi;\nL11;Han Li;L10\n"

/* --- finding things ------------------------------------------------------------------------------------------------------------ */

static gboolean
contains (GtkWidget *widget, gpointer words)
{
  return gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

static gboolean
mentions (GtkWidget *root, const char *words)
{
  return root != NULL && find_widget (root, GTK_TYPE_LABEL, contains, (gpointer) words) != NULL;
}

/* What is waited for: words in the dialog, or a button in it that can be pressed. */
typedef struct
{
  ExWindow   *window;
  const char *words;
} Wanted;

static gboolean
dialog_says (gpointer data)
{
  Wanted *wanted = data;
  return mentions (dialog_of (wanted->window), wanted->words);
}

static gboolean
can_press (gpointer data)
{
  Wanted *wanted = data;
  GtkWidget *button = button_of (dialog_of (wanted->window), wanted->words);

  return button != NULL && gtk_widget_is_sensitive (button);
}

static void
wait_for_words (ExWindow *window, const char *words)
{
  Wanted wanted = { window, words };

  g_test_message ("waiting for “%s”", words);
  wait_until (dialog_says, &wanted);
}

static void
press (ExWindow *window, const char *label)
{
  Wanted wanted = { window, label };

  g_test_message ("pressing “%s”", label);
  wait_until (can_press, &wanted);
  g_signal_emit_by_name (button_of (dialog_of (window), label), "clicked");
}

static gboolean
is_shut (ExWindow *window, const char *label)
{
  GtkWidget *button = button_of (dialog_of (window), label);

  g_assert_nonnull (button);
  return !gtk_widget_is_sensitive (button);
}

static GtkDropDown *
column_of (ExWindow *window, const char *field)
{
  GtkWidget *row = row_titled (dialog_of (window), field);

  g_assert_nonnull (row);
  return GTK_DROP_DOWN (find_widget (row, GTK_TYPE_DROP_DOWN, NULL, NULL));
}

/* --- a window with the assistant open ------------------------------------------------------------------------------------------- */

static char *
file_with (const char *content)
{
  char *path = fresh_path ("import.csv");

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static ExWindow *
open_company (void)
{
  g_autofree char *path = fresh_path ("import.exemplar");

  make_company (path);
  return open_window (path);
}

static void
begin_import (ExWindow *window, ExImportWhat what, const char *content)
{
  g_autofree char *path = file_with (content);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ex_import_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), what, file);
}

static ExCompany *
company_in (ExWindow *window)
{
  return ex_session_get_company (ex_window_get_session (window));
}

static void
close_assistant (ExWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (dialog_of (window)));
  wait_until (has_no_dialog, window);
}

/* --- files that come in ------------------------------------------------------------------------------------------------------------ */

static void
test_good (void)
{
  ExWindow *window = open_company ();

  begin_import (window, EX_IMPORT_LEADERS, GOOD);
  press (window, "_Next");
  wait_for_words (window, "3 rows: 3 new");
  g_assert_true (mentions (dialog_of (window), "Han Li"));
  g_assert_cmpuint (ex_company_n_leaders (company_in (window)), ==, 2);
  press (window, "_Import");
  wait_until (has_no_dialog, window);
  g_assert_cmpuint (ex_company_n_leaders (company_in (window)), ==, 5);
  g_assert_cmpstr (ex_session_get_undo (ex_window_get_session (window))->name, ==, "Import leaders");
  g_assert_true (mentions (GTK_WIDGET (window), "(3 rows: 3 new)"));

  /* The same again changes nothing, and says so. */
  begin_import (window, EX_IMPORT_LEADERS, GOOD);
  press (window, "_Next");
  wait_for_words (window, "3 rows: 3 unchanged");
  press (window, "_Import");
  wait_until (has_no_dialog, window);
  g_assert_true (mentions (GTK_WIDGET (window), "Nothing to change"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
  g_assert_cmpuint (ex_company_n_leaders (company_in (window)), ==, 2);
  close_window (window);
}

static void
test_mapping (void)
{
  ExWindow *window = open_company ();

  begin_import (window, EX_IMPORT_LEADERS, FOREIGN);
  wait_for_words (window, "Needed: choose its column");
  g_assert_true (is_shut (window, "_Next"));
  gtk_drop_down_set_selected (column_of (window, "Identifier"), 1);
  gtk_drop_down_set_selected (column_of (window, "Name"), 2);
  wait_for_words (window, "Gia Rossi · Han Li");
  gtk_drop_down_set_selected (column_of (window, "Manager"), 3);
  g_assert_true (is_shut (window, "_Next"));
  press (window, "_Next");
  wait_for_words (window, "2 rows: 2 new");
  press (window, "_Import");
  wait_until (has_no_dialog, window);
  g_assert_cmpstr (ex_company_get_leader (company_in (window), (guint) ex_company_find_leader (company_in (window), "L11"))->manager_id, ==, "L10");
  close_window (window);
}

/* --- files that do not --------------------------------------------------------------------------------------------------------------- */

static void
test_bad (void)
{
  ExWindow *window = open_company ();
  GtkWidget *skip;

  begin_import (window, EX_IMPORT_LEADERS, BAD);
  press (window, "_Next");
  wait_for_words (window, "4 rows read, 2 problems");
  g_assert_true (mentions (dialog_of (window), "L99"));
  g_assert_true (is_shut (window, "_Import"));

  skip = find_widget (GTK_WIDGET (find_widget (dialog_of (window), EX_TYPE_IMPORT_PREVIEW, NULL, NULL)), GTK_TYPE_SWITCH, NULL, NULL);
  gtk_switch_set_active (GTK_SWITCH (skip), TRUE);
  wait_for_words (window, "2 new, 2 left out");
  g_assert_false (is_shut (window, "_Import"));
  gtk_switch_set_active (GTK_SWITCH (skip), FALSE);
  wait_for_words (window, "4 rows read, 2 problems");
  g_assert_true (is_shut (window, "_Import"));
  close_assistant (window);
  g_assert_cmpuint (ex_company_n_leaders (company_in (window)), ==, 2);
  close_window (window);
}

static void
test_unreadable (void)
{
  static const struct { const char *content; const char *words; } cases[] = {
    { "PK\003\004 and so on", "This is no CSV file" },
    { "", "This file cannot come in as it is" },
    { "id,name\nL10,\"Gia\n", "This file cannot come in as it is" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExWindow *window = open_company ();

      begin_import (window, EX_IMPORT_LEADERS, cases[i].content);
      if (i == 2)
        press (window, "_Next");
      wait_for_words (window, cases[i].words);
      close_assistant (window);
      close_window (window);
    }
}

/* Closed while it reads: nothing is left to answer to, and nothing leaks. */
static void
test_closed_early (void)
{
  ExWindow *window = open_company ();
  gpointer dialog;

  begin_import (window, EX_IMPORT_LEADERS, GOOD);
  dialog = dialog_of (window);
  if (dialog == NULL)
    {
      Wanted wanted = { window, "_Cancel" };
      wait_until (can_press, &wanted);
      dialog = dialog_of (window);
    }
  g_object_add_weak_pointer (dialog, &dialog);
  gtk_window_destroy (dialog);
  wait_until (has_no_dialog, window);
  settle (window);
  g_assert_null (dialog);
  close_window (window);
}

/* --- drafts, without a window ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExImportDraft *draft;
  ExImportTally  tally;
  GError        *error;
  gboolean       done;
} Told;

static gboolean
is_done (gpointer data)
{
  return ((Told *) data)->done;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Told *told = data;

  told->draft = ex_import_draft_make_finish (EX_SESSION (source), result, &told->error);
  told->done = TRUE;
}

static void
tally_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Told *told = data;

  ex_import_draft_tally_finish (EX_SESSION (source), result, &told->tally, &told->error);
  told->done = TRUE;
}

static void
make_draft (Told *told, ExWindow *window, ExImportWhat what, const char *content, gboolean skip_bad)
{
  g_autoptr (ExImportChoices) choices = ex_import_choices_new (what);

  choices->path = file_with (content);
  choices->skip_bad = skip_bad;
  *told = (Told) { 0 };
  ex_import_draft_make_async (ex_window_get_session (window), choices, NULL, NULL, made_cb, told);
  wait_until (is_done, told);
  told->done = FALSE;
  g_assert_no_error (told->error);
}

static void
test_rejects (void)
{
  ExWindow *window = open_company ();
  g_autofree char *rejects = fresh_path ("rejects.csv");
  g_autofree char *text = NULL;
  Told told;

  make_draft (&told, window, EX_IMPORT_LEADERS, BAD, TRUE);
  ex_import_draft_apply_async (told.draft, ex_window_get_session (window), rejects, NULL, NULL, tally_cb, &told);
  wait_until (is_done, &told);
  g_assert_no_error (told.error);
  g_assert_cmpuint (told.tally.added, ==, 2);
  g_assert_cmpuint (told.tally.refused, ==, 2);
  g_assert_true (g_file_get_contents (rejects, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "L12,Ida Berg,L99,"));
  g_assert_null (strstr (text, "L13"));
  ex_import_draft_unref (told.draft);
  close_window (window);
}

/* Bad rows that cannot be written down: then nothing comes in either. */
static void
test_rejects_unwritable (void)
{
  ExWindow *window = open_company ();
  Told told;

  make_draft (&told, window, EX_IMPORT_LEADERS, BAD, TRUE);
  ex_import_draft_apply_async (told.draft, ex_window_get_session (window), "/nowhere/at/all.csv", NULL, NULL, tally_cb, &told);
  wait_until (is_done, &told);
  g_assert_nonnull (told.error);
  g_assert_cmpuint (ex_company_n_leaders (company_in (window)), ==, 2);
  g_clear_error (&told.error);
  ex_import_draft_unref (told.draft);
  close_window (window);
}

static void
test_cancelled (void)
{
  ExWindow *window = open_company ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Told told;

  make_draft (&told, window, EX_IMPORT_LEADERS, GOOD, FALSE);
  g_cancellable_cancel (cancellable);
  ex_import_draft_apply_async (told.draft, ex_window_get_session (window), NULL, NULL, cancellable, tally_cb, &told);
  wait_until (is_done, &told);
  g_assert_error (told.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (ex_company_n_leaders (company_in (window)), ==, 2);
  g_clear_error (&told.error);
  ex_import_draft_unref (told.draft);
  close_window (window);
}

static void
test_rows (void)
{
  static const struct { ExImportWhat what; const char *content; const char *titles; const char *first; } cases[] = {
    { EX_IMPORT_LEADERS, "id,name,incentive_target,from\nL9,Zoe,1000.5,2026-01-31\n", "Identifier|Name|Incentive target|From",
      "L9|Zoe|1,000.50\u00a0€|31 Jan 2026" },
    { EX_IMPORT_OBJECTIVES, "leader,title,kind,weight,baseline,target,unit\nL1,Calls,number,25,10,12.5,%\n",
      "Leader|Title|Kind|Weight|Baseline|Target|Unit|Identifier", NULL },
    { EX_IMPORT_CHECK_INS, "objective,date,value,confidence\nO1,2026-03-01,51.5,7\n", "Objective|Day|Value|Confidence", "O1|1 Mar 2026|51.5|7" },
    { EX_IMPORT_CUSTOMERS, "customer,period,value,segment\nc1,2026-01,10,North\nc2,2026-01,5,\n", "Customer|Period|Value|Segment",
      "c1|Jan 2026|10.00\u00a0€|North" },
  };
  ExWindow *window = open_company ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *titles = NULL;
      g_autofree char *first = NULL;
      Told told;

      make_draft (&told, window, cases[i].what, cases[i].content, FALSE);
      g_assert_true (ex_import_plan_is_good (told.draft->plan));
      g_ptr_array_add (told.draft->titles, NULL);
      titles = g_strjoinv ("|", (char **) told.draft->titles->pdata);
      first = g_strjoinv ("|", g_ptr_array_index (told.draft->rows, 0));
      g_assert_cmpstr (titles, ==, cases[i].titles);
      if (cases[i].first != NULL)
        g_assert_cmpstr (first, ==, cases[i].first);
      ex_import_draft_unref (told.draft);
    }
  close_window (window);
}

static void
test_tally_words (void)
{
  static const struct { ExImportTally tally; const char *words; } cases[] = {
    { { 0, 0, 0, 0, 0 }, "0 rows" },
    { { 1, 1, 0, 0, 0 }, "1 row: 1 new" },
    { { 1204, 1200, 4, 0, 0 }, "1,204 rows: 1,200 new, 4 changed" },
    { { 10, 0, 0, 7, 3 }, "10 rows: 7 unchanged, 3 left out" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ex_import_tally_words (&cases[i].tally);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* --- what stands already --------------------------------------------------------------------------------------------------------- */

/* Customers in the latest period. */
static gint64
n_active (ExWindow *window)
{
  GPtrArray *spans = ex_session_get_asset (ex_window_get_session (window))->spans;

  return ((ExSpan *) g_ptr_array_index (spans, spans->len - 1))->movement.closing.customers;
}

static void
import_customers (ExWindow *window, const char *content, guint merge)
{
  begin_import (window, EX_IMPORT_CUSTOMERS, content);
  wait_for_words (window, "import.csv");
  gtk_drop_down_set_selected (column_of (window, "_What stands already"), merge);
  press (window, "_Next");
  press (window, "_Import");
}

static gboolean
is_in (gpointer window)
{
  return dialog_of (window) == NULL && ex_window_is_settled (window);
}

/* A corrected month: in place of the same customers, or in place of the whole month; what is corrected is said. */
static void
test_merging (void)
{
  ExWindow *window = open_company ();

  import_customers (window, "customer,period,value\na,2026-01,10\nb,2026-01,5\na,2026-02,10\nb,2026-02,5\n", 0);
  wait_until (is_in, window);
  g_assert_cmpint (n_active (window), ==, 2);
  import_customers (window, "customer,period,value\na,2026-02,12\n", 0);
  wait_for_words (window, "What the import corrected");
  g_assert_true (mentions (dialog_of (window), "2026-02: "));
  gtk_window_destroy (GTK_WINDOW (dialog_of (window)));
  wait_until (is_in, window);
  g_assert_cmpint (n_active (window), ==, 2);
  import_customers (window, "customer,period,value\na,2026-02,12\nc,2026-02,1\nd,2026-02,1\n", 2);
  wait_for_words (window, "What the import corrected");
  g_assert_true (mentions (dialog_of (window), "2026-02: "));
  gtk_window_destroy (GTK_WINDOW (dialog_of (window)));
  wait_until (is_in, window);
  g_assert_cmpint (n_active (window), ==, 3);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/import/a good file comes in, twice is once, and undo takes it back", test_good);
  g_test_add_func ("/import/columns are chosen where their names tell nothing", test_mapping);
  g_test_add_func ("/import/nothing comes in with a problem, unless bad rows are left out", test_bad);
  g_test_add_func ("/import/says why a file cannot be read", test_unreadable);
  g_test_add_func ("/import/can be closed while it reads", test_closed_early);
  g_test_add_func ("/import/bad rows are saved", test_rejects);
  g_test_add_func ("/import/nothing comes in when bad rows cannot be saved", test_rejects_unwritable);
  g_test_add_func ("/import/what was stopped leaves nothing", test_cancelled);
  g_test_add_func ("/import/shows the first rows as they will come in", test_rows);
  g_test_add_func ("/import/counts in words", test_tally_words);
  g_test_add_func ("/import/a corrected month replaces customers or the whole month", test_merging);
  return g_test_run ();
}
