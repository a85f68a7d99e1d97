#include "config.h"

#include "ex-wall-private.h"

#include "ex-story-words.h"

#include "chart/ex-label.h"

#include <glib/gi18n.h>

#define MOST_ROWS 16   /* of a chart: as many are read from the back of the room */
#define LINES_HIGH 46  /* of text on a screen: so large are the letters */
#define NARROWEST 0.75 /* of a screen, its height beside its width; what is narrower, such as a screen on end, has smaller letters */
#define LEAST_WIDTH 700 /* of a chart drawn larger, before that: narrower, rows lose their figures */
#define CHART_LETTERS 15.0 /* pixels, as the style sheet has them, before the chart is drawn larger */

G_DEFINE_FINAL_TYPE (ExWall, ex_wall, GTK_TYPE_WINDOW)

/* --- the slide in view ----------------------------------------------------------------------------------------------------------------------- */

static ExWallSlide *
slide_in_view (ExWall *self)
{
  if (self->below->len > 0)
    return g_ptr_array_index (self->below, self->below->len - 1);
  return g_ptr_array_index (self->slides, self->place);
}

static void
show_edge (ExWall *self)
{
  guint n = ex_wall_get_n (self);
  const ExCompany *company = ex_session_get_company (self->session);
  const ExCycle *cycle = ex_company_get_cycle (company);
  /* Translators: the chart in view, of how many; what is below one of them is not counted */
  g_autofree char *count = n > 0 && self->below->len == 0 ? g_strdup_printf (_("%u of %u"), ex_wall_get_place (self) + 1, n) : NULL;
  g_autoptr (GString) about = g_string_new (ex_company_get_info (company)->name);

  if (cycle != NULL)
    g_string_append_printf (about, " · %s", cycle->name);
  if (self->filter != NULL)
    g_string_append_printf (about, " · %s", self->filter);
  gtk_label_set_text (self->count, count != NULL ? count : "");
  gtk_label_set_text (self->about, about->str);
}

/* A screen reader reads where the focus is: on the stage it is the sentence, and what the chart shows. */
static void
show_words (ExWall *self, const ExWallSlide *slide)
{
  const char *sentence = slide != NULL ? slide->sentence : _("There is nothing to show yet.");
  g_autofree char *described = slide != NULL && slide->chart != NULL ? ex_chart_describe (slide->chart) : NULL;
  g_autoptr (PangoAttrList) together = ex_text_keep_together (sentence);

  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_attributes (self->sentence, together);
  gtk_label_set_text (self->note, slide != NULL && slide->note != NULL ? slide->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), slide != NULL && slide->note != NULL);
  gtk_window_set_title (GTK_WINDOW (self), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stage), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, described != NULL ? described : "", -1);
}

void
ex_wall_leave_chart (ExWall *self)
{
  gtk_widget_grab_focus (self->stage);
}

/* As the view will have it, so that its rows are counted before it is drawn. */
static void
set_font (ExWall *self, ExChart *chart)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  const PangoFontDescription *font = pango_context_get_font_description (context);

  ex_chart_set_font (chart, pango_font_description_get_family (font), CHART_LETTERS * 72 / 96);
}

/* As large as the letters; a few rows larger, as far as they find room. */
static void
fit_chart (ExWall *self)
{
  static const double steps[] = { 1.5, 1.35, 1.2 };
  ExChart *chart = ex_chart_view_get_chart (self->view);
  double width = gtk_widget_get_width (GTK_WIDGET (self->chart_bin)), height = gtk_widget_get_height (GTK_WIDGET (self->chart_bin));
  double scale = self->scale;

  if (chart == NULL || scale <= 0 || width < 1 || height < 1)
    return;
  set_font (self, chart);
  for (guint i = 0; i < G_N_ELEMENTS (steps) && scale <= self->scale; i++)
    {
      double larger = self->scale * steps[i], natural = ex_chart_natural_height (chart, width / larger, FALSE);

      if (natural > 0 && natural * larger <= height && width / larger >= LEAST_WIDTH)
        scale = larger;
    }
  ex_chart_view_set_scale (self->view, scale);
}

static void
show_slide (ExWall *self)
{
  const ExWallSlide *slide = slide_in_view (self);

  show_words (self, slide);
  ex_chart_view_set_chart (self->view, slide != NULL ? slide->chart : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_bin), slide != NULL && slide->chart != NULL);
  fit_chart (self);
  show_edge (self);
  ex_wall_leave_chart (self);
}

/* --- from slide to slide ----------------------------------------------------------------------------------------------------------------------------- */

static void
drop_below (ExWall *self)
{
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_ptr_array_set_size (self->below, 0);
  g_ptr_array_set_size (self->asks, 0);
}

/* The next one in direction @by that has something to show. */
void
ex_wall_step (ExWall *self, int by)
{
  int place = (int) self->place + by;

  while (place >= 0 && place < EX_N_STORY_PARTS && g_ptr_array_index (self->slides, (guint) place) == NULL)
    place += by;
  if (place >= 0 && place < EX_N_STORY_PARTS)
    self->place = (guint) place;
  drop_below (self);
  show_slide (self);
}

