/* Documents being made. */
#include "db_write_draft.hh" /* first: it includes the C headers as such */
#include "db_write.h"

#include <algorithm>
#include <cstring>

enum status db_draft_new(struct db_draft **draft, struct error *error)
{
    return db_guard(error, [&] { *draft = new db_draft(); });
}

void db_draft_free(struct db_draft *draft)
{
    struct error ignored;
    db_guard(&ignored, [&] { delete draft; });
}

/* What a draft keeps when it is emptied: one huge report must not hold its memory for the rest of the run. */
enum { KEPT_TERMS = 4096, KEPT_BYTES = 64 * 1024 };

enum status db_draft_clear(struct db_draft *draft, struct error *error)
{
    return db_guard(error, [&] {
        if (draft->terms.capacity() > KEPT_TERMS || draft->bytes.capacity() > KEPT_BYTES)
            *draft = db_draft();
        draft->bytes.clear();
        draft->terms.clear();
        draft->values.clear();
        draft->data.clear();
    });
}

/* Adds bytes to the draft's; returns where they begin. */
static uint32_t keep(struct db_draft *draft, struct slice slice)
{
    size_t offset = draft->bytes.size();
    if (slice.length > UINT32_MAX - offset)
        throw std::bad_alloc();
    draft->bytes.append(slice.bytes, slice.length);
    return static_cast<uint32_t>(offset);
}

static uint64_t key_of(struct slice term)
{
    unsigned char first[8] = { 0 };
    uint64_t key = 0;
    memcpy(first, term.bytes, term.length < sizeof first ? term.length : sizeof first);
    for (unsigned char byte : first)
        key = key << 8 | byte;
    return key;
}

static enum status add(struct db_draft *draft, struct slice term, uint32_t number, bool positional,
                       struct error *error)
{
    if (term.length == 0)
        return error_set(error, STATUS_INTERNAL, "an empty term");
    return db_guard(error, [&] {
        uint32_t offset = keep(draft, term);
        draft->terms.push_back({ key_of(term), offset, static_cast<uint32_t>(term.length), number, positional });
    });
}

enum status db_draft_term(struct db_draft *draft, struct slice term, uint32_t occurrences, struct error *error)
{
    return add(draft, term, occurrences, false, error);
}

enum status db_draft_posting(struct db_draft *draft, struct slice term, uint32_t position, struct error *error)
{
    return add(draft, term, position, true, error);
}

enum status db_draft_boolean(struct db_draft *draft, struct slice term, struct error *error)
{
    return add(draft, term, 0, false, error);
}

enum status db_draft_value(struct db_draft *draft, unsigned slot, struct slice value, struct error *error)
{
    return db_guard(error, [&] {
        uint32_t offset = keep(draft, value);
        draft->values.push_back({ slot, offset, static_cast<uint32_t>(value.length) });
    });
}

enum status db_draft_data(struct db_draft *draft, struct slice data, struct error *error)
{
    return db_guard(error, [&] { draft->data.assign(data.bytes, data.length); });
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u; /* 2^64 over the golden ratio */
    return hash ^ hash >> 32;
}

static uint64_t mix_bytes(uint64_t hash, const std::string &bytes)
{
    uint64_t word = 0;
    size_t at = 0;
    for (; at + sizeof word <= bytes.size(); at += sizeof word) {
        memcpy(&word, bytes.data() + at, sizeof word);
        hash = mix(hash, word);
    }
    word = 0;
    memcpy(&word, bytes.data() + at, bytes.size() - at);
    return mix(mix(hash, word), bytes.size());
}

uint64_t db_draft_hash(const struct db_draft *draft)
{
    uint64_t hash = mix_bytes(mix_bytes(0, draft->bytes), draft->data);
    for (const draft_term &term : draft->terms) /* `bytes` has the terms, where one ends is told here */
        hash = mix(hash, static_cast<uint64_t>(term.number) << 32 | term.length << 1 | (term.positional ? 1 : 0));
    for (const draft_value &value : draft->values)
        hash = mix(hash, static_cast<uint64_t>(value.slot) << 32 | value.length);
    return hash;
}

/* Byte order of the terms, then of the positions. */
static bool before(const char *bytes, const draft_term &left, const draft_term &right)
{
    if (left.key != right.key)
        return left.key < right.key;
    int order = memcmp(bytes + left.offset, bytes + right.offset, std::min(left.length, right.length));
    if (order != 0)
        return order < 0;
    return left.length != right.length ? left.length < right.length : left.number < right.number;
}

Xapian::Document db_draft_document(struct db_draft *draft)
{
    Xapian::Document document;
    const char *bytes = draft->bytes.data();
    std::string term;
    std::sort(draft->terms.begin(), draft->terms.end(),
              [=](const draft_term &left, const draft_term &right) { return before(bytes, left, right); });
    for (const draft_term &entry : draft->terms) {
        term.assign(bytes + entry.offset, entry.length);
        if (entry.positional)
            document.add_posting(term, entry.number);
        else
            document.add_term(term, entry.number);
    }
    for (const draft_value &value : draft->values)
        document.add_value(value.slot, std::string(bytes + value.offset, value.length));
    document.set_data(draft->data);
    return document;
}
