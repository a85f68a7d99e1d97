#include "config.h"

#include "shots-asset.h"

#include "pictures.h"

#include "app/ex-application.h"
#include "store/ex-store-asset.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static const Size sizes[] = {
  { "1280x800", 1280, 800, 1 },
  { "800x600", 800, 600, 1 },
  { "1280x800-large-text", 1280, 800, 1.5 },
};
static const Size tall = { "1280x2000", 1280, 2000, 1 };

typedef struct
{
  const char *name;   /* of the picture */
  const char *what;   /* shown by win.show in the page */
  const char *id;
  gboolean    value;  /* by value */
  gboolean    dialog;
} Scene;

static const Scene sample_scenes[] = {
  { "asset-summary", "period", "" },
  { "asset-summary-value", "period", "", TRUE },
  { "asset-say-why", "say-why", "", FALSE, TRUE },
  { "asset-periods", "periods", "" },
  { "asset-periods-value", "periods", "", TRUE },
  { "asset-segments", "segments", "" },
  { "asset-segments-value", "segments", "", TRUE },
  { "asset-claims", "claims", "" },
  { "asset-claims-value", "claims", "", TRUE },
  { "asset-period", "period", "2026-03" },
  { "asset-lifetime", "lifetime", "", FALSE, TRUE },
};

static const Scene entered_scenes[] = {
  { "asset-entered", "summary", "" },
  { "asset-entered-periods", "periods", "" },
  { "asset-enter", "enter", "", FALSE, TRUE },
};

static const Scene empty_scenes[] = {
  { "asset-empty", "summary", "" },
  { "asset-enter-first", "enter", "", FALSE, TRUE },
};

/* The page's switch, by its accessible place: the toggle that reads so. */
static GtkWidget *
find_toggle (GtkWidget *root, const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toggle (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_measure (ExWindow *window, gboolean value)
{
  GtkWidget *toggle = find_toggle (ex_window_get_page (window, "asset"), value ? "_Value" : "C_ustomers");

  if (toggle != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

static void
take_scene (ExWindow *window, const Scene *scene, gboolean dark, const Size *size)
{
  set_measure (window, scene->value);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "asset", scene->what, scene->id);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  if (scene->dialog)
    take_over (window, scene->name, dark, size);
  else
    take_page (window, scene->name, dark, size);
}

static void
take_scenes (ExWindow *window, const Scene *scenes, guint n)
{
  ex_window_show_page (window, "asset");
  for (guint dark = 0; dark < 2; dark++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
        {
          set_look (window, dark, &sizes[k]);
          for (guint i = 0; i < n; i++)
            if (!scenes[i].dialog || k < 2)
              take_scene (window, &scenes[i], dark, &sizes[k]);
        }
      set_look (window, dark, &tall);
      for (guint i = 0; i < n; i++)
        if (!scenes[i].dialog)
          take_scene (window, &scenes[i], dark, &tall);
    }
}

static gpointer
say_complete (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_set_complete_to (store, ex_day_new (2026, 6, 30), error));
}

/* Half a cycle that is complete, and months that are not. */
static void
take_provisional (ExWindow *window)
{
  static const Scene scenes[] = {
    { "asset-so-far", "period", "" },
    { "asset-provisional-periods", "periods", "" },
    { "asset-provisional", "period", "2026-08" },
  };

  activate (window, "win.show(('asset', 'summary', ''))");
  ex_session_write_async (ex_window_get_session (window), "Say how far the customer figures are complete", say_complete, NULL, NULL, NULL, NULL, NULL, NULL);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  take_scenes (window, scenes, G_N_ELEMENTS (scenes));
}

/* --- a company of its own ------------------------------------------------------------------------------------------------- */

static gboolean
enter_movements (ExStore *store)
{
  ExMovement m = { 0 };

  m.opening = (ExCount) { 1200, 9600000 };
  for (int i = 0; i < 9; i++)
    {
      ExEnteredMovement entered = { { EX_GRAIN_MONTH, 2026 * 12 + i } };

      m.fresh = (ExCount) { 20 + i, 160000 + 9000 * i };
      m.won_back = (ExCount) { 3, 21000 };
      m.expanded = (ExCount) { 40, 55000 };
      m.contracted = (ExCount) { 12, 18000 };
      m.lost = (ExCount) { 31 - i, 250000 - 11000 * i };
      m.closing.customers = m.opening.customers + m.fresh.customers + m.won_back.customers - m.lost.customers;
      m.closing.value = m.opening.value + m.fresh.value + m.won_back.value + m.expanded.value - m.contracted.value - m.lost.value;
      entered.movement = m;
      if (!ex_store_save_movement (store, &entered, NULL))
        return FALSE;
      m.opening = m.closing;
    }
  return TRUE;
}

static void
shoot_company (GtkApplication *application, gboolean entered, const Scene *scenes, guint n)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), entered ? "shots-entered.exemplar" : "shots-empty.exemplar", NULL);
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Brook and Sons", "EUR");
  g_autoptr (ExCycle) cycle = ex_cycle_new ("C1", "2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  ExWindow *window = ex_window_new (application);
  ExStore *store;

  g_remove (path);
  store = ex_store_create (path, info, NULL);
  if (store == NULL || (entered && !(ex_store_save_cycle (store, cycle, NULL) && enter_movements (store))))
    pictures_fail ("No company for %s", path);
  ex_store_close (store);
  gtk_window_present (GTK_WINDOW (window));
  ex_window_open (window, path);
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  activate (window, "win.dismiss-actor");
  take_scenes (window, scenes, n);
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
}

void
shoot_asset (GtkApplication *application)
{
  GtkWindow *window;

  ex_application_sample (EX_APPLICATION (application), NULL);
  window = gtk_application_get_windows (application)->data;
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
  wait_for_frames (GTK_WIDGET (window), EX_WINDOW (window), QUIET_FRAMES);
  activate (EX_WINDOW (window), "win.dismiss-actor");
  take_scenes (EX_WINDOW (window), sample_scenes, G_N_ELEMENTS (sample_scenes));
  take_provisional (EX_WINDOW (window));
  gtk_window_destroy (window);
  shoot_company (application, TRUE, entered_scenes, G_N_ELEMENTS (entered_scenes));
  shoot_company (application, FALSE, empty_scenes, G_N_ELEMENTS (empty_scenes));
}
