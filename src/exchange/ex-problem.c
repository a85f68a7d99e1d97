#include "config.h"
#include "ex-problem.h"
