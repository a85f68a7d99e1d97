#include "config.h"

#include "ex-check-in-level.h"

#include "core/ex-format.h"
#include "ex-action-words.h"
#include "ex-alert.h"
#include "ex-change-words.h"
#include "ex-check-in-dialog.h"
#include "ex-question.h"
#include "ex-row-group.h"
#include "store/ex-check-in-events.h"

#include <glib/gi18n.h>

struct _ExCheckInLevel
{
  ExLevel              parent_instance;

  GCancellable        *reading;
  ExCheckIn           *check_in; /* (nullable) */
  AdwPreferencesGroup *written;  /* NULL until built */
  AdwPreferencesGroup *events;
};

G_DEFINE_FINAL_TYPE (ExCheckInLevel, ex_check_in_level, EX_TYPE_LEVEL)

/* --- what is read ------------------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  ExCheckIn *check_in; /* (nullable) not there any more */
  ExCheckIn *before;   /* (nullable) the one before it in time */
  GPtrArray *events;   /* (element-type ExCheckInEvent) */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->check_in, ex_check_in_free);
  g_clear_pointer (&answer->before, ex_check_in_free);
  g_clear_pointer (&answer->events, g_ptr_array_unref);
  g_free (answer);
}

typedef struct
{
  char *objective;
  ExDay day;
} Request;

static void
request_free (gpointer data)
{
  g_free (((Request *) data)->objective);
  g_free (data);
}

static void
take_check_ins (Answer *answer, GPtrArray *check_ins, ExDay day)
{
  for (guint i = 0; i < check_ins->len; i++)
    {
      ExCheckIn *one = g_ptr_array_index (check_ins, i);

      if (one->day > day)
        break;
      g_clear_pointer (one->day == day ? &answer->check_in : &answer->before, ex_check_in_free);
      if (one->day == day)
        answer->check_in = one;
      else
        answer->before = one;
      g_ptr_array_index (check_ins, i) = NULL;
    }
}

static gpointer
read_check_in (ExStore *store, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) check_ins = ex_store_list_check_ins (store, request->objective, error);
  g_autoptr (GPtrArray) events = check_ins != NULL ? ex_store_list_check_in_events (store, request->objective, request->day, error) : NULL;
  Answer *answer;

  if (events == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->events = g_steal_pointer (&events);
  take_check_ins (answer, check_ins, request->day);
  return answer;
}

/* --- the head ---------------------------------------------------------------------------------------------------------------------------------- */

static char *
value_text (double value, const ExObjective *objective)
{
  if (objective->kind == EX_KIND_MILESTONE)
    return g_strdup (value >= 0.5 ? _("Done") : _("Not done"));
  return ex_format_value (value, objective->decimals, objective->unit);
}

/* "Up from 80.2 % on 31 Aug 2026." (transfer full) */
static char *
since_words (const ExCheckIn *check_in, const ExCheckIn *before, const ExObjective *objective)
{
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;

  if (before == NULL)
    return g_strdup (_("It is the first check-in of this objective."));
  value = value_text (before->value, objective);
  day = ex_format_day (before->day);
  if (check_in->value == before->value || objective->kind == EX_KIND_MILESTONE)
    return g_strdup_printf (_("Before it, on %s: %s."), day, value);
  return check_in->value > before->value ? g_strdup_printf (_("Up from %s on %s."), value, day) : g_strdup_printf (_("Down from %s on %s."), value, day);
}

static void
show_head (ExLevel *level, const ExCompany *company, const ExObjective *objective, const Answer *answer)
{
  int leader = ex_company_find_leader (company, objective->leader_id);
  const char *name = leader >= 0 ? ex_company_get_leader (company, (guint) leader)->name : objective->leader_id;
  /* Translators: the title of an objective, and whose it is */
  g_autofree char *caption = g_strdup_printf (_("%s, %s"), objective->title, name);
  g_autofree char *day = ex_format_day (answer->check_in->day);
  g_autofree char *value = value_text (answer->check_in->value, objective);
  /* Translators: a day, and what was measured on it */
  g_autofree char *sentence = g_strdup_printf (_("%s: %s"), day, value);
  g_autofree char *second = since_words (answer->check_in, answer->before, objective);

  ex_level_set_head (level, caption, sentence, second, NULL, NULL);
}

/* --- what was written, and by whom ----------------------------------------------------------------------------------------------------------------- */

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  ex_row_group_add (group, row);
}

static void
show_written (ExCheckInLevel *self, const ExCycle *cycle)
{
  const ExCheckIn *check_in = self->check_in;
  g_autofree char *recorded = ex_format_day (check_in->recorded);
  g_autofree char *when = ex_check_in_is_late (check_in, cycle) ? g_strdup_printf (_("%s, late: after the cycle’s last day"), recorded)
                                                                : g_strdup_printf (_("%s, in time"), recorded);

  ex_row_group_clear (self->written);
  if (check_in->recorded != EX_DAY_NONE)
    add_row (self->written, _("Recorded"), when);
  if (check_in->confidence > 0)
    {
      g_autofree char *confidence = g_strdup_printf (_("%d of 10"), check_in->confidence);

      add_row (self->written, _("Confidence"), confidence);
    }
  add_row (self->written, _("Note"), check_in->note != NULL ? check_in->note : _("None was written."));
  if (check_in->next != NULL)
    add_row (self->written, _("What is next"), check_in->next);
  add_row (self->written, _("Evidence"), check_in->evidence != NULL ? check_in->evidence : _("None was given."));
}

