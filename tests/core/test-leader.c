#include "config.h"

#include "core/ex-error.h"
#include "core/ex-leader.h"

#include <string.h>

/* "a:b" is leader a under b; "a" alone is at the top. */
static GPtrArray *
make_leaders (const char *first,
              ...)
{
  GPtrArray *leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    {
      g_auto (GStrv) parts = g_strsplit (text, ":", 2);
      ExLeader *leader = ex_leader_new (parts[0], parts[0]);

      leader->manager_id = g_strdup (parts[1]);
      g_ptr_array_add (leaders, leader);
    }
  va_end (args);

  return leaders;
}

static void
test_record (void)
{
  g_autoptr (ExLeader) leader = ex_leader_new ("L1", "Ana Okafor");
  g_autoptr (ExLeader) copy = NULL;

  g_assert_cmpint (leader->incentive_target, ==, -1);
  leader->title = g_strdup ("COO");
  leader->unit = g_strdup ("Operations");
  leader->email = g_strdup ("ana@example.org");
  leader->manager_id = g_strdup ("L0");
  leader->incentive_target = 2000000;
  leader->from = ex_day_new (2026, 1, 1);

  copy = ex_leader_copy (leader);
  g_assert_true (ex_leader_equal (leader, copy));
  copy->to = ex_day_new (2026, 6, 30);
  g_assert_false (ex_leader_equal (leader, copy));
  copy->to = EX_DAY_NONE;
  g_clear_pointer (&copy->manager_id, g_free);
  g_assert_false (ex_leader_equal (leader, copy));
}

static void
test_problems (void)
{
  g_autoptr (ExLeader) fine = ex_leader_new ("L1", "Ana");
  g_autoptr (ExLeader) bad = ex_leader_new (" ", "");
  g_autoptr (ExLeader) own = ex_leader_new ("L1", "Ana");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) many = NULL;
  g_autoptr (GPtrArray) self = NULL;

  fine->from = fine->to = ex_day_new (2026, 1, 1);
  none = ex_leader_problems (fine);
  g_assert_cmpuint (none->len, ==, 0);

  bad->from = ex_day_new (2026, 2, 1);
  bad->to = ex_day_new (2026, 1, 31);
  bad->incentive_target = -2;
  many = ex_leader_problems (bad);
  g_assert_cmpuint (many->len, ==, 4);
  g_assert_nonnull (strstr (g_ptr_array_index (many, 2), "2026-02-01"));

  own->manager_id = g_strdup ("L1");
  self = ex_leader_problems (own);
  g_assert_cmpuint (self->len, ==, 1);
}

static void
test_tree (void)
{
  g_autoptr (GPtrArray) leaders = make_leaders ("c:a", "a", "d:c", "b:a", "x", "y:gone", "e:c", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExTree) tree = ex_tree_new (leaders, &error);
  const char *order = "acdebxy";
  const guint level[] = { 1, 0, 2, 1, 0, 0, 2 };
  g_autoptr (GString) walked = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tree->n; i++)
    {
      const ExLeader *leader = g_ptr_array_index (leaders, tree->order[i]);

      g_assert_cmpint (leader->id[0], ==, order[i]);
      g_assert_cmpuint (tree->level[i], ==, level[i]);
    }

  g_assert_cmpint (tree->first_child[1], ==, 0);
  g_assert_cmpint (tree->next_sibling[0], ==, 3);
  g_assert_cmpint (tree->next_sibling[3], ==, -1);
  g_assert_cmpint (ex_tree_index (tree, "d"), ==, 2);
  g_assert_cmpint (ex_tree_index (tree, "gone"), ==, -1);
  g_assert_cmpint (ex_tree_index (tree, NULL), ==, -1);
  g_assert_true (ex_tree_is_below (tree, 2, 1));
  g_assert_true (ex_tree_is_below (tree, 2, 0));
  g_assert_false (ex_tree_is_below (tree, 1, 2));
  g_assert_false (ex_tree_is_below (tree, 1, 1));
  g_assert_false (ex_tree_is_below (tree, 5, 4));

  for (int i = ex_tree_next (tree, 1, 1); i >= 0; i = ex_tree_next (tree, i, 1))
    g_string_append (walked, ((ExLeader *) g_ptr_array_index (leaders, i))->id);
  g_assert_cmpstr (walked->str, ==, "cdeb");
}

