/* remarks.h - what is said about a query: what is wrong with it, and what its reader should know. In French and in
 * English, one table. (messages.h has the words of the page.) */
#ifndef TRIBUNE_REMARKS_H
#define TRIBUNE_REMARKS_H

#include "fields.h"
#include "language.h"

enum remark {
    /* errors: what stands in the query, and a hint */
    REMARK_NO_WORD_AFTER,   /* operator twice */
    REMARK_NO_WORD_BEFORE,  /* operator twice */
    REMARK_NEAR_OPERANDS,
    REMARK_NEAR_NUMBER,     /* greatest number */
    REMARK_TOO_DEEP,        /* number */
    REMARK_TOO_MANY_WORDS,  /* number */
    REMARK_TOO_LONG,        /* bytes */
    REMARK_NOT_UTF8,
    REMARK_NO_VALUE,        /* field as typed */
    REMARK_NOT_CLOSED,
    REMARK_NO_DATE,         /* value */
    REMARK_NO_DISTANCE,     /* value, greatest number */
    REMARK_NO_LANGUAGE,     /* value */
    REMARK_NO_TYPE,         /* value */
    REMARK_NOT_HAD,         /* value */
    REMARK_EMPTY_VALUE,     /* field */
    REMARK_NO_LETTER,       /* field */
    REMARK_FROM_AFTER_TO,   /* two dates */
    /* notes */
    REMARK_NAMES_BOUND,     /* name, number */
    REMARK_NOBODY,          /* field, name */
    REMARK_NO_POSITION,     /* place */
    REMARK_NO_PLACE,        /* field, place */
    REMARK_NO_PLACE_NEAR,   /* field, place, place again */
    REMARK_AROUND,          /* place; what it is called, what it is in: both as the database names them */
    REMARK_REPORTS_BOUND,   /* number */
    REMARK_PREFIX_BOUND,    /* prefix, number */
    REMARK_COUNT
};

/* The remark as a printf format: words are "%.*s", field names and names of the database "%s", numbers "%d", in the order
 * above. A language other than French gives English. */
const char *remark_format(enum language ui, enum remark remark);

/* How a field is called in the language: "speaker", "intervenant". */
const char *remark_field(enum language ui, enum field field);

#endif
