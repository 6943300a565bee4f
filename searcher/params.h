/* params.h - the parameters of a page's address: one table, decoded and checked, and written back into links.
 *
 * What a browser sends (a query string, or a posted form) is percent-decoded, made valid UTF-8 (bytes that are not
 * are taken as windows-1252: what an old page's form sends), stripped of control characters, and checked against the
 * table. Names that the table does not have are ignored: sites add their own. Empty values are the same as absent
 * ones. Everything is in the arena given. */
#ifndef TRIBUNE_PARAMS_H
#define TRIBUNE_PARAMS_H

#include "arena.h"
#include "buf.h"
#include "error.h"

enum param {
    PARAM_Q, PARAM_SPEAKER, PARAM_PLACE, PARAM_EVENT_PLACE, PARAM_ORGANISATION, PARAM_AUTHOR, PARAM_FROM, PARAM_TO,
    PARAM_YEAR, PARAM_LANGUAGE, PARAM_UNIT, PARAM_SORT, PARAM_PAGE, PARAM_N, PARAM_FACETS, PARAM_FORMAT,
    PARAM_SIMILAR, PARAM_SUGGEST, PARAM_DOC, PARAM_ASSET, PARAM_UI, PARAM_COUNT
};

enum {
    PARAMS_BYTES_MAX = 16384, /* encoded, in all */
    PARAMS_VALUES_MAX = 100,  /* values that the table knows */
    PARAM_TEXT_MAX = 2000,    /* bytes of one decoded text */
    PARAM_PAGE_MAX = 100000
};

enum param_kind {
    PARAM_KIND_TEXT,
    PARAM_KIND_DATE,    /* what interval_parse() takes */
    PARAM_KIND_NUMBER,  /* from minimum to maximum */
    PARAM_KIND_WORD,    /* one of `words` */
    PARAM_KIND_FACETS,  /* names of facets, separated by commas */
    PARAM_KIND_ID       /* letters, digits, and - _ . : */
};

struct param_row {
    const char *name;
    enum param_kind kind;
    bool repeated;             /* more than one value is kept; of others, the last */
    int minimum, maximum;      /* of a number */
    const char *const *words;  /* ends with NULL */
};

extern const struct param_row param_table[PARAM_COUNT];

struct param_value {
    enum param param;
    const char *value;
};

struct params {
    VEC(struct param_value) values; /* in the order of the request, each pair once */
};

/* Adds what ENCODED (application/x-www-form-urlencoded) holds. STATUS_LIMIT when it is longer than PARAMS_BYTES_MAX
 * or has too many values; STATUS_USAGE for a value the table refuses (the message names the parameter).
 * The rest is read all the same, so that the refusal can come in the form asked for. */
enum status params_parse(struct params *params, struct arena *arena, struct slice encoded, struct error *error);

const char *params_get(const struct params *params, enum param param); /* NULL when absent */
int params_number(const struct params *params, enum param param, int otherwise);
bool params_has(const struct params *params, enum param param, const char *value);

/* A link to the same page with one thing changed: "?q=…&speaker=…". VALUE NULL drops the parameter. The page number
 * goes back to 1 unless it is what changes. */
const char *params_link_set(const struct params *params, struct arena *arena, enum param param, const char *value);
const char *params_link_add(const struct params *params, struct arena *arena, enum param param, const char *value);
const char *params_link_drop(const struct params *params, struct arena *arena, enum param param, const char *value);

/* Percent-encodes all but letters, digits and - . _ ~ (RFC 3986's unreserved); a space becomes +, as in a form. */
void percent_encode(struct buf *out, struct slice text);

/* Decodes %XX, and + as a space; what is malformed stays as it is. */
void percent_decode(struct buf *out, struct slice encoded);

#endif
