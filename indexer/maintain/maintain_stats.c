#include <stdlib.h>

#include "arena.h"
#include "buf.h"
#include "database.h"
#include "dictionary.h"
#include "fields.h"
#include "json_write.h"
#include "maintain.h"
#include "word_table.h"

enum { SHOWN_MAX = 5 }; /* of the commonest values */

/* What is counted: the values of a slot, over all reports. */
enum shown_by { SHOWN_AS_IS, SHOWN_AS_PERSON, SHOWN_AS_ORGANISATION, SHOWN_AS_PLACE };
struct counted_row {
    const char *name, *key;      /* in the text; in the JSON */
    enum slot slot;
    enum shown_by shown_by;
};
static const struct counted_row rows[] = {
    { "speakers", "speakers", SLOT_SPEAKERS, SHOWN_AS_PERSON },
    { "organisations", "organisations", SLOT_ORGANISATIONS, SHOWN_AS_ORGANISATION },
    { "places", "places", SLOT_PLACES, SHOWN_AS_PLACE },
    { "where it was", "event_places", SLOT_EVENT_PLACES, SHOWN_AS_PLACE },
    { "years", "years", SLOT_YEARS, SHOWN_AS_IS },
    { "languages", "languages", SLOT_LANGUAGE, SHOWN_AS_IS },
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

struct counted {
    size_t different;
    struct counted_term most[SHOWN_MAX];
    size_t shown;
};

struct figures {
    const struct database *database;
    struct arena *arena;
    char first[ISO_DAY_BYTES], last[ISO_DAY_BYTES]; /* empty: no report has a date */
    struct counted counted[ROW_COUNT];
};

static void count_list(struct word_table *table, struct slice list)
{
    while (list.length) {
        const char *end = memchr(list.bytes, FACET_SEPARATOR, list.length);
        size_t length = end ? (size_t)(end - list.bytes) : list.length;
        word_table_count(table, "", (struct slice){ list.bytes, length });
        length += end != NULL;
        list = (struct slice){ list.bytes + length, list.length - length };
    }
}

/* More often first, then by name: the same figures give the same order. */
static bool before(const struct counted_term *left, const struct counted_term *right)
{
    if (left->count != right->count)
        return left->count > right->count;
    size_t least = left->length < right->length ? left->length : right->length;
    int order = memcmp(left->bytes, right->bytes, least);
    return order ? order < 0 : left->length < right->length;
}

static void keep_most(struct counted *counted, const struct counted_term *term)
{
    size_t at = counted->shown < SHOWN_MAX ? counted->shown++ : SHOWN_MAX - 1;
    if (at == SHOWN_MAX - 1 && counted->most[at].bytes && !before(term, &counted->most[at]))
        return;
    for (; at > 0 && before(term, &counted->most[at - 1]); at--)
        counted->most[at] = counted->most[at - 1];
    counted->most[at] = *term;
}

static enum status count_row(struct figures *figures, size_t row, struct error *error)
{
    struct word_table table = WORD_TABLE_INIT(figures->arena);
    struct db_values *values = NULL;
    enum status status = db_values_open(database_reports(figures->database), rows[row].slot, &values, error);
    while (status == STATUS_OK) {
        uint32_t document;
        struct slice value;
        status = db_values_next(values, &document, &value, error);
        if (status != STATUS_OK || document == 0)
            break;
        count_list(&table, value);
    }
    db_values_close(values);
    figures->counted[row].different = table.count;
    for (size_t i = 0; i < table.room; i++)
        if (table.entries[i].bytes)
            keep_most(&figures->counted[row], &table.entries[i]);
    return status;
}

/* The earliest beginning and the latest end: the values are kept sortable, with their bounds. */
static enum status find_span(struct figures *figures, struct error *error)
{
    static const enum slot slots[] = { SLOT_EVENT_START, SLOT_EVENT_END };
    double bounds[2] = { 0, 0 };
    for (size_t i = 0; i < 2; i++) {
        struct db_values *values = NULL;
        enum status status = db_values_open(database_reports(figures->database), slots[i], &values, error);
        bool any = false;
        while (status == STATUS_OK) {
            uint32_t document;
            struct slice value;
            status = db_values_next(values, &document, &value, error);
            if (status != STATUS_OK || document == 0)
                break;
            double day = db_sortable_number(value);
            if (!any || (i == 0 ? day < bounds[i] : day > bounds[i]))
                bounds[i] = day;
            any = true;
        }
        db_values_close(values);
        if (status != STATUS_OK)
            return status;
        if (any)
            day_format((int32_t)bounds[i], i ? figures->last : figures->first);
    }
    return STATUS_OK;
}

/* As readers know it: the dictionary has the name of a key or an id. */
static const char *shown_name(const struct figures *figures, size_t row, const struct counted_term *term)
{
    const struct db *reports = database_reports(figures->database);
    struct slice key = { term->bytes, term->length }, shown = key;
    struct dictionary_place place;
    struct error unknown; /* then the key itself is shown */
    switch (rows[row].shown_by) {
    case SHOWN_AS_PERSON:
        dictionary_shown(reports, TERM_NAME_SHOWN, key, figures->arena, &shown, &unknown);
        break;
    case SHOWN_AS_ORGANISATION:
        dictionary_shown(reports, TERM_ORGANISATION_SHOWN, key, figures->arena, &shown, &unknown);
        break;
    case SHOWN_AS_PLACE:
        if (dictionary_place(reports, key, figures->arena, &place, &unknown) == STATUS_OK)
            shown = slice_of(place.name);
        break;
    case SHOWN_AS_IS: break;
    }
    return arena_dup_slice(figures->arena, shown);
}

static void print_text(const struct figures *figures, const char *path, FILE *out)
{
    const struct database *database = figures->database;
    fprintf(out, "%s: %u reports, %u passages\n", path, (unsigned)database_report_count(database),
            (unsigned)database_passage_count(database));
    if (*figures->first || *figures->last)
        fprintf(out, "dates: %s to %s\n", *figures->first ? figures->first : "?",
                *figures->last ? figures->last : "?");
    for (size_t row = 0; row < ROW_COUNT; row++) {
        const struct counted *counted = &figures->counted[row];
        fprintf(out, "%s: %zu", rows[row].name, counted->different);
        for (size_t i = 0; i < counted->shown; i++)
            fprintf(out, "%s%s (%u)", i ? ", " : ": ", shown_name(figures, row, &counted->most[i]),
                    (unsigned)counted->most[i].count);
        fputc('\n', out);
    }
}

static void print_json(const struct figures *figures, FILE *out)
{
    struct buf buf = BUF_INIT(figures->arena);
    struct json json = JSON_INIT(&buf);
    json_open(&json, NULL, '{');
    json_int(&json, "reports", database_report_count(figures->database));
    json_int(&json, "passages", database_passage_count(figures->database));
    json_string(&json, "first", *figures->first ? figures->first : NULL);
    json_string(&json, "last", *figures->last ? figures->last : NULL);
    for (size_t row = 0; row < ROW_COUNT; row++) {
        const struct counted *counted = &figures->counted[row];
        json_open(&json, rows[row].key, '{');
        json_int(&json, "different", (int64_t)counted->different);
        json_open(&json, "most", '[');
        for (size_t i = 0; i < counted->shown; i++) {
            json_open(&json, NULL, '{');
            json_string(&json, "name", shown_name(figures, row, &counted->most[i]));
            json_slice(&json, "key", (struct slice){ counted->most[i].bytes, counted->most[i].length });
            json_int(&json, "reports", counted->most[i].count);
            json_close(&json);
        }
        json_close(&json);
        json_close(&json);
    }
    json_close(&json);
    buf_add_char(&buf, '\n');
    fwrite(buf.bytes, 1, buf.length, out);
}

static enum status gather(struct figures *figures, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t row = 0; row < ROW_COUNT && status == STATUS_OK; row++)
        status = count_row(figures, row, error);
    return status == STATUS_OK ? find_span(figures, error) : status;
}

static enum status tell(struct figures *figures, const char *path, bool json, FILE *out, struct error *error)
{
    if (arena_guard(figures->arena))
        return error_set(error, STATUS_MEMORY, "out of memory");
    enum status status = gather(figures, error);
    if (status != STATUS_OK)
        return error_prefix(error, "database '%s'", path);
    if (json)
        print_json(figures, out);
    else
        print_text(figures, path, out);
    if (fflush(out) != 0)
        return error_set(error, STATUS_IO, "standard output: can't be written");
    return STATUS_OK;
}

enum { ATTEMPTS = 5 };

enum status maintain_stats(const char *path, bool json, FILE *out, struct error *error)
{
    struct database *database = NULL;
    struct arena arena = ARENA_INIT(0);
    enum status status = database_open(&database, &path, 1, error);
    for (int attempt = 0; status == STATUS_OK && attempt < ATTEMPTS; attempt++) {
        struct figures figures = { .database = database, .arena = &arena };
        status = tell(&figures, path, json, out, error);
        if (status != STATUS_MODIFIED)
            break;
        status = database_reopen(database, NULL, error); /* a writer went on: from the beginning */
        arena_reset(&arena);
    }
    arena_fini(&arena);
    database_close(database);
    return status;
}
