#include "database.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "fields.h"
#include "record_cache.h"
#include "record_codec.h"
#include "stem.h"

struct held {
    struct db_document *document; /* kept here while its bytes are copied to an arena, which may jump */
};

struct shard {
    char *path;
    struct db *reports;           /* this folder's alone, for its revision; the whole itself where there is but one */
};

struct database {
    struct shard *shards;
    size_t count;
    struct db *reports, *passages; /* all folders as one */
    struct held *held;
    struct record_cache *kept;     /* NULL unless the program lasts */
};

/* ---- opening ---- */

static bool metadata_is(struct db *db, const char *key, uint64_t wanted, struct error *error)
{
    char text[32];
    struct slice value;
    snprintf(text, sizeof text, "%llx", (unsigned long long)wanted);
    if (db_metadata(db, key, &value, error) != STATUS_OK)
        return false;
    error->status = STATUS_OK;
    return slice_is(value, text);
}

enum status database_check_meta(struct db *db, const char *path, struct error *error)
{
    struct slice schema, library;
    if (db_metadata(db, META_SCHEMA, &schema, error) != STATUS_OK)
        return error_prefix(error, "database '%s'", path);
    if (schema.length == 0)
        return error_set(error, STATUS_FORMAT, "'%s' is not a Tribune database, or its creation was interrupted",
                         path);
    char number[16];
    snprintf(number, sizeof number, "%d", DATABASE_SCHEMA);
    if (!slice_is(schema, number))
        return error_set(error, STATUS_VERSION,
                         "database '%s' has schema %.*s, this program reads schema %s: index its reports again", path,
                         (int)(schema.length < 16 ? schema.length : 16), schema.bytes, number);
    if (!metadata_is(db, META_FIELDS, fields_fingerprint(), error))
        return error->status != STATUS_OK
                   ? error_prefix(error, "database '%s'", path)
                   : error_set(error, STATUS_VERSION,
                               "database '%s' was made with another table of fields: index its reports again", path);
    if (db_metadata(db, META_LIBRARY, &library, error) != STATUS_OK)
        return error_prefix(error, "database '%s'", path);
    if (slice_is(library, db_library_version()))
        return STATUS_OK; /* the same stemmers: stemming the probes is a good part of what a short run costs */
    if (!metadata_is(db, META_STEMS, stemmers_fingerprint(), error)) {
        if (error->status != STATUS_OK || db_metadata(db, META_LIBRARY, &library, error) != STATUS_OK)
            return error_prefix(error, "database '%s'", path);
        return error_set(error, STATUS_VERSION,
                         "database '%s' was made with the stemmers of Xapian %.*s, which differ from those of "
                         "Xapian %s: index its reports again",
                         path, (int)(library.length < 16 ? library.length : 16), library.bytes, db_library_version());
    }
    return STATUS_OK;
}

/* The path of one half; false when it is too long. */
static bool half_path(char out[PATH_MAX], const char *path, const char *half)
{
    int length = snprintf(out, PATH_MAX, "%s/%s", path, half);
    return length > 0 && length < PATH_MAX;
}

/* Opens one half of the folder PATH, after the system's word on whether it is there. */
static enum status open_half(struct db **db, const char *path, const char *half, struct error *error)
{
    char name[PATH_MAX];
    struct stat info;
    if (stat(path, &info) != 0)
        return error_set(error, errno == ENOENT ? STATUS_NOT_FOUND : STATUS_IO, "database '%s': %s", path,
                         errno == ENOENT ? "no such folder" : strerror(errno));
    if (!half_path(name, path, half))
        return error_set(error, STATUS_USAGE, "database '%s': the path is too long", path);
    if (!S_ISDIR(info.st_mode) || (stat(name, &info) != 0 && errno == ENOENT))
        return error_set(error, STATUS_FORMAT, "'%s' is not a Tribune database", path);
    if (db_open(db, name, error) != STATUS_OK)
        return error_prefix(error, "database '%s'", path);
    return STATUS_OK;
}

/* Opens one half of the folder PATH and joins it to *WHOLE. The reports' metadata speaks for both halves. */
static enum status join_half(struct db **whole, const char *path, const char *half, struct error *error)
{
    struct db *one = NULL;
    char name[PATH_MAX];
    enum status status = open_half(&one, path, half, error);
    if (status == STATUS_OK && strcmp(half, DATABASE_REPORTS) == 0)
        status = database_check_meta(one, path, error);
    if (status == STATUS_OK && !*whole) {
        *whole = one;
        return STATUS_OK;
    }
    db_close(one);
    if (status != STATUS_OK)
        return status;
    half_path(name, path, half);
    if (db_add(*whole, name, error) != STATUS_OK)
        return error_prefix(error, "database '%s'", path);
    return STATUS_OK;
}

