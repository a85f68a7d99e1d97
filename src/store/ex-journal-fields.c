/* A changed row, field by field. */
#include "config.h"

#include "ex-store-journal.h"

#include "core/ex-quantity.h"
#include "ex-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
ex_hidden_label (ExHidden hidden)
{
  switch (hidden)
    {
    case EX_HIDDEN_UNTIL_SUBMITTED:
      return _("hidden until the self-assessment is submitted");
    case EX_HIDDEN_UNTIL_ASSESSED:
      return _("hidden until the review is assessed");
    case EX_HIDDEN_UNTIL_SIGN:
      return _("hidden until the cycle is in Sign");
    case EX_HIDDEN_OBSERVER:
      return _("hidden: shown only as a mean of three observers or more");
    case EX_HIDDEN_PRIVATE:
      return _("private");
    case EX_HIDDEN_PAY:
      return _("hidden: what others are paid is confidential");
    case EX_SHOWN:
    default:
      return NULL;
    }
}

static void
field_free (gpointer data)
{
  ExFieldChange *self = data;

  g_free (self->name);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static ExFieldChange *
find_field (GPtrArray *fields, const char *name)
{
  ExFieldChange *field;

  for (guint i = 0; i < fields->len; i++)
    {
      field = g_ptr_array_index (fields, i);
      if (strcmp (field->name, name) == 0)
        return field;
    }
  field = g_new0 (ExFieldChange, 1);
  field->name = g_strdup (name);
  g_ptr_array_add (fields, field);
  return field;
}

/* A real as the shortest text that reads back to it: 0.1, not 0.100000000000000006. */
static char *
value_for_people (const ExJsonReader *reader)
{
  if (reader->type == EX_JSON_STRING || strpbrk (reader->value->str, ".e") == NULL)
    return g_strdup (reader->value->str);
  return ex_number_to_string (g_ascii_strtod (reader->value->str, NULL));
}

static void
add_fields (GPtrArray *fields, const char *json, gboolean is_after)
{
  g_auto (ExJsonReader) reader = { 0 };

  ex_json_reader_init (&reader, json);
  while (ex_json_reader_next (&reader))
    {
      ExFieldChange *field;

      if (reader.type == EX_JSON_NULL)
        continue;
      field = find_field (fields, reader.name->str);
      if (is_after)
        field->after = value_for_people (&reader);
      else
        field->before = value_for_people (&reader);
    }
}

GPtrArray *
ex_change_list_fields (const ExChange *self)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (field_free);

  g_return_val_if_fail (self != NULL, fields);

  add_fields (fields, self->before, FALSE);
  add_fields (fields, self->after, TRUE);
  for (guint i = fields->len; i > 0; i--)
    {
      ExFieldChange *field = g_ptr_array_index (fields, i - 1);

      if (g_strcmp0 (field->before, field->after) == 0)
        g_ptr_array_remove_index (fields, i - 1);
    }
  return fields;
}