static void
test_loops_are_named (void)
{
  g_autoptr (GPtrArray) loop = make_leaders ("top", "out:b", "a:c", "b:a", "c:b", NULL);
  g_autoptr (GPtrArray) own = make_leaders ("top", "a:a", NULL);
  g_autoptr (GPtrArray) twice = make_leaders ("a", "a", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_tree_new (loop, &error));
  g_assert_error (error, EX_ERROR, EX_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "a (a)"));
  g_assert_nonnull (strstr (error->message, "b (b)"));
  g_assert_nonnull (strstr (error->message, "c (c)"));
  g_assert_null (strstr (error->message, "out"));
  g_clear_error (&error);

  g_assert_null (ex_tree_new (own, &error));
  g_assert_error (error, EX_ERROR, EX_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "themselves"));
  g_clear_error (&error);

  g_assert_null (ex_tree_new (twice, &error));
  g_assert_error (error, EX_ERROR, EX_ERROR_INVALID);
}

/* Each under the next, in file order or against it: deep enough to break anything recursive. */
static void
test_long_chains (void)
{
  enum { N = 20000 };

  for (int direction = -1; direction <= 1; direction += 2)
    {
      g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
      g_autoptr (ExTree) tree = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = 0; i < N; i++)
        {
          g_autofree char *id = g_strdup_printf ("%d", i);
          ExLeader *leader = ex_leader_new (id, id);

          if (i + direction >= 0 && i + direction < N)
            leader->manager_id = g_strdup_printf ("%d", i + direction);
          g_ptr_array_add (leaders, leader);
        }

      tree = ex_tree_new (leaders, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tree->level[direction > 0 ? 0 : N - 1], ==, N - 1);
      g_assert_true (ex_tree_is_below (tree, direction > 0 ? 0 : N - 1, direction > 0 ? N - 1 : 0));
    }
}

/* In any forest all are reached once, managers first, and levels count the managers above. */
static void
test_random_forests (void)
{
  for (int round = 0; round < 300; round++)
    {
      int n = g_test_rand_int_range (1, 80);
      g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
      g_autofree guint *place = g_new0 (guint, n);
      g_autoptr (ExTree) tree = NULL;

      for (int i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("%d", i);
          ExLeader *leader = ex_leader_new (id, id);

          if (i > 0 && g_test_rand_int_range (0, 8) > 0)
            leader->manager_id = g_strdup_printf ("%d", g_test_rand_int_range (0, i));
          g_ptr_array_insert (leaders, g_test_rand_int_range (0, (int) leaders->len + 1), leader);
        }

      tree = ex_tree_new (leaders, NULL);
      g_assert_nonnull (tree);
      for (int k = 0; k < n; k++)
        place[tree->order[k]] += (guint) k + 1;
      for (int i = 0; i < n; i++)
        {
          int parent = tree->parent[i];

          g_assert_cmpuint (place[tree->order[i]], ==, (guint) i + 1);
          g_assert_cmpuint (tree->level[i], ==, parent >= 0 ? tree->level[parent] + 1 : 0);
          if (parent >= 0)
            g_assert_cmpuint (place[parent], <, place[i]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/leader/a-copy-is-equal", test_record);
  g_test_add_func ("/leader/problems-are-all-listed", test_problems);
  g_test_add_func ("/tree/managers-come-before-their-reports", test_tree);
  g_test_add_func ("/tree/loops-are-refused-by-name", test_loops_are_named);
  g_test_add_func ("/tree/long-chains-are-no-trouble", test_long_chains);
  g_test_add_func ("/tree/any-forest-is-walked-once", test_random_forests);

  return g_test_run ();
}