static enum status open_all(struct database *database, struct error *error)
{
    for (size_t i = 0; i < database->count; i++) {
        struct shard *shard = &database->shards[i];
        if (join_half(&database->reports, shard->path, DATABASE_REPORTS, error) != STATUS_OK)
            return error->status;
        if (database->count == 1) /* need not be opened twice */
            shard->reports = database->reports;
        else if (open_half(&shard->reports, shard->path, DATABASE_REPORTS, error) != STATUS_OK)
            return error->status;
    }
    for (size_t i = 0; i < database->count; i++)
        if (join_half(&database->passages, database->shards[i].path, DATABASE_PASSAGES, error) != STATUS_OK)
            return error->status;
    return STATUS_OK;
}

enum { REOPEN_ATTEMPTS = 50 };

static enum status reopen_all(struct database *database, struct error *error)
{
    for (size_t i = 0; i < database->count; i++) {
        struct db *reports = database->shards[i].reports;
        if (reports != database->reports && db_reopen(reports, NULL, error) != STATUS_OK)
            return error_prefix(error, "database '%s'", database->shards[i].path);
    }
    if (db_reopen(database->passages, NULL, error) != STATUS_OK)
        return error_prefix(error, "database '%s'", database->shards[0].path);
    return STATUS_OK;
}

/* A writer commits passages, then the reports that name them, then drops passages that no report names any more. So
 * passages opened after reports have all of theirs, unless the reports moved on in between. OPENED: just now, in that
 * order. */
static enum status settle(struct database *database, bool opened, bool *changed, struct error *error)
{
    bool moved = false;
    for (int attempt = 0; attempt < REOPEN_ATTEMPTS; attempt++) {
        bool again;
        if ((attempt || !opened) && reopen_all(database, error) != STATUS_OK)
            return error->status;
        if (db_reopen(database->reports, &again, error) != STATUS_OK)
            return error_prefix(error, "database '%s'", database->shards[0].path);
        moved |= again;
        if (!again) {
            if (changed)
                *changed = moved;
            return STATUS_OK;
        }
    }
    return error_set(error, STATUS_MODIFIED, "database '%s' is being rewritten all the time",
                     database->shards[0].path);
}

enum status database_open(struct database **database, const char *const *paths, size_t count, struct error *error)
{
    if (count == 0 || count > DATABASES_MAX)
        return error_set(error, STATUS_USAGE, "one to %d databases can be searched as one, not %zu", DATABASES_MAX,
                         count);
    struct database *made = calloc(1, sizeof *made);
    if (!made)
        return error_set(error, STATUS_MEMORY, "out of memory");
    made->shards = calloc(count, sizeof *made->shards);
    made->held = calloc(1, sizeof *made->held);
    bool allocated = made->shards && made->held;
    for (size_t i = 0; allocated && i < count; i++, made->count++)
        allocated = (made->shards[i].path = strdup(paths[i])) != NULL;
    enum status status = allocated ? open_all(made, error) : error_set(error, STATUS_MEMORY, "out of memory");
    if (status == STATUS_OK)
        status = settle(made, true, NULL, error);
    if (status != STATUS_OK) {
        database_close(made);
        return status;
    }
    *database = made;
    return STATUS_OK;
}

void database_close(struct database *database)
{
    if (!database)
        return;
    for (size_t i = 0; i < database->count; i++) {
        if (database->shards[i].reports != database->reports)
            db_close(database->shards[i].reports);
        free(database->shards[i].path);
    }
    if (database->held)
        db_document_free(database->held->document);
    record_cache_free(database->kept);
    db_close(database->reports);
    db_close(database->passages);
    free(database->held);
    free(database->shards);
    free(database);
}

enum status database_reopen(struct database *database, bool *changed, struct error *error)
{
    bool moved = true;
    enum status status = settle(database, false, &moved, error);
    record_cache_round(database->kept);
    if (moved)
        record_cache_clear(database->kept);
    if (changed)
        *changed = moved;
    return status;
}

void database_keep_records(struct database *database)
{
    if (!database->kept)
        database->kept = record_cache_new();
}

/* ---- what it is ---- */

const struct db *database_reports(const struct database *database)
{
    return database->reports;
}

const struct db *database_passages(const struct database *database)
{
    return database->passages;
}

