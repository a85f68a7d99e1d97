#include "config.h"

#include "ex-ledger-open.h"

#include "core/ex-error.h"
#include "ex-column.h"
#include "ex-given-reasons.h"

#include <glib/gi18n-lib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define KEPT (256 * 1024) /* bytes of free memory */

/* What a layer's numbers are in the ledger. */
typedef struct
{
  guint    n_customers; /* its own numbers are below it */
  guint32 *customers;   /* NULL: the same */
  guint32 *segments;
  guint32 *reasons;
} Numbers;

typedef struct
{
  int   index;
  guint layer;
} Place; /* of a column */

typedef struct
{
  ExStore        *store;
  GCancellable   *cancellable;
  GArray         *layers;    /* (element-type ExLayer) */
  Numbers        *numbers;   /* [layers]; those that do not count have none */
  guint           n_customers;
  GArray         *places;    /* (element-type Place) by period, then from the lowest layer up */
  GArray         *starts;    /* (element-type guint) where each period's places begin, and where the last one's end */
  guint32        *order;     /* [n_customers] scratch; NULL: not needed yet */
  ExGivenReasons *given;     /* (nullable) reasons that were said later */
  gboolean        origins;   /* somebody asks who said a segment, even where nothing is added */
  const ExNames  *segments;  /* of the ledger */
  const ExNames  *reasons;
} Source;

/* Columns came and went. What they left is not kept for later, or a window that has only looked once would stay as large as the ledger's columns. The
 * C library gives back the end of a thread's memory only when something large is freed next to it, and from a threshold on that large columns move. */
static void
give_back (void)
{
#ifdef __GLIBC__
  mallopt (M_TRIM_THRESHOLD, KEPT);
  g_free (g_malloc (KEPT));
  malloc_trim (0);
#endif
}

static void
source_free (gpointer data)
{
  Source *self = data;

  for (guint i = 0; self->numbers != NULL && i < self->layers->len; i++)
    {
      g_free (self->numbers[i].customers);
      g_free (self->numbers[i].segments);
      g_free (self->numbers[i].reasons);
    }
  g_free (self->numbers);
  g_clear_pointer (&self->layers, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->given, ex_given_reasons_free);
  g_clear_object (&self->cancellable);
  g_free (self->order);
  ex_database_shed (self->store->db);
  g_free (self);
  give_back ();
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_free)

static ExLayer *
get_layer (const Source *self,
           guint         i)
{
  return &g_array_index (self->layers, ExLayer, i);
}

/* --- names ---------------------------------------------------------------------------------------------------------------------- */

/* Adds the names of a layer; those that it brought must be new. */
static gboolean
add_names (ExDatabase     *database,
           const ExLayer  *layer,
           ExNames        *known,
           guint32       **numbers,
           GError        **error)
{
  g_autoptr (ExNames) names = ex_layer_read_customers (database, layer, error);
  guint before = ex_names_length (known);

  if (names == NULL)
    return FALSE;
  *numbers = ex_names_map (known, names);
  if (layer->known == 0)
    return TRUE;
  g_clear_pointer (numbers, g_free);
  if (ex_names_length (known) == layer->known && before + ex_names_length (names) == layer->known)
    return TRUE;
  return ex_layer_set_damaged (layer, _("its names of customers are not those that it counts"), error);
}

static ExNames *
read_known (ExDatabase   *database,
            const GArray *layers,
            Numbers      *numbers,
            GError      **error)
{
  g_autoptr (ExNames) known = ex_names_new ();

  for (guint i = 0; i < layers->len; i++)
    {
      guint32 *mapped = NULL;
      gboolean good = add_names (database, &g_array_index (layers, ExLayer, i), known, &mapped, error);

      if (good && numbers != NULL)
        numbers[i].customers = g_steal_pointer (&mapped);
      g_free (mapped);
      if (!good)
        return NULL;
    }
  return g_steal_pointer (&known);
}

ExNames *
ex_ledger_read_known (ExDatabase   *database,
                      const GArray *layers,
                      GError      **error)
{
  return read_known (database, layers, NULL, error);
}

static ExNames *
names_cb (gpointer  data,
          GError  **error)
{
  Source *self = data;

  return ex_ledger_read_known (self->store->db, self->layers, error);
}

/* --- numbers -------------------------------------------------------------------------------------------------------------------- */

/* Layers of newer files number customers over all layers; only those of before have to be held against each other by name. */
static gboolean
number_customers (Source  *self,
                  GError **error)
{
  gboolean all_known = TRUE;

  for (guint i = 0; i < self->layers->len; i++)
    {
      const ExLayer *layer = get_layer (self, i);

      all_known = all_known && layer->known > 0;
      if (layer->known > 0 && layer->known < self->n_customers)
        return ex_layer_set_damaged (layer, _("it counts fewer customers than the layer below"), error);
      self->n_customers = MAX (self->n_customers, layer->known);
    }
  if (!all_known)
    {
      g_autoptr (ExNames) known = read_known (self->store->db, self->layers, self->numbers, error);

      if (known == NULL)
        return FALSE;
      self->n_customers = ex_names_length (known);
    }
  for (guint i = 0; i < self->layers->len; i++)
    self->numbers[i].n_customers = get_layer (self, i)->known > 0 ? get_layer (self, i)->known : self->n_customers;
  return TRUE;
}

static void
number_names (Source  *self,
              ExNames *segments,
              ExNames *reasons)
{
  for (guint i = 0; i < self->layers->len; i++)
    {
      const ExLayer *layer = get_layer (self, i);

      if (!layer->counts)
        continue;
      self->numbers[i].segments = ex_names_map (segments, layer->segments);
      self->numbers[i].reasons = ex_names_map (reasons, layer->reasons);
    }
}

