/* report_print.h - a report as plain text, so that tests compare it with a file: title, metadata, blocks, marks,
 * documents. */
#ifndef TRIBUNE_REPORT_PRINT_H
#define TRIBUNE_REPORT_PRINT_H

#include "language.h"
#include "report.h"

static inline void print_blocks(struct buf *out, const struct report *report)
{
    static const char *const kinds[] = { "heading", "paragraph", "item", "quote", "row", "preformatted", "rule" };
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        buf_printf(out, "[%s", kinds[block->kind]);
        if (block->level)
            buf_printf(out, " %u", block->level);
        if (block->ordered)
            buf_printf(out, " #%u", block->number);
        buf_printf(out, "] %.*s\n", (int)(block->end - block->start), report->text.bytes + block->start);
    }
}

static inline void print_report(struct buf *out, const struct report *report)
{
    static const char *const kinds[] = { "bold", "italic", "link", "speaker", "credit" };
    const struct record *record = &report->record;
    buf_printf(out, "title: %s\nlanguage: %s\ntype: %s\n", record->title, language_row(record->language)->code,
               report_type_name(record->type));
    if (record->url)
        buf_printf(out, "url: %s\n", record->url);
    for (size_t i = 0; i < report->metas.count; i++) {
        const struct meta *meta = &report->metas.items[i];
        buf_printf(out, "meta %s = %s (%s)", meta->key, meta->value, meta->source);
        if (meta->at.end > meta->at.start)
            buf_printf(out, " at \"%.*s\"", (int)(meta->at.end - meta->at.start),
                       report->text.bytes + meta->at.start);
        buf_add_char(out, '\n');
    }
    print_blocks(out, report);
    for (size_t i = 0; i < report->marks.count; i++) {
        const struct mark *mark = &report->marks.items[i];
        buf_printf(out, "%s \"%.*s\"", kinds[mark->kind], (int)(mark->end - mark->start),
                   report->text.bytes + mark->start);
        buf_printf(out, mark->target ? " -> %s\n" : "\n", mark->target);
    }
    for (size_t i = 0; i < record->attachments.count; i++) {
        const struct attachment *a = &record->attachments.items[i];
        buf_printf(out, "attachment %s | %s | %llu | %s\n", a->title, a->type, (unsigned long long)a->bytes,
                   a->url ? a->url : "");
    }
}

#endif
