#include "report_builder.h"

#include <stdlib.h>

#include "charset.h"
#include "token.h"
#include "utf8.h"

enum { CELL_TABS_MIN = 2 }; /* of a line of text, from which they part cells */

/* Characters that stand before a list item in text that was no list: taken off, and the paragraph becomes an item. */
static const uint32_t bullets[] = {
    0x2022, 0x2023, 0x2043, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25B9, 0x25BA, 0x25BB, 0x25CF, 0x25CB,
    0x25E6, 0x2756, 0x27A2, 0x27A4, 0x2794, 0x2192, 0x21D2, 0x2714, 0x2713, 0x00B7, 0xF0B7, 0xF0A7, 0xF0D8
};

static bool is_bullet(uint32_t c)
{
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i] == c)
            return true;
    return false;
}

/* Spaces of every width; a zero-width or soft one is dropped instead. */
static bool is_wide_space(uint32_t c)
{
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0x85;
}

static bool is_dropped(uint32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0x80 && c <= 0x9F && c != 0x85) ||
           c == 0xFE0F || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
}

void builder_init(struct report_builder *b, struct report *report)
{
    memset(b, 0, sizeof *b);
    b->report = report;
    buf_add(&report->text, "", 0);
}

static size_t separator_bytes(const struct report_builder *b)
{
    return b->report->blocks.count ? 2 : 0;
}

uint32_t builder_position(const struct report_builder *b)
{
    if (!b->visible)
        return (uint32_t)(b->report->text.length + separator_bytes(b));
    return (uint32_t)(b->report->text.length + (b->space || b->tab || b->line));
}

static void add_mark(struct report_builder *b, const struct open_mark *open)
{
    const char *text = b->report->text.bytes;
    uint32_t start = open->start, end = (uint32_t)b->report->text.length;
    if (start < b->block.start)
        start = b->block.start;
    while (start < end && strchr(" \n\t", text[start]))
        start++;
    while (end > start && strchr(" \n\t", text[end - 1]))
        end--;
    if (start < end && b->report->marks.count < MARKS_MAX)
        *vec_push(b->report->arena, &b->report->marks) = (struct mark){ open->kind, start, end, open->target };
}

void builder_end(struct report_builder *b)
{
    if (b->open && b->visible) {
        for (unsigned i = 0; i < b->mark_count; i++)
            add_mark(b, &b->marks[i]);
        b->block.end = (uint32_t)b->report->text.length;
        *vec_push(b->report->arena, &b->report->blocks) = b->block;
    }
    b->open = b->visible = b->space = b->tab = b->line = b->wrapped = false;
    b->indent = 0;
    for (unsigned i = 0; i < b->mark_count; i++) /* a mark that goes on marks the next block from its start */
        b->marks[i].start = builder_position(b);
}

void builder_begin(struct report_builder *b, enum block_kind kind, unsigned level)
{
    builder_end(b);
    b->open = true;
    b->block = (struct block){ .kind = kind, .level = (uint8_t)(level > 255 ? 255 : level) };
    b->column = 0;
}

void builder_begin_item(struct report_builder *b, unsigned level, bool ordered, uint32_t number)
{
    builder_begin(b, BLOCK_LIST_ITEM, level);
    b->block.ordered = ordered;
    b->block.number = number;
}

static void start_text(struct report_builder *b)
{
    if (separator_bytes(b))
        buf_add(&b->report->text, "\n\n", 2);
    b->block.start = (uint32_t)b->report->text.length;
    b->visible = true;
    b->space = b->tab = b->line = b->wrapped = false;
}

void builder_rule(struct report_builder *b)
{
    builder_end(b);
    size_t count = b->report->blocks.count;
    if (!count || b->report->blocks.items[count - 1].kind == BLOCK_RULE)
        return;
    builder_begin(b, BLOCK_RULE, 0);
    start_text(b);
    builder_end(b);
}

/* First words of compounds that keep their hyphen when the line ends there. */
static const char *const hyphen_keepers[] = {
    "vice", "ex", "non", "sous", "demi", "mi", "semi", "au", "là", "ci", "celui", "celle", "ceux", "celles", "peut",
    "est", "quelques", "grand", "grande", "rendez", "compte", "porte", "self", "well", "long", "short", "high",
    "low", "all", "cross", "part"
};

bool hyphen_only_wraps(struct slice before, uint32_t next)
{
    size_t start = before.length, step;
    while (start > 0) {
        uint32_t c = utf8_decode_before(before.bytes, start, &step);
        if (c == '-')
            return false;
        if (!char_is_word(c) || (c >= '0' && c <= '9'))
            break;
        start -= step;
    }
    if (start == before.length || !char_is_word(next) || char_is_upper(next) || (next >= '0' && next <= '9'))
        return false;
    struct slice part = { before.bytes + start, before.length - start };
    for (size_t i = 0; i < sizeof hyphen_keepers / sizeof *hyphen_keepers; i++)
        if (slice_is(part, hyphen_keepers[i]))
            return false;
    return true;
}

