#include "config.h"

#include "ex-assign-dialog.h"

#include "company/ex-template-library.h"
#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-assign-targets.h"
#include "ex-form-rows.h"
#include "ex-review-words.h"
#include "ex-search-escape.h"
#include "ex-template-dialog.h"
#include "ex-template-row.h"
#include "ex-window.h"
#include "ex-work.h"
#include "store/ex-store-reviews.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_ASSIGN_DIALOG (ex_assign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExAssignDialog, ex_assign_dialog, EX, ASSIGN_DIALOG, AdwWindow)

struct _ExAssignDialog
{
  AdwWindow            parent_instance;

  AdwPreferencesGroup *to;
  GtkWidget           *target;   /* drop-down */
  GtkWidget           *search;
  GtkListBox          *list;
  GtkWidget           *nothing_found;
  GtkLabel            *outcome;

  GtkWidget           *parent;
  ExSession           *session;
  ExReviews           *reviews;
  GPtrArray           *targets;  /* (element-type ExAssignTarget) */
  GPtrArray           *library;  /* (element-type ExTemplate) */
  char               **words;    /* (nullable) searched for, without case */
};

G_DEFINE_FINAL_TYPE (ExAssignDialog, ex_assign_dialog, ADW_TYPE_WINDOW)

/* --- what comes of it ------------------------------------------------------------------------------------------------------------------------- */

/* (transfer container) (element-type ExTemplate) */
static GPtrArray *
list_chosen (ExAssignDialog *self)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (EX_IS_TEMPLATE_ROW (row) && ex_template_row_is_chosen (EX_TEMPLATE_ROW (row)))
      g_ptr_array_add (chosen, (gpointer) ex_template_row_get_template (EX_TEMPLATE_ROW (row)));
  return chosen;
}

static const ExAssignTarget *
get_target (ExAssignDialog *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->target));

  return selected < self->targets->len ? g_ptr_array_index (self->targets, selected) : NULL;
}

/* (transfer full) "2 are left out: …" or "" */
static char *
left_out_text (const ExAssignTarget *target)
{
  g_autofree char *number = ex_format_integer (target->left_out);

  if (target->left_out == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext (" %s is left out: agreed already, excused, or not yours to give.",
                                    " %s are left out: agreed already, excused, or not yours to give.", target->left_out), number);
}

static char *
outcome_text (const ExAssignTarget *target, guint chosen, guint made)
{
  g_autofree char *leaders = ex_format_integer (target->leaders->len);
  g_autofree char *objectives = ex_format_integer (made);
  g_autofree char *left = left_out_text (target);
  g_autofree char *who = NULL;

  if (target->leaders->len == 0)
    return g_strdup_printf (_("Nobody here drafts objectives now.%s"), left);
  if (chosen == 0)
    return g_strdup_printf (ngettext ("Choose what %s leader is to take on.%s", "Choose what %s leaders are to take on.%s", target->leaders->len),
                            leaders, left);
  if (made == 0)
    return g_strdup_printf (_("They have all of these already.%s"), left);
  who = g_strdup_printf (ngettext ("%s leader", "%s leaders", target->leaders->len), leaders);
  /* Translators: "48 objectives for 12 leaders." */
  return g_strdup_printf (ngettext ("%s objective for %s. The weights of each are then spread evenly, to exactly 100 %%.%s",
                                    "%s objectives for %s. The weights of each are then spread evenly, to exactly 100 %%.%s", made),
                          objectives, who, left);
}

static void
update_outcome (ExAssignDialog *self)
{
  const ExAssignTarget *target = get_target (self);
  g_autoptr (GPtrArray) chosen = list_chosen (self);
  guint made = target != NULL ? ex_assign_count (self->reviews, target->leaders, chosen) : 0;
  g_autofree char *words = target != NULL ? outcome_text (target, chosen->len, made) : g_strdup ("");

  gtk_label_set_text (self->outcome, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assign.do", made > 0);
}

/* --- doing it ------------------------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget *parent;
  char      *cycle_id;
  GPtrArray *templates; /* (element-type ExTemplate) owned */
  char     **leader_ids;
  ExWork    *work;
  guint      n;
  GPtrArray *left;      /* (nullable) (element-type utf8) */
} Assigning;

static void
assigning_free (Assigning *self)
{
  g_clear_object (&self->parent);
  g_free (self->cycle_id);
  g_ptr_array_unref (self->templates);
  g_strfreev (self->leader_ids);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Assigning, assigning_free)

