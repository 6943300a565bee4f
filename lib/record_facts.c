#include "record_facts.h"

#include <string.h>

#include "utf8.h"

/* ---- writing facts ---- */

void record_put_number(struct buf *out, uint64_t number)
{
    char bytes[10];
    size_t n = 0;
    do {
        bytes[n++] = (char)((number & 0x7F) | (number > 0x7F ? 0x80 : 0));
        number >>= 7;
    } while (number);
    buf_add(out, bytes, n);
}

static void put_signed(struct buf *out, int64_t number)
{
    record_put_number(out, (uint64_t)number << 1 ^ (uint64_t)(number >> 63));
}

static void put_double(struct buf *out, double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    for (int i = 0; i < 8; i++, bits >>= 8)
        buf_add_char(out, (char)(bits & 0xFF));
}

static void put_string(struct buf *out, const char *string)
{
    size_t length = string ? strlen(string) : 0;
    record_put_number(out, string ? length + 1 : 0);
    buf_add(out, string, length);
}

static void put_interval(struct buf *out, struct interval interval)
{
    put_signed(out, interval.start);
    put_signed(out, interval.end);
}

static void put_strings(struct buf *out, const string_list *list)
{
    record_put_number(out, list->count);
    for (size_t i = 0; i < list->count; i++)
        put_string(out, list->items[i]);
}

static void put_span(struct buf *out, struct span span)
{
    record_put_number(out, span.start);
    put_signed(out, (int64_t)span.end - span.start);
}

static void put_spans(struct buf *out, const span_list *list)
{
    record_put_number(out, list->count);
    for (size_t i = 0; i < list->count; i++)
        put_span(out, list->items[i]);
}

static void put_person_details(struct buf *out, const struct person *person)
{
    put_string(out, person->key);
    put_string(out, person->role);
    put_string(out, person->organisation);
    put_strings(out, &person->forms);
    put_spans(out, &person->at);
    record_put_number(out, person->passages.count);
    for (size_t i = 0; i < person->passages.count; i++)
        record_put_number(out, person->passages.items[i]);
    put_string(out, person->rule);
    put_double(out, person->score);
}

static void put_place(struct buf *out, const struct place *place)
{
    put_string(out, place->name);
    put_string(out, place->id);
    record_put_number(out, place->kind);
    record_put_number(out, place->within.count);
    for (size_t i = 0; i < place->within.count; i++) {
        put_string(out, place->within.items[i].id);
        put_string(out, place->within.items[i].name);
        record_put_number(out, place->within.items[i].kind);
    }
    record_put_number(out, place->located);
    put_double(out, place->latitude);
    put_double(out, place->longitude);
    record_put_number(out, place->in_organisation);
    put_strings(out, &place->forms);
    put_spans(out, &place->at);
    put_string(out, place->rule);
    put_double(out, place->score);
}

static void put_date(struct buf *out, const struct date *date)
{
    put_interval(out, date->interval);
    put_signed(out, date->month);
    put_signed(out, date->day);
    record_put_number(out, date->deduced);
    put_string(out, date->form);
    put_span(out, date->at);
    put_string(out, date->rule);
}

static void put_attachment(struct buf *out, const struct attachment *attachment)
{
    put_string(out, attachment->title);
    put_string(out, attachment->url);
    put_string(out, attachment->type);
    record_put_number(out, attachment->bytes);
    put_span(out, attachment->at);
}

static void put_passage(struct buf *out, const struct passage *passage)
{
    record_put_number(out, passage->number);
    put_span(out, (struct span){ passage->start, passage->end });
    put_signed(out, passage->person);
    put_string(out, passage->speaker);
    put_string(out, passage->role);
    put_string(out, passage->heading);
    record_put_number(out, passage->serial);
}

static void put_brief(struct buf *out, const struct record *record)
{
    const char *const strings[] = { record->id, record->file, record->path, record->url, record->title,
                                    record->author, record->author_rule, record->published_rule, record->event_rule,
                                    record->event_place_rule };
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        put_string(out, strings[i]);
    record_put_number(out, record->type);
    put_string(out, language_row(record->language)->code); /* the enum may grow in the middle */
    put_interval(out, record->published);
    put_interval(out, record->event);
    record_put_number(out, record->persons.count);
    for (size_t i = 0; i < record->persons.count; i++) {
        record_put_number(out, record->persons.items[i].speaker);
        put_string(out, record->persons.items[i].name);
    }
    record_put_number(out, record->event_place >= 0);
    if (record->event_place >= 0)
        put_place(out, &record->places.items[record->event_place]);
    record_put_number(out, record->attachments.count);
    for (size_t i = 0; i < record->attachments.count; i++)
        put_attachment(out, &record->attachments.items[i]);
    record_put_number(out, record->passages.count);
    for (size_t i = 0; i < record->passages.count; i++)
        put_passage(out, &record->passages.items[i]);
}

