#include "config.h"

#include "ex-target.h"

#include <string.h>

/* By ExTargetKind. */
static const char *const kinds[] = {
  [EX_TARGET_LEADER] = "leader", [EX_TARGET_OBJECTIVE] = "objective", [EX_TARGET_CHECK_IN] = "check-in", [EX_TARGET_CELL] = "cell",
  [EX_TARGET_UNIT] = "unit",     [EX_TARGET_LEVEL] = "level",         [EX_TARGET_DRIVER] = "driver",     [EX_TARGET_STAGE] = "stage",
  [EX_TARGET_MOVEMENT] = "movement", [EX_TARGET_REASON] = "reason",   [EX_TARGET_PERIOD] = "period",     [EX_TARGET_SEGMENT] = "segment",
  [EX_TARGET_REWARDS] = "rewards",
};

#define MOST_PARTS 5 /* "cell leader L001 driver retain" */

static gboolean
is_plain (const char *part)
{
  for (; *part != '\0'; part++)
    if (*part == '%' || *part == ' ' || g_ascii_iscntrl (*part))
      return FALSE;

  return TRUE;
}

/* An empty part is a part too, so that it is not lost between two blanks: it ends in what separates it. */
static void
append_part (GString    *key,
             const char *part)
{
  if (part == NULL)
    return;

  g_string_append_c (key, ' ');
  if (is_plain (part))
    {
      g_string_append (key, part);
      return;
    }
  for (; *part != '\0'; part++)
    if (*part == '%' || *part == ' ' || g_ascii_iscntrl (*part))
      g_string_append_printf (key, "%%%02X", (guchar) *part);
    else
      g_string_append_c (key, *part);
}

char *
ex_target_key (ExTargetKind kind,
               const char  *id,
               const char  *extra)
{
  GString *key;

  g_return_val_if_fail (kind > EX_TARGET_NOWHERE && kind < G_N_ELEMENTS (kinds) && kind != EX_TARGET_CELL, NULL);
  g_return_val_if_fail (id != NULL || extra == NULL, NULL);

  key = g_string_new (kinds[kind]);
  append_part (key, id);
  append_part (key, extra);

  return g_string_free (key, FALSE);
}

char *
ex_target_cell_key (ExTargetKind row_kind,
                    const char  *row,
                    gboolean     by_stage,
                    const char  *column)
{
  GString *key;

  g_return_val_if_fail (row_kind == EX_TARGET_LEADER || row_kind == EX_TARGET_UNIT || row_kind == EX_TARGET_LEVEL, NULL);
  g_return_val_if_fail (row != NULL && column != NULL, NULL);

  key = g_string_new (kinds[EX_TARGET_CELL]);
  append_part (key, kinds[row_kind]);
  append_part (key, row);
  append_part (key, kinds[by_stage ? EX_TARGET_STAGE : EX_TARGET_DRIVER]);
  append_part (key, column);

  return g_string_free (key, FALSE);
}

/* --- reading --------------------------------------------------------------------------------------------------------------- */

static ExTargetKind
find_kind (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] != NULL && strcmp (kinds[i], word) == 0)
      return (ExTargetKind) i;

  return EX_TARGET_NOWHERE;
}

/* NULL: no such escape is made here. (transfer full) */
static char *
unescape (const char *part)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; *part != '\0'; part++)
    if (*part != '%')
      g_string_append_c (text, *part);
    else if (g_ascii_isxdigit (part[1]) && g_ascii_isxdigit (part[2]) && (part[1] != '0' || part[2] != '0'))
      {
        g_string_append_c (text, (char) (g_ascii_xdigit_value (part[1]) * 16 + g_ascii_xdigit_value (part[2])));
        part += 2;
      }
    else
      return NULL;

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
parse_cell (char    **parts,
            guint     n,
            ExTarget *target)
{
  ExTargetKind row_kind = n > 1 ? find_kind (parts[1]) : EX_TARGET_NOWHERE;
  ExTargetKind column_kind = n == MOST_PARTS ? find_kind (parts[3]) : EX_TARGET_NOWHERE;

  if (row_kind != EX_TARGET_LEADER && row_kind != EX_TARGET_UNIT && row_kind != EX_TARGET_LEVEL)
    return FALSE;
  if (column_kind != EX_TARGET_DRIVER && column_kind != EX_TARGET_STAGE)
    return FALSE;

  target->row_kind = row_kind;
  target->by_stage = column_kind == EX_TARGET_STAGE;
  target->id = g_strdup (parts[2]);
  target->extra = g_strdup (parts[4]);

  return TRUE;
}

/* Rewards alone have no id, a check-in alone has more. */
static gboolean
parse_plain (ExTargetKind kind,
             char       **parts,
             guint        n,
             ExTarget    *target)
{
  if (n != (kind == EX_TARGET_REWARDS ? 1 : kind == EX_TARGET_CHECK_IN ? 3 : 2))
    return FALSE;

  target->id = g_strdup (n > 1 ? parts[1] : "");
  target->extra = n > 2 ? g_strdup (parts[2]) : NULL;

  return TRUE;
}

gboolean
ex_target_parse (const char *key,
                 ExTarget   *target)
{
  g_auto (GStrv) parts = NULL;
  ExTargetKind kind;
  guint n;

  g_return_val_if_fail (target != NULL, FALSE);

  *target = (ExTarget) { EX_TARGET_NOWHERE };
  if (key == NULL)
    return FALSE;

  parts = g_strsplit (key, " ", -1);
  n = g_strv_length (parts);
  kind = n > 0 ? find_kind (parts[0]) : EX_TARGET_NOWHERE;
  for (guint i = 0; i < n; i++)
    {
      char *part = unescape (parts[i]);

      if (part == NULL)
        return FALSE;
      g_free (parts[i]);
      parts[i] = part;
    }
  if (kind == EX_TARGET_NOWHERE || !(kind == EX_TARGET_CELL ? parse_cell (parts, n, target) : parse_plain (kind, parts, n, target)))
    return FALSE;

  target->kind = kind;

  return TRUE;
}

void
ex_target_clear (ExTarget *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->extra, g_free);
  *self = (ExTarget) { EX_TARGET_NOWHERE };
}
