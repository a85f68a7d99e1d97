/* Private to the floor: a picture as the bytes of a PNG file, made many times as quickly as by a writer for photographs. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* @surface: an image of CAIRO_FORMAT_RGB24. @title, @description: (nullable) words to keep with it. Lossless; the whole file is appended to @bytes. */
void ex_png_append (GByteArray *bytes, cairo_surface_t *surface, const char *title, const char *description);

G_END_DECLS
