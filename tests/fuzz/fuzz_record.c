/* Encoded records from a database that nobody vouches for. What decodes must encode again to something equal. */
#include <stdlib.h>

#include "record_codec.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT(256 << 20);
    struct error error = ERROR_NONE;
    struct slice bytes = { (const char *)data, size }, text;
    struct record *record, *again;
    if (arena_guard(&arena) == 0) {
        enum status status = record_decode(&arena, bytes, &record, &error);
        if (status == STATUS_OK && record_decode_text(&arena, bytes, &text, &error) == STATUS_OK) {
            struct buf out = BUF_INIT(&arena);
            record->text = text;
            if (record_encode(record, &out, &error) != STATUS_OK ||
                record_decode(&arena, buf_slice(&out), &again, &error) != STATUS_OK ||
                again->passages.count != record->passages.count)
                abort();
        }
        record_decode_span(&arena, bytes, 100, 20000, &text, &error);
    }
    arena_fini(&arena);
    return 0;
}
