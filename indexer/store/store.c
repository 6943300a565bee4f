#include "store.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "database.h"
#include "fields.h"
#include "passage_queue.h"
#include "stem.h"
#include "store_lock.h"
#include "store_sweep.h"
#include "term_set.h"

struct store {
    char *path;
    int lock;
    struct db_writer *reports, *passages;
    struct passage_queue *queue;     /* of passages to add: `passages` is its thread's until it is drained */
    struct db_draft *dictionary;     /* the document of the terms that are new since the last commit */
    bool dictionary_empty;
    bool reports_begun, passages_begun;
    uint64_t generation;             /* being written */
    struct term_set *known;          /* dictionary terms that need no look into the database */
    struct term_list *stale;         /* ids whose older passages go after the commit */
};

/* ---- the folder ---- */

#define NEW_HALF ".new"  /* a half that is being made: not there until it is set up and renamed */

/* Does the folder hold nothing but what is ours? A folder of reports given by mistake must not be written into. */
static enum status check_folder(const char *path, struct error *error)
{
    static const char *const ours[] = { DATABASE_REPORTS, DATABASE_PASSAGES, DATABASE_LOCK,
                                        DATABASE_REPORTS NEW_HALF, DATABASE_PASSAGES NEW_HALF };
    DIR *folder = opendir(path);
    if (!folder)
        return error_set(error, STATUS_IO, "database '%s': %s", path, strerror(errno));
    bool found = false, foreign = false;
    for (struct dirent *entry; (entry = readdir(folder));) {
        bool own = entry->d_name[0] == '.';
        for (size_t i = 0; i < sizeof ours / sizeof *ours && !own; i++)
            if (strcmp(entry->d_name, ours[i]) == 0)
                own = found = true;
        foreign |= !own;
    }
    closedir(folder);
    if (foreign && !found)
        return error_set(error, STATUS_USAGE, "'%s' holds other files: name a new folder for the database", path);
    return STATUS_OK;
}

static enum status make_folder(const char *path, struct error *error)
{
    struct stat info;
    if (mkdir(path, 0777) == 0)
        return STATUS_OK;
    if (errno != EEXIST)
        return error_set(error, STATUS_IO, "cannot make the database folder '%s': %s", path, strerror(errno));
    if (stat(path, &info) != 0 || !S_ISDIR(info.st_mode))
        return error_set(error, STATUS_USAGE, "'%s' is a file, not a database folder", path);
    return check_folder(path, error);
}

/* ---- metadata ---- */

static enum status set_number(struct db_writer *writer, const char *key, uint64_t number, bool hexadecimal,
                              struct error *error)
{
    char text[32];
    snprintf(text, sizeof text, hexadecimal ? "%llx" : "%llu", (unsigned long long)number);
    return db_writer_metadata(writer, key, slice_of(text), error);
}

/* 0 when it is not set. */
static enum status get_number(struct db_writer *writer, const char *key, uint64_t *number, struct error *error)
{
    struct slice value;
    char text[32] = "";
    enum status status = db_metadata(db_writer_db(writer), key, &value, error);
    *number = 0;
    if (status == STATUS_OK && value.length && value.length < sizeof text) {
        memcpy(text, value.bytes, value.length);
        *number = strtoull(text, NULL, 10);
    }
    return status;
}

static enum status initialise_half(struct db_writer *writer, struct error *error)
{
    enum status status = db_writer_begin(writer, error);
    if (status == STATUS_OK)
        status = set_number(writer, META_SCHEMA, DATABASE_SCHEMA, false, error);
    if (status == STATUS_OK)
        status = set_number(writer, META_FIELDS, fields_fingerprint(), true, error);
    if (status == STATUS_OK)
        status = set_number(writer, META_STEMS, stemmers_fingerprint(), true, error);
    if (status == STATUS_OK)
        status = db_writer_metadata(writer, META_LIBRARY, slice_of(db_library_version()), error);
    return status == STATUS_OK ? db_writer_commit(writer, error) : status;
}

