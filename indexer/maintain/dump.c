#include "dump.h"

#include <stdio.h>

#include "json_write.h"

static void day_value(struct json *json, const char *key, int32_t day)
{
    char iso[ISO_DAY_BYTES];
    if (day == DAY_NONE) {
        json_null(json, key);
        return;
    }
    day_format(day, iso);
    json_string(json, key, iso);
}

static void spans(struct json *json, const span_list *list)
{
    json_open(json, "at", '[');
    for (size_t i = 0; i < list->count; i++) {
        json_open(json, NULL, '[');
        json_int(json, NULL, list->items[i].start);
        json_int(json, NULL, list->items[i].end);
        json_close(json);
    }
    json_close(json);
}

static void strings(struct json *json, const char *key, const string_list *list)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < list->count; i++)
        json_string(json, NULL, list->items[i]);
    json_close(json);
}

static void people(struct json *json, const struct record *record, bool speakers)
{
    json_open(json, speakers ? "speakers" : "mentions", '[');
    for (size_t i = 0; i < record->persons.count; i++) {
        const struct person *person = &record->persons.items[i];
        if (person->speaker != speakers)
            continue;
        json_open(json, NULL, '{');
        json_string(json, "name", person->name);
        json_string(json, "role", person->role);
        json_string(json, "organisation", person->organisation);
        strings(json, "forms", &person->forms);
        if (speakers) {
            json_open(json, "passages", '[');
            for (size_t k = 0; k < person->passages.count; k++)
                json_int(json, NULL, person->passages.items[k]);
            json_close(json);
        }
        spans(json, &person->at);
        json_string(json, "rule", person->rule);
        json_double(json, "score", person->score, 2);
        json_close(json);
    }
    json_close(json);
}

/* The levels above a place, with what names alone do not tell. */
static void levels(struct json *json, const struct place *place)
{
    json_open(json, "levels", '[');
    for (size_t k = 0; k < place->within.count; k++) {
        json_open(json, NULL, '{');
        json_string(json, "id", place->within.items[k].id);
        json_string(json, "name", place->within.items[k].name);
        json_string(json, "kind", place_kind_name(place->within.items[k].kind));
        json_close(json);
    }
    json_close(json);
}

static void places(struct json *json, const struct record *record, bool whole)
{
    json_open(json, "places", '[');
    for (size_t i = 0; i < record->places.count; i++) {
        const struct place *place = &record->places.items[i];
        json_open(json, NULL, '{');
        json_string(json, "name", place->name);
        json_string(json, "kind", place_kind_name(place->kind));
        json_string(json, "id", place->id);
        json_open(json, "within", '[');
        for (size_t k = 0; k < place->within.count; k++)
            json_string(json, NULL, place->within.items[k].name);
        json_close(json);
        strings(json, "forms", &place->forms);
        if (place->located) {
            json_double(json, "lat", place->latitude, 4);
            json_double(json, "lon", place->longitude, 4);
        }
        if (place->in_organisation)
            json_bool(json, "in_organisation", true);
        spans(json, &place->at);
        json_string(json, "rule", place->rule);
        if (whole) {
            json_double(json, "score", place->score, 2);
            levels(json, place);
        }
        json_close(json);
    }
    json_close(json);
}

static void dates(struct json *json, const struct record *record)
{
    json_open(json, "dates", '[');
    for (size_t i = 0; i < record->dates.count; i++) {
        const struct date *date = &record->dates.items[i];
        char yearless[16];
        json_open(json, NULL, '{');
        if (interval_is_none(date->interval)) {
            snprintf(yearless, sizeof yearless, "--%02d-%02d", date->month % 100, date->day % 100);
            json_string(json, "start", yearless);
            json_string(json, "end", yearless);
        } else {
            day_value(json, "start", date->interval.start);
            day_value(json, "end", date->interval.end);
        }
        json_string(json, "form", date->form);
        spans(json, &(span_list){ (struct span[]){ date->at }, date->at.end > date->at.start, 1 });
        if (date->deduced)
            json_bool(json, "deduced", true);
        json_string(json, "rule", date->rule);
        json_close(json);
    }
    json_close(json);
}

static void event(struct json *json, const struct record *record)
{
    if (interval_is_none(record->event) && record->event_place < 0) {
        json_null(json, "event");
        return;
    }
    json_open(json, "event", '{');
    day_value(json, "start", record->event.start);
    day_value(json, "end", record->event.end);
    json_string(json, "place", record->event_place >= 0 ? record->places.items[record->event_place].name : NULL);
    json_string(json, "rule", record->event_rule);
    json_string(json, "place_rule", record->event_place_rule);
    json_close(json);
}

static void passages(struct json *json, const struct record *record)
{
    json_open(json, "passages", '[');
    for (size_t i = 0; i < record->passages.count; i++) {
        const struct passage *passage = &record->passages.items[i];
        json_open(json, NULL, '{');
        json_int(json, "n", passage->number);
        json_string(json, "speaker", passage->speaker);
        json_string(json, "role", passage->role);
        json_string(json, "heading", passage->heading);
        json_slice(json, "text",
                   (struct slice){ record->text.bytes + passage->start, passage->end - passage->start });
        json_int(json, "start", passage->start);
        json_int(json, "end", passage->end);
        json_close(json);
    }
    json_close(json);
}

static void dump(const struct record *record, bool whole, struct buf *out)
{
    struct json json = JSON_INIT(out);
    json_open(&json, NULL, '{');
    json_string(&json, "file", record->file);
    json_string(&json, "id", record->id);
    json_string(&json, "type", report_type_name(record->type));
    json_string(&json, "title", record->title);
    json_string(&json, "url", record->url);
    json_string(&json, "language",
                record->language == LANGUAGE_UNKNOWN ? NULL : language_row(record->language)->code);
    json_string(&json, "author", record->author);
    json_string(&json, "author_rule", record->author_rule);
    day_value(&json, "published", record->published.start);
    json_string(&json, "published_rule", record->published_rule);
    event(&json, record);
    people(&json, record, true);
    people(&json, record, false);
    places(&json, record, whole);
    dates(&json, record);
    json_open(&json, "attachments", '[');
    for (size_t i = 0; i < record->attachments.count; i++) {
        const struct attachment *attachment = &record->attachments.items[i];
        json_open(&json, NULL, '{');
        json_string(&json, "title", attachment->title);
        json_string(&json, "type", attachment->type);
        if (attachment->bytes)
            json_int(&json, "bytes", (int64_t)attachment->bytes);
        else
            json_null(&json, "bytes");
        json_string(&json, "url", attachment->url);
        if (attachment->at.end)
            spans(&json, &(span_list){ (struct span[]){ attachment->at }, 1, 1 });
        json_close(&json);
    }
    json_close(&json);
    passages(&json, record);
    if (whole) {
        json_string(&json, "path", record->path);
        day_value(&json, "published_end", record->published.end);
        json_slice(&json, "text", record->text);
    }
    json_close(&json);
    buf_add_char(out, '\n');
}

void dump_record(const struct record *record, struct buf *out)
{
    dump(record, false, out);
}

void dump_whole_record(const struct record *record, struct buf *out)
{
    dump(record, true, out);
}
