#include "lines.h"

#include <stdlib.h>

#include "utf8.h"

enum {
    WRAP_COLUMN_MIN = 45, WRAP_COLUMN_MAX = 132, /* columns that people and programs wrap at */
    WRAP_EVIDENCE = 2,                           /* line ends that must speak for it */
    WRAP_FILLED_PERCENT = 55,                    /* of inner lines reach 70 % of the column */
    WRAP_FITTING_PERCENT = 80                    /* of those, the next word would not have fitted */
};

static bool line_end(const char *p, size_t left, size_t *step)
{
    *step = 1;
    if (*p == '\r')
        *step = left > 1 && p[1] == '\n' ? 2 : 1;
    else if (left > 2 && (unsigned char)p[0] == 0xE2 && (unsigned char)p[1] == 0x80 && ((unsigned char)p[2] & 0xFE) == 0xA8)
        *step = 3;
    else
        return *p == '\n' || *p == '\f';
    return true;
}

static bool trim_start(struct slice *s, unsigned *columns)
{
    if (!s->length)
        return false;
    size_t step = *s->bytes == ' ' || *s->bytes == '\t' || *s->bytes == '\v' ? 1 : 0;
    if (slice_starts(*s, SLICE("\302\240")))
        step = 2;
    *columns += step && *s->bytes == '\t' ? 4 : 1;
    s->bytes += step;
    s->length -= step;
    return step != 0;
}

static bool trim_end(struct slice *s)
{
    if (!s->length)
        return false;
    char last = s->bytes[s->length - 1];
    size_t step = last == ' ' || last == '\t' || last == '\v' ? 1 : 0;
    if (s->length > 1 && last == '\240' && s->bytes[s->length - 2] == '\302')
        step = 2;
    s->length -= step;
    return step != 0;
}

void lines_split(struct arena *arena, struct slice text, line_list *lines)
{
    bool page = false;
    for (size_t i = 0; i < text.length;) {
        size_t from = i, step = 0;
        while (i < text.length && !line_end(text.bytes + i, text.length - i, &step))
            i++;
        struct text_line line = { .text = { text.bytes + from, i - from }, .page_start = page };
        unsigned columns = 0;
        while (trim_start(&line.text, &line.indent))
            columns = line.indent;
        line.indent = columns;
        while (trim_end(&line.text))
            ;
        line.columns = (unsigned)utf8_count(line.text.bytes, line.text.length);
        *vec_push(arena, lines) = line;
        page = i < text.length && text.bytes[i] == '\f';
        i += i < text.length ? step : 0;
    }
}

static int by_value(const void *a, const void *b)
{
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    return (x > y) - (x < y);
}

static unsigned width(const struct text_line *line)
{
    return line->indent + line->columns;
}

bool lines_wrapped(const struct text_line *before, const struct text_line *next, unsigned column)
{
    const char *space = memchr(next->text.bytes, ' ', next->text.length);
    size_t word = space ? (size_t)(space - next->text.bytes) : next->text.length;
    return column && width(before) <= column + 8 &&
           width(before) + 1 + utf8_count(next->text.bytes, word) > column;
}

unsigned lines_wrap_column(struct arena *arena, const line_list *lines)
{
    unsigned *widths = arena_alloc(arena, (lines->count + 1) * sizeof *widths);
    size_t count = 0, filled = 0, fitting = 0;
    for (size_t i = 0; i + 1 < lines->count; i++)
        if (lines->items[i].columns && lines->items[i + 1].columns)
            widths[count++] = width(&lines->items[i]);
    if (count < WRAP_EVIDENCE)
        return 0;
    qsort(widths, count, sizeof *widths, by_value);
    unsigned column = widths[count - 1 - count / 20]; /* a long line in twenty (an address) does not count */
    if (column < WRAP_COLUMN_MIN || column > WRAP_COLUMN_MAX)
        return 0;
    for (size_t i = 0; i + 1 < lines->count; i++) {
        const struct text_line *line = &lines->items[i];
        if (!line->columns || !line[1].columns || width(line) * 10 < column * 7)
            continue;
        filled++;
        fitting += lines_wrapped(line, line + 1, column);
    }
    bool wrapped = fitting >= WRAP_EVIDENCE && filled * 100 >= count * WRAP_FILLED_PERCENT &&
                   fitting * 100 >= filled * WRAP_FITTING_PERCENT;
    return wrapped ? column : 0;
}