uint64_t database_revision(const struct database *database)
{
    uint64_t hash = 0xCBF29CE484222325u; /* FNV-1a over name and revision of each */
    for (size_t i = 0; i < database->count; i++) {
        struct db *reports = database->shards[i].reports;
        struct db_statistics statistics = { 0 };
        struct slice uuid = { "", 0 };
        struct error ignored;
        db_uuid(reports, &uuid, &ignored);
        db_counts(reports, &statistics, &ignored);
        for (size_t j = 0; j < uuid.length; j++)
            hash = (hash ^ (unsigned char)uuid.bytes[j]) * 0x100000001B3u;
        hash = (hash ^ statistics.revision) * 0x100000001B3u;
    }
    return hash;
}

uint64_t database_place(const char *const *paths, size_t count, int64_t *committed)
{
    static const char *const halves[] = { DATABASE_REPORTS, DATABASE_PASSAGES };
    uint64_t hash = 0xCBF29CE484222325u;
    bool known = count > 0;
    *committed = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t half = 0; half < sizeof halves / sizeof *halves; half++) {
            char name[PATH_MAX];
            struct stat info = { 0 };
            known = half_path(name, paths[i], halves[half]) && stat(name, &info) == 0 && known;
            hash = (hash ^ (uint64_t)info.st_dev) * 0x100000001B3u;
            hash = (hash ^ (uint64_t)info.st_ino) * 0x100000001B3u;
            if (info.st_mtime > *committed) /* a commit puts a new file in the folder */
                *committed = info.st_mtime;
        }
    if (!known)
        *committed = 0;
    return hash;
}

size_t database_languages(const struct database *database, enum language languages[LANGUAGE_COUNT])
{
    uint32_t frequencies[LANGUAGE_COUNT], known = 0;
    size_t count = 0;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        char term[8];
        uint32_t frequency = 0;
        struct error ignored;
        const char *code = language_row((enum language)i)->code;
        snprintf(term, sizeof term, "%s%s", field_table[FIELD_LANGUAGE].prefix, code);
        if (!*code || db_term_frequency(database->reports, slice_of(term), &frequency, NULL, &ignored) != STATUS_OK ||
            frequency == 0)
            continue;
        size_t at = count++;
        for (; at > 0 && frequencies[at - 1] < frequency; at--) {
            frequencies[at] = frequencies[at - 1];
            languages[at] = languages[at - 1];
        }
        frequencies[at] = frequency;
        languages[at] = (enum language)i;
        known += frequency;
    }
    for (size_t i = 0; i < LANGUAGES_USUAL && known < database_report_count(database); i++) {
        bool there = false;
        for (size_t j = 0; j < count; j++)
            there |= languages[j] == languages_usual[i];
        if (!there)
            languages[count++] = languages_usual[i];
    }
    return count;
}

uint32_t database_report_count(const struct database *database)
{
    uint32_t count = 0;
    struct error ignored;
    db_term_frequency(database->reports, SLICE(TERM_LEVEL), &count, NULL, &ignored);
    return count;
}

uint32_t database_passage_count(const struct database *database)
{
    struct db_statistics statistics = { 0 };
    struct error ignored;
    db_counts(database->passages, &statistics, &ignored);
    return statistics.documents;
}

enum status database_metadata(const struct database *database, const char *key, struct slice *value,
                              struct error *error)
{
    enum status status = STATUS_OK;
    *value = (struct slice){ "", 0 };
    for (size_t i = 0; i < database->count && status == STATUS_OK && value->length == 0; i++)
        status = db_metadata(database->shards[i].reports, key, value, error);
    return status;
}

/* ---- reports and passages ---- */

static uint64_t read_number(struct slice value)
{
    double number = value.length ? db_sortable_number(value) : 0;
    return number >= 0 && number < 9e15 ? (uint64_t)number : 0;
}

enum status database_report(const struct database *database, uint32_t id, struct arena *arena, struct slice *encoded,
                            uint64_t *generation, struct error *error)
{
    struct held *held = database->held;
    struct slice data, value;
    db_document_free(held->document);
    held->document = NULL;
    if (db_document_get(database->reports, id, &held->document, error) != STATUS_OK)
        return error->status;
    if (generation) {
        if (db_document_value(held->document, SLOT_GENERATION, &value, error) != STATUS_OK)
            return error->status;
        *generation = read_number(value);
    }
    if (db_document_data(held->document, &data, error) != STATUS_OK)
        return error->status;
    *encoded = (struct slice){ arena_dup_slice(arena, data), data.length };
    db_document_free(held->document);
    held->document = NULL;
    return STATUS_OK;
}

