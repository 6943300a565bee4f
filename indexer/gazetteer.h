/* gazetteer.h - what we know of places and words before reading: built from corpus/gazetteer/ into one file that is
 * linked into tribune-index, never written, shared between processes.
 *
 * A place has a folded name in which words are separated by single spaces (hyphens are spaces, "st"/"ste" expanded). */
#ifndef TRIBUNE_GAZETTEER_H
#define TRIBUNE_GAZETTEER_H

#include "record.h"

struct gazetteer;

/* What the lexicon knows of a folded word; a word may have several. */
enum {
    LEXICON_GIVEN = 1 << 0,        /* a given name, French or of any Latin-script country */
    LEXICON_GIVEN_FEMALE = 1 << 1,
    LEXICON_GIVEN_MALE = 1 << 2,
    LEXICON_GIVEN_COMMON = 1 << 3, /* one of the common given names (French, English, Spanish, Italian, German…) */
    LEXICON_SURNAME = 1 << 4,      /* a common family name */
    LEXICON_WORD_FR = 1 << 5,      /* an ordinary word of French, written in lower case */
    LEXICON_WORD_EN = 1 << 6,
    LEXICON_PLACE = 1 << 7,        /* the first word of some place name */
    LEXICON_PLACE_WHOLE = 1 << 8,  /* by itself the name of a place */
    LEXICON_NATIONALITY = 1 << 9   /* a demonym or adjective: français, lillois, Italian */
};

struct gazetteer_place {
    uint32_t index;                /* in the gazetteer */
    const char *id, *name;
    enum place_kind kind;
    uint32_t population;           /* 0 when unknown */
    double latitude, longitude;
    bool located;
    bool capital;                  /* prefecture, regional or national capital */
    bool common_word;              /* its folded name is an ordinary word, a given name or a family name */
    int32_t parent;                /* index; -1 at the top */
    const char *country;           /* ISO 3166 code */
};

/* The gazetteer inside the program. STATUS_FORMAT when it does not fit this program. Freed with gazetteer_close. */
enum status gazetteer_open(struct gazetteer **gazetteer, struct error *error);
void gazetteer_close(struct gazetteer *gazetteer);

uint32_t gazetteer_lexicon(const struct gazetteer *gazetteer, const char *folded_word);
void gazetteer_place(const struct gazetteer *gazetteer, uint32_t index, struct gazetteer_place *place);

/* Places with exactly this folded name, most likely first; fills at most ROOM indexes and returns how many there are.
 * *LONGER says whether some longer name begins with these words. */
size_t gazetteer_find(const struct gazetteer *gazetteer, struct slice folded_name, uint32_t *indexes, size_t room,
                      bool *longer);

/* A fingerprint of the contents, for the database. */
uint64_t gazetteer_fingerprint(const struct gazetteer *gazetteer);

#endif
