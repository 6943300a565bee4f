/* record_cache.h - reports that a long-lived reader has read lately, decoded: most searches show some of the same ones,
 * and inflating and reading a record is near half of what a search costs.
 *
 * Bounded in number and bytes. What a request took from it stays good until the next one begins. */
#ifndef TRIBUNE_RECORD_CACHE_H
#define TRIBUNE_RECORD_CACHE_H

#include "record.h"
#include "slice.h"

enum { RECORD_CACHE_PLACES = 128, RECORD_CACHE_BYTES_MAX = 512 * 1024 /* of one report */ };

struct record_cache;

struct kept_record {
    uint32_t document;           /* its number in the database; 0: none */
    struct slice encoded;        /* in the arena, as is the record */
    const struct record *record;
    uint64_t round;              /* when it was last asked for */
    struct arena arena;
};

struct record_cache *record_cache_new(void); /* NULL without memory, which is taken for one that keeps nothing */
void record_cache_free(struct record_cache *cache);

/* A new request begins: what only earlier ones asked for may go. */
void record_cache_round(struct record_cache *cache);

/* The database moved on: nothing kept is true any more. */
void record_cache_clear(struct record_cache *cache);

/* What is kept of DOCUMENT; else a place for it, with `document` 0 and an empty arena, for the caller to fill in; NULL
 * when there is no room. */
struct kept_record *record_cache_place(struct record_cache *cache, uint32_t document);

#endif
