/* What the charts of the team say: who is meant, how it stands, what is left out. */
#include "config.h"

#include "ex-team-private.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>

/* --- names ----------------------------------------------------------------------------------------------------------------- */

char *
ex_team_unit_name (const char *unit)
{
  return g_strdup (unit != NULL && *unit != '\0' ? unit : _("No unit"));
}

char *
ex_team_level_name (guint level)
{
  return level > 0 ? g_strdup_printf (_("Level %u"), level) : g_strdup (_("Under no top"));
}

char *
ex_team_column_name (const ExScoreGrid *grid,
                     guint              column)
{
  const char *name = grid->columns[column];
  ExDriver driver;

  if (column == 0)
    return g_strdup (_("Score"));
  if (grid->columns_are == EX_GRID_BY_DRIVER)
    return g_strdup (ex_driver_parse (name, &driver) ? ex_driver_label (driver) : name);

  return g_strdup (*name != '\0' ? name : _("No stage"));
}

char *
ex_team_leaders (guint n)
{
  g_autofree char *number = ex_format_integer (n);

  return g_strdup_printf (ngettext ("%s leader", "%s leaders", n), number);
}

char *
ex_team_objectives (guint n)
{
  g_autofree char *number = ex_format_integer (n);

  return g_strdup_printf (ngettext ("%s objective", "%s objectives", n), number);
}

static char *
whole_percent (double value)
{
  g_autofree char *number = ex_format_number (value * 100, 0);

  return g_strdup_printf (_("%s %%"), number);
}

static gboolean
is_multiple (double value,
             double step)
{
  return fabs (value / step - round (value / step)) < 1e-9;
}

char *
ex_team_percent_text (double                 value,
                      G_GNUC_UNUSED gpointer data)
{
  return ex_format_percent (value);
}

char *
ex_team_tick_text (double                 value,
                   G_GNUC_UNUSED gpointer data)
{
  return is_multiple (value, 0.01) ? whole_percent (value) : ex_format_percent (value);
}

char *
ex_team_rating_text (double                 value,
                     G_GNUC_UNUSED gpointer data)
{
  return ex_format_number (value, ex_round_half_away (value, 2) == round (value) ? 0 : 2);
}

char *
ex_team_mean_text (double                 value,
                   G_GNUC_UNUSED gpointer data)
{
  return ex_format_number (value, 2);
}

char *
ex_team_gap_text (double gap)
{
  g_autofree char *number = ex_format_number (gap, 2);

  return ex_round_half_away (gap, 2) > 0 ? g_strconcat ("+", number, NULL) : g_steal_pointer (&number);
}

/* --- subtitles ------------------------------------------------------------------------------------------------------------- */

struct _ExPhrases
{
  GString *text;
};

ExPhrases *
ex_phrases_new (const char *first)
{
  ExPhrases *self = g_new (ExPhrases, 1);

  self->text = g_string_new (first);

  return self;
}

void
ex_phrases_take (ExPhrases *self,
                 char      *phrase)
{
  if (phrase == NULL)
    return;

  if (self->text->len > 0)
    g_string_append (self->text, " · ");
  g_string_append (self->text, phrase);
  g_free (phrase);
}

void
ex_phrases_add_scope (ExPhrases    *self,
                      const ExTeam *team)
{
  ex_phrases_take (self, ex_scope_words (team->scope, team->reviews));
}

void
ex_phrases_add_day (ExPhrases       *self,
                    const ExReviews *reviews)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  g_autofree char *day = ex_format_day (MIN (ex_company_get_today (company), ex_reviews_get_cycle (reviews)->last));

  /* Translators: %s is the day on which scores are read. */
  ex_phrases_take (self, g_strdup_printf (_("as of %s"), day));
}

char *
ex_phrases_finish (ExPhrases *self)
{
  char *text = g_string_free (self->text, FALSE);

  g_free (self);

  return text;
}

/* --- what a scope takes ------------------------------------------------------------------------------------------------------ */

static void
add (GString *words,
     char    *part)
{
  if (words->len > 0)
    /* Translators: between the parts of a list: "Sales, level 2, retain" */
    g_string_append (words, C_("list", ", "));
  g_string_append (words, part);
  g_free (part);
}

char *
ex_scope_words (const ExScope   *scope,
                const ExReviews *reviews)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const ExCompany *company = ex_reviews_get_company (reviews);
  int under = scope->under != NULL ? ex_company_find_leader (company, scope->under) : -1;

  if (scope->under != NULL)
    /* Translators: %s is the name of a leader. */
    add (words, g_strdup_printf (_("%s and everybody below"), under >= 0 ? ex_company_get_leader (company, (guint) under)->name : scope->under));
  if (scope->unit != NULL)
    add (words, *scope->unit != '\0' ? g_strdup (scope->unit) : g_strdup (_("without a unit")));
  if (scope->level == EX_NO_LEVEL)
    add (words, g_strdup (_("under no top")));
  else if (scope->level > 0)
    add (words, g_strdup_printf (_("level %u"), scope->level));
  if (scope->driver != EX_ANY_DRIVER)
    /* Translators: objectives that name a driver: "driver Retain" */
    add (words, g_strdup_printf (_("driver %s"), ex_driver_label ((ExDriver) scope->driver)));
  if (scope->stage != NULL)
    add (words, *scope->stage != '\0' ? g_strdup_printf (_("stage “%s”"), scope->stage) : g_strdup (_("without a stage")));

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

char *
ex_team_words_status (const ExTeam *team)
{
  g_autoptr (GArray) leaders = ex_scope_leaders (team->scope, team->reviews);
  g_autoptr (GArray) objectives = ex_scope_objectives (team->scope, team->reviews);
  g_autofree char *n = ex_format_integer (leaders->len);
  g_autofree char *on_track = NULL, *at_risk = NULL, *off_track = NULL, *no_data = NULL;
  guint status[4] = { 0 };

  for (guint i = 0; i < objectives->len; i++)
    status[ex_company_get_reading (ex_reviews_get_company (team->reviews), g_array_index (objectives, guint, i))->status]++;

  if (leaders->len == 0)
    return g_strdup (_("No leader matches the filters."));
  if (objectives->len == 0)
    return g_strdup_printf (ngettext ("%s leader, and no objectives yet.", "%s leaders, and no objectives yet.", leaders->len), n);

  on_track = ex_format_integer (status[EX_STATUS_ON_TRACK]);
  at_risk = ex_format_integer (status[EX_STATUS_AT_RISK]);
  off_track = ex_format_integer (status[EX_STATUS_OFF_TRACK]);
  no_data = ex_format_integer (status[EX_STATUS_NO_DATA]);

  return g_strdup_printf (ngettext ("Objectives of %s leader: %s on track, %s at risk, %s off track, %s without data.",
                                    "Objectives of %s leaders: %s on track, %s at risk, %s off track, %s without data.", leaders->len),
                          n, on_track, at_risk, off_track, no_data);
}
