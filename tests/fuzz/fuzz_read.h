/* fuzz_read.h - reads one input as a file of this name, and checks what report.h promises of every text. */
#ifndef TRIBUNE_FUZZ_READ_H
#define TRIBUNE_FUZZ_READ_H

#include <stdlib.h>

#include "parse.h"
#include "utf8.h"

static inline void check_report(const struct report *report)
{
    struct slice text = report->record.text;
    uint32_t expected = 0;
    if (!utf8_valid(text.bytes, text.length))
        abort();
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        if (block->start != expected || block->end < block->start)
            abort();
        expected = block->end + 2;
    }
    for (size_t i = 0; i < report->marks.count; i++)
        if (report->marks.items[i].start >= report->marks.items[i].end || report->marks.items[i].end > text.length)
            abort();
}

static inline int fuzz_read(const char *name, const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT((size_t)256 << 20);
    if (!arena_guard(&arena)) {
        struct report *report = arena_new(&arena, struct report);
        struct source_file file = { .file = name, .path = name, .id = "0" };
        struct error error = ERROR_NONE;
        report->arena = &arena;
        if (report_read(report, &file, (struct slice){ (const char *)data, size }, &error) == STATUS_OK)
            check_report(report);
    }
    arena_fini(&arena);
    return 0;
}

#endif
