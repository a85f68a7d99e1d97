/* Reads the flat JSON that the journal is written in: one object or array of strings, numbers and nulls. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { EX_JSON_NULL, EX_JSON_NUMBER, EX_JSON_STRING } ExJsonType;

typedef struct
{
  const char *at;    /* what is still to be read; NULL: broken */
  gboolean    first;
  gboolean    named; /* an object */
  GString    *name;  /* of the member last read; of an array "" */
  GString    *value; /* unescaped; a number's text as it stands */
  ExJsonType  type;
} ExJsonReader;

void     ex_json_reader_init  (ExJsonReader *self, const char *json);
void     ex_json_reader_clear (ExJsonReader *self);
/* The next member into name, type and value. FALSE at the end (at points to "") or when broken (at is NULL). */
gboolean ex_json_reader_next  (ExJsonReader *self);

/* Appends @text in quotes, escaped as SQLite does. */
void     ex_json_append_quoted (GString *json, const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExJsonReader, ex_json_reader_clear)

G_END_DECLS
