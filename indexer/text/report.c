#include "report.h"

#include "report_builder.h"
#include "utf8.h"

size_t report_block_at(const struct report *report, uint32_t offset)
{
    size_t low = 0, high = report->blocks.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (report->blocks.items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct text_place *report_place_at(const struct report *report, uint32_t offset)
{
    size_t low = 0, high = report->places.count, block = report_block_at(report, offset);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (report->places.items[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low || block == report->blocks.count ||
        report->places.items[low - 1].start < report->blocks.items[block].start)
        return NULL;
    return &report->places.items[low - 1];
}

const struct meta *report_meta(const struct report *report, const char *key)
{
    for (size_t i = 0; i < report->metas.count; i++)
        if (!strcmp(report->metas.items[i].key, key))
            return &report->metas.items[i];
    return NULL;
}

/* White space runs, no-break spaces included, become one space; other control characters vanish. */
static struct slice one_line(struct arena *arena, struct slice value)
{
    struct buf out = BUF_INIT(arena);
    bool space = false;
    size_t step;
    for (size_t i = 0; i < value.length; i += step) {
        uint32_t c = utf8_decode(value.bytes + i, value.length - i, &step);
        if (c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A)) {
            space = true;
        } else if (c != 0xAD && c != 0x200B && c != 0xFEFF) {
            if (space && out.length)
                buf_add_char(&out, ' ');
            space = false;
            buf_add_utf8(&out, c);
        }
    }
    return buf_slice(&out);
}

void report_add_meta(struct report *report, const char *key, struct slice value, const char *source, struct span at)
{
    if (value.length > META_BYTES_MAX)
        value.length = utf8_floor(value.bytes, value.length, META_BYTES_MAX);
    value = one_line(report->arena, value);
    if (!value.length || report->metas.count >= METAS_MAX)
        return;
    for (size_t i = 0; i < report->metas.count; i++) {
        const struct meta *known = &report->metas.items[i];
        if (!strcmp(known->key, key) && !strcmp(known->source, source) && slice_is(value, known->value))
            return;
    }
    *vec_push(report->arena, &report->metas) =
        (struct meta){ key, arena_dup_slice(report->arena, value), source, at };
}
