/* What a session is made of: of ex-session.c and ex-session-stands.c. */
#pragma once

#include "ex-worker.h"

G_BEGIN_DECLS

struct _ExSession
{
  GObject     parent_instance;

  ExWorker   *worker;
  ExSnapshot *snapshot; /* NULL until open */
  char       *path;
  char       *actor;
  guint       pending;  /* jobs that are awaited */
};

G_END_DECLS
