#include "config.h"

#include "ex-curve-handle.h"

#include "core/ex-format.h"
#include "ex-curve-points.h"

#include <glib/gi18n.h>

struct _ExCurveHandle
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ExCurveHandle, ex_curve_handle, GTK_TYPE_WIDGET)

static void
ex_curve_handle_class_init (ExCurveHandleClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "curvehandle");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
ex_curve_handle_init (ExCurveHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Left Right Up Down Delete", -1);
}

GtkWidget *
ex_curve_handle_new (void)
{
  return g_object_new (EX_TYPE_CURVE_HANDLE, NULL);
}

char *
ex_curve_handle_words (const GArray *curve, guint index)
{
  const ExCurvePoint *point = ex_curve_point (curve, index);
  g_autofree char *growth = ex_format_figure (point->growth, 0);
  g_autofree char *payout = ex_format_figure (point->payout, 0);

  /* Translators: the number of a point of the reward curve, how many there are; its growth and payout in percent */
  return g_strdup_printf (_("Point %u of %u: growth %s %%, pays %s %%"), index + 1, curve->len, growth, payout);
}

void
ex_curve_handle_show (ExCurveHandle *self, const GArray *curve, guint index)
{
  g_autofree char *words = NULL;

  g_return_if_fail (EX_IS_CURVE_HANDLE (self));
  g_return_if_fail (curve != NULL && index < curve->len);

  words = ex_curve_handle_words (curve, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, ex_curve_point (curve, index)->payout, -1);
}
