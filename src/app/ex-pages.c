/* To add a page: write src/app/ex-NAME-page.{c,h} (a GtkWidget or AdwBin that implements ExPage) and ui/NAME-page.ui, list
 * the first in src/app/meson.build and the second in ui/exemplar.gresource.xml, include its header here, and add one line to
 * the table. A page is made when it is first shown. Alt+1, Alt+2, ... follow the order of the table. */
#include "config.h"

#include "ex-pages.h"

#include "ex-asset-page.h"
#include "ex-calibrate-page.h"
#include "ex-history-page.h"
#include "ex-leaders-page.h"
#include "ex-my-review-page.h"
#include "ex-objectives-page.h"
#include "ex-overview-page.h"
#include "ex-reviews-page.h"
#include "ex-rewards-page.h"

#include <glib/gi18n.h>

static const ExPageInfo pages[] = {
  { "overview", N_("Overview"), "ex-overview-symbolic", ex_overview_page_get_type },
  { "my-review", N_("My Review"), "ex-my-review-symbolic", ex_my_review_page_get_type },
  { "reviews", N_("Reviews"), "ex-reviews-symbolic", ex_reviews_page_get_type },
  { "calibrate", N_("Calibrate"), "ex-calibrate-symbolic", ex_calibrate_page_get_type },
  { "leaders", N_("Leaders"), "ex-leaders-symbolic", ex_leaders_page_get_type },
  { "objectives", N_("Objectives"), "ex-objectives-symbolic", ex_objectives_page_get_type },
  { "asset", N_("Customer Asset"), "ex-asset-symbolic", ex_asset_page_get_type },
  { "rewards", N_("Rewards"), "ex-rewards-symbolic", ex_rewards_page_get_type },
  { "history", N_("History"), "ex-history-symbolic", ex_history_page_get_type },
};

const ExPageInfo *
ex_pages (guint *n)
{
  *n = G_N_ELEMENTS (pages);
  return pages;
}

int
ex_pages_find (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return i;
  return -1;
}
