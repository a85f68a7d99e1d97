#include "config.h"

#include "ex-review.h"

#include "ex-format.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

/* As kept: the same number, or both not given. */
static gboolean
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_ladder (const ExObjective *a,
             const ExObjective *b)
{
  return same_number (a->baseline, b->baseline)
         && same_number (a->threshold, b->threshold)
         && same_number (a->target, b->target)
         && same_number (a->stretch, b->stretch)
         && same_number (a->low, b->low)
         && same_number (a->high, b->high)
         && same_number (a->width, b->width);
}

/* An objective has at most one link to a driver; in which order they come means nothing. */
static const ExLink *
find_link (const GArray *links,
           ExDriver      driver)
{
  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, ExLink, i).driver == driver)
      return &g_array_index (links, ExLink, i);

  return NULL;
}

static gboolean
same_link (const ExLink *a,
           const ExLink *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->value == b->value && a->customers == b->customers;
}

static gboolean
same_links (const GArray *a,
            const GArray *b)
{
  for (int driver = EX_DRIVER_ACQUIRE; driver <= (int) EX_DRIVER_WIN_BACK; driver++)
    if (!same_link (find_link (a, (ExDriver) driver), find_link (b, (ExDriver) driver)))
      return FALSE;

  return TRUE;
}

gboolean
ex_objective_differs_by_amendment (const ExObjective *a,
                                   const ExObjective *b)
{
  return !same_ladder (a, b)
         || a->weight != b->weight
         || a->aggregate != b->aggregate
         || a->due != b->due
         || !same_links (a->links, b->links);
}

gboolean
ex_objective_differs_for_good (const ExObjective *a,
                               const ExObjective *b)
{
  return a->kind != b->kind
         || a->decimals != b->decimals
         || a->cadence != b->cadence
         || g_strcmp0 (a->unit, b->unit) != 0
         || g_strcmp0 (a->source, b->source) != 0
         || g_strcmp0 (a->parent_id, b->parent_id) != 0
         || g_strcmp0 (a->local_reason, b->local_reason) != 0;
}

/* --- in words ---------------------------------------------------------------------------------------------------------- */

static void
add_line (GPtrArray  *lines,
          const char *label,
          const char *before,
          const char *after)
{
  /* Translators: what differs, before and after: "Target 40 → 45". */
  g_ptr_array_add (lines, g_strdup_printf (_("%s %s → %s"), label, before, after));
}

static void
add_text (GPtrArray  *lines,
          const char *label,
          const char *before,
          const char *after)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (g_strcmp0 (before, after) == 0)
    return;

  from = before != NULL ? g_strdup_printf (_("“%s”"), before) : g_strdup (_("none"));
  to = after != NULL ? g_strdup_printf (_("“%s”"), after) : g_strdup (_("none"));
  add_line (lines, label, from, to);
}

static void
add_word (GPtrArray  *lines,
          const char *label,
          const char *before,
          const char *after)
{
  if (g_strcmp0 (before, after) != 0)
    add_line (lines, label, before, after);
}

static char *
format_figure (const ExObjective *objective,
               double             value,
               gboolean           with_unit)
{
  g_autofree char *figure = NULL;

  if (isnan (value))
    return g_strdup (_("none"));

  figure = ex_format_figure (value, CLAMP (objective->decimals, 0, 9));
  if (!with_unit || objective->unit == NULL)
    return g_steal_pointer (&figure);

  return g_strconcat (figure, " ", objective->unit, NULL);
}

/* The unit stands once, behind the last figure that has one. */
static void
add_figure (GPtrArray         *lines,
            const char        *label,
            const ExObjective *before,
            double             from,
            const ExObjective *after,
            double             to)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (same_number (from, to))
    return;

  old = format_figure (before, from, isnan (to) || g_strcmp0 (before->unit, after->unit) != 0);
  new = format_figure (after, to, TRUE);
  add_line (lines, label, old, new);
}

static void
add_day (GPtrArray  *lines,
         const char *label,
         ExDay       before,
         ExDay       after)
{
  g_autofree char *from = before != EX_DAY_NONE ? ex_format_day (before) : g_strdup (_("none"));
  g_autofree char *to = after != EX_DAY_NONE ? ex_format_day (after) : g_strdup (_("none"));

  if (before != after)
    add_line (lines, label, from, to);
}

/* --- links ------------------------------------------------------------------------------------------------------------- */

static char *
format_customers (gint64 customers)
{
  g_autofree char *count = ex_format_integer (customers);

  return g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) ABS (customers)), count);
}

