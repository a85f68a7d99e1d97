/* Any bytes at all, as a file to import: the entry that libFuzzer calls, and that the replay test calls without it. */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

G_END_DECLS
