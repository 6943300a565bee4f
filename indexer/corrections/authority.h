/* authority.h - what the archivist knows better: two tables in a folder, speakers.tsv and places.tsv, that say which
 * names are one person or one place, and which are none. They win over what the text lets guess.
 *
 * Columns are separated by tabs, a line that begins with # is a comment, names are compared folded (fold_key).
 *   speakers.tsv   preferred name, aliases (|), nothing or never or hide
 *   places.tsv     preferred name, aliases (|), nothing or an id of the gazetteer or not or
 *                  venue, latitude, longitude, the name of its town
 * Read once, never written afterwards: threads share it. */
#ifndef TRIBUNE_AUTHORITY_H
#define TRIBUNE_AUTHORITY_H

#include "gazetteer.h"
#include "phrases.h"

enum { AUTHORITY_FILE_BYTES_MAX = 64 * 1024 * 1024 };

enum authority_use {
    AUTHORITY_PERSON,  /* who may be a speaker, as the text says */
    AUTHORITY_NEVER,   /* a person, never a speaker */
    AUTHORITY_HIDE     /* neither speaker nor mention */
};

struct authority_person {
    const char *name, *key;        /* preferred; folded */
    const char *given, *surname;   /* given is NULL when the name is one word */
    enum authority_use use;
    unsigned line;
};

enum authority_kind { AUTHORITY_PLACE, AUTHORITY_VENUE, AUTHORITY_NOT_A_PLACE };

struct authority_place {
    enum authority_kind kind;
    const char *name;              /* preferred */
    const char *id;                /* of a venue */
    int32_t place;                 /* in the gazetteer: the place itself, or a venue's town; -1 */
    bool located;
    double latitude, longitude;    /* of a venue */
    unsigned line;
};

struct authority {
    struct arena arena;
    VEC(struct authority_person) persons;
    VEC(struct authority_place) places;
    struct phrases person_names, place_names; /* values: indexes in the above */
    uint64_t fingerprint;          /* of the files' contents */
};

/* Reads FOLDER; either file may be missing, not both. STATUS_USAGE and STATUS_FORMAT name the file, the line and what
 * is expected there. Freed with authority_close. */
enum status authority_open(struct authority **authority, const char *folder, const struct gazetteer *gazetteer,
                           struct error *error);
void authority_close(struct authority *authority); /* NULL is accepted */

/* From bytes, FILE being their name in messages: what authority_open does with each file. AUTHORITY has been made by
 * authority_init, and its arena is guarded by the caller. */
void authority_init(struct authority *authority);
enum status authority_read_speakers(struct authority *authority, const char *file, struct slice bytes,
                                    struct error *error);
enum status authority_read_places(struct authority *authority, const char *file, struct slice bytes,
                                  const struct gazetteer *gazetteer, struct error *error);

/* The person or place that this name means, or NULL. AUTHORITY may be NULL. */
const struct authority_person *authority_person(const struct authority *authority, const char *name);
const struct authority_place *authority_place(const struct authority *authority, const char *name);

/* Splits a full name: the surname is what stands after the first word, or one of ALIASES (separated by |) that
 * the name ends with. */
void authority_split_name(struct arena *arena, struct authority_person *person, struct slice aliases);

/* ---- applied to one report ---- */

/* Corrects record.places by NAMES (values: indexes in ENTRIES): what is no place goes, other names become the place
 * they mean, and are found where they were not; RULE is theirs. PEOPLE are the spans of persons' names. */
void authority_correct_places(const struct phrases *names, const struct authority_place *entries, const char *rule,
                              struct report *report, const struct gazetteer *gazetteer, const span_list *people);

/* Adds a place that the text does not name, without a span, or gives the one that has its id; its index. */
size_t authority_add_place(const struct authority_place *entry, const char *rule, struct report *report,
                           const struct gazetteer *gazetteer);

/* The gazetteer's likeliest place of this name, or -1; the id of a venue of this name. */
int32_t authority_gazetteer_place(const struct gazetteer *gazetteer, struct slice name);
const char *authority_venue_id(struct arena *arena, const char *name);

struct name_context;

/* Adds to the names of the text those of PHRASES (values: indexes in PERSONS) that were not taken for names, or not
 * in full. Names of one word are left to people.c, which knows the full names of the report. */
void authority_find_names(struct name_context *context, const struct phrases *phrases,
                          const struct authority_person *persons);

/* The same for the persons that the report's sidecar lists (metas "speaker" and "participant"). */
void authority_find_listed(struct name_context *context);

/* The source of metas that a sidecar gave. */
#define SOURCE_SIDECAR "sidecar"

#endif
