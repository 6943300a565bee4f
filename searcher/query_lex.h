/* query_lex.h - cuts a query into words, phrases, fields, brackets and operators. For query.c alone. */
#ifndef TRIBUNE_QUERY_LEX_H
#define TRIBUNE_QUERY_LEX_H

#include "query.h"
#include "remarks.h"

enum lex_kind {
    LEX_WORD, LEX_PREFIX, LEX_PHRASE, LEX_OPEN, LEX_CLOSE, LEX_FIELD, LEX_PLUS, LEX_MINUS, LEX_STAR,
    LEX_AND, LEX_OR, LEX_NOT, LEX_NEAR, LEX_END
};

struct lex {
    enum lex_kind kind;
    struct slice text;      /* of a word, phrase or prefix; as typed for the others */
    uint32_t start, end;    /* bytes of the query, quotation marks included */
    enum field field;       /* LEX_FIELD: the one named; what follows is its value */
    unsigned distance;      /* LEX_NEAR */
};

typedef VEC(struct lex) lex_list;

/* Cuts TEXT; the last item is LEX_END. Brackets without partner are left out. */
enum status query_lex(struct slice text, enum language ui, struct arena *arena, lex_list *items,
                      struct error *error);

/* Sets STATUS with the column of byte AT of TEXT. FORMAT: see remark_format(). */
enum status query_error(struct error *error, enum status status, struct slice text, size_t at,
                        const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#endif
