#include <stdint.h>

#include "arena.h"
#include "database.h"
#include "dump.h"
#include "fields.h"
#include "maintain.h"
#include "record_codec.h"

enum { BATCH = 1024 }; /* report numbers taken at once: the list is not held open while the database may move */

/* The next numbers of reports above AFTER. */
static enum status next_reports(const struct database *database, uint32_t after, uint32_t numbers[BATCH],
                                size_t *count, struct error *error)
{
    struct db_postings *postings = NULL;
    uint32_t number;
    enum status status = db_postings_open(database_reports(database), SLICE(TERM_LEVEL), &postings, error);
    *count = 0;
    while (status == STATUS_OK && *count < BATCH) {
        status = db_postings_next(postings, &number, error);
        if (status != STATUS_OK || number == 0)
            break;
        if (number > after)
            numbers[(*count)++] = number;
    }
    db_postings_close(postings);
    return status;
}

static enum status export_one(const struct database *database, uint32_t number, struct arena *arena, FILE *out,
                              struct error *error)
{
    struct slice encoded;
    struct record *record = NULL;
    struct buf line = BUF_INIT(arena);
    if (arena_guard(arena))
        return error_set(error, STATUS_MEMORY, "out of memory");
    enum status status = database_report(database, number, arena, &encoded, NULL, error);
    if (status == STATUS_OK)
        status = record_decode(arena, encoded, &record, error);
    if (status == STATUS_OK)
        status = record_decode_text(arena, encoded, &record->text, error);
    if (status != STATUS_OK)
        return status;
    dump_whole_record(record, &line);
    if (fwrite(line.bytes, 1, line.length, out) != line.length)
        return error_set(error, STATUS_IO, "standard output: can't be written");
    return STATUS_OK;
}

static enum status export_all(struct database *database, struct arena *arena, FILE *out, struct error *error)
{
    uint32_t numbers[BATCH], last = 0;
    size_t count = 0, at = 0;
    for (;;) {
        enum status status = STATUS_OK;
        if (at == count) {
            status = next_reports(database, last, numbers, &count, error);
            at = 0;
            if (status == STATUS_OK && count == 0)
                return STATUS_OK;
        }
        if (status == STATUS_OK) {
            status = export_one(database, numbers[at], arena, out, error);
            arena_reset(arena);
        }
        if (status == STATUS_MODIFIED) { /* the writer is two commits ahead: move on with it */
            status = database_reopen(database, NULL, error);
            if (status != STATUS_OK)
                return status;
            count = at = 0;
            continue;
        }
        if (status != STATUS_OK && (status != STATUS_NOT_FOUND || at == count)) /* not found: removed meanwhile */
            return status;
        last = numbers[at++];
    }
}

enum status maintain_export(const char *path, FILE *out, struct error *error)
{
    struct database *database = NULL;
    struct arena arena = ARENA_INIT(0);
    enum status status = database_open(&database, &path, 1, error);
    if (status == STATUS_OK) {
        status = export_all(database, &arena, out, error);
        if (status != STATUS_OK)
            error_prefix(error, "database '%s'", path);
    }
    arena_fini(&arena);
    database_close(database);
    if (status == STATUS_OK && fflush(out) != 0)
        status = error_set(error, STATUS_IO, "standard output: can't be written");
    return status;
}
