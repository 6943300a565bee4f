#include "explain.h"

#include <stdlib.h>

#include "utf8.h"

enum mark_style {
    STYLE_SPEAKER, STYLE_MENTION, STYLE_PLACE, STYLE_DATE, STYLE_PASSAGE, STYLE_LABEL, STYLE_NOTE, STYLE_COUNT
};

/* ECMA-48 renditions: bold green, cyan, yellow, magenta, dim, bold, dim. */
static const char *const escapes[STYLE_COUNT] = {
    "\033[1;32m", "\033[36m", "\033[33m", "\033[35m", "\033[2m", "\033[1m", "\033[2m"
};
static const char *const style_names[] = { "speaker", "mention", "place", "date" };

#define STYLE_END "\033[0m"

enum { RULE_COLUMNS = 72, CELL_COLUMNS = 36, DEPTH_MAX = 8 };

struct annotation {
    struct span at;
    enum mark_style style;
    const char *note;     /* "subject-says 0.93", "commune locative" */
};

struct explanation {
    const struct record *record;
    struct arena *arena;
    struct buf *out;
    bool colour;
    VEC(struct annotation) annotations;
};

/* ---- writing ---- */

static bool obeyed_by_terminals(uint32_t c)
{
    return c == UTF8_INVALID || c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Text of the report. LINES: it may have line breaks and tabs of its own. */
static void show(struct buf *out, struct slice text, bool lines)
{
    size_t step;
    for (size_t i = 0; i < text.length; i += step) {
        uint32_t c = utf8_decode(text.bytes + i, text.length - i, &step);
        if ((c == '\n' || c == '\t') && lines)
            buf_add_char(out, (char)c);
        else if (obeyed_by_terminals(c))
            buf_add_utf8(out, 0xFFFD);
        else
            buf_add(out, text.bytes + i, step);
    }
}

static void show_string(struct buf *out, const char *string)
{
    show(out, slice_of(string), false);
}

static void style(const struct explanation *e, enum mark_style which)
{
    if (e->colour)
        buf_add_string(e->out, escapes[which]);
}

static void end_style(const struct explanation *e)
{
    if (e->colour)
        buf_add_string(e->out, STYLE_END);
}

static const char *interval_text(struct arena *arena, struct interval interval)
{
    char start[ISO_DAY_BYTES], end[ISO_DAY_BYTES];
    day_format(interval.start, start);
    day_format(interval.end, end);
    return strcmp(start, end) == 0 ? arena_strdup(arena, start) : arena_printf(arena, "%s..%s", start, end);
}

/* ---- the head ---- */

static void head_line(const struct explanation *e, const char *label, const char *value, const char *rule)
{
    style(e, STYLE_LABEL);
    buf_printf(e->out, "%-10s", label);
    end_style(e);
    show_string(e->out, value ? value : "unknown");
    if (value && rule) {
        style(e, STYLE_NOTE);
        buf_printf(e->out, "  (%s)", rule);
        end_style(e);
    }
    buf_add_char(e->out, '\n');
}

static const char *event_text(struct arena *arena, const struct record *record)
{
    bool dated = !interval_is_none(record->event);
    if (!dated && record->event_place < 0)
        return NULL;
    return arena_printf(arena, "%s%s%s", dated ? interval_text(arena, record->event) : "",
                        dated && record->event_place >= 0 ? ", " : "",
                        record->event_place >= 0 ? record->places.items[record->event_place].name : "");
}

static void head(const struct explanation *e)
{
    const struct record *record = e->record;
    const char *rules = record->event_rule;
    if (record->event_rule && record->event_place_rule)
        rules = arena_printf(e->arena, "%s, %s", record->event_rule, record->event_place_rule);
    else if (!rules)
        rules = record->event_place_rule;
    head_line(e, "file", record->file, report_type_name(record->type));
    head_line(e, "title", record->title, NULL);
    head_line(e, "author", record->author, record->author_rule);
    head_line(e, "published",
              interval_is_none(record->published) ? NULL : interval_text(e->arena, record->published),
              record->published_rule);
    head_line(e, "event", event_text(e->arena, record), rules);
    head_line(e, "language",
              record->language == LANGUAGE_UNKNOWN ? NULL : language_row(record->language)->code, NULL);
}

/* ---- the text ---- */

static void annotate(struct explanation *e, struct span at, enum mark_style which, const char *note)
{
    if (at.end > at.start && at.end <= e->record->text.length)
        *vec_push(e->arena, &e->annotations) = (struct annotation){ at, which, note };
}

static int by_start(const void *a, const void *b)
{
    const struct span *x = &((const struct annotation *)a)->at, *y = &((const struct annotation *)b)->at;
    if (x->start != y->start)
        return x->start > y->start ? 1 : -1;
    return (x->end < y->end) - (x->end > y->end); /* the longer one first: it holds the other */
}

static void collect(struct explanation *e)
{
    const struct record *record = e->record;
    for (size_t i = 0; i < record->persons.count; i++) {
        const struct person *person = &record->persons.items[i];
        const char *note = person->speaker ? arena_printf(e->arena, "%s %.2f", person->rule, person->score)
                                           : person->rule;
        for (size_t k = 0; k < person->at.count; k++)
            annotate(e, person->at.items[k], person->speaker ? STYLE_SPEAKER : STYLE_MENTION, note);
    }
    for (size_t i = 0; i < record->places.count; i++) {
        const struct place *place = &record->places.items[i];
        const char *note = arena_printf(e->arena, "%s %s %s", place_kind_name(place->kind), place->id, place->rule);
        for (size_t k = 0; k < place->at.count; k++)
            annotate(e, place->at.items[k], STYLE_PLACE, note);
    }
    for (size_t i = 0; i < record->dates.count; i++) {
        const struct date *date = &record->dates.items[i];
        const char *value = interval_is_none(date->interval)
                                ? arena_printf(e->arena, "--%02d-%02d", date->month, date->day)
                                : interval_text(e->arena, date->interval);
        annotate(e, date->at, STYLE_DATE,
                 arena_printf(e->arena, "%s%s %s", value, date->deduced ? " deduced" : "", date->rule));
    }
    if (e->annotations.count)
        qsort(e->annotations.items, e->annotations.count, sizeof *e->annotations.items, by_start);
}

static void open_mark(const struct explanation *e, const struct annotation *annotation)
{
    if (!e->colour)
        buf_add_string(e->out, "⟦");
    style(e, annotation->style);
}

static void close_mark(const struct explanation *e, const struct annotation *annotation)
{
    end_style(e);
    style(e, STYLE_NOTE);
    if (e->colour)
        buf_add_string(e->out, "¦");
    else
        buf_printf(e->out, "¦%s:", style_names[annotation->style]);
    show_string(e->out, annotation->note);
    end_style(e);
    if (!e->colour)
        buf_add_string(e->out, "⟧");
}

/* The text from FROM to END with its marks, one inside another where they are (a town in a venue's name). *NEXT is
 * the first annotation not yet written. One that crosses another's end is left out: there is no way to show it. */
static void marked_text(const struct explanation *e, uint32_t from, uint32_t end, size_t *next)
{
    const char *text = e->record->text.bytes;
    const struct annotation *open[DEPTH_MAX];
    size_t depth = 0;
    while (from < end || depth) {
        while (*next < e->annotations.count && e->annotations.items[*next].at.start < from)
            ++*next;
        const struct annotation *coming = *next < e->annotations.count ? &e->annotations.items[*next] : NULL;
        uint32_t limit = depth ? open[depth - 1]->at.end : end;
        if (coming && coming->at.start < limit) {
            show(e->out, (struct slice){ text + from, coming->at.start - from }, true);
            from = coming->at.start;
            ++*next;
            if (coming->at.end > limit || depth == DEPTH_MAX)
                continue;
            open_mark(e, coming);
            open[depth++] = coming;
            continue;
        }
        show(e->out, (struct slice){ text + from, limit - from }, true);
        from = limit;
        if (!depth)
            break;
        close_mark(e, open[--depth]);
        if (depth)
            style(e, open[depth - 1]->style);
    }
}

static void boundary(const struct explanation *e, const struct passage *passage)
{
    size_t columns = 4;
    struct buf label = BUF_INIT(e->arena);
    buf_printf(&label, "%u", passage->number);
    if (passage->speaker) {
        buf_add_string(&label, " · ");
        show_string(&label, passage->speaker);
    }
    style(e, STYLE_PASSAGE);
    buf_add_string(e->out, "── ");
    buf_add_slice(e->out, buf_slice(&label));
    buf_add_char(e->out, ' ');
    for (columns += utf8_count(label.bytes, label.length); columns < RULE_COLUMNS; columns++)
        buf_add_string(e->out, "─");
    end_style(e);
    buf_add_char(e->out, '\n');
}

static void text(const struct explanation *e)
{
    const struct record *record = e->record;
    uint32_t at = 0;
    size_t next = 0;
    for (size_t i = 0; i < record->passages.count; i++) {
        const struct passage *passage = &record->passages.items[i];
        uint32_t start = passage->start > at ? passage->start : at;
        marked_text(e, at, start, &next);
        if (e->out->length && e->out->bytes[e->out->length - 1] != '\n')
            buf_add_char(e->out, '\n');
        boundary(e, passage);
        at = passage->end > start ? passage->end : start;
        marked_text(e, start, at, &next);
    }
    marked_text(e, at, (uint32_t)record->text.length, &next);
    buf_add_char(e->out, '\n');
}

/* ---- the table ---- */

enum { COLUMN_COUNT = 6 };

static const char *const columns[COLUMN_COUNT] = { "speaker", "role", "organisation", "rule", "score", "passages" };

/* What a cell shows: at most CELL_COLUMNS characters, and nothing that a terminal obeys. */
static const char *cell(struct arena *arena, const char *value)
{
    struct buf out = BUF_INIT(arena);
    buf_add_string(&out, "");
    show_string(&out, value ? value : "-");
    if (utf8_count(out.bytes, out.length) > CELL_COLUMNS) {
        size_t kept = 0, step;
        for (size_t i = 0; i + 1 < CELL_COLUMNS; i++, kept += step)
            utf8_decode(out.bytes + kept, out.length - kept, &step);
        buf_truncate(&out, kept);
        buf_add_string(&out, "…");
    }
    return out.bytes;
}

static const char *passage_numbers(struct arena *arena, const number_list *numbers)
{
    struct buf out = BUF_INIT(arena);
    for (size_t i = 0; i < numbers->count; i++)
        buf_printf(&out, "%s%u", i ? "," : "", numbers->items[i]);
    return out.bytes;
}

static void row(const struct explanation *e, const char *const cells[COLUMN_COUNT],
                const size_t widths[COLUMN_COUNT])
{
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        size_t width = utf8_count(cells[i], strlen(cells[i]));
        buf_add_string(e->out, cells[i]);
        for (; i + 1 < COLUMN_COUNT && width < widths[i] + 2; width++)
            buf_add_char(e->out, ' ');
    }
    buf_add_char(e->out, '\n');
}

