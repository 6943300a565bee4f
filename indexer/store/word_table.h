/* word_table.h - how often each term is in one report: terms are counted here and given to the database once each. */
#ifndef TRIBUNE_WORD_TABLE_H
#define TRIBUNE_WORD_TABLE_H

#include <stdint.h>

#include "arena.h"
#include "slice.h"

struct counted_term {
    const char *bytes;   /* prefix and word; NULL: an empty entry */
    uint32_t length, count;
    uint64_t hash;
};

struct word_table {
    struct arena *arena;
    struct counted_term *entries; /* open addressing */
    size_t room, count;
};

#define WORD_TABLE_INIT(in) { .arena = (in) }

/* Counts one more PREFIX + WORD; true when it is the first. PREFIX has at most 3 bytes, WORD at most 250. */
bool word_table_count(struct word_table *table, const char *prefix, struct slice word);

#endif
