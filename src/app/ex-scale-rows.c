#include "config.h"

#include "ex-scale-rows.h"

#include <glib/gi18n.h>

struct _ExScaleRows
{
  AdwPreferencesGroup *group;
  GPtrArray           *rows;    /* (element-type AdwEntryRow) from rating 1 up */
  GtkWidget           *add;
  void              (* changed) (gpointer data);
  gpointer             data;
  gboolean             filling;
};

static void
changed_cb (ExScaleRows *self)
{
  if (!self->filling)
    self->changed (self->data);
}

static GtkWidget *
remove_button_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "remove");
}

/* What depends on how many there are: the numbers, and which buttons can be used. */
static void
renumber (ExScaleRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      g_autofree char *title = i == 0 ? g_strdup (_("1, the lowest"))
                               : i + 1 == self->rows->len ? g_strdup_printf (_("%u, the highest"), i + 1)
                               : g_strdup_printf ("%u", i + 1);
      g_autofree char *remove = g_strdup_printf (_("Remove rating %u"), i + 1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      gtk_widget_set_tooltip_text (remove_button_of (row), remove);
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove_button_of (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
      gtk_widget_set_sensitive (remove_button_of (row), self->rows->len > EX_MIN_RATING);
    }
  gtk_widget_set_sensitive (self->add, self->rows->len < EX_MAX_RATING);
}

static void
remove_cb (ExScaleRows *self, GtkButton *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ENTRY_ROW);
  guint index;

  g_assert (g_ptr_array_find (self->rows, row, &index));

  g_ptr_array_remove_index (self->rows, index);
  adw_preferences_group_remove (self->group, row);
  renumber (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (index, self->rows->len - 1)));
  changed_cb (self);
}

static void
append_row (ExScaleRows *self, const char *words)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "activates-default", TRUE, NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_editable_set_text (GTK_EDITABLE (row), words);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);
  g_object_set_data (G_OBJECT (row), "remove", remove);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_cb (ExScaleRows *self)
{
  append_row (self, "");
  renumber (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, self->rows->len - 1));
  changed_cb (self);
}

ExScaleRows *
ex_scale_rows_new (AdwPreferencesGroup *group, void (* changed) (gpointer), gpointer data)
{
  ExScaleRows *self = g_new0 (ExScaleRows, 1);
  GtkWidget *content = adw_button_content_new ();

  self->group = group;
  self->rows = g_ptr_array_new ();
  self->changed = changed;
  self->data = data;
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Add a _Rating"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  self->add = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add), content);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a rating"), -1);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_header_suffix (group, self->add);
  return self;
}

void
ex_scale_rows_free (ExScaleRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
ex_scale_rows_fill (ExScaleRows *self, const ExCycle *cycle)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (int rating = 1; rating <= ex_cycle_n_ratings (cycle); rating++)
    append_row (self, ex_cycle_rating_word (cycle, rating));
  renumber (self);
  self->filling = FALSE;
}

void
ex_scale_rows_read (ExScaleRows *self, ExCycle *cycle)
{
  gboolean usual;

  g_clear_pointer (&cycle->scale, g_strfreev);
  usual = ex_cycle_n_ratings (cycle) == (int) self->rows->len;
  for (guint i = 0; i < self->rows->len && usual; i++)
    usual = g_str_equal (gtk_editable_get_text (g_ptr_array_index (self->rows, i)), ex_cycle_rating_word (cycle, (int) i + 1));
  if (usual)
    return;
  cycle->scale = g_new0 (char *, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    cycle->scale[i] = g_strstrip (g_strdup (gtk_editable_get_text (g_ptr_array_index (self->rows, i))));
}
