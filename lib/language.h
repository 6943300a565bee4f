/* language.h - the languages Tribune knows: one table for detection, stemming, stop words and names.
 *
 * Adding a language is adding a row (and its stop words). The code is ISO 639-1; `stemmer` is the Snowball name that
 * libxapian takes. */
#ifndef TRIBUNE_LANGUAGE_H
#define TRIBUNE_LANGUAGE_H

#include <stdbool.h>

#include "slice.h"

enum language {
    LANGUAGE_UNKNOWN = 0,
    LANGUAGE_FR, LANGUAGE_EN, LANGUAGE_DE, LANGUAGE_ES, LANGUAGE_IT, LANGUAGE_PT, LANGUAGE_NL, LANGUAGE_CA,
    LANGUAGE_COUNT
};

struct language_row {
    const char *code;            /* "fr"; "" for unknown */
    const char *name_fr, *name_en;
    const char *stemmer;         /* "french"; NULL when there is none */
    const char *const *stop_words; /* folded, sorted (strcmp), NULL at the end: function words, not required in a query */
};

const struct language_row *language_row(enum language language); /* never NULL */

/* From "fr", "fr-CA", "fr_FR.UTF-8", "fra", "français", "French"; LANGUAGE_UNKNOWN when it is none of ours. */
enum language language_from_name(struct slice name);

/* The language most of TEXT is written in, by counting stop words; unknown when too few decide. */
enum language language_detect(struct slice text);

/* Is this folded word a function word of the language (of any language of the table, for LANGUAGE_UNKNOWN)? */
bool language_is_stop_word(enum language language, struct slice folded);

#endif
