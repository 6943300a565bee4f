/* search.h - runs a request against an open database: the only door of the searcher to it.
 *
 * The request's query text may be empty when there are filters, or when it asks for everything (browsing). All
 * output is in ARENA, which the caller guards (see arena.h) and whose limit bounds a request's memory. */
#ifndef TRIBUNE_SEARCH_H
#define TRIBUNE_SEARCH_H

#include "error.h"
#include "result.h"

struct database; /* lib/database.h */

enum {
    SEARCH_LIMIT_MAX = 1000,      /* hits of one page; the batch and the exports ask for more in pages */
    SEARCH_OFFSET_MAX = 1000000,
    SEARCH_FILTERS_MAX = 64,
    SEARCH_FACET_VALUES = 100,    /* values listed of a facet, unless the request says otherwise */
    SEARCH_LINES_MAX = 20,        /* lines of a concordance from one passage */
    SEARCH_PASSAGES = 3,          /* passages shown of a report hit */
    SEARCH_TIME_MS = 5000
};

/* A filter that is not query text (a CGI parameter, a facet that was clicked). Filters of one field are alternatives;
 * those of different fields must all hold. Fields: FIELD_SPEAKER, PLACE, EVENT_PLACE, ORGANISATION, AUTHOR,
 * LANGUAGE, DATE. */
struct search_filter {
    enum field field;
    const char *value;
};

struct search_request {
    const char *query;            /* UTF-8; NULL is the same as "" */
    enum unit unit;
    enum sort sort;
    unsigned offset, limit;
    struct search_filter filters[SEARCH_FILTERS_MAX];
    unsigned filter_count;
    const char *from, *to;        /* date values, either may be NULL: dates that overlap [from, to] */
    enum field facets[FIELD_COUNT]; /* FIELD_DATE is the year */
    unsigned facet_count;
    unsigned facet_values;        /* 0: SEARCH_FACET_VALUES */
    unsigned passages;            /* passages shown of each report; 0: SEARCH_PASSAGES */
    unsigned kwic;                /* characters on each side; 0: no concordance */
    const char *similar;          /* id of a report to find others like; NULL */
    bool hide_duplicates;         /* identical reports become one hit with a count */
    bool bare;                    /* only id, file and score of hits: for the batch in TREC format */
    bool no_partial;              /* only hits that have every word */
    bool explain;
    enum language ui;             /* of notes and errors: French, or else English */
    unsigned time_ms;             /* 0: SEARCH_TIME_MS */
};

#define SEARCH_REQUEST_INIT { .limit = 10 }

/* The facet of this name ("speaker", "year"…), or FIELD_COUNT. */
enum field facet_from_name(struct slice name);
const char *facet_name(enum field field); /* NULL when the field is no facet */

/* STATUS_QUERY with a column for a malformed query or filter value; STATUS_NOT_FOUND for a `similar` id that no
 * report has; STATUS_MODIFIED is retried here (the database is reopened) and returned only when it does not
 * settle. */
enum status search_run(struct database *database, const struct search_request *request, struct arena *arena,
                       struct result *result, struct error *error);

/* Where the words of QUERY are in TEXT (of a report that is read): in order, apart from one another. Errors as
 * above. */
enum status search_mark(struct database *database, const char *query, struct slice text, struct arena *arena,
                        span_list *matches, struct error *error);

/* Completions of PREFIX from the collection: speakers, places, title words. At most LIMIT, best first. */
enum suggestion_kind { SUGGESTION_SPEAKER, SUGGESTION_PLACE, SUGGESTION_WORD };
struct suggestion {
    enum suggestion_kind kind;
    const char *value; /* what completes the box */
    unsigned count;    /* reports */
};
typedef VEC(struct suggestion) suggestion_list;
enum status search_suggest(struct database *database, struct slice prefix, unsigned limit, struct arena *arena,
                           suggestion_list *suggestions, struct error *error);

#endif
