#include "config.h"

#include "ex-observers-dialog.h"

#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "ex-alert.h"
#include "ex-form-rows.h"
#include "ex-leader-query.h"
#include "ex-review-words.h"
#include "ex-row-group.h"
#include "ex-search-escape.h"
#include "store/ex-store-reviews.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_OBSERVERS_DIALOG (ex_observers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExObserversDialog, ex_observers_dialog, EX, OBSERVERS_DIALOG, AdwWindow)

/* More than a person reads; whoever is not among them types a letter more. */
#define MOST_FOUND 30

struct _ExObserversDialog
{
  AdwWindow            parent_instance;

  ExSession           *session;
  ExReviews           *reviews;   /* as they stood when it came up */
  guint                leader;
  GPtrArray           *ids;       /* (element-type utf8) who is asked, as shown */
  guint                n_answered;
  gboolean             saving;

  GtkWidget           *save;
  GtkLabel            *heading;
  GtkLabel            *hint;
  AdwPreferencesGroup *named;
  AdwPreferencesGroup *found;
  GtkSearchEntry      *search;
};

G_DEFINE_FINAL_TYPE (ExObserversDialog, ex_observers_dialog, ADW_TYPE_WINDOW)

static void show_all (ExObserversDialog *self);

static ExCompany *
company_of (ExObserversDialog *self)
{
  return ex_reviews_get_company (self->reviews);
}

static gboolean
is_asked (ExObserversDialog *self, const char *id)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL);
}

/* --- who is proposed ------------------------------------------------------------------------------------------------------ */

/* Neither the leader, nor whoever reviews them and rates anyway, nor somebody who is not there. */
static gboolean
can_be_asked (ExObserversDialog *self, guint index)
{
  return index != self->leader && (int) index != ex_reviews_get_reviewer (self->reviews, self->leader) && ex_reviews_is_there (self->reviews, index)
         && !is_asked (self, ex_company_get_leader (company_of (self), index)->id);
}

static void
propose_below (ExObserversDialog *self, GArray *indexes, int manager)
{
  const ExTree *tree = ex_company_get_tree (company_of (self));

  for (int child = manager >= 0 ? tree->first_child[manager] : -1; child >= 0; child = tree->next_sibling[child])
    {
      guint index = (guint) child;

      if (can_be_asked (self, index))
        g_array_append_val (indexes, index);
    }
}

/* Those with the same manager, then the leader's own reports. (transfer full) */
static GArray *
propose (ExObserversDialog *self)
{
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  propose_below (self, indexes, ex_company_get_tree (company_of (self))->parent[self->leader]);
  propose_below (self, indexes, (int) self->leader);
  return indexes;
}

/* (transfer full) */
static GArray *
search (ExObserversDialog *self, const char *text)
{
  ExQuery query = { .kind = &ex_leader_query, .text = (char *) text, .order = EX_LEADERS_BY_NAME };
  GArray *indexes = ex_query_run (&query, company_of (self));
  guint kept = 0;

  for (guint i = 0; i < indexes->len; i++)
    if (can_be_asked (self, g_array_index (indexes, guint, i)))
      g_array_index (indexes, guint, kept++) = g_array_index (indexes, guint, i);
  g_array_set_size (indexes, kept);
  return indexes;
}

/* --- rows -------------------------------------------------------------------------------------------------------------------- */

static void
add_cb (ExObserversDialog *self, GtkButton *button)
{
  g_ptr_array_add (self->ids, g_strdup (g_object_get_data (G_OBJECT (button), "leader")));
  show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
remove_cb (ExObserversDialog *self, GtkButton *button)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->ids, g_object_get_data (G_OBJECT (button), "leader"), g_str_equal, &index))
    g_ptr_array_remove_index (self->ids, index);
  show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* @words: "Ask %s", "Do not ask %s". */
static GtkWidget *
row_new (ExObserversDialog *self, const ExLeader *leader, const char *icon, const char *words, GCallback clicked)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *title = g_markup_escape_text (leader->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (leader->title != NULL ? leader->title : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "leader", g_strdup (leader->id), g_free);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_named (ExObserversDialog *self)
{
  ex_row_group_clear (self->named);
  for (guint i = 0; i < self->ids->len; i++)
    {
      int index = ex_company_find_leader (company_of (self), g_ptr_array_index (self->ids, i));
      const ExLeader *leader = index >= 0 ? ex_company_get_leader (company_of (self), (guint) index) : NULL;
      g_autofree char *words = leader != NULL ? g_strdup_printf (_("Do not ask %s"), leader->name) : NULL;

      if (leader != NULL)
        ex_row_group_add (self->named, row_new (self, leader, "list-remove-symbolic", words, G_CALLBACK (remove_cb)));
    }
  if (self->ids->len == 0)
    ex_row_group_add_hint (self->named, _("Nobody yet."));
}

static void
show_found (ExObserversDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GArray) indexes = *text != '\0' ? search (self, text) : propose (self);

  adw_preferences_group_set_title (self->found, *text != '\0' ? _("Found") : _("Peers and Reports"));
  ex_row_group_clear (self->found);
  for (guint i = 0; i < MIN (indexes->len, MOST_FOUND); i++)
    {
      const ExLeader *leader = ex_company_get_leader (company_of (self), g_array_index (indexes, guint, i));
      g_autofree char *words = g_strdup_printf (_("Ask %s"), leader->name);

      ex_row_group_add (self->found, row_new (self, leader, "list-add-symbolic", words, G_CALLBACK (add_cb)));
    }
  if (indexes->len == 0)
    ex_row_group_add_hint (self->found, *text != '\0' ? _("Nobody of that name who could be asked.")
                                                      : _("There is nobody beside or below: search for somebody."));
  else if (indexes->len > MOST_FOUND)
    ex_row_group_add_hint (self->found, _("There are more: type a part of the name."));
}

