/* sidecar.h - the corrections to one report, in a JSON file beside it (source.h finds it) with the keys of --dump.
 *
 * A key that is given wins over the text, the metadata and the authority files: a list is the whole list, null says
 * that there is none. Passages are corrected one by one: those that are not listed stay. Keys of --dump that can't be
 * corrected (offsets, rules…) are passed over; any other key is refused, so that no correction is lost by a misspelling. */
#ifndef TRIBUNE_SIDECAR_H
#define TRIBUNE_SIDECAR_H

#include "authority.h"
#include "report.h"

enum { SIDECAR_ITEMS_MAX = 5000, SIDECAR_PASSAGES_MAX = 100000 }; /* of each list */

enum sidecar_key {
    SIDECAR_TITLE = 1 << 0, SIDECAR_AUTHOR = 1 << 1, SIDECAR_URL = 1 << 2, SIDECAR_LANGUAGE = 1 << 3,
    SIDECAR_PUBLISHED = 1 << 4, SIDECAR_EVENT_DATE = 1 << 5, SIDECAR_EVENT_PLACE = 1 << 6, SIDECAR_SPEAKERS = 1 << 7,
    SIDECAR_MENTIONS = 1 << 8, SIDECAR_PLACES = 1 << 9, SIDECAR_DATES = 1 << 10, SIDECAR_PASSAGES = 1 << 11
};

struct sidecar_person {
    const char *name, *role, *organisation;
    bool has_role, has_organisation;   /* given, perhaps as null */
};

struct sidecar_place {
    const char *name, *id;             /* id: of the gazetteer; NULL when not given */
    bool located;
    double latitude, longitude;
};

struct sidecar_date {
    struct interval interval;          /* INTERVAL_NONE for a day without a year */
    int month, day;
    const char *form;
};

struct sidecar_passage {
    const char *text;                  /* words of the report; NULL: START and END tell where */
    bool bounded;                      /* START and END are given */
    uint32_t start, end;
    const char *speaker, *role;
    bool has_speaker, has_role;        /* given, perhaps as null */
};

struct sidecar {
    const char *name;                  /* of its file, for messages */
    unsigned given;                    /* bits of enum sidecar_key */
    const char *title, *author, *url;  /* NULL where null was given */
    enum language language;
    struct interval published, event;
    const char *event_place;
    VEC(struct sidecar_person) speakers, mentions;
    VEC(struct sidecar_place) places;
    VEC(struct sidecar_date) dates;
    VEC(struct sidecar_passage) passages;
};

/* Reads BYTES, whose file is called NAME in messages. Everything is in the arena, which must be guarded.
 * STATUS_FORMAT names the file with line and column of malformed JSON, or the key whose value is not what it
 * should be. */
enum status sidecar_read(struct arena *arena, const char *name, struct slice bytes, struct sidecar *sidecar,
                         struct error *error);

/* The steps of applying it: after reading, before the lexemes; once people, places and dates are extracted; and once the
 * event is found. AUTHORITY may be NULL. */
void sidecar_prepare(const struct sidecar *sidecar, const struct authority *authority, struct report *report);
void sidecar_correct(const struct sidecar *sidecar, const struct authority *authority,
                     const struct gazetteer *gazetteer, const span_list *people, struct report *report);
/* STATUS_FORMAT, with the item, when the text has not what a passage names. After sidecar_correct(). */
enum status sidecar_correct_passages(const struct sidecar *sidecar, const struct authority *authority,
                                     struct report *report, struct error *error);
void sidecar_correct_event(const struct sidecar *sidecar, const struct authority *authority,
                           const struct gazetteer *gazetteer, struct report *report);

#endif
