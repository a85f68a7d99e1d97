/* A company in a folder of its own that goes when the test ends. */
#pragma once

#include "store/ex-store-import.h"

G_BEGIN_DECLS

typedef struct
{
  char    *folder;
  ExStore *store; /* "Test", in euros, empty */
} Fixture;

void  fixture_set_up    (Fixture *self, gconstpointer data);
void  fixture_tear_down (Fixture *self, gconstpointer data);
/* (transfer full) the path of a new file in the folder */
char *fixture_file      (Fixture *self, const char *name, const char *contents);

#define fixture_add(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

G_END_DECLS
