/* Finding things on the Rewards page. */
#pragma once

#include "app-fixture.h"
#include "reward-company.h"

#include "app/ex-curve-handles.h"
#include "app/ex-curve-rows.h"
#include "app/ex-field-row.h"
#include "app/ex-my-reward.h"
#include "app/ex-reward-editor.h"
#include "app/ex-reward-table.h"
#include "app/ex-reward-form.h"
#include "app/ex-rewards-page.h"
#include "app/ex-statement-view.h"
#include "store/ex-store-rewards.h"

typedef struct
{
  guint      nth;
  const char *type;
} NthOf;

static inline gboolean
is_nth (GtkWidget *widget, gpointer data)
{
  NthOf *wanted = data;

  return g_str_equal (G_OBJECT_TYPE_NAME (widget), wanted->type) && wanted->nth-- == 0;
}

/* The @nth widget of exactly that type below @root. */
static inline GtkWidget *
nth_widget (GtkWidget *root, const char *type, guint nth)
{
  NthOf wanted = { nth, type };
  GtkWidget *found = find_widget (root, GTK_TYPE_WIDGET, is_nth, &wanted);

  g_assert_nonnull (found);
  return found;
}

static inline GtkWidget *
rewards_page (ExWindow *window)
{
  return ex_window_get_page (window, "rewards");
}

/* A field of the curve: growth and payout by turns. */
static inline GtkWidget *
curve_entry (ExWindow *window, guint nth)
{
  return nth_widget (find_widget (rewards_page (window), EX_TYPE_CURVE_ROWS, NULL, NULL), "GtkEntry", nth);
}

enum { FIELD_GATE, FIELD_SHARE, FIELD_CAP, FIELD_POOL };

static inline GtkWidget *
term_entry (ExWindow *window, guint nth)
{
  return nth_widget (find_widget (rewards_page (window), EX_TYPE_REWARD_FORM, NULL, NULL), "GtkEntry", nth);
}

/* Typed and done with. */
static inline void
type_into (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static inline ExRewards *
rewards_of (ExWindow *window)
{
  return ex_session_get_rewards (ex_window_get_session (window));
}

static inline const ExRewardTerms *
terms_of (ExWindow *window)
{
  return ex_session_get_reward_terms (ex_window_get_session (window));
}

static inline void
assert_curve_is (ExWindow *window, const char *expected)
{
  g_autofree char *text = ex_curve_to_string (terms_of (window)->curve);

  g_assert_cmpstr (text, ==, expected);
}

/* A label in view that has @words in it. */
static inline gboolean
label_contains (GtkWidget *widget, gpointer words)
{
  return gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

static inline gboolean
mentions (GtkWidget *root, const char *words)
{
  return find_widget (root, GTK_TYPE_LABEL, label_contains, (gpointer) words) != NULL;
}

static inline ExWindow *
open_rewards (const char *path)
{
  ExWindow *window = open_window (path);

  ex_window_show_page (window, "rewards");
  settle (window);
  return window;
}
