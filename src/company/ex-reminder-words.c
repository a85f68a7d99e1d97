#include "config.h"

#include "ex-reminder-words.h"

#include "core/ex-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
ex_reminder_subject (const ExReviews *reviews)
{
  /* Translators: the subject of a mail; the %s is a review cycle. */
  return g_strdup_printf (_("%s: your review"), ex_reviews_get_cycle (reviews)->name);
}

/* --- what is missing --------------------------------------------------------------------------------------------------- */

/* A mail is read on another day than it was written: days are said as days. */
static char *
describe_todo (const ExTodo *todo)
{
  g_autofree char *day = ex_format_day (todo->due);

  if (todo->due == EX_DAY_NONE)
    return g_strdup (todo->text);
  if (todo->overdue > 0)
    return g_strdup_printf (_("%s (was due on %s)"), todo->text, day);

  /* Translators: what to do, and the day until which. */
  return g_strdup_printf (_("%s (by %s)"), todo->text, day);
}

static void
add_gaps (GPtrArray       *lines,
          const ExReviews *reviews,
          guint            leader)
{
  g_autoptr (GPtrArray) missing = ex_gate_objectives (reviews, leader, NULL);

  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (lines, g_strconcat ("   · ", ((const ExMissing *) g_ptr_array_index (missing, i))->text, NULL));
}

/* What waits for another thing in the list need not be asked for yet. */
static GPtrArray *
list_lines (const ExReviews *reviews,
            guint            leader)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) todos = ex_todo_list (reviews, (int) leader, NULL);

  for (guint i = 0; i < todos->len; i++)
    {
      const ExTodo *todo = g_ptr_array_index (todos, i);
      g_autofree char *words = describe_todo (todo);

      if (todo->blocked)
        continue;
      g_ptr_array_add (lines, g_strconcat ("– ", words, NULL));
      if (todo->kind == EX_TODO_SET_OBJECTIVES)
        add_gaps (lines, reviews, leader);
    }

  return lines;
}

static char *
join_lines (const GPtrArray *lines,
            guint            most)
{
  GString *text = g_string_new (NULL);
  guint shown = MIN (most, lines->len);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));
  if (shown < lines->len)
    g_string_append_printf (text, ngettext ("– and %u more\n", "– and %u more\n", lines->len - shown), lines->len - shown);

  return g_string_free (text, FALSE);
}

static char *
write_body (const ExReviews *reviews,
            guint            leader,
            const GPtrArray *lines,
            guint            most)
{
  const char *name = ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name;
  g_autofree char *list = join_lines (lines, most);

  /* Translators: a mail to a leader: their name, the review cycle, the list of what is missing, with a line break at its end. */
  return g_strdup_printf (_("Hello %s,\n\nIn the reviews of %s, this is waiting for you:\n\n%s\nYou find it in Exemplar under My Review. Thank you.\n"),
                          name, ex_reviews_get_cycle (reviews)->name, list);
}

char *
ex_reminder_body (const ExReviews *reviews,
                  guint            leader,
                  guint            most)
{
  g_autoptr (GPtrArray) lines = list_lines (reviews, leader);

  return lines->len > 0 ? write_body (reviews, leader, lines, most) : NULL;
}

/* --- several at once --------------------------------------------------------------------------------------------------- */

/* By kind, of those that a leader can have; without the names of leaders and objectives. */
static const char * const steps[] = {
  [EX_TODO_SET_OBJECTIVES] = N_("Set or complete your objectives"),
  [EX_TODO_CHECK_IN] = N_("Record what is due of your objectives"),
  [EX_TODO_SELF_ASSESS] = N_("Rate yourself"),
  [EX_TODO_SIGN] = N_("Read your review and sign it"),
  [EX_TODO_AGREE] = N_("Agree the objectives of those who report to you"),
  [EX_TODO_AMENDMENT] = N_("Answer the amendments of those who report to you"),
  [EX_TODO_ASSESS] = N_("Assess those who report to you"),
  [EX_TODO_SIGN_REPORT] = N_("Sign the reviews of those who report to you"),
  [EX_TODO_OBSERVE] = N_("Rate the objectives that you are an observer of"),
};

/* The first due day of each kind, where anybody has to do it. */
typedef struct
{
  gboolean is_there;
  ExTodo   todo;
} Step;

static void
collect_steps (Step             collected[],
               const ExReviews *reviews,
               guint            leader)
{
  g_autoptr (GPtrArray) todos = ex_todo_list (reviews, (int) leader, NULL);

  for (guint i = 0; i < todos->len; i++)
    {
      const ExTodo *todo = g_ptr_array_index (todos, i);
      Step *step = &collected[todo->kind];

      g_assert (todo->kind < G_N_ELEMENTS (steps));
      if (todo->blocked || (step->is_there && step->todo.due <= todo->due))
        continue;
      step->is_there = TRUE;
      step->todo = *todo;
      step->todo.text = (char *) _(steps[todo->kind]);
    }
}

