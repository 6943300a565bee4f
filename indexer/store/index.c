#include "index.h"

#include <stdlib.h>

#include "attached.h"
#include "database.h"
#include "index_passages.h"
#include "record_codec.h"
#include "stamp.h"
#include "store_places.h"
#include "token.h"

/* A commit costs a little time and a longer wait for what is committed costs memory. */
enum { COMMIT_TEXT_BYTES = 32 * 1024 * 1024, COMMIT_REPORTS = 20000 };

struct indexer {
    struct store *store;
    struct db_draft *draft;
    struct learner learner;
    struct db_document *stored;       /* of the report that is replaced, while it is read */
    struct stamp_table stamps;
    uint64_t stages[STAGE_COUNT];
    struct arena arena;               /* of the report being added */
    size_t pending_bytes, pending_reports;
    struct indexer_counts counts;
    bool broken;                      /* a report was left half written: nothing may be committed any more */
};

/* ---- opening, closing ---- */

static enum status open_stemmers(struct indexer *indexer, struct error *error)
{
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (!language_row((enum language)i)->stemmer)
            continue;
        enum status status = stemmer_new(&indexer->learner.stemmers[i], (enum language)i, error);
        if (status != STATUS_OK && status != STATUS_NOT_FOUND)
            return status;
    }
    return STATUS_OK;
}

static enum status open_places(struct indexer *indexer, const struct gazetteer *gazetteer, struct error *error)
{
    if (!gazetteer)
        return STATUS_OK;
    if (arena_guard(&indexer->arena))
        return error_set(error, STATUS_MEMORY, "out of memory");
    enum status status = store_places(indexer->store, gazetteer, &indexer->arena, error);
    arena_fini(&indexer->arena);
    return status;
}

enum status indexer_open(struct indexer **indexer, const struct indexer_options *options, struct error *error)
{
    struct store_options where = { .path = options->path, .wait = options->wait };
    struct indexer *made = calloc(1, sizeof *made);
    if (!made)
        return error_set(error, STATUS_MEMORY, "out of memory");
    memcpy(made->stages, options->stages, sizeof made->stages);
    made->stages[STAGE_SCHEMA] = fields_fingerprint() + DATABASE_SCHEMA;
    made->learner.learned = term_set_new();
    enum status status = made->learner.learned ? store_open(&made->store, &where, error)
                                       : error_set(error, STATUS_MEMORY, "out of memory");
    if (status == STATUS_OK)
        status = db_draft_new(&made->draft, error);
    made->learner.store = made->store;
    if (status == STATUS_OK)
        status = open_stemmers(made, error);
    if (status == STATUS_OK) {
        status = stamp_table_load(&made->stamps, store_reports_db(made->store), error);
        if (status != STATUS_OK)
            error_prefix(error, "database '%s'", options->path);
    }
    if (status == STATUS_OK)
        status = open_places(made, options->gazetteer, error);
    made->counts.stored = (uint32_t)made->stamps.count;
    if (status != STATUS_OK) {
        struct error ignored;
        indexer_close(made, &ignored);
        return status;
    }
    *indexer = made;
    return STATUS_OK;
}

enum status indexer_close(struct indexer *indexer, struct error *error)
{
    if (!indexer)
        return STATUS_OK;
    db_draft_free(indexer->draft);
    db_document_free(indexer->stored);
    enum status status = store_close(indexer->store, error);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        stemmer_free(indexer->learner.stemmers[i]);
    term_set_free(indexer->learner.learned);
    stamp_table_fini(&indexer->stamps);
    arena_fini(&indexer->arena);
    free(indexer);
    return status;
}

/* ---- what is there already ---- */

static const struct stamp *stored_stamp(const struct indexer *indexer, const struct source_file *file)
{
    return stamp_table_find(&indexer->stamps, stamp_id(file->id), NULL);
}

enum file_state indexer_state(const struct indexer *indexer, const struct source_file *file)
{
    struct stamp now;
    struct source_file with_attached = *file;
    const struct stamp *stored = stored_stamp(indexer, file);
    if (!stored)
        return FILE_NEW;
    with_attached.attached = stamp_table_attached(&indexer->stamps, stored->id);
    stamp_make(&now, &with_attached, indexer->stages);
    if (memcmp(stored->stages, now.stages, sizeof now.stages) != 0)
        return FILE_STALE;
    bool same = stored->size == now.size && stored->modified == now.modified && stored->inode == now.inode;
    return same ? FILE_CURRENT : FILE_TOUCHED;
}

