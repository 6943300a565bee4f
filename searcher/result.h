/* result.h - what a search found, in plain structs: all that a renderer sees. No Xapian here.
 *
 * Everything is in the arena of the request. Strings are valid UTF-8, plain (nothing is escaped); NULL means "not
 * known" or "none". Filled by search.c, read by render_*.c. */
#ifndef TRIBUNE_RESULT_H
#define TRIBUNE_RESULT_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "calendar.h"
#include "fields.h"
#include "record.h"

enum unit { UNIT_REPORT, UNIT_PASSAGE };
enum sort { SORT_RELEVANCE, SORT_DATE, SORT_DATE_NEWEST, SORT_TITLE };

const char *unit_name(enum unit unit); /* "report", "passage" */
const char *sort_name(enum sort sort); /* "relevance", "date", "-date", "title" */

/* A stretch of the original text: either all of it matches, or none of it. */
struct fragment {
    struct slice text;
    bool match;
};

struct snippet {
    VEC(struct fragment) fragments;
    bool cut_before, cut_after;    /* text of the passage was left out there: show an ellipsis */
};

/* A keyword in context (--kwic): one matching word with what stands around it on its line. */
struct concordance {
    struct slice before, match, after;
};
typedef VEC(struct concordance) concordance_list;

struct result_passage {
    uint32_t number;               /* in its report, from 1 */
    uint32_t start, end;           /* bytes of the report's text */
    const char *speaker, *role, *heading;
    const char *attachment;        /* the title of the attachment that it is from; NULL: of the report itself */
    const char *url; /* the report's URL with a #:~:text= fragment, the attachment's without; NULL when the
                                      report has none */
    double score;
    struct snippet snippet;
    concordance_list lines;        /* filled when request.kwic > 0 */
};

/* One hit: a report with its best passages or, when the unit is the passage, a passage (the first of `passages`) with
 * what is known of its report. */
struct result_hit {
    const char *id;                /* of the report; of a passage: report id, '.', number */
    const char *report_id;
    double score;                  /* never rising with rank when sorted by relevance */
    bool partial;                  /* lacks words of the query: see `missing` */
    string_list missing;           /* those words, as typed */
    const char *title, *url, *file;
    const char *language;          /* ISO 639-1 code; "" when unknown */
    const char *type;              /* "html"… */
    struct interval date;          /* the event's, else the one published: see date_source */
    enum date_source date_source;
    const char *place;             /* where the event took place */
    const char *author;
    struct interval published;
    string_list speakers;          /* in the report's order; of a passage: its own */
    VEC(struct attachment) attachments;
    VEC(struct result_passage) passages; /* those by the speakers asked for first, then the best */
    unsigned passages_matching;    /* how many passages of the report match, at least; 0 when not counted */
    unsigned duplicates;           /* identical reports hidden behind this one */
    const char *explanation;       /* with request.explain: the score by part, lines of text */
};

struct facet_value {
    const char *value;             /* as shown, and as a filter takes it */
    unsigned count;                /* reports, or passages when that is the unit */
    const char *kind;              /* of a place, as place_kind_name() has it: "commune", "region"…; else NULL */
};

struct facet {
    const char *name;              /* "speaker", "event_place", "year"… */
    VEC(struct facet_value) values; /* most frequent first, then by name; years in order */
};

typedef VEC(struct facet) facet_results;

struct result {
    const char *query;             /* as typed */
    enum unit unit;
    enum sort sort;
    unsigned total;                /* hits that have every word */
    unsigned total_partial;        /* at least so many more have some; 0 unless relaxed */
    bool total_is_exact;
    unsigned offset, limit;
    double took_ms;
    const char *suggestion;        /* "did you mean": offered */
    const char *corrected;         /* the query that was run, because the one typed found nothing */
    bool relaxed;                  /* partial hits follow the full ones */
    string_list missing;           /* words of the query that no full or shown hit has, as typed: for a notice */
    string_list notes;             /* what the reader should know: a speaker nobody has, a bound that was reached */
    unsigned collection;           /* reports (or passages) in the collection */
    VEC(struct result_hit) hits;
    facet_results facets;             /* in the order asked for */
    const char *explanation;       /* with request.explain: the tree and the words as searched */
};

#endif