/* Does the hyphen at the end of the block's text go before NEXT? */
static bool hyphen_vanishes(const struct report_builder *b, uint32_t next)
{
    const struct buf *text = &b->report->text;
    return hyphen_only_wraps((struct slice){ text->bytes + b->block.start, text->length - 1 - b->block.start }, next);
}

/* Writes the white space that was waiting before the character NEXT. */
static void flush_space(struct report_builder *b, uint32_t next)
{
    struct buf *text = &b->report->text;
    bool heading = b->block.kind == BLOCK_HEADING;
    if (b->wrapped && !b->line && !b->tab && text->length > b->block.start && text->bytes[text->length - 1] == '-' &&
        text->length - b->block.start > 1 && text->bytes[text->length - 2] != ' ') {
        if (hyphen_vanishes(b, next))
            buf_truncate(text, text->length - 1);
    } else if (b->tab) {
        buf_add_char(text, '\t');
    } else if (b->line && !heading) {
        buf_add_char(text, '\n');
    } else if (b->space || b->line) {
        buf_add_char(text, ' ');
    }
    b->space = b->tab = b->line = b->wrapped = false;
}

static bool is_combining(uint32_t c)
{
    return c >= 0x300 && c < 0x370;
}

/* A combining mark that came after its letter by another way (an entity, another element): NFC joins them. */
static void compose(struct report_builder *b, uint32_t c)
{
    struct buf *text = &b->report->text;
    size_t step;
    char pair[16];
    uint32_t before = utf8_decode_before(text->bytes, text->length, &step);
    size_t from = text->length - step;
    buf_add_utf8(text, c);
    size_t length = text->length - from;
    if (before == UTF8_INVALID || is_combining(before) || length > sizeof pair)
        return;
    memcpy(pair, text->bytes + from, length);
    buf_truncate(text, from);
    buf_add_slice(text, charset_nfc(b->report->arena, (struct slice){ pair, length }));
}

/* Makes ready for a visible character; false when it is a bullet that is taken off. */
static bool ready_for(struct report_builder *b, uint32_t c)
{
    if (!b->open)
        builder_begin(b, BLOCK_PARAGRAPH, 0);
    if (b->visible) {
        if (b->space || b->tab || b->line || b->wrapped)
            flush_space(b, c);
        return true;
    }
    if (c >= 0x80 && is_bullet(c) && (b->block.kind == BLOCK_PARAGRAPH || b->block.kind == BLOCK_LIST_ITEM)) {
        b->block.kind = BLOCK_LIST_ITEM;
        if (!b->block.level)
            b->block.level = 1;
        return false;
    }
    start_text(b);
    return true;
}

void builder_text(struct report_builder *b, struct slice text)
{
    size_t i = 0, step;
    while (i < text.length) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c <= 0x20 || c == 0x7F) {
            b->space = true;
            i++;
            continue;
        }
        if (c >= 0x80) {
            uint32_t character = utf8_decode(text.bytes + i, text.length - i, &step);
            if (is_wide_space(character))
                b->space = true;
            else if (!is_dropped(character) && ready_for(b, character)) {
                if (is_combining(character) && b->report->text.length > b->block.start)
                    compose(b, character);
                else
                    buf_add_utf8(&b->report->text, character);
            }
            i += step;
            continue;
        }
        if ((!b->visible || b->space || b->tab || b->line || b->wrapped) && !ready_for(b, c)) {
            i++;
            continue;
        }
        size_t from = i;
        while (i < text.length && (unsigned char)text.bytes[i] > 0x20 && (unsigned char)text.bytes[i] < 0x7F)
            i++;
        buf_add(&b->report->text, text.bytes + from, i - from);
    }
}

void builder_tabbed(struct report_builder *b, struct slice text)
{
    size_t tabs = 0;
    for (size_t i = 0; i < text.length; i++)
        tabs += text.bytes[i] == '\t' && (i == 0 || text.bytes[i - 1] != '\t');
    if (tabs < CELL_TABS_MIN || b->block.kind == BLOCK_HEADING || b->block.kind == BLOCK_TABLE_ROW) {
        builder_text(b, text);
        return;
    }
    if (!b->visible || b->line)
        b->column = 1;
    for (size_t i = 0, end; i <= text.length; i = end + 1) {
        for (end = i; end < text.length && text.bytes[end] != '\t';)
            end++;
        if (i)
            builder_cell(b);
        builder_place(b, 0, 0);
        builder_text(b, (struct slice){ text.bytes + i, end - i });
    }
}

