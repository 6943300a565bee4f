/* record.h - what a report is once it is read and understood: the facts that the indexer finds, the database keeps and
 * the searcher shows. One struct for both programs, and its encoding.
 *
 * Everything in a record is in the arena it was made or decoded in. Offsets are bytes of `text`. Strings are valid UTF-8;
 * NULL means "not known", an empty array "none". */
#ifndef TRIBUNE_RECORD_H
#define TRIBUNE_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "calendar.h"
#include "error.h"
#include "language.h"

struct span {
    uint32_t start, end;
};

typedef VEC(struct span) span_list;
typedef VEC(const char *) string_list;
typedef VEC(uint32_t) number_list;

enum report_type { REPORT_HTML, REPORT_MARKDOWN, REPORT_TEXT, REPORT_PDF, REPORT_TYPE_COUNT };
const char *report_type_name(enum report_type type); /* "html"… */

/* A person: one that took the floor (speaker), or one only named (mention). */
struct person {
    bool speaker;
    const char *name;         /* canonical: First Last, normal case */
    const char *key;          /* folded full name: what `speaker:` and the facet use */
    const char *role, *organisation;
    string_list forms;        /* as written, each once */
    span_list at;             /* where */
    number_list passages;     /* numbers of the passages that are theirs */
    const char *rule;         /* the rule that decided */
    double score;             /* 0 to 1 */
};

enum place_kind {
    PLACE_VENUE, PLACE_COMMUNE, PLACE_CITY, PLACE_INTERCOMMUNALITY, PLACE_DEPARTEMENT, PLACE_REGION, PLACE_COUNTRY,
    PLACE_CONTINENT, PLACE_KIND_COUNT
};
const char *place_kind_name(enum place_kind kind); /* "commune"… */

struct place_level {          /* one step up from a place */
    const char *id, *name;
    enum place_kind kind;
};

struct place {
    const char *name;         /* preferred name */
    const char *id;           /* of the gazetteer: stable; "venue:…" for a named venue */
    enum place_kind kind;
    VEC(struct place_level) within; /* from the nearest to the farthest */
    bool located;
    double latitude, longitude;
    bool in_organisation;     /* named only inside an organisation's name */
    string_list forms;
    span_list at;
    const char *rule;
    double score;
};
typedef VEC(struct place) place_list;

struct date {
    struct interval interval; /* INTERVAL_NONE when the year is unknown */
    int month, day;           /* for a day whose year nothing tells; else 0 */
    bool deduced;             /* the year follows from something else than the words */
    const char *form;
    struct span at;
    const char *rule;
};

struct attachment {
    const char *title, *url, *type; /* type: "PDF"… */
    uint64_t bytes;                 /* as announced; 0 when it is not */
    struct span at;                 /* its text, where it was read into the report's; else empty */
};

struct passage {
    uint32_t number;          /* from 1, in reading order */
    uint32_t start, end;
    int32_t person;           /* index in persons; -1: nobody, or a label that resolves to no name */
    const char
        *speaker; /* the person's name, or the label as printed ("M. le président"); NULL where nobody speaks */
    const char *role;
    const char *heading;      /* the nearest heading above */
    uint32_t serial; /* of its document: stays when passages before it come and go; 0: the same as `number` */
};

enum date_source { DATE_SOURCE_NONE, DATE_SOURCE_EVENT, DATE_SOURCE_PUBLISHED };

struct record {
    const char *id;           /* stable from run to run: made from the real path */
    const char *file;         /* as reached from the PATH given */
    const char *path;         /* real path */
    const char *url; /* where a reader opens it: canonical URL, or --url-prefix and file; NULL when unknown */
    enum report_type type;
    const char *title;
    enum language language;
    const char *author;
    const char *author_rule;
    struct interval published;
    const char *published_rule;
    struct interval event;
    const char *event_rule;
    int32_t event_place;      /* index in places; -1 unknown */
    const char *event_place_rule;
    VEC(struct person) persons;
    place_list places;
    VEC(struct date) dates;
    VEC(struct attachment) attachments;
    VEC(struct passage) passages;
    struct slice text;        /* the extracted text; empty when it was not asked for in decoding */
};

/* The attachment that a passage is from; NULL for one of the report itself. */
const struct attachment *record_attachment_of(const struct record *record, const struct passage *passage);

uint32_t record_passage_serial(const struct passage *passage);
/* The passage whose document has this serial; NULL when the record has none such (any more). */
const struct passage *record_passage(const struct record *record, uint32_t serial);
/* The serials of all passages, sorted, for many look-ups; passages.count of them, in the arena. */
const uint32_t *record_serials(struct arena *arena, const struct record *record);
bool record_serials_have(const uint32_t *serials, size_t count, uint32_t serial);

/* The date that `date:`, sorting and the year facet use: the event's, else the one published. */
struct interval record_date(const struct record *record, enum date_source *source);

#endif
