/* phrases.h - finds names of a given list in a report: the longest first, accents and case aside, over line breaks
 * but not over commas, brackets and blocks. */
#ifndef TRIBUNE_PHRASES_H
#define TRIBUNE_PHRASES_H

#include "map.h"
#include "report.h"

enum { PHRASE_BYTES_MAX = 200 };  /* of a folded name */

struct phrases {
    struct map by_key;       /* folded name to value */
    struct map first_words;
    size_t longest;          /* bytes of the longest key */
};

struct phrase_match {
    uint32_t first, last;    /* lexemes, both included */
    uint32_t value;
};

void phrases_init(struct phrases *phrases, struct arena *arena);

/* Adds a folded name (fold_key), which is copied. The value that is there already stays; a pointer to the one
 * kept. */
uint32_t *phrases_add(struct phrases *phrases, const char *key, uint32_t value);

/* The value of this name as it is written, or NULL. */
const uint32_t *phrases_find(const struct phrases *phrases, struct slice name);

/* The next match at or after lexeme *AT, which is moved behind it. A single word counts only where it has a capital.
 * The report must have its lexemes. */
bool phrases_next(const struct phrases *phrases, const struct report *report, uint32_t *at,
                  struct phrase_match *match);

#endif
