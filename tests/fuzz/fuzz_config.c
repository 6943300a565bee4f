/* fuzz_config.c - any bytes as a settings file: no crash, and a message for what is refused. */
#include <stdint.h>
#include <stdlib.h>

#include "config.h"

enum { MEMORY_MAX = 64 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT(MEMORY_MAX);
    struct config config;
    struct error error = ERROR_NONE;
    config_defaults(&config);
    if (arena_guard(&arena))
        abort();
    struct slice text = { (const char *)data, size };
    if (config_parse(&config, "fuzz", text, &arena, &error) && !error.message[0])
        abort();
    arena_fini(&arena);
    return 0;
}
