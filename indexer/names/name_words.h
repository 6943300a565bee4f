/* name_words.h - words that stand around names: honorifics, particles, roles, kinds of organisation. Folded. */
#ifndef TRIBUNE_NAME_WORDS_H
#define TRIBUNE_NAME_WORDS_H

#include <stddef.h>

enum {
    NAME_WORD_HONORIFIC = 1 << 0,    /* M., Mme, Dr, Cllr */
    NAME_WORD_MALE = 1 << 1,
    NAME_WORD_FEMALE = 1 << 2,
    NAME_WORD_PARTICLE = 1 << 3,     /* de, van, Le: inside a name */
    NAME_WORD_POSTNOMINAL = 1 << 4,  /* MP, AM, PhD: after a name */
    NAME_WORD_ROLE = 1 << 5,         /* président, professor: what somebody is */
    NAME_WORD_ORGANISATION = 1 << 6, /* association, university: what an organisation is */
    NAME_WORD_EPONYM = 1 << 7,       /* rue, lycée, prize: the name after it is not a person here */
    NAME_WORD_NOT_NAME = 1 << 8      /* ordinary words that headings and sentences begin with */
};

struct name_word {
    const char *word;
    unsigned bits;
};

extern const struct name_word name_words[];
extern const size_t name_word_count;

/* The bits of a folded word, 0 when it is none of these. */
unsigned name_word_bits(const char *folded);

#endif
