/* lexeme.h - the report's text cut once for the extractors: words with their case and what the lexicon knows of them,
 * numbers and punctuation. (token.h cuts words as they are *searched*; this cuts them as they are *written*.)
 *
 * A word is a run of letters with inner hyphens and periods of initials kept apart: "Jean-Louis" is one lexeme,
 * "l'UFISC" two ("l'" elided, "UFISC"), "J.-L." one initial lexeme, "U.F.I.S.C" one acronym lexeme, "M." one word
 * followed by its period. D'Arc and O'Brien are one lexeme (a capital D or O and a capital after the apostrophe, not
 * where a sentence begins); the English possessive is a lexeme of its own, folded "'s", that touches its word;
 * "don't" and "aujourd'hui" are one. Numbers are runs of digits, with the ending of an ordinal. Each other visible
 * character is a punctuation lexeme. A tab (the next cell of a table) counts as a line break. */
#ifndef TRIBUNE_LEXEME_H
#define TRIBUNE_LEXEME_H

#include "report.h"

enum lexeme_kind { LEXEME_WORD, LEXEME_NUMBER, LEXEME_PUNCTUATION };

enum {                           /* how it is written */
    SHAPE_CAPITAL = 1 << 0,      /* begins with a capital, some lower case follows: Dupont, McDonald */
    SHAPE_UPPER = 1 << 1,        /* two capitals or more and no lower case: DUPONT, UFISC, D'ARC */
    SHAPE_INITIAL = 1 << 2,      /* J. J.-L. (with its period) or a lone capital */
    SHAPE_ACRONYM = 1 << 3,      /* U.F.I.S.C */
    SHAPE_LOWER = 1 << 4,        /* no capital at all */
    SHAPE_HYPHEN = 1 << 5,       /* has an inner hyphen */
    SHAPE_ELIDED = 1 << 6,       /* l' d' qu' …, apostrophe included */
    SHAPE_MIXED = 1 << 7,        /* eTwinning, iPhone */
    SHAPE_ORDINAL = 1 << 8       /* 1er 2e 3rd 11ème: a number with its ending */
};

enum {                           /* what stands before it */
    BEFORE_NOTHING = 0,          /* it touches the previous lexeme */
    BEFORE_SPACE = 1,
    BEFORE_LINE = 2,             /* a line break */
    BEFORE_BLOCK = 3             /* it begins a block */
};

struct lexeme {
    enum lexeme_kind kind;
    uint32_t start, end;         /* bytes of the text */
    uint16_t shape;
    uint8_t before;
    bool sentence_start;         /* first word of a sentence, a line or a block */
    uint32_t lexicon;            /* LEXICON_… of gazetteer.h for its folded form; a hyphenated given name or
                                    place has those of its parts where the whole is unknown */
    const char *folded;          /* lower case, accents stripped, NUL-terminated; hyphens and apostrophes kept (’ as
                                    '), periods of acronyms and initials left out: ufisc, j-l */
};

enum { LEXED_BYTES_MAX = 16 << 20 }; /* of a longer text only the beginning is read for names and places */

struct gazetteer;

/* Fills report->lexemes; the gazetteer may be NULL (no lexicon bits then). */
void lexemes_make(struct report *report, const struct gazetteer *gazetteer);

/* The index of the first lexeme that starts at or after this byte. */
size_t lexeme_at(const struct report *report, uint32_t offset);

static inline bool lexeme_is(const struct lexeme *lexeme, const char *folded)
{
    return lexeme->folded[0] == folded[0] && strcmp(lexeme->folded, folded) == 0; /* one byte tells most apart */
}

/* Is the folded word one of a table's? */
static inline bool folded_among(const char *folded, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (words[i][0] == folded[0] && strcmp(words[i], folded) == 0)
            return true;
    return false;
}

static inline bool lexeme_among(const struct lexeme *lexeme, const char *const *words, size_t count)
{
    return folded_among(lexeme->folded, words, count);
}

#define LEXEME_AMONG(lexeme, words) lexeme_among(lexeme, words, sizeof(words) / sizeof *(words))

#endif
