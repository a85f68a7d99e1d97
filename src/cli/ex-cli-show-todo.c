#include "config.h"

#include "core/ex-format.h"
#include "core/ex-todo.h"
#include "ex-cli-show.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>

static const ExCliColumn columns[] = {
  { "person", NULL },
  { NULL, N_("Whose") },
  { "what", NULL },
  { "leader", NULL },
  { "objective", NULL },
  { "text", N_("What is next") },
  { "due", N_("Due") },
  { NULL, N_("When") },
  { "overdue_days", NULL },
  { "blocked", NULL },
  { NULL, NULL },
};

static void
add_due (ExCliTable *table, const ExTodo *todo, ExDay today)
{
  g_autofree char *iso = todo->due != EX_DAY_NONE ? ex_day_to_iso (todo->due) : NULL;
  g_autofree char *shown = todo->due != EX_DAY_NONE ? ex_format_day (todo->due) : NULL;
  g_autofree char *days = g_strdup_printf ("%d", todo->overdue);
  g_autofree char *when = todo->due != EX_DAY_NONE ? ex_due_describe (todo->due, today) : NULL;

  ex_cli_table_word (table, iso, shown);
  ex_cli_table_text (table, when);
  ex_cli_table_cell (table, todo->due != EX_DAY_NONE ? days : NULL, TRUE, NULL);
}

static void
add_todo (ExCliTable *table, const ExReviews *reviews, int person, const ExTodo *todo)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExLeader *who = person >= 0 ? ex_company_get_leader (company, (guint) person) : NULL;
  const ExLeader *leader = todo->leader >= 0 ? ex_company_get_leader (company, (guint) todo->leader) : NULL;
  const ExObjective *objective = todo->objective >= 0 ? ex_company_get_objective (company, (guint) todo->objective) : NULL;
  g_autofree char *shown = todo->detail != NULL ? g_strdup_printf ("%s %s", todo->text, todo->detail) : g_strdup (todo->text);

  ex_cli_table_word (table, who != NULL ? who->id : EX_STORE_HR, NULL);
  ex_cli_table_text (table, who != NULL ? who->name : _("HR"));
  ex_cli_table_word (table, ex_todo_kind_nick (todo->kind), NULL);
  ex_cli_table_word (table, leader != NULL ? leader->id : NULL, NULL);
  ex_cli_table_word (table, objective != NULL ? objective->id : NULL, NULL);
  ex_cli_table_text (table, shown);
  add_due (table, todo, ex_company_get_today (company));
  ex_cli_table_cell (table, todo->blocked ? "1" : "0", TRUE, NULL);
}

static void
add_person (ExCliTable *table, const ExReviews *reviews, int person, const ExCloseFacts *facts)
{
  g_autoptr (GPtrArray) list = ex_todo_list (reviews, person, facts);

  for (guint i = 0; i < list->len; i++)
    add_todo (table, reviews, person, g_ptr_array_index (list, i));
}

/* With --leader or --as theirs; else everybody's, HR's first, then from the top down. */
ExCliStatus
ex_cli_show_todo (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExReviews) reviews = ex_cli_show_read_reviews (store, show);
  ExCompany *company = reviews != NULL ? ex_reviews_get_company (reviews) : NULL;
  g_autoptr (ExCliTable) table = ex_cli_table_new (columns);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCloseFacts) facts = NULL;
  int person;

  if (reviews == NULL || !ex_cli_show_find_leader (company, show, &person))
    return EX_CLI_REFUSED;
  facts = ex_store_read_close_facts (store, ex_reviews_get_cycle (reviews), &error);
  if (facts == NULL)
    return ex_cli_refuse ("%s", error->message);

  if (person < 0)
    person = ex_cli_show_viewer (store, company);
  add_person (table, reviews, person, facts);
  if (person < 0)
    for (guint i = 0; i < ex_company_n_leaders (company); i++)
      add_person (table, reviews, (int) ex_company_get_tree (company)->order[i], NULL);

  if (show->format == EX_CLI_TEXT && ex_cli_table_n_rows (table) == 0)
    ex_cli_tell (_("Nothing is next: all is done for now."));
  else
    ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}