/* Into a place of the cache. False when it does not fit there, or fails. */
static bool keep_record(const struct database *database, uint32_t id, struct kept_record *kept)
{
    struct record *record = NULL;
    struct error ignored;
    if (arena_guard(&kept->arena)
        || database_report(database, id, &kept->arena, &kept->encoded, NULL, &ignored) != STATUS_OK
        || record_decode_briefly(&kept->arena, kept->encoded, &record, &ignored) != STATUS_OK) {
        arena_fini(&kept->arena);
        return false;
    }
    kept->arena.guarded = false; /* nothing more goes into it */
    kept->record = record;
    kept->document = id;
    return true;
}

enum status database_record(const struct database *database, uint32_t id, struct arena *arena, struct slice *encoded,
                            const struct record **record, struct error *error)
{
    struct kept_record *kept = record_cache_place(database->kept, id);
    struct record *decoded = NULL;
    if (kept && (kept->document == id || keep_record(database, id, kept))) {
        *encoded = kept->encoded;
        *record = kept->record;
        return STATUS_OK;
    }
    enum status status = database_report(database, id, arena, encoded, NULL, error);
    if (status == STATUS_OK)
        status = record_decode_briefly(arena, *encoded, &decoded, error);
    *record = decoded;
    return status;
}

enum status database_find_report(const struct database *database, struct slice id, uint32_t *document,
                                 struct error *error)
{
    char term[REPORT_ID_BYTES_MAX + sizeof TERM_REPORT];
    struct db_postings *postings = NULL;
    *document = 0;
    if (id.length > 0 && id.length <= REPORT_ID_BYTES_MAX) {
        int length = snprintf(term, sizeof term, "%s%.*s", TERM_REPORT, (int)id.length, id.bytes);
        enum status status =
            db_postings_open(database->reports, (struct slice){ term, (size_t)length }, &postings, error);
        if (status == STATUS_OK)
            status = db_postings_next(postings, document, error);
        db_postings_close(postings);
        if (status != STATUS_OK)
            return status;
    }
    return *document ? STATUS_OK : error_set(error, STATUS_NOT_FOUND, "there is no report with this id");
}

static int by_document(const void *a, const void *b)
{
    const struct document_number *left = a, *right = b;
    return (left->document > right->document) - (left->document < right->document);
}

enum status database_numbers(const struct db *db, unsigned slot, struct document_number *numbers, size_t count,
                             struct error *error)
{
    struct db_values *values = NULL;
    enum status status = count ? db_values_open(db, slot, &values, error) : STATUS_OK;
    if (count)
        qsort(numbers, count, sizeof *numbers, by_document);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct slice value;
        status = db_values_at(values, numbers[i].document, &value, error);
        numbers[i].number = status == STATUS_OK ? read_number(value) : 0;
    }
    db_values_close(values);
    return status;
}

size_t passage_key(char out[PASSAGE_KEY_BYTES], struct slice report, uint64_t generation)
{
    size_t length = report.length < REPORT_ID_BYTES_MAX ? report.length : REPORT_ID_BYTES_MAX;
    memcpy(out, report.bytes, length);
    out[length++] = '\0';
    return length + db_sortable((double)generation, out + length);
}

bool passage_key_read(struct slice key, struct slice *report, uint64_t *generation)
{
    const char *end = key.length ? memchr(key.bytes, '\0', key.length) : NULL;
    size_t length = end ? (size_t)(end - key.bytes) : 0;
    if (length == 0 || length > REPORT_ID_BYTES_MAX)
        return false;
    *report = (struct slice){ key.bytes, length };
    if (generation)
        *generation = read_number((struct slice){ end + 1, key.length - length - 1 });
    return true;
}

enum status passage_ref_read(struct db_document *document, struct passage_ref *ref, struct error *error)
{
    struct slice value, report;
    if (db_document_value(document, SLOT_REPORT, &value, error) != STATUS_OK)
        return error->status;
    if (!passage_key_read(value, &report, &ref->generation))
        return error_set(error, STATUS_DAMAGED, "a passage in the database is damaged");
    memcpy(ref->report, report.bytes, report.length);
    ref->report[report.length] = '\0';
    if (db_document_value(document, SLOT_SERIAL, &value, error) != STATUS_OK)
        return error->status;
    ref->serial = (uint32_t)read_number(value);
    return STATUS_OK;
}