static gpointer
assign_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Assigning *self = data;

  return GINT_TO_POINTER (ex_store_assign_templates (store, self->cycle_id, self->templates, (const char * const *) self->leader_ids,
                                                     ex_work_progress, self->work, cancellable, &self->n, &self->left, error));
}

static void
assigned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Assigning) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;
  g_autofree char *number = ex_format_integer (self->n);
  g_autofree char *words = g_strdup_printf (ngettext ("%s objective", "%s objectives", self->n), number);

  ex_work_end (self->work);
  if (gtk_widget_get_root (self->parent) == NULL)
    return;
  if (!done)
    {
      if (error != NULL)
        ex_alert_error (self->parent, _("Nothing was assigned"), error);
      return;
    }
  ex_window_amend_toast (self->parent, words);
  if (self->left != NULL && self->left->len > 0)
    {
      g_autoptr (GString) body = g_string_new (_("These were left out, and why:"));

      for (guint i = 0; i < self->left->len; i++)
        g_string_append_printf (body, "\n%s", (const char *) g_ptr_array_index (self->left, i));
      ex_alert_show (self->parent, _("Not everybody has got objectives"), body->str);
    }
}

static char **
ids_of (const ExReviews *reviews, const GArray *leaders)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < leaders->len; i++)
    g_strv_builder_add (ids, ex_company_get_leader (ex_reviews_get_company (reviews), g_array_index (leaders, guint, i))->id);
  return g_strv_builder_end (ids);
}

static void
assign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExAssignDialog *self = EX_ASSIGN_DIALOG (widget);
  g_autoptr (GPtrArray) chosen = list_chosen (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const ExAssignTarget *target = get_target (self);
  Assigning *assigning = g_new0 (Assigning, 1);

  assigning->parent = g_object_ref (self->parent);
  assigning->cycle_id = g_strdup (ex_reviews_get_cycle (self->reviews)->id);
  assigning->templates = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_template_free);
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (assigning->templates, ex_template_copy (g_ptr_array_index (chosen, i)));
  assigning->leader_ids = ids_of (self->reviews, target->leaders);
  assigning->work = ex_work_start (self->parent, _("Assigning objectives…"), cancellable);
  ex_session_write_async (self->session, N_("Assign objectives"), assign_in_worker, assigning, NULL, NULL, cancellable, assigned_cb, assigning);
  /* The bar with Cancel is in the window below. */
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- the templates ---------------------------------------------------------------------------------------------------------------------------------- */

static gpointer
remove_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_remove_template (store, data, error));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExAssignDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (ex_session_call_finish (EX_SESSION (source), result, &error) == NULL && error != NULL && self->session != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The template could not be removed"), error);
}

static void
remove_cb (ExAssignDialog *self, ExTemplateRow *row)
{
  ex_session_write_async (self->session, N_("Remove a template"), remove_in_worker, g_strdup (ex_template_row_get_template (row)->id), g_free, NULL, NULL,
                          removed_cb, g_object_ref (self));
}

static void
edit_cb (ExAssignDialog *self, ExTemplateRow *row)
{
  ex_template_dialog_present (GTK_WIDGET (self), self->session, ex_template_row_get_template (row));
}

static void
new_template_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_template_dialog_present (widget, EX_ASSIGN_DIALOG (widget)->session, NULL);
}

