/* A session: the store in its own thread, what stands in the main one. */
#include "config.h"

#include "app-fixture.h"

#include "store/ex-store.h"

typedef struct
{
  ExSession *session;
  GError    *error;
  gpointer   result;
  gboolean   done;
  guint      changes;
  guint      written;
  char      *written_name;
} Told;

static void
told_clear (Told *told)
{
  g_clear_object (&told->session);
  g_clear_error (&told->error);
  g_clear_pointer (&told->written_name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static gboolean
is_done (gpointer data)
{
  return ((Told *) data)->done;
}

static void
changed_cb (ExSession *session, Told *told)
{
  told->changes++;
}

static void
written_cb (ExSession *session, const ExAction *action, Told *told)
{
  told->written++;
  g_free (told->written_name);
  told->written_name = g_strdup (action->name);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Told *told = data;

  told->session = ex_session_open_finish (result, &told->error);
  told->done = TRUE;
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Told *told = data;

  told->result = ex_session_call_finish (EX_SESSION (source), result, &told->error);
  told->done = TRUE;
}

static void
open_session (Told *told, const char *path)
{
  ex_session_open_async (path, NULL, opened_cb, told);
  wait_until (is_done, told);
  told->done = FALSE;
  if (told->session != NULL)
    {
      g_signal_connect (told->session, "changed", G_CALLBACK (changed_cb), told);
      g_signal_connect (told->session, "written", G_CALLBACK (written_cb), told);
    }
}

static gpointer
rename_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, error);
  ExLeader *ana = g_ptr_array_index (leaders, 0);

  g_free (ana->name);
  ana->name = g_strdup (data);
  return GINT_TO_POINTER (ex_store_save_leader (store, ana, error));
}

static gpointer
fail_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  rename_in_worker (store, data, cancellable, NULL);
  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, "No.");
  return NULL;
}

static void
write_with (Told *told, ExSessionFunc func, const char *name)
{
  told->done = FALSE;
  ex_session_write_async (told->session, "Edit a leader", func, (gpointer) name, NULL, NULL, NULL, called_cb, told);
  wait_until (is_done, told);
}

static const char *
first_name (ExSession *session)
{
  return ex_company_get_leader (ex_session_get_company (session), 0)->name;
}

static void
test_open (void)
{
  g_autofree char *path = fresh_path ("open.exemplar");
  g_auto (Told) told = { 0 };

  make_company (path);
  open_session (&told, path);
  g_assert_no_error (told.error);
  g_assert_cmpstr (ex_session_get_path (told.session), ==, path);
  g_assert_cmpuint (ex_company_n_leaders (ex_session_get_company (told.session)), ==, 2);
  g_assert_cmpuint (ex_session_get_cycles (told.session)->len, ==, 1);
  g_assert_null (ex_session_get_asset (told.session));
  g_assert_nonnull (ex_session_get_claims (told.session));
  g_assert_null (ex_session_get_reward_terms (told.session));
  g_assert_null (ex_session_get_rewards (told.session));
  g_assert_cmpuint (ex_session_get_reward_runs (told.session)->len, ==, 0);
  g_assert_cmpuint (g_hash_table_size (ex_session_get_spells (told.session)), ==, 0);
  g_assert_cmpstr (ex_session_get_actor (told.session), ==, EX_STORE_HR);
  g_assert_false (ex_session_is_busy (told.session));
  g_assert_nonnull (ex_session_get_undo (told.session));
  g_assert_cmpstr (ex_session_get_undo (told.session)->name, ==, "Add an objective");
  g_assert_null (ex_session_get_redo (told.session));
}

