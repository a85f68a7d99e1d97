/* Whatever takes the focus has a name that a screen reader can say; GTK would say "GtkButton" else. */
#include "config.h"

#include "app-fixture.h"
#include "review-company.h"

#include "app/ex-objective-dialog.h"
#include "app/ex-pages.h"

/* Widgets that a person does something with. */
static gboolean
wants_name (GtkWidget *widget)
{
  const GType types[] = {
    GTK_TYPE_BUTTON, GTK_TYPE_MENU_BUTTON, GTK_TYPE_ENTRY, GTK_TYPE_SEARCH_ENTRY, GTK_TYPE_SPIN_BUTTON, GTK_TYPE_DROP_DOWN, GTK_TYPE_CHECK_BUTTON,
    GTK_TYPE_SWITCH, GTK_TYPE_TEXT_VIEW, GTK_TYPE_LIST_BOX, GTK_TYPE_LIST_VIEW, GTK_TYPE_COLUMN_VIEW, GTK_TYPE_PROGRESS_BAR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_type_is_a (G_OBJECT_TYPE (widget), types[i]))
      return TRUE;
  return FALSE;
}

/* Parts of the platform's own widgets are the platform's to name. */
static gboolean
is_platforms (GtkWidget *widget)
{
  const GType types[] = {
    GTK_TYPE_MENU_BUTTON, GTK_TYPE_WINDOW_CONTROLS, GTK_TYPE_DROP_DOWN, GTK_TYPE_SPIN_BUTTON, GTK_TYPE_SEARCH_ENTRY, GTK_TYPE_ENTRY,
    ADW_TYPE_ENTRY_ROW, ADW_TYPE_COMBO_ROW, ADW_TYPE_EXPANDER_ROW, GTK_TYPE_SEARCH_BAR, GTK_TYPE_CALENDAR, GTK_TYPE_POPOVER_MENU, GTK_TYPE_COLUMN_VIEW,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_type_is_a (G_OBJECT_TYPE (widget), types[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Where a nameless widget is, so that it can be found: "ExWindow > GtkBox > GtkButton" */
static void
tell (GtkWidget *widget)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    {
      if (path->len > 0)
        g_string_prepend (path, " > ");
      g_string_prepend (path, G_OBJECT_TYPE_NAME (w));
    }
  g_test_message ("no name: %s (tooltip: %s)", path->str, gtk_widget_get_tooltip_text (widget));
}

static guint
count_nameless (GtkWidget *widget)
{
  guint count = 0;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return 0;
  if (wants_name (widget) && !has_name (widget))
    {
      tell (widget);
      count++;
    }
  if (!is_platforms (widget))
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      count += count_nameless (child);
  return count;
}

static void
test_welcome (void)
{
  ExWindow *window = ex_window_new (GTK_APPLICATION (the_application ()));

  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  g_assert_cmpuint (count_nameless (GTK_WIDGET (window)), ==, 0);
  close_window (window);
}

static void
test_pages (void)
{
  g_autofree char *path = fresh_path ("names.exemplar");
  ExWindow *window;
  guint n, nameless = 0;
  const ExPageInfo *pages = ex_pages (&n);

  make_company (path);
  window = open_window (path);
  for (guint i = 0; i < n; i++)
    {
      ex_window_show_page (window, pages[i].name);
      settle (window);
      nameless += count_nameless (GTK_WIDGET (window));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "leader", "L2");
  settle (window);
  nameless += count_nameless (GTK_WIDGET (window));
  close_window (window);
  g_assert_cmpuint (nameless, ==, 0);
}

/* @make: brings the reviews so far. Ben's own page, and what it opens. */
static guint
count_nameless_of_ben (void (* make) (ExStore *store))
{
  g_autofree char *path = fresh_path ("my-review.exemplar");
  ExStore *store = make_reviews (path);
  ExWindow *window;
  guint nameless;

  make (store);
  ex_store_close (store);
  window = open_window (path);
  ex_session_set_actor (ex_window_get_session (window), "b");
  ex_window_show_page (window, "my-review");
  settle (window);
  nameless = count_nameless (GTK_WIDGET (window));
  ex_objective_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), "b1", NULL);
  wait_until (has_dialog, window);
  nameless += count_nameless (dialog_of (window));
  gtk_window_destroy (GTK_WINDOW (dialog_of (window)));
  close_window (window);
  return nameless;
}

static void
bring_drafting (ExStore *store)
{
}

static void
bring_assess (ExStore *store)
{
  bring_review (store, "a", EX_REVIEW_AGREED);
  bring_review (store, "b", EX_REVIEW_AGREED);
  advance_cycle_to (store, EX_PHASE_ASSESS);
}

static void
bring_sign (ExStore *store)
{
  bring_review (store, "a", EX_REVIEW_SIGNED);
  bring_review (store, "b", EX_REVIEW_ASSESSED);
  take_step (store, "a", "b", EX_STEP_SIGN, NULL);
}

static void
test_my_review (void)
{
  g_assert_cmpuint (count_nameless_of_ben (bring_drafting), ==, 0);
  g_assert_cmpuint (count_nameless_of_ben (bring_assess), ==, 0);
  g_assert_cmpuint (count_nameless_of_ben (bring_sign), ==, 0);
}

static void
test_dialogs (void)
{
  static const char * const actions[] = {
    "win.choose-actor", "win.new-company", "win.new-cycle", "win.edit-cycle", "win.advance-cycle", "win.show(('leaders', 'add', ''))",
    "win.show(('objectives', 'add', ''))", "win.show(('reviews', 'assign', ''))",
  };
  g_autofree char *path = fresh_path ("dialogs.exemplar");
  ExWindow *window;
  guint nameless = 0;

  make_company (path);
  window = open_window (path);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GList) toplevels = NULL;
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      guint dialogs = 0;

      g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
      gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
      settle (window);
      toplevels = gtk_window_list_toplevels ();
      for (GList *l = toplevels; l != NULL; l = l->next)
        if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
          {
            nameless += count_nameless (l->data);
            gtk_window_destroy (l->data);
            dialogs++;
          }
      g_assert_cmpuint (dialogs, ==, 1);
    }
  close_window (window);
  g_assert_cmpuint (nameless, ==, 0);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/names/of the welcome", test_welcome);
  g_test_add_func ("/names/of every page", test_pages);
  g_test_add_func ("/names/of one’s own review", test_my_review);
  g_test_add_func ("/names/of every dialog", test_dialogs);
  return g_test_run ();
}
