/* fuzz_pdf.c - any bytes as what pdftotext prints of a document: no crash, and lines that are text. */
#include <stdint.h>
#include <stdlib.h>

#include "parse.h"
#include "parse_pdf_lines.h"
#include "utf8.h"

enum { MEMORY_MAX = 256 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read(struct arena *arena, struct slice bytes)
{
    struct pdf_layout layout;
    struct report report = { .arena = arena, .text = BUF_INIT(arena) };
    line_list lines = { 0 };
    size_t half = bytes.length / 2; /* it comes in pieces */
    pdf_layout_init(&layout, arena);
    pdf_layout_take(&layout, (struct slice){ bytes.bytes, half });
    pdf_layout_take(&layout, (struct slice){ bytes.bytes + half, bytes.length - half });
    pdf_join_lines(&layout, &lines);
    for (size_t i = 0; i < lines.count; i++)
        if (!utf8_valid(lines.items[i].text.bytes, lines.items[i].text.length))
            abort();
    parse_text_lines(&report, &lines, "Pièce jointe");
    if (!utf8_valid(report.record.text.bytes, report.record.text.length))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT(MEMORY_MAX);
    if (arena_guard(&arena) == 0)
        read(&arena, (struct slice){ (const char *)data, size });
    arena_fini(&arena);
    return 0;
}
