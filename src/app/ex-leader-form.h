/* The fields of a leader's editor, read into a record and filled from one. */
#pragma once

#include <adwaita.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

typedef struct _ExLeaderForm ExLeaderForm;

/* Adds its rows to @who and @role. @company: kept; its leaders are offered as managers. @adding: the id can be typed. @typed is called on every
 * keystroke; @settled when a field is done with: Enter, focus gone, a choice made. */
ExLeaderForm *ex_leader_form_new   (AdwPreferencesGroup *who, AdwPreferencesGroup *role, ExCompany *company, gboolean adding,
                                    void (* typed) (gpointer data), void (* settled) (gpointer data), gpointer data);
void          ex_leader_form_free  (ExLeaderForm *self);

/* Shows @leader in the fields; neither typed nor settled is called for it. */
void          ex_leader_form_fill  (ExLeaderForm *self, const ExLeader *leader);

/* What the fields say. (transfer full); NULL with @problem (transfer full) where a field cannot be read at all, or no such leader can be. */
ExLeader     *ex_leader_form_read  (ExLeaderForm *self, char **problem);

/* (nullable) (element-type ExSpell) earlier times in the role: the words for the cycle count them. */
void          ex_leader_form_set_spells (ExLeaderForm *self, GArray *spells);

/* What others are paid is not everybody's to see; the field keeps what it was filled with. */
void          ex_leader_form_hide_pay (ExLeaderForm *self);

void          ex_leader_form_focus (ExLeaderForm *self); /* the name */

/* An id that nobody has yet, in the manner of those that there are: "L061" after "L060". (transfer full) */
char         *ex_leader_form_propose_id (const ExCompany *company);

G_END_DECLS
