#include "config.h"

#include "ex-missing-dialog.h"

#include "core/ex-format.h"
#include "ex-form-rows.h"
#include "ex-pages.h"
#include "ex-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MOST_SHOWN 200 /* each is a widget of its own */
#define REFUSED_LINES 3 /* of each; all of them in the tooltip, and in the review itself */

#define EX_TYPE_MISSING_DIALOG (ex_missing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExMissingDialog, ex_missing_dialog, EX, MISSING_DIALOG, AdwWindow)

struct _ExMissingDialog
{
  AdwWindow   parent_instance;

  GtkLabel   *heading;
  GtkWidget  *hint;
  GtkListBox *list;
  ExWindow   *window;  /* weak: where the things are mended */
};

G_DEFINE_FINAL_TYPE (ExMissingDialog, ex_missing_dialog, ADW_TYPE_WINDOW)

/* --- where a thing is mended ---------------------------------------------------------------------------------------------------- */

/* One's own review is on one's own page. */
static gboolean
is_own (ExMissingDialog *self, const ExLeader *leader)
{
  ExSession *session = self->window != NULL ? ex_window_get_session (self->window) : NULL;

  return session != NULL && leader != NULL && g_strcmp0 (ex_session_get_actor (session), leader->id) == 0 && ex_pages_find ("my-review") >= 0;
}

/* What "win.show" takes, floating; NULL: nowhere, or by another action. */
static GVariant *
place_of (ExMissingDialog *self, const ExMissing *missing, const ExCompany *company)
{
  const ExLeader *leader = missing->leader >= 0 ? ex_company_get_leader (company, (guint) missing->leader) : NULL;
  const ExObjective *objective = missing->objective >= 0 ? ex_company_get_objective (company, (guint) missing->objective) : NULL;

  switch (missing->mend)
    {
    case EX_MEND_OBJECTIVE:
      return objective != NULL ? g_variant_new ("(sss)", "objectives", "objective", objective->id) : NULL;
    case EX_MEND_OBJECTIVES:
      if (is_own (self, leader))
        return g_variant_new ("(sss)", "my-review", "objectives", "");
      return leader != NULL ? g_variant_new ("(sss)", "leaders", "leader", leader->id) : NULL;
    case EX_MEND_SELF:
    case EX_MEND_REVIEW:
      if (is_own (self, leader))
        return g_variant_new ("(sss)", "my-review", "self-assessment", "");
      return leader != NULL ? g_variant_new ("(sss)", "reviews", "leader", leader->id) : NULL;
    case EX_MEND_RATINGS:
      return leader != NULL ? g_variant_new ("(sss)", "reviews", "leader", leader->id) : NULL;
    case EX_MEND_ASSET:
      return g_variant_new ("(sss)", "asset", "", "");
    case EX_MEND_CYCLE:
    case EX_MEND_NOWHERE:
    default:
      return NULL;
    }
}

static void
row_activated_cb (ExMissingDialog *self, GtkListBoxRow *row)
{
  const char *action = g_object_get_data (G_OBJECT (row), "action");
  GVariant *target = g_object_get_data (G_OBJECT (row), "target");
  g_autoptr (ExWindow) window = self->window != NULL ? g_object_ref (self->window) : NULL;
  g_autofree char *name = g_strdup (action);
  g_autoptr (GVariant) place = target != NULL ? g_variant_ref (target) : NULL;

  if (name == NULL || window == NULL)
    return;
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action_variant (GTK_WIDGET (window), name, place);
}

static void
lead (GtkWidget *row, const char *action, GVariant *place)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  if (place != NULL)
    g_object_set_data_full (G_OBJECT (row), "target", g_variant_ref_sink (place), (GDestroyNotify) g_variant_unref);
  g_object_set_data (G_OBJECT (row), "action", (gpointer) action);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
}

static GtkWidget *
append_row (ExMissingDialog *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_row (ExMissingDialog *self, const ExMissing *missing, const ExCompany *company)
{
  GtkWidget *row = append_row (self, missing->text);
  GVariant *place = company != NULL ? place_of (self, missing, company) : NULL;

  if (place != NULL)
    lead (row, "win.show", place);
  else if (missing->mend == EX_MEND_CYCLE && company != NULL)
    lead (row, "win.edit-cycle", NULL);
  if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)))
    gtk_widget_set_visible (self->hint, TRUE);
}

