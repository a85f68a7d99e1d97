/* What the files of the window share. */
#pragma once

#include "ex-page.h"
#include "ex-pages.h"
#include "ex-split.h"
#include "ex-window.h"

G_BEGIN_DECLS

struct _ExWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwToast        *toast;         /* in view; weak */
  gint64           toast_began;   /* monotonic time */
  GtkStack        *root_stack;    /* welcome, opening, company */
  GtkWidget       *welcome;       /* NULL until it is wanted: most windows come up with a file */
  GtkSpinner      *spinner;
  GtkWidget       *opening_box;
  GtkLabel        *opening_label;
  ExSplit         *split;
  GtkLabel        *company_label;
  GtkListBox      *page_list;
  GtkWidget       *actor_button;
  GtkLabel        *actor_label;
  GtkBox          *header_start;  /* the pages' own buttons */
  AdwWindowTitle  *title;
  GtkWidget       *back_button;
  GtkWidget       *sidebar_button;
  GtkWidget       *cycle_button;
  GtkWidget       *menu_button;
  GMenuModel      *primary_menu;
  GMenuModel      *print_section; /* of it: what the page in view prints */
  GtkWidget       *print_button;
  GtkWidget       *search_button;
  GtkWidget       *undo_button;
  GtkSearchBar    *search_bar;
  GtkSearchEntry  *search_entry;
  GtkRevealer     *actor_banner;
  GtkStack        *page_stack;
  GtkBox          *work_box;

  ExSession       *session;       /* NULL: the welcome page */
  char            *path;
  GCancellable    *opening;       /* while a company opens */
  guint            first_page_id; /* idle: the page comes after the first frame of sidebar and header bar */
  GtkWidget       *page;          /* in view */
  GtkWidget       *focus;         /* the text field that has the focus; weak */
  char            *focus_text;    /* as it was when it got it */
  gboolean         focus_edited;
};

/* ex-window-actions.c */
void ex_window_install_actions (GtkWidgetClass *widget_class);
void ex_window_update_actions  (ExWindow *self);
/* ex-window-undo.c: Ctrl+Z, and what it says */
void ex_window_init_undo       (ExWindow *self);
void ex_window_undo            (ExWindow *self, gint64 action);
void ex_window_redo            (ExWindow *self);
void ex_window_update_undo     (ExWindow *self);
void ex_window_written_cb      (ExSession *session, const ExAction *action, ExWindow *self);
/* ex-window-navigation.c: pages, sidebar, header bar */
void ex_window_fill_sidebar    (ExWindow *self);
void ex_window_drop_pages      (ExWindow *self);
void ex_window_update_header   (ExWindow *self);
void ex_window_go_back         (ExWindow *self);
/* ex-window-company.c: opening and showing a company */
void ex_window_show_welcome    (ExWindow *self);
void ex_window_take_session    (ExWindow *self, ExSession *session);
void ex_window_changed_cb      (ExSession *session, ExWindow *self);
void ex_window_set_actor       (ExWindow *self, const char *actor);
void ex_window_dismiss_actor   (ExWindow *self);

/* ex-window-toast.c. Takes @toast; the one before gives way. */
void ex_window_show_toast      (ExWindow *self, AdwToast *toast);
void ex_window_add_work_bar    (ExWindow *self, GtkWidget *bar);

G_END_DECLS
