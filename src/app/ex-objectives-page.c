#include "config.h"

#include "ex-objectives-page.h"

#include "ex-columns.h"
#include "ex-drop-down.h"
#include "ex-export-rows.h"
#include "ex-import-dialog.h"
#include "ex-leader-chooser.h"
#include "ex-objective-columns.h"
#include "ex-objective-dialog.h"
#include "ex-objective-query.h"
#include "ex-objective-view.h"
#include "ex-rows.h"
#include "ex-sort-button.h"
#include "ex-tab-leaves.h"

#include "core/ex-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Up to here a query is answered within a millisecond or two, and the table does not flicker; beyond it has a thread. */
#define ANSWERED_AT_ONCE 2000

struct _ExObjectivesPage
{
  GtkWidget        parent_instance;

  ExSession       *session;
  ExRows          *rows;
  GCancellable    *searching;
  char            *text;      /* searched for */
  char            *objective; /* id of the one in view; NULL: the list is */

  GtkWidget       *header;
  GtkStack        *stack;
  GtkButton       *first_step;
  GtkWidget       *empty_add;
  GtkDropDown     *status;
  GtkWidget       *filters;
  ExLeaderChooser *leader;
  GtkLabel        *count;
  GtkScrolledWindow *scroller;
  GtkColumnView   *table;
  GtkWidget       *nothing_found;
  ExObjectiveView *view;
};

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExObjectivesPage, ex_objectives_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

/* In the order of the drop-down, behind "Any status". */
static const ExStatus statuses[] = { EX_STATUS_OFF_TRACK, EX_STATUS_AT_RISK, EX_STATUS_NO_DATA, EX_STATUS_ON_TRACK };

/* --- the table -------------------------------------------------------------------------------------------------------- */

static void
show_found (ExObjectivesPage *self, ExCompany *company, GArray *indexes)
{
  guint total = ex_company_n_objectives (company);
  g_autofree char *found_text = ex_format_integer (indexes->len);
  g_autofree char *total_text = ex_format_integer (total);
  g_autofree char *words = indexes->len == total
                           ? g_strdup_printf (ngettext ("%s objective", "%s objectives", total), total_text)
                           /* Translators: how many of all are shown, "12 of 200 objectives" */
                           : g_strdup_printf (_("%s of %s objectives"), found_text, total_text);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (self->nothing_found, indexes->len == 0);
  ex_rows_set (self->rows, company, indexes);
}

static void
fill_query (ExObjectivesPage *self, ExQuery *query)
{
  guint status = gtk_drop_down_get_selected (self->status);
  int order;

  query->text = self->text;
  query->status = status > 0 && status <= G_N_ELEMENTS (statuses) ? (int) statuses[status - 1] : -1;
  query->leader_id = (char *) ex_leader_chooser_get_id (self->leader);
  query->order = ex_columns_get_sort (self->table, &order, &query->descending) ? order : EX_OBJECTIVE_BY_ID;
}

typedef struct
{
  ExObjectivesPage *page;
  ExCompany        *company;
} Search;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;
  GArray *indexes = ex_query_run_finish (result, NULL);

  if (indexes != NULL && search->page->session != NULL)
    show_found (search->page, search->company, indexes);
  else
    g_clear_pointer (&indexes, g_array_unref);
  g_object_unref (search->page);
  ex_company_unref (search->company);
  g_free (search);
}

static void
update_table (ExObjectivesPage *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  ExQuery query = { .kind = &ex_objective_query };
  Search *search;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  fill_query (self, &query);
  if (ex_company_n_objectives (company) <= ANSWERED_AT_ONCE)
    {
      show_found (self, company, ex_query_run (&query, company));
      return;
    }
  self->searching = g_cancellable_new ();
  search = g_new (Search, 1);
  *search = (Search) { g_object_ref (self), ex_company_ref (company) };
  ex_query_run_async (&query, company, self->searching, found_cb, search);
}

static void
filter_changed_cb (ExObjectivesPage *self)
{
  if (self->session != NULL)
    update_table (self);
}

/* --- filters ------------------------------------------------------------------------------------------------------------ */

static void
fill_statuses (ExObjectivesPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Any status"));
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %s", ex_status_shape (statuses[i]), ex_status_label (statuses[i]));
      gtk_string_list_append (labels, label);
    }
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (labels));
}

