#include "sidecar.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "guard.h"

struct reader {
    struct arena *arena;
    const char *name;       /* of the file */
    struct sidecar *sidecar;
    struct error *error;
};

/* "dates", item 2, "start": where in the file something is wrong. */
struct where {
    const char *key, *part; /* part is NULL for the value of the key itself */
    size_t item;            /* from 1; 0 outside lists */
};

static enum status refuse(struct reader *reader, struct where where, const char *expected)
{
    char item[40] = "", part[60] = "";
    if (where.item)
        snprintf(item, sizeof item, ", item %zu", where.item);
    if (where.part)
        snprintf(part, sizeof part, ", \"%s\"", where.part);
    return error_set(reader->error, STATUS_FORMAT, "%s: \"%s\"%s%s: expected %s", reader->name, where.key, item, part,
                     expected);
}

/* ---- values ---- */

static bool has_controls(struct slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        unsigned char next = i + 1 < text.length ? (unsigned char)text.bytes[i + 1] : 0;
        if (c < ' ' || c == 0x7F || (c == 0xC2 && next < 0xA0)) /* U+0080 to U+009F */
            return true;
    }
    return false;
}

/* A string that is not empty, or null, which gives NULL. */
static enum status read_string(struct reader *reader, struct where where, const json_t *value, const char **to)
{
    struct slice text = { json_string_value(value), json_string_length(value) };
    *to = NULL;
    if (json_is_null(value))
        return STATUS_OK;
    if (!json_is_string(value) || slice_trim(text).length == 0 || has_controls(text))
        return refuse(reader, where, "a text or null");
    *to = arena_dup_slice(reader->arena, slice_trim(text));
    return STATUS_OK;
}

static bool parse_days(const char *text, struct interval *interval)
{
    return interval_parse(slice_of(text), interval) && interval->start != DAY_NONE && interval->end != DAY_NONE;
}

static enum status read_days(struct reader *reader, struct where where, const json_t *value, struct interval *to)
{
    const char *text;
    *to = INTERVAL_NONE;
    enum status status = read_string(reader, where, value, &text);
    if (!status && text && !parse_days(text, to))
        status = refuse(reader, where, "a day, a month or a year such as 2016-11-04, or null");
    return status;
}

/* "start" and "end" of an object; without an end, the start's. */
static enum status read_interval(struct reader *reader, struct where where, const json_t *object, struct interval *to)
{
    struct interval end = INTERVAL_NONE;
    where.part = "start";
    enum status status = read_days(reader, where, json_object_get(object, "start"), to);
    where.part = "end";
    if (!status && json_object_get(object, "end"))
        status = read_days(reader, where, json_object_get(object, "end"), &end);
    if (status || interval_is_none(end))
        return status;
    if (interval_is_none(*to) || end.end < to->start)
        return refuse(reader, where, "an end that is not before the start");
    to->end = end.end;
    return STATUS_OK;
}

static enum status read_language(struct reader *reader, struct where where, const json_t *value)
{
    const char *text;
    enum status status = read_string(reader, where, value, &text);
    if (status || !text) /* null is what --dump prints for a language that it does not know */
        return status;
    reader->sidecar->language = language_from_name(slice_of(text));
    if (reader->sidecar->language == LANGUAGE_UNKNOWN)
        return refuse(reader, where, "a language: fr, en, de, es, it, pt, nl or ca");
    reader->sidecar->given |= SIDECAR_LANGUAGE;
    return STATUS_OK;
}

static enum status read_event(struct reader *reader, struct where where, const json_t *value)
{
    struct sidecar *sidecar = reader->sidecar;
    enum status status = STATUS_OK;
    sidecar->event = INTERVAL_NONE;
    if (json_is_null(value)) {
        sidecar->given |= SIDECAR_EVENT_DATE | SIDECAR_EVENT_PLACE;
        return STATUS_OK;
    }
    if (!json_is_object(value))
        return refuse(reader, where, "an object with start, end and place, or null");
    if (json_object_get(value, "start") || json_object_get(value, "end")) {
        sidecar->given |= SIDECAR_EVENT_DATE;
        where.part = "start";
        status = json_object_get(value, "start") ? read_interval(reader, where, value, &sidecar->event)
                                                 : refuse(reader, where, "the first day beside the last");
    }
    if (!status && json_object_get(value, "place")) {
        sidecar->given |= SIDECAR_EVENT_PLACE;
        where.part = "place";
        status = read_string(reader, where, json_object_get(value, "place"), &sidecar->event_place);
    }
    return status;
}

/* ---- items of lists: objects, or the name alone ---- */

static enum status read_name(struct reader *reader, struct where where, const json_t *item, const char **name)
{
    const json_t *value = json_is_string(item) ? item : json_object_get(item, "name");
    if (!value)
        return refuse(reader, where, "a name, or an object with a name");
    where.part = json_is_string(item) ? NULL : "name";
    enum status status = read_string(reader, where, value, name);
    return !status && !*name ? refuse(reader, where, "a name") : status;
}