void
ex_wall_go_to_end (ExWall *self, gboolean last)
{
  self->place = last ? EX_N_STORY_PARTS - 1 : 0;
  if (g_ptr_array_index (self->slides, self->place) == NULL)
    ex_wall_step (self, last ? -1 : 1);
  drop_below (self);
  show_slide (self);
}

gboolean
ex_wall_go_up (ExWall *self)
{
  if (self->below->len == 0)
    return FALSE;
  g_ptr_array_set_size (self->below, (int) self->below->len - 1);
  g_ptr_array_set_size (self->asks, (int) self->asks->len - 1);
  show_slide (self);
  return TRUE;
}

/* --- down ------------------------------------------------------------------------------------------------------------------------------------------------- */

static void
slide_made_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExWall) self = data;
  g_autoptr (ExStoryAsk) ask = NULL;
  g_autoptr (GError) error = NULL;
  ExWallSlide *slide = ex_wall_slide_make_finish (result, &ask, &error);

  if (slide == NULL)
    return;
  if (self->below == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      ex_wall_slide_free (slide);
      return;
    }
  g_ptr_array_add (self->below, slide);
  g_ptr_array_add (self->asks, g_steal_pointer (&ask));
  show_slide (self);
}

static void
go_down (ExWall *self, const char *key)
{
  const ExStoryAsk *ask = self->asks->len > 0 ? g_ptr_array_index (self->asks, self->asks->len - 1) : self->ask;
  ExTarget target;

  if (ex_target_parse (key, &target))
    {
      g_cancellable_cancel (self->making);
      g_clear_object (&self->making);
      self->making = g_cancellable_new ();
      ex_wall_slide_make_async (self->session, &target, ask, MOST_ROWS, self->making, slide_made_cb, g_object_ref (self));
    }
  ex_target_clear (&target);
}

static void
mark_activated_cb (ExWall *self, guint mark)
{
  ExChart *chart = ex_chart_view_get_chart (self->view);
  const char *key = chart != NULL ? ex_chart_mark_key (chart, mark) : NULL;

  if (key != NULL)
    go_down (self, key);
}

/* --- what was made ------------------------------------------------------------------------------------------------------------------------------------------ */

static void
begun_cb (ExOverviewFacts *facts G_GNUC_UNUSED, gpointer data)
{
  show_edge (data);
}

/* The first sentence is the page's: what became of the customers. */
static char *
sentence_of (ExWall *self, ExStoryPart part, ExChart *chart)
{
  const ExStoryFacts *story = &ex_overview_work_get_facts (self->work)->story;

  if (part == EX_STORY_WATERFALL)
    return ex_story_words_first (story);
  return g_strdup (ex_chart_get_title (chart));
}

static void
take_chart (ExWall *self, ExStoryPart part, ExChart *chart)
{
  ExWallSlide **place = (ExWallSlide **) &g_ptr_array_index (self->slides, part);
  g_autofree char *sentence = chart != NULL ? sentence_of (self, part, chart) : NULL;

  /* Of a way down, the slide in view is another. */
  if (self->place == part && self->below->len == 0)
    ex_chart_view_set_chart (self->view, NULL);
  g_clear_pointer (place, ex_wall_slide_free);
  if (chart != NULL)
    *place = ex_wall_slide_new (sentence, chart);
}

static gboolean
has_any (ExWall *self)
{
  return ex_wall_get_n (self) > 0;
}

static void
made_cb (guint part, gpointer made, gpointer data)
{
  ExWall *self = data;

  if (part == EX_OVERVIEW_COUNTS)
    {
      g_free (self->filter);
      self->filter = ex_story_words_asked (ex_overview_work_get_facts (self->work), made);
      show_edge (self);
      return;
    }
  if (part >= EX_N_STORY_PARTS)
    return;
  take_chart (self, part, made);
  /* What cannot be shown makes room for the next that can. */
  if (g_ptr_array_index (self->slides, self->place) == NULL && made != NULL && part > self->place)
    self->place = part;
  if (self->below->len == 0 && (part == self->place || !has_any (self)))
    show_slide (self);
  else
    show_edge (self);
}

static void
failed_cb (const GError *error, gpointer data)
{
  gtk_label_set_text (EX_WALL (data)->sentence, error->message);
}

static void
ask (ExWall *self)
{
  static const guint parts[] = { EX_STORY_WATERFALL, EX_OVERVIEW_COUNTS, EX_STORY_GROWTH, EX_STORY_REASONS, EX_STORY_HEATMAP, EX_STORY_SPREAD, EX_STORY_TALK_WALK,
                                 EX_STORY_COVERAGE, EX_STORY_CASCADE, EX_STORY_REWARD };

  ex_overview_work_ask (self->work, self->session, self->ask, MOST_ROWS, parts, G_N_ELEMENTS (parts));
}