static const char *
actor_name (const ExCompany *company, const char *actor)
{
  int index = ex_company_find_leader (company, actor);

  if (index >= 0)
    return ex_company_get_leader (company, (guint) index)->name;
  return g_str_equal (actor, EX_STORE_HR) ? _("HR") : actor;
}

/* "Ana Okafor, 1 Oct 2026, 14:03: Check-in corrected" and below it what it was and became. */
static void
add_event (ExCheckInLevel *self, const ExCompany *company, const ExCheckInEvent *event)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (event->action->at);
  g_autofree char *day = ex_format_day (ex_day_new (g_date_time_get_year (at), g_date_time_get_month (at), g_date_time_get_day_of_month (at)));
  g_autofree char *clock = g_date_time_format (at, "%H:%M");
  g_autofree char *done = ex_action_describe (event->action);
  /* Translators: who did something, on which day, at what time */
  g_autofree char *title = g_strdup_printf (_("%s, %s, %s"), actor_name (company, event->action->actor), day, clock);
  g_autoptr (GString) text = g_string_new (done);

  if (event->change == NULL)
    g_string_append_printf (text, "\n%s", _("It came with a file."));
  else if (event->change->hidden != EX_SHOWN)
    g_string_append_printf (text, "\n%s", ex_hidden_label (event->change->hidden));
  else
    {
      g_autoptr (GPtrArray) lines = ex_change_lines (event->change, company);

      for (guint i = 0; i < lines->len; i++)
        g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (lines, i));
    }
  if (event->action->undone_by != 0)
    g_string_append_printf (text, "\n%s", _("It was undone later."));
  add_row (self->events, title, text->str);
}

static void
correct_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  ExCheckInLevel *self = EX_CHECK_IN_LEVEL (widget);
  ExSession *session = ex_level_get_session (EX_LEVEL (self));
  ExCompany *company = ex_session_get_company (session);
  int index = ex_company_find_objective (company, ex_level_get_about (EX_LEVEL (self))->id);

  if (index >= 0 && self->check_in != NULL)
    ex_check_in_dialog_present (widget, session, ex_company_get_objective (company, (guint) index), self->check_in);
}

static void
build (ExCheckInLevel *self)
{
  GtkWidget *written = ex_question_new (_("What was written"));
  GtkWidget *events = ex_question_new (_("Who recorded it, and what it was before"));
  GtkWidget *correct = gtk_button_new_with_mnemonic (_("_Correct…"));

  gtk_widget_set_valign (correct, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (correct), "check-in.correct");
  ex_question_add_control (EX_QUESTION (written), correct);
  self->written = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->events = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  ex_question_append (EX_QUESTION (written), GTK_WIDGET (self->written));
  ex_question_append (EX_QUESTION (events), GTK_WIDGET (self->events));
  ex_level_append (EX_LEVEL (self), written);
  ex_level_append (EX_LEVEL (self), events);
}

static void
show_answer (ExCheckInLevel *self, Answer *answer)
{
  ExLevel *level = EX_LEVEL (self);
  ExCompany *company = ex_session_get_company (ex_level_get_session (level));
  int index = ex_company_find_objective (company, ex_level_get_about (level)->id);

  if (index < 0 || answer->check_in == NULL)
    {
      ex_level_gone (level);
      return;
    }
  show_head (level, company, ex_company_get_objective (company, (guint) index), answer);
  g_clear_pointer (&self->check_in, ex_check_in_free);
  self->check_in = g_steal_pointer (&answer->check_in);
  show_written (self, ex_company_get_cycle (company));
  ex_row_group_clear (self->events);
  for (guint i = 0; i < answer->events->len; i++)
    add_event (self, company, g_ptr_array_index (answer->events, i));
  if (answer->events->len == 0)
    ex_row_group_add_hint (self->events, _("Nothing was kept of it."));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExCheckInLevel) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (answer != NULL && self->reading != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show_answer (self, answer);
  else if (error != NULL && self->reading != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The check-in could not be read"), error);
  g_clear_pointer (&answer, answer_free);
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------------------------- */

static void
ex_check_in_level_show (ExLevel *level)
{
  ExCheckInLevel *self = EX_CHECK_IN_LEVEL (level);
  const ExTarget *about = ex_level_get_about (level);
  Request *request = g_new0 (Request, 1);

  if (self->written == NULL)
    build (self);
  request->objective = g_strdup (about->id);
  request->day = ex_day_parse (about->extra != NULL ? about->extra : "");
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ex_session_read_async (ex_level_get_session (level), read_check_in, request, request_free, answer_free, self->reading, read_cb, g_object_ref (self));
}

static void
ex_check_in_level_dispose (GObject *object)
{
  ExCheckInLevel *self = EX_CHECK_IN_LEVEL (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->check_in, ex_check_in_free);
  G_OBJECT_CLASS (ex_check_in_level_parent_class)->dispose (object);
}

static void
ex_check_in_level_class_init (ExCheckInLevelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_check_in_level_dispose;
  EX_LEVEL_CLASS (klass)->show = ex_check_in_level_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "check-in.correct", NULL, correct_action);
}

static void
ex_check_in_level_init (ExCheckInLevel *self G_GNUC_UNUSED)
{
}
