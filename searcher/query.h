/* query.h - the query language: text to a tree. Knows nothing of the database.
 *
 *     list    = or { or }                      side by side: the words of a search
 *     or      = and { ("OR" | "OU") and }
 *     and     = not { ("AND" | "ET") not }
 *     not     = near { ("NOT" | "SAUF") near } | ("NOT" | "SAUF") near
 *     near    = item { "NEAR/5" item }
 *     item    = [ "+" | "-" ] ( "(" list ")" | field ":" value | phrase | word | word "*" )
 *
 * OR binds closer than words side by side: `speaker:laville coop OR entraide` asks for Laville and one of the two. A
 * bracket without its partner, a colon, dash or star anywhere else is text. The tree is in the arena, its texts are
 * slices of the query, which must outlive it. */
#ifndef TRIBUNE_QUERY_H
#define TRIBUNE_QUERY_H

#include "arena.h"
#include "calendar.h"
#include "error.h"
#include "fields.h"
#include "language.h"
#include "record.h"

enum {
    QUERY_BYTES_MAX = 2000,
    QUERY_DEPTH_MAX = 32,
    QUERY_LEAVES_MAX = 200,
    QUERY_NEAR_DEFAULT = 10,
    QUERY_NEAR_MAX = 100,
    QUERY_PREFIX_MIN = 2,         /* letters before the star */
    QUERY_KM_MAX = 2000
};

enum query_kind {
    QUERY_ALL,                    /* a lone star, or nothing at all: everything */
    QUERY_WORD,                   /* one word as typed; may hold several tokens (Saint-Pasteur) */
    QUERY_PREFIX,                 /* a word that goes on: text is what stands before the star */
    QUERY_PHRASE,                 /* text is what stands between the quotation marks */
    QUERY_LIST, QUERY_AND, QUERY_OR,
    QUERY_NOT,                    /* two children: what must be, what must not; one: what must not */
    QUERY_NEAR                    /* children within `distance` words of one another */
};

enum query_mark { QUERY_MARK_NONE, QUERY_MARK_REQUIRED, QUERY_MARK_EXCLUDED }; /* of an item of a list */

struct query_node {
    enum query_kind kind;
    enum query_mark mark;
    enum field field;             /* FIELD_TEXT unless a field was named; of leaves only */
    struct slice text;
    uint32_t start, end;          /* bytes of the query */
    unsigned distance;            /* QUERY_NEAR */
    struct interval interval;     /* FIELD_DATE and FIELD_PERIOD */
    unsigned km;                  /* FIELD_PLACE, FIELD_EVENT_PLACE: 0, or everything this near */
    enum language language;       /* FIELD_LANGUAGE */
    enum report_type type;        /* FIELD_TYPE */
    VEC(struct query_node *) children;
};

/* Parses TEXT (valid UTF-8). STATUS_QUERY or STATUS_LIMIT with a column (in characters, from 1) and a hint, in the
 * language UI. */
enum status query_parse(struct slice text, enum language ui, struct arena *arena, struct query_node **root,
                        struct error *error);

/* A leaf for VALUE of FIELD, as after a colon: for filters that are not query text. The error has no column. */
enum status query_value(enum field field, struct slice value, enum language ui, struct arena *arena,
                        struct query_node **leaf, struct error *error);

/* Checks and reads what LEAF.text says for LEAF.field (dates, distances, languages, types). */
enum status query_read_value(struct query_node *leaf, enum language ui, struct error *error);

/* The tree on one line, for --explain and tests: `(list coop (or a b) -c speaker:laville "d e")`. */
const char *query_print(const struct query_node *root, struct arena *arena);

#endif
