#include "config.h"

#include "ex-leaders-page.h"

#include "core/ex-format.h"
#include "ex-columns.h"
#include "ex-export-rows.h"
#include "ex-import-dialog.h"
#include "ex-leader-columns.h"
#include "ex-leader-dialog.h"
#include "ex-leader-query.h"
#include "ex-leader-tree.h"
#include "ex-leader-view.h"
#include "ex-objective-query.h"
#include "ex-sort-button.h"
#include "ex-tab-leaves.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Up to here a query is answered within a millisecond or two, and the table does not flicker; beyond it has a thread. */
#define ANSWERED_AT_ONCE 2000

struct _ExLeadersPage
{
  GtkWidget           parent_instance;

  ExSession          *session;
  ExLeaderTree       *tree;
  ExRows             *found;      /* what is shown while searching */
  GtkSingleSelection *selection;
  GCancellable       *searching;
  char               *text;       /* searched for */
  char               *leader;     /* id of the one in view; NULL: the list is */

  GtkWidget          *header;
  GtkStack           *stack;
  GtkWidget          *branches;   /* the buttons that open and close everybody */
  GtkLabel           *count;
  GtkColumnView      *table;
  GtkWidget          *nothing_found;
  ExLeaderView       *view;
};

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExLeadersPage, ex_leaders_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

/* --- the table -------------------------------------------------------------------------------------------------------- */

static gboolean
is_searching (ExLeadersPage *self)
{
  return self->text != NULL && *self->text != '\0';
}

static void
show_count (ExLeadersPage *self, guint found, guint total)
{
  g_autofree char *found_text = ex_format_integer (found);
  g_autofree char *total_text = ex_format_integer (total);
  g_autofree char *words = !is_searching (self)
                           ? g_strdup_printf (ngettext ("%s leader", "%s leaders", total), total_text)
                           /* Translators: how many of all are shown, "12 of 60 leaders" */
                           : g_strdup_printf (_("%s of %s leaders"), found_text, total_text);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (self->nothing_found, found == 0);
  gtk_widget_set_visible (self->branches, !is_searching (self));
}

/* (nullable) (transfer full) */
static char *
selected_id (ExLeadersPage *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (ExRow) row = item != NULL ? ex_leader_tree_row (item) : NULL;

  return row != NULL ? g_strdup (ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row))->id) : NULL;
}

/* @order: (nullable) as ex_leader_tree_build() takes it. */
static void
show_tree (ExLeadersPage *self, ExCompany *company, const GArray *order)
{
  g_autofree char *selected = selected_id (self);
  g_autoptr (GListModel) model = ex_leader_tree_build (self->tree, company, NULL, order);
  guint position = ex_leader_tree_find (self->tree, selected);

  gtk_single_selection_set_model (self->selection, model);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
  ex_rows_set (self->found, NULL, NULL);
  show_count (self, ex_company_n_leaders (company), ex_company_n_leaders (company));
}

/* Takes @indexes. */
static void
show_found (ExLeadersPage *self, ExCompany *company, GArray *indexes)
{
  guint n = indexes->len;

  ex_rows_set (self->found, company, indexes);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->found));
  show_count (self, n, ex_company_n_leaders (company));
}

/* Takes @indexes. */
static void
show_answer (ExLeadersPage *self, ExCompany *company, GArray *indexes)
{
  if (is_searching (self))
    show_found (self, company, indexes);
  else
    {
      show_tree (self, company, indexes);
      g_array_unref (indexes);
    }
}

typedef struct
{
  ExLeadersPage *page;
  ExCompany     *company;
} Search;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;
  GArray *indexes = ex_query_run_finish (result, NULL);

  if (indexes != NULL && search->page->session != NULL)
    show_answer (search->page, search->company, indexes);
  else
    g_clear_pointer (&indexes, g_array_unref);
  g_object_unref (search->page);
  ex_company_unref (search->company);
  g_free (search);
}

static void
fill_query (ExLeadersPage *self, ExQuery *query)
{
  int order;

  query->text = self->text;
  query->order = ex_columns_get_sort (self->table, &order, &query->descending) ? (ExLeaderOrder) order : EX_LEADERS_BY_ID;
}

