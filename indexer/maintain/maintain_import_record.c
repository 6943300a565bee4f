#include <jansson.h>
#include <stdio.h>

#include "database.h"
#include "guard.h"
#include "maintain_import.h"
#include "token.h"

enum { KEY_BYTES_MAX = 4096 };

struct reader {
    struct arena *arena;
    struct record *record;
    struct error *error; /* the first one counts: everything after it is passed over */
    const char *list;    /* where the reader is: in item ITEM (from 1) of this list; NULL: outside lists */
    size_t item;
};

/* ---- values: each takes the member KEY of an object; after a failure they give nothing ---- */

static void refuse(struct reader *reader, const char *key, const char *expected)
{
    if (reader->error->status != STATUS_OK)
        return;
    if (reader->list)
        error_set(reader->error, STATUS_FORMAT, "\"%s\", item %zu, \"%s\": expected %s", reader->list, reader->item,
                  key, expected);
    else
        error_set(reader->error, STATUS_FORMAT, "\"%s\": expected %s", key, expected);
}

static bool has_nul(const json_t *value)
{
    return strlen(json_string_value(value)) != json_string_length(value);
}

/* A text; null or nothing gives NULL. */
static const char *get_string(struct reader *reader, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!value || json_is_null(value))
        return NULL;
    if (!json_is_string(value) || has_nul(value)) {
        refuse(reader, key, "a text or null");
        return NULL;
    }
    return arena_dup(reader->arena, json_string_value(value), json_string_length(value));
}

static const char *need_string(struct reader *reader, const json_t *object, const char *key)
{
    const char *string = get_string(reader, object, key);
    if (!string || !*string)
        refuse(reader, key, "a text");
    return string ? string : "";
}

/* A whole number from 0 to MOST; null or nothing gives 0. */
static uint64_t get_number(struct reader *reader, const json_t *object, const char *key, uint64_t most)
{
    const json_t *value = json_object_get(object, key);
    if (!value || json_is_null(value))
        return 0;
    if (!json_is_integer(value) || json_integer_value(value) < 0 || (uint64_t)json_integer_value(value) > most) {
        refuse(reader, key, "a whole number that is not too large");
        return 0;
    }
    return (uint64_t)json_integer_value(value);
}

static double get_double(struct reader *reader, const json_t *object, const char *key, double least, double most)
{
    const json_t *value = json_object_get(object, key);
    if (!value || json_is_null(value))
        return 0;
    double number = json_number_value(value);
    if (!json_is_number(value) || !(number >= least && number <= most)) {
        refuse(reader, key, "a number in its range");
        return 0;
    }
    return number;
}

static bool get_bool(const json_t *object, const char *key)
{
    return json_is_true(json_object_get(object, key));
}

/* A list; nothing gives an empty one. */
static const json_t *get_list(struct reader *reader, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (value && !json_is_null(value) && !json_is_array(value))
        refuse(reader, key, "a list");
    return json_is_array(value) ? value : NULL;
}

static int32_t get_day(struct reader *reader, const json_t *object, const char *key)
{
    struct interval interval;
    const char *string = get_string(reader, object, key);
    if (!string)
        return DAY_NONE;
    if (!interval_parse(slice_of(string), &interval) || interval.start != interval.end) {
        refuse(reader, key, "a day such as 2016-11-04, or null");
        return DAY_NONE;
    }
    return interval.start;
}

static struct interval get_interval(struct reader *reader, const json_t *object, const char *start, const char *end)
{
    struct interval interval = { get_day(reader, object, start), get_day(reader, object, end) };
    if (interval.end == DAY_NONE)
        interval.end = interval.start;
    if (interval.start != DAY_NONE && interval.end < interval.start)
        refuse(reader, end, "a day that is not before the first");
    return interval.start == DAY_NONE ? INTERVAL_NONE : interval;
}

/* The number of VALUE among COUNT names. */
static unsigned get_name(struct reader *reader, const json_t *object, const char *key, unsigned count,
                         const char *(*name_of)(unsigned), const char *expected)
{
    const char *name = need_string(reader, object, key);
    for (unsigned i = 0; i < count; i++)
        if (!strcmp(name_of(i), name))
            return i;
    refuse(reader, key, expected);
    return 0;
}

static const char *kind_name(unsigned kind)
{
    return place_kind_name((enum place_kind)kind);
}

static const char *type_name(unsigned type)
{
    return report_type_name((enum report_type)type);
}

static void get_strings(struct reader *reader, const json_t *object, const char *key, string_list *to)
{
    const json_t *list = get_list(reader, object, key);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *value = json_array_get(list, i);
        if (!json_is_string(value) || has_nul(value)) {
            refuse(reader, key, "a list of texts");
            return;
        }
        *vec_push(reader->arena, to) = arena_dup(reader->arena, json_string_value(value), json_string_length(value));
    }
}