/* --- the page ------------------------------------------------------------------------------------------------------------- */

static gboolean
is_in_detail (ExObjectivesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "detail") == 0;
}

static void
show_header (ExObjectivesPage *self)
{
  if (self->header != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->header), is_in_detail (self) ? "detail" : "list");
}

/* The one thing to do next: objectives need leaders, and a cycle to be in. A target is set before its action's name, and after it is
 * cleared: GTK warns of every moment in which the two do not fit. */
static void
set_first_step (ExObjectivesPage *self, gboolean leaders, gboolean cycle)
{
  GtkActionable *actionable = GTK_ACTIONABLE (self->first_step);

  gtk_button_set_use_underline (self->first_step, TRUE);
  gtk_button_set_label (self->first_step, !leaders ? _("Import _Leaders…") : !cycle ? _("New _Cycle…") : _("_Import Objectives…"));
  gtk_actionable_set_action_name (actionable, NULL);
  if (leaders && !cycle)
    gtk_actionable_set_action_target_value (actionable, NULL);
  else
    gtk_actionable_set_action_target (actionable, "(sss)", leaders ? "objectives" : "leaders", "import", "");
  gtk_actionable_set_action_name (actionable, leaders && !cycle ? "win.new-cycle" : "win.show");
}

static void
show_list (ExObjectivesPage *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  gboolean empty = ex_company_n_objectives (company) == 0;
  gboolean cycle = ex_company_get_cycle (company) != NULL;
  gboolean leaders = ex_company_n_leaders (company) > 0;

  g_clear_pointer (&self->objective, g_free);
  ex_objective_view_show (self->view, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  if (empty)
    {
      set_first_step (self, leaders, cycle);
      gtk_widget_set_visible (self->empty_add, leaders && cycle);
    }
  show_header (self);
  ex_page_navigated (EX_PAGE (self));
}

static void
show_company (ExObjectivesPage *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  g_autofree char *leader = g_strdup (ex_leader_chooser_get_id (self->leader));
  gboolean gone = leader != NULL && ex_company_find_leader (company, leader) < 0;

  ex_leader_chooser_fill (self->leader, company, NULL, gone ? NULL : leader);
  update_table (self);
  if (!is_in_detail (self))
    show_list (self);
}

static void
show_objective (ExObjectivesPage *self, const char *id)
{
  g_free (self->objective);
  self->objective = g_strdup (id);
  ex_objective_view_show (self->view, self->session, self->objective);
  gtk_stack_set_visible_child_name (self->stack, "detail");
  show_header (self);
  ex_page_navigated (EX_PAGE (self));
}

static void
row_activated_cb (ExObjectivesPage *self, guint position)
{
  g_autoptr (ExRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);

  if (row != NULL)
    show_objective (self, ex_company_get_objective (ex_row_get_company (row), ex_row_get_index (row))->id);
}

/* --- ExPage ------------------------------------------------------------------------------------------------------------------ */

static void
ex_objectives_page_set_session (ExPage *page, ExSession *session)
{
  ExObjectivesPage *self = EX_OBJECTIVES_PAGE (page);

  g_set_object (&self->session, session);
  ex_page_follow (GTK_WIDGET (self), session, (ExPageRefresh) show_company);
}

static void
ex_objectives_page_set_search (ExPage *page, const char *text)
{
  ExObjectivesPage *self = EX_OBJECTIVES_PAGE (page);

  g_free (self->text);
  self->text = g_strdup (text);
  if (is_in_detail (self) && *text != '\0')
    show_list (self);
  update_table (self);
}

static void
ex_objectives_page_show (ExPage *page, const char *what, const char *id)
{
  ExObjectivesPage *self = EX_OBJECTIVES_PAGE (page);

  if (g_str_equal (what, "objective"))
    show_objective (self, id);
  else if (g_str_equal (what, "leader"))
    {
      ex_leader_chooser_choose (self->leader, id);
      show_list (self);
    }
  else if (g_str_equal (what, "add"))
    ex_objective_dialog_present (GTK_WIDGET (self), self->session, NULL, *id != '\0' ? id : NULL);
  else if (g_str_equal (what, "import"))
    ex_import_dialog_present (GTK_WIDGET (self), self->session,
                              g_str_equal (id, "check-ins") ? EX_IMPORT_CHECK_INS : EX_IMPORT_OBJECTIVES, NULL);
}

static GtkWidget *
list_header (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *import = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_widget_set_tooltip_text (add, _("Add an objective"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add an objective"), -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (add), "win.show(('objectives', 'add', ''))");
  g_menu_append (menu, _("_Objectives…"), "win.show(('objectives', 'import', 'objectives'))");
  g_menu_append (menu, _("_Check-ins…"), "win.show(('objectives', 'import', 'check-ins'))");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (import), _("_Import"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (import), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (import), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (import, _("Bring in objectives or check-ins from a file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (import), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Import"), -1);
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), import);
  return box;
}

static GtkWidget *
ex_objectives_page_get_header (ExPage *page)
{
  ExObjectivesPage *self = EX_OBJECTIVES_PAGE (page);

  if (self->header == NULL)
    {
      self->header = g_object_ref_sink (gtk_stack_new ());
      gtk_stack_set_hhomogeneous (GTK_STACK (self->header), FALSE);
      gtk_stack_add_named (GTK_STACK (self->header), list_header (), "list");
      gtk_stack_add_named (GTK_STACK (self->header), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "detail");
      show_header (self);
    }
  return self->header;
}

static const char *
ex_objectives_page_get_title (ExPage *page)
{
  return is_in_detail (EX_OBJECTIVES_PAGE (page)) ? _("Objective") : NULL;
}

static gboolean
ex_objectives_page_can_go_back (ExPage *page)
{
  return is_in_detail (EX_OBJECTIVES_PAGE (page));
}

static void
ex_objectives_page_go_back (ExPage *page)
{
  ExObjectivesPage *self = EX_OBJECTIVES_PAGE (page);

  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Of one objective, its check-ins. */
static ExExport *
ex_objectives_page_get_export (ExPage *page)
{
  ExObjectivesPage *self = EX_OBJECTIVES_PAGE (page);
  ExQuery query = { .kind = &ex_objective_query };

  if (is_in_detail (self))
    return ex_export_check_ins (self->session, self->objective);
  fill_query (self, &query);
  return ex_export_objectives (self->session, &query);
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->set_session = ex_objectives_page_set_session;
  iface->set_search = ex_objectives_page_set_search;
  iface->show = ex_objectives_page_show;
  iface->get_header = ex_objectives_page_get_header;
  iface->get_title = ex_objectives_page_get_title;
  iface->can_go_back = ex_objectives_page_can_go_back;
  iface->go_back = ex_objectives_page_go_back;
  iface->get_export = ex_objectives_page_get_export;
}

static void
ex_objectives_page_dispose (GObject *object)
{
  ExObjectivesPage *self = EX_OBJECTIVES_PAGE (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->header);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->objective, g_free);
  G_OBJECT_CLASS (ex_objectives_page_parent_class)->dispose (object);
}

static void
ex_objectives_page_class_init (ExObjectivesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_objectives_page_dispose;
  g_type_ensure (EX_TYPE_OBJECTIVE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/objectives-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, first_step);
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, empty_add);
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, status);
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, filters);
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, count);
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, table);
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, ExObjectivesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ex_objectives_page_init (ExObjectivesPage *self)
{
  GtkSingleSelection *selection;

  self->rows = ex_rows_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  fill_statuses (self);
  ex_drop_down_set_name (self->status, _("Status"));
  self->leader = EX_LEADER_CHOOSER (ex_leader_chooser_new (_("Leader"), _("All leaders")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->leader), _("Show only the objectives of one leader"));
  g_signal_connect_swapped (self->leader, "chosen", G_CALLBACK (filter_changed_cb), self);
  gtk_box_insert_child_after (GTK_BOX (self->filters), GTK_WIDGET (self->leader), GTK_WIDGET (self->status));
  ex_objective_columns_append (self->table);
  gtk_box_append (GTK_BOX (self->filters), ex_sort_button_new (self->table));
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "gone", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  ex_columns_watch (self->table, self->scroller);
  ex_tab_leaves (GTK_WIDGET (self->table));
}
