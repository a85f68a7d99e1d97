#include "config.h"

#include "ex-csv-survey.h"

#define SMALL_FILE (1024 * 1024) /* below this a thread is not worth its while */

struct _ExCsvSurvey
{
  ExCsvSource  *source;
  const char   *encoding;
  GChecksum    *checksum;
  GCancellable *stop;
  GThread      *thread; /* NULL: a small one, which is done */
  ExCsvText     text;
  GError       *failure;
};

static gpointer
survey_thread (gpointer data)
{
  ExCsvSurvey *self = data;

  ex_csv_text_survey (self->source, self->encoding, self->checksum, self->stop, &self->text, &self->failure);

  return NULL;
}

static void
survey_free (ExCsvSurvey *self)
{
  ex_csv_source_unref (self->source);
  g_checksum_free (self->checksum);
  g_object_unref (self->stop);
  g_clear_error (&self->failure);
  g_free (self);
}

ExCsvSurvey *
ex_csv_survey_begin (ExCsvSource *source, const char *encoding, GCancellable *cancellable, ExCsvText *text, GError **error)
{
  ExCsvSurvey *self = g_new0 (ExCsvSurvey, 1);

  self->source = ex_csv_source_ref (source);
  self->encoding = encoding;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->stop = g_cancellable_new ();
  if (ex_csv_source_get_size (source) > SMALL_FILE && ex_csv_text_guess (source, encoding, text))
    {
      self->thread = g_thread_new ("ex-survey", survey_thread, self);
      return self;
    }

  if (ex_csv_text_survey (source, encoding, self->checksum, cancellable, &self->text, error))
    {
      *text = self->text;
      return self;
    }
  survey_free (self);

  return NULL;
}

gboolean
ex_csv_survey_end (ExCsvSurvey *self, ExCsvText *text, char **digest, GError **error)
{
  gboolean good;

  g_clear_pointer (&self->thread, g_thread_join);
  good = self->failure == NULL;
  *text = self->text;
  *digest = good ? g_strdup (g_checksum_get_string (self->checksum)) : NULL;
  if (!good)
    g_propagate_error (error, g_steal_pointer (&self->failure));
  survey_free (self);

  return good;
}

void
ex_csv_survey_drop (ExCsvSurvey *self)
{
  g_cancellable_cancel (self->stop);
  g_clear_pointer (&self->thread, g_thread_join);
  survey_free (self);
}
