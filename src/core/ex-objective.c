#include "config.h"

#include "ex-objective.h"

#include "ex-nick.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const kind_nicks[] = { "number", "range", "milestone" };
static const char * const kind_labels[] = { N_("Number"), N_("Range"), N_("Milestone") };
static const char * const aggregate_nicks[] = { "latest", "sum", "mean", "minimum", "maximum" };
static const char * const aggregate_labels[] = { N_("Latest"), N_("Sum"), N_("Mean"), N_("Minimum"), N_("Maximum") };
static const char * const cadence_nicks[] = { "", "weekly", "monthly", "quarterly" };
static const char * const cadence_labels[] = { N_("None"), N_("Weekly"), N_("Monthly"), N_("Quarterly") };
static const char * const driver_nicks[] = { "acquire", "retain", "expand", "win back" };
static const char * const driver_labels[] = { N_("Acquire"), N_("Retain"), N_("Expand"), N_("Win back") };

EX_DEFINE_NICKS (ExKind, kind)
EX_DEFINE_LABELS (ExKind, kind)
EX_DEFINE_NICKS (ExAggregate, aggregate)
EX_DEFINE_LABELS (ExAggregate, aggregate)
EX_DEFINE_NICKS (ExCadence, cadence)
EX_DEFINE_LABELS (ExCadence, cadence)
EX_DEFINE_NICKS (ExDriver, driver)
EX_DEFINE_LABELS (ExDriver, driver)

int
ex_cadence_days (ExCadence cadence)
{
  switch (cadence)
    {
    case EX_CADENCE_WEEKLY:
      return 7;
    case EX_CADENCE_MONTHLY:
      return 30;
    case EX_CADENCE_QUARTERLY:
    case EX_CADENCE_NONE:
    default:
      return 91;
    }
}

ExObjective *
ex_objective_new (const char *id,
                  const char *cycle_id,
                  const char *leader_id,
                  const char *title,
                  ExKind      kind)
{
  ExObjective *self = g_new0 (ExObjective, 1);

  self->id = g_strdup (id);
  self->cycle_id = g_strdup (cycle_id);
  self->leader_id = g_strdup (leader_id);
  self->title = g_strdup (title);
  self->kind = kind;
  self->baseline = self->threshold = self->target = self->stretch = EX_UNSET;
  self->low = self->high = self->width = EX_UNSET;
  self->links = g_array_new (FALSE, FALSE, sizeof (ExLink));

  return self;
}

ExObjective *
ex_objective_copy (const ExObjective *self)
{
  ExObjective *copy = g_new (ExObjective, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->cycle_id = g_strdup (self->cycle_id);
  copy->leader_id = g_strdup (self->leader_id);
  copy->title = g_strdup (self->title);
  copy->description = g_strdup (self->description);
  copy->unit = g_strdup (self->unit);
  copy->source = g_strdup (self->source);
  copy->stage = g_strdup (self->stage);
  copy->parent_id = g_strdup (self->parent_id);
  copy->local_reason = g_strdup (self->local_reason);
  copy->links = g_array_copy (self->links);

  return copy;
}

void
ex_objective_free (ExObjective *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->cycle_id);
  g_free (self->leader_id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->stage);
  g_free (self->parent_id);
  g_free (self->local_reason);
  g_array_unref (self->links);
  g_free (self);
}

/* As kept: the same number, or both not given. */
static gboolean
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_words (const ExObjective *a,
            const ExObjective *b)
{
  return g_strcmp0 (a->id, b->id) == 0
         && g_strcmp0 (a->cycle_id, b->cycle_id) == 0
         && g_strcmp0 (a->leader_id, b->leader_id) == 0
         && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->description, b->description) == 0
         && g_strcmp0 (a->unit, b->unit) == 0
         && g_strcmp0 (a->source, b->source) == 0
         && g_strcmp0 (a->stage, b->stage) == 0
         && g_strcmp0 (a->parent_id, b->parent_id) == 0
         && g_strcmp0 (a->local_reason, b->local_reason) == 0;
}

static gboolean
same_measure (const ExObjective *a,
              const ExObjective *b)
{
  return a->kind == b->kind
         && a->decimals == b->decimals
         && a->aggregate == b->aggregate
         && same_number (a->baseline, b->baseline)
         && same_number (a->threshold, b->threshold)
         && same_number (a->target, b->target)
         && same_number (a->stretch, b->stretch)
         && same_number (a->low, b->low)
         && same_number (a->high, b->high)
         && same_number (a->width, b->width)
         && a->due == b->due
         && a->weight == b->weight
         && a->cadence == b->cadence;
}

static gboolean
same_links (const GArray *a,
            const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const ExLink *first = &g_array_index (a, ExLink, i);
      const ExLink *second = &g_array_index (b, ExLink, i);

      if (first->driver != second->driver || first->value != second->value || first->customers != second->customers)
        return FALSE;
    }

  return TRUE;
}

gboolean
ex_objective_equal (const ExObjective *a,
                    const ExObjective *b)
{
  return same_words (a, b) && same_measure (a, b) && same_links (a->links, b->links);
}

/* Two laptops may write the same word with different code points. */
static void
digest_word (GChecksum  *checksum,
             const char *word)
{
  g_autofree char *normal = g_utf8_normalize (word != NULL ? word : "", -1, G_NORMALIZE_NFC);
  const char *text = normal != NULL ? normal : word;

  /* With the NUL, so that "a", "bc" and "ab", "c" differ. */
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

char *
ex_objective_make_id (const char *cycle_id,
                      const char *leader_id,
                      const char *title)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  digest_word (checksum, cycle_id);
  digest_word (checksum, leader_id);
  digest_word (checksum, title);

  /* 80 bits: among a million objectives two alike are not to be expected. */
  return g_strdup_printf ("o-%.20s", g_checksum_get_string (checksum));
}