bool indexer_same_content(const struct indexer *indexer, const struct source_file *file)
{
    const struct stamp *stored = stored_stamp(indexer, file);
    enum file_state state = indexer_state(indexer, file);
    return (state == FILE_CURRENT || state == FILE_TOUCHED) && stored->size == file->size &&
           stored->content == file->content && !stamp_table_attached(&indexer->stamps, stored->id).length;
}

void indexer_attached(const struct indexer *indexer, struct arena *arena, struct map *paths)
{
    for (size_t i = 0; i < indexer->stamps.count; i++) {
        const struct stored_stamp *stored = &indexer->stamps.items[i];
        const char *path;
        for (size_t at = 0; stored->document && (path = attached_next(stored->attached, &at));)
            map_put(paths, slice_of(arena_strdup(arena, path)), 1, NULL);
    }
}

enum status indexer_touch(struct indexer *indexer, const struct source_file *file, struct error *error)
{
    struct stamp stamp;
    struct db_writer *reports;
    uint32_t document;
    if (arena_guard(&indexer->arena))
        return error_set(error, STATUS_MEMORY, "out of memory");
    stamp_make(&stamp, file, indexer->stages);
    if (!stamp_table_find(&indexer->stamps, stamp.id, &document))
        return error_set(error, STATUS_NOT_FOUND, "the report is not in the database");
    struct slice bytes = stamp_encode(&indexer->arena, &stamp, file);
    enum status status = store_reports(indexer->store, &reports, error);
    if (status == STATUS_OK)
        status = db_writer_value(reports, document, SLOT_STAMP, bytes, error);
    if (status == STATUS_OK && !stamp_table_put(&indexer->stamps, &stamp, document, file->attached))
        status = error_set(error, STATUS_MEMORY, "out of memory");
    arena_reset(&indexer->arena);
    return status;
}

/* ---- documents ---- */

enum { TITLE_KEY_BYTES = 256 }; /* phrases are looked for in it too */

static enum status report_values(const struct passage_writer *writer, struct db_draft *draft, struct error *error)
{
    const struct record *record = writer->indexed->record;
    const uint64_t *content = &writer->words->content;
    char title[TITLE_KEY_BYTES];
    size_t length = record->title ? fold_key(slice_of(record->title), title, sizeof title) : 0;
    enum status status = indexed_values(writer->indexed, draft, error);
    if (status == STATUS_OK)
        status = db_draft_value(draft, SLOT_REPORT, slice_of(record->id), error);
    if (status == STATUS_OK && length)
        status = db_draft_value(draft, SLOT_TITLE, (struct slice){ title, length }, error);
    if (status == STATUS_OK)
        status = db_draft_value(draft, SLOT_CONTENT, (struct slice){ (const char *)content, sizeof *content }, error);
    if (status == STATUS_OK)
        status = draft_number(draft, SLOT_GENERATION, (double)writer->series, error);
    return status;
}

/* The report's own document, once its words are counted. */
static enum status add_report(const struct passage_writer *writer, struct slice encoded, struct slice stamp,
                              bool replaces, struct db_writer *reports, uint32_t *document, struct error *error)
{
    const struct indexed *indexed = writer->indexed;
    const struct word_table *table = &writer->words->table;
    const char *unique = arena_printf(indexed->arena, "%s%s", TERM_REPORT, indexed->record->id);
    struct db_draft *draft = *writer->draft;
    enum status status = db_draft_clear(draft, error);
    for (size_t i = 0; i < table->room && status == STATUS_OK; i++) {
        const struct counted_term *term = &table->entries[i];
        if (term->bytes)
            status = db_draft_term(draft, (struct slice){ term->bytes, term->length }, term->count, error);
    }
    if (status == STATUS_OK)
        status = draft_terms(draft, &indexed->shared_terms, error);
    if (status == STATUS_OK)
        status = draft_terms(draft, &indexed->report_terms, error);
    if (status == STATUS_OK)
        status = db_draft_boolean(draft, slice_of(unique), error);
    if (status == STATUS_OK)
        status = db_draft_boolean(draft, SLICE(TERM_LEVEL), error);
    if (status == STATUS_OK)
        status = report_values(writer, draft, error);
    if (status == STATUS_OK)
        status = db_draft_value(draft, SLOT_STAMP, stamp, error);
    if (status == STATUS_OK)
        status = db_draft_data(draft, encoded, error);
    if (status != STATUS_OK)
        return status;
    return replaces ? db_writer_replace(reports, slice_of(unique), draft, document, error)
                    : db_writer_add(reports, draft, document, error);
}