/* To several at once, who must not read of each other: the steps that one or more of them have to take, without names. */
static char *
write_body_for_many (const ExReviews *reviews,
                     const guint     *leaders,
                     guint            n)
{
  Step collected[G_N_ELEMENTS (steps)] = { 0 };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < n; i++)
    collect_steps (collected, reviews, leaders[i]);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (collected[i].is_there)
      {
        g_autofree char *words = describe_todo (&collected[i].todo);

        g_ptr_array_add (lines, g_strconcat ("– ", words, NULL));
      }

  list = join_lines (lines, lines->len);

  /* Translators: a mail to several leaders: the review cycle, the steps that one or more of them have to take, with a line break at its end. */
  return g_strdup_printf (_("Hello,\n\nIn the reviews of %s, one or more of these are still waiting for you:\n\n%s\nYou find which in Exemplar under My Review. Thank you.\n"),
                          ex_reviews_get_cycle (reviews)->name, list);
}

/* --- the draft --------------------------------------------------------------------------------------------------------- */

/* A line break of a mail is CR LF. */
static void
append_words (GString    *uri,
              const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  g_autofree char *text = g_strjoinv ("\r\n", lines);

  g_string_append_uri_escaped (uri, text, NULL, FALSE);
}

/* Of what an address may have, only the @ means nothing in a URI; a comma would part two addresses. */
static void
append_address (GString    *uri,
                const char *address)
{
  g_string_append_uri_escaped (uri, address, "@", FALSE);
}

char *
ex_reminder_uri (const char * const *addresses,
                 const char         *subject,
                 const char         *body)
{
  GString *uri = g_string_new ("mailto:");
  guint n = g_strv_length ((char **) addresses);

  g_return_val_if_fail (n > 0, g_string_free (uri, FALSE));

  if (n == 1)
    append_address (uri, addresses[0]);
  g_string_append (uri, "?subject=");
  append_words (uri, subject);
  g_string_append (uri, "&body=");
  append_words (uri, body);

  /* Behind the words, so that a program which cuts cuts an address and not the sense. */
  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_string_append (uri, i == 0 ? "&bcc=" : ",");
      append_address (uri, addresses[i]);
    }

  return g_string_free (uri, FALSE);
}

/* As many lines as fit. */
static char *
draft_for_one (const ExReviews *reviews,
               guint            leader,
               const char      *address)
{
  g_autoptr (GPtrArray) lines = list_lines (reviews, leader);
  g_autofree char *subject = ex_reminder_subject (reviews);
  char *uri = NULL;

  for (guint most = lines->len; most > 0; most--)
    {
      g_autofree char *body = write_body (reviews, leader, lines, most);

      g_free (uri);
      uri = ex_reminder_uri ((const char * const []) { address, NULL }, subject, body);
      if (strlen (uri) <= EX_REMINDER_LONGEST)
        break;
    }

  return uri;
}

static void
flush_draft (GPtrArray  *uris,
             GPtrArray  *batch,
             const char *subject,
             const char *body)
{
  if (batch->len == 0)
    return;

  g_ptr_array_add (batch, NULL);
  g_ptr_array_add (uris, ex_reminder_uri ((const char * const *) batch->pdata, subject, body));
  g_ptr_array_set_size (batch, 0);
}

/* As many addresses a draft as fit; one that alone is too long still gets its own. */
static void
draft_for_many (GPtrArray       *uris,
                const ExReviews *reviews,
                const GPtrArray *addresses,
                const GArray    *leaders)
{
  g_autofree char *subject = ex_reminder_subject (reviews);
  g_autofree char *body = write_body_for_many (reviews, (const guint *) leaders->data, leaders->len);
  g_autofree char *bare = ex_reminder_uri ((const char * const []) { "", NULL }, subject, body);
  g_autoptr (GPtrArray) batch = g_ptr_array_new ();
  gsize length = 0;

  for (guint i = 0; i < addresses->len; i++)
    {
      g_autofree char *escaped = g_uri_escape_string (g_ptr_array_index (addresses, i), "@", FALSE);
      gsize more = strlen (escaped) + strlen ("&bcc=");

      if (strlen (bare) + length + more > EX_REMINDER_LONGEST)
        {
          flush_draft (uris, batch, subject, body);
          length = 0;
        }
      g_ptr_array_add (batch, g_ptr_array_index (addresses, i));
      length += more;
    }

  flush_draft (uris, batch, subject, body);
}

static gboolean
has_something_to_do (const ExReviews *reviews,
                     guint            leader)
{
  g_autoptr (GPtrArray) lines = list_lines (reviews, leader);

  return lines->len > 0;
}

ExReminders *
ex_reminders_new (const ExReviews *reviews,
                  const guint     *leaders,
                  guint            n)
{
  ExReminders *self = g_new0 (ExReminders, 1);
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (guint)); /* parallel to addresses */

  self->uris = g_ptr_array_new_with_free_func (g_free);
  self->unreached = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const ExLeader *leader = ex_company_get_leader (ex_reviews_get_company (reviews), leaders[i]);

      if (!has_something_to_do (reviews, leaders[i]))
        self->spared++;
      else if (leader->email == NULL)
        g_ptr_array_add (self->unreached, g_strdup (leader->name));
      else
        {
          g_ptr_array_add (addresses, leader->email);
          g_array_append_val (reached, leaders[i]);
        }
    }

  self->reminded = addresses->len;
  if (addresses->len == 1)
    g_ptr_array_add (self->uris, draft_for_one (reviews, g_array_index (reached, guint, 0), g_ptr_array_index (addresses, 0)));
  else if (addresses->len > 1)
    draft_for_many (self->uris, reviews, addresses, reached);

  return self;
}

void
ex_reminders_free (ExReminders *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->uris);
  g_ptr_array_unref (self->unreached);
  g_free (self);
}
