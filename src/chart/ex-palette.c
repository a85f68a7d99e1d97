#include "config.h"
#include "ex-palette.h"