static void put_details(struct buf *out, const struct record *record)
{
    for (size_t i = 0; i < record->persons.count; i++)
        put_person_details(out, &record->persons.items[i]);
    size_t others = record->places.count - (record->event_place >= 0);
    record_put_number(out, others);
    for (size_t i = 0; i < record->places.count; i++)
        if ((int64_t)i != record->event_place)
            put_place(out, &record->places.items[i]);
    if (record->event_place >= 0)
        record_put_number(out, (uint64_t)record->event_place);
    record_put_number(out, record->dates.count);
    for (size_t i = 0; i < record->dates.count; i++)
        put_date(out, &record->dates.items[i]);
}

void record_put_facts(struct buf *brief, struct buf *details, const struct record *record)
{
    put_brief(brief, record);
    put_details(details, record);
}

/* ---- reading facts ---- */

uint64_t record_get_number(struct record_reader *reader, uint64_t most)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && reader->at < reader->end; shift += 7) {
        unsigned char byte = *reader->at++;
        if (shift == 63 && byte > 1)
            break;
        number |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) {
            if (number > most)
                break;
            return number;
        }
    }
    reader->failed = true;
    reader->at = reader->end;
    return 0;
}

static int64_t get_signed(struct record_reader *reader, int64_t least, int64_t most)
{
    uint64_t zigzag = record_get_number(reader, UINT64_MAX);
    int64_t number = (int64_t)(zigzag >> 1) ^ -(int64_t)(zigzag & 1);
    if (number < least || number > most)
        reader->failed = true;
    return reader->failed ? 0 : number;
}

static bool get_bool(struct record_reader *reader)
{
    return record_get_number(reader, 1) != 0;
}

static double get_double(struct record_reader *reader)
{
    uint64_t bits = 0;
    double number;
    if (reader->end - reader->at < 8) {
        reader->failed = true;
        return 0;
    }
    for (int i = 0; i < 8; i++)
        bits |= (uint64_t)reader->at[i] << (8 * i);
    reader->at += 8;
    memcpy(&number, &bits, sizeof number);
    if (!(number >= -1e9 && number <= 1e9)) { /* nor NaN, nor infinite */
        reader->failed = true;
        return 0;
    }
    return number;
}

static const char *get_string(struct record_reader *reader)
{
    size_t length = (size_t)record_get_number(reader, (uint64_t)(reader->end - reader->at));
    if (length-- == 0)
        return NULL;
    const char *bytes = (const char *)reader->at;
    if (memchr(bytes, '\0', length) || !utf8_valid(bytes, length)) {
        reader->failed = true;
        return NULL;
    }
    reader->at += length;
    return arena_dup(reader->arena, bytes, length);
}

static struct interval get_interval(struct record_reader *reader)
{
    struct interval interval;
    interval.start = (int32_t)get_signed(reader, INT32_MIN, INT32_MAX);
    interval.end = (int32_t)get_signed(reader, INT32_MIN, INT32_MAX);
    return interval;
}

/* How many items follow, each of at least LEAST bytes here; makes room for them in LIST. */
#define get_count(reader, list, least)                                                                               \
    do {                                                                                                             \
        uint64_t most_ = (uint64_t)((reader)->end - (reader)->at) / (least);                                         \
        (list)->count = (list)->room = (size_t)record_get_number((reader), most_);                                   \
        (list)->items = (list)->count ? arena_zero((reader)->arena, (list)->count * sizeof *(list)->items) : NULL;   \
    } while (0)

static void get_strings(struct record_reader *reader, string_list *list)
{
    get_count(reader, list, 1);
    for (size_t i = 0; i < list->count && !reader->failed; i++) {
        list->items[i] = get_string(reader);
        reader->failed |= list->items[i] == NULL;
    }
}

static struct span get_span(struct record_reader *reader, uint32_t text_length)
{
    uint32_t start = (uint32_t)record_get_number(reader, text_length);
    int64_t length = get_signed(reader, 0, (int64_t)text_length - start);
    return (struct span){ start, start + (uint32_t)length };
}

static void get_spans(struct record_reader *reader, span_list *list, uint32_t text_length)
{
    get_count(reader, list, 2);
    for (size_t i = 0; i < list->count && !reader->failed; i++)
        list->items[i] = get_span(reader, text_length);
}

static void get_person_details(struct record_reader *reader, struct person *person, uint32_t text_length)
{
    person->key = get_string(reader);
    person->role = get_string(reader);
    person->organisation = get_string(reader);
    get_strings(reader, &person->forms);
    get_spans(reader, &person->at, text_length);
    get_count(reader, &person->passages, 1);
    for (size_t i = 0; i < person->passages.count && !reader->failed; i++)
        person->passages.items[i] = (uint32_t)record_get_number(reader, UINT32_MAX);
    person->rule = get_string(reader);
    person->score = get_double(reader);
    reader->failed |= !person->key;
}