static enum status read_person(struct reader *reader, struct where where, const json_t *item,
                               struct sidecar_person *person)
{
    const json_t *role = json_object_get(item, "role"), *organisation = json_object_get(item, "organisation");
    *person = (struct sidecar_person){ .has_role = role, .has_organisation = organisation };
    enum status status = read_name(reader, where, item, &person->name);
    where.part = "role";
    if (!status && role)
        status = read_string(reader, where, role, &person->role);
    where.part = "organisation";
    if (!status && organisation)
        status = read_string(reader, where, organisation, &person->organisation);
    return status;
}

static enum status read_speaker(struct reader *reader, struct where where, const json_t *item)
{
    return read_person(reader, where, item, vec_push(reader->arena, &reader->sidecar->speakers));
}

static enum status read_mention(struct reader *reader, struct where where, const json_t *item)
{
    return read_person(reader, where, item, vec_push(reader->arena, &reader->sidecar->mentions));
}

static enum status read_place(struct reader *reader, struct where where, const json_t *item)
{
    struct sidecar_place *place = vec_push(reader->arena, &reader->sidecar->places);
    const json_t *id = json_object_get(item, "id"), *latitude = json_object_get(item, "lat"),
                 *longitude = json_object_get(item, "lon");
    *place = (struct sidecar_place){ 0 };
    enum status status = read_name(reader, where, item, &place->name);
    where.part = "id";
    if (!status && id)
        status = read_string(reader, where, id, &place->id);
    if (status || (!latitude && !longitude))
        return status;
    place->located = true;
    place->latitude = json_number_value(latitude);
    place->longitude = json_number_value(longitude);
    where.part = "lat";
    if (!json_is_number(latitude) || place->latitude < -90 || place->latitude > 90)
        return refuse(reader, where, "a number from -90 to 90");
    where.part = "lon";
    if (!json_is_number(longitude) || place->longitude < -180 || place->longitude > 180)
        return refuse(reader, where, "a number from -180 to 180");
    return STATUS_OK;
}

/* "--11-04": a day whose year nothing tells. */
static bool yearless(const char *text, int *month, int *day)
{
    int length = 0;
    return text && sscanf(text, "--%2d-%2d%n", month, day, &length) == 2 && text[length] == '\0' &&
           day_of(2000, *month, *day) != DAY_NONE;
}

static enum status read_date(struct reader *reader, struct where where, const json_t *item)
{
    struct sidecar_date *date = vec_push(reader->arena, &reader->sidecar->dates);
    const json_t *form = json_object_get(item, "form");
    enum status status = STATUS_OK;
    *date = (struct sidecar_date){ .interval = INTERVAL_NONE };
    if (json_is_string(item))
        status = read_days(reader, where, item, &date->interval);
    else if (!json_is_object(item))
        return refuse(reader, where, "a date, or an object with start and end");
    else if (!yearless(json_string_value(json_object_get(item, "start")), &date->month, &date->day))
        status = read_interval(reader, where, item, &date->interval);
    where.part = "form";
    if (!status && form)
        status = read_string(reader, where, form, &date->form);
    where.part = "start";
    if (!status && interval_is_none(date->interval) && !date->day)
        status = refuse(reader, where, "a day, a month or a year such as 2016-11-04");
    return status;
}

/* A byte of the text; -1 for anything else. */
static json_int_t read_offset(const json_t *value)
{
    return json_is_integer(value) && json_integer_value(value) <= UINT32_MAX ? json_integer_value(value) : -1;
}

static enum status read_passage(struct reader *reader, struct where where, const json_t *item)
{
    struct sidecar_passage *passage = vec_push(reader->arena, &reader->sidecar->passages);
    const json_t *text = json_object_get(item, "text"), *start = json_object_get(item, "start"),
                 *end = json_object_get(item, "end");
    const json_t *speaker = json_object_get(item, "speaker"), *role = json_object_get(item, "role");
    struct slice words = slice_trim((struct slice){ json_string_value(text), json_string_length(text) });
    enum status status = STATUS_OK;
    *passage = (struct sidecar_passage){ .bounded = start || end, .has_speaker = speaker, .has_role = role };
    if (!json_is_object(item) || (!text && !passage->bounded))
        return refuse(reader, where, "an object with text, or with start and end");
    where.part = "text";
    if (text && (words.length == 0 || memchr(words.bytes, '\0', words.length)))
        return refuse(reader, where, "words of the report");
    if (text)
        passage->text = arena_dup_slice(reader->arena, words);
    where.part = "start";
    if (passage->bounded && (read_offset(start) < 0 || read_offset(end) <= read_offset(start)))
        return refuse(reader, where, "a start and an end after it, in bytes of the text");
    if (passage->bounded) {
        passage->start = (uint32_t)read_offset(start);
        passage->end = (uint32_t)read_offset(end);
    }
    where.part = "speaker";
    if (speaker)
        status = read_string(reader, where, speaker, &passage->speaker);
    where.part = "role";
    if (!status && role)
        status = read_string(reader, where, role, &passage->role);
    return status;
}

