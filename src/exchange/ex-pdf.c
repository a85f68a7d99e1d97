/* Documents as a PDF, a page at a time: a document's pages are laid out, drawn and forgotten before the next is begun. */
#include "config.h"

#include "ex-document.h"

#include "chart/ex-new-file.h"
#include "ex-pages-private.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

struct _ExPdf
{
  char            *path;
  ExNewFile       *file;    /* NULL: closed */
  ExPaper          paper;
  ExTypesetter    *setter;
  cairo_surface_t *surface;
  cairo_t         *cr;
  guint            n_pages;
  gboolean         titled;  /* the properties have a company */
};

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  ExPdf *self = closure;

  return ex_new_file_write (self->file, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void
say_when (cairo_surface_t *surface)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, text);
}

ExPdf *
ex_pdf_open (const char *path, const ExPaper *paper, const char *title, GError **error)
{
  ExNewFile *file = NULL;
  ExPdf *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (paper != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  file = ex_new_file_open (path, error);
  if (file == NULL)
    return NULL;
  self = g_new0 (ExPdf, 1);
  self->path = g_strdup (path);
  self->file = file;
  self->paper = *paper;
  self->setter = ex_typesetter_new (pango_cairo_font_map_get_default ());
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self, paper->width, paper->height);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Exemplar " EX_VERSION);
  if (title != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  say_when (self->surface);
  self->cr = cairo_create (self->surface);

  return self;
}

/* ---- Outline ---- */

static int
add_entry (ExPdf *self, int parent, const char *name, guint page, double y, gboolean open)
{
  /* Whole points: cairo reads a decimal point as the locale writes it. */
  g_autofree char *where = g_strdup_printf ("page=%u pos=[0 %d]", page, (int) y);
  g_autofree char *line = g_strdelimit (g_strdup (name), "\n", ' ');

  return cairo_pdf_surface_add_outline (self->surface, parent, line, where, open ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
}

/* Headings under the last of a higher level. */
static void
add_outline (ExPdf *self, const ExPages *pages, const char *group)
{
  guint first = self->n_pages + 1;
  int root = group != NULL ? add_entry (self, CAIRO_PDF_OUTLINE_ROOT, group, first, 0, FALSE) : CAIRO_PDF_OUTLINE_ROOT;
  int parents[4] = { root, root, root, root };

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const ExPage *page = &g_array_index (pages->pages, ExPage, i);

      for (guint k = page->first; k < page->first + page->n; k++)
        {
          const ExSlab *slab = &g_array_index (pages->slabs, ExSlab, k);
          const ExBlock *block = slab->heading < 0 ? NULL : g_ptr_array_index (pages->document->blocks, slab->heading);
          int entry;

          if (block == NULL || *block->text == '\0')
            continue;
          entry = add_entry (self, parents[block->level - 1], block->text, first + i, MAX (self->paper.top + slab->y - 12, 0), block->level == 1);
          for (guint level = block->level; level < G_N_ELEMENTS (parents); level++)
            parents[level] = entry;
        }
    }
}

/* ---- Pages ---- */

static gboolean
fail (ExPdf *self, GError **error)
{
  cairo_status_t status = cairo_surface_status (self->surface);
  g_autofree char *name = g_filename_display_name (self->path);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_status (self->cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  if (status == CAIRO_STATUS_WRITE_ERROR && !ex_new_file_check (self->file, error))
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” could not be written: %s."), name, cairo_status_to_string (status));
  return FALSE;
}

static void
describe (ExPdf *self, const ExDocument *document)
{
  if (self->titled)
    return;
  self->titled = TRUE;
  if (*document->company != '\0')
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, document->company);
  if (*document->dated != '\0')
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, document->dated);
}

gboolean
ex_pdf_add_page (ExPdf *self, ExPages *pages, guint page, const char *group, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (pages != NULL && page < ex_pages_n (pages), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (page == 0)
    {
      describe (self, pages->document);
      add_outline (self, pages, group);
    }
  label = group != NULL ? g_strdup_printf ("%s, %u", group, page + 1) : g_strdup_printf ("%u", page + 1);
  cairo_pdf_surface_set_size (self->surface, pages->paper.width, pages->paper.height);
  cairo_pdf_surface_set_page_label (self->surface, label);
  ex_pages_draw (pages, page, self->cr);
  cairo_show_page (self->cr);
  self->n_pages++;

  return fail (self, error);
}

gboolean
ex_pdf_add (ExPdf *self, ExDocument *document, const char *group, GError **error)
{
  g_autoptr (ExPages) pages = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  pages = ex_pages_new_with (document, &self->paper, self->setter);
  for (guint i = 0; i < ex_pages_n (pages); i++)
    if (!ex_pdf_add_page (self, pages, i, group, error))
      return FALSE;

  return TRUE;
}

/* ---- The end ---- */

static void
pdf_free (ExPdf *self)
{
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  ex_typesetter_free (self->setter);
  g_free (self->path);
  g_free (self);
}

gboolean
ex_pdf_close (ExPdf *self, GError **error)
{
  gboolean done = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  cairo_surface_finish (self->surface);
  done = fail (self, error);
  if (done)
    done = ex_new_file_close (self->file, error);
  else
    ex_new_file_abandon (self->file);
  pdf_free (self);

  return done;
}

void
ex_pdf_abandon (ExPdf *self)
{
  if (self == NULL)
    return;
  cairo_surface_finish (self->surface); /* it still writes, into what is thrown away */
  ex_new_file_abandon (self->file);
  pdf_free (self);
}

gboolean
ex_document_save (ExDocument *self, const ExPaper *paper, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExPages) pages = NULL;
  ExPdf *pdf = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (self != NULL, FALSE);

  pdf = ex_pdf_open (path, paper, self->title, error);
  if (pdf == NULL)
    return FALSE;
  pages = ex_pages_new_with (self, paper, pdf->setter);
  for (guint i = 0; done && i < ex_pages_n (pages); i++)
    done = !g_cancellable_set_error_if_cancelled (cancellable, error) && ex_pdf_add_page (pdf, pages, i, NULL, error);
  g_clear_pointer (&pages, ex_pages_free); /* before what set its words */
  if (done)
    return ex_pdf_close (pdf, error);
  ex_pdf_abandon (pdf);

  return FALSE;
}
