#include "map.h"

uint64_t hash_bytes(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *p = bytes;
    uint64_t hash = 0xCBF29CE484222325u ^ seed;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ p[i]) * 0x100000001B3u;
    hash ^= hash >> 32; /* FNV's low bits mix badly for short keys */
    hash *= 0xD6E8FEB86659FD93u;
    return hash ^ hash >> 32;
}

static struct map_entry *find(const struct map *map, struct slice key, uint32_t hash)
{
    size_t mask = map->room - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct map_entry *entry = &map->entries[i];
        if (!entry->key.bytes || (entry->hash == hash && slice_equal(entry->key, key)))
            return entry;
    }
}

static void grow(struct map *map)
{
    struct map old = *map;
    map->room = old.room ? old.room * 2 : 32;
    map->entries = arena_zero(map->arena, map->room * sizeof *map->entries);
    for (size_t i = 0; i < old.room; i++)
        if (old.entries[i].key.bytes)
            *find(map, old.entries[i].key, old.entries[i].hash) = old.entries[i];
}

uint32_t *map_get(const struct map *map, struct slice key)
{
    if (!map->room)
        return NULL;
    struct map_entry *entry = find(map, key, (uint32_t)hash_bytes(key.bytes, key.length, 0));
    return entry->key.bytes ? &entry->value : NULL;
}

uint32_t *map_put(struct map *map, struct slice key, uint32_t value, bool *added)
{
    if (map->count * 4 >= map->room * 3)
        grow(map);
    uint32_t hash = (uint32_t)hash_bytes(key.bytes, key.length, 0);
    struct map_entry *entry = find(map, key, hash);
    bool new = !entry->key.bytes;
    if (new) {
        *entry = (struct map_entry){ key, hash, value };
        map->count++;
    }
    if (added)
        *added = new;
    return &entry->value;
}
