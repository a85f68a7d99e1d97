/* The rules of the house, read from the sources themselves: which floor may know which, and how a file looks. Each function reads
 * the tree under @root and adds a sentence for everything that breaks its rule. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (* HouseRule) (const char *root, GPtrArray *complaints);

void house_check_includes  (const char *root, GPtrArray *complaints); /* down only; GTK, SQLite, cairo where they belong */
void house_check_beginning (const char *root, GPtrArray *complaints); /* config.h, own header, ours, libraries, C; headers explain themselves */
void house_check_size      (const char *root, GPtrArray *complaints); /* files up to 500 lines, functions up to 60 */
void house_check_names     (const char *root, GPtrArray *complaints); /* ex-*.c, nothing called "util" */
void house_check_potfiles  (const char *root, GPtrArray *complaints); /* whatever has a translatable string is in po/POTFILES */

G_END_DECLS
