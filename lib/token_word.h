/* token_word.h - one word at a time, with what belongs to it, and how it hangs together with the next. Between
 * token.c and token_word.c only: others use token.h. */
#ifndef TRIBUNE_TOKEN_WORD_H
#define TRIBUNE_TOKEN_WORD_H

#include <endian.h>

#include "fold.h"
#include "token.h"
#include "utf8.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* A run of word characters, folded. */
struct piece {
    size_t start, end;  /* without characters ignored at the end */
    size_t next;        /* where to go on reading */
    char *term, *accented;
    size_t term_length, accented_length; /* accented_length is 0 when both are equal */
    unsigned letters;   /* characters, digits too, marks not */
    bool digits, capital;
};

/* How two pieces are linked. */
enum link {
    LINK_NONE,
    LINK_ELISION,  /* the first is cut off: l' */
    LINK_NAME,     /* the first is an Irish or African particle: O', N' */
    LINK_WHOLE,    /* one word: aujourd'hui */
    LINK_ENDING,   /* the second is cut off: 's */
    LINK_HYPHEN,   /* a compound */
    LINK_SPACE,    /* a compound that begins with a prefix */
    LINK_GROUP     /* a number whose digits stand in groups of three */
};

/* Reads the word at AT, which begins one, with its acronym, apostrophe and endings. Tells how the next one is linked;
 * it begins at *AFTER when it is. */
enum link word_read(struct slice text, size_t at, struct token_bytes *bytes, struct piece *piece, size_t *after);

/* Reads the word at AT, which begins one, alone. */
void word_read_piece(struct slice text, size_t at, struct token_bytes *bytes, struct piece *piece);

/* Makes one word of two that touch: the parts of an acronym, of "aujourd'hui", of a compound. */
void piece_append(struct piece *piece, const struct piece *more);

/* Is it a prefix that is also written apart? TERM has 8 bytes that can be read. */
bool word_is_prefix(const char *term, size_t length);

/* Is it a pronoun that follows its verb after a hyphen? */
bool word_is_clitic(const struct piece *piece);

/* The class of the character at AT and its bytes; invalid ones and the end of the text are separators. */
static inline enum char_class class_at(struct slice text, size_t at, size_t *step)
{
    *step = 0;
    if (at >= text.length)
        return CHAR_SEPARATOR;
    unsigned char c = (unsigned char)text.bytes[at];
    if (c < 0x80) {
        *step = 1;
        return (enum char_class)fold_latin[c].class;
    }
    uint32_t code = utf8_decode(text.bytes + at, text.length - at, step);
    return code == UTF8_INVALID ? CHAR_SEPARATOR : fold_class(code);
}

static inline bool starts_word_at(struct slice text, size_t at)
{
    size_t step;
    return fold_class_starts_word(class_at(text, at, &step));
}

#define EACH(byte) ((uint64_t)(byte) * 0x0101010101010101u)

/* Folds the ASCII letters and digits at the beginning of P, eight at a time (in each byte, the top bit tells), into
 * TERM, which has room for TOKEN_BYTES_MAX + 8. Returns how many were read; *FOLDED is how many were kept. */
static inline size_t ascii_word(const unsigned char *p, size_t length, char *term, size_t *folded, bool *digits)
{
    const uint64_t top = EACH(0x80);
    size_t at = 0;
    uint64_t any_letter = 0;
    while (length - at >= 8 && at < TOKEN_BYTES_MAX) {
        uint64_t word;
        memcpy(&word, p + at, 8);
        word = le64toh(word);
        uint64_t low = word & ~top, lower = low | EACH(0x20);
        uint64_t letter = (lower + EACH(0x80 - 'a')) & ~(lower + EACH(0x7F - 'z')) & ~word & top;
        uint64_t digit = (low + EACH(0x80 - '0')) & ~(low + EACH(0x7F - '9')) & ~word & top;
        uint64_t other = ~(letter | digit) & top;
        uint64_t lowered = htole64(word | letter >> 2); /* 0x80 >> 2 is what parts capitals from small letters */
        memcpy(term + at, &lowered, 8);
        any_letter |= letter & (other - 1);             /* before the first other */
        if (other) {
            at += (unsigned)__builtin_ctzll(other) / 8;
            *digits = any_letter == 0;
            *folded = at;
            return at;
        }
        at += 8;
    }
    *digits = any_letter == 0;
    for (; at < length && p[at] < 0x80 && fold_latin[p[at]].term_length; at++) {
        if (at < TOKEN_BYTES_MAX)
            term[at] = fold_latin[p[at]].term[0];
        *digits &= fold_latin[p[at]].class == CHAR_DIGIT;
    }
    *folded = at < TOKEN_BYTES_MAX ? at : TOKEN_BYTES_MAX;
    return at;
}

#undef EACH

#endif
