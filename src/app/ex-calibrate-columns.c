#include "config.h"

#include "ex-calibrate-columns.h"

#include "core/ex-format.h"
#include "ex-calibrate-query.h"
#include "ex-columns.h"
#include "ex-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#define MEAN_DECIMALS 2

char *
ex_calibrate_mean_text (double mean)
{
  return ex_format_number (mean, MEAN_DECIMALS);
}

char *
ex_calibrate_gap_text (double gap)
{
  g_autofree char *text = ex_format_number (gap, MEAN_DECIMALS);

  return gap >= 0.005 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

static const ExLeader *
leader_of (gpointer item)
{
  return ex_company_get_leader (ex_row_get_company (item), ex_row_get_index (item));
}

static char *
name_text (gpointer item, gpointer data)
{
  return g_strdup (leader_of (item)->name);
}

static char *
unit_text (gpointer item, gpointer data)
{
  return g_strdup (leader_of (item)->unit);
}

static char *
reviewer_text (gpointer item, gpointer data)
{
  return g_strdup (ex_reviews_get_reviewer_name (*(ExReviews **) data, ex_row_get_index (item)));
}

static char *
self_text (gpointer item, gpointer data)
{
  return ex_calibrate_mean_text (ex_reviews_mean_self (*(ExReviews **) data, ex_row_get_index (item)));
}

static char *
first_text (gpointer item, gpointer data)
{
  return ex_calibrate_mean_text (ex_reviews_mean_first (*(ExReviews **) data, ex_row_get_index (item)));
}

static char *
adjusted_text (gpointer item, gpointer data)
{
  return ex_calibrate_mean_text (ex_calibrate_adjusted (*(ExReviews **) data, ex_row_get_index (item)));
}

static char *
gap_text (gpointer item, gpointer data)
{
  return ex_calibrate_gap_text (ex_reviews_gap_manager (*(ExReviews **) data, ex_row_get_index (item), NULL));
}

static char *
score_text (gpointer item, gpointer data)
{
  return ex_format_percent (ex_company_get_standing (ex_row_get_company (item), ex_row_get_index (item))->score);
}

void
ex_calibrate_columns_append (GtkColumnView *view, ExReviews **reviews)
{
  GtkColumnViewColumn *column;

  column = ex_columns_append_text (view, _("Leader"), EX_CALIBRATE_BY_NAME, FALSE, name_text, reviews);
  gtk_column_view_column_set_expand (column, TRUE);
  column = ex_columns_append_text (view, _("Unit"), EX_CALIBRATE_BY_UNIT, FALSE, unit_text, reviews);
  gtk_column_view_column_set_expand (column, TRUE);
  ex_columns_set_least_width (column, 44);
  column = ex_columns_append_text (view, _("Reviewer"), EX_CALIBRATE_BY_REVIEWER, FALSE, reviewer_text, reviews);
  gtk_column_view_column_set_expand (column, TRUE);
  ex_columns_set_least_width (column, 34);
  ex_columns_append_text (view, _("Self"), EX_CALIBRATE_BY_SELF, TRUE, self_text, reviews);
  ex_columns_append_text (view, _("First"), EX_CALIBRATE_BY_FIRST, TRUE, first_text, reviews);
  ex_columns_append_text (view, _("Adjusted"), EX_CALIBRATE_BY_ADJUSTED, TRUE, adjusted_text, reviews);
  ex_columns_append_text (view, _("Gap"), EX_CALIBRATE_BY_GAP, TRUE, gap_text, reviews);
  ex_columns_append_text (view, _("Score"), EX_CALIBRATE_BY_SCORE, TRUE, score_text, reviews);
}
