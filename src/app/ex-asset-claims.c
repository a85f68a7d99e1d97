#include "config.h"

#include "ex-asset-claims.h"

#include "company/ex-asset-words.h"
#include "ex-claim-table.h"
#include "ex-driver-row.h"
#include "ex-tab-leaves.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ExAssetClaims
{
  GtkWidget           parent_instance;

  ExSession          *session;
  ExMeasure           measure;
  guint               table_source;
  GtkSingleSelection *selection;
  gboolean            chosen;    /* a driver, by hand */

  GtkStack           *stack;
  GtkLabel           *span;
  GtkLabel           *sentence;
  GtkListBox         *drivers;
  GtkLabel           *heading;
  GtkStack           *claims;
  GtkColumnView      *table;
};

G_DEFINE_FINAL_TYPE (ExAssetClaims, ex_asset_claims, GTK_TYPE_WIDGET)

static ExDriver
driver_in_view (ExAssetClaims *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->drivers);

  return row != NULL ? ex_driver_row_get_driver (EX_DRIVER_ROW (row)) : EX_DRIVER_RETAIN;
}

/* --- the claims of the driver that is selected ----------------------------------------------------------------------------- */

static const char *
heading_words (ExDriver driver)
{
  static const char * const words[EX_N_DRIVERS] = {
    [EX_DRIVER_ACQUIRE] = N_("Claims to acquire, largest first"),
    [EX_DRIVER_RETAIN] = N_("Claims to retain, largest first"),
    [EX_DRIVER_EXPAND] = N_("Claims to expand, largest first"),
    [EX_DRIVER_WIN_BACK] = N_("Claims to win back, largest first"),
  };
  return _(words[driver]);
}

static gboolean
fill_table (gpointer data)
{
  ExAssetClaims *self = data;
  const ExClaims *claims = ex_session_get_claims (self->session);
  ExDriver driver = driver_in_view (self);
  g_autoptr (GListModel) rows = NULL;

  self->table_source = 0;
  if (claims == NULL)
    return G_SOURCE_REMOVE;
  rows = ex_claim_rows_new (ex_session_get_company (self->session), &claims->drivers[driver], self->measure);
  gtk_label_set_text (self->heading, heading_words (driver));
  /* Without an old row to look for: it would be looked for in every new one. */
  gtk_single_selection_set_model (self->selection, NULL);
  gtk_single_selection_set_model (self->selection, rows);
  gtk_stack_set_visible_child_name (self->claims, g_list_model_get_n_items (rows) > 0 ? "table" : "none");
  return G_SOURCE_REMOVE;
}

static void
update_table (ExAssetClaims *self)
{
  if (self->session != NULL && self->table_source == 0)
    self->table_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_table, self, NULL);
}

static void
driver_chosen_cb (ExAssetClaims *self)
{
  self->chosen = TRUE;
  update_table (self);
}

static void
claim_activated_cb (ExAssetClaims *self, guint position)
{
  g_autoptr (ExClaimRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "(sss)", "objectives", "objective", ex_claim_row_get_objective (row)->id);
}

/* --- drivers ------------------------------------------------------------------------------------------------------------------ */

/* What claims and ledger are of: "FY 2026, Oct 2025 to Jun 2026, beside the same span before". */
static void
show_span (ExAssetClaims *self)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (self->session));
  const ExAsset *asset = ex_session_get_asset (self->session);
  g_autofree char *span = asset != NULL && asset->cycle != NULL ? ex_asset_words_span (asset->cycle->first, asset->cycle->last) : NULL;
  /* Translators: a cycle's name and the span it covers */
  g_autofree char *words = span == NULL ? g_strdup (cycle->name)
                                        : g_strdup_printf (_("%s, %s, beside the same span before; both put on a year"), cycle->name, span);

  gtk_label_set_text (self->span, words);
}

static gboolean
is_short (const ExDriverProof *proof)
{
  return proof->proof == EX_PROOF_OTHER_WAY || (proof->proof == EX_PROOF_SHARE && proof->proven < 1);
}

