#include "config.h"

#include "ex-overview-page.h"

#include "ex-levels.h"
#include "ex-story-level.h"
#include "ex-story-words.h"
#include "ex-trail.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A step of the way down. */
typedef struct
{
  GtkWidget *level;
  char      *name;
  GtkWidget *focus; /* what had the focus when it was left; weak */
  double     top;   /* how far it was scrolled then */
} Step;

struct _ExOverviewPage
{
  GtkWidget  parent_instance;

  ExSession *session;
  GPtrArray *steps;   /* (element-type Step) the first is the Overview itself */
  GtkWidget *present; /* (nullable) the page's own button in the header bar */

  GtkStack  *stack;
  GtkStack  *levels;
  AdwBin    *trail_bin;
  GtkWidget *trail_bar;
  ExTrail   *trail;
};

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExOverviewPage, ex_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

/* --- the way down -------------------------------------------------------------------------------------------------------------------------- */

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_weak_pointer (&step->focus);
  g_free (step->name);
  g_free (step);
}

static Step *
last_step (ExOverviewPage *self)
{
  return self->steps->len > 0 ? g_ptr_array_index (self->steps, self->steps->len - 1) : NULL;
}

static void
show_trail (ExOverviewPage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->steps->len; i++)
    g_ptr_array_add (names, ((Step *) g_ptr_array_index (self->steps, i))->name);
  g_ptr_array_add (names, NULL);
  ex_trail_set (self->trail, (const char * const *) names->pdata);
  gtk_widget_set_visible (self->trail_bar, self->steps->len > 1);
  ex_page_navigated (EX_PAGE (self));
}

static GtkAdjustment *
adjustment_of (Step *step)
{
  GtkScrolledWindow *scroller = ex_level_get_scroller (EX_LEVEL (step->level));

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (scroller) : NULL;
}

/* Where the focus is inside of the level in view, and how far that is scrolled. */
static void
keep_place (ExOverviewPage *self)
{
  Step *step = last_step (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (step != NULL && focus != NULL && gtk_widget_is_ancestor (focus, step->level))
    g_set_weak_pointer (&step->focus, focus);
  if (step != NULL && adjustment_of (step) != NULL)
    step->top = gtk_adjustment_get_value (adjustment_of (step));
}

static void gone_cb (ExOverviewPage *self, GtkWidget *level);

static void
push (ExOverviewPage *self, GtkWidget *level, const ExTarget *about, const ExStoryAsk *ask)
{
  Step *step = g_new0 (Step, 1);

  keep_place (self);
  step->level = level;
  step->name = ex_story_words_target (about, ex_session_get_company (self->session));
  g_ptr_array_add (self->steps, step);
  gtk_stack_add_child (self->levels, level);
  g_signal_connect_object (level, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  ex_level_begin (EX_LEVEL (level), self->session, about, ask);
  /* It may have found at once that there is nothing. */
  if (last_step (self) != step)
    return;
  gtk_stack_set_visible_child (self->levels, level);
  show_trail (self);
}

/* The focus would bring its whole chart into view. */
static void
restore_place (Step *step)
{
  if (step->focus == NULL || !gtk_widget_get_mapped (step->focus) || !gtk_widget_grab_focus (step->focus))
    ex_level_focus_first (EX_LEVEL (step->level));
  if (adjustment_of (step) != NULL)
    gtk_adjustment_set_value (adjustment_of (step), step->top);
}

/* Back until @n steps are left. */
static void
go_back_to (ExOverviewPage *self, guint n)
{
  gboolean inside = gtk_widget_get_mapped (GTK_WIDGET (self));

  if (n == 0 || n >= self->steps->len)
    return;
  gtk_stack_set_visible_child (self->levels, ((Step *) g_ptr_array_index (self->steps, n - 1))->level);
  while (self->steps->len > n)
    {
      GtkWidget *level = last_step (self)->level;

      g_ptr_array_remove_index (self->steps, self->steps->len - 1);
      gtk_stack_remove (self->levels, level);
    }
  show_trail (self);
  if (inside)
    restore_place (last_step (self));
}

static void
gone_cb (ExOverviewPage *self, GtkWidget *level)
{
  for (guint i = 1; i < self->steps->len; i++)
    if (((Step *) g_ptr_array_index (self->steps, i))->level == level)
      {
        go_back_to (self, i);
        return;
      }
}

static gboolean
is_about (const ExTarget *a, const ExTarget *b)
{
  return a->kind == b->kind && a->row_kind == b->row_kind && a->by_stage == b->by_stage && g_strcmp0 (a->id, b->id) == 0
         && g_strcmp0 (a->extra, b->extra) == 0;
}

static void
go (ExOverviewPage *self, const ExTarget *target)
{
  Step *step = last_step (self);
  GtkWidget *level;

  if (target->kind == EX_TARGET_REWARDS)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "rewards");
  if (step == NULL || is_about (ex_level_get_about (EX_LEVEL (step->level)), target))
    return;
  level = ex_levels_make (target);
  if (level == NULL)
    return;
  push (self, level, target, ex_level_get_ask (EX_LEVEL (step->level)));
  if (last_step (self)->level == level && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ex_level_focus_first (EX_LEVEL (level));
}

static void
go_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  ExTarget target;

  if (ex_target_parse (g_variant_get_string (parameter, NULL), &target))
    go (EX_OVERVIEW_PAGE (widget), &target);
  ex_target_clear (&target);
}

/* What would lead to another page's leader or objective goes down the trail instead; everything else is the window's. */
static void
show_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  const char *page, *what, *id;
  ExTarget target = { 0 };

  g_variant_get (parameter, "(&s&s&s)", &page, &what, &id);
  if (g_str_equal (page, "leaders") && g_str_equal (what, "leader"))
    target.kind = EX_TARGET_LEADER;
  else if (g_str_equal (page, "objectives") && g_str_equal (what, "objective"))
    target.kind = EX_TARGET_OBJECTIVE;
  target.id = (char *) id;
  if (target.kind != EX_TARGET_NOWHERE)
    go (EX_OVERVIEW_PAGE (widget), &target);
  else
    gtk_widget_activate_action_variant (gtk_widget_get_parent (widget), "win.show", parameter);
}

