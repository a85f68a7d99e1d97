#include "config.h"

#include "ex-action-words.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name; /* as the store keeps it */
  const char *done;
} Words;

static const Words words[] = {
  { N_("New company"),             N_("Company created") },
  { N_("Build the sample company"), N_("Sample company built") },
  { N_("Add a leader"),            N_("Leader added") },
  { N_("Edit a leader"),           N_("Leader changed") },
  { N_("Move a leader"),           N_("Leader moved") },
  { N_("Remove a leader"),         N_("Leader removed") },
  { N_("New cycle"),               N_("Cycle added") },
  { N_("Edit a cycle"),            N_("Cycle changed") },
  { N_("Add an objective"),        N_("Objective added") },
  { N_("Edit an objective"),       N_("Objective changed") },
  { N_("Remove an objective"),     N_("Objective removed") },
  { N_("Record a check-in"),       N_("Check-in recorded") },
  { N_("Correct a check-in"),      N_("Check-in corrected") },
  { N_("Remove a check-in"),       N_("Check-in removed") },
  { N_("Import leaders"),          N_("Leaders imported") },
  { N_("Import objectives"),       N_("Objectives imported") },
  { N_("Import check-ins"),        N_("Check-ins imported") },
  { N_("Import customers"),        N_("Customers imported") },
  { N_("Import movements"),        N_("Movements imported") },
};

static const char *
done_words (const ExAction *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, action->name))
      return _(words[i].done);
  return _(action->name);
}

char *
ex_action_done (const ExAction *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  if (action->subject == NULL)
    return g_strdup (done_words (action));
  /* Translators: what was done, and to whom or what: "Leader changed: Ana Okafor" */
  return g_strdup_printf (_("%s: %s"), done_words (action), action->subject);
}

static char *
take_back_text (const char *verb, const ExAction *action)
{
  g_autofree char *name = ex_action_describe (action);

  if (action->subject == NULL)
    /* Translators: "Undo" or "Redo", and the action */
    return g_strdup_printf (_("%s “%s”"), verb, name);
  /* Translators: "Undo" or "Redo", the action, and whom or what it was about */
  return g_strdup_printf (_("%s “%s”: %s"), verb, name, action->subject);
}

char *
ex_action_undo_text (const ExAction *action)
{
  return action != NULL ? take_back_text (_("Undo"), action) : g_strdup (_("Nothing to undo"));
}

char *
ex_action_redo_text (const ExAction *action)
{
  return action != NULL ? take_back_text (_("Redo"), action) : g_strdup (_("Nothing to redo"));
}

gboolean
ex_action_can_undo (const ExAction *action)
{
  g_return_val_if_fail (action != NULL, FALSE);

  return action->undone_by == 0 && !g_str_equal (action->name, words[0].name);
}
