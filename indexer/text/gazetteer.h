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
    LEXICON_NATIONALITY = 1 << 9,  /* a demonym or adjective: français, lillois, Italian */
    LEXICON_VENUE = 1 << 10,       /* a noun that may begin the name of a venue: mairie, salle */
    LEXICON_VENUE_CAPITAL = 1 << 11, /* the same when it has a capital: Maison, Hall */
    LEXICON_AREA = 1 << 12         /* begins a name of the gazetteer in lower case: mer, île */
};

struct gazetteer_place {
    uint32_t index;                /* in the gazetteer */
    const char *id, *name;
    const char *name_en;           /* the same as name where English has no other */
    enum place_kind kind;
    uint32_t population;           /* 0 when unknown */
    double latitude, longitude;
    bool located;
    bool capital;                  /* prefecture, regional or national capital */
    bool common_word;              /* its folded name is an ordinary word, a given name or a family name */
    bool strict;                   /* marked by hand: never a place without words that say so (Dominique, Perche) */
    int32_t parent;                /* index; -1 at the top */
    char country[4];               /* ISO 3166 code, "" above the countries */
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

/* One name of a place: as gazetteer_find, with the spelling and what is particular to the name. */
enum {
    NAME_PREFERRED = 1 << 0,
    NAME_NO_ARTICLE = 1 << 1,      /* "Rochelle": only after the article it lost, which begins the place's name */
    NAME_CAPITALS = 1 << 2,        /* an acronym: PACA, USA */
    NAME_COMMON = 1 << 3,          /* by itself an ordinary word, a given name or a family name */
    NAME_BARE = 1 << 4,            /* an intercommunality without its form: "Grand Cahors" */
    NAME_SHORT = 1 << 5            /* the first word of a longer name: "Ambérieu" */
};

struct gazetteer_name {
    uint32_t place;                /* index */
    const char *spelling;
    uint32_t flags;
};

size_t gazetteer_find_names(const struct gazetteer *gazetteer, struct slice folded_name, struct gazetteer_name *names,
                            size_t room, bool *longer);

/* All the names, those of one key together and likeliest first: INDEX is below the count. */
uint32_t gazetteer_name_count(const struct gazetteer *gazetteer);
void gazetteer_name(const struct gazetteer *gazetteer, uint32_t index, struct gazetteer_name *name);

/* The place with this id ("33063", "D33", "FR"), or -1. Slow: for files written by hand. */
int32_t gazetteer_by_id(const struct gazetteer *gazetteer, const char *id);

/* A gazetteer over bytes that the caller keeps (aligned to 8): what gazetteer_open does with its own. */
enum status gazetteer_open_bytes(const void *bytes, size_t length, struct gazetteer **gazetteer, struct error *error);

/* A fingerprint of the contents, for the database. */
uint64_t gazetteer_fingerprint(const struct gazetteer *gazetteer);

#endif
