#include "answer_cache.h"

#include <stdlib.h>

enum { WAYS = 4, SETS = ANSWER_CACHE_PLACES / WAYS, ASKED_ROOM = 1024 };

struct kept {
    char *bytes;              /* the key, then the answer; NULL when the place is free */
    size_t key_length, answer_length;
    uint64_t used;            /* when last, by the cache's clock */
};

struct answer_cache {
    uint64_t revision, clock;
    uint32_t asked[ASKED_ROOM]; /* halves of hashes of keys asked for once, of late */
    struct kept sets[SETS][WAYS];
};

struct answer_cache *answer_cache_new(void)
{
    return calloc(1, sizeof(struct answer_cache));
}

static void empty(struct kept *kept)
{
    free(kept->bytes);
    *kept = (struct kept){ NULL, 0, 0, 0 };
}

static void clear(struct answer_cache *cache)
{
    for (size_t set = 0; set < SETS; set++)
        for (size_t way = 0; way < WAYS; way++)
            empty(&cache->sets[set][way]);
}

void answer_cache_free(struct answer_cache *cache)
{
    if (cache)
        clear(cache);
    free(cache);
}

static uint64_t hash_of(struct slice key)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < key.length; i++)
        hash = (hash ^ (unsigned char)key.bytes[i]) * 1099511628211u;
    return hash ^ hash >> 29;
}

static struct kept *find(struct kept set[WAYS], struct slice key)
{
    for (size_t way = 0; way < WAYS; way++)
        if (set[way].bytes && set[way].key_length == key.length && memcmp(set[way].bytes, key.bytes, key.length) == 0)
            return &set[way];
    return NULL;
}

bool answer_cache_find(struct answer_cache *cache, uint64_t revision, struct slice key, struct slice *answer)
{
    if (!cache || cache->revision != revision)
        return false;
    struct kept *kept = find(cache->sets[hash_of(key) % SETS], key);
    if (!kept)
        return false;
    kept->used = ++cache->clock;
    *answer = (struct slice){ kept->bytes + kept->key_length, kept->answer_length };
    return true;
}

void answer_cache_keep(struct answer_cache *cache, uint64_t revision, struct slice key, struct slice answer)
{
    if (!cache || !answer.length || answer.length + key.length > ANSWER_CACHE_BYTES_MAX)
        return;
    if (cache->revision != revision)
        clear(cache);
    cache->revision = revision;
    uint64_t hash = hash_of(key);
    uint32_t *asked = &cache->asked[hash / SETS % ASKED_ROOM], half = (uint32_t)(hash >> 32) | 1;
    if (*asked != half) { /* most are never asked for again: they take the place of none that is */
        *asked = half;
        return;
    }
    char *bytes = malloc(key.length + answer.length);
    if (!bytes)
        return;
    memcpy(bytes, key.bytes, key.length);
    memcpy(bytes + key.length, answer.bytes, answer.length);
    struct kept *set = cache->sets[hash % SETS], *kept = find(set, key);
    for (size_t way = 0; !kept && way < WAYS; way++)
        if (!set[way].bytes)
            kept = &set[way];
    if (!kept) { /* the one unused for longest */
        kept = set;
        for (size_t way = 1; way < WAYS; way++)
            if (set[way].used < kept->used)
                kept = &set[way];
    }
    empty(kept);
    *kept = (struct kept){ bytes, key.length, answer.length, ++cache->clock };
}