/* ---- the two halves ---- */

static bool half_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info, (void)kind, (void)walk;
    return remove(path);
}

/* Makes a half whole or not at all: a run killed here leaves a folder of another name, which the next one drops. */
static enum status make_half(const char *path, struct error *error)
{
    char made[PATH_MAX + sizeof NEW_HALF];
    struct db_writer *writer = NULL;
    snprintf(made, sizeof made, "%s" NEW_HALF, path);
    nftw(made, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    enum status status = db_writer_open(&writer, made, DB_WRITE_CREATE_OR_OPEN, error);
    if (status == STATUS_OK)
        status = initialise_half(writer, error);
    struct error closing = ERROR_NONE;
    if (writer && db_writer_close(writer, &closing) != STATUS_OK && status == STATUS_OK) {
        *error = closing;
        status = closing.status;
    }
    if (status == STATUS_OK && rename(made, path) != 0)
        status = error_set(error, STATUS_IO, "cannot make '%s': %s", path, strerror(errno));
    return status;
}

/* Whoever holds Xapian's own lock while we hold the folder's is a process about to end: the system takes away a dying
 * process's locks one after another. */
enum { LOCK_ATTEMPTS = 100, LOCK_PAUSE_MS = 10 };

static enum status open_half(struct store *store, const char *half, struct db_writer **writer, struct error *error)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", store->path, half);
    if (!half_exists(path) && make_half(path, error) != STATUS_OK)
        return error->status;
    enum status status = db_writer_open(writer, path, DB_WRITE_OPEN, error);
    for (int attempt = 0; status == STATUS_LOCKED && attempt < LOCK_ATTEMPTS; attempt++) {
        nanosleep(&(struct timespec){ .tv_nsec = LOCK_PAUSE_MS * 1000000 }, NULL);
        status = db_writer_open(writer, path, DB_WRITE_OPEN, error);
    }
    return status;
}

/* Passages are made first: reports without them have lost them. */
static enum status check_halves(const struct store *store, struct error *error)
{
    char reports[PATH_MAX], passages[PATH_MAX];
    snprintf(reports, sizeof reports, "%s/%s", store->path, DATABASE_REPORTS);
    snprintf(passages, sizeof passages, "%s/%s", store->path, DATABASE_PASSAGES);
    if (half_exists(reports) && !half_exists(passages))
        return error_set(error, STATUS_DAMAGED, "its passages are gone: remove the folder and index again");
    return STATUS_OK;
}

/* ---- passages that are no report's ---- */

/* Ends what commit GENERATION left to do: IDS are newline-separated. */
static enum status sweep(struct store *store, struct slice ids, uint64_t generation, struct error *error)
{
    enum status status = db_writer_begin(store->passages, error);
    while (status == STATUS_OK && ids.length) {
        const char *end = memchr(ids.bytes, '\n', ids.length);
        struct slice id = { ids.bytes, end ? (size_t)(end - ids.bytes) : ids.length };
        if (id.length && id.length <= REPORT_ID_BYTES_MAX)
            status = store_sweep(db_writer_db(store->reports), store->passages, id, error);
        size_t used = id.length + (end != NULL);
        ids = (struct slice){ ids.bytes + used, ids.length - used };
    }
    if (status == STATUS_OK)
        status = set_number(store->passages, META_SWEPT, generation, false, error);
    return status == STATUS_OK ? db_writer_commit(store->passages, error) : status;
}

static enum status drop_generation(struct store *store, uint64_t generation, struct error *error)
{
    char term[32];
    int length = snprintf(term, sizeof term, "%s%llu", TERM_GENERATION, (unsigned long long)generation);
    return db_writer_delete_term(store->passages, (struct slice){ term, (size_t)length }, error);
}

