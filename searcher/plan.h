/* plan.h - a query's tree made into Xapian queries: which words and names of the collection it asks for.
 *
 * A plan is for one level, reports or passages: their term statistics differ. What is found in the dictionary (forms
 * of a word, people of a name) is kept in the planner, so that planning the second level costs little. All in the
 * arena; the queries belong to the pool. */
#ifndef TRIBUNE_PLAN_H
#define TRIBUNE_PLAN_H

#include "database.h"
#include "dictionary.h"
#include "highlight.h"
#include "map.h"
#include "query.h"
#include "result.h"

enum {
    PLAN_LANGUAGES_MAX = 3,       /* of the collection, whose stems are tried */
    PLAN_FORMS_MAX = 64,          /* of one stem */
    PLAN_PAIR_FORMS_MAX = 2,      /* of each of two words that follow one another */
    PLAN_RELATIVES_MAX = 8,      /* words that begin alike */
    PLAN_PREFIX_MAX = 1000,       /* words that `word*` may stand for */
    PLAN_PREFIXES_FULL = 8,       /* so many of a query may; the others, what bounds its time, for a tenth */
    PLAN_NAMES_MAX = 2000,        /* people that a surname may stand for */
    PLAN_PLACES_MAX = 20000,      /* places of the collection, for distances */
    PLAN_REPORTS_MAX = 10000,     /* reports that a phrase is in */
    PLAN_VARIANTS_MAX = 8         /* ways to write a phrase: co-construction, coconstruction */
};

/* A word of the collection's, as asked for. */
struct word_forms {
    struct slice term;            /* folded */
    struct slice accented;        /* with its accents; empty when it has none */
    bool accents_tell;            /* the collection has the folded word with other accents too */
    slice_list forms;             /* of its stems, without the term itself */
    slice_list relatives;         /* that begin alike, most frequent first */
    uint32_t group;               /* in the highlights; 0 for a word that is not marked */
};

/* Someone or something that the query scores by: shown by --explain. */
struct plan_part {
    const char *label;
    db_query query;
};

/* One thing that is wanted: hits that have all of them come first. */
struct plan_unit {
    const char *shown;            /* as typed */
    db_query query;
};

struct plan {
    db_query full;                /* hits that have every unit */
    db_query partial;             /* those that have some; NULL when there can be none */
    db_query any;                 /* any unit, for choosing passages; NULL when there is no unit */
    VEC(struct plan_unit) units;
    VEC(struct plan_part) parts;  /* with explain */
    VEC(db_query) pairs;          /* words that follow one another, not weighted; on passages only */
    db_query speakers;            /* passages of the speakers asked for; NULL */
    bool bounded;                 /* a bound was reached: totals are not exact */
    unsigned prefixes;            /* words with a star, so far */
};

struct planner {
    const struct database *database;
    struct arena *arena;
    struct db_queries *pool;
    struct slice text;            /* the query as typed */
    const struct query_node *root;
    const struct query_node *const *filters; /* every one must hold; an OR of alternatives each */
    size_t filter_count;
    bool explain;
    enum language ui;             /* of notes */
    /* the planner's own */
    enum language languages[LANGUAGE_COUNT];
    size_t language_count;
    enum language words_in;       /* the language whose function words are not required */
    struct db_stemmer *stemmers[PLAN_LANGUAGES_MAX]; /* planner_fini frees them, also after a jump */
    struct map known;             /* folded and accented word to index in words */
    VEC(struct word_forms *) words;
    struct highlight highlight;
    string_list notes;            /* for the reader */
    bool noted;                   /* notes are complete: a second level adds none */
    struct db_matches *matches;   /* of a look-up that is under way; planner_fini frees them */
    struct db_document *document;
    VEC(db_query) event_places;   /* what ranks reports of meetings held at a place asked for above the others */
    bool in_filter;               /* a value that was clicked, not typed: whole names first */
    enum unit main_level;         /* of the hits: the first one planned */
    enum unit level;              /* being planned */
    struct plan *plan;
    struct error *error;
};

/* Fills what the caller did not. planner_fini() accepts a zeroed planner. */
enum status planner_init(struct planner *planner, struct error *error);
void planner_fini(struct planner *planner);

enum status plan_make(struct planner *planner, enum unit level, struct plan *plan, struct error *error);

#endif
