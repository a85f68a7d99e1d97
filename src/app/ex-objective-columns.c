#include "config.h"

#include "ex-objective-columns.h"

#include "core/ex-format.h"
#include "ex-columns.h"
#include "ex-objective-query.h"
#include "ex-rows.h"
#include "ex-status-badge.h"

#include <glib/gi18n.h>
#include <math.h>

#define UNIT_CHARS 20

static const ExObjective *
objective_of (gpointer row)
{
  return ex_company_get_objective (ex_row_get_company (row), ex_row_get_index (row));
}

static const ExReading *
reading_of (gpointer row)
{
  return ex_company_get_reading (ex_row_get_company (row), ex_row_get_index (row));
}

static char *
title_text (gpointer row, gpointer data)
{
  return g_strdup (objective_of (row)->title);
}

static char *
leader_text (gpointer row, gpointer data)
{
  ExCompany *company = ex_row_get_company (row);
  int index = ex_company_find_leader (company, objective_of (row)->leader_id);

  return g_strdup (index >= 0 ? ex_company_get_leader (company, index)->name : objective_of (row)->leader_id);
}

static char *
actual_text (gpointer row, gpointer data)
{
  const ExObjective *objective = objective_of (row);
  const ExReading *reading = reading_of (row);

  if (!reading->measured)
    return g_strdup ("–");
  if (objective->kind == EX_KIND_MILESTONE)
    return g_strdup (reading->aggregate >= 0.5 ? _("done") : _("not done"));
  /* The unit stands behind the target, next to it. */
  return ex_format_number (reading->aggregate, objective->decimals);
}

/* With the unit, which is anybody's, cut to what a column can bear; the page of the objective has it whole. */
static char *
value_text (double value, const ExObjective *objective)
{
  g_autofree char *start = NULL;
  g_autofree char *unit = NULL;

  if (objective->unit == NULL || g_utf8_strlen (objective->unit, -1) <= UNIT_CHARS)
    return ex_format_value (value, objective->decimals, objective->unit);
  start = g_utf8_substring (objective->unit, 0, UNIT_CHARS - 1);
  unit = g_strconcat (start, "…", NULL);
  return ex_format_value (value, objective->decimals, unit);
}

static char *
target_text (gpointer row, gpointer data)
{
  const ExObjective *objective = objective_of (row);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (objective->kind == EX_KIND_MILESTONE)
    return ex_format_day (objective->due);
  if (objective->kind == EX_KIND_NUMBER)
    return value_text (objective->target, objective);
  low = ex_format_number (objective->low, objective->decimals);
  high = value_text (objective->high, objective);
  if (isnan (objective->low))
    return g_strdup_printf ("≤ %s", high);
  if (isnan (objective->high))
    return g_strdup_printf ("≥ %s", low);
  return g_strdup_printf (_("%s to %s"), low, high);
}

static char *
score_text (gpointer row, gpointer data)
{
  const ExReading *reading = reading_of (row);

  return reading->measured ? ex_format_percent (reading->score) : g_strdup (_("not measured"));
}

static char *
weight_text (gpointer row, gpointer data)
{
  return ex_format_weight (objective_of (row)->weight);
}

static char *
last_day_text (gpointer row, gpointer data)
{
  return ex_format_day (reading_of (row)->last_day);
}

static void
setup_status_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ex_status_badge_new ());
}

static void
bind_status_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ex_status_badge_set_status (EX_STATUS_BADGE (gtk_list_item_get_child (item)), reading_of (gtk_list_item_get_item (item))->status);
}

static GtkListItemFactory *
status_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_status_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_status_cb), NULL);
  return factory;
}

void
ex_objective_columns_append (GtkColumnView *view)
{
  GtkColumnViewColumn *column;

  column = ex_columns_append_text (view, _("Objective"), EX_OBJECTIVE_BY_TITLE, FALSE, title_text, NULL);
  gtk_column_view_column_set_expand (column, TRUE);
  column = ex_columns_append_text (view, _("Leader"), EX_OBJECTIVE_BY_LEADER, FALSE, leader_text, NULL);
  gtk_column_view_column_set_fixed_width (column, 170);
  gtk_column_view_column_set_resizable (column, TRUE);
  ex_columns_append (view, _("Status"), EX_OBJECTIVE_BY_STATUS, FALSE, status_factory ());
  column = ex_columns_append_text (view, _("Actual"), EX_COLUMN_UNSORTED, TRUE, actual_text, NULL);
  ex_columns_set_least_width (column, 38);
  column = ex_columns_append_text (view, _("Target"), EX_COLUMN_UNSORTED, TRUE, target_text, NULL);
  ex_columns_set_least_width (column, 42);
  ex_columns_append_text (view, _("Score"), EX_OBJECTIVE_BY_SCORE, TRUE, score_text, NULL);
  column = ex_columns_append_text (view, _("Weight"), EX_OBJECTIVE_BY_WEIGHT, TRUE, weight_text, NULL);
  ex_columns_set_least_width (column, 56);
  column = ex_columns_append_text (view, _("Last check-in"), EX_OBJECTIVE_BY_LAST_DAY, TRUE, last_day_text, NULL);
  ex_columns_set_least_width (column, 60);
}
