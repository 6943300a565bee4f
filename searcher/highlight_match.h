/* highlight_match.h - matches with the group of the word that made them, between highlight.c and snippet.c. */
#ifndef TRIBUNE_HIGHLIGHT_MATCH_H
#define TRIBUNE_HIGHLIGHT_MATCH_H

#include "highlight.h"

struct match {
    uint32_t start, end, group;
};
typedef VEC(struct match) match_list;

/* In order, apart from one another. */
void highlight_matches(const struct highlight *highlight, struct slice text, struct arena *arena,
                       match_list *matches);

#endif
