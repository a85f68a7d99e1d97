/* The mail that reminds leaders of what their reviews wait for, as a draft for the desktop's mail program. */
#pragma once

#include "core/ex-todo.h"

G_BEGIN_DECLS

/* What mail programs and desktops take for sure, in bytes of a whole mailto: URI. */
#define EX_REMINDER_LONGEST 1900

/* "FY 2026: your review". (transfer full) */
char *ex_reminder_subject (const ExReviews *reviews);
/* A greeting, what is missing from @leader with its days, at most @most lines of it, and where to do it. NULL: nothing is missing from them
 * that they could do now. (transfer full) */
char *ex_reminder_body    (const ExReviews *reviews, guint leader, guint most);

/* A draft to one address, or to several by bcc, who do not see each other (RFC 6068). @addresses: NULL-terminated, at least one.
 * (transfer full) */
char *ex_reminder_uri     (const char * const *addresses, const char *subject, const char *body);

typedef struct
{
  GPtrArray *uris;       /* (element-type utf8) a draft each; several when all addresses do not fit into one; empty: there is nobody to write to */
  GPtrArray *unreached;  /* (element-type utf8) names of those who have no e-mail address */
  guint      reminded;   /* how many leaders the drafts go to */
  guint      spared;     /* from how many nothing is missing */
} ExReminders;

/* The drafts for @leaders (indexes): one of them gets their own list, shortened to fit; several get the same words. (transfer full) */
ExReminders *ex_reminders_new  (const ExReviews *reviews, const guint *leaders, guint n);
void         ex_reminders_free (ExReminders *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReminders, ex_reminders_free)

G_END_DECLS
