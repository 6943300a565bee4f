/* language_words.h - the function words of all languages, for language.c only. */
#ifndef TRIBUNE_LANGUAGE_WORDS_H
#define TRIBUNE_LANGUAGE_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "language.h"

enum { LANGUAGE_WORD_MAX = 16 };

struct language_word {
    char word[LANGUAGE_WORD_MAX]; /* folded, NUL-terminated */
    uint16_t languages;           /* bit 1 << enum language */
};

extern const struct language_word language_words[]; /* sorted */
extern const size_t language_word_count;

#endif
