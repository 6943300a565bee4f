/* credit_line.h - reads a credit: a stretch of a programme's line that is people and where they are from.
 *
 * "Jane Doe (CNRS) and Wei Zhang", "Chair: Dr Jane Doe", "par Jane Doe, historienne". What stands before and
 * after a credit tells it from a title that names somebody: a line's beginning or end, a dash, a quotation mark,
 * italics. */
#ifndef TRIBUNE_CREDIT_LINE_H
#define TRIBUNE_CREDIT_LINE_H

#include "credit_person.h"

enum credit_edge {                 /* what a credit stands beside */
                   CREDIT_NOTHING, /* other words: no credit */
                   CREDIT_LINE,    /* the beginning or end of a line or a cell; hours and bullets aside */
                   CREDIT_LABEL,   /* before it: a label that announces people, and a colon */
                   CREDIT_BY,      /* before it: "par", "by", "avec", "with" */
                   CREDIT_COLON,
                   CREDIT_DASH, /* or a bar */
                   CREDIT_QUOTE,
                   CREDIT_MARK, /* where bold or italic print, a link or a speaker's element begins or ends */
                   CREDIT_PERIOD,
                   CREDIT_BRACKET,
                   CREDIT_COMMA
};

enum { CREDIT_PEOPLE_MAX = 24 };

struct credit {
    uint32_t first, end; /* lexemes: the first name's lead, and after the last affiliation */
    enum credit_edge left, right;
    struct credit_person people[CREDIT_PEOPLE_MAX];
    size_t count;
    bool affiliated; /* some affiliation in it */
    bool marked;     /* an element says that it names who speaks or who wrote */
    bool placed;     /* it begins a text whose place on the page holds people (template.h) */
    bool misplaced;  /* … or titles and other things */
    double evidence; /* how likely its people are people, 0 to 1 */
};

/* In the arena. */
struct mark_edges mark_edges_find(const struct name_context *context);

/* The lexeme after the hours, bullets, numbers and tags that a line begins with. */
uint32_t credit_skip_head(const struct name_context *context, uint32_t first, uint32_t end);

/* Reads the credit whose first name is led by lexeme AT, in a line that ends before END. False when there is none. */
bool credit_read(const struct name_context *context, const struct mark_edges *edges, uint32_t at, uint32_t end,
                 enum credit_edge left, struct credit *credit);

#endif
