/* answer_cache.h - answers that a long-lived server keeps until the database moves on: the home page, what a feed
 * reader asks for every hour, a page that is gone back to.
 *
 * Bounded in number and bytes. What was asked for twice is kept, so that the many searches that never come back push
 * nothing out; among those that compete for a place the one unused for longest goes. */
#ifndef TRIBUNE_ANSWER_CACHE_H
#define TRIBUNE_ANSWER_CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

enum { ANSWER_CACHE_PLACES = 256, ANSWER_CACHE_BYTES_MAX = 64 * 1024 /* of one answer and its key */ };

struct answer_cache;

struct answer_cache *answer_cache_new(void); /* NULL without memory, which is taken for one that keeps nothing */
void answer_cache_free(struct answer_cache *cache);

/* The answer kept under KEY at this REVISION of the database; it is good until the next call that keeps one. Those of
 * another revision are dropped. */
bool answer_cache_find(struct answer_cache *cache, uint64_t revision, struct slice key, struct slice *answer);

/* Copies ANSWER, unless it is too long, memory is short, or KEY comes here for the first time. */
void answer_cache_keep(struct answer_cache *cache, uint64_t revision, struct slice key, struct slice answer);

#endif
