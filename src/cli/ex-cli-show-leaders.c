#include "config.h"

#include "core/ex-format.h"
#include "ex-cli-meant.h"
#include "ex-cli-show.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n-lib.h>

/* As the import reads them, so that what was shown can be edited and read again. */
static const ExCliColumn columns[] = {
  { "id", N_("Id") },
  { "name", N_("Name") },
  { "title", N_("Title") },
  { "unit", N_("Unit") },
  { "email", N_("E-mail") },
  { "manager", N_("Reports to") },
  { "incentive_target", N_("Incentive target") },
  { "from", N_("From") },
  { "to", N_("To") },
  { NULL, NULL },
};

/* The days of all times in the role, the leader's own last; @own EX_DAY_NONE: from the beginning, or still. */
static void
add_days (ExCliTable *table, const GArray *spells, gboolean from, ExDay own)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autofree char *own_iso = ex_day_to_iso (own);
  g_autofree char *own_shown = ex_format_day (own);

  for (guint i = 0; spells != NULL && i < spells->len; i++)
    {
      const ExSpell *spell = &g_array_index (spells, ExSpell, i);
      g_autofree char *iso = ex_day_to_iso (from ? spell->from : spell->to);
      g_autofree char *day = ex_format_day (from ? spell->from : spell->to);

      g_string_append_printf (plain, "%s;", iso);
      g_string_append_printf (shown, "%s; ", day);
    }
  g_string_append (plain, own_iso);
  g_string_append (shown, own_shown);

  ex_cli_table_word (table, plain->len > 0 ? plain->str : NULL, shown->str);
}

/* Who may read what others are to be paid: HR, and the tops of the latest cycle; everybody else their own. */
typedef struct
{
  const char *currency;
  const char *actor;
  gboolean    all;
  GHashTable *spells; /* leader id -> earlier times in the role */
} Viewer;

static void
viewer_clear (Viewer *self)
{
  g_clear_pointer (&self->spells, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Viewer, viewer_clear)

static void
add_leader (ExCliTable *table, const ExLeader *leader, guint level, const Viewer *viewer)
{
  const GArray *spells = g_hash_table_lookup (viewer->spells, leader->id);

  ex_cli_table_text (table, leader->id);
  ex_cli_table_indented (table, leader->name, level);
  ex_cli_table_text (table, leader->title);
  ex_cli_table_text (table, leader->unit);
  ex_cli_table_text (table, leader->email);
  ex_cli_table_text (table, leader->manager_id);
  if (leader->incentive_target >= 0 && (viewer->all || g_str_equal (leader->id, viewer->actor)))
    ex_cli_table_money (table, leader->incentive_target, viewer->currency);
  else
    ex_cli_table_cell (table, NULL, TRUE, "");
  add_days (table, spells, TRUE, leader->from);
  add_days (table, spells, FALSE, leader->to);
}

/* From the top down; below and with @top, unless that is -1. */
static void
add_tree (ExCliTable *table, const GPtrArray *leaders, const ExTree *tree, int top, const Viewer *viewer)
{
  for (guint i = 0; i < tree->n; i++)
    {
      guint index = tree->order[i];

      if (top < 0 || (int) index == top || ex_tree_is_below (tree, (int) index, top))
        add_leader (table, g_ptr_array_index (leaders, index), tree->level[index] - (top < 0 ? 0 : tree->level[top]), viewer);
    }
}

static gboolean
viewer_init (Viewer *self, ExStore *store, GError **error)
{
  GError *failure = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, NULL, &failure);

  *self = (Viewer) { ex_store_get_info (store)->currency, ex_store_get_actor (store), FALSE, ex_store_read_spells (store, error) };
  if (self->spells == NULL)
    return FALSE;
  self->all = g_str_equal (self->actor, EX_STORE_HR);
  if (g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
    g_clear_error (&failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return self->all || cycle == NULL || ex_store_sees_all_pay (store, cycle->id, &self->all, error);
}

/* Read without the cycle: who reports to whom has nothing to do with scores. */
ExCliStatus
ex_cli_show_leaders (ExStore *store, const ExCliShow *show)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, &error);
  g_autoptr (ExTree) tree = leaders != NULL ? ex_tree_new (leaders, &error) : NULL;
  g_autoptr (ExCliTable) table = ex_cli_table_new (columns);
  g_auto (Viewer) viewer = { 0 };
  int top;

  if (tree == NULL || !viewer_init (&viewer, store, &error))
    return ex_cli_refuse ("%s", error->message);

  top = show->leader != NULL ? ex_tree_index (tree, show->leader) : -1;
  if (show->leader != NULL && top < 0)
    {
      ex_cli_refuse (_("There is no leader “%s”."), show->leader);
      ex_cli_tell_leader_meant (store, show->leader);
      return EX_CLI_REFUSED;
    }

  add_tree (table, leaders, tree, top, &viewer);
  if (show->format == EX_CLI_TEXT && tree->n == 0)
    ex_cli_tell (_("There are no leaders yet."));
  else
    ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}
