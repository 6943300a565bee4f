/* reading.h - one report to read: its record with the text, where the words of a query are in it, and where people,
 * places and dates are. */
#ifndef TRIBUNE_READING_H
#define TRIBUNE_READING_H

#include "error.h"
#include "record.h"
#include "result.h"

struct database;

enum { READING_TEXT_MAX = 4 * 1024 * 1024 }; /* bytes of text shown of one report */

/* A stretch of the text that names somebody or something, and what a search for it asks. */
enum reading_link_kind { LINK_SPEAKER, LINK_MENTION, LINK_PLACE, LINK_DATE };
struct reading_link {
    struct span at;
    enum reading_link_kind kind;
    const char *value;   /* a name; of a date its ISO form */
};
typedef VEC(struct reading_link) reading_link_list;

struct reading {
    const struct record *record;
    span_list matches;   /* of the text, in order, apart from one another */
    reading_link_list links; /* in order, apart from one another and from the matches */
    const char *query;   /* whose words they are; NULL without one */
    bool cut;            /* the text is longer than READING_TEXT_MAX: its end is not there */
};

/* All in ARENA (guarded). STATUS_NOT_FOUND when no report has this id. A query that can't be parsed marks nothing. */
enum status reading_open(struct database *database, const char *id, const char *query, struct arena *arena,
                         struct reading *reading, struct error *error);

/* Bytes START to END of the text, cut to what is there. */
struct slice reading_text(const struct reading *reading, uint32_t start, uint32_t end);

/* The report as a hit without passages: what a citation is made of. */
struct result_hit reading_hit(const struct reading *reading, struct arena *arena);

/* The original opened at this passage, or at its first match; NULL when the report has no address. */
const char *reading_passage_url(const struct reading *reading, const struct passage *passage, struct arena *arena);

#endif