static void get_place(struct record_reader *reader, struct place *place, uint32_t text_length)
{
    place->name = get_string(reader);
    place->id = get_string(reader);
    place->kind = (enum place_kind)record_get_number(reader, PLACE_KIND_COUNT - 1);
    get_count(reader, &place->within, 3);
    for (size_t i = 0; i < place->within.count && !reader->failed; i++) {
        struct place_level *level = &place->within.items[i];
        level->id = get_string(reader);
        level->name = get_string(reader);
        level->kind = (enum place_kind)record_get_number(reader, PLACE_KIND_COUNT - 1);
        reader->failed |= !level->id || !level->name;
    }
    place->located = get_bool(reader);
    place->latitude = get_double(reader);
    place->longitude = get_double(reader);
    place->in_organisation = get_bool(reader);
    get_strings(reader, &place->forms);
    get_spans(reader, &place->at, text_length);
    place->rule = get_string(reader);
    place->score = get_double(reader);
    reader->failed |= !place->name || !place->id;
}

static void get_date(struct record_reader *reader, struct date *date, uint32_t text_length)
{
    date->interval = get_interval(reader);
    date->month = (int)get_signed(reader, 0, 12);
    date->day = (int)get_signed(reader, 0, 31);
    date->deduced = get_bool(reader);
    date->form = get_string(reader);
    date->at = get_span(reader, text_length);
    date->rule = get_string(reader);
}

static void get_attachment(struct record_reader *reader, struct attachment *attachment, uint32_t text_length)
{
    attachment->title = get_string(reader);
    attachment->url = get_string(reader);
    attachment->type = get_string(reader);
    attachment->bytes = record_get_number(reader, UINT64_MAX);
    attachment->at = get_span(reader, text_length);
}

static void get_passage(struct record_reader *reader, struct passage *passage, uint32_t text_length, size_t persons)
{
    passage->number = (uint32_t)record_get_number(reader, UINT32_MAX);
    struct span span = get_span(reader, text_length);
    passage->start = span.start;
    passage->end = span.end;
    passage->person = (int32_t)get_signed(reader, -1, (int64_t)persons - 1);
    passage->speaker = get_string(reader);
    passage->role = get_string(reader);
    passage->heading = get_string(reader);
    passage->serial = (uint32_t)record_get_number(reader, UINT32_MAX);
}

/* The least bytes of each kind of item: a string takes 1, a double 8. */
enum { PERSON_LEAST = 2, PLACE_LEAST = 24, DATE_LEAST = 9, ATTACHMENT_LEAST = 6, PASSAGE_LEAST = 8 };

/* The other places, and the event's among them where it was. */
static void get_other_places(struct record_reader *reader, struct record *record, uint32_t text_length)
{
    place_list others, all = { 0 };
    get_count(reader, &others, PLACE_LEAST);
    for (size_t i = 0; i < others.count && !reader->failed; i++)
        get_place(reader, &others.items[i], text_length);
    if (record->event_place < 0 || reader->failed) {
        record->places = others;
        return;
    }
    size_t place = (size_t)record_get_number(reader, others.count);
    for (size_t i = 0; i <= others.count; i++)
        *vec_push(reader->arena, &all) = i == place ? record->places.items[0] : others.items[i - (i > place)];
    record->places = all;
    record->event_place = (int32_t)place;
}

void record_get_brief(struct record_reader *reader, struct record *record, uint32_t text_length)
{
    const char **const strings[] = { &record->id, &record->file, &record->path, &record->url, &record->title,
                                     &record->author, &record->author_rule, &record->published_rule,
                                     &record->event_rule, &record->event_place_rule };
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        *strings[i] = get_string(reader);
    record->type = (enum report_type)record_get_number(reader, REPORT_TYPE_COUNT - 1);
    const char *language = get_string(reader);
    record->language = language ? language_from_name(slice_of(language)) : LANGUAGE_UNKNOWN;
    record->published = get_interval(reader);
    record->event = get_interval(reader);
    get_count(reader, &record->persons, PERSON_LEAST);
    for (size_t i = 0; i < record->persons.count && !reader->failed; i++) {
        struct person *person = &record->persons.items[i];
        person->speaker = get_bool(reader);
        person->name = get_string(reader);
        person->key = "";
        reader->failed |= !person->name;
    }
    record->event_place = -1;
    if (get_bool(reader)) {
        get_place(reader, vec_push(reader->arena, &record->places), text_length);
        record->event_place = 0;
    }
    get_count(reader, &record->attachments, ATTACHMENT_LEAST);
    for (size_t i = 0; i < record->attachments.count && !reader->failed; i++)
        get_attachment(reader, &record->attachments.items[i], text_length);
    get_count(reader, &record->passages, PASSAGE_LEAST);
    for (size_t i = 0; i < record->passages.count && !reader->failed; i++)
        get_passage(reader, &record->passages.items[i], text_length, record->persons.count);
    reader->failed |= !record->id || reader->at != reader->end;
}

void record_get_details(struct record_reader *reader, struct record *record, uint32_t text_length)
{
    for (size_t i = 0; i < record->persons.count && !reader->failed; i++)
        get_person_details(reader, &record->persons.items[i], text_length);
    get_other_places(reader, record, text_length);
    get_count(reader, &record->dates, DATE_LEAST);
    for (size_t i = 0; i < record->dates.count && !reader->failed; i++)
        get_date(reader, &record->dates.items[i], text_length);
    reader->failed |= reader->at != reader->end;
}
