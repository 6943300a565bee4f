#include "reading.h"

#include <stdlib.h>

#include "database.h"
#include "highlight.h"
#include "record_codec.h"
#include "search.h"

/* ---- people, places and dates in the text ---- */

/* An interval as `period:` takes it; NULL for one that is open. */
static const char *interval_value(struct arena *arena, struct interval interval)
{
    char start[ISO_DAY_BYTES], end[ISO_DAY_BYTES];
    if (interval.start == DAY_NONE || interval.end == DAY_NONE)
        return NULL;
    day_format(interval.start, start);
    day_format(interval.end, end);
    return interval.start == interval.end ? arena_strdup(arena, start) : arena_printf(arena, "%s..%s", start, end);
}

static void add_links(reading_link_list *links, struct arena *arena, const span_list *spans,
                      enum reading_link_kind kind, const char *value)
{
    for (size_t i = 0; value && value[0] && i < spans->count; i++)
        *vec_push(arena, links) = (struct reading_link){ spans->items[i], kind, value };
}

/* By beginning, the longer first. */
static int compare_links(const void *a, const void *b)
{
    const struct reading_link *one = a, *other = b;
    if (one->at.start != other->at.start)
        return one->at.start < other->at.start ? -1 : 1;
    return one->at.end == other->at.end ? (int)one->kind - (int)other->kind : one->at.end > other->at.end ? -1 : 1;
}

/* What lies inside another link goes, and what meets a match: that one is a link to the next match. */
static void find_links(struct reading *reading, struct arena *arena)
{
    const struct record *record = reading->record;
    const span_list *matches = &reading->matches;
    reading_link_list all = { 0 };
    for (size_t i = 0; i < record->persons.count; i++) {
        const struct person *person = &record->persons.items[i];
        add_links(&all, arena, &person->at, person->speaker ? LINK_SPEAKER : LINK_MENTION, person->name);
    }
    for (size_t i = 0; i < record->places.count; i++)
        add_links(&all, arena, &record->places.items[i].at, LINK_PLACE, record->places.items[i].name);
    for (size_t i = 0; i < record->dates.count; i++) {
        const struct date *date = &record->dates.items[i];
        const char *value = interval_value(arena, date->interval);
        if (value)
            *vec_push(arena, &all) = (struct reading_link){ date->at, LINK_DATE, value };
    }
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, compare_links);
    uint32_t free_from = 0;
    size_t match = 0;
    for (size_t i = 0; i < all.count; i++) {
        struct span at = all.items[i].at;
        while (match < matches->count && matches->items[match].end <= at.start)
            match++;
        bool meets_match = match < matches->count && matches->items[match].start < at.end;
        if (at.start < free_from || at.end <= at.start || meets_match)
            continue;
        *vec_push(arena, &reading->links) = all.items[i];
        free_from = at.end;
    }
}

enum status reading_open(struct database *database, const char *id, const char *query, struct arena *arena,
                         struct reading *reading, struct error *error)
{
    *reading = (struct reading){ .query = query };
    uint32_t document;
    struct slice encoded;
    struct record *record;
    enum status status = database_find_report(database, slice_of(id), &document, error);
    if (status == STATUS_OK)
        status = database_report(database, document, arena, &encoded, NULL, error);
    if (status == STATUS_OK)
        status = record_decode(arena, encoded, &record, error);
    if (status == STATUS_OK)
        status = record_decode_span(arena, encoded, 0, READING_TEXT_MAX, &record->text, error);
    if (status)
        return status;
    reading->record = record;
    struct error ignored = ERROR_NONE; /* a bad query is no reason not to show the report */
    if (query && query[0] && search_mark(database, query, record->text, arena, &reading->matches, &ignored))
        reading->matches = (span_list){ 0 };
    find_links(reading, arena);
    return STATUS_OK;
}

struct result_hit reading_hit(const struct reading *reading, struct arena *arena)
{
    const struct record *record = reading->record;
    struct result_hit hit = {
        .id = record->id, .report_id = record->id, .title = record->title, .url = record->url, .file = record->file,
        .language = language_row(record->language)->code, .type = report_type_name(record->type),
        .author = record->author, .published = record->published,
        .place = record->event_place >= 0 ? record->places.items[record->event_place].name : NULL,
    };
    hit.date = record_date(record, &hit.date_source);
    for (size_t i = 0; i < record->persons.count; i++)
        if (record->persons.items[i].speaker)
            *vec_push(arena, &hit.speakers) = record->persons.items[i].name;
    return hit;
}

const char *reading_passage_url(const struct reading *reading, const struct passage *passage, struct arena *arena)
{
    const span_list *matches = &reading->matches;
    struct snippet snippet = { 0 };
    uint32_t from = passage->start;
    size_t i = 0;
    while (i < matches->count && matches->items[i].start < passage->start)
        i++;
    if (i < matches->count && matches->items[i].end <= passage->end) {
        struct slice before = reading_text(reading, from, matches->items[i].start);
        *vec_push(arena, &snippet.fragments) = (struct fragment){ before, false };
        from = matches->items[i].start;
    }
    *vec_push(arena, &snippet.fragments) = (struct fragment){ reading_text(reading, from, passage->end), true };
    return highlight_url(reading->record->url, &snippet, arena);
}

struct slice reading_text(const struct reading *reading, uint32_t start, uint32_t end)
{
    struct slice text = reading->record->text;
    size_t from = start < text.length ? start : text.length, to = end < text.length ? end : text.length;
    return (struct slice){ text.bytes + from, to > from ? to - from : 0 };
}