/* ---- adding, removing, committing ---- */

/* Commits first when the stored report DOCUMENT is of the commit being made: its passages have this generation too. */
static enum status settle_first(struct indexer *indexer, uint32_t document, struct error *error)
{
    struct db_document *stored = NULL;
    struct slice value = { "", 0 };
    enum status status = db_document_get(store_reports_db(indexer->store), document, &stored, error);
    if (status == STATUS_OK)
        status = db_document_value(stored, SLOT_GENERATION, &value, error);
    bool pending = status == STATUS_OK &&
                   db_sortable_number(value) >= (double)store_generation(indexer->store);
    db_document_free(stored);
    return pending ? indexer_commit(indexer, error) : status;
}

/* Which passages of RECORD need not be written again: only where DOCUMENT was made by the same stages. */
static enum status keep_passages(struct indexer *indexer, struct passage_writer *writer, struct record *record,
                                 const struct stamp *stamp, struct error *error)
{
    uint32_t document;
    struct slice value, data;
    const struct stamp *stored = stamp_table_find(&indexer->stamps, stamp->id, &document);
    if (!stored || memcmp(stored->stages, stamp->stages, sizeof stamp->stages) != 0)
        return STATUS_OK;
    db_document_free(indexer->stored);
    indexer->stored = NULL;
    enum status status = db_document_get(store_reports_db(indexer->store), document, &indexer->stored, error);
    if (status == STATUS_OK)
        status = db_document_value(indexer->stored, SLOT_GENERATION, &value, error);
    uint64_t series = status == STATUS_OK ? (uint64_t)db_sortable_number(value) : 0;
    if (status == STATUS_OK)
        status = db_document_data(indexer->stored, &data, error);
    return status == STATUS_OK ? passages_keep(writer, record, data, series, error) : status;
}

static enum status write_report(struct indexer *indexer, struct passage_writer *writer, struct slice encoded,
                                const struct source_file *file, const struct stamp *stamp, struct error *error)
{
    struct db_writer *reports;
    uint32_t document = 0;
    const struct indexed *indexed = writer->indexed;
    struct slice stamp_bytes = stamp_encode(indexed->arena, stamp, file);
    bool replaces = stamp_table_find(&indexer->stamps, stamp->id, &document) != NULL;
    enum status status = store_reports(indexer->store, &reports, error);
    if (status == STATUS_OK && replaces)
        status = store_stale(indexer->store, slice_of(indexed->record->id), error);
    if (status == STATUS_OK)
        status = passages_add(writer, &indexer->counts.passages, error);
    if (status == STATUS_OK)
        status = words_title(writer->words, indexed->record->title, error);
    if (status == STATUS_OK)
        status = add_report(writer, encoded, stamp_bytes, replaces, reports, &document, error);
    if (status == STATUS_OK)
        status = indexed_learn(indexed, indexer->store, error);
    if (status == STATUS_OK && !stamp_table_put(&indexer->stamps, stamp, document, file->attached))
        status = error_set(error, STATUS_MEMORY, "out of memory");
    return status;
}

/* In the arena, under its guard. */
static enum status add_guarded(struct indexer *indexer, const struct record *given, const struct source_file *file,
                               struct error *error)
{
    struct arena *arena = &indexer->arena;
    struct record record = *given; /* its passages are marked */
    struct indexed indexed = { .arena = arena, .record = &record };
    struct words words = WORDS_INIT(&indexer->learner, record.language, arena);
    struct passage_writer writer = { .indexed = &indexed, .words = &words, .store = indexer->store,
                                     .draft = &indexer->draft, .series = store_generation(indexer->store) };
    struct buf encoded = BUF_INIT(arena);
    struct stamp stamp;
    size_t bytes = record.passages.count * sizeof *record.passages.items;
    if (bytes)
        record.passages.items = memcpy(arena_alloc(arena, bytes), given->passages.items, bytes);
    stamp_make(&stamp, file, indexer->stages);
    indexed_prepare(&indexed);
    enum status status = keep_passages(indexer, &writer, &record, &stamp, error);
    if (status == STATUS_OK)
        status = record_encode(&record, &encoded, error); /* before anything is written: this may refuse */
    if (status != STATUS_OK)
        return status;
    status = write_report(indexer, &writer, buf_slice(&encoded), file, &stamp, error);
    if (status != STATUS_OK)
        store_blame(indexer->store, error);
    indexer->broken |= status != STATUS_OK;
    return status;
}

