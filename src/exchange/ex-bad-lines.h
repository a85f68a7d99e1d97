/* The lines of a file that are refused: a bit a line, so that a gigabyte of noise costs megabytes, and why, where that is kept. Of this folder
 * only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ExBadLines ExBadLines;

ExBadLines *ex_bad_lines_new      (gboolean with_words);
void        ex_bad_lines_free     (ExBadLines *self);
/* @why: (nullable) is added to what is said of the line. */
void        ex_bad_lines_add      (ExBadLines *self, guint line, const char *why);
gboolean    ex_bad_lines_contains (const ExBadLines *self, guint line);
guint       ex_bad_lines_length   (const ExBadLines *self);
/* (nullable) nothing was said of it, or words are not kept. */
const char *ex_bad_lines_get_why  (const ExBadLines *self, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExBadLines, ex_bad_lines_free)

G_END_DECLS
