#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "arena.h"
#include "database.h"
#include "fields.h"
#include "maintain.h"
#include "record_codec.h"
#include "stamp.h"
#include "store_lock.h"

/* What is known of a report while its passages are counted. */
struct checked {
    uint64_t id, generation;     /* id: hash of the report's id */
    uint32_t number;             /* in reports/ */
    uint32_t passages, found;    /* that its record has; that the database has */
    const uint32_t *serials;     /* of the passages, sorted */
};

struct check {
    const struct database *database;
    struct arena arena;          /* of the table */
    struct arena report;         /* of the report being read */
    VEC(struct checked) reports; /* sorted by id, once all are there */
    uint32_t orphans, passages, faults;
    FILE *out;
};

static void fault(struct check *check, const char *what, uint32_t number, const char *reason)
{
    check->faults++;
    fprintf(check->out, "%s %u: %s\n", what, (unsigned)number, reason);
}

/* ---- reports ---- */

/* Decodes all of a report: a fault in it is said and no failure. */
static enum status check_report(struct check *check, uint32_t number, struct checked *checked, struct error *error)
{
    struct slice encoded, text;
    struct record *record = NULL;
    if (arena_guard(&check->report))
        return error_set(error, STATUS_MEMORY, "out of memory");
    enum status status = database_report(check->database, number, &check->report, &encoded, &checked->generation,
                                         error);
    if (status == STATUS_OK)
        status = record_decode(&check->report, encoded, &record, error);
    if (status == STATUS_OK)
        status = record_decode_text(&check->report, encoded, &text, error);
    if (status == STATUS_DAMAGED) {
        fault(check, "report", number, error->message);
        return STATUS_OK;
    }
    if (status != STATUS_OK)
        return status;
    checked->id = stamp_id(record->id);
    checked->passages = (uint32_t)record->passages.count;
    checked->serials = record_serials(&check->arena, record);
    return STATUS_OK;
}

static int by_id(const void *a, const void *b)
{
    const struct checked *left = a, *right = b;
    return (left->id > right->id) - (left->id < right->id);
}

static enum status check_reports(struct check *check, struct error *error)
{
    struct db_postings *postings = NULL;
    enum status status = db_postings_open(database_reports(check->database), SLICE(TERM_LEVEL), &postings, error);
    while (status == STATUS_OK) {
        struct checked checked = { 0 };
        status = db_postings_next(postings, &checked.number, error);
        if (status != STATUS_OK || checked.number == 0)
            break;
        status = check_report(check, checked.number, &checked, error);
        arena_reset(&check->report);
        if (status == STATUS_OK)
            *vec_push(&check->arena, &check->reports) = checked;
    }
    db_postings_close(postings);
    if (check->reports.count)
        qsort(check->reports.items, check->reports.count, sizeof *check->reports.items, by_id);
    return status;
}

/* ---- passages ---- */

static enum status check_passage(struct check *check, uint32_t number, struct error *error)
{
    struct db_document *document = NULL;
    struct passage_ref ref;
    enum status status = db_document_get(database_passages(check->database), number, &document, error);
    if (status == STATUS_OK)
        status = passage_ref_read(document, &ref, error);
    db_document_free(document);
    if (status == STATUS_DAMAGED) {
        fault(check, "passage", number, error->message);
        return STATUS_OK;
    }
    if (status != STATUS_OK)
        return status;
    const struct checked wanted = { .id = stamp_id(ref.report) };
    struct checked *report = check->reports.count ? bsearch(&wanted, check->reports.items, check->reports.count,
                                                            sizeof wanted, by_id) : NULL;
    if (!report || report->generation != ref.generation ||
        !record_serials_have(report->serials, report->passages, ref.serial))
        check->orphans++;
    else
        report->found++;
    return STATUS_OK;
}

static enum status check_passages(struct check *check, struct error *error)
{
    struct db_postings *postings = NULL;
    enum status status = db_postings_open(database_passages(check->database), SLICE(""), &postings, error);
    while (status == STATUS_OK) {
        uint32_t number;
        status = db_postings_next(postings, &number, error);
        if (status != STATUS_OK || number == 0)
            break;
        check->passages++;
        status = check_passage(check, number, error);
    }
    db_postings_close(postings);
    for (size_t i = 0; status == STATUS_OK && i < check->reports.count; i++)
        if (check->reports.items[i].id && check->reports.items[i].found != check->reports.items[i].passages)
            fault(check, "report", check->reports.items[i].number, "passages are missing or there twice");
    return status;
}

/* ---- all ---- */

/* Xapian's own look at the trees on the disk. */
static enum status check_structure(struct check *check, const char *path, const char *half, struct error *error)
{
    char folder[PATH_MAX];
    size_t errors = 0;
    struct error found = ERROR_NONE;
    if ((size_t)snprintf(folder, sizeof folder, "%s/%s", path, half) >= sizeof folder)
        return error_set(error, STATUS_USAGE, "the path of the database is too long");
    enum status status = db_check(folder, &errors, &found);
    if (status == STATUS_OK && errors == 0)
        return STATUS_OK;
    if (status == STATUS_OK || status == STATUS_DAMAGED || status == STATUS_IO) {
        check->faults++;
        fprintf(check->out, "%s: %s\n", half, status == STATUS_OK ? "its tables are damaged" : found.message);
        return STATUS_OK;
    }
    *error = found;
    return status;
}

static enum status check_all(struct check *check, const char *path, struct error *error)
{
    if (arena_guard(&check->arena))
        return error_set(error, STATUS_MEMORY, "out of memory");
    enum status status = check_structure(check, path, DATABASE_REPORTS, error);
    if (status == STATUS_OK)
        status = check_structure(check, path, DATABASE_PASSAGES, error);
    if (status == STATUS_OK && check->faults == 0) /* with broken trees the rest would only fail */
        status = check_reports(check, error);
    if (status == STATUS_OK && check->faults == 0)
        status = check_passages(check, error);
    return status;
}

enum status maintain_check(const char *path, bool wait, FILE *out, bool *sound, struct error *error)
{
    struct database *database = NULL;
    struct check check = { .arena = ARENA_INIT(0), .report = ARENA_INIT(0), .out = out };
    int lock = -1;
    enum status status = database_open(&database, &path, 1, error);
    if (status == STATUS_OK)
        status = store_lock(path, wait, &lock, error);
    if (status == STATUS_OK)
        status = database_reopen(database, NULL, error); /* to what stands now that nobody writes */
    if (status == STATUS_OK) {
        check.database = database;
        status = check_all(&check, path, error);
        if (status == STATUS_DAMAGED) {
            check.faults++;
            fprintf(out, "%s\n", error->message);
            status = STATUS_OK;
        } else if (status != STATUS_OK) {
            error_prefix(error, "database '%s'", path);
        }
    }
    if (status == STATUS_OK) {
        *sound = check.faults == 0;
        fprintf(out, "%s: %zu reports, %u passages, %u of no report (the next writer drops those); %u faults\n", path,
                check.reports.count, (unsigned)check.passages, (unsigned)check.orphans, (unsigned)check.faults);
    }
    if (lock >= 0)
        close(lock);
    arena_fini(&check.report);
    arena_fini(&check.arena);
    database_close(database);
    return status;
}
