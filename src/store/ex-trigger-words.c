/* What the triggers of the review cycle say, for the translators: the same sentences as in sql/0002-*.sql and 0003-locks.sql, file by file. The program says
 * what is wrong by name before it writes; these are read only where another program was quicker, or wrote past it. */
#include "config.h"

#include "ex-trigger-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const sentences[] = {
  /* 0002-locks-cycles.sql */
  N_("An amendment is proposed while the review is agreed and not assessed, one at a time, and decided once."),
  N_("An amendment is accepted when every objective is as it says."),
  /* xgettext:no-c-format */
  N_("An amendment leaves objectives that could be agreed: measurable, linked, weights of 100 %."),
  N_("An amendment stays, unless its proposal is undone."),
  N_("What an amendment would change is said when it is proposed, beside what it is now."),
  N_("What an amendment would change does not change."),
  N_("An action does not end with an amendment that is half made: its objectives changed, and it was not accepted."),
  N_("Nothing changes in a closed cycle: HR re-opens it with a reason."),
  N_("The days and the scores of a cycle do not change any more once a review in it is assessed."),
  N_("A cycle whose reviews took steps is not removed."),
  N_("A cycle that took steps is not removed."),
  N_("The scale of a cycle does not change any more once somebody rated on it."),
  N_("A leader whose review took steps is not removed."),
  N_("The customer figures of a final period do not change."),
  N_("A period that a closed cycle rests on stays final."),
  N_("The import has rows of a review that is agreed, assessed or signed, or of a closed cycle: those do not change."),
  /* 0002-locks-reviews.sql */
  N_("The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all."),
  N_("The check-ins of a review that is assessed or signed, or of a closed cycle, do not change."),
  N_("A rating is given by whose turn it is, on the scale of the cycle, and stands once it is submitted."),
  N_("Ratings are adjusted while the review is assessed and not signed by who reviews (gate G4), with a reason and who agreed to it."),
  N_("The observers of a review that is signed or excused, or of a closed cycle, do not change."),
  N_("The notes on a signed review, or of a closed cycle, do not change."),
  /* 0002-steps.sql */
  N_("A step is of a leader in a cycle."),
  N_("The review cannot be agreed: something is missing that gate G1 asks for."),
  N_("The self-assessment cannot be submitted: something is missing that gate G2 asks for."),
  N_("The review cannot be assessed: something is missing that gate G3 asks for."),
  N_("The review cannot be signed: something is missing that gate G5 asks for."),
  N_("A dissent is written while the cycle is in sign, of an assessed review, before the leader signs."),
  N_("A signed review, and one that is excused already, cannot be excused."),
  N_("Only a signed or an excused review of an open cycle is re-opened."),
  N_("A review is sent back while it is agreed, self-assessed or assessed."),
  N_("A review with an amendment that is open is not sent back to drafting: it is refused or withdrawn first."),
  N_("A review moves, before it is signed, to somebody who is there, not under the leader, and does not review it already."),
  N_("A step back, an excuse, a move and a dissent say why, and who signs for somebody else does."),
  N_("A step of a review takes the next number."),
  N_("The step does not lead to where the review would stand."),
  N_("The signatures are not those of who reviews and of the leader, one after the other."),
  N_("A step that was taken does not change."),
  N_("Only the last step of a review can be taken back."),
  N_("A signature is not taken back: HR re-opens the review with a reason, or it is sent back."),
  N_("What re-opened a signed review is not taken back: it is signed anew."),
  N_("Nothing changes in a closed cycle."),
  N_("A step is only taken back by undoing the action that took it."),
  N_("The review was changed since this step, so it cannot be undone."),
  N_("Other reviews took steps since that needed this one, so it cannot be undone."),
  N_("The review does not have any more what the state asks for that it would go back to."),
  N_("A step of a cycle takes the next number."),
  N_("A cycle moves to the next phase or back to the one before; from sign it is closed, and from closed re-opened to sign."),
  N_("Going back and re-opening say why."),
  N_("Closing writes down the customer asset of the cycle, and nothing else does."),
  N_("The cycle cannot be closed: something is missing that gate G6 asks for."),
  N_("The cycle cannot be closed: its growth is not defined."),
  N_("Only the last step of a cycle can be taken back."),
  N_("The closing of a cycle is not taken back: HR re-opens it with a reason."),
  N_("The re-opening of a cycle is not taken back: the cycle is closed again."),
  N_("Reviews took steps since that this phase opened, so it cannot be undone."),
  N_("A review that has begun is excused before the days in role leave its cycle."),
  /* 0003-locks.sql */
  N_("Only HR says how far the customer figures are complete, and what a customer is worth."),
  N_("The customer figures are complete at least to the end of every final period."),
  N_("A period is final only when its customer figures are complete."),
  N_("Only HR says that there is no data for a period."),
  N_("A period with rows in the ledger is not without data."),
  N_("Only a period inside the ledger is said to be without data."),
  N_("There is no data for a period that has rows here: the mark is taken away first."),
  N_("Only HR says why customers left."),
  N_("Only HR says when somebody was in the role."),
  N_("A time in the role ends before the next one begins."),
  N_("Only HR sets what a cycle pays by."),
  /* xgettext:no-c-format */
  N_("The company share is at least 50 %: below that it is no one-company reward."),
  N_("Rewards are written down by the close of their cycle, on its figures, once."),
  N_("Rewards are paid by the terms of their cycle, and not more than its pool."),
  N_("What a close has paid stands: a cycle that is re-opened is closed with another version beside it."),
  N_("A leader who was paid by a close is not removed."),
  N_("A cycle that pays by its growth is closed with its rewards."),
  N_("Rewards are a statement for everybody who takes part in the cycle, and add up to their total."),
};

const char *
ex_trigger_words (const char *said)
{
  g_return_val_if_fail (said != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (strcmp (sentences[i], said) == 0)
      return _(sentences[i]);
  return NULL;
}
