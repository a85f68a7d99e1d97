#include "config.h"

#include "ex-status-badge.h"

#include "core/ex-format.h"

struct _ExStatusBadge
{
  GtkWidget  parent_instance;

  GtkWidget *shape;
  GtkWidget *word;
  ExStatus   status;
  int        count;
};

G_DEFINE_FINAL_TYPE (ExStatusBadge, ex_status_badge, GTK_TYPE_WIDGET)

/* Style classes of ui/style.css. */
static const char *status_classes[] = {
  [EX_STATUS_NO_DATA] = "status-no-data",
  [EX_STATUS_ON_TRACK] = "status-on-track",
  [EX_STATUS_AT_RISK] = "status-at-risk",
  [EX_STATUS_OFF_TRACK] = "status-off-track",
};

static void
update (ExStatusBadge *self)
{
  const char *word = ex_status_label (self->status);
  const char *classes[] = { status_classes[self->status], NULL };
  g_autofree char *count = self->count >= 0 ? ex_format_integer (self->count) : NULL;
  g_autofree char *text = count != NULL ? g_strdup_printf ("%s %s", count, word) : g_strdup (word);

  gtk_label_set_text (GTK_LABEL (self->shape), ex_status_shape (self->status));
  gtk_label_set_text (GTK_LABEL (self->word), text);
  gtk_widget_set_css_classes (self->shape, classes);
}

static void
ex_status_badge_dispose (GObject *object)
{
  ExStatusBadge *self = EX_STATUS_BADGE (object);

  g_clear_pointer (&self->shape, gtk_widget_unparent);
  g_clear_pointer (&self->word, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_status_badge_parent_class)->dispose (object);
}

static void
ex_status_badge_class_init (ExStatusBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_status_badge_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statusbadge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ex_status_badge_init (ExStatusBadge *self)
{
  self->count = -1;
  /* The shape repeats the word for the eye alone; a screen reader hears the word. */
  self->shape = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "width-chars", 2, NULL);
  self->word = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->word), 0);
  gtk_widget_set_parent (self->shape, GTK_WIDGET (self));
  gtk_widget_set_parent (self->word, GTK_WIDGET (self));
  update (self);
}

GtkWidget *
ex_status_badge_new (void)
{
  return g_object_new (EX_TYPE_STATUS_BADGE, NULL);
}

void
ex_status_badge_set_status (ExStatusBadge *self, ExStatus status)
{
  g_return_if_fail (EX_IS_STATUS_BADGE (self));

  if (self->status == status)
    return;
  self->status = status;
  update (self);
}

void
ex_status_badge_set_count (ExStatusBadge *self, int count)
{
  g_return_if_fail (EX_IS_STATUS_BADGE (self));

  self->count = count;
  update (self);
}