static void
update_table (ExLeadersPage *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  ExQuery query = { .kind = &ex_leader_query };
  Search *search;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  fill_query (self, &query);

  if (query.order == EX_LEADERS_BY_ID && !is_searching (self))
    show_tree (self, company, NULL);
  else if (ex_company_n_leaders (company) <= ANSWERED_AT_ONCE)
    show_answer (self, company, ex_query_run (&query, company));
  else
    {
      self->searching = g_cancellable_new ();
      search = g_new (Search, 1);
      *search = (Search) { g_object_ref (self), ex_company_ref (company) };
      ex_query_run_async (&query, company, self->searching, answered_cb, search);
    }
}

static void
sorter_changed_cb (ExLeadersPage *self)
{
  if (self->session != NULL)
    update_table (self);
}

static void
open_all_cb (ExLeadersPage *self)
{
  ex_leader_tree_open_all (self->tree, ex_session_get_company (self->session));
  update_table (self);
}

static void
close_all_cb (ExLeadersPage *self)
{
  ex_leader_tree_close_all (self->tree);
  update_table (self);
}

/* Right opens the leader whose row is selected, Left closes them; the other way round where text runs from right to left. */
static gboolean
key_pressed_cb (ExLeadersPage *self, guint key, guint code, GdkModifierType modifiers)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean open = key == (rtl ? GDK_KEY_Left : GDK_KEY_Right) || key == GDK_KEY_plus || key == GDK_KEY_KP_Add;
  gboolean close = key == (rtl ? GDK_KEY_Right : GDK_KEY_Left) || key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !(open || close) || !GTK_IS_TREE_LIST_ROW (item))
    return GDK_EVENT_PROPAGATE;
  gtk_tree_list_row_set_expanded (item, open);
  return GDK_EVENT_STOP;
}

static void
init_keys (ExLeadersPage *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->table), controller);
}

/* --- the page ------------------------------------------------------------------------------------------------------------- */

static gboolean
is_in_detail (ExLeadersPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "detail") == 0;
}

static void
show_header (ExLeadersPage *self)
{
  if (self->header != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->header), gtk_stack_get_visible_child_name (self->stack));
}

static void
show_list (ExLeadersPage *self)
{
  gboolean empty = ex_company_n_leaders (ex_session_get_company (self->session)) == 0;

  g_clear_pointer (&self->leader, g_free);
  ex_leader_view_show (self->view, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  show_header (self);
  ex_page_navigated (EX_PAGE (self));
}

static void
show_company (ExLeadersPage *self)
{
  update_table (self);
  if (!is_in_detail (self))
    show_list (self);
}

static void
show_leader (ExLeadersPage *self, const char *id)
{
  gtk_stack_set_visible_child_name (self->stack, "detail");
  show_header (self);
  g_free (self->leader);
  self->leader = g_strdup (id);
  ex_leader_view_show (self->view, self->session, self->leader);
  ex_page_navigated (EX_PAGE (self));
}

static void
row_activated_cb (ExLeadersPage *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (ExRow) row = item != NULL ? ex_leader_tree_row (item) : NULL;

  if (row != NULL)
    show_leader (self, ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row))->id);
}

/* --- ExPage ------------------------------------------------------------------------------------------------------------------ */

static void
ex_leaders_page_set_session (ExPage *page, ExSession *session)
{
  ExLeadersPage *self = EX_LEADERS_PAGE (page);

  g_set_object (&self->session, session);
  ex_page_follow (GTK_WIDGET (self), session, (ExPageRefresh) show_company);
}

static void
ex_leaders_page_set_search (ExPage *page, const char *text)
{
  ExLeadersPage *self = EX_LEADERS_PAGE (page);
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (g_str_equal (words, self->text != NULL ? self->text : ""))
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&words);
  if (is_in_detail (self) && is_searching (self))
    show_list (self);
  update_table (self);
}