/* Pairs of offsets of the text. */
static void get_spans(struct reader *reader, const json_t *object, span_list *to)
{
    const json_t *list = get_list(reader, object, "at");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *pair = json_array_get(list, i), *start = json_array_get(pair, 0),
                     *end = json_array_get(pair, 1);
        json_int_t from = json_integer_value(start), until = json_integer_value(end);
        if (json_array_size(pair) != 2 || !json_is_integer(start) || !json_is_integer(end) || from < 0 ||
            until < from || (uint64_t)until > reader->record->text.length) {
            refuse(reader, "at", "pairs of offsets of the text");
            return;
        }
        *vec_push(reader->arena, to) = (struct span){ (uint32_t)from, (uint32_t)until };
    }
}

/* ---- the parts of a report ---- */

static void read_person(struct reader *reader, const json_t *object, bool speaker)
{
    char key[KEY_BYTES_MAX];
    struct person person = { .speaker = speaker,
                             .name = need_string(reader, object, "name"),
                             .role = get_string(reader, object, "role"),
                             .organisation = get_string(reader, object, "organisation"),
                             .rule = get_string(reader, object, "rule"),
                             .score = get_double(reader, object, "score", 0, 1) };
    person.key = arena_dup(reader->arena, key, fold_key(slice_of(person.name), key, sizeof key));
    get_strings(reader, object, "forms", &person.forms);
    get_spans(reader, object, &person.at);
    const json_t *passages = get_list(reader, object, "passages");
    for (size_t i = 0; i < json_array_size(passages); i++) {
        json_int_t number = json_integer_value(json_array_get(passages, i));
        if (number < 1 || (size_t)number > reader->record->passages.count) {
            refuse(reader, "passages", "numbers of passages");
            return;
        }
        *vec_push(reader->arena, &person.passages) = (uint32_t)number;
        reader->record->passages.items[number - 1].person = (int32_t)reader->record->persons.count;
    }
    *vec_push(reader->arena, &reader->record->persons) = person;
}

static void read_speaker(struct reader *reader, const json_t *object)
{
    read_person(reader, object, true);
}

static void read_mention(struct reader *reader, const json_t *object)
{
    read_person(reader, object, false);
}

static void read_place(struct reader *reader, const json_t *object)
{
    static const char kinds[] = "a kind of place: venue, commune, city…";
    struct place place = { .name = need_string(reader, object, "name"),
                           .id = need_string(reader, object, "id"),
                           .kind = get_name(reader, object, "kind", PLACE_KIND_COUNT, kind_name, kinds),
                           .located = json_object_get(object, "lat") != NULL,
                           .latitude = get_double(reader, object, "lat", -90, 90),
                           .longitude = get_double(reader, object, "lon", -180, 180),
                           .in_organisation = get_bool(object, "in_organisation"),
                           .rule = get_string(reader, object, "rule"),
                           .score = get_double(reader, object, "score", 0, 1e6) };
    get_strings(reader, object, "forms", &place.forms);
    get_spans(reader, object, &place.at);
    const json_t *levels = get_list(reader, object, "levels");
    for (size_t i = 0; i < json_array_size(levels); i++) {
        const json_t *level = json_array_get(levels, i);
        *vec_push(reader->arena, &place.within) =
            (struct place_level){ .id = need_string(reader, level, "id"),
                                  .name = need_string(reader, level, "name"),
                                  .kind = get_name(reader, level, "kind", PLACE_KIND_COUNT, kind_name, kinds) };
    }
    *vec_push(reader->arena, &reader->record->places) = place;
}

static void read_date(struct reader *reader, const json_t *object)
{
    struct date date = { .form = get_string(reader, object, "form"),
                         .deduced = get_bool(object, "deduced"),
                         .rule = get_string(reader, object, "rule"),
                         .interval = INTERVAL_NONE };
    const char *start = need_string(reader, object, "start");
    span_list at = { 0 };
    if (sscanf(start, "--%2d-%2d", &date.month, &date.day) == 2) {
        if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31)
            refuse(reader, "start", "a month and a day such as --11-04");
    } else {
        date.month = date.day = 0;
        date.interval = get_interval(reader, object, "start", "end");
    }
    get_spans(reader, object, &at);
    if (at.count)
        date.at = at.items[0];
    *vec_push(reader->arena, &reader->record->dates) = date;
}

static void read_attachment(struct reader *reader, const json_t *object)
{
    struct attachment attachment = { .title = get_string(reader, object, "title"),
                                     .type = get_string(reader, object, "type"),
                                     .url = get_string(reader, object, "url"),
                                     .bytes = get_number(reader, object, "bytes", INT64_MAX) };
    span_list at = { 0 };
    get_spans(reader, object, &at);
    if (at.count)
        attachment.at = at.items[0];
    *vec_push(reader->arena, &reader->record->attachments) = attachment;
}

