/* fuzz_dates.c - any text through date extraction: no crash, every date inside the text and possible. */
#include <stdlib.h>

#include "extract_dates.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT(64 << 20);
    struct error error = ERROR_NONE;
    static struct date_rules *rules; /* compiled once: it is the slow part */
    struct interval interval;
    if (arena_guard(&arena)) {
        arena_fini(&arena);
        return 0;
    }
    struct slice text = { (const char *)data, size };
    interval_parse(text, &interval);
    if (!rules && date_rules_new(&rules, &error) != STATUS_OK)
        abort();
    struct report report = { .arena = &arena, .record = { .text = text, .file = "fuzz.txt" } };
    *vec_push(&arena, &report.blocks) = (struct block){ .kind = BLOCK_PARAGRAPH, .end = (uint32_t)size };
    extract_dates(&report, rules);
    for (size_t i = 0; i < report.record.dates.count; i++) {
        const struct date *date = &report.record.dates.items[i];
        if (date->at.end > size || date->at.start >= date->at.end || date->interval.start > date->interval.end)
            abort();
    }
    arena_fini(&arena);
    return 0;
}
