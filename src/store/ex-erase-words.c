#include "config.h"

#include "ex-erase-words.h"

#include <string.h>

#define LIST_SEPARATOR ", " /* between the subjects of an action */

void
ex_erase_words_init (ExEraseWords *self, const char *name, const char *nothing)
{
  *self = (ExEraseWords) { .name = g_strdup (name), .nothing = g_strdup (nothing) };
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->emails = g_ptr_array_new_with_free_func (g_free);
}

void
ex_erase_words_clear (ExEraseWords *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->nothing, g_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->emails, g_ptr_array_unref);
}

static void
add (GPtrArray *words, const char *word, const char *instead)
{
  if (word != NULL && *word != '\0' && strcmp (word, instead) != 0 && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, g_strdup (word));
}

void
ex_erase_words_add (ExEraseWords *self, const char *name, const char *email)
{
  add (self->names, name, self->name);
  add (self->emails, email, self->nothing);
}

/* --- finding ---------------------------------------------------------------------------------------------------------------- */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* What follows @word at @at; NULL when it does not begin there. */
static const char *
skip_word (const char *at, const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word), at = g_utf8_next_char (at))
    if (*at == '\0' || g_unichar_tolower (g_utf8_get_char (at)) != g_unichar_tolower (g_utf8_get_char (word)))
      return NULL;
  return *at == '\0' || !is_letter (g_utf8_get_char (at)) ? at : NULL;
}

/* Takes @text; what comes of it is @text itself when @word is not in it. */
static char *
replace_word (char *text, const char *word, const char *instead)
{
  GString *left = NULL;
  gunichar before = 0;
  const char *copied = text;

  for (const char *at = text; *at != '\0';)
    {
      const char *end = is_letter (before) ? NULL : skip_word (at, word);

      if (end != NULL && end > at)
        {
          if (left == NULL)
            left = g_string_new (NULL);
          g_string_append_len (left, copied, at - copied);
          g_string_append (left, instead);
          copied = at = end;
          before = ' ';
          continue;
        }
      before = g_utf8_get_char (at);
      at = g_utf8_next_char (at);
    }
  if (left == NULL)
    return text;
  g_string_append (left, copied);
  g_free (text);
  return g_string_free (left, FALSE);
}

/* Takes @text. */
static char *
replace_elements (char *text, const char *word, const char *instead)
{
  g_auto (GStrv) parts = g_strsplit (text, LIST_SEPARATOR, -1);
  gboolean found = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    if (strcmp (parts[i], word) == 0)
      {
        g_free (parts[i]);
        parts[i] = g_strdup (instead);
        found = TRUE;
      }
  if (!found)
    return text;
  g_free (text);
  return g_strjoinv (LIST_SEPARATOR, parts);
}

char *
ex_erase_words_take_out (const ExEraseWords *self, const char *text, gboolean theirs)
{
  char *left;

  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL))
    return NULL;
  left = g_strdup (text);
  for (guint i = 0; i < self->emails->len; i++)
    left = replace_word (left, g_ptr_array_index (self->emails, i), self->nothing);
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      if (self->namesake && !theirs)
        continue;
      if (strchr (name, ' ') != NULL)
        left = replace_word (left, name, self->name);
      else
        left = replace_elements (left, name, self->name);
    }
  if (strcmp (left, text) != 0)
    return left;
  g_free (left);
  return NULL;
}