static void read_passage(struct reader *reader, const json_t *object)
{
    struct record *record = reader->record;
    struct passage passage = { .number = (uint32_t)get_number(reader, object, "n", UINT32_MAX),
                               .person = -1,
                               .speaker = get_string(reader, object, "speaker"),
                               .role = get_string(reader, object, "role"),
                               .heading = get_string(reader, object, "heading"),
                               .start = (uint32_t)get_number(reader, object, "start", record->text.length),
                               .end = (uint32_t)get_number(reader, object, "end", record->text.length) };
    if (passage.number != record->passages.count + 1)
        refuse(reader, "n", "the passages' numbers from 1 on");
    if (passage.end < passage.start)
        refuse(reader, "end", "an offset that is not before the start");
    *vec_push(reader->arena, &record->passages) = passage;
}

static const struct {
    const char *key;
    void (*read)(struct reader *, const json_t *);
} lists[] = {
    /* passages first: speakers name them */
    { "passages", read_passage }, { "speakers", read_speaker }, { "mentions", read_mention },
    { "places", read_place },     { "dates", read_date },       { "attachments", read_attachment },
};

static void read_lists(struct reader *reader, const json_t *root)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const json_t *list = get_list(reader, root, lists[i].key);
        reader->list = lists[i].key;
        for (reader->item = 1; reader->item <= json_array_size(list); reader->item++) {
            const json_t *item = json_array_get(list, reader->item - 1);
            if (!json_is_object(item)) {
                refuse(reader, lists[i].key, "objects");
                break;
            }
            lists[i].read(reader, item);
        }
        reader->list = NULL;
    }
}

static void read_event(struct reader *reader, const json_t *root)
{
    struct record *record = reader->record;
    const json_t *event = json_object_get(root, "event");
    if (!event || json_is_null(event))
        return;
    if (!json_is_object(event)) {
        refuse(reader, "event", "an object or null");
        return;
    }
    record->event = get_interval(reader, event, "start", "end");
    record->event_rule = get_string(reader, event, "rule");
    record->event_place_rule = get_string(reader, event, "place_rule");
    const char *place = get_string(reader, event, "place");
    for (size_t i = 0; place && i < record->places.count && record->event_place < 0; i++)
        if (!strcmp(record->places.items[i].name, place))
            record->event_place = (int32_t)i;
    if (place && record->event_place < 0)
        refuse(reader, "place", "one of the report's places");
}

static void read_report(struct reader *reader, const json_t *root)
{
    struct record *record = reader->record;
    const char *language = get_string(reader, root, "language");
    record->file = need_string(reader, root, "file");
    record->id = need_string(reader, root, "id");
    record->path = get_string(reader, root, "path");
    record->title = get_string(reader, root, "title");
    record->url = get_string(reader, root, "url");
    record->author = get_string(reader, root, "author");
    record->author_rule = get_string(reader, root, "author_rule");
    record->published = get_interval(reader, root, "published", "published_end");
    record->published_rule = get_string(reader, root, "published_rule");
    record->type = get_name(reader, root, "type", REPORT_TYPE_COUNT, type_name, "html, markdown, text or pdf");
    record->text = slice_of(need_string(reader, root, "text"));
    record->language = language ? language_from_name(slice_of(language)) : LANGUAGE_UNKNOWN;
    if (language && record->language == LANGUAGE_UNKNOWN)
        refuse(reader, "language", "a language: fr, en, de, es, it, pt, nl or ca");
    if (strlen(record->id) > REPORT_ID_BYTES_MAX || record->id[strspn(record->id, "0123456789abcdef")])
        refuse(reader, "id", "the hexadecimal digits of a report's id");
    if (record->text.length > UINT32_MAX / 2)
        refuse(reader, "text", "a shorter text");
    read_lists(reader, root);
    read_event(reader, root);
}

enum status import_record(struct arena *arena, struct slice line, struct record *record, struct error *error)
{
    struct guard outer;
    json_error_t malformed;
    volatile bool failed = false;
    *record = (struct record){ .published = INTERVAL_NONE, .event = INTERVAL_NONE, .event_place = -1 };
    *error = (struct error)ERROR_NONE;
    json_t *root = json_loadb(line.bytes, line.length, JSON_REJECT_DUPLICATES, &malformed);
    if (!root) { /* its message repeats the text, which may hold a terminal's commands */
        for (char *c = malformed.text; *c; c++)
            *c = (unsigned char)*c < ' ' || (unsigned char)*c >= 0x7F ? '?' : *c;
        return error_set(error, STATUS_FORMAT, "column %d: %s", malformed.column, malformed.text);
    }
    struct reader reader = { .arena = arena, .record = record, .error = error };
    guard_save(&outer, arena);
    if (arena_guard(arena))
        failed = true;
    else if (json_is_object(root))
        read_report(&reader, root);
    else
        error_set(error, STATUS_FORMAT, "expected an object, as --export prints it");
    json_decref(root);
    guard_restore(&outer, arena);
    if (failed)
        guard_fail(arena);
    return error->status;
}