void builder_verbatim(struct report_builder *b, struct slice text)
{
    size_t i = 0;
    while (i < text.length) {
        unsigned char c = (unsigned char)text.bytes[i];
        size_t from = i++;
        if (c == '\n') {
            b->line = b->visible;
            b->indent = 0;
        } else if (c <= 0x20) {
            unsigned wide = c == '\t' ? 4 : 1;
            b->indent = b->indent + wide < INDENT_MAX ? b->indent + wide : INDENT_MAX;
        } else {
            while (i < text.length && (unsigned char)text.bytes[i] > 0x20)
                i++;
            if (b->visible && b->line)
                buf_add_char(&b->report->text, '\n');
            for (; b->visible && b->indent; b->indent--)
                buf_add_char(&b->report->text, ' ');
            b->line = false;
            b->indent = 0;
            builder_text(b, (struct slice){ text.bytes + from, i - from });
        }
    }
}

void builder_space(struct report_builder *b)
{
    b->space = true;
}

void builder_cell(struct report_builder *b)
{
    b->tab = b->visible;
    b->column++;
}

void builder_place(struct report_builder *b, uint32_t path, unsigned nth)
{
    struct report *report = b->report;
    struct text_place place = { builder_position(b), path, (uint16_t)nth, b->column };
    struct text_place *last = report->places.count ? &report->places.items[report->places.count - 1] : NULL;
    bool same = last && last->path == place.path && last->nth == place.nth && last->column == place.column;
    if (last && last->start == place.start)
        *last = place; /* the text before it was only white space */
    else if ((!same || !b->visible) && report->places.count < MARKS_MAX)
        *vec_push(report->arena, &report->places) = place;
}

void builder_line(struct report_builder *b)
{
    if (b->visible)
        b->line = true;
}

void builder_paragraph(struct report_builder *b)
{
    if (!b->open || !b->visible)
        return;
    if (b->block.kind == BLOCK_TABLE_ROW)
        builder_line(b);
    else
        builder_begin(b, b->block.kind == BLOCK_QUOTE ? BLOCK_QUOTE : BLOCK_PARAGRAPH, 0);
}

void builder_wrap(struct report_builder *b)
{
    b->space = b->wrapped = true;
}

void builder_mark_begin(struct report_builder *b, enum mark_kind kind, const char *target)
{
    if (b->mark_count >= OPEN_MARKS_MAX) {
        b->skipped++;
        return;
    }
    b->marks[b->mark_count++] = (struct open_mark){ kind, builder_position(b), target };
}

void builder_mark_end(struct report_builder *b, enum mark_kind kind)
{
    if (b->skipped) {
        b->skipped--;
        return;
    }
    for (unsigned i = b->mark_count; i-- > 0;) {
        if (b->marks[i].kind != kind)
            continue;
        if (b->visible)
            add_mark(b, &b->marks[i]);
        memmove(&b->marks[i], &b->marks[i + 1], (b->mark_count - i - 1) * sizeof *b->marks);
        b->mark_count--;
        return;
    }
}

static int by_start(const void *a, const void *b)
{
    const struct mark *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

/* Word processors cut bold runs at random: marks of one kind that touch, or are one space apart, are one; a mark
 * inside another of its kind is dropped. */
static void tidy_marks(struct report *report)
{
    size_t last[MARK_KINDS], kept = 0;
    bool any[MARK_KINDS] = { false };
    struct mark *marks = report->marks.items;
    for (size_t i = 0; i < report->marks.count; i++) {
        struct mark mark = marks[i];
        struct mark *before = any[mark.kind] ? &marks[last[mark.kind]] : NULL;
        bool joins = before && (mark.kind == MARK_BOLD || mark.kind == MARK_ITALIC);
        if (joins && (mark.start <= before->end ||
                      (mark.start == before->end + 1 && report->text.bytes[before->end] == ' '))) {
            if (mark.end > before->end)
                before->end = mark.end;
            continue;
        }
        if (before && mark.start == before->start && mark.end == before->end)
            continue;
        any[mark.kind] = true;
        last[mark.kind] = kept;
        marks[kept++] = mark;
    }
    report->marks.count = kept;
}

void builder_finish(struct report_builder *b)
{
    struct report *report = b->report;
    builder_end(b);
    while (report->blocks.count && report->blocks.items[report->blocks.count - 1].kind == BLOCK_RULE) {
        report->blocks.count--; /* a rule at the end divides nothing */
        size_t end = report->blocks.count ? report->blocks.items[report->blocks.count - 1].end : 0;
        buf_truncate(&report->text, end);
    }
    if (report->marks.count)
        qsort(report->marks.items, report->marks.count, sizeof *report->marks.items, by_start);
    tidy_marks(report);
    report->record.text = buf_slice(&report->text);
}
