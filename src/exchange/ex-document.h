/* A document for paper: blocks, one after the other, laid out into pages with a running head and foot. The pages are drawn on any cairo_t: a PDF, a printer, a preview.
 * Knows nothing of what it says. Text is plain; lengths are points. */
#pragma once

#include "chart/ex-chart.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  double width, height;
  double top, right, bottom, left; /* margins */
} ExPaper;

/* "a4", "letter", whatever the case; portrait, with margins. */
gboolean       ex_paper_parse   (const char *nick, ExPaper *paper);
const ExPaper *ex_paper_default (void); /* as the locale has it: Letter where it is used, else A4 */
const char    *ex_paper_nick    (const ExPaper *paper); /* "a4", "letter", on its side too; NULL: another */
void           ex_paper_turn    (ExPaper *paper);       /* on its side, and back */

typedef struct _ExDocument ExDocument;

typedef enum { EX_TEXT_BODY, EX_TEXT_LEAD, EX_TEXT_DIM, EX_TEXT_QUOTE } ExTextStyle;

typedef enum { EX_ALIGN_START, EX_ALIGN_END, EX_ALIGN_CENTER } ExAlign;

typedef struct
{
  const char *title;
  double      width;  /* share of what is left by columns that take their own width; 0: as wide as its widest cell */
  ExAlign     align;  /* figures stand at the end: same decimals, so that they align at the point */
} ExDocumentColumn;

/* @title: of the document, in the PDF's properties and the head of every page; @company: in the head too; @dated: in the foot: "As of 22 November 2026". @language: BCP 47,
 * NULL: the reader's. */
ExDocument *ex_document_new            (const char *title, const char *company, const char *dated, const char *language);
ExDocument *ex_document_ref            (ExDocument *self);
void        ex_document_unref          (ExDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExDocument, ex_document_unref)
const char *ex_document_get_title      (const ExDocument *self);
void        ex_document_set_foot       (ExDocument *self, const char *text);                     /* (nullable) small, above the page number: the history's head */
void        ex_document_set_rtl        (ExDocument *self, gboolean rtl);
void        ex_document_set_landscape  (ExDocument *self, gboolean landscape);                    /* on whatever paper, on its side */

/* @level: 1 to 3; in the outline; never alone at the bottom of a page. */
void        ex_document_add_heading    (ExDocument *self, guint level, const char *text);
void        ex_document_add_text       (ExDocument *self, ExTextStyle style, const char *text);
/* Names and values in two columns; @pairs: name, value, name, value, NULL. */
void        ex_document_add_facts      (ExDocument *self, const char *const *pairs);
/* @height: of the whole, 0: as the chart wants at that width. Never broken; drawn with the print palette. */
void        ex_document_add_chart      (ExDocument *self, ExChart *chart, double height);
/* Several beside each other, @columns in a row. */
void        ex_document_add_charts     (ExDocument *self, ExChart *const *charts, guint n, guint columns, double height);
/* Breaks between rows, with its heading again on the next page; a row breaks only when it is higher than a page. Ends a row by n columns. @bold_last: a line of totals.
 * @cells: row after row, (nullable) cells are empty; copied. */
void        ex_document_add_table      (ExDocument *self, const ExDocumentColumn *columns, guint n_columns, const char *const *cells, guint n_rows, gboolean bold_last);
/* Lines to sign on, side by side, kept together: under each line @names[i], and @notes[i] (nullable) in place of a signature that was given: "Signed 3 March 2026". */
void        ex_document_add_signatures (ExDocument *self, const char *const *names, const char *const *notes, guint n);
void        ex_document_add_page_break (ExDocument *self);

/* Laid out for a paper; the document must not change after. Any thread, one at a time. */
typedef struct _ExPages ExPages;
ExPages    *ex_pages_new               (ExDocument *document, const ExPaper *paper);
ExPages    *ex_pages_ref               (ExPages *self);
void        ex_pages_free              (ExPages *self);                                           /* gives back a reference */
guint       ex_pages_n                 (const ExPages *self);
const ExPaper *ex_pages_get_paper      (const ExPages *self);
void        ex_pages_draw              (ExPages *self, guint page, cairo_t *cr);                  /* at 0, 0, in points */
char       *ex_pages_get_text          (ExPages *self, guint page);                               /* (transfer full): what is written on it, without head and foot, in reading order */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExPages, ex_pages_free)

/* A PDF of one document or, one after the other, of thousands, in little memory: fonts embedded, title, outline. It reaches its name only by ex_pdf_close(). */
typedef struct _ExPdf ExPdf;
ExPdf      *ex_pdf_open                (const char *path, const ExPaper *paper, const char *title, GError **error);
/* @group: (nullable) an entry of the outline over this document's own: "Ana Okafor". Page numbers begin again with each document: "2 of 3". */
gboolean    ex_pdf_add                 (ExPdf *self, ExDocument *document, const char *group, GError **error);
/* The same page by page, from the first to the last, for whoever has them laid out already. */
gboolean    ex_pdf_add_page            (ExPdf *self, ExPages *pages, guint page, const char *group, GError **error);
gboolean    ex_pdf_close               (ExPdf *self, GError **error); /* frees it, in any case */
void        ex_pdf_abandon             (ExPdf *self);                 /* frees it; nothing is left behind */

/* @cancellable: (nullable) asked before every page; then nothing is left behind. */
gboolean    ex_document_save           (ExDocument *self, const ExPaper *paper, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
