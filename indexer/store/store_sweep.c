#include "store_sweep.h"

#include <stdio.h>

#include "database.h"
#include "fields.h"
#include "record_codec.h"

enum { BATCH = 512 }; /* found first, dropped then: a list is not read while it changes */

struct sweep {
    struct db *reports;
    struct db_writer *passages;
    struct slice term;            /* of the report's passages and of itself */
    struct arena arena;
    struct db_document *document; /* being read */
    bool there;                   /* there is such a report: */
    uint64_t generation;          /* that its passages name */
    const uint32_t *serials;      /* that they have */
    size_t count;
};

/* What the report has, in the sweep's arena. */
static enum status read_report(struct sweep *sweep, struct error *error)
{
    struct slice value, data;
    struct record *record;
    if (arena_guard(&sweep->arena))
        return error_set(error, STATUS_MEMORY, "out of memory");
    enum status status = db_document_find(sweep->reports, sweep->term, &sweep->document, NULL, error);
    if (status == STATUS_NOT_FOUND)
        return STATUS_OK;
    if (status == STATUS_OK)
        status = db_document_value(sweep->document, SLOT_GENERATION, &value, error);
    sweep->generation = status == STATUS_OK && value.length ? (uint64_t)db_sortable_number(value) : 0;
    if (status == STATUS_OK)
        status = db_document_data(sweep->document, &data, error);
    if (status == STATUS_OK)
        status = record_decode(&sweep->arena, data, &record, error);
    if (status != STATUS_OK)
        return status;
    sweep->serials = record_serials(&sweep->arena, record);
    sweep->count = record->passages.count;
    sweep->there = true;
    return STATUS_OK;
}

/* Finds passages that are not the report's; at most BATCH. */
static enum status find_old(struct sweep *sweep, uint32_t passages[BATCH], size_t *count, struct error *error)
{
    struct db *db = db_writer_db(sweep->passages);
    struct db_postings *postings = NULL;
    enum status status = db_postings_open(db, sweep->term, &postings, error);
    *count = 0;
    while (status == STATUS_OK && *count < BATCH) {
        uint32_t passage;
        struct passage_ref ref = { .generation = 0 };
        struct db_document *document = NULL;
        status = db_postings_next(postings, &passage, error);
        if (status != STATUS_OK || passage == 0)
            break;
        status = db_document_get(db, passage, &document, error);
        if (status == STATUS_OK)
            status = passage_ref_read(document, &ref, error);
        if (status == STATUS_OK && !(sweep->there && ref.generation == sweep->generation &&
                                     record_serials_have(sweep->serials, sweep->count, ref.serial)))
            passages[(*count)++] = passage;
        db_document_free(document);
    }
    db_postings_close(postings);
    return status;
}

enum status store_sweep(struct db *reports, struct db_writer *passages, struct slice id, struct error *error)
{
    char term[REPORT_ID_BYTES_MAX + sizeof TERM_REPORT];
    struct sweep sweep = { .reports = reports, .passages = passages, .arena = ARENA_INIT(0) };
    uint32_t old[BATCH];
    size_t count = 0;
    int length = snprintf(term, sizeof term, "%s%.*s", TERM_REPORT, (int)id.length, id.bytes);
    sweep.term = (struct slice){ term, (size_t)length };
    enum status status = read_report(&sweep, error);
    do {
        if (status == STATUS_OK)
            status = find_old(&sweep, old, &count, error);
        for (size_t i = 0; status == STATUS_OK && i < count; i++)
            status = db_writer_delete(passages, old[i], error);
    } while (status == STATUS_OK && count == BATCH);
    db_document_free(sweep.document);
    arena_fini(&sweep.arena);
    return status;
}