/* Ends what a killed run left half done, and sets the generation to write. */
static enum status recover(struct store *store, struct error *error)
{
    uint64_t reports, passages, swept;
    struct slice stale;
    enum status status = get_number(store->reports, META_GENERATION, &reports, error);
    if (status == STATUS_OK)
        status = get_number(store->passages, META_GENERATION, &passages, error);
    if (status == STATUS_OK)
        status = get_number(store->passages, META_SWEPT, &swept, error);
    if (status != STATUS_OK)
        return status;
    store->generation = (passages > reports ? passages : reports) + 1;
    if (passages > reports) {
        status = db_writer_begin(store->passages, error);
        for (uint64_t lost = reports + 1; lost <= passages && status == STATUS_OK; lost++)
            status = drop_generation(store, lost, error);
        if (status == STATUS_OK)
            status = db_writer_commit(store->passages, error);
    }
    if (status == STATUS_OK)
        status = db_metadata(db_writer_db(store->reports), META_STALE, &stale, error);
    if (status == STATUS_OK && stale.length && swept != reports)
        status = sweep(store, stale, reports, error);
    return status;
}

/* ---- opening, closing ---- */

/* Documents that Xapian gathers before it writes them out (inside the transaction). Its default of 10,000 is slower,
 * for want of cache, and takes twice the memory, the more so where passages are long (a text without paragraphs). There
 * is no function for it; a value that the user set is kept. */
#define FLUSH_THRESHOLD "500"

static enum status open_all(struct store *store, const struct store_options *options, struct error *error)
{
    if (make_folder(store->path, error) != STATUS_OK ||
        store_lock(store->path, options->wait, &store->lock, error) != STATUS_OK)
        return error->status;
    setenv("XAPIAN_FLUSH_THRESHOLD", FLUSH_THRESHOLD, 0);
    enum status status = check_halves(store, error);
    if (status == STATUS_OK)
        status = open_half(store, DATABASE_PASSAGES, &store->passages, error);
    if (status == STATUS_OK)
        status = open_half(store, DATABASE_REPORTS, &store->reports, error);
    if (status != STATUS_OK)
        return error_prefix(error, "database '%s'", store->path);
    status = database_check_meta(db_writer_db(store->reports), store->path, error);
    if (status != STATUS_OK)
        return status;
    status = recover(store, error);
    if (status == STATUS_OK)
        status = db_draft_new(&store->dictionary, error);
    if (status == STATUS_OK)
        status = passage_queue_open(&store->queue, store->passages, error);
    store->dictionary_empty = true;
    return status == STATUS_OK ? status : error_prefix(error, "database '%s'", store->path);
}

enum status store_open(struct store **store, const struct store_options *options, struct error *error)
{
    if (strlen(options->path) + 16 > PATH_MAX)
        return error_set(error, STATUS_USAGE, "the path of the database is too long");
    struct store *made = calloc(1, sizeof *made);
    if (!made)
        return error_set(error, STATUS_MEMORY, "out of memory");
    made->lock = -1;
    made->path = strdup(options->path);
    made->known = term_set_new();
    made->stale = term_list_new();
    enum status status = made->path && made->known && made->stale
                             ? open_all(made, options, error)
                             : error_set(error, STATUS_MEMORY, "out of memory");
    if (status != STATUS_OK) {
        struct error ignored;
        store_close(made, &ignored);
        return status;
    }
    *store = made;
    return STATUS_OK;
}

enum status store_close(struct store *store, struct error *error)
{
    enum status status = STATUS_OK;
    if (!store)
        return STATUS_OK;
    struct error later;
    passage_queue_close(store->queue);
    db_draft_free(store->dictionary);
    if (store->reports_begun)
        db_writer_cancel(store->reports, &later);
    if (store->passages_begun)
        db_writer_cancel(store->passages, &later);
    status = db_writer_close(store->reports, error);
    if (db_writer_close(store->passages, &later) != STATUS_OK && status == STATUS_OK) {
        *error = later;
        status = later.status;
    }
    if (store->lock >= 0)
        close(store->lock);
    term_set_free(store->known);
    term_list_free(store->stale);
    free(store->path);
    free(store);
    return status;
}

