/* speech_words.h - words that show who took the floor: verbs of saying, agents' participles, nouns of speech, thanks. */
#ifndef TRIBUNE_SPEECH_WORDS_H
#define TRIBUNE_SPEECH_WORDS_H

#include <stddef.h>

enum {
    SPEECH_SAY = 1 << 0,       /* a verb of saying: rappelle, souligné, said */
    SPEECH_DO = 1 << 1,        /* an act in a meeting: ouvre, anime, chaired */
    SPEECH_WEAK = 1 << 2,      /* may be either: donne, pense, took */
    SPEECH_AUXILIARY = 1 << 3, /* a, est, has: before a participle or an infinitive */
    SPEECH_SKIPPED = 1 << 4,   /* may stand between a subject and its verb */
    SPEECH_PRONOUN = 1 << 5,   /* may take up the last speaker */
    SPEECH_AGENT = 1 << 6,     /* a participle before par/by */
    SPEECH_NOUN = 1 << 7,      /* intervention, exposé, keynote: before de/of/by/from/avec */
    SPEECH_THANKS = 1 << 8,    /* the person after it is thanked or honoured */
    SPEECH_CITED = 1 << 9,     /* the person after it is an author or is cited */
    SPEECH_ABSENT = 1 << 10,   /* the person is absent, excused, represented */
    SPEECH_INVITED = 1 << 11,  /* the person after it was received as a guest */
    SPEECH_PRESENT = 1 << 12   /* the people after it were there */
};

struct speech_word {
    const char *word;
    unsigned bits;
};

extern const struct speech_word speech_words[], speech_stems[];
extern const size_t speech_word_count, speech_stem_count;

/* The bits of a folded word, its French -er endings undone; 0 for any other word. */
unsigned speech_bits(const char *folded);

#endif
