/* language.h - the languages Tribune knows: one table for detection, stemming, stop words and names.
 *
 * Adding a language is adding a row in language.c and its function words in language_words.c. The code is ISO 639-1;
 * `stemmer` is the Snowball name that libxapian takes. */
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
    const char *code3;           /* ISO 639-2: "fra" */
    const char *name_fr, *name_en, *name_own; /* "français", "French", "français" */
    const char *stemmer;         /* "french"; NULL when there is none */
};

const struct language_row *language_row(enum language language); /* never NULL */

/* From "fr", "fr-CA", "fr_FR.UTF-8", "fra", "français", "French"; LANGUAGE_UNKNOWN when it is none of ours. */
enum language language_from_name(struct slice name);

/* The language most of TEXT is written in, by counting function words; unknown when too few decide. A long text is
 * judged by its beginning, middle and end. */
enum language language_detect(struct slice text);

/* What a text too short to tell its language is taken to be in, one or the other. */
enum { LANGUAGES_USUAL = 2 };
extern const enum language languages_usual[LANGUAGES_USUAL];

/* Is this folded word (a token's term) a function word of the language: one that a query does not require? For
 * LANGUAGE_UNKNOWN, of any language of the table. */
bool language_is_stop_word(enum language language, struct slice folded);

#endif
