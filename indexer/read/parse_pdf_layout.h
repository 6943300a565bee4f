/* parse_pdf_layout.h - the lines of a PDF with their places on its pages, read from what `pdftotext -bbox-layout`
 * prints: pages, flows (columns), blocks (about a paragraph), lines, words, a line of output each. Anything else in it
 * is passed over. Everything is in the arena. */
#ifndef TRIBUNE_PARSE_PDF_LAYOUT_H
#define TRIBUNE_PARSE_PDF_LAYOUT_H

#include "buf.h"

/* Measures are points, from the upper left corner of the page. */
struct pdf_box {
    double left, top, right, bottom;
};

struct pdf_line {
    struct slice text; /* valid NFC UTF-8, its words one space apart */
    struct pdf_box at;
    double first_word;    /* width of its first word */
    uint32_t page, block; /* indices in their lists */
};

struct pdf_block {
    struct pdf_box at;
    uint32_t lines;
};

struct pdf_page {
    double width, height;
    size_t first, end; /* lines of it */
};

struct pdf_layout {
    VEC(struct pdf_line) lines; /* in reading order */
    VEC(struct pdf_block) blocks;
    VEC(struct pdf_page) pages;
    const char *title, *author, *created; /* what the document says of itself; NULL: nothing */
    struct arena *arena;
    struct buf rest, text; /* the reader's own: a line of output not yet complete; the line being read */
    bool in_line;
};

void pdf_layout_init(struct pdf_layout *layout, struct arena *arena);

/* The next piece of the output, cut anywhere. */
void pdf_layout_take(struct pdf_layout *layout, struct slice piece);

static inline double pdf_line_height(const struct pdf_line *line)
{
    return line->at.bottom - line->at.top;
}

#endif
