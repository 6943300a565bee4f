/* reading.h - one report to read: its record with the text, and where the words of a query are in it. */
#ifndef TRIBUNE_READING_H
#define TRIBUNE_READING_H

#include "error.h"
#include "record.h"

struct database;

enum { READING_TEXT_MAX = 4 * 1024 * 1024 }; /* bytes of text shown of one report */

struct reading {
    const struct record *record;
    span_list matches;   /* of the text, in order, apart from one another */
    const char *query;   /* whose words they are; NULL without one */
    bool cut;            /* the text is longer than READING_TEXT_MAX: its end is not there */
};

/* All in ARENA (guarded). STATUS_NOT_FOUND when no report has this id. A query that can't be parsed marks nothing. */
enum status reading_open(struct database *database, const char *id, const char *query, struct arena *arena,
                         struct reading *reading, struct error *error);

/* Bytes START to END of the text, cut to what is there. */
struct slice reading_text(const struct reading *reading, uint32_t start, uint32_t end);

#endif