enum status indexer_add(struct indexer *indexer, const struct record *record, const struct source_file *file,
                        struct error *error)
{
    uint32_t document;
    enum status status = STATUS_OK;
    if (indexer->broken)
        return error_set(error, STATUS_INTERNAL, "an earlier write failed");
    if (strlen(record->id) > REPORT_ID_BYTES_MAX || strcmp(record->id, file->id) != 0)
        return error_set(error, STATUS_INTERNAL, "the report has no usable id");
    if (indexer->pending_bytes >= COMMIT_TEXT_BYTES || indexer->pending_reports >= COMMIT_REPORTS)
        status = indexer_commit(indexer, error);
    else if (stamp_table_find(&indexer->stamps, stamp_id(record->id), &document))
        status = settle_first(indexer, document, error);
    if (status != STATUS_OK)
        return status;
    if (arena_guard(&indexer->arena)) {
        indexer->broken = true;
        arena_fini(&indexer->arena);
        return error_set(error, STATUS_MEMORY, "out of memory");
    }
    status = add_guarded(indexer, record, file, error);
    arena_reset(&indexer->arena);
    if (status != STATUS_OK)
        return status;
    indexer->pending_bytes += record->text.length;
    indexer->pending_reports++;
    indexer->counts.reports++;
    return STATUS_OK;
}

enum status indexer_remove(struct indexer *indexer, const char *id, struct error *error)
{
    uint32_t document;
    struct db_writer *reports;
    if (!stamp_table_find(&indexer->stamps, stamp_id(id), &document))
        return STATUS_OK;
    enum status status = settle_first(indexer, document, error);
    if (status == STATUS_OK)
        status = store_reports(indexer->store, &reports, error);
    if (status == STATUS_OK)
        status = store_stale(indexer->store, slice_of(id), error);
    if (status == STATUS_OK)
        status = db_writer_delete(reports, document, error);
    if (status == STATUS_OK)
        stamp_table_drop(&indexer->stamps, stamp_id(id));
    return status;
}

enum status indexer_commit(struct indexer *indexer, struct error *error)
{
    if (indexer->broken)
        return error_set(error, STATUS_INTERNAL, "an earlier write failed: nothing since the last commit is kept");
    enum status status = store_commit(indexer->store, error);
    indexer->broken |= status != STATUS_OK;
    indexer->pending_bytes = indexer->pending_reports = 0;
    indexer->counts.commits++;
    return status;
}

/* ---- what is stored ---- */

static enum status next_stored(struct db_values *values, struct slice *value, struct error *error)
{
    uint32_t document;
    enum status status = db_values_next(values, &document, value, error);
    if (document == 0)
        *value = (struct slice){ NULL, 0 };
    return status;
}

enum status indexer_stored(struct indexer *indexer, struct arena *arena, stored_files *files, struct error *error)
{
    /* Two passes: the arena must not jump while the list of values is open. */
    size_t count = 0, bytes = 0;
    char *out = NULL;
    for (int pass = 0; pass < 2; pass++) {
        struct db_values *values = NULL;
        struct slice value;
        enum status status = db_values_open(store_reports_db(indexer->store), SLOT_STAMP, &values, error);
        while (status == STATUS_OK) {
            struct stamp stamp;
            const char *id, *path;
            status = next_stored(values, &value, error);
            if (status != STATUS_OK || !value.bytes)
                break;
            if (!stamp_decode(value, &stamp, &id, &path) || stamp.size == 0) /* imported: it never had a file here */
                continue;
            size_t id_bytes = strlen(id) + 1, path_bytes = strlen(path) + 1;
            if (pass == 0) {
                count++;
                bytes += id_bytes + path_bytes;
            } else if (files->count < count && id_bytes + path_bytes <= bytes) {
                files->items[files->count++] =
                    (struct stored_file){ .id = memcpy(out, id, id_bytes),
                                          .path = memcpy(out + id_bytes, path, path_bytes) };
                out += id_bytes + path_bytes;
                bytes -= id_bytes + path_bytes;
            }
        }
        db_values_close(values);
        if (status != STATUS_OK)
            return status;
        if (pass == 0) {
            *files = (stored_files){ .items = arena_alloc(arena, count * sizeof *files->items), .room = count };
            out = arena_alloc(arena, bytes);
        }
    }
    return STATUS_OK;
}

void indexer_counts(const struct indexer *indexer, struct indexer_counts *counts)
{
    *counts = indexer->counts;
}
