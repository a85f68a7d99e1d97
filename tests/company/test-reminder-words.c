#include "config.h"

#include "company/ex-reminder-words.h"

#include "tests/core/review-scene.h"

#include <string.h>

/* Ana over Ben; Ben over Dag and Eva. All but Eva have an address. */
static Scene
make_company (ExPhase phase,
              ExDay   today)
{
  Scene scene = scene_new (phase, today);

  scene_add_leader (&scene, "Ana", NULL)->email = g_strdup ("ana@example.org");
  scene_add_leader (&scene, "Ben", "ana")->email = g_strdup ("ben@example.org");
  scene_add_leader (&scene, "Dag", "ben")->email = g_strdup ("dag@example.org");
  scene_add_leader (&scene, "Eva", "ben");

  return scene;
}

/* --- the words --------------------------------------------------------------------------------------------------------- */

static void
test_own_list (void)
{
  Scene scene = make_company (EX_PHASE_PLAN, ex_day_new (2026, 1, 20));
  g_autoptr (ExReviews) reviews = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  g_array_set_size (scene_add_objective (&scene, "dag", 1, 9000)->links, 0);
  reviews = scene_finish (&scene);
  subject = ex_reminder_subject (reviews);
  body = ex_reminder_body (reviews, 2, 20);

  g_assert_cmpstr (subject, ==, "FY 2026: your review");
  g_assert_cmpstr (body, ==,
                   "Hello Dag,\n\nIn the reviews of FY 2026, this is waiting for you:\n\n"
                   "– Complete your objectives for FY 2026 (by 31 Jan 2026)\n"
                   "   · Only 1 objective: this cycle needs at least 3.\n"
                   "   · “dag-1” is not linked to a driver of customer growth.\n"
                   "   · Weights total 90 %, not 100 %.\n\n"
                   "You find it in Exemplar under My Review. Thank you.\n");
}

static void
test_list_is_cut (void)
{
  Scene scene = make_company (EX_PHASE_PLAN, ex_day_new (2026, 2, 20));
  g_autoptr (ExReviews) reviews = NULL;
  g_autofree char *body = NULL;

  g_array_set_size (scene_add_objective (&scene, "dag", 1, 9000)->links, 0);
  reviews = scene_finish (&scene);
  body = ex_reminder_body (reviews, 2, 2);
  g_assert_nonnull (strstr (body, "– Complete your objectives for FY 2026 (was due on 31 Jan 2026)\n"
                                  "   · Only 1 objective: this cycle needs at least 3.\n"
                                  "– and 2 more\n\nYou find"));
}

/* Who rates others waits for themself first: only that is asked for. */
static void
test_blocked_is_not_asked_for (void)
{
  Scene scene = make_company (EX_PHASE_ASSESS, ex_day_new (2027, 1, 10));
  g_autoptr (ExReviews) reviews = NULL;
  g_autofree char *body = NULL;

  scene_add_review (&scene, "ben", EX_REVIEW_AGREED);
  scene_add_review (&scene, "dag", EX_REVIEW_SELF_ASSESSED);
  reviews = scene_finish (&scene);
  body = ex_reminder_body (reviews, 1, 20);
  g_assert_nonnull (strstr (body, "– Rate yourself before your two reports can be assessed (by 21 Jan 2027)\n\nYou"));
}

static void
test_nothing_missing (void)
{
  Scene scene = make_company (EX_PHASE_RUN, ex_day_new (2026, 3, 20));
  g_autoptr (ExReviews) reviews = NULL;
  const guint all[] = { 0 };
  g_autoptr (ExReminders) reminders = NULL;

  scene_add_review (&scene, "ana", EX_REVIEW_AGREED);
  reviews = scene_finish (&scene);
  g_assert_null (ex_reminder_body (reviews, 0, 20));
  reminders = ex_reminders_new (reviews, all, 1);
  g_assert_cmpuint (reminders->uris->len, ==, 0);
  g_assert_cmpuint (reminders->spared, ==, 1);
  g_assert_cmpuint (reminders->reminded, ==, 0);
}

/* --- the URI ----------------------------------------------------------------------------------------------------------- */

static void
test_uri (void)
{
  const char * const one[] = { "jörg+x&y@example.org", NULL };
  const char * const two[] = { "a,b@example.org", "c@example.org", NULL };
  g_autofree char *uri = ex_reminder_uri (one, "Q1 & Q2: 50 %?", "Grüße,\nIhr \"HR\" + #1\n");
  g_autofree char *many = ex_reminder_uri (two, "S", "B");

  g_assert_cmpstr (uri, ==,
                   "mailto:j%C3%B6rg%2Bx%26y@example.org?subject=Q1%20%26%20Q2%3A%2050%20%25%3F"
                   "&body=Gr%C3%BC%C3%9Fe%2C%0D%0AIhr%20%22HR%22%20%2B%20%231%0D%0A");
  g_assert_cmpstr (many, ==, "mailto:?subject=S&body=B&bcc=a%2Cb@example.org,c@example.org");
}

