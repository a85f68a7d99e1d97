/* The working of a figure: the lines that explain it, from what went in to what came out ("Why this number?"). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *what;   /* "Progress", "Calls answered in 30 s" */
  char *how;    /* "(84.1 − 80) ÷ (88 − 80)"; may be empty */
  char *result; /* "51.3 %" */
} ExWorkingStep;

typedef struct _ExWorking ExWorking; /* a list of ExWorkingStep */

ExWorking    *ex_working_new    (void);
ExWorking    *ex_working_copy   (const ExWorking *self); /* (transfer full) */
void          ex_working_free   (ExWorking *self);
/* @self may be NULL: then nobody asked, and nothing is done. @what: plain. @result: plain. @how_format: printf. */
void          ex_working_add    (ExWorking *self, const char *what, const char *result, const char *how_format, ...) G_GNUC_PRINTF (4, 5);
guint         ex_working_length (const ExWorking *self);
const ExWorkingStep *ex_working_get    (const ExWorking *self, guint index);
char         *ex_working_to_text (const ExWorking *self); /* (transfer full): one line a step */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExWorking, ex_working_free)

G_END_DECLS
