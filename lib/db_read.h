/* db_read.h - the C face of Xapian, read half: databases, terms, documents, queries, matches. Translates, decides
 * nothing: what to search for and what to do with it is the caller's. No exception leaves it.
 *
 * Handles are heap objects made by an `_open`, `_get` or `_run` and given back by the matching `_free`/`_close`, which
 * accept NULL. Slices belong to the handle they came from and last until its next call or its end. Failures:
 *   STATUS_MODIFIED   the database moved on by two commits: db_reopen() and run again
 *   STATUS_NOT_FOUND  no such database, document     STATUS_DAMAGED   the database is damaged
 *   STATUS_VERSION    another format                  STATUS_LIMIT    a wildcard matched too much, a time limit
 *   STATUS_IO, STATUS_MEMORY, STATUS_INTERNAL
 * Document ids are uint32_t, from 1; ids of several databases opened as one interleave. */
#ifndef TRIBUNE_DB_READ_H
#define TRIBUNE_DB_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "error.h"
#include "slice.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { DB_TERM_BYTES_MAX = 245 };  /* a longer term makes adding or replacing the document fail */

/* ---- databases ---- */

struct db;

enum status db_open(struct db **db, const char *path, struct error *error);
enum status db_add(struct db *db, const char *path, struct error *error);  /* one more, searched with the rest */
void db_close(struct db *db);
/* Moves to the newest commit; *CHANGED (may be NULL) says whether there was one. */
enum status db_reopen(struct db *db, bool *changed, struct error *error);

struct db_statistics {
    uint32_t documents, last_document;  /* last_document: the highest id ever used */
    double average_length;              /* in terms, wdf counted */
    uint64_t revision;                  /* of the first database; grows with each commit, 0 for a remote one */
};
enum status db_counts(const struct db *db, struct db_statistics *counts, struct error *error);
/* In how many documents the term is, and how often in all. COLLECTION may be NULL. */
enum status db_term_frequency(const struct db *db, struct slice term, uint32_t *documents, uint64_t *collection,
                              struct error *error);
/* Metadata of the *first* database; an unset key has an empty value. */
enum status db_metadata(struct db *db, const char *key, struct slice *value, struct error *error);
/* A universally unique name of the database (of the first one). */
enum status db_uuid(struct db *db, struct slice *uuid, struct error *error);

/* Structural check of one database on disk; *ERRORS is how many were found. */
enum status db_check(const char *path, size_t *errors, struct error *error);
const char *db_library_version(void);  /* "1.4.22" */

/* ---- terms, in byte order ---- */

struct db_terms;

/* Terms of the database that begin with PREFIX (all, when it is empty). */
enum status db_terms_open(const struct db *db, struct slice prefix, struct db_terms **terms, struct error *error);
/* The next term; *TERM is empty at the end (no term is). FREQUENCY (may be NULL): documents that have it, or its
 * number of occurrences (wdf) for the terms of a document. */
enum status db_terms_next(struct db_terms *terms, struct slice *term, uint32_t *frequency, struct error *error);
void db_terms_close(struct db_terms *terms);

/* ---- the documents of one term ---- */

struct db_postings;

/* Documents that have TERM, by id; every document for an empty term. */
enum status db_postings_open(const struct db *db, struct slice term, struct db_postings **postings,
                             struct error *error);
enum status db_postings_next(struct db_postings *postings, uint32_t *id, struct error *error); /* id 0: the end */
void db_postings_close(struct db_postings *postings);

/* ---- the values of one slot, by document: much faster than document by document ---- */

struct db_values;

enum status db_values_open(const struct db *db, unsigned slot, struct db_values **values, struct error *error);
/* *ID is 0 at the end. */
enum status db_values_next(struct db_values *values, uint32_t *id, struct slice *value, struct error *error);
/* The value of document ID, which is not before any asked for so far; empty when it has none. */
enum status db_values_at(struct db_values *values, uint32_t id, struct slice *value, struct error *error);
void db_values_close(struct db_values *values);

/* ---- documents ---- */

struct db_document;

