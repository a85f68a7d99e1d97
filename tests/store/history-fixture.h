/* What the tests of the history ask: lists of actions, and whether one is in them. Over review-fixture.h. */
#pragma once

#include "review-fixture.h"

static inline GPtrArray *
list_actions (ExStore *store, const ExHistoryFilter *filter, gint64 before, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *actions = ex_store_list_actions (store, filter, before, limit, &error);

  g_assert_no_error (error);
  return actions;
}

static inline gboolean
finds (ExStore *store, const ExHistoryFilter *filter, gint64 number)
{
  g_autoptr (GPtrArray) actions = list_actions (store, filter, 0, 1000);

  for (guint i = 0; i < actions->len; i++)
    if (((ExAction *) g_ptr_array_index (actions, i))->number == number)
      return TRUE;
  return FALSE;
}