static void speakers(const struct explanation *e)
{
    const struct record *record = e->record;
    typedef const char *row_cells[COLUMN_COUNT];
    row_cells *rows = arena_alloc(e->arena, (record->persons.count + 1) * sizeof *rows);
    size_t count = 0, widths[COLUMN_COUNT];
    for (size_t k = 0; k < COLUMN_COUNT; k++)
        widths[k] = strlen(columns[k]);
    for (size_t i = 0; i < record->persons.count; i++) {
        const struct person *person = &record->persons.items[i];
        if (!person->speaker)
            continue;
        const char *values[COLUMN_COUNT] = { person->name, person->role, person->organisation, person->rule,
            arena_printf(e->arena, "%.2f", person->score), passage_numbers(e->arena, &person->passages) };
        for (size_t k = 0; k < COLUMN_COUNT; k++) {
            rows[count][k] = cell(e->arena, values[k]);
            size_t width = utf8_count(rows[count][k], strlen(rows[count][k]));
            widths[k] = width > widths[k] ? width : widths[k];
        }
        count++;
    }
    if (count == 0) {
        buf_add_string(e->out, "no speaker\n");
        return;
    }
    style(e, STYLE_LABEL);
    row(e, columns, widths);
    end_style(e);
    for (size_t i = 0; i < count; i++)
        row(e, rows[i], widths);
}

void explain_record(const struct record *record, bool colour, struct buf *out)
{
    struct explanation e = { .record = record, .arena = out->arena, .out = out, .colour = colour };
    collect(&e);
    head(&e);
    buf_add_char(out, '\n');
    text(&e);
    buf_add_char(out, '\n');
    speakers(&e);
    buf_add_char(out, '\n');
}
