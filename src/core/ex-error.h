/* The one error domain of the rules: input that no rule can accept. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EX_ERROR (ex_error_quark ())

typedef enum
{
  EX_ERROR_INVALID,   /* the words of the message say what is wrong and what would be right */
  EX_ERROR_OVERFLOW,  /* a sum of money left the range of gint64 */
} ExError;

GQuark ex_error_quark (void);

G_END_DECLS
