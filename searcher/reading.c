#include "reading.h"

#include "database.h"
#include "record_codec.h"
#include "search.h"

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
    return STATUS_OK;
}

struct slice reading_text(const struct reading *reading, uint32_t start, uint32_t end)
{
    struct slice text = reading->record->text;
    size_t from = start < text.length ? start : text.length, to = end < text.length ? end : text.length;
    return (struct slice){ text.bytes + from, to > from ? to - from : 0 };
}
