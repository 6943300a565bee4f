/* stem.h - stems by libxapian's Snowball stemmers, with a cache: most words of a text are the same few.
 *
 * The stem of a word is made from its *accented* lower-case form and then folded: folding first breaks nearly all pairs
 * in é/ée. A word that was typed or printed without its accents therefore stems apart, so an index keeps both stems. */
#ifndef TRIBUNE_STEM_H
#define TRIBUNE_STEM_H

#include <stdint.h>

#include "error.h"
#include "language.h"
#include "slice.h"

struct stemmer;

/* STATUS_NOT_FOUND when the language has no stemmer. The cache is bounded and the object's own: one per thread. */
enum status stemmer_new(struct stemmer **stemmer, enum language language, struct error *error);
void stemmer_free(struct stemmer *stemmer);

/* The folded stem of a lower-case word (its accented form, or its folded one when that is all there is); valid until
 * the next call. A word that cannot be stemmed (too long, no memory for the stemmer) is its own stem. */
struct slice stemmer_stem(struct stemmer *stemmer, struct slice word);

/* A number that changes when libxapian's stemmers stem otherwise: stored in the database, since an index made with other
 * stems finds nothing. */
uint64_t stemmers_fingerprint(void);

#endif
