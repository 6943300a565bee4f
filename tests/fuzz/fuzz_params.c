/* fuzz_params.c - any bytes as a query string: no crash, valid UTF-8, and links that read back as what they were. */
#include <stdint.h>
#include <stdlib.h>

#include "params.h"
#include "utf8.h"

enum { MEMORY_MAX = 64 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT(MEMORY_MAX);
    struct params params = { 0 }, again = { 0 };
    struct error error = ERROR_NONE;
    if (arena_guard(&arena))
        abort();
    if (params_parse(&params, &arena, (struct slice){ (const char *)data, size }, &error) == STATUS_OK) {
        for (size_t i = 0; i < params.values.count; i++)
            if (!utf8_valid(params.values.items[i].value, strlen(params.values.items[i].value)))
                abort();
        const char *link = params_link_set(&params, &arena, PARAM_PAGE, params_get(&params, PARAM_PAGE));
        struct slice encoded = { link + 1, strlen(link + 1) };
        if (encoded.length <= PARAMS_BYTES_MAX) {
            if (params_parse(&again, &arena, encoded, &error) || again.values.count != params.values.count)
                abort();
            for (size_t i = 0; i < again.values.count; i++)
                if (strcmp(again.values.items[i].value, params.values.items[i].value) != 0)
                    abort();
        }
    }
    arena_fini(&arena);
    return 0;
}