static void
test_open_refused (void)
{
  static const struct { const char *content; int code; } cases[] = {
    { NULL, EX_STORE_ERROR_NOT_FOUND },
    { "leader,objective\n", EX_STORE_ERROR_NOT_OURS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fresh_path ("refused.exemplar");
      g_auto (Told) told = { 0 };

      if (cases[i].content != NULL)
        g_assert_true (g_file_set_contents (path, cases[i].content, -1, NULL));
      open_session (&told, path);
      g_assert_null (told.session);
      g_assert_error (told.error, EX_STORE_ERROR, cases[i].code);
    }
}

static void
test_create (void)
{
  g_autofree char *path = fresh_path ("new.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Fresh", "JPY");
  g_auto (Told) told = { 0 };
  g_auto (Told) again = { 0 };

  ex_session_create_async (path, info, FALSE, NULL, opened_cb, &told);
  wait_until (is_done, &told);
  g_assert_no_error (told.error);
  g_assert_cmpstr (ex_company_get_info (ex_session_get_company (told.session))->name, ==, "Fresh");
  g_assert_null (ex_session_get_undo (told.session));

  ex_session_create_async (path, info, FALSE, NULL, opened_cb, &again);
  wait_until (is_done, &again);
  g_assert_error (again.error, EX_STORE_ERROR, EX_STORE_ERROR_EXISTS);
}

static void
test_write (void)
{
  g_autofree char *path = fresh_path ("write.exemplar");
  g_auto (Told) told = { 0 };

  make_company (path);
  open_session (&told, path);
  write_with (&told, rename_in_worker, "Anna Okafor");
  g_assert_no_error (told.error);
  g_assert_cmpstr (first_name (told.session), ==, "Anna Okafor");
  g_assert_cmpuint (told.changes, ==, 1);
  g_assert_cmpuint (told.written, ==, 1);
  g_assert_cmpstr (told.written_name, ==, "Edit a leader");
  g_assert_cmpstr (ex_session_get_undo (told.session)->subject, ==, "Anna Okafor");
}

static void
test_write_refused (void)
{
  g_autofree char *path = fresh_path ("write-refused.exemplar");
  g_auto (Told) told = { 0 };

  make_company (path);
  open_session (&told, path);
  write_with (&told, fail_in_worker, "Nobody");
  g_assert_error (told.error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED);
  g_assert_null (told.result);
  g_assert_cmpstr (first_name (told.session), ==, "Ana Okafor");
  g_assert_cmpuint (told.written, ==, 0);
  g_assert_cmpstr (ex_session_get_undo (told.session)->name, ==, "Add an objective");
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Told *told = data;
  g_autoptr (ExAction) action = ex_session_undo_finish (EX_SESSION (source), result, &told->error);

  told->result = GINT_TO_POINTER (action != NULL);
  told->done = TRUE;
}

static void
test_undo_redo (void)
{
  g_autofree char *path = fresh_path ("undo.exemplar");
  g_auto (Told) told = { 0 };

  make_company (path);
  open_session (&told, path);
  write_with (&told, rename_in_worker, "Anna Okafor");

  told.done = FALSE;
  ex_session_undo_async (told.session, 0, undone_cb, &told);
  wait_until (is_done, &told);
  g_assert_no_error (told.error);
  g_assert_cmpstr (first_name (told.session), ==, "Ana Okafor");
  g_assert_nonnull (ex_session_get_redo (told.session));

  told.done = FALSE;
  ex_session_redo_async (told.session, undone_cb, &told);
  wait_until (is_done, &told);
  g_assert_no_error (told.error);
  g_assert_cmpstr (first_name (told.session), ==, "Anna Okafor");
  g_assert_null (ex_session_get_redo (told.session));
  g_assert_cmpuint (told.written, ==, 1);
}

static gboolean
has_changed (gpointer data)
{
  return ((Told *) data)->changes > 0;
}

static void
test_other_program (void)
{
  g_autofree char *path = fresh_path ("other.exemplar");
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) other = NULL;
  g_auto (Told) told = { 0 };

  make_company (path);
  open_session (&told, path);
  other = ex_store_open (path, &error);
  g_assert_no_error (error);
  rename_in_worker (other, (gpointer) "From elsewhere", NULL, &error);
  g_assert_no_error (error);

  wait_until (has_changed, &told);
  g_assert_cmpstr (first_name (told.session), ==, "From elsewhere");
  g_assert_cmpuint (told.written, ==, 0);
}