static void
add_row (ExAssignDialog *self, const ExTemplate *template, GHashTable *chosen)
{
  GtkWidget *row = ex_template_row_new (template, chosen != NULL && g_hash_table_contains (chosen, template->id));

  g_signal_connect_object (row, "toggled", G_CALLBACK (update_outcome), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

/* (transfer full) (element-type utf8) ids */
static GHashTable *
chosen_ids (ExAssignDialog *self)
{
  g_autoptr (GPtrArray) chosen = list_chosen (self);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (ids, g_strdup (((const ExTemplate *) g_ptr_array_index (chosen, i))->id));
  return ids;
}

/* @own: (element-type ExTemplate) the company's. What was chosen stays so. */
static void
fill (ExAssignDialog *self, const GPtrArray *own)
{
  g_autoptr (GHashTable) chosen = chosen_ids (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < own->len; i++)
    add_row (self, g_ptr_array_index (own, i), chosen);
  for (guint i = 0; i < self->library->len; i++)
    add_row (self, g_ptr_array_index (self->library, i), chosen);
  update_outcome (self);
}

static gpointer
list_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ex_store_list_templates (store, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExAssignDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (own != NULL)
    fill (self, own);
  else if (error != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The company’s own templates could not be read"), error);
}

static void
read_templates (ExAssignDialog *self)
{
  ex_session_read_async (self->session, list_in_worker, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb, g_object_ref (self));
}

/* --- the list ------------------------------------------------------------------------------------------------------------------------------------------- */

static guint
group_of (const ExTemplate *template)
{
  return template->has_driver ? (guint) template->driver : G_MAXUINT;
}

static int
sort_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  const ExTemplate *x = ex_template_row_get_template (EX_TEMPLATE_ROW (a));
  const ExTemplate *y = ex_template_row_get_template (EX_TEMPLATE_ROW (b));

  if (group_of (x) != group_of (y))
    return group_of (x) < group_of (y) ? -1 : 1;
  return y->own - x->own; /* the company's own first; the rest as the library has them */
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const ExTemplate *template = ex_template_row_get_template (EX_TEMPLATE_ROW (row));
  GtkWidget *label;

  if (before != NULL && group_of (ex_template_row_get_template (EX_TEMPLATE_ROW (before))) == group_of (template))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (ex_template_group_label (template));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "template-group");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  ExAssignDialog *self = data;

  return ex_template_row_matches (EX_TEMPLATE_ROW (row), (const char * const *) self->words);
}

/* GTK's own placeholder counts rows that the filter hides. */
static void
show_nothing_found (ExAssignDialog *self)
{
  gboolean any = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    any = any || (EX_IS_TEMPLATE_ROW (row) && ex_template_row_matches (EX_TEMPLATE_ROW (row), (const char * const *) self->words));
  gtk_widget_set_visible (self->nothing_found, !any);
}

static void
search_changed_cb (ExAssignDialog *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_strfreev (self->words);
  self->words = g_strsplit_set (g_strstrip (folded), " \t", -1);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  show_nothing_found (self);
}

static void
row_activated_cb (ExAssignDialog *self, GtkListBoxRow *row)
{
  ex_template_row_toggle (EX_TEMPLATE_ROW (row));
}

/* --- the window --------------------------------------------------------------------------------------------------------------------------------------------- */

static void
ex_assign_dialog_dispose (GObject *object)
{
  ExAssignDialog *self = EX_ASSIGN_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->library, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (ex_assign_dialog_parent_class)->dispose (object);
}

static void
ex_assign_dialog_class_init (ExAssignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_assign_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "assign.do", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "assign.new-template", NULL, new_template_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/assign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExAssignDialog, to);
  gtk_widget_class_bind_template_child (widget_class, ExAssignDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ExAssignDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ExAssignDialog, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, ExAssignDialog, outcome);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ex_assign_dialog_init (ExAssignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_search_escape (GTK_SEARCH_ENTRY (self->search));
  gtk_list_box_set_sort_func (self->list, sort_cb, NULL, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}

static void
fill_targets (ExAssignDialog *self, const char * const *leader_ids)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  self->targets = ex_assign_targets_new (self->reviews, leader_ids, ex_review_viewer (self->session));
  for (guint i = 0; i < self->targets->len; i++)
    g_ptr_array_add (labels, ((const ExAssignTarget *) g_ptr_array_index (self->targets, i))->label);
  adw_preferences_group_add (self->to, ex_form_choice_row_new (_("_To"), self->targets->len > 12, &self->target));
  ex_form_set_choices (self->target, labels, 0);
  g_signal_connect_object (self->target, "notify::selected", G_CALLBACK (update_outcome), self, G_CONNECT_SWAPPED);
}

void
ex_assign_dialog_present (GtkWidget *parent, ExSession *session, const char * const *leader_ids)
{
  ExAssignDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && EX_IS_SESSION (session));
  g_return_if_fail (ex_session_get_reviews (session) != NULL && leader_ids != NULL);

  self = g_object_new (EX_TYPE_ASSIGN_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->reviews = ex_reviews_ref (ex_session_get_reviews (session));
  self->library = ex_template_library ();
  fill_targets (self, leader_ids);
  g_signal_connect_object (session, "changed", G_CALLBACK (read_templates), self, G_CONNECT_SWAPPED);
  read_templates (self);
  update_outcome (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (self->search);
  gtk_window_present (GTK_WINDOW (self));
}