/* ---- writing ---- */

uint64_t store_generation(const struct store *store)
{
    return store->generation;
}

static enum status begin(struct db_writer *writer, bool *begun, struct error *error)
{
    if (*begun)
        return STATUS_OK;
    enum status status = db_writer_begin(writer, error);
    *begun = status == STATUS_OK;
    return status;
}

enum status store_reports(struct store *store, struct db_writer **reports, struct error *error)
{
    *reports = store->reports;
    return begin(store->reports, &store->reports_begun, error);
}

enum status store_add_passage(struct store *store, struct db_draft **draft, struct error *error)
{
    if (begin(store->passages, &store->passages_begun, error) != STATUS_OK) /* never while the thread has work */
        return error->status;
    return passage_queue_put(store->queue, draft, error);
}

struct db *store_reports_db(struct store *store)
{
    return db_writer_db(store->reports);
}

enum status store_blame(const struct store *store, struct error *error)
{
    return error_prefix(error, "database '%s': what was committed stays, nothing since", store->path);
}

enum status store_stale(struct store *store, struct slice id, struct error *error)
{
    if (!term_list_add(store->stale, id))
        return error_set(error, STATUS_MEMORY, "out of memory");
    return STATUS_OK;
}

enum status store_dictionary(struct store *store, struct slice term, struct error *error)
{
    uint32_t frequency = 0;
    if (term.length == 0 || term_set_has(store->known, term))
        return STATUS_OK;
    if (db_term_frequency(db_writer_db(store->reports), term, &frequency, NULL, error) != STATUS_OK)
        return error->status;
    if (frequency == 0) { /* a term that is waiting already is added to the draft again: no harm */
        if (db_draft_boolean(store->dictionary, term, error) != STATUS_OK)
            return error->status;
        store->dictionary_empty = false;
    }
    term_set_add(store->known, term);
    return STATUS_OK;
}

static enum status commit_passages(struct store *store, struct error *error)
{
    enum status status = passage_queue_drain(store->queue, error);
    if (status == STATUS_OK)
        status = begin(store->passages, &store->passages_begun, error);
    if (status == STATUS_OK)
        status = set_number(store->passages, META_GENERATION, store->generation, false, error);
    if (status == STATUS_OK)
        status = db_writer_commit(store->passages, error);
    store->passages_begun &= status != STATUS_OK;
    return status;
}

static enum status commit_reports(struct store *store, struct error *error)
{
    enum status status = begin(store->reports, &store->reports_begun, error);
    if (status == STATUS_OK && !store->dictionary_empty)
        status = db_writer_add(store->reports, store->dictionary, NULL, error);
    if (status == STATUS_OK)
        status = set_number(store->reports, META_GENERATION, store->generation, false, error);
    if (status == STATUS_OK)
        status = db_writer_metadata(store->reports, META_STALE, term_list_joined(store->stale), error);
    if (status == STATUS_OK)
        status = db_writer_commit(store->reports, error);
    store->reports_begun &= status != STATUS_OK;
    return status;
}

enum status store_commit(struct store *store, struct error *error)
{
    if (!store->reports_begun && !store->passages_begun && store->dictionary_empty)
        return STATUS_OK;
    enum status status = commit_passages(store, error);
    if (status == STATUS_OK)
        status = commit_reports(store, error);
    if (status == STATUS_OK && !store->dictionary_empty)
        status = db_draft_clear(store->dictionary, error);
    if (status == STATUS_OK) {
        store->dictionary_empty = true;
        struct slice stale = term_list_joined(store->stale);
        if (stale.length)
            status = sweep(store, stale, store->generation, error);
    }
    if (status != STATUS_OK)
        return error_prefix(error, "database '%s'", store->path);
    term_list_clear(store->stale);
    store->generation++;
    return STATUS_OK;
}
