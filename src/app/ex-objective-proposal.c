#include "config.h"

#include "ex-objective-proposal.h"

#include "core/ex-gate.h"
#include "ex-alert.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

GPtrArray *
ex_objective_proposal_list (const ExObjective *saved, const ExObjective *after, ExWeightRows *weights)
{
  GPtrArray *objectives = ex_weight_rows_list (weights, TRUE);

  if (ex_objective_differs_by_amendment (saved, after))
    g_ptr_array_insert (objectives, 0, ex_objective_copy (after));
  return objectives;
}

/* What the leader's objectives would then lack, in one text; NULL: nothing. (transfer full) */
static char *
describe_missing (const ExReviews *reviews, guint leader, const ExObjective *after, ExWeightRows *weights)
{
  g_autoptr (GString) sentences = g_string_new (NULL);
  g_autoptr (GPtrArray) objectives = ex_weight_rows_list (weights, FALSE);
  g_autoptr (GPtrArray) missing = NULL;

  g_ptr_array_insert (objectives, 0, ex_objective_copy (after));
  missing = ex_gate_objectives (reviews, leader, objectives);
  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (sentences, "%s%s", i > 0 ? " " : "", ((const ExMissing *) g_ptr_array_index (missing, i))->text);
  return missing->len > 0 ? g_string_free (g_steal_pointer (&sentences), FALSE) : NULL;
}

char *
ex_objective_proposal_describe (const ExReviews *reviews, guint leader, const ExObjective *saved, const ExObjective *after,
                                ExWeightRows *weights, gboolean *ready)
{
  g_autoptr (GPtrArray) changed = ex_objective_proposal_list (saved, after, weights);
  g_autofree char *lacks = describe_missing (reviews, leader, after, weights);
  g_autofree char *problem = NULL;
  int total;

  *ready = FALSE;
  if (ex_reviews_n_amendments (reviews, leader) > 0)
    return g_strdup (_("An amendment is proposed already: it is decided first. Title, description and stage can be edited."));
  if (!ex_weight_rows_total (weights, &total, &problem))
    return g_steal_pointer (&problem);
  if (changed->len == 0)
    return g_strdup (_("These objectives are agreed. Change the ladder, weights or claims, and propose it with a reason; "
                       "title, description and stage change at once."));
  if (lacks != NULL)
    /* Translators: sentences that say what is missing */
    return g_strdup_printf (_("It cannot be proposed like this. %s"), lacks);
  *ready = TRUE;
  return g_strdup_printf (_("It can be proposed: %s decides."), ex_reviews_get_reviewer_name (reviews, leader));
}

ExObjective *
ex_objective_proposal_words (const ExObjective *saved, const ExObjective *after)
{
  ExObjective *words = ex_objective_copy (saved);

  g_free (words->title);
  words->title = g_strdup (after->title);
  g_free (words->description);
  words->description = g_strdup (after->description);
  g_free (words->stage);
  words->stage = g_strdup (after->stage);
  return words;
}

/* --- proposing -------------------------------------------------------------------------------------------------------------------- */

static gpointer
propose (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_propose_amendment (store, data, error));
}

static void
proposed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) dialog = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  if (gtk_widget_in_destruction (GTK_WIDGET (dialog)))
    return;
  if (error != NULL)
    ex_alert_error (GTK_WIDGET (dialog), _("The amendment could not be proposed"), error);
  else
    gtk_window_destroy (dialog);
}

void
ex_objective_proposal_write (GtkWindow *dialog, ExSession *session, GPtrArray *objectives, const char *why)
{
  const ExObjective *first;
  ExAmendment *amendment;

  g_return_if_fail (GTK_IS_WINDOW (dialog) && EX_IS_SESSION (session));
  g_return_if_fail (objectives != NULL && objectives->len > 0);

  first = g_ptr_array_index (objectives, 0);
  amendment = ex_amendment_new (first->cycle_id, first->leader_id, why);
  g_ptr_array_extend_and_steal (amendment->after, objectives);
  ex_session_write_async (session, N_("Propose an amendment"), propose, amendment, (GDestroyNotify) ex_amendment_free, NULL, NULL, proposed_cb,
                          g_object_ref (dialog));
}