/* ID is of a document that is there, as matches and lists give it: that is not checked, and another's data is empty. */
enum status db_document_get(const struct db *db, uint32_t id, struct db_document **document, struct error *error);
/* The first document that has TERM (a unique one); STATUS_NOT_FOUND when there is none. *ID may be NULL. */
enum status db_document_find(const struct db *db, struct slice term, struct db_document **document, uint32_t *id,
                             struct error *error);
/* The data lasts until the document is freed; a value until the next db_document_value. */
enum status db_document_data(struct db_document *document, struct slice *data, struct error *error);
enum status db_document_value(struct db_document *document, unsigned slot, struct slice *value, struct error *error);
enum status db_document_terms(struct db_document *document, struct slice prefix, struct db_terms **terms,
                              struct error *error);
void db_document_free(struct db_document *document);

/* ---- queries ----
 * A pool owns the queries made in it. The first failure is kept in the pool and that constructor and every one built on
 * it returns NULL; so build without checking, then look at the pool (db_search does). NULL never means "no query":
 * that is db_query_nothing(). Combining zero queries gives nothing, or all for AND. */

struct db_queries;
struct db_query_node;
typedef const struct db_query_node *db_query;

enum status db_queries_open(struct db_queries **pool, struct error *error);
void db_queries_close(struct db_queries *pool);
enum status db_queries_status(const struct db_queries *pool, struct error *error); /* the first failure */

db_query db_query_nothing(struct db_queries *pool);
db_query db_query_all(struct db_queries *pool);
db_query db_query_term(struct db_queries *pool, struct slice term);

/* Documents with any of TERMS, without a score: a filter. They are listed once for each database, however many queries
 * this one is a part of. */
db_query db_query_any_term(struct db_queries *pool, const struct slice *terms, size_t count);

enum db_operator { DB_AND, DB_OR, DB_XOR, DB_SYNONYM, DB_MAX, DB_NEAR, DB_PHRASE, DB_ELITE };
/* WINDOW: for NEAR and PHRASE (0: as many as there are operands; operands must be terms or ORs of terms), and the set
 * size of ELITE; otherwise ignored. */
db_query db_query_combine(struct db_queries *pool, enum db_operator op, const db_query *operands, size_t count,
                          unsigned window);
db_query db_query_and_not(struct db_queries *pool, db_query left, db_query right);
db_query db_query_and_maybe(struct db_queries *pool, db_query left, db_query right);
db_query db_query_filter(struct db_queries *pool, db_query left, db_query filter); /* the filter adds no score */
db_query db_query_scale(struct db_queries *pool, db_query query, double factor);   /* 0: matches without score */

/* Values compare as bytes; LOW is included. */
db_query db_query_value_ge(struct db_queries *pool, unsigned slot, struct slice low);

/* Terms that begin with PREFIX. When more than LIMIT do (0: no limit): the search fails with STATUS_LIMIT, or takes the
 * first, or the most frequent ones. Scored as one synonym group. */
enum db_wildcard_excess { DB_WILDCARD_FAIL, DB_WILDCARD_FIRST, DB_WILDCARD_MOST_FREQUENT };
db_query db_query_wildcard(struct db_queries *pool, struct slice prefix, unsigned limit,
                           enum db_wildcard_excess excess);

/* Xapian's description of the query, for --explain and tests. */
enum status db_query_describe(struct db_queries *pool, db_query query, struct slice *description,
                              struct error *error);

/* ---- searching ---- */

enum db_weight { DB_WEIGHT_BM25, DB_WEIGHT_BM25_PLUS, DB_WEIGHT_DPH, DB_WEIGHT_DLH, DB_WEIGHT_PL2, DB_WEIGHT_INL2,
                 DB_WEIGHT_IFB2, DB_WEIGHT_TFIDF, DB_WEIGHT_COORD, DB_WEIGHT_BOOL };

enum db_order { DB_ORDER_SCORE, DB_ORDER_VALUE, DB_ORDER_VALUE_SCORE, DB_ORDER_SCORE_VALUE };

enum { DB_SLOT_NONE = -1, DB_FACETS_MAX = 8 };

