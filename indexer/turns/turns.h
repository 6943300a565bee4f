/* turns.h - speaking turns: labels that begin a turn ("M. X. –", "NAME :", "The Chair (Mr. X):"), lines that are a name
 * alone, and headings that carry a name. */
#ifndef TRIBUNE_TURNS_H
#define TRIBUNE_TURNS_H

#include "names.h"

enum turn_reach {
    REACH_BLOCK,   /* the turn ends with its block: a programme line, a list item */
    REACH_QUOTE,   /* it ends with the quotation that stands under the label: a caption and what was said */
    REACH_SECTION  /* it runs to the next turn or heading */
};

struct turn {
    uint32_t first;        /* lexeme: the label begins here */
    uint32_t start, text;  /* bytes: of the label, and of what is said after it */
    struct span label;     /* the label as printed, without its mark */
    int64_t name;          /* index in context->names; -1 when the label has no name */
    uint32_t role_first, role_last; /* lexemes of a role printed in the label: [first, last) */
    enum turn_reach reach;
    bool heading;          /* from a heading: its section is the speaker's */
    uint8_t level;         /* of that heading */
    bool quiet;            /* a role without a name whose turn belongs to nobody we know ("Question") */
    const char *rule;
    double weight;
    int32_t person;        /* filled by people.c; -1: label only */
};

typedef VEC(struct turn) turn_list;

/* Finds the turns in text order. *VERBATIM: most of the text stands under labels. */
void turns_find(struct name_context *context, turn_list *turns, bool *verbatim);

#endif
