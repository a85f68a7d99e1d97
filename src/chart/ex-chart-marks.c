/* The marks of a chart: their words, places and keys, and the whole in words. */
#include "config.h"

#include "ex-chart-base.h"

#include <string.h>

#define SOFT_HYPHEN "\u00ad"

guint
ex_chart_n_marks (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), 0);

  return EX_CHART_GET_CLASS (self)->n_marks (self);
}

/* Soft hyphens say where a drawn word can be broken; read aloud, searched for or copied they are only in the way. (transfer full) */
static char *
without_breaks (char *text)
{
  GString *clean;

  if (text == NULL || strstr (text, SOFT_HYPHEN) == NULL)
    return text;
  clean = g_string_new (text);
  g_free (text);
  g_string_replace (clean, SOFT_HYPHEN, "", 0);
  return g_string_free (clean, FALSE);
}

char *
ex_chart_mark_text (ExChart *self, guint mark)
{
  g_return_val_if_fail (EX_IS_CHART (self), NULL);
  g_return_val_if_fail (mark < ex_chart_n_marks (self), NULL);

  return without_breaks (EX_CHART_GET_CLASS (self)->mark_text (self, mark));
}

gboolean
ex_chart_mark_rect (ExChart *self, guint mark, ExRect *rect)
{
  g_return_val_if_fail (EX_IS_CHART (self), FALSE);
  g_return_val_if_fail (rect != NULL, FALSE);

  return mark < ex_chart_n_marks (self) && ex_chart_ensure_layout (self)
         && EX_CHART_GET_CLASS (self)->mark_rect (self, mark, rect);
}

gboolean
ex_chart_is_mirrored (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), FALSE);

  return EX_CHART_GET_CLASS (self)->mirrored != NULL && EX_CHART_GET_CLASS (self)->mirrored (self);
}

static void
append_sentence (GString *text, const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, strchr (".!?:", text->str[text->len - 1]) != NULL ? " " : ". ");
  g_string_append (text, sentence);
}

char *
ex_chart_describe (ExChart *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *drawn = NULL;

  g_return_val_if_fail (EX_IS_CHART (self), g_string_free (text, FALSE));

  append_sentence (text, ex_chart_priv (self)->title);
  append_sentence (text, ex_chart_priv (self)->subtitle);
  if (ex_chart_n_marks (self) == 0)
    append_sentence (text, ex_chart_priv (self)->empty_text);
  if (EX_CHART_GET_CLASS (self)->describe != NULL)
    drawn = EX_CHART_GET_CLASS (self)->describe (self);
  drawn = without_breaks (drawn);
  append_sentence (text, drawn);

  return g_string_free (text, FALSE);
}

GPtrArray *
ex_chart_table (ExChart *self)
{
  GPtrArray *table = NULL;

  g_return_val_if_fail (EX_IS_CHART (self), NULL);

  table = EX_CHART_GET_CLASS (self)->table (self);
  for (guint i = 0; table != NULL && i < table->len; i++)
    for (char **cell = g_ptr_array_index (table, i); *cell != NULL; cell++)
      *cell = without_breaks (*cell);

  return table;
}

/* ---- Keys ---- */

void
ex_chart_set_mark_key (ExChart *self, guint mark, const char *key)
{
  ExChartPrivate *p = NULL;

  g_return_if_fail (EX_IS_CHART (self));
  g_return_if_fail (mark < G_MAXUINT16 * 16u); /* a mistake, not a mark */

  p = ex_chart_priv (self);
  if (p->keys == NULL)
    p->keys = g_ptr_array_new_with_free_func (g_free);
  if (mark >= p->keys->len)
    g_ptr_array_set_size (p->keys, (int) mark + 1);
  g_free (g_ptr_array_index (p->keys, mark));
  g_ptr_array_index (p->keys, mark) = g_strdup (key);
}

const char *
ex_chart_mark_key (ExChart *self, guint mark)
{
  ExChartPrivate *p = NULL;

  g_return_val_if_fail (EX_IS_CHART (self), NULL);
  g_return_val_if_fail (mark < ex_chart_n_marks (self), NULL);

  p = ex_chart_priv (self);
  if (p->keys != NULL && mark < p->keys->len && g_ptr_array_index (p->keys, mark) != NULL)
    return g_ptr_array_index (p->keys, mark);

  return EX_CHART_GET_CLASS (self)->mark_key != NULL ? EX_CHART_GET_CLASS (self)->mark_key (self, mark) : NULL;
}

/* ---- Ways ---- */

int
ex_chart_neighbour (ExChart *self, guint mark, ExWay way)
{
  guint n;

  g_return_val_if_fail (EX_IS_CHART (self), -1);
  g_return_val_if_fail (mark < ex_chart_n_marks (self), -1);

  if (EX_CHART_GET_CLASS (self)->neighbour != NULL)
    return EX_CHART_GET_CLASS (self)->neighbour (self, mark, way);

  n = ex_chart_n_marks (self);
  if (way == EX_WAY_UP || way == EX_WAY_DOWN)
    return -1;
  if ((way == EX_WAY_RIGHT) != ex_chart_is_mirrored (self))
    return mark + 1 < n ? (int) mark + 1 : -1;

  return (int) mark - 1;
}