/* --- columns -------------------------------------------------------------------------------------------------------------------- */

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->index != other->index)
    return one->index < other->index ? -1 : 1;
  return (one->layer > other->layer) - (one->layer < other->layer);
}

static gboolean
find_places (Source  *self,
             GError **error)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < self->layers->len; i++)
    {
      g_autoptr (GArray) periods = NULL;

      if (!get_layer (self, i)->counts)
        continue;
      periods = ex_layer_read_periods (self->store->db, get_layer (self, i), error);
      if (periods == NULL)
        return FALSE;
      for (guint k = 0; k < periods->len; k++)
        {
          Place place = { g_array_index (periods, int, k), i };

          g_array_append_val (self->places, place);
        }
    }
  g_array_sort (self->places, compare_places);
  return TRUE;
}

/* The periods that have rows, each once. */
static GArray *
find_periods (Source *self)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (int));

  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->places->len; i++)
    {
      int index = g_array_index (self->places, Place, i).index;

      if (i > 0 && g_array_index (self->places, Place, i - 1).index == index)
        continue;
      g_array_append_val (indices, index);
      g_array_append_val (self->starts, i);
    }
  g_array_append_val (self->starts, self->places->len);
  return indices;
}

static gboolean
read_layer (Source   *self,
            guint     i,
            int       index,
            gboolean  origins,
            ExColumn *column,
            GError  **error)
{
  Numbers *numbers = &self->numbers[i];

  if (!ex_layer_read_column (self->store->db, get_layer (self, i), index, numbers->n_customers, origins, column, error))
    return FALSE;
  if (numbers->customers != NULL && self->order == NULL)
    self->order = g_new0 (guint32, self->n_customers);
  ex_column_renumber (column, numbers->customers, numbers->segments, numbers->reasons, self->order, self->n_customers);
  return TRUE;
}

static gboolean
lay_over (Source   *self,
          guint     i,
          int       index,
          gboolean  origins,
          ExColumn *column,
          GError  **error)
{
  ExColumn layer = { 0 };
  gboolean good = read_layer (self, i, index, origins, &layer, error);

  if (good && !ex_column_lay (column, &layer, get_layer (self, i)->over, self->segments, self->reasons, NULL))
    {
      g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW, _("A customer’s values add up to more than can be kept."));
      good = FALSE;
    }
  ex_column_clear (&layer);
  return good;
}

static gboolean
load_cb (gpointer   data,
         guint      i,
         ExColumn  *column,
         GError   **error)
{
  Source *self = data;
  guint from = g_array_index (self->starts, guint, i), to = g_array_index (self->starts, guint, i + 1);
  int index = g_array_index (self->places, Place, from).index;
  gboolean origins = self->origins;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  /* Nothing below a layer that replaces the whole period is worth reading. */
  for (guint k = to; k > from + 1; k--)
    {
      ExOver over = get_layer (self, g_array_index (self->places, Place, k - 1).layer)->over;

      origins = origins || over == EX_OVER_ADDS;
      if (over == EX_OVER_PERIOD)
        from = k - 1;
    }

  if (!read_layer (self, g_array_index (self->places, Place, from).layer, index, origins, column, error))
    return FALSE;
  for (guint k = from + 1; k < to; k++)
    if (!lay_over (self, g_array_index (self->places, Place, k).layer, index, origins, column, error))
      return FALSE;
  if (self->given != NULL)
    ex_given_reasons_lay (self->given, column);
  ex_database_shed (self->store->db);
  return TRUE;
}

static const ExLedgerSource source = { load_cb, names_cb, source_free };

/* --- opening ---------------------------------------------------------------------------------------------------------------------- */

/* The lowest layer that counts, whose kind and grain those of all are; NULL: none counts. */
static const ExLayer *
find_first (const Source *self)
{
  for (guint i = 0; i < self->layers->len; i++)
    if (get_layer (self, i)->counts)
      return get_layer (self, i);
  return NULL;
}

static gboolean
check_alike (const Source  *self,
             const ExLayer *first,
             GError       **error)
{
  for (guint i = 0; i < self->layers->len; i++)
    if (get_layer (self, i)->counts && (get_layer (self, i)->kind != first->kind || get_layer (self, i)->grain != first->grain))
      return ex_layer_set_damaged (get_layer (self, i), _("it is not of the kind and grain of those below"), error);
  return TRUE;
}

ExLedger *
ex_ledger_open (ExStore       *store,
                gboolean       given,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (Source) self = g_new0 (Source, 1);
  g_autoptr (ExNames) segments = ex_names_new ();
  g_autoptr (ExNames) reasons = ex_names_new ();
  const ExLayer *first;
  Source *taken;

  self->store = store;
  g_set_object (&self->cancellable, cancellable);
  self->layers = ex_layers_read (store->db, error);
  if (self->layers == NULL)
    return NULL;
  self->numbers = g_new0 (Numbers, self->layers->len + 1);
  first = find_first (self);
  if (first == NULL)
    return NULL;
  if (!check_alike (self, first, error) || !number_customers (self, error) || !find_places (self, error))
    return NULL;
  number_names (self, segments, reasons);
  if (given && !ex_given_reasons_read (store->db, self->layers, first->grain, reasons, &self->given, error))
    return NULL;

  self->origins = !given;
  self->segments = segments;
  self->reasons = reasons;
  taken = g_steal_pointer (&self);
  return ex_ledger_new_lazy (first->kind, first->grain, taken->n_customers, g_steal_pointer (&segments), g_steal_pointer (&reasons),
                             find_periods (taken), &source, taken);
}
