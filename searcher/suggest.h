/* suggest.h - "did you mean": words and names that the collection does not have, replaced by the nearest that it
 * has. */
#ifndef TRIBUNE_SUGGEST_H
#define TRIBUNE_SUGGEST_H

#include "arena.h"
#include "error.h"

struct database;

enum { SUGGEST_HITS_MAX = 5 };  /* with more hits than this nobody looks for a correction: it costs milliseconds */

/* *BETTER is the query with its unknown words and names replaced; NULL when nothing is unknown, or nothing is
 * near. */
enum status suggest_spelling(struct database *database, const char *query, struct arena *arena, const char **better,
                             struct error *error);

#endif
