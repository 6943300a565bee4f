/* search_internal.h - one run of a request, between search.c and the search_*.c. */
#ifndef TRIBUNE_SEARCH_INTERNAL_H
#define TRIBUNE_SEARCH_INTERNAL_H

#include "plan.h"
#include "search.h"

/* A document that was found, before it is read. */
struct found {
    uint32_t document;            /* of the level's half */
    double score;
    bool partial;
    uint32_t duplicates;
    double closeness;             /* of the score: what words that follow one another gave */
    uint32_t closest;             /* the passage whose words are closest to one another; 0 when not known */
    /* what search_hits.c learns of it */
    const char *report_id;
    uint32_t number;              /* of the passage, when that is the unit */
    struct slice encoded;         /* the report's record */
    uint64_t generation;
    const struct record *record;
    struct record_text *text;     /* once a passage of it was read */
};
typedef VEC(struct found) found_list;

/* Owns what a jump out of the arena must not lose. */
struct run {
    struct database *database;
    const struct search_request *request;
    struct arena *arena;
    struct result *result;
    struct error *error;
    struct planner planner;
    struct plan plan;             /* at the level of the request's unit */
    struct plan passages;         /* how passages are chosen and closeness is measured */
    bool passages_planned;
    struct db_matches *matches;   /* the one that is open */
    struct db_document *document;
    uint32_t first, wanted;       /* which hits are fetched, before the page is cut out */
    found_list found;
};

/* The half that the unit is in. */
static inline const struct db *run_db(const struct run *run)
{
    return run->request->unit == UNIT_REPORT ? database_reports(run->database) : database_passages(run->database);
}

/* The ranking that was chosen; query and count are still to be set. */
struct db_search run_search(const struct run *run, db_query query);

/* Runs SEARCH; the matches stay open in run->matches until the next call or the end. */
enum status run_matches(struct run *run, const struct db *db, const struct db_search *search);

/* ---- search_closeness.c ---- */

enum {
    CLOSENESS_WINDOW = 20,        /* so many first hits are put in order again */
    CLOSENESS_PASSAGES_MAX = 500  /* passages of them that are looked at, when these are the hits */
};

/* Does the request's ranking look at closeness? Then the first CLOSENESS_WINDOW hits are needed, whatever the
 * page. */
bool closeness_counts(const struct run *run);
/* Plans the passages, raises the first hits whose words follow one another, and puts them in order. */
enum status closeness_rank(struct run *run);

/* ---- search_hits.c ---- */

/* Reads the records of what was found; drops passages that no report names any more. */
enum status hits_read(struct run *run);
/* Fills result->hits, with passages, snippets and missing words. */
enum status hits_show(struct run *run);
/* A filter: the reports found, or their passages; only the partial ones, if asked. */
db_query hits_reports(struct run *run, bool partial_only);

/* ---- search_passages.c ---- */

/* Are the hits passages, of which the first CLOSENESS_WINDOW are put in order by where their words are? */
bool own_words_count(const struct run *run);
/* Puts those that only their heading brought, which were read, after those with a word in their own text. */
enum status passages_own_first(struct run *run);

/* Plans run->passages, unless it is done. */
enum status passages_plan(struct run *run);
/* Gives the hits (reports, whose ids HITS maps to their index) their best passages. */
enum status passages_choose(struct run *run, const struct map *hits);
/* The same where each hit is a passage. */
enum status passages_show(struct run *run);

/* ---- search_facets.c ---- */

/* Asks SEARCH to count the request's facets, and reads the counts from run->matches into the result. */
void facets_ask(const struct run *run, struct db_search *search);
enum status facets_read(struct run *run);

/* ---- search_explain.c ---- */

enum status explain(struct run *run);

#endif