/* ---- keys ---- */

typedef enum status (*read_value)(struct reader *reader, struct where where, const json_t *value);

static enum status read_title(struct reader *reader, struct where where, const json_t *value)
{
    return read_string(reader, where, value, &reader->sidecar->title);
}

static enum status read_author(struct reader *reader, struct where where, const json_t *value)
{
    return read_string(reader, where, value, &reader->sidecar->author);
}

static enum status read_url(struct reader *reader, struct where where, const json_t *value)
{
    return read_string(reader, where, value, &reader->sidecar->url);
}

static enum status read_published(struct reader *reader, struct where where, const json_t *value)
{
    return read_days(reader, where, value, &reader->sidecar->published);
}

static const struct {
    const char *name;
    unsigned given;      /* 0: the reading function says */
    bool list;
    read_value read;     /* of the value, or of each item; NULL: passed over */
} keys[] = {
    { "title", SIDECAR_TITLE, false, read_title },
    { "author", SIDECAR_AUTHOR, false, read_author },
    { "url", SIDECAR_URL, false, read_url },
    { "language", 0, false, read_language },
    { "published", SIDECAR_PUBLISHED, false, read_published },
    { "event", 0, false, read_event },
    { "speakers", SIDECAR_SPEAKERS, true, read_speaker },
    { "mentions", SIDECAR_MENTIONS, true, read_mention },
    { "places", SIDECAR_PLACES, true, read_place },
    { "dates", SIDECAR_DATES, true, read_date },
    { "file", 0, false, NULL }, { "id", 0, false, NULL }, { "type", 0, false, NULL },
    { "author_rule", 0, false, NULL }, { "published_rule", 0, false, NULL }, { "attachments", 0, false, NULL },
    { "passages", SIDECAR_PASSAGES, true, read_passage }
};

static enum status read_key(struct reader *reader, const char *name, const json_t *value)
{
    struct where where = { .key = name };
    enum status status = STATUS_OK;
    size_t row = 0;
    while (row < sizeof keys / sizeof *keys && strcmp(keys[row].name, name) != 0)
        row++;
    if (has_controls(slice_of(name)))
        where.key = "…";
    if (row == sizeof keys / sizeof *keys)
        return refuse(reader, where, "a key of --dump: title, author, url, language, published, event, speakers, "
                                     "mentions, places, dates or passages");
    reader->sidecar->given |= keys[row].given;
    if (!keys[row].read)
        return STATUS_OK;
    if (!keys[row].list)
        return keys[row].read(reader, where, value);
    bool passages = keys[row].given == SIDECAR_PASSAGES;
    if (!json_is_array(value) || json_array_size(value) > (passages ? SIDECAR_PASSAGES_MAX : SIDECAR_ITEMS_MAX))
        return refuse(reader, where, passages ? "a list of at most 100000 items" : "a list of at most 5000 items");
    for (size_t i = 0; !status && i < json_array_size(value); i++) {
        where.item = i + 1;
        status = keys[row].read(reader, where, json_array_get(value, i));
    }
    return status;
}

static enum status read_root(struct reader *reader, json_t *root)
{
    const char *name;
    json_t *value;
    enum status status = STATUS_OK;
    if (!json_is_object(root))
        return error_set(reader->error, STATUS_FORMAT, "%s: expected a JSON object with keys of --dump",
                         reader->name);
    json_object_foreach(root, name, value)
        if (!status)
            status = read_key(reader, name, value);
    return status;
}

enum status sidecar_read(struct arena *arena, const char *name, struct slice bytes, struct sidecar *sidecar,
                         struct error *error)
{
    struct reader reader = { arena, name, sidecar, error };
    struct guard outer;
    json_error_t malformed;
    volatile enum status status = STATUS_OK;
    volatile bool failed = false;
    *sidecar =
        (struct sidecar){ .name = arena_strdup(arena, name), .published = INTERVAL_NONE, .event = INTERVAL_NONE };
    if (slice_starts(bytes, SLICE("\357\273\277")))
        bytes.bytes += 3, bytes.length -= 3;
    json_t *root = json_loadb(bytes.bytes, bytes.length, JSON_REJECT_DUPLICATES, &malformed);
    if (!root) {
        bool shown = !has_controls(slice_of(malformed.text));
        return error_set(error, STATUS_FORMAT, "%s:%d:%d: %s", name, malformed.line, malformed.column,
                         shown ? malformed.text : "a control character");
    }
    guard_save(&outer, arena);
    if (arena_guard(arena))
        failed = true;
    else
        status = read_root(&reader, root);
    json_decref(root);
    guard_restore(&outer, arena);
    if (failed)
        guard_fail(arena);
    return status;
}