static void
show_sentence (ExAssetClaims *self, const ExClaims *claims)
{
  guint known = 0, less = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < EX_N_DRIVERS; i++)
    {
      const ExDriverProof *proof = &claims->drivers[i].proof[self->measure];

      known += proof->proof == EX_PROOF_SHARE || proof->proof == EX_PROOF_OTHER_WAY;
      less += is_short (proof);
    }
  if (known == 0)
    words = g_strdup (_("Nothing can be proven yet."));
  else if (less == 0)
    words = g_strdup (_("The ledger bears out what is claimed."));
  else
    words = g_strdup_printf (ngettext ("The ledger does not bear out the claims of %u driver.", "The ledger does not bear out the claims of %u drivers.", less), less);
  gtk_label_set_text (self->sentence, words);
}

/* What falls short comes into view by itself, until somebody chooses. */
static void
choose_driver (ExAssetClaims *self, const ExClaims *claims)
{
  guint most = EX_DRIVER_RETAIN;

  if (self->chosen)
    return;
  for (guint i = EX_N_DRIVERS; i > 0; i--)
    if (is_short (&claims->drivers[i - 1].proof[self->measure]))
      most = i - 1;
  gtk_list_box_select_row (self->drivers, gtk_list_box_get_row_at_index (self->drivers, (int) most));
  self->chosen = FALSE;
}

static gboolean
any_claims (const ExClaims *claims)
{
  for (guint i = 0; i < EX_N_DRIVERS; i++)
    if (claims->drivers[i].claims->len > 0)
      return TRUE;
  return FALSE;
}

/* --- the widget ----------------------------------------------------------------------------------------------------------------- */

static void
ex_asset_claims_dispose (GObject *object)
{
  ExAssetClaims *self = EX_ASSET_CLAIMS (object);

  g_clear_handle_id (&self->table_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ex_asset_claims_parent_class)->dispose (object);
}

static void
ex_asset_claims_class_init (ExAssetClaimsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_asset_claims_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/asset-claims.ui");
  gtk_widget_class_bind_template_child (widget_class, ExAssetClaims, stack);
  gtk_widget_class_bind_template_child (widget_class, ExAssetClaims, span);
  gtk_widget_class_bind_template_child (widget_class, ExAssetClaims, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExAssetClaims, drivers);
  gtk_widget_class_bind_template_child (widget_class, ExAssetClaims, heading);
  gtk_widget_class_bind_template_child (widget_class, ExAssetClaims, claims);
  gtk_widget_class_bind_template_child (widget_class, ExAssetClaims, table);
  gtk_widget_class_bind_template_callback (widget_class, driver_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_activated_cb);
}

static void
add_drivers (ExAssetClaims *self)
{
  GtkSizeGroup *groups[3];

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  for (guint i = 0; i < EX_N_DRIVERS; i++)
    gtk_list_box_append (self->drivers, ex_driver_row_new (i, groups));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_object_unref (groups[i]);
}

static void
ex_asset_claims_init (ExAssetClaims *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  ex_claim_table_columns (self->table);
  ex_tab_leaves (GTK_WIDGET (self->table));
  add_drivers (self);
  self->chosen = FALSE;
}

void
ex_asset_claims_show (ExAssetClaims *self, ExSession *session, ExMeasure measure)
{
  const ExClaims *claims = ex_session_get_claims (session);
  const char *currency = ex_company_get_info (ex_session_get_company (session))->currency;
  gboolean any = claims != NULL && any_claims (claims);

  g_return_if_fail (EX_IS_ASSET_CLAIMS (self));

  g_set_object (&self->session, session);
  self->measure = measure;
  gtk_stack_set_visible_child_name (self->stack, any ? "content" : "empty");
  if (!any)
    return;
  show_span (self);
  show_sentence (self, claims);
  for (guint i = 0; i < EX_N_DRIVERS; i++)
    ex_driver_row_show (EX_DRIVER_ROW (gtk_list_box_get_row_at_index (self->drivers, (int) i)), claims, measure, currency);
  choose_driver (self, claims);
  update_table (self);
}