/* What a mail program reads out of it again. (transfer full) */
static char *
get_field (const char *uri,
           const char *name)
{
  g_autofree char *mark = g_strconcat (name, "=", NULL);
  const char *query = strchr (uri, '?');
  g_auto (GStrv) fields = g_strsplit (query + 1, "&", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    if (g_str_has_prefix (fields[i], mark))
      return g_uri_unescape_string (fields[i] + strlen (mark), NULL);

  return NULL;
}

static void
test_whole_text_comes_through (void)
{
  Scene scene = make_company (EX_PHASE_PLAN, ex_day_new (2026, 1, 20));
  g_autoptr (ExReviews) reviews = NULL;
  const guint leaders[] = { 2 };
  g_autoptr (ExReminders) reminders = NULL;
  g_autofree char *body = NULL;
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  const char *uri;

  reviews = scene_finish (&scene);
  reminders = ex_reminders_new (reviews, leaders, 1);
  g_assert_cmpuint (reminders->uris->len, ==, 1);
  uri = g_ptr_array_index (reminders->uris, 0);
  g_assert_true (g_str_has_prefix (uri, "mailto:dag@example.org?subject=FY%202026"));
  body = get_field (uri, "body");
  lines = g_strsplit (body, "\r\n", -1);
  g_free (body);
  body = g_strjoinv ("\n", lines);
  expected = ex_reminder_body (reviews, 2, 20);
  g_assert_cmpstr (body, ==, expected);
}

/* Fifty objectives that all lack something: the list gives way, the rest stays. */
static void
test_one_fits (void)
{
  Scene scene = make_company (EX_PHASE_PLAN, ex_day_new (2026, 1, 20));
  g_autoptr (ExReviews) reviews = NULL;
  const guint leaders[] = { 2 };
  g_autoptr (ExReminders) reminders = NULL;
  g_autofree char *body = NULL;
  const char *uri;

  for (guint i = 0; i < 50; i++)
    g_array_set_size (scene_add_objective (&scene, "dag", i, 100)->links, 0);
  reviews = scene_finish (&scene);
  reminders = ex_reminders_new (reviews, leaders, 1);
  uri = g_ptr_array_index (reminders->uris, 0);
  g_assert_cmpuint (strlen (uri), <=, EX_REMINDER_LONGEST);
  g_assert_cmpuint (strlen (uri), >, EX_REMINDER_LONGEST - 200);
  body = get_field (uri, "body");
  g_assert_nonnull (strstr (body, " more\r\n"));
  g_assert_nonnull (strstr (body, "Thank you."));
}

static void
test_several (void)
{
  Scene scene = make_company (EX_PHASE_PLAN, ex_day_new (2026, 1, 20));
  g_autoptr (ExReviews) reviews = NULL;
  const guint leaders[] = { 0, 1, 2, 3 };
  g_autoptr (ExReminders) reminders = NULL;
  g_autofree char *body = NULL;
  g_autofree char *bcc = NULL;

  scene_add_review (&scene, "ana", EX_REVIEW_AGREED);
  scene_add_objectives (&scene, "ben");
  reviews = scene_finish (&scene);
  reminders = ex_reminders_new (reviews, leaders, 4);

  /* Ana has to agree Ben's; Ben waits; Dag and Eva have nothing yet, and Eva no address. */
  g_assert_cmpuint (reminders->reminded, ==, 2);
  g_assert_cmpuint (reminders->spared, ==, 1);
  g_assert_cmpuint (reminders->unreached->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (reminders->unreached, 0), ==, "Eva");
  g_assert_cmpuint (reminders->uris->len, ==, 1);
  bcc = get_field (g_ptr_array_index (reminders->uris, 0), "bcc");
  g_assert_cmpstr (bcc, ==, "ana@example.org,dag@example.org");
  body = get_field (g_ptr_array_index (reminders->uris, 0), "body");
  g_assert_nonnull (strstr (body, "– Set or complete your objectives (by 31 Jan 2026)\r\n– Agree the objectives of those who report to you (by 31 Jan 2026)\r\n"));
  g_assert_null (strstr (body, "Ben"));
}

static void
test_too_many_for_one (void)
{
  Scene scene = scene_new (EX_PHASE_PLAN, ex_day_new (2026, 1, 20));
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (ExReminders) reminders = NULL;
  g_autofree guint *leaders = g_new (guint, 300);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Leader%03u", i);
      ExLeader *leader = scene_add_leader (&scene, name, i > 0 ? "leader000" : NULL);

      leader->email = g_strdup_printf ("%s.with.a.long.näme@example.org", name);
      leaders[i] = i;
    }
  reviews = scene_finish (&scene);
  reminders = ex_reminders_new (reviews, leaders, 300);

  g_assert_cmpuint (reminders->reminded, ==, 300);
  g_assert_cmpuint (reminders->uris->len, >, 5);
  for (guint i = 0; i < reminders->uris->len; i++)
    {
      const char *uri = g_ptr_array_index (reminders->uris, i);
      g_autofree char *bcc = get_field (uri, "bcc");
      g_auto (GStrv) addresses = g_strsplit (bcc, ",", -1);

      g_assert_cmpuint (strlen (uri), <=, EX_REMINDER_LONGEST);
      for (guint k = 0; addresses[k] != NULL; k++)
        g_assert_true (g_hash_table_add (seen, g_strdup (addresses[k])));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder-words/own-list", test_own_list);
  g_test_add_func ("/reminder-words/list-is-cut", test_list_is_cut);
  g_test_add_func ("/reminder-words/blocked-is-not-asked-for", test_blocked_is_not_asked_for);
  g_test_add_func ("/reminder-words/nothing-missing", test_nothing_missing);
  g_test_add_func ("/reminder-words/uri", test_uri);
  g_test_add_func ("/reminder-words/whole-text-comes-through", test_whole_text_comes_through);
  g_test_add_func ("/reminder-words/one-fits", test_one_fits);
  g_test_add_func ("/reminder-words/several", test_several);
  g_test_add_func ("/reminder-words/too-many-for-one", test_too_many_for_one);

  return g_test_run ();
}