static void
trail_activated_cb (ExOverviewPage *self, guint place)
{
  go_back_to (self, place + 1);
}

/* --- ExPage -------------------------------------------------------------------------------------------------------------------------------- */

static void
rename_steps (ExOverviewPage *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *step = g_ptr_array_index (self->steps, i);

      g_free (step->name);
      step->name = ex_story_words_target (ex_level_get_about (EX_LEVEL (step->level)), ex_session_get_company (self->session));
    }
  if (self->steps->len > 0)
    show_trail (self);
}

static void
show_company (ExOverviewPage *self)
{
  const ExAsset *asset = ex_session_get_asset (self->session);
  gboolean empty = ex_company_n_leaders (ex_session_get_company (self->session)) == 0 && (asset == NULL || asset->cycle == NULL);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "content");
  rename_steps (self);
}

static void
ex_overview_page_set_session (ExPage *page, ExSession *session)
{
  ExOverviewPage *self = EX_OVERVIEW_PAGE (page);
  g_autoptr (ExStoryAsk) ask = ex_story_ask_new ();
  const ExTarget whole = { 0 };

  g_set_object (&self->session, session);
  ex_page_follow (GTK_WIDGET (self), session, (ExPageRefresh) show_company);
  push (self, g_object_new (EX_TYPE_STORY_LEVEL, NULL), &whole, ask);
}

static GtkWidget *
ex_overview_page_get_header (ExPage *page)
{
  ExOverviewPage *self = EX_OVERVIEW_PAGE (page);

  if (self->present == NULL)
    {
      self->present = g_object_ref_sink (gtk_button_new_from_icon_name ("view-fullscreen-symbolic"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->present), "win.present");
      gtk_widget_set_tooltip_text (self->present, _("Present on the Wall (F11)"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->present), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Present on the Wall"), -1);
    }
  return self->present;
}

/* Of a company that was undone to nothing the levels wait unseen, for a redo. */
static gboolean
is_below (ExOverviewPage *self)
{
  return self->steps->len > 1 && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") != 0;
}

static const char *
ex_overview_page_get_title (ExPage *page)
{
  ExOverviewPage *self = EX_OVERVIEW_PAGE (page);

  return is_below (self) ? last_step (self)->name : NULL;
}

static gboolean
ex_overview_page_can_go_back (ExPage *page)
{
  return is_below (EX_OVERVIEW_PAGE (page));
}

static void
ex_overview_page_go_back (ExPage *page)
{
  ExOverviewPage *self = EX_OVERVIEW_PAGE (page);

  go_back_to (self, self->steps->len - 1);
}

/* "target": the key of a mark. */
static void
ex_overview_page_show (ExPage *page, const char *what, const char *id)
{
  if (g_str_equal (what, "target"))
    gtk_widget_activate_action (GTK_WIDGET (page), "trail.go", "s", id);
}

/* At a leader the review is printed, else the book of the team. */
static gboolean
ex_overview_page_get_report (ExPage *page, ExReport *report, char ***leaders)
{
  ExOverviewPage *self = EX_OVERVIEW_PAGE (page);
  const ExTarget *about = last_step (self) != NULL ? ex_level_get_about (EX_LEVEL (last_step (self)->level)) : NULL;
  const char *one[] = { about != NULL ? about->id : NULL, NULL };

  *report = about != NULL && about->kind == EX_TARGET_LEADER ? EX_REPORT_REVIEW : EX_REPORT_TEAM;
  *leaders = *report == EX_REPORT_REVIEW ? g_strdupv ((char **) one) : NULL;
  return ex_session_get_reviews (self->session) != NULL;
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->set_session = ex_overview_page_set_session;
  iface->show = ex_overview_page_show;
  iface->get_header = ex_overview_page_get_header;
  iface->get_title = ex_overview_page_get_title;
  iface->can_go_back = ex_overview_page_can_go_back;
  iface->go_back = ex_overview_page_go_back;
  iface->get_report = ex_overview_page_get_report;
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------------------- */

static void
ex_overview_page_dispose (GObject *object)
{
  ExOverviewPage *self = EX_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->present);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ex_overview_page_parent_class)->dispose (object);
}

static void
ex_overview_page_class_init (ExOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_overview_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, levels);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, trail_bar);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, trail_bin);
  gtk_widget_class_install_action (widget_class, "trail.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.show", "(sss)", show_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ex_overview_page_init (ExOverviewPage *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->trail = EX_TRAIL (ex_trail_new ());
  g_signal_connect_object (self->trail, "activated", G_CALLBACK (trail_activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->trail_bin, GTK_WIDGET (self->trail));
}

const ExStoryAsk *
ex_overview_page_get_ask (ExOverviewPage *self)
{
  g_return_val_if_fail (EX_IS_OVERVIEW_PAGE (self), NULL);

  return last_step (self) != NULL ? ex_level_get_ask (EX_LEVEL (last_step (self)->level)) : NULL;
}

guint
ex_overview_page_get_depth (ExOverviewPage *self)
{
  g_return_val_if_fail (EX_IS_OVERVIEW_PAGE (self), 0);

  return self->steps->len;
}