static void
test_actor (void)
{
  g_autofree char *path = fresh_path ("actor.exemplar");
  g_auto (Told) told = { 0 };

  make_company (path);
  open_session (&told, path);
  ex_session_set_actor (told.session, "L2");
  g_assert_cmpstr (ex_session_get_actor (told.session), ==, "L2");
  write_with (&told, rename_in_worker, "By Ben");
  g_assert_no_error (told.error);
  g_assert_cmpstr (ex_session_get_undo (told.session)->actor, ==, "L2");

  /* Nobody's id: back to HR, and writing goes on. */
  ex_session_set_actor (told.session, "L99");
  write_with (&told, rename_in_worker, "By HR");
  g_assert_no_error (told.error);
  g_assert_cmpstr (ex_session_get_actor (told.session), ==, EX_STORE_HR);
}

static void
test_cancelled (void)
{
  g_autofree char *path = fresh_path ("cancelled.exemplar");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Told) told = { 0 };

  make_company (path);
  open_session (&told, path);
  g_cancellable_cancel (cancellable);
  ex_session_write_async (told.session, "Edit a leader", rename_in_worker, (gpointer) "Never", NULL, NULL, cancellable, called_cb, &told);
  wait_until (is_done, &told);
  g_assert_error (told.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (first_name (told.session), ==, "Ana Okafor");
}

typedef struct
{
  gboolean freed;
  gboolean freed_before;
  gboolean done;
} Lent;

static void
lent_free (gpointer data)
{
  ((Lent *) data)->freed = TRUE;
}

static void
lent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Lent *lent = data;

  lent->freed_before = lent->freed;
  lent->done = TRUE;
}

static gboolean
is_given_back (gpointer data)
{
  return ((Lent *) data)->done && ((Lent *) data)->freed;
}

/* What a call was given stays until its callback has run, also where it is answered at once. */
static void
test_data (void)
{
  g_autofree char *path = fresh_path ("data.exemplar");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Told) told = { 0 };

  make_company (path);
  open_session (&told, path);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < 20; i++)
    {
      Lent lent = { 0 };

      ex_session_read_async (told.session, fail_in_worker, &lent, lent_free, NULL, cancellable, lent_cb, &lent);
      g_usleep (i % 2 * 2000);
      wait_until (is_given_back, &lent);
      g_assert_false (lent.freed_before);
    }
}

/* A customer stays, one comes, one goes. */
static gpointer
import_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;
  const ExImportInfo info = { .file_name = "customers.csv", .digest = "00" };
  ExImportCounts counts;
  const int may = 2026 * 12 + 4;

  ex_ledger_builder_add (builder, "stays", 5, may, EX_DAY_NONE, 1000, "", 0, "", 0);
  ex_ledger_builder_add (builder, "goes", 4, may, EX_DAY_NONE, 700, "", 0, "", 0);
  ex_ledger_builder_add (builder, "stays", 5, may + 1, EX_DAY_NONE, 1000, "", 0, "", 0);
  ex_ledger_builder_add (builder, "comes", 5, may + 1, EX_DAY_NONE, 300, "", 0, "", 0);
  ledger = ex_ledger_builder_end (builder);
  return GINT_TO_POINTER (ex_store_import_ledger (store, ledger, FALSE, &info, &counts, error));
}

