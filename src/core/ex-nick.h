/* Words of files and of the database for the values of an enum. Of this folder only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The index of @text in @nicks, or -1. Ignores ASCII case and takes '-' and '_' for a blank. @text: (nullable) */
int ex_nick_find (const char *text, const char * const *nicks, gsize n);

/* The functions that each such enum has, over the arrays name##_nicks and, of the second, name##_labels: ex_name_parse() and ex_name_nick();
 * ex_name_label(). */
#define EX_DEFINE_NICKS(Type, name)                                                  \
  gboolean ex_##name##_parse (const char *nick, Type *name)                          \
  {                                                                                  \
    int found = ex_nick_find (nick, name##_nicks, G_N_ELEMENTS (name##_nicks));      \
    if (found >= 0)                                                                  \
      *name = (Type) found;                                                          \
    return found >= 0;                                                               \
  }                                                                                  \
  const char *ex_##name##_nick (Type name)                                           \
  {                                                                                  \
    g_return_val_if_fail ((gsize) name < G_N_ELEMENTS (name##_nicks), NULL);         \
    return name##_nicks[name];                                                       \
  }
#define EX_DEFINE_LABELS(Type, name)                                                 \
  const char *ex_##name##_label (Type name)                                          \
  {                                                                                  \
    g_return_val_if_fail ((gsize) name < G_N_ELEMENTS (name##_labels), NULL);        \
    return _(name##_labels[name]);                                                   \
  }

G_END_DECLS
