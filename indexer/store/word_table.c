#include "word_table.h"

enum { FIRST_ROOM = 1024, TERM_ROOM = 256 };

static uint64_t hash_of(const char *bytes, size_t length)
{
    uint64_t hash = 0xCBF29CE484222325u; /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001B3u;
    return hash ^ hash >> 32;
}

static struct counted_term *find(const struct word_table *table, const char *bytes, size_t length, uint64_t hash)
{
    size_t at = hash & (table->room - 1);
    for (;; at = (at + 1) & (table->room - 1)) {
        struct counted_term *entry = &table->entries[at];
        if (!entry->bytes ||
            (entry->hash == hash && entry->length == length && memcmp(entry->bytes, bytes, length) == 0))
            return entry;
    }
}

static void grow(struct word_table *table)
{
    struct word_table larger = { table->arena, NULL, table->room ? table->room * 2 : FIRST_ROOM, table->count };
    larger.entries = arena_zero(table->arena, larger.room * sizeof *larger.entries);
    for (size_t i = 0; i < table->room; i++) {
        const struct counted_term *entry = &table->entries[i];
        if (entry->bytes)
            *find(&larger, entry->bytes, entry->length, entry->hash) = *entry;
    }
    *table = larger;
}

bool word_table_count(struct word_table *table, const char *prefix, struct slice word)
{
    char term[TERM_ROOM];
    size_t length = strlen(prefix);
    if (word.length == 0 || length + word.length > sizeof term)
        return false;
    memcpy(term, prefix, length);
    memcpy(term + length, word.bytes, word.length);
    length += word.length;
    if (table->count >= table->room / 4 * 3)
        grow(table);
    uint64_t hash = hash_of(term, length);
    struct counted_term *entry = find(table, term, length, hash);
    if (entry->bytes) {
        entry->count++;
        return false;
    }
    *entry = (struct counted_term){ arena_dup(table->arena, term, length), (uint32_t)length, 1, hash };
    table->count++;
    return true;
}
