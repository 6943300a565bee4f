#include "index_passages.h"

#include <stdlib.h>

#include "database.h"
#include "record_codec.h"

/* ---- a passage's document ---- */

/* Fills the draft with passage INDEX, but for what tells its document from another of the same content. */
static enum status draft_content(struct indexed *indexed, size_t index, struct words *words, struct db_draft *draft,
                                 struct error *error)
{
    const struct record *record = indexed->record;
    const struct passage *passage = &record->passages.items[index];
    slice_list terms = { 0 };
    if (passage->end > record->text.length || passage->start > passage->end)
        return error_set(error, STATUS_INTERNAL, "passage %u lies outside the text", passage->number);
    struct slice text = { record->text.bytes + passage->start, passage->end - passage->start };
    indexed_passage_terms(indexed, index, &terms);
    enum status status = db_draft_clear(draft, error);
    if (status == STATUS_OK)
        status = words_text(words, text, draft, error);
    if (status == STATUS_OK)
        status = words_heading(passage->heading, draft, error);
    if (status == STATUS_OK)
        status = draft_terms(draft, &terms, error);
    if (status == STATUS_OK)
        status = draft_terms(draft, &indexed->shared_terms, error);
    return status == STATUS_OK ? indexed_passage_values(indexed, index, draft, error) : status;
}

static enum status add_passage(struct passage_writer *writer, size_t index, struct error *error)
{
    struct arena *arena = writer->indexed->arena;
    const struct record *record = writer->indexed->record;
    struct db_draft *draft = *writer->draft;
    uint64_t generation = store_generation(writer->store);
    char key[PASSAGE_KEY_BYTES];
    struct slice written = { key, passage_key(key, slice_of(record->id), writer->series) };
    enum status status = draft_content(writer->indexed, index, writer->words, draft, error);
    if (status == STATUS_OK)
        status = draft_boolean(draft, arena, TERM_REPORT, record->id, error);
    if (status == STATUS_OK)
        status = draft_boolean(draft, arena, TERM_GENERATION,
                               arena_printf(arena, "%llu", (unsigned long long)generation), error);
    if (status == STATUS_OK)
        status = db_draft_value(draft, SLOT_REPORT, written, error);
    if (status == STATUS_OK)
        status = draft_number(draft, SLOT_SERIAL, record_passage_serial(&record->passages.items[index]), error);
    return status == STATUS_OK ? store_add_passage(writer->store, writer->draft, error) : status;
}

enum status passages_add(struct passage_writer *writer, uint64_t *added, struct error *error)
{
    const struct record *record = writer->indexed->record;
    struct words *words = writer->words;
    uint32_t at = 0;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < record->passages.count && status == STATUS_OK; i++) {
        const struct passage *passage = &record->passages.items[i];
        if (passage->end > record->text.length || passage->start > passage->end)
            return error_set(error, STATUS_INTERNAL, "passage %u lies outside the text", passage->number);
        struct slice text = { record->text.bytes + passage->start, passage->end - passage->start };
        if (passage->start > at)
            status = words_text(words, (struct slice){ record->text.bytes + at, passage->start - at }, NULL, error);
        if (status == STATUS_OK && writer->kept && writer->kept[i])
            status = words_text(words, text, NULL, error);
        else if (status == STATUS_OK) {
            status = add_passage(writer, i, error);
            ++*added;
        }
        at = passage->end > at ? passage->end : at;
    }
    if (status == STATUS_OK && at < record->text.length)
        status = words_text(words, (struct slice){ record->text.bytes + at, record->text.length - at }, NULL, error);
    return status;
}

/* ---- those that are there already ---- */

struct stored_passage {
    uint64_t content; /* hash of its document */
    uint32_t serial;
    bool taken;
};

static int by_content(const void *a, const void *b)
{
    const struct stored_passage *left = a, *right = b;
    if (left->content != right->content)
        return left->content < right->content ? -1 : 1;
    return (left->serial > right->serial) - (left->serial < right->serial);
}

/* The stored record's passages, sorted by content; the highest serial. */
static enum status read_stored(struct passage_writer *writer, struct slice encoded, struct stored_passage **passages,
                               size_t *count, uint32_t *last, struct error *error)
{
    struct arena *arena = writer->indexed->arena;
    struct record *record = NULL;
    enum status status = record_decode(arena, encoded, &record, error);
    if (status == STATUS_OK)
        status = record_decode_text(arena, encoded, &record->text, error);
    if (status != STATUS_OK)
        return status;
    struct indexed indexed = { .arena = arena, .record = record };
    indexed_prepare(&indexed);
    *count = record->passages.count;
    *passages = arena_alloc(arena, (*count + 1) * sizeof **passages);
    *last = 0;
    for (size_t i = 0; i < *count && status == STATUS_OK; i++) {
        uint32_t serial = record_passage_serial(&record->passages.items[i]);
        status = draft_content(&indexed, i, NULL, *writer->draft, error);
        (*passages)[i] = (struct stored_passage){ db_draft_hash(*writer->draft), serial, false };
        *last = serial > *last ? serial : *last;
    }
    qsort(*passages, *count, sizeof **passages, by_content);
    return status;
}

/* The first one of this content that is not taken, or NULL. */
static struct stored_passage *find_stored(struct stored_passage *passages, size_t count, uint64_t content)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (passages[middle].content < content || (passages[middle].content == content && passages[middle].taken))
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && passages[low].content == content ? &passages[low] : NULL;
}

enum status passages_keep(struct passage_writer *writer, struct record *record, struct slice encoded, uint64_t series,
                          struct error *error)
{
    struct arena *arena = writer->indexed->arena;
    struct stored_passage *stored = NULL;
    size_t stored_count = 0;
    uint32_t last = 0;
    struct error unreadable = ERROR_NONE;
    enum status status = read_stored(writer, encoded, &stored, &stored_count, &last, &unreadable);
    if (status == STATUS_DAMAGED || status == STATUS_VERSION || last > UINT32_MAX - record->passages.count)
        return STATUS_OK;
    bool *kept = arena_zero(arena, (record->passages.count + 1) * sizeof *kept);
    if (status != STATUS_OK)
        *error = unreadable;
    for (size_t i = 0; i < record->passages.count && status == STATUS_OK; i++) {
        status = draft_content(writer->indexed, i, NULL, *writer->draft, error);
        struct stored_passage *same = find_stored(stored, stored_count, db_draft_hash(*writer->draft));
        kept[i] = same != NULL;
        record->passages.items[i].serial = same ? same->serial : ++last;
        if (same)
            same->taken = true;
    }
    writer->kept = kept;
    writer->series = series;
    return status;
}
