/* period.h - intervals of days as terms, so that "overlaps this interval" is an OR of a few terms.
 *
 * Days, months, years, decades, centuries and millennia are cells that nest. An interval is covered by as few cells as
 * possible. A document gets, for each cell of its cover, the cell and all that contain it ("2016-11-04", "2016-11",
 * "2016", "201", "20", "2"), and the cell once more marked as fully covered ("=2016-11"; a single day needs no mark).
 * Two covers overlap where a cell of one lies in a cell of the other: so a query asks, for each cell of its own cover,
 * for the cell itself (some cell inside it is covered) and for the marked cells above it (all of it is covered).
 * The same cells for FIELD_DATE and FIELD_PERIOD, under their prefixes. */
#ifndef TRIBUNE_PERIOD_H
#define TRIBUNE_PERIOD_H

#include "arena.h"
#include "calendar.h"

enum { PERIOD_TERM_BYTES = 16 };

struct period_term {
    char text[PERIOD_TERM_BYTES]; /* prefix and cell, NUL-terminated */
};
typedef VEC(struct period_term) period_terms;

/* Appends the terms that a document with this interval gets, under PREFIX (at most 3 bytes); none for INTERVAL_NONE.
 * Each appears once for this interval, whatever the list holds of others. */
void period_index_terms(struct arena *arena, struct interval interval, const char *prefix, period_terms *terms);

/* Appends the terms to OR so that documents overlapping this interval match. An open side reaches to the year 1 or
 * 9999. */
void period_query_terms(struct arena *arena, struct interval interval, const char *prefix, period_terms *terms);

#endif