static void
ex_leaders_page_show (ExPage *page, const char *what, const char *id)
{
  ExLeadersPage *self = EX_LEADERS_PAGE (page);

  if (g_str_equal (what, "leader"))
    show_leader (self, id);
  else if (g_str_equal (what, "add"))
    ex_leader_dialog_present (GTK_WIDGET (self), self->session, NULL, *id != '\0' ? id : NULL);
  else if (g_str_equal (what, "import"))
    {
      g_autoptr (GFile) file = *id != '\0' ? g_file_new_for_path (id) : NULL;

      ex_import_dialog_present (GTK_WIDGET (self), self->session, EX_IMPORT_LEADERS, file);
    }
}

static GtkWidget *
list_header (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *import = gtk_button_new_with_mnemonic (_("_Import…"));

  gtk_widget_set_tooltip_text (add, _("Add a leader"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a leader"), -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (add), "win.show(('leaders', 'add', ''))");
  gtk_widget_add_css_class (import, "flat");
  gtk_widget_set_tooltip_text (import, _("Bring in leaders from a file"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (import), "win.show(('leaders', 'import', ''))");
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), import);
  return box;
}

/* On an empty page the two buttons in its middle are enough. */
static GtkWidget *
ex_leaders_page_get_header (ExPage *page)
{
  ExLeadersPage *self = EX_LEADERS_PAGE (page);

  if (self->header == NULL)
    {
      self->header = g_object_ref_sink (gtk_stack_new ());
      gtk_stack_set_hhomogeneous (GTK_STACK (self->header), FALSE);
      gtk_stack_add_named (GTK_STACK (self->header), list_header (), "list");
      gtk_stack_add_named (GTK_STACK (self->header), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "detail");
      gtk_stack_add_named (GTK_STACK (self->header), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "empty");
      show_header (self);
    }
  return self->header;
}

static const char *
ex_leaders_page_get_title (ExPage *page)
{
  return is_in_detail (EX_LEADERS_PAGE (page)) ? _("Leader") : NULL;
}

static gboolean
ex_leaders_page_can_go_back (ExPage *page)
{
  return is_in_detail (EX_LEADERS_PAGE (page));
}

static void
ex_leaders_page_go_back (ExPage *page)
{
  ExLeadersPage *self = EX_LEADERS_PAGE (page);

  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Of one leader, their objectives. */
static ExExport *
ex_leaders_page_get_export (ExPage *page)
{
  ExLeadersPage *self = EX_LEADERS_PAGE (page);
  ExQuery query = { .kind = is_in_detail (self) ? &ex_objective_query : &ex_leader_query, .status = -1 };

  query.leader_id = self->leader;
  if (is_in_detail (self))
    return ex_export_objectives (self->session, &query);
  fill_query (self, &query);
  return ex_export_leaders (self->session, &query, !is_searching (self));
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->set_session = ex_leaders_page_set_session;
  iface->set_search = ex_leaders_page_set_search;
  iface->show = ex_leaders_page_show;
  iface->get_header = ex_leaders_page_get_header;
  iface->get_title = ex_leaders_page_get_title;
  iface->can_go_back = ex_leaders_page_can_go_back;
  iface->go_back = ex_leaders_page_go_back;
  iface->get_export = ex_leaders_page_get_export;
}

static void
ex_leaders_page_dispose (GObject *object)
{
  ExLeadersPage *self = EX_LEADERS_PAGE (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->header);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_pointer (&self->tree, ex_leader_tree_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->leader, g_free);
  G_OBJECT_CLASS (ex_leaders_page_parent_class)->dispose (object);
}

static void
ex_leaders_page_class_init (ExLeadersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_leaders_page_dispose;
  g_type_ensure (EX_TYPE_LEADER_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/leaders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExLeadersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExLeadersPage, branches);
  gtk_widget_class_bind_template_child (widget_class, ExLeadersPage, count);
  gtk_widget_class_bind_template_child (widget_class, ExLeadersPage, table);
  gtk_widget_class_bind_template_child (widget_class, ExLeadersPage, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, ExLeadersPage, view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_all_cb);
}

static void
ex_leaders_page_init (ExLeadersPage *self)
{
  self->tree = ex_leader_tree_new ();
  self->found = ex_rows_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  ex_leader_columns_append (self->table, self->tree);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->count))), ex_sort_button_new (self->table));
  self->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "gone", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  ex_columns_watch (self->table, GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->table))));
  ex_tab_leaves (GTK_WIDGET (self->table));
  init_keys (self);
}
