/* map.h - strings to numbers, in an arena: open addressing, no removal. Keys are borrowed, not copied. */
#ifndef TRIBUNE_MAP_H
#define TRIBUNE_MAP_H

#include <stdint.h>

#include "arena.h"
#include "slice.h"

struct map_entry {
    struct slice key;
    uint32_t hash, value;
};

struct map {
    struct arena *arena;
    struct map_entry *entries;
    size_t room, count; /* room is a power of two, or 0 */
};

#define MAP_INIT(in) { .arena = (in) }

uint64_t hash_bytes(const void *bytes, size_t length, uint64_t seed); /* FNV-1a, 64 bits, with a final mix */

/* The value of KEY, or NULL. The pointer is good until the next map_put. */
uint32_t *map_get(const struct map *map, struct slice key);

/* The value of KEY, put there with VALUE when it is new; *ADDED (may be NULL) says so. */
uint32_t *map_put(struct map *map, struct slice key, uint32_t value, bool *added);

#endif
