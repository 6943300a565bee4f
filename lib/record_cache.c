#include "record_cache.h"

#include <stdlib.h>

enum { WAYS = 8, SETS = RECORD_CACHE_PLACES / WAYS };

struct record_cache {
    uint64_t round;
    struct kept_record sets[SETS][WAYS];
};

struct record_cache *record_cache_new(void)
{
    struct record_cache *cache = calloc(1, sizeof *cache);
    for (size_t set = 0; cache && set < SETS; set++)
        for (size_t way = 0; way < WAYS; way++)
            cache->sets[set][way].arena.limit = RECORD_CACHE_BYTES_MAX;
    return cache;
}

static void empty(struct kept_record *kept)
{
    arena_fini(&kept->arena);
    kept->document = 0;
    kept->record = NULL;
    kept->encoded = (struct slice){ NULL, 0 };
}

void record_cache_clear(struct record_cache *cache)
{
    for (size_t set = 0; cache && set < SETS; set++)
        for (size_t way = 0; way < WAYS; way++)
            empty(&cache->sets[set][way]);
}

void record_cache_free(struct record_cache *cache)
{
    record_cache_clear(cache);
    free(cache);
}

void record_cache_round(struct record_cache *cache)
{
    if (cache)
        cache->round++;
}

struct kept_record *record_cache_place(struct record_cache *cache, uint32_t document)
{
    if (!cache)
        return NULL;
    struct kept_record *set = cache->sets[document % SETS], *oldest = set;
    for (size_t way = 0; way < WAYS; way++) {
        if (set[way].document == document) {
            set[way].round = cache->round;
            return &set[way];
        }
        if (set[way].document == 0 || (oldest->document != 0 && set[way].round < oldest->round))
            oldest = &set[way];
    }
    if (oldest->document && oldest->round == cache->round)
        return NULL; /* all are in this request's hands */
    empty(oldest);
    oldest->round = cache->round;
    return oldest;
}