static void
append_more (ExMissingDialog *self, guint n)
{
  g_autofree char *number = ex_format_integer (n);
  g_autofree char *more = g_strdup_printf (ngettext ("and %s more", "and %s more", n), number);

  append_row (self, more);
}

/* (transfer full) the leaders' ids by their names */
static GHashTable *
list_names (const ExCompany *company, const char * const *leader_ids)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; leader_ids[i] != NULL; i++)
    {
      int leader = ex_company_find_leader (company, leader_ids[i]);

      if (leader >= 0)
        g_hash_table_insert (names, ex_company_get_leader (company, (guint) leader)->name, (gpointer) leader_ids[i]);
    }
  return names;
}

/* (nullable) whose name stands before a colon in @text; a name may have one, too */
static const char *
whose (const char *text, GHashTable *names)
{
  const char *found = NULL;

  for (const char *colon = strchr (text, ':'); colon != NULL && found == NULL; colon = strchr (colon + 1, ':'))
    {
      g_autofree char *name = g_strchomp (g_strndup (text, (gsize) (colon - text)));

      found = g_hash_table_lookup (names, name);
    }
  return found;
}

static void
add_refused (ExMissingDialog *self, const GPtrArray *refused, const ExCompany *company, const char * const *leader_ids)
{
  g_autoptr (GHashTable) names = list_names (company, leader_ids);

  for (guint i = 0; i < MIN (refused->len, MOST_SHOWN); i++)
    {
      const char *text = g_ptr_array_index (refused, i);
      const char *leader_id = whose (text, names);
      GtkWidget *row = append_row (self, text);

      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), REFUSED_LINES);
      gtk_widget_set_tooltip_text (row, text);
      if (leader_id != NULL)
        lead (row, "win.show", g_variant_new ("(sss)", "reviews", "leader", leader_id));
    }
  if (refused->len > MOST_SHOWN)
    append_more (self, refused->len - MOST_SHOWN);
}

/* --- the window --------------------------------------------------------------------------------------------------------------------- */

static void
ex_missing_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&EX_MISSING_DIALOG (object)->window);
  G_OBJECT_CLASS (ex_missing_dialog_parent_class)->dispose (object);
}

static void
ex_missing_dialog_class_init (ExMissingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_missing_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/missing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExMissingDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, ExMissingDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ExMissingDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ex_missing_dialog_init (ExMissingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->hint, FALSE);
}

/* The company's window, also from a dialog above it. */
static ExWindow *
main_window (GtkRoot *root)
{
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && !EX_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? EX_WINDOW (window) : NULL;
}

static ExMissingDialog *
dialog_new (GtkWidget *parent, const char *heading)
{
  ExMissingDialog *self = g_object_new (EX_TYPE_MISSING_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  g_set_weak_pointer (&self->window, main_window (gtk_widget_get_root (parent)));
  gtk_label_set_text (self->heading, heading);
  return self;
}

static void
present (ExMissingDialog *self, GtkWidget *parent)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  ex_form_fit (GTK_WINDOW (self), parent);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  gtk_window_present (GTK_WINDOW (self));
}

void
ex_missing_dialog_present (GtkWidget *parent, const char *heading, const GPtrArray *missing, ExReviews *reviews)
{
  ExMissingDialog *self;
  guint left = 0;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (heading != NULL && missing != NULL);

  self = dialog_new (parent, heading);
  for (guint i = 0; i < missing->len; i++)
    {
      const ExMissing *one = g_ptr_array_index (missing, i);

      /* Ten thousand reviews may keep a cycle from closing, and what is not a review is not lost behind them. */
      if (i >= MOST_SHOWN && one->mend == EX_MEND_REVIEW)
        left++;
      else
        add_row (self, one, reviews != NULL ? ex_reviews_get_company (reviews) : NULL);
    }
  if (left > 0)
    append_more (self, left);
  present (self, parent);
}

void
ex_missing_dialog_present_refused (GtkWidget          *parent,
                                   const char         *heading,
                                   const char         *words,
                                   const GPtrArray    *refused,
                                   ExReviews          *reviews,
                                   const char * const *leader_ids)
{
  ExMissingDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (heading != NULL && words != NULL && refused != NULL && reviews != NULL && leader_ids != NULL);

  self = dialog_new (parent, heading);
  gtk_label_set_text (GTK_LABEL (self->hint), words);
  gtk_widget_set_visible (self->hint, TRUE);
  add_refused (self, refused, ex_reviews_get_company (reviews), leader_ids);
  present (self, parent);
}
