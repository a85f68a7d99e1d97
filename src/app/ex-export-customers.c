/* Tables of the Customer Asset page. */
#include "config.h"

#include "ex-export-rows.h"

#include "company/ex-tables.h"

#include <glib/gi18n.h>

/* --- periods ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExAsset   *asset;
  GPtrArray *spans;
  int        segment;
  char      *currency;
} Periods;

static void
periods_free (gpointer data)
{
  Periods *self = data;

  ex_asset_unref (self->asset);
  g_ptr_array_unref (self->spans);
  g_free (self->currency);
  g_free (self);
}

static gboolean
fill_periods (const ExExportRun *run, gpointer data, GError **error)
{
  const Periods *self = data;
  const char *segment = self->segment != EX_EVERY_SEGMENT ? ex_asset_segment_name (self->asset, self->segment) : NULL;

  for (guint i = self->spans->len; i-- > 0 && !ex_table_is_over (run->table);)
    {
      const ExSpan *span = g_ptr_array_index (self->spans, i);
      g_autofree char *period = ex_period_to_string (span->period);

      ex_table_add_movement (run->table, period, NULL, segment, span, &span->movement, self->currency);
    }
  return TRUE;
}

ExExport *
ex_export_periods (const char *title, ExAsset *asset, GPtrArray *spans, int segment, const char *currency)
{
  Periods *self = g_new (Periods, 1);

  *self = (Periods) { ex_asset_ref (asset), g_ptr_array_ref (spans), segment, g_strdup (currency) };
  return ex_export_new (title, ex_table_asset, fill_periods, self, periods_free);
}

/* --- segments -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExAssetLook   *look;
  ExSegmentOrder order;
  gboolean       whole; /* begins with the company */
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;

  ex_asset_look_unref (self->look);
  g_free (self->order.text);
  g_free (self);
}

/* As programs name it. (transfer full) */
static char *
period_of (const ExAssetLook *look)
{
  g_autofree char *first = ex_period_to_string (look->first);
  g_autofree char *last = ex_period_to_string (look->last);

  return look->first.index == look->last.index ? g_steal_pointer (&last) : g_strdup_printf ("%s/%s", first, last);
}

static gboolean
fill_segments (const ExExportRun *run, gpointer data, GError **error)
{
  const Look *self = data;
  const ExAssetLook *look = self->look;
  g_autoptr (GArray) indexes = ex_segment_order_run (&self->order, look);
  g_autofree char *period = period_of (look);
  /* What is not over has growth in a cycle, as the page shows it, and none in a period. */
  ExSpan span = { .provisional = look->provisional && !look->is_cycle, .no_data = look->no_data };

  if (self->whole)
    ex_table_add_segment (run->table, period, NULL, &span, &look->movement, ex_asset_look_lifetime (look, &look->movement, NULL), look->currency);
  for (guint i = 0; i < indexes->len && !ex_table_is_over (run->table); i++)
    {
      const ExSegmentMovement *segment = &g_array_index (look->segments, ExSegmentMovement, g_array_index (indexes, guint, i));

      ex_table_add_segment (run->table, period, ex_asset_segment_name (look->asset, segment->segment), &span, &segment->movement,
                            ex_asset_look_lifetime (look, &segment->movement, NULL), look->currency);
    }
  return TRUE;
}

ExExport *
ex_export_segments (ExAssetLook *look, const ExSegmentOrder *order, gboolean whole)
{
  Look *self = g_new (Look, 1);

  *self = (Look) { ex_asset_look_ref (look), *order, whole };
  self->order.text = g_strdup (order->text);
  return ex_export_new (whole ? _("Customer Asset") : _("Segments"), ex_table_segments, fill_segments, self, look_free);
}

/* --- claims ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExCompany *company;
  ExAsset   *asset; /* (nullable) */
} Claims;

static void
claims_free (gpointer data)
{
  Claims *self = data;

  ex_company_unref (self->company);
  g_clear_pointer (&self->asset, ex_asset_unref);
  g_free (self);
}

/* Every driver's: which, is a column, and a spreadsheet can be asked for one. */
static gboolean
fill_claims (const ExExportRun *run, gpointer data, GError **error)
{
  const Claims *self = data;
  g_autoptr (ExClaims) claims = ex_claims_new (self->company, self->asset != NULL ? self->asset->cycle : NULL);

  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    for (guint i = 0; i < claims->drivers[driver].claims->len && !ex_table_is_over (run->table); i++)
      ex_table_add_claim (run->table, self->company, &claims->drivers[driver], &g_array_index (claims->drivers[driver].claims, ExClaim, i));
  return TRUE;
}

ExExport *
ex_export_claims (ExSession *session)
{
  const ExAsset *asset = ex_session_get_asset (session);
  Claims *self = g_new (Claims, 1);

  *self = (Claims) { ex_company_ref (ex_session_get_company (session)), asset != NULL ? ex_asset_ref ((ExAsset *) asset) : NULL };
  return ex_export_new (_("Claims"), ex_table_claim_lines, fill_claims, self, claims_free);
}