/* How many have answered, or how many are still to be named. */
static void
show_hint (ExObserversDialog *self)
{
  guint n = self->ids->len;
  g_autofree char *words = NULL;

  if (n > 0 && n < EX_LEAST_OBSERVERS)
    words = g_strdup_printf (ngettext ("Ask %u more: with fewer than %u it could be guessed who said what.",
                                       "Ask %u more: with fewer than %u it could be guessed who said what.", EX_LEAST_OBSERVERS - n),
                             EX_LEAST_OBSERVERS - n, EX_LEAST_OBSERVERS);
  else if (n > 0)
    words = g_strdup_printf (ngettext ("%u of %u has answered. What somebody said goes when you no longer ask them.",
                                       "%u of %u have answered. What somebody said goes when you no longer ask them.", self->n_answered),
                             self->n_answered, n);
  gtk_label_set_text (self->hint, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), words != NULL);
  gtk_widget_set_sensitive (self->save, (n == 0 || n >= EX_LEAST_OBSERVERS) && !self->saving);
}

static void
show_all (ExObserversDialog *self)
{
  show_named (self);
  show_found (self);
  show_hint (self);
}

/* --- saving ----------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char  *cycle_id;
  char  *leader_id;
  char **ids;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->cycle_id);
  g_free (save->leader_id);
  g_strfreev (save->ids);
  g_free (save);
}

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Save *save = data;

  return GINT_TO_POINTER (ex_store_set_observers (store, save->cycle_id, save->leader_id, (const char * const *) save->ids, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExObserversDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  self->saving = FALSE;
  if (self->session == NULL)
    return;
  if (done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  ex_alert_error (GTK_WIDGET (self), _("The observers could not be named"), error);
  show_hint (self);
}

static void
save_cb (ExObserversDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Save *save;

  if (self->saving)
    return;
  for (guint i = 0; i < self->ids->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->ids, i));
  save = g_new0 (Save, 1);
  save->cycle_id = g_strdup (ex_reviews_get_cycle (self->reviews)->id);
  save->leader_id = g_strdup (ex_company_get_leader (company_of (self), self->leader)->id);
  save->ids = g_strv_builder_end (builder);
  self->saving = TRUE;
  show_hint (self);
  ex_session_write_async (self->session, N_("Name observers"), save_in_worker, save, save_free, NULL, NULL, saved_cb, g_object_ref (self));
}

/* --- the window --------------------------------------------------------------------------------------------------------------------- */

static void
ex_observers_dialog_dispose (GObject *object)
{
  ExObserversDialog *self = EX_OBSERVERS_DIALOG (object);

  G_OBJECT_CLASS (ex_observers_dialog_parent_class)->dispose (object);
  g_clear_object (&self->session);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
}

static void
ex_observers_dialog_class_init (ExObserversDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_observers_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/observers-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExObserversDialog, save);
  gtk_widget_class_bind_template_child (widget_class, ExObserversDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, ExObserversDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ExObserversDialog, named);
  gtk_widget_class_bind_template_child (widget_class, ExObserversDialog, found);
  gtk_widget_class_bind_template_child (widget_class, ExObserversDialog, search);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_found);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_observers_dialog_init (ExObserversDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_search_escape (self->search);
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

static void
fill (ExObserversDialog *self)
{
  guint n;
  const ExObserver *observers = ex_reviews_get_observers (self->reviews, self->leader, &n);
  g_autofree char *heading = g_strdup_printf (_("Who observes %s"), ex_company_get_leader (company_of (self), self->leader)->name);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->ids, g_strdup (ex_company_get_leader (company_of (self), observers[i].observer)->id));
  ex_reviews_mean_observers (self->reviews, self->leader, &self->n_answered);
  gtk_label_set_text (self->heading, heading);
  show_all (self);
}

void
ex_observers_dialog_present (GtkWidget *parent, ExSession *session, const char *leader_id)
{
  ExReviews *reviews = ex_session_get_reviews (session);
  int leader = reviews != NULL ? ex_company_find_leader (ex_reviews_get_company (reviews), leader_id) : -1;
  g_autofree char *forbidden = NULL;
  ExObserversDialog *self;

  if (leader < 0)
    return;
  forbidden = ex_step_forbids (reviews, (guint) leader, EX_STEP_OBSERVE, ex_review_viewer (session));
  if (forbidden != NULL)
    {
      ex_alert_show (parent, _("You cannot name observers here"), forbidden);
      return;
    }
  self = g_object_new (EX_TYPE_OBSERVERS_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  self->reviews = ex_reviews_ref (reviews);
  self->leader = (guint) leader;
  fill (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
