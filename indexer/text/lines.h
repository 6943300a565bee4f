/* lines.h - text cut into lines, and whether its lines were broken by hand at a column. */
#ifndef TRIBUNE_LINES_H
#define TRIBUNE_LINES_H

#include <stdbool.h>

#include "arena.h"
#include "slice.h"

struct text_line {
    struct slice text;  /* without the white space at both ends, no-break spaces included */
    unsigned indent;    /* columns before it; a tab is four */
    unsigned columns;   /* characters of text */
    bool page_start;    /* a form feed stood before it */
    unsigned heading;   /* its level, where the size of its letters tells; else 0 */
};

typedef VEC(struct text_line) line_list;

/* Cuts at \n, \r\n, \r, form feeds and the Unicode line separators. Lines are in the arena, their text is borrowed.
 * */
void lines_split(struct arena *arena, struct slice text, line_list *lines);

/* The column at which the lines were broken; 0 when they were not (each line end was meant). */
unsigned lines_wrap_column(struct arena *arena, const line_list *lines);

/* Was the end of BEFORE made only because NEXT's first word did not fit any more? */
bool lines_wrapped(const struct text_line *before, const struct text_line *next, unsigned column);

#endif
