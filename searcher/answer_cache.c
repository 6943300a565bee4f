#include "answer_cache.h"

#include <stdlib.h>

struct kept {
    char *bytes;              /* the key, then the answer; NULL when the place is free */
    size_t key_length, answer_length;
};

struct answer_cache {
    uint64_t revision;
    struct kept places[ANSWER_CACHE_PLACES];
};

struct answer_cache *answer_cache_new(void)
{
    return calloc(1, sizeof(struct answer_cache));
}

static void clear(struct answer_cache *cache)
{
    for (size_t i = 0; i < ANSWER_CACHE_PLACES; i++) {
        free(cache->places[i].bytes);
        cache->places[i] = (struct kept){ NULL, 0, 0 };
    }
}

void answer_cache_free(struct answer_cache *cache)
{
    if (cache)
        clear(cache);
    free(cache);
}

static struct kept *place_of(struct answer_cache *cache, struct slice key)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < key.length; i++)
        hash = (hash ^ (unsigned char)key.bytes[i]) * 1099511628211u;
    return &cache->places[(hash ^ hash >> 32) % ANSWER_CACHE_PLACES];
}

bool answer_cache_find(struct answer_cache *cache, uint64_t revision, struct slice key, struct slice *answer)
{
    if (!cache || cache->revision != revision)
        return false;
    const struct kept *kept = place_of(cache, key);
    if (!kept->bytes || kept->key_length != key.length || memcmp(kept->bytes, key.bytes, key.length) != 0)
        return false;
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
    char *bytes = malloc(key.length + answer.length);
    if (!bytes)
        return;
    memcpy(bytes, key.bytes, key.length);
    memcpy(bytes + key.length, answer.bytes, answer.length);
    struct kept *kept = place_of(cache, key);
    free(kept->bytes);
    kept->bytes = bytes;
    kept->key_length = key.length;
    kept->answer_length = answer.length;
}