/* "1,200.00 € and 30 customers" */
static char *
format_claim (const ExLink *link,
              const char   *currency)
{
  g_autofree char *value = link->value != EX_CLAIM_NONE ? ex_format_money (link->value, currency) : NULL;
  g_autofree char *customers = link->customers != EX_CLAIM_NONE ? format_customers (link->customers) : NULL;

  if (value != NULL && customers != NULL)
    /* Translators: two amounts or two names: "120,000 € and 400 customers", "Ana and Ben". */
    return g_strdup_printf (_("%s and %s"), value, customers);
  if (value != NULL || customers != NULL)
    return g_strdup (value != NULL ? value : customers);

  return g_strdup (_("nothing claimed"));
}

static gboolean
claims (const ExLink *link)
{
  return link->value != EX_CLAIM_NONE || link->customers != EX_CLAIM_NONE;
}

static char *
describe_link (const ExLink *before,
               const ExLink *after,
               const char   *currency)
{
  const char *driver = ex_driver_label (before != NULL ? before->driver : after->driver);
  g_autofree char *from = before != NULL ? format_claim (before, currency) : NULL;
  g_autofree char *to = after != NULL ? format_claim (after, currency) : NULL;

  /* Translators: the links of an objective to a driver ("Retain"), with the improvement a year that it claims. */
  if (after == NULL)
    return g_strdup_printf (_("Link to “%s” taken away"), driver);
  if (before == NULL)
    return g_strdup_printf (claims (after) ? _("New link to “%s”: %s a year") : _("New link to “%s”: %s"), driver, to);

  return g_strdup_printf (claims (after) ? _("Link to “%s”: %s → %s a year") : _("Link to “%s”: %s → %s"), driver, from, to);
}

static void
add_links (GPtrArray    *lines,
           const GArray *before,
           const GArray *after,
           const char   *currency)
{
  for (int driver = EX_DRIVER_ACQUIRE; driver <= (int) EX_DRIVER_WIN_BACK; driver++)
    {
      const ExLink *from = find_link (before, (ExDriver) driver);
      const ExLink *to = find_link (after, (ExDriver) driver);

      if (!same_link (from, to))
        g_ptr_array_add (lines, describe_link (from, to, currency));
    }
}

static void
add_measures (GPtrArray         *lines,
              const ExObjective *before,
              const ExObjective *after)
{
  add_word (lines, _("Kind"), ex_kind_label (before->kind), ex_kind_label (after->kind));
  add_text (lines, _("Unit"), before->unit, after->unit);
  if (before->decimals != after->decimals)
    g_ptr_array_add (lines, g_strdup_printf (_("Decimals %d → %d"), before->decimals, after->decimals));
  add_word (lines, _("Check-ins count as"), ex_aggregate_label (before->aggregate), ex_aggregate_label (after->aggregate));
  add_figure (lines, _("Baseline"), before, before->baseline, after, after->baseline);
  add_figure (lines, _("Threshold"), before, before->threshold, after, after->threshold);
  add_figure (lines, _("Target"), before, before->target, after, after->target);
  add_figure (lines, _("Stretch"), before, before->stretch, after, after->stretch);
  add_figure (lines, _("Lowest"), before, before->low, after, after->low);
  add_figure (lines, _("Highest"), before, before->high, after, after->high);
  add_figure (lines, _("Width"), before, before->width, after, after->width);
  add_day (lines, _("Due"), before->due, after->due);
}

GPtrArray *
ex_objective_list_differences (const ExObjective *before,
                               const ExObjective *after,
                               const char        *currency)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  add_text (lines, _("Title"), before->title, after->title);
  add_text (lines, _("Description"), before->description, after->description);
  add_measures (lines, before, after);
  if (before->weight != after->weight)
    {
      g_autofree char *from = ex_format_weight (before->weight);
      g_autofree char *to = ex_format_weight (after->weight);

      add_line (lines, _("Weight"), from, to);
    }
  add_text (lines, _("Data source"), before->source, after->source);
  add_word (lines, _("Cadence"), ex_cadence_label (before->cadence), ex_cadence_label (after->cadence));
  add_text (lines, _("Journey stage"), before->stage, after->stage);
  if (g_strcmp0 (before->parent_id, after->parent_id) != 0)
    g_ptr_array_add (lines, g_strdup (after->parent_id != NULL ? _("Under another objective above") : _("Under no objective above any more")));
  add_text (lines, _("Why it stands alone"), before->local_reason, after->local_reason);
  add_links (lines, before->links, after->links, currency);

  return lines;
}
