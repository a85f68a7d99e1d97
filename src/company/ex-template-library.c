#include "config.h"

#include "ex-template-library.h"

#include "ex-template-resources.h"
#include "exchange/ex-csv-reader.h"

#include <stdlib.h>

#define PATH "/org/exemplar/Exemplar/library/templates.csv"

/* In the order of the file's heading. */
enum { ID, TITLE, DESCRIPTION, KIND, UNIT, DECIMALS, AGGREGATE, FALLS, SOURCE, CADENCE, STAGE, DRIVER, N_COLUMNS };

static ExCsvReader *
open_library (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ex_templates_get_resource (), PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  ExCsvReader *reader = bytes != NULL ? ex_csv_reader_new (bytes, "UTF-8", &error) : NULL;

  /* Compiled in: it cannot be missing in a program that was built. */
  if (reader == NULL)
    g_error ("%s", error->message);

  return reader;
}

/* NULL for an empty one. (transfer full) */
static char *
get_text (ExCsvReader *reader,
          guint        column)
{
  ExField field = ex_csv_reader_get_field (reader, column);

  return field.length > 0 ? g_strndup (field.text, field.length) : NULL;
}

static ExTemplate *
read_template (ExCsvReader *reader)
{
  g_autofree char *id = get_text (reader, ID);
  g_autofree char *title = get_text (reader, TITLE);
  g_autofree char *kind = get_text (reader, KIND);
  g_autofree char *decimals = get_text (reader, DECIMALS);
  g_autofree char *aggregate = get_text (reader, AGGREGATE);
  g_autofree char *falls = get_text (reader, FALLS);
  g_autofree char *cadence = get_text (reader, CADENCE);
  g_autofree char *driver = get_text (reader, DRIVER);
  ExTemplate *self = ex_template_new (id, title);
  gboolean known;

  self->description = get_text (reader, DESCRIPTION);
  self->unit = get_text (reader, UNIT);
  self->decimals = atoi (decimals);
  self->falls = g_str_equal (falls, "yes");
  self->source = get_text (reader, SOURCE);
  self->stage = get_text (reader, STAGE);
  self->has_driver = TRUE;
  known = ex_kind_parse (kind, &self->kind)
          && ex_aggregate_parse (aggregate, &self->aggregate)
          && ex_cadence_parse (cadence, &self->cadence)
          && ex_driver_parse (driver, &self->driver);
  if (!known)
    g_error ("Template “%s” has a word that no objective knows.", id);

  return self;
}

GPtrArray *
ex_template_library (void)
{
  g_autoptr (ExCsvReader) reader = open_library ();
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_template_free);

  ex_csv_reader_next (reader, NULL);
  while (ex_csv_reader_next (reader, NULL))
    {
      g_assert (ex_csv_reader_n_fields (reader) == N_COLUMNS);
      g_ptr_array_add (templates, read_template (reader));
    }

  return templates;
}