struct db_search {              /* {0} with query and count set is a plain ranked search, once the slots are NONE: */
    db_query query;
    enum db_weight weight;
    double k1, k2, k3, b, min_length; /* of BM25 and BM25+; used when has_parameters, else Xapian's defaults */
    double delta;               /* of BM25+; c of PL2, INL2, IFB2 */
    bool has_parameters;
    uint32_t first, count;      /* which matches, by rank */
    uint32_t check_at_least;    /* so many are looked at for totals and facets, at least */
    enum db_order order;
    int order_slot;             /* DB_SLOT_NONE unless ordered by a value */
    bool order_descending;      /* of the value */
    bool newest_first;          /* ties: higher document ids first */
    int collapse_slot;          /* DB_SLOT_NONE, or keep COLLAPSE_MAX matches of each value */
    uint32_t collapse_max;
    double minimum_score;
    double seconds;             /* 0: no limit; past it, check_at_least is given up (totals become estimates) */
    int facets[DB_FACETS_MAX];  /* slots whose values are counted */
    size_t facet_count;
};

#define DB_SEARCH_INIT { .order_slot = DB_SLOT_NONE, .collapse_slot = DB_SLOT_NONE, .collapse_max = 1 }

struct db_matches;

enum status db_search_run(const struct db *db, const struct db_queries *pool, const struct db_search *search,
                          struct db_matches **matches, struct error *error);
void db_matches_free(struct db_matches *matches);

struct db_totals {
    uint32_t count;                   /* matches at hand: `first` and on */
    uint32_t lower, estimate, upper;  /* matches in all (after collapsing); exact when lower == upper */
    uint32_t uncollapsed_lower, uncollapsed_estimate, uncollapsed_upper;
    double best_score, possible_score;
};
void db_matches_totals(const struct db_matches *matches, struct db_totals *totals);

struct db_match {
    uint32_t id;
    double score;
    int percent;
    uint32_t collapsed;               /* how many others of its collapse value were left out, at least */
    struct slice collapse_value;      /* valid until the next call */
};
/* INDEX counts from 0 in what is at hand. */
enum status db_matches_get(struct db_matches *matches, uint32_t index, struct db_match *match, struct error *error);
enum status db_matches_document(struct db_matches *matches, uint32_t index, struct db_document **document,
                                struct error *error);
/* The query's terms that this match has. */
enum status db_matches_terms(struct db_matches *matches, uint32_t index, struct db_terms **terms,
                             struct error *error);

/* Facets: the values of one slot over all the matches looked at, with their counts, in byte order. A list counts as
 * the whole string: split it (FACET_SEPARATOR). FACET is the index in db_search.facets. */
size_t db_matches_facet_size(const struct db_matches *matches, size_t facet);
struct slice db_matches_facet(const struct db_matches *matches, size_t facet, size_t index, uint32_t *count);

/* ---- more like these ---- */

/* The terms that best tell these documents from the rest, best first; fills at most ROOM entries. Each term is copied
 * into its entry. Prefixed terms come too: ask for enough, keep what fits. */
struct db_expansion {
    char term[DB_TERM_BYTES_MAX + 1];
    double weight;
};
enum status db_expand(const struct db *db, const uint32_t *ids, size_t id_count, struct db_expansion *out,
                      size_t room, size_t *count, struct error *error);

/* ---- Snowball stemmers (stem.h is what to use) ---- */

struct db_stemmer;

enum status db_stemmer_open(struct db_stemmer **stemmer, const char *name, struct error *error); /* "french" */
enum status db_stemmer_stem(struct db_stemmer *stemmer, struct slice word, struct slice *stem, struct error *error);
void db_stemmer_close(struct db_stemmer *stemmer);

/* ---- numbers as sortable bytes ---- */

enum { DB_SORTABLE_BYTES = 9 };
size_t db_sortable(double number, char out[DB_SORTABLE_BYTES]); /* bytes that compare as the numbers do; the length */
double db_sortable_number(struct slice bytes);                   /* the way back; bytes are not trusted */

#ifdef __cplusplus
}
#endif

#endif
