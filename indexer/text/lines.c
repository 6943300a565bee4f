#include "lines.h"

#include "utf8.h"

enum {
    WRAP_COLUMN_MIN = 45, WRAP_COLUMN_MAX = 132, /* columns that people and programs wrap at */
    WRAP_EVIDENCE = 2,                           /* line ends that must speak for it */
    WRAP_FILLED_PERCENT = 40,                    /* of inner lines reach 70 % of the column */
    WRAP_FITTING_PERCENT = 85,                   /* of those, the next word would not have fitted */
    WRAP_LONGER_PERCENT = 15,                    /* of inner lines may be longer: addresses, lists */
    SAMPLE_LINES = 4000
};

static bool line_end(const char *p, size_t left, size_t *step)
{
    *step = 1;
    if (*p == '\r')
        *step = left > 1 && p[1] == '\n' ? 2 : 1;
    else if (left > 2 && (!memcmp(p, "\342\200\250", 3) || !memcmp(p, "\342\200\251", 3)))
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

static unsigned width(const struct text_line *line)
{
    return line->indent + line->columns;
}

static unsigned first_word_columns(const struct text_line *line)
{
    const char *space = memchr(line->text.bytes, ' ', line->text.length);
    return (unsigned)utf8_count(line->text.bytes, space ? (size_t)(space - line->text.bytes) : line->text.length);
}

bool lines_wrapped(const struct text_line *before, const struct text_line *next, unsigned column)
{
    unsigned w = width(before);
    size_t n = before->text.length;
    if (!column || w > column + 2)
        return false;
    bool hyphen = n > 1 && before->text.bytes[n - 1] == '-' && before->text.bytes[n - 2] != ' ' &&
                  w * 10 >= column * 7;
    return hyphen || w + 1 + first_word_columns(next) > column;
}

/* A line that another one follows: how wide it is, and would be with the first word of the next. */
struct inner_line {
    unsigned width, needed;
};

unsigned lines_wrap_column(struct arena *arena, const line_list *lines)
{
    VEC(struct inner_line) inner = { 0 };
    for (size_t i = 0; i + 1 < lines->count && inner.count < SAMPLE_LINES; i++) {
        const struct text_line *line = &lines->items[i];
        if (!line->columns || !line[1].columns)
            continue;
        *vec_push(arena, &inner) = (struct inner_line){ width(line), width(line) + 1 + first_word_columns(line + 1) };
    }
    unsigned best = 0;
    size_t most = 0;
    for (unsigned column = WRAP_COLUMN_MIN; column <= WRAP_COLUMN_MAX; column++) {
        size_t filled = 0, fitting = 0, longer = 0;
        for (size_t i = 0; i < inner.count; i++) {
            longer += inner.items[i].width > column;
            if (inner.items[i].width <= column && inner.items[i].width * 10 >= column * 7) {
                filled++;
                fitting += inner.items[i].needed > column;
            }
        }
        if (fitting > most && fitting >= WRAP_EVIDENCE && longer * 100 <= inner.count * WRAP_LONGER_PERCENT &&
            filled * 100 >= inner.count * WRAP_FILLED_PERCENT && fitting * 100 >= filled * WRAP_FITTING_PERCENT) {
            most = fitting;
            best = column;
        }
    }
    return best;
}
