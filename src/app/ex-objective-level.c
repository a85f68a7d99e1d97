#include "config.h"

#include "ex-objective-level.h"

#include "core/ex-format.h"
#include "ex-objective-view.h"

#include <glib/gi18n.h>

struct _ExObjectiveLevel
{
  ExLevel    parent_instance;

  GtkWidget *view; /* NULL until built */
};

G_DEFINE_FINAL_TYPE (ExObjectiveLevel, ex_objective_level, EX_TYPE_LEVEL)

/* "● On track: the score so far is 84.1 %." The view below it has all the rest, with why. */
static char *
sentence_of (const ExReading *reading)
{
  g_autofree char *score = ex_format_percent (reading->score);

  if (!reading->measured)
    return g_strdup (_("Not measured yet: it counts 0 %."));
  /* Translators: a status, "on track", then a score */
  return reading->so_far ? g_strdup_printf (_("It is %s: the score so far is %s."), ex_status_label (reading->status), score)
                         : g_strdup_printf (_("It is %s: the score is %s."), ex_status_label (reading->status), score);
}

static void
ex_objective_level_show (ExLevel *level)
{
  ExObjectiveLevel *self = EX_OBJECTIVE_LEVEL (level);
  ExSession *session = ex_level_get_session (level);
  ExCompany *company = ex_session_get_company (session);
  const char *id = ex_level_get_about (level)->id;
  int index = ex_company_find_objective (company, id);
  g_autofree char *sentence = NULL;

  if (index < 0)
    {
      ex_level_gone (level);
      return;
    }
  if (self->view == NULL)
    {
      self->view = g_object_new (EX_TYPE_OBJECTIVE_VIEW, NULL);
      g_signal_connect_object (self->view, "gone", G_CALLBACK (ex_level_gone), self, G_CONNECT_SWAPPED);
      ex_level_set_whole (level, self->view);
      ex_objective_view_show (EX_OBJECTIVE_VIEW (self->view), session, id);
    }
  sentence = sentence_of (ex_company_get_reading (company, (guint) index));
  ex_level_set_head (level, NULL, NULL, sentence, NULL, NULL);
}

static void
ex_objective_level_class_init (ExObjectiveLevelClass *klass)
{
  EX_LEVEL_CLASS (klass)->show = ex_objective_level_show;
}

static void
ex_objective_level_init (ExObjectiveLevel *self G_GNUC_UNUSED)
{
}
