#include "config.h"

#include "ex-error.h"

G_DEFINE_QUARK (ex-error-quark, ex_error)
