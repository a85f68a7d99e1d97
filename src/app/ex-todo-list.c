#include "config.h"

#include "ex-todo-list.h"

#include "core/ex-format.h"
#include "core/ex-todo.h"
#include "ex-check-in-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define ROWS_SHOWN 8   /* before "Show all" */
#define ROWS_ADDED 200 /* at a time: each is a widget of its own */

struct _ExTodoList
{
  GtkWidget   parent_instance;

  ExSession  *session;
  GtkListBox *list;
  guint       most; /* rows in view */
};

G_DEFINE_FINAL_TYPE (ExTodoList, ex_todo_list, GTK_TYPE_WIDGET)

static void fill (ExTodoList *self);

/* --- where a row leads -------------------------------------------------------------------------------------------------------------- */

/* An action of the window, by what is to do; a check-in opens its dialog instead. */
typedef struct
{
  ExTodoKind  kind;
  const char *action; /* NULL: "win.show" with the two below and the leader's id */
  const char *page;
  const char *what;
} Way;

static const Way ways[] = {
  { EX_TODO_SET_OBJECTIVES, NULL, "my-review", "objectives" },
  { EX_TODO_SELF_ASSESS, NULL, "my-review", "self-assessment" },
  { EX_TODO_SIGN, NULL, "my-review", "sign" },
  { EX_TODO_AGREE, NULL, "reviews", "leader" },
  { EX_TODO_AMENDMENT, NULL, "reviews", "leader" },
  { EX_TODO_ASSESS, NULL, "reviews", "leader" },
  { EX_TODO_SIGN_REPORT, NULL, "reviews", "leader" },
  { EX_TODO_OBSERVE, NULL, "my-review", "observe" },
  { EX_TODO_MOVE, NULL, "reviews", "leader" },
  { EX_TODO_TOPS, "win.edit-cycle", NULL, NULL },
  { EX_TODO_BOARD, NULL, "reviews", "leader" },
  { EX_TODO_CHASE, NULL, "reviews", "overdue" },
  { EX_TODO_ADVANCE, "win.advance-cycle", NULL, NULL },
  { EX_TODO_FINAL, NULL, "asset", "final" },
  { EX_TODO_CLOSE, "win.close-cycle", NULL, NULL },
};

static void
check_in_cb (GtkWidget *row, ExTodoList *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  int index = ex_company_find_objective (company, g_object_get_data (G_OBJECT (row), "objective"));

  if (index >= 0)
    ex_check_in_dialog_present (GTK_WIDGET (self), self->session, ex_company_get_objective (company, (guint) index), NULL);
}

static void
lead (ExTodoList *self, GtkWidget *row, const ExTodo *todo)
{
  ExCompany *company = ex_session_get_company (self->session);
  const char *leader = todo->leader >= 0 ? ex_company_get_leader (company, (guint) todo->leader)->id : "";

  if (todo->kind == EX_TODO_CHECK_IN && todo->objective >= 0)
    {
      g_object_set_data_full (G_OBJECT (row), "objective",
                              g_strdup (ex_company_get_objective (company, (guint) todo->objective)->id), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (check_in_cb), self);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].kind == todo->kind && ways[i].action != NULL)
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), ways[i].action);
    else if (ways[i].kind == todo->kind)
      {
        gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", ways[i].page, ways[i].what, leader);
        gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show");
      }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

/* --- rows ------------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
due_label_new (const ExTodo *todo, ExDay today)
{
  g_autofree char *words = ex_due_describe (todo->due, today);
  g_autofree char *day = ex_format_day (todo->due);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_tooltip_text (label, day);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, todo->overdue > 0 ? "overdue" : "dim-label");
  return label;
}

static GtkWidget *
row_new (ExTodoList *self, const ExTodo *todo)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (todo->text, -1);
  g_autofree char *subtitle = g_markup_escape_text (todo->detail != NULL ? todo->detail : "", -1);
  ExDay today = ex_company_get_today (ex_session_get_company (self->session));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, todo->text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, todo->detail != NULL ? todo->detail : "", -1);
  if (todo->blocked)
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
      gtk_widget_add_css_class (row, "dim-label");
    }
  if (todo->due != EX_DAY_NONE)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), due_label_new (todo, today));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  lead (self, row, todo);
  return row;
}

static void
show_all_cb (ExTodoList *self)
{
  self->most += ROWS_ADDED;
  fill (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
add_more (ExTodoList *self, guint n, guint left)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = left <= ROWS_ADDED ? g_strdup_printf (_("Show all %u"), n)
                                              : g_strdup_printf (ngettext ("… and %u more.", "… and %u more.", left), left);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (show_all_cb), self);
  gtk_list_box_append (self->list, row);
}

static void
add_nothing (ExTodoList *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nothing is waiting for you."));
  gtk_widget_add_css_class (row, "dim-label");
  gtk_list_box_append (self->list, row);
}

/* The row that has the keyboard, to give it back to the one in its place. */
static int
focused_index (ExTodoList *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (child) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
}

static void
fill (ExTodoList *self)
{
  GPtrArray *todo = ex_session_get_todo (self->session);
  int focused = focused_index (self);
  guint shown = todo->len <= self->most + 1 ? todo->len : self->most;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->list, row_new (self, g_ptr_array_index (todo, i)));
  if (shown < todo->len)
    add_more (self, todo->len, todo->len - shown);
  if (todo->len == 0)
    add_nothing (self);
  row = focused >= 0 ? gtk_list_box_get_row_at_index (self->list, MIN (focused, (int) shown)) : NULL;
  if (focused >= 0 && row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
ex_todo_list_show (ExTodoList *self, ExSession *session)
{
  g_return_if_fail (EX_IS_TODO_LIST (self));
  g_return_if_fail (EX_IS_SESSION (session));

  g_set_object (&self->session, session);
  fill (self);
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------------- */

static void
ex_todo_list_dispose (GObject *object)
{
  ExTodoList *self = EX_TODO_LIST (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ex_todo_list_parent_class)->dispose (object);
}

static void
ex_todo_list_class_init (ExTodoListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_todo_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ex_todo_list_init (ExTodoList *self)
{
  self->most = ROWS_SHOWN;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is next"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

GtkWidget *
ex_todo_list_new (void)
{
  return g_object_new (EX_TYPE_TODO_LIST, NULL);
}
