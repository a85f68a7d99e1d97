#include "config.h"

#include "ex-database.h"

G_DEFINE_QUARK (ex-store-error-quark, ex_store_error)
