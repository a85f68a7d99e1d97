#include "config.h"

#include "ex-leader-level.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-chart-part.h"
#include "ex-overview-work.h"
#include "ex-question.h"
#include "ex-story-lists.h"
#include "store/ex-store.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 320

struct _ExLeaderLevel
{
  ExLevel       parent_instance;

  ExOverviewWork *work;
  GCancellable *reading;
  ExChartPart  *lines;      /* NULL until built */
  ExChartPart  *talk_walk;
  GtkWidget    *objectives;
  GtkWidget    *reports;
  GtkWidget    *review;     /* button */
};

G_DEFINE_FINAL_TYPE (ExLeaderLevel, ex_leader_level, EX_TYPE_LEVEL)

/* --- the head -------------------------------------------------------------------------------------------------------------------------------- */

/* "Head of Service, Operations; reports to Ana Okafor" (transfer full) (nullable) */
static char *
who_words (const ExCompany *company, guint index)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  int parent = ex_company_get_tree (company)->parent[index];
  const char *manager = parent >= 0 ? ex_company_get_leader (company, (guint) parent)->name : NULL;
  g_autofree char *what = leader->title != NULL && leader->unit != NULL ? g_strdup_printf (_("%s, %s"), leader->title, leader->unit)
                                                                        : g_strdup (leader->title != NULL ? leader->title : leader->unit);

  if (manager == NULL)
    return g_steal_pointer (&what);
  /* Translators: a leader's title and unit, then the name of their manager */
  return what != NULL ? g_strdup_printf (_("%s; reports to %s"), what, manager) : g_strdup_printf (_("Reports to %s"), manager);
}

static void
show_head (ExLevel *level, const ExCompany *company, guint index)
{
  const ExStanding *standing = ex_company_get_standing (company, index);
  const char *name = ex_company_get_leader (company, index)->name;
  guint behind = standing->status[EX_STATUS_AT_RISK] + standing->status[EX_STATUS_OFF_TRACK];
  g_autofree char *who = who_words (company, index);
  g_autofree char *score = ex_format_percent (standing->score);
  g_autofree char *of = g_strdup_printf (_("Score of %s"), name);
  g_autofree char *sentence = isnan (standing->score) ? g_strdup_printf (_("%s has no objectives in this cycle yet."), name)
                                                      /* Translators: a leader's name, and a percentage */
                                                      : g_strdup_printf (_("%s scores %s."), name, score);
  g_autofree char *second = standing->objectives == 0 ? NULL
                            /* Translators: the plural is that of the first number */
                            : g_strdup_printf (ngettext ("%u of %u objectives is behind, %u measured.", "%u of %u objectives are behind, %u measured.", behind), behind,
                                               standing->objectives, standing->measured);
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_company_explain_score (company, index, working);
  ex_level_set_head (level, who, sentence, second, of, standing->objectives > 0 ? working : NULL);
}

/* --- the lines of the objectives --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExReviews *reviews;
  ExCompany *company;
  guint      leader;
  ExDay      until;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ex_reviews_unref (request->reviews);
  ex_company_unref (request->company);
  g_free (request);
}

static gpointer
make_lines (ExStore *store, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  const Request *request = data;
  g_autoptr (GHashTable) points = ex_store_read_leader_points (store, request->company, request->leader, request->until, error);

  return points != NULL ? ex_leader_multiples_new (request->reviews, request->leader, points) : NULL;
}

static void
lines_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExLeaderLevel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExChart) chart = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (ex_level_get_session (EX_LEVEL (self)) == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (error != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The check-ins could not be read"), error);
  else if (chart != NULL)
    ex_chart_part_set_chart (self->lines, chart);
}

static void
read_lines (ExLeaderLevel *self, const ExOverviewFacts *facts, guint index)
{
  ExPeriod period = facts->ask->period;
  Request *request = g_new0 (Request, 1);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  request->reviews = ex_reviews_ref ((ExReviews *) facts->story.reviews);
  request->company = ex_company_ref (facts->company);
  request->leader = index;
  request->until = period.grain != 0 ? ex_period_last_day (period) : EX_DAY_NONE;
  self->reading = g_cancellable_new ();
  ex_session_read_async (ex_level_get_session (EX_LEVEL (self)), make_lines, request, request_free, g_object_unref, self->reading, lines_made_cb,
                         g_object_ref (self));
}

/* --- what is below the head --------------------------------------------------------------------------------------------------------------------- */

