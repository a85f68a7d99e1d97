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

/* "Keep one-year contracts is on track: it scores 84.1 %." */
static char *
sentence_of (const ExObjective *objective, const ExReading *reading)
{
  g_autofree char *score = ex_format_percent (reading->score);

  if (!reading->measured)
    return g_strdup_printf (_("%s: not measured yet, so it counts 0 %%."), objective->title);
  switch (reading->status)
    {
    case EX_STATUS_ON_TRACK:
      return g_strdup_printf (_("%s: on track, it scores %s."), objective->title, score);
    case EX_STATUS_AT_RISK:
      return g_strdup_printf (_("%s: at risk, it scores %s."), objective->title, score);
    case EX_STATUS_OFF_TRACK:
      return g_strdup_printf (_("%s: off track, it scores %s."), objective->title, score);
    case EX_STATUS_NO_DATA:
    default:
      return g_strdup_printf (_("%s: it scores %s."), objective->title, score);
    }
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
  sentence = sentence_of (ex_company_get_objective (company, (guint) index), ex_company_get_reading (company, (guint) index));
  ex_objective_view_set_sentence (EX_OBJECTIVE_VIEW (self->view), sentence);
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