/* --- letters as large as the room ------------------------------------------------------------------------------------------------------------------------------ */

static gboolean
resize_cb (gpointer data)
{
  static const int sizes[] = { 12, 14, 16, 18, 20, 22, 24, 28, 32, 36, 42, 48, 56 }; /* pixels, as the style sheet has them */
  ExWall *self = data;
  int pixels = (int) (MIN (gtk_widget_get_height (GTK_WIDGET (self)), NARROWEST * gtk_widget_get_width (GTK_WIDGET (self))) / LINES_HIGH);
  guint i = G_N_ELEMENTS (sizes) - 1;

  self->resize_id = 0;
  while (i > 0 && sizes[i] > pixels)
    i--;
  if (self->letters != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->letters);
  g_free (self->letters);
  self->letters = g_strdup_printf ("letters-%d", sizes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->letters);
  self->scale = sizes[i] / CHART_LETTERS;
  fit_chart (self);
  return G_SOURCE_REMOVE;
}

static void
ex_wall_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ExWall *self = EX_WALL (widget);

  GTK_WIDGET_CLASS (ex_wall_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->resize_id == 0)
    self->resize_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize_cb, self, NULL);
}

/* --- the window ------------------------------------------------------------------------------------------------------------------------------------------------ */

static void
ex_wall_dispose (GObject *object)
{
  ExWall *self = EX_WALL (object);

  g_clear_handle_id (&self->resize_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_pointer (&self->work, ex_overview_work_free);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->letters, g_free);
  g_clear_pointer (&self->below, g_ptr_array_unref);
  g_clear_pointer (&self->asks, g_ptr_array_unref);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_clear_pointer (&self->ask, ex_story_ask_free);
  g_clear_pointer (&self->filter, g_free);
  G_OBJECT_CLASS (ex_wall_parent_class)->dispose (object);
}

static void
ex_wall_class_init (ExWallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_wall_dispose;
  widget_class->size_allocate = ex_wall_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/wall.ui");
  gtk_widget_class_bind_template_child (widget_class, ExWall, stage);
  gtk_widget_class_bind_template_child (widget_class, ExWall, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExWall, note);
  gtk_widget_class_bind_template_child (widget_class, ExWall, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, ExWall, edge);
  gtk_widget_class_bind_template_child (widget_class, ExWall, count);
  gtk_widget_class_bind_template_child (widget_class, ExWall, about);
}

static void
ex_wall_init (ExWall *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = EX_CHART_VIEW (ex_chart_view_new ());
  ex_chart_view_set_natural (self->view, FALSE);
  g_signal_connect_object (self->view, "mark-activated", G_CALLBACK (mark_activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->chart_bin, GTK_WIDGET (self->view));
  self->slides = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_wall_slide_free);
  g_ptr_array_set_size (self->slides, EX_N_STORY_PARTS);
  self->below = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_wall_slide_free);
  self->asks = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_story_ask_free);
  self->work = ex_overview_work_new (begun_cb, made_cb, failed_cb, self);
  ex_wall_add_controllers (self);
}

/* Without a window manager nobody makes it as large as the monitor. */
static void
fill_monitor (ExWall *self, GtkWindow *parent)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (parent)), surface) : NULL;
  GdkRectangle room;

  if (monitor == NULL)
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
      return;
    }
  gdk_monitor_get_geometry (monitor, &room);
  gtk_window_set_default_size (GTK_WINDOW (self), room.width, room.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
}

ExWall *
ex_wall_present (GtkWindow *parent, ExSession *session, const ExStoryAsk *asked)
{
  ExWall *self = g_object_new (EX_TYPE_WALL, "transient-for", parent, "application", gtk_window_get_application (parent), NULL);

  g_set_object (&self->session, session);
  self->ask = ex_story_ask_copy (asked);
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  fill_monitor (self, parent);
  ask (self);
  ex_wall_wake (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/* --- where it is ------------------------------------------------------------------------------------------------------------------------------------------------ */

guint
ex_wall_get_n (ExWall *self)
{
  guint n = 0;

  g_return_val_if_fail (EX_IS_WALL (self), 0);

  for (guint i = 0; i < self->slides->len; i++)
    n += g_ptr_array_index (self->slides, i) != NULL;
  return n;
}

guint
ex_wall_get_place (ExWall *self)
{
  guint place = 0;

  g_return_val_if_fail (EX_IS_WALL (self), 0);

  for (guint i = 0; i < self->place; i++)
    place += g_ptr_array_index (self->slides, i) != NULL;
  return place;
}

guint
ex_wall_get_depth (ExWall *self)
{
  g_return_val_if_fail (EX_IS_WALL (self), 0);

  return self->below->len;
}

const char *
ex_wall_get_sentence (ExWall *self)
{
  g_return_val_if_fail (EX_IS_WALL (self), NULL);

  return gtk_label_get_text (self->sentence);
}
