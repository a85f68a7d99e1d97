#include "config.h"

#include "ex-action-words.h"

#include "core/ex-format.h"

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
  { N_("Change a manager"),        N_("Manager changed") },
  { N_("Erase personal data"),     N_("Personal data erased") },
  { N_("Advance a cycle"),         N_("Cycle advanced") },
  { N_("Take a cycle back"),       N_("Cycle taken back") },
  { N_("Close a cycle"),           N_("Cycle closed") },
  { N_("Re-open a cycle"),         N_("Cycle re-opened") },
  { N_("Assign objectives"),       N_("Objectives assigned") },
  { N_("Bring objectives along"),  N_("Objectives brought along") },
  { N_("Spread weights evenly"),   N_("Weights spread evenly") },
  { N_("Agree objectives"),        N_("Objectives agreed") },
  { N_("Draft a self-assessment"), N_("Draft saved") },
  { N_("Submit a self-assessment"), N_("Self-assessment submitted") },
  { N_("Rate a leader"),           N_("Rating saved") },
  { N_("Assess a review"),         N_("Review assessed") },
  { N_("Rate as an observer"),     N_("Rating saved") },
  { N_("Name observers"),          N_("Observers named") },
  { N_("Adjust a rating"),         N_("Rating adjusted") },
  { N_("Sign a review"),           N_("Review signed") },
  { N_("Add a dissent"),           N_("Dissent added") },
  { N_("Excuse from a cycle"),     N_("Excused") },
  { N_("Re-open a review"),        N_("Review re-opened") },
  { N_("Send back a review"),      N_("Review sent back") },
  { N_("Move to another reviewer"), N_("Moved to another reviewer") },
  { N_("Agree reviews"),           N_("Reviews agreed") },
  { N_("Submit self-assessments"), N_("Self-assessments submitted") },
  { N_("Assess reviews"),          N_("Reviews assessed") },
  { N_("Adjust ratings"),          N_("Ratings adjusted") },
  { N_("Sign reviews"),            N_("Reviews signed") },
  { N_("Add dissents"),            N_("Dissents added") },
  { N_("Excuse leaders"),          N_("Leaders excused") },
  { N_("Re-open reviews"),         N_("Reviews re-opened") },
  { N_("Send reviews back"),       N_("Reviews sent back") },
  { N_("Move reviews"),            N_("Reviews moved") },
  { N_("Write a private note"),    N_("Note saved") },
  { N_("Propose an amendment"),    N_("Amendment proposed") },
  { N_("Accept an amendment"),     N_("Amendment accepted") },
  { N_("Refuse an amendment"),     N_("Amendment refused") },
  { N_("Withdraw an amendment"),   N_("Amendment withdrawn") },
  { N_("Save a template"),         N_("Template saved") },
  { N_("Remove a template"),       N_("Template removed") },
  { N_("Make a period final"),     N_("Period made final") },
  { N_("Open a final period"),     N_("Period opened") },
  { N_("Say how far the customer figures are complete"), N_("Said how far the customer figures are complete") },
  { N_("Mark a period as without data"), N_("Period marked as without data") },
  { N_("Take a no-data mark away"), N_("Period counted again") },
  { N_("Say what a customer is worth"), N_("Margin and discount set") },
  { N_("Give a lost reason"),      N_("Reason kept") },
  { N_("Take a lost reason back"), N_("Reason taken back") },
  { N_("Import lost reasons"),     N_("Reasons imported") },
  { N_("Enter movements"),         N_("Movements kept") },
  { N_("Change movements"),        N_("Movements changed") },
  { N_("Remove movements"),        N_("Movements removed") },
  { N_("Say when somebody was in the role"), N_("Times in the role kept") },
  { N_("Set what a cycle pays by"), N_("What the cycle pays by is set") },
  { N_("Remove what a cycle pays by"), N_("The cycle pays nothing by growth any more") },
};

static const char *
done_words (const ExAction *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, action->name))
      return _(words[i].done);
  return _(action->name);
}

/* A day is kept as in a file, and said as people say it. */
char *
ex_action_subject (const ExAction *action)
{
  ExDay day;

  g_return_val_if_fail (action != NULL, NULL);

  if (action->subject == NULL || !g_str_has_suffix (action->name, "Say how far the customer figures are complete"))
    return g_strdup (action->subject);
  day = ex_day_parse (action->subject);
  return day != EX_DAY_NONE ? ex_format_day (day) : g_strdup (action->subject);
}

char *
ex_action_done (const ExAction *action)
{
  g_autofree char *subject = NULL;

  g_return_val_if_fail (action != NULL, NULL);

  subject = ex_action_subject (action);
  if (subject == NULL)
    return g_strdup (done_words (action));
  /* Translators: what was done, and to whom or what: "Leader changed: Ana Okafor" */
  return g_strdup_printf (_("%s: %s"), done_words (action), subject);
}

static char *
take_back_text (const char *verb, const ExAction *action)
{
  g_autofree char *name = ex_action_describe (action);
  g_autofree char *subject = ex_action_subject (action);

  if (subject == NULL)
    /* Translators: "Undo" or "Redo", and the action */
    return g_strdup_printf (_("%s “%s”"), verb, name);
  /* Translators: "Undo" or "Redo", the action, and whom or what it was about */
  return g_strdup_printf (_("%s “%s”: %s"), verb, name, subject);
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
  static const char * const final[] = { "New company", "Erase personal data", "Sign a review", "Sign reviews", "Close a cycle",
                                        "Re-open a cycle", NULL };

  g_return_val_if_fail (action != NULL, FALSE);

  return action->undone_by == 0 && !g_strv_contains (final, action->name);
}
