/* fuzz_import.c - any bytes as a line of an export: a message for what is refused; what is taken is a record that can be
 * encoded, decoded and printed. */
#include <stdint.h>
#include <stdlib.h>

#include "dump.h"
#include "maintain_import.h"
#include "record_codec.h"

enum { MEMORY_MAX = 256 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take(struct arena *arena, struct slice line)
{
    struct record record, *decoded;
    struct error error = ERROR_NONE;
    struct buf encoded = BUF_INIT(arena), out = BUF_INIT(arena);
    if (import_record(arena, line, &record, &error)) {
        if (!error.message[0])
            abort();
        return;
    }
    if (record_encode(&record, &encoded, &error))
        return;
    if (record_decode(arena, buf_slice(&encoded), &decoded, &error))
        abort();
    dump_whole_record(&record, &out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT(MEMORY_MAX);
    if (arena_guard(&arena) == 0)
        take(&arena, (struct slice){ (const char *)data, size });
    arena_fini(&arena);
    return 0;
}
