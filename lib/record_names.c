#include "record.h"

#include <stdlib.h>

static const char *const report_type_names[REPORT_TYPE_COUNT] = {
    [REPORT_HTML] = "html", [REPORT_MARKDOWN] = "markdown", [REPORT_TEXT] = "text", [REPORT_PDF] = "pdf"
};

static const char *const place_kind_names[PLACE_KIND_COUNT] = {
    [PLACE_VENUE] = "venue", [PLACE_COMMUNE] = "commune", [PLACE_CITY] = "city",
    [PLACE_INTERCOMMUNALITY] = "intercommunality", [PLACE_DEPARTEMENT] = "departement", [PLACE_REGION] = "region",
    [PLACE_COUNTRY] = "country", [PLACE_CONTINENT] = "continent"
};

const char *report_type_name(enum report_type type)
{
    return (unsigned)type < REPORT_TYPE_COUNT ? report_type_names[type] : "unknown";
}

const char *place_kind_name(enum place_kind kind)
{
    return (unsigned)kind < PLACE_KIND_COUNT ? place_kind_names[kind] : "unknown";
}

const struct attachment *record_attachment_of(const struct record *record, const struct passage *passage)
{
    for (size_t i = 0; i < record->attachments.count; i++) {
        const struct attachment *attachment = &record->attachments.items[i];
        if (passage->start >= attachment->at.start && passage->start < attachment->at.end)
            return attachment;
    }
    return NULL;
}

struct interval record_date(const struct record *record, enum date_source *source)
{
    struct interval date = record->event;
    enum date_source from = DATE_SOURCE_EVENT;
    if (date.start == DAY_NONE && date.end == DAY_NONE) {
        date = record->published;
        from = DATE_SOURCE_PUBLISHED;
    }
    if (date.start == DAY_NONE && date.end == DAY_NONE)
        from = DATE_SOURCE_NONE;
    if (source)
        *source = from;
    return date;
}

uint32_t record_passage_serial(const struct passage *passage)
{
    return passage->serial ? passage->serial : passage->number;
}

const struct passage *record_passage(const struct record *record, uint32_t serial)
{
    size_t count = record->passages.count;
    if (serial && serial <= count && record_passage_serial(&record->passages.items[serial - 1]) == serial)
        return &record->passages.items[serial - 1]; /* where all are that were never changed */
    for (size_t i = 0; i < count; i++)
        if (record_passage_serial(&record->passages.items[i]) == serial)
            return &record->passages.items[i];
    return NULL;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

const uint32_t *record_serials(struct arena *arena, const struct record *record)
{
    size_t count = record->passages.count;
    uint32_t *serials = arena_alloc(arena, (count + 1) * sizeof *serials);
    for (size_t i = 0; i < count; i++)
        serials[i] = record_passage_serial(&record->passages.items[i]);
    qsort(serials, count, sizeof *serials, by_number);
    return serials;
}

bool record_serials_have(const uint32_t *serials, size_t count, uint32_t serial)
{
    return count && bsearch(&serial, serials, count, sizeof serial, by_number);
}