static void
test_ledger (void)
{
  g_autofree char *path = fresh_path ("ledger.exemplar");
  const ExMovement *june;
  g_auto (Told) told = { 0 };
  const ExAsset *asset;
  const ExClaims *claims;

  make_company (path);
  open_session (&told, path);
  write_with (&told, import_in_worker, NULL);
  g_assert_no_error (told.error);
  asset = ex_session_get_asset (told.session);
  g_assert_nonnull (asset);
  g_assert_false (asset->entered);
  g_assert_cmpuint (asset->spans->len, ==, 2);
  june = &((ExSpan *) g_ptr_array_index (asset->spans, 1))->movement;
  g_assert_cmpint (june->opening.customers, ==, 2);
  g_assert_cmpint (june->fresh.value, ==, 300);
  g_assert_cmpint (june->lost.value, ==, 700);
  g_assert_cmpint (june->closing.value, ==, 1300);
  g_assert_nonnull (asset->cycle);
  claims = ex_session_get_claims (told.session);

  /* A leader's name is no reason to read a million cells again. */
  write_with (&told, rename_in_worker, "Anna Okafor");
  g_assert_true (ex_session_get_asset (told.session) == asset);
  /* But objectives may have changed with it, and what they claim. */
  g_assert_true (ex_session_get_claims (told.session) != claims);

  told.done = FALSE;
  ex_session_undo_async (told.session, 0, undone_cb, &told);
  wait_until (is_done, &told);
  told.done = FALSE;
  ex_session_undo_async (told.session, 0, undone_cb, &told);
  wait_until (is_done, &told);
  g_assert_no_error (told.error);
  g_assert_null (ex_session_get_asset (told.session));
}

/* Closing the window does not take back what was asked for. */
static void
test_let_go (void)
{
  g_autofree char *path = fresh_path ("let-go.exemplar");
  g_auto (Told) told = { 0 };
  g_auto (Told) again = { 0 };

  make_company (path);
  open_session (&told, path);
  ex_session_write_async (told.session, "Edit a leader", rename_in_worker, (gpointer) "Kept", NULL, NULL, NULL, called_cb, &told);
  g_signal_handlers_disconnect_by_data (told.session, &told);
  g_clear_object (&told.session);
  wait_until (is_done, &told);
  g_assert_no_error (told.error);
  open_session (&again, path);
  g_assert_cmpstr (first_name (again.session), ==, "Kept");
}

static void
test_cycles (void)
{
  g_autofree char *path = fresh_path ("cycles.exemplar");
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) earlier = ex_cycle_new ("C0", "FY 2025", ex_day_new (2025, 1, 1), ex_day_new (2025, 12, 31));
  ExStore *store;
  g_auto (Told) told = { 0 };

  make_company (path);
  store = ex_store_open (path, &error);
  g_assert_no_error (error);
  ex_store_save_cycle (store, earlier, &error);
  g_assert_no_error (error);
  ex_store_close (store);

  open_session (&told, path);
  g_assert_cmpstr (ex_company_get_cycle (ex_session_get_company (told.session))->name, ==, "FY 2026");
  ex_session_set_cycle (told.session, "FY 2025");
  wait_until (has_changed, &told);
  g_assert_cmpstr (ex_company_get_cycle (ex_session_get_company (told.session))->name, ==, "FY 2025");
  g_assert_cmpuint (ex_company_n_objectives (ex_session_get_company (told.session)), ==, 0);

  /* One that is gone: the latest. */
  told.changes = 0;
  ex_session_set_cycle (told.session, "FY 1999");
  wait_until (has_changed, &told);
  g_assert_cmpstr (ex_company_get_cycle (ex_session_get_company (told.session))->name, ==, "FY 2026");
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/session/opens a company with all that the pages show", test_open);
  g_test_add_func ("/session/says why a file does not open", test_open_refused);
  g_test_add_func ("/session/creates a company, never over another file", test_create);
  g_test_add_func ("/session/a write is shown before its callback, and told by name", test_write);
  g_test_add_func ("/session/a refused write leaves nothing", test_write_refused);
  g_test_add_func ("/session/undo and redo go there and back", test_undo_redo);
  g_test_add_func ("/session/another program's change is noticed", test_other_program);
  g_test_add_func ("/session/acts as whom it was told, or as HR", test_actor);
  g_test_add_func ("/session/what was cancelled is not written", test_cancelled);
  g_test_add_func ("/session/what a call was given lives until its callback", test_data);
  g_test_add_func ("/session/reads the ledger anew only when it changed", test_ledger);
  g_test_add_func ("/session/finishes what was asked for when it is let go", test_let_go);
  g_test_add_func ("/session/shows the cycle that was asked for", test_cycles);
  return g_test_run ();
}