/* Ratings have no past. */
static void
show_talk_walk (ExLeaderLevel *self, const ExOverviewFacts *facts, const char *id)
{
  const ExReviews *now = facts->story.now;
  int index = now != NULL ? ex_company_find_leader (ex_reviews_get_company (now), id) : -1;
  g_autoptr (ExChart) chart = index >= 0 ? ex_leader_talk_walk_new (now, facts->story.viewer, (guint) index) : NULL;

  if (chart != NULL)
    ex_chart_part_set_chart (self->talk_walk, chart);
  else
    ex_chart_part_set_nothing (self->talk_walk, _("Once they and their manager have rated, this shows what they say of themselves beside what others say."), NULL, NULL, NULL);
}

static void
show_charts (ExLeaderLevel *self, const ExOverviewFacts *facts, guint index)
{
  show_talk_walk (self, facts, ex_company_get_leader (facts->company, index)->id);
  if (facts->story.reviews != NULL && ex_company_get_standing (facts->company, index)->objectives > 0)
    read_lines (self, facts, index);
  else
    ex_chart_part_set_nothing (self->lines, _("Once there are objectives, this shows the line of each."), NULL, NULL, NULL);
}

static void
show_lists (ExLeaderLevel *self, ExCompany *company, guint index)
{
  const ExTree *tree = ex_company_get_tree (company);
  g_autoptr (GArray) objectives = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) reports = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const guint *own = ex_company_leader_objectives (company, index, &n);

  g_array_append_vals (objectives, own, n);
  for (int child = tree->first_child[index]; child >= 0; child = tree->next_sibling[child])
    g_array_append_vals (reports, &(guint) { (guint) child }, 1);
  ex_story_list_show (self->objectives, company, objectives);
  ex_story_list_show (self->reports, company, reports);
}

static void
build (ExLeaderLevel *self)
{
  ExLevel *level = EX_LEVEL (self);
  GtkWidget *lines = ex_question_new (_("How the objectives go"));
  GtkWidget *talk_walk = ex_question_new (ex_story_question (EX_STORY_TALK_WALK));

  self->review = gtk_button_new_with_mnemonic (_("Open the _Review"));
  gtk_widget_set_valign (self->review, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->review), "(sss)", "reviews", "leader", ex_level_get_about (level)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->review), "win.show");
  ex_question_add_control (EX_QUESTION (lines), self->review);
  self->lines = EX_CHART_PART (ex_chart_part_new (HEIGHT));
  ex_question_append (EX_QUESTION (lines), GTK_WIDGET (self->lines));
  self->talk_walk = EX_CHART_PART (ex_chart_part_new (HEIGHT));
  ex_question_append (EX_QUESTION (talk_walk), GTK_WIDGET (self->talk_walk));
  self->objectives = ex_story_list_new (EX_STORY_OWN, _("Objectives"));
  self->reports = ex_story_list_new (EX_STORY_LEADERS, _("Who reports to them"));
  ex_level_append (level, lines);
  ex_level_append (level, self->objectives);
  ex_level_append (level, talk_walk);
  ex_level_append (level, self->reports);
}

/* As it stood at the end of the period that is looked at. */
static void
begun_cb (ExOverviewFacts *facts, gpointer data)
{
  ExLeaderLevel *self = data;
  ExLevel *level = EX_LEVEL (self);
  int index = ex_company_find_leader (facts->company, ex_level_get_about (level)->id);

  if (index < 0)
    {
      ex_level_gone (level);
      return;
    }
  show_head (level, facts->company, (guint) index);
  show_charts (self, facts, (guint) index);
  show_lists (self, facts->company, (guint) index);
  gtk_widget_set_visible (self->review, facts->story.now != NULL);
}

static void
made_cb (guint part G_GNUC_UNUSED, gpointer made G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static void
failed_cb (const GError *error, gpointer data)
{
  ex_alert_error (GTK_WIDGET (data), _("This period could not be read"), error);
}

static void
ex_leader_level_show (ExLevel *level)
{
  ExLeaderLevel *self = EX_LEADER_LEVEL (level);

  if (self->lines == NULL)
    build (self);
  ex_overview_work_ask (self->work, ex_level_get_session (level), ex_level_get_ask (level), 0, NULL, 0);
}

static void
ex_leader_level_dispose (GObject *object)
{
  ExLeaderLevel *self = EX_LEADER_LEVEL (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->work, ex_overview_work_free);
  G_OBJECT_CLASS (ex_leader_level_parent_class)->dispose (object);
}

static void
ex_leader_level_class_init (ExLeaderLevelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_leader_level_dispose;
  EX_LEVEL_CLASS (klass)->show = ex_leader_level_show;
}

static void
ex_leader_level_init (ExLeaderLevel *self)
{
  self->work = ex_overview_work_new (begun_cb, made_cb, failed_cb, self);
}
