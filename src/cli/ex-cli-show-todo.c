#include "config.h"

#include "company/ex-tables.h"
#include "core/ex-todo.h"
#include "ex-cli-show.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>

/* "  – Assess Ingrid Solheim, by 11 December", what there is to say of it below. */
static void
answer_todo (GString *answer, const ExTodo *todo, ExDay today)
{
  g_autofree char *when = todo->due != EX_DAY_NONE ? ex_due_describe (todo->due, today) : NULL;

  g_string_append_printf (answer, "  – %s%s%s\n", todo->text, when != NULL ? " · " : "", when != NULL ? when : "");
  if (todo->detail != NULL)
    g_string_append_printf (answer, "    %s\n", todo->detail);
}

/* @table NULL: to standard output, for people. Returns how many there are. */
static guint
add_person (ExTable *table, const ExReviews *reviews, int person, const ExCloseFacts *facts)
{
  g_autoptr (GPtrArray) list = ex_todo_list (reviews, person, facts);
  g_autoptr (GString) answer = g_string_new (NULL);

  g_string_append_printf (answer, "%s\n", ex_table_name_of (reviews, person));
  for (guint i = 0; i < list->len; i++)
    if (table != NULL)
      ex_table_add_todo (table, reviews, person, g_ptr_array_index (list, i));
    else
      answer_todo (answer, g_ptr_array_index (list, i), ex_company_get_today (ex_reviews_get_company (reviews)));
  if (table == NULL && list->len > 0)
    ex_cli_answer (answer->str);

  return list->len;
}

/* Whose list is asked for; EX_NOBODY: everybody's. What somebody is to observe is nobody else's to know. FALSE: it was said why not. */
static gboolean
find_person (ExStore *store, const ExCompany *company, const ExCliShow *show, int *person)
{
  int viewer = ex_cli_show_viewer (store, company);

  if (!ex_cli_show_find_leader (company, show, person))
    return FALSE;
  if (*person < 0)
    *person = viewer;
  if (viewer < 0 || *person == viewer)
    return TRUE;

  ex_cli_refuse (_("What is next for %s is for them and for HR to see; without --leader you see your own."),
                 ex_company_get_leader (company, (guint) *person)->name);

  return FALSE;
}

/* With --leader or --as theirs; else everybody's, HR's first, then from the top down. */
ExCliStatus
ex_cli_show_todo (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExReviews) reviews = ex_cli_show_read_reviews (store, show);
  ExCompany *company = reviews != NULL ? ex_reviews_get_company (reviews) : NULL;
  g_autoptr (ExTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCloseFacts) facts = NULL;
  guint n;
  int person;

  if (reviews == NULL || !find_person (store, company, show, &person))
    return EX_CLI_REFUSED;
  facts = ex_store_read_close_facts (store, ex_reviews_get_cycle (reviews), &error);
  if (facts == NULL)
    return ex_cli_refuse ("%s", error->message);

  if (show->format != EX_CLI_TEXT)
    {
      table = ex_cli_show_table (show, ex_table_todo);
      if (table == NULL)
        return EX_CLI_REFUSED;
    }
  n = add_person (table, reviews, person, facts);
  if (person < 0)
    for (guint i = 0; i < ex_company_n_leaders (company); i++)
      n += add_person (table, reviews, (int) ex_company_get_tree (company)->order[i], NULL);

  if (table != NULL)
    return ex_cli_table_answer (table);
  if (n == 0)
    ex_cli_tell (_("Nothing is next: all is done for now."));

  return EX_CLI_DONE;
}
