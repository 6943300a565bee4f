/* fold.h - what a character is to the tokeniser, and how words are folded. For token.c only: others use token.h. */
#ifndef TRIBUNE_FOLD_H
#define TRIBUNE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum char_class {
    CHAR_SEPARATOR,   /* ends a word */
    CHAR_LOWER,       /* any letter that is no capital */
    CHAR_UPPER,
    CHAR_DIGIT,
    CHAR_MARK,        /* continues a word, cannot begin one */
    CHAR_IGNORED,     /* soft hyphen, zero-width characters: not there at all */
    CHAR_APOSTROPHE,
    CHAR_HYPHEN,
    CHAR_MIDDLE_DOT,  /* collaborateur·rice·s, col·laborar */
    CHAR_SPACE        /* a blank inside a line */
};

/* One character of U+0000 to U+024F: nearly all that French and its neighbours are written with. */
struct fold_row {
    uint8_t class;
    uint8_t term_length, accented_length;
    char term[3], accented[3]; /* UTF-8; accents stripped, and kept */
};

enum { FOLD_LATIN_COUNT = 0x250 };
extern const struct fold_row fold_latin[FOLD_LATIN_COUNT];

enum char_class fold_class(uint32_t code_point);

static inline bool fold_class_starts_word(enum char_class class)
{
    return class == CHAR_LOWER || class == CHAR_UPPER || class == CHAR_DIGIT;
}

/* Folds the LENGTH bytes of one word, valid UTF-8 of any script, into at most SIZE bytes each, cut at a character.
 * NFC and NFD give the same. */
void fold_word(const char *bytes, size_t length, size_t size, char *term, size_t *term_length, char *accented,
               size_t *accented_length);

#endif
