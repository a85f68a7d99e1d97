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

GPtrArray *
ex_objective_proposal_missing (const ExReviews *reviews, guint leader, const ExObjective *after, ExWeightRows *weights)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) objectives = ex_weight_rows_list (weights, FALSE);
  g_autoptr (GPtrArray) missing = NULL;

  g_ptr_array_insert (objectives, 0, ex_objective_copy (after));
  missing = ex_gate_objectives (reviews, leader, objectives);
  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (sentences, g_strdup (((const ExMissing *) g_ptr_array_index (missing, i))->text));
  return sentences;
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
    ex_alert_error (GTK_WIDGET (dialog), _("The change could not be proposed"), error);
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
