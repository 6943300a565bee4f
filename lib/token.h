/* token.h - the one tokeniser: index, query and highlight cut text with it, so that they always agree.
 *
 * A token is a word as it is searched: folded (compatibility and case folding, accents stripped, œ→oe, æ→ae, ﬁ→fi,
 * soft hyphens and zero-width characters dropped, NFD the same as NFC), with its bytes in the *original* text.
 *   l'UFISC, d'ESS, qu'il     ufisc, ess, il: the token begins after the apostrophe (' and ’ alike)
 *   aujourd'hui               one word (so are the others of a small table: presqu'île, prud'homme…)
 *   O'Brien                   joined obrien, over its one word brien
 *   Tribune's                 tribune (the token ends before the apostrophe)
 *   don't                     dont
 *   U.F.I.S.C.                ufisc
 *   co-construction           co, construction and, over both, a joined token coconstruction
 *   co construction           the same, for the prefixes of a table (co, anti, inter, non, …)
 *   Saint-Pasteur             saint, pasteur, joined saintpasteur
 *   J.-L. Laville             j, l, joined jl; laville
 *   chercheur·e·s             chercheur (so does chercheur.e.s); the token covers the endings
 *   2016-2017, dit-il         the two words, not joined
 *   1 200, 1.250.000          1, 200 and, over both, a joined token 1200: the digits in groups of three
 * Positions count words from 1; a joined token comes before the words that it covers and has the position of the
 * first, so that a phrase can run through either. So starts never go back. Words longer than TOKEN_BYTES_MAX are cut
 * there: the token covers all of the word, its term is the beginning. */
#ifndef TRIBUNE_TOKEN_H
#define TRIBUNE_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

enum { TOKEN_BYTES_MAX = 64 };

enum token_kind {
    TOKEN_WORD,   /* one word */
    TOKEN_JOINED  /* words written with hyphens, after a known prefix, or after O', without what parts them */
};

struct token {
    enum token_kind kind;
    uint32_t start, end;    /* bytes of the text */
    uint32_t position;      /* of its first word, from 1 */
    uint32_t words;         /* how many positions it covers: 1 for a word; a joined one usually more, O'Brien 1 */
    struct slice term;      /* folded; valid until the next call */
    struct slice accented;  /* lower case with its accents, NFC; empty when it equals term; valid as long */
    bool digits;            /* only digits */
    bool capital;           /* the original begins with a capital */
};

struct token_bytes {
    char term[TOKEN_BYTES_MAX + 8], accented[TOKEN_BYTES_MAX + 8];
};

struct tokenizer {
    const char *text;
    size_t length, at;
    uint32_t position;
    /* the rest is the tokeniser's own: see token.c */
    struct {
        struct token queue[8];
        unsigned head, count, used; /* used: of bytes */
        bool chain;                 /* inside a compound of too many parts to be joined */
        struct token_bytes bytes[8];
    } ahead;
};

/* TEXT may hold any bytes; invalid UTF-8 separates words. No allocation; TEXT must outlive the tokeniser, which must
 * not be copied while in use: its tokens point into it. */
void tokenizer_init(struct tokenizer *tokenizer, struct slice text);
bool tokenizer_next(struct tokenizer *tokenizer, struct token *token);

/* The first bytes of terms that are looked for. */
struct token_starts {
    uint64_t bits[4];
};

static inline void token_starts_add(struct token_starts *starts, struct slice term)
{
    if (term.length)
        starts->bits[(unsigned char)term.bytes[0] / 64] |= (uint64_t)1 << (unsigned char)term.bytes[0] % 64;
}

static inline bool token_starts_has(const struct token_starts *starts, unsigned char byte)
{
    return starts->bits[byte / 64] >> byte % 64 & 1;
}

/* The same, several times faster, for who looks for few words: tokens whose term begins with none of STARTS may be
 * left out. Positions are those of tokenizer_next(). */
bool tokenizer_next_of(struct tokenizer *tokenizer, const struct token_starts *starts, struct token *token);

/* Folds TEXT as a whole (names, keys, titles for sorting): folded words separated by one space, no joined tokens, no
 * elision removed. Writes at most SIZE - 1 bytes and a NUL, cut at a word where it can be; returns the length. */
size_t fold_key(struct slice text, char *out, size_t size);

/* Folds one character into OUT (at most 8 bytes, no NUL) and returns how many bytes; 0 for one that is dropped.
 * Punctuation comes out as it is. */
size_t fold_char(uint32_t code_point, char out[8]);

bool char_is_word(uint32_t code_point);   /* letter, digit or mark */
bool char_is_upper(uint32_t code_point);

#endif
